"""A build: the same from the same sources, all or nothing, as known at a day, and never in a reader's way."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from smart7 import store
from smart7.ingest import build, shelf
from smart7.ingest.build import Options
from tests.conftest import BUILT

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def anew():
    """Let these tests build what others would copy of what was built before."""
    BUILT.clear()


@pytest.fixture
def town(tiny):
    """Return a town with one figure corrected, one known late, targets, and made-up figures to go with them."""
    tiny.indicator("visits")
    tiny.figure("visits", "town", "2024-10-01", 100, known_from="2025-01-01", known_to="2025-03-01")
    tiny.figure("visits", "town", "2024-10-01", 110, known_from="2025-03-01", as_of="2025-03-01")
    tiny.figure("visits", "town", "2024-11-01", 50, known_from="2025-06-01")
    tiny.target("visits", "town", 2025, low=5, known_from="2025-02-01")
    tiny.indicator("made-up", level="school")
    tiny.profile("made-up", target_start=1, target_end=2)
    return tiny


def counted(path: Path) -> dict[str, int]:
    """Return how many rows each table of a snapshot has."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
        return {name: connection.execute(f"select count(*) from {name}").fetchall()[0][0] for name in names}  # noqa: S608


def differing(one: Path, other: Path) -> list[str]:
    """Return the tables in which one snapshot has a row more often than another."""
    besides = {"snapshot": "exclude (built_at)"}
    with duckdb.connect() as connection:
        for name, path in (("one", one), ("other", other)):
            connection.execute(f"attach '{path}' as {name} (read_only)")
        sql = "select * {0} from one.{1} except all select * {0} from other.{1} limit 1"
        return [name for name in counted(one) if connection.execute(sql.format(besides.get(name, ""), name)).fetchall()]


def in_service(folder: Path) -> Path:
    """Return the file of the snapshot in service."""
    return folder / "snapshots" / f"{(folder / 'snapshots' / 'current').read_text()}.duckdb"


# --- the same from the same


def test_two_builds_of_the_real_data_give_identical_tables(snapshot, tmp_path):
    shutil.copytree(store.data_folder(), tmp_path, ignore=shutil.ignore_patterns("snapshots"), dirs_exist_ok=True)
    assert build.build(Options(tmp_path, AS_OF)) == snapshot
    store.close_all()
    again, first = in_service(tmp_path), store.path_of(snapshot)
    assert counted(again) == counted(first) and len(counted(first)) > 50
    assert differing(again, first) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "observations" / "published.csv").open("a").write("\n"),
        lambda folder: (folder / "catalog" / "units.csv").open("a").write("\n"),
        lambda folder: (folder / "observations" / "more.csv").write_bytes(
            (folder / "observations" / "published.csv").read_bytes()
        ),
    ],
)
def test_the_digest_changes_with_every_input_file(town, change: Callable[[Path], object]):
    options = Options(town.write(), AS_OF)
    before = build.digest_of(options)
    change(options.folder)
    assert build.digest_of(options) != before


def test_the_digest_does_not_depend_on_where_the_folder_lies(data_copy, tmp_path):
    before = build.digest_of(Options(data_copy, AS_OF))
    moved = data_copy.rename(tmp_path / "elsewhere")
    assert build.digest_of(Options(moved, AS_OF)) == before


def test_every_period_has_a_name_in_both_languages(ask):
    assert ask("select count(*) > 50 from periods") == [(True,)]
    unnamed = "label_th is null or label_en is null or short_th is null or short_en is null"
    assert ask(f"select * from periods where {unnamed}") == []  # noqa: S608


# --- only if needed


def run(folder: Path, *arguments: str) -> int:
    """Run the build as the command does."""
    return build.main(["--data", str(folder), "--if-needed", *arguments])


def test_a_build_that_is_not_needed_builds_nothing(town, capsys):
    folder = town.write()
    assert run(folder) == 0
    assert "is in service" in capsys.readouterr().out
    before = {path: path.stat().st_mtime_ns for path in (folder / "snapshots").iterdir()}
    assert run(folder) == 0
    assert capsys.readouterr().out == ""
    assert {path: path.stat().st_mtime_ns for path in (folder / "snapshots").iterdir()} == before
    town.rows["published.csv"][2]["value"] = 51
    assert run(town.write()) == 0
    assert in_service(folder) not in before


def test_what_is_in_service_is_current_only_while_it_is_what_a_build_would_make(town):
    town.build(AS_OF)
    options = Options(town.folder, AS_OF, with_sample=False)
    assert build.is_current(options)
    assert not build.is_current(Options(town.folder, AS_OF, with_sample=True))
    assert not build.is_current(Options(town.folder, date(2025, 2, 1), with_sample=False))
    in_service(town.folder).unlink()
    assert not build.is_current(options), "its file is gone"
    (town.folder / "snapshots" / "current").unlink()
    assert not build.is_current(options), "nothing is in service"


def test_a_day_that_is_asked_for_is_needed_and_a_day_that_merely_passed_is_not(town):
    town.build(date(2025, 2, 1))
    later = Options(town.folder, AS_OF, with_sample=False)
    assert not build.is_current(later)
    assert build.is_current(later, any_day=True)


def test_the_command_asks_for_a_day_only_when_it_is_given_one(town, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(town.write()))
    assert build.main(["--as-of", "2025-02-01", "--no-sample"]) == 0
    first = in_service(town.folder)
    assert first.stem.startswith("20250201-")
    assert build.main(["--if-needed", "--no-sample"]) == 0
    assert in_service(town.folder) == first
    assert build.main(["--if-needed", "--no-sample", "--as-of", "2025-02-02"]) == 0
    assert in_service(town.folder).stem.startswith("20250202-")


# --- without sample figures


def test_a_rebuild_that_is_needed_keeps_to_what_was_asked_for_before(town, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(town.write()))
    build.main(["--no-sample"])
    before = in_service(town.folder)
    assert build.main(["--if-needed"]) == 0
    assert in_service(town.folder) == before
    town.rows["published.csv"][2]["value"] = 51
    town.write()
    assert build.main(["--if-needed"]) == 0
    assert in_service(town.folder) != before
    assert in_service(town.folder).stem.endswith("-nosample")


def assert_without_sample(folder: Path, years: int) -> None:
    """Hold what is in service to have no sample unit, figure or target, and more than some years all the same."""
    with duckdb.connect(str(in_service(folder)), read_only=True) as connection:
        for sql in (
            "select * from units where is_sample",
            "select * from observations where quality = 'sample' or unit_id like 'sample-%'",
            "select * from targets where quality = 'sample' or unit_id like 'sample-%'",
            "select * from series where is_sample",
            "select * from yearly where is_sample or quality = 'sample'",
            "select * from headlines where is_sample",
            "select * from cards where sample_units_reporting > 0",
        ):
            assert connection.execute(sql).fetchall() == [], sql
        assert connection.execute("select sample from snapshot").fetchall() == [(False,)]
        assert connection.execute("select count(*) > $years from yearly", {"years": years}).fetchall() == [(True,)]


@pytest.mark.slow
def test_the_real_data_without_sample_have_no_sample_unit_figure_or_target(data_copy):
    build.build(Options(data_copy, AS_OF, with_sample=False))
    assert_without_sample(data_copy, 50)


def test_without_sample_there_is_no_sample_unit_figure_or_target(town):
    town.build(with_sample=True)
    assert town.ask("select count(*) > 0 from yearly where is_sample") == [(True,)]
    assert town.ask("select count(*) > 0 from targets where unit_id like 'sample-%'") == [(True,)]
    town.build(with_sample=False)
    assert_without_sample(town.folder, 0)


# --- as known at a day


def known(town, as_of: date) -> list[tuple[float, date, date | None]]:
    """Return value, known from and known to of each figure a build of that day would load."""
    _, figures = build.read(Options(town.write(), as_of, with_sample=False))
    rows = figures.sort_values(["period_start", "known_from"])[["value", "known_from", "known_to"]]
    return [(value, since, until or None) for value, since, until in rows.to_numpy()]


FIRST, CORRECTED, LATE = date(2025, 1, 1), date(2025, 3, 1), date(2025, 6, 1)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2024, 12, 31), []),
        (FIRST, [(100, FIRST, None)]),
        (date(2025, 2, 28), [(100, FIRST, None)]),
        (CORRECTED, [(100, FIRST, CORRECTED), (110, CORRECTED, None)]),
        (date(2025, 5, 31), [(100, FIRST, CORRECTED), (110, CORRECTED, None)]),
        (LATE, [(100, FIRST, CORRECTED), (110, CORRECTED, None), (50, LATE, None)]),
    ],
)
def test_figures_are_what_was_believed_on_that_day(town, as_of, expected):
    assert known(town, as_of) == expected


@pytest.mark.parametrize(("as_of", "visits", "targets"), [(date(2025, 1, 31), 100, 0), (LATE, 160, 1)])
def test_a_snapshot_adds_up_what_was_believed_on_its_day(town, as_of, visits, targets):
    town.build(as_of)
    assert town.year("visits", "town") == {2025: visits}
    assert town.ask("select count(*) from targets") == [(targets,)]
    [(snapshot_id, day, sample, digest)] = town.ask("select snapshot_id, as_of, sample, sources_hash from snapshot")
    assert (snapshot_id, day, sample) == (town.snapshot_id, as_of, False)
    assert snapshot_id == f"{as_of:%Y%m%d}-{digest[:10]}-nosample"


def test_sample_figures_obey_the_same_day(town):
    _, figures = build.read(Options(town.write(), date(2020, 1, 1)))
    assert len(figures) and max(figures["known_from"]) <= date(2020, 1, 1)


# --- nothing is lost


def test_a_folder_that_was_never_built_can_be_built_before_its_first_figure(town):
    town.build(date(2001, 1, 1), with_sample=True)
    assert town.ask("select count(*) from observations") == [(0,)]


def snapshots_of_ages(folder: Path, count: int) -> None:
    """Put down files with the names of snapshots, s0 the newest."""
    folder.mkdir(parents=True, exist_ok=True)
    for age in range(count):
        path = folder / f"s{age}.duckdb"
        path.touch()
        os.utime(path, (1e9 - age, 1e9 - age))


def test_a_build_keeps_itself_and_the_newest_before_it(town):
    folder = town.write() / "snapshots"
    snapshots_of_ages(folder, 7)
    snapshot_id = town.build().snapshot_id
    assert {path.stem for path in folder.glob("*.duckdb")} == {snapshot_id, "s0", "s1", "s2", "s3"}
    assert (folder / "current").read_text() == snapshot_id


def test_the_snapshot_in_service_is_kept_however_old(tmp_path):
    snapshots_of_ages(tmp_path, 8)
    (tmp_path / "current").write_text("s7")
    shelf.drop_old(tmp_path)
    assert {path.stem for path in tmp_path.glob("*.duckdb")} == {"s0", "s1", "s2", "s3", "s4", "s7"}


def test_a_snapshot_that_somebody_froze_is_kept_however_old(tmp_path):
    snapshots_of_ages(tmp_path, 8)
    (tmp_path / "current").write_text("s0")
    (tmp_path / "s6.frozen").touch()
    shelf.drop_old(tmp_path)
    assert {path.stem for path in tmp_path.glob("*.duckdb")} == {"s0", "s1", "s2", "s3", "s4", "s6"}


def test_of_days_in_the_past_the_newest_are_kept_beside_those_that_were_in_service(tmp_path):
    snapshots_of_ages(tmp_path, 12)
    past = ["-known", "-known-nosample"] * 4
    for age, end in enumerate(past):
        (tmp_path / f"s{age}.duckdb").rename(tmp_path / f"s{age}{end}.duckdb")
    shelf.drop_old(tmp_path)
    kept = {path.stem for path in tmp_path.glob("*.duckdb")}
    assert kept == {f"s{age}{past[age]}" for age in range(shelf.KNOWN_KEPT)} | {"s8", "s9", "s10", "s11"}


def test_a_day_in_the_past_is_never_what_the_site_goes_on_with(town):
    today = town.build().snapshot_id
    options = Options(town.folder, date(2026, 1, 1), with_sample=False, aside=True)
    assert build.build(options) == build.snapshot_id_of(options, build.digest_of(options))
    folder = town.folder / "snapshots"
    assert shelf.named(folder) == today
    (folder / f"{today}.duckdb").write_bytes(b"")
    assert shelf.newest_sound(folder) is None


def test_store_and_build_call_snapshots_alike():
    assert (store.KNOWN, store.BARE) == (shelf.KNOWN, shelf.WITHOUT)


def test_drafts_of_builds_long_dead_are_cleared_away_and_young_ones_left(tmp_path):
    (tmp_path / "current").write_text("none")
    old, young = tmp_path / ".building-1.duckdb", tmp_path / ".building-2.duckdb"
    for path in (old, young):
        path.touch()
    os.utime(old, (time.time() - 4000, time.time() - 4000))
    shelf.drop_old(tmp_path)
    assert not old.exists() and young.exists()


def test_what_a_killed_build_with_the_same_process_number_left_behind_does_no_harm(town):
    folder = town.write() / "snapshots"
    folder.mkdir()
    for suffix in ("", ".wal"):
        (folder / f".building-{os.getpid()}.duckdb{suffix}").write_bytes(b"half a page")
    town.build()
    assert town.ask("select count(*) from observations") == [(3,)]
    assert list(folder.glob(".building*")) == []


def start(folder: Path, as_of: str) -> subprocess.Popen[str]:
    """Start a build in a process of its own."""
    command = [sys.executable, "-u", "-m", "smart7.ingest.build", "--data", str(folder), "--as-of", as_of]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


# Reads numbers; for each, forks a process that builds the snapshot of another day and ends, as abruptly as a kill ends
# it, a moment after it says its n-th line. A fork has what a process of its own would first have to load.
KILLED = """
import itertools, signal, sys
from datetime import date
from pathlib import Path
from smart7.ingest import build
from tests import killing
def act(step):
    lines = itertools.count(1)
    def say(line):
        if next(lines) == step:
            signal.setitimer(signal.ITIMER_REAL, 0.05)
    build.build(build.Options(Path(sys.argv[1]), date(2026, 12, step)), say)
    return 0
killing.serve(act)
"""


def assert_readable(folder: Path) -> None:
    """Hold what is in service to be a whole snapshot."""
    with duckdb.connect(str(in_service(folder)), read_only=True) as connection:
        assert connection.execute("select count(*) > 0 from headlines").fetchall() == [(True,)]
        assert connection.execute("select snapshot_id from snapshot").fetchall() == [(in_service(folder).stem,)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed like this on Windows")
def test_a_build_killed_at_any_step_leaves_a_readable_snapshot(town):
    town.build(with_sample=True)
    with subprocess.Popen([sys.executable, "-c", KILLED, str(town.folder)], cwd=ROOT, text=True, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as killer:  # fmt: skip
        for step in (2, 3, 4):
            print(step, file=killer.stdin, flush=True)
            assert int(killer.stdout.readline()) == -signal.SIGALRM
            assert_readable(town.folder)
        killer.stdin.close()
    assert in_service(town.folder).stem == town.snapshot_id


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_build_of_the_real_data_killed_at_random_leaves_a_readable_snapshot(data_copy):
    build.build(Options(data_copy, AS_OF))
    for attempt in range(8):
        with start(data_copy, f"2026-12-{attempt + 1:02}") as process:
            time.sleep(random.uniform(0.6, 2.6))
            process.send_signal(signal.SIGKILL)
        assert_readable(data_copy)


def test_a_reader_sees_the_old_name_or_the_new_one_while_current_moves(tmp_path):
    shelf.move_current(tmp_path, "old")
    seen: set[str] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add((tmp_path / "current").read_text())

    reader = threading.Thread(target=read)
    reader.start()
    moved = 0
    while moved < 200 or (len(seen) < 2 and moved < 100_000):  # on a busy machine the reader's turn comes late
        shelf.move_current(tmp_path, "new" if moved % 2 else "old")
        moved += 1
    done.set()
    reader.join()
    assert seen == {"old", "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["current"]
