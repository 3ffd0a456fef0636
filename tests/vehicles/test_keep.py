"""Where positions lie, which day they belong to, and that a vehicle's number never stands in them."""

import errno
import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pyarrow as pa
import pytest

from smart7 import fleet, whole
from smart7.vehicles import keep
from tests import disks
from tests.vehicles import sending

DAY = date(2026, 11, 2)


def position(**cells):
    empty = dict.fromkeys(keep.POSITIONS.names)
    return empty | {"feed_id": "city_bus", "service_date": DAY, "vehicle": "0123456789ab", "second": 30_000,
                    "latitude": 16.43, "longitude": 102.83} | cells  # fmt: skip


def test_positions_come_back_as_they_were_written(tmp_path):
    rows = [position(), position(second=90_000, speed=5.5, route_id="24", direction_id=1)]
    table = pa.Table.from_pylist(rows, schema=keep.POSITIONS)
    assert keep.write_positions(keep.positions(tmp_path, "city_bus", DAY), [table]) == 2
    assert sending.rows(tmp_path) == rows
    assert keep.days(tmp_path, "city_bus") == [DAY]


def test_where_nothing_was_written_there_are_no_days(tmp_path):
    assert keep.days(tmp_path, "city_bus") == []


@pytest.mark.parametrize(
    ("moment", "day", "second"),
    [
        (datetime(2026, 11, 1, 20, 0, tzinfo=UTC), DAY, 10_800),  # 03:00 in Khon Kaen: a day begins
        (datetime(2026, 11, 1, 19, 59, 59, tzinfo=UTC), date(2026, 11, 1), 86_400 + 10_799),
        (datetime(2026, 11, 2, 17, 30, tzinfo=UTC), DAY, 86_400 + 1_800),  # half past midnight
    ],
)
def test_a_service_day_runs_from_three_to_three_in_local_time(moment, day, second):
    assert keep.service_day(moment.timestamp()) == (day, second)
    assert keep.moment_of(day, second) == moment.timestamp()


def test_a_vehicle_has_one_mark_in_an_installation_and_another_in_the_next(tmp_path):
    ours, theirs = (keep.marker(keep.key(tmp_path / name)) for name in ("ours", "theirs"))
    assert ours("80-1234") == keep.marker(keep.key(tmp_path / "ours"))("80-1234") != theirs("80-1234")
    assert len(ours("80-1234")) == 12
    assert stat.S_IMODE((tmp_path / "ours" / "vehicles" / "key").stat().st_mode) == 0o600


def test_those_who_make_the_first_key_at_once_go_on_with_the_same(tmp_path, monkeypatch):
    together, real = threading.Barrier(4), keep.secrets.token_bytes

    def made(size):
        together.wait(10)
        return real(size)

    monkeypatch.setattr(keep.secrets, "token_bytes", made)
    with ThreadPoolExecutor(4) as pool:
        given = set(pool.map(keep.key, [tmp_path] * 4))
    assert given == {keep.key(tmp_path)}
    assert [path.name for path in (tmp_path / "vehicles").iterdir()] == ["key"]


def test_on_a_disk_without_links_there_is_a_key_too(tmp_path, monkeypatch):
    def link(*_):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    assert keep.key(tmp_path) == keep.key(tmp_path)
    assert stat.S_IMODE((tmp_path / "vehicles" / "key").stat().st_mode) == 0o600


def test_whichever_step_fails_there_is_no_key_or_a_whole_one(tmp_path):
    refused = 0
    for reached in disks.at_every_step():
        try:
            assert len(keep.key(tmp_path)) == keep.KEY_BYTES
        except whole.CannotWrite:
            refused += 1
            assert reached() and disks.everything(tmp_path) == {}
    assert refused


def test_a_mark_that_is_shown_changes_with_the_day():
    first, second = (keep.mark_of_day(b"key", "0123456789ab", date(2026, 11, day)) for day in (1, 2))
    assert first != second
    assert first != "0123456789ab"[:8]


def test_a_feed_is_one_row_that_its_owner_alone_may_read(tmp_path):
    feed = fleet.Feed("city_bus", "gps-box", "Smart Bus", "https://example.org/positions.pb?key=secret")
    path = fleet.write(tmp_path, feed)
    assert fleet.read(tmp_path, "city_bus") == feed
    assert fleet.names(tmp_path) == ["city_bus"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "feed_id\n", "feed_id\nother\n", "feed_id,colour\ncity_bus,red\n"])
def test_a_feed_that_is_not_one_row_of_its_own_is_refused(tmp_path, text):
    path = fleet.write(tmp_path, fleet.Feed("city_bus"))
    path.write_text(text, "utf-8")
    with pytest.raises(fleet.BadFeed):
        fleet.read(tmp_path, "city_bus")


def test_there_is_no_feed_outside_the_folder(tmp_path):
    with pytest.raises(ValueError):
        fleet.folder(tmp_path, "../ledger")
