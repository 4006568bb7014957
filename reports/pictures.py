"""Pictures of an answer as data for the template: plots with a sentence that says what is seen, and heat maps."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from grader.judge.sketches import CELLS, Heat, Picture, Series
from grader.model import Language, Text, same
from grader.words import joined, text
from reports.escape import clean, clean_line
from reports.plot import HEIGHT, WIDTH, Line, Plot, Scale, Tick, extent, number, path, roundest, ticks

SHADES = 5
SHORT = 8  # letters: the name of an axis that a sentence can use
WIDENED = {
    "curve": 1.0,
    "losses": 30.0,
    "heat": 1.0,
}  # how many times its height a plot grows for an answer gone astray
PLACES = 2  # so many stretches of a curve are named one by one


class Curve(NamedTuple):
    """One curve over the expected one; `plot` is None where nothing can be drawn."""

    title: str
    said: str
    agrees: bool
    plot: Plot | None


class HeatCell(NamedTuple):
    """`shade` is 0 to 5, by the error relative to the largest expected value."""

    got: str
    expected: str
    wrong: bool
    shade: int


class HeatTable(NamedTuple):
    """One wrong gradient; `columns` and the names of the rows are indices."""

    name: str
    said: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell, ...]], ...]


def curves(pictures: Sequence[Picture], lang: Language) -> tuple[Curve, ...]:
    """Every curve of an exercise, in the order of its checks.py."""
    found: list[Curve] = []
    for picture in pictures:
        title = clean_line(picture.title.in_(lang))
        if picture.problem:
            said = text("Nothing can be drawn of your answer: {problem}", problem=picture.problem)
            found.append(Curve(title, clean(said.in_(lang)), False, None))
        elif picture.kind != "heat":
            found += [_curve(picture, series, title, lang) for series in picture.series]
    return tuple(found)


def heat_tables(pictures: Sequence[Picture], checks: Sequence[str], lang: Language) -> tuple[HeatTable, ...]:
    """The heat maps of the checks named."""
    return tuple(_table(heat, lang) for picture in pictures if picture.check in checks for heat in picture.heats)


# --- curves -------------------------------------------------------------------------------------------------


def _curve(picture: Picture, series: Series, title: str, lang: Language) -> Curve:
    axis = picture.over.in_(lang)
    x_name = axis if len(axis) <= SHORT else "x"
    if not series.got:
        problem = series.problem or text("it is missing")
        said = text("Nothing can be drawn of your answer: {problem}.", problem=problem)
    else:
        describe = _losses_seen if picture.kind == "losses" else _curve_seen
        said = describe(series, x_name)
    finite = [value for value in series.got if value is not None]
    low, high = extent(series.expected, finite, WIDENED[picture.kind])
    if not all(low <= value <= high for value in finite):
        said = text("{said} Some of it lies outside the picture.", said=said)
    words = clean(said.in_(lang))
    name = f"{title}: {series.name}" if len(picture.series) > 1 else title
    agrees = bool(series.got) and not any(series.wrong) and not series.problem
    over = axis if x_name == axis else f"x: {axis}"
    return Curve(name, words, agrees, _plot(series, (low, high), f"{name}. {words}", over))


def _plot(series: Series, heights: tuple[float, float], label: str, over: str) -> Plot:
    x = Scale(series.x[0], series.x[-1], 0, WIDTH)
    y = Scale(*heights, HEIGHT, 0)
    lines = [Line("expected", path(series.x, series.expected, x, y))]
    if any(value is not None for value in series.got):
        lines.append(Line("yours", path(series.x, series.got, x, y)))
    return Plot(
        label=label,
        over=over,
        x_ticks=tuple(Tick(x(at), number(at)) for at in ticks(x.low, x.high)),
        y_ticks=tuple(Tick(y(at), number(at)) for at in ticks(y.low, y.high, 5)),
        lines=tuple(lines),
    )


def _curve_seen(series: Series, x_name: str) -> Text:
    """`Your sigmoid leaves the expected curve for x < −3; greatest distance 0.5 at x = −6.`"""
    yours = text("Your {name}", name=series.name) if series.name.isidentifier() else text("Your curve")
    gaps = [at for at, value in enumerate(series.got) if value is None]
    finite = len(gaps) < len(series.got)
    astray = [at for at, wrong in enumerate(series.wrong) if wrong and series.got[at] is not None]
    if not gaps and not astray:
        return text("{yours} lies on the expected curve.", yours=yours)
    seen: list[Text] = []
    if astray:
        far, at = max((abs((series.got[at] or 0.0) - series.expected[at]), -at) for at in astray)
        seen.append(
            text(
                "leaves the expected curve {where}; greatest distance {far} at {place}",
                where=_where(astray, series.x, x_name),
                far=number(far),
                place=f"{x_name} = {number(series.x[-at])}",
            )
        )
    if gaps:
        where = _where(gaps, series.x, x_name) if finite else text("anywhere")
        seen.append(text("is no finite number {where}", where=where))
    said = seen[0] if len(seen) == 1 else text("{one}, and {other}", one=seen[0], other=seen[1])
    return text("{yours} {said}.", yours=yours, said=said)


def _where(indices: Sequence[int], x: Sequence[float], x_name: str) -> Text:
    """For which x: `for x < 0`, `from x = 1 to 2`, `everywhere`."""
    runs: list[list[int]] = []
    for at in indices:
        if runs and runs[-1][1] == at - 1:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    if len(indices) == len(x):
        return text("everywhere")
    if len(runs) > PLACES:
        low, high = number(x[indices[0]]), number(x[indices[-1]])
        return text(
            "in {n} stretches between {x_name} = {low} and {high}", n=len(runs), x_name=x_name, low=low, high=high
        )
    said = (_stretch(first, last, x, x_name) for first, last in runs)
    return _spaced(reduce(lambda one, other: text("{one} and {other}", one=one, other=other), said))


def _spaced(words: Text) -> Text:
    """With the space that Japanese text has here after a number."""
    return Text(words.en, f"{words.ja} " if words.ja[-1].isascii() else words.ja)


def _stretch(first: int, last: int, x: Sequence[float], x_name: str) -> Text:
    if first == last:
        return text("at {x_name} = {number}", x_name=x_name, number=number(x[first]))
    if first == 0:
        edge = roundest(x[last], x[last + 1])
        side = f"{x_name} {'≤' if edge == x[last] else '<'} {number(edge)}"
        return text("for {side}", side=side)
    if last == len(x) - 1:
        edge = roundest(x[first - 1], x[first])
        side = f"{x_name} {'≥' if edge == x[first] else '>'} {number(edge)}"
        return text("for {side}", side=side)
    low, high = number(x[first]), number(x[last])
    return text("from {x_name} = {low} to {high}", x_name=x_name, low=low, high=high)


def _losses_seen(series: Series, x_name: str) -> Text:
    """`Your loss goes from 0.69 to 0.4, expected 0.05; the two part at epoch 2.`"""
    finite = [value for value in series.got if value is not None]
    name = series.name
    if not finite:
        return text("Your {name} is no finite number anywhere.", name=name)
    first, last, goal = number(finite[0]), number(finite[-1]), number(series.expected[-1])
    if not any(series.wrong) and not series.problem:
        return text("Your {name} goes from {first} to {last}, as expected.", name=name, first=first, last=last)
    said = [
        text("Your {name} goes from {first} to {last}, expected {goal}", name=name, first=first, last=last, goal=goal)
    ]
    parts = next((at for at, wrong in enumerate(series.wrong) if wrong), None)
    if parts is not None:
        at = number(series.x[parts])
        place = same(f"{x_name} {at}" if x_name.isascii() else f"{at} {x_name}")
        said.append(text("the two part at {place}", place=_spaced(place)))
    if len(finite) < len(series.got):
        where = _where([at for at, value in enumerate(series.got) if value is None], series.x, x_name)
        said.append(text("it is no finite number {where}", where=where))
    if series.problem:
        said.append(series.problem)
    return text("{said}.", said=joined(said, "; ", "。"))


# --- heat maps ----------------------------------------------------------------------------------------------


def _table(heat: Heat, lang: Language) -> HeatTable:
    names = heat.row_names or ("",) * len(heat.rows)
    columns = len(heat.rows[0]) if heat.rows else 0
    rows = tuple(
        (name, tuple(HeatCell(number(one.got), number(one.expected), one.wrong, _shade(one.error) if one.wrong else 0) for one in row))
        for name, row in zip(names, heat.rows, strict=True)
    )  # fmt: skip
    return HeatTable(heat.name, clean(_heat_seen(heat).in_(lang)), tuple(map(str, range(columns))), rows)


def _shade(error: float) -> int:
    """From 1, below a tenth, to 5, from the largest expected value on."""
    return next((shade for shade, limit in enumerate((0.1, 0.3, 0.6, 1.0), 1) if error < limit), SHADES)


def _heat_seen(heat: Heat) -> Text:
    """`12 of 12 cells differ; all by the same factor 4.`"""
    if not heat.rows:
        return text("{said}.", said=heat.problem)
    how_many = [_differing(heat)]
    if heat.factor is not None and number(heat.factor) != "1":
        how_many.append(text("all by the same factor {factor}", factor=number(heat.factor)))
    else:
        place = f"[{', '.join(map(str, heat.worst))}]" if heat.worst else ""
        worst = max((cell.error for row in heat.rows for cell in row if cell.wrong), default=math.inf)
        if heat.size > 1 and math.isfinite(worst):
            how_many.append(
                text("the worst, at {place}, by {worst:.0%} of the largest expected value", place=place, worst=worst)
            )
    said = [joined(how_many, "; ", "。")]
    if len(heat.shape) > 2:
        said.append(text("Shape {shape}: a row for each of the first indices", shape=heat.shape))
    if heat.size > sum(len(row) for row in heat.rows):
        said.append(text("Shown are the first {n} rows and columns at most", n=CELLS))
    if heat.problem:
        said.append(text("Besides: {problem}", problem=heat.problem))
    return text("{said}.", said=joined(said, ". ", "。"))


def _differing(heat: Heat) -> Text:
    """`2 of 12 cells differ, all in row 1`."""
    differ, size = heat.differ, heat.size
    match heat.common:
        case 0, index:
            return text("{differ} of {size} cells differ, all in row {index}", differ=differ, size=size, index=index)
        case 1, index:
            return text("{differ} of {size} cells differ, all in column {index}", differ=differ, size=size, index=index)
    return text("{differ} of {size} cells differ", differ=differ, size=size)
