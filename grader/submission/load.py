"""A path to a `Submission`: a file, a folder, a zip or tar, a notebook. Reads, and never parses Python.

In a folder or archive an answer is found by its exercise's id (`affine.py`), at any depth, and else in a notebook.
What was skipped, or chosen among several, is said in a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from grader.course.stub import pristine_stub
from grader.errors import SubmissionError
from grader.model import NOTHING, Answer, Exercise, Submission, Text, file_answer
from grader.submission.account import Account
from grader.submission.decoding import decode
from grader.submission.files import File, Parcel, Wanted, is_source, parcel, read_from
from grader.submission.formats import is_archive
from grader.submission.gather import read_files
from grader.submission.opening import open_regular
from grader.words import listed, text

if TYPE_CHECKING:
    from grader.submission.notebook import Notebook

_MOST_NAMES = 10  # in one note

# ` (1)`, `_copy`, `-v2`, read from the end: a search from the front would begin anew at every blank of thousands
_ADDED_BACKWARDS = re.compile(r"(?:\)\d+\(|ypoc|lanif|\d+v?|ーピコの?)[ _-]*")


class Read(NamedTuple):
    """What a hand-in holds: answers by exercise, or the problem for which it cannot be read."""

    answers: dict[str, Answer]
    notes: tuple[Text, ...] = ()
    problem: Text = NOTHING


def load(path: Path, exercises: Sequence[Exercise]) -> Submission:
    """Read what was handed in for `exercises`. Raises SubmissionError if nothing at all can be read."""

    def wanted(name: PurePosixPath) -> bool:
        return name.suffix == ".ipynb" or exercise_of(name, exercises) is not None

    return submission_of(read_parcel(path, wanted), exercises)


def read_parcel(path: Path, wanted: Wanted) -> Parcel:
    """What lies at `path`: a single file, or of a folder or archive the wanted ones. Raises SubmissionError for what is
    not there, damaged or huge."""
    try:
        path.stat()
    except OSError as error:
        raise SubmissionError(text("{path}: {reason}. Check the path.", path=path, reason=error.strerror)) from None
    if path.is_dir() or is_archive(path):
        return parcel(str(path), read_files(path, wanted))
    if is_source(path):
        # A link that somebody names on the command line is meant; one inside a submission is not followed.
        opened = partial(open_regular, path.resolve())
        return parcel(str(path), [read_from(opened, PurePosixPath(path.name), Account(str(path)))], alone=True)
    raise SubmissionError(text("{path}: hand in a .py file, a notebook, a folder, a zip or a tar.", path=path))


def submission_of(handed_in: Parcel, exercises: Sequence[Exercise]) -> Submission:
    """What was read as the answers to `exercises`. Raises SubmissionError if nothing at all can be read."""
    if not handed_in.alone:
        return _collect(handed_in.name, handed_in.files, exercises)
    [file] = handed_in.files
    if file.name.suffix.lower() == ".py":
        return _file(handed_in.name, file, exercises)
    notebook = _notebook(file, exercises)
    return Submission(handed_in.name, notebook.answers, about=notebook.about)


def answers_in(parcel: Parcel, exercises: tuple[Exercise, ...]) -> Read:
    """What one hand-in holds."""
    try:
        submission = submission_of(parcel, exercises)
    except SubmissionError as error:
        return Read({}, problem=error.text)
    found = {one.id: answer for one in exercises if (answer := _answer_to(submission, one, len(exercises) == 1))}
    if submission.anywhere is None or len(exercises) == 1:
        return Read(found, submission.notes)
    # instead of what `grade run` says of such a file: that it is taken for everything
    nothing = text("{name} defines nothing that an exercise asks for.", name=parcel.name)
    return Read(found, () if found else (nothing,))


def _answer_to(submission: Submission, exercise: Exercise, only_one: bool) -> Answer | None:
    """The answer to an exercise, if there is one: a file of any name is one to whatever it defines."""
    from grader.submission.definitions import seems_to_define

    if submission.about and exercise.id not in submission.about:
        return None
    answer = submission.answer(exercise.id)
    if answer is None or answer is not submission.anywhere or only_one:
        return answer
    return answer if seems_to_define(answer.text, exercise.spellings) else None


def _file(name: str, file: File, exercises: Sequence[Exercise]) -> Submission:
    about = exercise_of(file.name, exercises)
    if about:
        return Submission(name, {about: _answer(file)}, about=frozenset({about}))
    note = text(
        "{file} is not named after an exercise; it is taken as the answer to each one asked for.", file=file.name
    )
    return Submission(name, {}, _answer(file), () if len(exercises) == 1 else (note,))


def _answer(file: File) -> Answer:
    name = file.name.name
    if file.data is None:
        return Answer(name, (), problem=file.problem)
    code, problem, _ = decode(file.data, name)
    return Answer(name, (), problem=problem) if problem else file_answer(name, code)


def _notebook(file: File, exercises: Sequence[Exercise]) -> Notebook:
    from grader.submission.notebook import read_notebook

    if file.data is None:
        raise SubmissionError(file.problem)
    return read_notebook(file.data, file.name.name, exercises)


def _collect(name: str, files: Sequence[File], exercises: Sequence[Exercise]) -> Submission:
    """Choose each exercise's answer among the files. Raises SubmissionError if they are archives that cannot be read."""
    from grader.submission.notebook import Spent

    notes = [file.problem for file in files if is_archive(file.name)]
    if notes and len(notes) == len(files):
        raise SubmissionError(notes[0])
    notebooks: list[Notebook] = []
    spent = Spent()
    named: dict[str, list[File]] = {}
    units = {exercise.unit for exercise in exercises}
    # the notebook of a unit before `05_backprop-Copy1.ipynb`, which stands first in the alphabet
    for file in sorted(files, key=lambda file: file.name.stem not in units):
        about = exercise_of(file.name, exercises)
        if about is not None:
            named.setdefault(about, []).append(file)
        if file.name.suffix.lower() != ".ipynb":
            continue
        try:
            notebooks.append(_notebook(file, exercises))
        except SubmissionError as error:  # one bad notebook costs the other files nothing
            notes.append(error.text)
        else:
            spent = spent.and_of(notebooks[-1], name)
    answers: dict[str, Answer] = {}
    for exercise in exercises:
        candidates = named.get(exercise.id, [])
        chosen = _answer(candidates[0]) if candidates else None
        if len(candidates) > 1:
            notes.append(_one_of_several(str(candidates[0].name), [str(one.name) for one in candidates[1:]]))
        if chosen is None or is_untouched(chosen, exercise):  # an untouched file says nothing; a notebook may hold more
            found, others = _in_notebooks(exercise, notebooks)
            if found and others:
                notes.append(_one_of_several(found.name, others))
            chosen = found or chosen
        if chosen is not None:
            answers[exercise.id] = chosen
    return Submission(name, answers, None, tuple(dict.fromkeys(notes)))


def _one_of_several(chosen: str, others: list[str]) -> Text:
    shown = [*others[:_MOST_NAMES], *(["…"] if len(others) > _MOST_NAMES else [])]
    return text("{chosen} is graded; {others} is not.", chosen=chosen, others=listed(shown))


def _in_notebooks(exercise: Exercise, notebooks: list[Notebook]) -> tuple[Answer | None, list[str]]:
    """The notebook that holds the answer, if any; and the names of others that have one too. Metadata and the name of the
    unit say where an exercise belongs; what stands there untouched gives way to a notebook without metadata."""
    from grader.submission.notebook import is_about, is_pristine

    known = [(one, answer) for one in notebooks if is_about(answer := one.answers[exercise.id], exercise)]
    own = [answer for one, answer in known if exercise.id in one.marked or Path(answer.name).stem == exercise.unit]
    loose = [answer for one, answer in known if not one.marked]
    begun = [answer for _, answer in known if not is_pristine(answer, exercise)]
    is_begun = {id(answer) for answer in begun}  # compared by what they hold, a hundred long ones would take a while
    own_begun = [one for one in own if id(one) in is_begun]
    order = [*own_begun, *(one for one in loose if id(one) in is_begun), *own, *begun]
    chosen = next(iter((*order, *(answer for _, answer in known))), None)
    return chosen, [one.name for one in own_begun if one is not chosen]


def is_untouched(answer: Answer, exercise: Exercise) -> bool:
    """Whether an answer is the stub, but for white space. Whatever white space changed, a stub does nothing."""
    if answer.select:
        from grader.submission import notebook

        return notebook.is_untouched(answer, exercise)
    return answer.text.split() == pristine_stub(exercise).split()


def exercise_of(name: PurePosixPath, exercises: Sequence[Exercise]) -> str | None:
    """Which exercise a file name means: its id, or its id with what browsers and people add (`affine (1)`)."""
    if name.suffix.lower() != ".py":
        return None
    stem = name.stem.lower()
    ids = [exercise.id for exercise in exercises]
    if stem in ids:
        return stem
    added = _ADDED_BACKWARDS.match(stem[::-1])
    plain = stem[: -added.end()] if added else stem
    return plain if plain in ids else None
