"""A chart as large as its place, its letters as large as all small ones of the page whatever stands around it."""

from functools import lru_cache
from typing import Any, Final

import pandas as pd

from smart7 import theme
from smart7.i18n import Lang
from smart7.meetings.slide import Chart
from smart7.packs.composition import grid
from smart7.packs.composition.grid import Box
from smart7.packs.drawing import drawer
from smart7.words.panels import COLUMNS

LETTERS: Final = 13
"""Pixels of a chart's letters; how many pixels make an inch follows from it."""
INCH: Final = LETTERS * grid.POINTS / grid.SIZES["small"]
SIZED: Final = ("fontSize", "labelFontSize", "titleFontSize", "subtitleFontSize")
APART: Final = 8  # pixels between two names of an axis
LEGEND: Final = {"columns": 4}
"""The legend of a map takes a line, and leaves the height to the map."""
BOUNDS: Final = ("target_low", "target_high")
TOLD: Final = "told"
FIT: Final = {"type": "fit", "contains": "padding"}


def sized(chart: Chart, at: Box, *, bare: bool = False) -> dict[str, Any]:
    """Return the specification of a chart for a place; `bare` leaves the legends out."""
    spec = {key: value for key, value in chart.spec.items() if key != "usermeta"}
    held: dict[str, Any] = lettered(untold(spec) if chart.kind == "series" and "whose" in chart.rows else spec)
    axis = {**held.get("config", {}).get("axis", {}), "labelSeparation": APART}
    held |= {"config": {**held.get("config", {}), "axis": axis}}
    held |= {"background": "transparent" if bare else theme.palette().surface}
    if "facet" not in held:
        held |= {"width": at.width * INCH, "height": at.height * INCH, "autosize": FIT}
    if chart.kind == "map":
        held = explained(held, {} if bare else LEGEND)
    return {**held, "padding": 0} if bare else held


def targets(chart: Chart, lang: Lang) -> list[str]:
    """Return whose the targets of a line are, which a page says beside the chart; of a sample's only what they are."""
    rows = chart.rows
    if chart.kind != "series" or "whose" not in rows:
        return []
    found: list[str] = []
    for bound in BOUNDS:
        held = rows.dropna(subset=[bound])["whose"] if bound in rows else rows["whose"].iloc[:0]
        found += [COLUMNS[bound].get(lang) if pd.isna(whose) else str(whose) for whose in held]
    return list(dict.fromkeys(found))


def untold(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a line without the names of its targets, which would stand on its figures."""
    layers = [one for one in spec["layer"] if one.get("encoding", {}).get("text", {}).get("field") != TOLD]
    return {**spec, "layer": layers}


def explained(spec: Any, legend: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return a specification whose legends are drawn another way, not at all where nothing is said of it."""
    if isinstance(spec, list):
        return [explained(one, legend) for one in spec]
    if not isinstance(spec, dict):
        return spec
    held = {key: value if key in ("data", "config") else explained(value, legend) for key, value in spec.items()}
    if "legend" in held:
        held["legend"] = {**held["legend"], **legend} if legend and held["legend"] else None
    return held


def lettered(spec: Any) -> Any:  # noqa: ANN401
    """Return a specification whose letters are all of one size."""
    if isinstance(spec, dict):
        return {
            key: LETTERS if key in SIZED and isinstance(value, int | float) else lettered(value)
            for key, value in spec.items()
            if key != "data"
        } | ({"data": spec["data"]} if "data" in spec else {})
    return [lettered(one) for one in spec] if isinstance(spec, list) else spec


def svg(chart: Chart, at: Box, lang: Lang, *, bare: bool = False) -> str:
    """Return a chart for a place as SVG without the heading of an XML file; the map of covers is drawn once."""
    return shared(chart, at, lang) if bare else made(chart, at, lang, bare=False)


@lru_cache(maxsize=8)
def shared(chart: Chart, at: Box, lang: Lang) -> str:
    """Return a chart without legends, which many decks have in common."""
    return made(chart, at, lang, bare=True)


def made(chart: Chart, at: Box, lang: Lang, *, bare: bool) -> str:
    """Return a chart as SVG, drawn in this process."""
    drawn = drawer.convert(sized(chart, at, bare=bare), lang)
    return drawn[drawn.index("<svg") :]
