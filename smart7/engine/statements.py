"""Read a statement of `queries/vehicles/`: one SELECT, which tables it reads and which columns it returns."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "queries" / "vehicles"
HEADER: Final = re.compile(r"^-- (doc|reads|returns): *(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One file: its SQL, what a row of it is, the tables it reads and its columns with their types."""

    name: str
    sql: str
    doc: str
    reads: tuple[str, ...]
    returns: dict[str, str]


@cache
def read(name: str, folder: Path = FOLDER) -> Statement:
    """Return a statement by the name of its file; raises `ValueError` where its header says too little."""
    sql = (folder / f"{name}.sql").read_text("utf-8")
    header = {key: value.strip() for key, value in HEADER.findall(sql)}
    if missing := [key for key in ("doc", "reads", "returns") if not header.get(key)]:
        raise ValueError(f"vehicles/{name}: the header has no '-- {missing[0]}:'")
    pairs = [column.split(maxsplit=1) for column in header["returns"].split(",")]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError(f"vehicles/{name}: write each column that it returns as NAME TYPE")
    reads = tuple(header["reads"].replace(",", " ").split())
    return Statement(name, sql, header["doc"], reads, {column: kind.strip() for column, kind in pairs})
