"""Positions come in once, each row is kept or counted, and a file that cannot be read says why."""

import os
import struct
import zipfile
from collections import Counter
from datetime import timedelta

import pyarrow as pa
import pytest

from smart7 import fleet
from smart7.vehicles import forget, keep, merge, said, sift, take
from smart7.vehicles import recipe as recipes
from smart7.vehicles.refused import Refused
from tests.vehicles import sending
from tests.vehicles.sending import DAY, FEED, HEADER, NOON, message


@pytest.fixture
def data(tmp_path):
    return sending.town(tmp_path / "data")


def taken(data, *paths, feed=FEED):
    report = take.take(data, feed, paths)
    assert report.read == report.kept + report.left.total()
    assert not (data / "vehicles" / "city_bus" / ".taking").exists()
    return report


def test_a_message_says_where_a_vehicle_was_and_on_which_trip(data, tmp_path):
    sent = message(NOON, {"at": NOON - 5, "route": "24", "speed": 7.5})
    taken(data, sending.folder(tmp_path / "polls", {"a.pb": sent}))
    (row,) = sending.rows(data)
    assert (row["service_date"], row["second"]) == (DAY, 12 * 3600 - 5)
    assert (round(row["latitude"], 4), round(row["longitude"], 4), row["speed"]) == (16.43, 102.83, 7.5)
    assert (row["route_id"], row["direction_id"], row["start_second"]) == ("24", 1, 24 * 3600 + 600)
    assert row["vehicle"] == keep.marker(keep.key(data))("80-1000")


@pytest.mark.parametrize("form", ["folder", "zip", "files"])
def test_the_same_content_twice_changes_nothing_whatever_holds_it(data, tmp_path, form):
    files = sending.drive(range(NOON, NOON + 600, 15))
    polls = sending.folder(tmp_path / "polls", files)
    assert taken(data, polls).kept == 80
    before = sending.kept(data)
    again = {"folder": [polls], "zip": [sending.zipped(tmp_path / "a.zip", files)], "files": sorted(polls.iterdir())}
    report = taken(data, *again[form])
    assert (report.files, report.known) == (0, 40)
    assert sending.kept(data) == before


def test_a_folder_that_grew_gives_what_is_new(data, tmp_path):
    polls = sending.folder(tmp_path / "polls", sending.drive(range(NOON, NOON + 60, 15)))
    taken(data, polls)
    sending.folder(polls, {"later.pb": message(NOON + 60, {"lat": 16.4 + 60 * 9e-5})})
    report = taken(data, polls)
    assert (report.files, report.known, report.kept) == (1, 4, 1)


def test_late_rows_reopen_only_their_day(data, tmp_path):
    next_day = range(NOON + 86_400, NOON + 86_460, 15)
    taken(data, sending.folder(tmp_path / "a", sending.drive(range(NOON, NOON + 60, 15)) | sending.drive(next_day)))
    second = keep.positions(data, "city_bus", DAY + timedelta(days=1))
    before = second.stat().st_ino, second.read_bytes()
    late = message(NOON + 300, {"at": NOON + 30 + 7, "lat": 16.4 + 37 * 9e-5})
    report = taken(data, sending.folder(tmp_path / "late", {"late.pb": late}))
    assert report.days == {DAY: 1}
    assert (second.stat().st_ino, second.read_bytes()) == before
    told = [(row["vehicle"], row["second"]) for row in sending.rows(data) if row["service_date"] == DAY]
    assert told == sorted(told)
    assert len(told) == 9


def test_late_rows_of_a_day_whose_positions_were_forgotten_are_counted_and_change_nothing(data, tmp_path):
    day = range(NOON, NOON + 60, 15)
    taken(data, sending.folder(tmp_path / "a", sending.drive(day)))
    home = keep.aggregates(data, "city_bus", DAY)
    sending.folder(home, {"made": b"digest\n", "passes.parquet": b"", "driven_days.parquet": b"sums"})
    forget.forget(data, "city_bus", DAY + timedelta(days=1))
    late = sending.drive(range(NOON + 7, NOON + 67, 15)) | sending.drive(range(NOON + 86_400, NOON + 86_460, 15))
    report = taken(data, sending.folder(tmp_path / "late", late))
    assert (report.kept, dict(report.left)) == (8, {"forgotten": 8})
    assert sending.left(data)["forgotten"] == 8
    assert keep.days(data, "city_bus") == [DAY + timedelta(days=1)]
    assert {path.name for path in home.iterdir()} == {"made", "driven_days.parquet"}
    assert any("8 not kept: late: the positions of that day were deleted" in line for line in said.lines(report))


@pytest.mark.parametrize(
    ("reason", "vehicle"),
    [
        ("no_vehicle", {"number": " "}),
        ("clock", {"at": NOON - 7 * 3600}),
        ("clock", {"at": 315_964_800}),
        ("future", {"at": NOON + 7 * 3600}),
        ("no_place", {"lat": None}),
        ("no_place", {"lat": 0.0, "lon": 0.0}),
        ("no_place", {"lat": float("nan")}),
    ],
)
def test_a_row_that_says_nothing_of_use_is_counted_by_its_reason(data, tmp_path, reason, vehicle):
    report = taken(data, sending.folder(tmp_path / "polls", {"a.pb": message(NOON, {}, vehicle)}))
    assert (report.kept, dict(report.left)) == (1, {reason: 1})
    assert sending.left(data) == {reason: 1}
    assert keep.dated(data / "vehicles" / "city_bus" / "left_out") == [DAY]


def test_what_repeats_and_what_leaps_is_counted(data, tmp_path):
    files = sending.drive(range(NOON, NOON + 150, 15), vehicles=1)
    files |= {"same.pb": message(NOON + 200, {"at": NOON + 15, "lat": 16.4 + 15 * 9e-5})}
    files |= {"leap.pb": message(NOON + 200, {"at": NOON + 20, "lat": 16.9})}
    report = taken(data, sending.folder(tmp_path / "polls", files))
    assert dict(report.left) == {"duplicate": 1, "jump": 1}
    assert max(row["latitude"] for row in sending.rows(data)) < 16.5


def test_rows_that_say_the_same_are_let_go_before_a_vehicle_is_looked_at_as_a_whole():
    days = pa.array([DAY, DAY, DAY, DAY, DAY + timedelta(days=1)])
    rows = pa.table({"service_date": days, "vehicle": ["a", "a", "a", "b", "b"], "second": [1, 1, 2, 2, 2]})
    left = Counter()
    first, second = rows.slice(0, 2), rows.slice(2)
    batches = [first, first, second, second.slice(2)]
    kept = pa.concat_tables(merge.once((one.to_batches()[0] for one in batches), left))
    assert kept.to_pylist() == rows.take([0, 2, 3, 4]).to_pylist()
    assert left == {(DAY, "duplicate"): 3, (DAY + timedelta(days=1), "duplicate"): 1}


def test_counts_of_a_day_add_up_over_takes(data, tmp_path):
    for number in range(2):
        sent = message(NOON + number, {"lat": 0.0})
        taken(data, sending.folder(tmp_path / str(number), {"a.pb": sent}))
    assert sending.left(data) == {"no_place": 2}


@pytest.mark.parametrize("header", [0, 5_000_000_000, 12])
def test_a_feed_that_lies_about_time_is_told_and_its_vehicles_are_believed_where_they_can_be(data, tmp_path, header):
    polls = sending.folder(tmp_path / "polls", {"a.pb": message(NOON, header=header)})
    report = taken(data, polls)
    assert (report.lies, report.kept, sending.rows(data)[0]["second"]) == (1, 1, 43_200)


def test_a_vehicle_without_a_time_has_that_of_its_message_and_none_where_that_lies(data, tmp_path):
    files = {"a.pb": message(NOON, {"at": 0}), "b.pb": message(NOON, {"at": 0}, header=0)}
    assert dict(taken(data, sending.folder(tmp_path / "polls", files)).left) == {"no_time": 1}
    assert [row["second"] for row in sending.rows(data)] == [43_200]


def test_the_day_of_a_file_is_no_witness(data, tmp_path):
    polls = sending.folder(tmp_path / "polls", {"a.pb": message(NOON)})
    os.utime(polls / "a.pb", (NOON - 25_200, NOON - 25_200))
    assert taken(data, polls).kept == 1


def test_thousandths_of_seconds_are_seconds(data, tmp_path):
    polls = sending.folder(tmp_path / "polls", {"a.pb": message(NOON, {"at": NOON * 1000}, header=NOON * 1000)})
    report = taken(data, polls)
    assert (report.lies, report.kept, sending.rows(data)[0]["second"]) == (0, 1, 43_200)


FAULTS = {
    "cut.pb": (message(NOON)[:-9], "broken_message"),
    "noise.pb": (b"\xff\xfe\x00 noise", "broken_message"),
    "page.pb": (b"<!DOCTYPE html><html>Not found</html>", "web_page"),
    "siri.pb": (b"<?xml version='1.0'?><Siri/>", "web_page"),
    "page.csv": (b"<html><body>sign in</body></html>", "web_page"),
    "said.pb": (b'{"header": {}}', "json"),
    "nothing.pb": (b"", "empty"),
    "nobody.pb": (b"\x1a\x00", "no_message"),
    "book.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "unknown_kind"),
    "big.pb": (message(NOON) * 200_000, "message_too_large"),
}


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_what_cannot_be_read_says_why_in_both_languages_and_keeps_nothing_else_out(data, tmp_path, form):
    files = {name: content for name, (content, _) in FAULTS.items()} | {"z-good.pb": message(NOON)}
    given = (
        sending.folder(tmp_path / "a", files)
        if form == "folder"
        else sending.zipped(tmp_path / "a.zip", files, zipfile.ZIP_STORED)
    )
    report = taken(data, given)
    assert {name.rpartition("/")[2]: refusal.name for name, refusal in report.faults} == {
        name: why for name, (_, why) in FAULTS.items()
    }
    assert report.kept == 1
    for _, refusal in report.faults:
        thai, _, english = str(refusal).partition(" / ")
        assert any("\u0e00" <= letter <= "\u0e7f" for letter in thai)
        assert english.isascii()


def symlink() -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("link.pb")
    made.external_attr = 0o120777 << 16
    return made


@pytest.mark.parametrize("name", ["../../key", "/etc/passwd", "a\\..\\b.pb", symlink()])
def test_a_zip_whose_names_mean_harm_is_refused(data, tmp_path, name):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, message(NOON))
        archive.writestr("good.pb", message(NOON))
    report = taken(data, tmp_path / "a.zip")
    assert [refusal.name for _, refusal in report.faults] == ["unsafe_name"]
    assert report.kept == 0


def test_bombs_locked_zips_and_zips_in_zips_are_refused(data, tmp_path):
    inner = sending.zipped(tmp_path / "inner.zip", {"a.pb": message(NOON)}).read_bytes()
    sending.zipped(tmp_path / "outer.zip", {"inner.zip": inner}, zipfile.ZIP_STORED)
    sending.zipped(tmp_path / "bomb.zip", {"a.csv": b"0" * 30_000_000})
    locked = bytearray(inner)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(mark) + at] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    (tmp_path / "cut.zip").write_bytes(inner[:-30])
    names = ("outer", "bomb", "locked", "cut")
    report = taken(data, *(tmp_path / f"{name}.zip" for name in names))
    assert [refusal.name for _, refusal in report.faults] == ["zip_in_zip", "bomb", "password", "broken_zip"]


def test_a_zip_whose_list_would_fill_the_memory_is_refused_unread(data, tmp_path):
    made = bytearray(sending.zipped(tmp_path / "a.zip", {"a.pb": message(NOON)}).read_bytes())
    struct.pack_into("<L", made, made.rfind(b"PK\x05\x06") + 12, 4_000_000_000)
    (tmp_path / "a.zip").write_bytes(made)
    assert [refusal.name for _, refusal in taken(data, tmp_path / "a.zip").faults] == ["too_many_members"]


def test_a_member_that_is_spoilt_is_named_and_the_others_are_taken(data, tmp_path):
    made = sending.zipped(tmp_path / "a.zip", sending.drive(range(NOON, NOON + 60, 15)), zipfile.ZIP_STORED)
    content = bytearray(made.read_bytes())
    content[content.find(b"2.0") + 20] ^= 0xFF
    made.write_bytes(content)
    report = taken(data, made)
    assert [refusal.name for _, refusal in report.faults] == ["broken_member"]
    assert report.files == 3


def test_a_link_that_leads_back_and_a_pipe_are_not_followed(data, tmp_path):
    polls = sending.folder(tmp_path / "polls", {"a.pb": message(NOON)})
    (polls / "back").symlink_to(polls)
    os.mkfifo(polls / "pipe")
    report = taken(data, polls)
    assert (report.files, [refusal.name for _, refusal in report.faults]) == (1, ["no_file"])


def test_boxes_without_a_recipe_are_asked_for_one(data, tmp_path):
    files = sending.folder(tmp_path / "a", {"a.csv": sending.table(["80-1,02/11/2569 12:00:00,16.4,102.8,36"])})
    report = taken(data, files, feed=fleet.Feed("city_bus"))
    assert [refusal.name for _, refusal in report.faults] == ["needs_recipe"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_boxes_are_read_in_the_letters_and_with_the_separators_that_offices_use(data, tmp_path, encoding, separator):
    rows = ["80-1234 ขก,02/11/2569 12:00:07,16.4,102.8,36", "80-1234 ขก,02/11/2569 12:00:17,16.401,102.8,54"]
    text = sending.table(rows, HEADER).decode().replace(",", separator)
    taken(data, sending.folder(tmp_path / "a", {"a.csv": text.encode(encoding)}))
    told = [(row["second"], row["latitude"], row["speed"]) for row in sending.rows(data)]
    assert told == [(43_207, 16.4, 10.0), (43_217, 16.401, 15.0)]


@pytest.mark.parametrize(
    "written",
    [
        "02/11/2569 12:00:07", "2/11/2026 12:00:07", "2026-11-02T12:00:07+07:00", "2026-11-02T05:00:07Z",
        "2026-11-02 12:00:07.250", "2 พ.ย. 2569 เวลา 12:00:07 น.", "๒/๑๑/๒๕๖๙ ๑๒:๐๐:๐๗", "2569-11-02 12.00.07",
    ],
)  # fmt: skip
def test_a_time_is_read_to_the_second_however_it_is_written(data, tmp_path, written):
    taken(data, sending.folder(tmp_path / "a", {"a.csv": sending.table([f"80-1,{written},16.4,102.8,36"])}))
    (row,) = sending.rows(data)
    assert (row["service_date"], row["second"]) == (DAY, 43_207)


def test_a_row_that_says_neither_when_it_was_nor_when_it_was_told_is_counted(tmp_path):
    data = sending.town(tmp_path / "data", f'{sending.RECIPE}received = "รับ"\n')
    rows = ["80-1,2/11/2569 12:00:00,16.43,102.83,10,2/11/2569 12:00:01", "80-1,?,16.43,102.83,10,?"]
    file = tmp_path / "boxes.csv"
    file.write_bytes(sending.table(rows, f"{HEADER.strip()},รับ\n"))
    report = taken(data, file)
    assert (report.kept, dict(report.left.items()), report.faults) == (1, {"no_time": 1}, [])


@pytest.mark.parametrize("written", ["02/11/2569 12:00:07 PM", "12:00:07", "31/02/2569 12:00:07", "25:00", "-"])
def test_a_time_that_is_none_or_could_be_two_is_not_guessed(data, tmp_path, written):
    good = ["80-1,02/11/2569 12:00:00,16.4,102.8,36"] * 2
    taken(data, sending.folder(tmp_path / "a", {"a.csv": sending.table([*good, f"80-1,{written},16.4,102.8,36"])}))
    assert sending.left(data) == {"no_time": 1, "duplicate": 1}


def test_days_that_could_be_two_refuse_the_file_and_show_one(data, tmp_path):
    recipe = sending.RECIPE.replace('order = "dmy"\n', "")
    (data / "recipes" / "gps-box" / "boxes.toml").write_text(recipe, "utf-8")
    files = sending.folder(tmp_path / "a", {"a.csv": sending.table(["80-1,02/11/2569 12:00:00,16.4,102.8,36"])})
    ((_, refusal),) = taken(data, files).faults
    assert refusal.name == "unread_column"
    assert "02/11/2569" in str(refusal)


def test_day_and_clock_may_stand_in_two_columns_and_be_of_utc(data, tmp_path):
    recipe = sending.RECIPE.replace('order = "dmy"', 'order = "dmy"\nzone = "UTC"')
    recipe = recipe.replace('time = ["วันเวลา", "time"]', 'time = "วันที่"\nclock = "เวลา"')
    (data / "recipes" / "gps-box" / "boxes.toml").write_text(recipe, "utf-8")
    text = sending.table(["80-1,02/11/2569,05:00:07,16.4,102.8"], "ทะเบียนรถ,วันที่,เวลา,lat,lon\n")
    taken(data, sending.folder(tmp_path / "a", {"a.csv": text}))
    assert [row["second"] for row in sending.rows(data)] == [43_207]


@pytest.mark.parametrize("unit", [1, 1000])
def test_seconds_since_1970_are_read_where_the_recipe_says_so(data, tmp_path, unit):
    recipe = sending.RECIPE.replace('order = "dmy"', 'time = "epoch"\nspeed = "m/s"')
    (data / "recipes" / "gps-box" / "boxes.toml").write_text(recipe, "utf-8")
    taken(data, sending.folder(tmp_path / "a", {"a.csv": sending.table([f"80-1,{NOON * unit},16.4,102.8,10"])}))
    assert [(row["second"], row["speed"]) for row in sending.rows(data)] == [(43_200, 10.0)]


def test_a_table_says_where_its_header_is_and_which_lines_are_broken(data, tmp_path):
    rows = ["80-1,02/11/2569 12:00:00,16.4,102.8,36", "80-1,02/11/2569", "80-1,02/11/2569 12:00:10,16.4,102.8,36,9"]
    rows += ["80-1,02/11/2569 12:00:20,n/a,102.8,36", ",02/11/2569 12:00:20,16.4,102.8,36"]
    text = "รายงาน GPS\n\n" + sending.table(rows).decode()
    taken(data, sending.folder(tmp_path / "a", {"a.csv": text.encode()}))
    assert sending.left(data) == {"broken_row": 2, "no_place": 1, "no_vehicle": 1}


def test_directions_and_routes_are_read_as_the_recipe_says(data, tmp_path):
    header = "ทะเบียนรถ,วันเวลา,lat,lon,สาย,ทิศ\n"
    rows = ["80-1,02/11/2569 12:00:00,16.4,102.8,24,ขาเข้า", "80-1,02/11/2569 12:00:10,16.4,102.8,,?"]
    taken(data, sending.folder(tmp_path / "a", {"a.csv": sending.table(rows, header)}))
    assert [(row["route_id"], row["direction_id"]) for row in sending.rows(data)] == [("24", 1), (None, None)]


def test_a_table_without_the_columns_of_its_recipe_says_which(data, tmp_path):
    files = sending.folder(tmp_path / "a", {"a.csv": sending.table(["1,2"], "vehicle,lat\n")})
    ((_, refusal),) = taken(data, files).faults
    assert refusal.name == "no_columns"
    assert "lon" in str(refusal)


def test_a_table_that_breaks_off_in_the_middle_leaves_nothing_of_itself(data, tmp_path):
    rows = [f"80-1,02/11/2569 {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02},16.4,102.8,36" for n in range(80_000)]
    broken = sending.table(rows) + b'"' + b"x" * 9_000_000
    report = taken(data, sending.folder(tmp_path / "a", {"a.csv": broken, "b.pb": message(NOON)}))
    assert [refusal.name for _, refusal in report.faults] == ["broken_text"]
    assert (report.read, report.kept) == (1, 1)


@pytest.mark.parametrize("zone", ["UTC", None])
def test_parquet_of_boxes_keeps_its_own_clock(data, tmp_path, zone):
    import pyarrow.parquet as pq

    moment = NOON * 1000 + (0 if zone else keep.OFFSET * 1000)
    columns = {
        "vehicle": pa.array([801, 801]),
        "time": pa.array([moment, None]).cast(pa.timestamp("ms", zone)),
        "lat": pa.array([16.4, 16.4], pa.float32()),
        "lon": pa.array(["102.8", "102.8"]),
    }
    (tmp_path / "a").mkdir()
    pq.write_table(pa.table(columns), tmp_path / "a" / "boxes.parquet")
    taken(data, tmp_path / "a")
    assert [row["second"] for row in sending.rows(data)] == [43_200]
    assert sending.left(data) == {"no_time": 1}


def test_a_damaged_parquet_says_so(data, tmp_path):
    report = taken(data, sending.folder(tmp_path / "a", {"a.parquet": b"PAR1" + b"\0" * 60 + b"PAR1"}))
    assert [refusal.name for _, refusal in report.faults] == ["broken_parquet"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("lat", "colour"), ('order = "dmy"', 'order = "day"'), ("[file]", "[files]"), ('latitude = "lat"', ""),
     ("[file]", '[file]\nzone = "Bangkok"'), ("[file]", "[file")],
)  # fmt: skip
def test_a_recipe_that_cannot_be_used_says_what_is_wrong(tmp_path, old, new):
    if old == "lat":
        old, new = "latitude =", "colour ="
    data = sending.town(tmp_path / "data", sending.RECIPE.replace(old, new, 1))
    with pytest.raises(Refused, match="gps-box"):
        recipes.read(data, "gps-box")


def test_every_reason_has_its_words():
    from smart7.words import positions as words

    assert list(words.REASONS) == list(sift.REASONS)
