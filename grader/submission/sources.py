"""The files of a hand-in as sources: what each may answer, and what it can be imported as.

A `.py` file and a notebook are the same here: cells, searched for what they define. Nothing is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from grader.course.stub import kind_of
from grader.errors import SubmissionError
from grader.model import Answer, Cell, Exercise, Text, same
from grader.submission.decoding import decode
from grader.submission.definitions import definitions, imports, is_begun, seems_to_define
from grader.submission.files import File, conflict_line
from grader.submission.given import given_by_others, ids_of_course, is_only_given
from grader.submission.naming import NONE, Meaning, is_source, meant, stem, version
from grader.submission.trying import is_made
from grader.words import text

_NOTEBOOK = re.compile(r"\.ipynb\b", re.I)
_CELLS = re.compile(rb'"(?:cells|worksheets)"\s*:')


EXACTLY = 4  # `Worth.near` of a notebook of the unit, or one whose cells say so; a file of the very name has more


class Source(NamedTuple):
    """
    Attributes:
        meaning: what its name says.
        cells: all that is in it.
        answers: by exercise, to all that it seems to have to do with.
        marked: exercises that the metadata of a notebook's cells name.
        about: those that it was written for, if it says so.
        modules: what can be imported of it, by path: of a `.py` file itself.
    """

    path: PurePosixPath
    meaning: Meaning
    answers: Mapping[str, Answer]
    marked: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    modules: Mapping[str, str] = {}
    cells: tuple[Cell, ...] = ()


class Worth(NamedTuple):
    """What speaks for a source as the answer to an exercise. The greatest is graded.

    Attributes:
        finished: how many of the symbols it defines, with something in them.
        asked: how many of these under the very name that is asked for.
        old: whether its name says that it does not count any more: the lower, the older.
        near: how surely its name, or the metadata of its cells, say that it is meant for this exercise.
    """

    finished: int
    asked: int
    defined: int
    old: int
    near: int
    version: tuple[int, tuple[int, ...]]


def read_sources(file: File, exercises: Sequence[Exercise]) -> list[Source]:
    """A file that was read, and behind it the files that a notebook writes. Raises SubmissionError for what is no text, a
    damaged notebook, or one in which git left two versions."""
    if file.data is None:
        raise SubmissionError(file.problem)
    if _is_notebook(file):
        return _notebook(file, exercises)
    decoded = decode(file.data, file.name.name)
    if decoded.problem:
        raise SubmissionError(decoded.problem)
    if line := conflict_line(decoded.text):
        raise SubmissionError(
            text(
                "{name} holds two versions that git could not merge, from line {line} on; keep one of them, without the marks.",
                name=file.name.name, line=line,
            )
        )  # fmt: skip
    return [python_source(file.name, decoded.text, exercises, decoded.notes)]


def _is_notebook(file: File) -> bool:
    if _NOTEBOOK.search(file.name.name):
        return True
    start = (file.data or b"").lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and _CELLS.search(start) is not None


def _notebook(file: File, exercises: Sequence[Exercise]) -> list[Source]:
    from grader.submission.notebook import is_about, read_notebook

    notebook = read_notebook(file.data or b"", file.name.name, exercises)
    answers = {
        one.id: answer
        for one in exercises
        if is_about(answer := notebook.answers[one.id], one) or one.id in notebook.marked
    }
    written = [
        python_source(file.name.parent / path, code, exercises)
        for path, code in notebook.written.items()
        if is_source(PurePosixPath(path))
    ]
    cells = next(iter(notebook.answers.values())).cells if notebook.answers else ()
    own = Source(
        path=file.name, meaning=NONE, answers=answers, marked=notebook.marked, about=notebook.about, cells=cells
    )  # fmt: skip
    return [own, *written]


def python_source(
    path: PurePosixPath, code: str, exercises: Sequence[Exercise], notes: tuple[Text, ...] = ()
) -> Source:
    """A Python file. What `grade try` wrote imports the answer, and is none."""
    meaning = meant(path, ids_of_course(exercises))
    answers = {}
    for exercise in () if is_made(code) else exercises:
        is_own = meaning.exercise == exercise.id
        said = code
        if not is_own:
            if not (seems_to_define(code, exercise.spellings) or imports(code, exercise.spellings)):
                continue
            if meaning.exactly and is_only_given(code, exercise, meaning.exercise):
                continue
            said = without(code, given_by_others(exercise))
            if not (seems_to_define(said, exercise.spellings) or imports(said, exercise.spellings)):
                continue
        answers[exercise.id] = Answer(path.name, (Cell(1, said, same(path.name)),), notes=notes)
    cells = (Cell(1, code, same(path.name)),)
    modules = {str(path.with_name(f"{stem(path)}.py")): code}
    return Source(path=path, meaning=meaning, answers=answers, modules=modules, cells=cells)


def without(code: str, given: Sequence[str]) -> str:
    """Source without some parts; its lines keep their numbers."""
    for one in given:
        code = code.replace(one, "\n" * one.count("\n"))
    return code


def worth(source: Source, exercise: Exercise) -> Worth:
    """What speaks for a source that has something to do with an exercise."""
    answer = source.answers[exercise.id]
    spelled = [(one, (one, *exercise.aliases.get(one, ())), kind_of(exercise, one)) for one in exercise.symbols]
    finished = [symbol for symbol, names, kind in spelled if _defines(answer, names, kind)]
    if is_untouched(answer, exercise):
        finished = []
    asked = sum(_defines(answer, [symbol], kind_of(exercise, symbol)) for symbol in finished)
    defined = sum(seems_to_define(answer.text, names) for _, names, _ in spelled)
    old, *rest = version(source.path)
    near = _near(source, exercise)
    return Worth(finished=len(finished), asked=asked, defined=defined, old=old, near=near, version=tuple(rest))  # type: ignore[arg-type]


def _defines(answer: Answer, names: Sequence[str], kind: str) -> bool:
    """Whether one of its cells has more under one of these names than a stub, of the kind that is asked for."""
    other = {"class": "function", "function": "class"}.get(kind)
    return any(
        one.name in names and not one.inside and one.kind not in (other, "import") and is_begun(cell.text, one.name)
        for cell in answer.own
        for one in definitions(cell.text)
    )


def _near(source: Source, exercise: Exercise) -> int:
    if source.meaning.exercise:
        if source.meaning.exercise != exercise.id:
            return 0 if source.meaning.exactly else 1
        return EXACTLY + 1 + (source.path.stem == exercise.id) if source.meaning.exactly else 3
    if exercise.id in source.marked or source.path.stem == exercise.unit:
        return EXACTLY
    return 1 if source.marked else 2


def is_for_another(source: Source, exercise: Exercise) -> bool:
    """Whether its name says that it is for another exercise."""
    return source.meaning.exactly and source.meaning.exercise != exercise.id


def is_untouched(answer: Answer, exercise: Exercise) -> bool:
    """Whether an answer is the stub, but for white space. Whatever white space changed, a stub does nothing."""
    from grader.submission import notebook

    return notebook.is_untouched(answer, exercise)
