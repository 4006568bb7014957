"""What can go wrong, as one tree. The branch says whose doing it is.

    BaseException
    └── CalledOff             nobody wants the result any more
    Exception
    ├── Stop                  the student's doing: her code came to an end before its result did
    │   ├── AnswerError       it raised, or lacks what was asked for
    │   └── Fault             its worker is gone, or talks nonsense
    ├── TextError             what a person asked for cannot be done; carries a sentence in both languages
    │   ├── SubmissionError   nothing of what was handed in can be read
    │   ├── UsageError        the command was asked for something that is not there
    │   ├── ExpectationError  a property that a check states does not hold
    │   └── of one part each  GradebookError, ExportError, WorkersError, Misfit, beside the code that raises them
    ├── CourseError           the course's doing: a bad exercise.toml, a check that fails on the reference
    │   ├── ForeignCourse     a course that was only come upon, and is somebody else's
    │   │   └── UnknownOwner  the same where files have no owners
    │   └── Misfits           of `checks/materials.py`: known mistakes that no longer fit their reference
    ├── AuthorError           a check's doing: it uses `lab` in a way that cannot work
    ├── Stalled               nobody's doing yet: an answer took too long, and did not compute
    ├── Unconfined            other people's code was to be run, and this system cannot confine it
    ├── SandboxError          our doing: the sandbox itself failed
    └── CatalogueError        nobody compiled the catalogues: this copy was not installed

Only the first branch and what a check expects cost anybody a point. `sandbox/inside/` imports nothing of ours and has
its own: `wire.WireError`, for bytes that are no message, which the grader's side turns into a Fault.
"""

from __future__ import annotations

from pathlib import Path

from grader.model import ExerciseResult, Status, Text


class CalledOff(BaseException):
    """The grading was called off. No Exception, so that nothing makes a verdict of it."""


class Stop(Exception):
    """The student's code came to an end before its result did."""


class AnswerError(Stop):
    """The answer raised an exception, or lacks what was asked for. All of it is hostile data.

    Attributes:
        kind: missing, not_implemented, memory, syntax, exception; or unusable: a check stumbled over what it returned.
        line: line of the answer, if one of its lines was running.
        column: of kind syntax, the place in that line, from 1, if it is known.
    """

    def __init__(self, kind: str, type_name: str, text: str, line: int | None, column: int | None = None) -> None:
        super().__init__(type_name)
        self.kind = kind
        self.type_name = type_name
        self.text = text
        self.line = line
        self.column = column


class Fault(Stop):
    """The worker is gone or talks nonsense; nothing more can be asked of it."""

    def __init__(self, status: Status, note: str = "") -> None:
        super().__init__(status)
        self.status = status
        self.note = note


class TextError(Exception):
    """What cannot be done; `text` says why and what to do, to a person."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return self.text.en


class SubmissionError(TextError):
    """Nothing at all can be read."""


class UsageError(TextError):
    """The command was asked for something that is not there."""


class ExpectationError(TextError):
    """A property that `expect` states does not hold."""


class CourseError(Exception):
    """The course itself is at fault (a bad exercise.toml, a check that fails on the reference)."""


class ForeignCourse(CourseError):
    """A course that nobody named, and that is somebody else's: its checks would run in the grader."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class UnknownOwner(ForeignCourse):
    """The same where files have no owners, so that only the person who runs this can know."""

    def __init__(self, text: Text, root: Path) -> None:
        super().__init__(text)
        self.root = root


class AuthorError(Exception):
    """A check uses `lab` in a way that cannot work: the grader's fault, never the student's."""


class Stalled(Exception):
    """The time of an answer ran out, and it had not used the processor for so long: it waited, or the machine was busy. It is
    to be asked again while nothing else runs.

    Attributes:
        result: what holds if that can not change it.
    """

    def __init__(self, result: ExerciseResult) -> None:
        super().__init__(result.id)
        self.result = result


class Unconfined(Exception):
    """Somebody else's code was to be run, and this system cannot confine it."""


class SandboxError(Exception):
    """The sandbox itself failed: the grader's fault, never the student's."""


class CatalogueError(Exception):
    """The compiled catalogues are missing. The one message that cannot come from a catalogue."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is missing: this copy of gradkata was not installed. Run `make`, or `pip install -e .`.\n"
            "grade: 上のファイルがありません。`make` か `pip install -e .` でインストールしてください。"
        )
