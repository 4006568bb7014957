"""Pairs of mistakes: what is shown to one who made a mistake must not be that of another.

Two mistakes that every check that rejects either rejects with equal observations cannot be told apart, and whoever makes one is
told of the other. Per check, those are listed that it alone cannot tell apart. And of the numbers that a check draws, a
single set that tells two mistakes apart is a thin thread: by others, 0.1 times 0.1 may be 0.01.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from grader.checks.difference import difference
from grader.checks.oracle import Oracle
from grader.model import Mistake
from grader.verify.certificate import Alike, Finding, Nearly
from grader.verify.implementations import reference_path
from grader.words import text


def apart(oracle: Oracle) -> tuple[list[Alike], list[Nearly], list[Finding]]:
    """What each check cannot tell apart, what hangs by a thread, and what all of them together cannot tell apart."""
    path = reference_path(oracle.exercise).with_name("mistakes.py")
    wrong = {mistake.slug: _rejected(oracle, mistake) for mistake in oracle.mistakes}
    alike: dict[str, list[tuple[str, str]]] = {}
    nearly: list[Nearly] = []
    findings: list[Finding] = []
    for one, other in combinations(oracle.mistakes, 2):
        here = wrong[one.slug], wrong[other.slug]
        telling, blind = set(here[0] ^ here[1]), list[tuple[str, int]]()
        for id_, level in here[0] & here[1]:
            check = next(check for check in oracle.checks if check.id == id_)
            seen, beside = (oracle.of_mistake(mistake, check, level) for mistake in (one, other))
            # Both ways: an array passes for a list, and a list not for an array.
            if difference(seen, beside, check.rtol) or difference(beside, seen, check.rtol):
                telling.add((id_, level))
            else:
                blind.append((id_, level))
        for id_ in {id_ for id_, _ in blind} - {id_ for id_, _ in telling}:
            alike.setdefault(id_, []).append((one.slug, other.slug))
        if blind and not telling and one.text != other.text:
            said = text(
                "{one} and {other} give the same in every check; write one that tells them apart, or merge them.",
                one=one.slug,
                other=other.slug,
            )
            findings.append(Finding(path, said))
        if len(telling) == 1 and blind:
            nearly.append(Nearly((one.slug, other.slug), *telling.pop()))
    order = [check.id for check in oracle.checks if check.id in alike]
    return [Alike(id_, group) for id_ in order for group in _groups(alike[id_])], nearly, findings


def _rejected(oracle: Oracle, mistake: Mistake) -> set[tuple[str, int]]:
    """The levels of checks at which a mistake is seen."""
    return {
        (check.id, level)
        for check in oracle.checks
        for level in range(check.levels)
        if difference(oracle.of_mistake(mistake, check, level), oracle.expected(check, level), check.rtol)
    }


def _groups(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Pairs as groups: each of a group is alike the first."""
    done: set[str] = set()
    for first, _ in pairs:
        if first not in done:
            group = (first, *(other for one, other in pairs if one == first and other not in done))
            done.update(group)
            if len(group) > 1:
                yield group
