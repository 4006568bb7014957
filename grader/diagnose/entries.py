"""Which entries of an array are wrong: those where an argument has a certain sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from grader.checks.calls import SMALL, Step
from grader.checks.compare import values_agree
from grader.diagnose.kinds import ENOUGH, Pair, said
from grader.model import Diagnosis, Text
from grader.words import filled, text

_SIGNS: tuple[tuple[Callable[[Any], Any], Text], ...] = (
    (lambda x: x < 0, text("{name} is wrong only where argument {place} of {label} is negative.")),
    (lambda x: x > 0, text("{name} is wrong only where argument {place} of {label} is positive.")),
    (lambda x: x <= 0, text("{name} is wrong only where argument {place} of {label} is not positive.")),
    (lambda x: x >= 0, text("{name} is wrong only where argument {place} of {label} is not negative.")),
)
MOST_BY_CHANCE = 0.1  # of the entries that should be wrong may be right: both are 0, for example


class Asked(NamedTuple):
    """An array that was seen, and the call that gave it; None if it is but a part of what a call gave."""

    pair: Pair
    step: Step | None


def wrong_by_sign(here: Sequence[Asked], name: Text) -> Diagnosis | None:
    """Whether the entries are wrong at which one argument has one sign, and no others, wherever the array was seen."""
    claims = {(one.step.label, place) for one in here if one.step for place, _ in _arguments(one)}
    for label, place in sorted(claims):
        for shows, message in _SIGNS:
            if _holds(here, label, place, shows):
                words = filled(message, name=name, place=place, label=label)
                return said("wrong-by-sign", 0.9, words, text("Follow one such number through your lines."))
    return None


def _arguments(one: Asked) -> Iterator[tuple[int, Any]]:
    for place, arg in enumerate(one.step.args if one.step else (), 1):
        numbers = np.asarray(arg) if isinstance(arg, np.ndarray | float | int) else None
        if numbers is not None and numbers.shape == one.pair.expected.shape and numbers.dtype.kind in "if":
            yield place, numbers


def _holds(here: Sequence[Asked], label: str, place: int, shows: Callable[[Any], Any]) -> bool:
    wrong = right = by_chance = 0
    for one in here:
        pair, argument = one.pair, dict(_arguments(one)).get(place)
        if pair.got.shape != pair.expected.shape or one.step is None or one.step.label != label:
            return False
        if pair.expected.size > SMALL:
            continue  # of large arguments the shape alone is kept
        if argument is None:
            return False
        agree = values_agree(pair.got, pair.expected, pair.rtol)
        shown = shows(argument)
        if np.any(~agree & ~shown):
            return False
        wrong += int(np.sum(~agree))
        right += int(np.sum(~shown))
        by_chance += int(np.sum(agree & shown))
    return min(wrong, right) >= ENOUGH and by_chance <= MOST_BY_CHANCE * wrong
