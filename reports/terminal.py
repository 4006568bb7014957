"""Results as text: on a terminal with colour, in a pipe without, and the same words in both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TextIO

from grader.model import NOTHING, CheckResult, Course, Diagnosis, Exercise, ExerciseResult, Language, RunResult, Text
from grader.status import STATE_WORDS, State, word_of
from grader.words import ntext, text
from reports.escape import clean, clean_line
from reports.lines import Line, Screen, columns, pad, pad_left, screen_of, write
from reports.view import (
    diagnosis_message,
    failed_groups,
    group_title,
    hidden_line,
    instead,
    next_step,
    points,
    score,
    state,
    summary,
)

MOST_DETAILED = 3  # exercises shown in full when there are many
MOST_OUTPUT = 10  # lines of what the student's code printed

SIGNS: dict[State, str] = {"done": "✓", "started": "✗", "failed": "✗", "not_started": "○", "unjudged": "!"}
ASCII: dict[State, str] = {"done": "+", "started": "x", "failed": "x", "not_started": "-", "unjudged": "!"}
COLOURS: dict[State, str] = {
    "done": "green", "started": "red", "failed": "red", "not_started": "dim", "unjudged": "yellow",
}  # fmt: skip


def signs_of(screen: Screen) -> dict[State, str]:
    """The signs of the states, as far as a screen can show them."""
    return SIGNS if screen.has_signs else ASCII


def print_run(result: RunResult, course: Course, lang: Language, stream: TextIO, done: Collection[str] = ()) -> None:
    """Print a graded submission. The next step may be an exercise of the course that was not graded, but none of `done`."""
    write(run_lines(result, course, lang, signs_of(screen_of(stream)), done), stream)


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
    return Row(result.id, state(result), _worth(result, lang), title, lang)


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
    signs: dict[State, str] = SIGNS,
    done: Collection[str] = (),
) -> Iterator[Line]:
    """Everything there is to say about a graded submission."""
    for note in result.notes:
        yield _note(note, lang, 0)
    if len(result.exercises) == 1:
        yield from _alone(result.exercises[0], lang, signs)
    else:
        yield from _many(result.exercises, course, lang, signs)
    yield Line()
    total = text("score").in_(lang)
    reached = f"{score(result.score, result.max_score)}{_comma(lang)}{summary(result, lang)}"
    by = clean_line(course.title.in_(lang))  # always said: whose checks decided is part of a result
    yield Line(text=f"{total} {reached} · {by}", style="bold")
    step = next_step(result, course, done)
    yield Line(text=f"{step.reason.in_(lang)} {step.command}", head=text("next: ").in_(lang), head_style="bold")


def _alone(result: ExerciseResult, lang: Language, signs: dict[State, str]) -> Iterator[Line]:
    where = state(result)
    head = f"{signs[where]} {word_of(result.status).in_(lang)}"
    row = f"  {result.id}{_comma(lang)}{clean_line(result.title.in_(lang))}  {_worth(result, lang)}"
    yield Line(text=row, style="bold", head=head, head_style=f"bold {COLOURS[where]}")
    yield from _diagnoses(result, lang)
    if where in ("not_started", "unjudged") or not result.checks:
        if result.message:
            yield Line(text=result.message.in_(lang), indent=2)
    else:
        for index, group in enumerate(failed_groups(result)):
            if index < 2:
                yield Line()
            yield from _failed(result, group, lang, signs, in_full=index == 0)
        yield Line()
    for note in result.notes:
        yield _note(note, lang, 2)
    passed = sum(check.status == "passed" for check in result.checks)
    if passed:
        said = ntext("{n} check passed", "{n} checks passed", passed).in_(lang)
        yield Line(text=said, head=f"{signs['done']} ", head_style="green", indent=2)
    hidden = hidden_line(result, lang)
    if hidden and where not in ("not_started", "unjudged"):
        yield Line(text=hidden, style="dim", indent=4)


def _failed(
    result: ExerciseResult, group: list[CheckResult], lang: Language, signs: dict[State, str], in_full: bool
) -> Iterator[Line]:
    """A failed check. The first one has its counterexample and its output: one is enough to start from."""
    first = group[0]
    stretch = not first.max_score
    most = sum(check.max_score for check in group)
    worth = text("stretch, costs nothing").in_(lang) if stretch else score(sum(check.score for check in group), most)
    if any(check.hidden for check in group):
        worth = text("hidden, ").in_(lang) + worth
    sign, colour = (signs["not_started"], "dim") if stretch else (signs["failed"], "red")
    title = group_title(group, lang)
    if len(group) > MOST_DETAILED:
        title = text("{n} checks, all alike", n=len(group)).in_(lang)
    yield Line(text=f"{title} ({worth})", style="bold" if in_full else "", head=f"{sign} ", head_style=colour, indent=2)
    yield Line(text=first.message.in_(lang) or word_of(first.status).in_(lang), indent=4)
    if not in_full:
        return
    source = result.answer.quote(first.line) if result.answer and first.line else ""
    if source and source not in first.message.in_(lang):
        label, number = result.answer.place(first.line) if result.answer and first.line else (NOTHING, 0)
        place = text("{label}, line {number}: ", label=label, number=number).in_(lang)
        yield Line(text=source, head=place, head_style="dim", indent=4)
    yield from (
        Line(text=row, indent=6, whole=True) for row in clean(first.detail.in_(lang)).split("\n") if row.strip()
    )
    yield from _output(first.output, lang)


def _output(output: str, lang: Language) -> Iterator[Line]:
    rows = clean(output).rstrip().split("\n")
    if rows == [""]:
        return
    yield Line(text=text("your code printed:").in_(lang), style="dim", indent=4)
    yield from (Line(text=row, head="| ", head_style="dim", indent=6, whole=True) for row in rows[:MOST_OUTPUT])
    if len(rows) > MOST_OUTPUT:
        said = ntext("({n} more line)", "({n} more lines)", len(rows) - MOST_OUTPUT)
        yield Line(text=said.in_(lang), style="dim", indent=6)


def _diagnoses(result: ExerciseResult, lang: Language) -> Iterator[Line]:
    """The mistakes, and after them what costs nothing."""
    for one in result.diagnoses:
        yield Line()
        yield from _diagnosis(one, lang, 2)


def _diagnosis(diagnosis: Diagnosis, lang: Language, indent: int) -> Iterator[Line]:
    is_notice = diagnosis.kind == "notice"
    name = text("notice: ") if is_notice else text("what it is: ")
    colour = "yellow" if is_notice else "bold magenta"
    yield Line(text=diagnosis_message(diagnosis, lang), style="", head=name.in_(lang), head_style=colour, indent=indent)
    if diagnosis.hint:
        head = text("try: ").in_(lang)
        yield Line(text=diagnosis.hint.in_(lang), head=head, head_style="cyan", indent=indent + 2)


def _many(
    results: tuple[ExerciseResult, ...], course: Course, lang: Language, signs: dict[State, str]
) -> Iterator[Line]:
    units = [(unit, tuple(group)) for unit, group in groupby(results, lambda one: one.unit)]
    folded = {unit: _folded(group, course, lang) if len(units) > 1 else "" for unit, group in units}
    rows = exercise_lines([row_of(one, one, lang) for one in results if not folded[one.unit]], signs)
    for unit, group in units:
        yield unit_line(unit, course, lang, folded[unit])
        yield from (rows[one.id] for one in group if one.id in rows)
    begun = [one for one in results if state(one) in ("started", "failed", "unjudged")]
    noticed = [one for one in results if one.diagnoses and one not in begun]
    for one in (*begun[:MOST_DETAILED], *noticed[:MOST_DETAILED]):
        yield Line()
        yield from _in_brief(one, lang, signs)
    if begun:
        yield Line()
        said = text("for everything about one of them: grade {exercise}", exercise=begun[0].id).in_(lang)
        yield Line(text=said, style="dim", indent=2)


def _folded(group: Sequence[ExerciseResult], course: Course, lang: Language) -> str:
    """What stands for all exercises of a unit of which none was begun, or all are done; empty for other units.
    What was named one by one is shown one by one."""
    states = {state(one) for one in group}
    if len(group) == 1 or len(group) < sum(one.unit == group[0].unit for one in course.exercises):
        return ""
    if states == {"not_started"}:
        return text(": {n} not started", n=len(group)).in_(lang)
    return text(": all {n} done", n=len(group)).in_(lang) if states == {"done"} else ""


def _in_brief(result: ExerciseResult, lang: Language, signs: dict[State, str]) -> Iterator[Line]:
    """The mistake if it has a name, else the first failure."""
    where = state(result)
    yield Line(text="", style="bold", head=f"{signs[where]} {result.id}", head_style=f"bold {COLOURS[where]}", indent=2)
    if result.diagnoses:
        yield from _diagnosis(result.diagnoses[0], lang, 4)  # mistakes stand before notices
    elif where != "unjudged" and (groups := failed_groups(result)):
        message = groups[0][0].message.in_(lang) or word_of(groups[0][0].status).in_(lang)
        yield Line(
            text=f"{group_title(groups[0][:1], lang)}: {message}", indent=4
        )  # a title may fill a narrow terminal
    else:
        yield Line(text=result.message.in_(lang), indent=4)


def _worth(result: ExerciseResult, lang: Language) -> str:
    if not result.max_score:
        return text("not counted").in_(lang)
    return score(result.score, result.max_score)


def _note(note: Text, lang: Language, indent: int) -> Line:
    return Line(text=note.in_(lang), head=text("note: ").in_(lang), head_style="yellow", indent=indent)


def _comma(lang: Language) -> str:
    return "、" if lang == "ja" else ", "
