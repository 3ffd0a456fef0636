"""The first answer of the server: what the visitor came for, before Streamlit is up."""

import gzip
import re
from dataclasses import replace
from urllib.parse import urlencode

import brotli
import pytest

from smart7 import catalog, framing, kept, parts
from smart7.first import answer, frame, pages
from smart7.i18n import LANGS
from smart7.ledger import meetings
from smart7.ledger.meetings import Meeting
from smart7.markup.pieces import text
from smart7.meetings import ready
from smart7.meetings.agenda import to_json
from smart7.words import common
from smart7.words import first as words

SHOWN = (
    "overview",
    *(domain.id for domain in catalog.DOMAINS),
    "indicator",
    "units",
    "programme",
    "glossary",
    "sources",
    "revisions",
)
EVERY = [page.id for page in catalog.PAGES]
LARGEST = 60_000


def document(page, /, **link):
    return answer.document(answer.link(page, urlencode(link)))


def read(page, /, **link):
    return document(page, **link).body("identity").decode()


def content(page, /, **link):
    """Return what stands between the styles and Streamlit's own part."""
    return re.search(r'<div id="s7-first">.*(?=<div id="root">)', read(page, **link), re.DOTALL)[0]


def bare(page, /, **link):
    """Return whether a page holds nothing but the menu, its title and why there is no more."""
    lang = "en" if link.get("lang") == "en" else "th"
    main = re.compile("<main.*</main>", re.DOTALL)
    return main.search(content(page, **link))[0] == main.search(frame.bare(page, lang, {}))[0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", EVERY)
def test_each_page_has_its_title_its_words_and_its_foot_at_once(snapshot, page, lang):
    whole, title = read(page, lang=lang), catalog.page(page).title.get(lang)
    assert f'<html lang="{lang}">' in whole
    assert f"<title>{title} · {common.APP.get(lang)}</title>" in whole
    shown = content(page, lang=lang)
    assert f'class="s7-title">{title}</h1>' in re.sub("</?span[^>]*>", "", shown)
    assert snapshot in shown and "s7-foot" in shown and "s7f-sample" in shown


@pytest.mark.parametrize("page", SHOWN)
def test_another_year_language_and_choice_of_samples_are_other_pages(snapshot, page):
    read_first = {content(page, **link) for link in ({}, {"year": "2019"}, {"lang": "en"}, {"sample": "hide"})}
    assert len(read_first) == 4


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("people", {"year": "1850"}),
        ("people", {"lang": "xx"}),
        ("overview", {"page": "atlantis"}),
        ("overview", {"verdict": "red"}),
        ("overview", {"owner": "division-9"}),
        ("overview", {"since": "2027-01-01"}),
        ("people", {"embed": "true"}),
        ("indicator", {"id": "no-such-thing"}),
        ("units", {"unit": "atlantis"}),
        ("sources", {"source": "hearsay"}),
        ("present", {"agenda": "monthly-council"}),
        ("signin", {"next": "https://evil.example/"}),
        ("signin", {"said": "magic"}),
        ("revisions", {"since": "2027-01-01"}),
        ("people", {"known": "2027-01-01"}),
        ("people", {"known": "soon"}),
    ],
)
def test_what_only_the_live_page_can_answer_has_a_title_and_the_menu_and_says_that_it_needs_a_script(
    snapshot, page, link
):
    assert bare(page, **link)
    assert text(words.NO_SCRIPT_BARE.th) in content(page, **link)
    assert 'href="/living"' in content(page, **link)


def test_a_link_that_asks_for_what_does_not_exist_leads_on_with_what_does(snapshot):
    held = "?lang=en&amp;year=2019&amp;sample=hide"
    assert f'href="/living{held}"' in content("sources", lang="en", year="2019", sample="hide", source="hearsay")
    assert 'href="/living"' in content("people", year="1850")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("foreign", ["fbclid", "gclid", "utm_source", "ldtag_cl", "_gl"])
def test_what_another_site_added_to_a_link_makes_no_other_page_of_it(snapshot, foreign, lang):
    for page, link in (("overview", {"verdict": "off"}), ("people", {}), ("map", {})):
        assert document(page, lang=lang, **link, **{foreign: "x"}) is document(page, lang=lang, **link)


@pytest.mark.parametrize("page", ["map", "explore", "sql"])
def test_a_page_of_tools_says_what_it_does_whatever_its_link_asks_for(snapshot, page):
    assert content(page, lang="en", q="select 1") and "s7-definition" in content(page)


@pytest.mark.parametrize(("lang", "station"), [("th", "สำราญ"), ("en", "Samran")])
def test_the_map_is_there_as_a_picture_with_its_names_where_a_link_asks_for_no_other_map(snapshot, lang, station):
    shown = content("map", lang=lang)
    assert shown.count("<svg viewBox") == 1 and f">{station}</text>" in shown and 'role="img" aria-label="' in shown
    assert "<svg viewBox" not in content("map", lang=lang, layers="stops")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", EVERY)
def test_every_first_answer_is_light(snapshot, page, lang):
    assert len(document(page, lang=lang).packed) <= LARGEST


def test_it_reads_the_same_in_every_coding_and_is_made_once(snapshot, monkeypatch):
    made = document("people", lang="en")
    assert brotli.decompress(made.body("br")) == gzip.decompress(made.body("gzip")) == made.body("identity")
    monkeypatch.setattr(pages, "page", None)
    assert document("people", lang="en") is made


def test_a_mark_tells_two_pages_apart_and_nothing_else(snapshot):
    marks = {document(page, lang=lang).mark for page in EVERY for lang in LANGS}
    assert len(marks) == len(EVERY) * len(LANGS)
    before = document("living").mark
    kept.forget()
    assert document("living").mark == before


def test_an_agenda_that_was_just_saved_is_in_the_list(snapshot):
    one = replace(ready.agenda("monthly-council", snapshot), agenda_id="our-own")
    assert "agenda=our-own" not in content("present")
    meetings.save(Meeting("our-own", to_json(one), "", "", "2026-11-25"), account="")
    assert "agenda=our-own" in content("present")
    meetings.delete("our-own", account="")
    assert "agenda=our-own" not in content("present")


def test_a_page_that_fails_is_left_to_the_live_page_which_says_so(snapshot, monkeypatch, caplog):
    kept.forget()
    with monkeypatch.context() as passing:
        passing.setattr(parts, "domain_body", lambda *_: 1 / 0)
        assert bare("people") and "people" in caplog.text
    # What failed once is tried again with the next visitor.
    assert not bare("people") and "s7-title" in content("people")


def test_a_link_that_asks_for_very_much_is_answered_and_not_kept(snapshot):
    for number in range(300):
        assert content("map", x=f"{number}" + '"' * 20_000)
    asked = answer.link("map", urlencode({"x": "0" + '"' * 20_000}))
    assert answer.at_hand(asked) is None and answer.at_hand(answer.link("map", "x=0")) is None
    assert document("map", x="0") is document("map", x="0")
    assert framing.ways.cache.currsize <= 4_000_000


def test_without_a_snapshot_the_live_page_builds_the_first_one(tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    assert bare("people")


def test_a_hostile_link_stays_a_text(snapshot):
    nasty = '"><script>alert(1)</script>'
    for page in ("sql", "explore", "map"):
        assert "<script>alert" not in content(page, q=nasty)


def test_what_narrows_the_board_goes_along_with_another_year_and_another_choice_of_samples(snapshot):
    shown = content("overview", lang="en", verdict="off")
    assert '<input type="hidden" name="verdict" value="off" />' in shown
    assert 'href="/?lang=en&amp;verdict=off&amp;sample=hide"' in shown
