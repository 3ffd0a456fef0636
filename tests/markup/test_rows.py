"""A figure as a line of a list, and told large: nothing that a card tells is lost."""

from datetime import date

import pytest

from smart7 import calendar
from smart7.markup import heroes, rows
from smart7.markup.pieces import unfolded
from smart7.metrics import Status
from tests.markup.shown import read as said

SNAPSHOT = "20261122-996f9da717"


def year(value, number, place=0, **cells):
    """Return a row of the query `domain/leading`."""
    period = calendar.period("fiscal_year", date(number - 1, 10, 1))
    return {
        "indicator_id": "dengue-cases", "place": place, "unit_id": "khonkaen-city" if not place else f"p{place}",
        "label": f"Place {place}", "unit_kind": "peer_city" if place else "city", "period_kind": "fiscal_year",
        "period_start": period.start, "period_end": period.end, "short": f"FY{number}", "value": value, "era": 0,
        "incomplete": False, "target_low": None, "target_high": 1300.0, **cells,
    }  # fmt: skip


def test_a_line_tells_name_value_verdict_period_and_quality_before_it_is_opened(figure, view):
    line = rows.row(figure(), view(), SNAPSHOT)
    closed = said(line[: line.index("</summary>")])
    for part in ("Dengue cases", "1,234", "cases", "On target", "FY2026", "Official"):
        assert part in closed
    assert 'aria-label="Dengue cases"' in line and "s7-spark" in line


def test_an_opened_line_tells_what_a_card_tells(figure, view):
    opened = said(unfolded(rows.row(figure(), view(), SNAPSHOT)).partition("</summary>")[2])
    for part in ("FY2026 · Khon Kaen City Municipality", "On target (municipality's target ≤ 1,300 cases)",
                 "−66 cases from FY2025", "Disease register", "Health Office", "count of cases", SNAPSHOT):  # fmt: skip
        assert part in opened.replace("\u00a0", " ")


@pytest.mark.parametrize(("status", "word"), [
    (Status("off", then=True), "Off target"), (Status("none", "context"), "Not judged"),
    (Status("none", "no_target"), "No target"), (Status("none", "partial"), "Year not complete"),
])  # fmt: skip
def test_why_there_is_no_verdict_is_said_in_a_word(figure, view, status, word):
    assert word in said(rows.verdict(figure(status=status), view()))


def test_a_sample_is_hollow_and_says_so(figure, view):
    line = rows.row(figure(is_sample=True, quality="sample"), view(), SNAPSHOT)
    assert 'class="s7-row s7-sample"' in line and "s7-q-sample" in line


def test_an_empty_list_is_not_drawn(view):
    assert rows.listing("Title", [], view(), SNAPSHOT) == ""


def test_a_figure_told_large_has_its_line_its_target_and_others_behind_it(figure, view):
    held = [year(1500.0, 2024), year(1300.0, 2025), year(1234.0, 2026)]
    others = [year(value, 2026, place) for place, value in enumerate((1.0, 2.0, 3.0), 2)]
    shown = heroes.heroes([figure()], [*held, *others], view(), SNAPSHOT)
    assert "s7-own" in shown and shown.count("s7-quiet") == 3 and "s7-aim" in shown
    assert "Grey: Place 2, Place 3 and 1 more" in said(shown)
    assert "above the middle of the 3 places" in said(shown)
    assert "Where this comes from" in said(shown) and 'href="/indicator?lang=en&amp;id=dengue-cases"' in shown


def test_with_one_period_alone_a_figure_stands_beside_others_as_bars(figure, view):
    shown = heroes.heroes([figure()], [year(1234.0, 2026), year(9.0, 2026, 2), year(8.0, 2025, 3)], view(), SNAPSHOT)
    assert "s7-lying" in shown and "Place 2" in shown and "Place 3" not in shown
    assert "municipality's target at most 1,300" in said(shown).replace("\u00a0", " ")


def test_periods_that_do_not_follow_one_another_are_bars_and_not_a_line(figure, view):
    shown = heroes.heroes([figure()], [year(1500.0, 2020), year(1234.0, 2026)], view(), SNAPSHOT)
    assert "s7-plot" not in shown and shown.count("s7-own") == 1
    assert said(shown).index("FY2020 1,500") < said(shown).index("FY2026 1,234")


def test_a_line_ends_where_a_year_is_missing_or_is_counted_another_way():
    gap = heroes.stretches([year(1.0, 2020), year(2.0, 2022), year(3.0, 2023), year(4.0, 2024, era=1)])
    assert [len(one) for one in gap] == [1, 2, 1]


def test_neighbouring_years_share_one_step_of_the_same_target():
    found = heroes.steps([year(1.0, 2020), year(1.0, 2021), year(1.0, 2022, target_high=9.0)])
    assert [(step.begins, step.ends, step.value) for step in found] == [(2019.5, 2021.5, 1300.0), (2021.5, 2022.5, 9.0)]


def test_no_figure_is_told_large_where_there_is_none(view):
    assert heroes.heroes([], [], view(), SNAPSHOT) == ""
