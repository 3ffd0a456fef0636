"""Small charts as plain markup: lines with a target, and lying bars.

Places and sizes are shares of their box and colours come from the style sheet, so one markup fits every width, light
and dark, and is the same in the first answer, on the live page and on paper. Lines are masks over a coloured ground.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10
from typing import Final

from smart7.markup.pieces import masked, tag, text, wrap

Written = Callable[[float], str]
WIDE, TALL = 1000, 400
"""The box a line is drawn in, which is then stretched; strokes keep their width."""
ROOMY: Final = 30.0
"""Percent of a chart that the words of a target need."""
DASH: Final = 14
"""Half of what a point alone is wide."""
ZERO_WITHIN: Final = 0.6
"""An axis begins at zero where the least value is no more than this share of the most."""
ROOM: Final = 0.18
"""How far the axis goes beyond the values, as a share of what lies between them."""
LETTERS: Final = 14
"""Percent of a chart that a value written beside its point is high."""
MARKED: Final = 16
"""Points of a line that each have a mark; of more only the last has one."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a place along the axis, with the name of its period."""

    at: float
    value: float
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line in stretches, which end where a period is missing or is counted another way."""

    stretches: tuple[tuple[Point, ...], ...]

    @property
    def points(self) -> list[Point]:
        """Return its points in order."""
        return [point for stretch in self.stretches for point in stretch]


@dataclass(frozen=True, slots=True)
class Step:
    """A bound of a target from one place along the axis to another."""

    begins: float
    ends: float
    value: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One of several lying bars; `own` is what the chart is about."""

    name: str
    value: float
    shown: str
    own: bool = True


@dataclass(frozen=True, slots=True)
class Axis:
    """What lies at nothing and at all of a length."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Return where a value lies, in percent of the length."""
        return 100 * (value - self.low) / (self.high - self.low)


def lines(own: Line, others: Sequence[Line], steps: Sequence[Step], named: str, written: Written, said: str) -> str:
    """Return a line over time with others quiet behind it and a target dashed; `named` says whose target it is.

    `written` writes a value, `said` is what the chart says to those who do not see it.
    """
    points = own.points
    up, ticks = upright(drawn(own, others, steps))
    across = along(points)
    inner = "".join(tick(value, up, written) for value in ticks)
    inner += "".join(trace(line, across, up, "s7-quiet") for line in others) + trace(own, across, up, "s7-own")
    inner += aims(steps, points, across, up, named)
    inner += marks(points, steps, across, up, written)
    ends = wrap("div", tag("span", points[0].name) + tag("span", points[-1].name), "s7-ends")
    return wrap("div", wrap("div", inner, "s7-area") + ends, "s7-plot", role="img", aria_label=said)


def drawn(own: Line, others: Sequence[Line], steps: Sequence[Step]) -> list[float]:
    """Return every value a chart has to have room for."""
    return [point.value for line in (own, *others) for point in line.points] + [step.value for step in steps]


def along(points: Sequence[Point]) -> Axis:
    """Return the axis from the first of some points to the last."""
    return Axis(points[0].at, points[-1].at if points[-1].at > points[0].at else points[0].at + 1)


def upright(values: Sequence[float]) -> tuple[Axis, list[float]]:
    """Return the upright axis of some values and the values it names: from zero unless they lie far from it."""
    low, high = min(values), max(values)
    room = ROOM * ((high - low) or abs(high) or 1.0)
    from_zero = 0 <= low <= ZERO_WITHIN * high
    bottom = 0.0 if from_zero else low - room
    top = high + room
    step = nice((top - bottom) / 4)
    first = floor(bottom / step) * step
    ticks = [first + n * step for n in range(12)]
    return Axis(bottom, top), [round(t, 10) for t in ticks if bottom <= t <= top]


def nice(step: float) -> float:
    """Return a step of one, two or five times a power of ten, near the one asked for.

    >>> [nice(step) for step in (0.031, 3.2, 7.0, 120.0)]
    [0.05, 5.0, 10.0, 100.0]
    """
    power = float(10 ** floor(log10(step)))
    return next(round(m * power, 10) for m in (1, 2, 5, 10) if m * power >= 0.8 * step)


def tick(value: float, up: Axis, written: Written) -> str:
    """Return one value of the upright axis with its line."""
    css = "s7-tick s7-zero" if value == 0 else "s7-tick"
    return wrap("i", tag("span", written(value)), css, style=f"bottom:{up.share(value):.2f}%")


def trace(line: Line, across: Axis, up: Axis, css: str) -> str:
    """Return a line as a mask that is stretched over the chart; without one where there is nothing to join."""
    spots = [
        [(WIDE * across.share(p.at) / 100, TALL * (1 - up.share(p.value) / 100)) for p in one] for one in line.stretches
    ]
    # A point alone is a dash on a quiet line; on our own it has its mark.
    alone = [[(x - DASH, y), (x + DASH, y)] for [(x, y)] in (one for one in spots if len(one) == 1)]
    joined = [one for one in spots if len(one) > 1] + (alone if css == "s7-quiet" else [])
    path = " ".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in one) for one in joined)
    if not path:
        return ""
    picture = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDE} {TALL}' preserveAspectRatio='none'>"
        f"<path d='{path}' fill='none' stroke='black' stroke-width='{'2.6' if css == 's7-own' else '1.4'}'"
        " stroke-linejoin='round' vector-effect='non-scaling-stroke'/></svg>"
    )
    return masked(picture, f"s7-trace {css}")


def aims(steps: Sequence[Step], points: Sequence[Point], across: Axis, up: Axis, named: str) -> str:
    """Return a target as dashed lines; the longest says whose it is where it has room, away from the line."""
    told = ""
    longest = widest(steps, across)
    for step in steps:
        left, right = span(step, across)
        style = f"left:{left:.2f}%;width:{right - left:.2f}%;bottom:{up.share(step.value):.2f}%"
        words = tag("span", named) if step is longest else ""
        told += wrap("i", words, f"s7-aim {where(step, (left + right) / 2, points, up)}", style=style)
    return told


def widest(steps: Sequence[Step], across: Axis) -> Step | None:
    """Return the stretch of a target that has room for words, None for none."""
    longest = max(steps, key=lambda step: length(step, across), default=None)
    return longest if longest and length(longest, across) >= ROOMY else None


def length(step: Step, across: Axis) -> float:
    """Return how much of its chart a stretch of a target takes, in percent."""
    left, right = span(step, across)
    return right - left


def span(step: Step, across: Axis) -> tuple[float, float]:
    """Return where a stretch of a target begins and ends, within its chart."""
    left, right = (min(100.0, max(0.0, across.share(end))) for end in (step.begins, step.ends))
    return left, right


def where(step: Step, middle: float, points: Sequence[Point], up: Axis) -> str:
    """Return on which side of a target its words stand: away from the nearest point, and within the chart."""
    at = (step.begins + step.ends) / 2
    near = min(points, key=lambda point: abs(point.at - at))
    side = "s7-left" if middle < 30 else "s7-right" if middle > 70 else "s7-centre"
    return f"{side} s7-under" if near.value >= step.value and up.share(step.value) > 15 else side


def marks(points: Sequence[Point], steps: Sequence[Step], across: Axis, up: Axis, written: Written) -> str:
    """Return a mark on each point, which names it when pointed at, and the value of the first and the last."""
    held = points if len(points) <= MARKED else points[-1:]
    dots = "".join(
        f'<i class="s7-dot" style="{placed(p, across, up)}" title="{escape(f"{p.name}: {written(p.value)}")}"></i>'
        for p in held
    )
    told = [(points[-1], points[-2] if len(points) > 1 else None, "s7-last")]
    told += [(points[0], points[1], "s7-first")] if len(points) > 1 else []
    return dots + "".join(
        wrap(
            "b",
            text(written(p.value)),
            f"{css} s7-below" if below(p, other, steps, up) else css,
            style=placed(p, across, up),
        )
        for p, other, css in told
    )


def below(point: Point, neighbour: Point | None, steps: Sequence[Step], up: Axis) -> bool:
    """Return whether the value of a point stands below it: away from line and target, as far as there is room."""
    here = up.share(point.value)
    away = neighbour is not None and neighbour.value > point.value
    held = [up.share(step.value) - here for step in steps if step.begins <= point.at <= step.ends]
    under = any(0 <= other < LETTERS for other in held) and not any(-LETTERS < other < 0 for other in held)
    return (away or under) and here > LETTERS


def placed(point: Point, across: Axis, up: Axis) -> str:
    """Return where a point lies in its chart."""
    return f"left:{across.share(point.at):.2f}%;bottom:{up.share(point.value):.2f}%"


def lying(bars: Sequence[Bar], bounds: Sequence[float], named: str, said: str) -> str:
    """Return lying bars from zero in their order, with the bounds of a target across them and whose it is."""
    most = max([abs(bar.value) for bar in bars] + [abs(bound) for bound in bounds] + [1e-9])
    rows = ""
    for bar in bars:
        across = "".join(f'<u style="left:{100 * bound / most:.2f}%"></u>' for bound in bounds)
        length = f'<i style="width:{100 * max(0.0, bar.value) / most:.2f}%"></i>'
        css = "s7-own" if bar.own else "s7-quiet"
        rows += wrap("div", tag("span", bar.name) + wrap("div", length + across) + tag("b", bar.shown), css)
    under = tag("p", named, "s7-aimed") if named else ""
    return wrap("div", rows + under, "s7-lying", role="img", aria_label=said)
