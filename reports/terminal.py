"""Results as text: on a terminal with colour, in a pipe without, and the same words in both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple, TextIO

from grader.model import Course, Exercise, ExerciseResult, Language, RunResult
from grader.status import STATE_WORDS, State, word_of
from grader.words import ntext, text
from reports.escape import clean_line
from reports.fitting import Parts, Window, fitted
from reports.lines import Line, Screen, columns, pad, pad_left, screen_of, write
from reports.one_exercise import COLOURS, Fullness, alone, comma, diagnosis_lines, in_brief, note_line, worth_of
from reports.view import (
    instead,
    next_step,
    points,
    score,
    state,
    summary,
)

MOST_DETAILED = 3  # exercises shown in full when there are many

SIGNS: dict[State, str] = {"done": "✓", "started": "✗", "failed": "✗", "not_started": "○", "unjudged": "!"}
ASCII: dict[State, str] = {"done": "+", "started": "x", "failed": "x", "not_started": "-", "unjudged": "!"}


def signs_of(screen: Screen) -> dict[State, str]:
    """The signs of the states, as far as a screen can show them."""
    return SIGNS if screen.has_signs else ASCII


def print_run(
    result: RunResult,
    course: Course,
    lang: Language,
    stream: TextIO,
    done: Collection[str] = (),
    verbose: bool = False,
) -> None:
    """Print a graded submission, on a terminal so that what matters is in sight, unless all is asked for. The next step may
    be an exercise of the course that was not graded, but none of `done`."""
    screen = screen_of(stream)
    window = (
        Window(screen, screen.height - 1, "-v") if screen.height and not verbose else None
    )  # and a line for the prompt
    write(run_lines(result, course, lang, signs_of(screen), done, window, verbose), stream)


def print_list(course: Course, known: Mapping[str, ExerciseResult], lang: Language, stream: TextIO) -> None:
    """Print the exercises of a course by unit, and the state of those of which a result is known."""
    write(list_lines(course, known, lang, signs_of(screen_of(stream))), stream)


def list_lines(
    course: Course, known: Mapping[str, ExerciseResult], lang: Language, signs: Mapping[State, str] = SIGNS
) -> Iterator[Line]:
    """A heading for each unit; state, id, score or points, and title of each exercise."""
    rows = exercise_lines([row_of(one, known.get(one.id), lang) for one in course.exercises], signs)
    done = sum(state(result) == "done" for result in known.values())
    yield Line(text=course.title.in_(lang), style="bold")
    for unit, exercises in groupby(course.exercises, lambda one: one.unit):
        yield Line()
        yield unit_line(unit, course, lang)
        yield from (rows[one.id] for one in exercises)
    total = sum(one.points for one in course.exercises)
    number = len(course.exercises)
    yield Line()
    said = ntext("{n} exercise, {points} points", "{n} exercises, {points} points", number, points=points(total))
    yield Line(text=said.in_(lang), style="dim")
    if done:
        yield Line(text=text("{done} done", done=done).in_(lang), style="dim")


class Row(NamedTuple):
    """An exercise in a table.

    Attributes:
        where: None if nothing is known of it.
        number: its score, or what it is worth.
        title: after what went wrong, if that has a name.
    """

    id: str
    where: State | None
    number: str
    title: str
    lang: Language


def row_of(exercise: Exercise | ExerciseResult, result: ExerciseResult | None, lang: Language) -> Row:
    """An exercise, and how far a person is with it, if that is known."""
    title = clean_line(exercise.title.in_(lang))
    if result is None:
        assert isinstance(exercise, Exercise)
        return Row(
            exercise.id,
            None,
            f"{points(exercise.points)} {text('points').in_(lang)}",
            title,
            lang,
        )
    if result.status not in ("passed", "failed", "not_started"):
        title = f"{word_of(result.status).in_(lang)}: {title}"
    return Row(result.id, state(result), worth_of(result, lang), title, lang)


def exercise_lines(rows: Sequence[Row], signs: Mapping[State, str]) -> dict[str, Line]:
    """The line of each exercise, by id, one below the other. The title comes last: what has no room is cut off there."""
    states = [f"{signs[row.where]} {STATE_WORDS[row.where].in_(row.lang)}" if row.where else "" for row in rows]
    lists = (states, [row.id for row in rows], [row.number for row in rows])
    wide_state, wide_id, wide_number = (max(map(columns, texts), default=0) for texts in lists)
    lines = {}
    for row, said in zip(rows, states, strict=True):
        shown = f"{pad(row.id, wide_id)}  {pad_left(row.number, wide_number)}  {row.title}"
        head = pad(said, wide_state + 2) if wide_state else ""
        lines[row.id] = Line(
            text=shown, style="", head=head, head_style=COLOURS[row.where] if row.where else "", indent=2, cut=True
        )
    return lines


def unit_line(unit: str, course: Course, lang: Language, more: str = "") -> Line:
    """The heading of a unit, and what more there is to say about it."""
    title = course.units.get(unit)
    return Line(
        text=f"  {title.in_(lang)}{more}" if title else more,
        style="" if more else "bold",
        head=unit,
        head_style="bold cyan",
    )


def print_next(
    result: RunResult, course: Course, lang: Language, where: Callable[[Exercise], str], stream: TextIO
) -> None:
    """Print which exercise comes next, after a result on the whole course. `where` tells the file of its answer."""
    write(next_lines(result, course, lang, where), stream)


def next_lines(result: RunResult, course: Course, lang: Language, where: Callable[[Exercise], str]) -> Iterator[Line]:
    """The exercise to go on with, its file and the command; another one, if this one has been begun."""
    step = next_step(result, course)
    graded = {one.id: one for one in result.exercises}
    exercise = next((one for one in course.exercises if one.id == step.exercise), None)
    if exercise is None:
        yield Line(text=text("everything is solved.").in_(lang), style="bold")
        return
    one = graded[exercise.id]
    begun = state(one) in ("started", "failed")
    worth = text("{points} points", points=points(exercise.points))
    if begun:
        worth = text("begun: {score} points", score=score(one.score, one.max_score))
    yield Line(text=f"{exercise.title.in_(lang)} ({worth.in_(lang)})", head=f"{exercise.id}  ", head_style="bold")
    yield Line(text=where(exercise), head=text("your answer goes into ").in_(lang), indent=2)
    yield Line(text=f"{step.reason.in_(lang)} {step.command}", head=text("next: ").in_(lang), head_style="bold")
    other = instead(result, course) if begun else None
    if other is not None:
        yield Line(text=f"grade show {other.id}", head=text("or leave it for now: ").in_(lang))


def run_lines(
    result: RunResult,
    course: Course,
    lang: Language,
    signs: Mapping[State, str] = SIGNS,
    done: Collection[str] = (),
    window: Window | None = None,
    verbose: bool = False,
) -> list[Line]:
    """What there is to say about a graded submission. What it is and what to try come last, for the end is what a terminal
    shows. Of a `window` that is too low for everything, as much as fits is said of what comes before. `verbose`: every
    failed check in full."""
    versions = _alone if len(result.exercises) == 1 else _many
    head = [note_line(note, lang, 0) for note in result.notes]
    total = text("score").in_(lang)
    got = f"{score(result.score, result.max_score)}{comma(lang)}{summary(result, lang)}"
    by = clean_line(course.title.in_(lang))  # always said: whose checks decided is part of a result
    reached = Line(text=f"{total} {got} · {by}", style="bold")
    step = next_step(result, course, done)
    last = [
        Line(),
        Line(text=f"{step.reason.in_(lang)} {step.command}", head=text("next: ").in_(lang), head_style="bold"),
    ]
    shown = versions(result.exercises, course, lang, signs, reached, verbose)
    first = next(shown)
    whole = first._replace(above=[*head, *first.above], below=[*first.below, *last])
    if window is None:
        return [*whole.above, *whole.below]
    shorter = (one._replace(above=[*head, *one.above], below=[*one.below, *last]) for one in shown)
    return fitted(whole, shorter, window, lang)


def _alone(
    results: Sequence[ExerciseResult],
    course: Course,
    lang: Language,
    signs: Mapping[State, str],
    reached: Line,
    verbose: bool,
) -> Iterator[Parts]:
    """Everything, then less and less of it."""
    (result,) = results
    diagnoses = list(diagnosis_lines(result, lang))
    for fullness in list(Fullness)[0 if verbose else 1 :]:
        yield Parts(list(alone(result, lang, signs, fullness)), [Line(), reached, *diagnoses])


def _many(
    results: Sequence[ExerciseResult],
    course: Course,
    lang: Language,
    signs: Mapping[State, str],
    reached: Line,
    verbose: bool,
) -> Iterator[Parts]:
    """The table, and fewer and fewer mistakes."""
    table = list(_table(results, course, lang, signs))
    begun = [one for one in results if state(one) in ("started", "failed", "unjudged")]
    noticed = [one for one in results if one.diagnoses and one not in begun]
    if verbose:
        each = [
            [Line(), *alone(one, lang, signs, Fullness.EACH), *diagnosis_lines(one, lang)] for one in (*begun, *noticed)
        ]
        yield Parts([*table, *chain.from_iterable(each)], [Line(), reached])
        return
    for most in range(MOST_DETAILED, 0, -1):
        below = [Line(), reached]
        for one in (*begun[:most], *noticed[: most if most == MOST_DETAILED or not begun else 0]):
            below += [Line(), *in_brief(one, lang, signs)]
        if begun:
            said = text("for everything about one of them: grade {exercise}", exercise=begun[0].id).in_(lang)
            below += [Line(), Line(text=said, style="dim", indent=2)]
        yield Parts(table, below, scrolls=True)


def _table(
    results: Sequence[ExerciseResult], course: Course, lang: Language, signs: Mapping[State, str]
) -> Iterator[Line]:
    units = [(unit, tuple(group)) for unit, group in groupby(results, lambda one: one.unit)]
    folded = {unit: _folded(group, course, lang) if len(units) > 1 else "" for unit, group in units}
    rows = exercise_lines([row_of(one, one, lang) for one in results if not folded[one.unit]], signs)
    for unit, group in units:
        yield unit_line(unit, course, lang, folded[unit])
        yield from (rows[one.id] for one in group if one.id in rows)


def _folded(group: Sequence[ExerciseResult], course: Course, lang: Language) -> str:
    """What stands for all exercises of a unit of which none was begun, or all are done; empty for other units.
    What was named one by one is shown one by one."""
    states = {state(one) for one in group}
    if len(group) == 1 or len(group) < sum(one.unit == group[0].unit for one in course.exercises):
        return ""
    if states == {"not_started"}:
        return text(": {n} not started", n=len(group)).in_(lang)
    return text(": all {n} done", n=len(group)).in_(lang) if states == {"done"} else ""
