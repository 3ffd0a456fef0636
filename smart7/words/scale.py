"""Words numbers are written with; below `formats`, which writes numbers with them."""

from typing import Final

from smart7.i18n import Text

POINTS: Final = Text("จุด", "points")
BAHT: Final = Text("บาท", "baht")
