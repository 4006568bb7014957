"""What `grade verify` found and proposes, as JSON: `gradkata/verify/v1` and `gradkata/propose/v1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grader.model import Language
from grader.verify.certificate import Certificate, Finding
from grader.verify.propose import Proposals
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
        "costs": [{"mistake": one.mistake, "share": one.share, "wrong_parts": list(one.parts)} for one in found.costs],
        "alike": [{"check": one.check, "mistakes": list(one.mistakes)} for one in found.alike],
        "nearly_alike": [
            {"mistakes": list(one.mistakes), "check": one.check, "level": one.level} for one in found.nearly
        ],
        "findings": _findings(found.findings, lang),
    }


def _findings(found: Iterable[Finding], lang: Language) -> list[dict[str, str]]:
    return [{"path": str(one.path), "message": clean(one.text.in_(lang))} for one in found]


def propose_json(proposals: Iterable[Proposals], lang: Language) -> dict[str, Any]:
    """`gradkata/propose/v1`: mistakes without words, and what became of the other changes of each reference."""
    return {"schema": "gradkata/propose/v1", "exercises": [_proposals(one, lang) for one in proposals]}


def _proposals(found: Proposals, lang: Language) -> dict[str, Any]:
    return {
        "id": found.exercise.id,
        "unit": found.exercise.unit,
        "mutants": found.tried,
        "rejected": found.rejected,
        "named": found.named,
        "alike": found.alike,
        "unfit": found.unfit,
        "proposed": [
            one._asdict() | {"checks": list(one.checks), "told": clean(one.told.in_(lang))} for one in found.proposed
        ],
        "findings": _findings(found.findings, lang),
    }
