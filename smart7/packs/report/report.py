"""A pack as a report on A4 for people and screen readers alike: what its slides show, with what is to be said."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, Final

from smart7 import theme
from smart7.i18n import Lang
from smart7.ledger import pictures as held
from smart7.meetings.board import counts
from smart7.meetings.slide import Chart, Shown, Slide, Table
from smart7.packs import content, qr
from smart7.packs.composition import annex, charts, compose, rows, tiles
from smart7.packs.composition.grid import Box
from smart7.packs.composition.parts import Mark, Tiles
from smart7.packs.content import Pack
from smart7.packs.drawing import drawer
from smart7.packs.report import letters, setting
from smart7.packs.report.letters import Drawing
from smart7.words import packs as words

TEMPLATE: Final = Path(__file__).with_suffix(".typ")
WHOLE: Final = Box(0, 0, 11.2, 4.1)
HALF: Final = Box(0, 0, 5.5, 2.25)
"""How large charts are drawn whose letters are then as small as those of the report may be."""
LONG_TEXT: Final = 1500  # letters of a text that may go on over the next page
SAID: Final = {
    "contents": words.CONTENTS, "annex": words.ANNEX, "definitions": words.DEFINITIONS, "sources": words.SOURCES,
    "samples": words.SAMPLES, "no_samples": words.NO_SAMPLES, "sample": words.SAMPLE, "nothing": words.NOTHING,
    "sample_about": words.SAMPLE_ABOUT, "empty": words.EMPTY, "no_method": words.NO_METHOD, "in_annex": words.IN_ANNEX,
}  # fmt: skip
Say = Callable[[int, int], None]
Drawings = dict[tuple[int, int], Drawing]


def draw(pack: Pack, say: Say = lambda number, total: None) -> Drawings:
    """Return the charts of each slide, their letters apart, by the slide's place and their own."""
    asked: dict[tuple[int, int], Future[str]] = {}
    for at, slide in enumerate(pack.slides):
        say(at + 1, len(pack.slides))
        for n, (chart, box) in enumerate(charts_of(slide)):
            asked[at, n] = drawer.svg(charts.sized(chart, box), slide.lang)
    return {key: letters.parted(drawn.result()) for key, drawn in asked.items()}


def charts_of(slide: Slide) -> list[tuple[Chart, Box]]:
    """Return the charts of a slide, each with how large it is drawn."""
    own = [(slide.chart, WHOLE)] if slide.chart is not None else []
    return own + [(panel.chart, HALF) for panel in slide.panels if panel.chart is not None]


def build(pack: Pack, drawn: Drawings | None = None, say: Say = lambda number, total: None) -> bytes:
    """Return a pack as PDF/UA-1 whose text is told once, the same bytes each time; raises `setting.NoFont`."""
    return setting.pdf(TEMPLATE, pack, partial(filled, pack, draw(pack, say) if drawn is None else drawn))


def filled(pack: Pack, drawn: Drawings, folder: Path) -> dict[str, Any]:
    """Return everything the template shows; its pictures are written into the folder."""
    (folder / "qr.svg").write_bytes(qr.svg(pack.link))
    for slide in pack.slides:
        if slide.picture is not None:
            (folder / slide.picture.name).write_bytes(held.read(slide.picture.name) or b"")
    for (at, n), drawing in drawn.items():
        (folder / f"{at}-{n}.svg").write_bytes(drawing.svg)
    return about(pack, drawn, folder)


def about(pack: Pack, drawn: Drawings, folder: Path) -> dict[str, Any]:
    """Return everything the template shows; what is a picture of its own is written into the folder."""
    palette, lang = theme.palette(), pack.lang
    say = {name: text.get(lang) for name, text in SAID.items()}
    say |= {
        "snapshot": words.SNAPSHOT.format(lang, snapshot=pack.snapshot),
        "qr": words.QR_ALT.format(lang, link=pack.link),
    }
    numbers = [str(slide.number) for slide in pack.slides]
    return {
        "title": pack.title, "about": pack.about, "author": "Khon Kaen 7 Smart", "snapshot": pack.snapshot,
        "day": [pack.as_of.year, pack.as_of.month, pack.as_of.day], "lang": lang, "link": pack.link,
        "sample": pack.is_sample, "words": say, "definitions": pack.definitions, "sources": pack.sources,
        "samples": [content.sample_line(figure) for figure in pack.samples], "whole": words.WHOLE_WORDS,
        "look": {
            "ink": palette.ink, "muted": palette.muted, "accent": palette.accent, "grid": palette.grid,
            "panel": palette.panel, "font": theme.FONT, "status": dict(palette.status),
        },
        "slides": [page(slide, at, drawn, folder) for at, slide in enumerate(pack.slides)],
        "annex": [{"title": name, "table": table_of(held)} for name, held in annex.tables(pack.slides, numbers, lang)],
    }  # fmt: skip


def page(slide: Slide, at: int, drawn: Drawings, folder: Path) -> dict[str, Any]:
    """Return everything the template shows of one slide."""
    nothing = not (slide.chart or slide.table or slide.figures or slide.body or slide.picture or slide.board)
    badge = content.badge_of(slide, compose.seen(slide))
    drawings = iter([drawing(chart, (at, n), drawn, slide.lang) for n, (chart, _) in enumerate(charts_of(slide))])
    shown = compose.seen(slide) if not slide.panels else ()
    # What stands in a table is not told a second time in cards.
    cards = () if slide.table is not None and slide.chart is None else shown
    return {
        "number": slide.number, "lang": slide.lang, "headline": slide.headline, "subhead": slide.subhead,
        "kicker": slide.kicker, "caption": slide.caption, "section": slide.item.kind == "section",
        "badge": badge, "sample": badge == words.SAMPLE.get(slide.lang), "source": slide.source_line,
        "chart": next(drawings) if slide.chart is not None else None,
        "photo": f"/{slide.picture.name}" if slide.picture else "", "alt": slide.alt,
        "board": board(slide, at, folder), "legend": legend(slide, folder),
        "panels": [
            {"said": one.said, "figure": card(one.figure, slide.lang), "status": one.figure.status,
             "chart": next(drawings) if one.chart is not None else None} for one in slide.panels
        ],
        "figures": [card(figure, slide.lang) for figure in cards],
        "table": first_rows(slide), "left": left_of(slide), "body": slide.body.splitlines(), "nothing": nothing,
        "starts": at == 0, "long": len(slide.body) > LONG_TEXT, "narrative": narrative(slide),
    }  # fmt: skip


def drawing(chart: Chart, key: tuple[int, int], drawn: Drawings, lang: Lang) -> dict[str, Any]:
    """Return a chart as the template takes it, with whose targets it draws."""
    file = f"/{key[0]}-{key[1]}.svg"
    return {"file": file, "alt": chart.alt, "aims": charts.targets(chart, lang), **drawn[key].told}


def board(slide: Slide, at: int, folder: Path) -> list[dict[str, Any]]:
    """Return the rows of a slide's board, each with the file of its tiles, all tiles of one size."""
    if len(slide.board) == 1:
        strips = [tiles.strip(slide.board[0], compose.STRIP, slide.lang)]
    else:
        placed = tiles.whole(slide.board, compose.BOARD, slide.lang)
        strips = [one for one in placed if isinstance(one.part, Tiles)]
    found = []
    for n, (row, (box, part)) in enumerate(zip(slide.board, ((one.box, one.part) for one in strips), strict=True)):
        assert isinstance(part, Tiles)
        name = f"{at}-board-{n}.svg"
        (folder / name).write_text(tiles.svg(part, box), encoding="utf-8")
        found.append({"name": row.name, "said": row.said, "file": f"/{name}", "alt": part.alt})
    return found


def legend(slide: Slide, folder: Path) -> list[dict[str, str]]:
    """Return what each kind of tile on a slide means, with its file and how many there are."""
    found = []
    for look, then, count in counts(slide.board):
        mark, name = Box(0, 0, tiles.LEGEND, tiles.LEGEND), f"tile-{look}-{then}.svg"
        drawn = tiles.svg(Tiles((Mark(mark, look, then),), ""), mark)
        (folder / name).write_text(drawn, encoding="utf-8")
        found.append({"file": f"/{name}", "said": f"{tiles.named(look, then, slide.lang)} {count}"})
    return found


def first_rows(slide: Slide) -> dict[str, Any] | None:
    """Return the rows that stand with a slide, None where its list stands in the annex or there is none."""
    if slide.table is None or not (annex.stands(slide) or is_list(slide)):
        return None
    return table_of(Table(slide.table.header, slide.table.rows[: rows.MOST], slide.table.numbers))


def left_of(slide: Slide) -> int:
    """Return how many rows of a slide's list stand in the annex only."""
    return max(0, len(slide.table.rows) - rows.MOST) if slide.table is not None and is_list(slide) else 0


def is_list(slide: Slide) -> bool:
    """Return whether a slide is a list and nothing else."""
    return not (slide.chart or slide.board or slide.body or slide.picture)


def table_of(table: Table) -> dict[str, Any]:
    """Return a table as the template takes it."""
    return {"header": table.header, "rows": table.rows, "numbers": table.numbers, "widths": content.widths(table)}


def card(figure: Shown, lang: Lang) -> dict[str, Any]:
    """Return what a figure's card says."""
    parts = (figure.unit, figure.period, figure.status_name, figure.target)
    mark = [words.SAMPLE.get(lang)] if figure.is_sample else []
    return {
        "name": figure.name, "shown": figure.shown, "sample": figure.is_sample,
        "under": " · ".join([*mark, *(part for part in parts if part)]),
    }  # fmt: skip


def narrative(slide: Slide) -> list[str]:
    """Return what is to be said beyond the headline and what stands under it."""
    lines = [line.strip() for line in slide.notes.narrative.splitlines()]
    said = (slide.headline, slide.subhead, slide.body, *(panel.said for panel in slide.panels))
    return [line for line in lines if line and not any(line in part for part in said)]
