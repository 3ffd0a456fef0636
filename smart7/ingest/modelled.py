"""Work out figures of indicators from feeds and places, once both are loaded."""

from typing import Any, Final

import duckdb
import pandas as pd

from smart7 import calendar
from smart7.ingest.catalogue import insert
from smart7.ingest.faults import fill
from smart7.ingest.scripts import SCHEMA
from smart7.words import modelled as words

NEAR_STOP: Final = "places-near-stop"


def add(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the share of places near a stop, and the months of service as driven; made-up figures give way to them."""
    for script, figure in (("modelled.sql", near_stop), ("modelled_driven.sql", driven)):
        rows = connection.execute((SCHEMA / script).read_text("utf-8")).df().to_dict("records")
        figures = pd.DataFrame([figure({str(name): cell for name, cell in row.items()}) for row in rows])
        if figures.empty:
            continue
        for table in ("observations", "targets"):
            made_up = f"delete from {table} where indicator_id in ? and quality = 'sample'"  # noqa: S608
            connection.execute(made_up, [sorted(set(figures["indicator_id"]))])
        insert(connection, "observations", figures)


def near_stop(row: dict[str, Any]) -> dict[str, Any]:
    """Return the figure of one network of record, of the period in which it was recorded."""
    day = row["as_of"].date()
    period = calendar.containing(row["period_kind"], day)
    formula, note = fill(words.PLACES_FORMULA, row), fill(words.PLACES_NOTE, row)
    return {
        "indicator_id": NEAR_STOP, "unit_id": row["unit_id"], "breakdown": "", "period_kind": period.kind,
        "period_start": period.start, "period_end": period.end,
        "value": row["close_by"] / row["places"] * row["scale"], "numerator": row["close_by"],
        "denominator": row["places"], "partial": False, "quality": "modelled", "source_id": row["source_id"],
        "as_of": day, "known_from": day, "known_to": None, "note_th": note.th, "note_en": note.en,
        "formula_th": formula.th, "formula_en": formula.en, "edition_id": None, "file": "gtfs", "line": 0,
    }  # fmt: skip


def driven(row: dict[str, Any]) -> dict[str, Any]:
    """Return one figure of a month of service as driven."""
    day = row["as_of"].date()
    period = calendar.containing("month", row["month"].date())
    formula = fill(words.DRIVEN_FORMULAS[row["indicator_id"]], row)
    note = fill(words.DRIVEN_ESTIMATED if row["estimated"] else words.DRIVEN_NOTE, row)
    return {
        "indicator_id": row["indicator_id"], "unit_id": row["unit_id"], "breakdown": "", "period_kind": period.kind,
        "period_start": period.start, "period_end": period.end,
        "value": row["numerator"] / row["denominator"] * row["scale"], "numerator": row["numerator"],
        "denominator": row["denominator"], "partial": row["partial"],
        "quality": "estimated" if row["estimated"] else "modelled", "source_id": row["source_id"], "as_of": day,
        "known_from": day, "known_to": None, "note_th": note.th, "note_en": note.en, "formula_th": formula.th,
        "formula_en": formula.en, "edition_id": None, "file": "vehicles", "line": 0,
    }  # fmt: skip
