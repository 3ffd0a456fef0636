"""A build on a disk that fills up: a sound snapshot, or everything as it was and one sentence that says why."""

import errno
import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import duckdb
import pytest

from smart7 import seal, whole
from smart7.alone import LOCK, Busy, alone
from smart7.ingest import build, contents, shelf
from smart7.words import disk as words
from tests import disks

AS_OF = date(2026, 11, 22)
FULL = "the disk is full"


@pytest.fixture
def town(tiny):
    """Return a town with one figure."""
    tiny.figure(tiny.indicator("visits"), "town", "2024-10-01", 100)
    return tiny


def snapshots(folder: Path) -> dict[str, bytes]:
    """Return every file of the snapshot folder with its bytes, but for the lock, which holds nothing."""
    return {name: held for name, held in disks.everything(folder / "snapshots").items() if name != LOCK}


def run(folder: Path, *arguments: str) -> int:
    """Run the build as the command does."""
    return build.main(["--data", str(folder), "--as-of", "2026-11-22", *arguments])


def assert_sound(folder: Path) -> None:
    """Hold what is in service to be whole: sealed, every table with its rows."""
    path = folder / "snapshots" / f"{shelf.named(folder / 'snapshots')}.duckdb"
    assert seal.holds(path) is True
    with duckdb.connect(str(path), read_only=True) as connection:
        held = contents.kept(connection)
        assert held == contents.counted(connection) and len(held) > 50
        assert connection.execute("select snapshot_id from snapshot").fetchall() == [(path.stem,)]


def of_size(folder: Path, disk: Path, megabytes: float, capsys: pytest.CaptureFixture[str]) -> int:
    """Build on a disk of a size, with another snapshot in service; return the exit status, which must be true."""
    with disks.small(disk, megabytes) as place:
        link = folder / "snapshots"
        link.symlink_to(place, target_is_directory=True)
        (place / "20250101-0123456789.duckdb").write_bytes(b"what an older build made")
        (place / "current").write_text("20250101-0123456789")
        before = snapshots(folder)
        status = run(folder)
        said = capsys.readouterr()
        if status == 0:
            assert_sound(folder)
        else:
            assert status == 1 and snapshots(folder) == before
            assert FULL in said.err and words.FULL.th in said.err and " MB is free" in said.err
            assert len(said.err.splitlines()) == 1 and "in service" not in said.out
        link.unlink()
    return status


# --- on a real disk


@pytest.mark.parametrize("megabytes", [1, 3, 6, 9, 12, 14, 16, 40])
def test_a_small_town_is_built_whole_or_not_at_all(town, tmp_path, capsys, megabytes):
    town.write()
    status = of_size(town.folder, tmp_path / "disk", megabytes, capsys)
    assert status == {1: 1, 40: 0}.get(megabytes, status)


@pytest.mark.parametrize("megabytes", [20, 24])
def test_the_project_s_own_data_on_the_disks_that_once_blanked_the_site(data_copy, tmp_path, capsys, megabytes):
    assert of_size(data_copy, tmp_path / "disk", megabytes, capsys) == 1


@pytest.mark.slow
def test_the_project_s_own_data_is_built_whole_or_not_at_all_on_disks_of_every_size(data_copy, tmp_path, capsys):
    met = {megabytes: of_size(data_copy, tmp_path / "disk", megabytes, capsys) for megabytes in range(4, 101, 4)}
    assert met[4] == 1 and met[100] == 0 and sorted(met.values(), reverse=True) == list(met.values())


def test_how_much_is_needed_is_told_from_the_largest_snapshot(finished, tmp_path, monkeypatch):
    (built, held), folder = finished, tmp_path
    (folder / "old.duckdb").write_bytes(b"\0" * 20_000_000)
    (folder / "newer.duckdb").write_bytes(b"")
    disks.failing_at(monkeypatch, 1)
    needed = pytest.raises(whole.CannotWrite, match=r"at least 22\.0 MB is needed")
    with needed, shelf.drafted(folder, built.stem) as draft:
        shutil.copyfile(built, draft)
        shelf.put_in_service(draft, folder, built.stem, held)


# --- by a stub, at every step


@pytest.fixture(scope="module")
def finished(new_town) -> tuple[Path, contents.Contents]:
    """Return the file of a snapshot, and what it holds."""
    town = new_town()
    town.figure(town.indicator("visits"), "town", "2024-10-01", 100)
    path = town.write() / "snapshots" / f"{town.build().snapshot_id}.duckdb"
    with duckdb.connect(str(path), read_only=True) as connection:
        return path, contents.kept(connection)


OLD = {
    "nothing": {},
    "another": {"20250101-0123456789.duckdb": b"older", "20250101-0123456789.seal": b"{}", "current": b"20250101-0"},
    "no-current": {"20250101-0123456789.duckdb": b""},
}


@pytest.mark.parametrize("before", OLD)
def test_whichever_step_fails_nothing_has_moved_and_nothing_is_left(finished, tmp_path, before):
    built, held = finished
    steps = 0
    for reached in disks.at_every_step():
        for path in tmp_path.iterdir():
            path.unlink()
        for name, content in OLD[before].items():
            with (tmp_path / name).open("wb") as file:
                file.write(content)
        try:
            with shelf.drafted(tmp_path, built.stem) as draft:
                shutil.copyfile(built, draft)
                shelf.put_in_service(draft, tmp_path, built.stem, held)
        except whole.CannotWrite as error:
            steps += 1
            assert reached() and disks.everything(tmp_path) == OLD[before] and error.why == words.FULL
        else:
            assert shelf.newest_sound(tmp_path) == shelf.named(tmp_path) == built.stem
            assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert steps >= 8


def test_a_step_that_fails_while_a_broken_snapshot_is_replaced_leaves_it_or_a_whole_one(finished, tmp_path):
    built, held = finished
    for _ in disks.at_every_step():
        for path in tmp_path.iterdir():
            path.unlink()
        for name, content in {f"{built.stem}.duckdb": b"", "current": built.stem.encode()}.items():
            with (tmp_path / name).open("wb") as file:
                file.write(content)
        with suppress(whole.CannotWrite), shelf.drafted(tmp_path, built.stem) as draft:
            shutil.copyfile(built, draft)
            shelf.put_in_service(draft, tmp_path, built.stem, held)
        there = tmp_path / f"{built.stem}.duckdb"
        assert there.read_bytes() == b"" or contents.holds(there, held)
        assert seal.holds(there) in (None, True) and shelf.named(tmp_path) == built.stem


def test_whichever_step_fails_a_snapshot_that_was_cut_is_never_taken_for_whole(finished, tmp_path):
    built, held = finished
    there = tmp_path / built.name
    for _ in disks.at_every_step():
        for path in tmp_path.iterdir():
            path.unlink()
        shutil.copyfile(built, there)
        shutil.copyfile(seal.place(built), seal.place(there))
        os.truncate(there, there.stat().st_size // 2)
        assert not contents.holds(there, held)
        with suppress(whole.CannotWrite), shelf.drafted(tmp_path, built.stem) as draft:
            shutil.copyfile(built, draft)
            shelf.put_in_service(draft, tmp_path, built.stem, held)
        assert seal.holds(there) is False or contents.holds(there, held)


def test_two_builds_put_what_they_made_in_service_one_after_the_other(town, monkeypatch):
    put = build.put_in_service

    def looked(draft, folder, *held):
        with pytest.raises(Busy), alone(folder):
            raise AssertionError("another build could come in between")
        put(draft, folder, *held)

    monkeypatch.setattr(build, "put_in_service", looked)
    assert_sound(town.build().folder)


def test_what_is_in_service_stays_whatever_happens_after_it(town, monkeypatch):
    monkeypatch.setattr(shelf, "built", lambda _: disks.refused())
    assert_sound(town.build().folder)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no file that is always full")
def test_a_build_goes_on_though_what_it_says_is_kept_nowhere(town):
    command = [sys.executable, "-m", "smart7.ingest.build", "--data", town.write(), "--as-of", "2026-11-22"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert_sound(town.folder)


def test_what_is_kept_for_a_day_is_kept_for_who_may_not_touch_it_too(town, monkeypatch):
    path = town.build().folder / "snapshots" / f"{town.snapshot_id}.duckdb"
    monkeypatch.setattr(os, "utime", lambda *_: disks.refused(errno.EROFS))
    assert shelf.kept_aside(path.parent, path.stem)


def test_what_cannot_be_read_back_whole_is_not_put_in_service(town, capsys, monkeypatch):
    town.build()
    before = snapshots(town.folder)
    monkeypatch.setattr(contents, "holds", lambda path, expected: False)
    assert build.main(["--data", str(town.folder), "--as-of", "2026-11-23"]) == 1
    assert words.NOT_WHOLE.en in capsys.readouterr().err
    assert snapshots(town.folder) == before


@pytest.mark.parametrize(
    "spoil",
    ["delete from observations", "update observations set value = value + 1", "drop table headlines",
     "insert into checks values ('x', 'x', 'x', 0)"],
)  # fmt: skip
def test_a_file_in_which_anything_differs_from_what_was_counted_is_not_whole(finished, tmp_path, spoil):
    built, held = finished
    path = Path(shutil.copy(built, tmp_path))
    assert contents.holds(path, held)
    with duckdb.connect(str(path)) as connection:
        connection.execute(spoil)
    assert not contents.holds(path, held)
    with pytest.raises(whole.CannotWrite, match="could not be read back whole"):
        contents.read_back(path, held)


def test_an_empty_database_and_a_file_that_is_none_are_not_whole(tmp_path):
    path = tmp_path / "empty.duckdb"
    duckdb.connect(str(path)).close()
    assert not contents.holds(path, [])
    path.write_bytes(b"no database")
    assert not contents.holds(path, [])


def test_a_log_that_is_left_beside_the_file_means_that_it_is_not_whole(finished, tmp_path):
    built, held = finished
    path = Path(shutil.copy(built, tmp_path))
    path.with_name(f"{path.name}.wal").touch()
    with pytest.raises(whole.CannotWrite):
        contents.read_back(path, held)


# --- what is there is looked at


def spoil(town) -> Path:
    """Put an empty database in the place of the snapshot in service, as a full disk once did; return its file."""
    path = town.folder / "snapshots" / f"{town.snapshot_id}.duckdb"
    path.unlink()
    duckdb.connect(str(path)).close()
    return path


@pytest.mark.parametrize("sealed", [True, False])
def test_what_is_in_service_and_not_whole_is_built_again_when_a_build_is_asked_for_if_needed(town, capsys, sealed):
    town.build(with_sample=True)
    path = spoil(town)
    if not sealed:
        seal.place(path).unlink()
    assert run(town.folder, "--if-needed") == 0
    said = capsys.readouterr()
    assert f"snapshot {town.snapshot_id} is in service" in said.out
    assert (words.UNSOUND.both(id=town.snapshot_id) in said.err) == sealed
    assert_sound(town.folder)
    assert run(town.folder, "--if-needed") == 0 and capsys.readouterr().out == ""


def test_without_room_who_needs_any_snapshot_goes_on_with_the_newest_sound_one_and_is_told(town, capsys, monkeypatch):
    older = town.build(date(2026, 11, 21), with_sample=True).snapshot_id
    town.build(with_sample=True)
    spoil(town)
    disks.failing_at(monkeypatch, 1)
    assert run(town.folder, "--if-needed") == 0
    said = capsys.readouterr().err
    assert FULL in said and words.GOES_ON.both(id=older) in said
    monkeypatch.undo()
    disks.failing_at(monkeypatch, 1)
    assert run(town.folder) == 1, "a build that is asked for says that it was not made"


def test_without_room_and_without_any_sound_snapshot_there_is_nothing_to_go_on_with(town, capsys, monkeypatch):
    town.build(with_sample=True)
    spoil(town)
    disks.failing_at(monkeypatch, 1)
    assert run(town.folder, "--if-needed") == 1
    assert FULL in capsys.readouterr().err


def test_a_build_of_the_same_sources_leaves_the_file_that_readers_have_open(town):
    town.build()
    path = town.folder / "snapshots" / f"{town.snapshot_id}.duckdb"
    before = path.stat()
    town.build()
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    spoil(town)
    town.build()
    assert_sound(town.folder)


def test_a_snapshot_goes_with_its_seal(tmp_path):
    for age in range(shelf.KEPT + 2):
        path = tmp_path / f"s{age}.duckdb"
        path.touch()
        seal.write(path)
        os.utime(path, (1e9 - age, 1e9 - age))
    (tmp_path / "current").write_text("s0")
    (tmp_path / "lost.seal").touch()
    shelf.drop_old(tmp_path)
    assert {path.stem for path in tmp_path.glob("*.seal")} == {path.stem for path in tmp_path.glob("*.duckdb")}
    assert len(list(tmp_path.glob("*.seal"))) == shelf.KEPT


def test_a_snapshot_that_cannot_be_deleted_keeps_its_seal(tmp_path, monkeypatch):
    for age in range(shelf.KEPT + 2):
        path = tmp_path / f"s{age}.duckdb"
        path.touch()
        seal.write(path)
        os.utime(path, (1e9 - age, 1e9 - age))
    unlink = Path.unlink
    held = lambda path, **asked: disks.refused(errno.EACCES) if path.suffix == ".duckdb" else unlink(path, **asked)  # noqa: E731
    monkeypatch.setattr(Path, "unlink", held)
    shelf.drop_old(tmp_path)
    assert all(seal.holds(path) for path in tmp_path.glob("*.duckdb")) and len(list(tmp_path.glob("*.seal"))) == age + 1


def test_what_builds_long_dead_have_left_makes_room_before_a_build_begins(town):
    folder = town.write() / "snapshots"
    folder.mkdir()
    left = [folder / ".building-1.duckdb", folder / ".building-1.duckdb.wal", folder / ".current.7-7.part"]
    for path in left:
        path.write_bytes(b"\0" * 1000)
        os.utime(path, (time.time() - 4000,) * 2)
    (folder / ".building-2.duckdb.tmp").mkdir()
    os.utime(folder / ".building-2.duckdb.tmp", (time.time() - 4000,) * 2)
    with pytest.raises(ZeroDivisionError), shelf.drafted(folder, "x"):
        assert [path.name for path in folder.iterdir()] == []
        raise ZeroDivisionError
