"""The overview says what to ask about and what changed since a chosen day, in both languages, of real figures only."""

from datetime import date

import pytest

from smart7 import asks, kept
from smart7.i18n import LANGS
from smart7.ledger import meetings
from smart7.ledger.meetings import Meeting
from smart7.meetings import asking
from smart7.words import asks as ask_words
from smart7.words import news as news_words
from smart7.words import site

BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)


def section(there, name):
    """Return a block of the overview by its id."""
    (found,) = (one for one in there.markup.all("section") if one.attributes.get("id") == name)
    return found


def items(block):
    """Return what is told in a block, one by one, what is folded included."""
    return [item for held in block.all(css="s7-tellings") for item in held.children if item.tag == "li"]


@BOTH_LANGUAGES
@pytest.mark.parametrize("sample", ["show", "hide"])
def test_five_things_to_ask_about_stand_there_each_with_figure_place_source_and_link(seen, figures_of, lang, sample):
    block = section(seen("overview", lang=lang, sample=sample), "asks")
    told = asking.five(figures_of(), lang)
    assert len(items(block)) == len(told) == asks.MOST
    for item, one in zip(items(block), told, strict=True):
        said = " ".join(item.text.split())
        for part in (one.title, one.question, one.period, one.place, one.quality):
            assert " ".join(part.split()) in said
        sentence = item.one(css="s7-said")
        assert "".join(sentence.text.split()) == "".join(one.sentence.split())
        links = [link.attributes["href"] for link in item.all("a")]
        assert f"id={one.indicator_id}" in links[0] and any("/sources?" in link for link in links)
        assert not list(item.all(css="s7-sample"))


@BOTH_LANGUAGES
def test_the_list_can_be_taken_along_as_text(seen, snapshot, figures_of, lang):
    block = section(seen("overview", lang=lang), "asks")
    for one in asking.five(figures_of(), lang):
        assert "".join(one.sentence.split()) in "".join(block.one("pre").text.split())
    (file,) = (link.attributes["href"] for link in block.all("a", "s7-file"))
    assert file == f"/asks/{snapshot}.txt?lang={lang}&year=2026"


@BOTH_LANGUAGES
def test_an_earlier_year_asks_by_what_was_known_of_it(seen, figures_of, lang):
    block = section(seen("overview", lang=lang, year="2018"), "asks")
    named = [next(item.all("a")).text for item in items(block)]
    assert named == [one.name for one in asking.five(figures_of(year=2018), lang)]


def test_a_town_that_gives_cause_for_one_question_says_so(tiny, visit_to):
    tiny.indicator("counted", period_kind="fiscal_year", due_days=60)
    tiny.figure("counted", "town", "2025-10-01", 5, quality="estimated")
    there = visit_to(tiny.build().folder).open("overview", lang="en")
    assert len(items(section(there, "asks"))) == 1
    assert ask_words.FEWER.format("en", count=1) in there.words


def test_a_town_of_good_figures_gives_no_cause_and_says_so(tiny, visit_to):
    tiny.indicator("counted", period_kind="fiscal_year", due_days=60)
    tiny.figure("counted", "town", "2025-10-01", 5)
    tiny.profile(tiny.indicator("made-up", period_kind="fiscal_year"), target_start=1000, target_end=1000)
    there = visit_to(tiny.build(with_sample=True).folder).open("overview", lang="en")
    block = section(there, "asks")
    assert items(block) == [] and list(block.all("pre")) == []
    assert ask_words.NONE.en in there.words and "made-up" not in block.text


@BOTH_LANGUAGES
def test_what_changed_is_told_in_sentences_since_the_day_of_the_link(seen, lang):
    usual, long = (seen("overview", lang=lang, **link) for link in ({}, {"since": "2025-11-01"}))
    assert {"th": "24 สิงหาคม 2569", "en": "24 August 2026"}[lang] in section(usual, "changed").one("h2").text
    block = section(long, "changed")
    assert {"th": "1 พฤศจิกายน 2568", "en": "1 November 2025"}[lang] in block.one("h2").text
    assert 0 < len(items(section(usual, "changed"))) < len(items(block))
    for item in items(block):
        assert item.one(css="s7-said").text and "/indicator?" in next(item.all("a")).attributes["href"]


@BOTH_LANGUAGES
def test_the_chosen_day_is_marked_and_every_choice_holds_its_day_in_the_link(seen, lang):
    block = section(seen("overview", lang=lang, since="2025-11-01"), "changed")
    choices = list(block.one("nav").all("a"))
    marked = [one for one in choices if "aria-current" in one.attributes]
    assert len(marked) == 1 and "since=2025-11-01" in marked[0].attributes["href"]
    assert len(choices) == 4 and sum("since=" in one.attributes["href"] for one in choices) == 3
    assert all(one.attributes["href"].endswith("#changed") for one in choices)


@pytest.mark.parametrize("asked", ["2027-01-01", "yesterday", "<b>"])
def test_a_day_that_has_not_been_is_said_and_the_usual_one_is_shown(visitor, asked):
    there = visitor.open("overview", since=asked, lang="en")
    (warning,) = there.warnings
    assert site.PARAMS["since"].en in warning
    assert "24 August 2026" in section(there, "changed").one("h2").text and "since" not in there.at.query_params


def test_the_days_of_meetings_can_be_looked_back_to(tiny, visit_to):
    tiny.indicator("counted", period_kind="fiscal_year")
    tiny.figure("counted", "town", "2024-10-01", 5, known_from="2025-10-05")
    visitor = visit_to(tiny.build().folder)
    for day in ("2025-10-01", "2026-12-24"):
        meetings.save(Meeting(day, "{}", "", "", day), account="")
    there = visitor.open("overview", lang="en")
    named = [link.text for link in section(there, "changed").one("nav").all("a")]
    assert news_words.MEETING.format("en", day="1 Oct 2025") in named and len(named) == 4
    assert news_words.NOTHING.en in there.words
    kept.forget()
    told = items(section(visitor.open("overview", lang="en", since="2025-10-01"), "changed"))
    assert [next(item.all("a")).text for item in told] == ["counted"]


def test_a_figure_known_on_the_day_of_the_snapshot_is_news_of_the_last_month(tiny, visit_to):
    tiny.indicator("counted", period_kind="fiscal_year")
    tiny.figure("counted", "town", "2024-10-01", 5, known_from=date(2026, 11, 22))
    there = visit_to(tiny.build().folder).open("overview", lang="en", since="2026-10-23")
    assert "counted (town) has a figure for the first time" in " ".join(section(there, "changed").text.split())
