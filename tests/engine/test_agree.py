"""What holds two engines to each other finds a row, a digit, a type and a column that differ."""

import duckdb
import pytest

from tests.engine.agree import differences

SAME = "select 1 as n, cast(0.1 as double) as x, 'a' as t union all select 2, 0.2, null order by n"


@pytest.mark.parametrize(
    ("other", "exact", "count"),
    [
        (SAME, True, 0),
        (SAME.replace("0.1 ", "0.1000000000001 "), False, 0),
        (SAME.replace("0.1 ", "0.1000000000001 "), True, 1),
        (SAME.replace("0.1 ", "0.10000001 "), False, 1),
        (SAME.replace("1 as n", "3 as n"), False, 2),
        (SAME.replace("'a'", "'b'"), False, 1),
        (SAME.replace("null", "''"), False, 1),
        (SAME.replace("1 as n", "cast(1 as bigint) as n"), False, 1),
        (SAME.replace("as t", "as u"), False, 1),
        (SAME.replace("order", "union all select 3, 0.3, 'c' order"), False, 1),
    ],
)
def test_what_differs_is_found(tmp_path, other, exact, count):
    for name, select in (("a", SAME), ("b", other)):
        duckdb.sql(f"copy ({select}) to '{tmp_path / name}' (format parquet)")
    assert len(differences(tmp_path / "a", tmp_path / "b", exact)) == count
