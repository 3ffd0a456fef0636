"""The map as the live page opens with it, standing still: a picture of the same layers at the same place and size."""

from typing import Final

from smart7 import maps, sight
from smart7.api import layers, signs
from smart7.packs.drawing import ground, window
from smart7.view import View
from smart7.words import map as words

WIDEST: Final = 2400
"""Pixels of the widest map there is room for; a narrower one shows the middle of it at the same scale."""
HEIGHT: Final = 560


def picture(snapshot: str, view: View) -> str:
    """Return the map of the whole city with the layers it opens with, as SVG."""
    seen = window.seen(*sight.CENTRE, sight.ZOOM, WIDEST, HEIGHT)
    drawn = {name: layers.layer(snapshot, name, {}) for name in (*layers.GROUND, *maps.OPENS_WITH)}
    drawn["names"] = signs.on_paper(snapshot, maps.OPENS_WITH, view.lang, sight.ZOOM)
    listed = ", ".join(view.say(words.LAYERS[name]) for name in maps.OPENS_WITH)
    return ground.bare(drawn, seen, view.say(words.STILL, layers=listed))
