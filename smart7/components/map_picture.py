"""The map as a picture for print: drawn on the server from the same layers, with legend and attribution."""

import textwrap
from typing import Any

from smart7 import maps
from smart7.api import layers as served
from smart7.charts import ground
from smart7.components import data
from smart7.components.frame import View
from smart7.packs import pictures
from smart7.words import map as words


def draw(kind: str, scene: maps.Scene, feeds: dict[str, dict[str, Any]], view: View) -> bytes:
    """Return the map of a scene as PNG or SVG."""
    drawn = [name for name in (*served.GROUND, *scene.layers) if name in served.NAMES]
    layers = {name: served.layer(scene.snapshot, name) for name in drawn}
    names = {name: view.say(text) for name, text in words.LAYERS.items()}
    spec = ground.picture(layers, names, view.lang)
    title = " · ".join(feed["title"] for feed in feeds.values() if feed["status"] in shown(scene))
    notes = [view.say(words.ASSUMED)]
    sources = dict.fromkeys(
        row["source"] for row in data.rows_of(scene.snapshot, "map/credits", (("lang", view.lang),)).to_dict("records")
    )
    notes += lines(f"{view.say(words.CREDITS)}: {'; '.join(sources)} · {scene.snapshot}")
    make = pictures.png if kind == "png" else pictures.svg
    return make(spec, title, notes, view.lang)


def shown(scene: maps.Scene) -> set[str]:
    """Return the statuses of the networks on the map."""
    status = {"routes": "recorded", "ended": "ended", "plan": "planned", "stations": "planned"}
    return {status[name] for name in scene.layers if name in status}


def lines(text: str, width: int = 130) -> list[str]:
    """Return a text in lines of at most that many characters, broken at spaces."""
    return textwrap.wrap(text, width)
