"""Every case, in a class among innocent students, in four configurations; and what must hold after each of the runs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from grader.sandbox.launch import can_fork
from tests.hostile import invariants
from tests.hostile.catalogue import Case, catalogue
from tests.hostile.configurations import CONFIGURATIONS, Configuration
from tests.hostile.stage import Graded, grade_class, stage
from tests.hostile.watched import watched

pytestmark = pytest.mark.skipif(not can_fork(), reason="confinement needs Linux")

CASES = catalogue()


def class_of(configuration: Configuration, apart: bool) -> tuple[Case, ...]:
    return tuple(one for one in CASES if one.apart == apart and one.only in configuration.name)


@pytest.fixture(scope="module")
def innocent() -> Iterator[Graded]:
    """The same class without the attacks, graded once: the result of an answer is the same in every configuration."""
    with stage(CONFIGURATIONS[0]) as folder:
        yield grade_class(CONFIGURATIONS[0], folder, CASES, attack=False)


Grade = Callable[[Configuration, bool], Graded]


@pytest.fixture(scope="module")
def graded() -> Iterator[Grade]:
    """Each class in each configuration, graded once."""
    known: dict[tuple[str, bool], Graded] = {}
    with ExitStack() as stack:

        def grade(configuration: Configuration, apart: bool) -> Graded:
            key = configuration.name, apart
            if key not in known:
                folder = stack.enter_context(stage(configuration))
                known[key] = grade_class(configuration, folder, class_of(configuration, apart))
            return known[key]

        yield grade


def of_each() -> list[Any]:
    """Each case in each configuration. What is due fails; if it does not, the mark must go."""
    return [
        pytest.param(
            configuration,
            case,
            id=f"{configuration.name}-{case.name}",
            marks=[pytest.mark.xfail(strict=True, reason=case.due)] if case.is_due(configuration.name) else [],
        )
        for configuration in CONFIGURATIONS
        for case in CASES
        if case.only in configuration.name
    ]


each_configuration = pytest.mark.parametrize("configuration", CONFIGURATIONS, ids=[one.name for one in CONFIGURATIONS])


@each_configuration
def test_it_grades_as_it_is_meant_to(configuration: Configuration) -> None:
    """Or the four would be one."""
    with stage(configuration) as folder:
        ran = watched(configuration.command("doctor", "--format", "json"), folder, configuration.environment(folder))
    doctor = json.loads(ran.stdout)
    assert doctor["level"] == configuration.level
    assert next(one["holds"] for one in doctor["layers"] if one["name"] == "bubblewrap") == configuration.bubblewrap


@each_configuration
def test_a_class_of_attackers_is_graded(
    configuration: Configuration, graded: Grade, innocent: Graded, record_property: Any
) -> None:
    _holds(graded(configuration, False), class_of(configuration, False), innocent, record_property)


@each_configuration
def test_a_class_apart_is_graded(
    configuration: Configuration, graded: Grade, innocent: Graded, record_property: Any
) -> None:
    _holds(graded(configuration, True), class_of(configuration, True), innocent, record_property)


def _holds(run: Graded, cases: tuple[Case, ...], innocent: Graded, record_property: Any) -> None:
    record_property(
        "hostile",
        f"{run.configuration.name}: {len(cases)} cases in one class of {len(run.students)} students, {len(run.results)} results, "
        f"{run.watched.seconds:.0f} s, the grader's peak {run.watched.peak >> 20} MiB; the slowest: {run.slowest}",
    )
    invariants.nothing_is_left(run)
    invariants.everybody_is_there(run)
    invariants.gradebook_is_whole(run)
    invariants.others_are_the_same(run, innocent, {one.name: one for one in cases})
    invariants.bounded(run)
    invariants.ended_well(run)


@pytest.mark.parametrize(("configuration", "case"), of_each())
def test_its_verdict_is_right(configuration: Configuration, case: Case, graded: Grade) -> None:
    run = graded(configuration, case.apart)
    exercises = (
        [case.exercise] if case.exercise else sorted({id_ for student, id_ in run.results if student == case.name})
    )
    assert exercises
    for id_ in exercises:
        result = run.results[case.name, id_]
        invariants.verdict_is_right(case, result)
        invariants.says_it_in_one_line(result, str(run.folder / "course"))
        invariants.tells_no_secret(result)
        invariants.took_not_long(run.seconds[case.name, id_])
        assert re.search(case.says, result["message"]), result["message"]


def test_there_are_enough(record_property: Any) -> None:
    due = [one.name for one in CASES if one.due]
    apart = [one.name for one in CASES if one.apart]
    record_property("hostile", f"{len(CASES)} cases; {len(apart)} of them apart; {len(due)} due: {', '.join(due)}")
    assert len(CASES) >= 300
