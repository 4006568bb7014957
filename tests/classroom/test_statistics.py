"""The numbers of a class: small ones by hand, any class against a second implementation in plain loops, and the extremes."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.class_tables import make_table
from grader.classroom.attention import faulty_checks, needing_help
from grader.classroom.estimates import Interval, alpha, correlation, efficiency, kurtosis, skewness, wilson
from grader.classroom.statistics import (
    ClassStatistics,
    ExerciseStatistics,
    class_statistics,
    evidence,
    exercise_statistics,
)
from grader.gradebook.records import ClassTable, Column, Student
from grader.model import same
from grader.status import STATUSES

Z = statistics.NormalDist().inv_cdf(0.975)
CODE = {status: code for code, status in enumerate(STATUSES)}
NAN = math.nan


def table(
    raw: Any,
    *,
    status: Any = None,
    points: Iterable[float] | None = None,
    total: Iterable[float] | None = None,
    excused: Iterable[tuple[int, int]] = (),
    **others: Any,
) -> ClassTable:
    """A class of these points as graded: passed where all of them were got (in the first attempt), failed elsewhere."""
    got = np.array(raw, dtype=float)
    n, k = got.shape
    most = np.array(list(points) if points else [1.0] * k)
    score = got.copy()
    for row, column in excused:
        score[row, column] = NAN
    plain = np.where(got >= most, CODE["passed"], CODE["failed"]).astype(np.uint8)
    codes = np.array([[CODE[one] for one in row] for row in status], dtype=np.uint8) if status else plain
    made = ClassTable(
        "course", same("Course"), tuple(Student(f"s{row}") for row in range(n)),
        tuple(Column(f"e{column}", "unit", same(f"E{column}"), float(most[column])) for column in range(k)),
        codes, got, score, np.nansum(score, axis=1) if total is None else np.array(list(total)),
        np.where(np.isnan(score), 0, most).sum(axis=1), got.copy(), (codes == CODE["passed"]).astype(np.int16),
        np.ones((n, k), dtype=np.int16), {}, {}, {}, {}, (),
    )  # fmt: skip
    return made._replace(**others)


def of_exercises(made: ClassTable) -> tuple[ExerciseStatistics, ...]:
    return exercise_statistics(made, evidence(made))


def of_class(made: ClassTable) -> ClassStatistics:
    return class_statistics(made, evidence(made))


def rows(*numbers: int) -> Any:
    return np.array(numbers, dtype=np.int32)


# --- by hand ------------------------------------------------------------------------------------------------------


def test_shares_and_correlations_of_the_literature() -> None:
    """The numbers that reports_ux measured: 12 of 30, and r = 0.30 among 30 and 1,000."""
    solved = wilson(12, 30)
    none = wilson(0, 10)

    assert isinstance(solved, Interval) and isinstance(none, Interval)
    assert (round(solved.low, 2), round(solved.high, 2)) == (0.25, 0.58)
    assert tuple(none) == pytest.approx((0.0, 0.0, 0.2775), abs=1e-4)  # z² / (n + z²)
    for n, low, high in ((30, -0.07, 0.60), (50, 0.02, 0.53), (100, 0.11, 0.47), (1000, 0.24, 0.36)):
        found = correlation(*correlated(0.3, n))
        assert isinstance(found, Interval)
        assert tuple(found) == pytest.approx((0.3, low, high), abs=0.005)


def correlated(r: float, n: int) -> tuple[Any, Any]:
    """Two vectors whose correlation is exactly `r`: one of them, and a mixture with another made orthogonal to it."""
    rng = np.random.default_rng(n)
    x, e = rng.normal(size=n), rng.normal(size=n)
    x, e = x - x.mean(), e - e.mean()
    e -= (e @ x) / (x @ x) * x
    return x, r * x / math.sqrt(x @ x) + math.sqrt(1 - r * r) * e / math.sqrt(e @ e)


def test_four_students_and_three_exercises_by_hand() -> None:
    """Scores 1 1 1 / 1 1 0 / 1 0 0 / 0 0 1: totals 3, 2, 1, 1.

    e0: rests 2 1 0 1, mean 1; x - ¾ = ¼ ¼ ¼ -¾; Σ = ¼ + 0 - ¼ + 0 = 0. e1: rests 2 1 1 1; Σ(x-½)(R-1¼) = ½, and var:
    r = ½ / √(1 · ¾) = 0.577; the best pairing of 0 0 1 1 with 1 1 1 2 gives ½ as well. Variances ¼, ⅓, ⅓ and of the totals 11/12:
    α = 3/2 · (1 - (11/12) / (11/12)) = 0. cov(x, T): ¼, ½, ⅙.
    """
    made = table([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 1]])
    first, second, third = of_exercises(made)
    whole = of_class(made)

    assert first.facility and first.facility.value == 0.75
    assert first.discrimination and first.discrimination.value == 0.0
    assert first.efficiency == 0.0 and first.dubious
    assert second.discrimination and second.discrimination.value == pytest.approx(0.5 / math.sqrt(0.75))
    assert second.efficiency == pytest.approx(100.0) and not second.dubious
    roots = [math.sqrt(value) for value in (1 / 4, 1 / 2, 1 / 6)]
    assert [one.weight for one in (first, second, third)] == pytest.approx([100 * r / sum(roots) for r in roots])
    assert second.upper_lower is None and second.why["upper_lower"].en == "all are alike in the rest of the score"
    assert whole.alpha == pytest.approx(0.0) and whole.error_ratio == pytest.approx(100.0)
    assert whole.standard_error == pytest.approx(math.sqrt(11 / 12) / 3)
    assert whole.everyone.mean == pytest.approx(7 / 12) and whole.everyone.median == 0.5
    assert first.distribution == (1, *[0] * 8, 3)
    assert not first.reliable


def test_moodle_skewness_and_kurtosis_by_hand() -> None:
    """0 0 0 1: m₂ = 3/16, m₃ = 3/32, m₄ = 21/256; k₂ = ¼, k₃ = ¼, k₄ = 16 (5·21/256 - 9·9/256) / 6 = ¼."""
    values = np.array([0.0, 0.0, 0.0, 1.0])

    assert skewness(values) == pytest.approx(2.0) and kurtosis(values) == pytest.approx(4.0)


def test_alpha_of_right_and_wrong_is_kr20() -> None:
    """KR-20 with n-1 variances throughout: the factors n/(n-1) cancel. p = .8 .6 .4, Σpq = .64, totals 3 3 2 1 0: 1.36."""
    answers = np.array([[1, 1, 1], [1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]], dtype=float)

    assert alpha(answers) == pytest.approx(100 * 3 / 2 * (1 - 0.64 / 1.36))


def test_who_counts_where() -> None:
    """Missing and untouched are no evidence on the exercise, and are points lost in the total; excused is neither."""
    made = table(
        [[1, 1], [0, 1], [0, 1], [0, 0], [1, 1], [NAN, 1]],
        status=[["passed", "passed"], ["missing", "passed"], ["not_started", "passed"], ["missing", "missing"],
                ["passed", "passed"], ["grader_error", "passed"]],
        excused=[(4, 0)],
    )  # fmt: skip
    first = of_exercises(made)[0]
    whole = of_class(made)

    assert (first.n, first.tried, first.missing, first.not_started) == (4, 1, 2, 1)
    assert first.facility and first.facility.value == 1.0
    assert (whole.everyone.n, whole.answered.n, whole.complete) == (6, 5, 3)
    assert whole.everyone.mean == pytest.approx((1 + 0.5 + 0.5 + 0 + 1 + 1) / 6)
    assert whole.answered.mean == pytest.approx((1 + 0.5 + 0.5 + 1 + 1) / 5)


def test_a_persons_decision_changes_totals_and_no_exercise() -> None:
    plain = table([[1, 1], [1, 0], [0, 1], [0, 0]])
    late = plain._replace(score=plain.raw * 0.5, total=plain.total * 0.5)
    excused = plain._replace(most=np.array([2.0, 2.0, 2.0, 0.0]))  # the whole of what the last one handed in

    assert of_exercises(late) == of_exercises(plain)
    assert of_class(late).everyone.mean == 0.25
    assert of_class(late).alpha == of_class(plain).alpha
    assert of_class(excused).everyone.n == 3 and of_exercises(excused)[0].n == 3


def test_points_given_for_what_the_grader_failed_at_are_no_evidence() -> None:
    made = table([[1, 1], [0, 1], [NAN, 0]], status=[["passed"] * 2, ["failed", "passed"], ["grader_error", "failed"]])
    made.score[2, 0] = 1.0

    assert [one.n for one in of_exercises(made)] == [2, 3]
    assert of_class(made).complete == 2


def test_an_exercise_without_points_counts_nowhere() -> None:
    """One of stretch checks only: there is nothing to get, so nothing to divide by."""
    stretch, other = of_exercises(table([[0, 1], [0, 0], [0, 1]], points=[0, 1]))

    assert (stretch.n, stretch.facility, other.n) == (0, None, 3)
    assert other.why["discrimination"].en == "there is nothing else to compare it with"


def test_first_and_later_attempts() -> None:
    made = table([[1.0], [1.0], [1.0], [0.0]])._replace(
        first=np.array([[1.0], [0.5], [NAN], [0.0]]), solved=np.array([[1], [3], [40], [0]], dtype=np.int16)
    )
    only = of_exercises(made)[0]

    assert only.facility_first and only.facility_first.value == 0.5  # of the three who have a first one
    assert only.solved and only.solved.value == 0.75
    assert only.tries == (1, 0, 1, 0, 0, 0, 0, 0, 0, 1) and only.median_tries == 3.0
    assert only.discrimination is None and only.why["discrimination"].en == "there is nothing else to compare it with"


# --- any class, against plain loops -------------------------------------------------------------------------------


@st.composite
def classes(draw: st.DrawFn) -> ClassTable:
    """Up to 12 students and 4 exercises, with everything that a cell can be, and points that are no whole numbers."""
    n, k = draw(st.integers(0, 12)), draw(st.integers(1, 4))
    points = [draw(st.sampled_from([1.0, 3.0, 0.7])) for _ in range(k)]
    share = st.sampled_from([0.0, 0.1, 0.3, 0.5, 2 / 3, 1.0])
    raw = [[draw(share) * most for most in points] for _ in range(n)]
    status = [[draw(st.sampled_from(STATUSES)) for _ in range(k)] for _ in range(n)]
    for row in range(n):
        for column in range(k):
            if status[row][column] in ("missing", "not_started", "invalid"):
                raw[row][column] = 0.0
            if status[row][column] == "grader_error":
                raw[row][column] = NAN
    excused = [(row, column) for row in range(n) for column in range(k) if draw(st.integers(0, 9)) == 0]
    made = table(np.array(raw, dtype=float).reshape(n, k), status=status or None, points=points, excused=excused)
    first = np.where(draw(st.booleans()), made.raw, made.raw * 0.5)
    return made._replace(first=first, most=made.most * draw(st.sampled_from([1.0, 1.0, 0.0])))


def cells(made: ClassTable) -> list[list[dict[str, Any] | None]]:
    """Row by row what counts: None, or points, what could be had, and the status."""
    return [
        [
            None
            if math.isnan(made.raw[row, column]) or math.isnan(made.score[row, column]) or made.most[row] == 0
            else {"got": float(made.raw[row, column]), "most": exercise.points, "first": float(made.first[row, column]),
                  "status": STATUSES[made.status[row, column]]}
            for column, exercise in enumerate(made.exercises)
        ]
        for row in range(len(made.students))
    ]  # fmt: skip


def pearson(pairs: list[tuple[float, float]]) -> float | None:
    """None where either is constant but for rounding."""
    x, y = [one for one, _ in pairs], [other for _, other in pairs]
    if len(pairs) < 3 or max(x) - min(x) < 1e-9 or max(y) - min(y) < 1e-9:
        return None
    return statistics.correlation(x, y)


def best_pairing(pairs: list[tuple[float, float]]) -> float:
    return statistics.covariance(sorted(one for one, _ in pairs), sorted(other for _, other in pairs))


@settings(max_examples=300)
@given(classes())
def test_exercises_against_plain_loops(made: ClassTable) -> None:
    grid = cells(made)
    found = of_exercises(made)
    for column, one in enumerate(found):
        tried = [
            row
            for row in grid
            if row[column] and row[column]["status"] not in ("missing", "not_started", "skipped", "invalid")  # type: ignore[index]
        ]
        shares, pairs, ranked = [], [], []
        for row in tried:
            cell: Any = row[column]
            others = [other for index, other in enumerate(row) if other and index != column]
            all_of_it = [*others, cell]
            shares.append(cell["got"] / cell["most"])
            ranked.append((round(sum(o["got"] for o in all_of_it) / sum(o["most"] for o in all_of_it), 9), shares[-1]))
            if others:
                pairs.append((shares[-1], sum(o["got"] for o in others) / sum(o["most"] for o in others)))
        assert one.n == sum(row[column] is not None for row in grid)
        assert one.tried == len(tried) == sum(one.distribution)
        assert (one.facility is None) == (not shares)
        if one.facility:
            p = statistics.fmean(shares)
            assert one.facility.value == pytest.approx(p, abs=1e-9)
            for bound in (one.facility.low, one.facility.high):  # Wilson: the p₀ at which |p - p₀| = z √(p₀(1-p₀)/n)
                assert abs(p - bound) == pytest.approx(
                    Z * math.sqrt(max(0, bound * (1 - bound)) / len(shares)), abs=1e-6
                )
        r = pearson(pairs)
        assert (one.discrimination is None) == (r is None)
        if one.discrimination and r is not None:
            assert one.discrimination.value == pytest.approx(r, abs=1e-6)
            assert one.efficiency == pytest.approx(
                100 * statistics.covariance(*zip(*pairs, strict=True)) / best_pairing(pairs), abs=1e-4
            )
        assert one.upper_lower == (None if (d := outer_groups(ranked)) is None else pytest.approx(d, abs=1e-9))


def outer_groups(ranked: list[tuple[float, float]]) -> float | None:
    """One by one: the best 27 % and whoever ties with the last of them; the worst 27 %, none of whom ties with the next."""
    if len(ranked) < 2:
        return None
    size = max(1, round(0.27 * len(ranked)))
    down = sorted(ranked, reverse=True)
    top = [share for total, share in down if total >= down[size - 1][0]]
    bottom = [share for total, share in down if total < down[len(down) - 1 - size][0]]
    return statistics.fmean(top) - statistics.fmean(bottom) if bottom else None


@settings(max_examples=300)
@given(classes())
def test_totals_weights_and_alpha_against_plain_loops(made: ClassTable) -> None:
    grid = cells(made)
    whole = of_class(made)
    present = [index for index, row in enumerate(grid) if any(row)]
    here = [index for index in present if any(cell and cell["status"] != "missing" for cell in grid[index])]
    totals = [made.total[index] / made.most[index] for index in present]

    assert (whole.everyone.n, whole.answered.n) == (len(present), len(here))
    if present:
        assert whole.everyone.mean == pytest.approx(statistics.fmean(totals))
        assert whole.everyone.median == pytest.approx(statistics.median(totals))
    if len(present) > 1:
        assert whole.everyone.deviation == pytest.approx(statistics.stdev(totals), abs=1e-9)
    used = [column for column in range(len(made.exercises)) if any(row[column] for row in grid)]
    complete = [[grid[index][column] for column in used] for index in here]
    complete = [row for row in complete if all(row)]
    assert whole.complete == len(complete)
    sums = [sum(cell["got"] for cell in row if cell) for row in complete]
    if len(complete) > 1 and len(used) > 1 and max(sums) - min(sums) > 1e-6:
        of_one = sum(statistics.variance([row[column]["got"] for row in complete]) for column in range(len(used)))  # type: ignore[index]
        expected = 100 * len(used) / (len(used) - 1) * (1 - of_one / statistics.variance(sums))
        assert whole.alpha == pytest.approx(expected, abs=1e-6)
    else:
        assert whole.alpha is None and whole.why["alpha"]
    covariances = []
    for column in range(len(made.exercises)) if len(here) > 1 else ():
        got = [cell["got"] if (cell := grid[index][column]) else 0.0 for index in here]
        share = [
            sum(c["got"] for c in row if c) / sum(c["most"] for c in row if c) for row in map(grid.__getitem__, here)
        ]
        covariances.append(statistics.covariance(got, share))
    roots = [math.sqrt(max(0.0, one)) if abs(one) > 1e-12 else 0.0 for one in covariances]
    for one, covariance, root in zip(of_exercises(made), covariances, roots, strict=bool(covariances)):
        if covariance < -1e-12 or sum(roots) == 0:
            assert one.weight is None
        else:
            assert one.weight == pytest.approx(100 * root / sum(roots), abs=1e-3)


# --- extremes -----------------------------------------------------------------------------------------------------


def plain_numbers(value: Any) -> Iterator[float]:
    if isinstance(value, float):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from plain_numbers(one)


@settings(max_examples=200)
@given(classes())
def test_a_number_is_never_nan_and_what_is_none_has_its_reason(made: ClassTable) -> None:
    records: list[Any] = [*of_exercises(made), of_class(made), of_class(made).everyone, of_class(made).answered]
    for one in records:
        assert all(math.isfinite(number) for number in plain_numbers(one))
        none = {name for name, value in zip(one._fields, one, strict=True) if value is None}
        assert none == set(one.why)
        assert all(reason.en and reason.ja != reason.en for reason in one.why.values())


@pytest.mark.parametrize(
    "made",
    [
        table(np.zeros((0, 2))),
        table([[1, 0]]),
        table([[1, 0], [1, 1]]),
        table([[1, 1]] * 9),
        table([[0, 0]] * 9, status=[["missing", "missing"]] * 9),
        table([[1, 1]] * 9, excused=[(row, column) for row in range(9) for column in range(2)]),
        table([[NAN, NAN]] * 9, status=[["grader_error", "grader_error"]] * 9),
    ],
    ids=["nobody", "one", "two", "all equal", "all missing", "all excused", "the grader failed"],
)
def test_extremes(made: ClassTable) -> None:
    found = of_exercises(made)
    whole = of_class(made)

    assert [one.discrimination for one in found] == [None, None]
    assert (whole.alpha is None) == (len(made.students) != 2)
    assert faulty_checks(made, evidence(made)) == ()
    assert len(needing_help(made, evidence(made))) == (9 if whole.everyone.n == 9 and not whole.answered.n else 0)


# --- mistakes -----------------------------------------------------------------------------------------------------


# --- a large one --------------------------------------------------------------------------------------------------


def test_a_class_of_the_model_accuses_no_check_and_discriminates() -> None:
    """Where every check measures the same ability, none looks faulty, and what is harder has the lower facility."""
    made = make_table(1000, 12, seed=3)
    found = of_exercises(made)

    assert [
        rule.slug for one in faulty_checks(made, evidence(made)) for rule in one.rules if rule.slug != "unnamed"
    ] == []
    assert all(one.discrimination and one.discrimination.low > 0.1 and one.reliable for one in found)
    assert all(one.facility_first and one.facility and one.facility_first.value < one.facility.value for one in found)
    assert [one.tolist() for one in make_table(20, 3, seed=3)[4:6]] == [
        one.tolist() for one in make_table(20, 3, seed=3)[4:6]
    ]


def test_efficiency_of_two_is_all_or_nothing() -> None:
    assert efficiency(np.array([0.0, 1.0]), np.array([0.2, 0.7])) == pytest.approx(100)
    assert efficiency(np.array([0.0, 1.0]), np.array([0.7, 0.2])) == pytest.approx(-100)
