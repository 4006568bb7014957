"""Statements as HTML: what Markdown alone gets wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports.statement import broken_formulas, statement_html
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("損失までの\n道筋です。\n次の文", "<p>損失までの道筋です。次の文</p>"),
        ("two\nlines", "<p>two\nlines</p>"),
        ("形状は\n`(N,)` で\n数は", "<p>形状は\n<code>(N,)</code> で数は</p>"),
        ("## 出典\n資料 000", "<h5>出典</h5>\n<p>資料 000</p>"),
        ("- 項目の\n  続き", "<ul>\n<li>項目の続き</li>\n</ul>"),
    ],
)
def test_japanese_runs_on_without_a_gap_where_a_line_ends(source: str, html: str, tmp_path: Path) -> None:
    path = tmp_path / "README.ja.md"
    path.write_text(f"# 題名\n\n{source}\n", encoding="utf-8")

    assert str(statement_html(path, "ja")).strip() == html


def test_formulas_that_cannot_be_shown_are_found_wherever_they_stand() -> None:
    source = "# a\n\n$$\\frac{1}{2$$ and $\\nosuch x$, $x$ and $\\{x\\}$\n\n| a | $\\foo{$ |\n|---|---|\n| 1 | $\\sqrt{x}$ |\n"

    assert broken_formulas(source) == ["\\frac{1}{2", "\\nosuch x", "\\{x\\}", "\\foo{"]


def test_without_what_sets_formulas_a_report_shows_them_as_they_are_written(tmp_path: Path) -> None:
    """It is compiled, and some systems cannot load it: seen on Windows."""
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "sitecustomize.py").write_text("import sys\nsys.modules['math_core'] = None\n")
    command = [
        sys.executable,
        "-m",
        "grader",
        "sigmoid",
        "--submission",
        str(ROOT / "samples" / "right"),
        "--report",
        "r.html",
    ]
    pages = []
    for path in (str(ROOT), f"{tmp_path / 'away'}{os.pathsep}{ROOT}"):
        environment = {**os.environ, "PYTHONPATH": path, "LC_ALL": "C.UTF-8"}
        ran = subprocess.run(command, cwd=tmp_path, env=environment, text=True, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stderr
        pages.append((tmp_path / "r.html").read_text(encoding="utf-8"))

    with_it, without_it = pages
    assert "<math" in with_it and "<math" not in without_it
    assert "<code>h(x) = \\frac{1}{1 + e^{-x}}</code>" in without_it
