"""Open the snapshot in service read-only and run each query on a cursor of its own.

A connection shared by threads hands one visitor another's rows; a cursor per query does not.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import duckdb

from smart7 import seal, whole
from smart7.words import disk as words

if TYPE_CHECKING:
    import pandas as pd

LOG: Final = logging.getLogger(__name__)
ROOT: Final = Path(__file__).resolve().parent.parent
KEPT_OPEN: Final = 3
# Closed to other files; what the threads of queries leave free is given back as time goes by, not at the end.
SETTINGS: Final = {"enable_external_access": "false", "allocator_background_threads": "true"}
# What the build ends a name with: without sample figures, and of what was known on a day in the past.
BARE: Final = "-nosample"
KNOWN: Final = "-known"
_lock = threading.Lock()
_open: dict[Path, duckdb.DuckDBPyConnection] = {}


class NoSnapshot(Exception):
    """Raise when no snapshot has been built yet."""


class BrokenSnapshot(Exception):
    """Raise when the file of a snapshot cannot be read."""


class Unreadable(Exception):
    """Raise when a snapshot was built by another version and lacks what is asked for."""


class TooSlow(Exception):
    """Raise when a query was stopped at the end of its time."""


def data_folder() -> Path:
    """Return the data folder: `SMART7_DATA`, or `data` beside the package."""
    return Path(os.environ.get("SMART7_DATA", ROOT / "data"))


def current_id() -> str | None:
    """Return the id of the snapshot to read: the one in service, or the newest sound one where that is not whole.

    None when there is none. Where none is sound it is the one in service, so that the fault is said and not hidden.
    """
    wanted = named()
    if wanted is None or sound(wanted):
        return wanted
    # An installation without sample figures does not suddenly show some.
    others = sorted((one for one in kept() if one != wanted), key=lambda one: bare(one) != bare(wanted))
    used = next((one for one in others if sound(one)), None)
    if used is None:
        return wanted if path_of(wanted).exists() else None
    say_set_aside(wanted, used)
    return used


def named() -> str | None:
    """Return the id that `current` names, None when nothing was ever put in service."""
    pointer = data_folder() / "snapshots" / "current"
    try:
        about = pointer.stat()
        return _read(pointer, about.st_mtime_ns, about.st_ino, about.st_size)
    except FileNotFoundError:
        return None


@lru_cache(maxsize=8)
def _read(pointer: Path, *_stamp: int) -> str:
    # Every run of a page asks, and each look into a file lets other threads go first.
    return pointer.read_text("utf-8").strip()


def set_aside(snapshot_id: str) -> bool:
    """Return whether a snapshot is read in the place of the one that `current` names, which is not whole."""
    wanted = named()
    return wanted not in (None, snapshot_id) and not sound(wanted or "")


def bare(snapshot_id: str) -> bool:
    """Return whether a snapshot was built without sample figures, as its name says."""
    return snapshot_id.endswith(BARE)


@lru_cache(maxsize=64)
def say_set_aside(wanted: str, used: str) -> None:
    """Say in the log, once, that a snapshot is not whole and which one is read in its place."""
    LOG.error(words.SET_ASIDE.both(wanted=wanted, used=used))


def sound(snapshot_id: str) -> bool:
    """Return whether the file of a snapshot is whole: what its seal says, or, without one, can be opened and read."""
    path = path_of(snapshot_id)
    held = seal.holds(path)
    return opens(path, seal.stamp(path)) if held is None else held


@lru_cache(maxsize=64)
def opens(path: Path, _stamp: seal.Stamp | None) -> bool:
    """Return whether a file without a seal is a snapshot: an empty database is none. Kept until the file changes."""
    try:
        with connect(path) as connection:
            return connection.execute("select count(*) from snapshot").fetchone() == (1,)
    except (BrokenSnapshot, duckdb.Error):
        return False


def path_of(snapshot_id: str) -> Path:
    """Return the file of a snapshot."""
    return data_folder() / "snapshots" / f"{snapshot_id}.duckdb"


def kept() -> list[str]:
    """Return the ids of the snapshots that were put in service and are kept, the newest first."""
    return [one for one in there() if not aside(one)]


def there() -> list[str]:
    """Return the ids of all snapshots that are kept, those of a day in the past among them, the newest first."""
    files = {path.stem: whole.touched(path) for path in (data_folder() / "snapshots").glob("[!.]*.duckdb")}
    return [one for one in sorted(files, key=files.__getitem__, reverse=True) if files[one]]


def aside(snapshot_id: str) -> bool:
    """Return whether a snapshot shows the site as it stood on a day, as its name says, and is never in service."""
    return snapshot_id.removesuffix(BARE).endswith(KNOWN)


def as_known(day: date, *, older: bool = False) -> str | None:
    """Return the id of the snapshot of what was known at a day, None where none was made since the one in service.

    `older` takes one made before it, too. `publish.as_known` makes it.
    """
    now = current_id()
    if now is None or not path_of(now).exists():
        return None
    since = 0.0 if older else whole.touched(path_of(now))
    mine = [one for one in there() if one.startswith(f"{day:%Y%m%d}-") and aside(one) and bare(one) == bare(now)]
    return next((one for one in mine if whole.touched(path_of(one)) >= since and readable(one)), None)


def readable(snapshot_id: str) -> bool:
    """Return whether a snapshot is kept and holds every column and macro that the one in service holds.

    One that was built by an older version may lack what today's queries read.
    """
    now = current_id()
    if snapshot_id == now or snapshot_id not in there():
        return snapshot_id == now
    try:
        return now is None or holds(now) <= holds(snapshot_id)
    except (NoSnapshot, BrokenSnapshot):
        return False


def holds(snapshot_id: str) -> frozenset[tuple[str, str]]:
    """Return what queries find in a snapshot: the columns of its tables and views, and its macros."""
    return found_in(snapshot_id, path_of(snapshot_id), seal.stamp(path_of(snapshot_id)))


@lru_cache(maxsize=64)
def found_in(snapshot_id: str, _path: Path, _stamp: seal.Stamp | None) -> frozenset[tuple[str, str]]:
    """Return what queries find in a snapshot; kept until its file changes."""
    with cursor(snapshot_id) as own:
        rows = own.execute(
            "select table_name, column_name from duckdb_columns() where not internal"
            " union all select function_name, '' from duckdb_functions() where not internal"
        )
        return frozenset(rows.fetchall())


def open_current() -> str:
    """Open the snapshot in service, so that the first visitor does not wait for it; return its id."""
    snapshot_id = current_id()
    if snapshot_id is None:
        raise NoSnapshot
    if path_of(snapshot_id) not in _open:
        cursor(snapshot_id).close()
    return snapshot_id


def cursor(snapshot_id: str) -> duckdb.DuckDBPyConnection:
    """Return a new cursor on the one read-only connection to a snapshot.

    Raises `NoSnapshot` when its file is gone, `BrokenSnapshot` when it cannot be read or is not what its seal says.
    """
    path = path_of(snapshot_id)
    with _lock:
        if path not in _open:
            if not path.exists():
                raise NoSnapshot
            if seal.holds(path) is False:
                raise BrokenSnapshot(f"{path.name} is not what its seal says")
            _open[path] = connect(path)
        _open[path] = _open.pop(path)  # last in line to be let go
        let_go_of_oldest()
        return _open[path].cursor()


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a snapshot file read-only, closed to other files; raises `BrokenSnapshot` when it is none."""
    try:
        return duckdb.connect(str(path), read_only=True, config=dict(SETTINGS))
    except duckdb.Error as error:
        raise BrokenSnapshot(f"{path.name} cannot be read as a snapshot") from error


def let_go_of_oldest() -> None:
    """Let go of the connections used longest ago, beyond the few that are kept.

    They are not closed, which would end the queries still running on their cursors; the last cursor does that.
    """
    while len(_open) > KEPT_OPEN:
        del _open[next(iter(_open))]


def close_all() -> None:
    """Close every connection, as whoever deletes or replaces files does first."""
    with _lock:
        while _open:
            _open.popitem()[1].close()


def select(snapshot_id: str, sql: str, parameters: Mapping[str, object]) -> pd.DataFrame:
    """Run one SELECT with named parameters on a cursor of its own and return its rows."""
    with answered(snapshot_id, sql, parameters) as own:
        return own.df()


def records(snapshot_id: str, sql: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
    """Run one SELECT and return its rows as dictionaries, None for a missing cell.

    For few rows of many columns, a third faster than through a frame.
    """
    with answered(snapshot_id, sql, parameters) as own:
        names = [column[0] for column in own.description or ()]
        return [dict(zip(names, row, strict=True)) for row in own.fetchall()]


@contextmanager
def answered(snapshot_id: str, sql: str, parameters: Mapping[str, object]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a cursor of its own that has run one SELECT; raises `Unreadable` where a snapshot lacks what is asked."""
    with cursor(snapshot_id) as own:
        try:
            yield own.execute(sql, dict(parameters))
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            if snapshot_id == current_id():
                raise
            raise Unreadable(f"{snapshot_id} was built by another version") from error


def fetch(
    snapshot_id: str, sql: str, parameters: Mapping[str, object], seconds: float
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Run one SELECT and return its column names and rows; raises `TooSlow` when its time is over."""
    with cursor(snapshot_id) as own:
        timer = threading.Timer(seconds, own.interrupt)
        timer.daemon = True
        timer.start()
        try:
            rows = own.execute(sql, dict(parameters)).fetchall()
            return [column[0] for column in own.description or ()], rows
        except duckdb.InterruptException:
            raise TooSlow from None
        finally:
            timer.cancel()


def copy_out(snapshot_id: str, folder: Path, files: Mapping[str, str], threads: int = 1) -> None:
    """Write SELECTs into a folder as files, Parquet or CSV by the end of their name; nothing else can be written.

    For a process of its own: one that has the snapshot open as pages do cannot open it in another way.
    """
    with duckdb.connect(str(path_of(snapshot_id)), read_only=True, config={"threads": str(threads)}) as connection:
        connection.execute("set allowed_directories = $folders", {"folders": [str(folder.resolve())]})
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        for name, sql in files.items():
            form = "format parquet, compression zstd" if name.endswith(".parquet") else "format csv, header"
            target = str(folder.resolve() / name).replace("'", "''")
            connection.execute(f"copy ({sql}) to '{target}' ({form})")  # noqa: S608
