"""All that is kept warm between two gradings of one workspace: sandbox, oracles, store."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import CalledOff, CourseError, SandboxError
from grader.model import Course, Exercise, ExerciseResult, RunResult, Submission
from grader.record.practice import practise
from grader.record.store import Store, open_store
from grader.record.workspace import home_of
from grader.status import is_ours
from grader.submission.load import load_own

if TYPE_CHECKING:
    from grader.checks.oracle import Oracle
    from grader.sandbox.host import Sandbox
    from grader.sandbox.launch import Zygote


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
        from grader.record.kept_oracles import KeptOracles  # numpy, which the thread that paints can do without

        self.course = course
        self.workspace = workspace
        self._store = open_store(home_of(workspace))
        self._late = _LateStore(self._store)
        self._stop = stop
        self._sandbox = self._open(started)
        self._oracles = KeptOracles()
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
        submission = load_own(self.workspace, exercises)
        try:
            result = self._practise(exercises, submission)
            if all(not is_ours(one.status) for one in result.exercises):
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
        from grader.errors import AuthorError

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
