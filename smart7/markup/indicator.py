"""The page of one indicator as markup: what it counts, small lines by unit, how it is worked out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from smart7 import calendar, catalog, formats, verdicts
from smart7.figures import Aim, Figure, target_of
from smart7.i18n import Lang, Text
from smart7.markup import cards, panels
from smart7.markup.pieces import Safe, heading, more, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import common
from smart7.words import indicator as words

NEWEST: Final = 12
"""So many figures a telephone shows of all that were ever held true."""


def head(figure: Figure, view: View, snapshot: str) -> str:
    """Return what an indicator counts, and its card."""
    style = f"--s7-card:var(--s7-domain-{figure.domain_id})"
    about = tag("p", figure.about.get(view.lang), "s7-definition", style=style)
    return about + cards.grid([figure], view, snapshot)


def targets(figure: Figure, rows: Sequence[Mapping[str, Any]], view: View) -> str:
    """Return every target of an indicator, the newest of each authority first: whose, how much, when, who says so."""
    newest: list[tuple[Figure, Aim]] = []
    earlier: list[tuple[Figure, Aim]] = []
    for target, aim in map(target_of, rows):
        if aim:
            seen = any(aim.authority == other.authority for _, other in newest)
            (earlier if seen else newest).append((replace(figure, target=target, aim=aim), aim))
    if not newest:
        return ""
    title, note = view.say(words.TARGETS), tag("p", view.say(words.TARGETS_NOTE), "s7-note")
    before = view.say(words.EARLIER_TARGETS, count=len(earlier))
    rest = more(before, targets_table(earlier, before, view)) if earlier else ""
    return heading(title) + note + targets_table(newest, title, view) + rest


def targets_table(held: Sequence[tuple[Figure, Aim]], title: str, view: View) -> str:
    """Return targets as a table."""
    header = [view.say(text) for text in (words.WHOSE, common.TARGET, words.IN_FORCE, common.SOURCE, common.NOTE)]
    return table(header, [target_row(one, aim, view) for one, aim in held], caption=title, sentences=(3, 4))


def target_row(figure: Figure, aim: Aim, view: View) -> list[str]:
    """Return one target as cells."""
    source = anchor(aim.source.title.get(view.lang), view.address("sources", source=aim.source.source_id))
    return [
        formats.raised(verdicts.whose(aim, view.lang)),
        cards.bounds(figure, view).strip(),
        verdicts.dates(aim, view.lang),
        Safe(f"{source} · {tag('span', view.say(common.QUALITY[aim.quality]))}"),
        aim.note.get(view.lang) if aim.note else formats.MISSING,
    ]


def choice(figure: Figure, view: View) -> str:
    """Return how an indicator is called in a list of all: with its domain."""
    return f"{figure.name.get(view.lang)} · {catalog.domain(figure.domain_id).name.get(view.lang)}"


def lines_by_unit(rows: pd.DataFrame, figure: Figure, view: View) -> str:
    """Return small lines of each unit on one scale, and how many units are left out where not all are shown."""
    every, shown = int(rows["units_in_all"].iloc[0]), rows["unit_id"].nunique()
    cut = tag("p", view.say(words.UNITS_CUT, count=every), "s7-note") if every > shown else ""
    return cut + heading(view.say(words.MULTIPLES)) + multiples(rows, figure, view)


def events(rows: list[dict[str, Any]], view: View) -> str:
    """Return what happened around an indicator, '' where nothing is recorded."""
    return heading(view.say(words.EVENTS)) + panels.timeline(rows, view) if rows else ""


def multiples(rows: pd.DataFrame, figure: Figure, view: View) -> str:
    """Return the years of each unit as small lines on one scale."""
    units = rows.groupby("label", sort=False)["value"]
    lines = {str(name): [float(value) for value in values] for name, values in units}
    latest = [
        f"{formats.figure(values[-1], figure.measure, figure.value_kind, figure.decimals, view.lang)}"
        for values in lines.values()
    ]
    return cards.multiples(lines, latest, dashed=bool(rows["is_sample"].any()), domain=figure.domain_id)


def with_years(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Return rows with the year as a language counts it, where they have a place on a time axis."""
    if "at" not in rows:
        return rows
    return rows.assign(year=[str(calendar.counted(int(at), lang)) for at in rows["at"]])


def event_column(rows: pd.DataFrame, events: list[dict[str, Any]]) -> list[str | None]:
    """Return, for each year of a series, the titles of the events that fell into it."""
    titles: dict[int, list[str]] = {}
    for event in events:
        titles.setdefault(event["date"].year, []).append(event["title"])
    return [" · ".join(titles[int(at)]) if int(at) in titles else None for at in rows["at"]]


def newest_rows(rows: Sequence[Mapping[str, Any]], kind: formats.ValueKind, decimals: int, lang: Lang) -> str:
    """Return the newest figures ever held true as a table that stacks, and how many more there are."""
    header = (common.PERIOD, common.VALUE, common.QUALITY_NAME, common.AS_OF, words.KNOWN, words.REPLACED,
              common.SOURCE, common.NOTE)  # fmt: skip
    body = [held_row(row, kind, decimals, lang) for row in rows[:NEWEST]]
    shown = table([name.get(lang) for name in header], body, caption=words.ROWS.get(lang), sentences=(6, 7))
    more_rows = len(rows) - NEWEST
    count = words.ROWS_MORE.get(lang).format(count=formats.number(more_rows, 0, lang))
    return shown + (tag("p", count, "s7-note") if more_rows > 0 else "")


def held_row(row: Mapping[str, Any], kind: formats.ValueKind, decimals: int, lang: Lang) -> list[str]:
    """Return one figure ever held true as cells: what is not known of it leaves its cell empty."""
    about = " · ".join(row[name] for name in ("period", "unit", "part") if row[name])
    measure = Text(row["measure"], row["measure"])
    days = (calendar.format_date(row[name], lang, short=True) if row[name] else ""
            for name in ("as_of", "known_from", "known_to"))  # fmt: skip
    found = (row["url"] or "").startswith("http")
    return [
        about, formats.figure(row["value"], measure, kind, decimals, lang), common.QUALITY[row["quality"]].get(lang),
        *days, anchor(row["source"], row["url"]) if found else row["source"], row["note"] or "",
    ]  # fmt: skip


def definition(figure: Figure, about: Mapping[str, Any], view: View) -> str:
    """Return how an indicator is worked out, owed and coded."""
    weight = about["weight_th"] if view.lang == "th" else about["weight_en"]
    due = view.say(words.DUE_DAYS, days=int(about["due_days"])) if about["due_days"] else view.say(words.NOT_DUE)
    facts = [
        (common.FORMULA, figure.provenance.formula.get(view.lang)),
        (words.DIRECTION, view.say(common.DIRECTIONS[figure.direction])),
        (words.LEVEL, view.say(common.LEVELS[figure.level])),
        (words.FREQUENCY, view.say(common.PERIOD_KINDS[figure.native_kind])),
        (words.HOW_TIME, view.say(common.OVER_TIME[about["over_time"]])),
        (words.HOW_UNITS, view.say(common.OVER_UNITS[about["over_units"]])),
        (words.WEIGHT, weight or ""),
        (words.DUE, due),
        (common.OWNER, figure.provenance.owner.get(view.lang)),
        (common.AIM, ", ".join(view.say(common.AIMS[aim]) for aim in figure.aims)),
        (words.CODES, ", ".join(code_words(code, view) for code in about["codes"])),
    ]
    rows = [[view.say(label), text] for label, text in facts if text]
    title = view.say(words.DEFINITION)
    body = table([view.say(common.NAME), view.say(common.DETAILS)], rows, caption=title)
    return wrap("div", heading(title) + body)


def code_words(code: str, view: View) -> str:
    """Return a framework's code, saying so when it was not checked against the standard."""
    return f"{code[:-1]} {view.say(words.NOT_VERIFIED)}" if code.endswith("?") else code
