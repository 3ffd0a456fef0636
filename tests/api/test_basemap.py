"""An online base map: off unless set, refused when it cannot be used, and one host alone when it is."""

import json

import pytest

from smart7 import maps, web
from smart7.api import basemap
from smart7.words import errors

TILES = "https://tiles.example.org:8443/{z}/{x}/{y}.png?key=1"
SET = f"{TILES} © The <mappers>"


@pytest.fixture
def ask(get):
    """Return a function that asks the style of the base map."""
    return lambda theme: get(f"/map-layers/ground-{theme}.json")


@pytest.fixture
def setting(monkeypatch):
    """Return a function that sets the base map of the installation; the policy and the choice are made anew."""

    def to(value):
        monkeypatch.setenv(basemap.SETTING, value)
        basemap.chosen.cache_clear()
        web.policy.cache_clear()

    yield to
    monkeypatch.undo()
    to("")


def test_without_a_setting_there_is_no_style_and_no_other_host(setting, ask):
    setting("")
    assert basemap.style(dark=False) == "" and ask("light").status == 404
    assert "http" not in web.policy("here:8501")


def test_a_setting_opens_the_pages_for_its_host_and_for_nothing_else_of_it(setting):
    setting("")
    before = web.policy("here:8501").split("; ")
    setting(SET)
    (changed,) = set(web.policy("here:8501").split("; ")) - set(before)
    assert changed == "connect-src 'self' data: blob: ws://here:8501 wss://here:8501 https://tiles.example.org:8443"


@pytest.mark.parametrize("theme", basemap.PAINT)
def test_the_style_asks_for_the_tiles_of_the_setting_and_credits_as_plain_text(setting, ask, theme):
    setting(SET)
    (source,) = ask(theme).json["sources"].values()
    assert source["tiles"] == [TILES] and source["attribution"] == "© The &lt;mappers&gt;"
    assert basemap.style(dark=theme == "dark") == f"/map-layers/ground-{theme}.json"
    assert ask("other").status == 404


def test_over_an_online_base_map_our_own_ground_is_outlines(setting):
    setting(SET)
    drawn = json.loads(maps.deck(maps.Scene("one", ()), "th", False, basemap.style(dark=False)).to_json())
    assert drawn["mapStyle"] == "/map-layers/ground-light.json" and drawn.get("mapProvider") is None
    assert [(layer["id"], layer["filled"]) for layer in drawn["layers"]] == [
        ("district", False),
        ("municipality", False),
    ]


@pytest.mark.parametrize(
    "value",
    [
        TILES, "yes", "https://tiles.example.org/ © M", "https://tiles.example.org/{z}/{x}.png © M",
        "https://{s}.example.org/{z}/{x}/{y}.png © M", "https://t.example.org/{s}/{z}/{x}/{y}.png © M",
        "ftp://t.example.org/{z}/{x}/{y}.png © M", "https://me:word@t.example.org/{z}/{x}/{y}.png © M",
        "https://t.example.org;img-src/{z}/{x}/{y}.png © M", "https://t.example.org/{z}/{x}/{y};a © M",
    ],
)  # fmt: skip
def test_what_cannot_be_used_ends_the_start_with_a_sentence_in_both_languages(setting, value):
    setting(value)
    with pytest.raises(SystemExit) as ended:
        basemap.chosen()
    said = [errors.BASEMAP.format(lang, setting=basemap.SETTING, value=value) for lang in ("th", "en")]
    assert str(ended.value).splitlines() == said and "{z}" in said[1]
