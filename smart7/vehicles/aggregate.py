"""From passes to the sums of a day: the statements of `queries/vehicles/` after passes, one after another."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa

from smart7.engine import Engine, statements
from smart7.vehicles.steps import AGGREGATES

TEXTS: Final = ("feed_id", "route_id", "pattern_id", "run_id", "vehicle", "trip_id", "stop_id")
WHOLE: Final = ("direction_id", "stop_sequence", "start_second")


def aggregate(engine: Engine, tables: Mapping[str, Sequence[Path]], out: Path) -> dict[str, int]:
    """Run every step over the tables of one day or of several, each into a Parquet file of its name.

    Parameters
    ----------
    engine
        What runs them.
    tables
        The files of `positions`, `placed`, `passes`, `planned` and `pattern_stops`; each may be without rows.
    out
        The folder to write into, which is there.

    Returns
    -------
    dict[str, int]
        Rows of each step.

    Raises
    ------
    EngineFault, CannotWrite
        As the engine does; the steps before have been written then.
    """
    known, rows = dict(tables), {}
    for step in AGGREGATES:
        statement, made = statements.read(step), out / f"{step}.parquet"
        rows[step] = engine.run(statement.sql, {name: known[name] for name in statement.reads}, made)
        known[step] = [made]
    return rows


def typed(rows: pd.DataFrame) -> pa.Schema:
    """Return the columns of a table as the statements expect them, whatever a frame without rows makes of them."""
    kinds = {"service_date": pa.date32(), "exact": pa.bool_()}
    kinds |= dict.fromkeys(TEXTS, pa.string()) | dict.fromkeys(WHOLE, pa.int32())
    return pa.schema([(name, kinds.get(name, pa.float64())) for name in rows.columns])
