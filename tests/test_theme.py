"""Colours can be read, told apart and never carry a meaning alone; charts speak both languages."""

import dataclasses
import math
import re
from itertools import combinations
from pathlib import Path

import pytest

from smart7 import calendar, theme
from smart7.i18n import LANGS, Lang
from smart7.ingest.lines import hues
from smart7.theme import DARK, LIGHT, Palette
from smart7.words import common

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
TEXT, MARK = 4.5, 3.0  # contrast that WCAG 2.2 asks of text and of marks

# How the two common kinds of colour blindness see linear RGB (Machado, Oliveira and Fernandes 2009).
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
}


def linear(colour: str) -> list[float]:
    """Return red, green and blue of a colour from 0 to 1, in proportion to light."""
    parts = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, sight: str) -> tuple[float, ...]:
    """Return a colour in OKLab as one kind of sight sees it."""
    light = [sum(a * b for a, b in zip(row, linear(colour), strict=True)) for row in SIGHT[sight]]
    red, green, blue = (min(1.0, max(0.0, part)) for part in light)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def distance(one: str, other: str, sights: tuple[str, ...] = tuple(SIGHT)) -> float:
    """Return how far apart two colours are in the eyes that see them closest, in hundredths of OKLab."""
    return min(100 * math.dist(seen(one, sight), seen(other, sight)) for sight in sights)


def every_colour(colours: Palette) -> list[str]:
    """Return all colours of a palette."""
    found: list[str] = []
    for value in (getattr(colours, field.name) for field in dataclasses.fields(colours)):
        found += [value] if isinstance(value, str) else value.values() if hasattr(value, "values") else value
    return found


def test_the_ruler_of_contrast_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert distance("#ffffff", "#000000") == pytest.approx(100, abs=0.1)


@BOTH
def test_every_colour_is_written_in_full(colours: Palette) -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in every_colour(colours))


@BOTH
def test_text_can_be_read_on_surface_and_panel(colours: Palette) -> None:
    words = [colours.ink, colours.muted, colours.accent]
    words += [*colours.domain.values(), *colours.status.values(), *colours.quality.values()]
    weak = [(c, s) for c in words for s in (colours.surface, colours.panel) if contrast(c, s) < TEXT]
    assert not weak
    assert contrast(colours.on_accent, colours.accent) >= TEXT


@BOTH
def test_series_can_be_seen_on_the_surface(colours: Palette) -> None:
    assert all(contrast(colour, colours.surface) >= MARK for colour in colours.series)


@BOTH
def test_eight_series_can_be_told_apart_by_any_kind_of_sight(colours: Palette) -> None:
    assert len(colours.series) == 8
    close = [(a, b) for a, b in combinations(colours.series, 2) if distance(a, b) < 8]
    assert not close


@BOTH
def test_ten_routes_can_be_told_apart_on_the_land_of_a_map_by_any_kind_of_sight(colours: Palette) -> None:
    assert len(colours.lines) == hues.COLOURS == 10
    assert not [(a, b) for a, b in combinations(colours.lines, 2) if distance(a, b) < 9]
    assert all(contrast(colour, colours.ground["land"]) >= MARK for colour in colours.lines)
    assert not [colour for colour in colours.lines if distance(colour, colours.ground["plan"]) < 6]


@BOTH
def test_the_number_of_a_route_can_be_read_on_its_colour(colours: Palette) -> None:
    for fill in (*colours.lines, colours.ground["ended"]):
        assert contrast(theme.ink_on(fill), fill) >= TEXT


@BOTH
def test_on_near_and_off_can_be_told_apart_by_any_kind_of_sight(colours: Palette) -> None:
    judged = [colours.status[name] for name in ("on", "near", "off")]
    assert all(distance(a, b) >= 8 for a, b in combinations(judged, 2))


@BOTH
def test_domains_can_be_told_apart(colours: Palette) -> None:
    assert len(colours.domain) == 7
    assert all(distance(a, b, ("full",)) >= 6 for a, b in combinations(colours.domain.values(), 2))


@BOTH
def test_the_ramp_moves_away_from_the_surface_step_by_step(colours: Palette) -> None:
    steps = [contrast(colour, colours.surface) for colour in colours.ramp]
    assert steps == sorted(steps)
    assert all(distance(a, b) >= 8 for a, b in zip(colours.ramp, colours.ramp[1:], strict=False))


def test_light_and_dark_know_the_same_meanings() -> None:
    for name in ("domain", "status", "quality"):
        assert list(getattr(LIGHT, name)) == list(getattr(DARK, name))
    assert (theme.palette(), theme.palette(dark=True)) == (LIGHT, DARK)


def test_every_status_and_quality_has_a_colour_and_a_word() -> None:
    assert set(theme.STATUS_ICON) == set(LIGHT.status) == set(common.STATUS)
    assert set(LIGHT.quality) == set(common.QUALITY) == set(common.QUALITY_ABOUT)


def test_every_kind_of_period_has_a_word() -> None:
    assert set(common.PERIOD_KINDS) == set(calendar.KINDS)


def test_each_status_has_a_shape_and_a_word_of_its_own() -> None:
    assert len(set(theme.STATUS_ICON.values())) == len(theme.STATUS_ICON)
    for lang in LANGS:
        assert len({word.get(lang) for word in common.STATUS.values()}) == len(common.STATUS)


def test_the_font_has_the_status_icons_and_signs() -> None:
    image_font = pytest.importorskip("PIL.ImageFont")
    fonts = Path(pytest.importorskip("fontpkg_sarabun").__file__).parent
    font = image_font.truetype(str(next(fonts.rglob("Sarabun-Regular.ttf"))), 40)
    missing = bytes(font.getmask("\uffff"))
    assert bytes(font.getmask("✓")) == missing
    for sign in [*theme.STATUS_ICON.values(), "−", "↑", "↓", "→"]:
        assert bytes(font.getmask(sign)) != missing, sign


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("dark", [False, True])
def test_a_chart_uses_the_font_and_text_big_enough_to_read(lang: Lang, dark: bool) -> None:
    config = theme.vega_config(lang, dark)["config"]
    assert config["font"] == "Sarabun"
    assert config["background"] == "transparent"
    parts = [item for part in config.values() if isinstance(part, dict) for item in part.items()]
    assert min(size for name, size in parts if name.lower().endswith("fontsize")) >= 13
    assert config["range"]["category"] == list(theme.palette(dark).series)


def test_a_chart_names_months_and_writes_numbers_in_its_language() -> None:
    options = theme.vega_config("th")["usermeta"]["embedOptions"]
    assert options["renderer"] == "svg"
    assert options["timeFormatLocale"]["shortMonths"][0] == "ม.ค."
    assert options["timeFormatLocale"]["days"][0] == "อาทิตย์"
    assert options["formatLocale"]["minus"] == "\u2212"
    english = theme.vega_config("en")
    assert english["usermeta"]["embedOptions"]["timeFormatLocale"]["months"][11] == "December"
    assert english["config"]["locale"]["time"] == english["usermeta"]["embedOptions"]["timeFormatLocale"]


def test_a_chart_with_this_look_is_valid() -> None:
    altair = pytest.importorskip("altair")
    spec = {
        "data": {"values": [{"a": 1}]},
        "mark": "bar",
        "encoding": {"x": {"field": "a", "type": "quantitative"}},
    }
    for lang in LANGS:
        altair.Chart.from_dict({**spec, **theme.vega_config(lang)}).to_dict()


def test_a_chart_is_not_changed_by_another_that_was_made_from_the_same_look() -> None:
    theme.vega_config("th")["config"]["axis"]["labelFontSize"] = 1
    assert theme.vega_config("th")["config"]["axis"]["labelFontSize"] == 13
