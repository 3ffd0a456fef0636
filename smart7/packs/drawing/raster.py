"""SVG to pixels, with Thai letters whole."""

import vl_convert

from smart7.packs.drawing import drawer
from smart7.words import letters


def png(svg: str, scale: float, ppi: float = 72.0) -> bytes:
    """Return a drawing as PNG; the renderer would set what follows a sara am on top of it."""
    drawer.register_fonts()
    return vl_convert.svg_to_png(letters.drawable(svg), scale=scale, ppi=ppi)
