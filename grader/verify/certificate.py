"""What `grade verify` finds out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from grader.checks.materials import Misfits
from grader.errors import CourseError
from grader.model import Check, Exercise, Text, same


class Finding(NamedTuple):
    """One thing that keeps a course from being certified, and the file to mend."""

    path: Path
    text: Text


def checks_file(exercise: Exercise, check: Check) -> Path:
    """The file that a check stands in."""
    folder = exercise.solution if check.hidden else exercise.folder
    assert folder is not None
    return folder / "checks.py"


def what_is_at_fault(exercise: Exercise, error: CourseError) -> tuple[Finding, ...]:
    """What kept an exercise from being looked at any further."""
    if isinstance(error, Misfits):
        return tuple(Finding(error.path, said) for said in error.said)
    return (Finding(exercise.folder, same(str(error))),)


class Sighting(NamedTuple):
    """How far an implementation that is known to be right or wrong was from the reference in one check.

    Attributes:
        deviation: in units of what is allowed (`compare.deviation`).
    """

    check: str
    who: str
    right: bool
    deviation: float


class Margin(NamedTuple):
    """What separates right from wrong in one check, in units of what is allowed: `right` is the widest deviation
    of a right implementation, `wrong` the nearest one of a wrong implementation that fails it."""

    check: str
    right: float
    wrong: float


class Cost(NamedTuple):
    """What a known mistake costs.

    Attributes:
        share: of the exercise's points, from 0 to 1.
        parts: those that are wrong of the results whose parts have points of their own.
    """

    mistake: str
    share: float
    parts: tuple[str, ...]


class Alike(NamedTuple):
    """Known mistakes that one check rejects, and cannot tell apart."""

    check: str
    mistakes: tuple[str, ...]


class Nearly(NamedTuple):
    """Two known mistakes that a single level of a single check tells apart, though others reject both: had that level other
    numbers, they would be one."""

    mistakes: tuple[str, str]
    check: str
    level: int


class Certificate(NamedTuple):
    """What was found out about one exercise. It is certified if `findings` is empty.

    Attributes:
        bilingual: whether every text exists in English and Japanese.
        mutants: how many small changes of the reference were tried; `survived` of them nobody noticed, and
            `waived` are said to change nothing.
    """

    exercise: Exercise
    bilingual: bool = False
    checks: int = 0
    hidden: int = 0
    gradients: int = 0
    mistakes: int = 0
    alternatives: int = 0
    mutants: int = 0
    survived: int = 0
    waived: int = 0
    margins: tuple[Margin, ...] = ()
    costs: tuple[Cost, ...] = ()
    alike: tuple[Alike, ...] = ()
    nearly: tuple[Nearly, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def noticed(self) -> int:
        """Mutants that a check rejected."""
        return self.mutants - self.survived - self.waived

    @property
    def score(self) -> float:
        """Mutation score: the share of the mutants not waived that a check rejected, in percent."""
        return 100 * self.noticed / max(1, self.noticed + self.survived)
