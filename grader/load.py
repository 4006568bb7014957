"""A path to a `Submission`: a file, a folder, a zip or tar, a notebook. Reads, and never parses Python.

In a folder or archive an answer is found by its exercise's id (`affine.py`), at any depth, and else in a notebook.
What was skipped, or chosen among several, is said in a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from grader.files import File, decode, is_archive, read_file, read_files
from grader.model import Answer, Exercise, Submission, SubmissionError, Text, file_answer
from grader.stub import pristine_stub


def load(path: Path, exercises: Sequence[Exercise]) -> Submission:
    """Read what was handed in for `exercises`. Raises SubmissionError if nothing at all can be read."""
    try:
        path.stat()
    except OSError as error:
        raise SubmissionError(
            Text(f"{path}: {error.strerror}. Check the path.",
                 f"{path} を読めません({error.strerror})。パスを確かめてください。")
        ) from None  # fmt: skip
    if path.is_dir() or is_archive(path):
        files = read_files(path, lambda name: name.suffix == ".ipynb" or exercise_of(name, exercises) is not None)
        return _collect(str(path), files, exercises)
    if path.suffix.lower() == ".ipynb":
        return _notebook(str(path), _read(path), exercises)
    if path.suffix.lower() == ".py":
        return _file(str(path), _read(path), exercises)
    raise SubmissionError(
        Text(f"{path}: hand in a .py file, a notebook, a folder, a zip or a tar.",
             f"{path}: .py ファイル、ノートブック、フォルダ、zip、tar のどれかを指定してください。")
    )  # fmt: skip


def _read(path: Path) -> File:
    # A link that somebody names on the command line is meant; one inside a submission is not followed.
    return read_file(path.resolve(), PurePosixPath(path.name))


def _file(name: str, file: File, exercises: Sequence[Exercise]) -> Submission:
    about = exercise_of(file.name, exercises)
    if about:
        return Submission(name, {about: _answer(file)})
    note = Text(f"{file.name} is not named after an exercise; it is taken as the answer to each one asked for.",
                f"{file.name} は問題の名前ではないので、指定された問題すべての解答とみなします。")  # fmt: skip
    return Submission(name, {}, _answer(file), () if len(exercises) == 1 else (note,))


def _answer(file: File) -> Answer:
    name = file.name.name
    if file.data is None:
        return Answer(name, (), problem=file.problem)
    text, problem = decode(file.data, name)
    return Answer(name, (), problem=problem) if problem else file_answer(name, text)


def _notebook(name: str, file: File, exercises: Sequence[Exercise]) -> Submission:
    from grader.notebook import read_notebook

    if file.data is None:
        raise SubmissionError(file.problem)
    notebook = read_notebook(file.data, file.name.name, [exercise.id for exercise in exercises])
    return Submission(name, notebook.answers, notebook.anywhere)


def _collect(name: str, files: list[File], exercises: Sequence[Exercise]) -> Submission:
    """Choose each exercise's answer among the files."""
    notes: list[Text] = []
    notebooks: list[Submission] = []
    named: dict[str, list[File]] = {}
    for file in files:
        about = exercise_of(file.name, exercises)
        if about is not None:
            named.setdefault(about, []).append(file)
            continue
        try:
            notebooks.append(_notebook(name, file, exercises))
        except SubmissionError as error:  # one bad notebook costs the other files nothing
            notes.append(error.text)
    answers: dict[str, Answer] = {}
    for exercise in exercises:
        candidates = named.get(exercise.id, [])
        chosen = _answer(candidates[0]) if candidates else None
        if len(candidates) > 1:
            others = [str(one.name) for one in candidates[1:]]
            notes.append(
                Text(f"{candidates[0].name} is graded; {', '.join(others)} is not.",
                     f"{candidates[0].name} を採点しました({'、'.join(others)} は採点していません)。")
            )  # fmt: skip
        if chosen is None or is_untouched(chosen, exercise):  # an untouched file says nothing; a notebook may hold more
            chosen = _in_notebooks(exercise, notebooks) or chosen
        if chosen is not None:
            answers[exercise.id] = chosen
    return Submission(name, answers, None, tuple(dict.fromkeys(notes)))


def _in_notebooks(exercise: Exercise, notebooks: list[Submission]) -> Answer | None:
    """The first notebook whose metadata names the exercise, else the first that seems to define its symbols."""
    from grader.notebook import seems_to_define

    for notebook in notebooks:
        if exercise.id in notebook.answers:
            return notebook.answers[exercise.id]
    for notebook in notebooks:
        if notebook.anywhere and seems_to_define(notebook.anywhere.text, exercise.spellings):
            return notebook.anywhere
    return None


def is_untouched(answer: Answer, exercise: Exercise) -> bool:
    """Whether a file is the stub, but for white space. Whatever white space changed, a stub does nothing."""
    return not answer.select and answer.text.split() == pristine_stub(exercise).split()


def exercise_of(name: PurePosixPath, exercises: Sequence[Exercise]) -> str | None:
    """Which exercise a file name means: its id, or its id with what browsers and people add (`affine (1)`)."""
    if name.suffix.lower() != ".py":
        return None
    stem = name.stem.lower()
    ids = [exercise.id for exercise in exercises]
    if stem in ids:
        return stem
    plain = re.sub(r"[ _-]*(\(\d+\)|copy|final|v?\d+|のコピー|コピー)$", "", stem)
    return plain if plain in ids else None
