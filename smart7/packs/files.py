"""The files of a pack: their names, and each written whole or not at all."""

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final

from smart7 import whole
from smart7.packs.content import Pack
from smart7.packs.drawing import drawer, pictures

DOCUMENTS: Final = ("pptx", "pdf", "handout", "xlsx")
KINDS: Final = (*DOCUMENTS, "pictures")
ENDS: Final = {"pptx": ".pptx", "pdf": ".pdf", "handout": "-16x9.pdf", "xlsx": ".xlsx"}
Say = Callable[[int, int], None]


def beside(kinds: Collection[str]) -> AbstractContextManager[None]:
    """Draw charts in a process of their own where any kind of file has pictures of them."""
    return drawer.beside() if set(kinds) - {"xlsx"} else nullcontext()


def write(
    pack: Pack,
    folder: Path,
    kinds: Collection[str],
    template: Path | None = None,
    say: Say = lambda number, total: None,
) -> Iterator[Path]:
    """Write the wanted files of a pack into a folder and yield each path; what is asked for in vain raises.

    What makes a kind of file is loaded where that kind is wanted: together they take 40 MB.
    """
    with whole.told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if "pptx" in kinds:
        from smart7.packs.slides import deck

        yield whole.write(folder / name(pack, "pptx"), deck.build(pack, template, say))
    if "pdf" in kinds:
        from smart7.packs.report import report

        yield whole.write(folder / name(pack, "pdf"), report.build(pack, say=say))
    if "handout" in kinds:
        from smart7.packs.report import handout

        yield whole.write(folder / name(pack, "handout"), handout.build(pack, say))
    if "xlsx" in kinds:
        from smart7.packs.workbook import book

        yield whole.write(folder / name(pack, "xlsx"), book.build(pack))
    if "pictures" in kinds:
        yield from images(pack, folder)


def name(pack: Pack, kind: str) -> str:
    """Return the name of a file: agenda, language and snapshot."""
    return f"{pack.agenda.agenda_id}-{pack.lang}-{pack.snapshot}{ENDS[kind]}"


def images(pack: Pack, folder: Path) -> Iterator[Path]:
    """Write each chart as PNG at 300 dpi and as SVG, with its title, quality, source and snapshot."""
    for slide in pack.slides:
        stem = f"{pack.agenda.agenda_id}-{pack.lang}-{pack.snapshot}-{slide.number:02d}"
        held = [(stem, slide.headline, slide.chart)] if slide.chart is not None else []
        held += [(f"{stem}-{n}", one.said, one.chart) for n, one in enumerate(slide.panels, 1) if one.chart is not None]
        for name_of, title, chart in held:
            spec = pictures.sized(chart.spec, 1.9)
            notes = [line for line in (slide.subhead, slide.source_line, f"{pack.snapshot} · {pack.link}") if line]
            drawn = pictures.png(spec, title, notes, slide.lang, ppi=pictures.FINE)
            yield whole.write(folder / f"{name_of}.png", drawn)
            yield whole.write(folder / f"{name_of}.svg", pictures.svg(spec, title, notes, slide.lang))
