"""Run one statement of `queries/vehicles/` over Parquet tables, by the engine that an installation has chosen.

The statement is the same for every engine: what differs between them stays in this room.
"""

import os
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Protocol

from smart7.engine.duck import Duck
from smart7.engine.faults import EngineFault
from smart7.engine.spark import ADDRESS, Spark
from smart7.words import engine as words

ROOT: Final = Path(__file__).resolve().parents[2]
VARIABLE, MEMORY_VARIABLE = "SMART7_ENGINE", "SMART7_ENGINE_MEMORY"
MEMORY: Final = "1200MB"
SHARED: Final = "vehicles"
SIZE: Final = re.compile(r"[1-9]\d{0,5} ?(?:MB|GB)")


class Engine(Protocol):
    """Whatever runs a statement over tables that lie in Parquet files."""

    @property
    def name(self) -> str:
        """Return what it is called in logs and measurements."""

    def run(self, statement: str, tables: Mapping[str, Sequence[Path]], out: Path) -> int:
        """Run one SELECT over tables by name and write its rows, in their order, whole or not at all.

        Parameters
        ----------
        statement
            One SELECT in the common core of SQL, without parameters.
        tables
            The Parquet files, or folders of them, that each table it reads is made of; at least one each.
        out
            The Parquet file to write; what was there is replaced in one step.

        Returns
        -------
        int
            Rows written.

        Raises
        ------
        EngineFault
            With one sentence in both languages, where tables, memory or machines are missing.
        CannotWrite
            Where the disk does not take the rows.
        """


def chosen() -> Engine:
    """Return the engine of this installation, the same one each time; raises `EngineFault` for one nobody knows."""
    data = ROOT / os.environ.get("SMART7_DATA", "data")
    return made(os.environ.get(VARIABLE, "").strip(), os.environ.get(MEMORY_VARIABLE, "").strip() or MEMORY, data)


@cache
def made(value: str, memory: str, data: Path) -> Engine:
    """Return the engine that a setting names, which keeps what is in the making in the data folder."""
    if not SIZE.fullmatch(memory):
        raise EngineFault(words.NOT_A_SIZE, value=memory)
    if value in ("", "duckdb"):
        return Duck(memory, data)
    if ADDRESS.fullmatch(value):
        # Workers write there, on storage they share; the ledger beside it has to stay on a disk of this machine.
        return Spark(value, memory, data / SHARED)
    raise EngineFault(words.UNKNOWN, value=value)
