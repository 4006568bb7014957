"""A reference with some of its lines changed: how a known mistake is written that is a slip of a line or two."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Mapping
from functools import lru_cache

from grader.errors import TextError
from grader.model import Text
from grader.words import text


class Misfit(TextError):
    """The lines to change are not those of the reference."""


def rewritten(source: str, lines: Mapping[str, str], everywhere: Mapping[str, str] | None = None) -> str:
    """`source` with each key of `lines` replaced by its value, which takes over the key's indentation.

    A key is a line without indentation and comment, or several lines that follow one another; it must stand in `source`
    exactly once. An empty value takes the line out; a value that begins with its key puts lines after it. Each key of
    `everywhere`, a name such as `self.x`, is replaced wherever it stands. Raises Misfit, which quotes what does not fit.
    """
    rows = source.splitlines()
    code = [row.strip() for row in without_comments(source)]
    instead: dict[int, list[str]] = {}  # by row: what stands there now; the rows of a key have theirs in the first
    for key, value in lines.items():
        wanted = [row.strip() for row in key.strip().splitlines()]
        found = [at for at in range(len(code)) if code[at : at + len(wanted)] == wanted]
        if len(found) != 1:
            raise Misfit(_missing(key) if not found else _ambiguous(key, len(found)))
        first = found[0]
        for at in range(first, first + len(wanted)):
            if at in instead:
                raise Misfit(text("{line!r} is changed twice; write it once, with all that changes.", line=code[at]))
            instead[at] = []
        indent = rows[first][: len(rows[first]) - len(rows[first].lstrip())]
        instead[first] = [indent + line if line else "" for line in value.splitlines()]
    made = [line for at, row in enumerate(rows) for line in instead.get(at, [row])]
    result = "\n".join(made) + "\n"
    for name, other in (everywhere or {}).items():
        parts = re.split(rf"(?<![\w.]){re.escape(name)}(?!\w)", result)
        result = other.join(parts)
        if len(parts) == 1:
            raise Misfit(_missing(name))
    if result == source:
        raise Misfit(text("nothing is changed; write what stands there instead."))
    return result


def _missing(words: str) -> Text:
    return text("{words!r} does not stand in the reference; write what stands there now.", words=words)


def _ambiguous(key: str, times: int) -> Text:
    return text("{key!r} stands {times} times in the reference; add the line before or after it.", key=key, times=times)


@lru_cache(16)  # of one reference, for each of its mistakes
def without_comments(source: str) -> tuple[str, ...]:
    """The lines of `source`, each up to its comment."""
    rows = source.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            rows[row - 1] = rows[row - 1][:column]
    return tuple(rows)
