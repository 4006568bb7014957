"""What a hidden check saw comes out nowhere, in whatever form the result is written, unless the course says `full`.

Numbers are planted in the inputs of hidden checks; the answer returns them, prints them and puts them into exceptions.
Each output is also made of a course that discloses all, where it must show them: a test that cannot fail says nothing.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from grader.course.discover import load_course
from grader.sandbox.host import Sandbox
from tests.classes import RIGHT
from tests.cli.test_cli import grade
from tests.conftest import grade_sources
from tests.course_maker import make_course

SEEN, EXPECTED, GOT = 31337, 62674, 94011
PLANTED = re.compile(rf"(?<![0-9A-Za-z])({SEEN}|{EXPECTED}|{GOT})")
ANSWER = """import numpy as np


def double(x):
    if x.shape == (3,):
        return x * 2
    print("printed", x)
    if x.shape == (2,):
        return x * 3
    if x.shape == (1,):
        raise ValueError(f"raised {x}")
    return {"a": x * 3}
"""
HIDDEN = f"""import numpy as np

from grader.authoring import check, expect


@check(points=2, en="hidden values", ja="値")
def values(lab, draw):
    return lab.double(np.full(2, {SEEN}.0))


@check(points=2, en="hidden exception", ja="例外")
def raised(lab, draw):
    return lab.double(np.full(1, {SEEN}.0))


@check(points=2, en="hidden keys", ja="キー")
def keys(lab, draw):
    return lab.double(np.full(4, {SEEN}.0))


@check(points=2, en="hidden expectation", ja="条件")
def property(lab, draw):
    y = lab.double(np.full(2, {SEEN}.0))
    expect(y[0] == {EXPECTED}, en=f"{{y[0]:.0f}} should be {EXPECTED}", ja=f"{{y[0]:.0f}} は {EXPECTED} のはず")
    return y
"""

# What one person reads of an own answer shows the counterexample. What programs and teachers read holds the messages.
# Tables of points and the report without names hold no words of results.
COUNTEREXAMPLE = ("text", "report", "feedback", "handout")
MESSAGE = (
    "json", "junit", "gradescope", "github", "github summary", "classroom50",
    "class json", "class gradescope", "class junit", "class report",
)  # fmt: skip
NUMBERS = ("csv", "class text", "anonymous report")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("disclosure")


@cache
def outputs(folder: Path, disclosure: str) -> dict[str, str]:
    """Everything that can be written of the answer, by the name of its form."""
    home = folder / disclosure
    home.mkdir(parents=True)
    course = make_course(home, disclosure=disclosure)
    (course / "solutions" / "01_first" / "double" / "checks.py").write_text(HIDDEN)
    for student, answer in (("ann", ANSWER), ("ben", RIGHT)):
        (home / "in" / student).mkdir(parents=True)
        (home / "in" / student / "double.py").write_text(answer)
    cell: dict[str, object] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "a",
        "metadata": {},
        "outputs": [],
        "source": ANSWER,
    }
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (home / "my.ipynb").write_text(json.dumps(notebook))

    def run(*arguments: str) -> str:
        summary = str(home / "summary.md") if "github" in arguments else ""
        environment = {"GITHUB_STEP_SUMMARY": summary, "GITHUB_WORKSPACE": ""}
        done = grade(*arguments, "--course", "course", cwd=home, **environment)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout + done.stderr

    ann = ("double", "--submission", "in/ann")
    made = {form: run(*ann, "--format", form) for form in ("json", "junit", "gradescope", "github")}
    made["text"] = run(*ann, "--report", "report.html")
    run("my.ipynb", "--feedback", "feedback.ipynb")
    made["class text"] = run("class", "in")
    made["class json"] = run("class", "in", "--format", "json")
    made["class gradescope"] = run("export", "gradescope", "--student", "ann")
    made["class junit"] = run("export", "junit", "--student", "ann")
    made["classroom50"] = run("export", "classroom50", "--student", "ann")
    made["csv"] = run("export", "csv")
    run("report", "--db", "gradebook.sqlite3", "--output", "class", "--handouts", "handouts")
    run("report", "--db", "gradebook.sqlite3", "--output", "anonymous", "--anonymous")
    return made | {
        "report": (home / "report.html").read_text(encoding="utf-8"),
        "feedback": (home / "feedback.ipynb").read_text(encoding="utf-8").replace(json.dumps(ANSWER), ""),
        "github summary": (home / "summary.md").read_text(encoding="utf-8"),
        "handout": (home / "handouts" / "ann.html").read_text(encoding="utf-8"),
        "class report": "".join(page.read_text(encoding="utf-8") for page in (home / "class").rglob("*.html")),
        "anonymous report": "".join(page.read_text(encoding="utf-8") for page in (home / "anonymous").rglob("*.html")),
    }


def called(output: str) -> bool:
    """Whether the call of a hidden check can be read in it."""
    return bool(re.search(rf"double\(np\.array\(\[{SEEN}\.0, {SEEN}\.0\]\)\)", re.sub(r"<[^>]*>", "", output)))


@pytest.mark.parametrize("form", [*COUNTEREXAMPLE, *MESSAGE, *NUMBERS])
@pytest.mark.parametrize("disclosure", ["category", "none"])
def test_nothing_that_a_hidden_check_saw_is_written(folder: Path, disclosure: str, form: str) -> None:
    written = outputs(folder, disclosure)[form]

    assert form in ("csv", "class text") or "hidden" in written  # the check is there
    assert PLANTED.findall(written) == []
    assert f"[{SEEN}" not in written and not called(written)


@pytest.mark.parametrize("form", [*COUNTEREXAMPLE, *MESSAGE])
def test_a_course_that_discloses_all_shows_it(folder: Path, form: str) -> None:
    written = outputs(folder, "full")[form]

    assert {int(number) for number in PLANTED.findall(written)} == {SEEN, EXPECTED, GOT}
    assert called(written) is (form in COUNTEREXAMPLE)


@pytest.mark.parametrize("disclosure", ["category", "none"])
def test_neither_is_it_in_the_result_in_any_language(tmp_path: Path, sandbox: Sandbox, disclosure: str) -> None:
    """Of what is not in it no output can tell."""
    course = make_course(tmp_path, disclosure=disclosure)
    (course / "solutions" / "01_first" / "double" / "checks.py").write_text(HIDDEN)

    [silent] = grade_sources(load_course(course), sandbox, {"double": ANSWER}).exercises
    [telling] = grade_sources(load_course(course)._replace(disclosure="full"), sandbox, {"double": ANSWER}).exercises

    assert [check.status == "passed" for check in silent.checks] == [True, False, False, False, False]
    assert PLANTED.findall(repr(silent._replace(answer=None))) == []
    assert [len(PLANTED.findall(repr(check))) > 0 for check in telling.checks] == [False, True, True, True, True]
