"""What lies in a worker's memory: it is read from outside, before the first request, after the last, and between any two.

A worker sleeps from its reply to the next request, so what is read just before a request is also what the last one left.

Each check runs twice. First on the *reference*, which works the expected values out by itself; they must not be there
before it has begun to. Then on a *silent* answer, which computes nothing at all, while the check gets the reference's
replies: what is there now, the grader has brought.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

import pytest

from grader.checks import draw
from grader.checks.oracle import Oracle
from grader.checks.reply import read_reply
from grader.judge.run import Prepared, prepare, run_check
from grader.model import Check, Course, file_answer
from grader.sandbox.host import Sandbox, open_sandbox
from grader.sandbox.inside import wire
from grader.sandbox.launch import can_fork, launch
from grader.sandbox.worker import Worker
from tests.conftest import exercise, reference_source
from tests.hostile.catalogue import run_whole
from tests.hostile.memory import NEVER, Needle, forms, found, memory, new_in, of_secrets, pidfds, pieces
from tests.hostile.watched import descendants

pytestmark = pytest.mark.skipif(not can_fork(), reason="a worker's memory is read through Linux's /proc")

EXERCISES = (  # a function, shipped functions, generators, classes with gradients, dicts changed in place, unseen labels
    "numerical_diff", "weight_noise", "sigmoid_layer", "sgd", "mini_batches", "regression_to_classification",
)  # fmt: skip
SILENT = """class Silent:
    def __init__(self, *args, **kwargs): pass
    def __call__(self, *args, **kwargs): pass
    def __getattr__(self, name): return Silent()
    def __iter__(self): return iter(())
"""
SECONDS = 60.0
HANG_S = 30.0


class Box(NamedTuple):
    sandbox: Sandbox
    above: int  # the process below which all of its own are
    virgin: dict[int, bytes]  # the zygote's pages before there is anything to know


class Watched(NamedTuple):
    """One check on one answer: the bodies of what the worker was asked, what the check got, what the worker may know by each
    (the answer; what the check hands over; what it has said), and what was new in its memory before each and after the last."""

    requests: list[bytes]
    replies: list[bytes]
    told: list[bytes]
    moments: list[bytes]


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    started = launch()
    with open_sandbox(started) as sandbox:
        assert sandbox.means.level != "process"
        try:
            virgin = memory([started.pid, *descendants(started.pid)][-1])
        except PermissionError:
            pytest.skip("the memory of other processes cannot be read here")
        yield Box(sandbox, started.pid, virgin)


@pytest.fixture
def seeds(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Every seed that is derived from now on, but those that are meant for workers."""
    derived: set[int] = set()
    derive = draw._derived

    def spied(key: bytes, *words: str) -> int:
        number = derive(key, *words)
        if words != ("worker",):
            derived.add(number)
        return number

    monkeypatch.setattr(draw, "_derived", spied)
    return derived


@pytest.mark.parametrize("id_", EXERCISES)
def test_a_worker_holds_nothing_that_it_was_not_told(id_: str, course: Course, box: Box, seeds: set[int]) -> None:
    oracle = Oracle(course, exercise(course, id_), 0)
    of_reference = prepared(oracle, box, reference_source(course, id_))
    of_silent = prepared(oracle, box, SILENT + "".join(f"{name} = Silent()\n" for name in oracle.exercise.symbols))
    known = {one.id: [list(known_to(oracle, one, level)) for level in range(one.levels)] for one in oracle.checks}
    secrets = list(of_secrets(course.secret, seeds))
    assert len(seeds) >= sum(check.levels for check in oracle.checks)
    sent, arrived = 0, 0
    for check in oracle.checks:
        reference = watched(check, oracle, box, of_reference)
        silent = watched(check, oracle, box, of_silent, reference.replies)
        assert operations(silent) == operations(reference)
        for seen, is_silent in ((reference, False), (silent, True)):
            values = list(of_values(seen, known[check.id], is_silent))
            assert leaks(seen, [*secrets, *values], box.virgin) == [], check.id
            of_requests = [one for one in values if one.what.startswith("sent")]
            sent += len(of_requests)
            arrived += sum(one.piece in seen.moments[one.until] for one in of_requests)
    assert arrived > 0.9 * sent > 0  # what was sent is found once it has been, and so would be the rest


def test_neither_the_zygote_nor_a_worker_in_reserve_holds_a_secret_or_a_seed(
    course: Course, box: Box, seeds: set[int]
) -> None:
    """Of any check of the course, wherever a process of the sandbox can read, its files too."""
    for one in course.exercises:
        oracle = Oracle(course, one, 0)
        for check in oracle.checks:
            for level in range(check.levels):
                oracle.draw(check, level)
    needles = [needle for number in (int(course.secret, 16), *seeds) for needle in forms("a secret or a seed", number)]
    assert len(seeds) > 500
    with box.sandbox.worker(SECONDS) as worker:
        worker.prepare([(1, b"", "")], (), "a.py")  # meanwhile the next one is forked
        living: list[int] = []
        until = time.monotonic() + HANG_S
        while len(living) != 3 and time.monotonic() < until:  # the zygote, the worker, the one in reserve
            processes = [box.above, *descendants(box.above)]
            living = [pid for pid in processes if b"python" in _program(pid)]
        assert len(living) == 3
        for pid in living:
            assert found(b"".join(memory(pid, files=True).values()), needles) == []


def test_what_is_planted_is_found(course: Course, box: Box, seeds: set[int]) -> None:
    """In whatever form."""
    oracle = Oracle(course, exercise(course, "sigmoid"), 0)
    oracle.expect(oracle.checks[0])
    needles = list(of_secrets(course.secret, seeds))
    held = f"HELD = {[one.piece for one in needles]!r}\n"
    code = prepared(oracle, box, run_whole(reference_source(course, "sigmoid") + held))

    seen = watched(oracle.checks[0], oracle, box, code)

    assert set(found(seen.moments[0], needles)) == set()
    assert set(found(seen.moments[1], needles)) == set(needles) and len(needles) > 100


def _program(pid: int) -> bytes:
    """What it runs; nothing if it has ended meanwhile."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0]
    except (FileNotFoundError, ProcessLookupError):
        return b""


# --- what is looked for --------------------------------------------------------------------------------------------


def known_to(oracle: Oracle, check: Check, level: int) -> Iterator[bytes]:
    """All that the check itself knows of a level at its end, and what is expected: labels that are never sent, too."""
    values: list[Any] = []

    def at_return(frame: Any, event: str, _: Any) -> None:
        if event == "return" and frame.f_code.co_filename.endswith("checks.py"):
            values.extend(frame.f_locals.values())

    sys.setprofile(at_return)
    try:
        expected = oracle.expected(check, level)
    finally:
        sys.setprofile(None)
    yield from pieces([*values, expected.value, expected.gradient])


def of_values(seen: Watched, known: list[list[bytes]], is_silent: bool) -> Iterator[Needle]:
    """Arrays of requests, until they are sent; replies and what the check knows, until the reference begins on their level."""
    loads = [number for number, request in enumerate(seen.requests) if request[:1] == b"L"]
    begun = [NEVER if is_silent else load + 2 for load in loads]  # the request after loading it is the first that can
    for level, of_level in enumerate(known):
        yield from (Needle(f"known at level {level}", piece, begun[level]) for piece in of_level)
    for number, (request, reply) in enumerate(zip(seen.requests, seen.replies, strict=True)):
        if request[:1] == b"D":
            mutables: list[Any] = []
            sent = pieces(wire.Decoder(request[1:], mutables).read())
            yield from (Needle(f"sent by request {number}", piece, number + 1) for piece in sent)
            replied = pieces(list(read_reply(reply, mutables)[:2]))
            level = sum(load < number for load in loads) - 1
            yield from (Needle(f"replied to request {number}", piece, begun[level]) for piece in replied)


# --- where -----------------------------------------------------------------------------------------------------------


def prepared(oracle: Oracle, box: Box, source: str) -> Prepared:
    return prepare(oracle.exercise, file_answer(f"{oracle.exercise.id}.py", source), box.sandbox)


def operations(seen: Watched) -> list[bytes]:
    return [request for request in seen.requests if request[:1] == b"D"]


def watched(check: Check, oracle: Oracle, box: Box, code: Prepared, replies: list[bytes] | None = None) -> Watched:
    """Run the check; with `replies` it gets those in place of the answer's own."""
    seen = Watched([], [], [], [])

    def worker(seconds: float) -> Worker:
        before = set(pidfds())
        made = box.sandbox.worker(seconds)
        [(_, pid)] = set(pidfds()) - before
        exchange, kill = made.channel.exchange, made._kill
        last = box.virgin  # nothing was to be known when it held these pages

        def look() -> None:
            nonlocal last
            now = memory(pid)
            seen.moments.append(new_in(now, last))
            last = now

        def watching(body: bytes, deadline: float) -> bytes:
            look()
            reply = exchange(body, deadline)
            seen.told.append((body if body[:1] == b"D" else code.code) + (reply if replies is None else b""))
            seen.replies.append(reply if replies is None or body[:1] != b"D" else replies[len(seen.replies)])
            seen.requests.append(body)
            return seen.replies[-1]

        def killing() -> None:
            look()
            kill()

        made.channel.exchange, made._kill = watching, killing  # type: ignore[method-assign]
        return made

    ran = run_check(check, oracle, cast("Sandbox", SimpleNamespace(worker=worker)), code, SECONDS)
    assert ran.wrong is None and len(seen.moments) == len(seen.requests) + 1
    return seen


def leaks(seen: Watched, needles: list[Needle], virgin: dict[int, bytes]) -> list[str]:
    """What was in the worker's memory too early. Excused is, but for parts of random numbers, what it was told
    already, and what also lies in a virgin zygote."""
    innocent = b"".join(virgin.values())
    leaked = []
    for number, raw in enumerate(seen.moments):
        told = b"".join(seen.told[:number])
        for needle in found(raw, (one for one in needles if one.until > number)):
            if needle.random or not (needle.piece in told or needle.piece in innocent):
                leaked.append(f"before request {number}: {needle.what}")
    return leaked
