"""A verdict and a target in words: how a figure stands, for today or for its own period, and whose target it is."""

from datetime import date, timedelta
from typing import Final

from smart7 import calendar, catalog, formats
from smart7.calendar import Period
from smart7.figures import Aim
from smart7.i18n import Lang
from smart7.metrics import Status
from smart7.words import common
from smart7.words import verdicts as words

A_YEAR: Final = timedelta(days=366)


def said(status: Status, period: Period | None, lang: Lang) -> str:
    """Return how a figure stands: the verdict, when it is not of today the period it is of, or why there is none."""
    if status.judgement == "none":
        return common.REASONS[status.reason].get(lang)
    word = common.STATUS[status.judgement].get(lang)
    return words.THEN.format(lang, status=word, when=when(period, lang)) if status.then and period else word


def when(period: Period, lang: Lang) -> str:
    """Return a period as the time in which something was so."""
    return words.WHEN[period.kind].format(lang, period=calendar.label(period, lang, short=True))


def whose(aim: Aim, lang: Lang) -> str:
    """Return whose target it is; one that is made up says so."""
    return (words.SAMPLE if aim.quality == "sample" else catalog.AUTHORITIES[aim.authority]).get(lang)


def named(authority: str, lang: Lang) -> str:
    """Return an authority as it stands in lists."""
    return formats.raised(catalog.AUTHORITIES[authority].get(lang))


def years(aim: Aim, lang: Lang) -> str:
    """Return since when a target is in force, or its years where it has more than one; '' for one of a single year."""
    if aim.until is None:
        return words.SINCE.format(lang, year=year(aim.since, lang))
    if aim.until - aim.since <= A_YEAR:
        return ""
    return words.FROM_TO.format(lang, first=year(aim.since, lang), last=year(aim.until, lang))


def year(day: date, lang: Lang) -> str:
    """Return the fiscal year that begins or ends on a day, else the calendar year it lies in."""
    fiscal = calendar.containing("fiscal_year", day)
    kind: calendar.PeriodKind = "fiscal_year" if day in (fiscal.start, fiscal.end) else "calendar_year"
    return calendar.label(calendar.containing(kind, day), lang, short=True)


def dates(aim: Aim, lang: Lang) -> str:
    """Return the days between which a target is in force."""
    first = calendar.format_date(aim.since, lang, short=True)
    if aim.until is None:
        return words.SINCE_DAY.format(lang, day=first)
    return f"{first} – {calendar.format_date(aim.until, lang, short=True)}"
