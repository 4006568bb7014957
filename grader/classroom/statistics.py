"""A class in numbers: its exercises, its totals, its mistakes. Pure functions from a `ClassTable` to frozen records.

Who counts where:

- an excused cell, and one at which the grader failed, counts nowhere; nor does a student of whom nothing counts;
- what says how hard an *exercise* is comes from those who *tried*: `missing` and `not_started` are no evidence of that, nor
  is an answer that could not be read. Both numbers are given: `n` students count, `tried` of them tried;
- in the *total* of a student the same cells are points lost;
- a student without any answer stands in the class's totals (`everyone`) but not in `answered`, on which alpha and the
  effective weights rest: a row of zeros would make all exercises seem to agree.

Exercises are judged by the points as graded (`raw`): a late penalty or an override says nothing of an exercise. Where something is
excused, totals and rests are shares of what could be had, so that students stay comparable; nothing excused, it is Moodle's.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import numpy as np

from grader.classroom import estimates
from grader.classroom.estimates import NO_REST, NOBODY, UNSOLVED, Floats, Interval, Mask, wilson
from grader.gradebook.records import ClassTable
from grader.model import Status, Text
from grader.status import CODES, STATUSES, is_answer

RELIABLE_FROM = 50  # students: below it the interval of a correlation of 0.3 reaches to 0 (Fisher: 0.02 to 0.53 at 50)
DUBIOUS_BELOW = 15.0  # percent of discriminative efficiency; Moodle's
BINS = 10  # of a distribution: the first from 0 up to but without 10 %, the last from 90 % to full marks
TRIES_APART = 10  # attempts to solve are counted one by one up to 9; the last count is of 10 and more

_Found = TypeVar("_Found")


class Evidence(NamedTuple):
    """What of a table counts. Shares are rounded to 12 digits, so that equal scores are equal whatever they were summed from.

    Attributes:
        counts: (n, k) neither excused nor failed by the grader.
        tried: (n, k) of these, those with an answer that could be run.
        present: (n,) those of whom something counts.
        answered: (n,) of these, those with an answer to anything that counts. Others may have handed in something, too.
        points: (n, k) as graded, 0 where nothing counts.
        most: (n, k) points that could be had, 0 where nothing counts.
        got, could: (n,) sums of these two.
        share: (n,) got of what could be had; 0 for those of whom nothing counts.
    """

    counts: Mask
    tried: Mask
    present: Mask
    answered: Mask
    points: Floats
    most: Floats
    got: Floats
    could: Floats
    share: Floats


class ExerciseStatistics(NamedTuple):
    """One exercise in numbers. What could not be worked out is None, and `why` says the reason, by the name of the field.

    Attributes:
        n: students for whom the exercise counts.
        tried: of them, with an answer that could be run; what follows is about these.
        missing, not_started: of them, without an answer.
        facility_first: mean share of the points in the first attempt, with Wilson's interval.
        facility: mean share of the points of the answer that counts, likewise (p_j = mean x_j / m_j).
        solved: share of those who passed it in the end, with Wilson's interval.
        discrimination: correlation with the rest of the score, with Fisher's interval.
        efficiency: discriminative efficiency in percent.
        dubious: whether that is below 15.
        weight: effective weight in percent: its share in the spread of the totals of those with an answer.
        upper_lower: D, the best 27 % against the worst 27 % by the total.
        distribution: how many have 0 to 10 %, 10 to 20 %, …, 90 to 100 % of the points.
        tries: how many solved it in the first, second, … attempt; the last counts ten and more.
        median_tries: of those who solved it.
        reliable: False below 50 students who tried: show discrimination and the like in grey.
    """

    id: str
    n: int
    tried: int
    missing: int
    not_started: int
    facility_first: Interval | None
    facility: Interval | None
    solved: Interval | None
    discrimination: Interval | None
    efficiency: float | None
    dubious: bool
    weight: float | None
    upper_lower: float | None
    distribution: tuple[int, ...]
    tries: tuple[int, ...]
    median_tries: float | None
    reliable: bool
    why: dict[str, Text]


class Totals(NamedTuple):
    """How totals are spread, in shares of what could be had (1 is everything; extra points may go beyond).

    Attributes:
        deviation: standard deviation, with n-1.
        distribution: as for exercises; what is above 1 is in the last.
    """

    n: int
    mean: float | None
    median: float | None
    deviation: float | None
    skewness: float | None
    kurtosis: float | None
    distribution: tuple[int, ...]
    why: dict[str, Text]


class ClassStatistics(NamedTuple):
    """The class in numbers.

    Attributes:
        everyone, answered: totals after adjustments; of all who count, and of those with an answer.
        complete: students with an answer and of whom every exercise counts: the next three are about these.
        alpha: Cronbach's, in percent.
        error_ratio: 100 · √(1 - alpha/100): how much of the spread is chance, in percent (Moodle).
        standard_error: error ratio · standard deviation / 100: of one student's total, as a share of what could be had (Moodle).
        reliable: False below 50 such students.
    """

    everyone: Totals
    answered: Totals
    complete: int
    alpha: float | None
    error_ratio: float | None
    standard_error: float | None
    reliable: bool
    why: dict[str, Text]


def evidence(table: ClassTable) -> Evidence:
    """What counts where, for the functions below; worked out once."""
    points = np.array([column.points for column in table.exercises], dtype=float)
    counts: Mask = np.isfinite(table.raw + table.score)
    counts[:, points <= 0] = False
    counts[table.most <= 0] = False
    answered = np.where(table.status == CODES["missing"], False, counts)
    tried = np.where(
        np.isin(table.status, [CODES[status] for status in STATUSES if not is_answer(status)]), False, counts
    )
    most = np.where(counts, points, 0.0)
    raw = np.where(counts, table.raw, 0.0)
    got, could = raw.sum(axis=1), most.sum(axis=1)
    return Evidence(
        counts=counts,
        tried=tried,
        present=np.any(counts, axis=1),
        answered=np.any(answered, axis=1),
        points=raw,
        most=most,
        got=got,
        could=could,
        share=_share(got, could),
    )


def handed_in(table: ClassTable) -> Mask:
    """(n,) those of whom anything arrived, whatever it was and whether it counts or not."""
    arrived: Mask = np.any(table.status != CODES["missing"], axis=1)
    arrived[list(table.handed_in)] = True
    return arrived


def exercise_statistics(table: ClassTable, seen: Evidence) -> tuple[ExerciseStatistics, ...]:
    """Every exercise in numbers, in the order of the table."""
    weights = estimates.effective_weights(seen.points[seen.answered], seen.share[seen.answered])
    return tuple(_exercise(table, seen, column, weight) for column, weight in enumerate(weights))


def _exercise(table: ClassTable, seen: Evidence, column: int, weight: float | Text) -> ExerciseStatistics:
    about = table.exercises[column]
    rows = seen.tried[:, column]
    tried = int(rows.sum())
    share = _share(seen.points[rows, column], seen.most[rows, column])
    first = _share(table.first[rows, column], seen.most[rows, column])
    first = first[~np.isnan(first)]
    rest, compared = rest_of_score(seen, rows, seen.points[:, column], about.points)
    solved = table.solved[rows, column]
    tries = solved[solved > 0]
    alone = tried > 0 and not compared.any()
    why: dict[str, Text] = {}
    efficiency = _known(why, "efficiency", NO_REST if alone else estimates.efficiency(share[compared], rest))
    return ExerciseStatistics(
        id=about.id,
        n=int(seen.counts[:, column].sum()),
        tried=tried,
        missing=_of_status(table, seen, column, "missing"),
        not_started=_of_status(table, seen, column, "not_started"),
        facility_first=_known(why, "facility_first", wilson(float(first.sum()), len(first))),
        facility=_known(why, "facility", wilson(float(share.sum()), tried)),
        solved=_known(why, "solved", wilson(len(tries), tried)),
        discrimination=_known(
            why, "discrimination", NO_REST if alone else estimates.correlation(share[compared], rest)
        ),
        efficiency=efficiency,
        dubious=efficiency is not None and efficiency < DUBIOUS_BELOW,
        weight=_known(why, "weight", weight),
        upper_lower=_known(why, "upper_lower", estimates.upper_lower(share, seen.share[rows])),
        distribution=_distribution(share),
        tries=tuple(np.bincount(np.minimum(tries, TRIES_APART) - 1, minlength=TRIES_APART).tolist()),
        median_tries=_known(why, "median_tries", float(np.median(tries)) if len(tries) else UNSOLVED),
        reliable=tried >= RELIABLE_FROM,
        why=why,
    )


def rest_of_score(seen: Evidence, rows: Mask, points: Floats, most: float) -> tuple[Floats, Mask]:
    """The share of all else that `rows` have got, without a part of `most` points in which they have `points` (n,).

    Also which of `rows` have anything else that counts: the shares are of these.
    """
    left = seen.could[rows] - most
    compared = left > 1e-9 * most
    return _share((seen.got - points)[rows][compared], left[compared]), compared


def class_statistics(table: ClassTable, seen: Evidence) -> ClassStatistics:
    """The class in numbers."""
    share = _share(table.total, table.most)
    columns = seen.counts.any(axis=0)
    complete = seen.answered & seen.counts[:, columns].all(axis=1)
    why: dict[str, Text] = {}
    alpha = _known(why, "alpha", estimates.alpha(seen.points[complete][:, columns]))
    error_ratio = _known(why, "error_ratio", why["alpha"] if alpha is None else 100 * max(0.0, 1 - alpha / 100) ** 0.5)
    spread = estimates.deviation(seen.share[complete])
    of_one = spread if error_ratio is None or isinstance(spread, Text) else error_ratio * spread / 100
    return ClassStatistics(
        everyone=_totals(share[seen.present]),
        answered=_totals(share[seen.answered]),
        complete=int(complete.sum()),
        alpha=alpha,
        error_ratio=error_ratio,
        standard_error=_known(why, "standard_error", why["alpha"] if error_ratio is None else of_one),
        reliable=int(complete.sum()) >= RELIABLE_FROM,
        why=why,
    )


def _totals(share: Floats) -> Totals:
    why: dict[str, Text] = {}
    return Totals(
        n=len(share),
        mean=_known(why, "mean", float(share.mean()) if len(share) else NOBODY),
        median=_known(why, "median", float(np.median(share)) if len(share) else NOBODY),
        deviation=_known(why, "deviation", estimates.deviation(share)),
        skewness=_known(why, "skewness", estimates.skewness(share)),
        kurtosis=_known(why, "kurtosis", estimates.kurtosis(share)),
        distribution=_distribution(share),
        why=why,
    )


def _known(why: dict[str, Text], name: str, found: _Found | Text) -> _Found | None:
    """What was found; or None, and the reason is noted under the name of the field."""
    if isinstance(found, Text):
        why[name] = found
        return None
    return found


def _share(points: Floats, most: Floats) -> Floats:
    share: Floats = np.divide(points, most, out=np.zeros_like(points), where=most > 0)
    return share.round(12)


def _distribution(share: Floats) -> tuple[int, ...]:
    bins = np.clip(np.floor(share * BINS + 1e-9), 0, BINS - 1).astype(int)
    return tuple(np.bincount(bins, minlength=BINS).tolist())


def _of_status(table: ClassTable, seen: Evidence, column: int, status: Status) -> int:
    return int((seen.counts[:, column] & (table.status[:, column] == CODES[status])).sum())
