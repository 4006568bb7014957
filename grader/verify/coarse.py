"""float32: a mistake is wrong in float32 as well.

An answer in float32 is held to the accuracy that it can have (`checks/compare.py`). A mistake that lies between the two
tolerances would pass for a cast; so each is run once more with its results cast.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.checks.oracle import Oracle
from grader.errors import AuthorError
from grader.model import Check, Mistake
from grader.sandbox.inside.interpreter import Interpreter, Outcome
from grader.verify.certificate import Finding
from grader.verify.implementations import reference_path
from grader.words import text


def coarse(oracle: Oracle) -> Iterator[Finding]:
    """Mistakes that are rejected, but not when their results are cast to float32."""
    path = reference_path(oracle.exercise).with_name("mistakes.py")
    for mistake in oracle.mistakes:
        rejecting = [check for check in oracle.checks if check.points and _rejects(oracle, mistake, check)]
        if rejecting and not any(_rejects_cast(oracle, mistake, check) for check in rejecting):
            said = text(
                "{mistake} is accepted when its results are cast to float32; {checks} should see more of it.",
                mistake=mistake.slug,
                checks=", ".join(check.id for check in rejecting),
            )
            yield Finding(path, said)


def _rejects(oracle: Oracle, mistake: Mistake, check: Check) -> bool:
    return any(oracle.differences(check, (oracle.of_mistake(mistake, check, level) for level in range(check.levels))))


def _rejects_cast(oracle: Oracle, mistake: Mistake, check: Check) -> bool:
    try:
        seen = (oracle.of_symbols(mistake.implement(), check, level, _Casting) for level in range(check.levels))
        return any(oracle.differences(check, seen))
    except AuthorError:  # the check stumbles over what it gets
        return True


class _Casting(Interpreter):
    def _one(self, operation: Any, points: list[Any]) -> Outcome:
        outcome = super()._one(operation, points)
        return ("value", _cast(outcome[1]), outcome[2]) if outcome[0] == "value" else outcome


def _cast(value: Any) -> Any:
    """`value` with every array and number of float64 in float32."""
    if isinstance(value, dict):
        return {key: _cast(item) for key, item in value.items()}
    if type(value) in (list, tuple):
        return type(value)(_cast(item) for item in value)
    if isinstance(value, (np.ndarray, np.generic)) and value.dtype == np.float64:
        return value.astype(np.float32)
    return np.float32(value) if type(value) is float else value
