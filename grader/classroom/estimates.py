"""Estimates from few numbers: shares and correlations with their intervals, skewness and kurtosis, the best and the worst.

What cannot be said comes back as a `Text` that says why: never NaN, never a division by zero.
Formulas "as Moodle" are those of its quiz statistics (`calculator.php`), which the reports of other platforms resemble.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.model import Text
from grader.words import ntext, text

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

Z_95 = 1.959963984540054  # the normal quantile that leaves 2.5 % on each side
OUTER_SHARE = 0.27  # of the students are "the best", and as many "the worst": Kelley 1939; Canvas and Brightspace too

NOBODY = text("there is no student to count")
UNSOLVED = text("nobody has solved it yet")
ALL_ALIKE = text("all scores are the same")
REST_ALIKE = text("all are alike in the rest of the score")
NO_REST = text("there is nothing else to compare it with")


class Interval(NamedTuple):
    """An estimate and its 95 % interval."""

    value: float
    low: float
    high: float


def wilson(hits: float, n: int) -> Interval | Text:
    """A share `hits / n` with Wilson's 95 % interval (1927).

    p = hits/n, centre (p + z²/2n) / (1 + z²/n), half width z √(p(1-p)/n + z²/4n²) / (1 + z²/n)

    It also serves a *mean* of n shares from 0 to 1, with `hits` their sum: of all variables in [0, 1] with mean p none
    varies more than pass-or-fail does (variance p(1-p)), so it is then a little wider than need be, never beyond 0 and 1,
    and has a width even where all are alike.
    """
    if not n:
        return NOBODY
    p = min(1.0, max(0.0, hits / n))
    shrink = 1 + Z_95**2 / n
    centre = (p + Z_95**2 / (2 * n)) / shrink
    half = Z_95 * math.sqrt(p * (1 - p) / n + Z_95**2 / (4 * n**2)) / shrink
    return Interval(p, max(0.0, min(p, centre - half)), min(1.0, max(p, centre + half)))


def correlation(x: Floats, y: Floats) -> Interval | Text:
    """Pearson's r of an exercise `x` and the rest `y`, with Fisher's 95 % interval (1921).

    r = cov(x, y) / √(var x · var y); the interval is tanh(artanh r ± z / √(n-3)), for three students all of [-1, 1].
    As Moodle's discrimination index, but from -1 to 1 where Moodle multiplies by 100.
    """
    n = len(x)
    if n < 3:
        return _few(n, 3)
    if _constant(x):
        return ALL_ALIKE
    if _constant(y):
        return REST_ALIKE
    dx, dy = x - x.mean(), y - y.mean()
    r = float(np.clip((dx @ dy) / math.sqrt((dx @ dx) * (dy @ dy)), -1.0, 1.0))
    if n == 3:
        return Interval(r, -1.0, 1.0)
    at = math.atanh(max(-1 + 1e-15, min(1 - 1e-15, r)))
    width = Z_95 / math.sqrt(n - 3)
    return Interval(r, min(r, math.tanh(at - width)), max(r, math.tanh(at + width)))


def efficiency(x: Floats, y: Floats) -> float | Text:
    """Discriminative efficiency in percent: 100 · cov(x, y) / cov_max, where cov_max pairs both in ascending order (Moodle).

    How much of the correlation that these very scores allow is there: an easy exercise cannot correlate much.
    """
    if len(x) < 2:
        return _few(len(x), 2)
    if _constant(x):
        return ALL_ALIKE
    if _constant(y):
        return REST_ALIKE
    dx, dy = x - x.mean(), y - y.mean()
    return float(100 * (dx @ dy) / (np.sort(dx) @ np.sort(dy)))


def upper_lower(share: Floats, total: Floats) -> float | Text:
    """D: the mean share of the best 27 % by `total`, minus that of the worst 27 % (Canvas, Brightspace)."""
    if len(share) < 2:
        return _few(len(share), 2)
    lowest = worst(total)
    return float(share[best(total)].mean() - share[lowest].mean()) if lowest.any() else REST_ALIKE


def best(total: Floats) -> Mask:
    """The best 27 % (at least one), and whoever ties with the last of them: as in Canvas a tie goes to the higher group."""
    n = len(total)
    last: float = np.partition(total, n - outer(n))[n - outer(n)]
    return total >= last


def worst(total: Floats) -> Mask:
    """The worst 27 %, without those who tie with somebody above; nobody if all are alike. For two students or more."""
    above: float = np.partition(total, outer(len(total)))[outer(len(total))]
    return total < above


def outer(n: int) -> int:
    """How many students are 27 % of `n`."""
    return max(1, round(OUTER_SHARE * n))


def deviation(values: Floats) -> float | Text:
    """The standard deviation with n-1."""
    return float(values.std(ddof=1)) if len(values) > 1 else _few(len(values), 2)


def skewness(values: Floats) -> float | Text:
    """k₃ / k₂^1.5 with Fisher's k-statistics k₂ = n m₂/(n-1), k₃ = n² m₃/((n-1)(n-2)), as Moodle. Below 0: a tail of low scores."""
    n = len(values)
    if n < 3:
        return _few(n, 3)
    if _constant(values):
        return ALL_ALIKE
    m2, m3 = (float(((values - values.mean()) ** power).mean()) for power in (2, 3))
    return float(n**2 * m3 / ((n - 1) * (n - 2)) / (n * m2 / (n - 1)) ** 1.5)


def kurtosis(values: Floats) -> float | Text:
    """k₄ / k₂² with k₄ = n² [(n+1) m₄ - 3(n-1) m₂²] / ((n-1)(n-2)(n-3)), as Moodle. 0 for a normal distribution."""
    n = len(values)
    if n < 4:
        return _few(n, 4)
    if _constant(values):
        return ALL_ALIKE
    m2, m4 = (float(((values - values.mean()) ** power).mean()) for power in (2, 4))
    k4 = n**2 * ((n + 1) * m4 - 3 * (n - 1) * m2**2) / ((n - 1) * (n - 2) * (n - 3))
    return float(k4 / (n * m2 / (n - 1)) ** 2)


def alpha(points: Floats) -> float | Text:
    """Cronbach's α in percent, Moodle's coefficient of internal consistency: 100 · k/(k-1) · (1 - Σσ_j²/σ_T²).

    Args:
        points: (n, k), without gaps. With scores of 0 and 1 only this is KR-20.
    """
    n, k = points.shape
    if k < 2:
        return NO_REST
    if n < 2:
        return _few(n, 2)
    total = points.sum(axis=1)
    if _constant(np.round(total, 9)):
        return ALL_ALIKE
    return float(100 * k / (k - 1) * (1 - points.var(axis=0, ddof=1).sum() / total.var(ddof=1)))


def effective_weights(points: Floats, total: Floats) -> list[float | Text]:
    """For each of k exercises its weight in the spread of the totals, in percent: 100 · √cov(x_j, T) / Σ√cov (Moodle).

    Args:
        points: (n, k), 0 where there is nothing. An exercise of negative covariance has no weight, and no part in the sum.
        total: (n,) in any unit.
    """
    n, k = points.shape
    if n < 2:
        return [_few(n, 2)] * k
    covariance = (points - points.mean(axis=0)).T @ (total - total.mean()) / (n - 1)
    covariance[np.abs(covariance) <= 1e-12 * points.max() * total.max()] = 0.0  # what rounding left of nothing
    roots = np.sqrt(np.maximum(covariance, 0))
    if _constant(total) or not roots.sum():
        return [ALL_ALIKE] * k
    against = text("those who do well here do worse in total, so it has no weight")
    return [
        against if below else float(100 * root / roots.sum()) for root, below in zip(roots, covariance < 0, strict=True)
    ]


def _constant(values: Floats) -> bool:
    return bool(values.max() == values.min())


def _few(n: int, needed: int) -> Text:
    return ntext(
        "{n} student is too few; it takes {needed}", "{n} students are too few; it takes {needed}", n, needed=needed
    )
