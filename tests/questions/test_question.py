"""A question puts itself in order, knows what it is split by, and refuses words that nobody knows."""

from datetime import date

import pytest
from hypothesis import given

from smart7.questions import Question
from tests.questions.asking import questions


@pytest.mark.parametrize(
    "fields",
    [
        {"period": "decade"}, {"measure": "mean"}, {"compare": "mars"}, {"compare": "unit:"}, {"split": ("colour",)},
        {"rows": ("colour",)}, {"order": "up"}, {"chart": "pie"}, {"top": -1}, {"top": 1001},
        {"start": date(2026, 1, 1), "end": date(2025, 1, 1)},
    ],
)  # fmt: skip
def test_a_word_that_no_question_knows_is_refused(fields):
    with pytest.raises(ValueError, match=r"\w"):
        Question(**fields)


def test_the_same_choice_made_twice_or_in_another_order_of_splitting_is_one_question():
    assert Question(indicators=("a", "a")) == Question(indicators=("a",))
    assert Question(split=("unit", "domain")) == Question(split=("domain", "unit", "unit"))


def test_indicators_are_always_told_apart_unless_figures_are_only_counted():
    assert Question(period="whole").dimensions == ("indicator",)
    assert Question(period="whole", measure="count").dimensions == ()


def test_what_is_placed_in_a_row_or_column_is_split_by():
    assert Question(rows=("unit",), columns=("quality",)).dimensions == ("indicator", "unit", "quality", "period")


def test_periods_are_the_columns_until_something_else_is_placed():
    assert Question(split=("unit",)).axes == (("indicator", "unit"), ("period",))
    assert Question(split=("unit",), rows=("period",)).axes == (("period", "indicator", "unit"), ())


def test_a_zone_is_a_part_so_both_are_not_split_by_at_once():
    assert Question(units=("zone:zone-1",), split=("breakdown",)).dimensions == ("indicator", "zone", "period")


@given(questions())
def test_every_dimension_stands_on_one_axis_once(question):
    rows, columns = question.axes
    assert sorted((*rows, *columns)) == sorted(question.dimensions)


@given(questions())
def test_a_cleared_blank_is_as_at_first_and_the_rest_is_kept(question):
    cleared = question.cleared("indicators")
    assert cleared.indicators == () and cleared.with_(indicators=question.indicators) == question
