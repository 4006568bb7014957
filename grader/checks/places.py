"""Where something stands in what a check observed, in words that mean something to somebody who has not seen the check.

A check that looks at several things returns a dict. Its keys are names of the exercise (`dx`, `W1`), which are said as they
are, or words that the check's file puts into a phrase in both languages:

    LABELS = {"zeros": ("the share of zeros", "0 の割合"), "step {n}": ("after step {n}", "{n} 回更新したあと")}

`{n}` stands for a number. What is numbered, and not named, is a result of several parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from grader.model import NOTHING, Text, same
from grader.words import joined, text

Place = tuple[str | int, ...]


def named(place: Place, labels: Mapping[str, Text]) -> Text:
    """A place in words, from the outside in; nothing for the observation itself."""
    return joined((_part(key, labels) for key in place), ": ", ": ") if place else NOTHING


def _part(key: str | int, labels: Mapping[str, Text]) -> Text:
    if isinstance(key, int):
        return text("result {n}", n=key + 1)
    return label_of(key, labels) or same(key)


def label_of(key: str, labels: Mapping[str, Text]) -> Text:
    """The phrase for a key; nothing if there is none."""
    if key in labels:
        return labels[key]
    for pattern, phrase in labels.items():
        if "{n}" in pattern and (match := re.fullmatch(re.escape(pattern).replace(r"\{n\}", r"(\d+)"), key)):
            return Text(*(words.replace("{n}", match[1]) for words in phrase))
    return NOTHING
