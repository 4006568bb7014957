"""The records that travel down the line. Every stage imports this module, and of the others those below it (`pyproject.toml`).

NamedTuples, not dataclasses: both are frozen and typed, but a dataclass takes eight times as long to define
(0.7 ms here), and two dozen of them would be a fifth of what a cold `grade affine` may cost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Language = Literal["en", "ja"]

# What each means: `status.py`.
Status = Literal[
    "passed",
    "failed",
    "error",
    "missing",
    "not_started",
    "timeout",
    "memory",
    "crashed",
    "exited",
    "protocol",
    "output_limit",
    "forbidden",
    "invalid",
    "skipped",
    "grader_error",
]


class Text(NamedTuple):
    """One thing said to a person, in both languages."""

    en: str
    ja: str

    def in_(self, lang: Language) -> str:
        return self.ja if lang == "ja" else self.en

    def __bool__(self) -> bool:
        return bool(self.en)


NOTHING = Text("", "")


def same(words: str) -> Text:
    """What is said alike in every language: names, numbers, code."""
    return Text(words, words)


# --- the course -----------------------------------------------------------------------------------------


class Check(NamedTuple):
    """One graded scenario: what `checks.py` declares with `@check` or `@gradient_check`.

    Attributes:
        id: the function's name; unique within an exercise.
        scenario: `(lab, draw) -> observation`, or for a gradient check `(lab, draw) -> (at, forward, gradients)`.
        gradient: whether `scenario` is of the second kind.
        rtol: allowed relative deviation in float64.
        levels: at how many growing sizes it runs.
        hidden: whether it stands beside the reference.
        shares: the points of each part of its result, where a part that is right has its own.
        labels: phrases for the keys of its result (`checks/places.py`).
    """

    id: str
    title: Text
    points: float
    scenario: Callable[..., Any]
    gradient: bool
    rtol: float
    levels: int
    hidden: bool = False
    shares: Mapping[str, float] = MappingProxyType({})
    labels: Mapping[str, Text] = MappingProxyType({})


class Sketch(NamedTuple):
    """What to draw of an answer in a report: what a public `checks.py` declares with `@picture`.

    Attributes:
        check: its scenario as a check of one level and no points, so that it is run like any other.
        kind: a curve, y over x; or the losses of a training, step by step.
        over: what the horizontal axis shows.
    """

    check: Check
    kind: Literal["curve", "losses"]
    over: Text


class Mistake(NamedTuple):
    """A known wrong implementation.

    Attributes:
        implement: makes its namespace, complete and anew, as an answer is loaded anew; raises CourseError.
        costs: why it costs more than half of the exercise's points, though it is about one quantity; for `grade verify`.
        unless: a pattern of what an answer with this mistake does not have in its code.
    """

    slug: str
    text: Text
    hint: Text
    implement: Callable[[], dict[str, Any]]
    costs: str = ""
    unless: str = ""


class Alternative(NamedTuple):
    """A right implementation in another style; `symbols` is its whole namespace."""

    slug: str
    symbols: dict[str, Any]


class Exercise(NamedTuple):
    """One folder under `exercises/` and its twin under `solutions/`; from `exercise.toml`, no code run yet.

    Attributes:
        symbols: the names that an answer must define.
        aliases: other spellings that are accepted, by symbol.
        solution: the twin folder; None in a kit.
        seconds: processor time that one check may use.
        wall_seconds: time that all of them may take, the grader's own included.
        open_ended: whether the checks ask what is reached, not how, so that a change of the reference may be as right.
    """

    id: str
    unit: str
    title: Text
    points: float
    symbols: tuple[str, ...]
    aliases: dict[str, tuple[str, ...]]
    requires: tuple[str, ...]
    hints: tuple[Text, ...]
    sources: tuple[str, ...]
    seconds: float
    wall_seconds: float
    open_ended: bool
    folder: Path
    solution: Path | None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name under which an answer may define something that is asked for."""
        return tuple(name for symbol in self.symbols for name in (symbol, *self.aliases.get(symbol, ())))

    @property
    def stub(self) -> Path:
        return self.folder / f"{self.id}.py"

    def statement(self, lang: Language) -> Path:
        return self.folder / ("README.ja.md" if lang == "ja" else "README.md")


Disclosure = Literal["full", "category", "none"]


class Course(NamedTuple):
    """Exercises in order, and what the grader needs to know about hidden checks.

    Attributes:
        name: what programs call it.
        units: titles of the units, by the names of their folders.
        exercises: in order; those of the units that were asked for.
        secret: seeds derive from it; whoever knows it can work out the inputs of hidden checks.
        disclosure: how much a failed *hidden* check may tell.
        hand_in_seconds: time that somebody's whole hand-in may take.
    """

    name: str
    title: Text
    units: dict[str, Text]
    root: Path
    exercises: tuple[Exercise, ...]
    secret: str
    disclosure: Disclosure
    hand_in_seconds: float = 600.0

    @property
    def unit_ids(self) -> list[str]:
        """The units that its exercises are in, in order."""
        return list(dict.fromkeys(one.unit for one in self.exercises))

    def unit_title(self, unit: str) -> Text:
        return self.units.get(unit, same(unit))


# --- what is handed in ------------------------------------------------------------------------------------


class Cell(NamedTuple):
    """A run of source lines; a plain file is one cell that starts at line 1.

    Attributes:
        start: line number of its first line in `Answer.text`, from 1.
        label: what a person calls it: `affine.py`, `cell 3` or `セル 3`.
        module: path, in the hand-in, of the file that it is, if the answer only imports that; empty for the answer itself.
    """

    start: int
    text: str
    label: Text
    module: str = ""


class Answer(NamedTuple):
    """The source offered for one exercise, not yet parsed: parsing hostile source is the worker's job.

    Attributes:
        path: where its file stands in the hand-in; its imports are looked for from there.
        problem: why it cannot be graded at all (unreadable, too large); then `cells` is empty.
    """

    name: str
    cells: tuple[Cell, ...]
    path: str = ""
    notes: tuple[Text, ...] = ()
    problem: Text = NOTHING

    @property
    def text(self) -> str:
        return "\n".join(cell.text for cell in self.cells)

    @property
    def own(self) -> tuple[Cell, ...]:
        """The cells that are the answer, without what it imports."""
        return tuple(cell for cell in self.cells if not cell.module)

    @property
    def paths(self) -> frozenset[str]:
        """Of the files that it is made of, in the hand-in."""
        return frozenset([self.path, *(cell.module for cell in self.cells if cell.module)])

    def quote(self, line: int) -> str:
        """A line of `text`, short enough for a message; empty if there is none of that number."""
        rows = self.text.split("\n")
        return rows[line - 1].strip()[:80] if 0 < line <= len(rows) else ""

    def place(self, line: int) -> tuple[Text, int]:
        """The cell's label and the line within it, for a line number of `text`."""
        for cell in reversed(self.cells):
            if line >= cell.start:
                return cell.label, line - cell.start + 1
        return same(self.name), line


def file_answer(name: str, source: str) -> Answer:
    """A plain file as an answer."""
    return Answer(name, (Cell(1, source, same(name)),))


def renumbered(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Cells with their lines counted through all of them."""
    line, ordered = 1, []
    for cell in cells:
        ordered.append(cell._replace(start=line))
        line += cell.text.count("\n") + 1
    return tuple(ordered)


class Submission(NamedTuple):
    """What one person handed in.

    Attributes:
        name: path as given, for people to read.
        answers: by exercise id.
        notes: what was skipped or mended on the way, and which files were not used.
        about: ids of the exercises that it was written for.
    """

    name: str
    answers: dict[str, Answer]
    notes: tuple[Text, ...] = ()
    about: frozenset[str] = frozenset()

    def answer(self, exercise_id: str) -> Answer | None:
        return self.answers.get(exercise_id)


# --- what comes out -----------------------------------------------------------------------------------------


class CheckResult(NamedTuple):
    """
    Attributes:
        detail: the counterexample, several lines; empty where the disclosure setting forbids it.
        output: what the student's code printed, capped; empty for hidden checks.
        line: the line of the answer that failed, when there is one.
        program: the counterexample in Python that runs below the answer; empty like `detail`, and where it cannot be told so.
    """

    id: str
    title: Text
    hidden: bool
    status: Status
    score: float
    max_score: float
    message: Text
    duration_s: float
    detail: Text = NOTHING
    output: str = ""
    line: int | None = None
    program: Text = NOTHING


PERHAPS_BELOW = 0.8

DiagnosisKind = Literal["slip", "mistake", "structure", "trace", "fact", "notice"]


class Diagnosis(NamedTuple):
    """Which mistake it is. `confidence` is 1.0 for sure, and below PERHAPS_BELOW it is said with *perhaps*.

    A *slip* and a *fact* are seen in the code and name its lines; a slip explains what failed, a fact may.
    """

    slug: str
    kind: DiagnosisKind
    confidence: float
    message: Text
    hint: Text

    @property
    def is_unsure(self) -> bool:
        """Whether it is said with *perhaps*."""
        return self.confidence < PERHAPS_BELOW


class ExerciseResult(NamedTuple):
    id: str
    unit: str
    title: Text
    status: Status
    score: float
    max_score: float
    duration_s: float
    message: Text
    notes: tuple[Text, ...]
    checks: tuple[CheckResult, ...]
    diagnoses: tuple[Diagnosis, ...]
    answer: Answer | None = None


class RunResult(NamedTuple):
    """One submission graded: what the renderers get.

    Attributes:
        sandbox: the level of confinement that was reached, as `grade doctor` names it.
    """

    grader_version: str
    course: str
    submission: str
    seed: int
    sandbox: str
    score: float
    max_score: float
    exercises: tuple[ExerciseResult, ...]
    notes: tuple[Text, ...] = ()


class Attempt(NamedTuple):
    """One try at an exercise, as it is remembered.

    Attributes:
        when: local time with its offset, ISO 8601: "2026-11-21T14:02:11+09:00".
    """

    exercise: str
    when: str
    status: Status
    score: float
    max_score: float
