"""What changed between two days and how figures are revised, worked out by hand in a small town."""

from datetime import date

import pytest

from smart7 import changed, queries, store
from smart7.view import View

NOW = date(2026, 11, 21)
VIEW = View("en", False, 2026, range(2026, 2025, -1), True, NOW)


@pytest.fixture(scope="module")
def town(new_town):
    """Return a town in which figures appeared, were corrected once and twice, withdrawn, and came from elsewhere."""
    tiny = new_town()
    tiny.indicator("counted")
    tiny.indicator("steady", domain="people")
    figures = [
        # March: 100, then 110 (+10 %), then 99 (-10 %); the last within the days compared.
        ("counted", "2026-03-01", 100, "2026-04-10", "2026-05-10", "register"),
        ("counted", "2026-03-01", 110, "2026-05-10", "2026-09-10", "register"),
        ("counted", "2026-03-01", 99, "2026-09-10", None, "register"),
        # April: 50, then 80 (+60 %), both after the first day: it appeared.
        ("counted", "2026-04-01", 50, "2026-08-30", "2026-10-01", "register"),
        ("counted", "2026-04-01", 80, "2026-10-01", None, "register"),
        # May: known, then withdrawn.
        ("counted", "2026-05-01", 40, "2026-06-20", "2026-10-15", "register"),
        # June: the same value from another source.
        ("counted", "2026-06-01", 60, "2026-07-10", "2026-11-01", "register"),
        ("counted", "2026-06-01", 60, "2026-11-01", None, "second-register"),
        ("steady", "2026-07-01", 5, "2026-08-15", None, "register"),
    ]
    for indicator, start, value, since, until, source in figures:
        tiny.figure(indicator, "town", start, value, known_from=since, known_to=until, source_id=source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMART7_DATA", str(tiny.folder))
        yield tiny.build(NOW)
        store.close_all()


def told(town, since, until):
    found = queries.records(town.snapshot_id, "revisions/changes", since=since, until=until, lang="en")
    return {(row["what"], row["indicator_id"], row["period_start"].month, row["before"], row["after"]) for row in found}


def test_between_two_days_each_figure_appeared_or_was_corrected_withdrawn_or_restated(town):
    assert told(town, date(2026, 8, 20), NOW) == {
        ("corrected", "counted", 3, 110, 99), ("appeared", "counted", 4, None, 80),
        ("withdrawn", "counted", 5, 40, None), ("restated", "counted", 6, 60, 60),
    }  # fmt: skip


def test_a_day_counts_to_its_end(town):
    assert told(town, date(2026, 9, 9), date(2026, 9, 10)) == {("corrected", "counted", 3, 110, 99)}
    assert told(town, date(2026, 9, 10), date(2026, 9, 11)) == set()
    assert told(town, date(2026, 4, 9), date(2026, 5, 10)) == {("appeared", "counted", 3, None, 110)}


def test_what_two_days_show_is_what_a_snapshot_as_known_on_each_would(town):
    (row,) = queries.records(
        town.snapshot_id, "revisions/changes", since=date(2026, 4, 30), until=date(2026, 9, 30), lang="en"
    )[:1]
    assert row["what"] in ("appeared", "corrected")
    found = told(town, date(2026, 4, 30), date(2026, 9, 30))
    assert ("corrected", "counted", 3, 100, 99) in found and ("appeared", "counted", 4, None, 50) in found


def test_how_often_and_how_far_an_indicator_is_revised(town):
    rows = queries.records(town.snapshot_id, "revisions/habits", until=NOW, lang="en")
    counted, steady = rows
    names = ("figures", "revised", "revisions", "withdrawn", "last")
    assert tuple(counted[name] for name in names) == (4, 2, 3, 1, date(2026, 10, 1))
    # Shares of the value before: 0.1, 0.1, 0.6; a restatement is none.
    assert counted["typical"] == pytest.approx(0.1) and counted["largest"] == pytest.approx(0.6)
    # First known 10, 122, 20 and 10 days after the end of the period.
    assert counted["known_after"] == 15
    # A value stood for 30, 123 and 32 days.
    assert counted["corrected_after"] == 32
    assert tuple(steady[name] for name in names) == (1, 0, 0, 0, None)
    assert (steady["typical"], steady["known_after"], steady["corrected_after"]) == (None, 15, None)


def test_up_to_an_earlier_day_later_revisions_have_not_happened(town):
    (counted,) = queries.records(town.snapshot_id, "revisions/habits", until=date(2026, 6, 30), lang="en")
    assert (counted["revisions"], counted["withdrawn"], counted["typical"]) == (1, 0, pytest.approx(0.1))


def test_the_page_says_the_sums_and_shows_old_beside_new(town):
    page = "".join(changed.blocks(town.snapshot_id, date(2026, 8, 20), NOW, VIEW))
    assert (
        "Between 20 August 2026 and 21 November 2026, 1 figures appeared, 1 were corrected, 1 were withdrawn, "
        "1 have another source or quality" in page
    )
    assert "from 110.0\xa0M to 99.0\xa0M" in page and "−10.0%" in page
    assert "2 indicators with a published figure up to 21 November 2026, 1 were ever revised, 3 times" in page
    assert f"/revisions/{town.snapshot_id}.csv?since=2026-08-20&amp;until=2026-11-21&amp;lang=en" in page


@pytest.mark.parametrize(
    ("link", "span"),
    [
        ({}, (date(2025, 11, 21), NOW)),
        ({"since": "2026-01-01"}, (date(2026, 1, 1), NOW)),
        ({"until": "2026-06-30"}, (date(2025, 6, 30), date(2026, 6, 30))),
        ({"since": "2026-06-30", "until": "2026-06-30"}, None),
        ({"since": "2026-07-01", "until": "2026-06-30"}, None),
        ({"until": "2026-11-22"}, None),
        ({"since": "soon"}, None),
    ],
)
def test_the_two_days_of_a_link_are_in_order_and_not_to_come(link, span):
    assert changed.span_of(link, VIEW) == span
