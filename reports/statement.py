"""An exercise's README as HTML: markdown without raw HTML or pictures, formulas as MathML, Python in colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from mdit_py_plugins.dollarmath import dollarmath_plugin

from grader.model import Language
from grader.words import text
from reports.code import spans
from reports.escape import clean

try:
    from math_core import LatexError, LatexToMathML
except ImportError:  # compiled: a system may be unable to load it, and is then shown the formulas as they are written
    LatexToMathML = None  # type: ignore[assignment,misc]

_TITLE = re.compile(r"\A\s*# .*\n")
_SCROLLS = ' tabindex="0" role="group" aria-label='  # what may be wider than a phone is reached by keyboard too


def statement_html(path: Path, lang: Language) -> Markup | None:
    """The statement without its title, headings from `h5` on; None if there is no such file."""
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return Markup(_markdown().render(_TITLE.sub("", clean(source)), {"table": text("table").in_(lang)}))


@cache
def _markdown() -> MarkdownIt:
    # A picture would be a request to somewhere, and the page's policy forbids it: its words stay.
    md = MarkdownIt("commonmark", {"html": False, "highlight": _highlight}).enable("table").disable("image")
    dollarmath_plugin(md, allow_labels=False, double_inline=True, renderer=_formula)
    md.add_render_rule("table_open", _open_table)
    md.add_render_rule("table_close", lambda *_: "</table></div>\n")
    md.add_render_rule("softbreak", _line_end)
    md.add_render_rule("heading_open", _heading)
    md.add_render_rule("heading_close", _heading)
    return md


_JAPANESE = re.compile(r"[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")


def _line_end(renderer: Any, tokens: Sequence[Any], index: int, *_: Any) -> str:
    """A space, as in English; none where Japanese runs on in the next line."""
    before = tokens[index - 1].content[-1:] if index else ""
    after = tokens[index + 1].content[:1] if index + 1 < len(tokens) else ""
    return "" if _JAPANESE.match(before) and _JAPANESE.match(after) else "\n"


def broken_formulas(source: str) -> list[str]:
    r"""The formulas of a statement that cannot be shown as such: not here, or not on a code host, whose Markdown takes the
    backslash from `\{`, `\,` or `\|` (write `\lbrace`, `\quad`, `\Vert`)."""
    tokens = [part for token in _markdown().parse(source) for part in (token, *(token.children or ()))]
    return [token.content for token in tokens if token.type.startswith("math_") and not _is_sound(token.content)]


_TAKEN = re.compile(r"\\[^A-Za-z\s\\]")


def _is_sound(formula: str) -> bool:
    if _TAKEN.search(formula):
        return False
    return _typeset(formula, displayed=True) is not None


def _formula(source: str, options: dict[str, Any]) -> str:
    displayed = bool(options.get("display_mode"))
    formula = _typeset(source, displayed) or f"<code>{escape(source)}</code>"  # legible at least
    return f'<span{_SCROLLS}"{escape(source)}" class="display">{formula}</span>' if displayed else formula


def _typeset(formula: str, displayed: bool) -> str | None:
    """As MathML; None if that cannot be."""
    if LatexToMathML is None:
        return None
    try:
        return _latex().convert_with_local_state(formula, displaystyle=displayed)
    except LatexError:
        return None


@cache
def _latex() -> LatexToMathML:
    return LatexToMathML()


def _highlight(source: str, language: str, attributes: str) -> str:
    if language not in ("python", "py"):
        return ""  # markdown-it escapes it then
    rows = ["".join(f'<span class="{span.css}">{escape(span.text)}</span>' for span in row) for row in spans(source)]
    return "\n".join(rows)


def _open_table(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    return f'<div{_SCROLLS}"{env["table"]}" class="table"><table>\n'


def _heading(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    level = 5 if int(tokens[index].tag[1]) <= 2 else 6
    return f"<h{level}>" if tokens[index].nesting == 1 else f"</h{level}>\n"
