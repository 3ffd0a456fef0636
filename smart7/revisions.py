"""What changed between two snapshots, figure by figure; pure functions over their rows."""

from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd

KEY: Final = ["unit_id", "breakdown", "period_kind", "period_start", "period_end", "known_from"]
NAMES: Final = ["unit", "part", "period", "source"]


def differing(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return the indicators whose digests differ, in the order of the newer snapshot, then what is gone."""
    both = after.merge(before, on="indicator_id", how="outer", suffixes=("", "_before"), sort=False)
    changed = both[both["digest"].fillna("") != both["digest_before"].fillna("")]
    return changed.assign(indicator=changed["indicator"].fillna(changed["indicator_before"]))


def whose(before: pd.DataFrame, after: pd.DataFrame) -> list[str]:
    """Return the units of which an indicator's digests differ, in either snapshot."""
    old, new = (dict(zip(rows["unit_id"], rows["digest"], strict=True)) for rows in (before, after))
    return [unit for unit in dict.fromkeys([*new, *old]) if old.get(unit) != new.get(unit)]


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each figure that differs: what happened to it, and value and quality before and after."""
    both = before.merge(after, on=KEY, how="outer", suffixes=("_before", ""), indicator="side", sort=False)
    if both.empty:
        return both.assign(what="")
    both["what"] = [what_happened(row) for row in both.to_dict("records")]
    for name in NAMES:
        both[name] = both[name].where(both[name].notna(), both[f"{name}_before"])
    return both[both["what"] != ""].sort_values(["unit", "breakdown", "period_start", "known_from"], kind="stable")


def what_happened(row: Mapping[Hashable, Any]) -> str:
    """Return what happened to a figure: 'added', 'gone', 'closed', 'reopened', 'value', 'quality', '' for nothing."""
    if row["side"] != "both":
        return "added" if row["side"] == "right_only" else "gone"
    if row["value"] != row["value_before"]:
        return "value"
    open_before, open_now = pd.isna(row["known_to_before"]), pd.isna(row["known_to"])
    if open_before != open_now:
        return "closed" if open_before else "reopened"
    same = row["quality"] == row["quality_before"] and row["source"] == row["source_before"]
    return "" if same and (open_now or row["known_to"] == row["known_to_before"]) else "quality"
