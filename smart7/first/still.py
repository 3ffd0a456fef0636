"""The map as the live page opens with it, standing still: a picture of the same layers at the same place and size."""

from typing import Final

from smart7 import maps, sight
from smart7.api import layers, signs
from smart7.i18n import Lang
from smart7.kept import kept
from smart7.packs.drawing import ground, window
from smart7.words import map as words

WIDEST: Final = 2400
"""Pixels of the widest map there is room for; a narrower one shows the middle of it at the same scale."""
HEIGHT: Final = 560


@kept(8)
def picture(snapshot: str, lang: Lang) -> str:
    """Return the map of the whole city with the layers it opens with, as SVG; the same whatever else is chosen."""
    seen = window.seen(*sight.CENTRE, sight.ZOOM, WIDEST, HEIGHT)
    drawn = {name: layers.layer(snapshot, name, {}) for name in (*layers.GROUND, *maps.OPENS_WITH)}
    drawn["names"] = signs.on_paper(snapshot, maps.OPENS_WITH, lang, sight.ZOOM)
    listed = ", ".join(words.LAYERS[name].get(lang) for name in maps.OPENS_WITH)
    return ground.bare(drawn, seen, words.STILL.format(lang, layers=listed))
