"""What is kept of positions: where it lies, as which columns, and under which marks vehicles stand in it."""

import hashlib
import hmac
import math
import os
import secrets
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from smart7 import fleet, whole

OFFSET: Final = 7 * 3600
"""Seconds that Asia/Bangkok is ahead of UTC, all year since 1920: no table of time zones is asked."""
EPOCH_DAY: Final = date(1970, 1, 1).toordinal()
DAY_BEGINS: Final = 3 * 3600
"""The second after local midnight at which a service day begins; what is earlier belongs to the day before."""
DAY_SECONDS: Final = 86_400
MARK_DIGITS: Final = 12
KEY_BYTES: Final = 32
MOST_KNOWN: Final = 100_000
POSITIONS: Final = pa.schema(
    [
        ("feed_id", pa.string()), ("service_date", pa.date32()), ("vehicle", pa.string()), ("second", pa.int32()),
        ("latitude", pa.float64()), ("longitude", pa.float64()), ("speed", pa.float64()), ("heading", pa.float64()),
        ("route_id", pa.string()), ("direction_id", pa.int32()), ("trip_id", pa.string()), ("start_second", pa.int32()),
    ]
)  # fmt: skip
TEXTS: Final = [field.name for field in POSITIONS if pa.types.is_string(field.type)]
"""What repeats itself, and is worth a dictionary in a file; one of places and times would only make it larger."""
LEFT_OUT: Final = pa.schema(
    [("feed_id", pa.string()), ("service_date", pa.date32()), ("reason", pa.string()), ("rows", pa.int64())]
)
MADE: Final = "made"
"""Says of what a day's tables were made."""
OF_VEHICLES: Final = ("placed.parquet", "passes.parquet")
"""What of a day is made of single vehicles; the sums of the day are not."""
ROWS_TOGETHER: Final = 100_000


def positions(data: Path, feed_id: str, day: date) -> Path:
    """Return where the positions of a service day lie, or would."""
    return fleet.folder(data, feed_id) / "positions" / f"{day.isoformat()}.parquet"


def left_out(data: Path, feed_id: str, day: date) -> Path:
    """Return where it lies how many rows of a service day were not kept, by reason."""
    return fleet.folder(data, feed_id) / "left_out" / f"{day.isoformat()}.parquet"


def taken(data: Path, feed_id: str) -> Path:
    """Return the list of the files that were taken."""
    return fleet.folder(data, feed_id) / "taken.csv"


def polls(data: Path, feed_id: str) -> Path:
    """Return the list of digests of the single .pb files that were taken."""
    return fleet.folder(data, feed_id) / "polls.parquet"


def minutes(data: Path, feed_id: str) -> Path:
    """Return the folder of minutes that were watched and wait to be taken."""
    return fleet.folder(data, feed_id) / "live" / "minutes"


def aggregates(data: Path, feed_id: str, day: date) -> Path:
    """Return the folder of what was made of a service day."""
    return fleet.folder(data, feed_id) / "days" / day.isoformat()


def forgotten(data: Path, feed_id: str, day: date) -> bool:
    """Return whether the sums of a day are all that is left of it: late rows must not take their place."""
    home = aggregates(data, feed_id, day)
    return (home / MADE).exists() and not any((home / name).exists() for name in OF_VEHICLES)


def days(data: Path, feed_id: str) -> list[date]:
    """Return the service days that have positions, the first one first."""
    return dated(fleet.folder(data, feed_id) / "positions")


def dated(folder: Path) -> list[date]:
    """Return the days that files of a folder are named after; what is no day is passed over."""
    found = []
    for path in folder.glob("[12]*.parquet"):
        try:
            found.append(date.fromisoformat(path.stem))
        except ValueError:
            continue
    return sorted(found)


def write_positions(path: Path, tables: Iterable[pa.Table]) -> int:
    """Write positions, which come by vehicle and second, as one file, whole; return how many.

    Raises `whole.CannotWrite` with nothing changed.
    """
    rows = 0
    with whole.told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with (
        whole.draft(path) as own,
        pq.ParquetWriter(own, POSITIONS, compression="zstd", use_dictionary=TEXTS) as file,
    ):
        for table in tables:
            file.write_table(table.select(POSITIONS.names).cast(POSITIONS), row_group_size=ROWS_TOGETHER)
            rows += table.num_rows
    return rows


def read_left_out(data: Path, feed_id: str, day: date) -> dict[str, int]:
    """Return how many rows of a service day were not kept, by reason."""
    path = left_out(data, feed_id, day)
    if not path.exists():
        return {}
    rows = pq.read_table(path, schema=LEFT_OUT)
    return dict(zip(rows["reason"].to_pylist(), rows["rows"].to_pylist(), strict=True))


def write_left_out(path: Path, feed_id: str, day: date, counts: dict[str, int]) -> None:
    """Write how many rows of a service day were not kept; raises `whole.CannotWrite`."""
    rows = [
        {"feed_id": feed_id, "service_date": day, "reason": reason, "rows": count}
        for reason, count in sorted(counts.items())
    ]
    with whole.told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with whole.draft(path) as own:
        pq.write_table(pa.Table.from_pylist(rows, schema=LEFT_OUT), own)


def service_day(moment: float) -> tuple[date, int]:
    """Return the service day of a moment (seconds since 1970, UTC) and the second after its local midnight."""
    local = math.floor(moment) + OFFSET
    day, second = divmod(local - DAY_BEGINS, DAY_SECONDS)
    return date.fromordinal(EPOCH_DAY + day), second + DAY_BEGINS


def moment_of(day: date, second: int) -> int:
    """Return the moment (seconds since 1970, UTC) of a second of a service day."""
    return (day.toordinal() - EPOCH_DAY) * DAY_SECONDS - OFFSET + second


def key(data: Path) -> bytes:
    """Return the secret of this installation, made with the first vehicle that is taken; raises `whole.CannotWrite`.

    Only its owner may read it. Whoever loses it knows no vehicle again: its mark is another one from then on.
    """
    path = fleet.room(data) / "key"
    with whole.told(path):
        if not path.exists():
            make_key(path)
        return bytes.fromhex(path.read_text("ascii"))


def make_key(path: Path) -> None:
    """Make the secret, whole; where another process was faster, it is that one's for both."""
    path.parent.mkdir(parents=True, exist_ok=True)
    own = whole.beside(path)
    try:
        os.close(os.open(own, os.O_CREAT | os.O_WRONLY, fleet.ONLY_OWNER))
        own.write_text(secrets.token_bytes(KEY_BYTES).hex(), "ascii")
        whole.flush(own)
        try:
            os.link(own, path)  # unlike a move, it takes the place of nothing
        except FileExistsError:
            pass
        except OSError:
            own.replace(path)  # on a disk that knows no links
        whole.settle(path.parent)
    finally:
        own.unlink(missing_ok=True)


def marker(secret: bytes) -> Callable[[str], str]:
    """Return a function that gives the mark of a vehicle's number: 12 hex digits, the same for the same number."""
    known: dict[str, str] = {}

    def mark(number: str) -> str:
        if number not in known:
            if len(known) > MOST_KNOWN:  # a feed that names each position anew must not fill the memory
                known.clear()
            known[number] = hmac.new(secret, number.encode(), hashlib.sha256).hexdigest()[:MARK_DIGITS]
        return known[number]

    return mark


def mark_of_day(secret: bytes, vehicle: str, day: date) -> str:
    """Return a mark that may be shown: the same all day for a vehicle, another one the next day."""
    return hmac.new(secret, f"{day.isoformat()} {vehicle}".encode(), hashlib.sha256).hexdigest()[:8]
