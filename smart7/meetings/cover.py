"""The map of the city on the first page of a deck."""

from functools import lru_cache, partial
from typing import Final

import pandas as pd

from smart7 import store
from smart7.i18n import Lang
from smart7.meetings import places
from smart7.meetings.room import Room
from smart7.meetings.slide import Chart
from smart7.words import slides as words

LAYERS: Final = (*places.BASE, "routes", "plan", "stations")


@lru_cache(maxsize=8)
def city(snapshot_id: str, lang: Lang) -> Chart | None:
    """Return the city with its routes and what is planned, None where the snapshot cannot be read or has no ground."""
    if not store.readable(snapshot_id):
        return None
    room = Room(snapshot_id, lang)
    layers = {name: rows for name in LAYERS if (rows := places.layer(room, name))}
    drawing = partial(places.drawn, layers, {name: name for name in layers}, lang, ())
    return Chart("map", {}, pd.DataFrame(), drawing, "", "", 0, room.say(words.CITY_ALT)) if layers else None
