"""What each page holds in the first answer: the parts of the live page, in their order."""

from collections.abc import Callable, Mapping
from typing import Final

from smart7 import board, calendar, catalog, daily, news, overview, parts, programme, reading, verdicts
from smart7.first import frame
from smart7.markup import frame as markup
from smart7.markup import glossary, indicators, signin
from smart7.markup import indicator as indicator_markup
from smart7.markup import units as unit_markup
from smart7.markup.pieces import tag, wrap
from smart7.register import outside
from smart7.view import View, way_back, within
from smart7.words import disk, first, signin_page, sources, sql, travel
from smart7.words import indicator as indicator_words
from smart7.words import map as map_words
from smart7.words import units as unit_words

Asked = Mapping[str, str]


class NotThere(Exception):
    """Raise when a link asks for what does not exist; the live page says so."""


def page(page_id: str, snapshot: str, asked: Asked, view: View, *, aside: bool = False) -> str:
    """Return a page as the first answer shows it; raises `NotThere` where a link asks for what does not exist."""
    title = markup.title(view.say(catalog.page(page_id).title))
    line = frame.bar(page_id, reading.about(snapshot), asked, view)
    make = MADE.get(page_id, domain)
    body = make(page_id, snapshot, asked, view)
    day = calendar.format_date(view.as_of, view.lang)
    notice = tag("p", view.say(disk.SHOWN_INSTEAD, day=day), "s7f-plain", role="alert") if aside else ""
    blocks = [title, line, notice, wrap("div", "".join(block(part) for part in body), "s7f-block")]
    foot = markup.foot(snapshot, view, way_back(page_id, {**view.held, **asked}))
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
    lead = [markup.lead_on(map_words.LEAD_ON, "map", view)] if page_id == "mobility" else []
    found = daily.page_panels(snapshot, page_id, view)
    folded = [tag("p", view.say(travel.SLOPE_TITLE), "s7f-folded")] if page_id == "mobility" else []
    body = parts.domain_body(snapshot, page_id, view, form)
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
    end = parts.indicator_end(snapshot, chosen, view)
    return [frame.choices(page_id, asked, view, *which), head, *charts, *days, end]


def unit(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return one school, centre or division."""
    found = parts.unit_list(snapshot, view, asked.get("unit", ""))
    chosen = asked.get("unit") or next(iter(found))
    if chosen not in found:
        raise NotThere
    options = [(key, unit_markup.unit_name(one, view)) for key, one in found.items()]
    which = frame.choice("unit", view.say(unit_words.CHOOSE), options, chosen, 440)
    return [frame.choices(page_id, asked, view, which), parts.unit_body(snapshot, chosen, view)]


def source(_page: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return what is known and who holds the rest, and every source."""
    wanted = asked.get("source", "")
    if wanted and wanted not in {row["source_id"] for row in parts.source_list(snapshot, view)}:
        raise NotThere
    intro = tag("p", view.say(sources.INTRO), "s7-definition")
    return [intro, parts.sources_coverage(snapshot, view), parts.sources_body(snapshot, wanted, view)]


def programme_page(page_id: str, snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return the programme of 2017."""
    since = [frame.panel(one, snapshot, view) for one in programme.since(snapshot, view)]
    return [programme.lead(snapshot, view) + programme.body(snapshot, view), *since]


def words_page(_page: str, _snapshot: str, _asked: Asked, view: View) -> list[str]:
    """Return the glossary."""
    return [glossary.body(view)]


def agendas(_page: str, snapshot: str, _asked: Asked, view: View) -> list[str]:
    """Return the list of agendas."""
    return [parts.agenda_list(snapshot, view)]


def sign_in(_page: str, _snapshot: str, asked: Asked, view: View) -> list[str]:
    """Return the form that signs in; who is signed in already, only the live page knows."""
    back, came = asked.get("next", ""), asked.get("said", "")
    if (back and not within(back)) or (came and came not in signin_page.SAID):
        raise NotThere
    return [signin.form(signin.in_language(back, view), came, view, outside=outside.offered())]


def said(page_id: str, _snapshot: str, _asked: Asked, view: View) -> list[str]:
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
    "glossary": words_page,
    "present": agendas,
    "signin": sign_in,
    **dict.fromkeys(("map", "explore", "sql", "admin", "register"), said),
}
# What a link may ask for besides language, year and samples; with anything else only the live page can deal.
OWN: Final[dict[str, frozenset[str]]] = {
    "overview": frozenset({*board.PARAMETERS, "since"}),
    **dict.fromkeys(catalog.DOMAIN_IDS, frozenset({indicators.FORM})),
    "indicator": frozenset({"id", "target"}), "units": frozenset({"unit"}), "sources": frozenset({"source"}),
    "signin": frozenset({"next", "said"}),
}  # fmt: skip
