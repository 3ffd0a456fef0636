"""Charts of service as driven: every vehicle of a day by distance and time, gaps through the day."""

import json
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import pandas as pd

from smart7.charts.compare import legend
from smart7.charts.look import Drawn, Fields, Look, layered, tooltip
from smart7.formats import number
from smart7.words import service as words

HOUR: Final = 3600
STRINGS: Final = 340
GAPS: Final = 260
EVERY_HOURS: Final = 2
SHAPES: Final = {"even": "circle", "bunched": "triangle-up", "long": "cross", "unjudged": "square"}
THIN: Final = {"planned": 0.8, "driven": 1.4}
"""How broad lines are."""
APART: Final = 0.06
"""Share of a route that two names are apart at the least, so that neither covers the other."""
TURNED: Final = "windowSize()[0] < 641"
"""Whether a page is so narrow that a day runs down it: side by side its lines would stand too close for the plan.

`service.css` gives the chart the height for it below the same width.
"""
NAMES: Final = {"expr": f"{TURNED} ? 116 : 190"}
"""Width of a name of a stop."""
CLOCK: Final = "format(floor(datum.value / 3600) % 24, '02d') + ':00'"


def clock(second: float) -> str:
    """Return seconds of a service day as people write the time; after midnight it starts anew."""
    return f"{int(second) // HOUR % 24:02d}:{int(second) // 60 % 60:02d}"


def hours(rows: pd.DataFrame, at: str) -> list[int]:
    """Return every other full hour of a day, in seconds: those that are named."""
    first, last = int(rows[at].min()) // HOUR, -(-int(rows[at].max()) // HOUR)
    return [hour * HOUR for hour in range(first, last + 1, EVERY_HOURS)]


def hours_axis(rows: pd.DataFrame, at: str) -> alt.Axis:
    """Return an axis of times of the day, a name every other hour."""
    return alt.Axis(values=hours(rows, at), labelExpr=CLOCK, labelOverlap=True, labelFlush=True)


def span(rows: pd.DataFrame, at: str) -> alt.Scale:
    """Return a scale of times from the first to the last, without room at its ends."""
    return alt.Scale(domain=[float(rows[at].min()), float(rows[at].max())], nice=False, zero=False)


def stops(rows: pd.DataFrame, at: str) -> tuple[list[int], str]:
    """Return where stops are along the route, and what names them: both ends, and others that have room between."""
    placed = rows.groupby("stop_sequence").agg(place=(at, "median"), stop=("stop", "first"))
    every = {int(place): str(stop) for place, stop in zip(placed["place"], placed["stop"], strict=True)}
    room = (max(every) - min(every)) * APART
    kept = [min(every), max(every)]
    for place in every:
        if all(abs(place - other) >= room for other in kept):
            kept.append(place)
    named = {str(place): every[place] for place in kept}
    return list(every), f"{json.dumps(named, ensure_ascii=False)}[datum.value] || ''"


def strings(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return each run as a line of distance by time, planned trips in grey under them; a sample is dashed.

    On a telephone the day runs down the page and the route across it.
    """
    x, y = fields["x"], fields["y"]
    named = rows.assign(
        label=[whose(row["kind"], row["vehicle"], look) for row in rows.to_dict("records")],
        shown=[
            words.AT.format(look.lang, stop=stop, time=clock(second))
            for stop, second in zip(rows["stop"], rows[x], strict=True)
        ],
    )
    dash = [4, 2] if bool(rows["is_sample"].any()) else [1, 0]
    layers = []
    for kind, ink in (("planned", look.colours.muted), ("driven", look.colours.accent)):
        own = named[named["kind"] == kind]
        if not own.empty:
            turned = look.over(own).transformed(calculate=either(f"datum.{y}", f"datum.{x}"), **{"as": "across"})
            turned = turned.transformed(calculate=either(f"datum.{x}", f"datum.{y}"), **{"as": "up"})
            base = turned.encode(**places(rows, x, y), detail=alt.Detail("string_id:N"), order=alt.Order(f"{x}:Q"))
            layers.append(
                base.mark("line", color=ink, strokeWidth=THIN[kind], strokeDash=dash if kind == "driven" else [1, 0])
            )
            if kind == "driven":
                felt = base.mark("point", size=60, opacity=0, filled=True)
                layers.append(felt.encode(tooltip=tooltip(own, look)))
    return layered(*layers, height=STRINGS)


def either(turned: object, else_: object) -> str:
    """Return the expression of what holds where the day runs down, and of what holds elsewhere."""
    return f"{TURNED} ? {turned} : {else_}"


def places(rows: pd.DataFrame, x: str, y: str) -> dict[str, Any]:
    """Return time across and the route upwards; where the day runs down, the route across and time downwards."""
    (first, last), (start, end) = ((float(rows[at].min()), float(rows[at].max())) for at in (x, y))
    day, down = Ticks((first, last), hours(rows, x), CLOCK), Ticks((last, first), hours(rows, x), CLOCK)
    route = Ticks((start, end), *stops(rows, y))
    across, up = axis_of("across", route, day), axis_of("up", down, route)
    across["axis"] |= {"orient": "top", "labelAngle": {"expr": either(-50, 0)},
                       "labelAlign": {"expr": either("'left'", "'center'")}}  # fmt: skip
    return {"x": across, "y": up}


@dataclass(frozen=True, slots=True)
class Ticks:
    """What an axis goes from and to, where it is named, and the expression that names it."""

    ends: tuple[float, float]
    at: list[int]
    told: str


def axis_of(field: str, turned: Ticks, else_: Ticks) -> dict[str, Any]:
    """Return a channel that goes and is named in one way where the day runs down, and in another elsewhere."""
    told = either(f"({turned.told})", f"({else_.told})")
    ends = [{"expr": either(*both)} for both in zip(turned.ends, else_.ends, strict=True)]
    return {
        "field": field, "type": "quantitative", "title": None, "scale": {"domain": ends, "nice": False, "zero": False},
        "axis": {"values": {"expr": either(turned.at, else_.at)}, "labelExpr": told, "labelLimit": NAMES,
                 "labelOverlap": False},
    }  # fmt: skip


def whose(kind: str, vehicle: float | None, look: Look) -> str:
    """Return what a line is: a planned trip, or a vehicle by its number of the day."""
    if kind == "planned" or vehicle is None or vehicle != vehicle:
        return words.KINDS["planned"].get(look.lang)
    return words.VEHICLE.format(look.lang, number=int(vehicle))


def gaps(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return each gap as a mark at the time it ended, told apart by shape and colour, over the planned headway."""
    x, y = fields["x"], fields["y"]
    driven = rows[rows["kind"] == "driven"]
    kinds = [kind for kind in SHAPES if kind in set(driven["how"])]
    driven = driven.assign(
        series=[words.HOW[how].get(look.lang) for how in driven["how"]],
        shown=[
            words.GAP.format(look.lang, minutes=number(minutes, 1, look.lang), time=clock(second))
            for minutes, second in zip(driven[y], driven[x], strict=True)
        ],
    ).assign(label=lambda own: own["series"])
    places: dict[str, Any] = {
        "x": alt.X(f"{x}:Q", axis=hours_axis(rows, x), title=None, scale=span(rows, x)),
        "y": alt.Y(f"{y}:Q", axis=alt.Axis(tickCount=5), title=None, scale=alt.Scale(zero=True)),
    }
    planned = rows[rows["kind"] == "planned"]
    layers = []
    if not planned.empty:
        step = look.over(planned).encode(**places)
        layers.append(step.mark("line", interpolate="step-after", color=look.colours.muted, strokeWidth=2))
    names = [words.HOW[kind].get(look.lang) for kind in kinds]
    shapes = alt.Scale(domain=names, range=[SHAPES[kind] for kind in kinds])
    inks = {"even": look.colours.accent, "bunched": look.colours.ground["more"], "long": look.colours.status["off"],
            "unjudged": look.colours.muted}  # fmt: skip
    scale = alt.Scale(domain=names, range=[inks[kind] for kind in kinds])
    told = legend(names) if len(names) > 1 else alt.Legend(title=None, orient="bottom", labelLimit=320)
    sample = bool(driven["is_sample"].any())
    mark = look.over(driven).mark(
        "point", size=70, filled=not sample, strokeWidth=1.6, opacity=1, strokeDash=[3, 2] if sample else [1, 0]
    )
    layers.append(
        mark.encode(
            **places, color=alt.Color("series:N", scale=scale, legend=told),
            shape=alt.Shape("series:N", scale=shapes, legend=told), tooltip=tooltip(driven, look),
        )
    )  # fmt: skip
    return layered(*layers, height=GAPS)
