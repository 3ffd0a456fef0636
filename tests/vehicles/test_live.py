"""The watch asks politely, keeps what is new, says what fell silent, and asks nobody without an address."""

import errno
import json
import os
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from smart7 import fleet, store, whole
from smart7.ledger import audit
from smart7.register import address
from smart7.register.rights import Refused as NotAllowed
from smart7.vehicles import asking, keep, live, take
from tests.vehicles import sending
from tests.vehicles.sending import FEED, message


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SMART7_DATA", str(tmp_path / "data"))
    return sending.town(tmp_path / "data")


class Operator(BaseHTTPRequestHandler):
    """A server whose next answers a test says: status, headers, content."""

    def do_GET(self):
        self.server.asked.append(dict(self.headers))
        status, headers, content = self.server.answers.pop(0) if self.server.answers else (200, {}, self.server.last)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(content)

    def log_message(self, *given):
        pass


@pytest.fixture
def operator():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Operator)
    server.answers, server.asked, server.last = [], [], b""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}/positions.pb?key=secret"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def watching(data, operator):
    fleet.write(data, fleet.Feed("city_bus", title="Bus", address=operator.address))
    said = []
    watch = live.Watch(data, said.append)
    watch.said = said
    return watch


def newest(data):
    return json.loads(fleet.newest(data, "city_bus").read_bytes())["vehicles"]


def now_on_the_hour():
    return int(time.time())


def test_without_an_address_nothing_is_asked_of_anybody(data, operator):
    fleet.write(data, FEED)
    said = []
    watch = live.Watch(data, said.append)
    assert watch.step(time.time()) == live.EVERY
    watch.step(time.time())
    assert operator.asked == []
    assert len(said) == 1
    assert "nobody is asked" in said[0]


def test_the_newest_position_of_each_vehicle_is_kept_under_a_mark_of_the_day(data, operator, watching):
    now = now_on_the_hour()
    operator.last = message(now, {"at": now - 3}, {"at": now - 9, "lat": 16.45})
    assert watching.step(now) == live.EVERY
    operator.last = message(now + 15, {"at": now + 12}, {"at": now - 9, "lat": 16.45})
    watching.step(now + 15)
    told = newest(data)
    assert sorted(one["at"] for one in told) == [now - 9, now + 12]
    vehicles = {keep.marker(keep.key(data))(f"80-{n}") for n in (1000, 1001)}
    assert not vehicles & {one["mark"] for one in told}


def test_minutes_are_put_by_and_taken_once(data, operator, watching):
    now = now_on_the_hour()
    for second in range(0, 90, 15):
        operator.last = message(now + second, {"at": now + second, "lat": 16.4 + second * 9e-5}, {"lat": 0.0})
        watching.step(now + second)
    watching.end()
    assert len(list(keep.minutes(data, "city_bus").iterdir())) == 2
    report = take.take_watched(data, FEED)
    assert (report.read, report.kept, dict(report.left)) == (12, 6, {"no_place": 6})
    assert list(keep.minutes(data, "city_bus").iterdir()) == []
    assert take.take_watched(data, FEED).files == 0
    assert len(sending.rows(data)) == 6


def test_a_position_that_is_told_again_is_counted_and_not_kept_again(data, operator, watching):
    now = now_on_the_hour()
    operator.last = message(now, {"at": now})
    for second in (0, 15, 30):
        watching.step(now + second)
    watching.end()
    take.take_watched(data, FEED)
    assert (len(sending.rows(data)), sending.left(data)) == (1, {"duplicate": 2})


def test_an_older_position_that_is_told_again_and_again_is_new_once(data, operator, watching):
    now = now_on_the_hour()
    late = {"number": "80-1", "at": now - 40, "lat": 16.4}
    for second in range(0, 90 * 15, 15):
        newer = {"number": "80-1", "at": now + second, "lat": 16.4 + (second + 40) * 9e-5}
        operator.last = message(now + second, newer, late)
        watching.step(now + second)
    put_by = sum(take.rows_of(path) for path in keep.minutes(data, "city_bus").iterdir())
    assert put_by + sum(rows.num_rows for rows in watching.feeds["city_bus"].rows) == 91
    watching.end()
    report = take.take_watched(data, FEED)
    assert (report.kept, dict(report.left)) == (91, {"duplicate": 89})


def test_a_vehicle_that_rests_says_so_and_nothing_of_a_line():
    assert live.placed_on({"rests": True}) == {"rests": True}
    assert live.placed_on(None) == {}


def test_minutes_are_taken_by_the_watch_itself_each_hour(data, operator, watching):
    now = now_on_the_hour()
    for second in (0, 70, 3700):
        operator.last = message(now + second, {"at": now + second, "lat": 16.4 + second * 1e-6})
        watching.step(now + second)
    assert len(sending.rows(data)) >= 1
    assert any("kept 1 positions" in line or "kept 2 positions" in line for line in watching.said)


def test_a_server_is_asked_for_what_is_new_only(data, operator, watching):
    now = now_on_the_hour()
    operator.answers = [(200, {"ETag": '"a"', "Last-Modified": "Mon, 02 Nov 2026 05:00:00 GMT"}, message(now))]
    operator.answers += [(304, {}, b"")]
    watching.step(now)
    watching.step(now + 15)
    assert operator.asked[1]["If-None-Match"] == '"a"'
    assert operator.asked[1]["If-Modified-Since"] == "Mon, 02 Nov 2026 05:00:00 GMT"
    assert watching.feeds["city_bus"].failures == 0


def test_a_server_that_fails_is_asked_ever_less_often(operator, watching):
    now, waits = float(now_on_the_hour()), []
    operator.answers = [(500, {}, b"")] * 2 + [(200, {}, b"<html>sign in</html>"), (503, {"Retry-After": "700"}, b"")]
    operator.last = message(int(now))
    for _ in range(5):
        watching.step(now)
        waits.append(watching.feeds["city_bus"].next_at - now)
        watching.step(now + waits[-1] - 1)  # not yet
        now += waits[-1]
    assert waits == [30, 60, 120, 700, live.EVERY]
    assert len(operator.asked) == 5


def test_the_wait_after_failures_doubles_up_to_a_quarter_of_an_hour(data):
    watched = live.Watched(data, FEED, lambda line: None)
    assert [watched.failed("-", 0) for _ in range(8)] == [30, 60, 120, 240, 480, 900, 900, 900]


ELSEWHERE = ("http://localhost:{port}/", "file:///etc/passwd", "ftp://127.0.0.1/", "https://127.0.0.1/x")


@pytest.mark.parametrize("place", ELSEWHERE)
def test_no_server_sends_the_watch_to_somebody_else(operator, place):
    operator.answers = [(302, {"Location": place.format(port=operator.server_port)}, b"")]
    if place.startswith("https"):  # a safer way to the same host is taken: nobody answers there
        with pytest.raises(asking.NoAnswer):
            asking.ask(operator.address, asking.Seen())
        return
    with pytest.raises(asking.NoAnswer, match=r"another host|HTTPError|status|302"):
        asking.ask(operator.address, asking.Seen())
    assert len(operator.asked) == 1


def test_an_answer_that_is_too_large_is_not_read_to_its_end(operator):
    operator.last = b"\0" * 6_000_000
    with pytest.raises(asking.NoAnswer, match="too large"):
        asking.ask(operator.address, asking.Seen())


def test_an_answer_that_drips_is_given_up(operator, monkeypatch):
    monkeypatch.setattr(asking, "PATIENCE", 0.2)

    class Drips:
        def read1(self, _):
            time.sleep(0.1)
            return b"x"

    with pytest.raises(asking.NoAnswer, match="too slow"):
        asking.whole(Drips())


def test_what_is_said_never_holds_the_address(operator, watching):
    operator.answers = [(500, {}, b""), (200, {}, b"no message")]
    now = now_on_the_hour()
    watching.step(now)
    watching.step(now + 100)
    assert watching.said
    assert "secret" not in "".join(watching.said)


def test_a_feed_that_fell_silent_is_told_once_and_so_is_its_return(operator, watching):
    now = now_on_the_hour()
    operator.last = message(now, {"at": now})
    for later in (0, 200, 400, 600):
        watching.step(now + later)
    assert sum("silent since" in line for line in watching.said) == 1
    operator.last = message(now + 700, {"at": now + 700})
    watching.step(now + 700)
    assert "sends positions again" in watching.said[-1]


def test_an_address_that_is_cleared_is_asked_no_more_and_nothing_is_shown(data, operator, watching):
    now = now_on_the_hour()
    operator.last = message(now, {"at": now})
    watching.step(now)
    fleet.write(data, FEED)
    watching.step(now + 15)
    assert len(operator.asked) == 1
    assert not fleet.newest(data, "city_bus").exists()
    assert len(list(keep.minutes(data, "city_bus").iterdir())) == 1


def test_a_disk_that_refuses_does_not_end_the_watch(data, operator, watching, monkeypatch):
    now = now_on_the_hour()
    operator.last = message(now, {"at": now})

    def refuse(path, *_):
        raise whole.CannotWrite(whole.words.FULL, path)

    with monkeypatch.context() as patch:
        patch.setattr(whole, "write", refuse)
        watching.step(now)
    operator.last = message(now + 15, {"at": now + 15})
    watching.step(now + 15)
    assert [one["at"] for one in newest(data)] == [now + 15]


@pytest.mark.parametrize("how", ["empty", "cut", "flipped", "another table", "no counts"])
def test_a_minute_that_is_damaged_is_set_aside_and_holds_up_nothing(data, operator, watching, how):
    now = now_on_the_hour()
    operator.last = message(now, {"at": now})
    watching.step(now)
    watching.end()
    minutes = keep.minutes(data, "city_bus")
    (sound,) = minutes.iterdir()
    content = bytearray(sound.read_bytes())
    content[8] ^= 0xFF
    tables = {"another table": pa.table({"a": [1]}), "no counts": pq.read_table(sound).replace_schema_metadata()}
    bad = minutes / "20260101T000000000000Z.parquet"
    if how in tables:
        pq.write_table(tables[how], bad)
    else:
        bad.write_bytes({"empty": b"", "cut": sound.read_bytes()[:-9], "flipped": bytes(content)}[how])
    before = bad.read_bytes()
    watching.feeds["city_bus"].fold()
    assert len(sending.rows(data)) == 1
    assert [(path.name, path.read_bytes()) for path in minutes.iterdir()] == [(f"{bad.name}.unread", before)]
    told, kept = watching.said[-2:]
    assert bad.name in told and "is damaged" in told and "เสียหาย" in told and "kept 1" in kept
    watching.said.clear()
    watching.feeds["city_bus"].fold()
    assert watching.said == []


def test_what_may_not_be_deleted_does_not_end_the_watch(data, operator, watching, monkeypatch):
    now = now_on_the_hour()
    operator.last = message(now, {"at": now})
    watching.step(now)
    fleet.write(data, FEED)

    def unlink(path, missing_ok=False):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(type(data), "unlink", unlink)
        watching.step(now + 15)
    assert "newest.json" in "".join(watching.said) and "no permission" in "".join(watching.said)
    watching.step(now + 30)


def test_an_address_is_set_at_the_console_and_the_audit_says_which_host_and_no_more(data, capsys):
    assert address.main("city_bus", "https://bus.example.org/vp.pb?key=secret") == 0
    assert fleet.read(data, "city_bus").address == "https://bus.example.org/vp.pb?key=secret"
    assert address.main("city_bus", "") == 0
    assert fleet.read(data, "city_bus").address == ""
    (cleared, done) = audit.read(act="vehicles.address")
    assert (done.who, done.what, done.before, done.after) == ("console", "city_bus", "", "bus.example.org")
    assert (cleared.before, cleared.after) == ("bus.example.org", "")
    assert "secret" not in capsys.readouterr().out


NO_ADDRESSES = ("file:///etc/passwd", "ftp://a/b", "bus.example.org/vp", "https://", "http://a b/", "http://a:x/")


@pytest.mark.parametrize("wrong", NO_ADDRESSES)
def test_what_is_no_address_of_http_is_refused(data, wrong):
    with pytest.raises(NotAllowed):
        address.set_address("city_bus", wrong)
    assert audit.read(act="vehicles.address") == []


def test_an_address_of_a_feed_nobody_plans_is_refused(data):
    with pytest.raises(NotAllowed):
        address.set_address("north_pole", "https://bus.example.org/vp.pb")
    assert store.data_folder() == data
