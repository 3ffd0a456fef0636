"""What a unit is about to hand in, cell by cell, and the figures that the ledger keeps of it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from smart7 import calendar, store
from smart7.ledger.handed import Figure
from smart7.register import owed
from smart7.register.rights import Refused
from smart7.words import steps as words

if TYPE_CHECKING:
    from smart7.register.books.check import Checked

BOUNDS: Final = {"range_min": "-∞", "range_max": "∞"}


def figures_of(snapshot_id: str, checked: Checked, today: date, *, draft: bool = False) -> list[Figure]:
    """Return the figures of a period as the ledger keeps them, each about the unit that the catalogue says.

    A figure of a period that is not over counts for a part of it. Raises `Refused` for what no build would take; a
    draft may hold what could not be read, as it was written.
    """
    end = end_of(checked)
    known = {row["indicator_id"]: row for row in owed.rows(snapshot_id, checked.unit_id)}
    of = (checked.unit_id, checked.period_kind, checked.period_start)
    parts = owed.parts(snapshot_id, *of) if any(cell.part for cell in checked.cells) else {}
    figures = []
    for cell in checked.cells:
        about = known.get(cell.indicator_id)
        unasked = about is None or about["period_kind"] != checked.period_kind
        if about is None or unasked or (cell.part and (cell.indicator_id, cell.part) not in parts):
            raise Refused(words.NOT_OWED, indicator=cell.key)
        figure = Figure(
            cell.indicator_id, about["about"], cell.value, cell.numerator, cell.denominator,
            cell.partial or today <= end, cell.as_of, cell.reason.strip(), cell.note.strip(), cell.sheet, cell.row,
            json.dumps(dict(cell.raw), ensure_ascii=False), cell.part,
        )  # fmt: skip
        if figure.said and value_of(figure, about) is None:
            low, high = (about[name] if about[name] is not None else sign for name, sign in BOUNDS.items())
            raise Refused(words.UNFIT, indicator=about["name_th"], low=low, high=high)
        figures.append(figure)
    if not any(figure.said or figure.reason or (draft and figure.raw != "{}") for figure in figures):
        raise Refused(words.NOTHING_IN_IT)
    return figures


def end_of(checked: Checked) -> date:
    """Return the last day of a period; raises `Refused` where none of its kind begins on its first."""
    kind = checked.period_kind
    if kind in calendar.KINDS and kind not in ("date", "span"):
        period = calendar.containing(kind, checked.period_start)
        if period.start == checked.period_start:
            return period.end
    raise Refused(words.NO_PERIOD, start=checked.period_start)


def value_of(figure: Figure, about: Mapping[str, Any]) -> float | None:
    """Return what a figure comes to, worked out of its parts where it has them; None where no build would take it."""
    if about["by_parts"]:
        if figure.numerator is None or not figure.denominator:
            return None
        value = figure.numerator / figure.denominator * about["scale"]
    elif figure.value is None:
        return None
    else:
        value = figure.value
    low, high = about["range_min"], about["range_max"]
    within = (low is None or value >= low) and (high is None or value <= high)
    return value if math.isfinite(value) and within else None


def domains_of(unit_id: str, figures: Sequence[Figure]) -> set[str]:
    """Return the domains of the indicators of some figures of a unit."""
    said = {figure.indicator_id for figure in figures}
    snapshot_id = store.current_id() or ""
    return {row["domain_id"] for row in owed.rows(snapshot_id, unit_id) if row["indicator_id"] in said}
