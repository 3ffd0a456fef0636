"""The settings in .streamlit/config.toml that keep the site safe, silent and readable."""

from __future__ import annotations

import re
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from smart7 import compress, theme
from smart7.first import shell

FILE = Path(__file__).parents[1] / ".streamlit" / "config.toml"
SETTINGS: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8"))
MODES = {"light": theme.LIGHT, "dark": theme.DARK}
SAFE = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": False,
    "server.enableAgentApi": False,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxUploadSize": 20,
    "server.runOnSave": False,
}


def luminance(colour: str) -> float:
    """Return the relative luminance of a #rrggbb colour, from 0 to 1, as WCAG 2 defines it."""
    parts = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def names(settings: dict[str, Any], path: str = "") -> list[str]:
    """Return the dotted names of all settings."""
    found = []
    for key, value in settings.items():
        found += names(value, f"{path}{key}.") if isinstance(value, dict) else [f"{path}{key}"]
    return found


@pytest.mark.parametrize(("name", "value"), SAFE.items())
def test_a_safe_setting_is_as_it_should_be(name: str, value: object) -> None:
    section, key = name.split(".")
    assert SETTINGS[section][key] == value


def test_no_setting_names_an_outside_address() -> None:
    assert re.findall(r"(?i)https?:|//\w|gstatic|googleapis|mapbox|carto", FILE.read_text("utf-8")) == []


def test_streamlit_knows_every_setting() -> None:
    for name in names(SETTINGS):
        st.get_option(name)


def test_the_fonts_are_files_this_site_serves() -> None:
    faces = SETTINGS["theme"]["fontFaces"]
    assert {face["weight"] for face in faces} == {"400", "600", "700"}
    assert {face["url"] for face in faces} <= set(compress.served_files())


def test_every_text_is_set_in_the_font_that_is_served() -> None:
    families = {face["family"] for face in SETTINGS["theme"]["fontFaces"]}
    assert families == {theme.FONT}
    assert SETTINGS["theme"]["font"] == SETTINGS["theme"]["headingFont"] == shell.FONT
    assert shell.FONT.split(",")[0] == theme.FONT


def test_letters_of_one_width_have_thai_ones_of_this_server_after_them() -> None:
    listed = [name.strip().strip('"') for name in SETTINGS["theme"]["codeFont"].split(",")]
    assert listed[listed.index("monospace") :] == ["monospace", theme.FONT]
    sheets = [path.read_text("utf-8") for path in FILE.parents[1].glob("smart7/**/*.css")]
    [fonts] = [found for sheet in sheets for found in re.findall(r"[^:{;]*\bmonospace\b[^;}]*", sheet)]
    assert [name.strip().strip('"') for name in fonts.split(",")] == [*listed, "s7-first"]


def test_thai_text_is_no_smaller_than_the_usual_size() -> None:
    assert SETTINGS["theme"]["baseFontSize"] >= 16


@pytest.mark.parametrize("mode", MODES)
def test_the_colours_are_those_the_charts_use(mode: str) -> None:
    colours, palette = SETTINGS["theme"][mode], MODES[mode]
    assert colours["backgroundColor"] == palette.surface
    assert colours["secondaryBackgroundColor"] == palette.panel
    assert colours["textColor"] == palette.ink
    assert colours["linkColor"] == palette.ink
    assert tuple(colours["chartCategoricalColors"]) == palette.series


@pytest.mark.parametrize(
    ("mode", "colour", "ground"),
    list(
        product(
            MODES,
            ("textColor", "linkColor", "dataframeHeaderTextColor"),
            ("backgroundColor", "secondaryBackgroundColor"),
        )
    ),
)
def test_text_stands_out_from_its_ground(mode: str, colour: str, ground: str) -> None:
    colours = SETTINGS["theme"][mode]
    assert contrast(colours[colour], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_a_button_stands_out_and_its_white_text_from_it(mode: str) -> None:
    colours = SETTINGS["theme"][mode]
    assert contrast(colours["primaryColor"], "#ffffff") >= 4.5
    assert contrast(colours["primaryColor"], colours["backgroundColor"]) >= 3


@pytest.mark.parametrize("mode", MODES)
def test_chart_colours_can_be_seen_and_are_as_many_as_streamlit_wants(mode: str) -> None:
    colours = SETTINGS["theme"][mode]
    assert len(set(colours["chartCategoricalColors"])) == 8
    assert len(set(colours["chartSequentialColors"])) == len(set(colours["chartDivergingColors"])) == 10
    assert min(contrast(c, colours["backgroundColor"]) for c in colours["chartCategoricalColors"]) >= 3


def test_the_ruler_of_contrast_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
