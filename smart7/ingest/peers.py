"""Work out the median of the peers as a target of the city or the province, once every year is added up."""

from typing import Any

import duckdb
import pandas as pd

from smart7 import catalog
from smart7.ingest.catalogue import insert
from smart7.ingest.faults import fill
from smart7.ingest.scripts import SCHEMA
from smart7.words import modelled as words


def add(connection: duckdb.DuckDBPyConnection) -> None:
    """Add a target for each period that enough peers have a figure of."""
    found = connection.execute((SCHEMA / "peers.sql").read_text("utf-8")).df()
    if len(found):
        insert(connection, "targets", pd.DataFrame([target(dict(row)) for _, row in found.iterrows()]))


def target(row: dict[str, Any]) -> dict[str, Any]:
    """Return the median of one period as a target: a floor where more is better, else a ceiling."""
    note = fill(words.PEERS_NOTE, row)
    upward = row["direction"] == "higher"
    return {
        "indicator_id": row["indicator_id"], "unit_id": row["unit_id"], "authority": catalog.PEERS,
        "period_from": row["period_start"].date(), "period_to": row["period_end"].date(),
        "low": row["middle"] if upward else None, "high": None if upward else row["middle"], "quality": "modelled",
        "source_id": row["source_id"], "known_from": row["known_from"].date(), "note_th": note.th, "note_en": note.en,
    }  # fmt: skip
