"""Somebody else's CSV, of which some cells are changed and every other byte stays: delimiter, quotes, line ends, BOM.

`csv` cannot do that: it reads values and forgets how they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.exports.grades import ExportError
from grader.words import text
from reports.escape import clean

BOM = "\ufeff"
# A spreadsheet calculates what begins so, in a Japanese one full-width signs as well.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass
class Sheet:
    """Somebody else's table, of which cells are changed (`put`).

    Attributes:
        head: the byte order mark, or nothing.
        rows: cells as they stand in the file, quotes and all.
        ends: what ends each row.
    """

    delimiter: str
    head: str
    rows: list[list[str]]
    ends: list[str]


def read_sheet(data: str | bytes, delimiters: Sequence[str] = (",", ";")) -> Sheet:
    """Read a CSV. Raises ExportError if it is no UTF-8 text or has no rows."""
    if isinstance(data, bytes):
        try:
            data = data.decode("utf-8")
        except UnicodeDecodeError:
            raise ExportError(
                text("the file is not UTF-8 text; download it again and do not save it in Excel.")
            ) from None
    head, body = (BOM, data[1:]) if data.startswith(BOM) else ("", data)
    delimiter = _delimiter(body, delimiters)
    rows, ends = [], []
    for row, end in _records(body, delimiter):
        rows.append(row)
        ends.append(end)
    if not rows:
        raise ExportError(text("the file is empty; download it again."))
    return Sheet(delimiter, head, rows, ends)


def write_sheet(sheet: Sheet) -> str:
    """The file again. A program that saves it must not translate line ends (`newline=""`)."""
    rows = (sheet.delimiter.join(row) + end for row, end in zip(sheet.rows, sheet.ends, strict=True))
    return sheet.head + "".join(rows)


def value(cell: str) -> str:
    """What a cell means."""
    if not cell.startswith('"'):
        return cell
    inside, _, rest = cell[1:].rpartition('"')
    return inside.replace('""', '"') + rest


def values(row: Sequence[str]) -> list[str]:
    return [value(cell).strip() for cell in row]


def put(sheet: Sheet, row: int, column: int, new: str) -> None:
    """Change one cell, in quotes if it was."""
    old = sheet.rows[row][column]
    needs_quotes = old.startswith('"') or any(sign in new for sign in (sheet.delimiter, '"', "\n", "\r"))
    sheet.rows[row][column] = '"' + new.replace('"', '""') + '"' if needs_quotes else new


def safe(words: str) -> str:
    """Text for a cell that no spreadsheet takes for a formula: an apostrophe before it shows as text. Not for numbers."""
    return f"'{shown}" if (shown := clean(words)).startswith(_FORMULA) else shown


def _delimiter(body: str, delimiters: Sequence[str]) -> str:
    """As Canvas does it: what cuts the first three lines into equally many cells, and into most."""

    def cells(delimiter: str) -> int:
        counts = {len(row) for _, (row, _) in zip(range(3), _records(body, delimiter), strict=False)}
        return counts.pop() if len(counts) == 1 and counts != {1} else 0

    return max(delimiters, key=cells)


def _records(body: str, delimiter: str) -> Iterator[tuple[list[str], str]]:
    plain = rf"[^{re.escape(delimiter)}\r\n]*"
    cell = re.compile(rf'("[^"]*(?:""[^"]*)*"{plain}|{plain})({re.escape(delimiter)}|\r\n|\r|\n|\Z)')
    row: list[str] = []
    for match in cell.finditer(body):
        content, end = match.groups()
        row.append(content)
        if end == delimiter:
            continue
        if end or row != [""]:
            yield row, end
        if not end:
            return
        row = []
