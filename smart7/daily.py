"""Days and hours of an indicator as panels, one group to a station; nothing for an indicator without days."""

from dataclasses import dataclass, replace
from typing import Any, Final

from smart7 import parts, queries, reading
from smart7.figures import records
from smart7.kept import kept
from smart7.markup import days as markup
from smart7.markup.pieces import heading, link, tag, wrap
from smart7.parts import Panel
from smart7.reading import Asked, asked
from smart7.view import View
from smart7.words import days as words

MOST: Final = 2
"""Stations that are drawn; more are named."""
OPEN: Final = ("calendar", "over")
LATER: Final = ("seasons", "hours", "months", "shape")
LEAST: Final = {"months": 2, "shape": 3}
"""Rows below which a chart says nothing."""

YEARS: Final = 2
"""One year alone has no shape to be compared with."""


@dataclass(frozen=True, slots=True)
class Station:
    """What is shown of one station: words, charts at once, charts on demand."""

    unit_id: str
    above: str
    open: tuple[Panel, ...]
    label: str
    later: tuple[Panel, ...]
    below: str


@kept(400)
def stations(snapshot: str, indicator_id: str, view: View) -> list[Station]:
    """Return the stations at which days of an indicator were measured, those with most days first."""
    if not reading.indicators(snapshot)[indicator_id]["has_days"]:
        return []
    wanted = asked(indicator=indicator_id, until=view.until, lang=view.lang)
    found = reading.records(snapshot, "days/units", wanted)
    if not found:
        return []
    standards = reading.records(snapshot, "days/standards", asked(indicator=indicator_id, lang=view.lang))
    shown = ([row for row in found if row["home"]] or found)[:MOST]
    rest = markup.others([row for row in found if row not in shown], view)
    return [station(snapshot, indicator_id, row, standards, rest if row is shown[-1] else "", view) for row in shown]


def station(
    snapshot: str, indicator_id: str, row: dict[str, Any], standards: list[dict[str, Any]], below: str, view: View
) -> Station:
    """Return what is shown of one station, with what stands below it."""
    now, later = (
        tuple(made for name in names if (made := panel(snapshot, indicator_id, row, name, view)) is not None)
        for names in (OPEN, LATER)
    )
    above, label = markup.head(row, standards, view), markup.label(words.MORE, row, view)
    return Station(row["unit_id"], above, now, label, later, below)


def panel(snapshot: str, indicator_id: str, row: dict[str, Any], name: str, view: View) -> Panel | None:
    """Return one chart of a station, None where it would say nothing."""
    query = queries.get(f"days/{name}")
    given = {"indicator": indicator_id, "unit": row["unit_id"], "until": view.until, "lang": view.lang}
    parameters = asked(**{key: given[key] for key in query.params})
    rows = held(snapshot, query.name, parameters)
    alone = name == "shape" and max((row["years"] for row in rows), default=0) < YEARS
    if len(rows) < LEAST.get(name, 1) or alone or query.title is None:
        return None
    title, said = query.title.get(view.lang), markup.summary(name, rows, view)
    below = tag("p", said, "s7-note") + markup.credit(row, rows[0].get("measure") or "", view)
    below += markup.numbers(name, rows, title, view)
    alt = markup.alternative(title, row, said, view)
    return Panel(query.name, parameters, heading(title, 3), alt, below, drawn=True)


def held(snapshot: str, name: str, parameters: Asked) -> list[dict[str, Any]]:
    """Return the rows of a chart as records, from the frame it is drawn from: nothing is asked twice."""
    return records(reading.rows(snapshot, name, parameters))


def panels(snapshot: str, indicator_id: str, view: View) -> list[parts.Panel]:
    """Return the charts that stand open on the page of an indicator."""
    return [one for each in stations(snapshot, indicator_id, view) for one in each.open]


@kept(400)
def page_panels(snapshot: str, page_id: str, view: View) -> list[Panel]:
    """Return the panels of a page: one for each query file, then days over the standard where days are measured."""
    measured = reading.records(snapshot, "days/indicators", asked(domain=page_id, until=view.until))
    leads = [one for row in measured for one in lead(snapshot, row["indicator_id"], row[f"name_{view.lang}"], view)]
    return [*parts.page_panels(snapshot, page_id, view), *leads]


def lead(snapshot: str, indicator_id: str, name: str, view: View) -> list[Panel]:
    """Return what a page shows of the days of an indicator: those of its first station, with the way to all days."""
    wanted = asked(indicator=indicator_id, until=view.until, lang=view.lang)
    own = [row for row in reading.records(snapshot, "days/units", wanted) if row["home"]]
    made = [panel(snapshot, indicator_id, own[0], one, view) for one in OPEN] if own else []
    return [led(snapshot, one, f"{name}, {own[0]['name']}", indicator_id, view) for one in made if one is not None]


def led(snapshot: str, panel: Panel, about: str, indicator_id: str, view: View) -> Panel:
    """Return a chart of days as it stands on another page: named in full, with what it says and the way to the rest."""
    title = queries.get(panel.name).title
    said = f"{title.get(view.lang)}: {about}" if title else about
    finding = markup.finding(panel.name, held(snapshot, panel.name, panel.parameters), view)
    way = wrap("p", link(view.say(words.ALL_DAYS), view.address("indicator", id=indicator_id)), "s7-line")
    return replace(panel, above=heading(said) + tag("p", finding, "s7-says"), below=panel.below + way)
