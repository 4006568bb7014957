"""The class report from a real gradebook, by the real command: what stands in it, and what must not."""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.classes import grade
from tests.conftest import ROOT

NAMED = ("sigmoid", "relu_layer", "affine")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class of docs/instructor.md, graded, with a decision in it."""
    home = tmp_path_factory.mktemp("class")
    shutil.copytree(ROOT / "samples" / "class", home, dirs_exist_ok=True)
    grade(home, "class", "downloads", *NAMED, "--roster", "worksheet.csv", code=1)
    grade(home, "adjust", "s102", "affine", "--extra", "1", "--reason", "Baba explained it", "--author", "prof-aoki")
    return home


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_the_report_says_who_did_what(graded: Path) -> None:
    grade(graded, "report", "--db", "gradebook.sqlite3", "--output", "report")
    site = files(graded / "report")
    [baba] = [page for name, page in site.items() if name.startswith("students/") and "<h1><bdi>Baba Mio" in page]

    assert {f"exercises/{one}.html" for one in NAMED} | {"index.html", "class.css"} <= site.keys()
    assert sum(name.startswith("students/") for name in site) == 6
    assert "mean over the batch" in site["exercises/affine.html"]  # the mistake, with who made it and an example
    assert "np.dot" in site["exercises/affine.html"]
    assert "answers.zip is damaged" in site["index.html"]
    assert "Mori Aya" in site["index.html"]  # who handed in nothing
    assert "Baba explained it" in baba and "prof-aoki" in baba
    assert "佐藤 花子" in site["index.html"]


def test_the_same_gradebook_gives_the_same_bytes(graded: Path) -> None:
    for folder in ("once", "again"):
        grade(graded, "report", "--db", "gradebook.sqlite3", "--output", folder, "--lang", "ja")

    assert files(graded / "once") == files(graded / "again")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_anonymous_report_has_no_trace_of_anybody(graded: Path, lang: str) -> None:
    folder = f"anonymous-{lang}"
    grade(graded, "report", "--db", "gradebook.sqlite3", "--output", folder, "--anonymous", "--lang", lang)
    with (graded / "worksheet.csv").open(encoding="utf-8") as stream:
        people = list(csv.DictReader(stream))
    traces = {
        word for one in people for key in ("Full name", "ID number", "Email address") for word in one[key].split()
    }
    traces |= {one["Identifier"].split()[1] for one in people} | {"assignsubmission", "prof-aoki", "explained it"}
    site = files(graded / folder)

    assert len(traces) > 20
    for name, page in site.items():
        assert [word for word in traces if word in page or word in name] == [], name
    assert sum(name.startswith("students/") for name in site) == 6


def test_a_page_to_hand_out_holds_nothing_of_others(graded: Path) -> None:
    grade(graded, "report", "--db", "gradebook.sqlite3", "--output", "r", "--handouts", "handouts")
    pages = files(graded / "handouts")
    names = {"s101": "Aoki", "s102": "Baba", "s103": "佐藤", "s104": "Ito", "s105": "Kato"}

    assert pages.keys() == {f"{student}.html" for student in names}
    for student, name in names.items():
        page = pages[f"{student}.html"]
        assert name in page
        assert [other for other in names.values() if other != name and other in page] == []
    assert "mean over the batch" in pages["s102.html"]


def test_a_page_to_hand_out_has_the_points_that_count_and_not_why(graded: Path, tmp_path: Path) -> None:
    """In the Moodle zip, too: it is the same page."""
    shutil.copytree(graded, tmp_path, dirs_exist_ok=True)
    grade(tmp_path, "adjust", "s101", "--excuse", "sigmoid", "--reason", "ill")
    grade(tmp_path, "adjust", "s103", "--points", "1", "--reason", "copied")
    grade(tmp_path, "report", "--db", "gradebook.sqlite3", "--output", "r", "--handouts", "handouts")
    pages = files(tmp_path / "handouts")
    grade(tmp_path, "export", "moodle", "--feedback", "--output", "f.zip")
    with zipfile.ZipFile(tmp_path / "f.zip") as archive:
        feedback = {archive.read(name).decode() for name in archive.namelist()}

    assert "<title>11/19 – Aoki Ren" in pages["s101.html"] and "excused" in pages["s101.html"]
    assert (
        "<title>24.25/25 – Baba Mio" in pages["s102.html"] and "Graded 9.25 points; 10.25 count" in pages["s102.html"]
    )
    assert "<title>1/25 – " in pages["s103.html"] and "In all 1 points count" in pages["s103.html"]
    for reason in ("ill", "copied", "explained", "prof-aoki"):
        assert [name for name, page in pages.items() if f">{reason}" in page or f" {reason} " in page] == []
    assert set(pages.values()) <= feedback


def test_the_json_of_a_class_report_names_the_file(graded: Path) -> None:
    done = grade(graded, "report", "--db", "gradebook.sqlite3", "--output", "j", "--format", "json")

    assert json.loads(done.stdout) == {"schema": "gradkata/report/v1", "file": "j/index.html"}
