"""Which names may be one another, misspelt. Used inside the jail and outside."""

from __future__ import annotations

from collections.abc import Iterable

_LIKE = 0.75  # difflib's ratio: `foward` has 0.92 with forward, `relu` 0.5 with `elu_`
_NEARLY = 0.8  # `summ` has 0.86 with sum, `rnage` 0.8 with range, `relu` 0.75 with real
_INIT = "__init__"


def is_like(name: str, wanted: str) -> bool:
    """Whether one may be the other, misspelt or written in another style."""
    plain, other = (one.replace("_", "").lower() for one in (name, wanted))
    if wanted == _INIT:
        return (plain in ("init", "int", "inti", "initi", "ini") and name.startswith("_")) or name == "init"
    if plain == other:
        return name != wanted
    return len(other) > 3 and plain[:1] == other[0] and ratio(plain, other) >= _LIKE


def nearest(name: str, known: Iterable[str]) -> str:
    """Of the known names the one that this may be, misspelt; empty if there is none. Stricter, for there are many."""
    like = [one for one in known if _is_nearly(name, one)]
    return max(sorted(like), key=lambda one: ratio(name, one), default="")


def _is_nearly(name: str, other: str) -> bool:
    if name == other:
        return False
    is_same = name.replace("_", "").lower() == other.replace("_", "").lower()
    if is_same or name[:1].lower() != other[:1].lower():
        return is_same
    is_swapped = len(name) > 2 and sorted(name) == sorted(other)  # `cpoy` for copy
    return is_swapped or (max(len(name), len(other)) > 3 and ratio(name, other) >= _NEARLY)


def ratio(name: str, other: str) -> float:
    """From 0 to 1, how much of them is the same."""
    import difflib  # in a worker's start it would cost everybody something, and few need it

    return difflib.SequenceMatcher(None, name, other).ratio()
