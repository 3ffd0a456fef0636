"""A browser at two processes behind nginx: one is killed under an open page, and everything goes on."""

import io
import secrets
import time
from datetime import date
from types import SimpleNamespace

import pytest
from PIL import Image
from playwright.sync_api import expect
from pptx import Presentation
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from smart7.i18n import Text
from smart7.ledger import meetings
from smart7.ledger.meetings import Meeting
from smart7.meetings.agenda import Agenda, Item, to_json
from smart7.words import packs
from smart7.words import pictures as picture_words
from smart7.words import present as words
from tests.server.conftest import behind, whole  # noqa: F401

pytestmark = pytest.mark.slow


@pytest.fixture
def short(whole, monkeypatch):  # noqa: F811
    """Keep an agenda of one item, so that a pack is made in seconds."""
    monkeypatch.setenv("SMART7_DATA", str(whole.data))
    name = f"short-{secrets.token_hex(4)}"
    item = Item("text", note_th="เรื่องเดียว", note_en="The only thing")
    agenda = Agenda(name, Text("ประชุมสั้น", "Short meeting"), Text("สภา", "Council"), date(2026, 11, 25), (item,))
    meetings.save(Meeting(name, to_json(agenda), "", "", "2026-11-25"), account="")
    return name


@pytest.fixture
def tab_at(browser, whole, tab_class, snapshot):  # noqa: F811
    """Return a tab of a browser that trusts the certificate of the test."""
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1400, "height": 900})
    opened = tab_class(context.new_page(), SimpleNamespace(url=whole.url, port=whole.https), snapshot)
    opened.page.on("websocket", lambda line: line.on("framereceived", lambda frame: note_end(opened, frame)))
    yield opened
    context.close()


def note_end(tab, frame):
    """Note it when the process says that a run of the page has ended."""
    if isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished":
        tab.asked.append("a run ended")


def process(tab):
    """Return the number of the process the cookie names."""
    return next(c["value"] for c in tab.page.context.cookies() if c["name"] == "smart7_process")


def take(tab):
    """Take the slides away, and return their titles."""
    with tab.page.expect_download() as sent:
        tab.main.get_by_role("button", name=packs.FILES["pptx"].en).click()
    return [page.shapes.title.text_frame.text for page in Presentation(str(sent.value.path())).slides]


def moved(tab, first):
    """Wait until the live line went elsewhere and the page was drawn again from there."""
    deadline = time.monotonic() + 60
    tab.asked.clear()
    while process(tab) == first or "a run ended" not in tab.asked:
        assert time.monotonic() < deadline, "The page was not drawn again"
        tab.page.wait_for_timeout(100)
    expect(tab.page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
    tab.drawn()


def add_picture(tab, name):
    """Send a picture and have it added to the agenda, by the form of the page."""
    sent = io.BytesIO()
    Image.new("RGB", (400, 300), (20, 90, 160)).save(sent, "PNG")
    tab.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "image/png", "buffer": sent.getvalue()}
    )
    for label in (picture_words.ALT_TH.en, picture_words.ALT_EN.en):
        tab.main.get_by_label(label, exact=True).fill("A blue wall")
    tab.main.get_by_role("button", name=picture_words.SAVE.en, exact=True).click()
    expect(tab.main.get_by_text(words.SAVED.en)).to_be_visible()


def test_packs_and_uploads_go_on_when_the_process_of_an_open_page_is_killed(whole, tab_at, short):  # noqa: F811
    tab_at.sign_in().open(f"/present?agenda={short}&lang=en")
    tab_at.main.get_by_text(packs.TAKE.en).click()
    tab_at.main.get_by_role("button", name=packs.MAKE.en).click()
    expect(tab_at.main.get_by_role("button", name=packs.FILES["pptx"].en)).to_be_visible(timeout=60_000)
    titles, first = ["Short meeting", "The only thing", packs.CLOSING.en], process(tab_at)
    assert take(tab_at) == titles
    whole.processes[first].kill()
    moved(tab_at, first)
    assert take(tab_at) == titles
    # The first is back, and what belongs to the line still goes where the line is.
    whole.processes[first].start()
    time.sleep(6)
    assert take(tab_at) == titles
    tab_at.main.get_by_text(words.EDIT.en).click()
    tab_at.main.get_by_role("radio", name=picture_words.ADD.en).click()
    add_picture(tab_at, "wall.png")
    assert process(tab_at) != first
