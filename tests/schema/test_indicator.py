"""What the page of an indicator reads: tables made for it, which say what the figures themselves say."""

from datetime import date

import pytest

from smart7 import catalog

MOST = 2000
LONG_AGO = date(1955, 1, 1)
LAID_OUT = "select unit_th, period_start, value from indicator_rows where indicator_id = 'long' and {} order by all"
NEWEST = """
    select u.name_th, o.period_start, o.value
    from (
        select * from observations join units using (unit_id) where indicator_id = 'long' and {}
        order by period_start desc, position limit 2000
    ) as o
    join units as u using (unit_id)
    order by all
"""


@pytest.fixture(scope="module")
def town(new_town):
    """Return a town with an indicator that has more figures than a page shows, made-up ones among them, and targets."""
    tiny = new_town()
    tiny.indicator("long")
    for name in ("peer-1", "peer-2", "peer-3"):  # only peers' figures stand beside made-up ones
        tiny.unit(name, "peer_city", parent=None)
        tiny.series("long", name, LONG_AGO, [1] * 850)
    tiny.profile("long")
    tiny.ratio("rate", period_kind="fiscal_year")
    tiny.series("rate", "town", date(2023, 10, 1), [(1, 4), (3, 4)])
    tiny.target("rate", "town", 2025, low=50)
    tiny.target("rate", "school-1", 2025, low=60)
    return tiny.build(with_sample=True)


def test_as_many_rows_are_laid_out_as_a_page_shows_with_sample_figures_and_without(town):
    published, every = town.ask(NEWEST.format("not is_sample")), town.ask(NEWEST.format("true"))
    assert len(published) == len(every) == MOST
    assert {unit for unit, *_ in every} > {unit for unit, *_ in published}
    assert town.ask(LAID_OUT.format("not is_sample")) == published
    assert set(town.ask(LAID_OUT.format("true"))) == set(published) | set(every)


def test_years_come_with_the_target_that_leads_and_whose_it_is(town):
    sql = "select year(period_end), value, target_low, target_authority, whose_en, y.at from indicator_years as y"
    sql += " where indicator_id = 'rate' order by all"
    plan = catalog.AUTHORITIES["plan"].en
    assert town.ask(sql) == [(2024, 25.0, None, None, None, 2024.0), (2025, 75.0, 50.0, "plan", plan, 2025.0)]


def test_a_target_says_whether_it_is_of_the_one_unit_an_indicator_leads_with(town):
    found = town.ask("select unit_id, of_leader, low from indicator_targets where indicator_id = 'rate' order by all")
    assert found == [("school-1", False, 60.0), ("town", True, 50.0)]
