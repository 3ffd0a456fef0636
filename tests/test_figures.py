"""A figure as it may be shown: what it stands for, how it is judged, and how figures are counted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart7 import figures, metrics, queries, tally
from smart7.calendar import Period
from smart7.figures import Aim, Figure, Source
from smart7.i18n import Text
from smart7.metrics import Status, Target

AS_OF, UNTIL = date(2026, 11, 22), date(2026, 9, 30)

# Every column a page asks for, so that one more changes nothing here.
ROW: dict[str, Any] = dict.fromkeys(queries.get("indicators/cards").returns) | {
    "indicator_id": "visits", "domain_id": "living", "native_kind": "month", "due_days": 30, "decimals": 1,
    "value_kind": "number", "direction": "higher", "over_time": "sum", "level": "city", "owner": "division-1",
    "promised": True, "aims": ["safe"], "units_reporting": 1, "value": 120.0, "quality": "official",
    "is_sample": False, "partial": False, "periods": 12, "periods_expected": 12, "units": 1, "units_expected": 1,
    "source_ids": ["s"], "sources_th": ["source"], "sources_en": ["source"], "source_days": [date(2026, 10, 20)],
    "as_of": date(2026, 10, 20), "last_period_end": date(2026, 9, 30),
    "period_kind": "fiscal_year", "period_start": date(2025, 10, 1), "period_end": date(2026, 9, 30),
    "previous_kind": "fiscal_year", "previous_start": date(2024, 10, 1), "previous_end": date(2025, 9, 30),
    "previous_value": 100.0, "previous_incomplete": False, "target_low": 110.0, "target_high": None,
    "target_authority": "plan", "target_quality": "official", "target_from": date(2025, 10, 1),
    "target_to": date(2026, 9, 30), "target_source_id": "plan-2026", "target_known": date(2025, 10, 1),
    "spark": [90.0, 100.0, 120.0], "spark_starts": [date(2023, 10, 1), date(2024, 10, 1), date(2025, 10, 1)],
} | {
    f"{name}_{lang}": name
    for name in ("name", "about", "measure", "unit", "label", "short", "source", "owner", "formula", "register",
                 "target_source")
    for lang in ("th", "en")
}  # fmt: skip
NOTHING = dict.fromkeys(
    [
        "value", "quality", "partial", "periods", "periods_expected", "units", "units_expected", "source_ids",
        "sources_th", "sources_en", "source_days",
        "as_of", "last_period_end", "period_kind", "period_start", "period_end", "previous_kind", "previous_start",
        "previous_end", "previous_value", "previous_incomplete", "target_low", "target_high", "target_to", "spark",
        "spark_starts", "unit_th", "unit_en", "label_th", "label_en", "short_th", "short_en",
    ]
) | {"units_reporting": 0}  # fmt: skip


def figure(**cells: Any) -> Figure:
    """Return the figure of the usual row with some cells changed."""
    return figures.figure({**ROW, **cells}, AS_OF, UNTIL)


@pytest.fixture(scope="module")
def cards(snapshot) -> Callable[..., list[Figure]]:
    """Return a function that reads the figures a page leads with."""

    def read(sample: bool, until: date = UNTIL) -> list[Figure]:
        rows = queries.records(snapshot, "indicators/cards", domain="", until=until, sample=sample)
        return figures.read(rows, AS_OF, until)

    return read


# --- one figure


def test_a_figure_keeps_its_unit_period_quality_and_source():
    found = figure()
    assert (found.value, found.quality, found.is_sample) == (120.0, "official", False)
    assert found.period == Period("fiscal_year", date(2025, 10, 1), date(2026, 9, 30))
    assert found.unit is not None and found.unit.en == "unit"
    assert [source.title.en for source in found.provenance.sources] == ["source"]
    assert found.provenance.as_of == date(2026, 10, 20)
    assert found.target == Target(low=110.0, until=date(2026, 9, 30))
    assert found.aim == Aim(
        "plan",
        date(2025, 10, 1),
        date(2026, 9, 30),
        "official",
        Source("plan-2026", Text("target_source", "target_source"), date(2025, 10, 1)),
        None,
    )
    assert (found.held, found.units_held) == ((12, 12), (1, 1))


def test_a_figure_is_judged_by_the_published_rule():
    assert figure().status == Status("on")
    assert figure(value=99.0).status == Status("near")
    assert figure(value=98.9).status == Status("off")
    assert figure(target_low=None).status == Status("none", "no_target")
    assert figure(direction="context").status == Status("none", "context")


@pytest.mark.parametrize(
    ("cells", "complete", "status"),
    [
        ({"periods": 11}, False, Status("none", "partial")),
        ({"units": 9, "units_expected": 11}, False, Status("none", "partial")),
        ({"partial": True}, False, Status("none", "partial")),
        ({"periods": 11, "over_time": "ratio"}, True, Status("on")),
        ({"units": 9, "units_expected": 11, "over_time": "mean"}, True, Status("on")),
        ({"periods": 1, "over_time": "last"}, True, Status("on")),
        ({"partial": True, "over_time": "last"}, False, Status("none", "partial")),
        ({"partial": True, "over_time": "ratio"}, False, Status("none", "partial")),
    ],
)
def test_a_partial_sum_is_not_judged_and_what_does_not_grow_with_its_parts_is(cells, complete, status):
    found = figure(**cells)
    assert (found.complete, found.status) == (complete, status)


def test_a_late_figure_is_judged_for_its_own_period_and_not_for_today():
    found = figure(last_period_end=date(2025, 9, 30), period_start=date(2024, 10, 1), period_end=date(2025, 9, 30))
    assert found.late
    assert found.status == Status("on", then=True)
    assert figure(last_period_end=date(2026, 8, 31), periods=11).status == Status("none", "partial")


def test_a_fact_that_nobody_owes_again_is_judged_for_its_own_period_once_it_is_old():
    old = {"due_days": None, "native_kind": "calendar_year", "period_kind": "calendar_year", "periods_expected": 1,
           "period_start": date(2015, 1, 1), "period_end": date(2015, 12, 31), "last_period_end": date(2015, 12, 31),
           "target_from": date(2010, 1, 1), "target_to": None}  # fmt: skip
    found = figure(**old)
    assert (found.late, found.status) == (False, Status("on", then=True))


TARGETS = [
    {"target_authority": authority, "target_low": low, "target_high": None, "target_from": since, "target_to": until,
     "target_quality": "official", "target_source_id": "s", "target_source_th": "S", "target_source_en": "S",
     "target_known": since, "target_note_th": None, "target_note_en": None}
    for authority, low, since, until in (
        ("plan", 110.0, date(2025, 10, 1), date(2026, 9, 30)), ("law", 130.0, date(2024, 10, 1), None),
        ("law", 100.0, date(2010, 1, 1), date(2024, 9, 30)), ("guideline", 1.0, date(2010, 1, 1), date(2020, 1, 1)),
    )
]  # fmt: skip


def test_a_figure_is_held_against_another_authority_where_it_has_a_target_of_that_period():
    found = figures.held_against(figure(), TARGETS, "law")
    assert found.aim is not None
    assert (found.aim.authority, found.target.low, found.status) == ("law", 130.0, Status("near"))
    assert figures.held_against(figure(), TARGETS, "plan") == replace(figure(), aim=figures.target_of(TARGETS[0])[1])
    outside = figures.held_against(figure(), TARGETS, "guideline")
    assert (outside.aim, outside.status) == (None, Status("none", "no_target"))
    assert figures.held_against(figure(**NOTHING), TARGETS, "law") == figure(**NOTHING)


def test_lateness_of_an_earlier_year_is_judged_when_that_year_was_due():
    cells = ROW | {"last_period_end": date(2026, 9, 30)}
    assert not figures.figure(cells, AS_OF, date(2026, 9, 30)).late
    assert figures.figure(cells, date(2026, 12, 31), date(2027, 9, 30)).late


def test_an_indicator_without_figure_is_missing_and_not_late():
    found = figure(**NOTHING)
    assert (found.value, found.period, found.change, found.trend) == (None, None, None, "unknown")
    assert (found.status, found.late, found.spark) == (Status("none", "missing"), False, ())
    assert (found.unit, found.provenance.sources, found.provenance.as_of) == (None, (), None)
    assert (found.held, found.units_held, found.units_reporting) == ((0, 0), (0, 0), 0)


def test_an_indicator_known_only_by_part_is_not_said_to_be_missing():
    found = figure(**NOTHING | {"units_reporting": 5, "units_published": 5})
    assert (found.status, found.known, found.judged_real) == (Status("none", "parts"), True, found.status)


def test_what_only_samples_show_by_part_is_not_known():
    found = figure(**NOTHING | {"units_reporting": 5, "units_published": 0})
    assert (found.status, found.known) == (Status("none", "parts"), False)
    assert found.judged_real == Status("none", "sample")


def test_an_indicator_known_only_by_part_is_late_when_its_parts_are():
    found = figure(**NOTHING | {"units_reporting": 5, "units_published": 5, "units_latest": date(2024, 9, 30)})
    assert found.late and tally.published([found]).late == 1


# --- change


def test_a_change_is_told_from_the_year_before():
    found = figure()
    assert (found.change, found.before) == (20.0, Period("fiscal_year", date(2024, 10, 1), date(2025, 9, 30)))


@pytest.mark.parametrize(
    "cells",
    [
        {"previous_start": date(2023, 10, 1), "previous_end": date(2024, 9, 30)},
        {"previous_kind": None, "previous_start": None, "previous_end": None, "previous_value": None},
        {"previous_kind": "calendar_year", "previous_start": date(2024, 1, 1), "previous_end": date(2024, 12, 31)},
        {"periods": 11},
        {"partial": True},
        {"partial": True, "over_time": "last"},
        {"previous_incomplete": True},
        {"previous_incomplete": True, "over_time": "last"},
    ],
)
def test_years_that_cannot_be_compared_are_not(cells):
    found = figure(**cells)
    assert (found.change, found.before) == (None, None)


def test_a_ratio_of_an_unfinished_year_is_still_compared():
    assert figure(over_time="ratio", periods=7).change == 20.0


def test_a_trend_needs_three_years():
    assert figure().trend == "improving"
    assert figure(direction="lower").trend == "worsening"
    short = {"spark": [1.0, 2.0], "spark_starts": [date(2023, 10, 1), date(2024, 10, 1)]}
    assert figure(**short).trend == "unknown"


# --- missing cells


@pytest.mark.parametrize("cell", [None, float("nan"), np.nan, pd.NaT, pd.NA, np.datetime64("NaT"), np.float64("nan")])
def test_every_kind_of_missing_cell_is_none(cell):
    assert figures.clean(cell) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (0, 0), (0.0, 0.0), (False, False), ("", ""), ("nan", "nan"), ([], []),
        (pd.Timestamp("2024-02-29"), date(2024, 2, 29)), (date(2024, 2, 29), date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_what_is_not_missing_stays(cell, expected):
    assert figures.clean(cell) == expected
    assert type(figures.clean(cell)) is type(expected)


def test_columns_with_holes_give_the_same_figures_as_columns_without():
    whole, hole = ROW, ROW | NOTHING
    alone = figures.read(figures.records(pd.DataFrame([whole])), AS_OF, UNTIL)
    together = figures.read(figures.records(pd.DataFrame([whole, hole])), AS_OF, UNTIL)
    assert together[0] == alone[0]
    assert together[1] == figures.figure(hole, AS_OF, UNTIL)


def test_whole_numbers_stay_whole_where_a_column_has_holes():
    found = figures.read(figures.records(pd.DataFrame([ROW, ROW | NOTHING])), AS_OF, UNTIL)
    for one in found:
        numbers = (*one.held, *one.units_held, one.units_reporting, len(one.provenance.sources), one.decimals)
        assert {type(number) for number in numbers} == {int}


def test_no_figure_of_the_real_data_holds_a_missing_cell_that_is_not_none(cards):
    for one in cards(sample=True):
        for name in one.__slots__:
            value = getattr(one, name)
            assert (
                isinstance(value, (tuple, list)) or not pd.api.types.is_scalar(value) or value is None or value == value
            )
        assert all(isinstance(point, float) and point == point for point in one.spark)
        assert (one.value is None) == (one.period is None)


# --- counting


LATE = {"last_period_end": date(2025, 9, 30)}
CELLS = st.fixed_dictionaries({
    "value": st.sampled_from([120.0, 105.0, 10.0]), "is_sample": st.booleans(), "periods": st.sampled_from([11, 12]),
    "last_period_end": st.sampled_from([date(2025, 9, 30), date(2026, 9, 30)]),
    "target_low": st.sampled_from([None, 110.0]), "direction": st.sampled_from(["higher", "context"]),
})  # fmt: skip


@given(cells=st.lists(CELLS | st.just(NOTHING)))
def test_a_tally_has_three_parts_that_add_up(cells):
    own = [figure(**one) for one in cells]
    for found, counted in ((tally.published(own), own), (tally.samples(own), [one for one in own if one.is_sample])):
        assert found.judged_now + found.judged_then + found.unsaid == found.total == len(counted)
        assert found.known + found.waiting == found.total
        assert found.late <= found.known and set(found.now) == set(found.then) == {"on", "near", "off"}


def test_a_sample_figure_is_never_counted_as_published():
    real, made_up = figure(), figure(is_sample=True, quality="sample", value=1.0)
    assert made_up.status == Status("off")
    assert made_up.judged_real == Status("none", "sample")
    found = tally.published([real, made_up])
    assert found.now == {"on": 1, "near": 0, "off": 0}
    assert (found.judged_then, found.reasons, found.known, found.waiting) == (0, {"sample": 1}, 1, 1)
    assert tally.samples([real, made_up]).now == {"on": 0, "near": 0, "off": 1}


def test_what_was_judged_for_its_own_period_is_counted_apart():
    found = tally.published([figure(), figure(**LATE), figure(**LATE, value=1.0)])
    assert (found.now["on"], found.then["on"], found.then["off"], found.unsaid) == (1, 1, 1, 0)


def test_a_late_sample_figure_is_not_late_for_the_public_record():
    late = {"last_period_end": date(2026, 1, 31)}
    both = [figure(**late), figure(**late, is_sample=True)]
    assert tally.published(both).late == 1
    assert tally.samples(both).late == 1


@pytest.mark.parametrize("until", [date(2026, 9, 30), date(2027, 9, 30), date(2020, 9, 30), date(1999, 9, 30)])
def test_the_tallies_of_the_real_data_add_up_with_sample_figures_and_without(cards, until):
    shown, published_only = cards(sample=True, until=until), cards(sample=False, until=until)
    with_sample, without = tally.published(shown), tally.published(published_only)
    assert with_sample.total == without.total == len(shown) == len(published_only)
    assert not any(one.is_sample for one in published_only)
    made_up = [one for one in shown if one.is_sample and one.value is not None]
    assert tally.samples(shown).total >= len(made_up)
    assert (with_sample.now, with_sample.then) == (without.now, without.then)
    assert (with_sample.known, with_sample.late) == (without.known, without.late)


def test_the_real_data_have_figures_of_every_sort(cards):
    shown = cards(sample=True)
    assert {one.is_sample for one in shown} == {True, False}
    assert {one.status.judgement for one in shown} == {"on", "near", "off", "none"}
    assert {one.complete for one in shown if one.value is not None} == {True, False}
    assert len({one.trend for one in shown}) >= 4


def test_no_incomplete_figure_of_the_real_data_is_judged_and_no_late_one_for_today(cards):
    for one in cards(sample=True):
        if not one.complete or not one.target.known:
            assert one.status.judgement == "none", one.indicator_id
        if one.status.judgement != "none":
            assert one.status.then >= one.late
            found = metrics.status(one.value, one.direction, one.target, decimals=one.decimals, past=one.status.then)
            assert one.status == found
        assert (one.aim is None) is not one.target.known


# --- in words


@pytest.mark.parametrize(
    ("kind", "value", "shown", "number", "changed"),
    [
        ("number", 1234.56, "1,234.6\u00a0persons", "1,234.6", "+1,134.6\u00a0persons"),
        ("percent", 85.0, "85.0%", "85.0", "\u221215.0\u00a0points"),
    ],
)
def test_a_figure_is_written_with_its_unit(kind, value, shown, number, changed):
    found = figure(value=value, value_kind=kind, measure_en="persons")
    assert (found.shown("en"), found.number("en"), found.changed("en")) == (shown, number, changed)


def test_a_year_is_written_as_people_call_it():
    found = figure(value=2026.0, value_kind="year", decimals=0)
    assert (found.shown("th"), found.shown("en")) == ("2569", "2026")


def test_a_figure_that_is_missing_is_a_dash():
    assert {figure(**NOTHING).shown("th"), figure(**NOTHING).number("en"), figure(**NOTHING).changed("th")} == {"–"}
