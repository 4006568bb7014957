"""What `similarity.py` compares: the source that a person handed in for an exercise, and what is known of it beforehand."""

from __future__ import annotations

from grader.course.stub import pristine_stub
from grader.model import Answer, Course, Exercise
from grader.submission.definitions import seems_to_define
from grader.submission.load import is_untouched


def own_source(answer: Answer, exercise: Exercise) -> str:
    """An answer's source; of several cells those that define what is asked for, one below the other. Empty for an untouched
    stub."""
    if answer.problem or is_untouched(answer, exercise):
        return ""
    cells = [cell for cell in answer.cells if len(answer.cells) == 1 or seems_to_define(cell.text, exercise.spellings)]
    return "\n".join(cell.text for cell in cells)


def known_sources(course: Course) -> dict[str, list[str]]:
    """By exercise: the stub, the reference and the accepted alternatives."""
    return {exercise.id: [pristine_stub(exercise), *_solutions(exercise)] for exercise in course.exercises}


def _solutions(exercise: Exercise) -> list[str]:
    if exercise.solution is None:
        return []
    paths = [exercise.solution / exercise.stub.name, exercise.solution / "alternatives.py"]
    return [path.read_text(encoding="utf-8") for path in paths if path.is_file()]
