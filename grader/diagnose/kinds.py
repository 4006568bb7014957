"""Kinds of wrong that one array can be, each a function from what was seen at all sizes to a diagnosis or None."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import permutations
from typing import Any, NamedTuple

import numpy as np

from grader.checks.compare import values_agree
from grader.model import Diagnosis, Text
from grader.words import filled, text

ENOUGH = 3  # entries other than 0, all sizes together, below which anything may look like a rule
MEANING = {
    "N": text("the batch size N"), "M": text("the number of outputs M"), "D": text("the number of features D"),
    "H": text("the hidden size H"), "T": text("the number of steps T"), "size": text("the number of entries"),
}  # fmt: skip


class Pair(NamedTuple):
    """One array or number that an answer gave, at one size of one check.

    What is said of it must hold in every observation that could show it: those that are right stand here too, and refute.

    Attributes:
        wrong: whether it differs from the expected one.
        upstream: the gradient handed to backward if this is a gradient, and of the same shape; else None.
        earlier: what the same call returned before, in the reference's run, oldest first.
    """

    got: Any
    expected: Any
    rtol: float
    sizes: Mapping[str, int]
    wrong: bool = True
    upstream: Any = None
    earlier: tuple[Any, ...] = ()


def same(one: Any, other: Any, rtol: float) -> bool:
    one, other = np.asarray(one), np.asarray(other)
    return one.shape == other.shape and bool(np.all(values_agree(one, other, max(rtol, 1e-6))))


def _everywhere(pairs: Sequence[Pair], change: Callable[[Pair], Any]) -> bool:
    """Whether `change` makes the expected value of every pair the one that came, and changes it at all. Where a value is
    right, and the change is none of it (None), nothing can be seen."""
    informative = 0
    for pair in pairs:
        with np.errstate(all="ignore"):
            other = change(pair)
        if other is None and not pair.wrong:
            continue
        if other is None or not same(pair.got, other, pair.rtol):
            return False
        informative += int(np.count_nonzero(pair.expected)) if pair.wrong else 0
    return informative >= ENOUGH


def said(slug: str, confidence: float, message: Text, hint: Text) -> Diagnosis:
    return Diagnosis(slug, "structure", confidence, message, hint)


# --- one array ----------------------------------------------------------------------------------------------


def _transposed(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    if not _everywhere(pairs, lambda pair: pair.expected.T if pair.expected.ndim == 2 else None):
        return None
    return said("transposed", 0.95, text("{name} is the expected one, transposed.", name=name),
                text("Look at the order of the product and at each .T in it."))  # fmt: skip


def _zero(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    if any(np.any(pair.got) or pair.got.shape != pair.expected.shape for pair in pairs):
        return None
    return said("always-zero", 0.9, text("{name} is 0 everywhere.", name=name),
                text("Print what it is computed from, step by step."))  # fmt: skip


def _factor(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    factors: list[float] = []
    pairs = [pair for pair in pairs if pair.wrong or np.any(pair.expected)]  # of 0 nothing is a multiple
    for pair in pairs:
        if pair.got.shape != pair.expected.shape or not np.any(pair.expected):
            return None
        factor = float(np.sum(pair.got * pair.expected) / np.sum(pair.expected * pair.expected))
        if not factor or not same(pair.got, factor * pair.expected, pair.rtol):
            return None
        factors.append(factor)
    wrong = [pair for pair in pairs if pair.wrong]
    entries = sum(int(np.count_nonzero(pair.expected)) for pair in wrong)
    if _all(factors, lambda _: -1.0, pairs):
        return said("sign", 0.95, text("{name} has the wrong sign (minus) everywhere.", name=name),
                    text("Where does a minus come from in the formula, and where is one lost?"))  # fmt: skip
    if len(wrong) > 1:
        for names in _size_names(wrong):
            meant = _product(names)
            if _all(factors, lambda pair, names=names: _power(pair, names, -1), pairs):  # type: ignore[misc]
                return said("divided-by-size", 0.9,
                            text("{name} is divided by {meant}, or is a mean where a sum belongs.", name=name, meant=meant),
                            text("Who divides by it, and does that happen once only?"))  # fmt: skip
            if _all(factors, lambda pair, names=names: _power(pair, names, 1), pairs):  # type: ignore[misc]
                return said("not-divided-by-size", 0.9,
                            text("{name} is too large by {meant}: a sum where a mean belongs, not divided by it.", name=name, meant=meant),
                            text("Over what is the mean taken, and where is that division?"))  # fmt: skip
        for one, other in permutations([name for names in _size_names(wrong) if len(names) == 1 for name in names], 2):
            if _all(factors, lambda pair, one=one, other=other: _ratio(pair, one, other), pairs):  # type: ignore[misc]
                belongs, taken = _product((one,)), _product((other,))
                return said("divided-by-another-size", 0.9,
                            text("{name} is divided by {wrong}, where {right} belongs.", name=name, wrong=taken, right=belongs),
                            text("Which axis is counted: samples or classes?"))  # fmt: skip
    numbers = all(pair.expected.size == 1 for pair in wrong)  # of which two have a factor in common too easily
    constant = (
        len(wrong) > (2 if numbers else 1) and _all(factors, lambda _: factors[0], pairs) and abs(factors[0] - 1) > 1e-3
    )
    if constant and entries >= ENOUGH and 1e-6 < abs(factors[0]) < 1e6:
        return said("constant-factor", 0.9,
                    text("{name} is {factor:.4g} times the expected one, everywhere.", name=name, factor=factors[0]),
                    text("A factor is missing or superfluous: a 2, a half, the learning rate?"))  # fmt: skip
    return None


def _all(factors: Sequence[float], meant: Callable[[Pair], float | None], pairs: Sequence[Pair]) -> bool:
    """Whether each factor is the one that is meant; None: at a pair that is right, that cannot be told."""
    known = ((one, meant(pair)) for one, pair in zip(factors, pairs, strict=True))
    return all(factor is None or abs(one - factor) <= 1e-4 * abs(one) for one, factor in known)


def _size_names(pairs: Sequence[Pair]) -> Iterator[tuple[str, ...]]:
    names = [name for name in pairs[0].sizes if all(name in pair.sizes for pair in pairs)]
    yield from ((name,) for name in names)
    yield from ((one, other) for i, one in enumerate(names) for other in names[i + 1 :])


def _power(pair: Pair, names: tuple[str, ...], exponent: int) -> float | None:
    sizes = [pair.sizes.get(name) for name in names]
    return None if None in sizes else float(np.prod([size for size in sizes if size])) ** exponent


def _ratio(pair: Pair, one: str, other: str) -> float | None:
    sizes = pair.sizes
    return sizes[one] / sizes[other] if one in sizes and other in sizes else None


def _product(names: tuple[str, ...]) -> Text:
    meant = [MEANING.get(name, Text(name, name)) for name in names]
    return meant[0] if len(meant) == 1 else text("{one} times {other}", one=meant[0], other=meant[1])


def _offset(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    first = pairs[0].got
    if first.shape != pairs[0].expected.shape or not first.size:
        return None
    offset = float(np.ravel(first - pairs[0].expected)[0])
    if not _everywhere(pairs, lambda pair: pair.expected + offset):
        return None
    message = (
        text("{name} is {by:.4g} too large, everywhere.")
        if offset > 0
        else text("{name} is {by:.4g} too small, everywhere.")
    )
    return said("constant-offset", 0.9, filled(message, name=name, by=abs(offset)),
                text("A term is missing or counted twice."))  # fmt: skip


def _whole(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    cuts = (np.trunc, np.floor, np.round)
    integers = all(
        pair.got.dtype.kind in "iu" and any(same(pair.got, cut(pair.expected), 0.0) for cut in cuts) for pair in pairs
    )
    floats = any(np.any(pair.got) for pair in pairs) and any(_everywhere(pairs, partial(_cut, cut)) for cut in cuts)
    if not integers and not floats:
        return None
    return said("cut-to-integers", 0.9, text("{name} is cut to whole numbers (integers).", name=name),
                text("An array made like one of ints (zeros_like, astype) cannot hold fractions."))  # fmt: skip


def _cut(cut: Callable[[Any], Any], pair: Pair) -> Any:
    return cut(pair.expected)


def _not_summed(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    hint = text("Which axis has to disappear, and what does each entry of the result collect?")
    if any(not pair.wrong and pair.expected.size > 1 for pair in pairs):
        return None
    pairs = [pair for pair in pairs if pair.wrong]
    if all(pair.got.shape != pair.expected.shape and pair.got.size == pair.expected.size
           and same(pair.got.ravel(), pair.expected.ravel(), pair.rtol) for pair in pairs):  # fmt: skip
        got, expected = pairs[0].got.shape, pairs[0].expected.shape
        return said("right-values-wrong-shape", 0.95,
                    text("{name} has the right values in the wrong shape: {got} for {expected}.", name=name, got=got, expected=expected),
                    text("keepdims, reshape or squeeze: which of them adds or removes that axis?"))  # fmt: skip
    if all(
        pair.got.ndim == pair.expected.ndim + 1 and same(pair.got.sum(axis=0), pair.expected, pair.rtol)
        for pair in pairs
    ):
        return said("not-summed", 0.95, text("{name} was not summed over the batch (axis 0).", name=name), hint)
    if all(
        pair.expected.size > 1 and pair.got.size == 1 and same(pair.got.reshape(()), pair.expected.sum(), pair.rtol)
        for pair in pairs
    ):
        return said("summed-too-far", 0.95,
                    text("{name} was summed over everything; one axis (the batch) is meant.", name=name),
                    hint)  # fmt: skip
    return None


def _order(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    for axis in (0, 1):
        if _everywhere(pairs, partial(_rearranged, np.flip, axis)):
            return said("reversed", 0.9, text("{name} is in reverse order along axis {axis}.", name=name, axis=axis),
                        text("Which end does the loop begin at?"))  # fmt: skip
        for step in (1, -1):
            if _everywhere(pairs, partial(_rearranged, partial(_rolled, step), axis)):
                return said("one-off", 0.9, text("{name} is shifted by one step along axis {axis}.", name=name, axis=axis),
                            text("Is it the value of this step or of the one before?"))  # fmt: skip
    return None


def _rearranged(move: Callable[[Any, int], Any], axis: int, pair: Pair) -> Any:
    return move(pair.expected, axis) if pair.expected.ndim > axis else None


def _rolled(step: int, values: Any, axis: int) -> Any:
    return np.roll(values, step, axis)


_CHANGES: tuple[tuple[str, Callable[[Any], Any], Text], ...] = (
    ("square", np.square, text("the square of the expected one")),
    ("root", lambda x: np.sqrt(x) if np.all(x >= 0) else None, text("the square root of the expected one")),
    ("absolute", np.abs, text("the absolute value of the expected one: signs are lost")),
    ("reciprocal", lambda x: 1 / x if np.all(x) else None, text("one over the expected one")),
    ("log", lambda x: np.log(x) if np.all(x > 0) else None, text("the logarithm of the expected one")),
    ("exp", np.exp, text("the exponential (exp) of the expected one")),
    ("negative-cut", lambda x: np.maximum(x, 0), text("the expected one with negative entries cut to 0")),
    ("positive-cut", lambda x: np.minimum(x, 0), text("the expected one with positive entries cut to 0")),
    ("sign-only", np.sign, text("only the sign of the expected one")),
    ("one-minus", lambda x: 1 - x, text("one minus the expected one")),
)


def _function(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    for slug, change, words in _CHANGES:
        if _everywhere(pairs, lambda pair, change=change: change(pair.expected)):  # type: ignore[misc]
            return said(slug, 0.9, text("{name} is {words}.", name=name, words=words),
                        text("Which step is one too many, or missing?"))  # fmt: skip
    return None


def _clipped(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    together = np.concatenate([np.ravel(pair.got) for pair in pairs])
    low, high = float(together.min()), float(together.max())
    if low == high:  # one number everywhere is no range
        return None
    if not _everywhere(pairs, lambda pair: np.clip(pair.expected, low, high)):
        return None
    cut = [pair for pair in pairs if np.sum((pair.expected < low) | (pair.expected > high)) > 1]
    if not cut:
        return None
    return said("clipped", 0.9,
                text("{name} is clipped: it never leaves {low:.4g} to {high:.4g}.", name=name, low=low, high=high),
                text("Nothing in the formula limits it."))  # fmt: skip


def _rows(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    """Only the first, or only the last row along an axis is right."""
    if len(pairs) < 2 or any(
        pair.got.shape != pair.expected.shape or pair.got.ndim < 2 or len(pair.got) < 2 for pair in pairs
    ):
        return None
    if sum(len(pair.got) - 1 for pair in pairs) < 2 * ENOUGH:
        return None
    good = [values_agree(pair.got, pair.expected, pair.rtol).reshape(len(pair.got), -1).all(axis=1) for pair in pairs]
    for row, words in ((0, text("first")), (-1, text("last"))):
        if all(one[row] and one.sum() == 1 for one in good):
            return said("only-one-row", 0.7, text("{name} is right in its {words} row only.", name=name, words=words),
                        text("Does something that belongs to one sample serve for all?"))  # fmt: skip
    return None


def _upstream(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    pairs = [pair for pair in pairs if pair.wrong or pair.upstream is not None]
    if any(pair.upstream is None for pair in pairs):
        return None
    hint = text("backward multiplies its own derivative by dout, once.")
    if all(same(pair.got * pair.upstream, pair.expected, pair.rtol) for pair in pairs):
        return said("dout-ignored", 0.95, text("{name} ignores dout, the upstream gradient.", name=name), hint)
    if _everywhere(pairs, lambda pair: pair.expected * pair.upstream):
        return said("dout-twice", 0.95, text("{name} has dout, the upstream gradient, multiplied twice.", name=name),
                    hint)  # fmt: skip
    if all(same(pair.got, pair.upstream, pair.rtol) for pair in pairs):
        return said("dout-handed-on", 0.95,
                    text("{name} is dout itself: the layer's own derivative is missing.", name=name),
                    hint)  # fmt: skip
    return None


def _stale(pairs: Sequence[Pair], name: Text) -> Diagnosis | None:
    hint = text("What does each call keep on self, and when is that replaced?")
    pairs = [pair for pair in pairs if pair.wrong or pair.earlier]
    if all(any(same(pair.got, one, pair.rtol) for one in pair.earlier) for pair in pairs):
        return said("stale", 0.9,
                    text("{name} belongs to an earlier call: something is kept (stale state) and not replaced.", name=name),
                    hint)  # fmt: skip
    sums = [[one for one in pair.earlier if np.shape(one) == pair.expected.shape] for pair in pairs]
    if all(
        some and same(pair.got, pair.expected + sum(some), pair.rtol) for pair, some in zip(pairs, sums, strict=True)
    ):
        return said("adds-up", 0.9,
                    text("{name} adds up over the calls: it accumulates what earlier calls gave.", name=name),
                    hint)  # fmt: skip
    return None


KINDS: tuple[Callable[[Sequence[Pair], Text], Diagnosis | None], ...] = (
    _whole, _zero, _transposed, _factor, _upstream, _stale, _not_summed, _offset, _order, _function, _rows, _clipped,
)  # fmt: skip
