"""Words a number is shortened or compared with; below `formats`, which writes numbers with them."""

from typing import Final

from smart7.i18n import Text

MILLION: Final = Text("ล้าน", "M")
BILLION: Final = Text("พันล้าน", "bn")
POINTS: Final = Text("จุด", "points")
BAHT: Final = Text("บาท", "baht")
