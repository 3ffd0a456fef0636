"""Charts for a slide on the screen: SVG at the size their specification says, letters as text."""

from typing import Any

from smart7 import theme
from smart7.i18n import Lang
from smart7.packs.drawing import drawer


def svg(spec: dict[str, Any], lang: Lang) -> str:
    """Return a chart alone as SVG, without the heading of an XML file."""
    held = {key: value for key, value in spec.items() if key != "usermeta"} | {"background": theme.palette().surface}
    drawn = drawer.convert(held, lang)
    return drawn[drawn.index("<svg") :]
