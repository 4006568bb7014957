"""Folders to a course: the order of its exercises, and one clear line for each way in which a folder can be wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.course.discover import find_course, load_course
from grader.errors import CourseError
from grader.model import Course
from tests.conftest import ROOT
from tests.course_maker import make_course


def requires(root: Path, id_: str, *others: str) -> None:
    """Put a copy of the only exercise into the same unit, under another id, that requires `others`."""
    folder = root / "exercises" / "01_first" / id_
    shutil.copytree(root / "exercises" / "01_first" / "double", folder)
    toml = (folder / "exercise.toml").read_text(encoding="utf-8")
    (folder / "exercise.toml").write_text(f"requires = {list(others)}\n{toml}", encoding="utf-8")


def test_what_is_required_comes_first(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    requires(root, "a", "c", "double")
    requires(root, "b")
    requires(root, "c", "b")

    assert [exercise.id for exercise in load_course(root).exercises] == ["b", "c", "double", "a"]


def test_the_easier_one_comes_first_but_nothing_before_what_it_requires(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    requires(root, "easy")
    requires(root, "easiest", "double")
    for id_, points in ("easy", 2), ("easiest", 1), ("double", 4):
        path = root / "exercises" / "01_first" / id_ / "exercise.toml"
        path.write_text(path.read_text(encoding="utf-8").replace("points = 4", f"points = {points}"), encoding="utf-8")

    assert [exercise.id for exercise in load_course(root).exercises] == ["easy", "double", "easiest"]


def test_a_circle_of_requirements(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    requires(root, "a", "b")
    requires(root, "b", "a")

    with pytest.raises(CourseError, match="a requires b requires a, which is a circle"):
        load_course(root)


def test_a_requirement_that_is_nowhere(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    requires(root, "a", "zero")

    with pytest.raises(CourseError, match="a: it requires zero, which does not exist"):
        load_course(root)


def test_a_requirement_in_a_later_unit(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    requires(root, "a")
    (root / "exercises" / "02_second").mkdir()
    (root / "exercises" / "01_first" / "a").rename(root / "exercises" / "02_second" / "a")
    requires(root, "b", "a")

    with pytest.raises(CourseError, match="b: it requires a, which stands in a later unit"):
        load_course(root)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("exercises/course.toml", "name = 'x'\ntitle = 3", "missing or of the wrong type"),
        ("exercises/course.toml", "title = { en = 'x', ja = 'y' }", "'name' is missing or of the wrong type"),
        ("exercises/course.toml", "name = ", "Invalid value"),
        ("exercises/01_first/double/exercise.toml", "points = 3", "'title' is missing or of the wrong type"),
        ("exercises/01_first/double/exercise.toml", "\udcff", "codec can't decode"),
        ("solutions/course.toml", "secret = 'our course of 2026'", "its secret must be drawn, not chosen"),
        ("solutions/course.toml", "", "its secret must be drawn, not chosen"),
        ("solutions/course.toml", "disclosure = 'some'", "disclosure must be full, category or none, not 'some'"),
    ],
)
def test_a_damaged_course_names_the_file(tmp_path: Path, name: str, text: str, says: str) -> None:
    root = make_course(tmp_path)
    (root / name).write_bytes(text.encode(errors="surrogateescape"))

    with pytest.raises(CourseError, match=says) as caught:
        load_course(root)

    assert name in Path(str(caught.value).partition(":")[0]).as_posix()


def test_the_course_is_found_from_any_folder_of_it(tmp_path: Path, course: Course) -> None:
    assert find_course(ROOT / "exercises" / "05_backprop").root == ROOT
    assert find_course(make_course(tmp_path) / "solutions").name == "A small course"
    assert find_course(tmp_path).name == course.name
    with pytest.raises(CourseError, match="--course wants the folder that holds exercises/"):
        find_course(tmp_path, tmp_path / "nowhere")


def test_whoever_has_no_secret_is_given_one(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    (root / "solutions" / "course.toml").unlink()

    with pytest.raises(CourseError) as caught:
        load_course(root)
    given = str(caught.value).rpartition(": ")[2]
    (root / "solutions" / "course.toml").write_text(given, encoding="utf-8")

    assert load_course(root).secret in given
