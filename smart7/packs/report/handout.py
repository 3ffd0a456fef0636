"""The pages of a deck as PDF of 16:9 for people and screen readers alike: what the screen shows, on paper."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, Final

from smart7 import theme
from smart7.ledger import pictures as held
from smart7.packs import qr
from smart7.packs.composition import charts, deck, grid, rows, tiles
from smart7.packs.composition.parts import Code, Drawing, Ground, Page, Photo, Placed, Rows, Tiles, Words
from smart7.packs.content import Pack
from smart7.packs.drawing import drawer
from smart7.packs.report import letters, setting
from smart7.packs.report.letters import Drawing as Parted
from smart7.words import packs as words

TEMPLATE: Final = Path(__file__).with_suffix(".typ")
Say = Callable[[int, int], None]


def build(pack: Pack, say: Say = lambda number, total: None) -> bytes:
    """Return a pack as PDF/UA-1 whose text is told once, the same bytes each time; raises `setting.NoFont`."""
    return setting.pdf(TEMPLATE, pack, partial(filled, pack, say))


def filled(pack: Pack, say: Say, folder: Path) -> dict[str, Any]:
    """Return everything the template shows; its pictures are written into the folder."""
    return about(pack, Folder(folder, pack, say))


def about(pack: Pack, folder: "Folder") -> dict[str, Any]:
    """Return everything the template shows."""
    palette = theme.palette()
    named = {"ink": palette.ink, "muted": palette.muted, "accent": palette.accent, "surface": palette.surface}
    named["panel"] = palette.panel
    return {
        "title": pack.title, "author": "Khon Kaen 7 Smart", "snapshot": pack.snapshot, "lang": pack.lang,
        "day": [pack.as_of.year, pack.as_of.month, pack.as_of.day], "whole": words.WHOLE_WORDS,
        "look": {
            "wide": grid.WIDE, "high": grid.HIGH, "sizes": grid.SIZES, "leading": grid.LEADING, "font": theme.FONT,
            "grid": palette.grid, "gap": rows.GAP, "edges": rows.EDGES, "colours": {**named, **palette.status},
        },
        "pages": folder.pages(deck.pages(pack)),
    }  # fmt: skip


class Folder:
    """What the template reads: the pages as data, with a file for each picture of them."""

    def __init__(self, folder: Path, pack: Pack, say: Say) -> None:
        """Begin with the QR code, which is the same on every page."""
        self.folder, self.pack, self.say = folder, pack, say
        (folder / "qr.svg").write_bytes(qr.svg(pack.link))
        self.marked: set[tuple[str, str]] = set()

    def pages(self, pages: list[Page]) -> list[dict[str, Any]]:
        """Return the pages as data; charts are asked for before the first is waited for."""
        asked = {(page.at, n): self.ask(page, placed.part, placed) for page in pages
                 for n, placed in enumerate(page.parts) if isinstance(placed.part, Drawing)}  # fmt: skip
        found = []
        for page in pages:
            self.say(page.at, len(pages))
            parts = [self.part(placed, page, n, asked.get((page.at, n))) for n, placed in enumerate(page.parts)]
            found.append({"lang": page.lang, "parts": parts})
        return found

    def ask(self, page: Page, part: Drawing, placed: Placed) -> Future[str]:
        """Return a chart as SVG, when it is drawn."""
        return drawer.svg(charts.sized(part.chart, placed.box, bare=part.bleeds), page.lang)

    def part(self, placed: Placed, page: Page, n: int, drawn: Future[str] | None) -> dict[str, Any]:
        """Return one part as data."""
        part = placed.part
        held = {"kind": type(part).__name__.lower(), **asdict(placed.box)}
        if isinstance(part, Words):
            return held | self.words(part, page)
        if isinstance(part, Tiles):
            return held | {
                "file": self.kept(f"{page.at}-{n}.svg", tiles.svg(part, placed.box).encode()),
                "alt": part.alt,
            }
        if isinstance(part, Drawing) and drawn is not None:
            apart: Parted = letters.parted(drawn.result())
            file = self.kept(f"{page.at}-{n}.svg", apart.svg)
            return held | {"file": file, "drawing": apart.told, "alt": part.alt, "bleeds": part.bleeds}
        if isinstance(part, Rows):
            table = {"header": part.table.header, "rows": part.table.rows, "numbers": part.table.numbers}
            return held | table | {"widths": part.widths, "alt": part.alt}
        return held | dict(self.picture(part))

    def words(self, part: Words, page: Page) -> dict[str, Any]:
        """Return paragraphs as data; the first page of each name has a bookmark."""
        name = (page.kind, page.title)
        marked = part.role == "headline" and name not in self.marked
        self.marked.add(name) if marked else None
        return {
            "lines": [asdict(line) for line in part.lines],
            "role": part.role,
            "right": part.right,
            "marked": marked,
        }

    def picture(self, part: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
        """Yield what is told of a picture, a code or a field of colour."""
        if isinstance(part, Photo):
            yield "file", self.kept(part.picture.name, held.read(part.picture.name) or b"")
            yield "alt", part.picture.alt
        if isinstance(part, Code):
            yield from (("file", "/qr.svg"), ("alt", part.alt))
        if isinstance(part, Ground):
            yield "colour", part.colour

    def kept(self, name: str, content: bytes) -> str:
        """Write one file and return its address within the folder."""
        (self.folder / name).write_bytes(content)
        return f"/{name}"
