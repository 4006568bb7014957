"""How much sets have in common, all with all, and which students hang together. Nothing here knows what is in the sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence, Set
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Overlap(NamedTuple):
    """Two sets, by their numbers, and what they have in common is worth."""

    first: int
    second: int
    worth: int


def overlaps(sets: Sequence[Set[Any]], least: int, worth: Callable[[Any], int] = lambda _: 1) -> list[Overlap]:
    """Every two sets whose common elements are worth `least` or more together."""
    found = []
    for first, row in enumerate(_rows(sets, worth)):
        close = np.flatnonzero(row >= least)
        found += [Overlap(first, int(second), int(row[second])) for second in close]
    return found


def likenesses(sets: Sequence[Set[Any]]) -> NDArray[np.float64]:
    """Of every two sets, what they have in common as a share of what they have together; sorted."""
    sizes = np.array([len(one) for one in sets])
    shares = []
    for first, row in enumerate(_rows(sets, lambda _: 1)):
        after = row[first + 1 :]
        shares.append(after / np.maximum(sizes[first] + sizes[first + 1 :] - after, 1))
    return np.sort(np.concatenate(shares)) if shares else np.zeros(0)


def likeness(one: Set[Any], other: Set[Any]) -> float:
    return len(one & other) / max(1, len(one | other))


def _rows(sets: Sequence[Set[Any]], worth: Callable[[Any], int]) -> Iterator[NDArray[np.int64]]:
    """For each set, what it has in common with each later one. By an inverted index, and a row at a time: a class of
    10,000 has fifty million pairs, which need not be in memory together."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(sets):
        for element in one:
            index[element].append(number)
    who = {element: np.array(numbers) for element, numbers in index.items() if len(numbers) > 1}
    for first, one in enumerate(sets):
        row = np.zeros(len(sets), np.int64)
        for element in one & who.keys():
            row[who[element]] += worth(element)
        row[: first + 1] = 0
        yield row


def components(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """Whoever is joined by pairs, directly or through others."""
    member: dict[str, set[str]] = {}
    for first, second in pairs:
        one, other = member.setdefault(first, {first}), member.setdefault(second, {second})
        if one is not other:
            small, large = sorted((one, other), key=len)
            large |= small
            for name in small:
                member[name] = large
    return [frozenset(group) for group in {id(group): group for group in member.values()}.values()]


def rare(sets: Collection[Set[Any]], most: int) -> frozenset[Any]:
    """The elements that are in at most so many of the sets."""
    number: dict[Hashable, int] = defaultdict(int)
    for one in sets:
        for element in one:
            number[element] += 1
    return frozenset(element for element, times in number.items() if times <= most)
