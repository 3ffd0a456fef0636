"""What the blanks of a question about what happened offer, and what the ids in its answer are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, cast

from smart7 import calendar, formats, queries
from smart7.i18n import Lang, Text
from smart7.questions.happened import lines
from smart7.questions.happened.asked import AREAS, DAY_TYPES, KINDS, PERIODS, Happened
from smart7.questions.link import period_of, slug_of
from smart7.words import crashes, days
from smart7.words import happened as happened_words
from smart7.words import happened_asked as words
from smart7.words import service as service_words

SEASONS: Final = ("cool", "hot", "rainy")
LAST: Final = ("outside", "far", "elsewhere", "unplaced", "other", "unknown", "")
"""What says least, in this order after everything else."""
FIXED: Final[Mapping[str, Mapping[str, Text]]] = {
    "season": days.SEASONS, "area": crashes.AREAS, "cause": happened_words.CAUSES, "vehicle": happened_words.VEHICLES,
    "school": words.SCHOOL, "basis": words.BASES, "day_type": service_words.TYPES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """One value of a blank: its slug, its name, how much it holds, from when to when."""

    slug: str
    name: str
    count: int
    first_day: date
    last_day: date


@lru_cache(maxsize=8)
def offers(snapshot_id: str, lang: Lang) -> dict[str, list[Offer]]:
    """Return what there is to ask for by blank, those with most first."""
    found: dict[str, list[Offer]] = {}
    for row in queries.records(snapshot_id, "explore/happened", lang=lang):
        days_of = (calendar.as_day(row[name]) for name in ("first_day", "last_day"))
        found.setdefault(row["blank"], []).append(Offer(row["slug"], row["name"], row["count"], *days_of))
    return found


@lru_cache(maxsize=32)
def stations(snapshot_id: str, indicator: str, lang: Lang) -> dict[str, Offer]:
    """Return where days of an indicator were measured: the city's own stations first, then those with most days."""
    rows = queries.records(snapshot_id, "days/units", indicator=indicator, until=date.max, lang=lang)
    return {
        row["unit_id"]: Offer(row["unit_id"], row["name"], row["days"], row["first_day"], row["last_day"])
        for row in rows
    }


@lru_cache(maxsize=8)
def remarks(snapshot_id: str, lang: Lang) -> dict[str, str]:
    """Return what is remarked of the sources of accidents and days, by source."""
    found = queries.records(snapshot_id, "explore/remarks", lang=lang)
    return {row["source_id"]: row["remark"] for row in found}


def kinds(snapshot_id: str) -> tuple[str, ...]:
    """Return the kinds of question that have anything to be asked about."""
    there = slugs(offers(snapshot_id, "th").get("what", ()))
    return tuple(kind for kind in KINDS if kind in there)


def deadly(snapshot_id: str) -> bool:
    """Return whether the record holds only accidents in which somebody died."""
    known = offers(snapshot_id, "th")
    every = sum(one.count for one in known.get("what", []) if one.slug == "accidents")
    return every == sum(one.count for one in known.get("fatal", []))


def filled(snapshot_id: str, question: Happened) -> Happened:
    """Return a question about days with the indicator of most days where it names none."""
    known = offers(snapshot_id, "th").get("indicators", [])
    return (
        question.with_(indicator=known[0].slug)
        if question.what == "days" and not question.indicator and known
        else question
    )


def places(snapshot_id: str, question: Happened, lang: Lang) -> dict[str, Offer]:
    """Return where something happened: areas and tambons, stations of the indicator, or lines and their directions."""
    if question.what == "days":
        return stations(snapshot_id, question.indicator, lang)
    if question.what == "service":
        found = lines.known(snapshot_id, lang).items()
        return {slug: Offer(slug, row["name"], row["days"], row["first_day"], row["last_day"]) for slug, row in found}
    return {one.slug: one for blank in ("areas", "tambons") for one in offers(snapshot_id, lang).get(blank, [])}


def without_unknown(snapshot_id: str, question: Happened) -> tuple[Happened, list[tuple[str, str]]]:
    """Return a question without what is not there, and what that was, as (parameter of the link, value)."""
    known = offers(snapshot_id, "th")
    refused = []
    if question.indicator and question.indicator not in slugs(known.get("indicators", ())):
        refused.append(("show", question.indicator))
        question = question.with_(indicator="")
    if question.cause and question.cause not in slugs(known.get("causes", ())):
        refused.append(("cause", question.cause))
        question = question.with_(cause="")
    question = filled(snapshot_id, question)
    there = {*places(snapshot_id, question, "th"), *(AREAS if question.what == "accidents" else ())}
    refused += [("of", one) for one in question.places if one not in there]
    return question.with_(places=tuple(one for one in question.places if one in there)), refused


def slugs(found: Iterable[Offer]) -> set[str]:
    """Return the slugs of what is offered."""
    return {one.slug for one in found}


def times(snapshot_id: str, question: Happened, lang: Lang) -> dict[str, str]:
    """Return the fiscal years, quarters and months between the first and the last day on record, newest first."""
    (whole,) = [one for one in offers(snapshot_id, lang)["what"] if one.slug == question.what]
    found: dict[str, str] = {}
    for kind in cast("tuple[calendar.PeriodKind, ...]", ("fiscal_year", "quarter", "month")):
        period = calendar.containing(kind, whole.last_day)
        while period.end >= whole.first_day:
            found[slug_of(period)] = calendar.label(period, lang, short=lang == "en")
            period = calendar.previous(period)
    return found


def label(snapshot_id: str, question: Happened, dimension: str, slug: str, lang: Lang) -> str:
    """Return what one value of a dimension is called."""
    if dimension in (*PERIODS, "day"):
        return calendar.label(period_of(slug), lang, short=True)
    if dimension == "month_of_year":
        return calendar.MONTHS[int(slug) - 1].get(lang)
    if not slug:
        return words.UNSAID.get(lang)
    if dimension == "hour":
        return words.AN_HOUR.format(lang, hour=f"{int(slug) % 24:02d}")
    if dimension in FIXED:
        return FIXED[dimension].get(slug, Text(slug, slug)).get(lang)
    if dimension == "stop":
        return lines.stops(snapshot_id, question.places, lang).get(slug, slug)
    return place(snapshot_id, question, slug, lang)


def place(snapshot_id: str, question: Happened, slug: str, lang: Lang) -> str:
    """Return what an area, a tambon, a station, a line or a direction is called."""
    if slug == "outside":
        return words.OUTSIDE.get(lang)
    if slug in crashes.AREAS:
        return crashes.AREAS[slug].get(lang)
    known = places(snapshot_id, question, lang)
    return known[slug].name if slug in known else slug


def short(snapshot_id: str, question: Happened, dimension: str, slug: str, lang: Lang) -> str:
    """Return what one value is called where there is little room: a line by its number alone."""
    known = lines.known(snapshot_id, lang) if dimension == "line" else {}
    return (
        formats.raised(known[slug]["short"]) if slug in known else label(snapshot_id, question, dimension, slug, lang)
    )


def span(snapshot_id: str, question: Happened) -> tuple[date, date]:
    """Return the first and the last day of the record that a question asks for."""
    (whole,) = [one for one in offers(snapshot_id, "th")["what"] if one.slug == question.what]
    first = max(whole.first_day, question.start or whole.first_day)
    return first, max(first, min(whole.last_day, question.end or whole.last_day))


def in_order(dimension: str, found: Mapping[str, float], question: Happened, days: tuple[date, date]) -> list[str]:
    """Return the values of a dimension in their order, with every time and hour that is asked for.

    `found` holds how much each has; what has no order of its own is ordered by that. Of accidents a time without any is
    nought, as far as the record reaches from the first to the last of `days`. Of service only times with days are
    there, as years may lie between them.
    """
    if dimension in (*PERIODS, "day") and question.what == "service":
        return sorted(found)
    if dimension in PERIODS:
        known = [period_of(slug) for slug in (min(found), max(found))]
        return every_period(dimension, days if question.what == "accidents" else (known[0].start, known[1].end))
    if dimension == "month_of_year":
        asked = {period_of(slug).start.month for slug in every_period("month", days)}
        return [f"{month:02d}" for month in range(1, 13) if month in asked or f"{month:02d}" in found]
    fixed = {"season": SEASONS, "area": AREAS, "day_type": DAY_TYPES, "basis": tuple(words.BASES)}
    if dimension in fixed:
        return [one for one in fixed[dimension] if one in found]
    if dimension == "hour" and question.what == "service":
        return sorted(found, key=int)  # those after midnight come last
    if dimension == "hour":
        first, last = (int(hour) for hour in (question.hours or "0-23").split("-"))
        return [*(str(hour) for hour in range(first, last + 1)), *(("",) if "" in found else ())]
    rank = {slug: n for n, slug in enumerate(LAST)}
    return sorted(found, key=lambda slug: (rank.get(slug, -1), -found[slug], slug))


def every_period(kind: str, days: tuple[date, date]) -> list[str]:
    """Return the periods of a kind from the one of the first day to that of the last."""
    period, last = (calendar.containing(cast("calendar.PeriodKind", kind), day) for day in days)
    every = [period]
    while every[-1] < last:
        every.append(calendar.following(every[-1]))
    return [slug_of(one) for one in every]
