"""Slides of many indicators: all domains, one domain, one unit, what changed since a day, what is late, what to ask."""

from datetime import date, timedelta
from typing import Any

from smart7 import asks as asked
from smart7 import calendar, catalog, figures, formats, tally
from smart7.figures import Figure
from smart7.i18n import Text
from smart7.meetings import asking, board, headline, telling
from smart7.meetings.agenda import Item, day_of
from smart7.meetings.made import Made
from smart7.meetings.room import Lost, Room, explorer
from smart7.meetings.series import drawn_years, table, years
from smart7.meetings.slide import Notes, Panel, Shown, Table, ToAsk
from smart7.words import asks as asks_words
from smart7.words import common
from smart7.words import slides as words

MONTH_DAYS = 31


def overview(room: Room, item: Item) -> Made:
    """Return the board of the seven domains, published figures counted."""
    found = list(room.figures.values())
    counted = tally.published(found)
    parts = (headline.of_board(counted, room.lang), headline.of_their_time(counted, room.lang))
    said = " · ".join(part for part in parts if part)
    rows = tuple(domain_row(room, domain.id, found) for domain in catalog.DOMAINS)
    header = (common.DOMAIN, words.ON, words.ON_THEN, words.UNSAID, words.KNOWN, words.LATE, words.WAITING, words.ALL)
    held = Table(tuple(room.say(text) for text in header), rows, numbers=tuple(range(1, len(header))))
    told = tally_notes(room, f"{said}\n{tally_headline(room, room.say(common.APP), found)}")
    return Made(said, room.say(words.COUNTED), None, (), told, "/", table=held, kicker=room.say(words.ALL_DOMAINS),
                board=board.rows(room))  # fmt: skip


def domain_row(room: Room, domain: str, found: list[Figure]) -> tuple[str, ...]:
    """Return the counts of one domain as cells."""
    counted = tally.published(f for f in found if f.domain_id == domain)
    met = (of_judged(counted.now["on"], counted.judged_now), of_judged(counted.then["on"], counted.judged_then))
    counts = (*met, counted.unsaid, counted.known, counted.late, counted.waiting, counted.total)
    return (catalog.domain(domain).name.get(room.lang), *(str(count) for count in counts))


def of_judged(on: int, judged: int) -> str:
    """Return how many of those judged are on target, a dash where none is judged."""
    return f"{on}/{judged}" if judged else formats.MISSING


def tally_headline(room: Room, name: str, found: list[Figure]) -> str:
    """Return how a group of figures stands in one sentence."""
    return headline.of_tally(name, tally.published(found), room.lang)


def tally_notes(room: Room, said: str, *asked: str) -> Notes:
    """Return the notes of a slide that counts."""
    questions = asked or ("missed", "late", "missing")
    return Notes(said, room.say(words.METHOD_TALLY), tuple(room.say(words.ASKED[name]) for name in questions))


def domain(room: Room, item: Item) -> Made:
    """Return one domain: its row of the board, and the charts of its two most telling figures; a table of all."""
    own = [f for f in room.figures.values() if f.domain_id == item.subject]
    found = catalog.domain(item.subject)
    told = telling.panels(room, item.subject)
    said = headline.of_domain(found.name.get(room.lang), tally.published(own), room.lang)
    own.sort(key=lambda f: (f.value is None, f.is_sample))
    shown = tuple(room.leads(f) for f in own)
    drawn = [panel(room, f) for f in told]
    narrative = "\n".join((said, *(headline.of(f, room.lang) for f in told)))
    place = [one.id for one in catalog.DOMAINS].index(found.id) + 1
    kicker = room.say(words.DOMAIN_OF, number=place, total=len(catalog.DOMAINS))
    return Made(
        said, found.definition.get(room.lang), None, distinct(shown, *(figures for _, figures in drawn)),
        tally_notes(room, narrative), f"/{item.subject}", table=table(room, shown), kicker=kicker,
        board=(board.row(room, item.subject),), panels=tuple(one for one, _ in drawn),
    )  # fmt: skip


def panel(room: Room, figure: Figure) -> tuple[Panel, tuple[Shown, ...]]:
    """Return the chart of an indicator for one half of a slide, and the figures it draws."""
    rows = room.rows("present/series", indicator=figure.indicator_id, unit="")
    said = headline.finding(figure, room.lang)
    return Panel(said, room.leads(figure), drawn_years(room, figure, rows, half=True)), room.each(figure, rows)


def distinct(*groups: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Return figures of several groups, each once, the first way it is told."""
    every: dict[str, Shown] = {}
    for one in (one for group in groups for one in group):
        every.setdefault(one.key, one)
    return tuple(every.values())


def unit(room: Room, item: Item) -> Made:
    """Return one unit across its indicators, or one of them with its years."""
    unit_id, _, wanted = item.subject.partition(":")
    names = {row["unit_id"]: row for row in room.records("units/list", unit=unit_id)}
    if unit_id not in names:
        raise Lost(words.NOT_THERE, value=unit_id)
    name = names[unit_id]["name"]
    rows = room.records("units/cards", unit=unit_id)
    own = figures.read(rows, room.as_of, room.until)
    if wanted:
        chosen = next((f for f in own if f.indicator_id == wanted), None)
        if chosen is None:
            raise Lost(words.NOT_THERE, value=wanted)
        return years(room, chosen, name, unit_id)
    counted = tally.published(own)
    if names[unit_id]["is_sample"]:
        said = room.say(words.UNIT_SAMPLE, name=name)
    else:
        said = room.say(words.UNIT_SENT, name=name, known=counted.known, total=counted.total)
        if counted.judged_now:
            said += room.say(words.UNIT_SENT_TARGET, on=counted.now["on"], judged=counted.judged_now)
        if counted.judged_then:
            said += room.say(words.REACHED_THEN, on=counted.then["on"], judged=counted.judged_then)
    own.sort(key=lambda f: f.value is None)
    shown = tuple(room.leads(f, unit_id) for f in own)
    kind = room.say(common.LEVELS[names[unit_id]["kind"]])
    questions = ("sample",) if names[unit_id]["is_sample"] else ("missing", "late")
    return Made(said, "", None, shown, tally_notes(room, said, *questions), f"/units?unit={unit_id}",
                table=table(room, shown), kicker=kind)  # fmt: skip


def late(room: Room, item: Item) -> Made:
    """Return the published figures that are older than due, the oldest first."""
    every = list(room.figures.values())
    found = sorted((f for f in every if f.late and f.known), key=lambda f: f.newest or date.max)
    said = room.say(words.NOTHING_LATE)
    if found and found[0].newest:
        oldest = calendar.label(calendar.containing(found[0].native_kind, found[0].newest), room.lang, short=True)
        counted = tally.published(every)
        said = room.say(words.ARE_LATE, late=counted.late, known=counted.known, period=oldest)
    shown = tuple(room.leads(f) for f in found)
    header = (common.INDICATOR, words.LAST, common.VALUE, common.OWNER)
    rows = tuple(
        (one.name, one.period, one.shown, f.provenance.owner.get(room.lang))
        for one, f in zip(shown, found, strict=True)
    )
    held = Table(tuple(room.say(text) for text in header), rows, numbers=(2,))
    return Made(said, "", None, shown, tally_notes(room, said, "late"), "/overview", table=held if rows else None,
                kicker=room.say(words.OLDER))  # fmt: skip


def asks(room: Room, item: Item) -> Made:
    """Return what to ask about, up to five things by the rule of the pages; fewer is said to be, none too."""
    found = asking.five(room.figures.values(), room.lang)
    given = tuple(to_ask(room, one) for one in found)
    said = room.say(asks_words.TITLE)
    if len(found) < asked.MOST:
        said = room.say(asks_words.FEWER, count=len(found)) if found else room.say(asks_words.NONE)
    header = (common.INDICATOR, common.VALUE, common.PERIOD, asks_words.QUESTION, common.SOURCE)
    rows = tuple((one.named, one.figure.shown, one.figure.period, one.question, one.figure.source) for one in given)
    narrative = "\n".join((said, *(one.sentence for one in found)))
    notes = Notes(narrative, room.say(asks_words.ABOUT), tuple(one.question for one in found))
    return Made(
        said, "", None, tuple(one.figure for one in given), notes, "/overview", kicker=room.say(asks_words.ABOUT),
        table=Table(tuple(room.say(text) for text in header), rows, numbers=(1,)) if rows else None, asks=given,
    )  # fmt: skip


def to_ask(room: Room, one: asking.Asked) -> ToAsk:
    """Return one thing to ask about as a slide shows it."""
    figure = room.figure(one.indicator_id)
    named = headline.placed(figure, room.lang)
    return ToAsk(room.leads(figure), named, one.question)


def since(room: Room, item: Item) -> Made:
    """Return the published figures that became known since a day, or in the month before the meeting."""
    until = min(room.day or room.as_of, room.as_of)
    start = day_of(item.subject) if item.subject else until - timedelta(days=MONTH_DAYS)
    rows = room.records("present/since", since=start, until=until)
    corrected = sum(row["corrected"] for row in rows)
    day = calendar.format_date(start, room.lang)
    said = room.say(words.SINCE, day=day, new=len(rows) - corrected, corrected=corrected)
    if not rows:
        said = room.say(words.SINCE_NOTHING, day=day)
    shown = tuple(since_figure(room, row) for row in rows)
    header = (common.INDICATOR, common.PERIOD, words.OLD, words.NOW, words.WHAT)
    cells = tuple(since_cells(room, row, since_figure(room, row)) for row in leading_first(room, rows))
    notes = Notes(said, room.say(words.METHOD_SINCE), (room.say(words.ASKED["source"]),))
    held = Table(tuple(room.say(text) for text in header), cells, numbers=(2, 3)) if cells else None
    drill = explorer(rows[0]["indicator_id"]) if rows else "/overview"
    return Made(said, "", None, shown, notes, drill, table=held, kicker=room.say(words.CHANGED))


def leading_first(room: Room, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the newest row of each indicator: corrections first, then the units that indicators lead with."""
    newest = sorted(rows, key=lambda row: row["period_start"], reverse=True)
    newest.sort(key=lambda row: (not row["corrected"], row["unit_id"] != room.leading_units.get(row["indicator_id"])))
    first: dict[str, dict[str, Any]] = {}
    for row in newest:
        first.setdefault(row["indicator_id"], row)
    return list(first.values())


def since_cells(room: Room, row: dict[str, object], one: Shown) -> tuple[str, ...]:
    """Return one figure that became known as cells: what it replaced, what it is, new or corrected."""
    before = since_written(room, row, "before") if row["corrected"] else formats.MISSING
    kind = room.say(words.CORRECTED if row["corrected"] else words.NEW)
    return (one.name, one.period, before, one.shown, kind)


def since_written(room: Room, row: dict[str, object], column: str) -> str:
    """Return one value of a row in words."""
    measure = Text(str(row["measure_th"]), str(row["measure_en"]))
    return formats.figure(row[column], measure, row["value_kind"], row["decimals"], room.lang)  # type: ignore[arg-type]


def since_figure(room: Room, row: dict[str, object]) -> Shown:
    """Return one figure that became known as a slide shows it."""
    part = f" ({row['part']})" if row["part"] else ""
    value = row["value"]
    key = f"{row['indicator_id']}/{row['unit_id']}/{row['period_kind']}:{row['period_start']}"
    return Shown(
        key=f"{key}/{row['breakdown']}" if row["breakdown"] else key,
        name=f"{row['name']}{part}",
        value=value if isinstance(value, float) else None,
        shown=since_written(room, row, "value"),
        measure=str(row[f"measure_{room.lang}"]),
        decimals=int(str(row["decimals"])),
        unit=str(row["unit"]),
        period=str(row["period"]),
        quality=str(row["quality"]),
        quality_name=room.quality(str(row["quality"])),
        source=str(row["source"]),
        is_sample=False,
    )
