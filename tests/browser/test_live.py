"""Vehicles now in a real browser: the map and the arrivals go on by themselves, and a feed that fell silent says so."""

import json
import shutil
import time

import pytest
from playwright.sync_api import expect

from smart7 import fleet
from smart7.words import live as words
from tests.browser.test_map import apart, settled

FEED, STOP, LINE = "city_bus", "cb_kku", {"route": "green_24", "direction": 0, "to": "cb_terminal_3"}
HERE = (102.8105, 16.4601)
"""Where the bus is at first, east and north; a moment later it is further south."""


@pytest.fixture
def tell(server):
    """Return what lets the watch of a feed have written where its only bus is and when it comes; nothing stays."""

    def written(moved: float, minutes: int, age: int = 2) -> None:
        at = int(time.time()) - age
        bus = {"mark": "0a1b2c3d", "at": at, "lon": HERE[0], "lat": HERE[1] - moved, "heading": 180.0, "speed": 8.0,
               "trip": None, "next": STOP, "way": 180, **LINE}  # fmt: skip
        due = {"mark": "0a1b2c3d", "at": at, "due": at + age + 60 * minutes, "basis": "planned", **LINE}
        for path, told in (
            (fleet.ahead(server.data, FEED), {"stops": {STOP: [due]}}),
            (fleet.newest(server.data, FEED), {"vehicles": [bus]}),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps({"feed": FEED, "asked": at + age} | told), "utf-8")

    yield written
    shutil.rmtree(fleet.folder(server.data, FEED))


def test_buses_move_arrivals_are_renewed_and_silence_is_said_without_a_reload(tab, tell):
    expected = tab.main.locator(".s7-coming li")
    heard = []
    tab.listen("response", lambda answer: heard.append(answer) if f"/live/{FEED}/map.json" in answer.url else None)
    tell(moved=0.0, minutes=19)
    tab.open(f"/map?lang=en&layers=routes~buses&pick=stop.{FEED}.{STOP}")
    expect(expected).to_contain_text(words.IN_MINUTES.format("en", minutes=19))
    before = settled(tab)
    tab.page.evaluate("window.sameDocument = true")

    tell(moved=0.004, minutes=4)
    expect(expected).to_contain_text(words.IN_MINUTES.format("en", minutes=4))
    # The map asks at its own pace, which is not that of the arrivals.
    for _ in range(3):
        if heard[-1].json()[0]["lat"] == HERE[1]:
            tab.page.wait_for_event("response", lambda answer: f"/live/{FEED}/map.json" in answer.url)
    assert [bus["lat"] for bus in heard[-1].json()] == [pytest.approx(HERE[1] - 0.004)]
    assert apart(before, settled(tab)) > 1

    tell(moved=0.004, minutes=4, age=2 * fleet.SILENT_SECONDS)
    silence = words.SILENT.format("en", title="{title}", since="").partition("{title}")[2].partition(". ")[0].strip()
    expect(tab.main.locator(".s7-silent")).to_contain_text(silence)
    expect(expected).to_have_count(0)
    assert tab.page.evaluate("window.sameDocument")
    assert tab.complaints == []
