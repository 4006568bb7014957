"""Arguments by position and by name alike: whatever an answer calls its parameters, and however it takes them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside import wire
from grader.sandbox.inside.calling import fitted
from grader.sandbox.inside.interpreter import Interpreter

STUB = ("x", "alpha", "beta")


def plain(x: Any, alpha: Any = 1, beta: Any = 2) -> Any:
    return x, alpha, beta


def other_names(z: Any, a: Any = 1, b: Any = 2) -> Any:
    return z, a, b


def one_other_name(x: Any, a: Any = 1, beta: Any = 2) -> Any:
    return x, a, beta


def positions_only(z: Any, a: Any = 1, b: Any = 2, /) -> Any:
    return z, a, b


def names_only(x: Any, *, alpha: Any = 1, beta: Any = 2) -> Any:
    return x, alpha, beta


def other_names_only(x: Any, *, a: Any = 1, b: Any = 2) -> Any:
    return x, a, b


def all_named(**given: Any) -> Any:
    return given["x"], given.get("alpha", 1), given.get("beta", 2)


def any_places(*given: Any) -> Any:
    return (*given, *(1, 2)[len(given) - 1 :])


def one_more(z: Any, a: Any = 1, b: Any = 2, verbose: bool = False) -> Any:
    assert not verbose
    return z, a, b


def turned_round(beta: Any = 2, alpha: Any = 1, x: Any = None) -> Any:
    return x, alpha, beta


@functools.wraps(other_names)
def wrapped(*args: Any, **kwargs: Any) -> Any:
    return other_names(*args, **kwargs)


class Method:
    def __call__(self, z: Any, a: Any = 1, b: Any = 2) -> Any:
        return z, a, b

    def method(self, z: Any, a: Any = 1, b: Any = 2) -> Any:
        return z, a, b

    @classmethod
    def of_class(cls, z: Any, a: Any = 1, b: Any = 2) -> Any:
        return z, a, b

    @staticmethod
    def free(z: Any, a: Any = 1, b: Any = 2) -> Any:
        return z, a, b


class Made:
    def __init__(self, z: Any, a: Any = 1, b: Any = 2) -> None:
        self.it = (z, a, b)

    def __eq__(self, other: object) -> bool:
        return self.it == other

    __hash__ = None  # type: ignore[assignment]


ANSWERS: list[Callable[..., Any]] = [
    plain, other_names, one_other_name, positions_only, names_only, other_names_only, one_more, wrapped, Method(), Method().method,
    Method.of_class, Method().of_class, Method.free, Made, lambda z, a=1, b=2: (z, a, b),
]  # fmt: skip
CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((5,), {}), ((5, 6), {}), ((5, 6, 7), {}), ((5,), {"alpha": 6}), ((5, 6), {"beta": 7}), ((5,), {"beta": 7}),
    ((5,), {"beta": 7, "alpha": 6}), ((), {"x": 5}), ((), {"alpha": 6, "x": 5}),
]  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize(("args", "kwargs"), CALLS)
def test_every_way_to_hand_over_fits_every_way_to_take(
    answer: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    own_args, own_kwargs = fitted(answer, args, kwargs, STUB)

    assert answer(*own_args, **own_kwargs) == plain(*args, **kwargs)


@pytest.mark.parametrize(
    ("answer", "args", "kwargs"),
    [
        (all_named, (), {"x": 5, "beta": 7}),
        (turned_round, (), {"x": 5, "beta": 7}),  # who takes the name is called by it
        (any_places, (5,), {"alpha": 6}),
        (any_places, (5, 6), {"beta": 7}),
        (np.vectorize(lambda z, a=1, b=2: 100 * z + 10 * a + b), (5,), {"alpha": 6}),
    ],
)
def test_rarer_ways_fit_too(answer: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    own_args, own_kwargs = fitted(answer, args, kwargs, STUB)
    expected = plain(*args, **kwargs)

    assert answer(*own_args, **own_kwargs) == (
        int("".join(map(str, expected))) if type(answer) is np.vectorize else expected
    )


def too_few(x: Any) -> Any:
    return x


def two(x: Any, a: Any = 1) -> Any:
    return x, a


def mixed_up(x: Any, beta: Any = 2, b: Any = 1) -> Any:
    return x, b, beta


@pytest.mark.parametrize(
    ("answer", "args", "kwargs"),
    [
        (too_few, (5,), {"alpha": 6}),  # it has not as many
        (two, (5,), {"alpha": 6}),
        (mixed_up, (5,), {"alpha": 6}),  # where alpha should stand is another name of the statement
        (other_names, (5, 6), {"alpha": 6}),  # twice
        (other_names, (5,), {"a": 8, "alpha": 6}),
        (other_names, (5,), {"gamma": 6}),  # no name of the statement
        (any_places, (5,), {"beta": 6}),  # a gap that nothing fills
        (too_few, (5, 6), {}),
        (functools.partial(other_names), (5,), {"alpha": 6}),  # nobody knows what it takes
        (np.maximum, (5,), {"alpha": 6}),
        (3, (5,), {"alpha": 6}),
    ],
)
def test_what_does_not_fit_stays_as_it_is(answer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    assert fitted(answer, args, kwargs, STUB) == (args, kwargs)
    assert fitted(answer, args, kwargs, ()) == (args, kwargs)


def test_what_raises_inside_is_never_called_again() -> None:
    calls = []

    def wrong(x: Any, a: Any) -> Any:
        calls.append(a)
        raise TypeError("wrong() got an unexpected keyword argument 'alpha'")

    request = wire.dumps([("call", 0, "wrong", 9, (1,), {"alpha": 2}, ("x", "alpha"))])
    inner, _, _ = wire.loads(Interpreter({"wrong": wrong}, {}, "answer.py").carry_out(request))

    assert calls == [2]
    assert wire.loads(inner)[0][:3] == ("error", "exception", "TypeError")


def test_wrappers_without_an_end_are_given_up() -> None:
    def around(*args: Any, **kwargs: Any) -> Any:
        return plain(*args, **kwargs)

    around.__wrapped__ = around  # type: ignore[attr-defined]

    assert fitted(around, (5,), {"alpha": 6}, STUB) == ((5,), {"alpha": 6})
