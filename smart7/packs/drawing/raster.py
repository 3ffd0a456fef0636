"""SVG to pixels, with Thai letters whole."""

from smart7.packs.drawing import drawer
from smart7.words import letters


def png(svg: str, scale: float, ppi: float = 72.0) -> bytes:
    """Return a drawing as PNG; the renderer would set what follows a sara am on top of it."""
    import vl_convert  # here, as only who takes a picture away needs the renderer

    drawer.register_fonts()
    return vl_convert.svg_to_png(letters.drawable(svg), scale=scale, ppi=ppi)
