"""Load service as it was driven: days measured from positions, and the sample days that `vehicles/sample.csv` asks for.

What was measured lies in `vehicles/FEED/days/DAY/`, one Parquet file for each table; the sample is made once and kept
beside the program, by a digest of all it is made of.
"""

import hashlib
import os
import shutil
from datetime import date
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from smart7 import fleet, whole
from smart7.ingest import cells, tables
from smart7.ingest.columns import Column, Table
from smart7.ingest.faults import Fault, fault
from smart7.ingest.sample import SOURCE as SAMPLE_SOURCE
from smart7.vehicles import sample
from smart7.vehicles.sample import Span

ROOT: Final = Path(__file__).resolve().parents[2]
CACHE: Final = ROOT / ".cache" / "driven"
KEPT: Final = 3
HOUR: Final = 3600
SOURCE: Final = "vehicle-positions"
MADE: Final = "made"
SAMPLE: Final = Table(
    f"{fleet.ROOM}/sample.csv",
    (
        Column("feed_id", cells.name),
        Column("from", cells.day),
        Column("to", cells.day),
        Column("seed", cells.whole),
    ),
    key=("feed_id", "from"),
    optional=True,
)
CODE: Final = ("smart7/vehicles/*.py", "smart7/engine/*.py", "queries/vehicles/*.sql", "smart7/schema/gtfs_load.sql")
TABLES: Final = (
    "driven_stop_hours", "driven_trips", "driven_stretches", "driven_gaps", "driven_runs", "driven_planned",
)  # fmt: skip
LEFT_OUT: Final = "driven_left_out"
DAYS: Final = """
    insert into driven_days by name
    select
        d.* exclude (file), f.quality, f.source_id, f.made_from,
        case isodow(d.service_date) when 6 then 'saturday' when 7 then 'sunday' else 'weekday' end as day_type
    from read_parquet($files, filename = 'file') as d
    join listed as f using (file)
    semi join gtfs_feeds using (feed_id)
    anti join driven_days using (feed_id, service_date)
    where d.service_date <= $until
"""
# Files come feed after feed and day after day, each in the order of its statement, which is kept.
ROWS: Final = """
    insert into {table} by name
    select r.* from read_parquet($files) as r
    semi join (from driven_days where quality = $quality) as d using (feed_id, service_date)
"""


def read(folder: Path) -> tuple[list[Span], list[Fault]]:
    """Return the sample days that a data folder asks for, and what is wrong with how it does."""
    frame, faults = tables.read(folder, SAMPLE)
    spans: list[Span] = []
    for row in frame.to_dict("records"):
        line, first, last = int(row["line"]), row["from"], row["to"]
        if row["feed_id"] and not (folder / "gtfs" / row["feed_id"]).is_dir():
            faults.append(
                fault(SAMPLE.name, line, "feed_id", "unknown_reference", value=row["feed_id"], where="data/gtfs")
            )
        elif first and last and last < first:
            faults.append(fault(SAMPLE.name, line, "to", "target_reversed", first=first, second=last))
        elif first and last and row["seed"] is not None:
            spans.append(Span(row["feed_id"], first, last, row["seed"]))
    return spans, faults


def add(connection: duckdb.DuckDBPyConnection, folder: Path, until: date, *, with_sample: bool) -> None:
    """Load the days known by a day: those measured, and sample days where nothing was; feeds are loaded already.

    Raises `CannotWrite` where the sample cannot be kept.
    """
    days = [path.parent for path in sorted(fleet.room(folder).glob(f"*/days/*/{MADE}"))]
    days = [path for path in days if path.name <= until.isoformat()]
    listed = [(path, (path / MADE).read_text("utf-8").strip()) for path in days]
    load(connection, listed, "modelled", SOURCE, until)
    load_left_out(connection, folder, days)
    spans = read(folder)[0] if with_sample else []
    if spans:
        made = kept_sample(connection, folder, spans)
        load(connection, [(made, made.name)], "sample", SAMPLE_SOURCE, until)


def load(
    connection: duckdb.DuckDBPyConnection, folders: list[tuple[Path, str]], quality: str, source_id: str, until: date
) -> None:
    """Load folders of Parquet files, each with what it was made from."""
    rows = [(str(path / "driven_days.parquet"), quality, source_id, made) for path, made in folders]
    if not rows:
        return
    # DuckDB finds a frame by the name of its variable.
    listed = pd.DataFrame(rows, columns=["file", "quality", "source_id", "made_from"])  # noqa: F841
    connection.execute(DAYS, {"files": [row[0] for row in rows], "until": until})
    for table in TABLES:
        files = [str(path / f"{table}.parquet") for path, _ in folders]
        connection.execute(ROWS.format(table=table), {"files": files, "quality": quality})


def load_left_out(connection: duckdb.DuckDBPyConnection, folder: Path, days: list[Path]) -> None:
    """Load how many positions of the measured days were left out, when taken in and when placed, by reason."""
    files = [day.parents[1] / "left_out" / f"{day.name}.parquet" for day in days]
    files += [day / "left_out.parquet" for day in days]
    if found := [str(file) for file in files if file.exists()]:
        connection.execute(ROWS.format(table=LEFT_OUT), {"files": found, "quality": "modelled"})


def kept_sample(connection: duckdb.DuckDBPyConnection, folder: Path, spans: list[Span]) -> Path:
    """Return the folder of the sample's tables, made now unless one of the same sources is kept."""
    kept = CACHE / sample_digest(folder, spans)
    if kept.is_dir():
        whole.touch(kept)
        return kept
    draft = CACHE / f".{kept.name}-{os.getpid()}"
    with whole.told(CACHE):
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
    try:
        with whole.told(CACHE):
            sample.make(connection, spans, draft)
            whole.flush(draft)
            take_place(draft, kept)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    drop_old()
    return kept


def take_place(draft: Path, kept: Path) -> None:
    """Let a folder that is on the disk take its place, unless another build was faster; raises `OSError`."""
    try:
        whole.move(draft, kept)
    except OSError:
        if not kept.is_dir():
            raise


def drop_old() -> None:
    """Delete all samples but those asked for last, and what a killed build left behind."""
    whole.sweep(CACHE.glob(".*"), HOUR)
    kept = sorted(CACHE.glob("[!.]*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)


def sample_digest(folder: Path, spans: list[Span]) -> str:
    """Return a digest of what the sample is made of: what is asked for, the feeds, the code."""
    digest = hashlib.sha256(f"{duckdb.__version__} {spans}".encode())
    feeds = [path for span in spans for path in (folder / "gtfs" / span.feed_id).iterdir() if path.is_file()]
    code = [path for pattern in CODE for path in ROOT.glob(pattern)]
    for path in [*sorted(feeds), *sorted(code)]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]
