"""A pack as PDF for people and screen readers alike: a report on A4 and a handout as wide as the screen."""

import json
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

import typst

from smart7 import theme, whole
from smart7.i18n import Lang
from smart7.ledger import pictures as held
from smart7.meetings.slide import Chart, Shown, Slide
from smart7.packs import content, qr
from smart7.packs.content import Pack
from smart7.packs.drawing import pictures
from smart7.packs.report import letters
from smart7.packs.report.letters import Drawing
from smart7.words import packs as words

Paper = Literal["a4", "wide"]
TEMPLATE: Final = Path(__file__).with_suffix(".typ")
STANDARD: Final[Any] = ["ua-1"]
SHAPE: Final = 1.9  # how much wider than high a chart is
FLAT: Final = 3.2  # over a table
LONG_ROWS: Final = 22
SAID: Final = (
    "contents", "annex", "definitions", "sources", "samples", "no_samples", "sample", "sample_about", "nothing",
    "empty", "no_method",
)  # fmt: skip
Say = Callable[[int, int], None]
Drawings = dict[int, Drawing]


class NoFont(Exception):
    """Raise when the typeface is not installed: nothing may be set in another one by chance."""


@cache
def fonts() -> str:
    """Return the folder of the typeface; raises `NoFont`."""
    spec = find_spec("fontpkg_sarabun")
    if spec is None or spec.origin is None:
        raise NoFont(words.NO_FONT.en)
    return str(Path(spec.origin).parent / "files")


def draw(pack: Pack, say: Say = lambda number, total: None) -> Drawings:
    """Return each slide's chart, its letters apart, by the slide's place."""
    asked: dict[int, Future[str]] = {}
    for at, slide in enumerate(pack.slides):
        say(at + 1, len(pack.slides))
        if slide.chart is not None and slide.chart.spec:
            shape = SHAPE if slide.table is None else FLAT
            asked[at] = pictures.drawn(slide.chart.spec, shape, slide.lang)
    return {at: letters.parted(drawn.result()) for at, drawn in asked.items()}


def build(pack: Pack, paper: Paper, drawn: Drawings | None = None) -> bytes:
    """Return a pack as PDF/UA-1, the same bytes each time; raises `NoFont`."""
    return bytes(compiled(pack, paper, draw(pack) if drawn is None else drawn, "pdf"))


def looks(pack: Pack, paper: Paper, ppi: float = 72) -> list[bytes]:
    """Return the pages as PNG, as they are looked at."""
    found = compiled(pack, paper, draw(pack), "png", ppi=ppi)
    return found if isinstance(found, list) else [found]


def compiled(pack: Pack, paper: Paper, drawn: Drawings, form: Literal["pdf", "png"], **options: Any) -> Any:  # noqa: ANN401
    """Set a pack from a folder of its own that holds nothing else."""
    where = [fonts()]
    with tempfile.TemporaryDirectory(prefix="smart7-") as name, whole.told(Path(name)):
        folder = Path(name)
        (folder / "main.typ").write_bytes(TEMPLATE.read_bytes())
        (folder / "qr.svg").write_bytes(qr.svg(pack.link))
        for slide in pack.slides:
            if slide.picture is not None:
                (folder / slide.picture.name).write_bytes(held.read(slide.picture.name) or b"")
        for at, drawing in drawn.items():
            (folder / f"{at}.svg").write_bytes(drawing.svg)
        told = json.dumps(about(pack, paper, drawn), ensure_ascii=False)
        (folder / "pack.json").write_text(told, encoding="utf-8")
        compiler = typst.Compiler(str(folder / "main.typ"), str(folder), where, ignore_system_fonts=True)
        if form == "pdf":
            options |= {"pdf_standards": STANDARD}
        return compiler.compile(format=form, timestamp=pack.moment.replace(tzinfo=UTC), **options)


def about(pack: Pack, paper: Paper, drawn: Drawings) -> dict[str, Any]:
    """Return everything the template shows."""
    palette, lang = theme.palette(), pack.lang
    say = {name: getattr(words, name.upper()).get(lang) for name in SAID}
    say |= {
        "snapshot": words.SNAPSHOT.format(lang, snapshot=pack.snapshot),
        "qr": words.QR_ALT.format(lang, link=pack.link),
    }
    return {
        "title": pack.title, "about": pack.about, "author": "Khon Kaen 7 Smart", "snapshot": pack.snapshot,
        "day": [pack.as_of.year, pack.as_of.month, pack.as_of.day], "lang": lang, "paper": paper, "link": pack.link,
        "sample": pack.is_sample, "words": say, "definitions": pack.definitions, "sources": pack.sources,
        "samples": [content.sample_line(figure) for figure in pack.samples], "whole": words.WHOLE_WORDS,
        "look": {
            "ink": palette.ink, "muted": palette.muted, "accent": palette.accent, "grid": palette.grid,
            "panel": palette.panel, "font": theme.FONT,
        },
        "slides": [page(slide, at, drawn) for at, slide in enumerate(pack.slides)],
    }  # fmt: skip


def page(slide: Slide, at: int, drawn: Drawings) -> dict[str, Any]:
    """Return everything the template shows of one slide."""
    table = slide.table
    nothing = not (slide.chart or table or slide.figures or slide.body or slide.picture)
    return {
        "number": slide.number, "lang": slide.lang, "headline": slide.headline, "subhead": slide.subhead,
        "badge": content.badge(slide), "sample": slide.is_sample, "source": slide.source_line,
        "picture": f"/{at}.svg" if at in drawn else "", "alt": alt_of(slide.chart, slide),
        "photo": f"/{slide.picture.name}" if slide.picture else "",
        "drawing": drawn[at].told if at in drawn else None,
        "figures": [card(figure, slide.lang) for figure in slide.figures],
        "table": None if table is None else {
            "header": table.header, "rows": table.rows, "numbers": table.numbers,
            "widths": content.widths(table),
        },
        "body": slide.body.splitlines(), "nothing": nothing, "starts": at == 0,
        "long": is_long(slide), "narrative": narrative(slide),
    }  # fmt: skip


def card(figure: Shown, lang: Lang) -> dict[str, Any]:
    """Return what a figure's card says."""
    parts = (figure.unit, figure.period, figure.status_name, figure.target)
    mark = [words.SAMPLE.get(lang)] if figure.is_sample else []
    return {
        "name": figure.name, "shown": figure.shown, "sample": figure.is_sample,
        "under": " · ".join([*mark, *(part for part in parts if part)]),
    }  # fmt: skip


def alt_of(chart: Chart | None, slide: Slide) -> str:
    """Return the text that stands for a chart."""
    return (chart.alt if chart is not None else "") or slide.alt or content.topic(slide)


def is_long(slide: Slide) -> bool:
    """Return whether a slide takes more than a page of paper, so that it may break."""
    return (slide.table is not None and len(slide.table.rows) > LONG_ROWS) or max(
        len(slide.figures) * 100, len(slide.body)
    ) > 1500


def narrative(slide: Slide) -> list[str]:
    """Return what is to be said beyond the headline and what stands under it."""
    lines = [line.strip() for line in slide.notes.narrative.splitlines()]
    said = (slide.headline, slide.subhead, slide.body)
    return [line for line in lines if line and not any(line in part for part in said)]
