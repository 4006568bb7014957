"""What source seems to define, by the look of its lines: parsing it is the worker's job.

The time that this takes grows with the source and not faster, whatever the source is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_STATEMENT = re.compile(
    r"^(?P<indent>[ \t]*)(?:(?:async\s+)?def|class)\s+(?P<whole>\w+)|^(?P<part>\w+)\s*[=.]|(?P<head>^[^\s#@)\]}].*)",
    re.MULTILINE,
)
_HEAD = re.compile(r"(?:async\s+)?def\b|class\b")


def seems_to_define(code: str, names: Sequence[str], whole: bool = False) -> bool:
    """Whether `text` looks as if it defined one of `names`; parsing it is the worker's job. With `whole` only a function
    or class will do: `Affine.backward = …` is a part."""
    wholes, parts = _definitions(code)
    return not (wholes if whole else wholes | parts).isdisjoint(names)


@lru_cache(8192)  # each exercise of the course asks of each cell
def _definitions(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names that it seems to define as a function or class, and others to which it assigns something or a part."""
    wholes, parts = set(), set()
    inside = False  # a class or function: what is indented there is a part of it, and not of an `if` or `try`
    for found in _STATEMENT.finditer(code):
        if found["whole"]:
            if not found["indent"] or not inside:
                wholes.add(found["whole"])
            inside = inside or not found["indent"]
        else:
            inside = bool(_HEAD.match(found["head"] or ""))
            if found["part"]:
                parts.add(found["part"])
    return frozenset(wholes), frozenset(parts)


def changes(code: str, names: Sequence[str]) -> bool:
    """Whether it looks as if it assigned to one of `names` or a part of it, or imported it. Every character is looked at
    a few times: one pattern for all of this would begin anew at each `relu` of a line of thousands."""
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    for line in code.split("\n"):
        target, equals, _ = line.partition("=")
        if equals and named.search(target.partition("#")[0]):
            return True
    for imported, bracket in re.findall(r"\bimport\b([^\n(]*)(\([^)]*)?", code):
        if "*" in imported or named.search(imported) or named.search(bracket):
            return True
    return False


def is_code(code: str, names: Sequence[str]) -> bool:
    """Whether a text cell is an answer, and does not just show one between fences."""
    return seems_to_define(re.sub(r"(?ms)^(```|~~~).*?^\1", "", code), names, whole=True)
