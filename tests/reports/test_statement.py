"""Statements as HTML: what Markdown alone gets wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.statement import broken_formulas, statement_html


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
