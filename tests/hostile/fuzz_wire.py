"""Whatever bytes a worker sends, the grader makes a value of them or an error that is documented, and does no more work for
that than the bytes are long.

python -m tests.hostile.fuzz_wire --messages 100000             seeded mutations; the same seed gives the same bytes
python -m tests.hostile.fuzz_wire --guided --seconds 300        led by coverage; needs `pip install gradkata[fuzz]`
"""

from __future__ import annotations

import io
import random
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable
from functools import cache
from types import FunctionType, SimpleNamespace
from typing import Any, NamedTuple

import numpy as np

from grader.checks import lab as labs
from grader.checks import reply as replies
from grader.checks.reply import left, read_reply
from grader.course.discover import load_course
from grader.errors import Fault, Stop
from grader.judge import explain
from grader.judge import run as judging
from grader.judge.explain import explain_stop, note_text
from grader.model import Answer, Exercise
from grader.sandbox import worker as workers
from grader.sandbox.inside import interpreter, wire
from tests.conftest import ROOT, exercise
from tests.hostile.fuzzing import LONGEST, command, led
from tests.hostile.wire_messages import KINDS, SIZE, SMALL, callers, example, mutated, reply

SAMPLE = 499  # one in so many is read under a count of calls and of memory
CALLS_A_BYTE, CALLS = 60, 3000  # entered and left; each value is read twice, written twice and looked at twice
MEMORY_A_BYTE, MEMORY = 200, 1 << 17  # an array of one number is four bytes long, and an object of numpy's

ANSWER = Answer("sigmoid.py", ())


# --- what is read, and what must hold of it -------------------------------------------------------------------------


class Held(NamedTuple):
    """How many values a value is, its bytes, and how many stand for what could not travel."""

    values: int
    data: int
    opaque: int


def held(value: Any) -> Held:
    """Of a value that was read. Everything in it is of a listed type and within its bounds."""
    values = data = opaque = 0
    rest = [value]
    while rest:
        one = rest.pop()
        values += 1
        kind = type(one)
        if kind is list or kind is tuple:
            rest += one
        elif kind is dict:
            assert len(one) <= wire.MAX_KEYS
            rest += one
            rest += one.values()
        elif kind is np.ndarray:
            assert one.flags.writeable and one.dtype in wire._CODE
            data += one.nbytes
        elif kind is str or kind is bytes:
            assert kind is bytes or len(one) <= wire.MAX_TEXT_CHARACTERS
            data += len(one)
        elif kind is int:
            assert one in wire.INTEGERS
        elif kind is wire.Opaque or kind is wire.Handle:
            assert len(one.type_name) <= wire.MAX_TYPE_NAME and one.type_name.isprintable()
            opaque += kind is wire.Opaque
        elif kind is wire.Function:
            rest.append(one.constants)
        else:
            assert one is None or kind in (bool, float, complex) or isinstance(one, np.generic), kind
    return Held(values, data, opaque)


def read_value(data: bytes) -> None:
    """It holds no more than the message does, and is the same when it has travelled once more."""
    value = wire.loads(data)
    found = held(value)
    assert found.values + found.data <= len(data), found
    again = wire.dumps(value)
    back = wire.loads(again)
    assert held(back) == found and wire.dumps(back) == again


def read_request(data: bytes) -> None:
    """With references, as a worker reads what it is asked."""
    mutables: list[Any] = []
    decoder = wire.Decoder(data, mutables)
    decoder.read()
    assert len(mutables) <= decoder.values <= len(data)


def read_parts(data: bytes) -> None:
    """The caller's own objects stay as they are, and a look at what is left of them has an end."""
    mutables = callers()
    before = wire.dumps(mutables)
    outcomes, changes, warnings = read_reply(data, mutables)
    assert held(outcomes).values <= len(data) and len(changes) <= len(mutables)
    assert all(type(words) is str and line in interpreter.LINES for words, line in warnings)
    for one in mutables:
        try:
            held(left(one, changes))
        except wire.WireError:
            pass
    assert wire.dumps(mutables) == before


def ask(data: bytes) -> None:
    """Two calls of a check that get this reply, and what the second left of its argument."""
    array, _, table, _, items, _ = callers()
    table["W"] = array
    lab = labs.Lab(lambda request: data, {"Layer": frozenset({"forward"})})
    value = lab.Layer(array).forward(table, items)
    assert type(value).__name__ == "Remote" or held(value)
    lab.after(table)


def read_prepared(data: bytes) -> None:
    """What a worker says of an answer that it compiled."""
    channel: Any = SimpleNamespace(begin=lambda deadline: None, exchange=lambda body, deadline: data, sock=io.BytesIO())
    worker = workers.Worker(channel, 1.0, lambda: None, lambda: Fault("crashed"), lambda: b"")
    sandbox: Any = SimpleNamespace(worker=lambda seconds: worker)
    for note in judging.prepare(_exercise(), ANSWER, sandbox).notes:
        assert len(note_text(note, ANSWER).en) < 1000


@cache
def _exercise() -> Exercise:
    return exercise(load_course(ROOT), "sigmoid")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "value": read_value,
    "request": read_request,
    "reply": read_parts,
    "lab": ask,
    "prepared": read_prepared,
}


def message(target: str, data: bytes) -> str:
    """Reads one; how it ended. Anything but a documented error is raised."""
    try:
        TARGETS[target](data)
    except wire.WireError as error:
        assert target in ("value", "request", "reply") and len(str(error)) < 100
        return "refused"
    except Stop as stop:
        assert target in ("lab", "prepared")
        status, words, _ = explain_stop(stop, ANSWER)  # type: ignore[arg-type]
        assert len(words.en) < 1000
        return status
    return "read"


def measured(target: str, data: bytes) -> str:
    """The same, with the calls and the memory that it takes counted against the length of the message."""
    calls = 0

    def count(*_: Any) -> None:
        nonlocal calls
        calls += 1

    tracemalloc.start()
    sys.setprofile(count)
    try:
        ended = message(target, data)
    finally:
        sys.setprofile(None)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert calls <= CALLS + CALLS_A_BYTE * len(data), f"{calls} calls for {len(data)} bytes"
    assert peak <= MEMORY + MEMORY_A_BYTE * len(data), f"{peak} bytes of memory for {len(data)}"
    return ended


# --- a run --------------------------------------------------------------------------------------------------------

# Most are of one value, which is what all the others are made of, and costs least.
_TURNS = ("value", "value", "value", "request", "reply", "value", "reply", "lab", "value", "prepared")


class Examples(NamedTuple):
    """Whole messages to begin with, by kind; some of what was made of them and could be read takes their place."""

    chance: random.Random
    by_kind: dict[str, list[bytes]]

    def next(self, target: str) -> bytes:
        chance, kinds = self.chance, self.by_kind
        if target in ("reply", "lab"):
            parts = [
                mutated(chance, kinds[kind], LONGEST) if chance.random() < 0.4 else chance.choice(kinds[kind])
                for kind in ("outcomes", "changes", "warnings")
            ]
            whole = reply(*parts)
            return whole if chance.random() < 0.9 else mutated(chance, [whole], LONGEST)
        return mutated(chance, kinds["prepared" if target == "prepared" else "value"], LONGEST)

    def learn(self, target: str, data: bytes) -> None:
        if target in ("value", "prepared") and len(data) <= SMALL and self.chance.random() < 0.05:
            some = self.by_kind[target]
            some[self.chance.randrange(SIZE)] = data
            fresh = self.chance.choice(KINDS)
            self.by_kind[fresh][self.chance.randrange(SIZE)] = example(self.chance, fresh)


def examples(seed: int) -> Examples:
    chance = random.Random(seed)
    return Examples(chance, {kind: [example(chance, kind) for _ in range(SIZE)] for kind in KINDS})


def run(count: int, seed: int, only: str = "") -> Counter[str]:
    """How many were read and how the others ended. A fault is raised, with the message that makes it beside it as a note."""
    ended: Counter[str] = Counter()
    some = examples(seed)
    _exercise()  # whose reading is nobody's message
    turns = (only,) if only else _TURNS
    for number in range(count):
        target = turns[number % len(turns)]
        data = some.next(target)
        try:
            how = (message if number % SAMPLE else measured)(target, data)
        except BaseException as fault:
            fault.add_note(f"{target}, {data!r}")
            raise
        ended[f"{target}: {how}"] += 1
        if how == "read":
            some.learn(target, data)
    return ended


def readers() -> list[FunctionType]:
    """The functions and methods of ours that a message may reach."""
    places: list[Any] = [wire._READERS]
    for module in (wire, replies, labs, interpreter, explain, judging, workers):
        places += [vars(one) for one in (module, *vars(module).values()) if one is module or isinstance(one, type)]
    functions = (one for place in places for one in place.values() if isinstance(one, FunctionType))
    return list({id(one): one for one in functions if one.__module__.startswith("grader.")}.values())


def guided(seconds: int, seed: int, only: str) -> None:
    """The same, led by what of our code a message reaches. Ends the process."""
    import atheris  # an extra

    for function in readers():  # and not all that is loaded, which takes minutes
        atheris.instrument_func(function)
    _exercise()
    names, some = [only] if only else list(TARGETS), examples(seed)
    first = ((index, some.next(name)) for index, name in enumerate(names) for _ in range(SIZE))
    led(names, message, first, seconds, seed)


if __name__ == "__main__":
    command(__doc__, TARGETS, run, guided, messages=100_000)
