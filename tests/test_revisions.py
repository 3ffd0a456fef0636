"""What changed between two snapshots is told figure by figure."""

import pandas as pd
import pytest

from smart7 import revisions

SAME = {
    "unit_id": "school-1", "unit": "School 1", "breakdown": "", "part": None, "period_kind": "month",
    "period_start": pd.Timestamp("2025-01-01"), "period_end": pd.Timestamp("2025-01-31"), "period": "January 2025",
    "known_from": pd.Timestamp("2025-02-01"), "value": 5.0, "quality": "official", "source": "A", "known_to": pd.NaT,
}  # fmt: skip
LATER = SAME | {"known_from": pd.Timestamp("2025-03-01"), "value": 6.0}


def frame(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(SAME)).astype({"value": float, "known_to": "datetime64[us]"})


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ([SAME], [SAME], []),
        ([], [SAME], ["added"]),
        ([SAME], [], ["gone"]),
        ([SAME], [SAME | {"value": 7.0}], ["value"]),
        ([SAME], [SAME | {"quality": "reported"}], ["quality"]),
        ([SAME], [SAME | {"source": "B"}], ["quality"]),
        ([SAME], [SAME | {"known_to": LATER["known_from"]}, LATER], ["closed", "added"]),
        ([SAME | {"known_to": LATER["known_from"]}, LATER], [SAME], ["reopened", "gone"]),
    ],
)
def test_every_kind_of_change_is_told(before, after, what) -> None:
    found = revisions.changes(frame(*before), frame(*after))
    assert list(found["what"]) == what
    assert found["unit"].tolist() == ["School 1"] * len(what)


def test_before_and_after_stand_side_by_side() -> None:
    (row,) = revisions.changes(frame(SAME), frame(SAME | {"value": 7.0})).to_dict("records")
    assert (row["value_before"], row["value"], row["period"]) == (5.0, 7.0, "January 2025")


def test_indicators_that_differ_are_those_with_another_digest() -> None:
    old = pd.DataFrame({"indicator_id": ["a", "b", "c"], "indicator": ["A", "B", "C"], "digest": ["1", "2", "3"]})
    new = pd.DataFrame({"indicator_id": ["a", "b", "d"], "indicator": ["A", "B", "D"], "digest": ["1", "9", "4"]})
    assert dict(revisions.differing(old, new)[["indicator_id", "indicator"]].to_numpy()) == {
        "b": "B",
        "d": "D",
        "c": "C",
    }


def test_the_units_whose_figures_differ_are_those_changed_added_and_gone() -> None:
    old = pd.DataFrame({"unit_id": ["a", "b", "c"], "digest": ["1", "2", "3"]})
    new = pd.DataFrame({"unit_id": ["a", "b", "d"], "digest": ["1", "9", "4"]})
    assert revisions.whose(old, new) == ["b", "d", "c"]
    assert revisions.whose(old, old) == []
