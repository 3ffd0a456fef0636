"""DuckDB in this process: what an installation uses as long as one machine is enough.

Windows over many days at once do not scale (a window over 40 million rows takes two hundred times one over 5 million),
so that whoever calls gives one day after another.
"""

import os
import re
import shutil
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Final

import duckdb

from smart7 import whole
from smart7.engine.faults import EngineFault, parts_of
from smart7.words import engine as words

# More threads take more memory and win little over one day.
THREADS: Final = 4
WRITTEN: Final = "format parquet, compression zstd, use_tmp_file false"


class Duck:
    """Run statements in this process, within a limit of memory; what does not fit is spilled into the data folder."""

    name: Final = "duckdb"

    def __init__(self, memory: str, data: Path) -> None:
        self.memory, self.data = memory, data
        self.threads = min(THREADS, os.cpu_count() or 1)
        self._lock = Lock()
        self._open: duckdb.DuckDBPyConnection | None = None

    def run(self, statement: str, tables: Mapping[str, Sequence[Path]], out: Path) -> int:
        """Run one SELECT over tables by name and write its rows; see `Engine.run`."""
        parts = parts_of(tables)
        with whole.draft(out) as own, self.cursor() as cursor:
            for name, files in parts.items():
                view(cursor, name, files)
            try:
                copied = cursor.execute(f"copy ({bare(statement)}\n) to {literal(own)} ({WRITTEN})").fetchone()
            except duckdb.OutOfMemoryException as error:
                if "max_temp_directory_size" in str(error):  # the disk is full, which `whole` says
                    raise
                raise EngineFault(words.MEMORY, memory=self.memory) from error
        return int(copied[0]) if copied else 0

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Return a connection of its own: names of tables stay within it, and threads do not meet."""
        with self._lock:
            if self._open is None:
                self._open = duckdb.connect(":memory:", config=self.settings())
            cursor = self._open.cursor()
        cursor.execute("set timezone = 'UTC'")
        return cursor

    def settings(self) -> dict[str, str | bool | int | float | list[str]]:
        """Return how DuckDB is opened: limited, and asking nothing of the network."""
        sweep(self.data)
        return {
            "memory_limit": self.memory,
            "threads": str(self.threads),
            "temp_directory": str(spill(self.data)),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }

    def close(self) -> None:
        """Give memory and what was spilled back; the next statement opens anew."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None


def spill(data: Path, ending: str = "") -> Path:
    """Return a folder of this process for what is in the making; others on this machine can tell whose it is."""
    return data / f".spill-{socket.gethostname()}-{os.getpid()}{ending}"


def sweep(data: Path) -> None:
    """Delete what processes of this machine left behind that were killed."""
    for folder in data.glob(f".spill-{socket.gethostname()}-*"):
        number = re.search(r"-(\d+)(\.\w+)?$", folder.name)
        try:
            os.kill(int(number[1]) if number else os.getpid(), 0)
        except ProcessLookupError:
            shutil.rmtree(folder, ignore_errors=True)
        except PermissionError:
            continue


def view(cursor: duckdb.DuckDBPyConnection, name: str, files: Sequence[str]) -> None:
    """Let Parquet files be a table by its name; raises `EngineFault` where one is not whole."""
    try:
        cursor.execute(f"create temp view {quoted(name)} as from read_parquet({listed(files)})")
    except duckdb.InvalidInputException as error:
        raise EngineFault(words.BROKEN, table=name, detail=str(error).splitlines()[0]) from error


def bare(statement: str) -> str:
    """Return a statement without the semicolon at its end, so that it can stand in brackets."""
    return statement.rstrip().removesuffix(";")


def quoted(name: str) -> str:
    """Return a name as SQL writes one."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: object) -> str:
    """Return a text as SQL writes one."""
    return "'" + str(value).replace("'", "''") + "'"


def listed(values: Sequence[str]) -> str:
    """Return texts as DuckDB writes a list of them."""
    return "[" + ", ".join(literal(value) for value in values) + "]"
