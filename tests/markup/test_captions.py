"""What one sees in a chart, as a sentence: it says what the rows say and nothing else."""

from datetime import date

import pytest

from smart7 import calendar
from smart7.i18n import LANGS
from smart7.markup import captions
from smart7.metrics import Status, Target


def year(value, number, **cells):
    """Return the row of one fiscal year."""
    period = calendar.period("fiscal_year", date(number - 1, 10, 1))
    return {
        "period_kind": "fiscal_year", "period_start": period.start, "period_end": period.end, "short": f"FY{number}",
        "value": value, "incomplete": False, "unit_kind": "city", "era": 0, **cells,
    }  # fmt: skip


def peers(*values):
    return [year(value, 2026, unit_kind="peer_city") for value in values]


@pytest.mark.parametrize(("values", "trend", "said"), [
    ([1500, 1300, 1234], "improving", "Down 266 since FY2024, from 1,500 to 1,234 cases, which is better"),
    ([1500, 1300, 1234], "steady", "Down 266 since FY2024, from 1,500 to 1,234 cases"),
    ([1000, 1300, 1234], "worsening", "Up 234 since FY2024, from 1,000 to 1,234 cases, which is worse"),
    ([1234, 1300, 1234], "steady", "1,234 cases, the same as in FY2024"),
    ([9, 8, 7, 6, 1234], "worsening", "Up 1,225 since FY2022, from 9 to 1,234 cases, which is worse;"
                                       " the highest of 5 periods on record"),
    ([1900, 2000, 1800, 1700, 1234], "improving", "Down 666 since FY2022, from 1,900 to 1,234 cases, which is better;"
                                                   " the lowest of 5 periods on record"),
    ([1900, 2000, 1100, 1700, 1234], "steady", "Down 666 since FY2022, from 1,900 to 1,234 cases;"
                                                " the highest was 2,000 in FY2023"),
])  # fmt: skip
def test_a_line_is_told_from_its_first_period_to_its_last(figure, values, trend, said):
    own = [year(float(value), 2026 - len(values) + 1 + n) for n, value in enumerate(values)]
    told = captions.caption(figure(trend=trend), own, [], "en")
    assert told.replace("\u00a0", " ") == said


def test_months_are_told_by_their_lowest_and_highest_and_never_called_better(figure):
    months = [
        {**year(value, 2026), "period_kind": "month", "short": name}
        for value, name in ((40.0, "Jan 2026"), (6.0, "Sep 2026"), (31.0, "Dec 2026"))
    ]
    told = captions.caption(figure(value=31.0, trend="improving"), months, [], "en")
    assert told == "Lowest 6 in Sep 2026, highest 40 in Jan 2026"


@pytest.mark.parametrize(("others", "side"), [
    ((1.0, 2.0, 3.0), "above the middle of the 3 places"), ((2000.0, 3000.0, 4000.0), "below the middle of the 3"),
    ((1234.0, 1.0, 9999.0), "level with the middle of the 3 places"), ((1.0, 2.0), ""),
])  # fmt: skip
def test_a_figure_stands_beside_the_middle_of_at_least_three_of_the_same_period(figure, others, side):
    told = captions.caption(figure(), [year(1234.0, 2026)], peers(*others), "en")
    assert side in told and ("middle" in told) == bool(side)
    elsewhere = [{**row, "period_start": date(2020, 10, 1)} for row in peers(1.0, 2.0, 3.0)]
    assert "middle" not in captions.caption(figure(), [year(1234.0, 2026)], elsewhere, "en")


def test_one_period_alone_is_said_to_be_one_and_how_far_it_lies_from_its_target(figure):
    one = figure(target=Target(high=1300.0), status=Status("on"))
    told = captions.caption(one, [year(1234.0, 2026)], [], "en")
    assert told.startswith("Known for one period only") and told.endswith("66 below the municipality's target")


@pytest.mark.parametrize("lang", LANGS)
def test_no_blank_is_left_in_a_sentence(figure, lang):
    for own in ([year(1234.0, 2026)], [year(1.0, 2025), year(1234.0, 2026)]):
        told = captions.caption(figure(), own, peers(1.0, 2.0, 3.0), lang)
        assert told and "{" not in told
