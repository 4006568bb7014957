"""A sandbox in this process, for tests of what the grader does with replies: no confinement, and any reply can be another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from grader.checks.oracle import Oracle
from grader.course.discover import load_course
from grader.model import Course
from grader.sandbox.host import Allowance, Sandbox
from grader.sandbox.inside import wire, worker
from tests.course_maker import make_course

CHECKS = """from grader.authoring import check, expect, gradient_check


@check(points=2, en="doubles", ja="2 倍")
def doubles(lab, draw):
    return lab.double(draw.normal(3))


@check(points=1, en="is even", ja="偶数", levels=1)
def even(lab, draw):
    y = lab.double(3.0)
    expect(y % 2 == 0, en=f"{y} is odd", ja=f"{y} は奇数")
    return y


@gradient_check(points=3, en="slopes", ja="傾き")
def slopes(lab, draw):
    return {"x": draw.normal(3)}, lambda lab, x: lab.double(x), lambda lab, dout, x: {"x": lab.slope(dout)}
"""
REFERENCE = "def double(x):\n    return x * 2\n\n\ndef slope(d):\n    return d * 2\n"
_SOLUTION = REFERENCE.replace("    return", "    # BEGIN SOLUTION\n    return").replace(
    " * 2\n", " * 2\n    # END SOLUTION\n"
)
MISTAKES = """from grader.authoring import mistake


@mistake("squared", en="it is squared.", ja="2 乗です。", hint_en="Times?", hint_ja="何倍ですか。")
def double(x):
    return x * x
"""


def small_course(folder: Path) -> Course:
    """A course of one exercise, `double` and `slope`: three public checks and the hidden one of `make_course`."""
    root = make_course(folder)
    (root / "exercises" / "01_first" / "double" / "checks.py").write_text(CHECKS)
    solution = root / "solutions" / "01_first" / "double"
    solution.joinpath("double.py").write_text(_SOLUTION)
    solution.joinpath("mistakes.py").write_text(MISTAKES)
    toml = root / "exercises" / "01_first" / "double" / "exercise.toml"
    settings = toml.read_text().replace('["double"]', '["double", "slope"]\naliases = { double = ["twice"] }')
    toml.write_text(settings.replace("points = 4", "points = 8"))
    return load_course(root)


def small_oracle(course: Course) -> Oracle:
    return Oracle(course, course.exercises[0], 0)


class Here:
    """
    Attributes:
        asked: the processor seconds of each worker that was asked for, in order.
        said: the arguments of what the workers were asked, without their verbs.
        replies: by verb, a function that gives the reply in place of the worker's own, or raises.
        printed: what each worker has printed in the end.
    """

    def __init__(self, printed: str = "", **replies: Callable[..., Any]) -> None:
        self.asked: list[float] = []
        self.said: list[tuple[Any, ...]] = []
        self.replies = replies
        self.printed = printed
        self.open = 0
        self.allowance = None

    @property
    def sandbox(self) -> Sandbox:
        return cast("Sandbox", self)

    @contextmanager
    def within(self, seconds: float) -> Iterator[Allowance]:
        """Nothing waits here, so nothing is shared."""
        yield Allowance(seconds)

    def worker(self, seconds: float) -> _Worker:
        self.asked.append(seconds)
        return _Worker(self)


class _Worker:
    def __init__(self, here: Here) -> None:
        self._here = here
        self._loaded: Any = None
        self.output = ""

    def __enter__(self) -> _Worker:
        self._here.open += 1
        return self

    def __exit__(self, *_: object) -> None:
        self._here.open -= 1
        self.output = self._here.printed

    def prepare(self, *asked: Any) -> Any:
        self._here.said.append(asked)
        return self._reply("prepare", lambda: wire.loads(worker._prepare(*asked)))

    def slips(self, *asked: Any) -> Any:
        self._here.said.append(asked)
        return self._reply("slips", lambda: wire.loads(worker._slips(*asked)))

    def load(self, *asked: Any) -> Any:
        self._here.said.append(asked)

        def load() -> Any:
            self._loaded, reply = worker._load(*asked)
            return wire.loads(reply)

        return self._reply("load", load)

    def carry_out(self, request: bytes) -> bytes:
        assert self._here.open == 1  # one worker at a time, and none after its check
        return bytes(self._reply("carry_out", lambda: self._loaded.carry_out(request)))

    def _reply(self, verb: str, own: Callable[[], Any]) -> Any:
        return self._here.replies[verb]() if verb in self._here.replies else own()


def after(number: int, then: Callable[[], Any], own: Callable[[], Any]) -> Callable[[], Any]:
    """`own` so many times, and from then on `then`."""
    times: Iterator[int] = iter(range(1 << 30))
    return lambda: own() if next(times) < number else then()


def raising(error: BaseException) -> Callable[[], Any]:
    def fail() -> Any:
        raise error

    return fail
