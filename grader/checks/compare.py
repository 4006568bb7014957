"""Whether an observation agrees with the reference's, and if not, the first thing that differs.

The order is type, keys, shape, kind of dtype, finiteness, values. A value is good only if
`abs(got - expected) <= allowance`, so NaN fails (it agrees only with the NaN of a mistake: references have none, see
`oracle.py`); nothing is broadcast, and an empty array agrees only with
an empty one. The allowance is `rtol * (abs(expected) + 0.1 * max(abs(expected)))`: the second term is for
entries that cancel to nearly nothing beside large ones. float32 answers are held to float32 accuracy.

What counts as the same: a 0-d array, a numpy scalar and a Python number; a list, a tuple and an array, unless an
array is expected; integers of any width; -0.0 and 0.0.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from grader.checks.places import Place, named
from grader.model import NOTHING, Text, same
from grader.sandbox.inside.wire import Handle, Opaque
from grader.words import text

FLOAT32_RTOL = 2e-4
ABSOLUTE_FLOOR = 1e-10  # beside zeros there is nothing for a relative tolerance to be relative to
FLOAT32_FLOOR = 1e-6
WHATEVER = 1e200  # an rtol that lets every finite value pass
SMALL = 24  # arrays of up to so many entries are printed whole
LONGEST, MOST_KEYS = 100, 10  # characters of a text, keys of a dict in a message


class Difference(NamedTuple):
    """The first difference found. It is put into words only when somebody reads them: diagnosis compares with hundreds of
    known mistakes, and wants to know of nearly all only *that* they differ.

    Attributes:
        kind: type, keys, length, shape, dtype, finite or values.
        place: where in the observation; empty for the observation itself.
        say, show: make `text` and `detail`.
    """

    kind: str
    place: Place
    say: Callable[[], Text]
    show: Callable[[], Text] = lambda: NOTHING

    @property
    def text(self) -> Text:
        """What differs, and where, by the keys that the check uses."""
        return self.said({})

    def said(self, labels: Mapping[str, Text]) -> Text:
        """What differs, and where, in the phrases of the check's file."""
        said = self.say()
        return text("{path}: {said}", path=named(self.place, labels), said=said) if self.place else said

    @property
    def detail(self) -> Text:
        """Expected beside got, for a person to follow; empty if they are large."""
        return self.show()


def compare(got: Any, expected: Any, rtol: float, place: Place = ()) -> Difference | None:
    """The first difference between two observations, or None if they agree."""
    if isinstance(got, (Opaque, Handle)) or _is_remote(got):
        unusable = got
        return Difference(
            "type",
            place,
            lambda: text(
                "an unsupported type, {type}, for {expected}", type=_type_name(unusable), expected=_what(expected)
            ),
        )
    alike = isinstance(expected, (list, tuple)) and _is_array(got)  # it unpacks and indexes alike
    if not alike and _category(got) != _category(expected):
        other = got
        return Difference(
            "type",
            place,
            lambda: text(
                "expected {right_type}, got {wrong_type}", right_type=_what(expected), wrong_type=_what(other)
            ),
        )
    if isinstance(expected, dict):
        return _compare_dicts(got, expected, rtol, place)
    if isinstance(expected, (list, tuple)):
        return _compare_sequences(got, expected, rtol, place)
    if expected is None or isinstance(expected, (str, bytes)):
        if got == expected:
            return None
        return Difference(
            "values", place, lambda: text("expected {expected}, got {got}", expected=_short(expected), got=_short(got))
        )
    return _compare_arrays(np.asarray(got), np.asarray(expected), rtol, place, not _is_array(expected))


def _compare_dicts(got: Any, expected: Any, rtol: float, place: Place) -> Difference | None:
    if set(got) != set(expected):
        return Difference("keys", place, lambda: _keys_said(got, expected))
    for key in expected:
        difference = compare(got[key], expected[key], rtol, (*place, str(key)))
        if difference:
            return difference
    return None


def _keys_said(got: Any, expected: Any) -> Text:
    missing = _listed([key for key in expected if key not in got])
    extra = _listed([key for key in got if key not in expected])
    if not extra:
        return text("missing keys: {missing}", missing=missing)
    if not missing:
        return text("unexpected keys: {extra}", extra=extra)
    return text("missing keys: {missing}; unexpected keys: {extra}", missing=missing, extra=extra)


def _compare_sequences(got: Any, expected: Any, rtol: float, place: Place) -> Difference | None:
    if len(got) != len(expected):
        sizes = {"expected": len(expected), "got": len(got)}
        return Difference("length", place, lambda: text("expected {expected} values, got {got}", **sizes))
    for index, (one, other) in enumerate(zip(got, expected, strict=True)):
        difference = compare(one, other, rtol, (*place, index))
        if difference:
            return difference
    return None


def _compare_arrays(got: Any, expected: Any, rtol: float, place: Place, number: bool) -> Difference | None:
    def found(kind: str, say: Callable[[], Text]) -> Difference:
        return Difference(kind, place, say, lambda: _side_by_side(got, expected, rtol))

    if got.shape != expected.shape:
        return found("shape", lambda: text("shape {got}, expected {expected}", got=got.shape, expected=expected.shape))
    if not _same_kind(got, expected, number):
        wanted = _KINDS[expected.dtype.kind]
        return found("dtype", lambda: text("dtype {dtype}, expected {kind}", dtype=got.dtype, kind=wanted))
    if expected.size == 0:
        return None
    finite = np.isfinite(expected)
    strange = np.isfinite(got) != finite
    if finite.all() and strange.any():
        return found("finite", lambda: _strange_said(got, expected, _first(strange)))
    good = values_agree(got, expected, rtol)
    if good.all():
        return None
    return found("values", lambda: _values_said(got, expected, good, rtol))


def _strange_said(got: Any, expected: Any, index: tuple[int, ...]) -> Text:
    values = {"got": got[index], "expected": _number(expected[index])}
    if index:
        return text("not finite: {got} at {place}, expected {expected}", place=_at(index), **values)
    return text("not finite: {got} at the value, expected {expected}", **values)


def _values_said(got: Any, expected: Any, good: Any, rtol: float) -> Text:
    finite = np.isfinite(expected)
    with np.errstate(all="ignore"):
        gap = np.abs(np.where(finite & np.isfinite(got), got.astype(complex) - expected.astype(complex), 0))
    gap = np.where(good, -1.0, gap)  # two different infinities are 0 apart here, and must still win over a good one
    worst = tuple(int(i) for i in np.unravel_index(int(np.argmax(gap)), gap.shape))
    count = int(np.sum(~good))
    allowed = allowance(got, expected, rtol)[worst]
    values: dict[str, object] = {"expected": _number(expected[worst]), "got": _number(got[worst])}
    if expected.shape:
        values |= {"place": _at(worst), "count": count, "size": expected.size}
        said = text("at {place} expected {expected}, got {got}; {count} of {size} values differ", **values)
    else:
        said = text("expected {expected}, got {got}", **values)
    if count > 1:
        said = text("{said}, by at most {gap:.3g}", said=said, gap=gap[worst])
    if expected.dtype.kind not in "biu":  # a whole number or a truth value is right or it is not
        said = text("{said} (allowed {allowed:.1g})", said=said, allowed=allowed)
    return said


def values_agree(got: Any, expected: Any, rtol: float) -> Any:
    """Boolean array, True where `got` is good. Both arrays have the same shape; nothing is broadcast."""
    if got.dtype.kind == "b" and expected.dtype.kind == "b":
        return got == expected
    with np.errstate(all="ignore"):
        close = np.abs(got - expected) <= allowance(got, expected, rtol)
        alike = (got == expected) | (np.isnan(got) & np.isnan(expected))
        return np.where(np.isfinite(expected), close, alike)


def leaves(got: Any, expected: Any, place: Place = ()) -> Iterator[tuple[Place, Any, Any]]:
    """Pairs of arrays or numbers that stand in the same place of two observations, with that place."""
    numeric = (np.ndarray, np.generic, float, int)
    return (one for one in places(got, expected, place) if isinstance(one[1], numeric) and isinstance(one[2], numeric))


def places(got: Any, expected: Any, place: Place = ()) -> Iterator[tuple[Place, Any, Any]]:
    """What stands in the same place of two observations, whatever it is, with that place."""
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in expected:
            if key in got:
                yield from places(got[key], expected[key], (*place, str(key)))
    elif isinstance(expected, (list, tuple)) and (isinstance(got, (list, tuple)) or _is_array(got)):
        for index, (one, other) in enumerate(zip(got, expected, strict=False)):
            yield from places(one, other, (*place, index))
    else:
        yield place, got, expected


def deviation(got: Any, expected: Any, rtol: float) -> float:
    """The widest deviation in units of what is allowed: up to 1 is right. Infinite where they differ in kind."""
    if compare(got, expected, WHATEVER) is not None:
        return math.inf
    widest = 0.0
    with np.errstate(all="ignore"):
        for _, one, other in leaves(got, expected):
            one, other = np.asarray(one), np.asarray(other)
            apart = np.abs(one.astype(complex) - other) / allowance(one, other, rtol)
            widest = max(widest, float(np.max(np.where(np.isfinite(other), apart, 0.0), initial=0.0)))
    return widest


def has_nan(value: Any) -> bool:
    """Whether a NaN stands anywhere in an observation."""
    if isinstance(value, dict):
        return any(has_nan(item) for item in value.values())
    if isinstance(value, (list, tuple)) and not isinstance(value, (Opaque, Handle)):
        return any(has_nan(item) for item in value)
    numeric = isinstance(value, (np.ndarray, np.generic, float, complex))
    return numeric and bool(np.isnan(value).any())


def allowance(got: Any, expected: Any, rtol: float) -> Any:
    """Array of allowed deviations, of `expected`'s shape; an array `got` of float32 is held to float32 accuracy."""
    coarse = got.dtype in (np.float32, np.complex64, np.float16)
    size = np.abs(np.where(np.isfinite(expected), expected, 0)).astype(float)
    relative = max(rtol, FLOAT32_RTOL) if coarse else rtol
    # whoever wants an array as it was says so by a tolerance that is smaller than the floor
    return relative * (size + 0.1 * size.max(initial=0.0)) + (FLOAT32_FLOOR if coarse else min(ABSOLUTE_FLOOR, rtol))


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0


def _category(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return "array" if value.ndim else "number"
    if isinstance(value, (bool, int, float, complex, np.generic)):
        return "number"
    if isinstance(value, (list, tuple)):
        return "sequence"
    return type(value).__name__


def _same_kind(got: Any, expected: Any, number: bool) -> bool:
    kinds = {"b": "b", "i": "i", "u": "i", "f": "f", "c": "c"}
    if kinds[got.dtype.kind] == kinds[expected.dtype.kind]:
        return True
    # `return 0` for a loss that is 0.0 is right; an array of integers has lost its fractions, or will
    return number and got.dtype.kind in "iu" and expected.dtype.kind == "f"


def _listed(keys: list[Any]) -> str:
    return ", ".join(_short(key) for key in keys[:MOST_KEYS]) + ", …" * (len(keys) > MOST_KEYS)


def _short(value: Any) -> str:
    """Of a text or a key no more than a message can hold, before anything is made of it."""
    return repr(value[:LONGEST]) + "…" if isinstance(value, (str, bytes)) and len(value) > LONGEST else repr(value)


def _is_remote(value: Any) -> bool:
    return hasattr(type(value), "_conversation")


def _type_name(value: Any) -> str:
    """Of what cannot be compared: an `Opaque`, a `Handle` or a `Remote`."""
    return str(value._type_name) if _is_remote(value) else str(value.type_name)


_NAMES = {
    "number": text("a number"), "sequence": text("a list or tuple"), "dict": text("a dict"), "str": text("a string"),
}  # fmt: skip
_KINDS = {
    "b": text("booleans"), "i": text("integers"), "u": text("integers"), "c": text("complex numbers"), "f": text("floats"),
}  # fmt: skip


def _what(value: Any) -> Text:
    if value is None:
        return same("None")
    if _is_array(value):
        return text("an array of shape {shape}", shape=value.shape)
    return _NAMES.get(_category(value), same(_category(value)))


def _first(mask: Any) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(mask)[0])


def _at(index: tuple[int, ...]) -> str:
    return "[" + ", ".join(map(str, index)) + "]"


def _number(value: Any) -> str:
    return f"{value:.6g}" if np.asarray(value).dtype.kind in "fc" else str(value)


def _side_by_side(got: Any, expected: Any, rtol: float) -> Text:
    if max(got.size, expected.size) > SMALL or expected.ndim == 0:
        return NOTHING
    marks = None
    if got.shape == expected.shape:
        marks = ~values_agree(got, expected, rtol)
    expected_block, got_block = grid(expected), grid(got, marks)
    return text("expected\n{expected}\ngot\n{got}", expected=expected_block, got=got_block)


def grid(array: Any, marks: Any = None) -> str:
    """`array` as aligned rows, two spaces in; entries marked True carry a `*`."""
    cells = [_number(value) for value in array.ravel()]
    if marks is not None:
        cells = [f"{cell}{'*' if wrong else ' '}" for cell, wrong in zip(cells, marks.ravel(), strict=True)]
    width = max((len(cell) for cell in cells), default=0)
    columns = array.shape[-1] if array.ndim and array.shape[-1] else 1
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    return "\n".join("  " + "  ".join(cell.rjust(width) for cell in row) for row in rows) or "  (empty)"
