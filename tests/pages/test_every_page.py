"""What holds on every page, in both languages."""

import re
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from smart7 import catalog, figures, news, queries, reading
from smart7.board import choices
from smart7.i18n import LANGS, Text
from smart7.markup import indicators
from smart7.meetings import ready
from smart7.questions import names
from smart7.questions.either import from_link
from smart7.questions.happened import Happened, without_unknown
from smart7.register import rights
from smart7.sandbox import text
from smart7.transit import answers
from smart7.view import within
from smart7.words import (
    board,
    explore_page,
    glossary,
    indicator,
    people,
    present,
    programme,
    register_page,
    revisions,
    service,
    signin_page,
    sources,
    sql,
    units,
)
from smart7.words import map as map_words

# A sentence of each page's own, and one of another page that has no place on it.
OWN: dict[str, tuple[Text, Text]] = {
    "overview": (board.STROKES, sources.CHECKS),
    **{domain.id: (domain.definition, board.STROKES) for domain in catalog.DOMAINS},
    "units": (units.DUE, board.STROKES),
    "service": (service.STRINGS_SAY, units.DUE),
    "programme": (programme.ADOPTION_NOTE, units.DUE),
    "sql": (sql.INTRO, units.DUE),
    "explore": (explore_page.BEGIN_NOTE, units.DUE),
    "map": (map_words.CHOOSE, units.DUE),
    "glossary": (glossary.INTRO, units.DUE),
    "present": (present.INTRO, units.DUE),
    "register": (register_page.READ_ALL, units.DUE),
    "sources": (sources.CHECKS, units.DUE),
    "revisions": (revisions.HABITS, units.DUE),
    "indicator": (indicator.DEFINITION, board.STROKES),
    "signin": (signin_page.INTRO, units.DUE),
    "catalogue": (rights.filled(people.SIGN_IN, "catalogue.edit"), units.DUE),
    "admin": (rights.filled(people.SIGN_IN, "account.edit"), units.DUE),
}
EVERY_PAGE = pytest.mark.parametrize("page", [page.id for page in catalog.PAGES])
BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)
THAI = re.compile("[\u0e01-\u0e5b]+")
# Names such as "Low Carbon City" are capitalised; a sentence has small words in a row.
ENGLISH = re.compile(r"(?:\b[a-z]{2,}\b[ ,]+){3}\b[a-z]{2,}\b")
ADDRESS = re.compile(r"https?://\S+")
EMPTY = re.compile(r"\b(None|nan|NaN|NaT|null|<NA>|Undefined)\b|\{\w*\}")


def every(test):
    """Run a test on every page in both languages."""
    return EVERY_PAGE(BOTH_LANGUAGES(test))


def written(visit, lang):
    """Return what is written on a page, without addresses and what is marked as another language's.

    The names a visitor may search the map by are in both languages, so that either finds them.
    """
    markup = visit.own_markup
    for node in list(markup.all()):
        if node.attributes.get("lang", lang) != lang:
            node.children = []
    names = {name for box in visit.at.selectbox if box.key == "map-pick" for name in box.options}
    lines = visit.words.replace(visit.markup.text, markup.text).split("\n")
    return ADDRESS.sub("", "\n".join(line for line in lines if line not in names))


def test_the_table_has_every_page():
    assert set(OWN) == {page.id for page in catalog.PAGES}


@every
def test_a_page_has_its_title_and_its_own_words_in_the_language_of_the_link(seen, page, lang):
    own, another = OWN[page]
    there = seen(page, lang=lang)
    assert there.title == catalog.page(page).title.get(lang)
    assert own.get(lang) in there.words
    for absent in (another.get(lang), own.get("th" if lang == "en" else "en")):
        assert absent not in there.words


@every
def test_a_page_gives_no_warning_of_its_own(seen, page, lang):
    assert seen(page, lang=lang).warnings == []


@EVERY_PAGE
def test_an_english_page_holds_thai_only_where_it_is_marked(seen, page):
    assert THAI.findall(written(seen(page, lang="en"), "en")) == []


@EVERY_PAGE
def test_a_thai_page_holds_no_english_sentence(seen, page):
    assert ENGLISH.findall(written(seen(page, lang="th"), "th")) == []


@every
def test_no_page_shows_an_id_or_an_empty_value(seen, ask, page, lang):
    there = written(seen(page, lang=lang), lang)
    assert EMPTY.findall(there) == []
    named = "select indicator_id from indicators union select unit_id from units union select source_id from sources"
    ids = {str(row[0]) for row in ask(named)} | {"official", "reported", "fiscal_year", "calendar_year"}
    shown = set(re.findall(r"(?<![\w-])[a-z0-9]+(?:[-_][a-z0-9]+)+(?![\w-])", there)) & ids
    assert shown == set()


@every
def test_what_is_drawn_is_also_said(seen, page, lang):
    there = seen(page, lang=lang)
    # A swatch of a legend stands beside its own words.
    assert all(picture.attributes["alt"] for picture in there.markup.all("img") if "s7-swatch" not in picture.css)
    alternatives = [item.proto.alt for item in there.at.main if item.type in ("vega_lite_chart", "dataframe")]
    assert all(len(words) > 5 for words in alternatives)
    for table in there.markup.all("table"):
        head, *body = table.all("tr")
        assert {cell.attributes.get("scope") for cell in head.all("th")} == {"col"}
        assert all(next(row.all("th")).attributes["scope"] == "row" for row in body)


@EVERY_PAGE
def test_no_caption_is_seen_that_a_heading_says_already(seen, page):
    markup = seen(page).markup
    told = {node.text for node in markup.all() if re.fullmatch("h[1-6]|summary", node.tag)}
    assert [c.text for c in markup.all("caption") if "s7-heard" not in c.css and c.text in told] == []


@EVERY_PAGE
def test_no_level_of_heading_is_skipped(seen, page):
    levels = [1, *(int(n.tag[1]) for n in seen(page).markup.all() if re.fullmatch("h[1-6]", n.tag))]
    skipped = [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1]
    assert skipped == []


def within_the_day(link):
    """Return whether a link stays on the day that is looked at (test_past.py has the others) and is no file of it."""
    return "s7-anew" not in link.css and not link.attributes["href"].startswith("/revisions/")


@every
def test_every_link_leads_to_a_page_with_parameters_that_exist(seen, ask, snapshot, page, lang):
    there = seen(page, lang=lang, year="2024")
    known = {
        "id": {row[0] for row in ask("select indicator_id from indicators")},
        "unit": {row[0] for row in ask("select unit_id from units")},
        "lang": {lang},
        "year": {"2024"},
        "pick": {row["key"] for row in figures.records(queries.run(snapshot, "map/search", lang=lang))},
        "show": set(map_words.PARTS),
        "to": set(answers.KINDS),
        "agenda": set(ready.MAKERS),
        "source": {row[0] for row in ask("select source_id from sources")},
        "example": set(text.examples()),
        "form": {indicators.CARDS},
        **choices(reading.every_figure(snapshot, date(2024, 9, 30), sample=True)),
    }
    places = {node.attributes["id"] for node in there.markup.all() if "id" in node.attributes}
    for link in filter(within_the_day, there.markup.all("a")):
        if link.attributes["href"].startswith("#"):
            assert link.attributes["href"][1:] in places
            continue
        address = urlsplit(link.attributes["href"])
        if other := link.attributes.get("hreflang"):
            assert other != lang and address.path.strip("/") in {"", page}
            assert ("lang=en" in address.query) == (other == "en") and "lang=th" not in address.query
            continue
        if address.path.startswith(("/download/", "/api/v1/")):  # files and the API, beside the application
            assert page == "sources" and not address.netloc
            continue
        if address.path == f"/asks/{snapshot}.txt":
            assert page == "overview" and dict(parse_qsl(address.query)) == {"lang": lang, "year": "2024"}
            continue
        assert not address.netloc and address.path.strip("/") in {"", *OWN}
        held = parse_qsl(address.query, strict_parsing=bool(address.query))
        if address.path == "/explore":  # its parameters are a question, read in one piece
            question, refused = from_link(dict(held))
            happens = isinstance(question, Happened)
            unknown = without_unknown(snapshot, question)[1] if happens else names(snapshot).unknown(question)
            assert not refused and not unknown
        for name, value in held if address.path != "/explore" else ():
            if name == "next":
                assert within(value) == value
                continue
            if name in ("since", "until"):
                assert news.day_of(value, reading.as_of(snapshot))
                continue
            offered = set(map_words.LAYERS) if name == "layers" else known[name]
            assert set(value.split(".") if name == "layers" else [value]) <= set(offered), (name, value)
        # What was chosen goes along: an English page never leads to a Thai one.
        assert ("lang=en" in address.query) == (lang == "en")
        assert "year=2024" in address.query
