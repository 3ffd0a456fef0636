"""Which letters the glyphs of a typeface stand for."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import normalize

from fontTools.ttLib import TTFont

Outline = tuple[tuple[tuple[int, int], ...], tuple[int, ...], bytes]


class Typeface:
    """A typeface, whose glyphs are known by what they look like."""

    def __init__(self, path: Path) -> None:
        """Open a font file."""
        self.font = TTFont(path, lazy=True)
        self.letters = dict(letters(self.font))
        self.outlines: dict[str, Outline] = {}

    def letters_of(self, seen: Outline, told: str) -> str | None:
        """Return the letters of a glyph among those that were told of its cluster; None where it is not known."""
        wanted = set(spelled(told))
        names = (name for name, own in self.letters.items() if wanted.issuperset(spelled(own)))
        return next((self.letters[name] for name in names if self.outline(name) == seen), None)

    def outline(self, name: str) -> Outline:
        """Return what a glyph looks like."""
        if name not in self.outlines:
            self.outlines[name] = outline(self.font, name)
        return self.outlines[name]


@cache
def typeface(fonts: str, name: str) -> Typeface | None:
    """Return the typeface of a folder by the name it has in a PDF; None where it is not one of them."""
    path = Path(fonts, f"{name}.ttf")
    return Typeface(path) if path.exists() else None


def outline(font: TTFont, name: str) -> Outline:
    """Return the points of a glyph, its parts put together."""
    points, ends, flags = font["glyf"][name].getCoordinates(font["glyf"])
    return tuple(points), tuple(ends), bytes(flag & 1 for flag in flags)


def spelled(text: str) -> str:
    """Return a text with each letter as the signs it is drawn as."""
    return normalize("NFKD", text)


def letters(font: TTFont) -> Iterator[tuple[str, str]]:
    """Yield each glyph with its letters: those it is mapped from, else those of the glyphs it takes the place of."""
    found = {name: chr(code) for code, name in font.getBestCmap().items()}
    swaps, size = list(swapped(font)), 0
    while len(found) > size:
        size = len(found)
        for names, name in swaps:
            if name not in found and all(each in found for each in names):
                found[name] = "".join(found[each] for each in names)
    yield from found.items()


def swapped(font: TTFont) -> Iterator[tuple[list[str], str]]:
    """Yield glyphs and the one that is set in their place: a narrow mark for a wide one, one sign for two."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 1:
                yield from (([name], other) for name, other in table.mapping.items())
            elif table.LookupType == 4:
                for first, sets in table.ligatures.items():
                    yield from (([first, *each.Component], each.LigGlyph) for each in sets)
