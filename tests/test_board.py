"""What a link asks of the board, and which tiles are looked at."""

import pytest

from smart7 import board, calendar, reading, tally
from smart7.board import Choice

UNTIL = calendar.period("fiscal_year", calendar.date(2025, 10, 1)).end


@pytest.fixture
def found(snapshot):
    return reading.every_figure(snapshot, UNTIL, sample=True)


def test_a_link_that_asks_for_nothing_shows_everything_by_aim(found):
    for link in ({}, {"verdict": "", "aim": ""}, {"lang": "en", "year": "2020"}):
        assert board.of_link(link, found) == Choice() and Choice().held == {} and Choice().chosen == ()
    assert board.looked_at(found, Choice()) == list(found)


@pytest.mark.parametrize(
    "link",
    [{"verdict": "red"}, {"aim": "rich"}, {"owner": "division-9"}, {"only": "sample"}, {"order": "size"},
     {"verdict": "on){}*{display:none}"}, {"owner": "a.b"}],
)  # fmt: skip
def test_a_link_that_asks_for_what_does_not_exist_asks_for_nothing_the_board_can_show(found, link):
    assert board.of_link(link, found) is None


def test_a_choice_survives_the_way_through_a_link(found):
    for order in ("aim", "name"):
        for verdict in ("", *board.VERDICTS):
            choice = Choice(order, verdict, "safe", "division-health", "late")
            assert board.of_link(choice.held, found) == choice


def test_choices_are_joined_by_and(found):
    both = board.looked_at(found, Choice(aim="safe", only="late"))
    assert both and all("safe" in f.aims and f.late and f.known for f in both)
    assert len(both) == sum("safe" in f.aims and f.late and f.known for f in found)


def test_how_many_stand_how_adds_up_to_all(found):
    counted = tally.published(found)
    standings = counted.standings
    assert list(standings) == list(tally.STANDINGS) and sum(standings.values()) == len(found) == counted.total
    for name, count in standings.items():
        assert len(board.looked_at(found, Choice(verdict=name))) == count, name
    assert len(board.looked_at(found, Choice(verdict="then"))) == counted.judged_then
    assert len(board.looked_at(found, Choice(only="real"))) == counted.known
    assert len(board.looked_at(found, Choice(only="late"))) == counted.late


def test_by_aim_no_indicator_is_lost_and_those_that_serve_none_come_last(found):
    ordered = board.by_aim(found)
    places = [board.aim_of(f) for f in ordered]
    assert sorted(f.indicator_id for f in ordered) == sorted(f.indicator_id for f in found)
    assert places == sorted(places) and {places[0], places[-1]} == {0, 5}
