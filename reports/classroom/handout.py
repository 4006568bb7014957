"""One student's page to hand out: what was graded, with the points that count, and nothing of others."""

from __future__ import annotations

from math import isnan

from grader.gradebook.records import ClassTable
from grader.model import Course, ExerciseResult, Language, RunResult, Text
from grader.words import text
from reports.progress import progress_html
from reports.view import points


def handout(result: RunResult, course: Course, table: ClassTable, row: int, lang: Language) -> str:
    """The page for the student in `row`. What a teacher decided shows in the points; why she did stays with her."""
    student = table.students[row]
    places = {column.id: place for place, column in enumerate(table.exercises)}
    exercises = tuple(_counted(one, float(table.score[row, places[one.id]])) for one in result.exercises)
    total, most = float(table.total[row]), float(table.most[row])
    notes = result.notes
    if abs(sum(one.score for one in exercises) - total) > 1e-9:
        notes += (text("In all {total} points count, as your teacher decided.", total=points(total)),)
    graded = {one.id for one in exercises}
    shown = result._replace(
        submission=student.name or student.id, score=total, max_score=most, exercises=exercises, notes=notes
    )
    return progress_html(
        shown, course._replace(exercises=tuple(one for one in course.exercises if one.id in graded)), lang
    )


def _counted(result: ExerciseResult, counts: float) -> ExerciseResult:
    """A result with the points that count for it; NaN where none do."""
    if isnan(counts):
        note = text("You are excused from this: it counts neither for nor against you.")
        return result if result.status == "grader_error" else _noted(result._replace(score=0.0, max_score=0.0), note)
    if abs(counts - result.score) < 1e-9:
        return result
    note = text(
        "Graded {graded} points; {counts} count, as your teacher decided.",
        graded=points(result.score),
        counts=points(counts),
    )
    return _noted(result._replace(score=counts), note)


def _noted(result: ExerciseResult, note: Text) -> ExerciseResult:
    return result._replace(notes=(note, *result.notes))
