"""One page of the deck as the browser takes it: its markup with what was corrected since, and the colours of a deck."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from smart7 import theme
from smart7.meetings.frozen import Correction
from smart7.packs.composition import grid, markup, pieces
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Page, Placed, Words
from smart7.words import present as words

MOST_TOLD = 2


def corrected(page: Page, found: Sequence[Correction]) -> tuple[Placed, ...]:
    """Return what was corrected since the agenda was frozen, over the foot of its page."""
    told = [
        f"{one.name} {one.period}: {words.CORRECTED.format(page.lang, old=one.old, new=one.new)}"
        for one in found[:MOST_TOLD]
    ]
    lines = [pieces.short(said, grid.ACROSS, 1, "off", bold=True) for said in told]
    high = len(lines) * grid.line("small")
    place = Box(grid.EDGE, grid.FOOT.top - high, grid.ACROSS, high)
    return (Placed(place, Words(tuple(lines))),) if lines else ()


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
def cached(key: tuple[str, ...], _page: Page, _corrections: Sequence[Correction]) -> str:
    """Return a page's markup, made once for all who look at the same."""
    return markup.page(_page, corrected(_page, _corrections))
