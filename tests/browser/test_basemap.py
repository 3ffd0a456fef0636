"""An online base map in a real browser, with a small server as the other host; and a click made again on the map."""

import os
import re
import socket
import struct
import subprocess
import sys
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import hypot
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

import manage
from smart7 import queries, store
from smart7.api import basemap
from smart7.words import map as words
from tests.browser.conftest import Server, answers
from tests.browser.test_map import AS_PRESSED, drawn, press, settled


def grey():
    """Return a tile of one colour as PNG."""
    row = b"\0" + bytes((128, 128, 128)) * 256
    header = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(row * 256)), (b"IEND", b""))
    packed = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.fixture
def host():
    """Serve tiles as another host would; it notes what it was asked for."""
    asked = []

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(grey())

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Tiles) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


@pytest.fixture
def online(host, snapshot, tmp_path):
    """Serve the site with the other host's tiles as its base map."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "tests.browser.quiet:app", f"--port={port}", *manage.UVICORN]
    setting = {basemap.SETTING: host[0] + "/{z}/{x}/{y}.png © The mappers"}
    site = Server(port, tmp_path / "log.txt", store.data_folder())
    with site.log.open("w") as log:
        process = subprocess.Popen(command, cwd=store.ROOT, stdout=log, stderr=log, env=os.environ | setting)
        while not answers(site.url + "/_stcore/health"):
            assert process.poll() is None, site.said
            time.sleep(0.1)
        yield site
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def alone(snapshot):
    """Return the school on the map that lies farthest from every other."""
    rows = queries.run(snapshot, "map/places").query("kind == 'school' and lat > 16.36 and lat < 16.52")
    places = list(zip(rows["lon"], rows["lat"], rows["key"], strict=True))
    return max(places, key=lambda me: min(hypot(me[0] - x, me[1] - y) for x, y, key in places if key != me[2]))


def test_set_its_tiles_are_asked_for_and_credited_and_a_second_click_chooses_again(
    browser, tab_class, host, online, snapshot, alone
):
    with browser.new_context(viewport={"width": 1400, "height": 900}) as context:
        context.add_init_script(AS_PRESSED)
        tab = tab_class(context.new_page(), online, snapshot).open("/map?lang=en&layers=plan.schools")
        drawn(tab, "#999999")
        credit = words.ONLINE.format("en", credit="© The mappers")
        expect(tab.main.locator(".s7-note").filter(has_text=credit)).to_be_visible()
        assert host[1] and {urlsplit(url).netloc for url in tab.outside} == {urlsplit(host[0]).netloc}
        drawn(tab)
        settled(tab)
        lon, lat, key = alone
        for again in (False, True):
            press(tab, lon, lat, key)
            if not again:
                tab.drawn()
                tab.list(words.CHOOSE.en).click()
                tab.page.keyboard.type("Red line phase 1")
                tab.page.get_by_role("option").first.click()
                expect(tab.page).to_have_url(re.compile("pick=route"))
                tab.drawn()
        assert tab.complaints == []
