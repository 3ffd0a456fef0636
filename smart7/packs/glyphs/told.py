"""A PDF whose text is told once."""

import io

import pikepdf

from smart7.packs.glyphs.mending import mended
from smart7.packs.glyphs.page import Unread
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
            page.Contents.write(text(page, named))
        for subset in known.values():
            subset.store(file)
        written = io.BytesIO()
        file.save(
            written, deterministic_id=True, fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )  # fmt: skip
    return written.getvalue()


def text(page: pikepdf.Page, fonts: dict[str, Subset]) -> bytes:
    """Return the instructions of a page with its text told once; raises `Unread`."""
    try:
        return mended(page.Contents.read_bytes(), fonts)
    except Unread:  # brackets in one another: written anew, each is marked
        return mended(pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page)), fonts)
