"""A worker's reply is exactly a reply, or it is refused; and each way of being none is refused for its own reason."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from grader.checks.reply import left, read_reply
from grader.sandbox.inside import wire

VALUE: tuple[Any, ...] = ("value", 1, [])


NO_OUTCOMES: tuple[Any, ...] = (
    None,
    (),
    ["value", 1, []],
    ("passed", 1, []),
    ("value", 1),
    ("value", 1, [], 0),
    ("value", 1, ()),
    ("handle", "Layer"),
    ("handle", "Layer", [], 0),
    ("handle", 1, []),
    ("handle", "Layer", ()),
    ("error", "exception", "E", "text"),
    ("error", "exception", "E", "text", 1, 1),
    ("error", 1, "E", "text", 1),
    ("error", "exception", 1, "text", 1),
    ("error", "exception", "E", 1, 1),
    ("error", "exception", "E", "text", "1"),
    ("error", "exception", "E", "text", True),
    # what has no truth when it is compared
    (np.zeros(2), 1, []),
    (np.zeros(2), "exception", "E", "text", 1),
    ("error", np.zeros(2), "E", "text", 1),
)


def changes(*items: Any) -> bytes:
    """As bytes, one after the other."""
    return b"".join(wire.dumps(item) for item in items)


def reply(outcomes: Any = (), changed: bytes = wire.dumps(0), warnings: Any = ()) -> bytes:
    return wire.dumps((wire.dumps(list(outcomes)), changed, list(warnings)))


def read(message: bytes, *mutables: Any) -> Any:
    return read_reply(message, list(mutables))


@pytest.mark.parametrize(
    "outcome",
    [
        ("value", None, []),
        ("value", {"W": 1.0}, [1.5, 2.0]),
        ("handle", "Layer", []),
        ("error", "exception", "ValueError", "too long", None),
        ("error", "exception", "ValueError", "too long", 3),
    ],
)
def test_every_outcome_is_read(outcome: tuple[Any, ...]) -> None:
    assert read(reply([outcome, VALUE])) == ([outcome, VALUE], [], [])


def test_warnings_are_read() -> None:
    assert read(reply([], warnings=[("overflow", 3), ("again", 4)])) == ([], [], [("overflow", 3), ("again", 4)])


def test_changes_are_paired_with_the_callers_objects() -> None:
    array, items, table = np.zeros(2), [1], {"a": 1}
    message = reply([VALUE], changes(3, 0, np.ones(2), 1, [2, 3], 2, {}))

    outcomes, found, _ = read(message, array, items, table)

    assert outcomes == [VALUE]
    assert [one for one, _ in found] == [array, items, table] and found[0][0] is array and found[2][0] is table
    assert found[0][1].tolist() == [1.0, 1.0] and found[1][1] == [2, 3] and found[2][1] == {}


def test_a_change_may_refer_to_another_object_of_the_caller() -> None:
    array, table = np.zeros(2), {"W": 1}
    encoder = wire.Encoder([array, table], register=False)
    encoder.write(1)
    encoder.write(1)
    table["W"] = array  # type: ignore[assignment]
    encoder.write_contents(table)

    [(which, contents)] = read(reply([], encoder.data()), array, table)[1]

    assert which is table and contents["W"] is array


def test_what_a_change_holds_is_no_further_object() -> None:
    """The worker's new arrays get no numbers: a reference means one of the caller's own."""
    message = reply([], changes(1, 0, [np.ones(2)]) + b"")
    caller: list[Any] = [[]]

    read_reply(message, caller)

    assert caller == [[]]


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (wire.dumps(1), "not a reply"),
        (wire.dumps([b"", b"", []]), "not a reply"),
        (wire.dumps((b"", b"")), "not a reply"),
        (wire.dumps((b"", b"", [], [])), "not a reply"),
        (wire.dumps(("", b"", [])), "not a reply"),
        (wire.dumps((b"", "", [])), "not a reply"),
        (wire.dumps((b"", b"", ())), "not a reply"),
        (reply(warnings=["x"]), "not a list of warnings"),
        (reply(warnings=[("x",)]), "not a list of warnings"),
        (reply(warnings=[("x", "y")]), "not a list of warnings"),
        (reply(warnings=[["x", 1]]), "not a list of warnings"),
        (reply(warnings=[("x", 1), (1, 1)]), "not a list of warnings"),
        (reply(warnings=[("x", True)]), "not a list of warnings"),
        (wire.dumps((wire.dumps((VALUE,)), wire.dumps(0), [])), "not a list of outcomes"),
        *((reply([VALUE, outcome]), "not a list of outcomes") for outcome in NO_OUTCOMES),
        (reply([], changes("1")), "not a list of changes"),
        (reply([], changes(True)), "not a list of changes"),
        (reply([], changes(-1)), "not a list of changes"),
        (reply([], changes(3)), "not a list of changes"),
        (reply([], changes(1, "0", np.ones(2))), "a change of nothing"),
        (reply([], changes(1, False, np.ones(2))), "a change of nothing"),
        (reply([], changes(1, -1, np.ones(2))), "a change of nothing"),
        (reply([], changes(1, 2, np.ones(2))), "a change of nothing"),
        (reply([], changes(1, 0, [1.0, 1.0])), "a change of type"),
        (reply([], changes(1, 1, (1,))), "a change of type"),
        (reply([], changes(1, 0, np.ones(3))), "a change of shape"),
        (reply([], changes(1, 0, np.ones((2, 1)))), "a change of shape"),
        (reply([], changes(1, 0, np.ones(2, np.float32))), "a change of shape"),
        (reply([], changes(0, 1)), "bytes follow the changes"),
        (reply([], changes(1, 0, np.ones(2), 0)), "bytes follow the changes"),
        (b"", "unknown tag"),
        (wire.dumps((b"", wire.dumps(0), [])), "unknown tag"),
        (reply([], b""), "unknown tag"),
        (reply([]) + b"N", "bytes follow the value"),
    ],
)
def test_each_way_of_being_no_reply_is_refused(message: bytes, why: str) -> None:
    with pytest.raises(wire.WireError, match=f"^{why}"):
        read(message, np.zeros(2), [1])


def test_as_many_changes_as_there_are_objects_are_still_a_reply() -> None:
    [(_, first), (_, second)] = read(reply([], changes(2, 1, [5], 0, np.ones(2))), np.zeros(2), [1])[1]

    assert first == [5] and second.tolist() == [1.0, 1.0]


def test_what_is_left_of_an_object_holds_none_of_the_callers() -> None:
    array, items = np.zeros(2), [1, 2, 3]
    table: dict[str, Any] = {"a": array, "b": items, "t": (array,)}
    changed = [(array, np.ones(2)), (items, [array, 4]), (table, {"a": items, "t": (array,)})]

    found = left(table, changed)

    assert list(found) == ["a", "t"] and found["a"][1:] == [4]
    assert found["a"][0].tolist() == found["t"][0].tolist() == [1.0, 1.0]
    assert array.tolist() == [0.0, 0.0] and items == [1, 2, 3] and list(table) == ["a", "b", "t"]
    assert left(array, []) is not array


def test_what_is_left_is_bounded_as_every_value_is() -> None:
    """Three lists that hold one another many times would be a hundred thousand million values."""
    lists: list[Any] = [[1], [2], [3]]
    changed = [(one, [other] * 5000) for one, other in pairwise(lists)]
    copied = 0

    def count(frame: Any, event: str, _: Any) -> None:
        nonlocal copied
        copied += event == "call" and frame.f_code.co_name == "copy"

    sys.setprofile(count)
    try:
        with pytest.raises(wire.WireError, match="without an end"):
            left(lists[0], changed)
    finally:
        sys.setprofile(None)
    assert copied <= wire.MAX_VALUES + 1


def test_what_an_answer_nests_too_deeply_is_left_as_what_could_not_travel() -> None:
    caller: list[Any] = [1]
    now: Any = 1
    for _ in range(40):
        now = [now]
    encoder = wire.Encoder([caller], register=False)
    encoder.seen[id(now)] = 0
    encoder.write(1)
    encoder.write(0)
    encoder.write_contents(now)

    found = left(caller, read(reply([], encoder.data()), caller)[1])

    for _ in range(33):
        [found] = found
    assert found == wire.Opaque("too deeply nested list")


def test_few_bytes_do_not_stand_for_very_much() -> None:
    array, items = np.zeros(1 << 20), [1]

    with pytest.raises(wire.WireError, match="without an end"):
        left(items, [(items, [array] * 1000)])
