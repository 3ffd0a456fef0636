"""Charts for a slide on the screen: SVG at the size their specification says, letters as text."""

from typing import Any

import vl_convert

from smart7 import theme
from smart7.i18n import Lang
from smart7.packs.pictures import register_fonts


def svg(spec: dict[str, Any], lang: Lang) -> str:
    """Return a chart alone as SVG, without the heading of an XML file."""
    register_fonts()
    held = {key: value for key, value in spec.items() if key != "usermeta"} | {"background": theme.palette().surface}
    drawn = vl_convert.vegalite_to_svg(
        held, format_locale=theme.number_locale(lang), time_format_locale=theme.time_locale(lang)
    )
    return drawn[drawn.index("<svg") :]
