"""Hold what one engine made to what another made: columns, types, and every row in its order."""

import math
from pathlib import Path
from typing import Any

import duckdb

NINE_DIGITS = 1e-9


def differences(one: Path, other: Path, exact: bool = False) -> list[tuple[Any, Any]]:
    """Return the rows of two files that are not the same; columns first, where those differ.

    Sums, means and percentiles are added up in any order, so that floats may differ from the tenth digit on, unless
    `exact`.
    """
    a, b = (duckdb.read_parquet(str(path)) for path in (one, other))
    columns = [list(zip(found.columns, map(str, found.types), strict=True)) for found in (a, b)]
    if columns[0] != columns[1]:
        return [(columns[0], columns[1])]
    first, second = a.fetchall(), b.fetchall()
    if len(first) != len(second):
        return [(f"{len(first)} rows", f"{len(second)} rows")]
    return [pair for pair in zip(first, second, strict=True) if not same(*pair, exact)]


def same(left: tuple[Any, ...], right: tuple[Any, ...], exact: bool) -> bool:
    """Return whether two rows are the same."""
    return all(
        a == b
        or (not exact and isinstance(a, float) and isinstance(b, float) and math.isclose(a, b, rel_tol=NINE_DIGITS))
        for a, b in zip(left, right, strict=True)
    )
