"""An agenda over a snapshot to slides: pure, the same slides for the same snapshot, agenda and language."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from smart7.i18n import LANGS, Lang
from smart7.meetings import driven, lists, own, places, questioned, series
from smart7.meetings.agenda import Agenda, Item
from smart7.meetings.made import Made
from smart7.meetings.room import Lost, Room, lowest
from smart7.meetings.slide import Chart, Notes, Row, Shown, Slide, Table
from smart7.words import slides as words

__all__ = ["Chart", "Notes", "Shown", "Slide", "Table", "slides"]

Maker = Callable[[Room, Item], Made]
MAKERS: Final[dict[str, Maker]] = {
    "overview": lists.overview,
    "domain": lists.domain,
    "indicator": series.indicator,
    "comparison": series.comparison,
    "unit": lists.unit,
    "map": places.chart_of_map,
    "change": series.change,
    "travel": places.travel,
    "service": driven.service,
    "view": own.view,
    "since": lists.since,
    "late": lists.late,
    "asks": lists.asks,
    "question": questioned.question,
    "text": own.text,
    "section": own.section,
    "picture": own.picture,
}

OWN: Final = ("text", "section", "picture")
"""Kinds whose notes are what the slide says."""


def slides(snapshot_id: str, agenda: Agenda, lang: Lang, *, sample: bool = True) -> list[Slide]:
    """Return a slide for each item that is shown, in the item's own language or else in `lang`.

    An item that cannot be shown over this snapshot becomes a slide that says why.
    """
    rooms = {asked: Room(snapshot_id, asked, sample, agenda.day) for asked in LANGS}
    return [one(rooms[item.lang or lang], item, number) for number, item in enumerate(agenda.visible, 1)]


def one(over: Room, item: Item, number: int) -> Slide:
    """Return the slide of one item."""
    try:
        made = MAKERS[item.kind](over, item)
    except Lost as lost:
        made = gone(over, lost)
    note = item.note(over.lang) if item.kind not in OWN else ""
    told = replace(made.notes, narrative=f"{note}\n{made.notes.narrative}") if note else made.notes
    snapshot = over.say(words.SNAPSHOT, id=made.snapshot_id or over.snapshot_id)
    shows = made.chart or made.table or made.figures
    source = made.source or (over.sources(titles(over, made)) if shows else "")
    return Slide(
        item=item,
        number=number,
        lang=over.lang,
        headline=made.headline,
        subhead=made.subhead,
        chart=made.chart,
        table=made.table,
        figures=made.figures,
        notes=told,
        source_line=f"{source} · {snapshot}" if source else snapshot,
        quality=lowest(made.figures),
        is_sample=any(shown.is_sample and shown.value is not None for shown in made.figures),
        alt=alternative(over, made),
        drill=made.drill,
        body=made.body,
        picture=made.picture,
        kicker=made.kicker,
        caption=made.caption,
        board=made.board,
        panels=made.panels,
        asks=made.asks,
    )


def titles(over: Room, made: Made) -> list[str]:
    """Return where the figures that are seen come from, then where the targets of those that are judged do."""
    seen = [panel.figure for panel in made.panels] or made.figures
    shown = [one for one in seen if one.value is not None]
    aims = [one.target_source for one in shown if one.target_source and one.status != "none"]
    return [one.source for one in shown] + [over.say(words.OF_TARGET, source=title) for title in aims]


def alternative(over: Room, made: Made) -> str:
    """Return what a slide says to those who do not see it."""
    if made.picture:
        return made.picture.alt
    if made.chart:
        return made.chart.alt
    if made.board:
        return over.say(words.SAYS_BOARD, headline=made.headline, rows="; ".join(told(row) for row in made.board))
    if made.table:
        return over.say(words.SAYS_TABLE, headline=made.headline, count=len(made.table.rows))
    return made.headline


def told(row: Row) -> str:
    """Return a row of the board in words."""
    return f"{row.name}: {row.said}"


def gone(over: Room, lost: Lost) -> Made:
    """Return the slide of an item that cannot be shown over a snapshot."""
    said = over.say(words.LOST, why=over.say(lost.why))
    return Made(said, "", None, (), Notes(said, "", ()), "/overview")
