"""One student's report: first the page as data, `page`, then as a single HTML file, `progress_html`."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from grader.model import CheckResult, Course, Diagnosis, Exercise, ExerciseResult, Language, RunResult
from reports.code import Code, code
from reports.escape import clean, clean_line
from reports.html import environment, stylesheet
from reports.statement import statement_html
from reports.view import (
    STATUS,
    State,
    Step,
    failed_groups,
    hidden_line,
    is_unsure,
    next_step,
    next_step_for,
    points,
    score,
    state,
    summary,
    word,
)  # fmt: skip

BAR_WIDTH = 1000  # units of the drawing, not pixels


@dataclass(frozen=True)
class Piece:
    """A run of a counterexample; `wrong` ones carry a `*` in the text as well."""

    text: str
    wrong: bool


@dataclass(frozen=True)
class Block:
    """`expected` or `got`, and the numbers under it."""

    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Place:
    """Where in the answer: `anchor` is empty if that line is not on the page."""

    anchor: str
    label: str
    number: int


@dataclass(frozen=True)
class Failure:
    """Checks that failed for one reason: nearly always one, all of them if the file cannot be run.

    Attributes:
        titles: each with whether its check is hidden.
        worth: `0/3`, empty for a stretch check.
    """

    titles: tuple[tuple[str, bool], ...]
    status: str
    worth: str
    message: str
    blocks: tuple[Block, ...]
    output: str
    place: Place | None


@dataclass(frozen=True)
class Finding:
    """A diagnosis or a notice, in words; `perhaps` if it is not sure."""

    perhaps: bool
    message: str
    hint: str


@dataclass(frozen=True)
class Section:
    """One exercise."""

    id: str
    title: str
    state: State
    word: str
    worth: str
    message: str
    diagnoses: tuple[Finding, ...]
    notices: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    passed: tuple[tuple[str, bool, bool], ...]  # title, hidden, stretch
    hidden: str
    notes: tuple[str, ...]
    code: Code | None
    code_open: bool
    statement: Markup | None
    step: Step


@dataclass(frozen=True)
class Unit:
    """`number` and `name` are the two halves of `05_backprop`."""

    number: str
    name: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Bar:
    """One exercise in the bar across the page: its share of the points, and how much of that was earned."""

    x: float
    width: float
    filled: float
    state: State


@dataclass(frozen=True)
class ProgressPage:
    """Everything the template prints.

    Attributes:
        others: how many exercises of the course were not graded.
    """

    lang: Language
    course: str
    submission: str
    score: str
    max_score: str
    summary: str
    bars: tuple[Bar, ...]
    step: Step
    step_title: str
    step_linked: bool
    notes: tuple[str, ...]
    units: tuple[Unit, ...]
    others: int
    footer: str


def page(result: RunResult, course: Course, lang: Language) -> ProgressPage:
    """The page of one graded submission, every text in `lang` and clean."""
    exercises = {one.id: one for one in course.exercises}
    units = tuple(
        _unit(
            unit, course.unit_title(unit).in_(lang), tuple(section(one, exercises.get(one.id), lang) for one in group)
        )
        for unit, group in groupby(result.exercises, lambda one: one.unit)
    )
    step = next_step(result, course)
    titles = {one.id: one.title for one in course.exercises} | {one.id: one.title for one in result.exercises}
    about = titles.get(step.exercise)
    return ProgressPage(
        lang,
        clean_line(course.title.in_(lang)),
        clean_line(result.submission),
        points(result.score),
        points(result.max_score),
        summary(result, lang),
        _bars(result),
        step,
        clean_line(about.in_(lang)) if about else "",
        any(one.id == step.exercise for one in result.exercises),
        tuple(clean(note.in_(lang)) for note in result.notes),
        units,
        len(exercises.keys() - {one.id for one in result.exercises}),
        f"gradkata {result.grader_version} · seed {result.seed} · sandbox {result.sandbox}",
    )


def progress_html(result: RunResult, course: Course, lang: Language) -> str:
    """The report as one file that needs no other: no script, no request, the same bytes for the same result."""
    style = stylesheet("progress")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = environment(lang).get_template("progress.html.j2")
    # style is our own file; escaping its quotes would break both it and the hash that the policy names
    return template.render(page=page(result, course, lang), style=Markup(style), digest=digest) + "\n"


def _unit(unit: str, title: str, sections: tuple[Section, ...]) -> Unit:
    number = unit.partition("_")[0]
    return Unit(number if number.isdecimal() and title != unit else "", clean_line(title), sections)


def section(result: ExerciseResult, exercise: Exercise | None, lang: Language) -> Section:
    where = state(result)
    failures = () if where in ("not_started", "unjudged") else tuple(failed_groups(result))
    failing = frozenset(group[0].line for group in failures if group[0].line is not None)
    shown = code(result.answer, failing, exercise, lang) if result.answer and where != "not_started" else None
    lines = frozenset(line.line for cell in (shown.cells if shown else ()) for line in cell.lines)
    return Section(
        result.id,
        clean_line(result.title.in_(lang)),
        where,
        word(result, lang),
        score(result.score, result.max_score) if result.max_score else "",
        "" if failures else clean(result.message.in_(lang)),
        tuple(_finding(one, lang) for one in result.diagnoses if one.kind != "notice"),
        tuple(_finding(one, lang) for one in result.diagnoses if one.kind == "notice"),
        tuple(_failure(result, group, lines, lang) for group in failures),
        tuple(
            (clean_line(one.title.in_(lang)), one.hidden, not one.max_score)
            for one in result.checks
            if one.status == "passed"
        ),
        hidden_line(result, lang),
        tuple(clean(note.in_(lang)) for note in result.notes),
        shown if shown and shown.cells else None,
        bool(failing & lines),
        statement_html(exercise.statement(lang), lang) if exercise else None,
        next_step_for(result),
    )


def _failure(result: ExerciseResult, group: list[CheckResult], lines: frozenset[int], lang: Language) -> Failure:
    first = group[0]
    most = sum(check.max_score for check in group)
    return Failure(
        tuple((clean_line(check.title.in_(lang)), check.hidden) for check in group),
        STATUS[first.status].in_(lang),
        score(sum(check.score for check in group), most) if most else "",
        clean(first.message.in_(lang)),
        blocks(clean(first.detail.in_(lang))),
        clean(first.output).rstrip(),
        _place(result, first.line, lines, lang),
    )


def _place(result: ExerciseResult, line: int | None, lines: frozenset[int], lang: Language) -> Place | None:
    if line is None or result.answer is None:
        return None
    label, number = result.answer.place(line)
    return Place(f"{result.id}-{line}" if line in lines else "", clean_line(label.in_(lang)), number)


def _finding(diagnosis: Diagnosis, lang: Language) -> Finding:
    return Finding(is_unsure(diagnosis), clean(diagnosis.message.in_(lang)), clean(diagnosis.hint.in_(lang)))


_WRONG = re.compile(r"(\S+\*)(?=\s|$)")


def blocks(detail: str) -> tuple[Block, ...]:
    """A counterexample in parts: a line that is not indented heads the indented ones below it."""
    parts: list[tuple[str, list[str]]] = []
    for row in detail.split("\n"):
        if row.strip() and not row.startswith(" "):
            parts.append((row, []))
        elif row.strip():
            if not parts:
                parts.append(("", []))
            parts[-1][1].append(row.removeprefix("  "))
    return tuple(Block(heading, _pieces("\n".join(rows))) for heading, rows in parts)


def _pieces(text: str) -> tuple[Piece, ...]:
    """Every other part of the split is one that the pattern caught."""
    return tuple(Piece(part, index % 2 == 1) for index, part in enumerate(_WRONG.split(text)) if part)


def _bars(result: RunResult) -> tuple[Bar, ...]:
    total = sum(one.max_score for one in result.exercises)
    bars: list[Bar] = []
    x = 0.0
    for one in result.exercises:
        if not one.max_score:
            continue
        width = BAR_WIDTH * one.max_score / total
        inside = max(width - 4, width / 2)  # a gap, so that the exercises can be told apart
        bars.append(Bar(round(x, 1), round(inside, 1), round(inside * one.score / one.max_score, 1), state(one)))
        x += width
    return tuple(bars)
