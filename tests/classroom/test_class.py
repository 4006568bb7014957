"""`grade class` on real folders: order and workers, interruptions, regrades, and what an instructor decides."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from reports.classroom import terminal as told
from tests.class_maker import make_class
from tests.classes import RIGHT, grade, grade_class, results, running, scores, small_class, statuses, wait_for


def test_neither_the_order_nor_the_number_of_workers_changes_anything(tmp_path: Path) -> None:
    tame_class(tmp_path / "one", 30, seed=3)
    (tmp_path / "two").mkdir()
    for path in sorted((tmp_path / "one").iterdir(), reverse=True):
        move = shutil.copytree if path.is_dir() else shutil.copy
        move(path, tmp_path / "two" / path.name)

    runs = [
        grade_class(tmp_path, folder, "--workers", n, "--db", f"{folder}{n}") for folder, n in (("one", 1), ("two", 3))
    ]

    assert runs[0] == runs[1]


def tame_class(folder: Path, students: int, seed: int) -> None:
    """A small class without anybody whose answer runs until a limit ends it: those cost the most, and are of the 300."""
    expected = make_class(folder, students, seed, ("sigmoid", "relu_layer"))
    wild = {
        student
        for (student, _), due in expected.due.items()
        if not {"timeout", "output_limit"}.isdisjoint(due.statuses)
    }
    for path in folder.iterdir():
        if path.name in wild:
            shutil.rmtree(path)


# --- interruptions ----------------------------------------------------------------------------------------


def test_an_interrupted_run_goes_on_where_it_was(tmp_path: Path) -> None:
    tame_class(tmp_path / "downloads", 60, seed=1)
    book = tmp_path / "gradebook.sqlite3"
    with running(tmp_path, "downloads") as process:
        wait_for(lambda: results(book) > 0, process)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    kept = results(book)
    with sqlite3.connect(book) as connection:
        assert connection.execute("SELECT count(*) FROM grades").fetchone() == (0,)  # nothing half published
    connection.close()

    assert process.returncode == 130
    assert "Traceback" not in said
    assert "same command" in said
    assert kept > 0
    rest = grade(tmp_path, "class", "downloads", code=1).stdout
    assert int(re.search(r"(\d+) different answers graded", rest)[1]) == results(book) - kept > 0  # type: ignore[index]
    assert grade_class(tmp_path, "downloads") == grade_class(tmp_path, "downloads", "--db", "afresh") | {"changes": []}


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    tame_class(tmp_path / "downloads", 60, seed=2)
    book = tmp_path / "gradebook.sqlite3"
    with running(tmp_path, "downloads", "--workers", "2", "--format", "json") as process:
        wait_for(lambda: results(book) > 0, process)
        children = subprocess.run(
            ["pgrep", "-f", "multiprocessing.spawn", "-P", str(process.pid)], capture_output=True, text=True, check=True
        )
        subprocess.run(["kill", "-KILL", children.stdout.split()[0]], check=True)
        printed, _ = process.communicate(timeout=300)

    assert "grader_error" not in printed
    assert json.loads(printed)["submissions"]
    assert statuses(json.loads(printed)) == statuses(grade_class(tmp_path, "downloads", "--db", "afresh"))


# --- regrades and decisions -----------------------------------------------------------------------------------


def mend(folder: Path) -> None:
    """The hidden check asked for something that nobody could know."""
    checks = folder / "course" / "solutions" / "01_first" / "double" / "checks.py"
    checks.write_text(
        checks.read_text().replace('"y": lab.double(draw.normal(2))', '"y": lab.double(draw.normal(2)) * 0')
    )


def test_a_mended_check_says_who_gains_and_who_loses_before_anything_is_published(small: Path) -> None:
    small_class(small)
    assert scores(small) == {"ann": 4, "ben": 0, "cyd": 0}
    mend(small)

    tried = small_class(small, "--dry-run")

    assert "+2  double  ben: the exercise was changed; now passes: more" in tried
    assert "2 different answers graded" in tried
    assert "nothing is published" in tried
    assert scores(small) == {"ann": 4, "ben": 0, "cyd": 0}
    published = small_class(small)
    assert " 0 different answers graded" in published  # the dry run kept what it worked out
    assert "+2  double  ben" in published
    assert scores(small) == {"ann": 4, "ben": 2, "cyd": 0}


def test_what_an_instructor_decided_survives_every_regrade(small: Path) -> None:
    small_class(small)
    late = ("--late", "25", "--reason", "two days", "--author", "aoki", "--course", "course")
    assert grade(small, "adjust", "ann", *late).stdout == "ann: 4/4 → 3/4\n"
    grade(small, "adjust", "ben", "double", "--points", "3", "--reason", "told me the idea", "--course", "course")
    grade(small, "adjust", "cyd", "--excuse", "--reason", "was ill", "--course", "course")
    grade(small, "adjust", "ann", "--extra", "0.5", "--reason", "found a typo", "--course", "course")
    mend(small)
    small_class(small)

    assert scores(small) == pytest.approx({"ann": 3, "ben": 3, "cyd": float("nan")}, nan_ok=True)
    why = grade(small, "why", "ann", "--course", "course").stdout
    assert "3.5/4" in why
    assert "two days" in why and "aoki" in why and "found a typo" in why
    grade(small, "adjust", "ben", "double", "--undo", "points", "--reason", "a mix-up", "--course", "course")
    assert scores(small)["ben"] == 2
    assert "a mix-up" in grade(small, "why", "ben", "--course", "course").stdout


def test_grades_in_an_exercise_that_the_course_no_longer_has_stand(small: Path) -> None:
    small_class(small)
    for kind in ("exercises", "solutions"):
        unit = small / "course" / kind / "01_first"
        (unit / "double").rename(unit / "twice")
        for path in (unit / "twice").iterdir():
            path.write_text(path.read_text().replace("double", "twice"))
        (unit / "twice" / "double.py").rename(unit / "twice" / "twice.py")

    assert scores(small) == {"ann": 4, "ben": 0, "cyd": 0}
    assert grade(small, "why", "ann", "--course", "course").stdout.startswith("ann  4/4\n")
    assert "double  0/4" in grade(small, "why", "cyd", "--course", "course").stdout
    assert (
        grade(small, "adjust", "cyd", "--extra", "1", "--reason", "came", "--course", "course").stdout
        == "cyd: 0/4 → 1/4\n"
    )


def test_all_whom_the_platform_marks_as_late_are_adjusted_at_once(small: Path) -> None:
    """Canvas writes LATE into the names of files."""
    (small / "canvas").mkdir()
    for name in ("ann_11_21_double.py", "ben_LATE_12_22_double.py", "cyd_LATE_13_23_double.py"):
        (small / "canvas" / name).write_text(RIGHT)
    said = grade(small, "class", "canvas", "--course", "course").stdout
    grade(small, "adjust", "@late", "--late", "50", "--reason", "after the deadline", "--course", "course")

    assert "2 are marked as late" in said
    assert sorted(scores(small).values()) == [2, 2, 4]


def test_a_newer_answer_counts_and_a_damaged_or_empty_one_replaces_none(small: Path) -> None:
    small_class(small)
    (small / "in" / "ben" / "double.py").write_text(RIGHT)
    (small / "in" / "ann" / "double.py").write_bytes(b"\xff\xfe\x00")
    assert "ben: a new answer" in small_class(small)
    assert scores(small) == {"ann": 4, "ben": 4, "cyd": 0}

    shutil.rmtree(small / "in" / "ann")
    (small / "in" / "ann.zip").write_text("no zip")
    shutil.rmtree(small / "in" / "ben")

    assert "ann" in small_class(small)
    assert scores(small) == {"ann": 4, "ben": 4, "cyd": 0}


@pytest.mark.parametrize("student", ["ann", "ben"])
def test_why_gives_a_command_that_gives_the_same_result(small: Path, student: str) -> None:
    graded = grade_class(small, "in", "--course", "course", "--seed", "7")
    [before] = [one["exercises"] for one in graded["submissions"] if one["student"] == student]
    why = json.loads(
        grade(small, "why", student, "double", "--save", "answers", "--course", "course", "--format", "json").stdout
    )["exercises"][0]

    command = shlex.split(why["command"])[1:]
    again = json.loads(grade(small, *command, "--course", "course", "--format", "json", code=None).stdout)["exercises"]

    assert why["history"][0]["seed"] == 7
    assert why["history"][0]["graded_by"].startswith("gradkata ")
    assert [one["status"] for one in again] == [why["status"]]
    assert again[0]["score"] == why["raw_score"] == before[0]["score"]


def test_an_answer_that_died_of_the_grader_is_graded_again(small: Path) -> None:
    """What was our fault costs nothing, and is tried again the next time."""
    checks = small / "course" / "solutions" / "01_first" / "double" / "checks.py"
    good = checks.read_text()
    checks.write_text(good + "\nimport nothing_of_this_name\n")
    broken = grade_class(small, "in", "--course", "course", code=3)
    assert statuses(broken)["ann", "double"] == "grader_error"
    checks.write_text(good)

    assert statuses(grade_class(small, "in", "--course", "course"))["ann", "double"] == "passed"
    assert scores(small)["ann"] == 4


# --- shape and bad input --------------------------------------------------------------------------------------


def test_the_json_has_the_fields_of_a_run_for_each_student(small: Path) -> None:
    (small / "in" / "dan.tar").write_text("no tar")
    document = grade_class(small, "in", "--course", "course")
    run = json.loads(grade(small, "run", "--submission", "in/ann", "--course", "course", "--format", "json").stdout)

    assert document["schema"] == "gradkata/class/v1"
    assert [one["student"] for one in document["submissions"]] == ["ann", "ben", "cyd", "dan"]
    for one in document["submissions"]:
        assert one.keys() == run.keys() - {"schema"} | {"student"}
        assert one["exercises"][0].keys() == run["exercises"][0].keys() - {"duration_s"}
    assert statuses(document) == {("ann", "double"): "passed", ("ben", "double"): "failed", ("cyd", "double"): "missing", ("dan", "double"): "invalid"}  # fmt: skip


MISUSE = (
    (("class", "nowhere"), 2, "nowhere"),
    (("class", "empty"), 2, "nothing that was handed in"),
    (("class", "in", "--roster", "nowhere.csv"), 2, "nowhere.csv"),
    (("class", "in", "--db", "postgresql://x@127.0.0.1:1/y"), 3, "refused"),
    (("class", "in", "--cluster", "tcp://127.0.0.1:1"), 3, "dask scheduler"),
    (("class", "in", "--cluster", "tcp://127.0.0.1:1", "--workers", "2"), 2, "--workers"),
    (("export", "csv", "--db", "nowhere.sqlite3"), 3, "grade class"),
    (("export", "csv", "--fill", "x.csv"), 2, "canvas | moodle"),
    (("export", "canvas", "--fill", "nowhere.csv"), 2, "nowhere.csv"),
    (("export", "gradescope"), 2, "--output FILE.zip"),
    (("report", "--anonymous"), 2, "--db"),
    (("report", "--db", "nowhere.sqlite3"), 3, "grade class"),
    (("similar", "nowhere"), 2, "nowhere"),
    (("why", "zoe"), 2, "nobody"),
    (("why", "bem"), 2, "Did you mean ben"),
    (("adjust", "ben", "--reason", "x"), 2, "--points"),
    (("adjust", "@late", "--late", "5", "--reason", "x"), 2, "nobody"),
    (("adjust", "ben", "--extra", "1", "--excuse", "--reason", "x"), 2, "one of"),
    (("adjust", "ben", "--extra", "1", "--reason", " "), 2, "why"),
)  # fmt: skip


def test_misuse_is_said_in_one_line(small: Path) -> None:
    small_class(small)
    (small / "empty").mkdir()
    for arguments, code, expected in MISUSE:
        done = grade(small, *arguments, "--course", "course", code=code)

        [said] = [line for line in done.stderr.strip().split("\n") if not line.startswith("note: ")]
        assert expected in said, arguments


def test_progress_without_a_terminal_is_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "_EVERY_S", 0.0)
    stream = io.StringIO()
    with told.progress(stream, "en") as tell:
        for done in range(3):
            tell("grade", done, 400)

    lines = stream.getvalue().splitlines()
    assert [re.sub(r"[\d.]+ a second, \d+ s left", "R", line) for line in lines] == [
        "grading 1 of 400, R",
        "grading 2 of 400, R",
    ]
