"""What adjustments make of points: a pure function, applied whenever a class is read, so that no regrade can lose one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from grader.gradebook.records import Adjustment

Points = NDArray[np.float64]


def adjusted(
    raw: Points, most: Points, rows: Mapping[str, int], columns: Mapping[str, int], adjustments: Sequence[Adjustment]
) -> tuple[Points, Points, Points]:
    """Points after adjustments: of each exercise (n, k), NaN where excused; in all (n,); and what could be had (n,).

    For one exercise: an `override` is the points, else they are raw · (1 - late), where a late share of the exercise goes before
    one of the whole; `extra` is added to either. In all: their sum and the `extra` of the whole, or the `override` of the whole.
    What is excused or could not be graded counts neither for nor against.

    Args:
        raw: (n, k) as graded; NaN where the grader failed.
        most: (n, k) points that could be had.
        rows, columns: where a student and an exercise stand.
    """
    kinds = ("late", "override", "extra", "excused")
    one = {kind: np.full(raw.shape, np.nan) for kind in kinds}
    whole = {kind: np.full(len(raw), np.nan) for kind in kinds}
    for adjustment in adjustments:
        row = rows.get(adjustment.student)
        column = columns.get(adjustment.exercise)
        if row is None or (adjustment.exercise and column is None):
            continue  # of an exercise that this class does not have
        if column is None:
            whole[adjustment.kind][row] = adjustment.value
        else:
            one[adjustment.kind][row, column] = adjustment.value
    late = np.where(np.isnan(one["late"]), np.nan_to_num(whole["late"])[:, None], one["late"])
    score = np.where(np.isnan(one["override"]), raw * (1 - late), one["override"]) + np.nan_to_num(one["extra"])
    score[~np.isnan(one["excused"]) | ~np.isnan(whole["excused"])[:, None]] = np.nan
    total = np.nansum(score, axis=1) + np.nan_to_num(whole["extra"])
    total = np.where(np.isnan(whole["override"]), total, whole["override"])
    return score, total, np.where(np.isnan(score), 0.0, most).sum(axis=1)
