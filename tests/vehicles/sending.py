"""What operators send: messages of GTFS-realtime, tables of GPS boxes, and a town with a line to send it for."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
from google.transit import gtfs_realtime_pb2 as realtime

from smart7 import fleet
from smart7.vehicles import keep

DAY = datetime(2026, 11, 2, tzinfo=UTC).date()
NOON = keep.moment_of(DAY, 12 * 3600)
FEED = fleet.Feed("city_bus", "gps-box", "Smart Bus")
RECIPE = """
[file]
order = "dmy"
missing = ["n/a"]
[file.directions]
"ขาออก" = 0
"ขาเข้า" = 1
[columns]
vehicle = ["ทะเบียนรถ", "vehicle"]
time = ["วันเวลา", "time"]
latitude = "lat"
longitude = "lon"
speed = "ความเร็ว"
heading = "course"
route = "สาย"
direction = "ทิศ"
"""
HEADER = "ทะเบียนรถ,วันเวลา,lat,lon,ความเร็ว\n"


def town(data: Path, recipe: str = RECIPE) -> Path:
    """Make a data folder with a planned feed and a recipe; return it."""
    (data / "gtfs" / "city_bus").mkdir(parents=True)
    (data / "recipes" / "gps-box").mkdir(parents=True)
    (data / "recipes" / "gps-box" / "boxes.toml").write_text(recipe, "utf-8")
    return data


def message(at: int = NOON, *vehicles: dict[str, object], header: int | None = None) -> bytes:
    """Return a message told at a moment; each vehicle may say number, at, lat, lon, and more."""
    made = realtime.FeedMessage()
    made.header.gtfs_realtime_version = "2.0"
    made.header.timestamp = at if header is None else header
    for position, given in enumerate(vehicles or ({},)):
        told = {"number": f"80-{1000 + position}", "at": at, "lat": 16.43, "lon": 102.83} | given
        vehicle = made.entity.add(id=str(position)).vehicle
        vehicle.vehicle.id = told["number"]
        if told["at"]:
            vehicle.timestamp = told["at"]
        if told["lat"] is not None:
            vehicle.position.latitude, vehicle.position.longitude = told["lat"], told["lon"]
        if "route" in told:
            vehicle.trip.route_id, vehicle.trip.start_time = told["route"], "24:10:00"
            vehicle.trip.direction_id = 1
        if "speed" in told:
            vehicle.position.speed = told["speed"]
    return made.SerializeToString()


def drive(moments: range, vehicles: int = 2) -> dict[str, bytes]:
    """Return messages by name of a few vehicles that go north at 10 m/s."""
    return {
        f"poll-{at}.pb": message(
            at, *({"lat": 16.4 + number * 0.01 + (at - moments.start) * 9e-5} for number in range(vehicles))
        )
        for at in moments
    }


def table(rows: list[str], header: str = HEADER, encoding: str = "utf-8") -> bytes:
    """Return a table of boxes."""
    return (header + "".join(f"{row}\n" for row in rows)).encode(encoding)


def folder(place: Path, files: dict[str, bytes]) -> Path:
    """Write files into a folder and return it."""
    place.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (place / name).write_bytes(content)
    return place


def zipped(place: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write files into a zip and return it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, inner in files.items():
            archive.writestr(name, inner)
    place.write_bytes(content.getvalue())
    return place


def kept(data: Path) -> dict[str, bytes]:
    """Return every file that a take keeps, with its bytes; locks and the day of a note left out."""
    home = data / "vehicles"
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def rows(data: Path, feed_id: str = "city_bus") -> list[dict[str, object]]:
    """Return all positions of a feed, by day, vehicle and second."""
    return [row for path in files(data, feed_id) for row in pq.read_table(path, schema=keep.POSITIONS).to_pylist()]


def files(data: Path, feed_id: str = "city_bus") -> list[Path]:
    """Return the files of a feed's positions, day after day."""
    return [keep.positions(data, feed_id, day) for day in keep.days(data, feed_id)]


def left(data: Path, feed_id: str = "city_bus") -> dict[str, int]:
    """Return how many rows of a feed were not kept, by reason."""
    counts: dict[str, int] = {}
    for day in keep.dated(fleet.folder(data, feed_id) / "left_out"):
        for reason, count in keep.read_left_out(data, feed_id, day).items():
            counts[reason] = counts.get(reason, 0) + count
    return counts
