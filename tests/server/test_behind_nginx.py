"""Two processes behind nginx, as `deploy/` ships them: who stays where, what happens to whom, what is refused."""

import http.client
import socket
import ssl
import time
from datetime import date

import pytest

from smart7.ingest.build import Options, build
from tests.server.visitor import files, shown, snapshots

pytestmark = pytest.mark.slow
HALF_OPEN = 300
# As long as the configuration waits for a header (10) and between two parts of a body (20), and a little.
CLOSED_AFTER = 25


def one_at(number, newcomer):
    """Return a visitor whose line went to a certain process; who gets which is left to chance."""
    for _ in range(60):
        visitor = newcomer().arrive()
        if visitor.process == number:
            return visitor
        visitor.leave()
    raise AssertionError(f"Of 60 visitors none came to process {number}")


# --- staying


def test_visitors_come_to_both_processes_and_each_stays_with_one(behind, newcomer):
    seen = set()
    for _ in range(24):
        visitor = newcomer()
        numbers = [visitor.ask("GET", f"/?lang=en&n={n}") and visitor.process for n in range(5)]
        assert len(set(numbers)) == 1
        seen |= set(numbers)
    assert seen == {"1", "2"}


@pytest.mark.parametrize("number", ["1", "2"])
def test_what_is_sent_arrives_where_the_live_line_is_and_nowhere_else(behind, newcomer, officer, number):
    visitor, other = one_at(number, newcomer), {"1": "2", "2": "1"}[number]
    visitor.page("sources")
    assert visitor.upload(b"x").status == 403
    visitor.cookies |= officer
    assert [visitor.upload(b"x" * 100_000).status for _ in range(5)] == [204] * 5
    visitor.cookies["smart7_process"] = other
    assert visitor.upload(b"x").status == 400


# Files of the same content have the same address, so each process is asked for others.
@pytest.mark.parametrize(("number", "indicator"), [("1", "registered-population"), ("2", "population-density")])
def test_what_a_button_offers_is_taken_from_where_the_live_line_is(behind, newcomer, number, indicator):
    visitor, other = one_at(number, newcomer), {"1": "2", "2": "1"}[number]
    offered = files(visitor.page("indicator", f"lang=en&id={indicator}"))
    places = [visitor.made(file_id) for file_id in offered]
    taken = [visitor.ask("GET", place) for place in places]
    assert len(taken) == 3 and {answer.status for answer in taken} == {200}
    assert taken[0].body.startswith(b"\xef\xbb\xbf") and taken[1].body[:2] == b"PK" and taken[2].body[1:4] == b"PNG"
    visitor.cookies["smart7_process"] = other
    assert visitor.ask("GET", places[0]).status == 404


def test_both_processes_show_the_same_page(behind, newcomer, snapshot):
    pages = [one_at(number, newcomer).page("mobility") for number in ("1", "2")]
    assert shown(pages[0]) == shown(pages[1])
    assert [snapshots(page) for page in pages] == [{snapshot}] * 2


def test_a_download_of_the_snapshot_is_whole(behind, newcomer, snapshot):
    visitor = newcomer()
    at = visitor.ask("GET", "/download/current/everything.zip")
    assert (at.status, at.headers["Location"]) == (307, f"/download/{snapshot}/everything.zip")
    answer = visitor.ask("GET", at.headers["Location"])
    assert answer.status == 200 and len(answer.body) == int(answer.headers["Content-Length"])
    assert answer.body[:2] == b"PK" and b"datapackage.json" in answer.body


# --- failing


def test_visitors_of_a_killed_process_find_everything_at_the_other_and_stay_there(whole, newcomer, officer):
    visitor = one_at("1", newcomer)
    before = visitor.page("mobility")
    whole.processes["1"].kill()
    visitor.connect()
    assert visitor.process == "2"
    assert shown(visitor.page("mobility")) == shown(before)
    visitor.cookies |= officer
    assert visitor.upload(b"x").status == 204
    whole.processes["1"].start()
    time.sleep(6)  # nginx has forgotten by now that it was gone
    assert visitor.upload(b"x").status == 204
    offered = files(visitor.page("indicator", "lang=en&id=registered-population"))
    assert visitor.ask("GET", visitor.made(offered[0])).status == 200
    assert visitor.process == "2"


def test_while_one_process_is_gone_nobody_is_turned_away(whole, newcomer):
    settled = one_at("2", newcomer)
    whole.processes["2"].kill()
    assert [settled.ask("GET", f"/?n={n}").status for n in range(10)] == [200] * 10
    assert {newcomer().arrive().process for _ in range(6)} == {"1"}


def test_visitors_keep_their_process_while_all_are_restarted(whole, newcomer, officer):
    visitor = one_at("1", newcomer)
    visitor.cookies |= officer
    for process in whole.processes.values():
        process.stop()
    assert visitor.ask("GET", "/").status == 502
    for process in whole.processes.values():
        process.start()
    time.sleep(6)  # nginx tries them again
    assert visitor.connect().page("living") and visitor.process == "1"
    assert visitor.upload(b"x").status == 204


def test_a_name_of_a_process_that_never_was_leads_to_one_that_is(behind, newcomer):
    visitor = newcomer()
    visitor.cookies["smart7_process"] = "77"
    assert visitor.ask("GET", "/").status == 200
    assert visitor.process in ("1", "2")


# --- publishing


def test_one_publication_reaches_visitors_of_both_processes(behind, newcomer, snapshot):
    visitors = [one_at(number, newcomer) for number in ("1", "2")]
    assert [snapshots(visitor.page("living")) for visitor in visitors] == [{snapshot}] * 2
    newer = build(Options(folder=behind.data, as_of=date(2026, 11, 23)))
    try:
        assert newer != snapshot
        assert [snapshots(visitor.page("living")) for visitor in visitors] == [{newer}] * 2
    finally:
        (behind.data / "snapshots" / "current").write_text(snapshot, "utf-8")


# --- refusing


def test_connections_that_never_finish_are_closed_and_others_are_answered_meanwhile(behind, newcomer):
    trust = newcomer().trust
    halves = [socket.create_connection(("127.0.0.1", behind.https)) for _ in range(HALF_OPEN)]
    begun = (b"", b"GET / HTTP/1.1\r\nHost: x\r\n", b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: x\r\n"
             b"Content-Length: 1000\r\n\r\nhalf")  # fmt: skip
    for n in range(HALF_OPEN // 3, HALF_OPEN):
        halves[n] = trust.wrap_socket(halves[n], server_hostname="127.0.0.1")
        halves[n].sendall(begun[1 + n % 2])
    began = time.monotonic()
    assert newcomer().arrive().page("living")
    while (still := [half for half in halves if is_open(half)]) and time.monotonic() - began < CLOSED_AFTER:
        time.sleep(0.5)
    assert len(still) == 0


def is_open(half):
    """Return whether the other side still holds a connection."""
    half.settimeout(0.001)
    try:
        while half.recv(4096):
            pass
    except (TimeoutError, ssl.SSLWantReadError):
        return True
    except OSError:
        pass
    return False


@pytest.mark.parametrize(("path", "size"), [("/_stcore/upload_file/a/b", 22 << 20), ("/api/v1/", 2 << 20)])
def test_a_body_over_the_limit_is_refused_before_it_is_read(behind, newcomer, path, size):
    to = http.client.HTTPSConnection("127.0.0.1", behind.https, timeout=10, context=newcomer().trust)
    to.putrequest("PUT", path)
    to.putheader("Content-Length", str(size))
    to.endheaders()
    assert to.getresponse().status == 413
    to.close()


def test_what_a_process_measures_of_itself_stays_inside(behind, newcomer):
    assert newcomer().ask("GET", "/_stcore/metrics").status == 404


def test_a_council_that_shares_one_address_is_not_limited(behind, newcomer):
    visitor = newcomer()
    assert {visitor.ask("GET", "/_stcore/health").status for _ in range(300)} == {200}


# --- speaking


def test_without_https_a_visitor_is_sent_to_it(behind):
    to = http.client.HTTPConnection("127.0.0.1", behind.http, timeout=10)
    to.request("GET", "/mobility?lang=en")
    answer = to.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, "https://smart.example.go.th/mobility?lang=en")
    to.close()


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_today_s_versions_of_tls_are_spoken(behind, newcomer, version):
    trust = newcomer().trust
    trust.minimum_version = trust.maximum_version = version
    plain = socket.create_connection(("127.0.0.1", behind.https))
    with trust.wrap_socket(plain, server_hostname="127.0.0.1") as line:
        assert line.version() == version.name.replace("_", ".")


def test_headers_are_said_once_and_cookies_cannot_be_read_or_leak(behind, newcomer):
    visitor = newcomer()
    page, health = visitor.ask("GET", "/"), visitor.ask("GET", "/_stcore/health")
    for name in ("Strict-Transport-Security", "X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy"):
        assert len(page.headers.get_all(name)) == 1, name
    assert page.headers["Server"] == "nginx"
    assert f"wss://127.0.0.1:{behind.https}" in page.headers["Content-Security-Policy"]
    [ours] = page.headers.get_all("Set-Cookie")
    assert ours.endswith("Path=/; Secure; HttpOnly; SameSite=Lax")
    [xsrf] = health.headers.get_all("Set-Cookie")
    assert xsrf.startswith("_streamlit_xsrf=") and "Secure" in xsrf and "SameSite=Lax" in xsrf


def test_a_file_every_process_has_sets_no_cookie(behind, newcomer):
    visitor = newcomer()
    answers = [visitor.ask("GET", "/fonts/Sarabun-Regular.ttf") for _ in range(6)]
    assert {answer.status for answer in answers} == {200} and visitor.cookies == {}
    assert answers[0].headers["Strict-Transport-Security"]


def test_a_link_that_holds_a_long_statement_is_answered(behind, newcomer):
    assert newcomer().ask("GET", "/sql?lang=en&q=" + "x" * 20_000).status == 200


# --- the last, as the address of all these visitors is held back for a while afterwards


def test_a_machine_that_sends_without_end_is_told_so(behind, newcomer):
    visitor = newcomer()
    answers = [visitor.ask("PUT", "/_stcore/upload_file/a/b", b"x").status for _ in range(150)]
    assert answers[:20] == [403] * 20 and answers[-1] == 429
