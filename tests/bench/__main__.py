"""Measure and print one table: `python -m tests.bench [PART|all] [--large]`; the parts are `PARTS`."""

import argparse
import sys
from collections.abc import Iterator

from tests.bench import (
    api_times,
    browsing,
    builds,
    machine,
    map_bytes,
    pack_times,
    page_times,
    query_times,
    question_times,
    report,
    transit_times,
    travel_times,
    wire,
)
from tests.bench.report import Line

PARTS = ("build", "queries", "questions", "transit", "travel", "map", "pages", "browser", "bytes", "api", "packs")


def lines(part: str, large: bool) -> Iterator[Line]:
    """Yield the lines of one part."""
    if part in ("queries", "questions"):
        yield from (query_times if part == "queries" else question_times).measure(large)
    else:
        others = {
            "build": builds, "transit": transit_times, "travel": travel_times, "pages": page_times,
            "map": map_bytes, "browser": browsing, "bytes": wire, "api": api_times,
            "packs": pack_times,
        }  # fmt: skip
        yield from others[part].measure()


def main() -> int:
    """Measure what is asked for and print the table; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=[*PARTS, "all"], default="all")
    parser.add_argument(
        "--large", action="store_true", help="queries and questions over 25 million figures too; takes minutes"
    )
    given = parser.parse_args()
    print(machine.facts(), end="\n\n", flush=True)
    found: list[Line] = []
    for part in PARTS if given.part == "all" else (given.part,):
        print(f"measuring {part} ...", file=sys.stderr, flush=True)
        found += lines(part, given.large)
    print(report.table(found), machine.disturbed(), sep="\n\n")
    return int(any("NOT OK" in line.cells() for line in found))


if __name__ == "__main__":
    sys.exit(main())
