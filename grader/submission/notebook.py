"""Notebooks to answers, by nbformat. Finds cells; what in them is needed the worker decides (`inside/answer.py`).

An answer in a notebook is found by its cell's metadata, `{"gradkata": {"exercise": "affine"}}` or nbgrader's, else by
the names that any cell defines. Either way every code cell is at hand, for imports, constants and helpers, and
only the needed definitions run. What people do to cells (delete, duplicate, split, turn into text) is mended or said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from grader.course.stub import pristine_stub
from grader.errors import SubmissionError
from grader.model import Answer, Cell, Exercise, Text, renumbered, same
from grader.submission.cells import (
    MAX_CELLS,
    cells_of,
    is_test,
    mark,
    ours,
    owner,
    read_document,
    source,
    too_many_cells,
)
from grader.submission.definitions import changes, is_code, seems_to_define
from grader.submission.given import given_by_others
from grader.submission.written import writes, written_files
from grader.words import joined, text

MAX_SOURCE_CHARACTERS = 1 << 20
LONGEST_TEXT = 20_000  # characters of a text cell that could be an answer; the longest reference has 5,000


class Notebook(NamedTuple):
    """
    Attributes:
        answers: by exercise id, for every exercise, whether the notebook defines what it asks for or not.
        marked: ids of those that the metadata of cells names.
        about: ids of those that the notebook was written for, if it says so; else of those that it seems to answer.
        written: files that its cells write, by path.
    """

    answers: dict[str, Answer]
    marked: frozenset[str]
    about: frozenset[str]
    written: Mapping[str, str] = {}


def read_notebook(data: bytes, name: str, exercises: Sequence[Exercise]) -> Notebook:
    """Read a notebook of any format version. Raises SubmissionError if it is none."""
    document = read_document(data, name)
    cells: list[Cell] = []
    sources: list[str] = []
    room = MAX_SOURCE_CHARACTERS  # for text cells: what is beyond is read by nobody
    texts: list[tuple[int, str, str]] = []  # number, exercise that it is marked for, what it says
    marked: dict[str, list[int]] = {}
    for number, cell in enumerate(cells_of(document, name), 1):
        said, id_ = source(cell), owner(cell, exercises)
        if cell.get("cell_type") != "code":
            room -= len(said)
            if not {"feedback", "statement"} & ours(cell).keys() and (id_ or (len(said) <= LONGEST_TEXT and room >= 0)):
                texts.append((number, id_, said))
        elif not is_test(cell):
            if id_:
                marked.setdefault(id_, []).append(len(cells))
            sources.append(said)
            said = "\n" * said.count("\n") if writes(said) else said
            cells.append(Cell(0, said, text("{name}, cell {number}", name=name, number=number)))
    if sum(len(cell.text) for cell in cells) > MAX_SOURCE_CHARACTERS:
        raise SubmissionError(_too_much_code(name, MAX_SOURCE_CHARACTERS))
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
    return Notebook(answers, frozenset(marked), frozenset([*marked, *about]), written_files(sources))


def _too_much_code(name: str, most: int) -> Text:
    return text("{name} holds more than {mebibytes} MiB of code.", name=name, mebibytes=most >> 20)


class Spent(NamedTuple):
    """How much is in the notebooks that one person handed in: each is looked through for every exercise."""

    cells: int = 0
    characters: int = 0

    def and_of(self, cells: Sequence[Cell], name: str) -> Spent:
        """With those of one more file. Raises SubmissionError, about `name`, if that is too much."""
        spent = Spent(self.cells + len(cells), self.characters + sum(len(cell.text) for cell in cells))
        if spent.cells > 2 * MAX_CELLS:
            raise SubmissionError(too_many_cells(name, 2 * MAX_CELLS))
        if spent.characters > 4 * MAX_SOURCE_CHARACTERS:
            raise SubmissionError(_too_much_code(name, 4 * MAX_SOURCE_CHARACTERS))
        return spent


def cells_answer(
    name: str, cells: Sequence[Cell], exercise: Exercise, marked: Sequence[int] = (), others: Sequence[int] = ()
) -> Answer:
    """Cells as the answer to an exercise: without what other exercises' stubs gave, and the marked cells at the end,
    since the last complete definition wins. What is asked for is not taken from a cell of another exercise (`others`)
    as long as there is one of its own."""
    given = given_by_others(exercise)
    foreign = [index for index in others if marked and seems_to_define(cells[index].text, exercise.spellings)]
    elsewhere = {*marked, *foreign}
    rest = [_without(cell, given) for index, cell in enumerate(cells) if index not in elsewhere]
    return Answer(name, renumbered([*rest, *(cells[index] for index in marked)]))


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
    known = defines(answer, exercise.spellings)
    retyped = False
    for number, id_, said in texts:
        if id_ == exercise.id or (not known and not id_ and is_code(said, exercise.spellings)):
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


def answer_cell(cells: Sequence[dict[str, Any]], exercise: Exercise) -> int | None:
    """The index of the cell that a person would call the answer: the last code cell that is marked for the exercise and
    defines something asked for, else the last that does one of the two; marks count for more."""

    def worth(index: int) -> tuple[bool, bool, int]:
        cell = cells[index]
        return bool(mark(cell, [exercise])), seems_to_define(source(cell), exercise.spellings), index

    code = [index for index, cell in enumerate(cells) if cell.get("cell_type") == "code" and not is_test(cell)]
    best = max(code, key=worth, default=None)
    return best if best is not None and any(worth(best)[:2]) else None


def defines(answer: Answer, names: Sequence[str]) -> bool:
    """Whether one of its cells seems to define one of `names`."""
    return any(seems_to_define(cell.text, names) for cell in answer.own)


def is_about(answer: Answer, exercise: Exercise) -> bool:
    """Whether a notebook has to do with an exercise: it defines something asked for, or it did so once."""
    return bool(answer.notes) or defines(answer, exercise.spellings)


def is_pristine(answer: Answer, exercise: Exercise) -> bool:
    """Whether whatever defines something asked for is the stub as it was handed out, or there is nothing of the kind."""
    stub = pristine_stub(exercise).split()
    return all(cell.text.split() == stub for cell in answer.own if seems_to_define(cell.text, exercise.spellings))


def is_untouched(answer: Answer, exercise: Exercise) -> bool:
    """Whether an answer from cells is certainly the stub and nothing else, so that it need not be run to be known as not
    started: no other cell imports what is asked for, or assigns to it or a part of it."""
    stub = pristine_stub(exercise).split()
    rest = [cell.text for cell in answer.own if cell.text.split() != stub]
    touched = any(seems_to_define(code, exercise.spellings) or changes(code, exercise.spellings) for code in rest)
    return len(rest) < len(answer.own) and not touched
