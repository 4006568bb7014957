"""A reference with some of its lines changed: how a known mistake is written that is a slip of a line or two."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Mapping

from grader.errors import CourseError


def rewritten(source: str, lines: Mapping[str, str], everywhere: Mapping[str, str] | None = None) -> str:
    """`source` with each key of `lines` replaced by its value, which takes over the key's indentation.

    A key is a line without indentation and comment, or several lines that follow one another; it must stand in `source`
    exactly once. An empty value takes the line out; a value that begins with its key puts lines after it. Each key of
    `everywhere`, a name such as `self.x`, is replaced wherever it stands. Raises CourseError, which quotes what does
    not fit.
    """
    rows = source.splitlines()
    code = [row.strip() for row in _without_comments(source).splitlines()]
    instead: dict[int, list[str]] = {}  # by row: what stands there now; the rows of a key have theirs in the first
    for key, value in lines.items():
        wanted = [row.strip() for row in key.strip().splitlines()]
        found = [at for at in range(len(code)) if code[at : at + len(wanted)] == wanted]
        if len(found) != 1:
            times = "does not stand in the reference" if not found else f"stands {len(found)} times in the reference"
            raise CourseError(f"{key!r} {times}")
        first = found[0]
        for at in range(first, first + len(wanted)):
            if at in instead:
                raise CourseError(f"{code[at]!r} is changed twice")
            instead[at] = []
        indent = rows[first][: len(rows[first]) - len(rows[first].lstrip())]
        instead[first] = [indent + line if line else "" for line in value.splitlines()]
    made = [line for at, row in enumerate(rows) for line in instead.get(at, [row])]
    result = "\n".join(made) + "\n"
    for name, other in (everywhere or {}).items():
        parts = re.split(rf"(?<![\w.]){re.escape(name)}(?!\w)", result)
        result = other.join(parts)
        if len(parts) == 1:
            raise CourseError(f"{name!r} does not stand in the reference")
    if result == source:
        raise CourseError("nothing is changed")
    return result


def _without_comments(source: str) -> str:
    rows = source.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            rows[row - 1] = rows[row - 1][:column]
    return "\n".join(rows)
