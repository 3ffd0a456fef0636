"""Days that an operator's polls were kept of come from .pb files to the page on a running server, as what was measured.

`month.py` makes as many as one asks for: a month of them was gone through by hand, with a browser.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import date
from pathlib import Path

import pytest

import manage
from smart7.ingest.build import Options, build
from smart7.vehicles import __main__ as command
from smart7.words import service as words
from tests.conftest import copy_data
from tests.vehicles import month

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
FIRST, DAYS, EVERY = date(2026, 10, 1), 3, 60
PATIENCE = 120


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Return a data folder with some days taken from messages, measured and built."""
    data = copy_data(tmp_path_factory.mktemp("month"))
    archive = data / "polls.zip"
    files, _ = month.write(data, "city_bus", FIRST, DAYS, archive, EVERY)
    assert files > DAYS * 800
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMART7_DATA", str(data))
        assert command.main(["take", "city_bus", str(archive), "--title", "Smart Bus"]) == 0
        assert command.main(["measure", "city_bus"]) == 0
        archive.unlink()
        build(Options(folder=data, as_of=date(2026, 11, 28)))
    return data


def answer(data: Path, path: str) -> str:
    """Return what a server over a data folder first answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port), *manage.UVICORN]
    server = subprocess.Popen(line, cwd=ROOT, env=os.environ | {"SMART7_DATA": str(data)})
    try:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as found:
                    return found.read().decode()
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.5)
    finally:
        server.terminate()
        server.wait()


def test_what_was_measured_is_on_the_page_and_is_no_sample(measured):
    page = answer(measured, "/service?lang=en&line=city_bus.green_24&way=0&day=2026-10-02")
    assert "2 October 2026: " in page
    assert f"Oct 2026 ({DAYS} days)" in page
    assert 's7-quality s7-q-modelled"' in page
    assert words.SAMPLE.en not in page
