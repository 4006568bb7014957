"""A course is code that runs in the grader: what was handed in, or is somebody else's, is not taken for one."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from grader.course import discover
from grader.course.discover import find_root
from grader.course.owner import CI_SIGNS, in_ci
from grader.errors import ForeignCourse, UnknownOwner
from grader.model import Course
from grader.record.workspace import is_her_own
from tests.cli.test_cli import grade
from tests.course_maker import make_course
from tests.hostile.test_platforms import unconfined

COMMANDS = [("run",), ("list",), ("next",), ("report",), ("verify",), ("hint", "double"), ("class", "../nothing")]


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """A course whose checks leave a trace when they are run."""
    root = make_course(tmp_path)
    for checks in root.glob("*/01_first/double/checks.py"):
        checks.write_text(f"open({str(tmp_path / 'trace')!r}, 'w')\n" + checks.read_text(encoding="utf-8"))
    return root


@pytest.mark.parametrize("whose", [".", "exercises", "exercises/course.toml", "solutions"])
def test_a_course_of_another_owner_is_not_come_upon(trapped: Path, monkeypatch: pytest.MonkeyPatch, whose: str) -> None:
    below = trapped / "exercises" / "01_first"
    assert find_root(below).root == trapped
    if os.geteuid() == 0:
        os.chown(trapped / whose, 12345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12345)

    with pytest.raises(ForeignCourse, match=f"--course {trapped}"):
        find_root(below)
    assert find_root(below, trapped).root == trapped


def test_a_link_of_somebody_else_is_somebody_elses(trapped: Path) -> None:
    if os.geteuid() == 0:
        (trapped / "solutions").rename(trapped / "kept")
        (trapped / "solutions").symlink_to(trapped / "kept")
        os.chown(trapped / "solutions", 12345, -1, follow_symlinks=False)
        with pytest.raises(ForeignCourse):
            find_root(trapped)


def test_root_takes_a_course_of_who_called_sudo(trapped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = trapped.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    if ours == 0:
        for path in (trapped, *trapped.rglob("*")):
            os.chown(path, 12345, -1)
    with pytest.raises(ForeignCourse):
        find_root(trapped)

    monkeypatch.setenv("SUDO_UID", str(trapped.stat().st_uid))

    assert find_root(trapped).root == trapped
    monkeypatch.setattr(os, "geteuid", lambda: 23456)  # who is not root gains nothing by saying so
    with pytest.raises(ForeignCourse):
        find_root(trapped)


@pytest.mark.parametrize("words", COMMANDS)
def test_no_command_runs_a_course_of_another_owner(trapped: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    if os.geteuid() != 0:
        return  # who cannot give files away is tested by the ids alone, above
    os.chown(trapped / "exercises", 12345, -1)

    result = grade(*words, cwd=trapped)

    assert result.returncode == 2 and not (tmp_path / "trace").exists()
    assert result.stderr.count("\n") == 1 and f"--course {trapped}" in result.stderr


@pytest.mark.parametrize("where", ["in it", "it", "round it"])
def test_no_course_is_taken_from_what_is_handed_in(trapped: Path, course: Course, where: str) -> None:
    submission = {"in it": trapped.parent, "it": trapped, "round it": trapped / "exercises" / "01_first"}[where]

    found = find_root(trapped / "exercises", work=submission)

    assert found.installed and found.root.samefile(course.root) and found.passed_over == (trapped,)
    assert find_root(trapped, work=trapped.parent / "other").root == trapped


@pytest.mark.parametrize(
    "words",
    [
        ("relu", "--submission", "."),
        ("relu", "--submission", "exercises"),
        ("relu", "--format", "github"),
        ("relu", "--format", "junit"),
        ("relu", "--format", "gradescope"),
        ("class", ".", "relu", "--db", "../class.db"),
        ("similar", ".", "relu"),
    ],
)
def test_a_repository_is_not_graded_by_its_own_course(trapped: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = grade(*words, cwd=trapped, GITHUB_STEP_SUMMARY="")

    assert not (tmp_path / "trace").exists() and "Traceback" not in result.stderr
    assert f"note: the course in {trapped} is passed over" in result.stderr
    if words[0] != "similar":
        assert "the installed one" in result.stderr


def test_in_ci_neither(trapped: Path, tmp_path: Path) -> None:
    result = grade("relu", cwd=trapped, CI="true")

    assert not (tmp_path / "trace").exists() and "is passed over" in result.stderr


def test_a_hand_in_does_not_say_which_units_count(tmp_path: Path) -> None:
    root = make_course(tmp_path)
    second = root / "exercises" / "02_second" / "again"
    shutil.copytree(root / "exercises" / "01_first" / "double", second)
    shutil.copytree(root / "solutions" / "01_first" / "double", root / "solutions" / "02_second" / "again")
    for side in "exercises", "solutions":
        (root / side / "02_second" / "again" / "double.py").rename(root / side / "02_second" / "again" / "again.py")
    work = tmp_path / "work"
    work.mkdir()
    (work / "gradkata.toml").write_text("units = '01_first'\n")
    (work / "double.py").write_text("def double(x):\n    return 2 * x\n")

    for more in (("--submission", "."), ("--format", "github")):
        result = grade("run", "--course", root, *more, cwd=work, GITHUB_STEP_SUMMARY="")
        assert "2 exercises" in result.stdout, result.stdout
    assert "2 exercises" not in grade("run", "--course", root, cwd=work).stdout


@pytest.mark.parametrize("words", [("--submission", "."), ("--format", "github"), ()])
def test_which_course_grades_is_said(tmp_path: Path, words: tuple[str, ...]) -> None:
    root = make_course(tmp_path)
    work = root.parent / "work"
    work.mkdir()

    by_name = grade("double", "--course", root, "--submission", ".", cwd=work)
    come_upon = grade("double", *words, cwd=root if not words else work, GITHUB_STEP_SUMMARY="")

    assert f"note: graded by the course A small course, {root}" in by_name.stderr
    assert words or f"note: graded by the course A small course, {root}" in come_upon.stderr


@pytest.mark.parametrize(
    "words", [("next",), ("next", "--format", "json"), ("report",), ("verify",), ("run", "--format", "json")]
)
def test_wherever_its_code_runs_an_unusual_course_is_named(tmp_path: Path, words: tuple[str, ...]) -> None:
    root = make_course(tmp_path)

    assert f"note: graded by the course A small course, {root}\n" in grade(*words, cwd=root).stderr


@pytest.mark.parametrize("words", [("next",), ("report", "--output", "page.html")])
def test_in_ci_no_command_grades_a_repository_by_its_own_course(
    trapped: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = grade(*words, cwd=trapped, CI="true")

    assert not (tmp_path / "trace").exists() and f"the course in {trapped} is passed over" in done.stderr


@pytest.fixture
def hers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of somebody else, who chose the smallest of all units."""
    (tmp_path / "hers").mkdir()
    (tmp_path / "hers" / "gradkata.toml").write_text("units = '01_perceptron'\n", encoding="utf-8")
    return tmp_path / "hers"


def give_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make somebody else its owner: of the file, or, where we may not, by being somebody else."""
    if os.geteuid() == 0:
        for one in (path, *path.rglob("*")):
            os.chown(one, 12345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12345)


def test_a_workspace_of_somebody_else_is_not_ones_own(hers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_her_own(hers)
    give_away(hers, monkeypatch)

    assert not is_her_own(hers)


def test_its_choice_of_units_is_not_heeded_and_confinement_is_demanded(
    hers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (hers / "logic_gates.py").write_text("x = 1\n", encoding="utf-8")
    own = json.loads(unconfined(hers, "run", "--format", "json")[1])
    assert {one["unit"] for one in own["exercises"]} == {"01_perceptron"}
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    give_away(hers, monkeypatch)

    for command in ("run", "next"):
        code, _, said = unconfined(hers, command)
        assert code == 3 and "cannot confine" in said
    _, said, _ = unconfined(hers, "run", "affine", "--allow-unconfined", "--format", "json")
    assert [one["unit"] for one in json.loads(said)["exercises"]] == ["05_backprop"]


@pytest.mark.parametrize("sign", CI_SIGNS)
def test_every_sign_of_a_ci_service_is_one(monkeypatch: pytest.MonkeyPatch, sign: str) -> None:
    for value, said in (("true", True), ("1", True), ("https://ci", True), ("", False), ("0", False), ("False", False)):
        monkeypatch.setenv(sign, value)
        assert in_ci() is said


def test_where_files_have_no_owners_it_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_course(tmp_path)
    monkeypatch.setattr(discover, "our_ids", lambda: None)
    monkeypatch.setenv("APPDATA", str(tmp_path / "settings"))

    with pytest.raises(UnknownOwner, match=f"--course {root}"):
        find_root(root)
    discover.agree_to(root)
    assert find_root(root / "exercises").root == root
    with pytest.raises(UnknownOwner):
        find_root(make_course(tmp_path / "another"))
    assert find_root(root, make_course(tmp_path / "another")).root == tmp_path / "another" / "course"


def test_a_course_that_is_broken_elsewhere_is_one_line(tmp_path: Path) -> None:
    """Also where the process that grades somebody else's work would be the one to find out."""
    root = make_course(tmp_path)
    (root / "exercises" / "02_second" / "other").mkdir(parents=True)
    (root / "exercises" / "02_second" / "other" / "exercise.toml").write_text("title = ", encoding="utf-8")
    (tmp_path / "double.py").write_text("def double(x):\n    return x * 2\n", encoding="utf-8")

    ran = grade("double", "--course", str(root), "--submission", str(tmp_path / "double.py"), cwd=tmp_path)

    assert ran.returncode == 2 and ran.stdout == ""
    assert ran.stderr.count("\n") == 1 and "exercise.toml" in ran.stderr
