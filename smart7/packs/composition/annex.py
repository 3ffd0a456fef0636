"""The annex of a deck: every list that is too long for its slide, and every figure behind its charts."""

from collections.abc import Iterator, Sequence
from typing import Final

from smart7.formats import NBSP
from smart7.i18n import Lang
from smart7.meetings.slide import Shown, Slide, Table
from smart7.packs.composition import compose, measure
from smart7.packs.content import Pack
from smart7.words import common
from smart7.words import packs as words

FIGURES_A_ROW: Final = 16
"""So that no row is higher than a page."""
SOURCE_WIDE: Final = 2.6  # inches of a line of a source
PERCENT: Final = ("%",)
Titled = tuple[str, Table]


def tables(slides: Sequence[Slide], labels: Sequence[str], lang: Lang) -> Iterator[Titled]:
    """Yield each table of the annex with its title; `labels` are the numbers of the slides' pages."""
    for slide in slides:
        if slide.table is not None and slide.table.rows and not stands(slide):
            yield slide.headline, slide.table
    if held := behind(slides, labels, lang):
        yield words.BEHIND.get(lang), held


def grounds(pack: Pack) -> Iterator[Titled]:
    """Yield how the figures are counted and worked out, and where they come from."""
    lang = pack.lang
    if pack.definitions:
        header = (common.INDICATOR.get(lang), words.METHOD.get(lang))
        yield words.DEFINITIONS.get(lang), Table(header, tuple(pack.definitions))
    if any(slide.figures for slide in pack.slides):
        numbered = tuple((str(n), title) for n, title in enumerate(pack.sources, 1))
        yield words.SOURCES.get(lang), Table((words.NUMBER.get(lang), common.SOURCE.get(lang)), numbered)


def stands(slide: Slide) -> bool:
    """Return whether all rows of a slide's table stand on the slide itself."""
    alone = not (slide.chart or slide.board or slide.panels or slide.body or slide.picture)
    return bool(slide.asks) or (alone and compose.is_short(slide.table))


def behind(slides: Sequence[Slide], labels: Sequence[str], lang: Lang) -> Table | None:
    """Return the figures that no table tells, one row to an indicator and unit; None where there are none."""
    header = (words.SLIDE, common.INDICATOR, words.FIGURES, common.QUALITY_NAME, common.SOURCE)
    cells = [
        (label, *row)
        for slide, label in zip(slides, labels, strict=True)
        for group in groups(untold(slide))
        for row in rows(group, lang)
    ]
    return Table(tuple(text.get(lang) for text in header), tuple(cells)) if cells else None


def untold(slide: Slide) -> list[Shown]:
    """Return the figures of a slide that neither its table nor the slide itself tells in words."""
    told = {(row[0], cell) for row in (slide.table.rows if slide.table else ()) for cell in row[1:]}
    seen = compose.told(slide)
    return [f for f in slide.figures if f.value is not None and f not in seen and (f.name, f.shown) not in told]


def groups(figures: Sequence[Shown]) -> list[list[Shown]]:
    """Return figures by the indicator they are of, its parts and units among them, or by their name."""
    found: dict[tuple[str, str], list[Shown]] = {}
    for figure in figures:
        indicator, _, rest = figure.key.partition("/")
        found.setdefault((indicator if rest else figure.name, figure.measure), []).append(figure)
    return list(found.values())


def rows(group: Sequence[Shown], lang: Lang) -> Iterator[tuple[str, ...]]:
    """Yield the figures of one indicator as a few rows; of one unit the name says it once."""
    name = min((one.name for one in group), key=len)
    of = list(dict.fromkeys(label(one, name) for one in group))
    told = " · ".join(part for part in (name, of[0] if len(of) == 1 else "") if part)
    measured = f"{told} ({group[0].measure})" if group[0].measure and group[0].measure not in PERCENT else told
    for start in range(0, len(group), FIGURES_A_ROW):
        some = group[start : start + FIGURES_A_ROW]
        qualities = ", ".join(dict.fromkeys(one.quality_name for one in some if one.quality_name))
        yield (measured, " · ".join(said(some, name if len(of) > 1 else "")), qualities, credit(some, lang))


def label(one: Shown, name: str) -> str:
    """Return of which part and unit of an indicator a figure is."""
    part = one.name.removeprefix(name).strip(" ()") if one.name != name else ""
    return ", ".join(text for text in (part, one.unit) if text)


def said(some: Sequence[Shown], name: str) -> Iterator[str]:
    """Yield figures with their periods; with a name, what they are of stands before the first of each."""
    before = ""
    for one in some:
        of = label(one, name) if name else ""
        shown = of if of != before else ""
        before = of
        value = one.shown.partition(NBSP)[0] if one.measure else one.shown
        yield " ".join(part for part in (shown, f"{one.period}:" if one.period else "", value) if part)


def credit(some: Sequence[Shown], lang: Lang) -> str:
    """Return the first source of some figures by name, and how many there are besides; the workbook names them all."""
    titles = list(dict.fromkeys(one.source for one in some if one.source))
    more = common.MORE_SOURCES.format(lang, count=len(titles) - 1) if len(titles) > 1 else ""
    return measure.cut(titles[0], SOURCE_WIDE, 2) + more if titles else ""
