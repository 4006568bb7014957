"""Answers' cells to notebooks: one to fill in for each unit, a stub put back, feedback in a copy.

Reading is `notebook.py`. The same course gives the same bytes: the ids of cells come from the exercises.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from grader.course.stub import pristine_stub
from grader.errors import SubmissionError
from grader.model import Course, Exercise, Language
from grader.submission.cells import mark, ours, owner, parse, source
from grader.submission.definitions import seems_to_define
from grader.submission.notebook import answer_cell
from grader.words import text

Cells = list[dict[str, Any]]

_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_OPENING = text(
    "Run the next cell first. Then, for each exercise: read the task, write your answer into the "
    "cell below it, run that cell, and run the `%grade` under it. `%grade hint EXERCISE` gives a "
    "hint.\n\nThe same from a terminal, once the notebook is saved: `grade {unit}.ipynb`."
)


def unit_notebook(course: Course, unit: str, exercises: Sequence[Exercise], lang: Language) -> str:
    """The notebook of a unit to fill in: for each exercise its task, its stub and a cell that grades it."""
    opening = f"# {course.unit_title(unit).in_(lang)}\n\n{_OPENING.in_(lang).format(unit=unit)}"
    cells = [_cell("markdown", "opening", opening), _cell("code", "load-grader", "%load_ext gradkata")]
    for exercise in exercises:
        cells += exercise_cells(exercise, lang)
    return write(
        {
            "cells": cells,
            "metadata": {
                "gradkata": {"course": course.name, "exercises": [exercise.id for exercise in exercises]},
                "kernelspec": _KERNEL,
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def exercise_cells(exercise: Exercise, lang: Language) -> Cells:
    """Task, stub and grading cell."""
    task = _one_level_down(exercise.statement(lang).read_text(encoding="utf-8")).rstrip()
    return [
        _cell("markdown", f"{exercise.id}-task", task, {"statement": exercise.id}),
        _cell("code", f"{exercise.id}-answer", _stub(exercise), {"exercise": exercise.id}),
        _cell("code", f"{exercise.id}-grade", f"%grade {exercise.id}", {"grade": exercise.id}),
    ]


def _stub(exercise: Exercise) -> str:
    return pristine_stub(exercise).rstrip("\n")


def _cell(kind: str, id_: str, content: str, ours: Mapping[str, str] | None = None) -> dict[str, Any]:
    rest: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
    metadata = {"gradkata": dict(ours)} if ours else {}
    return {"cell_type": kind, "id": id_, "metadata": metadata, "source": content.splitlines(keepends=True), **rest}


def _one_level_down(markdown: str) -> str:
    """Every heading one level lower: the title of the unit is the only one of the first. Fences are left alone."""
    parts = re.split(r"(?ms)(^```.*?^```)", markdown)
    return "".join(part if index % 2 else re.sub(r"(?m)^#", "##", part) for index, part in enumerate(parts))


def write(document: dict[str, Any]) -> str:
    """A notebook in format 4 as Jupyter writes it, so that saving it there changes nothing. Raises
    `nbformat.ValidationError` if it is none."""
    import nbformat

    made = nbformat.from_dict(document)  # type: ignore[no-untyped-call]
    nbformat.validate(made)
    return str(nbformat.writes(made)) + "\n"  # type: ignore[no-untyped-call]


# --- changing one ------------------------------------------------------------------------------------------


class Reset(NamedTuple):
    """
    Attributes:
        text: the notebook with the stub put back; None if nothing had to be changed.
        others: numbers of cells that define something asked for and are not marked for the exercise.
    """

    text: str | None
    others: tuple[int, ...]


def with_stub(data: bytes, name: str, exercise: Exercise, lang: Language) -> Reset:
    """Put an exercise's stub back. Of several cells that are marked for it the first is kept; where all are gone,
    the stub goes above the grading cell, or all three to the end. Raises SubmissionError if it is no notebook."""
    document = parse(data, name)
    cells: Cells = document["cells"]
    marked = [index for index, cell in enumerate(cells) if _answers(cell, exercise)]
    fresh = exercise_cells(exercise, lang)
    if marked:
        first = {
            **cells[marked[0]],
            **{key: fresh[1][key] for key in ("cell_type", "source", "outputs", "execution_count")},
        }
        if len(marked) == 1 and _same(cells[marked[0]], first):
            return Reset(None, _others(cells, exercise))
        first.pop("attachments", None)  # a text cell may have had some
        kept = [first if index == marked[0] else cell for index, cell in enumerate(cells) if index not in marked[1:]]
    else:
        named = answer_cell(cells, exercise)
        grading = next((i for i, cell in enumerate(cells) if source(cell).strip() == f"%grade {exercise.id}"), None)
        if named is not None and source(cells[named]).split() == _stub(exercise).split():
            return Reset(None, _others(cells, exercise))
        kept = [*cells[:grading], fresh[1], *cells[grading:]] if grading is not None else [*cells, *fresh]
    return Reset(_dump({**document, "cells": _with_ids(document, kept)}), _others(kept, exercise))


def _answers(cell: dict[str, Any], exercise: Exercise) -> bool:
    return bool(mark(cell, [exercise]))


def _same(cell: dict[str, Any], other: dict[str, Any]) -> bool:
    return source(cell) == source(other) and cell.get("cell_type") == other["cell_type"]


def _others(cells: Cells, exercise: Exercise) -> tuple[int, ...]:
    return tuple(
        number
        for number, cell in enumerate(cells, 1)
        if cell.get("cell_type") == "code"
        and not owner(cell, [exercise])  # in another exercise's cell it is there for that exercise
        and source(cell).split() != _stub(exercise).split()
        and seems_to_define(source(cell), exercise.spellings)
    )


def with_feedback(data: bytes, name: str, exercises: Sequence[Exercise], said: Mapping[str, str]) -> str:
    """A copy with what is `said` (Markdown, by exercise id) in a cell below each answer, in place of what an earlier
    call wrote; what is said of an exercise without an answer stands at the end. Raises SubmissionError."""
    document = parse(data, name)
    cells: Cells = [cell for cell in document["cells"] if "feedback" not in ours(cell)]
    below: dict[int, Cells] = {}
    for exercise in exercises:
        if exercise.id in said:
            cell = _cell("markdown", f"{exercise.id}-feedback", said[exercise.id], {"feedback": exercise.id})
            below.setdefault(_place(cells, exercise), []).append(cell)
    filled = [*below.get(-1, [])]
    for index, cell in enumerate(cells):
        filled += [cell, *below.get(index, [])]
    return _dump({**document, "cells": _with_ids(document, filled)})


def _place(cells: Cells, exercise: Exercise) -> int:
    """The cell below which feedback stands: the answer, else the task, else the last."""
    answer = answer_cell(cells, exercise)
    tasks = (index for index, cell in enumerate(cells) if ours(cell).get("statement") == exercise.id)
    return answer if answer is not None else next(tasks, len(cells) - 1)


def _with_ids(document: dict[str, Any], cells: Cells) -> Cells:
    """Cells have ids from format 4.5 on, each its own; before, there must be none."""
    minor = document.get("nbformat_minor")
    if not isinstance(minor, int) or minor < 5:
        return [{key: value for key, value in cell.items() if key != "id"} for cell in cells]
    taken: set[str] = set()
    unique = []
    for cell in cells:
        wanted = str(cell.get("id", "cell"))
        id_ = next(id_ for id_ in (wanted, *(f"{wanted[:50]}-{n}" for n in range(len(cells)))) if id_ not in taken)
        taken.add(id_)
        unique.append({**cell, "id": id_})
    return unique


def _dump(document: dict[str, Any]) -> str:
    """Whatever a program put into the notebook stays as it was, even what nbformat would not accept."""
    try:
        written = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        return written.encode("utf-8", "replace").decode()  # halves of characters, which only JSON can spell
    except (ValueError, RecursionError) as error:
        raise SubmissionError(
            text("the notebook cannot be written: {error}; open it in Jupyter and save it again.", error=error)
        ) from None
