"""The monthly council's deck is short, can be given in twenty minutes, and says something else on every slide."""

from dataclasses import replace

import pytest

from smart7 import tally
from smart7.i18n import LANGS
from smart7.meetings import asking, board, ready
from smart7.meetings.agenda import Item
from smart7.meetings.room import Room
from smart7.packs import content
from smart7.packs.composition import deck
from smart7.packs.composition.parts import Rows, Words
from smart7.words import asks as words

SLIDES, MINUTES = 16, 20


@pytest.fixture(scope="module", params=LANGS)
def pack(request, snapshot):
    return content.pack(ready.agenda("monthly-council", snapshot), snapshot, request.param)


@pytest.fixture(scope="module")
def pages(pack):
    return deck.pages(pack)


def test_it_has_at_most_sixteen_slides_and_takes_twenty_minutes(pack, pages):
    front = [page for page in pages if page.kind != "annex"]
    assert len(front) <= SLIDES and pack.agenda.minutes <= MINUTES
    assert [front[0].kind, front[-1].kind] == ["cover", "closing"]
    assert pages[: len(front)] == front


def test_no_headline_is_said_twice(pages):
    said = [page.title for page in pages if page.kind != "annex"]
    assert len(said) == len(set(said))


def test_no_slide_holds_a_list_of_more_than_seven_rows(pages):
    for page in pages:
        if page.kind != "annex":
            assert all(len(placed.part.table.rows) <= 7 for placed in page.of(Rows)), page.title


def test_every_figure_of_the_agenda_stands_in_the_deck_or_its_annex(pack, pages):
    cells = [cell for page in pages for placed in page.of(Rows) for row in placed.part.table.rows for cell in row]
    lines = [line.text for page in pages for placed in page.of(Words) for line in placed.part.lines]
    told = " ".join([*cells, *lines])
    for slide in pack.slides:
        for figure in slide.figures:
            assert figure.value is None or figure.shown.partition("\u00a0")[0] in told, (figure.name, figure.shown)


def test_a_domain_shows_its_row_of_the_board_and_at_most_two_charts_of_real_figures(pack):
    domains = [slide for slide in pack.slides if slide.item.kind == "domain"]
    assert len(domains) == 7
    for slide in domains:
        assert len(slide.board) == 1 and 0 < len(slide.panels) <= 2
        assert not any(panel.figure.is_sample for panel in slide.panels)
        assert all(panel.figure.shown in panel.said for panel in slide.panels)


def test_the_board_counts_what_the_tally_counts(snapshot, pack):
    room = Room(snapshot, pack.lang)
    counted = tally.published(room.figures.values())
    found = board.counts(board.rows(room))
    assert sum(count for _, _, count in found) == counted.total
    for name in tally.STANDINGS:
        assert sum(count for look, _, count in found if look == name) == counted.standings[name], name
    assert sum(count for _, then, count in found if then) == counted.judged_then


def test_it_ends_with_what_the_pages_ask_about_each_with_its_figure_period_and_source(snapshot, pack, pages):
    room = Room(snapshot, pack.lang)
    found = asking.five(room.figures.values(), pack.lang)
    slide, page = pack.slides[-1], next(page for page in pages if page.slide is pack.slides[-1])
    assert slide.item.kind == "asks" and len(slide.asks) == len(found) > 0
    assert not slide.is_sample and all(one.sentence in slide.notes.narrative for one in found)
    told = " ".join(line.text for placed in page.of(Words) for line in placed.part.lines).replace("\u00a0", " ")
    for row, one in zip(slide.table.rows, found, strict=True):
        assert one.name in told and one.question in told and one.period in told
        assert one.shown.partition("\u00a0")[0] in told and row[1:4] == (one.shown, one.period, one.question)
        assert room.figure(one.indicator_id).provenance.sources[0].title.get(pack.lang)[:30] in told


def test_without_figures_it_says_that_nothing_can_be_asked_about(snapshot, pack, monkeypatch):
    monkeypatch.setattr(asking, "five", lambda figures, lang: [])
    alone = content.pack(replace(pack.agenda, items=(Item("asks"),)), snapshot, pack.lang)
    slide = alone.slides[0]
    assert slide.headline == words.NONE.get(pack.lang) and not slide.asks and slide.table is None
    assert len(deck.pages(alone)[1].of(Words)) >= 3
