"""How much room a text takes, measured in the letters of the pages; those that offices have are narrower."""

import math
import unicodedata
from functools import lru_cache
from typing import Final

from PIL import ImageFont

from smart7 import compress
from smart7.packs.composition import grid
from smart7.packs.composition.grid import Size

PRECISE: Final = 200  # at how many points letters are measured
SLACK: Final = 1.12  # lines break at words, never just where they are full
MORE: Final = "…"


@lru_cache(maxsize=2)
def face(bold: bool) -> ImageFont.FreeTypeFont:
    """Return the letters."""
    file = compress.package_folder("fontpkg_sarabun") / "files" / f"Sarabun-{'Bold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(file, PRECISE, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=2000)
def advance(letter: str, bold: bool) -> float:
    """Return how far one letter leads on, in shares of its size; marks above and below a letter lead nowhere."""
    return float(face(bold).getlength(letter)) / PRECISE


def inches(text: str, size: Size = "small", *, bold: bool = False) -> float:
    """Return how wide a text is on one line."""
    return sum(advance(letter, bold) for letter in text) * grid.SIZES[size] / grid.POINTS


def lines(text: str, width: float, size: Size = "small", *, bold: bool = False) -> int:
    """Return how many lines a text takes: one where it fits, else more than it would if cut anywhere."""
    long = inches(text, size, bold=bold)
    return 1 if long <= width else math.ceil(long * SLACK / width)


def fits(text: str, width: float, most: int, size: Size = "small", *, bold: bool = False) -> bool:
    """Return whether a text takes no more lines than there is room for."""
    return lines(text, width, size, bold=bold) <= most


@lru_cache(maxsize=4000)
def cut(text: str, width: float, most: int, size: Size = "small", *, bold: bool = False) -> str:
    """Return a text that takes no more lines than there is room for, its end left out where it is longer."""
    if fits(text, width, most, size, bold=bold):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[:middle].rstrip() + MORE, width, most, size, bold=bold):
            low = middle
        else:
            high = middle - 1
    return parted(text, low)[0].rstrip(" ,;·") + MORE


def parted(text: str, at: int) -> tuple[str, str]:
    """Return a text in two, at the last space before a place where there is one near, never before a Thai mark."""
    space = text.rfind(" ", max(0, at - 24), at)
    at = space if space > 0 else at
    while 0 < at < len(text) and unicodedata.category(text[at]) == "Mn":
        at -= 1
    return text[:at], text[at:]
