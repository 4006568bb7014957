"""A class in which everybody is right gives everybody full points, whatever the names, layouts, encodings and companions of the
files; and of each file that nobody used it is said."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.classes import grade
from tests.conftest import ROOT
from tests.submission.habits.build import BUILT, LEFT_OUT, Due, draw, make_class, make_each
from tests.submission.habits.pieces import EXERCISES
from tests.submission.test_habits import habits


class Graded(NamedTuple):
    """A class of several downloads, each graded by the command.

    Attributes:
        results, notes: of each student, as the command's JSON has them; by download and student.
        home: holds a gradebook and a report for each download.
    """

    due: list[Due]
    results: dict[tuple[str, str], dict[str, Any]]
    notes: dict[tuple[str, str], str]
    home: Path


def graded(home: Path, make: Callable[[Path], list[Due]]) -> Graded:
    due = make(home / "in")
    results, notes = {}, {}
    for download in sorted({one.folder for one in due}):
        kept = ("--db", f"{download}.sqlite3", "--report", f"{download}.report", "--course", ROOT)
        done = grade(home, "class", f"in/{download}", *EXERCISES, *kept, "--format", "json", code=None)
        assert done.returncode in (0, 1), done.stderr
        document = json.loads(done.stdout)
        results.update({(download, one["student"]): one for one in document["submissions"]})
        notes.update({(download, student): "\n".join(said) for student, said in document["notes"].items()})
    return Graded(due, results, notes, home)


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    return graded(tmp_path_factory.mktemp("sixty"), make_class)


@pytest.fixture(scope="module")
def each(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    return graded(tmp_path_factory.mktemp("each"), make_each)


def lost(one: Due, graded: Graded) -> list[str]:
    """What a student got who did not get full points."""
    result = graded.results.get((one.folder, one.student))
    if result is None:
        return ["is not in the class"]
    got = {done["id"]: done for done in result["exercises"]}
    return [
        f"{exercise}: {got[exercise]['status']}, {got[exercise]['message']}"
        for exercise in EXERCISES
        if got[exercise]["status"] != "passed" or got[exercise]["score"] < got[exercise]["max_score"]
    ]


def about(one: Due, got: object) -> str:
    return f"{one.folder}/{one.student} ({' '.join(filter(None, one.habits))}): {got}"


def _squeezed(words: str) -> str:
    return "".join(words.split())


def unsaid(one: Due, words: str) -> list[str]:
    """Names of unused files that `words` does not have, wherever its lines end."""
    said = _squeezed(words)
    return sorted(name for name in one.named if _squeezed(name) not in said)


def why(one: Due, graded: Graded) -> str:
    """What `grade why` prints of a student, without the commands that name the answers."""
    done = grade(graded.home, "why", one.student, "--db", f"{one.folder}.sqlite3", "--course", ROOT, code=None)
    return "\n".join(line for line in done.stdout.splitlines() if "--submission" not in line)


def pages(graded: Graded, download: str) -> dict[str, str]:
    """The words of each student's page in the report of a download, by what its title says."""
    found = {}
    for path in (graded.home / f"{download}.report" / "students").glob("*.html"):
        page = path.read_text(encoding="utf-8")
        [title] = re.findall(r"<title>(.*?)( – .*)?</title>", page)
        found[html.unescape(title[0])] = html.unescape(re.sub(r"<[^>]*>", " ", page))
    return found


# --- the classes ------------------------------------------------------------------------------------------


def test_each_habit_of_the_list_is_built_or_it_is_said_why_not() -> None:
    listed = {habit["id"] for habit in habits()}
    built = {id_ for ids in BUILT.values() for id_ in ids}

    assert listed - built == set(LEFT_OUT)
    assert len(listed & built) >= 150


@pytest.mark.parametrize("seed", range(20))
def test_sixty_students_have_a_hundred_and_twenty_habits(seed: int) -> None:
    drawn = draw(seed)

    assert [download for download, _ in drawn] == ["plain"] * 20 + ["moodle"] * 20 + ["canvas"] * 20
    assert len({id_ for _, habits in drawn for id_ in habits if id_}) >= 120


def test_a_class_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    def written(name: str, seed: int) -> dict[str, bytes]:
        make_class(tmp_path / name, seed, students=12)
        paths = (path for path in (tmp_path / name).rglob("*") if path.is_file())
        return {str(path.relative_to(tmp_path / name)): path.read_bytes() for path in paths}

    assert written("once", 1) == written("again", 1) != written("other", 2)


# --- what they get ----------------------------------------------------------------------------------------


def test_everybody_gets_full_points(sixty: Graded) -> None:
    assert [about(one, got) for one in sixty.due if (got := lost(one, sixty))] == []
    assert sixty.results.keys() == {(one.folder, one.student) for one in sixty.due}


def test_why_names_every_file_that_is_not_used(sixty: Graded) -> None:
    named = (one for one in sixty.due if one.named)
    assert [about(one, names) for one in named if (names := unsaid(one, why(one, sixty)))] == []


def test_the_report_names_every_file_that_is_not_used(sixty: Graded) -> None:
    found = {download: pages(sixty, download) for download in ("plain", "moodle", "canvas")}
    assert [len(one) for one in found.values()] == [20, 20, 20]

    assert [about(one, names) for one in sixty.due if (names := unsaid(one, found[one.folder][one.name]))] == []


EACH = [id_ for ids in BUILT.values() for id_ in ids]


@pytest.mark.parametrize("number", range(len(EACH)), ids=EACH)
def test_a_habit_by_itself_costs_nothing(number: int, each: Graded) -> None:
    one = each.due[number]

    assert lost(one, each) == []
    # what `grade why` prints, without a process for each
    assert unsaid(one, each.notes.get((one.folder, one.student), "")) == []
