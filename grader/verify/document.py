"""What `grade verify` found, as JSON: `gradkata/verify/v1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grader.model import Language
from grader.verify.certificate import Certificate
from reports.escape import clean


def verify_json(certificates: Iterable[Certificate], lang: Language) -> dict[str, Any]:
    """What was found out about each exercise of a course; one without findings is certified."""
    return {"schema": "gradkata/verify/v1", "exercises": [_certificate(one, lang) for one in certificates]}


def _certificate(found: Certificate, lang: Language) -> dict[str, Any]:
    return {
        "id": found.exercise.id,
        "unit": found.exercise.unit,
        "certified": not found.findings,
        "checks": found.checks,
        "hidden": found.hidden,
        "gradients": found.gradients,
        "mistakes": found.mistakes,
        "alternatives": found.alternatives,
        "mutants": found.mutants,
        "survived": found.survived,
        "waived": found.waived,
        "findings": [{"path": str(one.path), "message": clean(one.text.in_(lang))} for one in found.findings],
    }
