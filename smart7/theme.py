"""Colours by what they mean, status icons, and the look of charts; no colour is named anywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from smart7.calendar import DAYS, DAYS_SHORT, MONTHS, MONTHS_SHORT
from smart7.formats import MINUS, NBSP
from smart7.i18n import Lang
from smart7.words.scale import BAHT

FONT: Final = "Sarabun"

# A status is told by shape and word before colour. All four are in Sarabun, so that a PDF shows them too;
# none is an upward arrow, because for many indicators down is good.
STATUS_ICON: Final[Mapping[str, str]] = {"on": "■", "near": "◆", "off": "▼", "none": "–"}

FORM: Final[Mapping[str, str]] = {"input": "#fff6cf", "shut": "#eef1f4", "fault": "#f9d6d2", "told": "#fde5bf"}
"""Cells of a form on paper white: to fill in, shut, wrong, and worth a look."""

MIDDLE: Final = 0.18
"""Luminance at which white and near black stand out as much from what is under them."""
TILE: Final = 512  # pixels of the whole world at zoom 0


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold the colours of one appearance, as #rrggbb.

    ``series`` tells apart up to eight series for any kind of colour vision, ``lines`` up to ten routes on the land of
    a map; ``ramp`` runs from little to
    much; the mappings are keyed by domain, status, quality, and what stands on a map.
    """

    ink: str
    muted: str
    grid: str
    surface: str
    panel: str
    accent: str
    on_accent: str
    series: tuple[str, ...]
    lines: tuple[str, ...]
    ramp: tuple[str, ...]
    domain: Mapping[str, str]
    status: Mapping[str, str]
    quality: Mapping[str, str]
    ground: Mapping[str, str]


LIGHT: Final = Palette(
    ink="#1b2430",
    muted="#55606e",
    grid="#dde2e8",
    surface="#ffffff",
    panel="#f4f6f8",
    accent="#1f5fa8",
    on_accent="#ffffff",
    series=("#1f5fa8", "#d0812f", "#6d1166", "#52a095", "#663918", "#788aee", "#8e5f22", "#297678"),
    lines=(
        "#4b87ff",
        "#5a2d00",
        "#df620b",
        "#0f1e94",
        "#a52d87",
        "#00693c",
        "#4e9b69",
        "#57025e",
        "#5a4bc3",
        "#b478b4",
    ),  # fmt: skip
    ramp=("#dbe8f6", "#a9c8e8", "#6f9fd3", "#3b76b8", "#16457f"),
    domain={
        "people": "#a8327a",
        "living": "#b3541e",
        "environment": "#2e7d32",
        "economy": "#806400",
        "education": "#1f5fa8",
        "mobility": "#00707f",
        "governance": "#5b4aa8",
    },
    status={"on": "#0b7a75", "near": "#976500", "off": "#a11212", "none": "#4d5562"},
    quality={
        "official": "#1f5fa8",
        "reported": "#00707f",
        "submitted": "#2e7d32",
        "modelled": "#5b4aa8",
        "estimated": "#806400",
        "sample": "#5f6875",
    },
    ground={
        "land": "#f7f5f0",
        "edge": "#b9b2a4",
        "water": "#bcd9ea",
        "road": "#d9c9a3",
        "stop": "#55606e",
        "plan": "#b3261e",
        "ended": "#8a919b",
        "place": "#1b2430",
        "count": "#8e5f22",
        "chosen": "#d0812f",
        "less": "#00707f",
        "same": "#cfd4da",
        "more": "#b3541e",
        "crash": "#b3541e",
        "death": "#1b2430",
    },
)

DARK: Final = Palette(
    ink="#eef2f6",
    muted="#a9b3c0",
    grid="#343c48",
    surface="#14181f",
    panel="#1d232d",
    accent="#6aa5ec",
    on_accent="#0d1117",
    series=("#6aa5ec", "#e8a33d", "#8865d3", "#8be0f7", "#7a7f2e", "#f1e58a", "#c78a9a", "#3f7f78"),
    lines=(
        "#4b78e1",
        "#976904",
        "#e1a500",
        "#17b0b3",
        "#af4ea1",
        "#68e99c",
        "#ffff69",
        "#ffd2ff",
        "#c396ff",
        "#f06969",
    ),  # fmt: skip
    ramp=("#1d3a5c", "#2c5c92", "#4683c4", "#7db0e6", "#c3dcf6"),
    domain={
        "people": "#e58ac2",
        "living": "#f0a070",
        "environment": "#7cc77f",
        "economy": "#d9bd57",
        "education": "#6aa5ec",
        "mobility": "#4fc3d3",
        "governance": "#b0a2f0",
    },
    status={"on": "#4fd1b5", "near": "#ffd166", "off": "#ff6f61", "none": "#9aa4b2"},
    quality={
        "official": "#6aa5ec",
        "reported": "#4fc3d3",
        "submitted": "#7cc77f",
        "modelled": "#b0a2f0",
        "estimated": "#d9bd57",
        "sample": "#9aa4b2",
    },
    ground={
        "land": "#20262f",
        "edge": "#5b6573",
        "water": "#264558",
        "road": "#5d5335",
        "stop": "#a9b3c0",
        "plan": "#ff8a80",
        "ended": "#7f8893",
        "place": "#eef2f6",
        "count": "#e8a33d",
        "chosen": "#ffd166",
        "less": "#4fc3d3",
        "same": "#444c57",
        "more": "#f0a070",
        "crash": "#f0a070",
        "death": "#eef2f6",
    },
)


def palette(dark: bool = False) -> Palette:
    """Return the colours of the light or the dark appearance."""
    return DARK if dark else LIGHT


def ink_on(fill: str) -> str:
    """Return white or near black, whichever can be read better on a colour."""
    parts = [part / 255 for part in rgb(fill)[:3]]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(part * share for part, share in zip(light, (0.2126, 0.7152, 0.0722), strict=True))
    return LIGHT.on_accent if luminance < MIDDLE else DARK.on_accent


def rgb(colour: str, opacity: float = 1.0) -> list[int]:
    """Return a colour as maps take it: red, green, blue and opacity from 0 to 255."""
    return [*(int(colour[n : n + 2], 16) for n in (1, 3, 5)), round(255 * opacity)]


def vega_config(lang: Lang, dark: bool = False) -> dict[str, Any]:
    """Return ``config`` and ``usermeta`` of a Vega-Lite chart: fonts, colours and names of months."""
    number, time = number_locale(lang), time_locale(lang)
    return {
        "config": {**_look(palette(dark)), "locale": {"number": number, "time": time}},
        "usermeta": {
            "embedOptions": {
                # Only SVG can be read by a screen reader and stays sharp when printed.
                "renderer": "svg",
                "actions": False,
                "formatLocale": number,
                "timeFormatLocale": time,
            }
        },
    }


def number_locale(lang: Lang) -> dict[str, Any]:
    """Return how charts write numbers, in the terms of d3-format."""
    return {
        "decimal": ".",
        "thousands": ",",
        "grouping": [3],
        "currency": ["", NBSP + BAHT.get(lang)],
        "minus": MINUS,
    }


def time_locale(lang: Lang) -> dict[str, Any]:
    """Return what charts call days and months, in the terms of d3-time-format."""
    return {
        "dateTime": "%-d %b %Y %H:%M",
        "date": "%-d %b %Y",
        "time": "%H:%M",
        "periods": ["AM", "PM"],
        "days": [day.get(lang) for day in DAYS],
        "shortDays": [day.get(lang) for day in DAYS_SHORT],
        "months": [month.get(lang) for month in MONTHS],
        "shortMonths": [month.get(lang) for month in MONTHS_SHORT],
    }


def _look(colours: Palette) -> dict[str, Any]:
    """Return fonts, sizes and colours of a chart."""
    words = {"labelColor": colours.muted, "labelFontSize": 13, "titleColor": colours.ink, "titleFontSize": 14}
    return {
        "background": "transparent",
        "font": FONT,
        "title": {"color": colours.ink, "fontSize": 16, "fontWeight": 600, "anchor": "start"},
        "axis": {
            **words,
            "titleFontWeight": 500,
            "gridColor": colours.grid,
            "domainColor": colours.muted,
            "tickColor": colours.muted,
            "labelLimit": 260,
            "labelOverlap": "greedy",
        },
        "legend": {**words, "titleFontWeight": 500, "labelLimit": 320, "symbolSize": 120},
        "header": words,
        "range": {"category": list(colours.series), "ramp": [*colours.ramp], "heatmap": [*colours.ramp]},
        "view": {"stroke": None},
        "mark": {"color": colours.accent},
        "line": {"strokeWidth": 2.5},
        "point": {"size": 64, "filled": True},
        "text": {"color": colours.ink, "fontSize": 13},
        "rule": {"color": colours.muted},
    }
