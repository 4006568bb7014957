"""A counterexample in words, `CheckResult.detail`, in parts that a page can show beside one another."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A run of a counterexample; `wrong` ones carry a `*` in the text as well."""

    text: str
    wrong: bool


@dataclass(frozen=True)
class Block:
    """`expected` or `got`, and the numbers under it."""

    heading: str
    pieces: tuple[Piece, ...]


_WRONG = re.compile(r"(\S+\*)(?=\s|$)")


def blocks(detail: str) -> tuple[Block, ...]:
    """A counterexample in parts: a line that is not indented heads the indented ones below it."""
    parts: list[tuple[str, list[str]]] = []
    for row in detail.split("\n"):
        if row.strip() and not row.startswith(" "):
            parts.append((row, []))
        elif row.strip():
            if not parts:
                parts.append(("", []))
            parts[-1][1].append(row.removeprefix("  "))
    return tuple(Block(heading, _pieces("\n".join(rows))) for heading, rows in parts)


def _pieces(text: str) -> tuple[Piece, ...]:
    """Every other part of the split is one that the pattern caught."""
    return tuple(Piece(part, index % 2 == 1) for index, part in enumerate(_WRONG.split(text)) if part)
