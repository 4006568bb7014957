"""The two functions that are mapped over a class: `read_batch` makes answers of hand-ins, `grade_batch` results of answers.

They run in processes of this machine and on those of a cluster alike (`workers.py`), and what they give depends on nothing but
their arguments. A process keeps its course, sandbox and oracles between batches. What travels are records of ours: nothing
that a student's code returned is ever unpickled.
"""

from __future__ import annotations

import atexit
import hashlib
import io
import tempfile
import threading
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from grader.course.discover import load_course
from grader.errors import Stalled
from grader.model import Answer, Course, Exercise, ExerciseResult, Submission
from grader.pipeline import grade_exercise
from grader.record.fingerprint import environment
from grader.record.kept_oracles import KeptOracles
from grader.sandbox.host import Sandbox, ended_after, open_sandbox
from grader.submission.archives import write_zip
from grader.submission.files import Parcel
from grader.submission.load import Read, answers_in, load

# A cluster's worker may run several threads; sandbox, oracles and numpy's random numbers are one a process.
_ONE_AT_A_TIME = threading.Lock()


class Brief(NamedTuple):
    """What every batch of a run has in common.

    Attributes:
        course: the folder of the course.
        packed: the course as a zip, for machines that do not have the folder; empty for this one.
        exercises: ids of those that may be asked for.
        must_confine: whether to refuse where other people's code cannot be confined.
    """

    course: str
    packed: bytes
    exercises: tuple[str, ...]
    seed: int
    must_confine: bool


class Handed(NamedTuple):
    """One hand-in to read: which of the class, and the key of its reading."""

    number: int
    key: str
    parcel: Parcel


class Question(NamedTuple):
    """One answer to grade, or none."""

    exercise: str
    answer: Answer | None


class Verdict(NamedTuple):
    """
    Attributes:
        environment: what graded, as `fingerprint.Environment.key`: a cluster may have other versions than we.
        sandbox: the level that was reached.
        stalled: whether it is to be asked again while nothing else runs.
    """

    result: ExerciseResult
    environment: str
    sandbox: str
    stalled: bool = False


def read_batch(brief: Brief, some: Sequence[Handed]) -> list[Read]:
    """The answers in each hand-in."""
    with _ONE_AT_A_TIME:
        course, read = _course(brief.course, brief.packed), []
        for one in some:
            with ended_after(course.hand_in_seconds):
                read.append(answers_in(one.parcel, _exercises(brief)))
        return read


def load_batch(brief: Brief, paths: Sequence[Path]) -> list[Submission]:
    """What lies at each path. Raises SubmissionError."""
    with _ONE_AT_A_TIME, ended_after(_course(brief.course, brief.packed).hand_in_seconds):
        return [load(path, _exercises(brief)) for path in paths]


def grade_batch(brief: Brief, questions: Sequence[Question]) -> list[Verdict]:
    """The result of each answer. Raises Unconfined."""
    with _ONE_AT_A_TIME:
        course = _course(brief.course, brief.packed)
        sandbox, oracles = _sandbox(brief.must_confine), _oracles()
        by_id = {one.id: one for one in course.exercises}
        verdicts = []
        for exercise, answer in questions:
            submission, stalled = Submission("", {exercise: answer} if answer else {}), False
            try:
                result = grade_exercise(course, by_id[exercise], submission, sandbox, brief.seed, oracles, alone=False)
            except Stalled as waited:
                result, stalled = waited.result, True
            verdicts.append(Verdict(result._replace(answer=None), environment().key, sandbox.means.level, stalled))
        return verdicts


def pack(course: Course) -> bytes:
    """A course as a zip, the same bytes for the same course."""
    files = sorted(course.root.glob("exercises/**/*")) + sorted(course.root.glob("solutions/**/*"))
    return write_zip(
        (path.relative_to(course.root).as_posix(), path.read_bytes())
        for path in files
        if path.is_file() and "__pycache__" not in path.parts
    )


@cache
def _course(folder: str, packed: bytes) -> Course:
    if not packed:
        return load_course(Path(folder))
    # 0700, and outside every folder that a student's code can see
    home = tempfile.TemporaryDirectory(prefix=f"gradkata-{hashlib.sha256(packed).hexdigest()[:8]}-")
    atexit.register(home.cleanup)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(home.name)
    return load_course(Path(home.name))


def _exercises(brief: Brief) -> tuple[Exercise, ...]:
    return tuple(one for one in _course(brief.course, brief.packed).exercises if one.id in brief.exercises)


@cache
def _sandbox(must_confine: bool) -> Sandbox:
    """One for the life of the process; the zygote ends with it."""
    opened = open_sandbox(must_confine=must_confine)
    opened.expendable = True
    atexit.register(opened.__exit__, None, None, None)
    return opened


@cache
def _oracles() -> KeptOracles:
    return KeptOracles()
