"""`grade try`: what fails, as a file that runs; never over anybody's own file, never graded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader.kernel.session import reply
from grader.record.kept_oracles import KeptOracles
from grader.sandbox.host import Sandbox
from grader.submission.trying import MARK
from tests.cli.test_cli import grade
from tests.conftest import ROOT

WRONG = "import numpy as np\n\n\ndef softmax(x):\n    e = np.exp(x - np.max(x))\n    return e / e.sum()\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    assert grade("init", "w", "--unit", "03", cwd=tmp_path).returncode == 0
    return tmp_path / "w"


def home_of(workspace: Path) -> Path:
    return workspace / "03_forward" / "softmax"


def test_what_fails_runs_and_finds_what_it_says(workspace: Path) -> None:
    home = home_of(workspace)
    (home / "softmax.py").write_text(WRONG)
    said = grade("try", "softmax", cwd=home)

    assert (said.returncode, said.stdout) == (0, "written to try_softmax.py. Run it: python try_softmax.py\n")
    written = (home / "try_softmax.py").read_text()
    assert written.startswith(MARK) and "from softmax import softmax" in written
    expected, got = (line.split(" ", 2)[2].strip() for line in written.splitlines()[-2:])
    ran = subprocess.run([sys.executable, "try_softmax.py"], cwd=home, capture_output=True, text=True, check=True)
    printed = [float(one) for one in ran.stdout.replace("[", " ").replace("]", " ").split()]
    assert printed == pytest.approx([one for row in json.loads(got) for one in row])
    assert json.loads(expected) != json.loads(got)


def test_it_is_written_anew_and_is_no_answer(workspace: Path) -> None:
    home = home_of(workspace)
    (home / "softmax.py").write_text(WRONG)
    for lang in ("ja", "en"):
        assert grade("try", "softmax", "--lang", lang, cwd=workspace).returncode == 0
    (home / "softmax.py").unlink()
    said = grade("softmax", cwd=workspace)

    assert "try_softmax" not in said.stdout and "no answer" in said.stdout and said.returncode == 1


@pytest.mark.parametrize("is_link", [False, True])
def test_nobody_s_own_file_is_written_over(workspace: Path, is_link: bool) -> None:
    home = home_of(workspace)
    (home / "softmax.py").write_text(WRONG)
    own = home / "try_softmax.py"
    if is_link:
        (home / "elsewhere").write_text(f"{MARK}\n")
        own.symlink_to(home / "elsewhere")
    else:
        own.write_text("my notes\n")
    said = grade("try", "softmax", cwd=workspace)

    assert said.returncode == 2 and said.stderr.count("\n") == 1 and "rename it" in said.stderr
    assert own.read_text() in ("my notes\n", f"{MARK}\n")


@pytest.mark.parametrize(
    ("source", "code", "words"),
    [
        ((ROOT / "solutions/03_forward/softmax/softmax.py").read_text(), 0, "there is nothing to try"),
        ("def softmax(x):\n    return (x\n", 1, "cannot be read as Python"),
        (None, 1, "not started yet"),
    ],
)
def test_where_there_is_nothing_to_try_one_line_says_why(
    workspace: Path, source: str | None, code: int, words: str
) -> None:
    if source is not None:
        (home_of(workspace) / "softmax.py").write_text(source)
    said = grade("try", "softmax", cwd=workspace)

    assert said.returncode == code and words in said.stdout + said.stderr
    assert (said.stdout + said.stderr).count("\n") == 1 and not (home_of(workspace) / "try_softmax.py").exists()


@pytest.mark.parametrize(
    ("words", "said"), [(("nosuch",), "no exercise"), (("03_forward",), "is a unit"), ((), "EXERCISE")]
)
def test_bad_input(workspace: Path, words: tuple[str, ...], said: str) -> None:
    result = grade("try", *words, cwd=workspace)

    assert result.returncode == 2 and said in result.stderr


def test_in_a_notebook_it_becomes_a_cell(tmp_path: Path, sandbox: Sandbox) -> None:
    def asked(line: str, cells: object = None) -> dict[str, str]:
        question = {"line": line, "folder": str(ROOT), "cells": cells, "encoding": "utf-8"}
        return reply(question, sandbox, KeptOracles())

    assert asked("try softmax") == {"cells": "wanted"}
    assert "name one exercise" in asked("try")["error"] and "name one exercise" in asked("try a b")["error"]
    cell = asked("try softmax", [("In [1]", WRONG, True)])["cell"]
    namespace: dict[str, object] = {}
    exec(WRONG, namespace)
    exec(cell, namespace)
    assert cell.startswith(MARK) and "\nsoftmax(" in cell and "import softmax" not in cell
    right = asked("try softmax", [("In [1]", (ROOT / "solutions/03_forward/softmax/softmax.py").read_text(), True)])
    assert "nothing to try" in right["error"]


def test_the_kernel_puts_it_into_the_next_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    from gradkata import magic

    class Shell:
        next = ""
        history_manager = type("History", (), {"input_hist_raw": [""], "input_hist_parsed": [""]})

        def set_next_input(self, said: str) -> None:
            self.next = said

    shell = Shell()
    monkeypatch.setattr(magic, "_ask", lambda line, cells: {"cells": "wanted"} if cells is None else {"cell": "f(1)"})

    assert magic._grade(shell, "try softmax", None) is None and shell.next == "f(1)"
