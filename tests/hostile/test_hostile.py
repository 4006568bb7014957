"""Every case, in a class among innocent students, in four configurations; and what must hold after each of the runs."""

from __future__ import annotations

import json
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

TOGETHER = tuple(one for one in catalogue() if not one.alone)
ALONE = tuple(one for one in catalogue() if one.alone)


@pytest.fixture(scope="module")
def innocent() -> Iterator[Graded]:
    """The same class without the attacks, graded once: the result of an answer is the same in every configuration."""
    with stage(CONFIGURATIONS[0]) as folder:
        yield grade_class(CONFIGURATIONS[0], folder, TOGETHER, attack=False)


@pytest.fixture(scope="module")
def graded() -> Iterator[Callable[[Configuration], Graded]]:
    """The class of all cases, graded once in each configuration."""
    known: dict[str, Graded] = {}
    with ExitStack() as stack:

        def grade(configuration: Configuration) -> Graded:
            if configuration.name not in known:
                folder = stack.enter_context(stage(configuration))
                known[configuration.name] = grade_class(configuration, folder, TOGETHER)
            return known[configuration.name]

        yield grade


def of_each(cases: tuple[Case, ...]) -> list[Any]:
    """Each case in each configuration. What is due fails; if it does not, the mark must go."""
    return [
        pytest.param(
            configuration,
            case,
            id=f"{configuration.name}-{case.name}",
            marks=[pytest.mark.xfail(strict=True, reason=case.due)] if case.is_due(configuration.name) else [],
        )
        for configuration in CONFIGURATIONS
        for case in cases
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
    configuration: Configuration, graded: Callable[[Configuration], Graded], innocent: Graded, record_property: Any
) -> None:
    run = graded(configuration)
    record_property(
        "hostile",
        f"{configuration.name}: {len(TOGETHER)} cases in one class of {len(run.students)} students, {len(run.results)} results, "
        f"{run.watched.seconds:.0f} s, the grader's peak {run.watched.peak >> 20} MiB",
    )
    invariants.ended_well(run)
    invariants.nothing_is_left(run)
    invariants.bounded(run)
    invariants.everybody_is_there(run)
    invariants.gradebook_is_whole(run)
    invariants.others_are_the_same(run, innocent, {one.name: one for one in TOGETHER})


@pytest.mark.parametrize(("configuration", "case"), of_each(TOGETHER))
def test_its_verdict_is_right(
    configuration: Configuration, case: Case, graded: Callable[[Configuration], Graded]
) -> None:
    run = graded(configuration)
    _judge(case, run)


@pytest.mark.parametrize(("configuration", "case"), of_each(ALONE))
def test_it_harms_nobody(configuration: Configuration, case: Case, innocent: Graded, record_property: Any) -> None:
    """What would disturb the class of all, in a class with innocents alone."""
    with stage(configuration) as folder:
        run = grade_class(configuration, folder, [case])
        record_property("hostile", f"{configuration.name}: {case.name} alone, {run.watched.seconds:.0f} s")
        invariants.ended_well(run)
        invariants.nothing_is_left(run)
        invariants.bounded(run)
        invariants.gradebook_is_whole(run)
        invariants.others_are_the_same(run, innocent, {case.name: case})
        _judge(case, run)


def _judge(case: Case, run: Graded) -> None:
    import re

    exercises = [case.exercise] if case.exercise else sorted({id_ for student, id_ in run.results if student == case.name})
    for id_ in exercises:
        result = run.results[case.name, id_]
        invariants.verdict_is_right(case, result)
        invariants.says_it_in_one_line(result, str(run.folder / "course"))
        invariants.tells_no_secret(result)
        assert re.search(case.says, result["message"]), result["message"]


def test_there_are_enough(record_property: Any) -> None:
    due = [one for one in catalogue() if one.due]
    record_property("hostile", f"{len(catalogue())} cases, {len(ALONE)} of them in classes of their own, {len(due)} due")
    assert len(catalogue()) >= 130
