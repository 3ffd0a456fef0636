"""Make the sample days of service as driven: simulated passes on a feed of record, put through the same statements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from smart7.engine.duck import Duck
from smart7.vehicles import feed as feeds
from smart7.vehicles import lines, plan, simulated
from smart7.vehicles.aggregate import aggregate, typed
from smart7.vehicles.feed import Feed, services_on
from smart7.vehicles.lines import Lines

MEMORY: Final = "1GB"
# What a simulated day has none of: positions, and runs that were placed by them; the columns that statements read.
POSITIONS: Final = pa.schema(
    [("feed_id", pa.string()), ("service_date", pa.date32()), ("vehicle", pa.string()), ("second", pa.int32())]
)
PLACED: Final = pa.schema(
    [
        ("feed_id", pa.string()), ("service_date", pa.date32()), ("run_id", pa.string()), ("route_id", pa.string()),
        ("direction_id", pa.int32()), ("pattern_id", pa.string()), ("second", pa.int32()),
    ]
)  # fmt: skip


STOPS: Final = (
    "feed_id", "pattern_id", "route_id", "direction_id", "stop_sequence", "stop_id", "along_m", "length_m",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Days of one feed to be driven, both ends included; the same seed drives them alike."""

    feed_id: str
    first: date
    last: date
    seed: int

    @property
    def days(self) -> Iterator[date]:
        """Return each day."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


def make(connection: duckdb.DuckDBPyConnection, spans: Iterable[Span], out: Path) -> None:
    """Drive the days asked for over the feeds that a database holds, and write their sums into a folder.

    One run of the statements makes all days: there are few of them, and their windows keep to one day each.
    Raises `NoFeed` for a feed that is not there, and what the engine raises.
    """
    driven = [tables_of(connection, span) for span in spans]
    tables = {name: [out / f"{name}.parquet"] for name in ("positions", "placed", "passes", "planned", "pattern_stops")}
    pq.write_table(POSITIONS.empty_table(), tables["positions"][0])
    pq.write_table(PLACED.empty_table(), tables["placed"][0])
    for name, frames in zip(("passes", "planned", "pattern_stops"), zip(*driven, strict=True), strict=True):
        rows = pd.concat(frames, ignore_index=True).drop_duplicates()
        pq.write_table(pa.Table.from_pandas(rows, typed(rows), preserve_index=False), tables[name][0])
    engine = Duck(MEMORY, out)
    try:
        aggregate(engine, tables, out)
    finally:
        engine.close()


def tables_of(connection: duckdb.DuckDBPyConnection, span: Span) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return passes, what was planned, and the stops of the patterns, of all days of a span.

    Times are whole seconds: nobody knows a made-up pass any better.
    """
    feed = feeds.read(connection, span.feed_id)
    drawn = lines.of(feed)
    passes = pd.concat([simulated.drive(feed, drawn, day, span.seed).passes for day in span.days], ignore_index=True)
    passes = passes.assign(second=passes["second"].round(), dwell_s=passes["dwell_s"].round())
    return passes, planned(feed, drawn, span), drawn.stops[list(STOPS)]


def planned(feed: Feed, drawn: Lines, span: Span) -> pd.DataFrame:
    """Return what is planned for all days of a span; days of the same services have the same plan, made once."""
    plans: dict[frozenset[str], pd.DataFrame] = {}
    days = []
    for day in span.days:
        services = frozenset(services_on(feed, day))
        if services not in plans:
            plans[services] = plan.planned(feed, drawn, day)
        days.append(plans[services].assign(service_date=day))
    return pd.concat(days, ignore_index=True)
