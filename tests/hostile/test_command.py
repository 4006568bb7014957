"""`grade run --submission` of what concerns the command itself: its exit code, and what gets onto a terminal and into files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from grader.sandbox.launch import can_fork
from tests.hostile.catalogue import Case, answer, catalogue
from tests.hostile.configurations import CONFIGURATIONS
from tests.hostile.stage import stage
from tests.hostile.watched import Watched, watched

pytestmark = pytest.mark.skipif(not can_fork(), reason="confinement needs Linux")

BY_NAME = {one.name: one for one in catalogue()}
SAID = (
    "terminal_escapes",
    "workflow_commands",
    "invalid_utf8",
    "nul_bytes",
    "lone_surrogates",
    "line_of_escapes",
    "bidirectional",
)
UNREADABLE = (
    "zip_bomb",
    "bad_notebook",
    "deep_notebook",
    "truncated_gzip",
    "encrypted_zip",
    "ten_thousand_entries",
    "tar_bomb",
)
CONFIGURATION = CONFIGURATIONS[0]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with stage(CONFIGURATION) as made:
        yield made


def graded(case: Case, folder: Path, *options: str) -> Watched:
    [path] = list(folder.glob(f"{case.name}*")) or [_written(case, folder)]
    command = CONFIGURATION.command("run", "double", "--course", "course", "--submission", path.name, *options)
    return watched(command, folder, CONFIGURATION.environment(folder))


def _written(case: Case, folder: Path) -> Path:
    if case.make:
        case.make(folder / case.name)
        return next(folder.glob(f"{case.name}*"))
    (folder / case.name).mkdir()
    source = answer(case, folder / "course")
    (folder / case.name / "double.py").write_text(source, encoding="utf-8", errors="surrogateescape")
    return folder / case.name


@pytest.mark.parametrize("name", SAID)
def test_a_terminal_is_given_no_control_character(name: str, folder: Path) -> None:
    ran = graded(BY_NAME[name], folder)
    assert ran.code == 1 and ran.left == ()
    odd = {one for one in ran.stdout + ran.stderr if not one.isprintable() and one != "\n"}
    assert odd == set()


@pytest.mark.parametrize("name", SAID)
@pytest.mark.parametrize("form", ["json", "junit", "gradescope"])
def test_a_file_can_be_read_by_its_program(name: str, form: str, folder: Path) -> None:
    ran = graded(BY_NAME[name], folder, "--format", form)
    assert ran.code == 1 and ran.left == ()
    if form == "junit":
        ElementTree.fromstring(ran.stdout)
    else:
        json.loads(ran.stdout)


@pytest.mark.parametrize("name", SAID)
def test_a_log_obeys_no_command_of_an_answer(name: str, folder: Path) -> None:
    """What GitHub obeys begins a line with `::`: only ours do, and they name no more than what we say."""
    ran = graded(BY_NAME[name], folder, "--format", "github")
    assert ran.code == 1
    commands = [line for line in ran.stdout.splitlines() if line.lstrip().startswith(("::", "##"))]
    assert not any("passed" in line.split("::")[-1] and "set-output" in line for line in commands)
    assert not any(
        line.lstrip().startswith(("::set-output", "::error file=a,", "##vso", "##teamcity")) for line in commands
    )


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_one_line_and_two(name: str, folder: Path) -> None:
    """Bad input: one clear line, and exit code 2; or a result of what is there, and 1."""
    ran = graded(BY_NAME[name], folder)
    assert ran.code in (1, 2) and ran.left == ()
    assert "Traceback" not in ran.stderr + ran.stdout
    if ran.code == 2:
        noted, *lines = ran.stderr.strip().splitlines()
        assert noted.startswith("note: graded by the course ")  # as for all that somebody handed in
        assert len(lines) == 1 and len(lines[0]) < 300, ran.stderr
