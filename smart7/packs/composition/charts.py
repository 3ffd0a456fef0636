"""A chart as large as its place, its letters as large as all small ones of the page whatever stands around it."""

from typing import Any, Final

from smart7 import theme
from smart7.i18n import Lang
from smart7.meetings.slide import Chart
from smart7.packs import drawer
from smart7.packs.composition import grid
from smart7.packs.composition.grid import Box

LETTERS: Final = 13
"""Pixels of a chart's letters; how many pixels make an inch follows from it."""
INCH: Final = LETTERS * grid.POINTS / grid.SIZES["small"]
SIZED: Final = ("fontSize", "labelFontSize", "titleFontSize", "subtitleFontSize")
FIT: Final = {"type": "fit", "contains": "padding"}


def sized(chart: Chart, at: Box, *, bare: bool = False) -> dict[str, Any]:
    """Return the specification of a chart for a place; `bare` leaves the legends out."""
    held: dict[str, Any] = lettered({key: value for key, value in chart.spec.items() if key != "usermeta"})
    held |= {"background": "transparent" if bare else theme.palette().surface}
    if "facet" not in held:
        held |= {"width": at.width * INCH, "height": at.height * INCH, "autosize": FIT}
    if bare:
        held |= {"padding": 0, "config": {**held.get("config", {}), "legend": {"disable": True}}}
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
    """Return a chart for a place as SVG, without the heading of an XML file."""
    drawn = drawer.convert(sized(chart, at, bare=bare), lang)
    return drawn[drawn.index("<svg") :]
