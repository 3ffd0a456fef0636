"""Days of service by hand: what was planned and what passed, put through the statements of `queries/vehicles/`."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from smart7.engine import statements
from smart7.ingest.scripts import run_script
from smart7.vehicles.steps import AGGREGATES

DAY = date(2026, 3, 2)
COLUMNS = {
    "positions": "feed_id varchar, service_date date, vehicle varchar, second integer, latitude double, "
    "longitude double, speed double, heading double, route_id varchar, direction_id integer, trip_id varchar, "
    "start_second integer",
    "placed": "feed_id varchar, service_date date, run_id varchar, vehicle varchar, route_id varchar, "
    "direction_id integer, pattern_id varchar, trip_id varchar, start_second integer, doubt double, second integer, "
    "along_m double, off_m double, next_second integer, next_m double",
    "pattern_stops": "feed_id varchar, pattern_id varchar, route_id varchar, direction_id integer, "
    "stop_sequence integer, stop_id varchar, along_m double, length_m double",
    "planned": "feed_id varchar, service_date date, route_id varchar, direction_id integer, pattern_id varchar, "
    "trip_id varchar, start_second integer, exact boolean, stop_sequence integer, stop_id varchar, second integer",
    "passes": "feed_id varchar, service_date date, route_id varchar, direction_id integer, pattern_id varchar, "
    "run_id varchar, vehicle varchar, trip_id varchar, start_second integer, stop_sequence integer, stop_id varchar, "
    "second double, error_s double, dwell_s double, doubt double",
}
"""The tables that the statements after passes are given, as `queries/vehicles/` has their columns."""


def clock(written: str) -> int:
    """Return the seconds of a time such as 07:12."""
    hours, minutes = written.split(":")
    return int(hours) * 3600 + int(minutes) * 60


@dataclass
class Driven:
    """Some days of one feed of one route, as rows for the tables; stops lie 600 m apart and 60 seconds by plan."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {name: [] for name in COLUMNS})

    def way(self, stops: str, pattern: str = "p") -> None:
        """Add a pattern: the stops of its letters."""
        for n, stop in enumerate(stops):
            self.rows["pattern_stops"].append(
                {"feed_id": "bus", "pattern_id": pattern, "route_id": "one", "direction_id": 0, "stop_sequence": n + 1,
                 "stop_id": stop, "along_m": 600.0 * n, "length_m": 600.0 * (len(stops) - 1)}
            )  # fmt: skip

    def stops(self, pattern: str) -> list[str]:
        """Return the stops of a pattern."""
        return [row["stop_id"] for row in self.rows["pattern_stops"] if row["pattern_id"] == pattern]

    def plan(self, *starts: int, exact: bool = False, day: date = DAY, pattern: str = "p") -> None:
        """Add trips that leave the first stop at these seconds."""
        for start in starts:
            for n, stop in enumerate(self.stops(pattern)):
                self.rows["planned"].append(
                    {"feed_id": "bus", "service_date": day, "route_id": "one", "direction_id": 0, "pattern_id": pattern,
                     "trip_id": f"trip-{pattern}", "start_second": start, "exact": exact, "stop_sequence": n + 1,
                     "stop_id": stop, "second": start + 60 * n}
                )  # fmt: skip

    def run(
        self, *seconds: float, start: int | None = None, vehicle: str = "", day: date = DAY, pattern: str = "p",
        dwell: float = 0.0, doubt: float = 0.0,
    ) -> None:  # fmt: skip
        """Add one run that leaves its stops at these seconds, matched to the trip of a start where there is one."""
        run = f"{vehicle or 'v'}-{len(self.rows['passes'])}"
        for n, (stop, second) in enumerate(zip(self.stops(pattern), seconds, strict=False)):
            self.rows["passes"].append(
                {"feed_id": "bus", "service_date": day, "route_id": "one", "direction_id": 0, "pattern_id": pattern,
                 "run_id": run, "vehicle": vehicle or run, "trip_id": f"trip-{pattern}" if start is not None else None,
                 "start_second": start, "stop_sequence": n + 1, "stop_id": stop, "second": float(second),
                 "error_s": 5.0, "dwell_s": dwell if n else 0.0, "doubt": doubt}
            )  # fmt: skip

    def heard(self, *seconds: int, day: date = DAY) -> None:
        """Add positions of one vehicle at these seconds."""
        self.rows["positions"] += [
            {"feed_id": "bus", "service_date": day, "vehicle": "v", "second": second} for second in seconds
        ]

    def empty(self, second: int, day: date = DAY) -> None:
        """Add a run to the depot at this second."""
        self.rows["placed"].append(
            {"feed_id": "bus", "service_date": day, "run_id": f"dead-{second}", "vehicle": "v", "route_id": "one",
             "direction_id": 0, "doubt": 0.0, "second": second}
        )  # fmt: skip

    def measured(self) -> "Measured":
        """Return what the statements make of it."""
        found = Measured(duckdb.connect(":memory:"))
        run_script(found.own, "macros.sql")
        for name, columns in COLUMNS.items():
            found.own.execute(f"create table {name} ({columns})")
            names = [column.split()[0] for column in columns.split(", ")]
            rows = [tuple(row.get(column) for column in names) for row in self.rows[name]]
            if rows:
                places = ", ".join("?" * len(names))
                found.own.executemany(f"insert into {name} values ({places})", rows)  # noqa: S608
        return found


@dataclass
class Measured:
    """The tables that are made of a day, to be asked; each is made when somebody first asks for it."""

    own: duckdb.DuckDBPyConnection
    made: set[str] = field(default_factory=set)

    def make(self, name: str) -> None:
        """Make a table and those it reads."""
        if name in AGGREGATES and name not in self.made:
            statement = statements.read(name)
            for table in statement.reads:
                self.make(table)
            self.own.execute(f"create table {name} as {statement.sql}")
            self.made.add(name)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a statement."""
        for name in AGGREGATES:
            if name in sql:
                self.make(name)
        return self.own.execute(sql).fetchall()

    def write(self, folder: Path, made: str = "digest") -> None:
        """Write the tables of a day into its folder, as `vehicles days` leaves them."""
        folder.mkdir(parents=True)
        for name in AGGREGATES:
            self.make(name)
            self.own.execute(f"copy {name} to '{folder / name}.parquet' (format parquet)")
        (folder / "made").write_text(f"{made}\n", "utf-8")

    def one(self, expression: str, table: str = "driven_stop_hours", where: str = "true") -> Any:  # noqa: ANN401
        """Return one value over a table."""
        return self.ask(f"select {expression} from {table} where {where}")[0][0]  # noqa: S608

    def said(self, where: str = "true") -> dict[str, float | None]:
        """Return every measure of gaps, passes and trips by its id, in the units that pages show."""
        gaps = "sum(gap_s), sum(gap_s2)"
        planned = "sum(planned_gap_s), sum(planned_gap_s2)"
        asked = {
            "headway": "mean_gap_s(sum(gap_s), sum(gaps)) / 60",
            "planned headway": "mean_gap_s(sum(planned_gap_s), sum(planned_gaps)) / 60",
            "wait": f"mean_wait_s({gaps}) / 60",
            "excess-wait": f"excess_wait_s({gaps}, {planned}) / 60",
            "headway-variation": "headway_variation(sum(held), sum(held_s), sum(off_s), sum(off_s2))",
            "bunched": "percent_of(sum(bunched), sum(held))",
            "long-gaps": "percent_of(sum(long_gaps), sum(held))",
            "on-time": "percent_of(sum(on_time), sum(timed))",
        }
        found = {name: self.one(expression, where=where) for name, expression in asked.items()}
        return found | {"trips-run": self.one("percent_of(sum(run), sum(planned))", "driven_trips")}
