"""A day is made whole, once for what it is made of, and every position is accounted for."""

import ast
import errno
import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from smart7 import whole
from smart7.vehicles import days, forget, keep, making, simulated, written
from smart7.vehicles.steps import AGGREGATES
from tests import disks
from tests.vehicles import sent

DATA = Path(__file__).parents[2] / "data"
DAY, NEXT = date(2026, 11, 2), date(2026, 11, 3)
FEED = "city_bus"


@pytest.fixture(scope="module")
def network() -> written.Network:
    return written.network(DATA, FEED, "")


def take(data: Path, network: written.Network, day: date, seed: int = 1, rows: slice = slice(None)) -> simulated.Driven:
    """Put the positions of a simulated day where they are kept."""
    driven = simulated.drive(network.feed, network.lines, day, seed)
    path = keep.positions(data, FEED, day)
    path.parent.mkdir(parents=True, exist_ok=True)
    sent_rows = sent.positions(network.lines, driven).iloc[rows]
    pq.write_table(pa.Table.from_pandas(sent_rows, keep.POSITIONS, preserve_index=False), path)
    return driven


@pytest.fixture
def data(tmp_path, network) -> Path:
    """Return a data folder with the positions of one day of the city bus."""
    folder = tmp_path / "data"
    shutil.copytree(DATA / "gtfs" / FEED, folder / "gtfs" / FEED)
    take(folder, network, DAY)
    return folder


def test_a_day_has_its_passes_and_every_table_after_them(data):
    made = days.make(data, FEED, [DAY])[0]
    home = keep.aggregates(data, FEED, DAY)
    tables = {"placed", "planned", "pattern_stops", "passes", "left_out", *AGGREGATES}
    assert {path.stem for path in home.glob("*.parquet")} == tables
    passes = pd.read_parquet(home / "passes.parquet")
    assert passes["run_id"].nunique() > 100
    left = pd.read_parquet(home / "left_out.parquet")
    assert made.positions == made.placed + left["rows"].sum()
    assert made.positions == pq.read_metadata(keep.positions(data, FEED, DAY)).num_rows
    assert made.fresh


def test_each_position_says_where_its_run_is_next_and_the_last_one_says_nothing(data):
    days.make(data, FEED, [DAY])
    rows = pd.read_parquet(keep.aggregates(data, FEED, DAY) / "placed.parquet")
    served = rows["pattern_id"].notna()
    assert rows.loc[~served, ["next_second", "next_m"]].isna().all(axis=None)
    runs = rows[served].sort_values(["run_id", "second"]).groupby("run_id", observed=True)
    for name, then in (("second", "next_second"), ("along_m", "next_m")):
        due = runs[name].shift(-1).reindex(rows.index)
        assert ((rows[then] == due) | (rows[then].isna() & due.isna())).all()
    assert rows.loc[served, "next_m"].isna().sum() == runs.ngroups


def test_a_day_is_made_again_only_of_other_positions(data, network):
    days.make(data, FEED, [DAY])
    home = keep.aggregates(data, FEED, DAY)
    before = (home / keep.MADE).read_text(), (home / "passes.parquet").stat().st_ino
    assert not days.make(data, FEED, [DAY])[0].fresh
    assert before == ((home / keep.MADE).read_text(), (home / "passes.parquet").stat().st_ino)
    take(data, network, DAY, rows=slice(0, 20_000))
    assert days.make(data, FEED, [DAY])[0].fresh
    assert before[0] != (home / keep.MADE).read_text()


def test_the_same_positions_make_the_same_tables(data):
    home = keep.aggregates(data, FEED, DAY)
    days.make(data, FEED, [DAY])
    first = {path.name: pq.read_table(path) for path in home.glob("*.parquet")}
    (home / keep.MADE).unlink()
    days.make(data, FEED, [DAY])
    assert all(pq.read_table(home / name).equals(table) for name, table in first.items())


def test_a_day_that_fails_leaves_the_one_before_as_it_was(data, network, monkeypatch):
    days.make(data, FEED, [DAY])
    home = keep.aggregates(data, FEED, DAY)
    before = (home / keep.MADE).read_text()
    take(data, network, DAY, seed=2)
    monkeypatch.setattr(written, "aggregate", lambda *_: (_ for _ in ()).throw(duckdb.OutOfMemoryException("full")))
    with pytest.raises(duckdb.OutOfMemoryException):
        days.make(data, FEED, [DAY])
    assert (home / keep.MADE).read_text() == before
    assert (home / "driven_days.parquet").exists()
    monkeypatch.undo()
    assert days.make(data, FEED, [DAY])[0].fresh
    assert not list((home.parents[1] / making.MAKING).glob("*"))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_day_that_a_disk_refuses_leaves_nothing_on_it(data, network, monkeypatch, workers):
    take(data, network, NEXT)

    def refuse(path: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(keep, "write_left_out", refuse)
    before = set(disks.everything(data))
    with pytest.raises(whole.CannotWrite, match="the disk is full"):
        days.make(data, FEED, [DAY, NEXT], workers)
    assert set(disks.everything(data)) - before == {f"vehicles/{FEED}/days/.lock"}


def test_a_day_whose_positions_were_forgotten_keeps_its_sums(data, network):
    days.make(data, FEED, [DAY])
    home = keep.aggregates(data, FEED, DAY)
    forget.forget(data, FEED, NEXT)
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    assert not set(before) & set(keep.OF_VEHICLES)
    take(data, network, DAY, rows=slice(0, 100))
    assert not days.make(data, FEED, [DAY])[0].fresh
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def reached(name: str, found: set[str]) -> set[str]:
    """Return a module of `smart7/vehicles/` and all of that folder that it imports, theirs included."""
    found.add(name)
    for node in ast.walk(ast.parse((days.ROOT / f"smart7/vehicles/{name}.py").read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("smart7.vehicles"):
            module = (node.module or "").removeprefix("smart7.vehicles").removeprefix(".")
            for one in [module] if module else [alias.name for alias in node.names]:
                if one not in found:
                    reached(one, found)
    return found


def test_a_day_is_stale_by_what_makes_it_and_by_nothing_else(data, tmp_path, monkeypatch):
    assert reached("written", set()) == set(days.MAKERS)
    for folder in ("smart7/vehicles", "smart7/schema", "queries/vehicles"):
        shutil.copytree(days.ROOT / folder, tmp_path / folder)
    monkeypatch.setattr(days, "ROOT", tmp_path)
    before = days.digest_of_sources(data, FEED)

    def after(name: str) -> str:
        """Return the digest with one more line in a file, which is taken out again."""
        path = tmp_path / name
        whole = path.read_bytes()
        path.write_bytes(whole + b"\n")
        found = days.digest_of_sources(data, FEED)
        path.write_bytes(whole)
        return found

    assert after("smart7/vehicles/live.py") == after("smart7/vehicles/take.py") == before
    made = {
        after(name)
        for name in ("smart7/vehicles/follow.py", "queries/vehicles/passes.sql", f"data/gtfs/{FEED}/stops.txt")
    }
    assert len(made | {before}) == 4


@pytest.mark.slow
def test_two_processes_make_what_one_makes(data, network):
    take(data, network, NEXT, seed=2)
    days.make(data, FEED, [DAY, NEXT])
    alone = {day: pq.read_table(keep.aggregates(data, FEED, day) / "driven_runs.parquet") for day in (DAY, NEXT)}
    for day in (DAY, NEXT):
        (keep.aggregates(data, FEED, day) / keep.MADE).unlink()
    assert [made.day for made in days.make(data, FEED, [NEXT, DAY], workers=2)] == [DAY, NEXT]
    for day, table in alone.items():
        assert pq.read_table(keep.aggregates(data, FEED, day) / "driven_runs.parquet").equals(table)


def test_a_day_is_closed_at_three_in_the_morning(data, network):
    take(data, network, NEXT)
    # 03:00 in Thailand is 20:00 of the day before in UTC.
    assert days.closed(data, FEED, datetime(2026, 11, 3, 19, 59, tzinfo=UTC)) == [DAY]
    assert days.closed(data, FEED, datetime(2026, 11, 3, 20, 0, tzinfo=UTC)) == [DAY, NEXT]
