"""Gives the function that an exercise is about another name, in each of its files.

In code every mention is renamed, but for the attributes of others: `np.tanh` stays. In sentences only what is set as
code is, since `likelihood` and `accuracy` are words as well.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

_OWNERS = ("lab", "reference", "given", "public")  # of them the exercise's own functions are attributes


def renamed(words: str, old: str, new: str, name: str) -> str:
    """`words`, the contents of the file `name`, with `new` for `old`."""
    if name.endswith(".py"):
        return "".join(
            _in_code(part, old, new) if is_code else _in_sentences(part, old, new)
            for part, is_code in _parts(words, lines_are_strings=name == "mistakes.py", symbol=old)
        )
    if name == "waivers.toml":  # its sentences are few, and its lines must be those of the reference
        return _in_code(words, old, new)
    if name == "exercise.toml":
        words = re.sub(rf"^{old}(?=\s*=)|(?<=\")\b{old}(?=\")", new, words, flags=re.MULTILINE)
    return _in_sentences(words, old, new)


def names_in(tree: ast.Module) -> set[str]:
    """Every name that a Python file mentions, but for attributes."""
    found: set[str] = set()
    for node in ast.walk(tree):
        found |= {
            value for field in ("id", "name", "arg", "asname") if isinstance(value := getattr(node, field, 0), str)
        }
    return found


def _in_code(code: str, old: str, new: str) -> str:
    owner = "|".join(_OWNERS)
    return re.sub(rf"(?<![\w.\\])((?:{owner})\.)?{old}(?!\w)", lambda found: (found[1] or "") + new, code)


def _in_sentences(words: str, old: str, new: str) -> str:
    """In Markdown code is fenced or between backticks; elsewhere, too, `tanh(x)` is a call."""
    pieces = re.split(r"(^```.*?^```|`[^`\n]+`)", words, flags=re.MULTILINE | re.DOTALL)
    for at, piece in enumerate(pieces):
        if at % 2:
            pieces[at] = _in_code(piece, old, new)
        else:  # beside Japanese, which is \w too, a name ends all the same
            pieces[at] = re.sub(rf"(?<![A-Za-z0-9_.\\]){old}(?=\()", new, piece)
    return "".join(pieces)


def _parts(source: str, lines_are_strings: bool, symbol: str) -> Iterator[tuple[str, bool]]:
    """`source` cut into code and sentences. A string that is nothing but the symbol is code, and with
    `lines_are_strings` all but what is said to students."""
    starts = [0]
    for row in source.split("\n"):
        starts.append(starts[-1] + len(row) + 1)
    said = set(_said(source))
    done = 0
    for first, last, is_string in _apart(source):
        begin, end = starts[first[0] - 1] + first[1], starts[last[0] - 1] + last[1]
        yield source[done:begin], True
        piece = source[begin:end]
        is_code = is_string and first not in said and (lines_are_strings or piece.strip("\"'") == symbol)
        yield piece, is_code
        done = end
    yield source[done:], True


_Place = tuple[int, int]


def _apart(source: str) -> Iterator[tuple[_Place, _Place, bool]]:
    """Where strings and comments begin and end, and whether it is a string."""
    begun: list[_Place] = []  # f-strings, which from Python 3.12 on are many tokens
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "FSTRING_START":
            begun.append(token.start)
        elif kind == "FSTRING_END":
            start = begun.pop()
            if not begun:
                yield start, token.end, True
        elif kind in ("STRING", "COMMENT") and not begun:
            yield token.start, token.end, kind == "STRING"


def _said(source: str) -> Iterator[_Place]:
    """Where what is said to people begins in a `mistakes.py`: docstrings, and the words of a mistake, piece by piece."""
    rows = source.split("\n")
    spans: list[tuple[_Place, _Place]] = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.keyword(arg="en" | "ja" | "hint_en" | "hint_ja") | ast.Expr(value=ast.Constant()):
                spans.append(_span(node.value, rows))
    for first, _, is_string in _apart(source):
        if is_string and any(begin <= first < end for begin, end in spans):
            yield first


def _span(node: ast.expr, rows: list[str]) -> tuple[_Place, _Place]:
    """Where an expression begins and ends, in characters; `ast` counts bytes."""
    assert node.end_lineno is not None and node.end_col_offset is not None
    return (
        (node.lineno, len(rows[node.lineno - 1].encode()[: node.col_offset].decode())),
        (node.end_lineno, len(rows[node.end_lineno - 1].encode()[: node.end_col_offset].decode())),
    )
