"""The proxy is transparent: a scenario means the same here, in one process, and in a worker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.checks.calls import calls
from grader.checks.declare import shipped
from grader.checks.lab import Lab, Remote, Shipped
from grader.errors import AnswerError, AuthorError, Fault
from grader.sandbox.host import Sandbox
from grader.sandbox.inside import wire
from grader.sandbox.inside.interpreter import MAX_ITEMS, Interpreter

SOURCE = """
import numpy as np

class Layer:
    made = 0
    def __init__(self, W, scale=1.0):
        Layer.made += 1
        self.W = W
        self.scale = scale
    def forward(self, x):
        self.x = x
        return self.scale * (x @ self.W)
    def child(self):
        return Layer(self.W * 2)
    def weird(self):
        return object()

class Optimizer:
    def update(self, params, grads):
        for key in params:
            params[key] -= grads[key]
    def rebind(self, params, grads):
        for key in params:
            params[key] = params[key] - grads[key]
    def swap(self, params, grads):
        for key in params:
            grads[key] += params[key]
            params[key] = grads[key]
    def lose(self, params, grads):
        for key in params:
            p = params[key]
            p = p - grads[key]

class Wiping:
    def __init__(self, W):
        self.seen = W.copy()
        W[...] = 0

def loop(items):
    items.append(items)

def nested(values):
    return {"first": values[0], "pair": (values[1], [values[0] * 2])}

def extend(items):
    items.append(len(items))
    return None

def twice(a, b):
    a += 1
    return b

def slope(f, x):
    return (f(x + 1e-3) - f(x - 1e-3)) / 2e-3

def apply(layer, x):
    return layer.forward(x)

def broken(x):
    return undefined_name

def counter():
    yield 1

def batches(x, size, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), size):
        yield x[order[start:start + size]], start

def endless():
    while True:
        yield 0

def scaler(k):
    return lambda x: k * x
"""
CLASSES = {
    "Layer": frozenset(["forward", "child", "weird"]),
    "Optimizer": frozenset(["update", "rebind", "lose", "swap"]),
    "Wiping": frozenset[str](),
}


def count_exchanges(lab: Lab) -> list[int]:
    inner, counted = lab._conversation.exchange, [0]

    def exchange(body: bytes) -> bytes:
        counted[0] += 1
        return inner(body)

    lab._conversation.exchange = exchange
    return counted


@pytest.fixture(params=["here", "worker"])
def lab(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[Lab]:
    if request.param == "here":
        namespace: dict[str, Any] = {}
        exec(compile(SOURCE, "answer.py", "exec"), namespace)
        yield Lab(Interpreter(namespace, {}, "answer.py").carry_out, CLASSES)
        return
    with sandbox.worker(5.0) as worker:
        code = worker.prepare([(1, SOURCE.encode(), "")], [], "answer.py")[1]
        assert worker.load(code, {}, "answer.py", 0) == ("loaded",)
        yield Lab(worker.carry_out, CLASSES)


def test_construct_call_get_and_set(lab: Any) -> None:
    layer = lab.Layer(np.eye(2), scale=3.0)
    assert layer.forward(np.ones((1, 2))).tolist() == [[3.0, 3.0]]
    assert layer.scale == 3.0
    layer.scale = 4.0
    assert layer.forward(np.ones((1, 2))).tolist() == [[4.0, 4.0]]


@pytest.mark.parametrize("how", ["update", "rebind"])
def test_what_became_of_an_argument_is_a_copy_that_is_asked_for(lab: Any, how: str) -> None:
    W = np.ones(2)
    params, grads = {"W": W, "b": np.zeros(1)}, {"W": np.full(2, 0.5), "b": np.ones(1)}
    getattr(lab.Optimizer(), how)(params, grads)
    after = lab.after(params)
    assert after["W"].tolist() == [0.5, 0.5] and after["b"].tolist() == [-1.0]
    assert params["W"] is W and W.tolist() == [1.0, 1.0] and params["b"].tolist() == [0.0]
    after["W"][:] = 7
    assert lab.after(params)["W"].tolist() == [0.5, 0.5] and lab.after(grads)["W"].tolist() == [0.5, 0.5]


def test_a_lost_update_stays_lost(lab: Any) -> None:
    params = {"W": np.ones(2)}
    lab.Optimizer().lose(params, {"W": np.ones(2)})
    assert lab.after(params)["W"].tolist() == [1.0, 1.0] and lab.after(params)["W"] is not params["W"]


def test_an_array_inside_an_argument_can_be_asked_about(lab: Any) -> None:
    params = {"W": np.ones(2)}
    lab.Optimizer().update(params, {"W": np.full(2, 0.5)})
    assert lab.after(params["W"]).tolist() == [0.5, 0.5]


def test_an_argument_that_became_another_argument_is_still_no_object_of_the_caller(lab: Any) -> None:
    params, grads = {"W": np.ones(2)}, {"W": np.full(2, 0.5)}
    lab.Optimizer().swap(params, grads)
    assert lab.after(params)["W"].tolist() == [1.5, 1.5]
    lab.after(params)["W"][:] = 7
    assert grads["W"].tolist() == [0.5, 0.5]


def test_a_second_call_gets_what_the_first_one_got(lab: Any) -> None:
    a = np.zeros(2)
    lab.twice(a, a)
    assert lab.twice(a, a).tolist() == [1.0, 1.0]


def test_what_waits_for_a_call_shares_no_argument_with_it(lab: Any) -> None:
    W = np.ones((1, 1))
    first, second = lab.Wiping(W), lab.Wiping(W)
    assert second.seen.tolist() == first.seen.tolist() == [[1.0]]


@pytest.mark.parametrize("other", [np.zeros(1), 1.0, {"W": 1}])
def test_only_an_argument_of_the_latest_call_can_be_asked_about(lab: Any, other: Any) -> None:
    x = np.zeros(1)
    lab.twice(x, 1)
    assert lab.after(x).tolist() == [1.0]
    with pytest.raises(AuthorError, match="latest call"):
        lab.after(other)
    lab.twice(np.zeros(1), 1)
    with pytest.raises(AuthorError, match="latest call"):
        lab.after(x)


def test_a_look_at_a_result_does_not_count_as_a_call(lab: Any) -> None:
    x = np.zeros((1, 2))
    layer = lab.Layer(np.eye(2))
    layer.forward(x)
    assert layer.scale == 1.0 and lab.after(x).tolist() == [[0.0, 0.0]]


def test_a_constructor_that_waits_is_carried_out_to_be_asked_about(lab: Any) -> None:
    W = np.ones(2)
    lab.Wiping(W)
    assert lab.after(W).tolist() == [0.0, 0.0]


def test_an_argument_without_an_end_is_a_wrong_value_as_such_a_result_is(lab: Any) -> None:
    items: list[Any] = [1]
    lab.loop(items)
    found = lab.after(items)
    while type(found) is list:
        found = found[-1]
    assert found == wire.Opaque("too deeply nested list")


def test_nested_containers_travel_both_ways(lab: Any) -> None:
    result = lab.nested([np.arange(2), 5])
    assert result["first"].tolist() == [0, 1] and result["pair"][0] == 5 and result["pair"][1][0].tolist() == [0, 2]


def test_a_list_grows_in_the_answer_only(lab: Any) -> None:
    items: list[Any] = ["a"]
    lab.extend(items)
    assert items == ["a"] and lab.after(items) == ["a", 1]


def test_aliased_arguments_of_one_call_stay_aliased(lab: Any) -> None:
    x = np.zeros(2)
    assert lab.twice(x, x).tolist() == [1.0, 1.0] and lab.after(x).tolist() == [1.0, 1.0]


def test_a_result_is_a_copy(lab: Any) -> None:
    x = np.zeros(2)
    result = lab.twice(np.zeros(1), x)
    result += 7
    assert x.tolist() == [0.0, 0.0]


def test_objects_stay_and_can_be_handed_back(lab: Any) -> None:
    child = lab.Layer(np.eye(2)).child()
    assert isinstance(child, Remote)
    assert lab.apply(child, np.ones((1, 2))).tolist() == [[2.0, 2.0]]


def test_an_iterator_is_read_to_its_end(lab: Any) -> None:
    x = np.arange(5)
    found = list(lab.batches(x, 2, lab.rng(3)))
    assert [len(rows) for rows, _ in found] == [2, 2, 1] and [start for _, start in found] == [0, 2, 4]
    order = np.random.default_rng(3).permutation(5)
    assert np.concatenate([rows for rows, _ in found]).tolist() == x[order].tolist()


def test_an_endless_iterator_is_cut_off(lab: Any) -> None:
    assert len(list(lab.endless())) == MAX_ITEMS


def test_what_does_not_iterate_is_the_answers_error(lab: Any) -> None:
    with pytest.raises(AnswerError) as caught:
        list(lab.Layer(np.eye(2)).weird())
    assert (caught.value.type_name, caught.value.text) == ("TypeError", "'object' object is not iterable")


def test_a_generator_of_numbers_goes_on_from_where_it_is(lab: Any) -> None:
    rng = lab.rng(7)
    first, second = (np.concatenate([rows for rows, _ in lab.batches(np.arange(50), 50, rng)]) for _ in range(2))
    there = np.random.default_rng(7)
    assert (first.tolist(), second.tolist()) == (there.permutation(50).tolist(), there.permutation(50).tolist())


def test_a_returned_function_can_be_called(lab: Any) -> None:
    assert lab.scaler(3.0)(np.ones(2)).tolist() == [3.0, 3.0]


def test_the_calls_are_shown_as_one_would_type_them(lab: Any) -> None:
    list(lab.batches(np.arange(2), 1, lab.rng(7)))
    lab.slope(square.bind(k=1.0), 2.0)
    assert calls(lab._conversation.trace.steps) == "  batches([0, 1], 1, np.random.default_rng(7))\n  slope(square, 2)"


def test_a_shipped_function_runs_beside_the_answer_and_tells_its_points(lab: Any) -> None:
    f = square.bind(k=3.0)
    assert abs(lab.slope(f, 2.0) - 12.0) < 1e-6
    assert len(f.calls) == 2 and abs(f.calls[0] - 2.001) < 1e-12


@shipped
def square(x: Any) -> Any:
    return k * x**2  # type: ignore[name-defined]  # noqa: F821


def test_a_shipped_function_changes_an_object_of_the_answer_in_place(lab: Any) -> None:
    layer = lab.Layer(np.eye(2))
    child = layer.child()  # a copy of its own
    lab.beside(nudge, layer, np.ones((2, 2)))
    assert layer.forward(np.ones((1, 2))).tolist() == [[3.0, 3.0]]
    assert child.forward(np.ones((1, 2))).tolist() == [[2.0, 2.0]]


@shipped
def nudge(layer: Any, by: Any) -> None:
    layer.W += by


def test_a_plain_function_is_the_authors_error(lab: Any) -> None:
    with pytest.raises(AuthorError, match="@shipped"):
        lab.slope(lambda x: x, 1.0)


def test_construction_and_setting_wait_for_the_next_call(lab: Any) -> None:
    counted = count_exchanges(lab)
    layer = lab.Layer(np.eye(2))
    layer.scale = 2.0
    assert counted == [0]
    layer.forward(np.ones((1, 2)))
    assert counted == [1]


def test_errors_name_the_line(lab: Any) -> None:
    with pytest.raises(AnswerError) as caught:
        lab.broken(1)
    line = SOURCE.splitlines()[caught.value.line - 1] if caught.value.line else ""
    assert (caught.value.type_name, line.strip()) == ("NameError", "return undefined_name")


def test_a_missing_symbol_is_missing(lab: Any) -> None:
    with pytest.raises(AnswerError) as caught:
        lab.not_there(1)
    assert (caught.value.kind, caught.value.text) == ("missing", "not_there")


def test_proxies_refuse_to_be_compared_or_judged(lab: Any) -> None:
    child = lab.Layer(np.eye(2)).child()
    with pytest.raises(AuthorError):
        _ = child == 1
    with pytest.raises(AuthorError):
        bool(child)
    with pytest.raises(AnswerError):
        np.sum(lab.counter())


def test_changed_arguments_are_noted(lab: Any) -> None:
    lab.twice(np.zeros(1), np.zeros(1))
    lab.nested([np.zeros(1), 1])
    assert lab._conversation.trace.changed == ["twice"]


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        wire.dumps("passed"),
        wire.dumps((wire.dumps([]), wire.dumps(0), [])),
        wire.dumps((wire.dumps([("value", 1)]), wire.dumps(0), [])),
        wire.dumps((wire.dumps([("passed", 1, [])]), wire.dumps(0), [])),
        wire.dumps((wire.dumps([("value", 1, [])]), wire.dumps(7), [])),
        wire.dumps((wire.dumps([("value", 1, [])]), wire.dumps(1) + wire.dumps(5) + wire.dumps(np.ones(2)), [])),
        wire.dumps((wire.dumps([("value", 1, [])]), wire.dumps(1) + wire.dumps(0) + wire.dumps(np.ones(9)), [])),
        wire.dumps((wire.dumps([("value", 1, [])]), wire.dumps(0), ["a warning"])),
    ],
)
def test_a_forged_reply_is_a_protocol_fault(reply: bytes) -> None:
    lab: Any = Lab(lambda _: reply, CLASSES)
    with pytest.raises(Fault) as caught:
        lab.twice(np.zeros(2), 1)
    assert caught.value.status == "protocol"


def test_shipped_functions_can_be_evaluated_by_the_author() -> None:
    assert isinstance(square, Shipped) and square.bind(k=2.0)(3.0) == 18.0
