"""What an answer is made of, for comparing it with others: passages without names and layout, and its own words.

Pygments reads the source. It parses nothing, so that no answer can stop it, and reading is never running.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from pygments.lexers.python import PythonLexer  # type: ignore[import-untyped]  # it ships no types
from pygments.token import Comment, Name, Number, String  # type: ignore[import-untyped]

MOST_CHARACTERS = 20_000  # of an answer; the longest reference has 5,000
LENGTH = 6  # tokens of a passage: shorter ones everybody writes, longer ones any small change breaks
LONGEST_WORD = 200  # characters of a name, comment or string
_SILENT = frozenset(
    ("(", ")", ".", "\\", "np", "numpy", "math", "self")
)  # come and go without a change in what it does

Passage = tuple[str, ...]


class Source(NamedTuple):
    """
    Attributes:
        passages: up to LENGTH consecutive tokens of one statement, and the lines (from 1) on which they begin. In them
            all names are alike, but for those of Python and numpy.
        words: names, `# comments` and `" strings` as they were written, each with the first line that has it.
        rows: the lines as they were written.
    """

    passages: dict[Passage, tuple[int, ...]]
    words: dict[str, int]
    rows: tuple[str, ...]


class _Token(NamedTuple):
    """`key` is empty where a statement ends."""

    key: str
    line: int


def read_source(source: str) -> Source:
    """Take an answer apart. What stands after MOST_CHARACTERS does not count."""
    source = source[:MOST_CHARACTERS]
    words: dict[str, int] = {}
    lines: dict[Passage, dict[int, None]] = {}
    for statement in _statements(_tokens(source, words)):
        keys = tuple(token.key for token in statement)
        for start in range(max(1, len(keys) - LENGTH + 1)):
            lines.setdefault(keys[start : start + LENGTH], {})[statement[start].line] = None
    return Source({key: tuple(found) for key, found in lines.items()}, words, tuple(source.split("\n")))


def _statements(tokens: Iterator[_Token]) -> Iterator[list[_Token]]:
    """A passage never runs from one statement into the next, so that their order does not matter."""
    statement: list[_Token] = []
    for token in tokens:
        if token.key:
            statement.append(token)
        elif statement:
            yield statement
            statement = []
    if statement:
        yield statement


def _tokens(source: str, words: dict[str, int]) -> Iterator[_Token]:
    """What matters of a source, token by token. Its own words go to `words`."""
    # without blank lines: over MOST_CHARACTERS of them Pygments takes half a minute, its time being quadratic in them
    rows = [(number, row.rstrip()) for number, row in enumerate(source.split("\n"), 1) if row.strip()]
    lexed = PythonLexer(stripnl=False, ensurenl=False).get_tokens_unprocessed("\n".join(row for _, row in rows))
    index, depth = 0, 0
    first, second = "", ""  # the two tokens before
    for _, kind, text in lexed:
        at, index = rows[index][0], index + text.count("\n")
        key = ""
        if kind in Comment or kind in String:
            word = " ".join(text.strip("#'\" \t\n").split())
            if word:
                mark = "#" if kind in Comment else '"'
                words.setdefault(f"{mark} {word[:LONGEST_WORD]}", at)
            if kind in String and kind not in String.Doc and second != '"':  # one string comes in several pieces
                text = key = '"'
        elif text.isspace() or text == ";":
            if not depth and ("\n" in text or text == ";"):
                yield _Token("", at)
        else:
            depth = max(0, depth + (text in "([{") - (text in ")]}"))
            key = _key(kind, text, second == "." and first != "self")
            if key == "v":
                words.setdefault(text[:LONGEST_WORD], at)
        if key:
            first, second = second, text
            if text.strip() not in _SILENT:  # Pygments gives a backslash together with its line end
                yield _Token(key, at)


def _key(kind: Any, text: str, is_attribute: bool) -> str:
    """A token without what a person is free to choose."""
    if kind in Number:
        return _number(text)
    if kind not in Name or kind in Name.Builtin or (is_attribute and text in _library()):
        return text
    return "v"


def _number(text: str) -> str:
    """`1.` and `1` are the same number."""
    try:
        return str(float(text))
    except ValueError:  # 0xff, 1j
        return text


@cache
def _library() -> frozenset[str]:
    """What numpy, its arrays and Python's containers call things."""
    return frozenset(name for one in (np, np.ndarray, math, dict, list) for name in dir(one))
