"""A minute that was watched: put by as a file of its own, read by the next take, set aside where it cannot be read."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from smart7 import whole
from smart7.vehicles.refused import Refused
from smart7.vehicles.sift import ROWS, Left

LEFT: Final = b"left_out"
"""Where a minute says how many rows were not kept."""
ASIDE: Final = ".unread"


@dataclass(frozen=True, slots=True)
class Minute:
    """What is in a minute: of which days, how many rows, and how many were not kept."""

    days: set[date]
    rows: int
    left: Left


def write(path: Path, tables: list[pa.Table], left: Left) -> None:
    """Write a minute whole; raises `whole.CannotWrite` with nothing changed."""
    told = [[day.isoformat(), reason, count] for (day, reason), count in left.items()]
    rows = pa.concat_tables(tables).replace_schema_metadata({LEFT: json.dumps(told).encode()})
    with whole.told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with whole.draft(path) as own:
        pq.write_table(rows, own)


def read(path: Path) -> Minute:
    """Read a minute to its end; one that is none is kept under another name, so that it holds up no other take.

    Raises `Refused` for that, and what the disk says.
    """
    content = path.read_bytes()
    try:
        rows = pq.read_table(pa.BufferReader(content))
        told = json.loads((rows.schema.metadata or {})[LEFT])
        left: Left = Counter({(date.fromisoformat(day), reason): count for day, reason, count in told})
        days = set(rows.cast(ROWS)["service_date"].to_pylist())
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError):
        aside = path.with_name(f"{path.name}{ASIDE}")
        with whole.told(aside):
            path.replace(aside)
        raise Refused("broken_minute", file=path.name, aside=aside.name) from None
    return Minute(days, rows.num_rows, left)
