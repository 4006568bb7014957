"""What an instructor should look at first: checks that look faulty, and students who may need help.

Both name the rules that fired, with their numbers, and never add them up to a score of their own: where to draw a line is the
instructor's decision, and no threshold is universal. Rules about checks rest on intervals and on a least number of students,
so that no check is accused because of five of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.classroom.estimates import Interval, Mask, best, correlation, wilson
from grader.classroom.statistics import Evidence, handed_in, rest_of_score
from grader.gradebook.records import CheckColumn, ClassTable
from grader.model import Text
from grader.status import CODES, MEANING, STATUSES
from grader.words import listed, text

# --- checks that look faulty --------------------------------------------------------------------------------------

LEAST = 8  # students: 27 % of a class of 30. Fewer who fail, or fewer best, accuse no check, whatever the share
LOW_DISCRIMINATION = 0.1  # Blackboard's line for "review"; here the whole interval must lie below it
MANY_OF_THE_BEST = 0.5  # a hard check may be failed by every second of the best; here the whole interval must lie above
MANY_UNNAMED = 0.1  # of all whose answers ran. The wrong answers to an exercise share 8 to 10 errors (UC Merced), so this is no ordinary one


class Rule(NamedTuple):
    """A rule that fired, by its slug, and what it saw in words."""

    slug: str
    text: Text


class FaultyCheck(NamedTuple):
    """A check for an author to look at.

    Attributes:
        n: students whose answers ran.
        failed: of them, those who did not pass; and their share.
        discrimination: correlation of passing it with the rest of the score (without its own points), with Fisher's interval.
        best: how many are the best 27 % by the rest of the score, with ties.
        best_failed: the share of them that fails.
        unnamed: the share of the n that fails and for whom no mistake was named.
        rules: those that fired, gravest first.
    """

    exercise: str
    check: str
    title: Text
    hidden: bool
    points: float
    n: int
    failed: Interval
    discrimination: Interval | None
    best: int
    best_failed: Interval | None
    unnamed: Interval
    rules: tuple[Rule, ...]


def faulty_checks(table: ClassTable, seen: Evidence) -> tuple[FaultyCheck, ...]:
    """Checks at which a rule fired, gravest first: by the number of rules, then by the discrimination, lowest first.

    `negative` and `low`: the interval of the discrimination lies below 0, or below 0.1.
    `best`: of the best 27 % more than half fail, and the interval of that share says so.
    `unnamed`: more than a tenth fails in a way that no known mistake explains, and the interval of that share says so.
    """
    found = []
    for column, exercise in enumerate(table.exercises):
        checks = table.checks.get(exercise.id, ())
        ran = _ran(table, seen, column, checks)
        asked = [check for check in checks if check.points]  # a stretch is meant to be hard
        found += [_look_at(check, exercise.id, ran, seen) for check in asked]
    return tuple(sorted((one for one in found if one and one.rules), key=_gravity))


def _gravity(one: FaultyCheck) -> tuple[int, float, float]:
    return -len(one.rules), one.discrimination.value if one.discrimination else 1.0, -one.failed.value


def _ran(table: ClassTable, seen: Evidence, column: int, checks: tuple[CheckColumn, ...]) -> Mask:
    """Whose answers ran: it passed or failed, or it is said of some check that it ran and did not pass."""
    ran = np.isin(table.status[:, column], [CODES[status] for status in STATUSES if MEANING[status].decided])
    for check in checks:
        ran[check.failed] = True
    return ran & seen.tried[:, column]


def _look_at(check: CheckColumn, exercise: str, ran: Mask, seen: Evidence) -> FaultyCheck | None:
    n = int(ran.sum())
    failed = _at(check.failed, ran)
    unnamed = _at(check.unnamed, ran)
    share, nameless = wilson(failed.sum(), n), wilson(unnamed.sum(), n)
    if isinstance(share, Text) or isinstance(nameless, Text) or failed.sum() < LEAST:
        return None
    passed = ~failed
    rest, compared = rest_of_score(seen, ran, np.where(passed, check.points, 0.0), check.points)
    fails = failed[ran][compared]
    related = correlation((~fails).astype(float), rest)
    discrimination = None if isinstance(related, Text) else related
    best_fail = fails[best(rest)] if len(rest) else fails
    of_best = wilson(best_fail.sum(), len(best_fail))
    best_failed = None if isinstance(of_best, Text) else of_best
    seen_of_it = FaultyCheck(
        exercise=exercise, check=check.id, title=check.title, hidden=check.hidden, points=check.points, n=n, failed=share,
        discrimination=discrimination, best=len(best_fail), best_failed=best_failed, unnamed=nameless, rules=(),
    )  # fmt: skip
    return seen_of_it._replace(rules=tuple(_rules_of_checks(seen_of_it, int(unnamed.sum()), int(passed[ran].sum()))))


def _rules_of_checks(one: FaultyCheck, unnamed: int, passed: int) -> Iterator[Rule]:
    of = one.discrimination
    if of and of.high < LOW_DISCRIMINATION and passed >= LEAST:
        numbers = {"r": f"{of.value:.2f}", "low": f"{of.low:.2f}", "high": f"{of.high:.2f}", "n": one.n}
        if of.high < 0:
            sentence = text(
                "those who pass it do worse elsewhere: correlation {r} ({low} to {high}) over {n} students.", **numbers
            )
            yield Rule("negative", sentence)
        else:
            sentence = text(
                "passing it says nothing about the rest: correlation {r} ({low} to {high}) over {n} students.",
                **numbers,
            )
            yield Rule("low", sentence)
    share = one.best_failed
    if share and one.best >= LEAST and share.low > MANY_OF_THE_BEST:
        many = round(share.value * one.best)
        yield Rule("best", text("{many} of the best {n} fail it.", many=many, n=one.best))
    if unnamed >= LEAST and one.unnamed.low > MANY_UNNAMED:
        sentence = text("{many} of {n} fail it in a way that no known mistake explains.", many=unnamed, n=one.n)
        yield Rule("unnamed", sentence)


def _at(rows: NDArray[np.int32], of: Mask) -> Mask:
    mask = np.zeros(len(of), dtype=bool)
    mask[rows] = True
    return mask & of


# --- students who may need help -----------------------------------------------------------------------------------


class HelpRules(NamedTuple):
    """When a student may need help. A rule is off at 0.

    Attributes:
        nothing: whether to name those who handed in nothing.
        not_begun: whether to name those who handed in stubs only, or nothing that answers an exercise.
        stuck: so many attempts at an exercise, and none passed.
        below_median: a total below this share of the median of those with an answer.
        same_mistake: one mistake in so many exercises.
        least: students with an answer; with fewer the median says little and is not used.
    """

    nothing: bool = True
    not_begun: bool = True
    stuck: int = 5
    below_median: float = 0.5
    same_mistake: int = 2
    least: int = 5


DEFAULTS = HelpRules()


class NeedsHelp(NamedTuple):
    """A student, by row of the table, and the rules that fired."""

    row: int
    rules: tuple[Rule, ...]


def needing_help(table: ClassTable, seen: Evidence, rules: HelpRules = DEFAULTS) -> tuple[NeedsHelp, ...]:
    """Students at whom a rule fired: most rules first, then the lowest totals.

    Excused exercises make no rule fire. Of a student whose last submission could not be read (`ClassTable.damaged`) it is not
    said that little was reached: the file is the trouble, and the report names it.
    """
    fired: dict[int, list[Rule]] = {}
    for rule in (_nothing(table, seen, rules), _stuck(table, seen, rules), _low(table, seen, rules),
                 _repeated(table, seen, rules)):  # fmt: skip
        for row, one in rule:
            fired.setdefault(row, []).append(one)
    order = sorted(fired, key=lambda row: (-len(fired[row]), seen.share[row], row))
    return tuple(NeedsHelp(row, tuple(fired[row])) for row in order)


def _nothing(table: ClassTable, seen: Evidence, rules: HelpRules) -> Iterator[tuple[int, Rule]]:
    if rules.nothing:
        rule = Rule("nothing", text("handed in nothing."))
        yield from ((int(row), rule) for row in np.flatnonzero(seen.present & ~handed_in(table)))
    if rules.not_begun:
        rule = Rule("not_begun", text("has begun nothing: only untouched stubs."))
        yield from ((int(row), rule) for row in np.flatnonzero(seen.answered & ~_begun(table, seen)))
        rule = Rule("no_answer", text("handed in files, and no answer to anything that counts."))
        unanswered = seen.present & handed_in(table) & ~seen.answered
        yield from ((int(row), rule) for row in np.flatnonzero(unanswered))


def _begun(table: ClassTable, seen: Evidence) -> Mask:
    """Who handed in more than untouched stubs."""
    idle = [CODES[status] for status in STATUSES if not MEANING[status].begun]
    begun: Mask = np.any(seen.counts & ~np.isin(table.status, idle), axis=1)
    return begun


def _stuck(table: ClassTable, seen: Evidence, rules: HelpRules) -> Iterator[tuple[int, Rule]]:
    if not rules.stuck:
        return
    many = seen.counts & (table.attempts >= rules.stuck) & (table.solved == 0)
    for row in np.flatnonzero(many.any(axis=1)):
        tries = [
            f"{table.exercises[column].id} ({table.attempts[row, column]})" for column in np.flatnonzero(many[row])
        ]
        yield int(row), Rule("stuck", text("many attempts and not solved: {exercises}.", exercises=listed(tries)))


def _low(table: ClassTable, seen: Evidence, rules: HelpRules) -> Iterator[tuple[int, Rule]]:
    share = np.divide(table.total, table.most, out=np.zeros(len(table.total)), where=seen.present)
    if not rules.below_median or seen.answered.sum() < rules.least:
        return
    median = float(np.median(share[seen.answered]))
    below = _begun(table, seen) & (share < rules.below_median * median)
    below[list(table.damaged)] = False
    for row in np.flatnonzero(below):
        sentence = text(
            "far below the class: {share:.0f} % of the points; the median is {median:.0f} %.",
            share=100 * share[row],
            median=100 * median,
        )
        yield int(row), Rule("low", sentence)


def _repeated(table: ClassTable, seen: Evidence, rules: HelpRules) -> Iterator[tuple[int, Rule]]:
    if not rules.same_mistake:
        return
    where: dict[str, list[tuple[str, Text, Mask]]] = {}
    for column, exercise in enumerate(table.exercises):
        for mistake in table.mistakes.get(exercise.id, ()):
            made = _at(mistake.students, seen.tried[:, column])
            where.setdefault(mistake.slug, []).append((exercise.id, mistake.text, made))
    for places in where.values():
        times = np.sum([made for _, _, made in places], axis=0)
        for row in np.flatnonzero(times >= rules.same_mistake):
            here = [(exercise, words) for exercise, words, made in places if made[row]]
            sentence = text(
                "the same mistake in {exercises}: {mistake}",
                exercises=listed(one for one, _ in here),
                mistake=here[0][1],
            )
            yield int(row), Rule("same_mistake", sentence)
