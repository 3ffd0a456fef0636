"""The icon font, cut down to the icons in use: a tenth of what Streamlit ships, on every first visit.

Streamlit's bundle has all 4,000 Material Symbols (375 kB). `python -m smart7.icons` writes `icons.woff2` with those
that its own interface and ours can name, and the server gives that file in the place of the whole one. Run it after
a new Streamlit or a new icon; a test says when.

The font is Material Symbols by Google, under the Apache License 2.0.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from smart7 import compress

NAMED: Final = re.compile(r":material/([a-z0-9_]+)")
# Icons are named as plain words too; a word too many costs a hundred bytes.
QUOTED: Final = re.compile(r"[\"'`]([a-z0-9_]+)[\"'`]")
OURS: Final = ("*.py", "pages/*.py", "smart7/**/*.py", "smart7/**/*.js")
ROOT: Final = Path(__file__).resolve().parents[1]


def whole() -> Path:
    """Return the font Streamlit ships."""
    return next(path for url, path in compress.bundle_files().items() if compress.ICONS.search(url))


def ligatures(font: TTFont) -> dict[str, str]:
    """Return the glyph of each icon by its name: an icon is a ligature of the letters of its name."""
    letters: dict[str, str] = {}
    for code, glyph in font.getBestCmap().items():
        letters.setdefault(glyph, chr(code).lower())
    return {
        "".join(letters[one] for one in [first, *ligature.Component]): ligature.LigGlyph
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
        for first, found in getattr(table, "ExtSubTable", table).ligatures.items()
        for ligature in found
    }


def texts() -> Iterator[str]:
    """Yield what may name an icon: the scripts of Streamlit's interface and our own code."""
    scripts = (compress.package_folder("streamlit") / "static" / "static" / "js").glob("*.js")
    ours = (path for pattern in OURS for path in ROOT.glob(pattern))
    yield from (path.read_text("utf-8") for path in (*scripts, *ours))


def used(known: set[str]) -> set[str]:
    """Return the names of the icons in use, of those that are known."""
    return {name for text in texts() for words in (NAMED, QUOTED) for name in words.findall(text)} & known


def write() -> int:
    """Write the font with the icons in use; return its size in bytes."""
    font = TTFont(whole())
    known = ligatures(font)
    names = used(set(known))
    letters = {ord(letter) for name in names for letter in name}
    options = Options(layout_closure=False, layout_features=["*"], hinting=False)
    cut = Subsetter(options)
    cut.populate(glyphs={known[name] for name in names}, unicodes=letters)
    cut.subset(font)
    font.flavor = "woff2"
    font.save(compress.OWN_ICONS)
    return compress.OWN_ICONS.stat().st_size


if __name__ == "__main__":
    print(f"{compress.OWN_ICONS.name}: {write() / 1000:.0f} kB of {whole().stat().st_size / 1000:.0f} kB")
