"""Import of feeds: what is refused and in which words, what is taken in, and that the old feed stays until then."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from smart7.alone import alone
from smart7.ingest import build
from smart7.ingest.gtfs import __main__ as commands
from smart7.ingest.gtfs import accept, archive, findings, guru, take, validate
from smart7.ingest.gtfs.findings import Refused, found
from smart7.words import disk
from smart7.words import feeds as words
from tests import disks
from tests.ingest.bad_feeds import BAD, Bad
from tests.ingest.zips import GOOD, added, edited, files, write, zipped

ROOT = Path(__file__).parents[2]
DAY = "2026-11-22"
UDON = {
    "agency": "agency_id,agency_name,agency_url,agency_timezone\nu,Udon City Bus,https://example.org,Asia/Bangkok\n",
    "stops": "stop_id,stop_name,stop_lat,stop_lon\nx,Station,17.4060,102.8020\ny,Market,17.4150,102.7870\n",
    "routes": "route_id,agency_id,route_short_name,route_long_name,route_type\n10,u,10,Ring road,3\n",
    "trips": "route_id,service_id,trip_id\n10,wk,t1\n",
    "stop_times": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    "t1,06:00:00,06:00:00,x,1\nt1,06:10:00,06:10:00,y,2\n",
    "frequencies": "trip_id,start_time,end_time,headway_secs\nt1,06:00:00,18:00:00,1200\n",
}


def run(data: Path, *line: str) -> int:
    """Run the command line of feeds in this process; return its exit status."""
    try:
        return commands.main(["--data", str(data), *line])
    except SystemExit as ended:
        return int(ended.code or 0)


def bring(data: Path, feed: Path, *options: str, name: str = "north") -> int:
    """Import a zip under a name as of the tests' day."""
    return run(data, "import", str(feed), "--as", name, "--date", DAY, *options)


def everything(data: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too, but for the empty file that locks are taken on."""
    paths = [path for path in data.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in paths}


def restore(data: Path, content: dict[str, bytes]) -> None:
    """Write files below a folder."""
    for path, written in content.items():
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_bytes(written)


# Each of these is a whole import; those that are alike are for the slow run.
SLOW = partial(pytest.param, marks=pytest.mark.slow)


@pytest.fixture(scope="module")
def served(new_town, tmp_path_factory) -> Path:
    """Return a town in which the good feed is in service as `north`, and a folder of this project as `own`."""
    town = new_town()
    town.indicator("visits")
    town.figure("visits", "town", "2024-10-01", 120)
    data = town.write()
    feed = write(tmp_path_factory.mktemp("zips") / "good.zip", files())
    assert bring(data, feed) == 0
    return data


@pytest.fixture
def town(tiny, served) -> Path:
    """Return a copy of that town for one test to change."""
    restore(tiny.folder, everything(served))
    return tiny.folder


@pytest.fixture
def ask(town, tiny) -> Callable[..., list[tuple]]:
    """Return a function that asks the snapshot in service."""

    def run_sql(sql: str) -> list[tuple]:
        tiny.snapshot_id = (town / "snapshots" / "current").read_text()
        return tiny.ask(sql)

    return run_sql


# What is refused


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_feed_is_refused_in_two_languages_and_nothing_changes(served, tmp_path, capsys, bad: Bad):
    feed = write(tmp_path / "feed.zip", bad.make())
    before = everything(served)
    assert bring(served, feed) == 1
    told = capsys.readouterr()
    lines = [line.strip() for line in told.out.splitlines()]
    heads = [n for n, line in enumerate(lines) if line == f"■ ต้องแก้ / ■ Error  {bad.rule}  {bad.place}".strip()]
    assert any(lines[n + 1].startswith(f"{bad.th} → ") and lines[n + 2].startswith(f"{bad.en} → ") for n in heads), (
        lines
    )
    assert words.REFUSED.en in told.err
    assert everything(served) == before


def test_there_are_more_than_forty_bad_feeds_and_no_two_are_alike():
    assert len({bad.name for bad in BAD}) == len(BAD) > 40
    assert len({bad.make() if isinstance(bad.make(), bytes) else zipped(bad.make()) for bad in BAD}) == len(BAD)


def test_an_archive_that_unpacks_to_more_than_allowed_stops_at_the_limit(tmp_path):
    text = "".join(f"s{n},Stop {n * n},16.{n:06},102.8\n" for n in range(100_000))
    feed = write(tmp_path / "feed.zip", added("stops", text))
    with pytest.raises(Refused) as refused:
        archive.unpack(feed, tmp_path, archive.Limits(unpacked_mb=1))
    assert [item.rule for item in refused.value.findings] == ["too_big_unpacked"]
    assert archive.unpack(feed, Path(tmp_path / "into").mkdir() or tmp_path / "into") == []


def test_bytes_are_counted_while_they_are_unpacked_whatever_the_zip_declares(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "check_sizes", lambda members, limits: None)
    text = "".join(f"s{n},Stop {n * n},16.{n:06},102.8\n" for n in range(100_000))
    feed = write(tmp_path / "feed.zip", added("stops", text))
    with pytest.raises(Refused) as refused:
        archive.unpack(feed, tmp_path, archive.Limits(unpacked_mb=1))
    assert [item.rule for item in refused.value.findings] == ["too_big_unpacked"]
    assert sum(path.stat().st_size for path in tmp_path.glob("*.txt")) <= 1_000_000


def test_a_zip_that_is_too_big_is_not_opened(tmp_path, monkeypatch):
    feed = write(tmp_path / "feed.zip", files())
    monkeypatch.setattr(archive.zipfile, "ZipFile", None)
    with pytest.raises(Refused) as refused:
        archive.unpack(feed, tmp_path, archive.Limits(packed_mb=0))
    assert refused.value.findings[0].rule == "archive_too_big"


def test_nothing_is_ever_written_outside_the_folder(tmp_path):
    for bad in BAD:
        into = tmp_path / "deep" / "er" / "into"
        into.mkdir(parents=True, exist_ok=True)
        feed = write(tmp_path / "feed.zip", bad.make())
        with contextlib.suppress(Refused):
            archive.unpack(feed, into)
        assert [path for path in tmp_path.rglob("*") if path.is_file() and path.parent != into] == [feed]
        for path in into.iterdir():
            path.unlink()


def test_a_validator_that_does_not_end_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(validate, "SECONDS", 0.01)
    archive.unpack(write(tmp_path / "feed.zip", files()), tmp_path)
    assert [item.rule for item in validate.by_the_rules(tmp_path, date(2026, 11, 22))] == ["too_heavy"]


@pytest.mark.skipif(sys.platform != "linux", reason="only some systems limit the memory of a process")
def test_a_validator_that_takes_too_much_memory_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(validate, "MEMORY_GB", 0.05)
    archive.unpack(write(tmp_path / "feed.zip", files()), tmp_path)
    assert [item.rule for item in validate.by_the_rules(tmp_path, date(2026, 11, 22))] == ["too_heavy"]


def test_a_rule_without_a_sentence_of_its_own_is_told_with_the_validators_words():
    notice = {"severity": "error", "code": "new_rule", "file": "stops.txt", "column": "", "message": "odd thing",
              "lines": [3], "count": 1, "context": {}}  # fmt: skip
    item = findings.of_notice(notice)
    assert (item.rule, item.lines) == ("new_rule", (3,))
    assert "new_rule" in item.what.th and "odd thing" in item.what.en


@pytest.mark.parametrize(("said", "known"), [("700", True), ("²", False), ("x", False), ("", False)])
def test_a_route_type_that_is_no_number_is_none_of_the_extended_list(said, known):
    assert guru.is_known({"fieldValue": said}, "route_type") == known


def test_every_rule_with_a_sentence_is_a_rule_of_the_validator_or_our_own():
    import gtfs_guru

    known = set(gtfs_guru.notice_codes())
    told = {**findings.ERRORS, **findings.NOTES}
    assert set(told) <= known and len(told) > 100
    severities = {code: about["severityLevel"] for code, about in gtfs_guru.notice_schema().items()}
    assert {severities[code] for code in findings.ERRORS} == {"ERROR"}
    assert "ERROR" not in {severities[code] for code in findings.NOTES}


def test_what_somebody_wrote_into_a_file_cannot_break_a_sentence():
    item = found("error", "unsafe_name", name="a\nb\x1b[31m" + "x" * 300)
    assert "\n" not in item.what.en and "\x1b" not in item.what.en
    assert len(item.what.en) < 150


# What is taken in


def test_a_second_citys_feed_is_taken_in_with_a_warning_and_shown_apart(town, ask, tmp_path, capsys):
    feed = write(tmp_path / "udon.zip", files(**UDON))
    assert bring(town, feed, name="udon") == 0
    told = capsys.readouterr().out
    assert "▲ ควรดู / ▲ Warning  elsewhere  stops.txt" in told
    assert "every stop is far from Khon Kaen, the nearest 108 km: this is another city's feed" in told
    assert ask("select feed_id, short_name, name_en from gtfs_routes order by all") == [
        ("north", "1", "Line one"),
        ("udon", "10", "Ring road"),
    ]
    assert ask("select trips, mean_headway_min from service_routes where feed_id = 'udon'") == [(36, 20)]
    assert ask("select status, title_th, as_of, position from gtfs_feeds where feed_id = 'udon'") == [
        ("imported", "Udon City Bus", date(2026, 11, 22), 100)
    ]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ({f"export/{name}": c for name, c in files().items()}, "in_a_folder"),
        SLOW({**files(), "__MACOSX/._stops.txt": b"x", ".DS_Store": b"x"}, "past_midnight"),
        ({**files(), "readme.md": b"x", "about.csv": b"x"}, "left_out"),
        SLOW(files(stops="\ufeff" + GOOD["stops.txt"]), "past_midnight"),
        SLOW(files(stops=GOOD["stops.txt"].replace("\n", "\r\n")), "past_midnight"),
        (edited("calendar", "20260101,20261231", "20180101,20181231"), "expired_calendar"),
        (edited("stops", "16.4300,102.8300", "13.7500,100.5000"), "some_elsewhere"),
        (edited("stop_times", "25:12:00,25:12:00", "49:12:00,49:12:00"), "past_two_days"),
    ],
    ids=["a folder", "litter", "other files", "a byte order mark", "Windows line ends", "an old feed", "a far stop",
         "two days"],
)  # fmt: skip
def test_what_is_only_unusual_is_taken_in_and_said(town, tmp_path, capsys, content, rule):
    assert bring(town, write(tmp_path / "feed.zip", content)) == 0
    assert f"  {rule}" in capsys.readouterr().out
    there = {path.name for path in (town / "gtfs" / "north").iterdir()}
    assert there == {*GOOD, "about.csv"}


def test_the_title_and_place_of_an_earlier_import_are_kept(town, ask, tmp_path):
    about = town / "gtfs" / "north" / "about.csv"
    about.write_text(about.read_text("utf-8").replace("Test Lines,Test Lines", "สายเหนือ,North").replace(",100", ",7"))
    assert bring(town, write(tmp_path / "spring.zip", edited("routes", "Line one", "Line 1"))) == 0
    [(status, th, en, note, position)] = ask(
        "select status, title_th, title_en, note_en, position from gtfs_feeds where feed_id = 'north'"
    )
    assert (status, th, en, position) == ("imported", "สายเหนือ", "North", 7)
    assert note == "imported from spring.zip on 22 November 2026"


def test_replacing_a_feed_of_this_project_is_warned_of_and_counts_as_imported(town, ask, tmp_path, capsys):
    about = town / "gtfs" / "north" / "about.csv"
    row = "recorded,บันทึก,Record,,,,2018-04-30,3"
    about.write_text(about.read_text("utf-8").splitlines()[0] + "\n" + row + "\n")
    assert bring(town, write(tmp_path / "feed.zip", files())) == 0
    assert "north is this project's own model of public records" in capsys.readouterr().out
    assert ask("select status, title_en, position from gtfs_feeds") == [("imported", "Test Lines", 3)]


# What changes


CHANGED = edited("stops", "16.4400,102.8300", "16.4450,102.8300") | {
    "routes.txt": (GOOD["routes.txt"] + "r2,T,2,Line two,3\n").encode(),
    "trips.txt": (GOOD["trips.txt"] + "r1,wk,t3\nr2,wk,t4\n").encode(),
    "stop_times.txt": (
        GOOD["stop_times.txt"].replace("t1,08:12:00,08:12:00,c,3\n", "")
        + "t3,06:30:00,06:30:00,a,1\nt3,06:50:00,06:50:00,b,2\nt4,09:00:00,09:00:00,a,1\nt4,09:20:00,09:20:00,b,2\n"
    ).encode(),
}


def report(data: Path, feed: Path, capsys) -> dict:
    """Return what `--json` says of a zip."""
    capsys.readouterr()
    assert bring(data, feed, "--json") in (0, 1)
    return json.loads(capsys.readouterr().out)


def test_what_changes_is_told_before_anything_is_taken_in(town, tmp_path, capsys):
    places = town / "catalog" / "places.csv"
    places.write_text(
        "place_id,name_th,name_en,lat,lon\nold,ก,Old market,16.4399,102.8310\n"
        "new,ข,New school,16.4489,102.8300\nlost,ค,Nowhere,,\n"
    )
    before = everything(town)
    told = report(town, write(tmp_path / "feed.zip", CHANGED), capsys)
    seen = [(c["kind"], c["id"], c["what"]["en"], c["before"], c["after"]) for c in told["changes"]]
    assert [row for row in seen if row[0] != "network"] == [
        ("route_added", "r2", "Trips a day", "–", "1"),
        ("route_changed", "r1", "Minutes between trips, 06 to 18 h (Mon–Fri)", "–", "90.0"),
        ("route_changed", "r1", "Service hours a day (Mon–Fri)", "0.4", "0.6"),
        ("route_changed", "r1", "First to last trip (Mon–Fri)", "08:00–25:00", "06:30–25:00"),
        ("stop_moved", "b", "Metres moved", "0", "556"),
        ("place_gained", "new", "Metres to the nearest stop", "990", "434"),
        ("place_lost", "old", "Metres to the nearest stop", "107", "577"),
    ]
    assert everything(town) == before


def test_a_feed_that_is_the_same_changes_nothing(town, tmp_path, capsys):
    told = report(town, write(tmp_path / "feed.zip", files()), capsys)
    assert (told["changes"], told["refused"]) == ([], False)


def test_a_refused_feed_is_not_compared(town, tmp_path, capsys):
    told = report(town, write(tmp_path / "feed.zip", files(stops=None)), capsys)
    assert (told["changes"], told["refused"]) == ([], True)
    assert told["findings"][0]["what"] == {
        "th": "ไม่มีไฟล์ stops.txt ซึ่งฟีดต้องมี",
        "en": "there is no stops.txt, which every feed needs",
    }


def test_a_route_and_a_stop_that_go_are_named(town, tmp_path, capsys):
    write(tmp_path / "more.zip", CHANGED)
    assert run(town, "diff", str(tmp_path / "more.zip"), "north") == 0
    told = capsys.readouterr().out
    assert "เส้นทางที่หายไป / Routes gone (1)\n    2 Line two / 2 Line two  " in told
    assert run(town, "diff", "north", str(tmp_path / "more.zip")) == 0
    assert "เส้นทางใหม่ / Routes added (1)\n    2 Line two / 2 Line two  " in capsys.readouterr().out


# The command line


def test_a_list_names_each_feed_with_what_it_holds(town, capsys):
    assert run(town, "list") == 0
    told = "north  [นำเข้า / imported]  1 เส้นทาง 3 ป้าย 2 เที่ยว / routes 1, stops 3, trips 2\n"
    assert capsys.readouterr().out == told


def test_a_feed_that_cannot_be_read_any_more_is_listed_as_such(town, capsys):
    (town / "gtfs" / "north" / "stops.txt").unlink()
    assert run(town, "list") == 0
    assert "cannot be read; validate says why" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "status"), [(files(), 0), (files(stops=None), 1), (b"", 1)], ids=["good", "bad", "no zip"]
)
def test_validate_says_by_its_exit_status_whether_a_feed_would_be_refused(town, tmp_path, content, status):
    before = everything(town)
    assert run(town, "validate", str(write(tmp_path / "feed.zip", content)), "--date", DAY) == status
    assert everything(town) == before


def test_a_feed_is_found_by_name_or_as_a_folder(town, capsys):
    assert run(town, "validate", "north", "--date", DAY) == 0
    assert run(town, "validate", str(town / "gtfs" / "north"), "--date", DAY) == 0
    assert run(town, "diff", "north", str(town / "gtfs" / "north")) == 0
    assert "Nothing changes" in capsys.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        [], ["fly"], ["import"], ["import", "good.zip"], ["import", "none.zip", "--as", "north"], ["validate"],
        ["validate", "nowhere"], ["diff", "north"], ["diff", "north", "nowhere"],
        *(["import", "good.zip", "--as", name] for name in ("North", "../up", "ก", "a", "con", ".north", "x" * 41, "")),
    ],
    ids=lambda line: " ".join(line)[-30:] or "nothing",
)  # fmt: skip
def test_a_line_that_makes_no_sense_ends_with_two(town, tmp_path, monkeypatch, capsys, line):
    write(tmp_path / "good.zip", files())
    monkeypatch.chdir(tmp_path)
    before = everything(town)
    assert run(town, *line) == 2
    assert capsys.readouterr().err
    assert everything(town) == before


def test_a_diff_with_a_feed_that_cannot_be_read_is_refused(town, tmp_path):
    assert run(town, "diff", "north", str(write(tmp_path / "feed.zip", files(stops=None)))) == 1
    assert run(town, "diff", "north", str(write(tmp_path / "feed.zip", b""))) == 1


@pytest.mark.parametrize(("answer", "status"), [("", 0), ("y", 0), ("n", 1), (None, 1)])
def test_a_person_at_the_terminal_is_asked(town, tmp_path, monkeypatch, answer, status):
    def reply(prompt: str) -> str:
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr("builtins.input", reply)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    before = everything(town)
    assert bring(town, write(tmp_path / "feed.zip", CHANGED)) == status
    assert (everything(town) == before) is (status == 1)


def test_a_feed_that_was_changed_since_it_was_compared_is_not_replaced(town, tmp_path, capsys):
    feed = write(tmp_path / "feed.zip", CHANGED)
    compared = report(town, feed, capsys)["replaces"]
    assert bring(town, write(tmp_path / "other.zip", edited("routes", "Line one", "Line 1"))) == 0
    before = everything(town)
    assert bring(town, feed, "--replacing", compared) == 1
    assert "was changed after it was compared" in capsys.readouterr().err
    assert everything(town) == before


def test_two_imports_do_not_run_at_once(town, tmp_path, capsys):
    before = everything(town)
    with alone(town / "gtfs"):
        assert bring(town, write(tmp_path / "feed.zip", CHANGED)) == 1
    assert "another import is under way" in capsys.readouterr().err
    assert everything(town) == before


def test_a_page_that_goes_away_does_not_stop_an_import_it_has_accepted(town, ask, tmp_path):
    feed = write(tmp_path / "feed.zip", CHANGED)
    command = [sys.executable, "-m", "smart7.ingest.gtfs", "--data", str(town), "import", str(feed), "--as", "north"]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    child.stdout.readline()
    child.stdout.close()
    assert child.wait(timeout=60) == 0
    assert ask("select count(*) from gtfs_routes") == [(2,)]


# Old or new, never half


def test_when_the_build_refuses_the_old_feed_is_back(town, tmp_path, capsys):
    with (town / "catalog" / "units.csv").open("a") as file:
        file.write("not a unit\n")
    before = everything(town)
    assert bring(town, write(tmp_path / "feed.zip", CHANGED)) == 1
    told = capsys.readouterr()
    assert words.BUILD_REFUSED.en in told.err
    assert "units.csv" in told.out
    assert everything(town) == before


def test_when_the_build_fails_the_old_feed_is_back(town, tmp_path, monkeypatch):
    def fail(*_):
        raise MemoryError("no room")

    monkeypatch.setattr(take, "build", fail)
    before = everything(town)
    with pytest.raises(MemoryError):
        bring(town, write(tmp_path / "feed.zip", CHANGED))
    assert everything(town) == before


def test_a_new_feed_that_the_build_refuses_is_gone_again(town, tmp_path):
    with (town / "catalog" / "units.csv").open("a") as file:
        file.write("not a unit\n")
    before = everything(town)
    assert bring(town, write(tmp_path / "udon.zip", files(**UDON)), name="udon") == 1
    assert everything(town) == before


# Reads numbers; for each, forks a process that imports and is killed at the step of that number, a step being just
# before or just after something on the disk changes; writes how that process ended.
KILLED = """
import sys
from pathlib import Path
from smart7 import whole
from smart7.ingest.gtfs import __main__ as commands, accept, take
from tests import killing
take.examine = take.compare = lambda *given: []
take.build = lambda *given: None
if sys.argv[1] == "renames":
    accept.exchanged = lambda one, other: False
for home, name in ((Path, "rename"), (Path, "replace"), (accept, "exchanged"), (whole, "flush"), (take, "build"),
                   (Path, "unlink"), (accept.shutil, "rmtree")):
    killing.ticking(home, name)
killing.serve(lambda nth: commands.main(sys.argv[2:]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed like this on Windows")
@pytest.mark.parametrize(("name", "way"), [("north", "one step"), ("north", "renames"), ("udon", "one step")])
def test_killed_at_any_step_an_import_leaves_the_old_feed_or_the_new_one(town, tmp_path, name, way):
    gtfs, feed = town / "gtfs", write(tmp_path / "feed.zip", CHANGED)
    start, old = everything(gtfs), accept.digest_of(gtfs / name)
    line = [way, "--data", str(town), "import", str(feed), "--as", name, "--date", DAY]
    left, at_once, nth, ended = set(), set(), 0, -signal.SIGKILL
    with subprocess.Popen([sys.executable, "-c", KILLED, *line], cwd=ROOT, text=True, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as killer:  # fmt: skip
        while ended == -signal.SIGKILL:
            shutil.rmtree(gtfs)
            restore(gtfs, start)
            nth += 1
            print(nth, file=killer.stdin, flush=True)
            ended = int(killer.stdout.readline())
            at_once.add(accept.digest_of(gtfs / name))
            accept.put_back_cut_off(gtfs)
            left.add(accept.digest_of(gtfs / name))
        killer.stdin.close()
    new = accept.digest_of(gtfs / name)
    assert (ended, left) == (0, {old, new})
    assert nth > 14 and new != old
    # Where the system can exchange two folders, nobody who looks between two steps finds less than a whole feed.
    assert way == "renames" or at_once == {old, new}
    assert [path.name for path in gtfs.glob(".*")] == [".lock"]


def test_the_build_after_a_cut_off_import_has_the_old_feed(town, ask, tmp_path):
    gtfs, draft = town / "gtfs", tmp_path / "draft"
    draft.mkdir()
    archive.unpack(write(tmp_path / "feed.zip", CHANGED), draft)
    take.describe(draft, gtfs / "north", "feed.zip", date(2026, 11, 22))
    accept.put_in_place(gtfs, "north", draft)
    assert "Line two" in (gtfs / "north" / "routes.txt").read_text()
    assert build.main(["--data", str(town), "--as-of", DAY, "--no-sample"]) == 0
    assert ask("select count(*) from gtfs_routes") == [(1,)]
    assert [path.name for path in gtfs.glob(".*")] == [".lock"]


def test_a_build_during_an_import_leaves_it_alone(town, tmp_path):
    gtfs, draft = town / "gtfs", tmp_path / "draft"
    draft.mkdir()
    archive.unpack(write(tmp_path / "feed.zip", CHANGED), draft)
    with alone(gtfs):
        accept.put_in_place(gtfs, "north", draft)
        accept.put_back_cut_off(gtfs)
        assert "Line two" in (gtfs / "north" / "routes.txt").read_text()
        accept.keep(gtfs, "north")


# On a full disk


def small_town(town: Path, place: Path) -> Path:
    """Move a town to a disk of its own."""
    restore(place / "data", everything(town))
    return place / "data"


@pytest.mark.parametrize("leave", [0, 5_000, 40_000, 1_000_000, 5_000_000])
def test_without_room_an_import_is_one_sentence_and_the_old_feed_stays(town, tmp_path, capsys, leave):
    feed = write(tmp_path / "feed.zip", CHANGED)
    with disks.small(tmp_path / "disk", 25) as place:
        data = small_town(town, place)
        disks.fill(place, leave)
        before = everything(data)
        assert bring(data, feed) == 1
        said = capsys.readouterr().err
        assert everything(data) == before
        assert [path.name for path in (data / "gtfs").glob(".*")] in ([], [".lock"])
    assert disk.FULL.en in said and disk.FULL.th in said and "Traceback" not in said and len(said.splitlines()) == 1


def test_whichever_step_fails_an_import_leaves_the_old_feed(town, tmp_path, capsys, monkeypatch):
    feed = write(tmp_path / "feed.zip", CHANGED)
    monkeypatch.setattr(take, "build", lambda *_: None)
    before = everything(town)
    refused = 0
    for reached in disks.at_every_step():
        status = bring(town, feed)
        said = capsys.readouterr().err
        if status:
            refused += 1
            assert reached() and everything(town) == before and disk.FULL.en in said and "Traceback" not in said
        elif reached():
            restore(town, before)
    assert refused >= 3
