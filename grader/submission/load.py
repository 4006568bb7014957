"""A path to a `Submission`: a file, a folder, a zip or tar, a notebook. Reads, and never parses Python.

    gather.py    the files
    sources.py   what each may answer: it is searched for what it defines, whatever its name
    choosing.py  which of them answers an exercise, and what that needs of the others

What was skipped, chosen among several, or not used at all is said in a note.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from grader.errors import SubmissionError
from grader.lacking import reraise_lack
from grader.model import NOTHING, Answer, Exercise, Submission, Text
from grader.submission.account import Account
from grader.submission.choosing import Choice
from grader.submission.contents import Contents, choices, found_where, read_contents, unused, whatever
from grader.submission.definitions import imported_names
from grader.submission.files import File, Parcel, Wanted, parcel, read_from
from grader.submission.formats import is_archive
from grader.submission.gather import read_files
from grader.submission.naming import is_source, may_be_source, meant
from grader.submission.opening import open_regular
from grader.submission.sources import is_untouched
from grader.words import text

__all__ = ["Read", "answers_in", "is_untouched", "load", "load_own", "read_parcel", "submission_of"]


class Read(NamedTuple):
    """What a hand-in holds: answers by exercise, or the problem for which it cannot be read."""

    answers: dict[str, Answer]
    notes: tuple[Text, ...] = ()
    problem: Text = NOTHING


def load(path: Path, exercises: Sequence[Exercise]) -> Submission:
    """Read what was handed in for `exercises`. Raises SubmissionError if nothing at all can be read."""
    return submission_of(read_parcel(path, may_be_source), exercises)


def load_own(path: Path, exercises: Sequence[Exercise]) -> Submission:
    """As `load`, in one's own workspace: what it holds besides answers is nobody's business, and files that are named after the
    exercises are read first, the others only if these do not answer all of them."""
    if not path.is_dir():
        return load(path, exercises)
    meant_for = partial(_is_meant, ids=[one.id for one in exercises])
    files = _of_no_course(read_files(path, meant_for, nested=False, follow=True))
    submission = _in_workspace(path, files, exercises)
    begun = {one.id for one in exercises if (found := submission.answer(one.id)) and not is_untouched(found, one)}
    if len(begun) < len(exercises) or any(map(_imports_more, submission.answers.values())):
        submission = _in_workspace(
            path, _of_no_course(read_files(path, is_source, nested=False, follow=True)), exercises
        )
    return submission


def _in_workspace(path: Path, files: Sequence[File], exercises: Sequence[Exercise]) -> Submission:
    contents = read_contents(files, exercises, str(path))
    return _submission(str(path), contents, choices(contents, exercises), tuple(contents.problems.values()))


def _is_meant(name: PurePosixPath, ids: Sequence[str]) -> bool:
    return name.name == "checks.py" or (
        is_source(name) and (name.suffix == ".ipynb" or bool(meant(name, ids).exercise))
    )


def _of_no_course(files: Sequence[File]) -> list[File]:
    """Without what a course keeps beside its stubs: in a clone, answers are written there."""
    courses = {file.name.parent for file in files if file.name.name == "checks.py"}
    return [file for file in files if file.name.parent not in courses or file.name.stem == file.name.parent.name]


def _imports_more(answer: Answer) -> bool:
    return bool(imported_names(answer.text) - {"import", "numpy", "np", "as", "from", "__future__", "annotations"})


def read_parcel(path: Path, wanted: Wanted) -> Parcel:
    """What lies at `path`: a single file, or of a folder or archive the wanted ones; the others by their names. Raises
    SubmissionError for what is not there, damaged or huge."""
    try:
        path.stat()
    except OSError as error:
        reraise_lack(error)
        raise SubmissionError(text("{path}: {reason}. Check the path.", path=path, reason=error.strerror)) from None
    if path.is_dir() or is_archive(path):
        return parcel(str(path), read_files(path, wanted, named_all=True))
    name = PurePosixPath(path.name)
    if wanted(name):
        # A link that somebody names on the command line is meant; one inside a submission is not followed.
        opened = partial(open_regular, path.resolve())
        return parcel(str(path), [read_from(opened, name, Account(str(path)))], alone=True)
    raise SubmissionError(text("{path}: hand in a .py file, a notebook, a folder, a zip or a tar.", path=path))


def answers_in(parcel: Parcel, exercises: tuple[Exercise, ...]) -> Read:
    """What one hand-in holds."""
    try:
        _, chosen, notes = _found(parcel, exercises)
    except SubmissionError as error:
        return Read({}, problem=error.text)
    where = () if parcel.alone else found_where(chosen)
    almost = (note for one in chosen.values() for note in one.almost)  # a class is shown no notes of answers
    return Read({id_: one.answer for id_, one in chosen.items()}, (*where, *dict.fromkeys(almost), *notes))


def submission_of(handed_in: Parcel, exercises: Sequence[Exercise]) -> Submission:
    """What was read as the answers to `exercises`. Raises SubmissionError if nothing at all can be read."""
    return _submission(handed_in.name, *_found(handed_in, exercises))


def _found(handed_in: Parcel, exercises: Sequence[Exercise]) -> tuple[Contents, dict[str, Choice], tuple[Text, ...]]:
    problems = [file.problem for file in handed_in.files if file.problem]
    if problems and not any(file.data is not None for file in handed_in.files):
        ids = [one.id for one in exercises]
        if not any(meant(file.name, ids).exercise for file in handed_in.files):
            raise SubmissionError(problems[0])
    contents = read_contents(handed_in.files, exercises, handed_in.name)
    if handed_in.alone and contents.problems:
        raise SubmissionError(next(iter(contents.problems.values())))
    chosen = choices(contents, exercises)
    if handed_in.alone and contents.about:  # a notebook that says which exercises it is for
        chosen = {id_: choice for id_, choice in chosen.items() if id_ in contents.about}
    if handed_in.alone and not chosen and len(exercises) == 1:  # whatever it is, it is the answer to this one
        chosen = whatever(contents, exercises[0])
    notes = (*contents.problems.values(), *unused(contents, chosen, exercises))
    return contents, chosen, notes


def _submission(name: str, contents: Contents, chosen: Mapping[str, Choice], notes: tuple[Text, ...]) -> Submission:
    answers = {id_: one.answer for id_, one in chosen.items()}
    return Submission(name, answers, notes, contents.about or frozenset(answers))
