"""What a notebook writes into files is found, as `%%writefile` writes it; what is no file of the hand-in is not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

from grader.submission.written import written_files

RELU = "import numpy as np\n\ndef relu(x):\n    return np.maximum(x, 0)"


@pytest.mark.parametrize(
    ("top", "path"),
    [
        ("%%writefile relu.py", "relu.py"),
        ("%%file relu.py", "relu.py"),
        ("\n  %%writefile relu.py  ", "relu.py"),
        ("#@title A file\n%%writefile relu.py", "relu.py"),
        ("%%writefile './relu.py'", "relu.py"),
        ('%%writefile "my relu.py"', "my relu.py"),
        ("%%writefile common/functions.py", "common/functions.py"),
        (r"%%writefile common\functions.py", "common/functions.py"),
        ("%%writefile /content/common/functions.py", "common/functions.py"),
        ("%%writefile 関数.py", "関数.py"),
        ("%%writefile -a relu.py", "relu.py"),
        ("%%writefile relu.py --append", "relu.py"),
    ],
)
def test_a_file_is_found(top: str, path: str) -> None:
    assert written_files([f"{top}\n{RELU}"]) == {path: f"{RELU}\n"}


@pytest.mark.parametrize(
    "path",
    [
        "", "../relu.py", "/etc/passwd", "~/relu.py", "a/../b.py", "C:/x.py", "C:\\x.py", "{name}.py", "$name.py", "a//b.py", "a/", "..",
        "a\x00b", "a" * 101, "a/" * 10 + "b", "//host/share/a.py", "/content/../x.py", "/content//etc/passwd",
    ],
)  # fmt: skip
def test_what_leads_elsewhere_is_none(path: str) -> None:
    assert written_files([f"%%writefile {path}\n{RELU}"]) == {}


def test_a_cell_that_only_shows_the_magic_writes_nothing() -> None:
    assert (
        written_files(["x = '''\n%%writefile a.py\n'''", "%%writefiles a.py\nx", "%%bash\n%%writefile a.py", ""]) == {}
    )


def test_later_cells_replace_or_append(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = [
        "%%writefile a.py\nx = 1",
        "%%writefile -a a.py\ny = 2\n",
        "%%file b.py\n",
        "%%writefile b.py\nz = 3",
        "%%writefile -a c.py\nw = 4",
    ]
    monkeypatch.chdir(tmp_path)
    shell = InteractiveShell(history_manager=None)  # type: ignore[no-untyped-call]
    for cell in cells:
        shell.run_cell(cell)  # type: ignore[no-untyped-call]

    assert written_files(cells) == {"a.py": "x = 1\ny = 2\n", "b.py": "z = 3\n", "c.py": "w = 4\n"}
    assert written_files(cells) == {path.name: path.read_text() for path in tmp_path.glob("*.py")}


def test_many_appends_take_a_time_that_grows_with_them() -> None:
    started = time.process_time()

    written_files(["%%writefile -a a.py\nx"] * 5000)
    written_files([" #\n" * 300_000, "%%writefile " + "a" * (1 << 20), "%%writefile " + " " * (1 << 20) + "\nx"])

    assert time.process_time() - started < 60
