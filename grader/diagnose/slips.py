"""The slips that a worker found in an answer (`sandbox/inside/slips/`), in words: what is so, in which line, and what to do.

A slip is a *cause* if it is enough by itself to fail, or if just its exception was raised; otherwise it is a *fact*, which is
so and may matter, and is said if nothing better is known. What a worker says is hostile: it is put into words only if what it
names stands where it says.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from grader.diagnose.slip_kinds import KINDS, ONLY_RAISED, Kind
from grader.errors import AnswerError
from grader.model import Answer, Diagnosis, DiagnosisKind, Text
from grader.words import filled, text

MOST_FINDINGS = 40
_NEAR = 5  # lines: a statement may go on below the line in which it begins
_LONGEST = 60
_SPACES = (np, np.ndarray, np.random, np.linalg, np.fft)
_LAZY = ("generator", "map", "filter", "zip", "reversed")


class _Finding(NamedTuple):
    """What a worker found, read: `words` by their names."""

    kind: Kind
    slug: str
    line: int
    words: dict[str, str]


def slips_in_words(findings: object, answer: Answer, stub: str, errors: Sequence[AnswerError]) -> tuple[Diagnosis, ...]:
    """What a worker found in an answer that raised these errors; the surest first, and of each kind and name one. Whatever does
    not fit is passed over."""
    raised: list[_Finding] = []
    causes: list[_Finding] = []
    facts: list[_Finding] = []
    for one in findings[:MOST_FINDINGS] if type(findings) is list else ():
        if found := _read(one, answer, stub):
            if any(_brings_about(found, error) for error in errors):
                raised.append(found)
            elif found.kind.when == "cause":
                causes.append(found)
            elif found.kind.when != ONLY_RAISED:
                facts.append(found)
    said: dict[tuple[str, ...], Diagnosis] = {}
    for found in [*raised, *causes]:
        said.setdefault(_about(found), _diagnosis(found, "slip", answer))
    for found in facts:
        said.setdefault(_about(found), _diagnosis(found, "fact", answer))
    return tuple(said.values())


def _read(finding: object, answer: Answer, stub: str) -> _Finding | None:
    """A finding, if it is one, and if what it names stands where it says."""
    if not (type(finding) is tuple and len(finding) >= 2 and type(finding[0]) is str and finding[0] in KINDS):
        return None
    slug, line, *words = finding
    kind = KINDS[slug]
    lines = answer.text.split("\n")
    if type(line) is not int or not 0 < line <= len(lines) or len(words) != len(kind.words):
        return None
    here = "\n".join(lines[line - 1 : line - 1 + _NEAR])
    for word, place in zip(words, kind.words.values(), strict=True):
        if type(word) is not str or not 0 < len(word) <= _LONGEST or not _stands(word, place, here, answer.text, stub):
            return None
    return _Finding(kind, slug, line, dict(zip(kind.words, words, strict=True)))


def _stands(word: str, place: str, here: str, code: str, stub: str) -> bool:
    if place == "line":
        return re.fullmatch(r"[0-9]{1,7}", word) is not None and 0 < int(word) <= code.count("\n") + 1
    if place == "lazy":
        return word in _LAZY
    if place == "numpy":
        return re.fullmatch(r"[\w.]+", word) is not None and any(_has(space, word) for space in _SPACES)
    where = {"here": here, "code": code, "key": f"{code}\n{stub}", "asked": stub}[place]
    known = {*re.findall(r"\w+", where), *(dir(builtins) if place == "code" else ())}
    is_plain = re.fullmatch(r"\w+(?:(?:\.|, )\w+)*|\((?:\d+, )+\d+\)", word) is not None
    return is_plain and all(part in known for part in re.findall(r"\w+", word))


def _has(space: object, name: str) -> bool:
    return name.rpartition(".")[2] in dir(space)


def _brings_about(found: _Finding, error: AnswerError) -> bool:
    """Whether an exception is just the one that a slip brings about."""
    raised = found.kind.raised
    if raised is None or not (raised.elsewhere or error.line == found.line):
        return False
    said = raised.said
    for name, word in found.words.items():
        said = said.replace("{" + name + "}", re.escape(word.rpartition(".")[2]))
    return re.fullmatch(raised.types, error.type_name) is not None and re.search(said, error.text) is not None


def _about(found: _Finding) -> tuple[str, ...]:
    """What it is about, wherever it stands: the same is said once."""
    return found.slug, *(
        word for word, place in zip(found.words.values(), found.kind.words.values(), strict=True) if place != "line"
    )


def _diagnosis(found: _Finding, kind: DiagnosisKind, answer: Answer) -> Diagnosis:
    place, number = answer.place(found.line)
    values: dict[str, object] = dict(found.words)
    if "there" in found.words:
        values["there"] = _there(place, int(found.words["there"]), answer)
    said = filled(found.kind.said, place=place, line=number, **values)
    return Diagnosis(found.slug, kind, 1.0, said, filled(found.kind.hint, **values))


def _there(place: Text, line: int, answer: Answer) -> Text:
    other, number = answer.place(line)
    if other == place:
        return text("line {line}", line=number)
    return text("line {line} of {place}", line=number, place=other)
