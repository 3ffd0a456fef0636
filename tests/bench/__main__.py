"""Measure and print one table: `python -m tests.bench [PART|all] [--large]`; the parts are `PARTS`.

`vehicles` takes `--positions 5 50` (millions) and `--spark`: a cluster on loopback beside DuckDB.
"""

import argparse
import sys

from tests.bench import machine, report
from tests.bench.parts import PARTS, Asked, aside
from tests.bench.report import Line


def main() -> int:
    """Measure what is asked for and print the table; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=[*PARTS, "all"], default="all")
    parser.add_argument(
        "--large", action="store_true", help="queries and questions over 25 million figures too; takes minutes"
    )
    parser.add_argument(
        "--positions", nargs="+", type=float, default=[5, 50], metavar="MILLIONS", help="sizes of the part vehicles"
    )
    parser.add_argument("--spark", action="store_true", help="the part vehicles on a Spark cluster on loopback too")
    given = parser.parse_args()
    asked = Asked(given.large, tuple(given.positions), given.spark)
    print(machine.facts(), end="\n\n", flush=True)
    found: list[Line] = []
    for part in PARTS if given.part == "all" else (given.part,):
        print(f"measuring {part} ...", file=sys.stderr, flush=True)
        found += aside(part, asked)
    print(report.table(found), machine.disturbed(), sep="\n\n")
    return int(any("NOT OK" in line.cells() for line in found))


if __name__ == "__main__":
    sys.exit(main())
