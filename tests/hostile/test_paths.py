"""A student's file never runs as the one who grades: the current folder is on no path of a process of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.sandbox import launch
from tests.classes import RIGHT
from tests.course_maker import make_course

NAMES = ("multiprocessing", "json", "click", "numpy", "sqlite3", "sitecustomize", "typing", "concurrent", "sqlalchemy")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A folder of hand-ins full of modules, and a program, that tell when they are run."""
    make_course(tmp_path)
    folder = tmp_path / "downloads"
    (folder / "ann").mkdir(parents=True)
    (folder / "ann" / "double.py").write_text(RIGHT)
    told = f"open({str(tmp_path / 'witness')!r}, 'a').write(__name__ + '\\n')\n"
    for name in NAMES:
        (folder / f"{name}.py").write_text(told)
    (folder / "bwrap").write_text(f"#!/bin/sh\necho bwrap >> {tmp_path / 'witness'}\nexit 1\n")
    (folder / "bwrap").chmod(0o755)
    return folder


@pytest.mark.parametrize("started", [("grade",), (sys.executable, "-m", "grader")], ids=["command", "module"])
@pytest.mark.parametrize(
    "words",
    [
        ("class", ".", "--db", "sqlite:///{home}/grades.db", "--course", "{home}/course", "--allow-unconfined"),
        ("run", "double", "--submission", "ann", "--course", "{home}/course", "--allow-unconfined"),
        ("doctor",),
    ],
    ids=["class", "run", "doctor"],
)
def test_nothing_of_the_current_folder_is_run(trap: Path, started: tuple[str, ...], words: tuple[str, ...]) -> None:
    home = trap.parent
    program = [str(Path(sys.executable).with_name("grade"))] if started == ("grade",) else list(started)
    environment = os.environ | {"PATH": f".:{os.environ['PATH']}:"}
    ran = subprocess.run(  # noqa: PLW1510
        [*program, *(word.format(home=home) for word in words)],
        cwd=trap,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert not (home / "witness").exists(), (home / "witness").read_text()
    assert ran.returncode == (1 if words[0] == "class" else 0), ran.stderr  # of a class the decoys are wrong answers


def test_a_program_is_looked_for_in_absolute_folders_alone(trap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(trap)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", "bin"]))
    assert launch._program("bwrap") == ""
    monkeypatch.setenv("PATH", str(trap))
    assert launch._program("bwrap") == str(trap / "bwrap")


def test_libraries_are_looked_for_in_absolute_folders_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", os.pathsep.join(["", "/usr/lib/here", ".", "lib"]))
    assert launch.environment()["LD_LIBRARY_PATH"] == "/usr/lib/here"
    monkeypatch.setenv("LD_LIBRARY_PATH", ".:")
    assert "LD_LIBRARY_PATH" not in launch.environment()
