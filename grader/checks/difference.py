"""How two observations of one check differ, and what makes two errors alike."""

from __future__ import annotations

import re

from grader.checks.compare import Difference, compare
from grader.checks.observe import Observation
from grader.errors import AnswerError
from grader.model import NOTHING, same


def difference(seen: Observation, expected: Observation, rtol: float) -> Difference | None:
    """How two observations of one check differ, or None. Errors agree by `error_kind`, expectations by text."""
    if seen.fault or expected.fault:
        return Difference("fault", (), lambda: same("fault"))
    if seen.error or expected.error:
        alike = seen.error and expected.error and error_kind(seen.error) == error_kind(expected.error)
        return None if alike else Difference("error", (), lambda: same("error"))
    if expected.trace.is_trivial:
        return None
    if seen.broken or expected.broken:
        return None if seen.broken == expected.broken else Difference("expectation", (), lambda: seen.broken or NOTHING)
    return compare(seen.value, expected.value, rtol)


_SHAPES = re.compile(r"not aligned|core dimension|broadcast|size .* different from|reshape array")


def error_kind(error: AnswerError) -> tuple[str, str]:
    """What makes two errors the same for diagnosis: the type, and the text without its numbers. numpy words a clash
    of shapes differently for `@`, `dot` and `+`; for us they are one."""
    if error.type_name in ("RecursionError", "ZeroDivisionError"):  # worded by where it happened to happen
        return error.type_name, ""
    if error.type_name == "ValueError" and _SHAPES.search(error.text):
        return error.type_name, "shapes"
    return error.type_name, re.sub(r"[\d(),\[\]\s]+", " ", error.text)
