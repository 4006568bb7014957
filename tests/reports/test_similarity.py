"""What is said about answers that are alike: on a terminal, as JSON, in a real Chromium, and by the command itself."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from grader.classroom.base_rate import Rate
from grader.classroom.similarity import Evidence, Group, Pair, Shared, Similarity
from grader.model import Language, Text
from reports.lines import columns
from reports.similar_page import similar_html
from reports.similarity import MEANING, print_similarity, similarity_json
from tests.classroom.test_similarity import HONEST
from tests.conftest import ROOT
from tests.disguise import disguise

COURSE = Text("A <course>", "コース")
HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e=1+1"
NAMES = {"1": "田中 太郎", "2": HOSTILE, "3": "x" * 10_000}
LINES = (Shared(12, "    m = beta * m", 30, f"q = {HOSTILE}"), Shared(2, "a", 3, "b" * 10_000))
FOUND = Similarity(
    students=40,
    rates=(
        Rate("adam", 40, 31, 6, 3, 22, 52.0, (0.31, 0.667), "yes"),
        Rate("sigmoid", 40, 4, 33, 30, 0, 7.0, (1.0, 1.0), "short"),
        Rate("swish", 3, 3, 1, 0, 0, 7.0, (0.0, 0.0), "few"),
    ),
    groups=(
        Group(
            ("1", "2", "3"),
            (
                Pair(("1", "2"), 3.25, (Evidence("adam", 3.25, 45, 50, 0.8, 0.0, LINES, (Shared(1, "# 同じ", 2, "# 同じ"),), ("no-root",)),)),
                Pair(("2", "3"), 1.0, (Evidence("adam", 1.0, 18, 18, 0.5, 0.004, LINES, (), ()),)),
            ),
        ),
    ),
)  # fmt: skip
NOTHING_FOUND = FOUND._replace(groups=())


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("wide", [60, 80])
def test_it_fits_the_terminal_and_lets_nothing_through(lang: Language, wide: int, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("COLUMNS", str(wide))
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    print_similarity(FOUND, {**NAMES, "3": "鈴木"}, lang, stream)
    printed = stream.getvalue()
    assert max(map(columns, printed.split("\n"))) <= wide
    assert "\x1b" not in printed and "\u202e" not in printed
    assert "".join(MEANING.in_(lang).split()) in "".join(printed.split())


def test_every_number_stands_beside_what_is_usual() -> None:
    stream = io.StringIO()
    print_similarity(FOUND, NAMES, "en", stream)
    printed = stream.getvalue()
    assert "40 students: 2 pairs to look at" in printed
    assert "A group of 3: 田中 太郎 (1), " in printed
    assert "45 of 50 passages that are their own are in both; no pair of other people has as many." in printed
    assert "80 % alike, where two answers are usually 31 % alike" in printed
    assert "<1 % of the pairs of other people have as many" in printed
    assert "hardly anybody else made: no-root" in printed
    assert "3 answers: too few to know what is usual" in printed
    assert "Too short to say anything" in printed


def test_nobody_listed_is_one_line_and_the_base_rates() -> None:
    stream = io.StringIO()
    print_similarity(NOTHING_FOUND, NAMES, "en", stream)
    assert "no two are more alike than is usual" in stream.getvalue()
    assert "hints" not in stream.getvalue() and "(1)" not in stream.getvalue()
    assert "31 ways to write it" in stream.getvalue()


def test_json_has_everything_and_the_meaning_with_it() -> None:
    document = json.loads(json.dumps(similarity_json(FOUND, NAMES, "en")))
    assert list(document) == ["schema", "students", "meaning", "rule", "exercises", "groups"]
    assert document["schema"] == "gradkata/similar/v1"
    pair = document["groups"][0]["pairs"][0]
    assert (pair["students"], pair["weight"]) == (["1", "2"], 3.25)
    assert pair["evidence"][0]["lines"][0] == {
        "lines": [12, 30],
        "texts": ["    m = beta * m", "q = <script>alert(1)</script>=1+1"],
    }
    assert [one["compared"] for one in document["exercises"]] == [True, False, False]
    assert "\x1b" not in json.dumps(document, ensure_ascii=False)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(("wide", "theme"), [(360, "light"), (1280, "dark")])
def test_the_page_shows_both_answers_side_by_side(browser: Browser, tmp_path: Path, lang: Language, wide: int, theme: str) -> None:  # fmt: skip
    path = tmp_path / "similar.html"
    path.write_text(similar_html(FOUND, NAMES, COURSE, lang), encoding="utf-8")
    page = browser.new_page(viewport={"width": wide, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())

    assert page.locator("article.pair").count() == 2
    cells = page.locator("article.pair").first.locator("tbody tr").last.locator("td").all_inner_texts()
    assert cells[0] == "12" and cells[2] == "30" and "<script>" in cells[3]
    table = page.locator("table.sides").first
    widths = [table.locator("tbody td").nth(at).bounding_box()["width"] for at in (1, 3)]  # type: ignore[index]
    assert widths[0] == pytest.approx(widths[1], rel=0.1)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    assert asked == [path.as_uri()] and said == []
    found = Axe().run(page)
    assert found.response["violations"] == [] and found.response["passes"]
    page.close()


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of hand-ins, two of which are one answer; and one that is damaged."""
    folder = tmp_path_factory.mktemp("class")
    answers = [text for name, text in HONEST["adam"].items() if "flat_vector" not in name][:10]
    original = HONEST["adam"]["adam__ok_flat_vector"]
    for number, text in enumerate([*answers, original, disguise(original, frozenset(("Adam", "update")))]):
        (folder / f"s{number:02} 田中").mkdir()
        (folder / f"s{number:02} 田中" / "adam.py").write_text(text, encoding="utf-8")
    (folder / "broken.zip").write_bytes(b"PK nothing")
    return folder


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "grader", "similar", *map(str, arguments)], cwd=folder, check=False, capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip


def test_the_command_names_the_two_and_writes_the_page(handed_in: Path, tmp_path: Path) -> None:
    done = run(handed_in, "adam", "--report", tmp_path / "page.html", "--course", ROOT, folder=tmp_path)
    assert done.returncode == 0
    assert "12 students: 1 pair to look at" in done.stdout
    assert "s10 田中 and s11 田中: one exercise" in done.stdout
    assert "broken.zip" in done.stderr
    assert "s10 田中" in (tmp_path / "page.html").read_text(encoding="utf-8")
    done = run(handed_in, "--format", "json", "--lang", "ja", "--course", ROOT, folder=tmp_path)
    document = json.loads(done.stdout)
    assert [[one["id"] for one in group["students"]] for group in document["groups"]] == [["s10 田中", "s11 田中"]]
    assert document["meaning"] == MEANING.ja


def test_a_notebook_is_compared_by_the_cells_that_answer(handed_in: Path, tmp_path: Path) -> None:
    """The same answer in a notebook, between cells of other things."""
    folder = tmp_path / "class"
    shutil.copytree(handed_in, folder)
    source = (folder / "s11 田中" / "adam.py").read_text(encoding="utf-8")
    shutil.rmtree(folder / "s11 田中")
    cells: list[dict[str, object]] = [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": text}
             for text in ("import matplotlib.pyplot as plt\nplt.plot([1, 2])", source, "Adam().update({}, {})")]  # fmt: skip
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    (folder / "zoe.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    done = run(folder, "adam", "--format", "json", "--course", ROOT, folder=tmp_path)
    groups = json.loads(done.stdout)["groups"]
    assert [[one["id"] for one in group["students"]] for group in groups] == [["s10 田中", "zoe"]]


def test_misuse_is_said(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere", "adam", "--course", ROOT, folder=tmp_path)
    assert done.returncode == 2 and "nowhere" in done.stderr
    (tmp_path / "empty").mkdir()
    done = run(tmp_path / "empty", "adam", "--course", ROOT, folder=tmp_path)
    assert done.returncode == 2 and "nothing that was handed in" in done.stderr
