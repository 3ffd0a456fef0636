"""From passes to the sums of a day: the statements of `queries/vehicles/` after passes, one after another."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from smart7.engine import Engine, statements
from smart7.vehicles.steps import AGGREGATES


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
