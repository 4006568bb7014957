"""Notebooks to answers, by nbformat. Finds cells; what in them is needed the worker decides (`inside/answer.py`).

An answer in a notebook is found by its cell's metadata, `{"gradkata": {"exercise": "affine"}}` or nbgrader's, else by
the names that any cell defines. Either way every code cell is at hand, for imports, constants and helpers, and
only the needed definitions run. What people do to cells (delete, duplicate, split, turn into text) is mended or said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from grader.course.stub import pristine_stub
from grader.errors import SubmissionError
from grader.model import Answer, Cell, Exercise, Text, same
from grader.submission.given import given_by_others
from grader.words import joined, text

MAX_SOURCE_CHARACTERS = 1 << 20


class Notebook(NamedTuple):
    """
    Attributes:
        answers: by exercise id, for every exercise, whether the notebook defines what it asks for or not.
        marked: ids of those that the metadata of cells names.
        about: ids of those that the notebook was written for, if it says so; else of those that it seems to answer.
    """

    answers: dict[str, Answer]
    marked: frozenset[str]
    about: frozenset[str]


def read_notebook(data: bytes, name: str, exercises: Sequence[Exercise]) -> Notebook:
    """Read a notebook of any format version. Raises SubmissionError if it is none."""
    document = parse(data, name)
    cells: list[Cell] = []
    texts: list[tuple[int, str, str]] = []  # number, exercise that it is marked for, what it says
    marked: dict[str, list[int]] = {}
    for number, cell in enumerate(document["cells"], 1):
        said, id_ = source(cell), owner(cell, exercises)
        if cell.get("cell_type") != "code":
            if not {"feedback", "statement"} & ours(cell).keys():
                texts.append((number, id_, said))
        elif not _is_test(cell):
            if id_:
                marked.setdefault(id_, []).append(len(cells))
            cells.append(Cell(0, said, text("{name}, cell {number}", name=name, number=number)))
    if sum(len(cell.text) for cell in cells) > MAX_SOURCE_CHARACTERS:
        raise SubmissionError(text("{name} holds more than 1 MiB of code.", name=name))
    named = ours(document).get("exercises")
    offered = [one.id for one in exercises if one.id in named] if isinstance(named, list) else []
    answers = {}
    for exercise in exercises:
        chosen = marked.get(exercise.id, [])
        others = [index for id_, indices in marked.items() if id_ != exercise.id for index in indices]
        answer = cells_answer(name, cells, exercise, chosen, others)
        notes = tuple(_notes(answer, exercise, [cells[index] for index in chosen], texts, offered))
        answers[exercise.id] = answer._replace(notes=notes)
    about = offered or [one.id for one in exercises if is_about(answers[one.id], one)]
    return Notebook(answers, frozenset(marked), frozenset([*marked, *about]))


def cells_answer(
    name: str, cells: Sequence[Cell], exercise: Exercise, marked: Sequence[int] = (), others: Sequence[int] = ()
) -> Answer:
    """Cells as the answer to an exercise: without what other exercises' stubs gave, and the marked cells at the end,
    since the last complete definition wins. What is asked for is not taken from a cell of another exercise (`others`)
    as long as there is one of its own."""
    given = given_by_others(exercise)
    foreign = [index for index in others if marked and seems_to_define(cells[index].text, exercise.spellings)]
    rest = [_without(cell, given) for index, cell in enumerate(cells) if index not in (*marked, *foreign)]
    line, ordered = 1, []
    for cell in (*rest, *(cells[index] for index in marked)):
        ordered.append(cell._replace(start=line))
        line += cell.text.count("\n") + 1
    return Answer(name, tuple(ordered), select=True)


def _without(cell: Cell, given: Sequence[str]) -> Cell:
    code = cell.text
    for one in given:
        code = code.replace(one, "\n" * one.count("\n"))  # the lines keep their numbers
    return cell._replace(text=code)


def _notes(
    answer: Answer,
    exercise: Exercise,
    marked: Sequence[Cell],
    texts: Sequence[tuple[int, str, str]],
    offered: Sequence[str],
) -> Iterator[Text]:
    """What happened to the cells of one exercise."""
    name = answer.name
    known = seems_to_define(answer.text, exercise.spellings)
    retyped = False
    for number, id_, said in texts:
        if id_ == exercise.id or (not known and not id_ and _is_code(said, exercise.spellings)):
            retyped = True
            yield text(
                "{name}, cell {number} is a text cell and is not graded; turn it into a code cell (in Jupyter: "
                "select it, press Esc, then y).",
                name=name,
                number=number,
            )
    for symbol in exercise.symbols:
        spellings = (symbol, *exercise.aliases.get(symbol, ()))
        twice = [cell for cell in marked if seems_to_define(cell.text, spellings, whole=True)]
        if len(twice) > 1:
            yield text(
                "{symbol} is defined in {cells}; the last complete definition is graded.",
                symbol=symbol,
                cells=_some([cell.label for cell in twice]),
            )
    if not marked and not known and not retyped and exercise.id in offered:
        yield text(
            "its cell is no longer in {name}; `grade reset {exercise}` puts it back.", name=name, exercise=exercise.id
        )


def _some(names: list[Text]) -> Text:
    """Names one after the other, not all of very many."""
    shown = names if len(names) < 4 else [*names[:2], same("…"), names[-1]]
    return joined(shown, " and ", "、")


def source(cell: dict[str, Any]) -> str:
    """A cell's text: `source` is a string or a list of lines; format 3 called it `input`."""
    found = cell.get("source", cell.get("input", ""))
    code = "".join(map(str, found)) if isinstance(found, list) else str(found)
    code = code.encode("utf-8", "replace").decode()  # JSON can spell halves of characters, which nothing else can hold
    return code.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def owner(cell: dict[str, Any], exercises: Sequence[Exercise]) -> str:
    """As `mark`; also the name of an exercise that is not among these."""
    named = ours(cell).get("exercise")
    return mark(cell, exercises) or (named if isinstance(named, str) else "")


def mark(cell: dict[str, Any], exercises: Sequence[Exercise]) -> str:
    """The exercise that a cell's metadata names, ours or an nbgrader solution's; empty if none."""
    ids = [exercise.id for exercise in exercises]
    named = ours(cell).get("exercise")
    if named in ids:
        return str(named)
    theirs = _metadata(cell, "nbgrader")
    if theirs.get("solution") is not True:
        return ""
    name = str(theirs.get("grade_id", "")).lower().replace("-", "_")
    return max((id_ for id_ in ids if name == id_ or name.startswith(f"{id_}_")), key=len, default="")


def _is_test(cell: dict[str, Any]) -> bool:
    """Whether a cell is one of nbgrader's tests. What such a cell defines must not pass for the student's."""
    theirs = _metadata(cell, "nbgrader")
    return theirs.get("grade") is True and theirs.get("solution") is not True


def ours(owner: dict[str, Any]) -> dict[str, Any]:
    """What gradkata wrote into the metadata of a cell or notebook."""
    return _metadata(owner, "gradkata")


def _metadata(owner: dict[str, Any], key: str) -> dict[str, Any]:
    """One tool's metadata of a cell or notebook; empty if there is none or it is damaged."""
    metadata = owner.get("metadata")
    found = metadata.get(key) if isinstance(metadata, dict) else None
    return found if isinstance(found, dict) else {}


def answer_cell(cells: Sequence[dict[str, Any]], exercise: Exercise) -> int | None:
    """The index of the cell that a person would call the answer: the last code cell that is marked for the exercise and
    defines something asked for, else the last that does one of the two; marks count for more."""

    def worth(index: int) -> tuple[bool, bool, int]:
        cell = cells[index]
        return bool(mark(cell, [exercise])), seems_to_define(source(cell), exercise.spellings), index

    code = [index for index, cell in enumerate(cells) if cell.get("cell_type") == "code" and not _is_test(cell)]
    best = max(code, key=worth, default=None)
    return best if best is not None and any(worth(best)[:2]) else None


def parse(data: bytes, name: str) -> dict[str, Any]:
    """A notebook as nbformat 4 has it; its `cells` are a list of dictionaries. Raises SubmissionError if it is none."""
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise SubmissionError(
            text("{name} is not a notebook{where}; open it in Jupyter and save it again.", name=name, where=where)
        ) from None
    document = _upgraded(raw)
    if not isinstance(document.get("cells"), list):
        raise SubmissionError(text("{name} is not a notebook: it has no cells.", name=name))
    return {**document, "cells": [cell for cell in document["cells"] if isinstance(cell, dict)]}


def _upgraded(raw: Any) -> dict[str, Any]:
    """The notebook in format 4. What nbformat will not read is taken as it is, if it has cells at all."""
    if not isinstance(raw, dict):
        return {}
    if raw.get("nbformat") == 4:
        return raw  # validation would only complain, and loading nbformat costs
    import nbformat

    try:
        upgraded: dict[str, Any] = nbformat.reads(json.dumps(raw), as_version=4)  # type: ignore[no-untyped-call]
        return upgraded
    except Exception:  # nbformat raises whatever a damaged notebook makes its code stumble over
        sheets = raw.get("worksheets")
        return sheets[0] if isinstance(sheets, list) and sheets and isinstance(sheets[0], dict) else raw


def seems_to_define(code: str, names: Sequence[str], whole: bool = False) -> bool:
    """Whether `text` looks as if it defined one of `names`; parsing it is the worker's job. With `whole` only a function
    or class will do: `Affine.backward = …` is a part."""
    either = "|".join(map(re.escape, names))
    ours = rf"^(?P<indent>[ \t]*)(?:(?:async\s+)?def|class)\s+(?:{either})\b"
    ours = ours if whole else rf"{ours}|^(?:{either})\s*[=.]"
    inside = False  # a class or function: what is indented there is a part of it, and not of an `if` or `try`
    for found in re.finditer(rf"(?P<ours>{ours})|(?P<head>^[^\s#@)\]}}].*)", code, re.MULTILINE):
        if found["ours"] is not None:
            if not found["indent"] or not inside:
                return True
        else:
            inside = bool(re.match(r"(?:async\s+)?def\b|class\b", found["head"]))
    return False


def is_about(answer: Answer, exercise: Exercise) -> bool:
    """Whether a notebook has to do with an exercise: it defines something asked for, or it did so once."""
    return bool(answer.notes) or seems_to_define(answer.text, exercise.spellings)


def is_pristine(answer: Answer, exercise: Exercise) -> bool:
    """Whether whatever defines something asked for is the stub as it was handed out, or there is nothing of the kind."""
    stub = pristine_stub(exercise).split()
    return all(cell.text.split() == stub for cell in answer.cells if seems_to_define(cell.text, exercise.spellings))


def is_untouched(answer: Answer, exercise: Exercise) -> bool:
    """Whether an answer from cells is certainly the stub and nothing else, so that it need not be run to be known as not
    started: no other cell imports what is asked for, or assigns to it or a part of it."""
    stub = pristine_stub(exercise).split()
    rest = [cell.text for cell in answer.cells if cell.text.split() != stub]
    either = "|".join(map(re.escape, exercise.spellings))
    changes = rf"(?m)^[^#=\n]*\b(?:{either})\b[^=\n]*=|\bimport\b[^\n(]*(?:\b(?:{either})\b|\*|\([^)]*\b(?:{either})\b)"
    touched = any(seems_to_define(code, exercise.spellings) or re.search(changes, code) for code in rest)
    return len(rest) < len(answer.cells) and not touched


def _is_code(code: str, names: Sequence[str]) -> bool:
    """Whether a text cell is an answer, and does not just show one between fences."""
    return seems_to_define(re.sub(r"(?ms)^(```|~~~).*?^\1", "", code), names, whole=True)
