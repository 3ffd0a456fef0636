"""Data folders and snapshots of a given size: the real catalogue with more schools, and a register for each."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from smart7 import seal, store
from smart7.ingest import build, catalogue, contents, sample, shelf
from smart7.ingest.build import Options
from smart7.ingest.catalogue import Catalogue
from smart7.ingest.gtfs import load as gtfs

AS_OF = date(2026, 11, 22)
FIGURES = "observations/registers.csv"


@dataclass(frozen=True, slots=True)
class Size:
    """How many schools there are and into how many parts each figure is split; rows follow from it."""

    name: str
    schools: int
    parts: int


SMALL = Size("250 thousand", 71, 7)
MIDDLE = Size("2.5 million", 400, 18)
LARGE = Size("25 million", 2400, 33)


def folder(to: Path, size: Size) -> Path:
    """Write a data folder of a size: the catalogue with more schools, and figures as CSV."""
    catalogue_only(to, size)
    with duckdb.connect() as connection:
        prepare(connection, read(to))
        path = (to / FIGURES).as_posix()
        connection.execute(f"copy ({ROWS} order by all) to '{path}' (header)", {"parts": size.parts})  # noqa: S608
    return to


def project_data(to: Path) -> str:
    """Build the project's own data into a folder of its own; return the id of the snapshot."""
    shutil.copytree(store.ROOT / "data", to, ignore=shutil.ignore_patterns("snapshots"), dirs_exist_ok=True)
    return build.build(Options(folder=to, as_of=AS_OF))


def catalogue_only(to: Path, size: Size) -> None:
    """Copy the project's data and add schools and the source of their figures."""
    for name in ("catalog", "observations", "gtfs", "geo"):
        shutil.copytree(store.ROOT / "data" / name, to / name)
    units = [
        {
            "unit_id": f"bench-school-{n}", "kind": "school", "name_th": f"School {n}", "name_en": f"School {n}",
            "parent": "khonkaen-city", "sample": "no", "adopted_2017": "no", "name_confidence": "estimated",
            "source_id": "bench-registers", "position": 1000 + n,
        }
        for n in range(1, size.schools + 1)
    ]  # fmt: skip
    texts = {f"{name}_{lang}": "Benchmark" for name in ("publisher", "title", "licence") for lang in ("th", "en")}
    source = {"source_id": "bench-registers", **texts, "bulk": "yes", "confidence": "estimated"}
    append(to / "catalog" / "units.csv", units)
    append(to / "catalog" / "sources.csv", [source])


def append(path: Path, rows: list[dict[str, object]]) -> None:
    """Add rows to a CSV file, leaving empty the columns they lack."""
    old = pd.read_csv(path, dtype=str, keep_default_na=False)
    pd.concat([old, pd.DataFrame(rows)]).fillna("").to_csv(path, index=False, lineterminator="\n")


def read(folder: Path) -> Catalogue:
    """Return the catalogue of a data folder as the build reads it."""
    found, faults = catalogue.read(folder)
    assert not faults, faults
    return found


def prepare(connection: duckdb.DuckDBPyConnection, found: Catalogue) -> None:
    """Make the tables `ROWS` reads: what is measured where, over which periods, in which parts."""
    units = found["units.csv"]
    profiles = found["sample_profiles.csv"].drop(columns=["breakdown", "line"])
    measured = profiles.merge(found["indicators.csv"], on="indicator_id")
    kinds = measured["period_kind"].unique()
    periods = [(p.kind, p.start, p.end, sample.progress(p.end)) for k in kinds for p in sample.covered_periods(k)]
    tables = {
        "measured": measured,
        "holders": units.loc[~units["sample"].astype(bool), ["unit_id", "kind"]],
        "times": pd.DataFrame(periods, columns=["period_kind", "period_start", "period_end", "progress"]),
        "parts": found["breakdowns.csv"][["breakdown_id"]],
    }
    for name, frame in tables.items():
        rows = frame.astype(object).where(frame.notna(), None)
        connection.register("rows", rows)
        connection.execute(f"create temp table {name} as select * from rows")  # noqa: S608
        connection.unregister("rows")


def snapshot(to: Path, size: Size) -> str:
    """Put a snapshot of a size in service without CSV: figures by SQL, the rest by the code of the build."""
    catalogue_only(to, size)
    found = read(to)
    snapshots = to / "snapshots"
    snapshots.mkdir()
    name = f"{AS_OF:%Y%m%d}-{size.schools:010d}"
    with duckdb.connect(str(snapshots / f"{name}.duckdb")) as connection:
        build.run_script(connection, "tables.sql")
        build.run_script(connection, "places.sql")
        build.run_script(connection, "macros.sql")
        build.run_script(connection, "transit.sql")
        build.run_script(connection, "driven.sql")
        build.run_script(connection, "happened.sql")
        connection.execute("insert into snapshot values (?, ?, now()::timestamp, true, 'benchmark')", [name, AS_OF])
        catalogue.load(connection, found)
        prepare(connection, found)
        fill(connection, size)
        gtfs.load(connection, to)
        build.model(connection)
        build.aggregate(connection, lambda _: None)
        contents.keep(connection)
    seal.write(snapshots / f"{name}.duckdb")
    shelf.move_current(snapshots, name)
    return name


def fill(connection: duckdb.DuckDBPyConnection, size: Size) -> None:
    """Insert the figures of a size, in the order in which the build keeps them."""
    amounts = "coalesce(value, numerator / denominator * scale) as value"
    replaced = f"coalesce(breakdown, '') as breakdown, {amounts}, false as partial"
    sql = f"""
        insert into observations by name
        select * exclude (scale) replace ({replaced}), 'registers.csv' as file, 1 as line
        from ({ROWS}) join (select indicator_id, scale from measured) using (indicator_id)
        order by indicator_id, period_start desc
    """  # noqa: S608
    connection.execute(sql, {"parts": size.parts})


@contextmanager
def in_service(folder: Path) -> Iterator[str]:
    """Let the project read a data folder; gives the id of its snapshot."""
    before = os.environ.get("SMART7_DATA")
    os.environ["SMART7_DATA"] = str(folder)
    try:
        yield store.open_current()
    finally:
        store.close_all()
        if before is None:
            del os.environ["SMART7_DATA"]
        else:
            os.environ["SMART7_DATA"] = before


# Every figure of every school, centre and division, in total and by part. Noise comes from a hash of what the
# figure is about, so each run makes the same rows; one in seventy was corrected later.
ROWS = """
with drawn as (
    select
        m.*, h.unit_id, p.breakdown_id as breakdown, t.period_start, t.period_end,
        hash(m.indicator_id, h.unit_id, p.breakdown_id, t.period_start) % 10007 / 10007 as chance,
        (m.start + (m."end" - m.start) * t.progress) * (0.85 + 0.3 * chance) as wanted,
        least(greatest(wanted, coalesce(m.range_min, wanted)), coalesce(m.range_max, wanted)) as amount,
        'ratio' in (m.over_time, m.over_units) or 'mean' in (m.over_time, m.over_units) as by_parts,
        greatest(20, round(coalesce(m.denominator, 100) * (0.7 + 0.6 * chance))) as whole
    from measured as m
    join holders as h on h.kind = m.level and m.level in ('school', 'centre', 'division')
    join times as t using (period_kind)
    cross join (select null as breakdown_id union all (select breakdown_id from parts limit $parts)) as p
),
versions as (
    select *, period_end + 40 as known_from, null::date as known_to, 1.0 as correction from drawn
    where chance > 0.015
    union all
    select *, period_end + 40, period_end + 100, 0.98 from drawn where chance <= 0.015
    union all
    select *, period_end + 100, null, 1.0 from drawn where chance <= 0.015
)
select
    indicator_id, unit_id, breakdown, period_kind, period_start, period_end,
    if(by_parts, null, round(amount * correction, decimals::integer)) as value,
    if(by_parts, round(amount * correction / scale * whole, 3), null) as numerator,
    if(by_parts, whole, null) as denominator,
    'no' as partial, 'submitted' as quality, 'bench-registers' as source_id, known_from as as_of, known_from,
    known_to, null as note_th, null as note_en, null as formula_th, null as formula_en
from versions
"""
