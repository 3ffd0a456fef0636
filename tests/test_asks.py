"""What to ask about is ranked by a published rule: total, stable, of real figures only, one of each cause first."""

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smart7 import asks, catalog, figures, reading
from smart7.figures import Figure
from tests.figured import FIGURE

AS_OF, UNTIL = date(2026, 11, 22), date(2026, 9, 30)
STILL = {"previous_kind": None, "previous_value": None}
OLD = {"last_period_end": date(2022, 9, 30), "period_start": date(2021, 10, 1), "period_end": date(2022, 9, 30)}
FACT = {"due_days": None}


def figure(**cells: Any) -> Figure:
    """Return the usual figure with some cells changed: nothing is to be asked of the usual one."""
    return figures.figure(FIGURE | cells, AS_OF, UNTIL)


# Cells that differ from the usual, the cause, and its score (None for no cause).
TRUTH = [
    ({}, "missed", None),
    ({"target_low": 120.0}, "missed", None),
    ({"target_low": 150.0}, "missed", 0.2),
    ({"target_low": 125.0}, "missed", 0.04),
    ({"target_high": 100.0}, "missed", 0.2),
    ({"target_low": 60.0, "target_high": 100.0}, "missed", 0.2),
    ({"target_high": 0.0}, "missed", 1.0),
    ({"target_low": -50.0, "value": -75.0}, "missed", 0.5),
    # Held against each other as shown: what rounds away is not missed.
    ({"target_low": 120.0, "value": 119.96}, "missed", None),
    ({"target_low": 150.0, "partial": True}, "missed", None),
    ({}, "worsened", None),
    ({"direction": "lower"}, "worsened", 0.2),
    ({"value": 75.0}, "worsened", 0.25),
    ({"value": 99.96}, "worsened", None),
    ({"value": 75.0, "direction": "band"}, "worsened", None),
    ({"direction": "lower", "previous_value": 0.0}, "worsened", 1.0),
    ({"direction": "lower", "previous_value": -100.0}, "worsened", 2.2),
    ({"value": 75.0, "value_kind": "percent"}, "worsened", 0.25),
    ({"value": 40.0, "previous_value": 50.0, "value_kind": "percent"}, "worsened", 0.1),
    ({"value": 2028.0, "previous_value": 2025.0, "value_kind": "year", "direction": "lower"}, "worsened", None),
    ({"value": 75.0, "previous_incomplete": True}, "worsened", None),
    ({"value": 75.0} | STILL, "worsened", None),
    ({}, "silent", None),
    (OLD, "silent", 1514.0),
    (OLD | {"promised": False}, "silent", None),
    (OLD | FACT, "silent", 1461.0),
    ({"last_period_end": date(2025, 9, 29)} | FACT, "silent", None),
    ({"last_period_end": date(2025, 9, 28)} | FACT, "silent", 367.0),
    ({}, "late", None),
    # The year after 2022 ended on 30 September 2023 and was due 90 days later; judged on 22 November 2026.
    (OLD, "late", 1059.0),
    (OLD | {"promised": False}, "late", 1059.0),
    (OLD | FACT, "late", None),
    ({}, "doubtful", None),
    ({"quality": "estimated"}, "doubtful", 2.0),
    ({"quality": "reported"}, "doubtful", 1.0),
    ({"quality": "modelled"}, "doubtful", None),
    ({"quality": "submitted"}, "doubtful", None),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "kind", "score"), TRUTH)
def test_each_cause_is_scored_as_the_rule_says(cells, kind, score):
    found = asks.of(kind, figure(**cells))
    assert (found.score if found else None) == (pytest.approx(score) if score is not None else None)


def test_the_table_of_causes_has_each_with_a_score_and_without():
    assert {(kind, score is None) for _, kind, score in TRUTH} == {
        (kind, b) for kind in asks.KINDS for b in (True, False)
    }


EVERYTHING = OLD | {"target_low": 500.0, "value": 75.0, "quality": "estimated",
                    "previous_start": date(2020, 10, 1), "previous_end": date(2021, 9, 30)}  # fmt: skip


def causes(**cells: Any) -> list[str]:
    return [kind for kind in asks.KINDS if asks.of(kind, figure(**EVERYTHING | cells))]


def test_a_figure_may_give_every_cause():
    assert causes() == list(asks.KINDS)


@pytest.mark.parametrize("cells", [
    {"is_sample": True, "quality": "sample"}, {"direction": "context"}, {"value": None, "period_kind": None},
    *({"level": level} for level in ("tambon", "station", "region", "country", "peer_city", "peer_province")),
])  # fmt: skip
def test_nothing_is_asked_of_samples_background_and_places_the_council_does_not_answer_for(cells):
    assert causes(**cells) == []


@pytest.mark.parametrize("level", ["city", "school", "centre", "division", "area", "district", "province"])
def test_something_is_asked_of_every_nearer_place(level):
    assert causes(level=level) == list(asks.KINDS)


def ids(kind: str, *found: Figure) -> list[str]:
    return [ask.figure.indicator_id for ask in asks.ranked(kind, found)]


def test_today_comes_before_the_past_the_near_before_the_far_the_worse_before_the_less_bad():
    past = figure(indicator_id="past", target_low=9000.0, **OLD)
    far = figure(indicator_id="far", target_low=9000.0, level="province")
    area = figure(indicator_id="area", target_low=9000.0, level="area")
    bad, worse = (figure(indicator_id=name, target_low=low) for name, low in (("bad", 150.0), ("worse", 200.0)))
    assert ids("missed", past, far, area, bad, worse) == ["worse", "bad", "area", "far", "past"]


def test_what_is_equal_stands_in_the_order_of_domains_and_then_of_ids():
    found = [
        figure(indicator_id=name, domain_id=domain, target_low=150.0)
        for name, domain in (("a", "governance"), ("c", "people"), ("b", "people"))
    ]
    assert ids("missed", *found) == ["b", "c", "a"]


def test_one_of_each_cause_comes_first_and_no_indicator_twice():
    found = [figure(indicator_id=name, **EVERYTHING) for name in "abcdefg"]
    chosen = asks.chosen(found)
    assert [ask.kind for ask in chosen] == list(asks.KINDS)
    assert [ask.figure.indicator_id for ask in chosen] == list("abcde")


def test_where_a_cause_is_missing_the_next_of_the_others_stands_in():
    found = [figure(indicator_id=name, target_low=150.0 + n) for n, name in enumerate("abcdefg")]
    assert [(ask.kind, ask.figure.indicator_id) for ask in asks.chosen(found)] == [("missed", name) for name in "gfedc"]


def test_there_may_be_fewer_than_five_or_none():
    assert [ask.kind for ask in asks.chosen([figure(target_low=150.0), figure(indicator_id="good")])] == ["missed"]
    assert asks.chosen([]) == asks.chosen([figure()]) == []


CELLS = some.fixed_dictionaries({
    "indicator_id": some.sampled_from("abcdefghij"), "domain_id": some.sampled_from([d.id for d in catalog.DOMAINS]),
    "level": some.sampled_from(["city", "area", "province", "country"]), "value": some.sampled_from([0.0, 75.0, 120.0]),
    "direction": some.sampled_from(["higher", "lower", "context"]), "is_sample": some.booleans(),
    "quality": some.sampled_from(["official", "reported", "estimated"]), "promised": some.booleans(),
    "target_low": some.sampled_from([None, 0.0, 150.0]), "due_days": some.sampled_from([None, 90]),
    "last_period_end": some.sampled_from([date(2026, 9, 30), date(2020, 9, 30)]),
})  # fmt: skip
TOWNS = some.lists(CELLS, max_size=10, unique_by=lambda cells: cells["indicator_id"])


@given(town=TOWNS, seed=some.integers())
def test_the_order_is_total_so_that_it_does_not_depend_on_the_order_figures_come_in(town, seed):
    found = [figure(**cells) for cells in town]
    mixed = random.Random(seed).sample(found, len(found))
    for kind in asks.KINDS:
        ranked = asks.ranked(kind, found)
        assert ranked == asks.ranked(kind, mixed)
        assert len({asks.place_in_line(ask) for ask in ranked}) == len(ranked)
    assert asks.chosen(found) == asks.chosen(mixed)


@given(town=TOWNS)
def test_no_sample_is_ever_asked_about_and_nothing_is_asked_twice(town):
    chosen = asks.chosen(figure(**cells) for cells in town)
    assert not any(ask.figure.is_sample for ask in chosen)
    assert len({ask.figure.indicator_id for ask in chosen}) == len(chosen) <= asks.MOST


@given(town=TOWNS, more=TOWNS)
def test_samples_beside_them_change_nothing_of_what_is_asked(town, more):
    real = [figure(**cells | {"is_sample": False}) for cells in town]
    made_up = [figure(**cells | {"is_sample": True, "quality": "sample"}) for cells in more]
    assert asks.chosen([*made_up, *real]) == asks.chosen(real)


def test_a_shorter_list_is_the_beginning_of_a_longer_one():
    found = [figure(indicator_id=name, **EVERYTHING) for name in "abcdefghij"]
    assert asks.chosen(found, 3) == asks.chosen(found, 7)[:3]


def test_how_many_promised_indicators_never_had_a_figure_is_counted():
    nothing = {"value": None, "period_kind": None, "last_period_end": None, "units_reporting": 0}
    found = [figure(), figure(**nothing), figure(promised=False, **nothing), figure(is_sample=True)]
    assert asks.never_told(found) == (3, 2)


@pytest.mark.parametrize("sample", [True, False])
def test_the_real_data_give_five_causes_the_same_with_samples_shown_and_hidden(snapshot, sample):
    found = asks.chosen(reading.every_figure(snapshot, UNTIL, sample))
    assert [ask.kind for ask in found] == list(asks.KINDS)
    assert found == asks.chosen(reading.every_figure(snapshot, UNTIL, not sample))
