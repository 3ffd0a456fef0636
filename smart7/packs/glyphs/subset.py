"""A font as it lies in a PDF: what its codes tell, how wide they are, and codes made for what they could not tell."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pikepdf
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

from smart7.packs.glyphs.typeface import outline, spelled, typeface

PAIR: Final = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")
BLOCK: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
AT_ONCE: Final = 100  # pairs in one block, the most that the format takes
CMAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A glyph as a part of another one, moved by units of the typeface."""

    code: int
    x: int = 0
    y: int = 0


class Subset:
    """A font of a PDF; one of a typeface that is known has its own letters for each glyph."""

    def __init__(self, font: pikepdf.Object, fonts: str) -> None:
        """Read what the codes of a font tell, with the folder of the typefaces that are known."""
        self.font, self.inner = font, font.DescendantFonts[0]
        self.told = dict(mapping(font.ToUnicode.read_bytes()))
        self.says, self.made = dict(self.told), dict[tuple[str, tuple[Part, ...]], int]()
        self.widths = dict(widths(list(self.inner.get("/W", []))))
        self.face = typeface(fonts, str(font.BaseFont).rpartition("+")[2])
        self.is_known = self.face is not None
        if self.face is not None:
            self.program = TTFont(io.BytesIO(self.inner.FontDescriptor.FontFile2.read_bytes()), recalcTimestamp=False)
            self.order, self.unit = list(self.program.getGlyphOrder()), self.program["head"].unitsPerEm
            for code, told in self.told.items():
                if len(told) > 1:
                    own = self.face.letters_of(outline(self.program, self.order[code]), told)
                    self.says[code] = told if own is None or spelled(own) == spelled(told) else own

    def code(self, letters: str, *parts: Part) -> int:
        """Return the code that shows glyphs as one and tells these letters, made where there is none."""
        first = parts[0].code
        if parts == (Part(first),) and self.says[first] == letters:
            return first
        if (letters, parts) not in self.made:
            self.made[letters, parts] = code = len(self.order) + len(self.made)
            self.says[code], self.widths[code] = letters, self.widths.get(first, 0.0)
        return self.made[letters, parts]

    def store(self, file: pikepdf.Pdf) -> None:
        """Write back what the codes tell, and the glyphs that were made."""
        if self.says != self.told:
            self.font.ToUnicode = file.make_stream(cmap(self.says).encode("ascii"))
        if self.made:
            self.embed(file)

    def embed(self, file: pikepdf.Pdf) -> None:
        """Put the font with its new glyphs into the file, and say how wide they are and that they are there."""
        for (_, parts), code in self.made.items():
            self.add(parts, self.name(code))
        written = io.BytesIO()
        self.program.save(written)
        about = self.inner.FontDescriptor
        about.FontFile2 = file.make_stream(written.getvalue(), Length1=len(written.getvalue()))
        wide = [part for code in self.made.values() for part in (code, [self.widths[code]])]
        self.inner.W = pikepdf.Array([*self.inner.get("/W", []), *wide])
        if "/CIDSet" in about:
            count = len(self.order) + len(self.made)
            about.CIDSet = file.make_stream(((1 << count) - 1 << -count % 8).to_bytes(-(-count // 8), "big"))

    def add(self, parts: tuple[Part, ...], name: str) -> None:
        """Add a glyph made of others to the font."""
        glyph = Glyph()
        glyph.numberOfContours, glyph.components = -1, [self.component(part) for part in parts]
        self.program["glyf"][name] = glyph
        glyph.recalcBounds(self.program["glyf"])
        # Where its ink begins must be said as it is, or all of it is moved.
        self.program["hmtx"][name] = self.program["hmtx"][self.name(parts[0].code)][0], glyph.xMin

    def name(self, code: int) -> str:
        """Return the name of a glyph inside the font."""
        return self.order[code] if code < len(self.order) else f"made{code}"

    def component(self, part: Part) -> GlyphComponent:
        """Return a glyph as a part of another one, at its place to the unit."""
        component = GlyphComponent()
        component.glyphName, component.flags, component.x, component.y = self.name(part.code), 0, part.x, part.y
        return component


def mapping(table: bytes) -> Iterator[tuple[int, str]]:
    """Yield the codes of a table with the letters they tell."""
    for block in BLOCK.findall(table):
        for code, told in PAIR.findall(block):
            yield int(code, 16), bytes.fromhex(told.decode()).decode("utf-16-be")


def cmap(says: dict[int, str]) -> str:
    """Return codes and the letters they tell as a table."""
    pairs = [f"<{code:04X}> <{letters.encode('utf-16-be').hex().upper()}>\n" for code, letters in sorted(says.items())]
    blocks = (pairs[at : at + AT_ONCE] for at in range(0, len(pairs), AT_ONCE))
    return CMAP.format(blocks="".join(f"{len(each)} beginbfchar\n{''.join(each)}endbfchar\n" for each in blocks))


def widths(given: list[pikepdf.Object]) -> Iterator[tuple[int, float]]:
    """Yield the codes of a font with their widths, in thousandths of the size."""
    at = 0
    while at < len(given):
        first, second = int(given[at]), given[at + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + n, float(width)) for n, width in enumerate(second))
            at += 2
        else:
            yield from ((code, float(given[at + 2])) for code in range(first, int(second) + 1))
            at += 3
