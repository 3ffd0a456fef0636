"""Build a snapshot from the data folder: read, check, aggregate, check again, then move `current`.

Run as `python -m smart7.ingest.build`. A failed build leaves the snapshot in service as it was.
"""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from smart7 import calendar, saying, seal, whole
from smart7.alone import alone
from smart7.edits import Edit
from smart7.ingest import (
    catalogue,
    cells,
    contents,
    driven,
    edited,
    grid,
    handed,
    happened,
    modelled,
    observations,
    open_data,
    peers,
    sample,
)  # fmt: skip
from smart7.ingest.catalogue import Catalogue, insert
from smart7.ingest.contents import Contents
from smart7.ingest.draft import opened
from smart7.ingest.faults import BadInput, Fault, fault, table
from smart7.ingest.gtfs import load as gtfs
from smart7.ingest.gtfs.accept import put_back_cut_off
from smart7.ingest.lines import network
from smart7.ingest.made_of import Options, digest_of, snapshot_id_of
from smart7.ingest.official import accept as official
from smart7.ingest.scripts import SCHEMA, run_script
from smart7.ingest.shelf import (
    drafted,
    drop_old,
    keep_aside,
    kept_aside,
    named,
    newest_sound,
    put_in_service,
    without_sample_now,
)
from smart7.words import build as words
from smart7.words import disk

ATTEMPTS: Final = 3
CHECKS: Final = ("checks.sql", "driven_checks.sql")
Say = Callable[[str], None]


def build(options: Options, say: Say = lambda _: None) -> str:
    """Build, check and put in service one snapshot; return its id.

    Raises `BadInput` with every fault found, `CannotWrite` where the disk refuses; nothing is moved then.
    """
    for attempt in range(ATTEMPTS):
        digest = digest_of(options)
        snapshot_id = snapshot_id_of(options, digest)
        say(words.READING.both())
        found, figures = read(options)
        folder = options.folder / "snapshots"
        with drafted(folder, snapshot_id) as draft:
            held = write(draft, snapshot_id, digest, options, found, figures, say)
            with alone(folder, waits=True):
                # What was published meanwhile would be taken out of service again.
                if digest_of(options) != digest and attempt < ATTEMPTS - 1:
                    say(words.CHANGED.both())
                    continue
                put = keep_aside if options.aside else put_in_service
                put(draft, folder, snapshot_id, held)
                drop_old(folder)
        break
    say((words.KEPT if options.aside else words.DONE).both(id=snapshot_id))
    return snapshot_id


def read(options: Options, changed: Sequence[Edit] | None = None) -> tuple[Catalogue, pd.DataFrame]:
    """Return the catalogue as it was changed and all figures known at the day asked for; raises `BadInput`."""
    changed = edited.read(options.folder, options.as_of) if changed is None else changed
    found, faults = catalogue.read(options.folder, changed)
    figures, of_figures = observations.read(options.folder, catalogue.indicators_of(found))
    approved, of_approved = handed.read(options.folder, options.as_of, catalogue.indicators_of(found))
    figures = handed.joined(figures, approved)
    faults += of_figures + of_approved + lost_references(figures, found) + happened.read(options.folder, found)
    faults += sample.lacks_source(found) if options.with_sample else []
    faults += driven.read(options.folder)[1]
    if faults:
        raise BadInput(faults)
    if options.with_sample:
        made_up, goals = sample.figures(found, figures)
        figures = pd.concat([figures, made_up], ignore_index=True)
        targets = pd.concat([found["targets.csv"], goals], ignore_index=True)
        found.frames["targets.csv"] = targets
    else:
        found = catalogue.without_sample(found)
    return catalogue.known_at(found, options.as_of, past=options.aside), as_known_at(figures, options.as_of)


def lost_references(figures: pd.DataFrame, found: Catalogue) -> list[Fault]:
    """Return the faults of figures that point to ids nobody declares."""
    columns = {"indicator_id": "indicators.csv", "unit_id": "units.csv", "source_id": "sources.csv"}
    columns |= {"breakdown": "breakdowns.csv", "edition_id": "editions.csv"}
    faults = []
    for column, where in columns.items():
        if where not in found.frames:
            continue
        lost = figures[~figures[column].isin(found.ids(where) | {"", None})]
        faults += [
            fault(str(file), int(line), column, "unknown_reference", value=value, where=where)
            for file, line, value in zip(lost["file"], lost["line"], lost[column], strict=True)
        ]
    return faults


def as_known_at(figures: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return what was believed on a day: later knowledge is gone, later corrections have not happened."""
    known = figures[figures["known_from"] <= day].copy()
    later = known["known_to"].map(lambda end: end is not None and end == end and end > day).astype(bool)
    known.loc[later, "known_to"] = None
    return known


def write(
    path: Path,
    snapshot_id: str,
    digest: str,
    options: Options,
    found: Catalogue,
    figures: pd.DataFrame,
    say: Say,
) -> Contents:
    """Write one snapshot file, hold it to every check, and return what it holds."""
    with opened(path) as connection:
        for script in ("tables.sql", "places.sql", "macros.sql", "transit.sql", "driven.sql", "happened.sql"):
            run_script(connection, script)
        row = (snapshot_id, options.as_of, datetime.now(UTC).replace(tzinfo=None), options.with_sample, digest)
        connection.execute("insert into snapshot values (?, ?, ?, ?, ?)", row)
        say(words.LOADING.both(count=f"{len(figures):,}"))
        catalogue.load(connection, found)
        happened.load(connection, found, options.as_of)
        gtfs.load(connection, options.folder)
        driven.add(connection, options.folder, options.as_of, with_sample=options.with_sample)
        insert(connection, "observations", figures)
        model(connection)
        aggregate(connection, say)
        held = contents.keep(connection)
        connection.execute("checkpoint")
        return held


def model(connection: duckdb.DuckDBPyConnection) -> None:
    """Work out service, the grid around it, what it reaches, how routes are drawn, and the figures that follow."""
    run_script(connection, "service.sql")
    run_script(connection, "service_stops.sql")
    grid.grid(connection)
    run_script(connection, "reach.sql")
    network.add(connection)
    modelled.add(connection)


def aggregate(connection: duckdb.DuckDBPyConnection, say: Say) -> None:
    """Check what was loaded, work out what pages read, and name every period."""
    say(words.CHECKING.both())
    run_checks(connection)
    say(words.ADDING_UP.both())
    run_script(connection, "aggregates.sql")
    run_script(connection, "beside.sql")
    name_periods(connection)
    peers.add(connection)
    run_script(connection, "leading.sql")
    run_script(connection, "headlines.sql")
    run_script(connection, "indicator.sql")
    happened.work_out(connection)
    open_data.make(connection)
    connection.execute("analyze")


def run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    """Run every check, keep each result, and raise `BadInput` for every row a check returns."""
    faults: list[Fault] = []
    kept: list[tuple[str, str, str, int]] = []
    for check_id, title_th, title_en, query in checks():
        rows = connection.execute(query).fetchall()
        kept.append((check_id, title_th, title_en, len(rows)))
        faults += [
            fault(f or "-", line or 0, "", "check_failed", check_th=title_th, check_en=title_en, what=what)
            for f, line, what in rows
        ]
    insert(connection, "checks", pd.DataFrame(kept, columns=["check_id", "title_th", "title_en", "faults"]))
    if faults:
        raise BadInput(faults)


def checks() -> list[tuple[str, str, str, str]]:
    """Return id, Thai title, English title and SQL of each check in the files of `CHECKS`."""
    script = "".join((SCHEMA / name).read_text("utf-8") for name in CHECKS)
    pattern = r"-- check: (\S+)\n-- title\.th: (.+)\n-- title\.en: (.+)\n((?:(?!-- check:).|\n)+)"
    return [(str(a), str(b), str(c), str(d)) for a, b, c, d in re.findall(pattern, script)]


def name_periods(connection: duckdb.DuckDBPyConnection) -> None:
    """Write how each period is called in both languages, long and short."""
    periods = connection.execute("select period_kind, period_start, period_end from periods").fetchall()
    named = []
    for kind, start, end in periods:
        period = calendar.Period(kind, start, end)
        labels = [calendar.label(period, lang, short) for short in (False, True) for lang in ("th", "en")]
        named.append((kind, start, end, *labels))
    columns = ["period_kind", "period_start", "period_end", "label_th", "label_en", "short_th", "short_en"]
    connection.execute("delete from periods")
    insert(connection, "periods", pd.DataFrame(named, columns=columns))


def is_current(options: Options, any_day: bool = False) -> bool:
    """Return whether the snapshot in service is whole and made from the sources as they are, as known at that day."""
    folder = options.folder / "snapshots"
    current = named(folder)
    expected = snapshot_id_of(options, digest_of(options))
    if not (current == expected or any_day and current[9:] == expected[9:]):
        return False
    return seal.holds(folder / f"{current}.duckdb") is True


def main(arguments: list[str] | None = None) -> int:
    """Build from the command line; return 0 when a snapshot is in service, 1 with a table of faults."""
    parser = argparse.ArgumentParser(prog="build", description=words.HELP.both())
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SMART7_DATA", "data")))
    parser.add_argument("--as-of", type=cells.day, default=None, metavar="YYYY-MM-DD")
    parser.add_argument("--as-known-at", type=cells.day, default=None, metavar="YYYY-MM-DD")
    parser.add_argument("--no-sample", action="store_true")
    parser.add_argument("--if-needed", action="store_true")
    given = parser.parse_args(arguments)
    try:
        with whole.told(given.data / "gtfs"):
            put_back_cut_off(given.data / "gtfs")
            official.put_back_cut_off(given.data)
        build_asked_for(given)
    except BadInput as error:
        print(table(error.faults), file=sys.stderr)
        print(words.REFUSED.both(count=len(error.faults)), file=sys.stderr)
        return 1
    except whole.CannotWrite as error:
        print(error, file=sys.stderr)
        return goes_on(given.data / "snapshots") if given.if_needed else 1
    return 0


def build_asked_for(given: argparse.Namespace) -> None:
    """Build what the command line asks for, unless it is there and only what is needed is wanted."""
    bare = given.no_sample or (given.if_needed and without_sample_now(given.data))
    options = Options(given.data, given.as_of or datetime.now().date(), not bare)
    folder = given.data / "snapshots"
    if given.as_known_at:
        build_aside(replace(options, as_of=given.as_known_at, aside=True), folder)
        return
    if given.if_needed and is_current(options, any_day=given.as_of is None):
        return
    if seal.holds(folder / f"{named(folder)}.duckdb") is False and named(folder):
        print(disk.UNSOUND.both(id=named(folder)), file=sys.stderr, flush=True)
    build(options, saying.say)


def build_aside(options: Options, folder: Path) -> None:
    """Build what was known at a day beside what is in service, unless it is there; the last line says its id."""
    options = replace(options, with_sample=options.with_sample and not without_sample_now(options.folder))
    snapshot_id = snapshot_id_of(options, digest_of(options))
    if kept_aside(folder, snapshot_id):
        saying.say(words.KEPT.both(id=snapshot_id))
    else:
        build(options, saying.say)


def goes_on(folder: Path) -> int:
    """Say which snapshot is read while no new one can be written, for who needs any at all; 1 when there is none."""
    found = newest_sound(folder)
    if found is None:
        return 1
    print(disk.GOES_ON.both(id=found), file=sys.stderr)
    return 0


if __name__ == "__main__":
    if "--as-known-at" in sys.argv and hasattr(os, "nice"):
        os.nice(19)  # nobody waits because somebody looks back
    sys.exit(main())
