"""What platforms are told: no zero for a fault of ours, and no command that a student wrote."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from grader.exports.github import commands
from grader.exports.gradescope import results
from grader.exports.junit import junit
from grader.exports.messages import NoResult
from grader.model import Answer, Text
from reports.escape import inert
from reports.jsonout import dump
from tests.cli.test_cli import grade
from tests.conftest import ROOT
from tests.course_maker import make_course
from tests.exports.sample import check, exercise, run

FORMS = ("junit", "gradescope", "github")
WHY = Text("this system cannot confine it.", "隔離できません。")

# What CI jobs obey: GitHub's runner and Forgejo's (`::` after any space; `##[` anywhere), Azure, TeamCity, GitLab.
OBEYED = (
    re.compile(r"^\s*::"), re.compile(r"##[\w.-]*\["), re.compile(r"^\s*section_(start|end):"),
    re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"),
)  # fmt: skip
COMMANDS = (
    "::error::x", "::set-env name=A::b", "  ::stop-commands::x", "\u3000::add-mask::a", "\xa0::group::x", "##[error]x",
    "say ##[group]x", "##vso[task.setvariable variable=a]b", "##teamcity[x]", "###[error]x", ":::error::x", "\r::error::x",
    "\x85::error::x", "\u2028::error::x", "\x0b::error::x", "\x1b[0m::error::x", "\u200b::error::x",
    "section_start:1:x\r\x1b[0K", "a\n::error::x", "##\u200b[error]x", "#\x00#[error]x",
)  # fmt: skip


def obeyed(said: str) -> list[str]:
    """The lines that some CI job would obey."""
    return [line for line in re.split("[\r\n]+", said) if any(one.search(line) for one in OBEYED)]


def test_the_measure_sees_each_of_them() -> None:
    assert [one for one in COMMANDS if not obeyed(one) and "\u200b" not in one] == []


@pytest.mark.parametrize("said", ["a[::2]", "x = '::'", "## heading", "# [a]", "section 1", "a ## b", "std::vector"])
def test_what_is_no_command_stays_as_it_is(said: str) -> None:
    assert inert(said) == said


# --- what a student prints, raises, and names --------------------------------------------------------------------


SAID = "\n".join(COMMANDS)
WAYS = {
    "printed": "    print(SAID)\n    return x\n",
    "raised": "    raise ValueError(SAID)\n",
    "named": "    raise type(SAID.replace('\\0', ''), (Exception,), {})(SAID)\n",
    "returned": "    return SAID\n",
    "returned as a key": "    return {line: SAID for line in SAID.splitlines()}\n",
}


def source(way: str) -> str:
    return f"SAID = {SAID!r}\n\n\ndef double(x):\n{WAYS[way]}"


@pytest.fixture
def wicked(tmp_path: Path) -> Path:
    make_course(tmp_path)
    return tmp_path


def test_it_gets_through(wicked: Path) -> None:
    """Or nothing would be shown below."""
    for way, shown in (("printed", "set-env name=A"), ("raised", "ValueError: ::error::x")):
        (wicked / "double.py").write_text(source(way), encoding="utf-8")
        done = grade("double", "--submission", "double.py", "--course", "course", cwd=wicked)
        assert shown in done.stdout


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", ["text", "json", *FORMS])
def test_nothing_that_a_student_writes_is_obeyed(wicked: Path, form: str, way: str) -> None:
    (wicked / "double.py").write_text(source(way), encoding="utf-8")
    arguments = ("--submission", "double.py", "--course", "course", "--format", form)
    done = grade("double", *arguments, cwd=wicked, GITHUB_STEP_SUMMARY="")

    lines = done.stdout.split("\n")
    ours = [line for line in lines if form == "github" and re.match(r"::(error|warning|notice) ", line)]
    assert done.returncode == 1 and len(lines) > 2
    assert obeyed("\n".join(line for line in lines if line not in ours)) == []
    assert not any(one.search(line) for one in OBEYED[1:] for line in ours)
    assert obeyed(done.stderr) == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_nor_in_a_class(wicked: Path, form: str) -> None:
    hand_ins = wicked / "in" / "::error::ann ##[error]x"
    hand_ins.mkdir(parents=True, exist_ok=True)
    (hand_ins / "double.py").write_text(source("raised"), encoding="utf-8")
    (wicked / "in" / "::warning::ben.zip").write_bytes(b"PK\x03\x04")

    done = grade("class", "in", "--course", "course", "--db", f"{form}.sqlite3", "--format", form, cwd=wicked)

    assert done.returncode == 1 and "warning::ben" in done.stdout
    assert obeyed(done.stdout) == [] and obeyed(done.stderr) == []


def test_a_document_says_the_same_all_the_same() -> None:
    said = "\n".join(COMMANDS)
    assert json.loads(dump({"a": said})) == {"a": said}

    wrong = run(exercise("a", [check("x", "failed", message="::error::x", output="::error::y\n##[error]z")]))
    failure = ElementTree.fromstring(junit(wrong)).find(".//failure")
    assert failure is not None and (failure.text or "").endswith("::error::y\n##[error]z")


@pytest.mark.parametrize(
    "name", ["a\x1b[31mb.py", "a\x00b.py", "a,line=1::x.py", "a%0Ab:c.py", "a\nb\rc.py", "a\u202eb.py"]
)
def test_properties_are_escaped_as_githubs_toolkit_does(name: str) -> None:
    wrong = run(exercise("a", [check("x", "failed", message="::x", line=1)]))

    (line, _) = commands(wrong, "en", lambda _: name)

    assert not re.search("[\x00-\x1f\u202e]", line)
    found = re.fullmatch(r"::error file=([^:,]*),line=1,title=([^:,]*)::(.*)", line)
    assert found, line
    plain = found[1].replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
    assert plain == re.sub("\x1b\\[31m|[\x00\u202e]", "", name.replace("\r", "\n"))


def test_a_file_of_an_odd_name_is_found_from_a_real_answer() -> None:
    odd = Answer("::x\x07.py", ())
    (line, _) = commands(run(exercise("a", [check("x", "failed")], answer=odd)), "en", lambda one: one.name)

    assert line.startswith("::error file=%3A%3Ax.py,")


# --- a fault of ours ------------------------------------------------------------------------------------------------


def no_score(document: dict[str, Any]) -> bool:
    """Whether Gradescope can make no number of it: of the whole, of a test, or of the sum of no tests."""
    return "score" not in document and "tests" not in document and "leaderboard" not in document


def test_a_platform_that_cannot_confine_reports_no_zero() -> None:
    failed = NoResult(WHY, ours=True)

    document = results(failed, "en")
    assert no_score(document) and document["extra_data"] == {"grader_failed": True}
    assert WHY.en in document["output"] and "not your fault" in document["output"]
    suite = ElementTree.fromstring(junit(failed))
    assert (suite.get("errors"), suite.get("failures"), suite.get("skipped")) == ("1", "0", "0")
    assert commands(failed, "en", lambda _: "") == [f"::error title=gradkata::{WHY.en}"]


def test_what_the_submission_is_to_blame_for_is_0() -> None:
    document = results(NoResult(WHY, ours=False), "en")

    assert document["score"] == 0.0 and document["tests"] == []


@pytest.mark.parametrize("at", ["exercise", "check"])
def test_where_the_grader_failed_in_one_exercise_no_number_is_reported(at: str) -> None:
    """It must not lower the sum that the platform shows, and must not raise the share of the rest."""
    right = exercise("a", [check("x")], "passed")
    fault = exercise("b", [], "grader_error") if at == "exercise" else exercise("b", [check("y", "grader_error")])

    assert no_score(results(run(right, fault), "en"))
    assert results(run(right), "en")["score"] == 2.0


# Python runs it before anything of ours, and takes the layers away that would confine.
def unconfined(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """The command on a system that can confine nothing: its exit code, what it said, and what it complained of."""
    home = folder.parent / "unconfined"
    home.mkdir(exist_ok=True)
    (home / "sitecustomize.py").write_text(
        "import grader.sandbox.launch\ngrader.sandbox.launch.can_fork = lambda: False\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-m", "grader", *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8",
        timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": f"{home}{os.pathsep}{ROOT}", "LC_ALL": "C.UTF-8", "GITHUB_STEP_SUMMARY": "", **environment},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A clone of one's own with a right answer."""
    root = make_course(tmp_path)
    (root / "exercises/01_first/double/double.py").write_text("def double(x):\n    return x * 2\n", encoding="utf-8")
    return root


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("more", [(), ("--submission", "exercises")])
def test_for_a_platform_confinement_is_demanded(workspace: Path, form: str, more: tuple[str, ...]) -> None:
    code, said, complaint = unconfined(workspace, "double", "--course", ".", "--format", form, *more)

    assert code == 3 and "cannot confine" in complaint
    assert "cannot confine" in said
    if form == "gradescope":
        assert no_score(json.loads(said))
    code, said, _ = unconfined(workspace, "double", "--course", ".", "--format", form, "--allow-unconfined", *more)
    assert code == 0


@pytest.mark.parametrize("form", ["text", "json"])
def test_in_ci_confinement_is_demanded_without_a_submission_too(workspace: Path, form: str) -> None:
    arguments = ("double", "--course", ".", "--format", form)

    assert unconfined(workspace, *arguments, CI="true")[0] == 3
    assert unconfined(workspace, *arguments, "--allow-unconfined", CI="true")[0] == 0
    assert unconfined(workspace, *arguments)[0] == 0  # one's own code, on one's own machine


@pytest.mark.parametrize("command", ["next", "report"])
def test_other_commands_demand_it_in_ci_too(workspace: Path, command: str) -> None:
    code, _, complaint = unconfined(workspace, command, "--course", ".", CI="true")

    assert code == 3 and "grade run --allow-unconfined" in complaint and complaint.count("grade: ") == 1


def test_a_path_that_is_not_there_is_nobodys_zero(workspace: Path) -> None:
    done = grade("double", "--course", ".", "--submission", "nowhere", "--format", "gradescope", cwd=workspace)

    assert done.returncode == 2 and no_score(json.loads(done.stdout))
