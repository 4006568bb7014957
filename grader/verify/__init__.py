"""Certifies a course: what `grade verify` demands of every exercise, each with the file to mend.

- texts (`texts.py`): titles, hints, statements and messages exist in English and Japanese, formulas can be shown,
  points add up, and no public text tells a line of the solution
- pictures (`sketches.py`): each is drawn on the reference, and every curve is finite
- gradients (`gradients.py`): every gradient check agrees with finite differences, sees an entry that is off by a
  thousandth, and is not vacuous
- implementations (`implementations.py`): the stub is what the reference generates and is graded *not started*; the
  reference passes in the sandbox; right answers in other styles pass; every mistake fails and is diagnosed as
  itself; every small change of the reference fails (`mutation.py`, `mutate.py`); and between right and wrong lies a margin of ten
  times the tolerance on both sides
- arguments (`arguments.py`): a check that rejects a mistake or a mutant still rejects it if it also rewrites what it is
  handed
- labels (`labels.py`): every key of what a check observes is a name of the exercise or a phrase in both languages, and
  points are given to parts that are there
- trivial answers (`trivial.py`): where an answer is held against itself, or has points by part, nobody earns any for nothing
- costs (`costs.py`): a mistake about one quantity costs at most half of the points
- float32 (`coarse.py`): every mistake is rejected in float32, too
- pairs (`apart.py`): no two mistakes are the same in all checks
- keywords (`keywords.py`): what is handed over by name may have another name in an answer, or be given by position or name only
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from grader.checks.oracle import Oracle
from grader.course.stub import pristine_stub
from grader.errors import CourseError
from grader.model import Course, Exercise
from grader.sandbox.host import Sandbox, open_sandbox
from grader.verify import implementations, texts
from grader.verify.apart import apart
from grader.verify.arguments import arguments
from grader.verify.certificate import Certificate, Finding, Margin, what_is_at_fault
from grader.verify.coarse import coarse
from grader.verify.costs import costs
from grader.verify.document import propose_json, verify_json
from grader.verify.gradients import gradients
from grader.verify.keywords import keywords
from grader.verify.labels import labels
from grader.verify.mutation import mutation
from grader.verify.propose import Proposals, propose
from grader.verify.sketches import pictures
from grader.verify.table import table
from grader.verify.trivial import trivial

__all__ = [
    "Certificate", "Finding", "Margin", "Proposals", "propose_all", "propose_json", "table", "verify", "verify_all",
    "verify_json", "write_stub",
]  # fmt: skip


def verify(course: Course, exercise: Exercise, sandbox: Sandbox) -> Certificate:
    """Certify one exercise."""
    try:
        oracle = Oracle(course, exercise, 0)
        untranslated = list(texts.languages(oracle))
        findings = [*untranslated, *texts.formulas(oracle), *texts.points(oracle), *texts.leaks(oracle)]
        findings += [*implementations.stub(oracle, sandbox), *implementations.reference_passes(oracle, sandbox)]
        findings += [*pictures(oracle), *gradients(oracle), *labels(oracle), *trivial(oracle), *keywords(oracle)]
        unlike, right, alternatives = implementations.alternatives(oracle)
        misjudged, wrong = implementations.mistakes(oracle)
        found, dear = costs(oracle)
        alike, nearly, one = apart(oracle)
        misled = [*arguments(oracle), *coarse(oracle)]
        tried = mutation(oracle, sandbox)
        margins, narrow = implementations.margins(oracle, [*right, *wrong, *tried.sightings])
        return Certificate(
            exercise=exercise,
            bilingual=not untranslated,
            checks=len(oracle.checks),
            hidden=sum(check.hidden for check in oracle.checks),
            gradients=sum(check.gradient for check in oracle.checks),
            mistakes=len(oracle.mistakes),
            alternatives=alternatives,
            mutants=tried.tried,
            survived=tried.survived,
            waived=tried.waived,
            margins=tuple(margins),
            costs=tuple(found),
            alike=tuple(alike),
            nearly=tuple(nearly),
            findings=(*findings, *unlike, *misjudged, *one, *dear, *tried.findings, *narrow, *misled),
        )
    except CourseError as error:
        return Certificate(exercise=exercise, findings=what_is_at_fault(exercise, error))


def verify_all(course: Course, exercises: Sequence[Exercise]) -> Iterator[Certificate]:
    """Certify many exercises on all cores; certificates come in the order of `exercises`."""
    return _each(verify, course, exercises)


def propose_all(course: Course, exercises: Sequence[Exercise]) -> Iterator[Proposals]:
    """Propose mistakes for many exercises, in the same way."""
    return _each(propose, course, exercises)


_Found = TypeVar("_Found")


def _each(
    work: Callable[[Course, Exercise, Sandbox], _Found], course: Course, exercises: Sequence[Exercise]
) -> Iterator[_Found]:
    if len(exercises) == 1:
        yield _there((work, course, exercises[0]))
        return
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        yield from pool.map(_there, [(work, course, exercise) for exercise in exercises])


def _there(job: tuple[Callable[[Course, Exercise, Sandbox], _Found], Course, Exercise]) -> _Found:
    work, course, exercise = job
    with open_sandbox() as sandbox:
        return work(course, exercise, sandbox)


def write_stub(exercise: Exercise) -> bool:
    """Generate the stub from the reference; whether it changed."""
    stub = pristine_stub(exercise)
    if exercise.stub.is_file() and exercise.stub.read_text(encoding="utf-8") == stub:
        return False
    exercise.stub.write_text(stub, encoding="utf-8")
    return True
