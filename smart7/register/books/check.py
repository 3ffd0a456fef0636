"""Check what a unit hands in, from whatever it comes, against every rule at once; nothing is written anywhere."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any, Final

from smart7 import calendar, queries
from smart7.calendar import PeriodKind
from smart7.i18n import Lang, Text
from smart7.register.books import cells, child, form, lines, parts, texts
from smart7.register.books.cells import Cell, Conversion, Line
from smart7.register.books.form import VERSION, Form, NoForm
from smart7.register.books.grid import MOST_BYTES, Book, Unreadable
from smart7.register.books.lines import Found
from smart7.register.books.rules import Fault, fault
from smart7.words import books, official_said

NAMED: Final = 5
WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read of a hand-in: its figures, every fault of it, and every conversion.

    `written` is the encoding of a text that is not UTF-8, '' for all else.
    """

    unit_id: str
    period_start: date
    period_kind: PeriodKind
    cells: tuple[Cell, ...]
    faults: tuple[Fault, ...]
    conversions: tuple[Conversion, ...]
    snapshot: str = ""
    written: str = ""

    @property
    def ready(self) -> bool:
        """Return whether it can be handed in: no fault is grave."""
        return not any(one.grave for one in self.faults)

    def counted(self) -> dict[str, int]:
        """Return how often each conversion was made, the most frequent first."""
        return dict(Counter(one.name for one in self.conversions).most_common())


def conversion(name: str) -> Text:
    """Return what a conversion is called."""
    return books.DONE.get(name) or official_said.DONE[name]


def check(
    snapshot: str, content: bytes, file: str, unit_id: str, period_kind: PeriodKind, start: date,
    *, today: date | None = None, closed: bool = False,
) -> Checked:  # fmt: skip
    """Return what a workbook or CSV hands in for a unit and period; raises `NoForm` where nothing is asked.

    `closed` says that the period takes no figures; `today` is the day it is judged on.
    """
    asked = form.form(snapshot, unit_id, period_kind, start)
    try:
        book, written = child.read(content)
        if written_as_text(book) and PurePath(file).suffix.lower() in WORKBOOKS:
            raise Unreadable("other_kind", found="text")
    except Unreadable as refusal:
        return judged(asked, Found(faults=[fault(refusal.rule, **refusal.values)]), [], today, closed)
    return judged(asked, lines.of_book(asked, book), marks(asked, book), today, closed, written)


def pasted(
    snapshot: str, text: str, unit_id: str, period_kind: PeriodKind, start: date,
    *, today: date | None = None, closed: bool = False,
) -> Checked:  # fmt: skip
    """Return what a text that was pasted from a spreadsheet hands in, with the form's header or without."""
    asked = form.form(snapshot, unit_id, period_kind, start)
    try:
        if len(text) > MOST_BYTES // 10:
            raise Unreadable("too_large", size=f"{len(text) / 1e6:,.0f}", most=f"{MOST_BYTES / 1e7:,.0f}")
        found = lines.of_text(asked, texts.sheet(text))
    except Unreadable as refusal:
        found = Found(faults=[fault(refusal.rule, **refusal.values)])
    return judged(asked, found, [], today, closed)


def typed(
    snapshot: str, rows: Sequence[Mapping[str, Any]], unit_id: str, period_kind: PeriodKind, start: date,
    *, today: date | None = None, closed: bool = False,
) -> Checked:  # fmt: skip
    """Return what rows typed into a page hand in; a row names `indicator_id` and any of `form.INPUTS`."""
    asked = form.form(snapshot, unit_id, period_kind, start)
    return judged(asked, lines.of_rows(asked, rows), [], today, closed)


def written_as_text(book: Book) -> bool:
    """Return whether a book was a text: a workbook's sheets have names."""
    return [sheet.name for sheet in book.sheets] == [""]


def judged(
    asked: Form, found: Found, marked: list[Fault], today: date | None, closed: bool, written: str = ""
) -> Checked:
    """Return the figures that were found, held to every rule."""
    today = today or date.today()
    by_id = {one.key: one for one in asked.rows}
    given: dict[str, Cell | None] = {}
    first: dict[str, Line] = {}
    for key, line in found.lines:
        cell = cells.cell(line, by_id[key], asked.period, today)
        if key in first and line.filled(form.AMOUNTS):
            line.wrong("duplicate", "indicator_id", row=first[key].number)
        elif line.filled(form.AMOUNTS):
            first[key], given[key] = line, cell
    given = parts.follow(given)
    parts.judge(asked, given, first)
    faults = [*marked, *of_time(asked, today, closed), *found.faults]
    faults += [one for _, line in found.lines for one in line.faults]
    if found.headers and not any(one.rule == "no_header" for one in faults):
        faults += empty(asked, given, any(one.row for one in faults))
    return Checked(
        asked.unit_id,
        asked.period.start,
        asked.period.kind,
        tuple(cell for cell in given.values() if cell is not None),
        tuple(sorted(faults, key=lambda one: (not one.grave, one.sheet, one.row))),
        tuple(done for _, line in found.lines for done in line.conversions),
        asked.snapshot,
        written,
    )


def empty(asked: Form, given: Mapping[str, Cell | None], wrong: bool) -> list[Fault]:
    """Return what is said of the indicators that were not filled in."""
    if not given:
        return [] if wrong else [fault("nothing")]
    absent = [one for one in asked.asked if one.indicator_id not in given]
    if not absent:
        return []
    more = {"th": "", "en": ""} if len(absent) <= NAMED else {"th": " …", "en": " …"}
    names = Text(*(
        ", ".join(one.name.get(lang) for one in absent[:NAMED]) + more[lang] for lang in ("th", "en")
    ))  # fmt: skip
    return [fault("absent", count=len(absent), all=len(asked.asked), names=names)]


def of_time(asked: Form, today: date, closed: bool) -> list[Fault]:
    """Return what the day it is handed in on has against it."""
    period, found = asked.period, []
    if closed:
        found.append(fault("closed", period=asked.said()))
    if period.start > today:
        found.append(fault("not_begun", period=asked.said()))
    elif period.end >= today:
        found.append(fault("not_over", period=asked.said()))
    due = asked.due
    if due < today:
        day = Text(*(calendar.format_date(due, lang) for lang in ("th", "en")))
        found.append(fault("late", day=day, days=(today - due).days))
    return found


def marks(asked: Form, book: Book) -> list[Fault]:
    """Return what the hidden sheet has against a file: another unit, period or version, or nothing to go by."""
    mark = book.mark
    if not mark.get("unit"):
        return [fault("no_mark", unit=asked.unit, period=asked.said())]
    found = []
    if mark["unit"] != asked.unit_id:
        found.append(fault("wrong_unit", found=unit_name(asked, mark["unit"]), wanted=asked.unit))
    period = (mark.get("period_kind", ""), mark.get("period_start", ""))
    if period != (asked.period.kind, asked.period.start.isoformat()):
        found.append(fault("wrong_period", found=period_name(*period), wanted=asked.said()))
    if mark.get("version") != str(VERSION):
        found.append(fault("old_template", found=mark.get("version", "?"), wanted=VERSION))
    return found


def unit_name(asked: Form, unit_id: str) -> Text:
    """Return the name of a unit, its id where there is none of that name."""
    rows = queries.records(asked.snapshot, "register/unit", unit=unit_id)
    return Text(rows[0]["name_th"], rows[0]["name_en"]) if rows else Text(unit_id[:40], unit_id[:40])


def period_name(kind: str, start: str) -> Text:
    """Return a period in words, as it is written where it is none."""
    try:
        whole = calendar.containing(kind, date.fromisoformat(start))  # type: ignore[arg-type]
    except (ValueError, KeyError):
        plain = f"{kind}:{start}"[:40]
        return Text(plain, plain)
    return Text(calendar.label(whole, "th"), calendar.label(whole, "en"))


def marked_for(content: bytes) -> tuple[str, str, str] | None:
    """Return the unit, kind and first day of the period that a workbook names itself; raises `Unreadable`."""
    mark = child.read(content)[0].mark
    found = (mark.get("unit", ""), mark.get("period_kind", ""), mark.get("period_start", ""))
    return found if all(found) else None


def report(checked: Checked, lang: Lang) -> list[str]:
    """Return everything that is said of a hand-in, line by line, in one language."""
    said = [books.READ.format(lang, cells=len(checked.cells), converted=len(checked.conversions))]
    said += [
        books.CONVERTED.format(lang, count=count, what=conversion(name).get(lang))
        for name, count in checked.counted().items()
    ]
    for one in checked.faults:
        said.append(f"[{one.rule}] {one.place(lang)}".rstrip())
        said.append(f"    {books.REMARK.format(lang, what=one.what.get(lang), todo=one.todo.get(lang))}")
    grave = sum(one.grave for one in checked.faults)
    return [*said, books.BAD.format(lang, count=grave) if grave else books.GOOD.get(lang)]


__all__ = ["Cell", "Checked", "Conversion", "Fault", "NoForm", "check", "pasted", "typed"]
