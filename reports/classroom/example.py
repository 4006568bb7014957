"""An answer as an example that names nobody: no comment, no docstring, no text in quotes, and no word of a student's name.

What a student wrote is only cut into tokens here, never parsed: parsing hostile source is the worker's job.
"""

from __future__ import annotations

import builtins
import io
import keyword
import re
import tokenize
from collections.abc import Iterator
from functools import cache

import numpy as np

from grader.gradebook.records import ClassTable

LEAST = 3  # letters that a word of a name must have to give somebody away in code
_TRIVIA = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]{4,}|[^\W\d_a-zA-Z]+")


def traces(table: ClassTable) -> frozenset[str]:
    """Every word by which a student could be known, but for those that code is made of (`max`, `dot`), and those that the
    course uses itself: not every `adam` is a person."""
    found: set[str] = set()
    for one in table.students:
        for field in (one.id, one.name, one.email, one.login, one.lms_id):
            found.update(_words(field))
    course = [word for one in table.exercises for word in (one.id, one.title.en)]
    course += [mistake.slug for mistakes in table.mistakes.values() for mistake in mistakes]
    return frozenset(found - _vocabulary() - {part for words in course for part in _words(words)})


def anonymous_example(source: str, known: frozenset[str]) -> str | None:
    """`source` without what could say who wrote it; None if that cannot be made sure."""
    try:
        kept = _stripped(source)
    except (tokenize.TokenError, SyntaxError, IndentationError):
        return None
    if not kept.isascii() or not known.isdisjoint(_words(kept)):
        return None
    return kept


@cache
def _vocabulary() -> frozenset[str]:
    words = (*keyword.kwlist, *dir(builtins), *dir(np), *dir(np.ndarray))
    return frozenset(part for word in words for part in _words(word))


def _words(name: str) -> Iterator[str]:
    """`TanakaAffine_2` → tanaka, affine; and each run of letters as a whole."""
    for run in re.findall(r"[^\W_]+", name):
        parts = [run, *_WORD.findall(run)]
        yield from (part.casefold() for part in parts if len(part) >= LEAST or not part.isascii())


def _stripped(source: str) -> str:
    """The source without comments and statements that are nothing but text; other texts in quotes become `"…"`."""
    rows = source.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ").split("\n")
    cut: set[int] = set()
    for (row, start), (end_row, end), words in reversed(list(_changes("\n".join(rows)))):
        tail = rows[end_row - 1][end:]
        rows[row - 1 : end_row] = [rows[row - 1][:start] + words + tail, *[""] * (end_row - row)]
        if not words:
            cut.update(range(row, end_row + 1))
        elif end_row > row:
            cut.update(range(row + 1, end_row + 1))
    kept = [line.rstrip() for number, line in enumerate(rows, 1) if number not in cut or line.strip()]
    return re.sub(r"\n{3,}", "\n\n\n", "\n".join(kept)).strip("\n")


Change = tuple[tuple[int, int], tuple[int, int], str]


def _changes(source: str) -> Iterator[Change]:
    """What to put where, in the order of the source."""
    line: list[tokenize.TokenInfo] = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.ERRORTOKEN:  # before Python 3.12: a quote that never ends, for one
            raise tokenize.TokenError(token.string, token.start)
        line.append(token)
        if token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
            yield from _line_changes(line)
            line = []


def _line_changes(line: list[tokenize.TokenInfo]) -> Iterator[Change]:
    """Those of one logical line."""
    code = [token for token in line if token.type not in _TRIVIA and token.type != tokenize.ENDMARKER]
    documentation = bool(code) and all(_is_text(token) or token.string in "();" for token in code)
    depth, began = 0, (0, 0)
    for token in line:
        kind = tokenize.tok_name[token.type]
        if kind == "COMMENT" or (documentation and token in code):
            yield token.start, token.end, ""
        elif kind == "FSTRING_START":  # since Python 3.12; what stands in it goes with it
            began = began if depth else token.start
            depth += 1
        elif kind == "FSTRING_END":
            depth -= 1
            if not depth:
                yield began, token.end, '"..."'
        elif kind == "STRING" and not depth and not _is_key(token.string):
            yield token.start, token.end, '"..."'


def _is_text(token: tokenize.TokenInfo) -> bool:
    return token.type == tokenize.STRING or tokenize.tok_name[token.type].startswith("FSTRING")


def _is_key(literal: str) -> bool:
    """A word by which something is looked up, or what einsum is told: without it many a mistake could not be seen."""
    return (
        re.fullmatch(r"""["']([A-Za-z0-9_]{0,12}|[a-z.]{1,6}(,[a-z.]{0,6})*->[a-z.]{0,6})["']""", literal) is not None
    )
