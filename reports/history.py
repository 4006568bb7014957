"""How far a student has come: points over time, days with work, and a line for each exercise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from grader.model import Attempt, Course, Language, RunResult, Text
from grader.status import is_attempt
from grader.words import joined, ntext, text
from reports.escape import clean_line
from reports.plot import HEIGHT, WIDTH, Line, Plot, Scale, Tick, number, stairs, ticks
from reports.view import points, score

DAYS = (1, 2, 7, 14, 28, 56, 91, 182, 365, 730)  # between two ticks
MOST_TICKS = 6
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Past(NamedTuple):
    """One exercise: `said` is `3 attempts; first passed on 21 Nov 2026; 2 hints`."""

    id: str
    title: str
    linked: bool
    said: str


class History(NamedTuple):
    """The section *How far you have come*."""

    said: str
    plot: Plot
    exercises: tuple[Past, ...]


def attempts(history: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """What counts as an attempt: something was there to be graded, and it was."""
    return tuple(one for one in history if is_attempt(one.status))


def lines(history: Iterable[Attempt], hints: Mapping[str, int], lang: Language) -> dict[str, str]:
    """For each exercise with a past, what that was, in one line. `history` is in order of time."""
    by_exercise: dict[str, list[Attempt]] = {id_: [] for id_, looked_at in hints.items() if looked_at}
    for one in attempts(history):
        by_exercise.setdefault(one.exercise, []).append(one)
    return {id_: _line(tried, hints.get(id_, 0)).in_(lang) for id_, tried in by_exercise.items()}


def _line(tried: list[Attempt], looked_at: int) -> Text:
    said: list[Text] = []
    if tried:
        said.append(ntext("{n} attempt", "{n} attempts", len(tried)))
        passed = next((one for one in tried if one.status == "passed"), None)
        if passed:
            said.append(text("first passed on {day}", day=day_text(_day(passed))))
        else:
            best = max(tried, key=lambda one: one.score)
            said.append(text("best so far {score}", score=score(best.score, best.max_score)))
    if looked_at:
        said.append(ntext("{n} hint", "{n} hints", looked_at))
    return joined(said, "; ", "、")


def history_view(
    history: tuple[Attempt, ...], hints: Mapping[str, int], course: Course, result: RunResult, lang: Language
) -> History | None:
    """The section as data; None without any attempt. Every date is the one in `Attempt.when`, whatever this machine's
    zone is."""
    tried = attempts(history)
    if not tried:
        return None
    best: dict[str, float] = {}
    reached: list[float] = []
    for one in tried:
        best[one.exercise] = max(best.get(one.exercise, 0.0), one.score)
        reached.append(sum(best.values()))
    days = sorted({_day(one) for one in tried})
    said = _reached(points(reached[-1]), days).in_(lang)
    known = {one.id: one.title for one in course.exercises} | {one.id: one.title for one in result.exercises}
    here = {one.id for one in result.exercises}
    past = lines(history, hints, lang)
    ordered = [id_ for id_ in known if id_ in past] + [id_ for id_ in past if id_ not in known]
    return History(
        said,
        _plot(tried, reached, said, lang),
        tuple(Past(id_, clean_line(known[id_].in_(lang) if id_ in known else id_), id_ in here, past[id_]) for id_ in ordered),
    )  # fmt: skip


def _reached(sum_of_points: str, days: list[date]) -> Text:
    """`7 points reached on 3 days with work, from 19 Nov 2026 to 25 Nov 2026.`"""
    first, last = day_text(days[0]), day_text(days[-1])
    if len(days) == 1:
        return text("{points} points reached on 1 day with work, {day}.", points=sum_of_points, day=first)
    return text(
        "{points} points reached on {n} days with work, from {first} to {last}.",
        points=sum_of_points, n=len(days), first=first, last=last,
    )  # fmt: skip


def day_text(day: date) -> Text:
    """`21 Nov 2026`."""
    return text("{day} {month} {year}", day=day.day, month=_month(day), year=day.year)


def _month(day: date) -> Text:
    """A name in English, a number in Japanese."""
    return Text(MONTHS[day.month - 1], str(day.month))


def _day(attempt: Attempt) -> date:
    return date.fromisoformat(attempt.when[:10])


def _clock(attempt: Attempt) -> datetime:
    """What the clock on the wall showed, without a zone."""
    return datetime.fromisoformat(attempt.when).replace(tzinfo=None)


def _plot(tried: tuple[Attempt, ...], reached: list[float], said: str, lang: Language) -> Plot:
    clocks = [_clock(one) for one in tried]
    begin, end = min(clocks), max(clocks)
    one_day = begin.date() == end.date()
    if one_day:
        begin, end = begin - timedelta(minutes=5), end + timedelta(minutes=5)
    else:
        begin, end = datetime.combine(begin, datetime.min.time()), datetime.combine(
            end + timedelta(days=1), datetime.min.time())  # fmt: skip
    x = Scale(0.0, (end - begin).total_seconds(), 0, WIDTH)
    y = Scale(0.0, 1.08 * max(*reached, 1.0), HEIGHT, 0)
    seconds = [(clock - begin).total_seconds() for clock in clocks]
    seconds = [max(seconds[: index + 1]) for index in range(len(seconds))]  # a clock put back must not fold the line
    if one_day:
        labels = [Tick(x(seconds[0]), f"{clocks[0]:%H:%M}")]
        if x(seconds[-1]) - x(seconds[0]) > WIDTH / 4:
            labels.append(Tick(x(seconds[-1]), f"{clocks[-1]:%H:%M}"))
        marks: tuple[float, ...] = ()
    else:
        labels = [Tick(x((day - begin).total_seconds()), _short(day).in_(lang)) for day in _calendar(begin, end)]
        noons = sorted({datetime.combine(clock, datetime.min.time()) + timedelta(hours=12) for clock in clocks})
        marks = tuple(x((noon - begin).total_seconds()) for noon in noons)
    over = text("time of day") if one_day else text("date; a mark for each day with work")
    heights = tuple(Tick(y(at), number(at)) for at in ticks(y.low, y.high, 5))
    line = Line("reached", stairs(seconds, reached, x, y))
    return Plot(label=said, over=over.in_(lang), x_ticks=tuple(labels), y_ticks=heights, lines=(line,), marks=marks)


def _calendar(begin: datetime, end: datetime) -> list[datetime]:
    days = (end - begin).days
    step = next((step for step in DAYS if days / step <= MOST_TICKS), days)
    return [begin + timedelta(days=at) for at in range(0, days, step)]


def _short(day: datetime) -> Text:
    return text("{day} {month}", day=day.day, month=_month(day))
