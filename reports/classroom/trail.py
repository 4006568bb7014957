"""The trail of a grade, for a terminal and as JSON (`gradkata/why/v1`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from grader.classroom.audit import ExerciseTrail, Step, Trail
from grader.gradebook.book import Decision
from grader.model import Language, Text, same
from grader.status import word_of
from grader.words import text
from reports.escape import clean, clean_line
from reports.lines import Line, write
from reports.view import diagnosis_message, failed_groups, group_title, points, score


def print_trail(found: Trail, lang: Language, stream: TextIO) -> None:
    """Everything that decided about a grade, newest last."""
    write(list(_lines(found, lang)), stream)


def _lines(found: Trail, lang: Language) -> Iterator[Line]:
    who = clean_line(" ".join(part for part in (found.student.id, found.student.name) if part))
    yield Line(text=f"{who}  {score(found.total, found.most)}", style="bold")
    if found.handed_in:
        last = text("handed in last: {name}", name=found.handed_in.name).in_(lang)
        late = text("late").in_(lang) if found.handed_in.late else ""
        yield Line(text=" ".join(part for part in (clean_line(last), clean_line(found.handed_in.at), late) if part))
        if found.handed_in.problem:
            yield Line(text=clean_line(found.handed_in.problem.in_(lang)), indent=2)
        for note in found.handed_in.notes:
            yield Line(text=clean_line(note.in_(lang)), indent=2)
    else:
        yield Line(text=text("handed in nothing.").in_(lang))
    for one in found.decisions:
        yield Line(text=clean_line(_decision(one).in_(lang)), head="• ")
    said = found.handed_in.notes if found.handed_in else ()
    for exercise in found.exercises:
        yield Line()
        yield from _exercise(exercise, said, lang)
    if found.unanswered:
        yield Line()
    for id_, most in found.unanswered:
        yield Line(text=f"{id_}  {score(0, most)}  {word_of('missing').in_(lang)}", style="bold")


def _exercise(one: ExerciseTrail, said: Sequence[Text], lang: Language) -> Iterator[Line]:
    counts = text("does not count").in_(lang) if one.points is None else score(one.points, one.summary.max_score)
    yield Line(text=f"{one.exercise}  {counts}  {word_of(one.summary.status).in_(lang)}", style="bold")
    for note in [note for note in one.counting.notes if note not in said]:
        yield Line(text=clean_line(note.in_(lang)), indent=2)
    for diagnosis in [one for one in one.counting.diagnoses if one.message not in said]:
        yield Line(text=clean_line(f"{diagnosis_message(diagnosis, lang)} [{diagnosis.slug}]"), indent=2)
    for group in failed_groups(one.counting):
        message = group[0].message.in_(lang) or word_of(group[0].status).in_(lang)
        worth = score(sum(check.score for check in group), sum(check.max_score for check in group))
        yield Line(text=clean_line(f"{group_title(group, lang)}: {message}"), head=f"{worth}  ", indent=2)
    counting = _counting(one)
    for step in one.steps:
        mark = "→" if step is counting else " "
        yield Line(text=clean_line(_step(step).in_(lang)), head=f"{mark} ", indent=2)
    if one.changed:
        yield Line(
            text=text("the exercise was changed since; grading again may give something else.").in_(lang), indent=2
        )
    elif one.elsewhere:
        yield Line(text=text("it was graded by other versions than those here.").in_(lang), indent=2)
    if one.command:
        yield Line(
            text=one.command, head=text("to get it again (with --save answers): ").in_(lang), indent=2, whole=True
        )


def _counting(one: ExerciseTrail) -> Step:
    """The step that counts: of several with the same result the last."""
    return [step for step in one.steps if step.result.key == one.summary.key][-1]


def _step(step: Step) -> Text:
    result, run = step.result, step.run
    return text(
        "run {number}, {at}, by {author}: {score}, {status}; {environment}, seed {seed}, sandbox {sandbox}",
        number=step.number, at=run.at, author=run.author, score=score(result.score, result.max_score),
        status=word_of(result.status), environment=result.environment, seed=result.seed, sandbox=result.sandbox,
    )  # fmt: skip


def _decision(one: Decision) -> Text:
    decided = one.adjustment
    where = same(decided.exercise) if decided.exercise else text("all of it")
    return text(
        "{where}: {what}, {at}, by {author}: {reason}",
        where=where, what=_taken_back(one) if one.taken_back else _kind(one), at=decided.at, author=decided.author,
        reason=decided.reason,
    )  # fmt: skip


def _kind(one: Decision) -> Text:
    value = points(one.adjustment.value)
    return {
        "override": text("{value} points, whatever was graded", value=value),
        "extra": text("{value} points more", value=value),
        "late": text("{percent} % less, for being late", percent=points(100 * one.adjustment.value)),
        "excused": text("excused"),
    }[one.adjustment.kind]


def _taken_back(one: Decision) -> Text:
    return {
        "override": text("the points are again those that were graded"),
        "extra": text("no extra points any more"),
        "late": text("no longer less for being late"),
        "excused": text("no longer excused"),
    }[one.adjustment.kind]


def trail_json(found: Trail, lang: Language) -> dict[str, Any]:
    """The trail as data."""
    return {
        "schema": "gradkata/why/v1",
        "student": {key: clean_line(value) for key, value in found.student._asdict().items()},
        "score": found.total,
        "max_score": found.most,
        "handed_in": clean_line(found.handed_in.name) if found.handed_in else None,
        "problem": clean(found.handed_in.problem.in_(lang)) if found.handed_in else "",
        "notes": [clean(note.in_(lang)) for note in found.handed_in.notes] if found.handed_in else [],
        "adjustments": [
            {
                key: clean_line(value) if isinstance(value, str) else value
                for key, value in one.adjustment._asdict().items()
            }
            | {"taken_back": one.taken_back}
            for one in found.decisions
        ],
        "exercises": [_exercise_json(one, lang) for one in found.exercises],
    }


def _exercise_json(one: ExerciseTrail, lang: Language) -> dict[str, Any]:
    return {
        "id": one.exercise,
        "status": one.summary.status,
        "score": one.points,
        "raw_score": one.summary.score,
        "max_score": one.summary.max_score,
        "message": clean(one.counting.message.in_(lang)),
        "notes": [clean(note.in_(lang)) for note in one.counting.notes],
        "mistakes": list(one.summary.mistakes),
        "exercise_changed_since": one.changed,
        "other_versions_here": one.elsewhere,
        "command": one.command,
        "history": [
            {
                "run": step.number,
                "at": step.run.at,
                "author": clean_line(step.run.author),
                "status": step.result.status,
                "score": step.result.score,
                "max_score": step.result.max_score,
                "graded_by": step.result.environment,
                "seed": step.result.seed,
                "sandbox": step.result.sandbox,
                "counts": step is _counting(one),
            }
            for step in one.steps
        ],
    }
