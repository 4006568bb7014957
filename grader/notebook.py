"""Notebooks to answers, by nbformat. Finds cells; what in them is needed the worker decides (`inside/answer.py`).

An answer in a notebook is found by its cell's metadata, `{"gradkata": {"exercise": "affine"}}`, else by the
names that any cell defines. Either way every code cell is at hand, for imports, constants and helpers, and
only the needed definitions run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from grader.model import Answer, Cell, SubmissionError, Text
from grader.words import text

MAX_SOURCE_CHARACTERS = 1 << 20


class Notebook(NamedTuple):
    """
    Attributes:
        answers: by exercise id, for cells that say by metadata what they answer.
        anywhere: all code cells, for exercises that no metadata names.
    """

    answers: dict[str, Answer]
    anywhere: Answer


def read_notebook(data: bytes, name: str, exercise_ids: list[str]) -> Notebook:
    """Read a notebook of any format version. Raises SubmissionError if it is none."""
    found = _parse(data, name)
    cells: list[Cell] = []
    marked: dict[str, list[int]] = {}
    line = 1
    for number, cell in enumerate(found, 1):
        if cell.get("cell_type") != "code":
            continue
        rows = cell.get("source", cell.get("input", ""))  # `input` in format 3
        source = "".join(rows) if isinstance(rows, list) else str(rows)
        source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        metadata = cell.get("metadata")
        ours = metadata.get("gradkata") if isinstance(metadata, dict) else None
        exercise = ours.get("exercise") if isinstance(ours, dict) else None
        if exercise in exercise_ids:
            marked.setdefault(str(exercise), []).append(len(cells))
        cells.append(Cell(line, source, text("{name}, cell {number}", name=name, number=number)))
        line += source.count("\n") + 1
    if sum(len(cell.text) for cell in cells) > MAX_SOURCE_CHARACTERS:
        raise SubmissionError(text("{name} holds more than 1 MiB of code.", name=name))
    anywhere = Answer(name, tuple(cells), select=True)
    answers = {id_: Answer(name, _last(cells, chosen), select=True) for id_, chosen in marked.items()}
    return Notebook(answers, anywhere)


def _last(cells: list[Cell], chosen: list[int]) -> tuple[Cell, ...]:
    """The cells with the marked ones moved to the end, since the last complete definition wins."""
    ordered = [cell for index, cell in enumerate(cells) if index not in chosen] + [cells[index] for index in chosen]
    line, moved = 1, []
    for cell in ordered:
        moved.append(cell._replace(start=line))
        line += cell.text.count("\n") + 1
    return tuple(moved)


def _parse(data: bytes, name: str) -> list[dict[str, Any]]:
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SubmissionError(
            text(
                "{name} is not a notebook (line {line}); open it in Jupyter and save it again.",
                name=name,
                line=error.lineno,
            )
            if isinstance(error, json.JSONDecodeError)
            else text("{name} is not a notebook; open it in Jupyter and save it again.", name=name)
        ) from None
    cells = _upgraded(raw)
    if not isinstance(cells, list):
        raise SubmissionError(text("{name} is not a notebook: it has no cells.", name=name))
    return [cell for cell in cells if isinstance(cell, dict)]


def _upgraded(raw: Any) -> Any:
    """The cells as nbformat 4 has them. What nbformat will not read is taken as it is, if it has cells at all."""
    if isinstance(raw, dict) and raw.get("nbformat") == 4:
        return raw.get("cells")  # already of that form; validation would only complain, and loading nbformat costs
    import nbformat

    try:
        return nbformat.reads(json.dumps(raw), as_version=4).get("cells")  # type: ignore[no-untyped-call]
    except Exception:  # nbformat raises whatever a damaged notebook makes its code stumble over
        if isinstance(raw, dict):
            worksheets = raw.get("worksheets")
            if isinstance(worksheets, list) and worksheets and isinstance(worksheets[0], dict):
                return worksheets[0].get("cells")
            return raw.get("cells")
        return None


def seems_to_define(text: str, names: Sequence[str]) -> bool:
    """Whether `text` looks as if it defined one of `names`; parsing it is the worker's job."""
    either = "|".join(map(re.escape, names))
    return bool(re.search(rf"^\s*(?:(?:async\s+)?def|class)\s+(?:{either})\b|^(?:{either})\s*[=.]", text, re.MULTILINE))


def note_text(note: object, answer: Answer) -> Text:
    """Words for a worker's note. The note is hostile data: what does not fit becomes a general sentence."""
    if isinstance(note, tuple) and len(note) == 4 and note[0] == "broken-cell":
        _, start, line, message = note
        if type(start) is int and type(line) is int and type(message) is str:
            label, number = answer.place(line)
            return text("{label} was left out: {message} (line {number}).", label=label, message=message, number=number)
    return text("part of the answer was left out.")
