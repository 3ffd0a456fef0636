"""A backup holds what was there at one moment, comes back row by row and byte by byte, and is whole or not at all."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from smart7 import alone, store, whole
from smart7.backup import __main__ as backups
from smart7.backup import copying, manifest, restore, sources
from smart7.backup.refused import Refused
from smart7.ingest.official import accept
from smart7.ledger import audit, book
from smart7.register import publish
from tests import disks
from tests.backup import killed, place


def test_what_was_backed_up_comes_back_row_by_row_and_byte_by_byte(data, out, tmp_path):
    made = backups.back_up(out)
    restore.restore(made, tmp_path / "again")
    assert place.rows(tmp_path / "again" / "ledger.sqlite") == place.rows(data / "ledger.sqlite")
    assert place.held(tmp_path / "again") == place.expected(data)


def test_the_restored_folder_is_served_as_the_old_one_was(data, out, tmp_path, monkeypatch):
    restore.restore(backups.back_up(out), tmp_path / "again")
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "again"))
    assert store.current_id() == place.CURRENT and store.sound(place.FROZEN)
    place.append(1, "after the fire")
    with book.opened() as ledger:
        assert [row["name"] for row in ledger.execute("select name from views")][-1] == "after the fire"


def test_the_chain_of_acts_holds_in_what_is_restored(data, out, tmp_path, monkeypatch):
    with book.opened(writing=True) as ledger:
        for number in range(3):
            audit.note(ledger, "somebody", "view.save", f"view {number}")
    restore.restore(backups.back_up(out), tmp_path / "again")
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "again"))
    assert audit.verify() == "" and len(audit.read()) == 3


def test_a_backup_while_others_write_is_the_ledger_of_one_moment(data, out, tmp_path):
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            place.append(1, "while it runs")

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        made = [backups.back_up(out) for _ in range(3)]
    finally:
        over.set()
        for writer in writers:
            writer.join()
    written = place.rows(data / "ledger.sqlite")["views"]
    counts = []
    for number, one in enumerate(made):
        restore.restore(one, tmp_path / str(number))
        kept = place.rows(tmp_path / str(number) / "ledger.sqlite")["views"]
        assert kept == written[: len(kept)], "what was there at one moment, in its order and with no gap"
        counts.append(len(kept))
    assert 3 <= counts[0] < counts[1] < counts[2] < len(written), "others wrote before, between and after"


def test_what_is_only_in_the_log_of_the_ledger_is_backed_up(data, out, tmp_path):
    append_and_be_killed()
    assert (data / "ledger.sqlite-wal").stat().st_size > 0
    restore.restore(backups.back_up(out), tmp_path / "again")
    assert [row[2] for row in place.rows(tmp_path / "again" / "ledger.sqlite")["views"]][-5:] == ["in the log"] * 5


def test_the_ledger_of_another_version_is_backed_up_as_it_is(data, out):
    with book.opened(writing=True) as ledger:
        ledger.execute(f"pragma user_version = {len(book.STEPS) + 1}")
    made = backups.back_up(out)
    assert manifest.read(made).ledger.version == len(book.STEPS) + 1
    with pytest.raises(Refused, match="install that version first"):
        restore.check(made)


def test_an_installation_nobody_has_entered_anything_in_is_backed_up(data, out, tmp_path):
    for left in data.glob("ledger*"):
        left.unlink()
    restore.restore(backups.back_up(out), tmp_path / "again")
    assert disks.everything(tmp_path / "again") == place.expected(data)


def test_a_snapshot_that_is_not_whole_stays_out_and_is_named(data, out, capsys, tmp_path):
    file = data / "snapshots" / f"{place.CURRENT}.duckdb"
    file.write_bytes(file.read_bytes()[:-4096])
    made = backups.back_up(out)
    assert f"snapshot {place.CURRENT} is not whole and was left out" in capsys.readouterr().out
    restore.restore(made, tmp_path / "again")
    assert sorted(path.stem for path in (tmp_path / "again" / "snapshots").iterdir()) == [place.FROZEN] * 3


def test_only_its_owner_may_look_into_a_backup_and_what_comes_of_it(data, out, tmp_path):
    made = backups.back_up(out)
    restore.restore(made, tmp_path / "again")
    assert [path.stat().st_mode & 0o777 for path in (made, tmp_path / "again")] == [0o700] * 2


def test_a_key_that_only_its_owner_may_read_stays_so(data, out, tmp_path):
    backup = backups.back_up(out)
    restore.restore(backup, tmp_path / "again")
    for key in (backup / "data" / "vehicles" / "key", tmp_path / "again" / "vehicles" / "key"):
        assert key.stat().st_mode & 0o777 == 0o600


def test_room_needed_and_free_is_said_before_anything_is_written(data, out, capsys):
    made = backups.back_up(out)
    said = capsys.readouterr().out
    first, *_, last = said.splitlines()
    assert "MB is free at its place" in first and "the backup takes" in first
    assert str(made) in last and manifest.read(made).digest in last
    assert all(" / " in line for line in said.splitlines()), "each line in both languages"


# --- while things change


def test_a_file_that_changes_meanwhile_is_copied_again(data, out, tmp_path, monkeypatch):
    real, file = copying.copy, data / "observations" / "own.csv"

    def copy(source: Path, target: Path, name: str) -> manifest.Entry:
        entry = real(source, target, name)
        if name == "observations/own.csv" and "corrected" not in file.read_text("utf-8"):
            file.write_text("corrected\n", "utf-8")
            (data / "catalog" / "units.csv").unlink()
            (data / "catalog" / "targets.csv").write_text("new\n", "utf-8")
        return entry

    monkeypatch.setattr(copying, "copy", copy)
    restore.restore(backups.back_up(out), tmp_path / "again")
    assert (tmp_path / "again" / "observations" / "own.csv").read_text("utf-8") == "corrected\n"
    assert [path.name for path in (tmp_path / "again" / "catalog").iterdir()] == ["targets.csv"]


def test_a_snapshot_published_meanwhile_goes_along_whole(data, out, tmp_path, monkeypatch):
    real = copying.copy

    def copy(source: Path, target: Path, name: str) -> manifest.Entry:
        if name.endswith(f"{place.CURRENT}.seal") and not (data / "snapshots" / "20261129-d.seal").exists():
            place.snapshot(data, "20261129-d")
            whole.write(data / "snapshots" / "current", b"20261129-d")
            (data / "snapshots" / f"{place.CURRENT}.duckdb").unlink()
        return real(source, target, name)

    monkeypatch.setattr(copying, "copy", copy)
    held = restore.restore(backups.back_up(out), tmp_path / "again")
    assert held.snapshot == "20261129-d"
    assert not (tmp_path / "again" / "snapshots" / f"{place.CURRENT}.seal").exists()


def test_files_that_never_stay_still_are_told_and_nothing_is_left(data, out, monkeypatch):
    real = copying.copy

    def copy(source: Path, target: Path, name: str) -> manifest.Entry:
        with (data / "observations" / "own.csv").open("a") as file:
            file.write("b,2\n")
        return real(source, target, name)

    monkeypatch.setattr(copying, "copy", copy)
    with pytest.raises(Refused, match=r"keep changing.*own\.csv"):
        backups.back_up(out)
    assert [path.name for path in out.iterdir()] == [".lock"]


def test_an_import_under_way_is_waited_for(data, out, monkeypatch, capsys):
    over = threading.Event()

    def importing() -> None:
        with alone.alone(data / "gtfs"):
            over.wait(10)
            (data / "gtfs" / "bus" / "stops.txt").write_text("stop_id\n2\n", "utf-8")

    other = threading.Thread(target=importing)
    other.start()
    time.sleep(0.1)
    threading.Timer(0.5, over.set).start()
    made = backups.back_up(out)
    other.join()
    assert (made / "data" / "gtfs" / "bus" / "stops.txt").read_text("utf-8") == "stop_id\n2\n"
    assert "waiting for the import" in capsys.readouterr().out
    monkeypatch.setattr(backups, "PATIENCE_SECONDS", 0.3)
    with alone.alone(data / "gtfs"), pytest.raises(Refused, match="still being imported"):
        backups.back_up(out)


def test_an_import_that_was_cut_off_is_put_back_where_the_backup_is_restored(data, out, tmp_path):
    (data / accept.ROOM).mkdir()
    accept.put_in_place(data, {"observations/own.csv": b"half a take"})
    again = tmp_path / "again"
    restore.restore(backups.back_up(out), again)
    assert (again / "observations" / "own.csv").read_text("utf-8") == "half a take"
    accept.put_back_cut_off(again)
    assert (again / "observations" / "own.csv").read_text("utf-8") == place.INPUTS["observations/own.csv"]
    assert {accept.ROOM, publish.ROOM} < {*sources.ROOMS}


# --- whole or not at all


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_whenever_it_is_killed_what_is_left_is_whole_or_known_to_be_unfinished(data, out, tmp_path):
    at = 0
    while True:
        at += 1
        finished = killed.finishes(lambda: backups.back_up(out), at)
        found = sorted(path.name for path in out.iterdir() if path.name != ".lock")
        for name in found:
            if name.startswith("smart7-"):
                restore.check(out / name)
            else:
                with pytest.raises(Refused, match="never finished"):
                    restore.check(out / name)
        if finished:
            break
    assert at > 20, "it was killed at every write that reaches the disk"
    assert not any(name.startswith(".") for name in found), "the next one clears what was left"


def test_a_step_that_fails_leaves_nothing_behind(data, out):
    refused = 0
    for reached in disks.at_every_step():
        before = set(out.glob("smart7-*")) if out.exists() else set()
        try:
            backups.back_up(out)
        except whole.CannotWrite as error:
            refused += 1
            assert reached() and "the disk is full" in str(error)
            assert {path for path in out.iterdir() if path.name != ".lock"} == before
        if refused >= 12:
            break
    assert refused >= 12


def test_a_disk_that_is_too_small_is_told_with_what_is_needed_and_nothing_is_written(data, tmp_path):
    with disks.small(tmp_path / "disk", 1) as small:
        with pytest.raises(whole.CannotWrite, match=r"the disk is full; at least \d+\.\d MB is needed and 1\.1 MB"):
            backups.back_up(small)
        assert [path.name for path in small.iterdir()] == [".lock"]


def test_a_disk_that_fills_up_meanwhile_leaves_the_earlier_backups(data, tmp_path, monkeypatch):
    with disks.small(tmp_path / "disk", 4) as small:
        earlier = backups.back_up(small)
        monkeypatch.setattr(backups, "require_room", lambda draft, data: 5_000_000)
        disks.fill(small, leave=600_000)
        with pytest.raises(whole.CannotWrite, match="the disk is full; at least 5.0 MB is needed"):
            backups.back_up(small)
        restore.check(earlier)
        assert sorted(path.name for path in small.iterdir()) == [".lock", "ballast", earlier.name]


@pytest.mark.parametrize("log", [False, True])
def test_a_disk_that_became_read_only_is_backed_up(data, out, tmp_path, monkeypatch, log):
    with disks.small(tmp_path / "disk", 8) as small:
        shutil.copytree(data, small / "data")
        monkeypatch.setenv("SMART7_DATA", str(small / "data"))
        if log:  # as where the disk failed under a running site
            append_and_be_killed()
        assert (small / "data" / "ledger.sqlite-wal").exists() == log
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        restore.restore(backups.back_up(out), tmp_path / "again")
    assert len(place.rows(tmp_path / "again" / "ledger.sqlite")["views"]) == (8 if log else 3)


def append_and_be_killed() -> None:
    """Append five rows in a process that is killed, so that they lie in the log only."""
    code = "from tests.backup import place; place.append(5, 'in the log'); import os; os.kill(os.getpid(), 9)"
    keep = "from smart7.ledger import book; ledger = book.opened(); ledger.__enter__(); "
    subprocess.run([sys.executable, "-c", keep + code], cwd=store.ROOT, check=False)


# --- refusing


def test_a_ledger_that_is_damaged_is_told_and_no_backup_is_made_of_it(data, out):
    place.append(40, "x" * 2500)
    with book.opened() as ledger:
        ledger.execute("pragma wal_checkpoint(truncate)")
    with (data / "ledger.sqlite").open("rb+") as file:
        file.seek(5 * 4096)
        file.write(b"\xff" * 3 * 4096)
    with pytest.raises(Refused, match="Nothing was backed up: the ledger"):
        backups.back_up(out)
    assert [path.name for path in out.iterdir()] == [".lock"]


def test_a_place_inside_the_data_folder_is_refused(data):
    with pytest.raises(Refused, match="inside the data folder"):
        backups.back_up(data / "backups")


def test_what_is_no_file_or_leads_nowhere_is_named(data, out):
    (data / "catalog" / "lost.csv").symlink_to("nowhere")
    with pytest.raises(Refused, match=r"Nothing was backed up: catalog/lost\.csv .*nowhere"):
        backups.back_up(out)
    (data / "catalog" / "lost.csv").unlink()
    os.mkfifo(data / "catalog" / "pipe")
    with pytest.raises(Refused, match="Nothing was backed up: catalog/pipe"):
        backups.back_up(out)


def test_a_folder_that_is_linked_to_goes_along_and_one_that_leads_back_ends(data, out, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.csv").write_text("far", "utf-8")
    (data / "points").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "back").symlink_to(data)
    made = backups.back_up(out)
    assert (made / "data" / "points" / "a.csv").read_text("utf-8") == "far"
    assert not list((made / "data").rglob("back/points"))


def test_a_second_backup_to_the_same_place_at_the_same_time_is_refused(data, out):
    out.mkdir()
    with alone.alone(out), pytest.raises(Refused, match="under way"):
        backups.back_up(out)


# --- at the terminal


def test_as_many_as_asked_for_are_kept_and_nothing_else_is_touched(data, out, monkeypatch, capsys):
    (out / "smart7-of-mine").mkdir(parents=True)
    days = iter(range(1, 10))
    monkeypatch.setattr(backups, "unused", lambda out: out / f"smart7-202611{next(days):02}T000000Z")
    for _ in range(4):
        assert backups.main(["--out", str(out), "--keep", "2"]) == 0
    assert sorted(path.name for path in out.iterdir() if path.name != ".lock") == [
        "smart7-20261103T000000Z",
        "smart7-20261104T000000Z",
        "smart7-of-mine",
    ]
    assert capsys.readouterr().out.count("an old backup is deleted") == 2


def test_a_refusal_is_one_sentence_and_an_exit_status(data, capsys):
    assert backups.main(["--out", str(data)]) == 1
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and " / " in told.err


def test_the_list_says_what_there_is(data, out):
    told = json.loads((backups.back_up(out) / manifest.LIST).read_text("utf-8"))
    assert (told["program"], told["format"], told["snapshot"]) == ("khon-kaen-7-smart", 1, place.CURRENT)
    assert told["ledger"]["rows"]["views"] == 3
    assert {entry["name"] for entry in told["files"]} == {*place.expected(store.data_folder()), "ledger.sqlite"}
