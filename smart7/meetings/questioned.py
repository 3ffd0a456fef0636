"""The slide of a question somebody asked about a figure: the question, the answer as it stands, and the figure."""

from typing import Any, Final

from smart7 import calendar, formats
from smart7.i18n import Text
from smart7.ledger import book, notes
from smart7.ledger.notes import Note
from smart7.meetings.agenda import Item
from smart7.meetings.made import Made
from smart7.meetings.room import Lost, Room
from smart7.meetings.slide import Notes, Shown
from smart7.words import notes as words
from smart7.words import people
from smart7.words import slides as slide_words

PAGE: Final = "/indicator?id={indicator}"


def question(room: Room, item: Item) -> Made:
    """Return a question with its answer, or with the day by which one is asked for; plain text, whoever wrote it."""
    asked, answer = standing(item.subject)
    said = " ".join(asked.said.split())
    figure = asked.figure(room.lang)
    told = [by(room, words.SLIDE_ASKED, asked)] + ([room.say(words.SLIDE_FIGURE, figure=figure)] if figure else [])
    if answer is None:
        body, caption = waiting(room, asked), ""
    else:
        body, caption = answer.said, by(room, words.SLIDE_ANSWERED, answer)
    narrative = "\n".join(line for line in (said, " · ".join(told), body, caption) if line)
    shown = tuple(one for one in [held(room, asked)] if one)
    return Made(
        said, " · ".join(told), None, shown, Notes(narrative, "", ()), PAGE.format(indicator=asked.indicator_id),
        body=body, kicker=room.say(words.SLIDE_KICKER, name=asked.name(room.lang)), caption=caption,
    )  # fmt: skip


def standing(question_id: str) -> tuple[Note, Note | None]:
    """Return a question and its answer, None while there is none; raises `Lost` where it was withdrawn or never was."""
    try:
        with book.opened() as ledger:
            found = notes.get(ledger, question_id)
            answer = notes.answer_to(ledger, question_id)
    except book.FAULTS:
        found = answer = None
    if found is None:
        raise Lost(words.SLIDE_GONE)
    return found, answer


def still(one: dict[str, Any]) -> dict[str, Any]:
    """Return what was kept of a frozen slide without what was withdrawn since: the question, or its answer alone."""
    item, lang = Item(**one["item"]), one["lang"]
    note = item.note(lang)
    try:
        _, answer = standing(item.subject)
    except Lost as lost:
        gone = slide_words.LOST.format(lang, why=lost.why.get(lang))
        nothing = dict.fromkeys(("subhead", "body", "kicker", "caption", "quality"), "")
        notes_of = {"narrative": "\n".join(filter(None, (note, gone))), "method": "", "questions": ()}
        return {**one, **nothing, "headline": gone, "figures": [], "notes": notes_of, "drill": "/overview"}
    # Who answered stands in the caption; without it the body says that nobody has answered yet.
    if one.get("caption") == "" or (answer and answer.said == one["body"]):
        return one
    told = "\n".join(filter(None, (note, one["headline"], one["subhead"])))
    return {**one, "body": "", "caption": "", "notes": {**one["notes"], "narrative": told}}


def by(room: Room, text: Text, one: Note) -> str:
    """Return who said something, in which role, for which unit, on which day."""
    role = people.ROLES.get(one.author_role, people.NO_ROLE)
    day = calendar.format_date(one.day, room.lang)
    return room.say(text, name=one.author_name, role=room.say(role), unit=unit(room, one.owner), day=day)


def waiting(room: Room, asked: Note) -> str:
    """Return that a question has no answer yet, and by when one is asked for."""
    day = calendar.format_date(asked.due_day, room.lang) if asked.due_day else ""
    return room.say(words.SLIDE_OPEN, unit=unit(room, asked.owner), day=day)


def unit(room: Room, unit_id: str) -> str:
    """Return what a unit is called, its id where the snapshot does not know it."""
    names = {row["unit_id"]: row[f"name_{room.lang}"] for row in room.records("units/above")}
    return str(names.get(unit_id, unit_id))


def held(room: Room, asked: Note) -> Shown | None:
    """Return the figure a question is about as the snapshot holds it now, None where it does not."""
    rows = room.records("register/figures", indicator=asked.indicator_id)
    wanted = (asked.unit_id, asked.period_kind, asked.period_start)
    own = (row for row in rows if (row["unit_id"], row["period_kind"], row["period_start"].isoformat()) == wanted)
    return next((shown(room, asked, row) for row in own), None)


def shown(room: Room, asked: Note, row: dict[str, Any]) -> Shown:
    """Return a figure as a slide tells it."""
    measure, lang = Text(row["measure_th"], row["measure_en"]), room.lang
    return Shown(
        key=f"{asked.indicator_id}/{row['unit_id']}/{row['period_kind']}:{row['period_start']}",
        name=asked.name(lang), value=row["value"],
        shown=formats.figure(row["value"], measure, row["value_kind"], row["decimals"], lang),
        measure=measure.get(lang), decimals=row["decimals"], unit=row[f"unit_{lang}"], period=row[f"label_{lang}"],
        quality=row["quality"], quality_name=room.quality(row["quality"]), source=row[f"source_{lang}"] or "",
        is_sample=False,
    )  # fmt: skip
