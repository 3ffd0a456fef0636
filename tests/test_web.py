"""What the web layer answers, asked over the wire of a real server."""

from __future__ import annotations

import asyncio
import gzip
import http.client
import logging
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import app
import manage
from smart7 import catalog, compress, view, web
from smart7.first import answer
from smart7.words import common, errors

ROOT = Path(__file__).parents[1]
START_SECONDS = 60
DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "identity": bytes,
}
FONT = "/fonts/Sarabun-Regular.ttf"
SCRIPT = next(url for url in compress.served_files() if re.search(r"/index\.[\w-]+\.js$", url))


@dataclass(frozen=True)
class Answer:
    """One answer: status, headers by lower-case name, body as sent."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The decoded body."""
        return DECODERS[self.headers.get("content-encoding", "identity")](self.body).decode()


Ask = Callable[..., Answer]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask_on(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask the server on a port for a path exactly as written."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, headers={"accept-encoding": "identity"} | names)
        reply = line.getresponse()
        body = reply.read()
        return Answer(reply.status, {k.lower(): v for k, v in reply.getheaders()}, body)
    finally:
        line.close()


@pytest.fixture(scope="module")
def ask(snapshot: str) -> Iterator[Ask]:
    """Start the site as `manage.py run` does and give a function that asks it."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port), *manage.UVICORN]
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + START_SECONDS
    try:
        while True:
            try:
                ask_on(port, "/_stcore/health")
                break
            except ConnectionRefusedError:
                assert server.poll() is None, server.stderr and server.stderr.read()
                assert time.monotonic() < deadline, "the server did not start"
                time.sleep(0.1)
        yield lambda path, method="GET", **headers: ask_on(port, path, method, **headers)
    finally:
        server.terminate()
        server.communicate()


def test_the_entry_is_a_streamlit_app_over_the_site_script() -> None:
    assert isinstance(app.app, st.App)
    assert app.app.script_path == Path("smart7/site.py")


@pytest.mark.parametrize(
    ("link", "lang"),
    [
        ("/", "th"),
        ("/?lang=th", "th"),
        ("/?lang=en", "en"),
        ("/?lang=xx", "th"),
        ("/mobility", "th"),
        ("/mobility?lang=en&period=2569", "en"),
    ],
)
def test_the_page_says_its_language(ask: Ask, link: str, lang: str) -> None:
    page = ask(link)
    assert page.status == 200
    assert re.findall(r"<html[^>]*>", page.text) == [f'<html lang="{lang}">']


@pytest.mark.parametrize("coding", DECODERS)
@pytest.mark.parametrize("link", ["/", "/mobility", "/?lang=en"])
def test_the_first_page_is_the_same_in_every_coding(ask: Ask, link: str, coding: str) -> None:
    page = ask(link, accept_encoding=coding)
    assert page.headers.get("content-encoding", "identity") == coding
    assert page.text == ask(link).text
    assert page.headers["vary"] == "Accept-Encoding"


def test_the_first_page_has_our_title_words_and_icon(ask: Ask) -> None:
    page = ask("/").text
    assert f"<title>{catalog.page('overview').title.th} · {common.APP.th}</title>" in page
    assert errors.SITE_DESCRIPTION.th in page
    assert f'href=".{compress.ICON}"' in page
    assert ask("/favicon.png").body == ask(compress.ICON).body == compress.FAVICON.read_bytes()
    assert "agent" not in page and "SourceSans" not in page
    assert f" · {common.APP.en}</title>" in ask("/?lang=en").text


def test_the_first_page_names_no_outside_address(ask: Ask) -> None:
    page = re.sub(r"<!--.*?-->", "", ask("/").text, flags=re.DOTALL)
    page = page.replace("http://www.w3.org/2000/svg", "")  # the name of a kind of picture, which nobody is asked for
    page = page.replace(view.public("/"), "/")  # where this site is, in the sheet to take along
    assert re.findall(r"https?:|[\"'(]//", page) == []
    assert all(url.startswith(("./", "/", "#")) for url in re.findall(r'(?:href|src)="([^"]*)"', page))


def test_everything_the_first_page_asks_for_is_there(ask: Ask) -> None:
    for url in re.findall(r'(?:href|src)="\.([^"]*)"', ask("/").text):
        assert ask(url, "HEAD").headers["cache-control"] in (compress.YEAR, compress.DAY), url


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/people/", "/people"),
        ("//people", "/people"),
        ("//", "/"),
        ("/people/?lang=en&year=2024", "/people?lang=en&year=2024"),
    ],
)
def test_an_address_with_slashes_too_many_leads_to_the_page_whose_files_are_found(
    ask: Ask, path: str, there: str
) -> None:
    answer = ask(path)
    assert (answer.status, answer.headers["location"]) == (301, there)


def test_the_first_page_is_asked_again_and_not_sent_again(ask: Ask) -> None:
    page = ask("/", accept_encoding="br")
    assert page.headers["cache-control"] == "no-cache"
    again = ask("/", accept_encoding="br", if_none_match=page.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert ask("/?lang=en", if_none_match=page.headers["etag"]).status == 200


@pytest.mark.parametrize("path", [FONT, SCRIPT])
def test_a_fixed_file_reads_the_same_in_every_coding(ask: Ask, path: str) -> None:
    # The server makes them when nobody else needs the processor (tests/test_compress.py), which may be long.
    web.SHELF.fill(compress.served_files()[path])
    source = compress.served_files()[path].read_bytes()
    sizes = {}
    for coding, decode in DECODERS.items():
        answer = ask(path, accept_encoding=coding)
        assert answer.headers.get("content-encoding", "identity") == coding
        assert decode(answer.body) == source
        sizes[coding] = len(answer.body)
    assert sizes["br"] < sizes["gzip"] < sizes["identity"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (FONT, "font/ttf"),
        (SCRIPT, "text/javascript; charset=utf-8"),
        ("/favicon.png", "image/png"),
    ],
)
def test_a_fixed_file_has_its_type_and_may_be_kept_for_as_long_as_its_address_tells_it(
    ask: Ask, path: str, kind: str
) -> None:
    answer = ask(path)
    assert answer.headers["content-type"] == kind
    assert answer.headers["cache-control"] == (compress.YEAR if path == SCRIPT else compress.DAY)
    assert answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("coding", DECODERS)
def test_a_fixed_file_the_browser_has_is_not_sent_again(ask: Ask, coding: str) -> None:
    tag = ask(FONT, accept_encoding=coding).headers["etag"]
    again = ask(FONT, accept_encoding=coding, if_none_match=tag)
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)


def test_each_coding_has_a_tag_of_its_own(ask: Ask) -> None:
    web.SHELF.fill(compress.served_files()[FONT])
    assert len({ask(FONT, accept_encoding=coding).headers["etag"] for coding in DECODERS}) == 3


def test_asking_for_the_headers_only_sends_no_body(ask: Ask) -> None:
    for path in (FONT, "/"):
        answer = ask(path, "HEAD")
        assert (answer.status, answer.body) == (200, b"")
        assert int(answer.headers["content-length"]) == len(ask(path).body)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_fixed_file_cannot_be_written(ask: Ask, method: str) -> None:
    assert ask(FONT, method).status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/fonts/../app.py",
        "/fonts/..%2f..%2fapp.py",
        "/fonts/%2e%2e/%2e%2e/LICENSE",
        "/fonts/%2fetc/passwd",
        "/fonts/....//app.py",
        "/fonts/unknown.ttf",
        "/fonts/",
        "//etc/passwd",
        "/static/../../__init__.py",
        "/static/%2e%2e/%2e%2e/__init__.py",
        "/static/js/..%5c..%5cindex.html",
        "/fonts/Sarabun-Regular.ttf%00.html",
    ],
)
def test_a_path_that_strays_is_refused(ask: Ask, path: str) -> None:
    assert ask(path).status in {400, 404}


@pytest.mark.parametrize("path", ["/", "/mobility", FONT, SCRIPT, "/_stcore/health", "/fonts/none"])
def test_every_answer_has_the_safe_headers(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_the_browser_may_talk_to_this_site_only(ask: Ask) -> None:
    rules = dict(rule.split(" ", 1) for rule in ask("/").headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["object-src"] == "'none'"
    assert rules["frame-ancestors"] == "'self'"
    assert "unsafe" not in rules["script-src"].replace("'wasm-unsafe-eval'", "")
    sources = {source for rule in rules.values() for source in rule.split()}
    outside = {source for source in sources if "." in source or "*" in source or "//" in source}
    assert all(re.fullmatch(r"wss?://127\.0\.0\.1:\d+", source) for source in outside)
    assert len(outside) == 2


@pytest.mark.parametrize("host", ["evil.example; script-src *", "a b", "", "x'y"])
def test_a_forged_host_adds_nothing_to_the_policy(host: str) -> None:
    assert web.policy(host) == web.policy("")
    assert "ws://" not in web.policy(host)


def test_the_one_inline_script_is_allowed_and_no_other(ask: Ask) -> None:
    page = ask("/").text
    assert re.findall(r"<script>(.*?)</script>", page, re.DOTALL) == [web.START]
    assert re.findall(r"\son\w+=", page) == []


def failing_page() -> None:
    from smart7 import web

    web.script_error(KeyError("the secret of the table"))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_failure_shows_a_sentence_with_a_code_and_logs_the_cause(lang: str, caplog: pytest.LogCaptureFixture) -> None:
    test = AppTest.from_function(failing_page)
    test.query_params["lang"] = lang
    with caplog.at_level(logging.ERROR, logger="smart7.web"):
        test.run()
    (shown,) = test.error
    code = re.search(r"[0-9a-f]{8}", shown.value)
    assert code is not None
    text = errors.SCRIPT_FAILED.th if lang == "th" else errors.SCRIPT_FAILED.en
    assert shown.value == text.format(code=code[0])
    assert not test.exception
    (record,) = [record for record in caplog.records if record.name == "smart7.web"]
    assert code[0] in record.getMessage()
    assert record.exc_info is not None and "secret" in str(record.exc_info[1])


def test_a_failure_is_not_shown_by_streamlit_as_well() -> None:
    def page() -> None:
        import streamlit as st

        from smart7 import web

        st.text(str(web.script_error(ValueError("x"))))

    assert AppTest.from_function(page).run().text[0].value == "True"


def test_the_heavy_imports_are_done_before_the_first_visitor() -> None:
    code = "import sys; from smart7 import web; web.warm(); print(set(web.HEAVY) <= set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True"


def test_what_few_ask_for_is_not_imported_before_somebody_does() -> None:
    few = {"openpyxl", "pikepdf", "pptx", "psycopg", "scipy", "shapely", "typst", "vl_convert", "xlsxwriter"}
    code = f"import sys, app; from smart7 import web; web.warm(); print(sorted({few} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "page", ["", "signin", "signin?lang=en&said=refused", "admin", "sources", "present", "static/x"]
)
def test_nothing_that_is_read_sets_a_cookie(ask: Ask, page: str) -> None:
    assert "set-cookie" not in ask(f"/{page}").headers


@pytest.mark.parametrize("path", ["/signin", "/signout"])
def test_a_form_of_another_site_is_refused_over_the_wire_with_the_safe_headers(ask: Ask, path: str) -> None:
    form = {"content_type": "application/x-www-form-urlencoded", "content_length": "0"}
    answer = ask(path, "POST", origin="https://evil.example", **form)
    assert answer.status == 403 and "set-cookie" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff" and answer.headers["cache-control"] == "no-store"


def test_while_a_new_snapshot_opens_the_loop_opens_it_for_nobody(
    snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, at, opened, link = web.IndexPage(app.app), [], threading.Event(), answer.link
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}

    def slow(page_id: str, query: str) -> answer.Link:
        at.append(threading.get_ident())
        opened.wait(2)
        return link(page_id, query)

    async def two() -> None:
        visits = [asyncio.create_task(site._page("overview", scope)) for _ in range(2)]
        while len(at) < len(visits):
            await asyncio.sleep(0.01)
        opened.set()
        await asyncio.gather(*visits)

    monkeypatch.setattr(answer, "link", slow)
    with ThreadPoolExecutor(1) as loop:  # beside a browser this thread has a loop already
        here = loop.submit(threading.get_ident).result()
        loop.submit(asyncio.run, two()).result()
    assert len(at) == 2 and here not in at
