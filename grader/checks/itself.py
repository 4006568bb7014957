"""An answer held against itself: what it gives among other calls, beside what it gives alone.

A check of the latest forward, of two layers or of keys in another order asks whether one call disturbs another. Held against
the reference it would fail once more for every mistake in the formula, and one mistake would cost many times. So it compares
the answer with itself, on a fresh object. What is trivially equal to itself (nothing, the same number everywhere, what was
handed in) is refused: a check of this kind must give no points to who has written nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from grader.checks.calls import Step
from grader.checks.compare import values_agree
from grader.checks.places import Place, named
from grader.errors import ExpectationError
from grader.model import Text
from grader.words import text

RTOL = 1e-5


class Disagreement(ExpectationError):
    """Two results that cannot be held against each other. `said`: why, of what stands at `place`; `trivial`: whether the answer's
    own result says nothing."""

    def __init__(self, said: Text, place: Place, trivial: bool = False) -> None:
        super().__init__(said)
        self.said, self.place, self.trivial = said, place, trivial

    def told(self, labels: Mapping[str, Text]) -> Text:
        """With the place, in the words of the check's file."""
        return text("{name} is {said}", name=named(self.place, labels) or text("the result"), said=self.said)


def gap(result: Any, own: Any, steps: Sequence[Step], rtol: float = RTOL) -> Any:
    """How far `result` is off from `own`, part by part: 0 where they agree.

    Of an array the largest deviation: its shape is asked where it is held against the reference. `steps`: the calls that led
    there. Raises Disagreement where `own` is trivial, or `result` of another form. Where chance makes the reference's own result
    trivial (a sum of small whole numbers), nothing is asked at that size (`difference.py`).
    """
    handed = [one for step in steps for arg in (*step.args, *step.kwargs.values()) for one in _arrays(arg)]
    return _gap(result, own, handed, rtol, ())


def _gap(result: Any, own: Any, handed: list[Any], rtol: float, place: Place) -> Any:
    if isinstance(own, dict):
        if not isinstance(result, dict) or set(result) != set(own):
            raise Disagreement(text("other keys than by itself."), place)
        return {key: _gap(result[key], own[key], handed, rtol, (*place, str(key))) for key in own}
    if isinstance(own, (list, tuple)) and own:
        if not isinstance(result, (list, tuple)) or len(result) != len(own):
            raise Disagreement(text("another number of results than by itself."), place)
        return [
            _gap(one, other, handed, rtol, (*place, i)) for i, (one, other) in enumerate(zip(result, own, strict=True))
        ]
    if not all(_is_numeric(one) for one in (result, own)):
        raise Disagreement(text("nothing that can be computed with."), place, trivial=True)
    result, own = np.asarray(result), np.asarray(own)
    if not own.size or (np.all(own == own.flat[0]) and (own.size > 1 or not np.any(own))):
        raise Disagreement(text("the same number everywhere."), place, trivial=True)
    if any(np.array_equal(own, one) for one in handed):
        raise Disagreement(text("what was handed in, unchanged."), place, trivial=True)
    if result.shape != own.shape:
        raise Disagreement(
            text("another shape than by itself: {got}, and {own} alone.", got=result.shape, own=own.shape), place
        )
    with np.errstate(all="ignore"):
        off = np.where(values_agree(result, own, rtol), 0.0, abs(result.astype(float) - own.astype(float)))
        return np.max(off, keepdims=True).reshape(1) if own.ndim else float(off)  # no number passes for an array


def _is_numeric(value: Any) -> bool:
    return isinstance(value, (np.ndarray, np.generic, bool, int, float)) and np.asarray(value).dtype.kind in "biuf"


def _arrays(value: Any) -> list[Any]:
    """The arrays of more than one entry in an argument."""
    if isinstance(value, dict):
        return [one for item in value.values() for one in _arrays(item)]
    if isinstance(value, (list, tuple)):
        return [one for item in value for one in _arrays(item)]
    return [value] if isinstance(value, np.ndarray) and value.size > 1 else []
