"""The operations of a check, carried out in this process: what each gives, and how each goes wrong."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside import interpreter, wire
from grader.sandbox.inside.interpreter import Interpreter, describe, failure, travels
from grader.sandbox.inside.wire import Function, Handle

SOURCE = """
import warnings
import numpy as np

TABLE = {"a": 1}

class Layer:
    def __init__(self, W=2.0, *, scale=1.0):
        self.W, self.scale = W, scale
    def forward(self, x):
        return self.scale * (x * self.W)
    def __call__(self, x):
        return x + 100
    def me(self):
        return self

class Uses:
    def __init__(self, f):
        self.f, self.first = f, f(1.0)
    def again(self, x):
        return self.f(x)

class Silent(Exception):
    def __str__(self):
        raise RuntimeError("no words")

def add(x, y=10):
    return x + y
def handed(value):
    return value
def kinds(values):
    return [type(value).__name__ for value in values]
def inside(values):
    values = values.values() if isinstance(values, dict) else values
    return [type(value).__name__ for value in values]
def count(n):
    return iter(range(n))
def apply(f, *xs, **named):
    return [f(x) for x in xs] + [f(x) for x in named.values()]
def each(fs, x):
    return [f(x) for f in (fs.values() if isinstance(fs, dict) else fs)]
def double_up(items):
    new = np.zeros(1)
    items[:] = [new, new]
def unmade(): raise NotImplementedError("later")
def full(): raise MemoryError("no room")
def silent(): raise Silent
def long(): raise ValueError("x" * 1000)
def leave(): raise SystemExit(3)
def warn(n):
    for i in range(n):
        warnings.warn("careful %d" % i)
def warn_twice():
    for _ in range(2):
        warnings.warn("careful " + "x" * 200)
def numeric():
    return int("no number")
def grow(items):
    items.append(1)
def swap(items):
    items[0] = [9]
def keep(items):
    items[0] = items[0]
def put(table):
    table["new"] = 1
def rename(table):
    value = table.pop("a")
    table["b"] = value
def reorder(table):
    table["a"] = table.pop("a")
def replace(table):
    table["a"] = [9]
def reshape(x):
    x.shape = (4,)
def twist(x):
    x[0] = -x[0]
def negate_zero(x):
    x[0] = -0.0
"""


@pytest.fixture
def here() -> Interpreter:
    module: dict[str, Any] = {}
    exec(compile(SOURCE, "answer.py", "exec"), module)
    return Interpreter(module, {"Affine": ["Linear", "Layer"]}, "answer.py")


def ask(here: Interpreter, *operations: tuple[Any, ...]) -> tuple[list[Any], list[tuple[int, Any]], list[Any]]:
    """Outcomes, changes by index, warnings."""
    inner, changed, heard = wire.loads(here.carry_out(wire.dumps(list(operations))))
    mutables: list[Any] = []
    wire.Decoder(wire.dumps(list(operations)), mutables)
    sent = wire.Encoder(mutables)
    sent.write(list(operations))
    decoder = wire.Decoder(changed, list(sent.mutables or ()), register=False)
    changes = [(decoder.read(), decoder.read()) for _ in range(decoder.read())]
    assert decoder.at == len(changed)
    return wire.loads(inner), changes, heard


def one(here: Interpreter, *operation: Any) -> Any:
    [outcome], _, _ = ask(here, operation)
    return outcome


def call(here: Interpreter, name: str, *args: Any, **kwargs: Any) -> Any:
    return one(here, "call", 0, name, 99, list(args), kwargs)


def changes(here: Interpreter, name: str, value: Any) -> list[Any]:
    """What became of the value, if it was changed."""
    return [contents for _, contents in ask(here, ("call", 0, name, 99, (value,), {}))[1]]


def test_calls_take_arguments_by_place_and_by_name(here: Interpreter) -> None:
    assert call(here, "add", 1) == ("value", 11, [])
    assert call(here, "add", 1, 2) == ("value", 3, [])
    assert call(here, "add", y=1, x=5) == ("value", 6, [])


def test_an_object_is_made_kept_asked_and_changed(here: Interpreter) -> None:
    made, called, got, set_, again = ask(
        here,
        ("new", "Layer", 7, [3.0], {"scale": 2.0}),
        ("call", 7, "forward", 8, [5.0], {}),
        ("get", 7, "W", 8),
        ("set", 7, "W", 4.0),
        ("call", 7, "forward", 8, [5.0], {}),
    )[0]

    assert made == ("handle", "Layer", [])
    assert (called, got, set_, again) == (
        ("value", 30.0, []),
        ("value", 3.0, []),
        ("value", None, []),
        ("value", 40.0, []),
    )


def test_an_object_itself_can_be_called(here: Interpreter) -> None:
    one(here, "new", "Layer", 7, [], {})

    assert one(here, "call", 7, "__call__", 8, [1], {}) == ("value", 101, [])


def test_a_class_that_was_handed_out_makes_objects_when_it_is_called(here: Interpreter) -> None:
    assert one(here, "get", 0, "Layer", 7) == ("handle", "type", [])
    assert one(here, "call", 7, "__call__", 8, [3.0], {}) == ("handle", "Layer", [])
    assert one(here, "get", 8, "W", 9) == ("value", 3.0, [])


def test_what_cannot_travel_stays_under_its_handle(here: Interpreter) -> None:
    one(here, "new", "Layer", 7, [3.0], {})

    assert one(here, "call", 7, "me", 8, [], {}) == ("handle", "Layer", [])
    assert one(here, "get", 8, "W", 9) == ("value", 3.0, [])
    assert one(here, "get", 7, "forward", 10) == ("handle", "method", [])
    assert one(here, "call", 10, "__call__", 11, [2.0], {}) == ("value", 6.0, [])


def test_a_name_of_the_module_can_be_asked_for(here: Interpreter) -> None:
    assert one(here, "get", 0, "TABLE", 1) == ("value", {"a": 1}, [])


def test_other_spellings_are_accepted_and_the_right_one_goes_before(here: Interpreter) -> None:
    assert one(here, "new", "Affine", 7, [], {}) == ("handle", "Layer", [])
    here.module["Affine"] = dict
    assert one(here, "new", "Affine", 7, [], {}) == ("handle", "dict", [])


@pytest.mark.parametrize(
    ("operation", "text"),
    [
        (("call", 0, "nowhere", 1, [], {}), "nowhere"),
        (("new", "Nothing", 1, [], {}), "Nothing"),
        (("get", 0, "nothing", 1), "nothing"),
        (("call", 7, "backward", 1, [], {}), "Layer.backward"),
    ],
)
def test_what_is_not_there_is_missing_by_its_name(here: Interpreter, operation: tuple[Any, ...], text: str) -> None:
    one(here, "new", "Layer", 7, [], {})

    assert one(here, *operation) == ("error", "missing", "MissingSymbol", text, None)


def test_objects_are_handed_over_wherever_they_stand(here: Interpreter) -> None:
    one(here, "new", "Layer", 7, [], {})
    handle = Handle(7, "Layer")

    assert call(here, "handed", handle) == ("handle", "Layer", [])
    assert call(here, "inside", [1, handle]) == ("value", ["int", "Layer"], [])
    assert call(here, "inside", (handle, 1)) == ("value", ["Layer", "int"], [])
    assert call(here, "inside", {"a": handle, "b": 1}) == ("value", ["Layer", "int"], [])
    assert one(here, "call", 0, "handed", 9, [], {"value": handle}) == ("handle", "Layer", [])
    assert one(here, "set", 7, "child", handle) == ("value", None, [])
    assert one(here, "get", 7, "child", 9) == ("handle", "Layer", [])


def test_containers_without_an_object_are_handed_over_as_they_are(here: Interpreter) -> None:
    """So that what the answer changes in them can be seen."""
    assert changes(here, "grow", []) == [[1]]
    assert changes(here, "put", {}) == [{"new": 1}]


def test_an_iterator_is_read_as_far_as_allowed(here: Interpreter) -> None:
    for handle, number in ((1, 3), (2, interpreter.MAX_ITEMS), (3, interpreter.MAX_ITEMS + 1)):
        assert one(here, "call", 0, "count", handle, [number], {})[0] == "handle"

    assert one(here, "items", 1, "", 9) == ("value", [0, 1, 2], [])
    assert [len(one(here, "items", handle, "", 9)[1]) for handle in (2, 3)] == [2000, 2000]


def test_a_generator_of_numbers_is_kept_beside_the_answer(here: Interpreter) -> None:
    assert one(here, "rng", 4, 7) == ("value", None, [])
    assert one(here, "call", 4, "random", 5, [], {})[1] == np.random.default_rng(7).random()


# --- shipped functions --------------------------------------------------------------------------------------------

SQUARE = Function("square", "def square(x, by=0):\n    return np.multiply(k, x * x) + by", {"k": 3.0})


def test_a_shipped_function_runs_and_tells_what_it_was_asked(here: Interpreter) -> None:
    assert call(here, "apply", SQUARE, 1.0, 2.0) == ("value", [3.0, 12.0], [1.0, 2.0])
    assert call(here, "apply", SQUARE, x=2.0) == ("value", [12.0], [2.0])
    assert one(here, "beside", 0, SQUARE, 9, [2.0, 1.0]) == ("value", 13.0, [2.0])


def test_each_operation_tells_only_its_own_points(here: Interpreter) -> None:
    first, second = ask(here, ("call", 0, "apply", 9, [SQUARE, 1.0], {}), ("call", 0, "apply", 9, [SQUARE, 2.0], {}))[0]

    assert (first[2], second[2]) == ([1.0], [2.0])


def test_a_shipped_function_may_stand_wherever_an_argument_may(here: Interpreter) -> None:
    """In a list, a tuple, a dict, by name, in a constructor, in an attribute, and beside another."""
    for several in ([SQUARE, SQUARE], (SQUARE, SQUARE), {"a": SQUARE, "b": SQUARE}):
        assert call(here, "each", several, 2.0) == ("value", [12.0, 12.0], [2.0, 2.0])
    assert call(here, "apply", f=SQUARE, x=2.0) == ("value", [12.0], [2.0])
    assert one(here, "new", "Uses", 5, [SQUARE], {}) == ("handle", "Uses", [1.0])
    assert one(here, "call", 5, "again", 9, [2.0], {})[:2] == ("value", 12.0)
    assert one(here, "set", 5, "f", SQUARE) == ("value", None, [])
    assert one(here, "call", 5, "again", 9, [3.0], {})[:2] == ("value", 27.0)
    go = Function("go", "def go(f):\n    return f(2.0)", {})
    assert one(here, "beside", 0, go, 9, [SQUARE])[:2] == ("value", 12.0)


def test_a_point_is_what_was_handed_over(here: Interpreter) -> None:
    assert [type(point) for point in call(here, "apply", SQUARE, 1.0, 2, np.ones(1))[2]] == [float, int, np.ndarray]
    assert interpreter.MAX_POINTS == 5000


def test_points_are_copies_and_have_an_end(here: Interpreter, monkeypatch: pytest.MonkeyPatch) -> None:
    here.module["slide"] = lambda f, x: [f(x) is None or x.__iadd__(1) is None for _ in range(3)]
    monkeypatch.setattr(interpreter, "MAX_POINTS", 2)

    assert [point.tolist() for point in call(here, "slide", SQUARE, np.zeros(1))[2]] == [[0.0], [1.0]]


def test_a_shipped_function_may_be_asked_nothing_and_by_name_alone(here: Interpreter) -> None:
    nothing = Function("nothing", "def nothing(*, a=1):\n    return a", {})
    here.module["twice"] = lambda f: [f(), f(a=2)]

    assert call(here, "twice", nothing) == ("value", [1, 2], [])


def test_a_shipped_function_has_its_name_also_in_a_traceback(here: Interpreter) -> None:
    failing = Function("failing", "def failing(x):\n    raise ValueError(failing.__code__.co_filename)", {})
    here.module["name"] = lambda f: f.__name__

    assert call(here, "name", SQUARE)[1] == "square"
    assert one(here, "beside", 0, failing, 9, [1])[3] == "<failing>"


# --- what goes wrong ----------------------------------------------------------------------------------------------


def line_of(text: str) -> int:
    return next(number for number, line in enumerate(SOURCE.split("\n"), 1) if text in line)


def test_errors_are_told_by_kind_type_text_and_line(here: Interpreter) -> None:
    number = 'int("no number")'
    assert call(here, "numeric") == (
        "error", "exception", "ValueError", "invalid literal for int() with base 10: 'no number'", line_of(number),
    )  # fmt: skip
    assert call(here, "unmade") == ("error", "not_implemented", "NotImplementedError", "later", line_of("unmade"))
    assert call(here, "full") == ("error", "memory", "MemoryError", "no room", line_of("def full"))
    assert call(here, "silent") == ("error", "exception", "Silent", "", line_of("def silent"))
    assert call(here, "long")[3] == "x" * 300
    assert call(here, "add") == (
        "error", "exception", "TypeError", "add() missing 1 required positional argument: 'x'", None
    )  # fmt: skip


def test_the_line_is_the_innermost_of_the_answers_own(here: Interpreter) -> None:
    here.module["outer"] = here.module["apply"]

    assert call(here, "apply", Function("f", "def f(x):\n    raise KeyError(x)", {}), 1)[4] == line_of(
        "return [f(x) for x in xs]"
    )


def test_after_an_error_nothing_more_is_carried_out(here: Interpreter) -> None:
    outcomes = ask(
        here, ("call", 0, "add", 1, [1], {}), ("call", 0, "unmade", 1, [], {}), ("call", 0, "add", 1, [1], {})
    )[0]

    assert [outcome[0] for outcome in outcomes] == ["value", "error"]


def test_what_is_no_error_gets_out(here: Interpreter) -> None:
    with pytest.raises(SystemExit):
        call(here, "leave")


def test_the_reply_to_a_request_that_was_broken_off() -> None:
    inner, changed, heard = wire.loads(failure(KeyboardInterrupt("stop"), "answer.py"))

    assert wire.loads(inner) == [("error", "exception", "KeyboardInterrupt", "stop", None)]
    assert (changed, heard) == (wire.dumps(0), [])


def test_a_request_that_was_broken_off_says_on_which_line(here: Interpreter) -> None:
    with pytest.raises(SystemExit) as caught:
        call(here, "leave")

    [outcome] = wire.loads(wire.loads(failure(caught.value, "answer.py"))[0])
    assert outcome == ("error", "exception", "SystemExit", "3", line_of("raise SystemExit"))


def test_an_error_without_a_traceback_has_no_line() -> None:
    assert describe(ValueError("x"), "answer.py") == ("error", "exception", "ValueError", "x", None)


# --- warnings -----------------------------------------------------------------------------------------------------


def test_warnings_of_the_answers_lines_are_told_once_and_not_too_many(here: Interpreter) -> None:
    line = line_of('warnings.warn("careful %d"')

    assert ask(here, ("call", 0, "warn", 1, [2], {}))[2] == [("careful 0", line), ("careful 1", line)]
    assert len(ask(here, ("call", 0, "warn", 1, [12], {}))[2]) == 10
    [(text, _)] = ask(here, ("call", 0, "warn_twice", 1, [], {}))[2]
    assert text == "careful " + "x" * 92


def test_warnings_of_others_are_not(here: Interpreter) -> None:
    def loud() -> None:
        warnings.warn("not the answer's", stacklevel=1)

    here.module["loud"] = loud
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert ask(here, ("call", 0, "loud", 1, [], {}))[2] == []
        assert len(ask(here, ("call", 0, "warn", 1, [1], {}))[2]) == 1  # whatever is ignored outside


# --- changes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "contents"),
    [
        ("grow", [1], [[1, 1]]),
        ("swap", [[1]], [[[9]]]),
        ("keep", [[1]], []),
        ("put", {"a": 1}, [{"a": 1, "new": 1}]),
        ("rename", {"a": 1}, [{"b": 1}]),
        ("reorder", {"a": 1, "b": 2}, [{"b": 2, "a": 1}]),
        ("replace", {"a": [1]}, [{"a": [9]}]),
        ("handed", [1], []),
        ("handed", {"a": 1}, []),
    ],
)
def test_a_container_that_was_changed_is_told(here: Interpreter, name: str, value: Any, contents: list[Any]) -> None:
    assert changes(here, name, value) == contents


def test_what_is_new_is_told_each_time_that_it_stands_there(here: Interpreter) -> None:
    """The caller has no number for it that another place could refer to."""
    [[first, second]] = changes(here, "double_up", [1])

    assert first.tolist() == second.tolist() == [0.0] and first is not second


def test_the_order_of_keys_is_told_too(here: Interpreter) -> None:
    [table] = changes(here, "reorder", {"a": 1, "b": 2})

    assert list(table) == ["b", "a"]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("twist", [1.0, 2.0], [[-1.0, 2.0]]),
        ("handed", [1.0], []),
        ("negate_zero", [0.0], [[-0.0]]),
        ("negate_zero", [-0.0], []),
        ("twist", [np.nan], [[np.nan]]),
    ],
)
def test_an_array_that_was_changed_is_told(here: Interpreter, name: str, before: list[float], after: Any) -> None:
    assert repr([one.tolist() for one in changes(here, name, np.array(before))]) == repr(after)


def test_another_shape_is_a_change(here: Interpreter) -> None:
    assert [one.shape for one in changes(here, "reshape", np.zeros((2, 2)))] == [(4,)]


def test_changes_are_told_by_the_place_of_the_object_in_the_request(here: Interpreter) -> None:
    """The list of operations is the first, then the arguments, then what is in them."""
    [(index, contents)] = ask(here, ("call", 0, "handed", 1, [[1]], {}), ("call", 0, "grow", 1, ([5],), {}))[1]

    assert contents == [5, 1]
    sent = wire.Encoder([])
    sent.write([("call", 0, "handed", 1, [[1]], {}), ("call", 0, "grow", 1, ([5],), {})])
    assert (sent.mutables or [])[index] == [5]


def test_a_result_is_a_copy_of_the_argument_that_it_is(here: Interpreter) -> None:
    [outcome], changed, _ = ask(here, ("call", 0, "handed", 1, [[1]], {}))

    assert outcome == ("value", [1], []) and changed == []


@pytest.mark.parametrize(
    ("value", "can"),
    [
        (None, True), (True, True), (1, True), (1.5, True), (1j, True), ("x", True), (b"x", True), ([], True), ((), True),
        ({}, True), (np.float32(1), True), (np.zeros(2), True), (np.array(["x"]), False), (np.array([object()]), False),
        (object(), False), (iter(()), False), ({1}, False), (len, False), (range(2), False),
    ],
)  # fmt: skip
def test_what_can_travel(value: Any, can: bool) -> None:
    assert travels(value) is can
