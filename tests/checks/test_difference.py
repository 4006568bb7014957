"""How two observations of a check differ: values, exceptions, expectations and ends of a worker."""

from __future__ import annotations

import pytest

from grader.checks.difference import difference, error_kind
from grader.checks.lab import Trace
from grader.checks.observe import Observation
from grader.errors import AnswerError, Fault
from grader.model import Text, same

TRACE = Trace()
BROKEN = Text("it must be even", "偶数のはず")


def error(type_name: str, text: str = "", kind: str = "exception", line: int | None = 1) -> AnswerError:
    return AnswerError(kind, type_name, text, line)


def value(one: object) -> Observation:
    return Observation(TRACE, value=one)


def raised(type_name: str, text: str = "") -> Observation:
    return Observation(TRACE, error=error(type_name, text))


def broken(said: Text) -> Observation:
    return Observation(TRACE, broken=said)


DIED = Observation(TRACE, fault=Fault("timeout"))


@pytest.mark.parametrize(
    ("seen", "expected", "kind", "said"),
    [
        (value(1.0), value(1.0), None, ""),
        (value(1.0 + 1e-9), value(1.0), None, ""),
        (value(1.1), value(1.0), "values", "expected 1, got 1.1 (allowed 1e-06)"),
        (DIED, value(1.0), "fault", "fault"),
        (value(1.0), DIED, "fault", "fault"),
        (DIED, DIED, "fault", "fault"),
        (raised("ValueError"), value(None), "error", "error"),
        (value(None), raised("ValueError"), "error", "error"),
        (raised("ValueError"), raised("ValueError"), None, ""),
        (raised("ValueError"), raised("TypeError"), "error", "error"),
        (raised("ValueError", "too long"), raised("ValueError", "too short"), "error", "error"),
        (raised("ValueError"), broken(BROKEN), "error", "error"),
        (broken(BROKEN), value(None), "expectation", "it must be even"),
        (broken(BROKEN), broken(BROKEN), None, ""),
        (broken(BROKEN), broken(same("another")), "expectation", "it must be even"),
        (value(None), broken(BROKEN), "expectation", ""),
    ],
)
def test_what_differs(seen: Observation, expected: Observation, kind: str | None, said: str) -> None:
    found = difference(seen, expected, 1e-6)

    assert (found and found.kind) == kind
    if found:
        assert found.place == () and found.text.en == said and found.detail == ("", "")


def test_the_tolerance_is_the_checks() -> None:
    assert difference(value(1.01), value(1.0), 1e-1) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (error("RecursionError", "in comparison"), error("RecursionError", "while calling")),
        (error("ZeroDivisionError", "division by zero"), error("ZeroDivisionError", "float division by zero")),
        (error("IndexError", "index 3 is out of bounds for size 2"), error("IndexError", "index 11 is out of bounds for size 9")),
        (error("TypeError", "f() takes (2, 3) [4]  arguments"), error("TypeError", "f takes arguments")),
        *(
            (error("ValueError", said), error("ValueError", "shapes (3,) and (4,) not aligned"))
            for said in (
                "mismatch in its core dimension 0",
                "operands could not be broadcast together",
                "size 3 is different from 4",
                "cannot reshape array of size 3",
            )
        ),
        (error("ValueError", "x", line=1), error("ValueError", "x", line=9)),
    ],
)  # fmt: skip
def test_errors_that_are_alike(one: AnswerError, other: AnswerError) -> None:
    assert error_kind(one) == error_kind(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (error("RecursionError"), error("ZeroDivisionError")),
        (error("KeyError", "W"), error("KeyError", "b")),
        (error("TypeError", "operands could not be broadcast"), error("TypeError", "cannot reshape array")),
        (error("ValueError", "not aligned"), error("ValueError", "negative")),
        (error("ValueError", ""), error("ZeroDivisionError", "")),
        (error("NameError", "name 'ab' is not defined"), error("NameError", "name 'a b' is not defined")),
        (error("NameError", "name aXXb"), error("NameError", "name a b")),
    ],
)
def test_errors_that_are_not(one: AnswerError, other: AnswerError) -> None:
    assert error_kind(one) != error_kind(other)


def test_the_kind_of_an_error_is_its_type_and_its_words() -> None:
    assert error_kind(error("KeyError", "'W1' of 3")) == ("KeyError", "'W ' of ")
    assert error_kind(error("ZeroDivisionError", "by zero")) == ("ZeroDivisionError", "")
    assert error_kind(error("ValueError", "not aligned")) == ("ValueError", "shapes")
