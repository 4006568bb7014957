"""Numbers into the coordinates of a drawing: scales, round ticks, and lines with gaps. No plotting library: a report
needs two kinds of plots, and they must come out the same, byte for byte."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 312, 160  # of the field between the axes
LEFT, TOP, RIGHT, BOTTOM = 46, 8, 14, 42  # what lies around it
FAR = 3  # times the field: lines that leave it end there


class Tick(NamedTuple):
    """A place on an axis; `label` may be empty."""

    at: float
    label: str


class Line(NamedTuple):
    """`css` says whose it is: expected, yours or reached."""

    css: str
    path: str


class Plot(NamedTuple):
    """A drawing; x and y of its lines count from the field's upper left corner.

    Attributes:
        label: what is seen, in one sentence, for those who do not see it.
        over: what the horizontal axis shows.
        marks: places on the horizontal axis that are marked.
    """

    label: str
    over: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    marks: tuple[float, ...] = ()
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    top: int = TOP
    right: int = LEFT + WIDTH
    bottom: int = TOP + HEIGHT
    full_width: int = LEFT + WIDTH + RIGHT
    full_height: int = TOP + HEIGHT + BOTTOM
    tick_text: int = TOP + HEIGHT + 16
    axis_text: int = TOP + HEIGHT + 35
    y_text: int = LEFT - 6


class Scale(NamedTuple):
    """A straight line from numbers, `low` to `high`, to units of the drawing, `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        size = abs(self.end - self.start)
        at = self.start + share * (self.end - self.start)
        return round(min(max(at, -FAR * size), FAR * size), 1)


def number(value: float) -> str:
    """Three digits, with a true minus: `−0.25`, `1.5e+20`."""
    return f"{value:.3g}".replace("-", "−") if value else "0"


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers from `low` to `high`: multiples of 1, 2 or 5 times a power of ten, `most` of them or fewer."""
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10, 20) if power * factor >= rough)
    first = math.ceil(low / step - 1e-9)
    return [step * index for index in range(first, math.floor(high / step + 1e-9) + 1)]


def roundest(low: float, high: float) -> float:
    """The roundest number from `low` to `high`."""
    power = math.floor(math.log10(max(abs(low), abs(high)))) + 1
    while True:
        multiple = math.ceil(low / 10.0**power - 1e-9)
        if multiple * 10.0**power <= high:
            return multiple * 10.0**power if power >= 0 else multiple / 10.0**-power
        power -= 1


def extent(values: Iterable[float], more: Iterable[float] = (), widened: float = 1.0) -> tuple[float, float]:
    """Lowest and highest of `values`, with some room; `more` widens it, by `widened` times its size at most."""
    kept = list(values)
    low, high = min(kept), max(kept)
    span = widened * (high - low or abs(high) or 1.0)
    for value in more:
        low, high = min(low, max(value, min(kept) - span)), max(high, min(value, max(kept) + span))
    room = 0.06 * (high - low or 2 * span)
    return low - room, high + room


def path(xs: Sequence[float], ys: Sequence[float | None], x: Scale, y: Scale) -> str:
    """A line through the points, with gaps where y is None; a point between two gaps becomes a dot."""
    parts: list[str] = []
    pen = False
    for at, value in zip(xs, ys, strict=False):
        if value is None:
            pen = False
            continue
        parts.append(f"{'L' if pen else 'M'}{_short(x(at))} {_short(y(value))}")
        if not pen:
            parts.append("h0")  # with round ends this is a dot
        pen = True
    return "".join(parts)


def stairs(xs: Sequence[float], ys: Sequence[float], x: Scale, y: Scale) -> str:
    """A line that keeps each y until the next x, from the ground to the right end."""
    parts = [f"M{_short(x(xs[0]))} {_short(y(0.0))}"]
    parts += [f"H{_short(x(at))}V{_short(y(value))}" for at, value in zip(xs, ys, strict=True)]
    return "".join([*parts, f"H{_short(x.end)}"])


def _short(value: float) -> str:
    return f"{value:g}"
