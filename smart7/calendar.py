"""The Thai calendar: fiscal and academic years, quarters and the Buddhist era, used nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final, Literal, get_args

from smart7.i18n import Lang, Text

PeriodKind = Literal["month", "quarter", "fiscal_year", "calendar_year", "academic_year", "date", "span"]

KINDS: Final[tuple[PeriodKind, ...]] = get_args(PeriodKind)
HERE: Final = timezone(timedelta(hours=7))  # the clock of the municipality, all year
ERA_OFFSET: Final = 543
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
FISCAL_FIRST_MONTH: Final = 10
ACADEMIC_FIRST_DAY: Final = (5, 16)  # month, day

# Years from here on can only be Buddhist: no record is dated 2400 CE, and 2400 BE is 1857.
_FIRST_BUDDHIST = 2400
_RULES: Final[dict[str, tuple[int, int, int, str]]] = {  # months, first month, first day, where it starts
    "month": (1, 1, 1, "the first day of a month"),
    "quarter": (3, FISCAL_FIRST_MONTH, 1, "1 October, 1 January, 1 April or 1 July"),
    "fiscal_year": (12, FISCAL_FIRST_MONTH, 1, "1 October"),
    "calendar_year": (12, 1, 1, "1 January"),
    "academic_year": (12, *ACADEMIC_FIRST_DAY, "16 May"),
}


def _texts(pairs: str) -> tuple[Text, ...]:
    """Return the texts of a list written as ``Thai English, Thai English``."""
    return tuple(Text(*pair.split()) for pair in pairs.split(","))


MONTHS: Final = _texts(
    "มกราคม January, กุมภาพันธ์ February, มีนาคม March, เมษายน April, พฤษภาคม May, มิถุนายน June, "
    "กรกฎาคม July, สิงหาคม August, กันยายน September, ตุลาคม October, พฤศจิกายน November, ธันวาคม December"
)
MONTHS_SHORT: Final = _texts(
    "ม.ค. Jan, ก.พ. Feb, มี.ค. Mar, เม.ย. Apr, พ.ค. May, มิ.ย. Jun, "
    "ก.ค. Jul, ส.ค. Aug, ก.ย. Sep, ต.ค. Oct, พ.ย. Nov, ธ.ค. Dec"
)
# Sunday first, as charts expect.
DAYS: Final = _texts(
    "อาทิตย์ Sunday, จันทร์ Monday, อังคาร Tuesday, พุธ Wednesday, พฤหัสบดี Thursday, ศุกร์ Friday, เสาร์ Saturday"
)
DAYS_SHORT: Final = _texts("อา. Sun, จ. Mon, อ. Tue, พ. Wed, พฤ. Thu, ศ. Fri, ส. Sat")

# Thai digits need no conversion: both \d and int() read them.
_DAY_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})"),
)


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """Name a stretch of days, both ends included; periods of one kind sort by time."""

    kind: PeriodKind
    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            raise ValueError(f"A period cannot end ({self.end}) before it starts ({self.start}).")


def day_here(moment: datetime) -> date:
    """Return the day of the municipality's calendar on which a moment lies; moments are kept in UTC."""
    return moment.astimezone(HERE).date()


def to_ce_year(year: int) -> int:
    """Return a year in CE, whether it was given in CE or in the Buddhist era."""
    return year - ERA_OFFSET if year >= _FIRST_BUDDHIST else year


def to_be_year(year: int) -> int:
    """Return a CE year in the Buddhist era."""
    return year + ERA_OFFSET


def counted(year: int, lang: Lang) -> int:
    """Return a CE year as a language counts it."""
    return to_be_year(year) if lang == "th" else year


def as_day(when: date) -> date:
    """Return a day without the time and the kind it came with, as rows of a frame have them."""
    return date(when.year, when.month, when.day)


def as_year(day: date) -> float:
    """Return where a day stands on an axis of years (CE): its year, and how much of it is over."""
    return day.year + (day.timetuple().tm_yday - 1) / 366


def fiscal_year_of(day: date) -> int:
    """Return the CE year in which the fiscal year of a day ends."""
    return day.year + (day.month >= FISCAL_FIRST_MONTH)


def fiscal_quarter_of(day: date) -> int:
    """Return the quarter of the fiscal year (1 starts in October) a day falls in."""
    return (day.month - FISCAL_FIRST_MONTH) % 12 // 3 + 1


def period(kind: PeriodKind, start: date, end: date | None = None) -> Period:
    """Return the period of a kind that starts on a day.

    Raises ValueError when no such period starts there, when ``end`` is not the end the kind gives,
    or when a span has no end or is exactly a period of another kind.
    """
    if kind == "span":
        return _span(start, end)
    found = containing(kind, start)
    if found.start != start:
        raise ValueError(f"A {_name(kind)} starts on {_RULES[kind][3]}, not on {start}.")
    if end is not None and end != found.end:
        raise ValueError(f"The {_name(kind)} from {start} ends on {found.end}, not on {end}.")
    return found


def containing(kind: PeriodKind, day: date) -> Period:
    """Return the period of a kind that a day falls in (ValueError for a span: no calendar fixes it)."""
    if kind == "date":
        return Period(kind, day, day)
    if kind not in _RULES:
        raise ValueError(f"No calendar fixes where a {_name(kind)} begins; give its first and last day.")
    months, first_month, first_day, _ = _RULES[kind]
    offset = timedelta(days=first_day - 1)
    month = (day - offset).replace(day=1)
    start = _add_months(month, -((month.month - first_month) % months)) + offset
    return Period(kind, start, _add_months(start, months) - timedelta(days=1))


def previous(p: Period) -> Period:
    """Return the period of the same kind just before; for a span, the same days of an earlier year."""
    return _moved(p, -1)


def following(p: Period) -> Period:
    """Return the period of the same kind just after; for a span, the same days of a later year."""
    return _moved(p, 1)


def last_complete(kind: PeriodKind, day: date) -> Period:
    """Return the latest period of a kind that ended on or before a day."""
    current = containing(kind, day)
    return current if current.end <= day else previous(current)


def year_kind(kind: PeriodKind) -> PeriodKind:
    """Return the kind of year a kind adds up to: months and quarters belong to the fiscal year."""
    return "fiscal_year" if kind in ("month", "quarter") else kind


def label(p: Period, lang: Lang, short: bool = False) -> str:
    """Return the name of a period, in the Buddhist era in Thai and CE in English."""
    if p.kind == "date":
        return format_date(p.start, lang, short)
    if p.kind == "span":
        return _span_label(p, lang, short)
    first, last = (f"{MONTHS_SHORT[day.month - 1].en} {day.year}" for day in (p.start, p.end))
    return _LABELS[p.kind][short].format(
        lang,
        month=MONTHS[p.start.month - 1].get(lang),
        brief_month=MONTHS_SHORT[p.start.month - 1].get(lang),
        ce=p.start.year,
        be=to_be_year(p.start.year),
        be2=to_be_year(p.start.year) % 100,
        quarter=fiscal_quarter_of(p.start),
        fiscal=fiscal_year_of(p.start),
        fiscal_be=to_be_year(fiscal_year_of(p.start)),
        first=first,
        last=last,
    )


def format_date(day: date, lang: Lang, short: bool = False) -> str:
    """Return a day with its month in words."""
    return " ".join(_date_words(day, lang, MONTHS_SHORT if short else MONTHS, short))


def parse_day(text: str) -> date:
    """Read a day typed as 2025-09-30, 30/09/2025, 30/09/2568 or in Thai digits.

    Raises ValueError when the text is not such a day, or its year is outside 1900 to 2100 CE.
    """
    found = next((match for form in _DAY_FORMS if (match := form.fullmatch(text.strip()))), None)
    if found is None:
        raise ValueError(f"{text!r} is not a date; write it as 2025-09-30 or 30/09/2568.")
    # The year is converted first: 29/02/2567 is 29 February 2024, and 2567 CE has no such day.
    year = to_ce_year(int(found["year"]))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"The year of {text!r} is {year} CE; it must be from {FIRST_YEAR} to {LAST_YEAR}.")
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError as error:
        raise ValueError(f"{text!r} is not a day of the calendar: {error}.") from error


_LABELS: Final[dict[str, tuple[Text, Text]]] = {  # full, short
    "month": (Text("{month} {be}", "{month} {ce}"), Text("{brief_month} {be2:02}", "{brief_month} {ce}")),
    "quarter": (
        Text(
            "ไตรมาส {quarter} ปีงบประมาณ {fiscal_be}",
            "Quarter {quarter}, fiscal year {fiscal} ({first:.3} – {last})",
        ),
        Text("ไตรมาส {quarter}/{fiscal_be}", "Q{quarter} FY{fiscal}"),
    ),
    "fiscal_year": (
        Text("ปีงบประมาณ {fiscal_be}", "Fiscal year {fiscal} ({first} – {last})"),
        Text("ปีงบ {fiscal_be}", "FY{fiscal}"),
    ),
    "calendar_year": (Text("ปีปฏิทิน {be}", "Calendar year {ce}"), Text("ปี {be}", "{ce}")),
    "academic_year": (
        Text("ปีการศึกษา {be}", "Academic year {ce} ({first} – {last})"),
        Text("ปีการศึกษา {be2:02}", "AY{ce}"),
    ),
}


def _span_label(p: Period, lang: Lang, short: bool) -> str:
    """Return first and last day of a span, naming a month or year both share once."""
    first, last = (_date_words(day, lang, MONTHS_SHORT, short) for day in (p.start, p.end))
    shared = 0 if first[2] != last[2] else 1 if first[1] != last[1] else 2
    return f"{' '.join(first[: 3 - shared])} – {' '.join(last)}"


def _date_words(day: date, lang: Lang, months: tuple[Text, ...], short: bool) -> list[str]:
    """Return day, month and year; a short Thai year has two figures, as Thai dates are written."""
    year = f"{day.year}" if lang == "en" else f"{to_be_year(day.year) % (100 if short else 10_000):02}"
    return [str(day.day), months[day.month - 1].get(lang), year]


def _name(kind: PeriodKind) -> str:
    """Return a kind in words."""
    return kind.replace("_", " ")


def _span(start: date, end: date | None) -> Period:
    """Return a span, refusing one that a better kind names."""
    if end is None:
        raise ValueError(f"A span needs an end; the one from {start} has none.")
    for kind in KINDS:
        if kind != "span" and containing(kind, start) == Period(kind, start, end):
            raise ValueError(f"{start} to {end} is a {_name(kind)}, not a span.")
    return Period("span", start, end)


def _add_months(day: date, months: int) -> date:
    """Return the same day of a later month; callers pass days every month has."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)


def _moved(p: Period, step: int) -> Period:
    """Return the period one step before (-1) or after (1)."""
    if p.kind == "span":
        # As many years as keep the two apart: part years compare with the same part of another year.
        years = p.end.year - p.start.year + ((p.end.month, p.end.day) >= (p.start.month, p.start.day))
        return _years_away(p, step * years)
    edge = p.end if step > 0 else p.start
    return containing(p.kind, edge + timedelta(days=step))


def _years_away(p: Period, years: int) -> Period:
    """Return the same days of another year; a span that ends with February keeps doing so."""
    ends_february = p.kind == "span" and (p.end + timedelta(days=1)).replace(year=2000) == date(2000, 3, 1)
    end = date(p.end.year + years, 3, 1) - timedelta(days=1) if ends_february else _in_year(p.end, years)
    return Period(p.kind, _in_year(p.start, years), end)


def _in_year(day: date, years: int) -> date:
    """Return the same day some years away; 29 February becomes 28 February."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)
