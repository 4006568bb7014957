"""What passed by luck: which answers are run again, what another run changes, and what becomes of a check that it fails."""

from __future__ import annotations

import os
import random
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.checks.oracle import Oracle
from grader.course.discover import load_course
from grader.errors import CourseError, Fault, SandboxError
from grader.judge.judge import judge
from grader.judge.luck import _used_memory, may_draw
from grader.judge.run import prepare
from grader.model import Answer, Cell, Course, Disclosure, ExerciseResult, file_answer, same
from grader.sandbox.host import Sandbox
from grader.sandbox.inside import wire
from tests.conftest import ROOT
from tests.course_maker import make_course
from tests.judge.here import REFERENCE, Here, raising, small_course, small_oracle

SLOPE = "\n\ndef slope(d):\n    return d * 2\n"
PREPARED, CHECKS = 1, 4  # workers that are asked for: one to compile in, one for each check
DRAWS = "import random\n" + REFERENCE  # right, and could draw
LUCK = "it passed once; run again with the same inputs it failed: "


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    return small_oracle(small_course(tmp_path_factory.mktemp("luck")))


def judged(
    oracle: Oracle, source: str, here: Here | None = None, disclosure: Disclosure = "full", sandbox: Sandbox | None = None
) -> ExerciseResult:  # fmt: skip
    answer = file_answer("double.py", source)
    return judge(oracle.exercise, answer, oracle, sandbox or (here or Here()).sandbox, disclosure)


def statuses(result: ExerciseResult) -> list[str]:
    return [check.status for check in result.checks]


def slugs(result: ExerciseResult) -> list[str]:
    return [one.slug for one in result.diagnoses]


def second_seeds(oracle: Oracle, *ids: str) -> list[int]:
    """What workers are seeded with in second runs of these checks; of all, if none is named."""
    again = oracle.again
    checks = [one for one in oracle.checks if one.id in ids or not ids]
    return [again.workers_seed(check, level) for check in checks for level in range(check.levels)]


def wrong_if(luck: str) -> str:
    """An answer that is right but where `luck` holds, which is drawn as it is loaded."""
    return f"import os, random, secrets, time\nimport numpy as np\n\nWRONG = {luck}\n\n\ndef double(x):\n    return x * 3 if WRONG else x * 2\n{SLOPE}"


def wrong_in_second(oracle: Oracle, *ids: str) -> str:
    seeds = second_seeds(oracle, *ids)
    return wrong_if(f"random.getrandbits(64) in {{random.Random(seed).getrandbits(64) for seed in {seeds}}}")


# --- which answers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n",
        REFERENCE,
        "import numpy as np\nfrom numpy import exp, log\nimport math, itertools as it  # two\n",
        "from __future__ import annotations\nfrom collections import OrderedDict; import numpy as np",
        "class A:\n    def __init__(self):\n        self._mask = None\n\n    def __repr__(self):\n        return 'A'\n\n\nif __name__ == '__main__':\n    print(A())\n",
        "y = np.where(x > 0, x, 0)\n",
        "getattr(x, 'shape', 0) or getattr(self.x,\n 'ndim')",
        "x = 1  # important",
        "self.where = x > 0\nclass A:\n    x: np.ndarray = field(repr=False)",
        "def f(x: np.ndarray, y: np.ndarray) -> np.ndarray:\n    assert isinstance(x, np.ndarray)\n",
        "def forward(self, time_steps, hidden, identity, emptied): ...",
    ],
)
def test_a_plain_answer_need_not_be_run_again(source: str) -> None:
    assert not may_draw(file_answer("a.py", source))


@pytest.mark.parametrize(
    "source",
    [
        "np.random.rand(3)",
        "from numpy.random import rand",
        "from numpy import random as r",
        "import random",
        "import numpy as np, random as math",
        "import math; import os",
        "import numpy as np\rimport os",
        "if '#': import os",
        "from numpy import \\\n  random",
        "from os import urandom",
        "import time",
        "import \\\n  time",
        "import uuid",
        "import secrets",
        "import ctypes",
        "import threading",
        "from numpy import *\nempty(3)",
        "ｎｐ.ｒａｎｄｏｍ.rand()",  # Python reads it as np.random
        "np.empty_like(x)",
        "np.ndarray((3,))",
        "f = lambda: np.ndarray (3)",
        "make = np.ndarray",
        "class A(np.ndarray): ...",
        "np.add(x, x, where = x > 0)",
        "np.lib.stride_tricks.as_strided(x, (9,))",
        "sorted(xs, key=id)",
        "hash(object())",
        "int(repr(object())[-5:-1], 16)",
        "getattr(np, 'ran' + 'dom')",
        "getattr(np, 'ran' 'dom')",
        "getattr(np, 'random')",
        "getattr(np, name)",
        "getattr(x, 'y', 0), getattr(np, name)",
        "pick = getattr",
        "eval('i' + 'd(x)')",
        "__import__('o' + 's')",
        "np.__dict__['ran' + 'dom']",
        "().__class__",
        "collections._sys",
        "vars(np)",
        "open('/dev/u' + 'random')",
        "np.fromfile('/dev/u' + 'random')",
        "np.datetime64('now')",
        "x.ctypes.data",
        "# a random remark",
    ],
)
def test_what_chance_could_have_a_hand_in_may_draw(source: str) -> None:
    assert may_draw(file_answer("a.py", source))


def test_every_cell_is_looked_at() -> None:
    cells = (Cell(1, "x = 1", same("cell 1")), Cell(2, "import random", same("cell 2")))

    assert may_draw(Answer("n.ipynb", cells))
    assert not may_draw(Answer("n.ipynb", cells[:1]))


@pytest.mark.parametrize(
    "source", ["_" * 1_000_000, "import " * 200_000, "from " * 200_000, "import numpy, " * 50_000, "import" + " " * 500_000, "getattr(" * 100_000, "isinstance(" * 90_000]
)  # fmt: skip
def test_a_long_source_is_looked_at_in_linear_time(source: str) -> None:
    """A hang guard: what took the square of it would not end."""
    may_draw(file_answer("a.py", source))


def test_most_of_the_course_draws_nothing() -> None:
    """What is right and plain costs no second run."""
    exercises = [one for one in load_course(ROOT).exercises if one.solution]
    drawing = {
        one.id
        for one in exercises
        if may_draw(file_answer(one.id, (one.solution / f"{one.id}.py").read_text(encoding="utf-8")))  # type: ignore[operator]
    }
    assert len(exercises) > 50 and drawing == {"dropout", "two_layer_net"}


def test_a_plain_answer_is_run_once(oracle: Oracle) -> None:
    here = Here()

    assert judged(oracle, REFERENCE, here).status == "passed"
    assert here.asked == [4.0] * (PREPARED + CHECKS)


def test_an_answer_that_could_draw_is_run_again(oracle: Oracle) -> None:
    here = Here()

    result = judged(oracle, DRAWS, here)

    assert (result.status, result.score, result.diagnoses, result.notes) == ("passed", 8.0, (), ())
    assert here.asked == [4.0] * (PREPARED + 2 * CHECKS)


def test_in_a_second_run_each_worker_has_used_memory_and_the_seeds_of_its_own(oracle: Oracle) -> None:
    here = Here()

    judged(oracle, DRAWS, here)

    loads = [asked for asked in here.said if isinstance(asked[0], bytes)]
    first, second = loads[:10], loads[10:]
    assert _used_memory() not in [code for code, *_ in first]
    assert [asked[3] for asked in second if asked[0] != _used_memory()] == second_seeds(oracle)
    places = [place for place, asked in enumerate(second) if asked[0] == _used_memory()]
    assert places == [0, 4, 6, 10]  # before the first level of each check


def test_only_what_passed_and_carries_points_is_run_again(oracle: Oracle) -> None:
    stretch = Oracle(oracle.course, oracle.exercise, 0)
    stretch.checks = (oracle.checks[0]._replace(points=0.0), *oracle.checks[1:])
    here = Here()

    result = judged(stretch, DRAWS.replace("d * 2", "d * 3"), here)

    assert statuses(result) == ["passed", "passed", "failed", "passed"]
    assert (
        len(here.asked) == PREPARED + CHECKS + 2 + 3
    )  # two second runs; of what is wrong small arrays, a look at the code, and once more: is it steady?


# --- what another run changes -------------------------------------------------------------------------------------


def test_a_second_run_has_the_same_inputs_and_other_seeds(oracle: Oracle) -> None:
    check = oracle.checks[0]
    again = oracle.again

    assert again is oracle.again and again.checks is oracle.checks
    for level in range(check.levels):
        assert np.array_equal(again.draw(check, level).normal(50), oracle.draw(check, level).normal(50))
    seeds = second_seeds(oracle) + [
        oracle.workers_seed(one, level) for one in oracle.checks for level in range(one.levels)
    ]
    assert len(set(seeds)) == len(seeds) == 2 * (3 + 1 + 3 + 3)


def test_a_reference_that_draws_is_expected_anew(tmp_path: Path, sandbox: Sandbox) -> None:
    """A check may compare with what the reference draws from the same seed."""
    root = make_course(tmp_path)
    source = "import numpy as np\n\n\ndef double(x):\n    return x * 2 + np.random.rand()\n"
    root.joinpath("solutions", "01_first", "double", "double.py").write_text(
        source.replace("    return", "    # BEGIN SOLUTION\n    return") + "    # END SOLUTION\n"
    )

    result = judged(small_oracle(load_course(root)), source, sandbox=sandbox)

    assert (result.status, result.diagnoses) == ("passed", ())


def test_memory_is_not_as_it_was(oracle: Oracle, sandbox: Sandbox) -> None:
    """Addresses are others, and what np.empty finds is no longer almost 0: workers are alike from their birth."""
    source = "import numpy as np\n\n\ndef double(x):\n    return id(object()), max(np.abs(np.empty(n)).max() for n in range(5, 90))\n"
    prepared = prepare(oracle.exercise, file_answer("double.py", source), sandbox)
    operation = wire.dumps([("call", 0, "double", 1, [1.0], {})])
    addresses, left = [], []
    for seed in range(30):
        with sandbox.worker(4.0) as worker:
            assert worker.load(_used_memory(), {}, "", seed) == ("loaded",)
            worker.load(prepared.code, {}, "double.py", seed)
            address, most = wire.loads(wire.loads(worker.carry_out(operation))[0])[0][1]
            addresses.append(address)
            left.append(most)

    assert len(set(addresses)) > 3
    assert sum(most > 0.05 for most in left) > 20


# --- what becomes of it -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "luck",
    [
        "random.getrandbits(64) in {{random.Random(seed).getrandbits(64) for seed in {seeds}}}",
        "np.random.random() in {{np.random.RandomState(seed % 2**32).random() for seed in {seeds}}}",
    ],
)
def test_an_answer_that_is_wrong_with_other_random_numbers_is_named(
    oracle: Oracle, sandbox: Sandbox, luck: str
) -> None:
    result = judged(oracle, wrong_if(luck.format(seeds=second_seeds(oracle))), sandbox=sandbox)

    # where forward is wrong and only backward counts, slopes are right
    assert statuses(result) == ["failed", "failed", "passed", "failed"] and result.score == 3.0
    assert [one.slug for one in result.diagnoses] == ["right-by-luck"]
    [found] = result.diagnoses
    assert (found.kind, found.confidence) == ("structure", 1.0)
    assert found.message.en.startswith("it passed once and failed when it was run again with the same inputs")
    assert found.message.ja != found.message.en and found.hint.en
    assert result.message.en.startswith(f"{LUCK}at [") and "double([" in result.checks[0].detail.en
    assert result.checks[0].message.ja != result.checks[0].message.en


def test_what_is_drawn_in_the_call_is_no_other_thing(oracle: Oracle, sandbox: Sandbox) -> None:
    seeds = second_seeds(oracle, "doubles")
    draws = f"random.getrandbits(64) in {{random.Random(seed).getrandbits(64) for seed in {seeds}}}"
    source = f"import random\n\n\ndef double(x):\n    return x * 3 if {draws} else x * 2\n{SLOPE}"

    result = judged(oracle, source, sandbox=sandbox)

    assert statuses(result) == ["failed", "passed", "passed", "passed"] and slugs(result) == ["right-by-luck"]


@pytest.mark.parametrize(
    ("module", "name", "first", "later", "luck"),
    [
        (os, "urandom", b"\7", b"\3", "os.urandom(1)[0] < 6"),
        (secrets, "token_bytes", b"\7", b"\3", "secrets.token_bytes(1)[0] < 6"),
        (secrets, "randbelow", 7, 3, "secrets.randbelow(256) < 6"),
        (time, "time_ns", 7, 3, "time.time_ns() % 256 < 6"),
        (os, "getpid", 7, 3, "os.getpid() % 256 < 6"),
        (random, "SystemRandom", lambda: random.Random(1), lambda: random.Random(2), "random.SystemRandom().random() > 0.5"),
        (np.random, "default_rng", lambda: np.random.Generator(np.random.PCG64(2)), lambda: np.random.Generator(np.random.PCG64(0)), "np.random.default_rng().random() > 0.5"),
    ],
)  # fmt: skip
def test_what_nobody_can_seed_is_found_as_well(
    oracle: Oracle, module: Any, name: str, first: Any, later: Any, luck: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here the source gives what it gives: good luck in the first run, and then bad luck."""
    here = Here()

    def drawn(*_: object) -> Any:
        value = later if len(here.asked) > PREPARED + CHECKS else first
        return value() if callable(value) else value

    monkeypatch.setattr(module, name, drawn)

    result = judged(oracle, wrong_if(luck), here)

    assert statuses(result) == ["failed", "failed", "passed", "failed"] and slugs(result) == ["right-by-luck"]


def test_a_mistake_beside_the_luck_is_named_too(oracle: Oracle, sandbox: Sandbox) -> None:
    source = wrong_in_second(oracle, "doubles").replace("d * 2", "d * 3")

    result = judged(oracle, source, sandbox=sandbox)

    assert statuses(result) == ["failed", "passed", "failed", "passed"]
    assert slugs(result)[0] == "right-by-luck" and "backward-wrong" in slugs(result)


def test_what_is_wrong_in_a_second_gradient_is_audited_first(tmp_path: Path) -> None:
    course = small_course(tmp_path)
    course.root.joinpath("solutions", "01_first", "double", "double.py").write_text(REFERENCE.replace("d * 2", "d * 3"))
    oracle = small_oracle(course)
    seeds = second_seeds(oracle, "slopes")
    source = wrong_if(f"random.getrandbits(64) in {{random.Random(seed).getrandbits(64) for seed in {seeds}}}")
    source = source.replace("return d * 2", "return d * 2 if WRONG else d * 3")

    with pytest.raises(CourseError, match="disagrees with finite differences"):
        judged(oracle, source)


@pytest.mark.parametrize(
    ("disclosure", "said", "named"),
    [
        ("full", f"{LUCK}what comes out: at [", ["right-by-luck"]),
        ("category", f"{LUCK}the values are wrong.", ["right-by-luck"]),
        ("none", "a hidden check did not pass.", []),
    ],
)
def test_of_a_hidden_check_no_more_is_told_than_before(
    oracle: Oracle, sandbox: Sandbox, disclosure: Disclosure, said: str, named: list[str]
) -> None:
    result = judged(oracle, wrong_in_second(oracle, "more"), disclosure=disclosure, sandbox=sandbox)

    hidden = result.checks[3]
    assert statuses(result) == ["passed", "passed", "passed", "failed"] and slugs(result) == named
    assert hidden.message.en.startswith(said) and len(hidden.message.en) <= max(len(said), disclosure == "full" and 200)
    assert hidden.output == "" and hidden.line is None
    assert disclosure == "full" or (not hidden.detail and hidden.duration_s == 0.0)


@pytest.mark.parametrize("disclosure", ["category", "none"])
def test_an_exception_in_a_hidden_second_run_tells_neither_type_nor_line(
    oracle: Oracle, disclosure: Disclosure
) -> None:
    source = wrong_in_second(oracle, "more").replace("x * 3 if WRONG", "KeyError[x] if WRONG")

    hidden = judged(oracle, source, disclosure=disclosure).checks[3]

    assert hidden.line is None and "Error" not in hidden.message.en and not hidden.detail


def test_luck_in_public_is_named_where_little_is_told_of_hidden_checks(oracle: Oracle) -> None:
    result = judged(oracle, wrong_in_second(oracle), disclosure="none")

    assert slugs(result) == ["right-by-luck"] and result.checks[3].message.en == "a hidden check did not pass."


# --- ends ---------------------------------------------------------------------------------------------------------


class Ending(Here):
    """As `Here`, but some workers, by their place among all that were asked for, have replies of their own."""

    def __init__(self, ends: dict[int, dict[str, Callable[..., Any]]]) -> None:
        super().__init__()
        self.ends = ends

    def worker(self, seconds: float) -> Any:
        self.replies = self.ends.get(len(self.asked), {})
        return super().worker(seconds)


SECOND = PREPARED + CHECKS  # the place of the first worker of a second run


@pytest.mark.parametrize("verb", ["load", "carry_out"])
@pytest.mark.parametrize("status", ["timeout", "memory", "crashed", "protocol"])
def test_what_a_busy_machine_may_have_done_is_no_luck_unless_it_comes_again(
    oracle: Oracle, verb: str, status: Any
) -> None:
    end = {verb: raising(Fault(status))}

    once = Ending({SECOND: end})
    assert judged(oracle, DRAWS, once).status == "passed" and len(once.asked) == SECOND + CHECKS + 1

    twice = Ending({SECOND: end, SECOND + 1: end})
    result = judged(oracle, DRAWS, twice)
    assert statuses(result) == [status, "passed", "passed", "passed"] and slugs(result) == ["right-by-luck"]
    assert result.message.en.startswith(LUCK)
    assert twice.asked == [4.0] * (SECOND + 2) + [1.0 if status == "timeout" else 4.0] * (CHECKS - 1)


def test_memory_that_python_misses_may_be_the_machines_as_well(oracle: Oracle) -> None:
    full = {"load": lambda: ("error", "memory", "MemoryError", "", None)}

    assert judged(oracle, DRAWS, Ending({SECOND: full})).status == "passed"
    assert judged(oracle, DRAWS, Ending({SECOND: full, SECOND + 1: full})).checks[0].status == "memory"


@pytest.mark.parametrize(
    ("end", "status"),
    [
        ({"carry_out": raising(Fault("exited"))}, "exited"),
        ({"carry_out": raising(Fault("output_limit"))}, "output_limit"),
        ({"load": lambda: ("error", "exception", "KeyError", "'x'", 1)}, "error"),
        ({"carry_out": lambda: wire.dumps((wire.dumps([("value", 1.0, [])]), wire.dumps(0), []))}, "failed"),
    ],
)
def test_what_no_machine_does_counts_at_once(oracle: Oracle, end: Any, status: str) -> None:
    here = Ending({SECOND: end})

    result = judged(oracle, DRAWS, here)

    assert statuses(result) == [status, "passed", "passed", "passed"] and slugs(result) == ["right-by-luck"]
    assert len(here.asked) == SECOND + CHECKS and result.message.en.startswith(LUCK)


def test_a_sandbox_that_fails_the_second_time_is_nobodys_score(oracle: Oracle) -> None:
    with pytest.raises(SandboxError):
        judged(oracle, DRAWS, Ending({SECOND: {"carry_out": raising(SandboxError("no fork"))}}))


# --- right answers that draw --------------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["dropout", "two_layer_net", "mini_batches", "weight_init", "train_epochs"])
def test_right_answers_to_exercises_of_chance_pass(course: Course, sandbox: Sandbox, id_: str) -> None:
    oracle = small_oracle(course._replace(exercises=tuple(one for one in course.exercises if one.id == id_)))
    reference = (oracle.exercise.solution / f"{id_}.py").read_text(encoding="utf-8")  # type: ignore[operator]

    result = judge(oracle.exercise, file_answer(f"{id_}.py", f"# at random\n{reference}"), oracle, sandbox, "full")

    assert (result.status, result.diagnoses) == ("passed", ())
