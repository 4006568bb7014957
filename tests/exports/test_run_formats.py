"""`grade run --format` through the real command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.test_cli import grade
from tests.conftest import ROOT
from tests.course_maker import make_course

CANARY = "kanariya31337"
FORMATS = ("junit", "gradescope", "github")
HALF_RIGHT = 'def double(x):\n    print("{word}")\n    return x + x if x.shape == (3,) else x * 3\n'
RAISES = 'import numpy as np\n\n\ndef double(x):\n    raise ValueError(f"{x} of a, b: 100%\\n::error::x")\n'


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A course with disclosure `category`, and a folder of answers in a subfolder."""
    make_course(tmp_path, CANARY, "category")
    answers = tmp_path / "work" / "01_first"
    answers.mkdir(parents=True)
    (answers / "double.py").write_text(RAISES, encoding="utf-8")
    return tmp_path


def run(folder: Path, form: str, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    arguments = ("--submission", "work", "--course", "course", "--format", form, *more)
    return grade("double", *arguments, cwd=folder, GITHUB_STEP_SUMMARY="", GITHUB_WORKSPACE="", **environment)


def test_junit(repository: Path) -> None:
    result = run(repository, "junit")

    root = ElementTree.fromstring(result.stdout)
    assert result.returncode == 1 and (root.get("tests"), root.get("failures")) == ("2", "2")
    assert "it stopped with ValueError" in str(root.find(".//failure").get("message"))  # type: ignore[union-attr]


def test_gradescope_into_a_file(repository: Path) -> None:
    result = run(repository, "gradescope", "--output", "results/results.json")

    written = json.loads((repository / "results" / "results.json").read_text(encoding="utf-8"))
    assert result.returncode == 1 and result.stdout == ""
    assert written["score"] == 0.0 and [test["max_score"] for test in written["tests"]] == [2.0, 2.0]


def test_github_points_to_the_line_from_the_root_of_the_repository(repository: Path) -> None:
    for folder, environment in ((repository, {}), (repository / "work", {"GITHUB_WORKSPACE": str(repository)})):
        arguments = ("--submission", str(repository / "work"), "--course", str(repository / "course"))
        settings = {"GITHUB_STEP_SUMMARY": "", "GITHUB_WORKSPACE": "", **environment}
        result = grade("double", *arguments, "--format", "github", cwd=folder, **settings)

        first, *others = result.stdout.splitlines()
        assert result.returncode == 1
        assert first.startswith(
            "::error file=work/01_first/double.py,line=5,title=double%3A doubles::it stopped with ValueError"
        )
        assert "100%25" in first
        assert [line.split(" ")[0] for line in others] == [
            "::error",
            "::notice",
        ]  # nothing that a student wrote is a line


@pytest.mark.parametrize("form", FORMATS)
def test_programs_get_utf_8_whatever_the_console_speaks(repository: Path, form: str) -> None:
    result = run(repository, form, "--lang", "ja", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert result.returncode == 1 and "2 倍にする" in result.stdout, result.stderr


def test_outside_the_repository_there_is_no_file(repository: Path) -> None:
    arguments = ("--submission", "../work", "--course", "../course", "--format", "github")
    first = grade("double", *arguments, cwd=repository / "course", GITHUB_WORKSPACE="").stdout.split("\n")[0]

    assert first.startswith("::error title=") and "double.py, line 5" in first


def test_the_job_summary_is_added_to_what_is_there(repository: Path) -> None:
    summary = repository / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    arguments = ("--submission", "work", "--course", "course", "--format", "github", "--lang", "ja")
    result = grade("double", *arguments, cwd=repository, GITHUB_STEP_SUMMARY=str(summary))

    written = summary.read_text(encoding="utf-8")
    assert result.returncode == 1 and written.startswith("before\n## gradkata · 0/4\n") and "2 倍" in written


@pytest.mark.parametrize("form", FORMATS)
def test_a_right_answer_ends_with_0(repository: Path, form: str) -> None:
    (repository / "work" / "01_first" / "double.py").write_text("def double(x):\n    return x * 2\n", encoding="utf-8")
    result = run(repository, form)

    assert result.returncode == 0, result.stderr
    assert {"junit": 'failures="0"', "gradescope": '"score": 4.0', "github": "the exercise passed · 4/4"}[
        form
    ] in result.stdout


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("source", [HALF_RIGHT.format(word="x"), RAISES, "def double(x):\n    return x * x\n"])
def test_hidden_checks_tell_no_value(repository: Path, form: str, source: str) -> None:
    """Whatever the answer does with what it sees, it comes out nowhere."""
    seen = source.replace('print("x")', 'x.shape == (2,) and print("seen", x)')
    (repository / "work" / "01_first" / "double.py").write_text(seen, encoding="utf-8")
    summary = repository / "summary.md"
    arguments = ("--submission", "work", "--course", "course", "--format", form)
    result = grade("double", *arguments, cwd=repository, GITHUB_STEP_SUMMARY=str(summary))
    said = result.stdout + result.stderr + (summary.read_text(encoding="utf-8") if form == "github" else "")

    assert result.returncode == 1
    assert "doubles more" in said  # the check is there
    assert "seen" not in said
    said = said.replace(f"{CANARY} squared", "")  # a mistake's own words, which the course may say
    assert CANARY not in said


@pytest.mark.parametrize("form", FORMATS)
def test_a_damaged_submission_has_its_file_all_the_same(repository: Path, form: str) -> None:
    (repository / "work.zip").write_bytes(b"PK\x03\x04" + bytes(200))
    result = grade("double", "--submission", "work.zip", "--course", "course", "--format", form, cwd=repository, GITHUB_STEP_SUMMARY="")  # fmt: skip

    assert result.returncode == 2 and "is cut off" in result.stderr and "Traceback" not in result.stderr
    assert "is cut off" in result.stdout
    if form == "gradescope":
        assert json.loads(result.stdout)["score"] == 0.0  # it is the submission that is damaged
    if form == "junit":
        assert ElementTree.fromstring(result.stdout).get("failures") == "1"


@pytest.mark.parametrize("form", FORMATS)
def test_where_the_course_is_at_fault_nobody_loses_points_and_it_ends_with_3(repository: Path, form: str) -> None:
    checks = repository / "course" / "solutions" / "01_first" / "double" / "checks.py"
    checks.write_text("raise RuntimeError\n", encoding="utf-8")
    result = run(repository, form)

    assert result.returncode == 3, result.stdout
    assert {"junit": 'errors="1"', "gradescope": '"grader_failed": true', "github": "::error title=double::"}[
        form
    ] in result.stdout


def test_grading_without_a_format_imports_none_of_them(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "grader", "affine", "--submission", str(ROOT / "samples" / "right"),
         "--course", str(ROOT)],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip

    assert result.returncode == 0, result.stdout
    assert "grader.checks.lab" in result.stderr  # the list is there
    assert (
        "grader.exports" not in result.stderr and "platforms" not in result.stderr and "xml.etree" not in result.stderr
    )
