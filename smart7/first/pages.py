"""What each page holds in the first answer: the parts of the live page, in their order."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from smart7 import (
    board,
    calendar,
    catalog,
    changed,
    daily,
    framing,
    news,
    overview,
    parts,
    programme,
    reading,
    said,
    service,
    verdicts,
)
from smart7.first import frame, still
from smart7.markup import frame as markup
from smart7.markup import glossary, indicators, past, signin
from smart7.markup import indicator as indicator_markup
from smart7.markup import units as unit_markup
from smart7.markup.pieces import tag, wrap
from smart7.register import outside
from smart7.view import View, way_back, within
from smart7.words import disk, first, signin_page, sources, sql, travel
from smart7.words import indicator as indicator_words
from smart7.words import map as map_words
from smart7.words import service as service_words
from smart7.words import units as unit_words

Asked = Mapping[str, str]


class NotThere(Exception):
    """Raise when a link asks for what does not exist; the live page says so."""


def page(
    page_id: str, snapshot: str, asked: Asked, view: View, reach: tuple[date, date], *, aside: bool = False
) -> str:
    """Return a page as the first answer shows it; raises `NotThere` where a link asks for what does not exist."""
    # Under another name than on the live page: for a moment both are there, and would close each other's first step.
    title = markup.title(view.say(catalog.page(page_id).title), view, "s7f-step")
    line = frame.bar(page_id, reading.about(snapshot), asked, reach, view)
    make = MADE.get(page_id, domain)
    body = make(page_id, snapshot, asked, view)
    day = calendar.format_date(view.as_of, view.lang)
    notice = tag("p", view.say(disk.SHOWN_INSTEAD, day=day), "s7f-plain", role="alert") if aside else ""
    banner = past.banner(page_id, {**view.held, **asked}, view)
    blocks = [title, line, banner, notice, wrap("div", "".join(block(part) for part in body), "s7f-block")]
    foot = framing.foot(snapshot, view, way_back(page_id, {**view.held, **asked}))
    return frame.document(page_id, "".join(map(block, [*blocks, foot])), view)


def block(part: str) -> str:
    """Return a part in a box of its own, as the live page has it."""
    return wrap("div", part) if part else ""


def overview_page(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return the blocks of the overview."""
    choice = board.of_link(asked, overview.figures(snapshot, view))
    since = news.day_of(asked.get("since", ""), view.as_of)
    if choice is None or since is None:
        raise NotThere
    return overview.blocks(snapshot, view, choice, since)


def domain(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return a domain: its sentence, its indicators in the form the link asks for, panels."""
    form = asked.get(indicators.FORM) or indicators.LIST
    if form not in indicators.FORMS:
        raise NotThere
    ways = ((map_words.LEAD_ON, "map"), (service_words.LEAD_ON, "service")) if page_id == "mobility" else ()
    lead = [markup.lead_on(text, to, view) for text, to in ways]
    found = daily.page_panels(snapshot, page_id, view)
    folded = [tag("p", view.say(travel.SLOPE_TITLE), "s7f-folded")] if page_id == "mobility" else []
    body = parts.domain_body(snapshot, page_id, view, form).decode()
    return [*lead, body, frame.panels(found, snapshot, view), *folded]


def indicator(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return one indicator: its card, its charts' places with their numbers, how it is worked out."""
    found = parts.figures_by_id(snapshot, view)
    chosen = asked.get("id") or next(iter(found))
    if chosen not in found:
        raise NotThere
    options = [(key, indicator_markup.choice(one, view)) for key, one in found.items()]
    which = [frame.choice("id", view.say(indicator_words.CHOOSE), options, chosen, 520)]
    offered = parts.authorities(snapshot, chosen, view)
    leads = next(iter(offered), "")
    target = asked.get("target") or leads
    if target != leads and target not in catalog.AUTHORITIES:
        raise NotThere
    target = target if target in offered else leads
    if len(offered) > 1:
        named = [(one, verdicts.named(one, view.lang)) for one in offered]
        which.append(frame.choice("target", view.say(indicator_words.YARDSTICK), named, target, 280))
    authority = target if target != leads else ""
    charts = [frame.panel(one, snapshot, view) for one in parts.indicator_panels(snapshot, chosen, view, authority)]
    head = parts.indicator_head(snapshot, chosen, view, authority)
    days = [part for one in daily.stations(snapshot, chosen, view) for part in frame.station(one, snapshot, view)]
    # The live page drops from its link what is so anyway.
    kept = {"id": chosen if chosen != next(iter(found)) else "", "target": authority}
    sign_in = view.address("signin", next=way_back(page_id, {**view.held, **kept}))
    told = said.of_indicator(chosen, sign_in, view)
    end = parts.indicator_end(snapshot, chosen, view)
    return [frame.choices(page_id, asked, view, *which), head, *charts, *days, told, end]


def unit(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return one school, centre or division."""
    found = parts.unit_list(snapshot, view, asked.get("unit", ""))
    chosen = asked.get("unit") or next(iter(found))
    if chosen not in found:
        raise NotThere
    options = [(key, unit_markup.unit_name(one, view)) for key, one in found.items()]
    which = frame.choice("unit", view.say(unit_words.CHOOSE), options, chosen, 440)
    waits = said.of_unit(chosen, view)
    return [frame.choices(page_id, asked, view, which), waits, parts.unit_body(snapshot, chosen, view).decode()]


def subject(page_id: str, snapshot: str, asked: Asked, view: View) -> str:
    """Return what a page of one indicator or unit is of, the first one where its link says nothing; '' for others."""
    if page_id == "indicator":
        return asked.get("id") or next(iter(parts.figures_by_id(snapshot, view)), "")
    if page_id == "units":
        return asked.get("unit") or next(iter(parts.unit_list(snapshot, view, "")), "")
    return ""


def source(_page: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return what is known and who holds the rest, and every source."""
    wanted = asked.get("source", "")
    if wanted and wanted not in {row["source_id"] for row in parts.source_list(snapshot, view)}:
        raise NotThere
    intro = tag("p", view.say(sources.INTRO), "s7-definition")
    blocks = (parts.sources_coverage(snapshot, view), parts.sources_body(snapshot, wanted, view))
    return [intro, *(block.decode() for block in blocks)]


def programme_page(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return the programme of 2017."""
    since = [frame.panel(one, snapshot, view) for one in programme.since(snapshot, view)]
    return [programme.lead(snapshot, view) + programme.body(snapshot, view), *since]


def changes(_page: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return what changed between two days, and how figures are revised."""
    span = changed.span_of(asked, view)
    if span is None:
        raise NotThere
    return list(changed.blocks(snapshot, *span, view))


def words_page(_page: str, _snapshot: str, _asked: Asked, view: View) -> list[str]:
    """Return the glossary."""
    return [glossary.body(view)]


def service_page(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return service as driven: a route's day with its charts' places, its month."""
    about = tag("p", view.say(service_words.ABOUT), "s7-definition")
    if not service.lines(snapshot, view):
        text = service_words.NO_SAMPLE if service.hidden(snapshot, view) else service_words.NOTHING
        return [about, tag("p", view.say(text), "s7-note")]
    found = service.offered(snapshot, view, *(asked.get(name, "") for name in ("line", "way", "day")))
    if any(value not in found.of(name) for name, value in asked.items()):
        raise NotThere
    choice = service.chosen(found, asked)
    head = service.head(snapshot, choice, view)
    charts = [frame.panel(one, snapshot, view) for one in service.day_panels(snapshot, choice, view)]
    return [about, head, *charts, service.months(snapshot, choice, view), service.end(snapshot, choice, view)]


def agendas(_page: str, snapshot: str, _asked: Asked, view: View) -> list[str]:
    """Return the list of agendas."""
    return [parts.agenda_list(snapshot, view)]


def sign_in(_page: str, _snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return the form that signs in; who is signed in already, only the live page knows."""
    back, came = asked.get("next", ""), asked.get("said", "")
    if (back and not within(back)) or (came and came not in signin_page.SAID):
        raise NotThere
    return [signin.form(signin.in_language(back, view), came, view, outside=outside.offered())]


def map_page(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return what the map is for and, where a link asks for nothing else, the map as it opens, as a picture."""
    if asked or not reading.records(snapshot, "map/feeds", reading.asked(lang=view.lang)):
        return in_words(page_id, snapshot, asked, view)
    picture = still.picture(snapshot, view.lang)
    return [tag("p", view.say(first.ABOUT[page_id]), "s7-definition"), wrap("div", picture, "s7f-map")]


def in_words(page_id: str, _snapshot: str, _asked: Asked, view: View) -> list[str]:
    """Return in words what a page does that nothing but the live page can do."""
    about = sql.INTRO if page_id == "sql" else first.ABOUT[page_id]
    return [tag("p", view.say(about), "s7-definition"), tag("p", view.say(first.COMING), "s7f-chart")]


Maker = Callable[[str, str, Asked, View], list[str]]
MADE: Final[dict[str, Maker]] = {
    "overview": overview_page,
    "indicator": indicator,
    "units": unit,
    "sources": source,
    "programme": programme_page,
    "service": service_page,
    "glossary": words_page,
    "revisions": changes,
    "present": agendas,
    "signin": sign_in,
    "map": map_page,
    **dict.fromkeys(("explore", "sql", "admin", "register", "catalogue"), in_words),
}
# What a link may ask for besides language, year and samples; with anything else only the live page can deal.
OWN: Final[dict[str, frozenset[str]]] = {
    "overview": frozenset({*board.PARAMETERS, "since"}),
    **dict.fromkeys(catalog.DOMAIN_IDS, frozenset({indicators.FORM})),
    "indicator": frozenset({"id", "target"}), "units": frozenset({"unit"}), "sources": frozenset({"source"}),
    "signin": frozenset({"next", "said"}), "revisions": frozenset(changed.NAMES),
    "service": frozenset(service.PARAMETERS),
}  # fmt: skip
