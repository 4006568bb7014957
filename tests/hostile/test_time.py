"""Time is bounded: an answer's, a hand-in's, and the grader's own over either. Who only waited is asked again."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.checks.oracle import Oracle
from grader.classroom.workers import cores
from grader.course.discover import load_course
from grader.errors import Stalled
from grader.judge.judge import judge
from grader.model import file_answer
from grader.sandbox.host import Sandbox
from grader.sandbox.launch import can_fork
from tests.classes import RIGHT, grade, grade_class, statuses
from tests.conftest import exercise, grade_sources
from tests.course_maker import make_course
from tests.hostile.catalogue import run_whole

LIMITS = "[limits]\nseconds = 2.0\nwall_seconds = {}\n"  # 5 s of waiting for one check
SLEEPER = run_whole(f"import time\ntime.sleep(0.9)\n{RIGHT}")
KEEPS_THE_GRADER = 'def stuck(x):\n    return "a" * 60 + "!"\n'

# An author's slip: on the reference's text it takes no time at all.
CHECKS = """import re
from grader.authoring import check


@check(points=2, en="is made of a", ja="a でできている", levels=1)
def made_of_a(lab, draw):
    return bool(re.fullmatch(r"(a+)+", lab.stuck(1.0)))
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course of `double`, and of `stuck`, whose check a text can keep busy for ages."""
    made = make_course(tmp_path)
    toml = made / "exercises" / "01_first" / "double" / "exercise.toml"
    for side in ("exercises", "solutions"):
        (made / side / "01_first" / "stuck").mkdir()
    stuck, solution = (made / side / "01_first" / "stuck" for side in ("exercises", "solutions"))
    words = toml.read_text(encoding="utf-8").replace('"double"', '"stuck"').replace("points = 4", "points = 2")
    (stuck / "exercise.toml").write_text(words + LIMITS.format(2), encoding="utf-8")
    for language in ("README.md", "README.ja.md"):
        (stuck / language).write_text("# Stuck\n", encoding="utf-8")
    (stuck / "checks.py").write_text(CHECKS, encoding="utf-8")
    stub = 'def stuck(x):\n    """Give an a."""\n    # BEGIN SOLUTION\n    return "a"\n    # END SOLUTION\n'
    (solution / "stuck.py").write_text(stub, encoding="utf-8")
    (stuck / "stuck.py").write_text('def stuck(x):\n    """Give an a."""\n    raise NotImplementedError\n')
    toml.write_text(toml.read_text(encoding="utf-8") + LIMITS.format(4.5), encoding="utf-8")
    return made


def test_an_answer_that_sleeps_in_each_load_gets_no_full_points(root: Path, sandbox: Sandbox) -> None:
    """Each of its checks keeps to its own limits, and all together do not."""
    course = load_course(root)
    double = exercise(course, "double")

    with pytest.raises(Stalled) as stalled:
        judge(double, file_answer("double.py", SLEEPER), Oracle(course, double, 0), sandbox, "full")

    result = stalled.value.result
    assert [check.status for check in result.checks] == ["passed", "timeout"]
    assert "4.5 seconds" in result.checks[1].message.en
    assert result.duration_s < 3 * double.wall_seconds


def test_who_waits_once_is_asked_again_and_passes(root: Path, sandbox: Sandbox) -> None:
    """As on a machine that was busy for a while."""
    course = load_course(root)
    assert grade_sources(course, sandbox, {"double": RIGHT}).exercises[0].status == "passed"  # all of it is warm
    begun = time.time()
    source = run_whole(f"import time\nif time.time() < {begun + 1.5}:\n    time.sleep(1000)\n{RIGHT}")

    result = grade_sources(course, sandbox, {"double": source}).exercises[0]

    assert result.status == "passed" and result.score == result.max_score
    assert time.time() - begun > 1.5  # it did wait


def test_a_busy_machine_costs_nobody_a_point(root: Path, sandbox: Sandbox) -> None:
    """It computes for half of its time, with eight others at each processor."""
    if not can_fork():
        pytest.skip("how long a process waited for a processor is known on Linux alone")
    course = load_course(root)
    double = exercise(course, "double")
    source = f"import time\nuntil = time.process_time() + 0.33\nwhile time.process_time() < until:\n    pass\n{RIGHT}"
    burning = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(8 * cores())]
    try:
        result = judge(double, file_answer("double.py", source), Oracle(course, double, 0), sandbox, "full")
    finally:
        for one in burning:
            one.kill()
            one.wait()

    assert result.status == "passed"


def test_who_computes_for_too_long_is_not_asked_again(root: Path, sandbox: Sandbox) -> None:
    course = load_course(root)
    double = exercise(course, "double")
    source = "def double(x):\n    while True:\n        pass\n"

    result = judge(double, file_answer("double.py", source), Oracle(course, double, 0), sandbox, "full")

    assert result.status == "timeout"


def test_an_answer_that_keeps_the_grader_busy_is_ended_and_counts_nothing(root: Path) -> None:
    hand_in = root.parent / "hand_in"
    hand_in.mkdir()
    (hand_in / "stuck.py").write_text(KEEPS_THE_GRADER)
    (hand_in / "double.py").write_text(RIGHT)

    ran = grade(root.parent, "run", "--course", "course", "--submission", "hand_in", "--format", "json", code=3)

    results = {one["id"]: one for one in json.loads(ran.stdout)["exercises"]}
    assert results["double"]["status"] == "passed"
    assert (results["stuck"]["status"], results["stuck"]["score"], results["stuck"]["max_score"]) == (
        "grader_error",
        0,
        2,
    )
    assert "too long" in results["stuck"]["message"]


def test_in_a_class_it_touches_nobody_else(root: Path) -> None:
    folder = root.parent
    answers = {
        "ann": {"double": RIGHT, "stuck": 'def stuck(x):\n    return "aa"\n'},
        "eve": {"stuck": KEEPS_THE_GRADER},
    }
    for student, sources in answers.items():
        for id_, source in sources.items():
            path = folder / "in" / student / f"{id_}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source)

    document = grade_class(folder, "in", "double", "stuck", "--course", "course", code=3)

    assert statuses(document) == {
        ("ann", "double"): "passed", ("ann", "stuck"): "passed", ("eve", "double"): "missing", ("eve", "stuck"): "grader_error",
    }  # fmt: skip


def test_a_hand_in_has_a_limit_of_its_own(root: Path) -> None:
    head, stuck = root / "exercises" / "course.toml", root / "exercises" / "01_first" / "stuck" / "exercise.toml"
    head.write_text(f"{head.read_text(encoding='utf-8')}\n[limits]\nhand_in_seconds = 3.0\n", encoding="utf-8")
    stuck.write_text(stuck.read_text(encoding="utf-8").replace(LIMITS.format(2), LIMITS.format(4)), encoding="utf-8")
    hand_in = root.parent / "hand_in"
    hand_in.mkdir()
    (hand_in / "double.py").write_text(RIGHT)
    (hand_in / "stuck.py").write_text("import time\n\n\ndef stuck(x):\n    time.sleep(1000)\n    return 'a'\n")

    ran = grade(root.parent, "run", "--course", "course", "--submission", "hand_in", "--format", "json", code=3)

    results = {one["id"]: one for one in json.loads(ran.stdout)["exercises"]}
    assert results["stuck"]["status"] == "timeout"
    assert results["double"]["status"] == "grader_error" and "the 3 seconds" in results["double"]["message"]
