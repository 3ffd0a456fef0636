"""What may stand beside an indicator's own figures, and the middle of what is compared with."""

from datetime import date

import pytest

FIRST = date(2020, 1, 1)
YEARLY = {"period_kind": "calendar_year"}
PEERS = ("peer-1", "peer-2", "peer-3")
SCORE = {**YEARLY, "over_time": "last", "over_units": "none"}


@pytest.fixture(scope="module")
def town(new_town):
    """Return a town among a province, a country and three other towns, with a rate, counts and scores."""
    tiny = new_town()
    tiny.unit("land", "country", parent=None)
    for name in PEERS:
        tiny.unit(name, "peer_city", parent=None)
    tiny.unit("other-province", "peer_province", parent=None)
    tiny.unit("tambon", "tambon", parent=None)
    tiny.ratio("rate", **YEARLY)
    for n, name in enumerate(("town", "province", "land", *PEERS, "other-province", "tambon", "school-1")):
        tiny.series("rate", name, FIRST, [(n + 1, 100), (2 * n + 1, 100)])
    tiny.indicator("count", **YEARLY)
    for name in ("town", *PEERS):
        tiny.series("count", name, FIRST, [5, 6])
    tiny.indicator("score", **SCORE)
    tiny.indicator("size", **SCORE)
    tiny.ratio("by-tambon", level="tambon", **YEARLY)
    for name in ("tambon", "town"):
        tiny.series("by-tambon", name, FIRST, [(1, 100)])
    tiny.indicator("score-land", level="country", **SCORE)
    tiny.series("score", "peer-1", FIRST, [70])
    tiny.series("size", "peer-1", FIRST, [70])
    tiny.series("score-land", "land", FIRST, [80])
    tiny.add("comparable.csv", indicator_id="score", other_id="score")
    tiny.add("comparable.csv", indicator_id="score", other_id="score-land", note_th="D", note_en="D")
    return tiny.build()


def beside(town, indicator):
    """Return who stands beside an indicator, in order."""
    sql = "select unit_id, own, other_id, drawn from beside where indicator_id = ? order by place"
    return town.ask(sql, indicator)


def test_our_own_comes_first_then_the_province_the_country_and_the_peers_of_its_kind(town):
    found = [unit for unit, *_ in beside(town, "rate")]
    assert found == ["town", "province", "land", *PEERS, "other-province"]
    assert [unit for unit, own, *_ in beside(town, "rate") if own] == ["town"]


def test_parts_of_the_town_are_not_set_beside_it(town):
    assert {"tambon", "school-1"} & {unit for unit, *_ in beside(town, "rate")} == set()


@pytest.mark.parametrize(("indicator", "drawn"), [
    ("rate", "values"), ("count", "index"), ("score", "values"), ("size", "index"),
])  # fmt: skip
def test_a_rate_is_drawn_as_it_is_a_count_and_what_nobody_declared_as_an_index(town, indicator, drawn):
    assert {how for *_, how in beside(town, indicator)} == {drawn}


def test_the_town_stands_there_without_a_figure_and_nobody_takes_its_place(town):
    assert beside(town, "score")[0] == ("town", True, "score", "values")
    assert town.ask("select held from beside where indicator_id = 'score' and own") == [(False,)]


def test_an_indicator_that_means_the_same_stands_beside_it_both_ways(town):
    assert ("land", False, "score-land", "values") in beside(town, "score")
    assert [unit for unit, *_ in beside(town, "score-land")] == ["land", "peer-1"]


def test_parts_of_a_place_lead_nothing_and_one_place_alone_is_no_comparison(town):
    assert beside(town, "by-tambon") == []


def test_nothing_stands_where_no_other_place_has_a_figure_and_years_are_a_table(tiny):
    tiny.indicator("alone", **YEARLY)
    tiny.series("alone", "town", FIRST, [5])
    tiny.indicator("opening", value_kind="year", **SCORE)
    tiny.series("opening", "province", FIRST, [2030])
    assert beside(tiny.build(), "alone") == []
    assert {how for *_, how in beside(tiny, "opening")} == {"table"}


def test_the_middle_of_three_peers_is_told_for_each_period(town):
    sql = "select unit_kind, year(period_start), median, peers from peer_medians where indicator_id = 'rate' order by 2"
    assert town.ask(sql) == [("peer_city", 2020, 5, 3), ("peer_city", 2021, 9, 3)]


def test_counts_and_fewer_than_three_peers_have_no_middle(town):
    assert town.ask("select distinct indicator_id from peer_medians") == [("rate",)]


def test_figures_of_others_lead_no_page_and_are_nobodys_total(town):
    assert town.ask("select distinct unit_id from headlines where indicator_id = 'rate'") == [("town",)]
    assert town.year("rate", "town") == {2020: 1, 2021: 1}
    assert town.ask("select count(*) from headlines where indicator_id = 'score'") == [(0,)]


def test_a_count_of_one_place_is_not_told_as_a_figure_of_two(tiny):
    tiny.ratio("rate", **YEARLY)
    tiny.ratio("rate-province", level="province", **YEARLY)
    for name in ("rate", "rate-province"):
        tiny.series(name, "province", FIRST, [(1, 100)])
    tiny.series("rate", "town", FIRST, [(1, 100)])
    tiny.add("comparable.csv", indicator_id="rate", other_id="rate-province", note_th="D", note_en="D")
    assert beside(tiny.build(), "rate") == [
        ("town", True, "rate", "values"), ("province", False, "rate", "values"),
    ]  # fmt: skip
