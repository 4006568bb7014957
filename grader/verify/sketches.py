"""Pictures: each says in both languages what it shows, and the reference draws it, in full."""

from __future__ import annotations

from collections.abc import Iterator

from grader.checks.materials import load_sketches
from grader.checks.oracle import Oracle
from grader.errors import CourseError
from grader.judge.sketches import expected_curves
from grader.model import same
from grader.verify.certificate import Finding
from grader.words import text


def pictures(oracle: Oracle) -> Iterator[Finding]:
    """What is wrong with the `@picture` scenarios of an exercise, each run on the reference."""
    path = oracle.exercise.folder / "checks.py"
    for sketch in load_sketches(oracle.exercise):
        for said in (sketch.check.title, sketch.over):
            if not said.en.strip() or not said.ja.strip():
                name = sketch.check.id
                yield Finding(path, text("{name}: say what it shows in English and in Japanese.", name=name))
        try:
            expected_curves(sketch, oracle.expected(sketch.check, 0).value)
        except CourseError as error:
            yield Finding(path, same(str(error)))
