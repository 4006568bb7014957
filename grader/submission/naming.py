"""What the name of a file says: which exercise it is for, and which of several versions is meant.

Names help to choose between files that define the same; they are no condition. They are compared as people read them: without
regard to case, width, or the way accents are written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath, PurePosixPath
from typing import NamedTuple

# What people and programs write into names of what does not count any more, and of what does.
_OLD = frozenset(
    ["old", "backup", "bak", "orig", "original", "copy", "archive", "archived", "draft", "wip", "tmp", "temp", "naive",
     "wrong", "bad", "buggy", "broken", "deprecated", "unused", "previous", "prev", "before", "example", "sample", "template",
     "starter", "stub", "旧", "古い", "コピー", "のコピー", "バックアップ", "下書き", "元"]
)  # fmt: skip
_NEW = frozenset(
    ["final", "finished", "fixed", "fix", "correct", "corrected", "new", "latest", "submit", "submission", "submitted", "done",
     "good", "best", "updated", "revised", "完成", "完成版", "最終", "最終版", "提出", "提出用", "新", "修正版"]
)  # fmt: skip
_SURELY = re.compile(r"\.(?:py|pyw|python|ipynb)(?:\.(?:txt|json|html?))?\s*", re.I)
_PERHAPS = re.compile(r"(?:\.(?:txt|json)\s*)?", re.I)
_TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")


class Meaning(NamedTuple):
    """
    Attributes:
        exercise: the id of the exercise that a file is named after; empty if none.
        exactly: whether it is called so and nothing else.
    """

    exercise: str
    exactly: bool


NONE = Meaning("", False)


def plain(name: str) -> str:
    """A name as people read it."""
    return unicodedata.normalize("NFKC", name).strip()


def is_source(name: PurePath) -> bool:
    """Whether a file of this name certainly holds code: Python, or a notebook."""
    return _SURELY.fullmatch(ending(name)) is not None


def may_be_source(name: PurePath) -> bool:
    """Whether it may hold code, for all that its name says."""
    return is_source(name) or _PERHAPS.fullmatch(ending(name)) is not None


def ending(name: PurePath) -> str:
    """What a file is by its name, with what a program has put behind that: `.py`, `.ipynb.json`."""
    called = plain(name.name)
    more = re.search(r"\.(?:py|ipynb)\.(?:txt|json|html?)\s*$", called, re.I)
    return more[0] if more else PurePosixPath(called).suffix


def stem(name: PurePosixPath) -> str:
    """A file's name without its endings: `relu.py.txt` and `relu..py` are `relu`."""
    called = plain(name.name)
    known = re.compile(r"\.(?:py|pyw|python|ipynb|txt|json|html?)\s*$", re.I)
    while (shorter := known.sub("", called).rstrip(". ")) != called and shorter:
        called = shorter
    return called


@lru_cache(8192)
def tokens(name: str) -> tuple[str, ...]:
    """Words and numbers of a name, in lower case: `TwoLayerNet (1)` has two, layer, net, 1."""
    return tuple(word.lower() for word in _TOKEN.findall(plain(name)))


def meant(name: PurePosixPath, ids: Sequence[str]) -> Meaning:
    """The exercise that a file is named after; of several the one with the longest name."""
    called = stem(name)
    for one in ids:
        if called.lower() == one:
            return Meaning(one, True)
    words = tokens(called)
    squeezed = "".join(words)
    found = [one for one in ids if _holds(words, one.split("_")) or squeezed == one.replace("_", "")]
    return Meaning(max(found, key=len), False) if found else NONE


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    parts = [piece for one in wanted for piece in tokens(one)]
    return any(list(words[at : at + len(parts)]) == parts for at in range(len(words) - len(parts) + 1))


Version = tuple[int, int, tuple[int, ...]]


def version(name: PurePosixPath) -> Version:
    """What says which of several versions counts: the highest. What is called old comes before everything else, what is called
    new behind it; then by its numbers (`Version 10` after `Version 9`)."""
    words = [word for part in (*name.parts[:-1], stem(name)) for word in tokens(part)]
    numbers = tuple(int(word[:18]) for word in words if word.isdecimal())
    return -sum(word in _OLD for word in words), sum(word in _NEW for word in words), numbers
