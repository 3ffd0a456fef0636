"""Write what was placed as the table `placed`: the rows that passes are made of."""

from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from smart7.vehicles import matched, plan
from smart7.vehicles.feed import Feed
from smart7.vehicles.lines import Ints, Lines
from smart7.vehicles.placed import Runs
from smart7.vehicles.positions import Positions

SCHEMA: Final = pa.schema(
    [
        ("feed_id", pa.string()), ("service_date", pa.date32()), ("run_id", pa.string()), ("vehicle", pa.string()),
        ("route_id", pa.string()), ("direction_id", pa.int32()), ("pattern_id", pa.string()), ("trip_id", pa.string()),
        ("start_second", pa.int32()), ("doubt", pa.float64()), ("second", pa.int32()), ("along_m", pa.float64()),
        ("off_m", pa.float64()), ("next_second", pa.int32()), ("next_m", pa.float64()),
    ]
)  # fmt: skip


def rows(feed: Feed, lines: Lines, day: date, sent: Positions, runs: Runs) -> pa.Table:
    """Return every position that was placed, and the two ends of each dead run.

    A dead run has the route and direction of the run it leads to, no pattern, and no place along one. `next_second` and
    `next_m` are when and where along it the run is next, missing at its end: a statement would have to sort for that.
    """
    of_run = owners(lines, sent, runs, matched.trips(lines, runs, sent, plan.departures(feed, lines, day)))
    dead = runs.dead
    owner = np.concatenate([runs.run, np.repeat(np.arange(len(dead)) + len(runs.pattern), 2)])
    nowhere = np.full(2 * len(dead), np.nan)
    ends = dead[["begins", "ends"]].to_numpy(float).reshape(-1)
    second = np.concatenate([sent.second[runs.position], ends]).astype(np.int32)
    along = np.concatenate([runs.along, nowhere])
    at_end = np.diff(owner, append=-1) != 0
    at_end[len(runs.run) :] = True
    columns = {name: taken(values, owner, SCHEMA.field(name).type) for name, values in of_run.items()}
    columns |= {
        "feed_id": taken(np.array([feed.feed_id], object), np.zeros(len(owner), np.int64), pa.string()),
        "service_date": pa.array(np.full(len(owner), np.datetime64(day)), pa.date32()),
        "second": pa.array(second),
        "along_m": pa.array(along, from_pandas=True),
        "off_m": pa.array(np.concatenate([runs.off, nowhere]), from_pandas=True),
        "next_second": pa.array(np.roll(second, -1), mask=at_end),
        "next_m": pa.array(np.roll(along, -1), mask=at_end),
    }
    return pa.table({name: columns[name] for name in SCHEMA.names})


def owners(lines: Lines, sent: Positions, runs: Runs, trips: pd.DataFrame) -> dict[str, npt.NDArray[Any]]:
    """Return the columns that are the same for all rows of a run: those of the runs, then those of the dead runs."""
    dead = runs.dead
    led = dead["run"].to_numpy(np.int64)
    pattern = lines.patterns.iloc[np.concatenate([runs.pattern, runs.pattern[led]])]
    driver = sent.vehicles[np.concatenate([runs.vehicle, dead["vehicle"].to_numpy(np.int64)])]
    served = np.arange(len(driver)) < len(runs.pattern)
    # The nth run of a vehicle; dead runs are counted by themselves.
    kind = pd.Series(np.where(served, "-", "-dead-"), dtype=object)
    stem = pd.Series(driver, dtype=object) + kind
    none = np.full(len(dead), None, object)
    along = pattern["pattern_id"].to_numpy(object).copy()
    along[~served] = None
    return {
        "run_id": (stem + (stem.groupby(stem).cumcount() + 1).astype(str)).to_numpy(object),
        "vehicle": driver,
        "route_id": pattern["route_id"].to_numpy(object),
        "direction_id": pattern["direction_id"].to_numpy(np.int32),
        "pattern_id": along,
        "trip_id": np.concatenate([trips["trip_id"].to_numpy(object), none]),
        "start_second": np.concatenate([trips["start_second"].to_numpy(float), np.full(len(dead), np.nan)]),
        "doubt": np.concatenate([runs.doubt, np.zeros(len(dead))]),
    }


def taken(values: npt.NDArray[Any], owner: Ints, kind: pa.DataType) -> pa.Array:
    """Return for each row the value of its owner, null where that is missing; texts are kept once."""
    missing = pd.isna(values)
    if not pa.types.is_string(kind):
        return pa.array(np.where(missing, 0, values)[owner], mask=missing[owner]).cast(kind)
    codes, held = pd.factorize(values)
    texts = pa.array([str(value) for value in held], pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(codes[owner].astype(np.int32), mask=missing[owner]), texts)
