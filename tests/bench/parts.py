"""The parts of the bench, each measured in a process of its own."""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from tests.bench import (
    api_times,
    browsing,
    builds,
    crowd_times,
    machine,
    map_bytes,
    pack_times,
    page_times,
    proxy_times,
    query_times,
    question_times,
    register_times,
    take_times,
    transit_times,
    travel_times,
    vehicle_times,
    wire,
)
from tests.bench.report import Line


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the parts is asked for that takes long: large snapshots, how many million positions, a cluster."""

    large: bool = False
    millions: tuple[float, ...] = (5, 50)
    spark: bool = False


PARTS = (
    "build", "queries", "questions", "transit", "travel", "map", "pages", "browser", "bytes", "api", "packs",
    "take", "crowd", "register", "processes", "vehicles",
)  # fmt: skip


def lines(part: str, asked: Asked) -> Iterator[Line]:
    """Yield the lines of one part."""
    if part in ("queries", "questions"):
        yield from (query_times if part == "queries" else question_times).measure(asked.large)
    elif part == "vehicles":
        yield from vehicle_times.measure(asked.millions, asked.spark)
    else:
        others = {
            "build": builds, "transit": transit_times, "travel": travel_times, "pages": page_times,
            "map": map_bytes, "browser": browsing, "bytes": wire, "api": api_times,
            "packs": pack_times, "take": take_times, "crowd": crowd_times, "register": register_times,
            "processes": proxy_times,
        }  # fmt: skip
        yield from others[part].measure()


def measured(part: str, asked: Asked) -> tuple[list[Line], dict[str, float]]:
    """Return the lines of one part, each told when it comes as a part may be cut off, and how often it had to wait."""
    found = []
    for line in lines(part, asked):
        found.append(line)
        print(" | ".join(filter(None, line.cells())), file=sys.stderr, flush=True)
    return found, dict(machine.WAITS)


def aside(part: str, asked: Asked) -> list[Line]:
    """Measure one part in a process of its own: the peak of a child's memory begins at its parent's."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found, waits = pool.submit(measured, part, asked).result()
    for name, value in waits.items():
        machine.WAITS[name] += value
    return found
