"""One slide as markup: headline, figure, chart or table, source line; sized by the width of its own frame."""

import re
import unicodedata
from base64 import b64encode
from html import escape
from math import ceil
from typing import Final

import streamlit as st

from smart7 import theme
from smart7.i18n import Lang
from smart7.ledger import pictures
from smart7.markup.pieces import tag, text, wrap, written
from smart7.meetings.frozen import Correction
from smart7.meetings.slide import Picture, Shown, Slide
from smart7.packs.drawing import screen
from smart7.words import common
from smart7.words import present as words
from smart7.words import slides as slide_words

LONG, VERY_LONG = 95, 190
# Sizes at which the smallest letters of a chart, 12 pixels, are 28 and more on a screen of 1920 by 1080.
SIZES: Final = {"wide": (750, 255), "beside": (505, 250), "half": (385, 250)}
MAP: Final = (430, 275)
LEGEND: Final = 15
MOST_ROWS: Final = 14
"""Rows that are sent; the browser, which knows how wide letters are, hides those there is no room for."""
ROOMY: Final = 8
LONG_VALUE: Final = 9
COLUMN: Final = (40, 24)
"""How many letters a line of the first and of every other column holds."""
REFERENCE: Final = re.compile(r'(id="|url\(#|href="#)(?=[A-Za-z])')


def markup(slide: Slide, total: int, corrections: list[Correction]) -> str:
    """Return a slide as markup, in its own language."""
    lang = slide.lang
    size = "s7-s-tiny" if len(slide.headline) > VERY_LONG else "s7-s-small" if len(slide.headline) > LONG else ""
    head = tag("h2", slide.headline, size) + (tag("p", slide.subhead, "s7-s-sub") if slide.subhead else "")
    return wrap(
        "section", wrap("header", head) + wrap("div", body(slide), "s7-s-body") + foot(slide, total, corrections),
        "s7-slide", lang=lang,
    )  # fmt: skip


def body(slide: Slide) -> str:
    """Return what stands between headline and source line."""
    if slide.body:
        return wrap("div", "".join(tag("p", line) for line in slide.body.splitlines() if line.strip()), "s7-s-text")
    if slide.picture:
        return wrap("div", photo(slide.picture), "s7-s-photo")
    kind = slide.item.kind
    picture = drawing(slide)
    if kind == "map":
        return wrap("div", picture, "s7-s-chart") + wrap("div", "".join(map(number, slide.figures[:3])), "s7-s-side")
    if slide.chart and slide.table:
        return wrap("div", picture, "s7-s-chart") + wrap("div", table(slide), "s7-s-side s7-s-wide")
    if slide.table:
        said = kind in ("indicator", "change") and slide.figures
        side = wrap("div", number(slide.figures[0], named=False), "s7-s-side") if said else ""
        return side + wrap("div", table(slide), "s7-s-all")
    if kind in ("indicator", "unit", "change") and slide.figures:
        # The headline has said its name.
        side = wrap("div", number(slide.figures[0], named=False), "s7-s-side" if picture else "s7-s-alone")
        return side + (wrap("div", picture, "s7-s-chart") if picture else "")
    return wrap("div", picture, "s7-s-chart")


def photo(picture: Picture) -> str:
    """Return a picture somebody added, within the page itself."""
    content = pictures.read(picture.name) or b""
    kind = "png" if picture.name.endswith("png") else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(content).decode()}"
    return f"<img{written({'src': source, 'alt': picture.alt})}>"


def drawing(slide: Slide) -> str:
    """Return the chart of a slide as SVG that can be pointed at, '' where there is none."""
    if slide.chart is None:
        return ""
    spec = dict(slide.chart.spec)
    if slide.chart.kind == "map":
        config = {**spec["config"], "legend": {**spec["config"]["legend"], "labelFontSize": LEGEND}}
        spec |= {"width": MAP[0], "height": MAP[1], "config": config}
    elif "facet" not in spec:
        beside = slide.item.kind in ("indicator", "unit", "change")
        width, height = SIZES["half" if slide.table else "beside" if beside else "wide"]
        spec |= {"width": width, "height": height, "autosize": {"type": "fit", "contains": "padding"}}
    drawn = REFERENCE.sub(rf"\g<1>s{slide.number}-", screen.svg(spec, slide.lang))
    return wrap("div", drawn, "s7-s-svg", role="img", aria_label=slide.alt)


def number(one: Shown, *, named: bool = True) -> str:
    """Return a figure far larger than the rest, with its period and how it stands."""
    parts = [tag("p", one.name, "s7-s-name")] if named else []
    size = "s7-s-value s7-s-long" if width(one.shown) > LONG_VALUE else "s7-s-value"
    parts += [tag("p", one.shown, f"{size} s7-hollow" if one.is_sample else size)]
    parts += [tag("p", one.period)] if one.period else []
    if one.status != "none":
        icon = tag("span", theme.STATUS_ICON[one.status], "s7-then" if one.then else "", aria_hidden="true")
        parts.append(wrap("p", f"{icon} {text(one.status_name)}", f"s7-s-status s7-{one.status}"))
    parts += [tag("p", one.target, "s7-s-muted")] if one.target and not one.is_sample else []
    return wrap("div", "".join(parts), "s7-s-figure s7-point")


def table(slide: Slide) -> str:
    """Return a slide's table, its first rows where it is long, and how many there are."""
    held = slide.table
    if held is None:
        return ""
    align = ["s7-num" if n in held.numbers else "" for n in range(len(held.header))]
    head = "".join(tag("th", name, align[n], scope="col") for n, name in enumerate(held.header))
    rows = "".join(wrap("tr", cells(row, align), "s7-point") for row in held.rows[:MOST_ROWS])
    inner = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    # The browser fills in how many are shown.
    said = words.CUT.format(slide.lang, shown="#", total=len(held.rows))
    every = str(len(held.rows))
    cut = tag("p", "", "s7-s-muted s7-s-cut", data_total=every, data_said=said)
    roomy = sum(map(lines, held.rows)) <= ROOMY and slide.chart is None
    return wrap("table", inner, "s7-s-table s7-s-roomy" if roomy else "s7-s-table") + cut


def lines(row: tuple[str, ...]) -> int:
    """Return about how many lines a row takes."""
    return max(ceil(width(text) / COLUMN[n > 0]) for n, text in enumerate(row)) or 1


def width(text: str) -> int:
    """Return how many letters a text is wide; marks above and below a Thai letter take no room beside it."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def cells(row: tuple[str, ...], align: list[str]) -> str:
    """Return the cells of a row, the first as its header."""
    first = tag("th", row[0], scope="row")
    return first + "".join(tag("td", text, align[n]) for n, text in enumerate(row[1:], 1))


def foot(slide: Slide, total: int, corrections: list[Correction]) -> str:
    """Return the line under a slide: quality, corrections, source, page."""
    lang: Lang = slide.lang
    marks = ""
    if slide.quality:
        name = common.QUALITY[slide.quality].get(lang)
        marks = tag("span", name, "s7-s-badge", style=f"--s7-q:var(--s7-quality-{slide.quality})")
    if slide.is_sample and slide.quality != "sample":
        marks += tag("span", slide_words.SAMPLE.get(lang), "s7-s-badge", style="--s7-q:var(--s7-quality-sample)")
    said = "".join(
        tag("p", f"{one.name} {one.period}: {words.CORRECTED.format(lang, old=one.old, new=one.new)}", "s7-s-corrected")
        for one in corrections[:2]
    )
    page = words.PAGE.format(lang, number=slide.number, total=total)
    line = tag("span", slide.source_line, "s7-s-source")
    return wrap("footer", said + wrap("div", marks + line + tag("span", page, "s7-s-page"), "s7-s-line"))


def palette() -> str:
    """Return the colours of a deck, which is light in every room, as a style."""
    light = theme.palette()
    colours = {
        "ink": light.ink, "muted": light.muted, "grid": light.grid, "surface": light.surface, "panel": light.panel,
        "accent": light.accent, **{f"status-{name}": value for name, value in light.status.items()},
        **{f"quality-{name}": value for name, value in light.quality.items()},
    }  # fmt: skip
    return escape("".join(f"--s7-{name}:{value};" for name, value in colours.items()))


@st.cache_resource(max_entries=2000, show_spinner=False)
def cached(key: tuple[str, ...], _slide: Slide, total: int, _corrections: list[Correction]) -> str:
    """Return a slide's markup, made once for all who look at the same."""
    return markup(_slide, total, _corrections)
