"""The whole site as it stood on a day: one snapshot, a banner, a day that every link carries on, and the way back."""

from datetime import date
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from smart7 import calendar, catalog, store
from smart7.first import answer
from smart7.i18n import LANGS
from smart7.ingest import build as ingest
from smart7.ledger import book, notes
from smart7.past import days, making
from smart7.words import notes as note_words
from smart7.words import past as words
from tests import noted
from tests.pages.conftest import of_both

THEN = date(2026, 10, 5)
NOW = date(2026, 11, 21)
OF_TODAY = [page.id for page in catalog.PAGES if page.of_today]


def kept(tiny):
    """Build a town whose figure of 100 was corrected to 130 on 9 October, kept as it was known on 5 October."""
    tiny.indicator("counted")
    tiny.figure("counted", "town", "2026-08-01", 90, known_from="2026-09-01")
    tiny.figure("counted", "town", "2026-09-01", 100, known_from="2026-10-01", known_to="2026-10-09")
    tiny.figure("counted", "town", "2026-09-01", 130, known_from="2026-10-09")
    tiny.figure(tiny.indicator("other"), "town", "2026-08-01", 7, known_from="2026-09-01")
    tiny.build(NOW)
    assert ingest.main(["--data", str(tiny.folder), "--as-known-at", THEN.isoformat()]) == 0
    return tiny


@pytest.fixture(scope="module")
def shared(new_town):
    """Return the town that tests only look at."""
    with pytest.MonkeyPatch.context() as patch:
        town = new_town()
        patch.setenv("SMART7_DATA", str(town.folder))
        kept(town)
        town.then = store.as_known(THEN)
        yield town
        store.close_all()


@pytest.fixture
def town(shared, monkeypatch):
    """Return the town that is looked at, as the one in service."""
    monkeypatch.setenv("SMART7_DATA", str(shared.folder))
    return shared


@pytest.mark.parametrize("lang", LANGS)
def test_a_day_in_the_link_shows_what_was_known_then_and_says_so(town, visit_to, lang):
    there = visit_to(town.folder).open("indicator", id="counted", known=str(THEN), lang=lang)
    assert "190.0" in there.words and "220.0" not in there.words
    banner = there.markup.one(css="s7-stood").text
    assert words.BANNER.format(lang, day=calendar.format_date(THEN, lang)) in banner
    assert town.then in there.words and town.snapshot_id not in there.words and there.warnings == []
    now = visit_to(town.folder).open("indicator", id="counted", lang=lang)
    assert "220.0" in now.words and list(now.markup.all(css="s7-stood")) == []


def test_every_link_carries_the_day_on_but_the_one_that_leads_back(town, visit_to):
    there = visit_to(town.folder).open("overview", known=str(THEN), lang="en", sample="hide")
    for link in there.markup.all("a"):
        address = urlsplit(link.attributes["href"])
        held = parse_qs(address.query)
        if address.path.startswith("/asks/") or not address.path:
            continue
        if "s7-anew" in link.css:
            assert held["lang"] == ["en"] and held.get("known") != [str(THEN)]
        else:
            assert held["known"] == [str(THEN)], link.attributes["href"]


def test_the_day_goes_along_with_the_menu_and_ends_with_the_way_back(town, visit_to):
    there = visit_to(town.folder).open("overview", known=str(THEN))
    there.at.query_params = {}
    there.go("living")
    assert there.at.query_params["known"] == str(THEN) and town.then in there.words
    back = next(a for a in there.markup.one(css="s7-stood").all("a") if a.text == words.BACK.th)
    assert back.attributes["href"] == "/living" and "s7-anew" in back.css


@pytest.mark.parametrize("page", OF_TODAY)
def test_pages_about_acts_stay_of_today_and_say_so(town, visit_to, page):
    there = visit_to(town.folder).open(page, known=str(THEN), lang="en")
    assert words.OWN_DAY.format("en", day="5 October 2026") in there.markup.one(css="s7-stood").text
    assert town.snapshot_id in there.words and there.at.query_params["known"] == str(THEN)


def test_nothing_is_saved_while_one_looks_at_the_past(town, visit_to):
    there = visit_to(town.folder).signed_in("editor").open("sources", known=str(THEN), lang="en")
    gate = there.markup.one(css="s7-gate")
    assert words.NO_ACTS.en in gate.text and gate.one("a").attributes["href"] == "/sources?lang=en"
    again = visit_to(town.folder).signed_in("editor").open("sources", lang="en")
    assert list(again.markup.all(css="s7-gate")) == []


@pytest.fixture
def spoken(town):
    """Let somebody ask something on the evening before a day in the past and on that evening, by the clock of UTC."""
    with book.opened(writing=True) as ledger:
        for text, evening in (("Early?", "2026-10-04"), ("Late?", "2026-10-05")):
            at = f"{evening}T18:30:00+00:00"
            notes.say(ledger, noted.said("question", text, indicator_id="counted", at=at, due="2026-10-20"))
    yield town
    for path in town.folder.glob("ledger.sqlite*"):
        path.unlink()


def test_the_past_holds_what_was_said_by_then_and_nothing_is_added_or_taken_back(spoken, visit_to):
    link = {"id": "counted", "known": str(THEN), "lang": "en"}
    there = visit_to(spoken.folder).signed_in("admin").open("indicator", **link)
    assert [node.text for node in there.markup.all("p", "s7-said-text")] == ["Early?"]
    assert note_words.STATES["open"].en in there.words and note_words.STATES["overdue"].en not in there.words
    assert [one.label for one in there.at.expander if one.label in (note_words.WRITE.en, note_words.WITHDRAW.en)] == []
    early = answer.document(answer.link("indicator", urlencode(link))).body("identity").decode()
    assert "Early?" in early and "Late?" not in early
    there.open("units", unit="division-1", known=str(THEN), lang="en")
    assert note_words.TO_UNIT.en not in there.words
    there.open("units", unit="division-1", lang="en", known=str(NOW))
    assert note_words.TO_UNIT.en in there.words


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("2027-01-01", days.said(words.TOO_LATE, day=date(2027, 1, 1), last=NOW)),
        ("2569-10-05", days.said(words.TOO_LATE, day=date(2569, 10, 5), last=NOW)),
        ("2026-08-31", days.said(words.TOO_EARLY, day=date(2026, 8, 31), first=date(2026, 9, 1))),
        ("yesterday", days.said(words.NO_DAY, value="yesterday", last="2026-11-21")),
        ("2026-02-30", days.said(words.NO_DAY, value="2026-02-30", last="2026-11-21")),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_day_that_cannot_be_shown_is_said_and_today_is_shown(town, visit_to, asked, said, lang):
    there = visit_to(town.folder).open("living", known=asked, lang=lang)
    assert there.warnings == [f"{said.get(lang)} {words.INSTEAD.get(lang)}"]
    assert town.snapshot_id in there.words and "known" not in there.at.query_params
    assert there.settled().warnings == []


def test_the_day_of_the_newest_figures_is_today(town, visit_to):
    there = visit_to(town.folder).open("living", known=str(NOW))
    assert there.warnings == [] and "known" not in there.at.query_params
    assert list(there.markup.all(css="s7-stood")) == []


def test_a_day_nobody_kept_is_put_together_while_one_waits(town, visit_to, monkeypatch):
    asked = date(2026, 9, 20)
    # In this process, as a child of the lowest priority may take long beside other tests.
    build = making.Making(lambda day: [ingest.main(["--data", str(town.folder), "--as-known-at", str(day)])])
    monkeypatch.setattr(making, "MAKING", build)
    assert days.snapshot_of(asked) is None
    there = visit_to(town.folder).open("indicator", id="counted", known=str(asked), lang="en")
    assert "90.0" in there.words and "190.0" not in there.words and there.warnings == []
    assert days.snapshot_of(asked) == store.as_known(asked) is not None


def test_an_installation_that_only_reads_shows_kept_days_and_makes_none(town, visit_to, monkeypatch):
    monkeypatch.setenv("SMART7_READONLY", "1")
    assert town.then in visit_to(town.folder).open("living", known=str(THEN)).words
    there = visit_to(town.folder).open("living", known="2026-09-15", lang="en")
    assert words.READ_ONLY.en in there.warnings[0] and town.snapshot_id in there.words


def test_a_page_that_is_frozen_keeps_its_own_snapshot(tiny, visit_to):
    older = kept(tiny).snapshot_id
    tiny.rows["published.csv"][0]["value"] = 91
    tiny.build(NOW)
    frozen = visit_to(tiny.folder).open("explore", known=str(THEN), snapshot=older, lang="en")
    assert older in frozen.words and "other pages" in frozen.markup.one(css="s7-stood").text
    store.close_all()


@pytest.mark.parametrize("page", ["overview", "living", "indicator", "register", "sources", "glossary", "present"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_first_answer_shows_the_very_markup_of_the_live_page(town, visit_to, page, lang):
    link = {"known": str(THEN), "lang": lang}
    own = of_both(visit_to(town.folder).open(page, **link).at)
    first = answer.document(answer.link(page, urlencode(link))).body("identity").decode()
    alike = [part for part in own if part in first]
    assert alike and (len(alike) == len(own) or page in ("sources", "register"))
    assert any("s7-asof" in part for part in alike) and "s7-stood" in first


def test_the_first_answer_leaves_a_day_nobody_kept_to_the_live_page(town):
    for known in ("2026-09-15", "2027-01-01", "nonsense"):
        assert answer.link("living", urlencode({"known": known})).view is None
    assert days.snapshot_of(date(2026, 9, 15)) is None
    found = answer.link("living", urlencode({"known": str(THEN)}))
    assert (found.snapshot, found.view.known, found.view.as_of) == (town.then, THEN, THEN)


def test_newer_figures_are_not_told_of_to_somebody_who_looks_back(town, visit_to):
    there = visit_to(town.folder).open("living", known=str(THEN))
    assert list(there.markup.all(css="s7-newer")) == []
    assert visit_to(town.folder).open("living").markup.one(css="s7-newer")


def test_the_choice_is_a_form_that_takes_along_what_the_link_holds(town, visit_to):
    there = visit_to(town.folder).open("indicator", id="other", lang="en", known=str(THEN))
    form = there.markup.one(css="s7-asof").one("form")
    assert form.attributes == {"method": "get", "action": "/indicator"}
    fields = {node.attributes["name"]: node.attributes["value"] for node in form.all("input")}
    assert fields == {"known": str(THEN), "id": "other", "lang": "en"}
    day = next(form.all("input")).attributes
    assert (day["type"], day["min"], day["max"]) == ("date", "2026-09-01", str(NOW))
