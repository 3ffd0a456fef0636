"""What each glyph of a PDF tells who searches, copies or listens: its own letters, once.

Typst tells the letters of a whole cluster (a consonant with its marks) with each part of it that is set by itself, so
a reader finds them twice and a search finds nothing. Here each glyph gets its own letters, by the typeface it was
taken from, and the text beside glyphs goes where it says no more than they do. What is seen stays as it is.
"""

import io

import pikepdf

from smart7.packs.glyphs.mending import mended
from smart7.packs.glyphs.subset import Subset


def once(made: bytes, fonts: str) -> bytes:
    """Return a PDF whose text is told once, by the folder of its typefaces; the same bytes each time."""
    with pikepdf.open(io.BytesIO(made)) as file:
        known: dict[tuple[int, int], Subset] = {}
        for page in file.pages:
            named: dict[str, Subset] = {}
            for name, font in page.resources.get("/Font", {}).items():
                if font.objgen not in known:
                    known[font.objgen] = Subset(font, fonts)
                named[name.removeprefix("/")] = known[font.objgen]
            page.contents_coalesce()
            page.Contents.write(mended(page.Contents.read_bytes(), named))
        for subset in known.values():
            subset.store(file)
        written = io.BytesIO()
        file.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()
