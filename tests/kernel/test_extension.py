"""`%load_ext gradkata` beside whatever a student's folder holds: the kernel's side knows nothing of ours but itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from grader.locale.catalogue import FOLDER
from gradkata.magic import _Grader
from tests.cli.test_cli import grade
from tests.conftest import ROOT
from tests.kernel.test_magic import LIMIT_S, Kernel, open_kernel

RELU = "import numpy as np\ndef relu(x):\n    return np.maximum(x, 0)"
# of the standard library: what a kernel loads itself before the folder is on its search path
STUDENTS = ("grader", "reports", "random", "json", "shlex", "subprocess", "tempfile", "ast")
TOP = "{name.partition('.')[0] for name in sys.modules}"
SAID = {
    "en": ("✓ passed  relu", "watch needs a terminal", "relu, hint 1/3", "there is no exercise or command"),
    "ja": ("✓ 合格  relu", "watch は端末で使います", "relu、ヒント 1/3", "という問題やコマンドはありません"),
}


def folder_of_a_student(at: Path, lang: str) -> Path:
    """A workspace in which files of the student's have the names of ours."""
    made = grade("init", "demo", "--notebooks", "--unit", "02", "--lang", lang, cwd=at)
    assert made.returncode == 0, made.stderr
    for name in STUDENTS:
        (at / "demo" / f"{name}.py").write_text("raise RuntimeError('not yours')\n")
    return at / "demo"


def plain() -> dict[str, str]:
    """An environment that chooses no language and no search path."""
    chosen = ("LC_ALL", "LC_MESSAGES", "LANG", "PYTHONPATH", "PYTHONSAFEPATH")
    return {name: value for name, value in os.environ.items() if name not in chosen}


# --- a student's files ------------------------------------------------------------------------------------


@pytest.fixture(params=["en", "ja"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def kernel(tmp_path: Path, lang: str) -> Iterator[Kernel]:
    """A kernel in such a folder. Ours come last on its search path, as what is installed does."""
    with open_kernel(folder_of_a_student(tmp_path, lang), plain()) as kernel:
        kernel.run(f"import sys\nsys.path.append({str(ROOT)!r})\nbefore = {TOP}")
        yield kernel


def test_files_of_a_student_with_names_of_ours_are_no_matter(kernel: Kernel, lang: str) -> None:
    passed, watch, hint, unknown = SAID[lang]

    loaded = kernel.run("%load_ext gradkata")
    kernel.run(f"new = {TOP} - before")
    kernel.run(RELU)
    graded = kernel.run("%grade relu")
    kernel.run("ours = [name for name in sys.modules if name.partition('.')[0] in ('grader', 'reports')]")

    assert loaded.status == "ok", loaded.printed
    assert passed in graded.result.get("text/plain", ""), graded.printed
    assert watch in kernel.run("%grade watch").printed
    assert hint in kernel.run("%grade relu --hint").printed
    assert unknown in kernel.run("%grade nosuch").printed
    # what the kernel looks for while it loads us could be found in the folder
    assert kernel.run("new").result["text/plain"] == "{'gradkata'}"
    assert kernel.run("ours").result["text/plain"] == "[]"
    assert "not yours" in kernel.run("import grader").printed, "the folder does not come first"


def test_the_same_in_plain_ipython(tmp_path: Path, lang: str) -> None:
    folder = folder_of_a_student(tmp_path, lang)
    for name in set(STUDENTS) - {"grader", "reports"}:
        (folder / f"{name}.py").unlink()  # `python -m IPython` itself does not survive these
    script = f"import sys\nsys.path.append({str(ROOT)!r})\n%load_ext gradkata\n{RELU}\n\n%grade relu\nimport grader\n"

    done = subprocess.run(
        [sys.executable, "-m", "IPython", "--colors=NoColor", "--simple-prompt"], input=script, cwd=folder,
        env={**plain(), "PYTHONUTF8": "1", "IPYTHONDIR": str(tmp_path / "ipython")},
        capture_output=True, text=True, encoding="utf-8", timeout=LIMIT_S, check=False,
    )  # fmt: skip

    before, passed, after = done.stdout.partition(SAID[lang][0])
    assert passed, done.stdout + done.stderr
    assert "not yours" not in before and "not yours" in after, "the folder does not come first"


def test_importing_it_takes_the_standard_library_alone() -> None:
    script = "import sys; before = set(sys.modules); import gradkata.magic; print(*(set(sys.modules) - before))"

    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    new = {name.partition(".")[0] for name in done.stdout.split()}
    assert "gradkata" in new and new <= sys.stdlib_module_names | {"gradkata"}


# --- the line is read before anything is done -----------------------------------------------------------------


@pytest.fixture
def loaded(tmp_path: Path) -> Iterator[Kernel]:
    with open_kernel(tmp_path, {**plain(), "PYTHONPATH": str(ROOT)}) as kernel:
        kernel.run("%load_ext gradkata")
        yield kernel


def test_a_wrong_line_is_refused_before_the_cell_runs(loaded: Kernel) -> None:
    wrong = {line: loaded.run(f"{line}\nprint('the cell ran')") for line in ("%%grade --foo", "%%grade it's")}
    right = loaded.run(f"%%grade relu\n{RELU}\nprint('the cell ran')")

    assert {one.status for one in wrong.values()} == {"error"}
    assert all(one.printed.startswith("UsageError: grade: ") for one in wrong.values()), wrong
    assert not any("the cell ran" in one.printed for one in wrong.values())
    assert "quotation mark" in wrong["%%grade it's"].printed
    assert "the cell ran" in right.printed and "relu" in right.result["text/plain"]


# --- when the grader is gone -------------------------------------------------------------------------------------


class _Interrupted:
    """A pipe at which the one who waits is interrupted."""

    def readline(self) -> NoReturn:
        raise KeyboardInterrupt

    def close(self) -> None:
        pass


def test_an_interrupt_ends_the_process_and_the_next_question_gets_its_own_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = {"line": "watch", "folder": str(ROOT), "cells": None, "encoding": "utf-8"}
    grader = _Grader()
    first = grader.start()
    assert first.stdout is not None
    with first.stdout, monkeypatch.context() as patch:
        patch.setattr(first, "stdout", _Interrupted())
        with pytest.raises(KeyboardInterrupt):
            grader.ask(asked)

        assert first.wait(LIMIT_S) != 0
        assert "watch" in grader.ask(asked)["error"] and grader.start() is not first
    grader.close()


def test_a_grader_that_cannot_start_says_so_in_both_languages(tmp_path: Path) -> None:
    for folder in ("gradkata", "grader", "reports"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / FOLDER / "gradkata.mo").unlink()
    script = (
        "from IPython.core.interactiveshell import InteractiveShell\nshell = InteractiveShell.instance()\n"
        "shell.run_cell('%load_ext gradkata')\nshell.run_cell('%grade relu')"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env={**plain(), "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", timeout=LIMIT_S, check=True,
    )  # fmt: skip

    said = done.stdout + done.stderr
    assert "UsageError: grade: the grader ended: " in said and "採点プログラムが終了しました" in said
    assert "gradkata.mo is missing" in said and "pip install -e ." in said  # its last words, in both languages
    assert "インストールしてください" in said and "Traceback" not in said


def test_a_question_is_one_line_and_so_is_its_answer() -> None:
    """What the top of `gradkata/magic.py` says, with no kernel: the other half by itself."""
    asked = {"line": "show relu", "folder": str(ROOT), "cells": None, "encoding": "utf-8"}
    lines = "".join(json.dumps({**asked, "line": line}) + "\n" for line in ("show relu --lang ja", "relu", "run relu"))

    done = subprocess.run(
        [sys.executable, "-P", "-m", "grader.kernel.session"], input=lines, cwd=ROOT,
        env={**plain(), "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=LIMIT_S, check=True,
    )  # fmt: skip

    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"run": ["show", "relu", "--lang", "ja"]},
        {"cells": "wanted"},
        {"cells": "wanted"},
    ]
