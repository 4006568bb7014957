"""What the pictures and the history say, in words and in numbers."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest

from grader.judge.sketches import Picture, Series, heat
from grader.model import Attempt, Text
from reports.history import history_view, lines
from reports.pictures import curves, heat_tables
from reports.plot import ticks
from tests.reports import sample

TITLE, X = Text("a curve", "曲線"), Text("x", "x")


def said(name: str, expected: list[float], got: list[float | None], kind: str = "curve") -> Text:
    x = tuple(float(at) for at in range(-(len(expected) // 2), len(expected) - len(expected) // 2))
    wrong = tuple(one is None or abs(one - other) > 1e-3 for one, other in zip(got, expected, strict=False))
    picture = Picture(kind, TITLE, X, (Series(name, x, tuple(expected), tuple(got), wrong),))  # type: ignore[arg-type]
    return Text(curves([picture], "en")[0].said, curves([picture], "ja")[0].said)


@pytest.mark.parametrize(
    ("expected", "got", "en"),
    [
        ([0, 1, 2], [0, 1, 2], "Your f lies on the expected curve."),
        ([0, 0, 0, 1, 2], [-0.5, -0.1, 0, 1, 2], "Your f leaves the expected curve for x < 0; greatest distance 0.5 at x = −2."),
        ([0, 0, 0, 1, 2], [0, 0, 0, 1.5, 2.2], "Your f leaves the expected curve for x > 0; greatest distance 0.5 at x = 1."),
        ([0, 0, 0, 1, 2], [0, 0, 0.2, 1, 2], "Your f leaves the expected curve at x = 0; greatest distance 0.2 at x = 0."),
        ([0, 1, 2], [3, 1.5, 2.5], "Your f leaves the expected curve everywhere; greatest distance 3 at x = −1."),
        ([0, 1, 2], [None, 1, 2], "Your f is no finite number at x = −1."),
        ([0, 1, 2], [None, None, None], "Your f is no finite number anywhere."),
        ([0, 1, 2], [0, 1, 99], "Your f leaves the expected curve at x = 1; greatest distance 97 at x = 1. Some of it lies outside the picture."),
    ],
)  # fmt: skip
def test_a_curve_is_told_in_one_sentence(expected: list[float], got: list[float | None], en: str) -> None:
    both = said("f", expected, got)

    assert both.en == en
    assert both.ja.startswith("あなたの f は") and both.ja.endswith("。")


def test_a_name_that_is_no_word_is_not_put_into_the_sentence() -> None:
    assert said("alpha = 0.25", [0, 1], [0, 1]).en == "Your curve lies on the expected curve."


def test_japanese_has_a_space_after_a_number_only() -> None:
    assert said("f", [0, 0, 0, 1, 2], [-0.5, -0.1, 0, 1, 2]).ja.startswith("あなたの f は、x < 0 で期待する曲線から")
    assert said("f", [0, 1, 2], [3, 1.5, 2.5]).ja.startswith("あなたの f は、全体で期待する曲線から")


def test_losses_are_compared_without_blame() -> None:
    assert said("loss", [3, 2, 1], [3, 2, 1], "losses").en == "Your loss goes from 3 to 1, as expected."
    assert (
        said("loss", [3, 2, 1], [3, 5, 7], "losses").en
        == "Your loss goes from 3 to 7, expected 1; the two part at x 0."
    )


EXPECTED = np.arange(12.0).reshape(3, 4) + 1


def table(got: object, expected: object = EXPECTED) -> str:
    picture = Picture("heat", TITLE, heats=(heat("dW", got, expected, 1e-5),), check="backward")
    return heat_tables([picture], ["backward"], "en")[0].said


def test_a_common_factor_is_named_only_if_it_is_one() -> None:
    off = EXPECTED.copy()
    off[1, 2] *= 2
    nearly = 4 * EXPECTED
    nearly[0, 0] = 4.001

    assert table(4 * EXPECTED) == "12 of 12 cells differ; all by the same factor 4."
    assert table(-EXPECTED) == "12 of 12 cells differ; all by the same factor −1."
    assert table(nearly).startswith("12 of 12 cells differ; the worst")
    assert table(off) == "1 of 12 cells differ; the worst, at [1, 2], by 58% of the largest expected value."


def test_a_row_or_column_that_holds_all_that_is_wrong_is_named() -> None:
    row, column = EXPECTED.copy(), EXPECTED.copy()
    row[1, :2] = 0
    column[:, 3] = 0

    assert "2 of 12 cells differ, all in row 1;" in table(row)
    assert "3 of 12 cells differ, all in column 3;" in table(column)


def test_what_cannot_be_compared_says_why() -> None:
    assert table(EXPECTED.T) == "shape (4, 3), expected (3, 4)."
    assert table(None) == "expected an array of shape (3, 4), got None."
    assert "dtype int64, expected floats" in table(EXPECTED.astype(int))
    assert "not finite" not in table(np.full((3, 4), np.nan))


def test_many_axes_are_folded_and_large_arrays_cut() -> None:
    expected = np.ones((2, 3, 40))
    one = heat("dx", 2 * expected, expected, 1e-5)

    assert (len(one.rows), len(one.rows[0]), one.size, one.differ) == (6, 24, 240, 240)
    assert one.row_names == ("0, 0", "0, 1", "0, 2", "1, 0", "1, 1", "1, 2")
    assert "first 24 rows and columns" in table(2 * expected, expected)
    assert heat("db", np.zeros(3), np.ones(3), 1e-5).row_names == ()
    assert len(heat("dc", 0.0, 1.0, 1e-5).rows) == 1


@pytest.mark.parametrize(("low", "high"), [(-6.0, 6.0), (0.0, 0.003), (1e5, 3e7), (-0.1, 99.0), (0.69, 0.70)])
def test_ticks_are_round_and_few(low: float, high: float) -> None:
    found = ticks(low, high)

    assert 2 <= len(found) <= 7
    assert all(low - 1e-9 <= at <= high * (1 + 1e-9) for at in found)
    assert all(float(f"{at:.3g}") == pytest.approx(at) for at in found)


def test_history_in_words(tmp_path: Path) -> None:
    past = lines(sample.history(), sample.HINTS, "en")

    assert past == {
        "affine": "2 attempts; best so far 3/10; 2 hints",
        "adam": "1 hint",
        "sigmoid": "2 attempts; first passed on 21 Nov 2026",
    }
    assert lines(sample.history(), {}, "ja")["sigmoid"] == "2 回挑戦、2026 年 11 月 21 日に初めて合格"
    view = history_view(sample.history(), sample.HINTS, sample.make_course(tmp_path), sample.everything(), "en")
    assert view and view.said == "7 points reached on 3 days with work, from 19 Nov 2026 to 25 Nov 2026."
    assert [one.id for one in view.exercises] == ["sigmoid", "affine", "adam"]  # in the order of the course


def test_the_best_counts_and_a_worse_attempt_takes_nothing_away(tmp_path: Path) -> None:
    view = history_view(sample.history(), {}, sample.make_course(tmp_path), sample.everything(), "en")

    assert view
    heights = [float(part.split("H")[0]) for part in view.plot.lines[0].path.split("V")[1:]]
    assert heights == sorted(heights, reverse=True)  # upwards, as drawings count


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a running process cannot be changed here")
def test_the_dates_are_those_of_the_place_of_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course, views = sample.make_course(tmp_path), []
    for zone in ("UTC", "Asia/Tokyo", "America/Los_Angeles"):
        monkeypatch.setitem(os.environ, "TZ", zone)
        time.tzset()
        views.append(history_view(sample.history(), {}, course, sample.everything(), "en"))
    monkeypatch.undo()
    time.tzset()

    assert views[0] == views[1] == views[2]


def test_one_attempt_and_a_clock_put_back_are_drawn(tmp_path: Path) -> None:
    course, result = sample.make_course(tmp_path), sample.everything()
    one = Attempt("sigmoid", "2026-11-21T14:02:11+09:00", "failed", 0.0, 4.0)
    earlier = one._replace(when="2026-11-21T13:02:11+09:00", score=3.0)

    alone = history_view((one,), {}, course, result, "ja")
    back = history_view((one, earlier), {}, course, result, "en")
    assert alone and alone.plot.lines[0].path and alone.plot.x_ticks[0].label == "14:02"
    assert back and back.said == "3 points reached on 1 day with work, 21 Nov 2026."
