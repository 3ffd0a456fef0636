"""What a feed plans for a day: each departure, and when it is due at each stop."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from smart7.vehicles.feed import Feed, services_on
from smart7.vehicles.lines import Lines

COLUMNS: Final = (
    "feed_id", "service_date", "route_id", "direction_id", "pattern_id", "trip_id", "start_second", "exact",
    "stop_sequence", "stop_id", "second",
)  # fmt: skip


def departures(feed: Feed, lines: Lines, day: date) -> pd.DataFrame:
    """Return one row per departure planned for a day, in the order of their times.

    pattern (a number), trip_id, start_second, exact (by timetable, not by headway), first_s (of its stop times).
    """
    trips = lines.trips[lines.trips["service_id"].isin(services_on(feed, day))]
    often = trips.merge(feed.headways, on="trip_id")
    runs = [np.arange(*times) for times in often[["start_s", "end_s", "headway_s"]].itertuples(index=False)]
    repeated = often.loc[often.index.repeat(np.array([len(run) for run in runs], np.int64))].assign(
        start_second=np.concatenate([*runs, np.zeros(0)]), exact=lambda rows: rows["exact_times"]
    )
    single = trips[~trips["trip_id"].isin(feed.headways["trip_id"])]
    single = single.assign(start_second=single["first_s"], exact=True)
    columns = ["pattern", "trip_id", "start_second", "exact", "first_s"]
    found = pd.concat([repeated[columns], single[columns]], ignore_index=True)
    found = found.astype({"start_second": np.int64, "exact": bool, "first_s": np.int64, "pattern": np.int64})
    return found.sort_values(["start_second", "pattern", "trip_id"], ignore_index=True)


def planned(feed: Feed, lines: Lines, day: date) -> pd.DataFrame:
    """Return one row per planned departure and stop of a day, as the table `planned` has them.

    `second` is when the trip leaves the stop; at its last stop, when it arrives.
    """
    calls = feed.calls[["trip_id", "nth", "stop_sequence", "stop_id", "arrival_s", "departure_s"]]
    last = calls["nth"] == calls.groupby("trip_id")["nth"].transform("max")
    due = calls.assign(due=calls["departure_s"].where(~last, calls["arrival_s"]))
    rows = departures(feed, lines, day).merge(due, on="trip_id")
    rows = rows.join(lines.patterns[["pattern_id", "route_id", "direction_id"]], on="pattern")
    rows = rows.assign(
        feed_id=feed.feed_id, service_date=day, second=rows["due"] + rows["start_second"] - rows["first_s"]
    )
    ordered = rows.sort_values(["pattern_id", "start_second", "trip_id", "stop_sequence"], ignore_index=True)
    return ordered[list(COLUMNS)]
