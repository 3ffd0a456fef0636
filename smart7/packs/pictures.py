"""Charts as pictures, drawn on the server with the same typeface as the pages."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import vl_convert

from smart7 import theme
from smart7.i18n import Lang

WIDTH: Final = 900
SCALE: Final = 2.0


@cache
def register_fonts() -> None:
    """Tell the renderer where Sarabun lies."""
    spec = find_spec("fontpkg_sarabun")
    assert spec is not None and spec.origin is not None
    vl_convert.register_font_directory(str(Path(spec.origin).parent / "files"))


def png(spec: dict[str, Any], title: str, notes: list[str], lang: Lang) -> bytes:
    """Return a chart as PNG with its title above and its notes (period, quality, source) under it."""
    return vl_convert.vegalite_to_png(
        titled(spec, title, notes),
        scale=SCALE,
        format_locale=theme.number_locale(lang),
        time_format_locale=theme.time_locale(lang),
    )


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
