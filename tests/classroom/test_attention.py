"""Checks that look faulty and students who may need help: each rule fires where it should, and not by chance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest

from grader.classroom.attention import DEFAULTS, HelpRules, faulty_checks, needing_help
from grader.classroom.statistics import evidence
from grader.gradebook.records import CheckColumn, ClassTable, Mistaken
from grader.model import Text, same
from tests.classroom.test_statistics import CODE, rows, table

# --- checks that look faulty --------------------------------------------------------------------------------------


def with_checks(n: int, *checks: CheckColumn) -> ClassTable:
    """n students in order of ability: e1 and e2 tell them apart; e0 has the checks, and half of its points for each passed."""
    ability = np.linspace(1, 0, n)
    got = np.ones(n)
    for check in checks:
        got[check.failed] -= check.points
    return table(np.stack([got, ability, ability], axis=1), checks={"e0": checks})


def check(id_: str, failed: Any, unnamed: Any = None, points: float = 0.5) -> CheckColumn:
    return CheckColumn(id_, same(id_), True, points, failed, rows() if unnamed is None else unnamed)


def test_a_check_that_the_best_fail_is_named_with_its_rules() -> None:
    honest = check("honest", rows(*range(60, 100)))
    upside_down = check("upside down", rows(*range(40)))
    made = with_checks(100, honest, upside_down)
    (found,) = faulty_checks(made, evidence(made))

    assert (found.check, [rule.slug for rule in found.rules]) == ("upside down", ["negative", "best"])
    assert found.discrimination and found.discrimination.high < 0 and (found.n, found.best) == (100, 27)
    assert found.rules[1].text.en == "27 of the best 27 fail it."
    assert "-0.8" in found.rules[0].text.en


def test_the_gravest_come_first() -> None:
    """The one with two rules before the one with one, whatever their order in the course."""
    nameless = check("nameless", rows(*range(60, 100)), rows(*range(60, 100)))
    made = with_checks(100, nameless, check("upside down", rows(*range(40))))

    assert [one.check for one in faulty_checks(made, evidence(made))] == ["upside down", "nameless"]


def test_a_check_that_says_nothing_and_one_whose_failures_have_no_name() -> None:
    says_nothing = check("even rows", rows(*range(0, 2000, 2)))
    nameless = check("nameless", rows(*range(1500, 2000)), rows(*range(1500, 2000)))
    made = with_checks(2000, nameless, says_nothing)
    found = {one.check: one for one in faulty_checks(made, evidence(made))}

    assert [rule.slug for rule in found["even rows"].rules] == ["low"]
    assert [rule.slug for rule in found["nameless"].rules] == ["unnamed"]
    assert found["nameless"].rules[0].text.en == "500 of 2000 fail it in a way that no known mistake explains."


@pytest.mark.parametrize(("failing", "named"), [(7, False), (8, True)])
def test_no_check_is_accused_because_of_a_few(failing: int, named: bool) -> None:
    """In a class of 30 the eight best fail a check, or seven of them do, and nobody else: it takes eight."""
    made = with_checks(30, check("of the best", rows(*range(failing)), rows(*range(failing))))

    assert bool(faulty_checks(made, evidence(made))) is named


@pytest.mark.parametrize(
    ("n", "failed", "unnamed", "fired"),
    [
        (60, range(0, 60, 2), (), []),  # correlation 0, but it could as well be 0.25
        (60, range(57), (), ["best"]),  # only the three worst pass it: too few for a correlation
        (30, [*range(5), *range(20, 26)], (), []),  # five of the best eight: it could as well be three
        (20, range(9), (), ["negative"]),  # all of the best five
        (60, range(51, 60), range(51, 60), []),  # nine of sixty: it could as well be 8 %
        (30, range(22, 30), range(23, 30), []),  # seven of thirty: more than a tenth, but seven
        (30, range(22, 30), range(22, 30), ["unnamed"]),
    ],
)
def test_what_could_be_chance_fires_no_rule(
    n: int, failed: Iterable[int], unnamed: Iterable[int], fired: list[str]
) -> None:
    made = with_checks(n, check("a", rows(*failed), rows(*unnamed)))

    assert [rule.slug for one in faulty_checks(made, evidence(made)) for rule in one.rules] == fired


def test_whose_answer_did_not_run_is_no_evidence_on_a_check() -> None:
    made = with_checks(60, check("a", rows(*range(20))))
    made.status[20:40, 0] = CODE["timeout"]
    made.raw[20:40, 0] = 0.0

    assert [one.n for one in faulty_checks(made, evidence(made))] == [40]


# --- who may need help --------------------------------------------------------------------------------------------


def helped(made: ClassTable, rules: HelpRules = DEFAULTS) -> dict[int, list[str]]:
    return {one.row: [rule.slug for rule in one.rules] for one in needing_help(made, evidence(made), rules)}


def test_each_rule_names_whom_it_should() -> None:
    """Rows 0 to 4 get on; then one each: nothing, stubs, stuck, far below, one mistake twice."""
    status = [*[["passed", "passed"]] * 5, ["missing"] * 2, ["not_started", "missing"], ["passed", "failed"]]
    status += [["failed", "failed"], ["failed", "failed"]]
    made = table([[1, 1]] * 5 + [[0, 0], [0, 0], [1, 0.9], [0.4, 0.5], [0.9, 0.9]], status=status)
    made.attempts[7, 1] = 5
    made.attempts[0, 0] = 9  # and solved
    made = made._replace(
        mistakes={"e0": (Mistaken("m", Text("The mistake.", "間違い。"), rows(8, 9)),),
                  "e1": (Mistaken("m", Text("The mistake.", "間違い。"), rows(9)),)}
    )  # fmt: skip

    expected = {5: ["nothing"], 6: ["not_begun"], 7: ["stuck"], 8: ["low"], 9: ["same_mistake"]}
    assert helped(made) == expected
    said = {one.row: one.rules[-1].text.en for one in needing_help(made, evidence(made))}
    assert said[7] == "many attempts and not solved: e1 (5)."
    assert said[8] == "far below the class: 45 % of the points; the median is 100 %."
    assert said[9] == "the same mistake in e0, e1: The mistake."
    assert list(helped(made)) == [5, 6, 8, 9, 7]  # one rule each: the lowest totals first
    assert helped(made, HelpRules(False, False, 0, 0, 0)) == {}
    assert helped(made, DEFAULTS._replace(stuck=6, below_median=0.2, same_mistake=3)) == {
        5: ["nothing"],
        6: ["not_begun"],
    }


def test_files_without_an_answer_are_not_nothing() -> None:
    made = table([[1, 1]] * 6 + [[0, 0]] * 2, status=[["passed"] * 2] * 6 + [["missing"] * 2] * 2)
    made = made._replace(handed_in={7: (same("not used: notes.py."),)})

    assert helped(made) == {6: ["nothing"], 7: ["no_answer"]}
    assert helped(made, DEFAULTS._replace(not_begun=False)) == {6: ["nothing"]}


def test_what_is_excused_or_unreadable_makes_no_rule_fire() -> None:
    made = table([[1, 1]] * 6 + [[0, 0], [1, 0]], excused=[(6, 0), (6, 1), (7, 1)])
    made.attempts[6:, 1] = 9
    made = made._replace(mistakes={id_: (Mistaken("m", same("The mistake."), rows(7)),) for id_ in ("e0", "e1")})
    damaged = table([[1, 1]] * 6 + [[0, 0]], status=[["passed", "passed"]] * 6 + [["invalid", "invalid"]])

    assert helped(made) == {}
    assert helped(damaged) == {6: ["low"]}
    assert helped(table([[1, 1]] * 3 + [[0.1, 0]])) == {}  # four say little about what is usual
    assert helped(damaged._replace(damaged={6: same("no zip")})) == {}
