"""A learner's workspace remembers: what is graded again and what is not, attempts, hints, and stores that are broken."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.model import Attempt, CheckResult, Diagnosis, DiagnosisKind, ExerciseResult, Status, Text, file_answer
from grader.record.store import FOLDER, NAME, open_store
from tests.cli.test_cli import SAMPLES, grade, run_json
from tests.conftest import ROOT
from tests.course_maker import make_course

WRONG = (SAMPLES / "partly_wrong" / "affine.py").read_text(encoding="utf-8")
RIGHT = (SAMPLES / "right" / "affine.py").read_text(encoding="utf-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Made by `grade init`; nothing is begun."""
    assert grade("init", "mine", cwd=tmp_path).returncode == 0
    return tmp_path / "mine"


def write(workspace: Path, source: str) -> None:
    (workspace / "05_backprop" / "affine" / "affine.py").write_text(source, encoding="utf-8")


def attempts(workspace: Path) -> tuple[Attempt, ...]:
    with open_store(workspace) as store:
        assert not store.problem
        return store.attempts()


def duration(run: dict[str, Any]) -> float:
    """How long grading the only exercise took: two runs never take the same time to the tenth of a millisecond, in all."""
    (exercise,) = run["exercises"]
    return exercise["duration_s"] + sum(check["duration_s"] for check in exercise["checks"])  # type: ignore[no-any-return]


# --- what is graded again ------------------------------------------------------------------------------------------


def test_an_unchanged_answer_is_not_graded_again(workspace: Path) -> None:
    write(workspace, WRONG)
    first = run_json("affine", cwd=workspace)

    assert run_json("affine", cwd=workspace) == first  # durations as well: it is the same result
    assert [one["id"] for one in run_json(cwd=workspace)["exercises"] if one["status"] == "failed"] == ["affine"]


@pytest.mark.parametrize(
    "change", ["--no-cache", "another answer", "another comment", "another seed", "another check", "another numpy"]
)
def test_what_a_result_depends_on_makes_it_graded_again(tmp_path: Path, change: str) -> None:
    course = make_course(tmp_path / "course")
    answer = course / "exercises" / "01_first" / "double" / "double.py"
    solution = course / "solutions" / "01_first" / "double" / "double.py"
    answer.write_text(solution.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    first = run_json("double", cwd=course)
    assert duration(run_json("double", cwd=course)) == duration(first)
    words = ["double"]
    match change:
        case "--no-cache":
            words.append(change)
        case "another seed":
            words += ["--seed", "3"]
        case "another answer":
            answer.write_text("def double(x):\n    return 3 * x\n", encoding="utf-8")
        case "another comment":
            answer.write_text(answer.read_text(encoding="utf-8") + "# and more\n", encoding="utf-8")
        case "another check":
            checks = course / "exercises" / "01_first" / "double" / "checks.py"
            checks.write_text(checks.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
        case "another numpy":
            _rewrite_keys(course)

    again = run_json(*words, cwd=course)

    assert duration(again) != duration(first)
    assert again["exercises"][0]["status"] == ("failed" if change == "another answer" else "passed")


def _rewrite_keys(home: Path) -> None:
    """As if it had been graded somewhere else: the key is of no environment that there is."""
    with sqlite3.connect(home / FOLDER / NAME) as connection:
        connection.execute("UPDATE results SET key = 'of another numpy'")
    connection.close()


def test_what_ran_out_of_time_is_tried_again(workspace: Path) -> None:
    write(workspace, "import time\nclass Affine:\n    def __init__(self, W, b):\n        while True: pass\n")
    first = run_json("affine", cwd=workspace)
    assert first["exercises"][0]["status"] == "timeout"

    assert duration(run_json("affine", cwd=workspace)) != duration(first)


def test_other_peoples_answers_are_not_remembered(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "affine.py").write_text(RIGHT, encoding="utf-8")

    run_json("affine", "--submission", tmp_path / "affine.py", cwd=workspace)

    assert not (workspace / FOLDER).exists()


# --- attempts and hints ----------------------------------------------------------------------------------------------


def test_attempts_are_counted_when_something_changed(workspace: Path) -> None:
    run_json("affine", cwd=workspace)  # not started: no attempt
    for source in (WRONG, WRONG, RIGHT):
        write(workspace, source)
        run_json("affine", cwd=workspace)
    run_json("affine", "--no-cache", cwd=workspace)

    seen = attempts(workspace)

    assert [(one.exercise, one.status, one.score) for one in seen] == [
        ("affine", "failed", 9.25),
        ("affine", "passed", 11),
    ]
    assert seen[0].when <= seen[1].when and len(seen[0].when) == len("2026-11-21T14:02:11+09:00")


def test_an_answer_that_is_gone_can_be_had_back(workspace: Path) -> None:
    (workspace / "05_backprop" / "affine" / "affine.py").unlink()

    gone = grade("affine", cwd=workspace)

    assert (
        "`grade reset affine` puts the stub back" in gone.stdout
        and gone.stdout == grade("affine", cwd=workspace).stdout
    )
    assert grade("reset", "affine", cwd=workspace).returncode == 0
    assert "not started" in grade("affine", cwd=workspace).stdout


def test_each_call_of_hint_tells_more(workspace: Path) -> None:
    said = [grade("hint", "affine", cwd=workspace).stdout.split("\n")[0] for _ in range(4)]

    assert said == ["affine, hint 1/3", "affine, hint 2/3", "affine, hint 3/3", "affine, hint 3/3"]
    assert "hint 1/3" in grade("hint", "affine", "--level", "1", cwd=workspace).stdout
    assert "hint 3/3" in grade("hint", "affine", cwd=workspace).stdout
    with open_store(workspace) as store:
        assert store.hints() == {"affine": 3}


def test_in_a_clone_the_record_stands_beside_the_exercises(tmp_path: Path) -> None:
    course = make_course(tmp_path)

    run_json("double", cwd=course / "exercises" / "01_first")

    assert (course / FOLDER / NAME).is_file() and (course / FOLDER / ".gitignore").read_text() == "*\n"


# --- broken stores ---------------------------------------------------------------------------------------------------


def _garbage(path: Path) -> None:
    path.write_bytes(b"this is no database" * 100)


def _torn(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 4096 + content[8192:])


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def _somebody_elses(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birthdays (name, day)")
    connection.close()


@pytest.mark.parametrize("damage", [_garbage, _torn, _newer, _somebody_elses])
def test_a_store_that_cannot_be_used_is_moved_aside_with_one_line(workspace: Path, damage: Any) -> None:
    write(workspace, RIGHT)
    run_json("affine", cwd=workspace)
    path = workspace / FOLDER / NAME
    damage(path)
    before = path.read_bytes()

    result = grade("affine", cwd=workspace)

    assert result.returncode == 0 and "passed" in result.stdout
    assert result.stderr.count("\n") == 1 and f"{NAME}.old1" in result.stderr
    assert path.with_name(f"{NAME}.old1").read_bytes() == before
    assert grade("affine", cwd=workspace).stderr == ""
    assert [one.status for one in attempts(workspace)] == ["passed"]


def test_a_row_that_is_not_ours_costs_nothing(workspace: Path) -> None:
    write(workspace, RIGHT)
    run_json("affine", cwd=workspace)
    with sqlite3.connect(workspace / FOLDER / NAME) as connection:
        connection.execute("UPDATE results SET result = '[1, 2'")
    connection.close()

    result = grade("affine", cwd=workspace)

    assert result.returncode == 0 and result.stderr.count("\n") == 1
    assert grade("affine", cwd=workspace).stderr == ""  # it was graded again, and written anew


def test_where_nothing_can_be_written_everything_works_but_memory(workspace: Path) -> None:
    (workspace / FOLDER).write_text("a file where the folder should be", encoding="utf-8")
    write(workspace, RIGHT)

    result = grade("affine", "--lang", "ja", cwd=workspace)

    assert result.returncode == 0 and "合格" in result.stdout
    assert result.stderr.startswith("メモ: ここでは結果を記録できません") and result.stderr.count("\n") == 1


def test_several_at_once_do_not_disturb_each_other(workspace: Path) -> None:
    write(workspace, WRONG)
    command = [sys.executable, "-m", "grader", "--no-cache", "05_backprop"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    running = [
        subprocess.Popen(command, cwd=workspace, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(4)
    ]

    said = [process.communicate(timeout=120)[1].decode() for process in running]

    assert [(process.returncode, text) for process, text in zip(running, said, strict=True)] == [(1, "")] * 4
    assert [one.status for one in attempts(workspace)] == ["failed"]


def test_several_at_once_begin_one_store(tmp_path: Path) -> None:
    homes = [tmp_path / str(number) for number in range(20)]
    begin = threading.Barrier(4)

    def open_at_once(home: Path) -> str:
        begin.wait()
        with open_store(home) as store:
            return store.problem.en

    for home in homes:
        home.mkdir()
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(open_at_once, [home] * 4)) == [""] * 4
        assert sorted(path.name for path in (home / FOLDER).iterdir()) == [".gitignore", NAME]


# --- what is kept is what is given back --------------------------------------------------------------------------------

words = st.text(max_size=20) | st.just("\ud800 lone")
texts = st.builds(Text, words, words)
numbers = st.floats(0, 100, allow_nan=False)
statuses = st.sampled_from(["passed", "failed", "error", "missing", "forbidden", "invalid", "exited", "output_limit"])
checks = st.builds(
    CheckResult, words, texts, st.booleans(), statuses, numbers, numbers, texts, numbers, texts, words,
    st.none() | st.integers(1, 500),
)  # fmt: skip
diagnoses = st.builds(Diagnosis, words, st.sampled_from(get_args(DiagnosisKind)), numbers, texts, texts)
results = st.builds(
    ExerciseResult, st.just("affine"), words, texts, statuses, numbers, numbers, numbers, texts,
    st.lists(texts, max_size=2).map(tuple), st.lists(checks, max_size=3).map(tuple),
    st.lists(diagnoses, max_size=2).map(tuple), st.just(file_answer("affine.py", "class Affine: pass")),
)  # fmt: skip


@given(results)
@settings(max_examples=100)
def test_a_result_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, result: ExerciseResult) -> None:
    home = tmp_path_factory.mktemp("home")
    with open_store(home) as store:
        store.remember({"affine": "key"}, [result], "confined")
    with open_store(home) as store:
        (remembered,) = store.recall({"affine": "key"}).values()
        assert store.recall({"affine": "another key"}) == {}
        assert not store.problem
    shutil.rmtree(home)

    assert remembered.result == result._replace(answer=None) and remembered.sandbox == "confined"
    assert all(type(check.title) is Text for check in remembered.result.checks)


def test_every_status_is_either_kept_or_not(tmp_path: Path) -> None:
    one = ExerciseResult("affine", "u", Text("A", "A"), "passed", 1, 1, 0, Text("", ""), (), (), ())
    with open_store(tmp_path) as store:
        kept: list[str] = []
        for status in get_args(Status):
            store.remember({"affine": status}, [one._replace(status=status)], "process")
            kept += store.recall({"affine": status})
        assert len(kept) == len(get_args(Status)) - 6


# --- the report ------------------------------------------------------------------------------------------------------------


def test_report_writes_the_page_and_opens_it(workspace: Path, tmp_path: Path) -> None:
    write(workspace, WRONG)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/opened\n', encoding="utf-8")
    browser.chmod(0o755)

    made = grade("report", "--open", cwd=workspace, BROWSER=f"{browser} %s")

    page = workspace / "report.html"
    assert made.returncode == 0 and made.stdout == f"{page}\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (tmp_path / "opened").read_text() == page.resolve().as_uri()
    told = grade("report", "--output", tmp_path / "other.html", "--format", "json", cwd=workspace)
    assert json.loads(told.stdout) == {"schema": "gradkata/report/v1", "file": str(tmp_path / "other.html")}
    assert (tmp_path / "other.html").read_bytes() == page.read_bytes()
