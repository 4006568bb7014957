"""The generated class is what it says: the same each time, and all of it can be read. What each answer gets is tested where the
class is graded, in tests/classroom/test_class_of_300.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grader.errors import SubmissionError
from grader.model import Course
from grader.submission.load import load
from tests.class_answers import ROOT
from tests.class_maker import Expected, make_class


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Expected]:
    folder = tmp_path_factory.mktemp("class") / "submissions"
    return folder, make_class(folder, 300)


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def path_of(folder: Path, student: str) -> Path:
    (found,) = [path for path in folder.iterdir() if path.name == student or path.name.startswith(f"{student}.")]
    return found


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    once, other = (make_class(tmp_path / f"seed {seed}", 60, seed) for seed in (5, 6))
    command = [sys.executable, "-m", "tests.class_maker", str(tmp_path / "again"), "--students", "60", "--seed", "5"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    assert bytes_below(tmp_path / "seed 5") == bytes_below(tmp_path / "again")
    assert once != other


def test_it_holds_a_bit_of_everything(written: tuple[Path, Expected]) -> None:
    folder, made = written
    mistakes = {due.mistake for due in made.due.values()}
    statuses = {status for due in made.due.values() for status in due.statuses}

    assert len(list(folder.iterdir())) == len({one.id for one in made.students}) == 300
    assert {path.suffix for path in folder.iterdir()} >= {"", ".zip", ".gz", ".ipynb"}
    assert 3 <= len(made.damaged) <= 20
    assert statuses >= {"passed", "failed", "missing", "not_started", "invalid", "timeout", "exited", "output_limit"}
    assert mistakes >= {"", None} and len(mistakes) > 20


def test_every_submission_is_read_as_it_was_written(course: Course, written: tuple[Path, Expected]) -> None:
    """What is damaged is refused, or said to be; everything else is what was put in, whatever its wrapping."""
    folder, made = written
    ids = {id_ for _, id_ in made.due}
    chosen = tuple(one for one in course.exercises if one.id in ids)
    for student in made.students:
        path = path_of(folder, student.id)
        if student.id in made.damaged:
            with pytest.raises(SubmissionError):
                load(path, chosen)
            continue
        read = load(path, chosen)
        for id_ in sorted(ids):
            answer, due = read.answer(id_), made.due[student.id, id_]
            kept = made.answers.get((student.id, id_))
            if kept and answer and not answer.name.endswith(".ipynb"):
                assert answer.text == kept.source, (path, id_)
            if due.statuses == ("missing",) and not (answer and answer.name.endswith(".ipynb")):
                assert answer is None or not answer.text
            assert (answer is not None and bool(answer.problem)) == (due.statuses == ("invalid",))
