"""Slides people fill themselves: a text, and a saved view of the explorer."""

from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl

import pandas as pd

from smart7 import figures, formats
from smart7.i18n import Lang, Text
from smart7.ledger import book, views
from smart7.ledger import pictures as files
from smart7.ledger.views import SavedView
from smart7.meetings import happened
from smart7.meetings.agenda import Item
from smart7.meetings.made import Made
from smart7.meetings.room import Lost, Room
from smart7.meetings.slide import Chart, Notes, Picture, Shown, Table
from smart7.questions import answer, sentence
from smart7.questions.answer import Answer
from smart7.questions.either import from_link
from smart7.questions.happened import Counted, Happened, counted
from smart7.questions.happened.sentence import sentence as happened_sentence
from smart7.words import common, explore, explore_page, pictures
from smart7.words import meetings as kinds
from smart7.words import slides as words
from smart7.words.scale import POINTS

MOST_BARS: Final = 12
PERCENT: Final = Text("%", "%")


def text(room: Room, item: Item) -> Made:
    """Return a slide of a text: its first line is the headline, the rest stands under it."""
    first, _, rest = item.note(room.lang).strip().partition("\n")
    said = first.strip() or room.say(words.EMPTY_TEXT)
    return Made(said, "", None, (), Notes(f"{first}\n{rest}".strip() or said, "", ()), "/overview", body=rest.strip())


def section(room: Room, item: Item) -> Made:
    """Return a slide that parts an agenda: its first line large, the rest under it."""
    made = text(room, item)
    return replace(made, headline=made.headline if item.note(room.lang).strip() else room.say(words.EMPTY_SECTION))


def picture(room: Room, item: Item) -> Made:
    """Return a slide of a picture: the first line of its notes is the headline, else what the picture shows."""
    alt, note = item.alt(room.lang), item.note(room.lang).strip()
    shown = picture_of(item, room.lang)
    if shown is None:
        raise Lost(pictures.GONE)
    said = note.partition("\n")[0].strip() or alt
    return Made(said, alt if alt != said else "", None, (), Notes(note or alt, "", ()), "/overview", picture=shown)


def picture_of(item: Item, lang: Lang) -> Picture | None:
    """Return the picture of an item, None where it has none or its file is gone."""
    there = item.kind == "picture" and files.read(item.subject) is not None
    return Picture(item.subject, item.alt(lang)) if there else None


def view(room: Room, item: Item) -> Made:
    """Return a saved view under the name people gave it: its question in words, its answer as table and bars."""
    kept = saved(item.subject)
    question, _ = from_link(dict(parse_qsl(kept.question)))
    if isinstance(question, Happened):
        return view_of_happened(room, kept, counted(kept.reads(room.snapshot_id), question, room.lang))
    found = answer(kept.reads(room.snapshot_id), question)
    asked = sentence(question, room.lang, found.names)
    strayed = said_when_strayed(room, kept)
    rows = figures.records(found.named(room.lang))
    shown = tuple(cell(room, found, row, n) for n, row in enumerate(rows))
    held = [(row, one) for row, one in zip(rows, shown, strict=True) if one.value is not None]
    told = "\n".join(line for line in (kept.name, asked, strayed, kept.note) if line)
    note = Notes(told, asked, (room.say(words.ASKED["source"]),))
    chart = bars(room, kept.name, held)
    return Made(
        kept.name, f"{asked} · {strayed}" if strayed else asked, chart, shown, note, f"/explore?{kept.question}",
        table=None if chart else cells(room, found, held), snapshot_id=found.snapshot_id,
        kicker=room.say(kinds.KINDS["view"]), caption=asked,
        source=room.sources(found.names.get("source", one, room.lang) for one in found.source_ids),
    )  # fmt: skip


def view_of_happened(room: Room, kept: SavedView, found: Counted) -> Made:
    """Return a saved view about what happened: what must be known of the answer stands in the notes."""
    asked = happened_sentence(found.snapshot_id, found.question, room.lang)
    strayed, shown = said_when_strayed(room, kept), happened.figures(room, found)
    told = "\n".join(line for line in (kept.name, asked, strayed, kept.note, *found.notes, *found.withheld()) if line)
    chart = bars(room, kept.name, [({}, one) for one in shown if one.value is not None])
    return Made(
        kept.name, f"{asked} · {strayed}" if strayed else asked, chart, shown,
        Notes(told, asked, (room.say(words.ASKED["source"]),)), f"/explore?{kept.question}",
        table=None if chart else happened.table(found), snapshot_id=found.snapshot_id,
        kicker=room.say(kinds.KINDS["view"]), caption=asked, source=room.sources(found.sources()),
    )  # fmt: skip


def said_when_strayed(room: Room, kept: SavedView) -> str:
    """Return that a view is frozen on a snapshot that is gone, '' where it is not."""
    return room.say(explore_page.FROZEN_GONE) if kept.strayed(room.snapshot_id) else ""


def saved(view_id: str) -> SavedView:
    """Return a saved view; raises `Lost` when it was deleted, never was, or the ledger cannot be read."""
    try:
        kept = views.get(view_id)
    except book.FAULTS:
        kept = None
    if kept is None:
        raise Lost(words.NO_VIEW)
    return kept


def cell(room: Room, found: Answer, row: dict[str, Any], n: int) -> Shown:
    """Return one cell of an answer as a figure, found again after a correction where it is one figure of a unit."""
    single = found.question.measure == "value" and row.get("unit") and row.get("period_kind") and row["figures"] == 1
    key = f"{row['indicator']}/{row['unit']}/{row['period_kind']}:{row['period_start']}" if single else f"view:{n}"
    measure, decimals = measured(found, row)
    quality = row.get("quality_grade") or ""
    named = ("indicator", "breakdown", "zone", "domain", "owner", "aim", "quality", "unit_kind")
    name = " · ".join(str(row[f"{one}_name"]) for one in named if row.get(f"{one}_name"))
    value = None if row["value"] is None else float(row["value"])
    return Shown(
        key=key, name=name or room.say(common.VALUE), value=value,
        shown=written(found, row, measure, decimals, room),
        measure=measure.get(room.lang), decimals=decimals, unit=str(row.get("unit_name") or ""),
        period=str(row.get("period_name") or ""), quality=quality, quality_name=room.quality(quality),
        source=found.names.get("source", row["source_id"], room.lang) if row["source_id"] else "",
        is_sample=bool(row["is_sample"]),
    )  # fmt: skip


def measured(found: Answer, row: dict[str, Any]) -> tuple[Text, int]:
    """Return unit of measure and decimals of a cell, by what the question asks of its figures."""
    about = found.names.about.get(row.get("indicator") or "")
    fixed = {"count": (explore_page.COUNTED, 0), "share": (PERCENT, 1), "index": (explore_page.INDEX, 1)}
    if about is None or found.question.measure in fixed:
        return fixed.get(found.question.measure, (explore_page.COUNTED, 0))
    percent = found.question.measure == "change" and about.value_kind == "percent"
    return POINTS if percent else about.measure, about.decimals


def written(found: Answer, row: dict[str, Any], measure: Text, decimals: int, room: Room) -> str:
    """Return a cell as people read it."""
    about = found.names.about.get(row.get("indicator") or "")
    if found.question.measure == "change":
        number = formats.signed(row["value"], decimals, room.lang)
        return number if number == formats.MISSING else f"{number}{formats.NBSP}{measure.get(room.lang)}"
    kind = about.value_kind if about and found.question.measure == "value" else "number"
    kind = "percent" if found.question.measure == "share" else kind
    return formats.figure(row["value"], measure, kind, decimals, room.lang)  # type: ignore[arg-type]


def cells(room: Room, found: Answer, held: list[tuple[dict[str, Any], Shown]]) -> Table:
    """Return the cells of an answer that have a value as a table: what they are split by, then the value."""
    names = [name for name in found.question.dimensions if any(row.get(f"{name}_name") for row, _ in held)]
    header = (*(room.say(explore.DIMENSIONS[name]) for name in names), room.say(common.VALUE))
    rows = tuple((*(str(row.get(f"{name}_name") or "") for name in names), one.shown) for row, one in held)
    return Table(header, rows, numbers=(len(names),))


def bars(room: Room, title: str, held: list[tuple[dict[str, Any], Shown]]) -> Chart | None:
    """Return few cells of one unit of measure as bars in their order, several or none as nothing."""
    measures = {one.measure for _, one in held}
    if not 2 <= len(held) <= MOST_BARS or len(measures) != 1:
        return None
    parts = [(one.name, one.unit, one.period) for _, one in held]
    # Only what tells the bars apart is written under them.
    telling = [n for n in range(3) if len({part[n] for part in parts}) > 1]
    labels = [" · ".join(part[n] for n in telling if part[n]) for part in parts]
    if len(set(labels)) != len(labels):
        return None
    rows = pd.DataFrame(
        {
            "label": labels, "short": labels, "value": [one.value for _, one in held],
            "number": [formats.number(one.value, one.decimals, room.lang) for _, one in held],
            "shown": [one.shown for _, one in held], "is_sample": [one.is_sample for _, one in held],
        }
    )  # fmt: skip
    along = telling == [2]
    header = "bars x=label y=value text=number" if along else "ranked y=label x=value text=shown"
    return room.chart(header, rows, title, measures.pop(), held[0][1].decimals)
