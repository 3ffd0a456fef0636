"""DuckDB as the engine: tables by name from files and folders, rows written whole, limits kept, faults told."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import duckdb
import pytest

from smart7 import engine
from smart7.engine import EngineFault, duck
from smart7.engine.duck import Duck
from smart7.whole import CannotWrite

SUMS = "-- doc: Sums by group.\nselect part, cast(sum(n) as bigint) as n from numbers group by part order by part;\n"


def parquet(path: Path, select: str) -> Path:
    """Write rows into a Parquet file, as another step would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    duckdb.sql(f"copy ({select}) to '{path}' (format parquet)")
    return path


def rows(path: Path) -> list[tuple]:
    """Return the rows of a Parquet file in their order."""
    return duckdb.read_parquet(str(path)).fetchall()


@pytest.fixture
def own(tmp_path):
    """Return an engine that spills into a folder of its own, closed after the test."""
    (tmp_path / "data").mkdir()
    opened = Duck("200MB", tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def numbers(tmp_path) -> Path:
    return parquet(tmp_path / "numbers.parquet", "select i as n, i % 3 as part from range(10) as t(i)")


def test_a_statement_reads_its_tables_by_name_and_writes_its_rows_in_order(own, numbers, tmp_path):
    assert own.run(SUMS, {"numbers": [numbers]}, tmp_path / "sums.parquet") == 3
    assert rows(tmp_path / "sums.parquet") == [(0, 18), (1, 12), (2, 15)]


def test_a_table_may_be_made_of_files_and_folders(own, numbers, tmp_path):
    folder = parquet(tmp_path / "more" / "part-1.parquet", "select 100 as n, 2 as part").parent
    own.run(SUMS, {"numbers": [numbers, folder]}, tmp_path / "sums.parquet")
    assert rows(tmp_path / "sums.parquet")[-1] == (2, 115)


def test_a_name_or_a_folder_with_quotes_is_only_a_name(own, tmp_path):
    odd = parquet(tmp_path / "it''s.parquet", "select 1 as n")
    assert odd.with_name("it's.parquet").exists()
    own.run('select n from "a""b"', {'a"b': [odd.with_name("it's.parquet")]}, tmp_path / "o'ut.parquet")
    assert (tmp_path / "o'ut.parquet").exists()


def test_tables_of_one_run_are_not_those_of_another(own, numbers, tmp_path):
    own.run(SUMS, {"numbers": [numbers]}, tmp_path / "a.parquet")
    with pytest.raises(duckdb.CatalogException):
        own.run(SUMS, {"others": [numbers]}, tmp_path / "b.parquet")
    assert not (tmp_path / "b.parquet").exists()


def test_threads_at_the_same_time_get_their_own_rows(own, tmp_path):
    tables = [parquet(tmp_path / f"in-{n}.parquet", f"select {n} as n, 0 as part") for n in range(8)]

    def ask(n: int) -> None:
        for _ in range(5):
            own.run(SUMS, {"numbers": [tables[n]]}, tmp_path / f"out-{n}.parquet")

    threads = [Thread(target=ask, args=[n]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [rows(tmp_path / f"out-{n}.parquet") for n in range(8)] == [[(0, n)] for n in range(8)]


def test_a_statement_that_fails_leaves_what_was_there(own, numbers, tmp_path):
    out = parquet(tmp_path / "sums.parquet", "select 'before' as was")
    with pytest.raises(duckdb.Error):
        own.run("select cast('x' as integer) as n from numbers", {"numbers": [numbers]}, out)
    assert rows(out) == [("before",)]
    assert [path.name for path in tmp_path.glob(".*")] == []


@pytest.mark.parametrize("paths", [[], ["gone.parquet"], ["empty"]])
def test_a_table_without_files_is_named_in_both_languages(own, tmp_path, paths):
    (tmp_path / "empty").mkdir()
    with pytest.raises(EngineFault, match=r"numbers.* / there is nothing to read for the table numbers"):
        own.run(SUMS, {"numbers": [tmp_path / name for name in paths]}, tmp_path / "out.parquet")


@pytest.mark.parametrize("content", [b"no", b"PAR1" * 20, None])
def test_a_file_that_is_not_whole_is_said(own, numbers, tmp_path, content):
    numbers.write_bytes(numbers.read_bytes()[:-9] if content is None else content)
    with pytest.raises(EngineFault, match="numbers could not be read, a file is not whole Parquet"):
        own.run(SUMS, {"numbers": [numbers]}, tmp_path / "out.parquet")


SORTED = "select i, row_number() over (order by hash(i)) as at from range(6000000) as t(i)"


def test_what_does_not_fit_is_spilled_into_the_data_folder_and_gone_afterwards(own, numbers, tmp_path):
    seen, over = set(), Event()

    def look() -> None:
        while not over.wait(0.01):
            seen.update(path.name for path in (tmp_path / "data").glob("*"))

    looking = Thread(target=look)
    looking.start()
    try:
        assert own.run(SORTED, {"numbers": [numbers]}, tmp_path / "out.parquet") == 6_000_000
    finally:
        over.set()
        looking.join()
    assert seen == {duck.spill(tmp_path).name}
    own.close()
    assert list((tmp_path / "data").iterdir()) == []


def test_too_little_memory_is_said_with_what_helps(numbers, tmp_path):
    small = Duck("1MB", tmp_path)
    with pytest.raises(EngineFault, match="SMART7_ENGINE_MEMORY"):
        small.run(SORTED, {"numbers": [numbers]}, tmp_path / "out.parquet")
    small.close()


def test_a_place_that_takes_no_rows_is_said(own, numbers, tmp_path):
    with pytest.raises(CannotWrite, match="could not be written"):
        own.run(SUMS, {"numbers": [numbers]}, tmp_path / "gone" / "out.parquet")


def test_what_a_killed_process_of_this_machine_spilled_is_swept(tmp_path):
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    own_folder = duck.spill(tmp_path)
    gone = own_folder.with_name(own_folder.name.replace(str(os.getpid()), ended.stdout.strip()))
    elsewhere = tmp_path / f".spill-other-machine-{ended.stdout.strip()}"
    for folder in (gone, gone.with_name(f"{gone.name}.probe"), own_folder, elsewhere):
        folder.mkdir()
        (folder / "x.tmp").write_text("x")
    duck.sweep(tmp_path)
    assert {*tmp_path.iterdir()} == {own_folder, elsewhere}


@pytest.mark.parametrize("value", ["", "duckdb", " duckdb "])
def test_duckdb_is_chosen_unless_another_is_named(value, monkeypatch, tmp_path):
    monkeypatch.setenv("SMART7_ENGINE", value)
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    chosen = engine.chosen()
    assert chosen.name == "duckdb"
    assert engine.chosen() is chosen


@pytest.mark.parametrize("value", ["sparks", "local[2]", "spark://", "spark://host", "spark://host:x", "http://a:7077"])
def test_an_engine_nobody_knows_is_refused_in_a_sentence(value, monkeypatch):
    monkeypatch.setenv("SMART7_ENGINE", value)
    with pytest.raises(EngineFault, match=r"it may be duckdb or spark://host:7077"):
        engine.chosen()


@pytest.mark.parametrize("value", ["lots", "0MB", "100", "-1GB", "4TBs"])
def test_memory_that_is_no_size_is_refused_in_a_sentence(value, monkeypatch):
    monkeypatch.delenv("SMART7_ENGINE", raising=False)
    monkeypatch.setenv("SMART7_ENGINE_MEMORY", value)
    with pytest.raises(EngineFault, match="is no size of memory"):
        engine.chosen()


def test_memory_is_as_the_setting_says(monkeypatch, tmp_path):
    monkeypatch.setenv("SMART7_ENGINE_MEMORY", "300MB")
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    monkeypatch.delenv("SMART7_ENGINE", raising=False)
    with engine.chosen().cursor() as cursor:
        assert cursor.execute("select current_setting('memory_limit'), current_setting('TimeZone')").fetchone() == (
            "286.1 MiB", "UTC",
        )  # fmt: skip
    engine.chosen().close()
