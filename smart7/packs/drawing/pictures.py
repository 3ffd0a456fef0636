"""Charts as pictures, drawn on the server with the same typeface as the pages."""

from concurrent.futures import Future
from typing import Any, Final

from smart7 import theme
from smart7.i18n import Lang
from smart7.packs.drawing import drawer, raster

WIDTH: Final = 900
SCALE: Final = 2.0
SCREEN, FINE = 72.0, 300.0
MAP: Final = 480
PAPER: Final = 700  # narrower, so that letters are large enough on paper


def png(spec: dict[str, Any], title: str, notes: list[str], lang: Lang, *, ppi: float = SCREEN) -> bytes:
    """Return a chart as PNG with its title above and its notes (period, quality, source) under it."""
    return raster.png(svg(spec, title, notes, lang).decode(), SCALE if ppi == SCREEN else 1.0, ppi)


def svg(spec: dict[str, Any], title: str, notes: list[str], lang: Lang) -> bytes:
    """Return the same as SVG, its letters as text in Sarabun."""
    return drawer.svg(titled(spec, title, notes), lang).result().encode()


def titled(spec: dict[str, Any], title: str, notes: list[str]) -> dict[str, Any]:
    """Return a specification with its title and notes, as wide as a page."""
    return {
        **spec,
        "width": WIDTH,
        "background": theme.palette().surface,
        "title": {"text": title, "subtitle": notes, "anchor": "start", "subtitleColor": theme.palette().muted,
                  "subtitleFontSize": 14, "fontSize": 20, "offset": 16},
    }  # fmt: skip


def printed(spec: dict[str, Any], shape: float, lang: Lang, *, ppi: int = 150) -> bytes:
    """Return a chart alone as PNG for paper, about as wide for its height as `shape` says."""
    return raster.png(drawn(spec, shape, lang).result(), 1.0, ppi)


def drawn(spec: dict[str, Any], shape: float, lang: Lang) -> Future[str]:
    """Return the same as SVG, when it is drawn."""
    return drawer.svg(sized(spec, shape), lang)


def sized(spec: dict[str, Any], shape: float) -> dict[str, Any]:
    """Return a specification as wide as a page and no higher than its place, unless it has a size of its own."""
    held = {key: value for key, value in spec.items() if key != "usermeta"} | {"background": theme.palette().surface}
    high = spec.get("height")
    if isinstance(spec.get("width"), int | float):
        # A map: drawn smaller, so that its letters are larger on the page.
        held |= {"width": MAP, "height": MAP / 1.4}
    elif spec.get("width") == "container":
        held |= {"width": PAPER, "height": min(high, PAPER / shape) if isinstance(high, int | float) else PAPER / shape}
    return held
