"""What nginx says and stops by itself, before a stand-in for the processes: signing in, HTTPS, nobody there."""

import os
import subprocess
import threading
from contextlib import suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.server import proxied
from tests.server.visitor import Visitor

pytestmark = pytest.mark.slow


class StandIn(BaseHTTPRequestHandler):
    """Answers everything with the request it got."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        size = int(self.headers.get("Content-Length") or 0)
        said = f"{self.command} {self.path} {len(self.rfile.read(size))}\n{self.headers}".encode()
        self.send_response(503 if self.path == "/busy" else 200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_POST = do_GET

    def log_message(self, *given):
        """Say nothing."""


@pytest.fixture
def front(tmp_path):
    """Run nginx before two stand-ins; gives the site and what ends the stand-ins."""
    if proxied.NGINX is None:
        (pytest.fail if os.environ.get("SMART7_NGINX") == "required" else pytest.skip)(proxied.MISSING)
    site = proxied.Site(tmp_path, tmp_path)
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), StandIn) for _ in proxied.PORTS]
    for number, server in enumerate(servers, 1):
        site.processes[str(number)] = proxied.Process(server.server_port, tmp_path, tmp_path / "log")
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def leave():
        while servers:
            server = servers.pop()
            server.shutdown()
            server.server_close()

    try:
        with site.nginx():
            yield site, leave
    finally:
        leave()


@pytest.fixture
def visitor(front):
    return Visitor(front[0].url, front[0].certificate)


def test_whoever_tries_names_and_passwords_without_end_is_stopped_and_others_still_read(visitor):
    tries = [visitor.ask("POST", "/signin", b"login=a&password=b").status for _ in range(40)]
    assert tries[:20] == [200] * 20 and tries[-1] == 429
    assert visitor.ask("GET", "/signin").status == 200
    assert {visitor.ask("GET", "/").status for _ in range(60)} == {200}


def test_a_form_that_is_far_too_large_is_refused(visitor):
    assert visitor.ask("POST", "/signin", b"x" * 16_000).status == 200
    assert visitor.ask("POST", "/signin", b"x" * 20_000).status == 413


def test_a_process_is_told_who_asks_and_how(visitor):
    said = visitor.ask("POST", "/signin", b"login=a", **{"X-Forwarded-For": "203.0.113.9"}).body.decode()
    assert "X-Forwarded-For: 127.0.0.1" in said and "203.0.113.9" not in said
    assert "X-Forwarded-Proto: https" in said and f"Host: {visitor.url.removeprefix('https://')}" in said


def test_where_nobody_answers_a_visitor_reads_it_in_words_and_the_page_tries_again(front, visitor):
    front[1]()
    away = visitor.ask("GET", "/mobility?lang=en")
    assert away.status == 502 and away.headers["Content-Type"] == "text/html; charset=utf-8"
    said = away.body.decode()
    assert "เว็บไซต์หยุดพักชั่วครู่" in said and "tries again by itself" in said and '"refresh"' in said
    assert away.headers["Cache-Control"] == "no-store" and away.headers["Retry-After"] == "10"
    assert away.headers["Strict-Transport-Security"] and "default-src 'none'" in away.headers["Content-Security-Policy"]
    assert away.headers.get_all("Set-Cookie") is None, "nobody answered, so there is nobody to stay with"


def test_what_a_process_says_of_itself_is_passed_on(visitor):
    busy = visitor.ask("GET", "/busy")
    assert busy.status == 503 and b"GET /busy" in busy.body


def test_without_https_only_the_proof_for_a_certificate_is_answered(front):
    site = front[0]
    asked = HTTPConnection("127.0.0.1", site.http, timeout=10)
    found = []
    for path in ("/", "/signin", "/.well-known/acme-challenge/no-such-proof", "/.well-known/other"):
        asked.request("GET", path)
        answer = asked.getresponse()
        answer.read()
        found.append((answer.status, answer.headers["Location"]))
    asked.close()
    to = "https://smart.example.go.th"
    assert found == [(301, f"{to}/"), (301, f"{to}/signin"), (404, None), (301, f"{to}/.well-known/other")]


def test_nginx_finds_nothing_to_warn_of(front):
    place = front[0].place
    line = [proxied.NGINX, "-t", "-c", str(place / "nginx.conf"), "-e", str(place / "error.log")]
    told = subprocess.run(line, capture_output=True, encoding="utf-8", check=False)
    with suppress(FileNotFoundError):
        assert "[warn]" not in (place / "error.log").read_text("utf-8")
    assert told.returncode == 0 and "[warn]" not in told.stderr
