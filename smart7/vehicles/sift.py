"""Sort rows as they were sent into those that say where a vehicle was, and those that do not, by reason."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from smart7.vehicles import keep

AHEAD_SECONDS: Final = 120
"""A clock may be so far ahead of the feed's; more is another time than now."""
BEHIND_SECONDS: Final = 6 * 3600
"""What a feed says so long after it was seen is no position of now, but of a box that fell silent, or a wrong clock."""
FIRST_MOMENT: Final = 1_262_304_000
"""The beginning of 2010: boxes whose clock was never set begin in 1970, 1980, 1999 or 2000."""
FASTEST_TOLD: Final = 60.0
"""Metres a second; what a box says beyond that is not kept as a speed."""
BOX: Final = ((5.0, 21.0), (97.0, 106.0))
"""Latitudes and longitudes of Thailand."""
REASONS: Final = (
    "broken_row", "no_vehicle", "no_time", "clock", "future", "no_place", "duplicate", "jump", "forgotten",
)  # fmt: skip
NO_VEHICLE, NO_TIME, CLOCK, FUTURE, NO_PLACE = (
    REASONS.index(name) for name in ("no_vehicle", "no_time", "clock", "future", "no_place")
)
ROWS: Final = pa.schema([*(field for field in keep.POSITIONS if field.name != "feed_id"), ("seq", pa.int64())])
"""Rows between the file they came in and the day they belong to; `seq` says which was sent first."""
Numbers = npt.NDArray[np.float64]
Left = Counter[tuple[date, str]]
"""How many rows of a service day were not kept, by day and reason."""


@dataclass(slots=True)
class Raw:
    """Rows as they were sent: n of each; NaN or null where a row does not say something.

    `moment` is when a vehicle was there and `told` when it was said, both in seconds since 1970 (UTC); speed is in
    metres a second. `live` says that `told` is of that very row, and not only of the file it came in.
    """

    vehicle: Any
    moment: Numbers
    told: Numbers
    latitude: Numbers
    longitude: Numbers
    speed: Numbers
    heading: Numbers
    route_id: Any
    direction_id: Numbers
    trip_id: Any
    start_second: Numbers
    live: bool = True

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.moment)


@dataclass(slots=True)
class Sifted:
    """Rows that say where a vehicle was (columns of `ROWS`), and how many do not, by day and reason."""

    table: pa.Table
    left: Left = field(default_factory=Counter)


def sift(raw: Raw, first: int = 0) -> Sifted:
    """Return the rows that are good by themselves, numbered from `first`, and how many are not."""
    why = reasons(raw)
    good = why < 0
    moments = np.where(np.isnan(raw.moment) | (why == CLOCK) | (why == FUTURE), raw.told, raw.moment)
    ordinals, seconds = days_of(moments)
    left: Left = Counter()
    if not good.all():
        pairs, counts = np.unique(np.stack([ordinals[~good], why[~good]]), axis=1, return_counts=True)
        for (ordinal, reason), count in zip(pairs.T.tolist(), counts.tolist(), strict=True):
            left[date.fromordinal(ordinal), REASONS[reason]] += count
    mask = pa.array(good)
    columns = {
        "service_date": pa.array((ordinals - keep.EPOCH_DAY).astype(np.int32)).view(pa.date32()),
        "second": pa.array(seconds.astype(np.int32)),
        "vehicle": raw.vehicle,
        "latitude": pa.array(raw.latitude),
        "longitude": pa.array(raw.longitude),
        "speed": optional(raw.speed, (raw.speed >= 0) & (raw.speed <= FASTEST_TOLD)),
        "heading": optional(raw.heading, (raw.heading >= 0) & (raw.heading <= 360)),
        "route_id": raw.route_id,
        "direction_id": optional(raw.direction_id, np.isin(raw.direction_id, (0, 1))),
        "trip_id": raw.trip_id,
        "start_second": optional(raw.start_second, ~np.isnan(raw.start_second)),
        "seq": pa.array(np.arange(first, first + len(raw))),
    }
    table = pa.table({name: columns[name] for name in ROWS.names}).cast(ROWS)
    return Sifted(table if good.all() else table.filter(mask), left)


def optional(values: Numbers, there: npt.NDArray[np.bool_]) -> Any:  # noqa: ANN401
    """Return a column that is null where something is not said, or not so that it could be true."""
    return pa.array(values, mask=~there)


def reasons(raw: Raw) -> npt.NDArray[np.int64]:
    """Return for each row the number in `REASONS` of the first reason against it, -1 for a good one."""
    why = np.full(len(raw), -1)
    (south, north), (west, east) = BOX
    inside = (raw.latitude > south) & (raw.latitude < north) & (raw.longitude > west) & (raw.longitude < east)
    why[~inside] = NO_PLACE
    why[raw.moment > raw.told + AHEAD_SECONDS] = FUTURE
    why[raw.moment < FIRST_MOMENT] = CLOCK
    if raw.live:
        why[raw.moment < raw.told - BEHIND_SECONDS] = CLOCK
    why[np.isnan(raw.moment)] = NO_TIME
    why[np.asarray(raw.vehicle.is_null())] = NO_VEHICLE
    return why


def days_of(moments: Numbers) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the ordinals of the service days of moments, and their seconds after local midnight."""
    local = np.floor(moments).astype(np.int64) + keep.OFFSET - keep.DAY_BEGINS
    days = local // keep.DAY_SECONDS
    return days + keep.EPOCH_DAY, local - days * keep.DAY_SECONDS + keep.DAY_BEGINS
