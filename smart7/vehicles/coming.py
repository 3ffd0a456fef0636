"""Which stops the vehicles of a watched feed come to next, worked out by the watch with each answer of a feed."""

from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from smart7.ingest.faults import BadInput
from smart7.vehicles import days, keep, legs, positions, under_way
from smart7.vehicles.feed import NoFeed
from smart7.vehicles.legs import Legs
from smart7.vehicles.under_way import UnderWay
from smart7.vehicles.written import Network, network

SINCE: Final = 2_400
"""Seconds of positions that are looked back on to tell which line a vehicle is on."""
FURTHEST: Final = 3_600.0
"""Seconds ahead beyond which nothing is expected."""
STEP: Final = 15.0
"""Metres before and after a place by which the way of a line is told."""
Expected = dict[str, list[dict[str, Any]]]


class Coming:
    """The vehicles of one feed: what they sent lately, where they are along their lines, and where they come next."""

    def __init__(self, data: Path, feed_id: str) -> None:
        self.data, self.feed_id = data, feed_id
        self.rows: list[pa.Table] = []
        self.network: Network | None = None
        self.driven = pd.DataFrame()
        self.legs: Legs | None = None
        self.known_of: tuple[date, int] | None = None

    def add(self, rows: pa.Table) -> None:
        """Take in rows that are new."""
        self.rows.append(rows)

    def prepare(self, day: date, hour: int) -> str:
        """Read the feed and how long its legs take, once an hour; return why that cannot be, '' where it can."""
        if self.known_of == (day, hour):
            return ""
        self.known_of, self.network, self.legs = (day, hour), None, None
        try:
            sources = days.digest_of_sources(self.data, self.feed_id)
            self.network = network(self.data, self.feed_id, sources)
            driven = legs.measured(self.data, self.feed_id)
        except (BadInput, NoFeed, OSError, ValueError, duckdb.Error) as error:
            return f"{type(error).__name__}: {error}"
        self.legs = legs.at_hour(self.network.lines, driven, legs.day_type(day), hour)
        return ""

    def lately(self, day: date, second: int) -> pa.Table | None:
        """Return the rows of the last minutes, None without any; older ones are forgotten."""
        if not self.rows:
            return None
        rows = pa.concat_tables(self.rows)
        recent = pc.and_(
            pc.equal(rows["service_date"], pa.scalar(day)), pc.greater_equal(rows["second"], second - SINCE)
        )
        kept = rows.filter(recent)
        self.rows = [kept]
        return kept if kept.num_rows else None

    def look(self, now: float) -> tuple[dict[str, dict[str, Any]], Expected]:
        """Return what is known of each vehicle that is under way or rests, by its key, and who comes to which stop."""
        day, second = keep.service_day(now)
        rows = self.lately(day, second)
        if rows is None or self.network is None or self.legs is None:
            return {}, {}
        sent = positions.of(rows, self.network.lines)
        found = under_way.find(sent, self.network.lines, self.network.grid)
        sure = np.flatnonzero(found.doubt < under_way.DOUBTFUL)
        vehicles: dict[str, dict[str, Any]] = {str(sent.vehicles[n]): {"rests": True} for n in found.resting}
        stops: Expected = {}
        for n in sure.tolist():
            self.tell(str(sent.vehicles[found.vehicle[n]]), found, n, vehicles, stops)
        for expected in stops.values():
            expected.sort(key=lambda one: (one["due_in"], one["vehicle"]))
        return vehicles, stops

    def tell(self, vehicle: str, found: UnderWay, n: int, vehicles: dict[str, dict[str, Any]], stops: Expected) -> None:
        """Add one vehicle: its line, its way, its next stop, and when it is at each of those ahead."""
        if self.network is None or self.legs is None:
            return
        lines, pattern, along = self.network.lines, int(found.pattern[n]), float(found.along[n])
        line = lines.patterns.iloc[pattern]
        ends_at = str(lines.stops["stop_id"].to_numpy()[lines.stops["pattern"] == pattern][-1])
        of_line = {"route": str(line["route_id"]), "direction": int(line["direction_id"]), "to": ends_at}
        coming = legs.ahead(lines, self.legs, pattern, along, FURTHEST)
        next_stop = str(lines.stops["stop_id"].iat[coming[0].row]) if coming else None
        vehicles[vehicle] = of_line | {"next": next_stop, "way": self.way(pattern, along)}
        for one in coming:
            stop = str(lines.stops["stop_id"].iat[one.row])
            about = {"vehicle": vehicle, **of_line, "due_in": round(one.seconds), "basis": one.basis}
            stops.setdefault(stop, []).append(about)

    def way(self, pattern: int, along: float) -> int:
        """Return where a line goes at a place, in degrees from north over east."""
        if self.network is None:
            return 0
        here = np.full(2, pattern)
        x, y = self.network.lines.places(here, np.array([along - STEP, along + STEP]))
        return round(float(np.degrees(np.arctan2(x[1] - x[0], y[1] - y[0])))) % 360
