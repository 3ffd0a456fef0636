"""What became known since a day is told once an indicator, by what is new of the figure it leads with."""

from datetime import date
from typing import Any

import pytest

from smart7 import catalog, figures, kept, news, reading, store
from smart7.figures import Figure
from tests.figured import FIGURE

AS_OF, UNTIL = date(2026, 11, 22), date(2026, 9, 30)
ROW = {"indicator_id": "visits", "known": date(2026, 11, 1), "figures": 1, "corrected": 0, "leading": 1,
       "leading_corrected": 0, "leading_before": 0, "own_before": 3, "replaced": None}  # fmt: skip


def figure(**cells: Any) -> Figure:
    """Return the usual figure with some cells changed."""
    return figures.figure(FIGURE | cells, AS_OF, UNTIL)


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({}, "newer"),
        ({"own_before": 0}, "first"),
        ({"leading_before": 9}, "grown"),
        ({"leading_corrected": 1, "corrected": 1, "leading_before": 9}, "corrected"),
        ({"leading": 2, "leading_corrected": 1, "corrected": 1}, "newer"),
        ({"leading": 0}, "older"),
    ],
)
def test_what_happened_goes_by_what_is_new_of_the_leading_figure(cells, what):
    (found,) = news.told([ROW | cells], [figure()])
    assert found.what == what


def test_of_an_indicator_without_a_figure_of_the_whole_only_parts_came_in():
    (found,) = news.told([ROW], [figure(value=None, period_kind=None)])
    assert found.what == "parts"


def test_what_was_replaced_is_told_where_one_figure_was():
    corrected = ROW | {"leading_corrected": 1, "corrected": 1, "replaced": 90.0}
    assert [one.replaced for one in news.told([corrected], [figure()])] == [90.0]
    twelve = corrected | {"leading": 12, "leading_corrected": 12, "corrected": 12, "figures": 12}
    assert [one.replaced for one in news.told([twelve], [figure()])] == [None]
    assert [one.replaced for one in news.told([ROW | {"replaced": 90.0}], [figure()])] == [None]


def test_the_latest_comes_first_then_the_order_of_domains_and_ids():
    days = {"a": 1, "b": 5, "c": 5, "d": 5}
    domains = {"a": "people", "b": "governance", "c": "people", "d": "people"}
    rows = [ROW | {"indicator_id": name, "known": date(2026, 11, day)} for name, day in days.items()]
    found = [figure(indicator_id=name, domain_id=domain) for name, domain in domains.items()]
    assert [one.figure.indicator_id for one in news.told(rows[::-1], found)] == ["c", "d", "b", "a"]


def test_what_changes_no_leading_figure_comes_last():
    rows = [ROW | {"indicator_id": "a", "leading": 0, "known": AS_OF}, ROW | {"indicator_id": "b"}]
    told = news.told(rows, [figure(indicator_id="a"), figure(indicator_id="b")])
    assert [(one.figure.indicator_id, one.what) for one in told] == [("b", "newer"), ("a", "older")]


def test_a_sample_figure_is_no_news():
    assert news.told([ROW], [figure(is_sample=True, quality="sample")]) == []


@pytest.mark.parametrize(("chosen", "day"), [
    ("", date(2026, 8, 24)), ("2026-11-22", AS_OF), ("2025-02-28", date(2025, 2, 28)), ("2026-11-23", None),
    ("2025-02-29", None), ("1899-12-31", None), ("20250228", None), ("2569-01-01", None), ("yesterday", None),
])  # fmt: skip
def test_a_link_chooses_a_day_that_has_been_or_none(chosen, day):
    assert news.day_of(chosen, AS_OF) == day


@pytest.fixture
def town(tiny, monkeypatch, request):
    """Return what became known in a small town after a day, by indicator."""
    names = ("newer", "corrected", "grown", "peers-only", "by-school", "made-up", "older")
    for domain, name in zip(catalog.DOMAINS, names, strict=True):
        kind = "month" if name == "grown" else "fiscal_year"
        level = "school" if name == "by-school" else "city"
        tiny.indicator(name, domain=domain.id, period_kind=kind, level=level)
    tiny.profile("made-up", start=10, end=99)
    tiny.unit("other-town", "peer_city", parent=None)
    for name in ("newer", "corrected", "older"):
        tiny.figure(name, "town", "2023-10-01", 5, known_from="2024-10-05")
    tiny.figure("newer", "town", "2024-10-01", 6, known_from="2025-10-05")
    tiny.figure("corrected", "town", "2024-10-01", 6, known_from="2025-09-01", known_to="2025-10-05")
    tiny.figure("corrected", "town", "2024-10-01", 7, known_from="2025-10-05")
    tiny.figure("older", "town", "2020-10-01", 3, known_from="2025-10-05")
    tiny.figure("grown", "town", "2024-10-01", 1, known_from="2024-11-05")
    tiny.figure("grown", "town", "2024-11-01", 1, known_from="2025-10-05")
    tiny.figure("peers-only", "other-town", "2024-10-01", 9, known_from="2025-10-05")
    tiny.figure("by-school", "school-1", "2024-10-01", 4, known_from="2025-10-05")
    monkeypatch.setenv("SMART7_DATA", str(tiny.build(with_sample=True).folder))
    kept.forget()
    request.addfinalizer(kept.forget)
    request.addfinalizer(store.close_all)
    snapshot = store.open_current()

    def since(day: date) -> dict[str, news.News]:
        rows = reading.records(snapshot, "overview/changed", reading.asked(since=day, until=UNTIL))
        told = news.told(rows, reading.every_figure(snapshot, UNTIL, sample=True))
        return {one.figure.indicator_id: one for one in told}

    return since


def test_a_snapshot_tells_every_sort_of_news_and_neither_peers_nor_samples(town):
    found = town(date(2025, 10, 1))
    assert {name: one.what for name, one in found.items()} == {
        "newer": "newer", "corrected": "corrected", "grown": "grown", "by-school": "first", "older": "older",
    }  # fmt: skip
    assert (found["corrected"].replaced, found["corrected"].figure.value) == (6.0, 7.0)
    assert (found["newer"].count, found["newer"].corrected) == (1, 0)


def test_what_became_known_on_the_day_itself_is_not_since_it(town):
    assert town(date(2025, 10, 5)) == {}
    assert set(town(date(2025, 10, 4))) == {"newer", "corrected", "grown", "by-school", "older"}
