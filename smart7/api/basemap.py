"""An online base map under our own layers, which an installation may set: off unless it does.

The map in the browser asks this server for a style that holds one layer of tiles, and the host of the setting for
those tiles. `web.policy` opens the pages for that one host.
"""

import json
import os
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from smart7.words import errors

SETTING: Final = "SMART7_BASEMAP"
STYLE: Final = "/map-layers/ground-{theme}.json"
# One host and no sign-in; nothing that could end a rule of the content security policy.
ADDRESS: Final = re.compile(r"(?P<origin>https?://[A-Za-z0-9.-]+(:\d{1,5})?)/[^\s;,'\"<>\\]*")
PLACES: Final = ("{z}", "{x}", "{y}")
# Pale, so that what is known stands out; dimmed where the page is dark.
PAINT: Final = {
    "light": {"raster-saturation": -0.5, "raster-opacity": 0.8},
    "dark": {"raster-saturation": -0.7, "raster-brightness-max": 0.45},
}


@dataclass(frozen=True, slots=True)
class Basemap:
    """Where tiles come from, the one host that is asked for them, and who has to be named for them."""

    tiles: str
    origin: str
    credit: str


def read(value: str) -> Basemap | None:
    """Return the base map of a setting, None for an empty one; raise ValueError for one that cannot be used."""
    if not value.strip():
        return None
    tiles, _, credit = value.strip().partition(" ")
    found = ADDRESS.fullmatch(tiles)
    marks = sorted(re.findall(r"\{[^}]*\}?|\}", tiles))
    if not found or marks != sorted(PLACES) or not credit.strip():
        raise ValueError(value)
    return Basemap(tiles, found["origin"], credit.strip())


@cache
def chosen() -> Basemap | None:
    """Return the base map of this installation; end the start with a sentence when the setting cannot be used."""
    value = os.environ.get(SETTING, "")
    try:
        return read(value)
    except ValueError:
        said = (errors.BASEMAP.format(lang, setting=SETTING, value=value) for lang in ("th", "en"))
        raise SystemExit("\n".join(said)) from None


def style(dark: bool) -> str:
    """Return where the map asks for its style, '' for none."""
    return STYLE.format(theme="dark" if dark else "light") if chosen() else ""


async def answer(request: Request) -> Response:
    """Answer with the style of the base map; 404 where none is set."""
    ground, paint = chosen(), PAINT.get(request.path_params["theme"])
    if ground is None or paint is None:
        return Response(status_code=404)
    source = {"type": "raster", "tiles": [ground.tiles], "tileSize": 256, "maxzoom": 18}
    body = {
        "version": 8,
        "sources": {"ground": source | {"attribution": escape(ground.credit)}},
        "layers": [{"id": "ground", "type": "raster", "source": "ground", "paint": paint}],
    }
    return Response(json.dumps(body), headers={"Cache-Control": "no-cache"}, media_type="application/json")
