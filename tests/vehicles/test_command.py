"""The command says what it did in both languages, and no number of a vehicle leaves by any way."""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from smart7 import fleet, heard
from smart7.api import live as answers
from smart7.vehicles import __main__ as command
from smart7.vehicles import boxes, judge, keep, live, recipe, take
from tests.vehicles import sending
from tests.vehicles.sending import DAY, NOON

ROOT = Path(__file__).parents[2]
# Takes a table and a zip and prints the most memory that this took, in megabytes.
MEASURED = """
import re, sys
from pathlib import Path
from smart7.vehicles import __main__ as commands
from smart7.vehicles import take
# A quick machine is done before it is due to say how far it is.
take.SAY_SECONDS = 0.5
status = commands.main(sys.argv[1:])
# Not what getrusage says, which begins with the memory of whoever started this.
print(status, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024, sep=" ")
"""


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "data"))
    return sending.town(tmp_path / "data")


def test_a_take_tells_each_reason_and_makes_the_feed(data, tmp_path, capsys):
    files = {"a.pb": sending.message(NOON, {}, {"lat": 0.0})}
    line = [
        "take",
        "city_bus",
        str(sending.folder(tmp_path / "a", files)),
        "--title",
        "Smart Bus",
        "--recipe",
        "gps-box",
    ]
    assert command.main(line) == 0
    said = capsys.readouterr().out
    assert "2 rows read, 1 kept, 1 not kept" in said
    assert "1 not kept: no place, or one outside Thailand" in said
    assert fleet.read(data, "city_bus") == fleet.Feed("city_bus", "gps-box", "Smart Bus")
    assert command.main(["list"]) == 0
    assert "Smart Bus · 1 days, 2026-11-02 to 2026-11-02 · 1 positions, 1 not kept" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_told_by_the_exit_status(data, tmp_path, capsys):
    files = {"a.pb": sending.message(NOON), "b.pb": b"<html>"}
    assert command.main(["take", "city_bus", str(sending.folder(tmp_path / "a", files))]) == 1
    assert "b.pb is a web page" in capsys.readouterr().out
    assert len(sending.rows(data)) == 1


@pytest.mark.parametrize("feed", ["north_pole", "../gtfs", ""])
def test_a_feed_nobody_plans_is_refused_with_those_there_are(data, feed, capsys):
    assert command.main(["take", feed, "a.pb"]) == 1
    assert "there are: city_bus" in capsys.readouterr().err


def test_forgetting_says_of_how_many_days(data, tmp_path, capsys):
    command.main(["take", "city_bus", str(sending.folder(tmp_path / "a", {"a.pb": sending.message(NOON)}))])
    assert command.main(["forget", "--before", "2026-11-03"]) == 0
    assert "positions of 1 days before 2026-11-03 are deleted" in capsys.readouterr().out
    assert keep.days(data, "city_bus") == []


def test_the_number_of_a_vehicle_stands_nowhere_in_what_is_kept_said_or_answered(data, tmp_path, capsys, monkeypatch):
    number = "80-7777"
    files = sending.folder(
        tmp_path / "a",
        {
            f"{number}.pb": sending.message(NOON, {"number": number}),
            f"{number}.csv": sending.table([f"{number},02/11/2569 12:10:00,16.4,102.8,36"] * 2),
            f"{number}-bad.pb": sending.message(NOON, {"number": number})[:-3],
        },
    )
    command.main(["take", "city_bus", str(files / f"{number}.pb"), str(files / f"{number}.csv"), "--recipe", "gps-box"])
    watched = live.Watched(data, fleet.Feed("city_bus", address="http://127.0.0.1:1/"), print)
    watched.take_in(sending.message(NOON, {"number": number}), NOON)
    watched.put_by()
    command.main(["list"])
    answered = answers.body(answers.NEWEST, "city_bus", "", "", heard.stamps("city_bus"), NOON, False)
    assert answered is not None
    (vehicle,) = json.loads(answered)["vehicles"]
    said = capsys.readouterr()
    outputs = {**sending.kept(data), "said": (said.out + said.err).encode(), "answered": answered}
    assert [name for name, content in outputs.items() if number.encode() in content] == []
    # Nor does the mark under which it is kept: what is shown bears another one each day.
    mark = keep.marker(keep.key(data))(number)
    shown = {name: outputs[name] for name in ("said", "answered", "city_bus/live/newest.json", "city_bus/taken.csv")}
    assert [name for name, content in shown.items() if mark.encode() in content] == []
    assert vehicle["mark"] == keep.mark_of_day(keep.key(data), mark, DAY)
    secret = keep.key(data).hex()
    assert [name for name, content in outputs.items() if secret.encode() in content] == ["key"]


def rows_of_boxes(count: int, vehicles: int = 100) -> list[str]:
    """Return rows of boxes that drive north, each 10 seconds from six o'clock on, on as many days as it takes."""
    times = [
        f"{hour:02}:{minute:02}:{second:02}"
        for hour in range(6, 22)
        for minute in range(60)
        for second in range(0, 60, 10)
    ]
    moments = [(n // len(times), times[n % len(times)], n % len(times)) for n in range(-(-count // vehicles))]
    written = (
        f"80-{one},{2 + day:02}/11/2569 {clock},{16.4 + nth % 360 * 1e-4:.5f},102.8,36"
        for day, clock, nth in moments
        for one in range(vehicles)
    )
    return list(islice(written, count))


def measured(*line: str) -> tuple[list[str], float]:
    """Run a command that ends well in a process of its own; return what it says, and its memory at the most in MB."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *line], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    *said, last = done.stdout.splitlines()
    status, megabytes = last.split()
    assert status == "0"
    return said, float(megabytes)


def test_a_hundred_thousand_positions_take_less_memory_than_they_may(data, tmp_path):
    table = sending.folder(tmp_path / "a", {"a.csv": sending.table(rows_of_boxes(100_000))})
    assert measured("take", "city_bus", str(table), "--recipe", "gps-box")[1] < 500
    assert len(sending.rows(data)) > 99_000


@pytest.mark.slow
def test_neither_many_files_nor_a_large_one_take_more_memory_and_it_is_told_how_far_it_is(data, tmp_path):
    # Some 120 MB in one table, which is sorted on the disk, and thousands of messages.
    place = sending.folder(tmp_path / "a", sending.drive(range(NOON, NOON + 20_000), vehicles=3))
    sending.folder(place, {"z.csv": sending.table(rows_of_boxes(2_500_000, vehicles=300))})
    said, megabytes = measured("take", "city_bus", str(place), "--recipe", "gps-box")
    assert megabytes < 500
    assert any("20,001 new files" in line for line in said)
    assert any("So far: " in line for line in said)


def test_a_long_take_says_how_far_it_is(data, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(take, "SAY_SECONDS", 0.0)
    polls = sending.folder(tmp_path / "a", sending.drive(range(NOON, NOON + 30, 15)))
    sending.folder(polls, {"z.csv": sending.table(rows_of_boxes(1_000))})
    command.main(["take", "city_bus", str(polls), "--recipe", "gps-box"])
    said = capsys.readouterr().out
    assert "So far: 2 files and 1,004 rows read, 0 positions in place" in said
    assert "ถึงตอนนี้อ่าน 2 ไฟล์" in said


def test_the_recipe_of_the_documents_and_the_one_that_comes_along_can_be_read(tmp_path):
    text = (ROOT / "docs" / "adding.md").read_text("utf-8")
    written = text.partition("```toml data/recipes/shuttle-boxes/boxes.toml\n")[2].partition("```")[0]
    data = sending.town(tmp_path / "data", written)
    assert set(recipe.read(data, "gps-box").headings) == set(recipe.COLUMNS)
    ours = recipe.read(ROOT / "data", "gps-box")
    assert set(recipe.NEEDED) <= set(ours.headings)
    table = sending.folder(
        tmp_path / "a", {"a.csv": "ทะเบียนรถ,วันเวลา,ละติจูด,ลองจิจูด\n80-1,2/11/2569 12:00,16.4,102.8\n".encode()}
    )
    file = boxes.Boxes(table / "a.csv", "a.csv", ours, NOON, str)
    assert [raw.moment.tolist() for raw in file.rows()] == [[NOON]]


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ([0, 100, 200, 300], [0, 1, 2, 3]),
        ([0, 9_000, 200, 300], [0, 2, 3]),
        ([0, 9_000, 9_100, 300, 400], [0, 3, 4]),
        ([0, 9_000, 9_100, 9_200, 9_300, 9_400, 9_500], [0, 1, 2, 3, 4, 5, 6]),  # it is there, however it got there
        ([0, 100, 9_000], [0, 1]),
    ],
)
def test_what_leaps_is_left_out_unless_what_follows_agrees_with_it(places, kept):
    import numpy as np

    second = np.arange(len(places)) * 10
    latitude = 16.4 + np.array(places) / judge.METRES_A_DEGREE
    mask, _ = judge.judge(second, latitude, np.full(len(places), 102.8))
    assert np.flatnonzero(mask).tolist() == kept
