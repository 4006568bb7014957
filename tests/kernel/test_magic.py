"""`%grade` in a real Jupyter kernel, in plain ipython, and the grader beside them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jupyter_client.manager import start_new_kernel

from grader.kernel.session import session_cells
from tests.cli.test_cli import grade
from tests.conftest import ROOT
from tests.submission.test_notebooks import AFFINE, MEAN

LIMIT_S = 120


class Said(NamedTuple):
    """What running one cell gave: `ok` or `error`, what was printed, and the data of its result by type."""

    status: str
    printed: str
    result: dict[str, str]


class Kernel:
    def __init__(self, client: Any) -> None:
        self.client = client

    def run(self, source: str) -> Said:
        printed: list[str] = []
        result: dict[str, str] = {}

        def hear(message: Any) -> None:
            content = message["content"]
            if message["msg_type"] == "stream":
                printed.append(content["text"])
            elif message["msg_type"] == "error":
                printed.extend(content["traceback"])
            elif message["msg_type"] == "execute_result":
                result.update(content["data"])

        reply = self.client.execute_interactive(source, output_hook=hear, timeout=LIMIT_S)
        return Said(reply["content"]["status"], "".join(printed), result)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    made = grade("init", "demo", "--notebooks", "--unit", "02", "--unit", "05", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    return tmp_path / "demo"


@pytest.fixture
def kernel(workspace: Path) -> Iterator[Kernel]:
    """A kernel as Jupyter starts it, in a workspace."""
    plain = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    # a student's own `random.py`, and a taste for strict numerics, must not disturb the grader
    (workspace / "random.py").write_text("raise RuntimeError('not yours')\n")
    with open_kernel(workspace, {**plain, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}) as kernel:
        yield kernel


@contextmanager
def open_kernel(folder: Path, environment: dict[str, str]) -> Iterator[Kernel]:
    manager, client = start_new_kernel(kernel_name="python3", cwd=str(folder), env=environment)
    try:
        yield Kernel(client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=False)


def cells_of(path: Path) -> list[str]:
    return [
        "".join(cell["source"])
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]


def test_the_notebook_that_init_writes_in_a_real_kernel(kernel: Kernel, workspace: Path) -> None:
    opening, *_ = cells_of(workspace / "02_activations.ipynb")
    assert kernel.run(opening).status == "ok"
    stub = next(one for one in cells_of(workspace / "05_backprop.ipynb") if "class Affine" in one)

    kernel.run(stub)
    untouched = kernel.run("%grade affine")
    kernel.run(MEAN)
    wrong = kernel.run("%grade affine")
    japanese = kernel.run("%grade affine --lang ja")
    kernel.run(AFFINE)
    right = kernel.run("%grade affine")

    assert set(wrong.result) == {"text/plain", "text/html"}
    assert "not started" in untouched.result["text/plain"] and "not started" in untouched.result["text/html"]
    for said in wrong.result.values():
        assert "db is the mean over the batch, where it should be the sum." in said and "Affine(" in said
    assert "<mark>" in wrong.result["text/html"] and "%grade hint affine" in wrong.result["text/html"]
    assert "db がバッチの平均になっています" in japanese.result["text/plain"]
    assert "✓ passed  affine" in right.result["text/plain"] and "done" in right.result["text/html"]
    assert (right.status, wrong.status) == ("ok", "ok")


def test_a_cell_has_the_number_that_jupyter_shows(kernel: Kernel) -> None:
    kernel.run("%load_ext grader")  # In [1]
    broken = AFFINE.replace("    def forward", "    def broken(:\n    def forward", 1)

    below = kernel.run(f"%%grade affine\n{broken}").result["text/plain"]  # In [2]
    kernel.run(broken)  # In [3]
    apart = kernel.run("%grade affine").result["text/plain"]  # In [4]
    indented = kernel.run(f"  %%grade affine\n{textwrap.indent(broken, '  ')}").result["text/plain"]  # In [5]

    assert "(In [2], line 6)" in below
    assert "(In [3], line 5)" in apart
    assert "(In [5], line 6)" in indented


def test_the_newest_attempt_counts_even_if_it_is_no_python(kernel: Kernel) -> None:
    kernel.run("%load_ext grader")
    kernel.run(AFFINE)
    kernel.run("this is no Python")
    passed = kernel.run("%grade affine").result["text/plain"]
    kernel.run("class Affine:\n    def forward(self, x:\n        return x")
    broken = kernel.run("%grade affine").result["text/plain"]
    kernel.run(AFFINE + "\n# again")
    again = kernel.run("%grade affine").result["text/plain"]

    assert "passed  affine" in passed and "note" not in passed  # what has to do with something else is no matter here
    assert "cannot be read as Python" in broken and "line 2" in broken
    assert "passed  affine" in again and "note" not in again


def test_watch_is_refused_with_one_line(kernel: Kernel) -> None:
    kernel.run("%load_ext grader")
    said = kernel.run("%grade watch")
    assert said.status == "error" and "watch needs a terminal" in said.printed


def test_the_cell_magic_runs_its_cell_and_grades_it(kernel: Kernel) -> None:
    kernel.run("%load_ext grader")
    kernel.run("import numpy as np\nnp.seterr(all='raise')\nnp.exp = None\ndef relu(x):\n    return x")

    graded = kernel.run(
        "%%grade relu\n%matplotlib --list\ndef relu(x):\n    print('seen')\n    return np.maximum(x, 0)"
    )
    after = kernel.run("relu(-1.0)")
    timed = kernel.run("%%time\ndef sigmoid(x):\n    return 0.5 * (1 + np.tanh(x / 2))")
    alone = kernel.run("%grade")

    assert "✓ passed  relu" in graded.result["text/plain"]
    assert "seen" in after.printed and "0.0" in after.result["text/plain"] and timed.status == "ok"
    assert "✓ done  sigmoid" in alone.result["text/plain"] and "✓ done  relu" in alone.result["text/plain"]
    assert "all 2 exercises passed" in alone.result["text/html"]


def test_what_goes_wrong_is_one_line(kernel: Kernel) -> None:
    kernel.run("%load_ext grader")

    said = {
        line: kernel.run(line) for line in ("%grade", "%grade nosuch", "%grade --foo", "%grade relu --course /nowhere")
    }

    assert {one.status for one in said.values()} == {"error"}
    assert all(one.printed.count("\n") == 1 and one.printed.startswith("UsageError: grade: ") for one in said.values())
    assert "run the cell with your answer first" in said["%grade"].printed
    assert "there is no exercise or command called 'nosuch'" in said["%grade nosuch"].printed
    assert "%grade knows no --foo" in said["%grade --foo"].printed
    assert "no exercises/ in it" in said["%grade relu --course /nowhere"].printed
    missing = kernel.run("%grade relu").result["text/plain"]
    assert "relu is not defined in this session" in missing and "run the cell with your answer first" in missing


def test_hints_and_the_other_commands(kernel: Kernel) -> None:
    kernel.run("%load_ext grader")

    assert "affine, hint 1/3" in kernel.run("%grade affine --hint").printed
    assert "affine, hint 2/3" in kernel.run("grade hint affine --level 2").printed  # without %, as the results name it
    assert "05_backprop.ipynb, cell" in kernel.run("%grade show affine").printed
    assert "Affine レイヤ" in kernel.run("%grade show affine --lang ja").printed


def test_hostile_output_stays_text(kernel: Kernel) -> None:
    kernel.run("%load_ext grader")
    kernel.run(
        "def relu(x):\n    print('<script>alert(1)</script>')\n    raise ValueError('<img src=x onerror=alert(1)>')"
    )

    html = kernel.run("%grade relu").result["text/html"]

    assert "ValueError" in html and "&lt;script&gt;" in html
    assert "<script" not in html and "<img" not in html and "http" not in html


def test_an_endless_loop_and_a_lost_grader_cost_one_answer(kernel: Kernel) -> None:
    kernel.run("%load_ext grader")
    kernel.run("def relu(x):\n    while True: pass")
    looped = kernel.run("%grade relu")
    kernel.run("import numpy as np\ndef relu(x):\n    return np.maximum(x, 0)")
    lost = kernel.run("from gradkata import magic\nmagic._grader._process.kill(); magic._grader._process.wait()")

    assert lost.status == "ok", lost.printed
    assert "out of time" in looped.result["text/plain"]
    assert "✓ passed  relu" in kernel.run("%grade relu").result["text/plain"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_grader_is_left_behind(workspace: Path) -> None:
    script = (
        "from IPython.core.interactiveshell import InteractiveShell\nshell = InteractiveShell.instance()\n"
        "shell.run_cell('%load_ext grader')\nfrom gradkata import magic\nprint(magic._grader._process.pid)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=workspace, env=env, capture_output=True, text=True, check=True
    )

    assert not Path(f"/proc/{int(done.stdout.split()[-1])}").exists()


def test_in_plain_ipython_it_is_the_text_of_the_terminal(workspace: Path) -> None:
    script = "%load_ext grader\nimport numpy as np\ndef relu(x):\n    return np.maximum(x, 0)\n\n%grade relu\n"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "IPYTHONDIR": str(workspace / "ipython")}

    done = subprocess.run(
        [sys.executable, "-m", "IPython", "--colors=NoColor", "--simple-prompt"], input=script, cwd=workspace, env=env,
        capture_output=True, text=True, encoding="utf-8", timeout=LIMIT_S, check=False,
    )  # fmt: skip

    assert "✓ passed  relu, ReLU  4/4" in done.stdout, done.stdout + done.stderr
    assert "<div" not in done.stdout


def test_importing_grader_stays_free() -> None:
    script = "import sys; before = set(sys.modules); import grader; print(sorted(set(sys.modules) - before))"

    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "['grader']\n"


def test_of_what_ran_again_the_last_run_counts() -> None:
    cells = session_cells(
        [("In [1]", "a"), ("In [2]", "b"), ("In [3]", "a"), ("In [4]", "c" * (1 << 20)), ("In [5]", "d")]
    )

    assert [(cell.label.en, cell.text) for cell in cells] == [("In [5]", "d")]
    assert [cell.label.en for cell in session_cells([("In [1]", "a"), ("In [2]", "b"), ("In [3]", "a")])] == [
        "In [2]",
        "In [3]",
    ]
