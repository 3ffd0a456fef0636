"""Folders far larger than what a take may hold in memory, and what it holds at the most.

By hand: `python -m tests.vehicles.large messages 4` writes 4 GB, takes them and says so; the kinds are `KINDS`. What
pads messages is a field that readers pass over, whose bytes a disk need not hold; rows of boxes have an address in
them, as boxes write one, or none where rows are what is wanted. `test_large.py` does the same with less.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from time import perf_counter
from typing import Final, NamedTuple

import pyarrow.parquet as pq

from tests.vehicles import sending

ROOT: Final = Path(__file__).parents[2]
MESSAGE, TABLE = 4_900_000, 128_000_000
VEHICLES, EVERY = 100, 10
PADDING: Final = b"\xe2\x5d"
"""Field 1500, of those that a feed may use for its own, as so many bytes."""
ADDRESS: Final = "ถนนมิตรภาพ ตำบลในเมือง อำเภอเมืองขอนแก่น จังหวัดขอนแก่น " * 6


def padded(content: bytes, size: int) -> tuple[bytes, int]:
    """Return a message up to where its padding begins, and how large it is with it."""
    rest, length = size - len(content) - len(PADDING) - 4, bytearray()
    while rest > 0x7F or len(length) < 3:
        length.append(rest & 0x7F | 0x80)
        rest >>= 7
    length.append(rest)
    return content + PADDING + bytes(length), size


def messages(folder: Path, size: int) -> int:
    """Write messages of one size into a folder, one each fifteen seconds; return how many positions they tell."""
    count = size // MESSAGE
    for number in range(count):
        told = ({"lat": 14.0 + number * 1.3e-3, "lon": 100 + vehicle / 100} for vehicle in range(VEHICLES))
        start, whole = padded(sending.message(sending.NOON + number * 15, *told), MESSAGE)
        with (folder / f"{number:06d}.pb").open("wb") as file:
            file.write(start)
            file.truncate(whole)
    return count * VEHICLES


def tables(folder: Path, size: int, address: str = ADDRESS) -> int:
    """Write tables of boxes into a folder, a day each; return how many positions they tell."""
    rows = written = 0
    day = sending.DAY
    while written < size:
        with (folder / f"{day.isoformat()}.csv").open("wb") as file:
            file.write(f"{sending.HEADER.strip()},ที่อยู่\n".encode())
            for block in of_day(f"{day:%d/%m}/{day.year + 543}", address):
                if file.tell() >= min(TABLE, size - written):
                    break
                file.write(block)
                rows += VEHICLES
            written += file.tell()
        day -= timedelta(days=1)  # what lies ahead of now is not kept
    return rows


def of_day(day: str, address: str) -> Iterator[bytes]:
    """Yield the rows of all boxes, from 4 o'clock in the morning on."""
    for second in range(4 * 3600, 24 * 3600, EVERY):
        clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        lat = 16.4 + second % 7200 * 9e-5
        yield "".join(
            f"80-{number},{day} {clock},{lat:.6f},{100 + number / 100:.2f},36,{address}\n" for number in range(VEHICLES)
        ).encode()


def rows(folder: Path, size: int) -> int:
    """Write tables of boxes that tell no address, and so many more rows; return how many positions they tell."""
    return tables(folder, size, "")


KINDS: Final[dict[str, Callable[[Path, int], int]]] = {"messages": messages, "tables": tables, "rows": rows}


class Taken(NamedTuple):
    """What came of a folder: its bytes, the positions it tells, those that were kept, megabytes held at the most."""

    bytes: int
    told: int
    kept: int
    peak_mb: float


def measured(place: Path, kind: str, size: int) -> Taken:
    """Write a folder, take it in a process of its own, and delete both."""
    with TemporaryDirectory(dir=place) as name:
        data, folder = sending.town(Path(name) / "data"), Path(name) / "given"
        folder.mkdir()
        told = KINDS[kind](folder, size)
        line = [sys.executable, "-m", "tests.vehicles.large", "take", str(folder)]
        done = subprocess.run(
            line, cwd=ROOT, env=os.environ | {"SMART7_DATA": str(data)}, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        kept = sum(pq.read_metadata(path).num_rows for path in sending.files(data))
        size = sum(path.stat().st_size for path in folder.iterdir())
        return Taken(size, told, kept, float(done.stdout.split()[-1]))


def take(folder: str) -> int:
    """Take a folder and say how many megabytes this process held at the most; returns the exit status."""
    from smart7.vehicles import __main__ as command

    status = command.main(["take", "city_bus", folder, "--recipe", "gps-box"])
    held = Path("/proc/self/status").read_text("ascii").split("VmHWM:")[1].split()[0]
    print(int(held) * 1024 / 1e6)
    return status


def main(what: str, given: str) -> int:
    """Take a folder, or write one of so many gigabytes and say what taking it took."""
    if what == "take":
        return take(given)
    began = perf_counter()
    one = measured(Path(gettempdir()), what, int(float(given) * 1e9))
    said = (
        f"{what}: {one.bytes / 1e9:.2f} GB, {one.told:,} positions, {one.kept:,} kept, {one.peak_mb:.0f} MB at the most"
    )
    print(f"{said}, {perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
