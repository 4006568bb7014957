"""What counts in a class, and for whom: a forgotten list of exercises, a broken course, people who are nearly the same."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from grader.classroom.roster import roster_of
from grader.cli.similar import _mistakes
from grader.course.discover import load_course
from grader.gradebook.open import open_gradebook
from grader.gradebook.records import Student
from grader.gradebook.standing import class_table
from tests.classes import RIGHT, WRONG, grade, grade_class, scores, small_class, statuses
from tests.conftest import ROOT
from tests.course_maker import make_course

RIGHT_OF = {
    id_: next(ROOT.glob(f"solutions/*/{id_}/{id_}.py")).read_text(encoding="utf-8")
    for id_ in ("sigmoid", "relu", "tanh")
}


def hand_in(folder: Path, **answers: tuple[str, ...]) -> None:
    for student, ids in answers.items():
        (folder / student).mkdir(parents=True, exist_ok=True)
        for id_ in ids:
            (folder / student / f"{id_}.py").write_text(RIGHT_OF[id_], encoding="utf-8")


def counted(folder: Path, *arguments: str) -> set[str]:
    return {exercise for _, exercise in statuses(grade_class(folder, *arguments, code=None))}


def test_what_counted_counts_again_and_a_change_is_said(tmp_path: Path) -> None:
    hand_in(tmp_path / "one", ann=("sigmoid", "relu"), ben=("sigmoid", "relu"), cyd=("sigmoid", "relu", "tanh"))
    assert counted(tmp_path, "one", "sigmoid", "relu") == {"sigmoid", "relu"}
    assert counted(tmp_path, "one") == {"sigmoid", "relu"}  # the list was forgotten
    again = grade(tmp_path, "class", "one", code=None).stdout
    assert "not counted: tanh (1)" in again and "what counts changes" not in again

    hand_in(tmp_path / "two", ann=("tanh",), ben=("tanh",))
    said = grade(tmp_path, "class", "two", code=None).stdout
    assert "what counts changes: now tanh (6 points), before relu, sigmoid" in said
    assert "sigmoid" not in grade(tmp_path, "export", "csv").stdout
    assert "sigmoid" in grade(tmp_path, "export", "csv", "sigmoid", "tanh").stdout


def test_what_one_began_that_does_not_even_run_counts_for_nobody(tmp_path: Path) -> None:
    hand_in(tmp_path / "one", ann=("sigmoid",), ben=("sigmoid",))
    (tmp_path / "one" / "ben" / "tanh.py").write_text("def tanh(x:\n")

    assert counted(tmp_path, "one") == {"sigmoid"}


def test_a_broken_course_is_said_first_and_changes_no_grade(small: Path) -> None:
    small_class(small)
    checks = small / "course" / "solutions" / "01_first" / "double" / "checks.py"
    checks.write_text(checks.read_text() + "\nnothing_of_this_name\n")
    broken = grade(small, "class", "in", "--course", "course", code=3)

    assert "THE GRADER FAILED in double, 2 times" in broken.stderr
    assert "no grade changes" in broken.stdout
    assert scores(small) == {"ann": 4, "ben": 0, "cyd": 0}


def test_nobody_is_in_a_gradebook_twice(small: Path) -> None:
    for number, student in enumerate(("ann", "ben", "cyd"), 11):
        (small / "canvas").mkdir(exist_ok=True)
        (small / "canvas" / f"{student}_{number}_2{number}_double.py").write_text(RIGHT)
    grade(small, "class", "canvas", "--course", "course")
    (small / "roster.csv").write_text("SIS User ID,ID,name\na1,11,Ann\nb1,12,Ben\nc1,13,Cyd\n")
    other = grade(small, "class", "canvas", "--roster", "roster.csv", "--course", "course", code=2)
    (small / "other.csv").write_text("id,name\nx,Xeno\ny,Yves\n")
    wrong = grade(small, "class", "canvas", "--roster", "other.csv", "--course", "course", code=2)

    assert "3 of these students are in the gradebook under other ids: a1 as 11" in other.stderr
    assert "only 0 of 3" in wrong.stderr
    assert len(scores(small)) == 3


def test_a_stranger_of_the_same_name_is_nobody_of_the_roster() -> None:
    roster = roster_of([Student("s102", "Baba Mio", lms_id="1002"), Student("s103", "Sato")])

    assert roster.find(Student("1002", "Baba Mio", lms_id="1002")) == roster.students[0]
    assert roster.find(Student("1099", "Baba Mio", lms_id="1099")) is None
    assert roster.find(Student("1003", "Sato", lms_id="1003")) == roster.students[1]  # of whom no number is known


def test_something_else_than_code_is_no_answer_and_is_said(small: Path) -> None:
    (small / "in" / "dan").mkdir()
    (small / "in" / "dan" / "screenshot.png").write_bytes(b"\x89PNG")
    said = small_class(small)

    assert "4 students, 3 of them handed something in" in said
    assert "dan  it holds no .py file or notebook, but screenshot.png." in said


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_no_utf8_can_be_published_twice(small: Path) -> None:
    folder = os.path.join(os.fsencode(small / "in"), "青木".encode("shift_jis"))
    os.mkdir(folder)
    with open(os.path.join(folder, b"double.py"), "w") as stream:
        stream.write(RIGHT)

    assert "4 students" in small_class(small)
    assert "no grade changes" in small_class(small)


def test_a_penalty_for_being_late_is_for_what_was_late(tmp_path: Path) -> None:
    make_course(tmp_path)
    for name in ("ann_LATE_11_21_double.py", "ben_12_22_double.py"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(RIGHT)
    grade(tmp_path, "class", "in", "--course", "course")
    done = grade(
        tmp_path, "adjust", "@late", "--late", "50", "--reason", "late", "--course", "course", "--format", "json"
    )

    assert [(one["student"], one["exercise"]) for one in json.loads(done.stdout)["adjustments"]] == [("11", "double")]


@pytest.mark.parametrize("points", ["nan", "inf", "-inf"])
def test_points_are_numbers(small: Path, points: str) -> None:
    small_class(small)

    done = grade(small, "adjust", "ben", "--extra", points, "--reason", "x", "--course", "course", code=2)
    assert "must be numbers" in done.stderr


def test_an_adjustment_says_what_becomes_of_the_points(small: Path) -> None:
    (small / "in" / "ben" / "double.py").write_text(WRONG)
    small_class(small)
    arguments = ("--reason", "x", "--course", "course")

    assert "ben: 0/4 → 3/4" in grade(small, "adjust", "ben", "double", "--points", "3", *arguments).stdout
    assert "ben: 3/4, as before" in grade(small, "adjust", "ben", "double", "--late", "10", *arguments).stdout
    assert "has 4 points" in grade(small, "adjust", "ben", "double", "--points", "5", *arguments, code=2).stderr


def test_a_reader_who_leaves_keeps_no_grade_from_being_published(small: Path) -> None:
    command = f"{sys.executable} -m grader class in --course course | head -1"
    os.system(f"cd {small} && PYTHONPATH={ROOT} {command} > /dev/null 2>&1")

    assert scores(small) == {"ann": 4, "ben": 0, "cyd": 0}


def test_a_slip_explains_a_failure_in_the_class_too_and_quotes_nobody(small: Path) -> None:
    (small / "in" / "ben" / "double.py").write_text("def double(x):\n    mine = 2 * x\n")
    (small / "in" / "cyd" / "double.py").write_text("def double(x):\n\n    yours = x + x\n")
    small_class(small, "--report", "report")

    with open_gradebook(f"sqlite:///{small / 'gradebook.sqlite3'}") as engine, engine.connect() as connection:
        table = class_table(connection, load_course(small / "course"))

    assert [(one.text.en, len(one.students)) for one in table.mistakes["double"]] == [("nothing is returned", 2)]
    assert [one.unnamed.tolist() for one in table.checks["double"]] == [[], []]
    assert not any(_mistakes(f"sqlite:///{small / 'gradebook.sqlite3'}").values())  # and accuses nobody of copying
    page = (small / "report" / "exercises" / "double.html").read_text(encoding="utf-8")
    assert "nothing is returned" in page and "line 1: double returns nothing" not in page
