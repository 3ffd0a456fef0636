"""The store: a cursor for every query, the snapshot in service, and nothing but reading."""

import os
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import duckdb
import pytest

from smart7 import seal, store
from smart7.ingest import shelf
from smart7.words import disk

THREADS, CALLS = 8, 200


@pytest.fixture(scope="module")
def built(new_town):
    """Return a town and the ids of two snapshots of it, with one figure and with two."""
    tiny = new_town()
    tiny.indicator("visits")
    ids = []
    for month in ("2024-10-01", "2024-11-01"):
        tiny.figure("visits", "town", month, 1)
        ids.append(tiny.build().snapshot_id)
    return tiny.folder, ids


@pytest.fixture
def first(built, monkeypatch) -> str:
    """Return the id of the first snapshot, which is in service."""
    folder, ids = built
    monkeypatch.setenv("SMART7_DATA", str(folder))
    put_in_service(ids[0])
    yield ids[0]
    store.close_all()


@pytest.fixture
def second(built) -> str:
    """Return the id of the second snapshot."""
    return built[1][1]


def put_in_service(snapshot_id: str) -> None:
    """Point `current` at a snapshot."""
    (store.data_folder() / "snapshots" / "current").write_text(f"{snapshot_id}\n")


def figures_in(snapshot_id: str) -> int:
    """Return how many figures a snapshot holds."""
    return int(store.select(snapshot_id, "select count(*) as n from observations", {})["n"].iloc[0])


# --- one reader never sees another's rows


def test_eight_threads_at_once_each_get_their_own_rows(snapshot):
    sql = "select $who as who, $call as call, indicator_id from indicators order by position, 3 limit 3"
    at_once = threading.Barrier(THREADS)

    def ask(who: int) -> list[tuple[int, int, int]]:
        at_once.wait()
        found = []
        for call in range(CALLS):
            rows = store.select(snapshot, sql, {"who": who, "call": call})
            found += [(len(rows), *pair) for pair in set(zip(rows["who"], rows["call"], strict=True))]
        return found

    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(ask, range(THREADS)))
    assert answers == [[(3, who, call) for call in range(CALLS)] for who in range(THREADS)]


def test_every_query_has_a_cursor_of_its_own_that_closes_alone(snapshot):
    first, second = store.cursor(snapshot), store.cursor(snapshot)
    first.execute("select unit_id from units order by unit_id")
    second.execute("select 1")
    assert second.fetchall() == [(1,)]
    second.close()
    assert first.fetchone() is not None
    first.close()


def test_threads_that_open_a_snapshot_at_once_open_it_once(first):
    with ThreadPoolExecutor(THREADS) as pool:
        assert set(pool.map(lambda _: figures_in(first), range(50))) == {1}


# --- which snapshot


def test_the_snapshot_in_service_is_the_one_current_names(first):
    assert store.current_id() == store.open_current() == first
    assert store.path_of(first).exists()


def test_a_snapshot_put_in_service_later_is_seen_and_the_old_one_can_still_be_read(first, second):
    assert store.open_current() == first
    put_in_service(second)
    assert store.open_current() == second != first
    assert (figures_in(first), figures_in(second)) == (1, 2)
    put_in_service(first)
    assert store.open_current() == first, "and so is a way back"


def test_without_a_snapshot_there_is_no_answer(tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    assert store.current_id() is None
    with pytest.raises(store.NoSnapshot):
        store.open_current()
    with pytest.raises(store.NoSnapshot):
        store.select("20260101-0123456789", "select 1", {})


@pytest.mark.parametrize("name", ["20260101-0123456789", "", "\n"])
def test_a_pointer_to_a_file_that_is_gone_is_no_snapshot(tmp_path, monkeypatch, name):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "current").write_text(name)
    assert store.current_id() is None
    with pytest.raises(store.NoSnapshot):
        store.open_current()


def test_a_snapshot_that_a_build_deletes_while_they_are_listed_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path))
    (tmp_path / "snapshots").mkdir()
    for name in ("20261101-0000000001", "20261102-0000000002"):
        store.path_of(name).write_bytes(b"")
    # Found in the folder, and gone when it is looked at.
    store.path_of("20261103-0000000003").symlink_to(tmp_path / "gone")
    assert sorted(store.there()) == ["20261101-0000000001", "20261102-0000000002"]
    assert sorted(path.stem for path in shelf.built(tmp_path / "snapshots")) == sorted(store.there())


def test_the_data_folder_is_beside_the_package_unless_moved(monkeypatch):
    monkeypatch.delenv("SMART7_DATA", raising=False)
    assert store.data_folder() == Path(__file__).parents[1] / "data"
    monkeypatch.setenv("SMART7_DATA", "/somewhere")
    assert store.data_folder() == Path("/somewhere")


@pytest.fixture
def copies(first) -> list[str]:
    """Return the ids of more snapshots than are kept open."""
    ids = [f"copy-{n}" for n in range(store.KEPT_OPEN + 2)]
    for name in ids:
        shutil.copy(store.path_of(first), store.path_of(name))
    yield ids
    store.close_all()
    for name in ids:
        store.path_of(name).unlink()


def test_a_query_in_hand_outlives_its_connection(copies):
    held = store.cursor(copies[0])
    for name in copies[1:]:
        assert figures_in(name) == 1
    assert held.execute("select count(*) from observations").fetchone() == (1,)
    held.close()
    assert figures_in(copies[0]) == 1, "what was let go is opened again"


def test_the_snapshot_in_use_is_not_the_one_that_is_let_go(copies, monkeypatch):
    for name in copies:
        figures_in(copies[0])
        figures_in(name)
    monkeypatch.setattr(duckdb, "connect", None)
    assert figures_in(copies[0]) == 1


# --- only what is whole


def empty(snapshot_id: str) -> bytes:
    """Put an empty database in the place of a snapshot, as a full disk once did; return what was there."""
    store.close_all()
    path = store.path_of(snapshot_id)
    whole = path.read_bytes()
    path.unlink()
    duckdb.connect(str(path)).close()
    return whole


@pytest.fixture
def emptied(first, second):
    """Return the ids of a sound snapshot and of an emptied one that is in service."""
    put_in_service(second)
    before = empty(second)
    yield first, second
    store.close_all()
    store.path_of(second).write_bytes(before)


def test_the_newest_sound_snapshot_is_read_where_the_one_in_service_is_not_whole_and_the_log_says_so(emptied, caplog):
    sound, broken = emptied
    store.say_set_aside.cache_clear()
    assert {store.current_id() for _ in range(3)} == {store.open_current()} == {sound}
    assert store.set_aside(sound) and figures_in(sound) == 1
    said = [record for record in caplog.records if record.name == "smart7.store"]
    assert [record.getMessage() for record in said] == [disk.SET_ASIDE.both(wanted=broken, used=sound)]


def test_a_snapshot_that_is_not_what_its_seal_says_is_never_opened(emptied):
    _, broken = emptied
    with pytest.raises(store.BrokenSnapshot):
        store.cursor(broken)
    assert not store.readable(broken)


def test_an_empty_database_without_a_seal_is_not_sound_and_a_snapshot_without_one_is(emptied):
    sound, broken = emptied
    seals = [seal.place(store.path_of(one)) for one in emptied]
    held = [path.read_bytes() for path in seals]
    for path in seals:
        path.unlink()
    try:
        assert store.sound(sound) and not store.sound(broken)
        assert store.current_id() == sound
    finally:
        for path, content in zip(seals, held, strict=True):
            path.write_bytes(content)


def test_where_none_is_sound_the_fault_of_the_one_in_service_is_said(emptied):
    sound, broken = emptied
    before = empty(sound)
    try:
        assert store.current_id() == broken and not store.set_aside(broken)
        with pytest.raises(store.BrokenSnapshot):
            store.open_current()
    finally:
        store.path_of(sound).write_bytes(before)


def test_an_installation_without_samples_goes_on_with_a_snapshot_without_samples(emptied):
    sound, broken = emptied
    with_samples = f"{sound.removesuffix('-nosample')}-x"
    shutil.copyfile(store.path_of(sound), store.path_of(with_samples))
    try:
        assert store.kept()[0] == with_samples and store.sound(with_samples)
        assert store.bare(broken) and store.current_id() == sound
    finally:
        store.path_of(with_samples).unlink()


def test_a_day_in_the_past_is_never_read_in_the_place_of_what_is_in_service_and_found_while_it_is_the_newest(emptied):
    sound, broken = emptied
    known = f"20250101-{sound.split('-')[1]}-known-nosample"
    shutil.copyfile(store.path_of(sound), store.path_of(known))
    shutil.copyfile(seal.place(store.path_of(sound)), seal.place(store.path_of(known)))
    day = date(2025, 1, 1)
    try:
        assert store.sound(known) and store.current_id() == sound and known not in store.kept()
        assert (store.as_known(day), store.as_known(date(2025, 1, 2))) == (known, None)
        earlier = store.path_of(sound).stat().st_mtime - 1
        os.utime(store.path_of(known), (earlier, earlier))
        assert store.as_known(day) is None and store.readable(known)
    finally:
        for path in (store.path_of(known), seal.place(store.path_of(known))):
            path.unlink()


def test_a_snapshot_whose_file_is_gone_is_set_aside_too(first, second):
    put_in_service("20991231-0123456789")
    assert store.current_id() in (first, second) and store.set_aside(store.current_id())


def test_which_snapshot_is_read_is_asked_a_thousand_times_in_no_time(first):
    assert store.current_id() == first
    began = time.perf_counter()
    assert {store.current_id() for _ in range(1000)} == {first} and not store.set_aside(first)
    assert time.perf_counter() - began < 1


# --- nothing but reading


@pytest.mark.parametrize(
    "sql",
    [
        "insert into snapshot select * from snapshot",
        "update observations set value = 0",
        "delete from observations",
        "create table mine (a integer)",
        "drop table observations",
    ],
)
def test_nothing_can_be_written(snapshot, sql):
    with store.cursor(snapshot) as own, pytest.raises(duckdb.Error, match="read-only"):
        own.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('{outside}')",
        "select * from read_text('{outside}')",
        "select * from '{outside}'",
        "copy (select 1) to '{outside}'",
        "attach '{outside}' as other",
        "set enable_external_access = true",
        "install spatial",
    ],
)
def test_nothing_outside_the_snapshot_can_be_reached(snapshot, tmp_path, sql):
    outside = tmp_path / "outside.csv"
    outside.write_text("a\n1\n")
    with store.cursor(snapshot) as own, pytest.raises(duckdb.Error):
        own.execute(sql.format(outside=outside)).fetchall()
    assert outside.read_text() == "a\n1\n"


def test_parameters_are_values_and_never_sql(snapshot):
    hostile = "' or true --"
    rows = store.select(snapshot, "select unit_id from units where unit_id = $unit", {"unit": hostile})
    assert rows.empty


def test_a_query_with_time_returns_names_and_rows_and_is_stopped_when_it_is_over(snapshot):
    assert store.fetch(snapshot, "select 1 as a, $b as b", {"b": "x"}, 5) == (["a", "b"], [(1, "x")])
    with pytest.raises(store.TooSlow):
        store.fetch(snapshot, "select count(*) from range(1000000000000) as t(x) where x % 7 = 3", {}, 0.2)


def test_only_a_kept_snapshot_that_holds_all_that_the_one_in_service_holds_can_be_read(snapshot):
    same, broken = store.path_of("20200102-0000000000"), store.path_of("20200103-0000000000")
    shutil.copyfile(store.path_of(snapshot), same)
    broken.write_bytes(b"no database")
    try:
        assert store.readable(same.stem) and not store.readable(broken.stem)
        for nowhere in ("", "20200104-0000000000", "../../etc/passwd", f"../snapshots/{snapshot}"):
            assert not store.readable(nowhere)
    finally:
        store.close_all()
        same.unlink()
        broken.unlink()


def test_the_snapshots_that_are_kept_are_listed_and_one_of_another_version_is_said_to_be_unreadable(snapshot):
    old = store.path_of("20200101-0000000000")
    duckdb.connect(str(old)).close()
    try:
        assert set(store.kept()) >= {snapshot, old.stem}
        assert store.readable(snapshot) and not store.readable(old.stem)
        with pytest.raises(store.Unreadable):
            store.select(old.stem, "select * from observations", {})
        with pytest.raises(duckdb.CatalogException):
            store.select(snapshot, "select * from no_such_table", {})
    finally:
        store.close_all()
        old.unlink()
