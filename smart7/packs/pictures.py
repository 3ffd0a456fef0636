"""Charts as pictures, drawn on the server with the same typeface as the pages."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any, Final

import vl_convert

from smart7 import theme
from smart7.i18n import Lang
from smart7.packs import raster

WIDTH: Final = 900
SCALE: Final = 2.0
SCREEN, FINE = 72.0, 300.0
PAPER: Final = 700  # narrower, so that letters are large enough on paper


@cache
def register_fonts() -> None:
    """Tell the renderer where Sarabun lies."""
    spec = find_spec("fontpkg_sarabun")
    assert spec is not None and spec.origin is not None
    vl_convert.register_font_directory(str(Path(spec.origin).parent / "files"))


def png(spec: dict[str, Any], title: str, notes: list[str], lang: Lang, *, ppi: float = SCREEN) -> bytes:
    """Return a chart as PNG with its title above and its notes (period, quality, source) under it."""
    return raster.png(svg(spec, title, notes, lang).decode(), SCALE if ppi == SCREEN else 1.0, ppi)


def svg(spec: dict[str, Any], title: str, notes: list[str], lang: Lang) -> bytes:
    """Return the same as SVG, its letters as text in Sarabun."""
    return vl_convert.vegalite_to_svg(
        titled(spec, title, notes),
        format_locale=theme.number_locale(lang),
        time_format_locale=theme.time_locale(lang),
    ).encode()


def titled(spec: dict[str, Any], title: str, notes: list[str]) -> dict[str, Any]:
    """Return a specification with its title and notes, as wide as a page."""
    register_fonts()
    return {
        **spec,
        "width": WIDTH,
        "background": theme.palette().surface,
        "title": {"text": title, "subtitle": notes, "anchor": "start", "subtitleColor": theme.palette().muted,
                  "subtitleFontSize": 14, "fontSize": 20, "offset": 16},
    }  # fmt: skip


def warm() -> None:
    """Start the renderer aside: it takes a second, in which the slides can be put together."""
    tiny = {"mark": "point", "data": {"values": [{}]}}
    Thread(target=lambda: (register_fonts(), vl_convert.vegalite_to_svg(tiny)), daemon=True).start()


def printed(spec: dict[str, Any], shape: float, lang: Lang, *, ppi: int = 150) -> bytes:
    """Return a chart alone as PNG for paper, about as wide for its height as `shape` says."""
    return raster.png(drawn(spec, shape, lang).decode(), 1.0, ppi)


def drawn(spec: dict[str, Any], shape: float, lang: Lang) -> bytes:
    """Return the same as SVG."""
    return vl_convert.vegalite_to_svg(
        sized(spec, shape), format_locale=theme.number_locale(lang), time_format_locale=theme.time_locale(lang)
    ).encode()


def sized(spec: dict[str, Any], shape: float) -> dict[str, Any]:
    """Return a specification as wide as a page and no higher than its place, unless it has a size of its own."""
    register_fonts()
    held = {key: value for key, value in spec.items() if key != "usermeta"} | {"background": theme.palette().surface}
    high = spec.get("height")
    if isinstance(spec.get("width"), int | float):
        # A map: drawn smaller, so that its letters are larger on the page.
        held |= {"width": PAPER, "height": PAPER / 1.4}
    elif spec.get("width") == "container":
        held |= {"width": PAPER, "height": min(high, PAPER / shape) if isinstance(high, int | float) else PAPER / shape}
    return held
