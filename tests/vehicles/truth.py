"""Hold what is measured from a simulated day against what was driven on it."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from smart7.engine import statements
from smart7.engine.duck import Duck
from smart7.vehicles import near, placed, placed_table, plan, positions, simulated
from smart7.vehicles.feed import Feed
from smart7.vehicles.lines import Lines
from smart7.vehicles.placed import Runs
from smart7.vehicles.positions import Positions
from smart7.vehicles.simulated import Driven, Habits
from tests.vehicles import sent
from tests.vehicles.sent import Boxes
from tests.vehicles.towns import DAY


@dataclass(frozen=True)
class Measured:
    """A day as it was driven, the positions that were sent, and what was found in them.

    `passes` has one row per pass found, `true_s` and `true_dwell_s` beside it where it is one that was driven.
    """

    driven: Driven
    sent: Positions
    runs: Runs
    placed: pd.DataFrame
    passes: pd.DataFrame

    @property
    def off(self) -> pd.Series:
        """Return how many seconds each pass that was driven was measured off the truth."""
        return (self.passes["second"] - self.passes["true_s"]).dropna()

    @property
    def found(self) -> float:
        """Return the share of the passes driven that were measured."""
        return len(self.off) / len(self.driven.passes)

    @property
    def wrong_route(self) -> float:
        """Return the share of measured runs whose vehicle was never on that pattern then."""
        runs = self.passes.groupby("run_id")["true_s"].count()
        return float((runs == 0).mean())

    def missed(self, feed: Feed, lines: Lines) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
        """Return the trips that were never driven and those for which no run was found."""
        due = plan.departures(feed, lines, self.driven.day)
        came = set(zip(self.passes["trip_id"], self.passes["start_second"], strict=True))
        gone = self.driven.missed
        return (
            set(zip(gone["trip_id"], gone["start_second"], strict=True)),
            set(zip(due["trip_id"], due["start_second"], strict=True)) - came,
        )


def measure(
    feed: Feed, lines: Lines, out: Path, *, seed: int = 1, habits: Habits | None = None, boxes: Boxes | None = None
) -> Measured:
    """Drive a day, send its positions, and find in them what was driven."""
    driven = simulated.drive(feed, lines, DAY, seed, habits or Habits())
    day = positions.of(pa.Table.from_pandas(sent.positions(lines, driven, boxes or Boxes())), lines)
    runs = placed.place(day, lines, near.grid_of(lines))
    table = placed_table.rows(feed, lines, DAY, day, runs)
    passes = beside_truth(passes_of(table, lines, out), driven)
    return Measured(driven, day, runs, pd.read_parquet(out / "placed.parquet"), passes)


def passes_of(table: pa.Table, lines: Lines, out: Path) -> pd.DataFrame:
    """Return the passes that the statement makes of placed positions."""
    tables = {"placed": [out / "placed.parquet"], "pattern_stops": [out / "pattern_stops.parquet"]}
    pq.write_table(table, tables["placed"][0])
    pq.write_table(pa.Table.from_pandas(lines.stops.drop(columns="pattern")), tables["pattern_stops"][0])
    engine = Duck("600MB", out)
    engine.run(statements.read("passes").sql, tables, out / "passes.parquet")
    engine.close()
    return pd.read_parquet(out / "passes.parquet")


def beside_truth(passes: pd.DataFrame, driven: Driven) -> pd.DataFrame:
    """Return measured passes with the pass of the same vehicle and stop that is nearest, within 15 minutes."""
    true = driven.passes[["vehicle", "pattern_id", "stop_sequence", "second", "dwell_s"]]
    true = true.assign(true_s=true["second"], true_dwell_s=true.pop("dwell_s")).sort_values("second")
    keys = {"vehicle": str, "pattern_id": str, "stop_sequence": "int64"}
    return pd.merge_asof(
        passes.astype(keys).sort_values("second"), true.astype(keys), on="second", by=list(keys),
        direction="nearest", tolerance=900.0,
    )  # fmt: skip
