"""Oracles that are kept: what the reference and the known mistakes give is worked out once, for whoever grades again and
again (`grade watch`, `%grade`)."""

from __future__ import annotations

from grader.checks.oracle import Oracle
from grader.course.stamps import exercise_stamp
from grader.model import Course, Exercise


class KeptOracles:
    """Call it as `Oracle` is called: it gives the same one as long as the exercise, its files and what the course decides are the same."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], tuple[object, Oracle]] = {}

    def __call__(self, course: Course, exercise: Exercise, seed: int) -> Oracle:
        """Raises CourseError."""
        made_of = course.secret, course.disclosure, exercise, exercise_stamp(exercise)
        kept = self._kept.get((exercise.id, seed))
        if kept is None or kept[0] != made_of:
            kept = (made_of, Oracle(course, exercise, seed))
            self._kept[(exercise.id, seed)] = kept
        return kept[1]
