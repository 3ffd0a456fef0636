"""A month that never was, as an operator would have kept it: one message of GTFS-realtime a poll, all of them in a zip.

By hand: `python -m tests.vehicles.month DATA FEED 2026-10-01 31 month.zip` reads the feed of a data folder and writes
the zip; then `SMART7_DATA=DATA python manage.py vehicles take FEED month.zip`, `vehicles measure` and `build` bring it
to the page `service`. `test_month.py` does the same with fewer days.
"""

import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from google.transit import gtfs_realtime_pb2 as realtime

from smart7.vehicles import days, keep, simulated
from tests.vehicles import sent

EVERY = 30
TELLS = 0.5
SEED = 11


def polls(data: Path, feed_id: str, day: date, every: int = EVERY) -> Iterator[tuple[int, bytes]]:
    """Yield what an operator answers on one day to a poll each so many seconds: the newest position of each vehicle."""
    known = days.network(data, feed_id, "")
    driven = simulated.drive(known.feed, known.lines, day, SEED)
    rows = sent.positions(known.lines, driven, sent.Boxes(every_s=every, told=TELLS))
    rows = rows.assign(poll=rows["second"] // every * every + every).sort_values(["poll", "vehicle", "second"])
    rows = rows.drop_duplicates(["poll", "vehicle"], keep="last")
    columns = ["poll", "vehicle", "second", "latitude", "longitude", "speed", "route_id", "direction_id"]
    listed = zip(*(rows[name].tolist() for name in columns), strict=True)
    for at, some in groupby(listed, key=itemgetter(0)):
        yield int(at), message(day, int(at), some)


def message(day: date, at: int, rows: Iterable[tuple[Any, ...]]) -> bytes:
    """Return one message with a position of each vehicle."""
    made = realtime.FeedMessage()
    made.header.gtfs_realtime_version = "2.0"
    made.header.timestamp = keep.moment_of(day, at)
    for _, number, second, latitude, longitude, speed, route, direction in rows:
        vehicle = made.entity.add(id=number).vehicle
        vehicle.vehicle.id = f"80-{number}"
        vehicle.timestamp = keep.moment_of(day, int(second))
        vehicle.position.latitude, vehicle.position.longitude, vehicle.position.speed = latitude, longitude, speed
        if isinstance(route, str):
            vehicle.trip.route_id, vehicle.trip.direction_id = route, int(direction)
    return made.SerializeToString()


def write(data: Path, feed_id: str, first: date, count: int, out: Path, every: int = EVERY) -> tuple[int, int]:
    """Write the messages of some days into a zip; return how many messages and how many bytes they have."""
    files = size = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(count):
            day = first + timedelta(days=n)
            for at, content in polls(data, feed_id, day, every):
                archive.writestr(f"{day.isoformat()}/{at:06d}.pb", content)
                files, size = files + 1, size + len(content)
    return files, size


def main(data: str, feed_id: str, first: str, count: str, out: str) -> None:
    """Write a month and say how large it is."""
    files, size = write(Path(data), feed_id, date.fromisoformat(first), int(count), Path(out))
    print(f"{files:,} messages, {size / 1e6:.1f} MB, {Path(out).stat().st_size / 1e6:.1f} MB as a zip")


if __name__ == "__main__":
    main(*sys.argv[1:])
