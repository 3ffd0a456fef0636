"""Whose target leads, the median of the peers, and units that never stand for the city or the province."""

from datetime import date

import pytest

from smart7.ingest.build import Options, build
from smart7.ingest.faults import BadInput

ASIDE = (("tambon", "town"), ("station", "town"), ("peer_city", None), ("peer_province", None))
YEAR = {"period_kind": "calendar_year", "due_days": 90}
LEVELS = ("tambon", "station")
PLACES = ("north", "east", "south", "west")


def with_targets(tiny):
    """Return a town whose one indicator has targets of several authorities."""
    tiny.indicator("air", **YEAR, direction="lower", decimals=0)
    tiny.series("air", "town", date(2018, 1, 1), [30, 31, 32, 33, 34, 35, 36])
    forever = {"period_to": "", "known_from": "2010-01-01"}
    tiny.target("air", "town", 0, **forever, authority="law", period_from="2010-01-01", high=50)
    tiny.target("air", "town", 0, **forever, authority="law", period_from="2023-06-01", high=37)
    tiny.target("air", "town", 0, **forever, authority="guideline", period_from="2005-01-01", high=5)
    plan = {"period_from": "2020-01-01", "period_to": "2021-12-31", "known_from": "2020-01-01"}
    tiny.target("air", "town", 0, **plan, authority="plan", high=33)
    return tiny


@pytest.fixture(scope="module")
def judged(new_town):
    """Return that town, built once, to look at only."""
    return with_targets(new_town()).build()


def test_the_first_authority_that_has_a_target_in_a_period_leads(judged):
    sql = "select year(period_end), target_authority, target_high from headlines order by period_end"
    assert judged.ask(sql) == [
        (2018, "law", 50), (2019, "law", 50), (2020, "plan", 33), (2021, "plan", 33), (2022, "law", 50),
        (2023, "law", 37), (2024, "law", 37),
    ]  # fmt: skip


def test_a_target_without_an_end_is_in_force_until_the_next_of_its_authority(judged):
    sql = "select authority, period_from, period_to from targets where authority <> 'plan' order by all"
    assert judged.ask(sql) == [
        ("guideline", date(2005, 1, 1), None),
        ("law", date(2010, 1, 1), date(2023, 5, 31)),
        ("law", date(2023, 6, 1), None),
    ]


def test_what_is_not_yet_known_replaces_nothing(tiny):
    with_targets(tiny).rows["targets.csv"][1]["known_from"] = "2024-01-01"
    found = tiny.build(as_of=date(2023, 12, 31)).ask("select period_to from targets where authority = 'law'")
    assert found == [(None,)]


def test_on_each_day_one_target_leads(judged):
    sql = """select count(*) from leading_targets as a join leading_targets as b
        on a.indicator_id = b.indicator_id and a.unit_id = b.unit_id and a.day_from < b.day_from
       and b.day_from <= a.day_to"""
    assert judged.ask(sql) == [(0,)]


def test_open_figures_name_the_target_that_leads_and_targets_all_of_them(judged):
    sql = (
        "select year(period_end), target_authority from open.figures where period_end > date '2021-12-31' order by all"
    )
    assert judged.ask(sql) == [(2022, "law"), (2023, "law"), (2024, "law")]
    assert judged.ask("select authority from open.targets order by authority_position, period_start") == [
        ("plan",), ("law",), ("law",), ("guideline",),
    ]  # fmt: skip


def test_one_authority_cannot_have_two_targets_at_once(tiny):
    with_targets(tiny).target(
        "air", "town", 0, authority="plan", period_from="2021-01-01", period_to="2022-12-31", high=1
    )
    with pytest.raises(BadInput, match=r"."):
        build(Options(tiny.write(), date(2026, 11, 22), False))


# --- peers


def peers(tiny, values, **cells):
    """Return a town of which as many peers as there are values have a figure of 2024, and the median they give."""
    tiny.indicator("waste", **{**YEAR, "direction": "lower", "decimals": 2, "value_kind": "percent", **cells})
    for n, value in enumerate(values):
        tiny.unit(PLACES[n], "peer_city", parent=None)
        tiny.figure("waste", PLACES[n], "2024-01-01", value)
    tiny.figure("waste", "town", "2024-01-01", 1.5)
    sql = "select unit_id, low, high, quality, period_from, period_to from targets where authority = 'peers'"
    return tiny.build().ask(sql)


def test_the_median_of_three_peers_is_a_target_of_the_same_period(tiny):
    days = (date(2024, 1, 1), date(2024, 12, 31))
    assert peers(tiny, [0.9, 1.3, 1.1]) == [("town", None, 1.1, "modelled", *days)]
    assert tiny.ask("select target_authority, target_high from headlines") == [("peers", 1.1)]
    [(thai, english)] = tiny.ask("select note_th, note_en from targets")
    assert english == "The median of 3 in the same period: north 0.90, east 1.30, south 1.10"
    assert thai.startswith("มัธยฐานของ 3 แห่งในงวดเดียวกัน")


def test_where_more_is_better_the_median_is_a_floor(tiny):
    assert [row[1:3] for row in peers(tiny, [1, 2, 3, 4], direction="higher")] == [(2.5, None)]


@pytest.mark.parametrize(("values", "cells"), [([0.9, 1.3], {}), ([1, 2, 3], {"direction": "context"})])
def test_two_peers_or_a_background_figure_make_no_median(tiny, values, cells):
    assert peers(tiny, values, **cells) == []


def test_a_municipal_plan_comes_before_the_median(tiny):
    plan = {"period_from": "2024-01-01", "period_to": "2024-12-31"}
    tiny.target("waste", "town", 0, **plan, known_from="2024-01-01", high=2)
    peers(tiny, [0.9, 1.3, 1.1])
    assert tiny.ask("select target_authority from headlines") == [("plan",)]


def test_a_file_may_not_state_a_median_of_peers(tiny):
    tiny.indicator("waste")
    tiny.figure("waste", "town", "2024-10-01", 5)
    tiny.target("waste", "town", 2024, authority="peers", low=1)
    with pytest.raises(BadInput) as refused:
        tiny.build()
    assert [(one.file, one.column) for one in refused.value.faults] == [("targets.csv", "authority")]


# --- units that stand for nobody else


@pytest.fixture(scope="module")
def aside(new_town):
    """Return a town with an indicator and a unit aside for each kind of those, and two of each kind that is a level."""
    tiny = new_town()
    for kind, parent in ASIDE:
        level = "province" if kind == "peer_province" else "city"
        tiny.indicator(slug(kind), level=level, over_units="sum", period_kind="fiscal_year")
        tiny.unit(f"aside-{slug(kind)}", kind, parent=parent)
        tiny.figure(slug(kind), f"aside-{slug(kind)}", "2024-10-01", 5)
    for kind in LEVELS:
        tiny.indicator(f"by-{kind}", level=kind, over_units="sum", period_kind="fiscal_year")
        for n in (1, 2):
            tiny.unit(f"{kind}-{n}", kind)
            tiny.figure(f"by-{kind}", f"{kind}-{n}", "2024-10-01", 5)
    return tiny.build()


def slug(kind):
    """Return a kind of unit as an id may be written."""
    return kind.replace("_", "-")


@pytest.mark.parametrize("kind", [kind for kind, _ in ASIDE])
def test_a_figure_of_a_unit_aside_never_leads_and_is_never_added_up(aside, kind):
    assert aside.ask("select * from headlines where indicator_id = ?", slug(kind)) == []
    assert aside.ask("select unit_id from series where indicator_id = ?", slug(kind)) == [(f"aside-{slug(kind)}",)]
    assert aside.ask("select units_reporting from cards where indicator_id = ?", slug(kind)) == [(0,)]


@pytest.mark.parametrize("kind", LEVELS)
def test_what_is_measured_by_tambon_or_station_is_known_by_unit_and_leads_nothing(aside, kind):
    assert aside.ask("select unit_id from yearly where indicator_id = ? order by all", f"by-{kind}") == [
        (f"{kind}-1",),
        (f"{kind}-2",),
    ]
    assert aside.ask("select * from headlines where indicator_id = ?", f"by-{kind}") == []
    assert aside.ask("select units_reporting from cards where indicator_id = ?", f"by-{kind}") == [(2,)]


@pytest.mark.parametrize("kind", ["peer_city", "peer_province"])
def test_no_indicator_is_meant_for_peers(tiny, kind):
    tiny.indicator("water", level=kind)
    tiny.figure("water", "town", "2024-10-01", 5)
    with pytest.raises(BadInput) as refused:
        tiny.build()
    assert [one.column for one in refused.value.faults] == ["level"]


def test_the_units_page_lists_none_of_them(ask):
    from smart7 import queries

    sql = "select unit_id from units where kind in ('tambon', 'station', 'peer_city', 'peer_province') limit 1"
    wanted = next((row[0] for row in ask(sql)), "")
    [snapshot_id] = ask("select snapshot_id from snapshot")[0]
    listed = queries.records(snapshot_id, "units/list", lang="en", sample=True, unit=wanted)
    assert {row["kind"] for row in listed} == {"school", "centre", "division"}
