"""Source to statements, of which what cannot be read costs the rest nothing. Runs inside the jail."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import NamedTuple

from .ipython_cells import parse_cell

_BEGINS = re.compile(r"(?!(?:else|elif|except|finally)\b)[\w@%!(\[{\"']")


class Source(NamedTuple):
    """A run of lines of an answer: the number of its first, its text, and the path of the module it is of, in the hand-in;
    empty for what answers itself."""

    start: int
    text: str
    module: str = ""


def parse(sources: Sequence[Source]) -> tuple[list[ast.stmt], list[tuple[int, str, SyntaxError]]]:
    """Statements of all sources in order, with their lines among all; and (line, text, error) of broken parts."""
    statements: list[ast.stmt] = []
    broken: list[tuple[int, str, SyntaxError]] = []
    for start, text, _ in sources:
        found = _statements(start, text)
        # what stands beside a broken part is as it was; one part of a cell is no reason to lose the others
        parts = [found] if isinstance(found, list) else [_statements(*part) for part in _parts(start, text)]
        whole = not any(isinstance(one, list) and one for one in parts)
        for part in parts if not whole else [found]:
            if isinstance(part, list):
                statements += part
            else:
                broken.append(part)
    return statements, broken


def _statements(start: int, text: str) -> list[ast.stmt] | tuple[int, str, SyntaxError]:
    """What is in a run of lines that begins at line `start`, or why it cannot be read."""
    try:
        return ast.increment_lineno(parse_cell(text), start - 1).body
    except SyntaxError as error:
        error.lineno = (error.lineno or 1) + start - 1
        return start, text, error
    except (ValueError, RecursionError, MemoryError) as odd:  # of hostile source
        refused = SyntaxError(f"{type(odd).__name__}: {odd}")
        refused.lineno = start
        return start, text, refused


def _parts(start: int, text: str) -> list[tuple[int, str]]:
    """Text in pieces that begin where a statement may begin: at a line that is not indented. With their first lines."""
    parts: list[tuple[int, list[str]]] = [(start, [])]
    goes_on = False  # below a decorator
    for number, line in enumerate(text.split("\n"), start):
        if _BEGINS.match(line) and not goes_on and parts[-1][1]:
            parts.append((number, []))
        goes_on = line.startswith("@") or (goes_on and not line.strip())
        parts[-1][1].append(line)
    return [(first, "\n".join(lines)) for first, lines in parts]
