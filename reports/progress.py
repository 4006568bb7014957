"""One student's report: first the page as data, `page`, then as a single HTML file, `progress_html`."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from grader.judge.sketches import Picture
from grader.model import Attempt, CheckResult, Course, Diagnosis, Exercise, ExerciseResult, Language, RunResult
from grader.status import State, word_of
from reports.blocks import Block, blocks
from reports.code import Code, code
from reports.escape import clean, clean_line
from reports.history import History, history_view, lines
from reports.html import environment, stylesheet
from reports.map import Bar, Region, bars, course_map, unit_name
from reports.pictures import Curve, HeatTable, curves, heat_tables
from reports.statement import statement_html
from reports.view import (  # fmt: skip
    Step,
    failed_groups,
    hidden_line,
    next_step,
    next_step_for,
    points,
    score,
    state,
    summary,
    word,
)

NONE: Mapping[str, Any] = MappingProxyType({})


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
        heats: where its gradients are wrong.
    """

    titles: tuple[tuple[str, bool], ...]
    status: str
    worth: str
    message: str
    blocks: tuple[Block, ...]
    output: str
    place: Place | None
    heats: tuple[HeatTable, ...]


@dataclass(frozen=True)
class Finding:
    """A diagnosis or a notice, in words; `perhaps` if it is not sure."""

    perhaps: bool
    message: str
    hint: str


@dataclass(frozen=True)
class Section:
    """One exercise.

    Attributes:
        past: `3 attempts; first passed on 21 Nov 2026`.
        astray, right: its curves, by whether they are the expected ones.
    """

    id: str
    title: str
    past: str
    state: State
    word: str
    worth: str
    message: str
    diagnoses: tuple[Finding, ...]
    notices: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    astray: tuple[Curve, ...]
    right: tuple[Curve, ...]
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
    regions: tuple[Region, ...]
    history: History | None
    units: tuple[Unit, ...]
    others: int
    footer: str


def page(
    result: RunResult,
    course: Course,
    lang: Language,
    pictures: Mapping[str, tuple[Picture, ...]],
    history: tuple[Attempt, ...],
    hints: Mapping[str, int],
) -> ProgressPage:
    """The page of one graded submission, every text in `lang` and clean."""
    exercises = {one.id: one for one in course.exercises}
    past = lines(history, hints, lang)
    sections = [
        section(one, exercises.get(one.id), lang, pictures.get(one.id, ()), past.get(one.id, ""))
        for one in result.exercises
    ]
    units = tuple(
        Unit(*unit_name(unit, course.unit_title(unit).in_(lang)), tuple(one for _, one in group))
        for unit, group in groupby(zip(result.exercises, sections, strict=True), lambda pair: pair[0].unit)
    )
    step = next_step(result, course)
    titles = {one.id: one.title for one in course.exercises} | {one.id: one.title for one in result.exercises}
    about = titles.get(step.exercise)
    return ProgressPage(
        lang,
        clean_line(course.title.in_(lang)),
        _name(result.submission),
        points(result.score),
        points(result.max_score),
        summary(result, lang),
        bars(result),
        step,
        clean_line(about.in_(lang)) if about else "",
        any(one.id == step.exercise for one in result.exercises),
        tuple(clean(note.in_(lang)) for note in result.notes),
        course_map(result, course, history, step.exercise, lang),
        history_view(history, hints, course, result, lang),
        units,
        len(exercises.keys() - {one.id for one in result.exercises}),
        f"gradkata {result.grader_version} · seed {result.seed} · sandbox {result.sandbox}",
    )


def _name(submission: str) -> str:
    """What was handed in, as people call it; where on a disk it lay is nobody's business."""
    path = PurePath(submission)
    return clean_line(path.name if path.is_absolute() else submission)


def progress_html(
    result: RunResult,
    course: Course,
    lang: Language,
    pictures: Mapping[str, tuple[Picture, ...]] = NONE,
    history: tuple[Attempt, ...] = (),
    hints: Mapping[str, int] = NONE,
) -> str:
    """The report as one file that needs no other: no script, no request, the same bytes for the same result.

    `pictures` by exercise (`grader/judge/sketches.py`); `history`: earlier attempts and this one, in order of time; `hints`: how
    many were looked at, by exercise.
    """
    style = stylesheet("progress")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = environment(lang).get_template("progress.html.j2")
    # style is our own file; escaping its quotes would break both it and the hash that the policy names
    shown = page(result, course, lang, pictures, history, hints)
    return template.render(page=shown, style=Markup(style), digest=digest) + "\n"


def section(
    result: ExerciseResult,
    exercise: Exercise | None,
    lang: Language,
    pictures: Sequence[Picture] = (),
    past: str = "",
) -> Section:
    """One exercise's part of a page. `past`: what is remembered of it, in words."""
    where = state(result)
    failures = () if where in ("not_started", "unjudged") else tuple(failed_groups(result))
    failing = frozenset(group[0].line for group in failures if group[0].line is not None)
    shown = code(result.answer, failing, exercise, lang) if result.answer and where != "not_started" else None
    numbers = frozenset(line.line for cell in (shown.cells if shown else ()) for line in cell.lines)
    drawn = curves(pictures, lang)
    return Section(
        result.id,
        clean_line(result.title.in_(lang)),
        past,
        where,
        word(result, lang),
        score(result.score, result.max_score) if result.max_score else "",
        "" if failures else clean(result.message.in_(lang)),
        tuple(_finding(one, lang) for one in result.diagnoses if one.kind != "notice"),
        tuple(_finding(one, lang) for one in result.diagnoses if one.kind == "notice"),
        tuple(_failure(result, group, numbers, pictures, lang) for group in failures),
        tuple(one for one in drawn if not one.agrees),
        tuple(one for one in drawn if one.agrees),
        tuple(
            (clean_line(one.title.in_(lang)), one.hidden, not one.max_score)
            for one in result.checks
            if one.status == "passed"
        ),
        hidden_line(result, lang),
        tuple(clean(note.in_(lang)) for note in result.notes),
        shown if shown and shown.cells else None,
        bool(failing & numbers),
        statement_html(exercise.statement(lang), lang) if exercise else None,
        next_step_for(result),
    )


def _failure(
    result: ExerciseResult,
    group: list[CheckResult],
    numbers: frozenset[int],
    pictures: Sequence[Picture],
    lang: Language,
) -> Failure:
    first = group[0]
    most = sum(check.max_score for check in group)
    return Failure(
        tuple((clean_line(check.title.in_(lang)), check.hidden) for check in group),
        word_of(first.status).in_(lang),
        score(sum(check.score for check in group), most) if most else "",
        clean(first.message.in_(lang)),
        blocks(clean(first.detail.in_(lang))),
        clean(first.output).rstrip(),
        _place(result, first.line, numbers, lang),
        heat_tables(pictures, [check.id for check in group], lang),
    )


def _place(result: ExerciseResult, line: int | None, numbers: frozenset[int], lang: Language) -> Place | None:
    if line is None or result.answer is None:
        return None
    label, number = result.answer.place(line)
    return Place(f"{result.id}-{line}" if line in numbers else "", clean_line(label.in_(lang)), number)


def _finding(diagnosis: Diagnosis, lang: Language) -> Finding:
    return Finding(diagnosis.is_unsure, clean(diagnosis.message.in_(lang)), clean(diagnosis.hint.in_(lang)))
