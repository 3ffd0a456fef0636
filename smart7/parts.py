"""The parts pages are made of, each made once for all who look at the same: by the first of them, or before anybody.

The live page and the first answer of the server show the same parts. Nothing here knows Streamlit.
"""

from dataclasses import dataclass
from typing import Any

from smart7 import catalog, charts, drawn, figures, queries, reading, telling
from smart7.figures import Figure
from smart7.i18n import Lang
from smart7.kept import kept, kept_as_sent
from smart7.ledger import book, meetings
from smart7.markup import agendas as agenda_markup
from smart7.markup import beside as beside_markup
from smart7.markup import indicator as indicator_markup
from smart7.markup import indicators, panels, pictures, sources, units
from smart7.markup.pieces import heading, tag
from smart7.meetings import agenda as agendas
from smart7.meetings import ready
from smart7.meetings.agenda import Agenda
from smart7.reading import Asked, asked
from smart7.view import View
from smart7.words import indicator as indicator_words
from smart7.words import panels as words


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled chart: what stands above and below it, and what it is drawn from (None where nothing is drawn)."""

    name: str
    parameters: Asked
    above: str
    alt: str
    below: str
    drawn: bool

    def spec(self, snapshot: str, lang: Lang, dark: bool) -> charts.Spec:
        """Return the specification of the chart."""
        return drawn.spec(snapshot, self.name, self.parameters, lang, dark)

    def packed(self, snapshot: str, lang: Lang, dark: bool) -> charts.Packed:
        """Return the chart as it is sent to a browser."""
        return drawn.packed(snapshot, self.name, self.parameters, lang, dark)


@kept_as_sent(16_000_000, len)
def domain_body(snapshot: str, domain_id: str, view: View, form: str = indicators.LIST) -> str:
    """Return the indicators of a domain: its sentence, those that lead, the rest as a list or all as cards."""
    found = reading.headline_figures(snapshot, domain_id, view.until, view.sample)
    told = telling.leading(found, view.until)
    lead = indicators.lead(catalog.domain(domain_id), found, told, view)
    if form == indicators.CARDS:
        return lead + indicators.sections(domain_id, found, view, snapshot)
    wanted = asked(indicators="~".join(f.indicator_id for f in told), lang=view.lang, until=view.until)
    rows = reading.records(snapshot, "domain/leading", wanted) if told else []
    return lead + indicators.leading(domain_id, found, told, rows, view, snapshot)


@kept_as_sent(400)
def unit_body(snapshot: str, unit_id: str, view: View) -> str:
    """Return what is known of a unit, its cards and what it owes."""
    unit = unit_list(snapshot, view, unit_id)[unit_id]
    own = reading.unit_figures(snapshot, unit_id, view.until)
    owned: tuple[Figure, ...] = ()
    if unit["kind"] == "division":  # those it owns are not all measured by division
        found = reading.headline_figures(snapshot, "", view.until, view.sample)
        owned = tuple(f for f in found if f.owner == unit_id and f.level != "division")
    people = reading.records(snapshot, "people/communities")
    return units.body(unit, own, owned, people, view, snapshot)


def unit_list(snapshot: str, view: View, wanted: str) -> dict[str, dict[str, Any]]:
    """Return the units that can be chosen, by id; a wanted one is among them where it exists."""
    parameters = asked(lang=view.lang, sample=view.sample, unit=wanted)
    return {row["unit_id"]: row for row in reading.records(snapshot, "units/list", parameters)}


@kept_as_sent(40)
def sources_coverage(snapshot: str, view: View) -> str:
    """Return what is published and what is missing."""
    rows = reading.records(snapshot, "sources/coverage", asked(lang=view.lang))
    return sources.coverage(rows, reading.newest_figures(snapshot), view)


def source_list(snapshot: str, view: View) -> list[dict[str, Any]]:
    """Return every source."""
    return reading.records(snapshot, "sources/sources", asked(lang=view.lang))


@kept_as_sent(200)
def sources_body(snapshot: str, wanted: str, view: View) -> str:
    """Return every source, an asked one first and open, the checks, and what was left out."""
    checks = reading.records(snapshot, "sources/checks", asked(lang=view.lang))
    left_out = reading.records(snapshot, "sources/not_used", asked(lang=view.lang))
    listed = sources.sources(source_list(snapshot, view), wanted, view)
    return listed + sources.checks(checks, view) + sources.not_used(left_out, view)


def page_panels(snapshot: str, page_id: str, view: View) -> list[Panel]:
    """Return the panels of a page, one for each query file that declares a chart."""
    return [panel(snapshot, query.name, view) for query in queries.panels(page_id)]


@kept(1200)
def panel(snapshot: str, name: str, view: View) -> Panel:
    """Return one panel of a page: title, what it says, where it comes from, and its numbers as a table."""
    query = queries.get(name)
    standing = {"lang": view.lang, "until": view.until, "sample": view.sample}
    parameters = asked(**{key: value for key, value in standing.items() if key in query.params})
    rows = reading.rows(snapshot, name, parameters)
    title = query.title.get(view.lang) if query.title else query.name
    above = heading(title)
    if rows.empty:
        why = words.NOT_YET if view.sample else words.NO_PUBLISHED
        note = tag("p", view.say(words.NOTHING, why=view.say(why)), "s7-note")
        return Panel(name, parameters, above, "", note, drawn=False)
    told = drawn.shown(snapshot, name, parameters, view.lang)
    held = panels.figures_of(told)
    above += panels.says(query.says, held, view)
    kind, fields = charts.parse(query.chart)
    if kind == "timeline":
        return Panel(name, parameters, above, "", panels.timeline(held, view), drawn=False)
    alt = panels.alternative(title, told, view)
    below = panels.shades(kind, fields, told, view) + panels.events_note(rows)
    below += panels.credit(rows, view) + panels.numbers(told, title, view)
    if kind in pictures.KINDS:
        picture = pictures.drawn(kind, fields, held, alt, view)
        return Panel(name, parameters, above, "", picture + below, drawn=False)
    return Panel(name, parameters, above, alt, below, drawn=True)


def figure(snapshot: str, indicator_id: str, view: View) -> Figure:
    """Return the figure an indicator leads with; raises `KeyError` for an unknown one."""
    return figures_by_id(snapshot, view)[indicator_id]


@kept(40)
def figures_by_id(snapshot: str, view: View) -> dict[str, Figure]:
    """Return the figure each indicator leads with, by its id."""
    return {f.indicator_id: f for f in reading.headline_figures(snapshot, "", view.until, view.sample)}


@kept(400)
def yardsticks(snapshot: str, indicator_id: str, view: View) -> list[dict[str, Any]]:
    """Return the targets of the unit an indicator leads with, in the order in which they lead, without a figure too."""
    if not reading.indicators(snapshot)[indicator_id]["has_targets"]:
        return []
    own = figure(snapshot, indicator_id, view)
    wanted = asked(indicator=indicator_id, unit=own.unit_id, until=view.until)
    return reading.records(snapshot, "indicator/targets", wanted)


def authorities(snapshot: str, indicator_id: str, view: View) -> list[str]:
    """Return whose targets a figure can be held against, the one that leads first; none without a figure."""
    own = figure(snapshot, indicator_id, view)
    if own.value is None:
        return []
    found = [row["target_authority"] for row in yardsticks(snapshot, indicator_id, view)]
    return list(dict.fromkeys([own.aim.authority, *found] if own.aim else found))


@kept(400)
def indicator_head(snapshot: str, indicator_id: str, view: View, authority: str) -> str:
    """Return what an indicator counts, and its card, held against the target of an authority or the one that leads."""
    own, rows = figure(snapshot, indicator_id, view), yardsticks(snapshot, indicator_id, view)
    chosen = figures.held_against(own, rows, authority) if authority else own
    return indicator_markup.head(chosen, view, snapshot)


@kept(400)
def indicator_end(snapshot: str, indicator_id: str, view: View) -> str:
    """Return whose targets there are, what happened around an indicator and how it is worked out."""
    about = reading.indicators(snapshot)[indicator_id]
    happened = indicator_markup.events(drawn.events(snapshot, indicator_id, view.lang), view)
    own = figure(snapshot, indicator_id, view)
    aims = indicator_markup.targets(own, yardsticks(snapshot, indicator_id, view), view)
    return aims + happened + indicator_markup.definition(own, about, view)


@kept(400)
def indicator_panels(snapshot: str, indicator_id: str, view: View, authority: str) -> list[Panel]:
    """Return the charts of an indicator: by year, by month, by unit, by part, as far as there are figures.

    `authority` is whose target is drawn, '' for the one that leads.
    """
    own, about = figure(snapshot, indicator_id, view), reading.indicators(snapshot)[indicator_id]
    wanted = {drawn.HELD if authority else drawn.YEARLY: indicator_words.YEARLY}
    if own.native_kind in ("month", "quarter"):
        wanted["indicator/monthly"] = indicator_words.MONTHLY
    if own.level in ("school", "centre", "division"):
        wanted["indicator/by_unit"] = indicator_words.BY_UNIT
    if about["has_parts"]:
        wanted["indicator/parts"] = indicator_words.PARTS
    found = [
        indicator_panel(snapshot, name, own, title.get(view.lang), view, authority) for name, title in wanted.items()
    ]
    if about["has_others"]:
        found.append(beside_panel(snapshot, own, view))
    return [one for one in found if one is not None]


def indicator_panel(snapshot: str, name: str, own: Figure, title: str, view: View, authority: str) -> Panel | None:
    """Return one chart of an indicator with its credit and its numbers, or None where it has too few rows."""
    given = {"indicator": own.indicator_id, "lang": view.lang, "until": view.until, "sample": view.sample}
    given |= {"authority": authority}
    parameters = asked(**{key: given[key] for key in queries.get(name).params})
    rows = reading.rows(snapshot, name, parameters)
    if len(rows) < (2 if name == "indicator/monthly" else 1):
        return None
    alt = panels.alternative(f"{own.name.get(view.lang)}, {title}", rows.assign(label=rows["period"]), view)
    told = drawn.shown(snapshot, name, parameters, view.lang)
    below = panels.shades(*charts.parse(drawn.KINDS[name]), told, view)
    below += panels.credit(rows, view) + panels.numbers(told, title, view)
    if name == "indicator/by_unit":
        below += indicator_markup.lines_by_unit(rows, own, view)
    return Panel(name, parameters, heading(title), alt, below, drawn=True)


def beside_panel(snapshot: str, own: Figure, view: View) -> Panel | None:
    """Return other places beside an indicator's own, or None where none of them has a figure."""
    parameters = asked(indicator=own.indicator_id, lang=view.lang, until=view.until)
    rows = reading.rows(snapshot, drawn.BESIDE, parameters)
    if rows.loc[~rows["own"].astype(bool), "value"].notna().sum() == 0:
        return None
    on_one_axis = drawn.places(snapshot, parameters)
    medians = reading.records(snapshot, "indicator/peer_median", parameters)
    above = beside_markup.above(rows, on_one_axis, view)
    below = beside_markup.below(rows, on_one_axis, medians, view)
    below += beside_markup.ask_on(rows, own.indicator_id, on_one_axis, view)
    alt = beside_markup.alternative(rows, own.name.get(view.lang), view)
    return Panel(drawn.BESIDE, parameters, above, alt, below, drawn=on_one_axis.how != "table")


def agenda_list(snapshot: str, view: View) -> str:
    """Return the agendas that are ready-made and those people saved, as the ledger has them now."""
    try:
        saved = agendas.readable(one.agenda for one in meetings.every())
    except book.FAULTS:
        return agenda_markup.listing(ready_agendas(snapshot), None, view)
    return agenda_markup.listing(ready_agendas(snapshot), saved, view)


@kept(10)
def ready_agendas(snapshot: str) -> tuple[Agenda, ...]:
    """Return the ready-made agendas."""
    return ready.every(snapshot)
