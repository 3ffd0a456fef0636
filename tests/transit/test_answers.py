"""What a comparison says, over minutes written down by hand: four cells, two schools, three hospitals, one market."""

import numpy as np
import pandas as pd
import pytest

from smart7.transit import answers
from smart7.transit.assumptions import MID
from smart7.transit.compare import Comparison
from smart7.transit.settings import Settings

KINDS = ["school", "school", "hospital", "hospital", "hospital", "market"]
# Minutes as assumed, a row per cell, before and after. The last cell loses on its way to the hospitals.
BEFORE = [
    [10, 40, 20, 30, 50, 16],
    [20, 30, 25, 35, 55, 31],
    [50, 20, 40, 41, 42, 46],
    [90, 80, 70, 30, 90, 70],
]
AFTER = [
    [10, 30, 20, 25, 30, 14],
    [14, 30, 25, 30, 40, 30],
    [40, 20, 40, 40, 40, 30],
    [90, 80, 75, 36, 95, 70],
]
SETTINGS = Settings(10, 30, 800, 3)


def comparison(before=BEFORE, after=AFTER, kinds=KINDS, tambons=("t1", "t1", "t2", None)) -> Comparison:
    """Return a comparison: fast is 5 minutes less, slow 10 more; a fast plan 4 less than assumed, a slow one 2 more.

    By world, what is saved is as assumed in the first three, 14 more (10 + 4) and 7 less (5 + 2) in the crossed ones.
    """
    middle, plan = np.array(before, dtype=np.float32), np.array(after, dtype=np.float32)
    names = [f"p{n}" for n in range(len(kinds))]
    positions = {"lat": range(len(kinds)), "lon": range(len(kinds))}
    cells = [f"c{n}" for n in range(len(before))]
    return Comparison(
        snapshot_id="s",
        settings=SETTINGS,
        version="v",
        cells=pd.DataFrame({"cell_id": cells, "lat": 0.0, "lon": 0.0, "outline_id": list(tambons)}),
        places=pd.DataFrame({"place_id": names, "kind": kinds, "name_th": names, "name_en": names, **positions}),
        tambons=pd.DataFrame({"outline_id": ["t1", "t2"], "name_th": ["T1", "T2"], "name_en": ["One", "Two"]}),
        unplaced=0,
        before=np.stack([middle - 5, middle, middle + 10]),
        worlds=np.stack([plan - 5, plan, plan + 10, plan - 4, plan + 2]),
    )


FOUND = comparison()


def row(table: pd.DataFrame, **where) -> dict:
    """Return the one row of a table where columns have values."""
    for column, value in where.items():
        table = table[table[column] == value]
    [found] = table.to_dict("records")
    return found


def three(found: dict, name: str) -> list[float]:
    """Return low, middle and high of a row."""
    return [found[f"{name}_{end}"] for end in answers.ENDS]


def test_saved_is_least_and_most_over_all_worlds():
    assert FOUND.saved[:, 1, 0].tolist() == [6 - 7, 6, 6 + 14]
    assert FOUND.saved[:, 3, 3].tolist() == [-6 - 7, -6, -6 + 14]
    assert FOUND.after[:, 1, 0].tolist() == [9, 14, 24]


def test_by_cell_tells_of_the_nearest_place_of_a_kind():
    table = answers.by_cell(FOUND, "school")
    assert list(table["cell_id"]) == ["c0", "c1", "c2", "c3"]
    assert list(table["before_mid"]) == [10, 20, 20, 80]
    assert list(table["after_mid"]) == [10, 14, 20, 80]
    assert list(table["saved_mid"]) == [0, 6, 0, 0]
    assert list(table["place_id"]) == ["p0", "p0", "p1", "p1"]
    second = row(table, cell_id="c1")
    assert (three(second, "before"), three(second, "saved")) == ([15, 20, 30], [-1, 6, 20])
    assert three(second, "after") == [9, 14, 24]


def test_by_cell_tells_of_the_third_nearest_too():
    table = answers.by_cell(FOUND, "hospital", nth=3)
    assert list(table["before_mid"]) == [50, 55, 42, 90]
    assert list(table["after_mid"]) == [30, 40, 40, 95]
    assert list(table["place_id"]) == ["p4", "p4", "p4", "p4"]


@pytest.mark.parametrize(("kind", "nth"), [("terminal", 1), ("school", 3)])
def test_by_cell_has_no_rows_where_there_are_not_so_many_places(kind, nth):
    table = answers.by_cell(FOUND, kind, nth)
    assert table.empty
    assert list(table.columns) == list(answers.by_cell(FOUND, "school").columns)


def test_by_place_takes_the_mean_over_the_cells_within_an_hour():
    table = answers.by_place(FOUND)
    first = row(table, place_id="p0")
    # within an hour: 10, 20, 50 before, 10, 14, 40 after; saved 0, 6, 10, in the crossed worlds 14 more, 7 less
    assert first["cells"] == 3
    assert three(first, "before") == pytest.approx([65 / 3, 80 / 3, 110 / 3])
    assert three(first, "after") == pytest.approx([49 / 3, 64 / 3, 94 / 3])
    assert three(first, "saved") == pytest.approx([16 / 3 - 7, 16 / 3, 16 / 3 + 14])
    assert three(first, "winning") == [1, 2, 3]
    assert three(first, "losing") == [0, 0, 2]
    assert list(table["saved_mid"].dropna()) == sorted(table["saved_mid"].dropna(), reverse=True)
    assert table["place_id"].iloc[0] == "p4"


def test_a_place_out_of_reach_has_no_minutes():
    far = comparison(before=[[61]], after=[[61]], kinds=["market"], tambons=(None,))
    found = row(answers.by_place(far), place_id="p0")
    assert (found["cells"], three(found, "winning"), three(found, "losing")) == (0, [0, 0, 0], [0, 0, 0])
    assert all(np.isnan(value) for name in ("before", "after", "saved") for value in three(found, name))


def test_a_place_that_comes_within_reach_counts():
    far = comparison(before=[[90]], after=[[60]], kinds=["market"], tambons=(None,))
    assert three(row(answers.by_place(far), place_id="p0"), "saved") == [23, 30, 44]


def test_within_counts_cells_in_each_time():
    table = answers.within(FOUND)
    assert set(table["kind"]) == {"school", "hospital", "market"}
    schools = row(table, kind="school", minutes=15)
    # nearest school 10, 20, 20, 80 before: within 15 fast 3 (5, 15, 15), as assumed 1, slow (20, 30, 30) none;
    # 10, 14, 20, 80 after: fast 3, as assumed 2, slow none; crossed: fast plan 6, 10, 16: 2, slow plan 12, 16: 1
    assert (schools["cells"], three(schools, "before"), three(schools, "after")) == (4, [0, 1, 3], [0, 2, 3])
    assert three(schools, "gained") == [1 - 3, 1, 2 - 0]


def test_hospitals_tell_of_the_nearest_and_the_third():
    table = answers.hospitals(FOUND)
    nearest, third = row(table, nth=1), row(table, nth=3)
    # nearest 20, 25, 40, 30 before and 20, 25, 40, 36 after; third 50, 55, 42 and 30, 40, 40, the last out of reach
    assert (nearest["cells"], nearest["before_mid"], nearest["after_mid"]) == (4, 115 / 4, 121 / 4)
    assert nearest["saved_mid"] == pytest.approx(-6 / 4)
    assert (three(nearest, "winning")[MID], three(nearest, "losing")[MID]) == (0, 1)
    assert third["cells"] == 3
    assert [third[f"{name}_mid"] for name in ("before", "after", "saved")] == pytest.approx([147 / 3, 110 / 3, 37 / 3])
    assert list(answers.hospitals(comparison(kinds=["school", "market", "hospital", *["school"] * 3]))["nth"]) == [1]


def test_by_tambon_shows_who_gains_least_first():
    table = answers.by_tambon(FOUND, "market")
    # saved: 2 and 1 in t1, 16 in t2, 0 outside all
    assert list(table["median_mid"]) == [0, 1.5, 16]
    assert [name if isinstance(name, str) else None for name in table["name_en"]] == [None, "One", "Two"]
    one = row(table, outline_id="t1")
    assert (one["cells"], three(one, "median")) == (2, [1.5 - 7, 1.5, 1.5 + 14])
    assert three(one, "p10") == pytest.approx([1.1 - 7, 1.1, 15.1], abs=1e-5)
    assert three(one, "p90") == pytest.approx([1.9 - 7, 1.9, 15.9], abs=1e-5)
    assert (three(one, "winning"), three(one, "losing")) == ([0, 2, 2], [0, 0, 2])
    assert answers.by_tambon(FOUND, "terminal").empty


def test_the_balance_counts_winners_and_losers():
    found = row(answers.balance(FOUND), kind="hospital")
    # nearest hospital: 0, 0, 0 saved and 6 lost; in the crossed worlds all gain 14 more, or lose 7 more
    assert found["cells"] == 4
    assert three(found, "losing") == [0, 1, 4]
    assert three(found, "winning") == [0, 0, 4]
    assert three(found, "same") == [0, 3, 3]
    assert set(answers.balance(FOUND)["kind"]) == {"school", "hospital", "market"}


def test_every_number_of_every_answer_is_a_range_in_order():
    tables = [answers.by_place(FOUND), answers.by_cell(FOUND, "market"),
              answers.within(FOUND), answers.hospitals(FOUND), answers.by_tambon(FOUND, "school"),
              answers.balance(FOUND)]  # fmt: skip
    for table in tables:
        lows = [name.removesuffix("_low") for name in table.columns if name.endswith("_low")]
        assert lows
        for name in lows:
            assert (table[f"{name}_low"] <= table[f"{name}_mid"]).all(), name
            assert (table[f"{name}_mid"] <= table[f"{name}_high"]).all(), name
