"""A statement's Markdown on a terminal: tables drawn, code in colours, formulas as they are written in LaTeX."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar, TextIO

from reports.escape import clean
from reports.lines import WIDE, breaks, encodable, screen_of

if TYPE_CHECKING:
    from markdown_it.token import Token
    from rich.markdown import Markdown

_INDENT = "    "  # of code and of formulas
_JAPANESE = re.compile(f"[{WIDE}]")


def write_markdown(source: str, stream: TextIO) -> bool:
    """Print a statement as a terminal can show it: tables drawn, code in colours, formulas as they are written in LaTeX.

    Returns whether there was a formula: a page shows those better.
    """
    from rich.console import Console
    from rich.text import Text
    from rich.theme import Theme

    screen = screen_of(stream)
    tokens, has_formulas = _tokens(clean(source), screen.colour)
    drawn = _drawn_markdown()("", code_theme="ansi_dark", hyperlinks=False)
    drawn.parsed = tokens
    theme = Theme({"markdown.code": "cyan", "markdown.h1": "bold cyan", "markdown.h2": "bold", "markdown.h3": "bold"})
    console = Console(file=stream, width=screen.width, highlight=False, force_jupyter=False, theme=theme)
    bullet = "•" if encodable("•", screen.encoding) == "•" else "-"
    for row in console.render_lines(drawn, pad=False):
        parts = ((encodable(part.text.replace("•", bullet), screen.encoding), part.style or "") for part in row)
        text = Text.assemble(*parts)
        text.rstrip()
        if screen.colour:
            console.print(text, soft_wrap=True)
        else:
            stream.write(text.plain + "\n")
    return has_formulas


def _tokens(source: str, colour: bool) -> tuple[list[Token], bool]:
    """What a Markdown text consists of, its formulas as code; and whether there are any."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    md = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    dollarmath_plugin(md, allow_labels=False, double_inline=True)
    tokens = md.parse(source)
    has_formulas = False
    for token in [part for block in tokens for part in (block, *(block.children or ()))]:
        if token.type.startswith("math_"):
            has_formulas = True
            token.type, token.tag = "code_block" if token.type == "math_block" else "code_inline", "code"
            token.content = token.content.strip()
        if token.type == "code_inline" and not colour:
            token.content = f"`{token.content}`"  # nothing else would tell it from prose
        parts = [part for part in token.children or () if part.content or part.type == "softbreak"]
        for before, at, after in zip(parts, parts[1:], parts[2:], strict=False):
            if at.type == "softbreak" and _JAPANESE.match(before.content[-1:]) and _JAPANESE.match(after.content[:1]):
                at.type = "text"  # Japanese runs on in the next line
    return tokens, has_formulas


@cache
def _drawn_markdown() -> type[Markdown]:
    """rich's Markdown, but wrapped as everything else is here, its headings on the left, and its code without a frame."""
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.markdown import CodeBlock, Heading, Markdown, Paragraph
    from rich.syntax import Syntax
    from rich.text import Text as Styled  # `Text` is a sentence in two languages

    def wrapped(text: Styled, width: int) -> Styled:
        rows = (row[start:end] for row in text.split("\n") for start, end in breaks(row.plain, width))
        return Styled("\n").join(rows)

    class Wrapped(Paragraph):
        def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
            yield wrapped(self.text, options.max_width)

    class Title(Heading):
        def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
            yield wrapped(self.text, options.max_width)

    class Code(CodeBlock):
        def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
            code = Syntax("", self.lexer_name, theme=self.theme).highlight(str(self.text).rstrip())
            code.rstrip()
            room = max(options.max_width - len(_INDENT), 1)
            for row in code.wrap(console, room, overflow="fold", no_wrap=False, tab_size=4):
                yield Styled(_INDENT).append_text(row)

    class Drawn(Markdown):
        elements: ClassVar = {
            **Markdown.elements,
            "paragraph_open": Wrapped, "heading_open": Title, "fence": Code, "code_block": Code,
        }  # fmt: skip

    return Drawn
