"""Numbers of a class in words, as precise as they are, and in the coordinates of drawings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from grader.classroom.estimates import Interval
from grader.classroom.statistics import DUBIOUS_BELOW
from grader.model import Language, Text
from grader.words import text
from reports.plot import HEIGHT, WIDTH, Line, Plot, Scale, Tick, number, ticks

GAP = 3  # units of the drawing between two bars
CLEAR = 0.25  # a discrimination that the guides of ExamSoft and Canvas call good
SATISFACTORY, WEAK = 0.75, 0.64  # of α, as Moodle's documentation reads it


class Gauge(NamedTuple):
    """A number with its interval, in words and on a scale of 100 units.

    Attributes:
        span: `58–66 %`.
        mark: where zero lies, if that is not at the left end.
    """

    label: str
    span: str
    at: float
    low: float
    width: float
    mark: float | None = None


def count(n: int) -> str:
    return f"{n:,}"


def percent(share: float) -> str:
    """Whole percents; what is neither nothing nor all is not rounded to it."""
    whole = round(100 * share)
    if whole == 0 and share > 0:
        return "<1\u00a0%"
    if whole == 100 and share < 1:
        return ">99\u00a0%"
    return f"{whole}\u00a0%"


def signed_percent(share: float) -> str:
    return f"−{percent(-share)}" if share < 0 else percent(share)


def share(part: int, whole: int) -> str:
    return percent(part / whole) if whole else percent(0)


def share_span(interval: Interval) -> str:
    """`58–66 %`."""
    low, high = (round(100 * end) for end in (interval.low, interval.high))
    return percent(interval.low) if low == high else f"{low}–{high}\u00a0%"


def share_gauge(interval: Interval | None) -> Gauge | None:
    return _gauge(interval, percent(interval.value), share_span(interval), 0.0) if interval else None


def correlation_gauge(interval: Interval | None, lang: Language) -> Gauge | None:
    """With one decimal, or two where the interval is narrow enough for the second to mean something."""
    if interval is None:
        return None
    digits = 2 if interval.high - interval.low < 0.1 else 1
    value, low, high = (f"{one:.{digits}f}".replace("-", "−") for one in interval)
    return _gauge(interval, value, text("{low} to {high}", low=low, high=high).in_(lang), -1.0)


def _gauge(interval: Interval, label: str, span: str, least: float) -> Gauge:
    scale = Scale(least, 1.0, 0.0, 100.0)
    low, high = scale(interval.low), scale(interval.high)
    return Gauge(
        label=label,
        span=span,
        at=scale(interval.value),
        low=low,
        width=round(high - low, 1),
        mark=scale(0.0) if least else None,
    )


def discrimination_words(interval: Interval | None) -> Text:
    """What a correlation between this exercise and all else means, as far as its interval allows to say."""
    if interval is None:
        return text("Too few differences between the answers to compare with the other exercises.")
    if interval.high < 0:
        return text("Those who do well here do worse elsewhere: look at its checks.")
    if interval.low <= 0:
        return text("It cannot be told whether those who do well here do well elsewhere.")
    if interval.low >= CLEAR:
        return text("Those who do well here clearly do well elsewhere, too.")
    return text("Those who do well here tend to do well elsewhere, too.")


def agreement(interval: Interval | None) -> Text:
    """The same in as few words as a table has room for."""
    if interval is None:
        return text("no differences")
    if interval.high < 0:
        return text("against the rest")
    if interval.low <= 0:
        return text("cannot be told")
    return text("clearly with the rest") if interval.low >= CLEAR else text("with the rest")


def efficiency_words(efficiency: float) -> Text:
    """What a discriminative efficiency in percent says."""
    if efficiency < DUBIOUS_BELOW:
        return text("of what these points could tell of who is strong and who is weak: dubiously little.")
    return text("of what these points could tell of who is strong and who is weak.")


def reliability_words(alpha: float) -> Text:
    """What Cronbach's α says, given as a number up to 1."""
    if alpha >= SATISFACTORY:
        return text("the exercises agree well on who is strong.")
    if alpha >= WEAK:
        return text("the exercises agree somewhat on who is strong.")
    return text("the exercises hardly agree on who is strong; a total says little.")


def bars(counts: Sequence[int], labels: Sequence[str], sentence: str, over: str, between: bool = False) -> Plot:
    """Counts as bars. `labels` stand below the bars, or `between` them, where one bin ends and the next begins."""
    x = Scale(0.0, float(len(counts)), 0.0, float(WIDTH))
    top = max(*counts, 1)
    y = Scale(0.0, 1.05 * top, float(HEIGHT), 0.0)
    path = "".join(
        f"M{x(index) + GAP / 2:g} {HEIGHT}V{y(many):g}h{x(index + 1) - x(index) - GAP:.4g}V{HEIGHT}z"
        for index, many in enumerate(counts)
        if many
    )
    whole = [at for at in ticks(0.0, float(top), 4) if at == round(at)]
    return Plot(
        label=sentence,
        over=over,
        x_ticks=tuple(Tick(x(index if between else index + 0.5), label) for index, label in enumerate(labels) if label),
        y_ticks=tuple(Tick(y(at), number(at)) for at in whole),
        lines=(Line("counted", path),),
    )


def share_bars(counts: Sequence[int], lang: Language) -> Plot | None:
    """How many have which share of the points; None if there is nobody."""
    if not sum(counts):
        return None
    n = len(counts)
    best = max(range(n), key=lambda index: counts[index])
    sentence = text(
        "{most} of {n} students have {low} to {high} of the points: the tallest bar.",
        most=count(counts[best]),
        n=count(sum(counts)),
        low=percent(best / n),
        high=percent((best + 1) / n),
    )
    labels = [percent(index / n) if index * 5 % n == 0 else "" for index in range(n + 1)]
    return bars(counts, labels, sentence.in_(lang), text("share of the points").in_(lang), between=True)


def attempt_bars(counts: Sequence[int], lang: Language) -> Plot | None:
    """How many solved it at which attempt; None if nobody did."""
    if not sum(counts):
        return None
    sentence = text(
        "Of {n} students who solved it, {first} did so at the first attempt.",
        n=count(sum(counts)),
        first=count(counts[0]),
    )
    labels = [*(str(index) for index in range(1, len(counts))), f"{len(counts)}+"]
    return bars(counts, labels, sentence.in_(lang), text("solved at which attempt").in_(lang))
