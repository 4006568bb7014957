"""Grading on save: which files may hold answers, what a changed one is about, and all that is kept warm between two saves."""

from __future__ import annotations

import os
import select
import socket
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from grader.files import is_skipped
from grader.load import exercise_of, load
from grader.model import CalledOff, Course, CourseError, Exercise, ExerciseResult, RunResult, SandboxError, Submission
from grader.practice import practise
from grader.store import Store, open_store
from grader.workspace import home_of

if TYPE_CHECKING:
    from grader.oracle import Oracle
    from grader.sandbox.host import Sandbox
    from grader.sandbox.launch import Zygote

# Long enough to take the several writes of one save together, short beside the tenth of a second that a person notices.
STEP_MS, DEBOUNCE_MS = 10, 50
READY_MS = 1000  # watchfiles does not tell when it has begun; by then it has


def changes(
    workspace: Path, exercises: tuple[Exercise, ...], stop: threading.Event, poll: bool
) -> Iterator[frozenset[Path]]:
    """The files that may hold answers to `exercises`, each time some of them change, until `stop` is set.

    With `poll` they are looked at again and again, for network drives, where the system tells nothing. What changes
    from this call on while watching is being set up, of which the system tells nothing either, comes with the first.
    """
    return _changes(workspace, exercises, stop, poll, _stamps(workspace, exercises))


def _changes(
    workspace: Path,
    exercises: tuple[Exercise, ...],
    stop: threading.Event,
    poll: bool,
    before: dict[Path, int] | None,
) -> Iterator[frozenset[Path]]:
    from watchfiles import watch

    def wanted(_: object, name: str) -> bool:
        return may_hold_answers(Path(name), workspace, exercises)

    for found in watch(
        workspace,
        watch_filter=wanted,
        step=STEP_MS,
        debounce=DEBOUNCE_MS,
        stop_event=stop,
        raise_interrupt=False,
        force_polling=True if poll else None,
        ignore_permission_denied=True,
        rust_timeout=READY_MS,
        yield_on_timeout=True,
    ):
        paths = {Path(name) for _, name in found}
        if before is not None:
            now = _stamps(workspace, exercises)
            paths |= {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
            before = None
        if paths:
            yield frozenset(paths)


def _stamps(workspace: Path, exercises: tuple[Exercise, ...]) -> dict[Path, int]:
    """When each file that may hold answers was last written."""
    stamps = {}
    for folder, folders, names in os.walk(workspace):
        folders[:] = [name for name in folders if not is_skipped(name)]
        for path in (Path(folder, name) for name in names):
            if may_hold_answers(path, workspace, exercises):
                try:
                    stamps[path] = path.stat().st_mtime_ns
                except OSError:
                    continue  # gone again; if it comes back, the system tells
    return stamps


def may_hold_answers(path: Path, workspace: Path, exercises: tuple[Exercise, ...]) -> bool:
    """Whether grading these exercises of the workspace would look into this file."""
    if not path.is_relative_to(workspace):
        return False
    if path.suffix.lower() != ".ipynb" and exercise_of(PurePosixPath(path.name), exercises) is None:
        return False
    return not any(is_skipped(part) for part in path.relative_to(workspace).parts)


def answered_by(paths: Iterable[Path], workspace: Path, exercises: tuple[Exercise, ...]) -> tuple[Exercise, ...]:
    """The exercises that these files are about: a Python file by its name, a notebook by what is graded from it.

    Raises SubmissionError.
    """
    paths = tuple(paths)
    about = {exercise_of(PurePosixPath(path.name), exercises) for path in paths}
    notebooks = {path.name for path in paths if path.suffix.lower() == ".ipynb"}
    if notebooks:
        answers = load(workspace, exercises).answers
        about |= {id_ for id_, answer in answers.items() if answer.select and answer.name in notebooks}
    return tuple(one for one in exercises if one.id in about)


class _LateStore:
    """A store that writes when there is time: the disk may take longer than the grading."""

    def __init__(self, store: Store) -> None:
        self.recall = store.recall
        self._store = store
        self._kept: list[tuple[Mapping[str, str], Iterable[ExerciseResult], str]] = []

    def remember(self, keys: Mapping[str, str], results: Iterable[ExerciseResult], sandbox: str) -> None:
        self._kept.append((keys, results, sandbox))

    def write(self) -> None:
        kept, self._kept = self._kept, []
        for keys, results, sandbox in kept:
            self._store.remember(keys, results, sandbox)


class Bench:
    """Everything that is kept warm between two saves. Of one thread; use as a context manager."""

    def __init__(self, course: Course, workspace: Path, stop: socket.socket, started: Zygote | None = None) -> None:
        """`stop` becomes readable when what is being done is to be called off."""
        from grader.oracles import Oracles  # numpy, which the thread that paints can do without

        self.course = course
        self.workspace = workspace
        self._store = open_store(home_of(workspace))
        self._late = _LateStore(self._store)
        self._stop = stop
        self._sandbox = self._open(started)
        self._oracles = Oracles()
        self._last: Oracle | None = None

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        self._late.write()
        self._sandbox.__exit__(None, None, None)
        self._store.__exit__(None, None, None)

    def _open(self, started: Zygote | None = None) -> Sandbox:
        from grader.sandbox.host import open_sandbox

        return open_sandbox(started, stop=self._stop)

    def rest(self) -> None:
        """Do what was put off, and prepare for what is likely to come; to be called when nobody waits."""
        self._late.write()
        if self._last is not None:
            last, self._last = self._last, None
            try:
                self._sandbox.stock(last.exercise.seconds, len(last.checks) + 1)  # and one to compile in
            except SandboxError:
                pass  # the next grading says so

    @property
    def store(self) -> Store:
        """With everything in it."""
        self._late.write()
        return self._store

    def sandbox(self) -> Sandbox:
        return self._sandbox

    def grade(self, exercises: tuple[Exercise, ...]) -> RunResult:
        """What the workspace's answers to `exercises` are worth now; after a fault of the sandbox, with a new one.

        Raises SubmissionError, SandboxError, CalledOff.
        """
        submission = load(self.workspace, exercises)
        try:
            result = self._practise(exercises, submission)
            if all(one.status != "grader_error" for one in result.exercises):
                return result
        except SandboxError:
            pass  # what is wrong with it, if it is not only dead, the next attempt says
        self._renew()
        return self._practise(exercises, submission)

    def _practise(self, exercises: tuple[Exercise, ...], submission: Submission) -> RunResult:
        result = practise(self.course, exercises, submission, self._late, self.sandbox, oracle_of=self._oracle)
        return result._replace(notes=(*result.notes, self._store.problem)) if self._store.problem else result

    def _renew(self) -> None:
        broken, self._sandbox = self._sandbox, self._open()
        try:
            broken.__exit__(None, None, None)
        except OSError:
            pass  # it is gone already, which is why there is a new one

    def _oracle(self, course: Course, exercise: Exercise, seed: int) -> Oracle:
        self._last = self._oracles(course, exercise, seed)
        return self._last

    def warm_up(self, exercise: Exercise) -> None:
        """Work out, before it is needed, what the reference and the known mistakes give. Raises CalledOff."""
        from grader.lab import AuthorError

        self._sandbox.means  # noqa: B018  waits until it is up
        try:
            oracle = self._oracle(self.course, exercise, 0)
            for check in oracle.checks:
                oracle.expect(check)
            for mistake in oracle.mistakes:
                for check in oracle.checks:
                    for level in range(check.levels):
                        if select.select([self._stop], [], [], 0)[0]:
                            raise CalledOff
                        oracle.of_mistake(mistake, check, level)
        except (AuthorError, CourseError):
            return  # the course is at fault, and the grading that needs it says so
