"""How places are set beside one another: what shares an axis, what becomes an index, what stays a table."""

from datetime import date

import pandas as pd
import pytest

from smart7 import beside, calendar

OWN, OTHER, THIRD = 1, 2, 3


def rows(places, *, drawn="values", kind="calendar_year"):
    """Return rows of places given as {place: {year: value}}; place 1 is our own."""
    found = []
    for place, values in places.items():
        for year, value in values.items() or [(None, None)]:
            period = year and calendar.containing(kind, date(year, 9, 1))
            found.append({
                "place": place, "label": f"place {place}", "own": place == OWN, "drawn": drawn,
                "period_kind": period and kind, "period_start": period and pd.Timestamp(period.start),
                "period_end": period and pd.Timestamp(period.end), "period": str(year), "short": str(year),
                "value": value, "era": 0, "incomplete": False,
            })  # fmt: skip
    return pd.DataFrame(found)


def values(drawn, place):
    """Return what is drawn of a place by year."""
    own = drawn.rows[drawn.rows["place"] == place]
    return dict(zip(own["at"], own["value"], strict=True))


def test_rates_are_drawn_as_they_are():
    drawn = beside.drawing(rows({OWN: {2020: 10.0, 2021: 12.0}, OTHER: {2021: 9.0}}))
    assert (drawn.how, drawn.base, values(drawn, OTHER)) == ("values", "", {2021.0: 9.0})


def test_counts_are_an_index_from_the_first_period_that_most_others_share_with_us():
    counts = {OWN: {2019: 50, 2020: 100, 2021: 110}, OTHER: {2020: 4000, 2021: 4400}, THIRD: {2019: 7, 2020: 10}}
    drawn = beside.drawing(rows(counts, drawn="index"))
    assert (drawn.how, drawn.base) == ("index", "2020")
    assert values(drawn, OWN) == {2019.0: 50, 2020.0: 100, 2021.0: 110}
    assert values(drawn, OTHER) == {2020.0: 100, 2021.0: pytest.approx(110)}
    assert values(drawn, THIRD) == {2019.0: 70, 2020.0: 100}


def test_a_place_without_the_base_and_years_before_our_own_are_left_out_of_an_index():
    counts = {OWN: {2020: 100, 2021: 110}, OTHER: {1990: 5, 2020: 10, 2021: 12}, THIRD: {2022: 3}}
    drawn = beside.drawing(rows(counts, drawn="index"))
    assert values(drawn, OTHER) == {2020.0: 100, 2021.0: 120}
    assert (drawn.baseless, drawn.too_many) == (("place 3",), ())


@pytest.mark.parametrize("counts", [
    {OWN: {2019: 10}, OTHER: {2020: 10, 2021: 11}},
    {OWN: {}, OTHER: {2020: 10, 2021: 11}},
    {OWN: {2020: 10, 2021: 11}, OTHER: {2020: -4, 2021: 8}},
    {OWN: {2020: 10}, OTHER: {2020: 11}},
], ids=["no period shared", "none of our own", "below nothing", "one period"])  # fmt: skip
def test_counts_that_make_no_index_are_a_table_alone(counts):
    drawn = beside.drawing(rows(counts, drawn="index"))
    assert drawn.how == "table" and drawn.rows.empty


def test_an_incomplete_count_is_no_part_of_an_index():
    counts = rows({OWN: {2020: 100, 2021: 110, 2022: 20}, OTHER: {2020: 10, 2021: 12, 2022: 2}}, drawn="index")
    drawn = beside.drawing(counts.assign(incomplete=counts["period"] == "2022"))
    assert set(values(drawn, OWN)) == {2020.0, 2021.0}


def test_what_is_counted_another_way_than_the_base_is_no_part_of_an_index():
    counts = rows({OWN: {2020: 100, 2021: 110}, OTHER: {2020: 10, 2021: 12, 2022: 90}}, drawn="index")
    drawn = beside.drawing(counts.assign(era=(counts["period"] == "2022").astype(int)))
    assert set(values(drawn, OTHER)) == {2020.0, 2021.0}


def test_what_may_grow_with_the_place_is_a_table_alone():
    assert beside.drawing(rows({OWN: {2020: 1.0, 2021: 2.0}, OTHER: {2020: 3.0}}, drawn="table")).how == "table"


def test_a_missing_year_and_a_new_way_of_counting_break_a_line():
    found = rows({OWN: {2018: 1, 2019: 1, 2021: 1, 2022: 1}, OTHER: {2018: 1, 2019: 1}})
    drawn = beside.drawing(found.assign(era=(found["period"] == "2022").astype(int))).rows
    held = drawn.groupby("segment")["at"].apply(list)
    assert list(held) == [[2018.0, 2019.0], [2021.0], [2022.0], [2018.0, 2019.0]]


def test_days_are_no_line():
    drawn = beside.drawing(rows({OWN: {2020: 50, 2021: 60}, OTHER: {2020: 70}}, kind="date")).rows
    assert drawn["segment"].nunique() == 3
    assert drawn["at"].iloc[0] == pytest.approx(2020.667, abs=0.01)


def test_years_of_one_kind_stand_at_their_number_and_of_several_at_their_middle():
    fiscal, calendar_year = (calendar.containing(kind, date(2020, 5, 1)) for kind in ("fiscal_year", "calendar_year"))
    alone = [beside.position(one.kind, one.start, one.end) for one in (fiscal, calendar_year)]
    mixed = [beside.position(one.kind, one.start, one.end, mixed=True) for one in (fiscal, calendar_year)]
    assert alone == [2020, 2020]
    assert mixed == [pytest.approx(2019.75, abs=0.01), pytest.approx(2020, abs=0.01)]


def test_more_places_than_can_be_told_apart_are_named_as_not_drawn():
    drawn = beside.drawing(rows({place: {2020: 1.0, 2021: 2.0} for place in range(1, 11)}))
    assert drawn.rows["place"].nunique() == beside.MOST
    assert drawn.too_many == ("place 9", "place 10")


def test_the_newest_figure_of_each_place_is_told_in_the_order_of_the_places():
    last = beside.newest(rows({OWN: {2020: 1.0, 2022: 2.0}, OTHER: {2023: 3.0}}))
    assert list(last["value"]) == [2.0, 3.0] and not beside.one_period(last)
    assert beside.one_period(beside.newest(rows({OWN: {}, OTHER: {2023: 3.0}})))


def test_rows_as_the_database_gives_them_with_cells_left_empty_are_drawn():
    found = rows({OWN: {}, OTHER: {2020: 1.0, 2021: 2.0}}).convert_dtypes().astype({"value": float})
    found["era"] = pd.array([None, 0, 0], dtype="Int64")
    assert beside.drawing(found).rows["segment"].nunique() == 1
