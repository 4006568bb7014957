"""What is usual in one exercise of a class, and which pairs of answers are alike beyond that. `similarity.py` has the rule."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from math import comb
from typing import NamedTuple

import numpy as np

from grader.classroom.overlaps import Overlap, components, likenesses, overlaps, rare
from grader.classroom.passages import LENGTH, Passage, read_source

ENOUGH = 3 * LENGTH
ALIKE = 0.6  # of the own passages of the shorter one: somebody who copies adds and changes a little
RARE = 0.05  # of the pairs of other people
SHORT = 2 * LENGTH  # passages of the median answer beyond the stub: sigmoid has 7, Affine 16, Adam 52
FEWEST = 8  # answers: 28 pairs
OTHERS = 5  # people outside a group: 10 pairs that could be as alike
SAMPLE = 400  # answers whose pairs give the base rate of likeness

Key = tuple[str, str]  # two students, in order


class Rate(NamedTuple):
    """What is usual in an exercise of this class.

    Attributes:
        answers: those that are more than the stub.
        solutions: how many different ones there are, but for names, layout and order.
        largest: how many students wrote the most frequent one.
        known: how many wrote nothing that is not in a known solution.
        comparable: how many have so much of their own that they can be compared.
        length: passages of the median answer.
        likeness: share of passages in common: of the median pair, and what 95 % of the pairs do not exceed.
        says: "yes", or why no pair can be found here by how it is written.
    """

    exercise: str
    answers: int
    solutions: int
    largest: int
    known: int
    comparable: int
    length: float
    likeness: tuple[float, float]
    says: str


class Compared(NamedTuple):
    """
    Attributes:
        beyond: each student's passages, without those of the stub.
        own: of these the ones that are not usual.
        words: each student's names, comments and strings.
        unusual: pairs with so many own passages in common that it is evidence: how many, and `Evidence.as_alike`.
    """

    rate: Rate
    beyond: dict[str, frozenset[Passage]]
    own: dict[str, frozenset[Passage]]
    words: dict[str, frozenset[str]]
    unusual: dict[Key, tuple[int, float]]


def common(n: int) -> int:
    """What more than so many of n people write is usual. A tenth of them; but in small classes four may have worked
    together, and what eleven have is a habit in large ones, too (Stanford's MOSS draws the line there as well)."""
    return min(10, max(4, n // 10))


def compare(exercise: str, sources: Mapping[str, str], given: Sequence[str]) -> Compared:
    """Take all answers to an exercise apart. `given` is the stub, then the solutions that are known."""
    stub, *solutions = [frozenset(read_source(text).passages) for text in given] or [frozenset()]
    known = stub.union(*solutions)
    read = {student: read_source(sources[student]) for student in sorted(sources)}
    beyond = {student: frozenset(one.passages) - stub for student, one in read.items()}
    beyond = {student: passages for student, passages in beyond.items() if passages}
    uncommon = rare(beyond.values(), common(len(beyond)))
    own = {student: (passages - known) & uncommon for student, passages in beyond.items()}
    rate = _rate(exercise, beyond, own, known)
    words = {student: frozenset(read[student].words) for student in beyond}
    return Compared(rate, beyond, own, words, _unusual(own) if rate.says == "yes" else {})


def _rate(
    exercise: str, beyond: Mapping[str, Set[Passage]], own: Mapping[str, Set[Passage]], known: Set[Passage]
) -> Rate:
    n = len(beyond)
    times = Counter(beyond.values())
    length = float(np.median([len(one) for one in beyond.values()])) if n else 0.0
    # of a large class every second or tenth: the pairs of all would be too many to be sorted
    shares = likenesses(list(beyond.values())[:: max(1, n // SAMPLE)])
    quantiles = np.quantile(shares, (0.5, 0.95)) if len(shares) else np.zeros(2)
    return Rate(
        exercise=exercise,
        answers=n,
        solutions=len(times),
        largest=max(times.values(), default=0),
        known=sum(one <= known for one in beyond.values()),
        comparable=sum(len(one) >= ENOUGH / 2 for one in own.values()),
        length=length,
        likeness=(float(quantiles[0]), float(quantiles[1])),
        says="few" if n < FEWEST else "short" if length < SHORT else "yes",
    )


def _unusual(own: Mapping[str, Set[Passage]]) -> dict[Key, tuple[int, float]]:
    """Pairs that share many of their own passages, where hardly any other people do."""
    names, sets = list(own), list(own.values())
    close = overlaps(sets, ENOUGH // 2)
    alike = [one for one in close if one.worth >= ALIKE * min(len(sets[one.first]), len(sets[one.second]))]
    keys = [(names[one.first], names[one.second]) for one in alike]
    group = {name: members for members in components(keys) for name in members}
    counts = sorted(one.worth for one in close)
    of_student: dict[str, list[Overlap]] = defaultdict(list)
    for one in close:
        of_student[names[one.first]].append(one)
        of_student[names[one.second]].append(one)
    found = {}
    for key, one in zip(keys, alike, strict=True):
        members = group[key[0]]
        of_group = {other for name in members for other in of_student[name] if other.worth >= one.worth}
        as_alike = len(counts) - bisect_left(counts, one.worth) - len(of_group)
        others = len(names) - len(members)
        if others >= OTHERS and as_alike <= RARE * comb(others, 2):
            found[key] = one.worth, as_alike / comb(others, 2)
    return found
