"""The sources page: what is known and who holds the rest, each source, the checks, what was left out."""

from collections.abc import Sequence
from typing import Any

from smart7 import calendar, catalog, formats, tally
from smart7.figures import Figure
from smart7.markup.pieces import heading, more, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import common
from smart7.words import sources as words
from smart7.words import units as unit_words


def coverage(rows: list[dict[str, Any]], found: Sequence[Figure], view: View) -> str:
    """Return what is published, what is missing and who holds it, a table to a domain."""
    every = tally.published(found)
    line = view.say(words.COVERAGE_LINE, known=every.known, total=every.total, missing=every.waiting)
    parts = [heading(view.say(words.COVERAGE)), tag("p", line, "s7-value")]
    header = [common.INDICATOR, words.PUBLISHED, words.LATEST, words.SAMPLE, words.HOLDER, words.REGISTER]
    for domain in catalog.DOMAINS:
        own = [row for row in rows if row["domain_id"] == domain.id]
        body = [coverage_row(row, view) for row in own]
        counted = tally.published(f for f in found if f.domain_id == domain.id)
        summary = f"{domain.name.get(view.lang)} ({counted.known}/{counted.total})"
        parts.append(more(summary, table([view.say(h) for h in header], body, caption=summary, numbers=(1, 3))))
    return "".join(parts)


def coverage_row(row: dict[str, Any], view: View) -> list[str]:
    """Return one indicator's row."""
    published = formats.number(row["published"], 0, view.lang) if row["published"] else view.say(common.NO_DATA)
    latest = calendar.format_date(row["latest"], view.lang, short=True) if row["latest"] else formats.MISSING
    sample = formats.number(row["sample"], 0, view.lang) if row["sample"] else formats.MISSING
    name = anchor(row["indicator"], view.address("indicator", id=row["indicator_id"]))
    return [name, published, latest, sample, row["owner"], row["register"] or formats.MISSING]


def sources(rows: list[dict[str, Any]], asked: str, view: View) -> str:
    """Return each source with licence, day, confidence and what uses it; open, the asked one first, if one is."""
    title = view.say(words.SOURCES, count=len(rows))
    ordered = sorted(rows, key=lambda row: row["source_id"] != asked)
    listed = wrap("ul", "".join(source(row, view) for row in ordered), "s7-sources")
    return more(title, listed, opened=bool(asked))


def source(row: dict[str, Any], view: View) -> str:
    """Return one source as a list item."""
    confidence = view.say(unit_words.CONFIDENCE[row["confidence"]])
    bulk = view.say(words.BULK_YES if row["bulk"] else words.BULK_NO)
    facts = [f"{row['publisher']} · {view.say(common.AS_OF)} {as_written(row['as_of'], view)} · {confidence}"]
    facts += [f"{view.say(common.LICENCE)}: {row['licence']} · {view.say(words.BULK)}: {bulk}"]
    facts += [f"{view.say(words.USED)}: {uses(row, view)}", row["note"] or "", row["url"] or ""]
    return wrap("li", tag("strong", row["title"]) + "".join(tag("p", fact) for fact in facts if fact))


def uses(row: dict[str, Any], view: View) -> str:
    """Return what uses a source."""
    used = []
    if row["figures"]:
        used.append(view.say(words.USED_BY, figures=row["figures"], indicators=row["indicators"]))
    if row["others"]:
        used.append(view.say(words.USED_OTHER, count=row["others"]))
    return " · ".join(used) or formats.MISSING


def as_written(text: str | None, view: View) -> str:
    """Return a source's day as people read it; what is no full date stays as the source has it."""
    if not text:
        return formats.MISSING
    try:
        return calendar.format_date(calendar.parse_day(text), view.lang, short=True)
    except ValueError:
        year = text if view.lang == "en" or not text.isdecimal() else str(calendar.to_be_year(int(text)))
        return year


def checks(rows: list[dict[str, Any]], view: View) -> str:
    """Return the quality checks and their results."""
    body = [
        [
            row["title"],
            view.say(words.FAILED, count=row["faults"]) if row["faults"] else view.say(words.PASSED),
        ]
        for row in rows
    ]
    title = view.say(words.CHECKS)
    return heading(title) + table([view.say(words.CHECK), view.say(words.RESULT)], body, caption=title)


def not_used(rows: list[dict[str, Any]], view: View) -> str:
    """Return the public facts that were left out."""
    if not rows:
        return ""
    body = [
        [
            row["fact"],
            catalog.domain(row["domain_id"]).name.get(view.lang),
            fact_year(row["year"], view),
            row["reason"],
        ]
        for row in rows
    ]
    header = [view.say(h) for h in (words.FACT, common.DOMAIN, words.YEAR, words.REASON)]
    return more(view.say(words.NOT_USED), table(header, body, caption=view.say(words.NOT_USED)))


def fact_year(year: str | None, view: View) -> str:
    """Return a year as a language counts it."""
    return str(view.counted(int(year))) if year and year.isdecimal() else year or formats.MISSING
