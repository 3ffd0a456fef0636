"""Read GTFS-realtime: one message with the positions of all vehicles, as an operator's server answers a poll."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

import numpy as np
import pyarrow as pa
from google.protobuf.message import DecodeError
from google.transit import gtfs_realtime_pb2 as realtime

from smart7.vehicles.refused import Refused
from smart7.vehicles.sift import AHEAD_SECONDS, FIRST_MOMENT, Raw

MOST_BYTES: Final = 5_000_000
"""Of one message: 40,000 vehicles. A message that means harm takes fifty times its size in memory."""
MARKUP: Final = re.compile(rb"\s*<(!doctype|html|\?xml|head|body|[a-z]+[ >])", re.IGNORECASE)
CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})", re.ASCII)
MILLISECONDS: Final = 100_000_000_000
"""No feed tells a second so far ahead, and many tell thousandths of one."""


Row = tuple[Any, ...]
"""A vehicle as a message tells it: the columns of `Raw` in their order, the mark first."""


@dataclass(frozen=True, slots=True)
class Positions:
    """The rows of one message, and whether the time it says of itself cannot be true."""

    rows: list[Row]
    lies: bool


def seconds(told: int) -> float:
    """Return a moment in seconds since 1970, NaN for none; thousandths of seconds are recognised."""
    return math.nan if told <= 0 else told / 1000 if told > MILLISECONDS else float(told)


def refuse_text(content: bytes, name: str) -> None:
    """Raise `Refused` for a page, a text or nothing at all in place of a message."""
    start = content[:512].removeprefix(b"\xef\xbb\xbf")
    if not content:
        raise Refused("empty", file=name)
    if MARKUP.match(start):
        raise Refused("web_page", file=name)
    if start.lstrip()[:1] in (b"{", b"["):
        raise Refused("json", file=name)


def message(content: bytes, name: str) -> Any:  # noqa: ANN401
    """Return a message from its bytes; raises `Refused` for what is none, or too large to be one."""
    if len(content) > MOST_BYTES:
        raise Refused("message_too_large", file=name, most=f"{MOST_BYTES / 1e6:.0f}")
    refuse_text(content, name)
    read = realtime.FeedMessage()
    try:
        read.ParseFromString(content)
    except DecodeError:
        raise Refused("broken_message", file=name) from None
    if not read.IsInitialized():
        raise Refused("no_message", file=name)
    return read


def read(content: bytes, name: str, latest: float, mark: Callable[[str], str]) -> Positions:
    """Return the rows of a message; `latest` is when it was read, in seconds since 1970.

    Where the message tells a time of itself that cannot be true, the middle of its vehicles' times stands for it. The
    day of a file is no witness: whoever unpacks an archive of another time zone moves it by hours. Raises `Refused`.
    """
    found = message(content, name)
    said = seconds(found.header.timestamp)
    lies = not FIRST_MOMENT < said <= latest + AHEAD_SECONDS
    entities = [entity.vehicle for entity in found.entity if entity.HasField("vehicle") and not entity.is_deleted]
    told = middle([vehicle.timestamp for vehicle in entities], latest) if lies else said
    own = math.nan if lies else said
    return Positions([row_of(vehicle, told, own, mark) for vehicle in entities], lies)


def middle(moments: Sequence[int], latest: float) -> float:
    """Return the middle of the moments that can be true, `latest` where none can."""
    there = [moment for told in moments if FIRST_MOMENT < (moment := seconds(told)) <= latest + AHEAD_SECONDS]
    return median(there) if there else latest


def raw(rows: Sequence[Row]) -> Raw:
    """Return rows of messages as columns."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * 11
    vehicle, route, trip = (pa.array(columns[at], pa.string()) for at in (0, 7, 9))
    moment, told, latitude, longitude, speed, heading = (np.array(columns[at], np.float64) for at in range(1, 7))
    direction, start = (np.array(columns[at], np.float64) for at in (8, 10))
    return Raw(vehicle, moment, told, latitude, longitude, speed, heading, route, direction, trip, start)


def row_of(vehicle: Any, told: float, own: float, mark: Callable[[str], str]) -> Row:  # noqa: ANN401
    """Return one vehicle as a row; one that tells no time was there at the message's own, NaN where that is none."""
    about, place, trip = vehicle.vehicle, vehicle.position, vehicle.trip
    number = (about.id or about.label or about.license_plate).strip()
    there, moment, start = vehicle.HasField("position"), vehicle.timestamp, trip.start_time
    return (
        mark(number) if number else None,
        seconds(moment) if moment else own,
        told,
        place.latitude if there else math.nan,
        place.longitude if there else math.nan,
        place.speed if place.HasField("speed") else math.nan,
        place.bearing if place.HasField("bearing") else math.nan,
        trip.route_id or None,
        trip.direction_id if trip.HasField("direction_id") else math.nan,
        trip.trip_id or None,
        second_of(start) if start else math.nan,
    )


def second_of(text: str) -> float:
    """Return the second after midnight of a planned departure, which may pass 24 hours; NaN for none."""
    found = CLOCK.fullmatch(text.strip())
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3]) if found else math.nan
