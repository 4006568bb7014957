"""The wheel: installed into an empty environment, away from the checkout, as a learner has it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.model import Course
from tests.conftest import ROOT, reference_source


@pytest.fixture(scope="module")
def grade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, from a wheel built of a copy of the checkout that is gone by then."""
    folder = tmp_path_factory.mktemp("installed")
    source, python = folder / "source", folder / "venv" / "bin" / "python"
    ignore = shutil.ignore_patterns(".venv", ".git", "build", "dist", "__pycache__", ".*_cache", ".hypothesis", "*.mo")
    shutil.copytree(ROOT, source, ignore=ignore)
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True, capture_output=True)
    install: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    install += ["-c", source / "constraints.txt", source]
    installed = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
    assert installed.returncode == 0, installed.stderr
    shutil.rmtree(source)
    return folder / "venv" / "bin" / "grade"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_workspace_away_from_the_checkout(tmp_path: Path, grade: Path, course: Course) -> None:
    made = run(grade, "init", "demo", cwd=tmp_path)
    untouched = run(grade, cwd=tmp_path / "demo")
    affine = next((tmp_path / "demo").rglob("affine.py"))
    affine.write_text(reference_source(course, "affine"), encoding="utf-8")
    solved = run(grade, "affine", cwd=affine.parent)
    page = run(grade, "affine", "--report", "page.html", "--lang", "ja", cwd=tmp_path / "demo")

    assert made.returncode == 0, made.stderr
    assert untouched.returncode == 1 and f"0 of {len(course.exercises)} exercises passed" in untouched.stdout, (
        untouched.stderr
    )
    assert solved.returncode == 0 and "✓ passed  affine" in solved.stdout, solved.stdout + solved.stderr
    assert page.returncode == 0 and "Affine レイヤ" in (tmp_path / "demo" / "page.html").read_text(encoding="utf-8")


def test_the_installed_course_certifies_itself(tmp_path: Path, grade: Path) -> None:
    result = run(grade, "verify", "sigmoid", cwd=tmp_path)

    assert result.returncode == 0 and "1 of 1 exercises certified" in result.stdout, result.stdout + result.stderr


def test_a_worker_may_not_look_at_the_installed_course(tmp_path: Path, grade: Path) -> None:
    installed = next(grade.parent.parent.rglob("gradkata_course"))
    (tmp_path / "sigmoid.py").write_text(
        f"import os\nnames = os.listdir({str(installed / 'solutions')!r})\ndef sigmoid(x):\n    return names\n"
    )

    result = run(grade, "sigmoid", "--submission", "sigmoid.py", cwd=tmp_path)

    assert result.returncode == 1
    assert "PermissionError" in result.stdout or "FileNotFoundError" in result.stdout, result.stdout


def test_a_class_is_graded_by_what_was_installed(tmp_path: Path, grade: Path) -> None:
    shutil.copytree(ROOT / "samples" / "class", tmp_path / "class")
    graded = run(grade, "class", "downloads", "affine", "--roster", "worksheet.csv", cwd=tmp_path / "class")
    report = run(grade, "report", "--db", "gradebook.sqlite3", cwd=tmp_path / "class")
    postgres = run(grade, "class", "downloads", "--db", "postgresql://a@127.0.0.1/b", cwd=tmp_path / "class")
    cluster = run(grade, "class", "downloads", "--cluster", "tcp://127.0.0.1:1", cwd=tmp_path / "class")

    assert graded.returncode == 1 and "published as run 1" in graded.stdout, graded.stderr
    assert report.returncode == 0 and (tmp_path / "class" / "class-report" / "index.html").is_file(), report.stderr
    assert postgres.returncode == 3 and "gradkata[postgres]" in postgres.stderr
    assert cluster.returncode == 3 and "gradkata[cluster]" in cluster.stderr


# No IPython is installed here; this is what the extension asks of one.
SHELL = """
import sys, types
source = "def sigmoid(x):\\n    import numpy as np\\n    return 0.5 * (1 + np.tanh(x / 2))"
magics = {}
shell = types.SimpleNamespace(
    history_manager=types.SimpleNamespace(input_hist_raw=["", source], input_hist_parsed=["", source]),
    register_magic_function=lambda function, kind, name: magics.update({name: function}),
    transform_cell=str,
)
import gradkata
gradkata.load_ipython_extension(shell)
print(magics["grade"]("sigmoid"))
print(gradkata.__file__)
"""


def test_a_kernel_finds_the_extension_beside_files_of_a_student(tmp_path: Path, grade: Path) -> None:
    for name in ("grader", "reports"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError('not yours')\n")

    result = run(grade.parent / "python", "-X", "utf8", "-c", SHELL, cwd=tmp_path)

    assert result.returncode == 0 and "✓ passed  sigmoid" in result.stdout, result.stdout + result.stderr
    assert str(grade.parent.parent) in result.stdout.splitlines()[-1]
