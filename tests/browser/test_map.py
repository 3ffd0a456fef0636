"""The map in a real browser: layers, a click, a choice by keyboard, a setting, a link that another browser follows."""

import base64
import json
import re
from itertools import pairwise
from math import cos, log, pi, radians, tan

import numpy as np
import pytest
from playwright.sync_api import expect

from smart7 import maps, queries, sight, theme
from smart7.words import map as words
from smart7.words import strip as strip_words
from smart7.words import travel as travel_words
from tests.browser.conftest import KNOWN, patient

SMALL = 30_000
# A press counts as one when it lasts less than a quarter of a second, and the page takes the time when it gets to an
# event. Without a graphics card it draws for as long what lies under the pointer, first when it comes and again when it
# is pressed, and on a busy machine no press counts. So the time of an event is told as when it came, as it is where
# drawing takes no time.
AS_PRESSED = """(() => {
  const now = Date.now;
  Date.now = () => window.event?.timeStamp ? Math.round(performance.timeOrigin + window.event.timeStamp) : now();
})()"""
# A window in which the map is small, as without a graphics card every pixel of it costs, and whole with what stands
# above it, as the head of the page lies over what is scrolled below it.
ROOM = {"width": 600, "height": 1600}
# Counts the pixels of a picture near a colour, and the mean of each of 12 by 12 parts of it.
LOOK = """async ([png, colour]) => {
  const image = new Image(); image.src = 'data:image/png;base64,' + png; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const at = pen.getImageData(0, 0, image.width, image.height).data;
  const near = (n) => colour.every((part, k) => Math.abs(at[n + k] - part) < 12);
  let count = 0; const sums = Array(144).fill(0), parts = Array(144).fill(0);
  for (let n = 0; n < at.length; n += 4) {
    count += near(n);
    const x = (n / 4) % image.width, y = Math.floor(n / 4 / image.width);
    const part = Math.floor(12 * y / image.height) * 12 + Math.floor(12 * x / image.width);
    sums[part] += at[n] + at[n + 1] + at[n + 2]; parts[part] += 3;
  }
  return [count, sums.map((sum, n) => sum / parts[n])];
}"""


def listen(tab):
    """Note every message of the live line, and how many bytes each file took over the wire."""
    heard = {"frames": [], "files": {}}
    asked = {}
    session = tab.session()
    session.send("Network.enable")
    session.on("Network.webSocketFrameReceived", lambda e: heard["frames"].append(body(e["response"])))
    session.on("Network.requestWillBeSent", lambda e: asked.update({e["requestId"]: e["request"]["url"]}))
    session.on("Network.loadingFinished", lambda e: count(heard["files"], asked, e))
    return heard


def body(frame):
    return base64.b64decode(frame["payloadData"]) if frame["opcode"] == 2 else frame["payloadData"].encode()


def count(files, asked, event):
    url = asked.get(event["requestId"], "")
    if "/map-layers/" in url:
        name = url.split("/map-layers/")[1].split("/", 2)[-1].split(".json")[0]
        files.setdefault(name, []).append(int(event["encodedDataLength"]))


def ground(tab):
    return tab.main.get_by_test_id("stDeckGlJsonChart")


def looked_at(tab, colour=None):
    """Return how many pixels of the map are near a colour, and its mean by part."""
    ground(tab).scroll_into_view_if_needed()
    tab.page.mouse.move(2, 2)
    picture = base64.b64encode(ground(tab).screenshot()).decode()
    rgb = theme.rgb(colour or theme.palette().ground["plan"])[:3]
    return tab.page.evaluate(LOOK, [picture, rgb])


def drawn(tab, colour=None):
    """Wait until the map shows a colour; return how many pixels of it."""
    for _ in range(40):
        seen, _ = looked_at(tab, colour)
        if seen > 50:
            return seen
        tab.page.wait_for_timeout(250)
    pytest.fail("the map shows nothing of that colour")


def apart(one, other):
    """Return how far two looks at a map lie apart, from 0 to 255."""
    return max(abs(a - b) for a, b in zip(one[1], other[1], strict=True))


def settled(tab):
    """Wait until the map moves no more; return the last look at it."""
    before = looked_at(tab)
    for _ in range(20):
        tab.page.wait_for_timeout(300)
        after = looked_at(tab)
        if apart(before, after) < 0.5:
            return after
        before = after
    pytest.fail("the map does not come to rest")


def pixel(lon, lat, box):
    """Return where a position lies on a map that shows the whole city."""
    per_radian = 512 * 2**sight.ZOOM / (2 * pi)
    north = [log(tan(pi / 4 + radians(at) / 2)) for at in (lat, sight.CENTRE[1])]
    return (
        box["x"] + box["width"] / 2 + radians(lon - sight.CENTRE[0]) * per_radian,
        box["y"] + box["height"] / 2 - (north[0] - north[1]) * per_radian,
    )


def finely(points, parts=8):
    """Return points along a line, closer together than it turns."""
    pairs = pairwise(points)
    return [(x + (v - x) * n / parts, y + (w - y) * n / parts) for (x, y), (v, w) in pairs for n in range(parts)]


@pytest.fixture(scope="module")
def lonely(snapshot):
    """Return a route's key and a point of its line that lies as far as can be from every other route and school."""
    rows = queries.run(snapshot, "map/routes")
    paths = {key: json.loads(path) for key, path in zip(rows["key"], rows["path"], strict=True)}
    others = queries.run(snapshot, "map/places").query("kind in ('school', 'university')")
    places = list(zip(others["lon"], others["lat"], strict=True))
    west, east, south, north = 102.77, 102.89, 16.36, 16.52
    shrink = cos(radians(16.44))
    found = []
    for key, path in paths.items():
        own = [(x, y) for x, y in path if west < x < east and south < y < north and key.startswith("route.songthaew")]
        if own:
            rest = np.array(
                [*places, *(at for other, points in paths.items() if other != key for at in finely(points))]
            )
            found += [(np.hypot((x - rest[:, 0]) * shrink, y - rest[:, 1]).min(), key, x, y) for x, y in own]
    return max(found)[1:]


def press(tab, lon, lat, key):
    """Press what lies at a position, in a tab that tells the time of a press (`AS_PRESSED`); the link then holds it."""
    tab.page.mouse.click(*pixel(lon, lat, ground(tab).bounding_box()))
    expect(tab.page).to_have_url(re.compile(f"pick={re.escape(key)}(&|$)"))


@pytest.fixture(scope="module")
def map_tabs(browser, server, snapshot, tab_class):
    """Return the tab of a language, of a browser that was nowhere before; presses last as long as the hand took."""
    kept = {}

    def tab_in(lang):
        if lang not in kept:
            context = patient(browser)
            context.add_init_script(KNOWN)
            context.add_init_script(AS_PRESSED)
            kept[lang] = tab_class(context.new_page(), server, snapshot).hear_runs()
        return kept[lang]

    yield tab_in
    for each in kept.values():
        each.page.context.close()


@pytest.fixture
def one_map(map_tabs):
    """Return what goes to a map in the one tab in which maps are looked at in a language, by one test after the other.

    Without a graphics card it takes ten seconds of a processor to make what draws a map, each time a page with one is
    loaded. So the map of the test before stays, and shows what the link says; where that test chose what goes along, it
    is loaded anew.
    """
    looked = []

    def to(address, width=1400, height=900, *, dark=False):
        tab = map_tabs("en" if "lang=en" in address else "th")
        if tab not in looked:
            looked.append(tab)
            tab.asked.clear()
            tab.complaints.clear()
        tab.page.set_viewport_size({"width": width, "height": height})
        if tab.page.url == "about:blank" or tab.carries:
            tab.carries = False
            tab.page.emulate_media(color_scheme="dark" if dark else "light")
            return tab.open(address)
        return tab.by_night(dark).go(address)

    yield to
    for each in looked:
        each.page.mouse.move(2, 2)
        assert each.outside == []


@pytest.mark.parametrize(("wide", "high", "least", "seen"), [(1400, 900, 0.7, 1.0), (390, 844, 0.88, 0.5)])
def test_the_map_comes_first_and_is_wide(one_map, wide, high, least, seen):
    tab = one_map("/map?lang=th", wide, high)
    expect(ground(tab).locator("canvas").first).to_be_visible()
    tab.page.get_by_test_id("stMain").evaluate("e => e.scrollTo(0, 0)")
    box = ground(tab).bounding_box()
    assert box["width"] >= least * wide
    assert (min(high, box["y"] + box["height"]) - box["y"]) / box["height"] >= seen
    legend = tab.main.locator(".s7-legend")
    expect(legend).to_have_count(1)
    expect(legend).not_to_be_visible()


def test_what_the_map_says_of_a_place_near_its_edge_stays_in_the_window(one_map):
    tab = one_map("/map?lang=th", 390, 844)
    drawn(tab)
    box, said = ground(tab).bounding_box(), tab.page.locator(".deck-tooltip")
    for n in range(0, 400, 6):
        tab.page.mouse.move(box["x"] + box["width"] - 40, box["y"] + 20 + n)
        if said.count() and said.is_visible():
            break
    there = said.bounding_box()
    assert there["x"] >= 0 and there["x"] + there["width"] <= 390


# Each way to look in one theme in the gate, in the other with the slow tests.
@pytest.mark.parametrize(("part", "dark"), [
    pytest.param(part, dark, marks=() if (n + dark) % 2 else pytest.mark.slow)
    for n, part in enumerate(("network", "change", "ledger")) for dark in (False, True)
])  # fmt: skip
def test_a_telephone_shows_each_way_to_look_without_scrolling_sideways(one_map, part, dark):
    tab = one_map(f"/map?lang=th&show={part}&pick=place.school-wat-klang", 390, 844, dark=dark)
    if part != "ledger":
        drawn(tab, theme.palette(dark).ground["plan"])
    for box in ("html", '[data-testid="stMain"]'):
        wide, room = tab.page.locator(box).evaluate("e => [e.scrollWidth, e.clientWidth]")
        assert wide <= room, f"{box} is {wide} wide in {room}"
    assert tab.faint('[data-testid="stApp"]') == []
    assert tab.complaints == [] and tab.outside == []


def test_what_is_chosen_lies_over_a_wide_map_and_leaves_it_as_it_is(tab):
    tab.open("/map?lang=en")
    before = ground(tab).bounding_box()
    tab.open("/map?lang=en&pick=route.songthaew_2018.st9")
    card, after = tab.main.get_by_role("article").bounding_box(), ground(tab).bounding_box()
    assert (before["width"], before["height"]) == (after["width"], after["height"])
    assert after["x"] < card["x"] and card["x"] + card["width"] <= after["x"] + after["width"]
    tab.main.get_by_role("link", name=strip_words.ALL_STOPS.en).click()
    expect(tab.main.locator("ol.s7-strip > li")).to_have_count(13)


@pytest.mark.parametrize("dark", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_a_strip_of_stops_fits_a_telephone_and_can_be_read(look, dark):
    tab = look("/map?show=line&pick=route.songthaew_2018.st9", 390, 844, dark=dark)
    for box in ("html", '[data-testid="stMain"]'):
        across, room = tab.page.locator(box).evaluate("e => [e.scrollWidth, e.clientWidth]")
        assert across <= room
    assert tab.faint('[data-testid="stMain"]') == []
    small = "es => es.filter(e => e.getBoundingClientRect().height < 24).length"
    assert tab.main.locator(".s7-bullets a").evaluate_all(small) == 0
    assert tab.complaints == []


def test_layers_are_switched_on_and_off_and_asked_for_once(one_map, map_tabs):
    line = listen(map_tabs("en"))
    tab = one_map("/map?lang=en")  # the first map in English here, of which nothing was asked for yet
    drawn(tab)
    before = settled(tab)
    signs = {name for name in line["files"] if name.startswith("signs/")}
    assert {"signs/en", "signs/en-light.svg"} < signs, "names and numbers were not asked for"
    assert sorted(set(line["files"]) - signs) == sorted(
        ["district", "municipality", "lake", "highway", "routes-touch", "plan-touch", *maps.OPENS_WITH]
    )
    tab.main.get_by_role("button", name=re.compile(words.SHOWN.en)).click()
    pill = tab.page.get_by_test_id("stPopoverBody").get_by_role("button", name=words.LAYERS["villages"].en)
    for on in (True, False, True):
        pill.click()
        with_it = re.compile("layers=.*villages")
        expect(tab.page).to_have_url(with_it) if on else expect(tab.page).not_to_have_url(with_it)
        expect(tab.main.locator(".s7-legend li").filter(has_text=words.LAYERS["villages"].en)).to_have_count(int(on))
    tab.page.keyboard.press("Escape")
    assert apart(settled(tab), before) > 1
    tab.page.wait_for_load_state("networkidle")
    assert all(sum(1 for size in sizes if size > 200) == 1 for sizes in line["files"].values()), line["files"]
    assert sum(size for sizes in line["files"].values() for size in sizes) < 100_000
    assert tab.outside == []


def test_a_click_on_a_route_chooses_it(one_map, lonely):
    tab, (key, lon, lat) = one_map("/map?lang=en&layers=routes.plan"), lonely
    drawn(tab)
    before = settled(tab)
    press(tab, lon, lat, key)
    expect(tab.main.get_by_role("article")).to_contain_text(words.KINDS["route"].en)
    expect(tab.main.get_by_test_id("stVegaLiteChart").locator("svg").first).to_be_visible()
    assert apart(settled(tab), before) > 2, "what is chosen is not drawn"
    assert tab.complaints == []


@pytest.mark.slow
def test_no_layer_is_only_the_ground(tab):
    tab.open("/map?layers=none")
    drawn(tab, theme.palette().ground["land"])
    assert looked_at(tab)[0] == 0


def test_the_list_is_chosen_from_by_keyboard_and_a_choice_sends_little(tab):
    line = listen(tab)
    tab.open("/map?lang=en")
    drawn(tab)
    box = tab.main.get_by_role("combobox", name=words.CHOOSE.en)
    sizes = []
    for typed, name in (
        ("School: Wat Klang", "Wat Klang Municipal School"),
        ("โรงเรียนเทศบาลบ้านสาม", "Sam Liam Municipal School"),
    ):
        tab.page.wait_for_load_state("networkidle")
        line["frames"].clear()
        box.focus()
        tab.page.keyboard.type(typed)
        tab.page.get_by_role("option").filter(has_text=name).first.wait_for()
        tab.page.keyboard.press("Enter")
        expect(tab.main.get_by_role("article", name=name)).to_be_visible()
        tab.drawn()
        sizes.append(sum(map(len, line["frames"])))
        assert not any(b"Ban Khok Si" in frame for frame in line["frames"]), "the names are sent again"
    assert max(sizes) < SMALL, sizes
    expect(tab.page).to_have_url(re.compile("pick=place.school-sam-liam"))
    expect(box).to_have_value("")


@pytest.mark.slow
def test_zooming_to_what_is_chosen_and_back_to_the_whole_city(tab):
    tab.open("/map?lang=en&pick=place.school-wat-klang")
    drawn(tab)
    whole = settled(tab)
    tab.main.get_by_role("button", name=words.ZOOM.en).click()
    expect(tab.page).to_have_url(re.compile("at=pick"))
    tab.drawn()
    near = settled(tab)
    assert apart(near, whole) > 8
    tab.main.get_by_role("button", name=words.WHOLE.en).click()
    tab.drawn()
    assert apart(settled(tab), whole) < 4


@pytest.mark.slow
def test_a_map_moved_by_hand_comes_back_when_asked_to(tab):
    tab.open("/map?lang=en")
    drawn(tab)
    whole = settled(tab)
    box = ground(tab).bounding_box()
    tab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for _ in range(4):
        tab.page.mouse.wheel(0, -400)
        tab.page.wait_for_timeout(150)
    assert apart(settled(tab), whole) > 8
    tab.main.get_by_role("button", name=words.WHOLE.en).click()
    tab.drawn()
    assert apart(settled(tab), whole) < 4


@pytest.mark.slow
def test_a_changed_setting_gives_other_minutes_and_its_link_the_same_in_another_browser(tab, other_tab):
    tab.open("/map?lang=en&show=change")
    finding = tab.main.locator(".s7-finding")
    first = finding.inner_text()
    tab.main.get_by_role("radio", name=travel_words.PHASES["p1"].en).or_(
        tab.main.get_by_role("button", name=travel_words.PHASES["p1"].en)
    ).first.click()
    expect(finding).not_to_have_text(first)
    second = finding.inner_text()
    tab.main.get_by_role("button", name=re.compile(travel_words.MORE.en)).click()
    slider = tab.page.get_by_role("slider", name=travel_words.HEADWAY.en)
    slider.focus()
    tab.page.keyboard.press("End")
    expect(finding).not_to_have_text(second)
    expect(tab.page).to_have_url(re.compile(r"(?=.*headway=15)(?=.*phase=p1)(?=.*show=change)"))
    tab.drawn()
    said = finding.inner_text()
    other = other_tab().open(tab.page.url.removeprefix(tab.server.url))
    expect(other.main.locator(".s7-finding")).to_have_text(said)
    expect(other.main.locator(".s7-warning, [role=alert]")).to_have_count(0)
    drawn(other, theme.palette().ground["less"])
    assert other.outside == [] and other.complaints == []


def test_a_link_to_a_layer_and_a_choice_shows_the_same_in_another_browser(one_map, other_tab):
    tab = one_map("/map?lang=en&layers=plan.stations", **ROOM)
    tab.list(words.CHOOSE.en).click()
    tab.page.keyboard.type("Red line phase 1")
    tab.page.get_by_role("option").first.click()
    expect(tab.main.get_by_role("article")).to_contain_text("Red line phase 1")
    tab.main.get_by_role("button", name=words.ZOOM.en).click()
    expect(tab.page).to_have_url(re.compile("at=pick"))
    tab.drawn()
    mine = settled(tab)
    assert "layers=plan.stations" in tab.page.url
    other = other_tab(viewport=ROOM).open(tab.page.url.removeprefix(tab.server.url))
    expect(other.main.get_by_role("article")).to_contain_text("Red line phase 1")
    drawn(other)
    assert apart(settled(other), mine) < 4
    assert other.outside == []


def test_the_picture_of_the_map_is_what_is_on_the_screen(tab, snapshot):
    tab.open("/map?lang=en&layers=plan.stations")
    for label, begins in ((words.PNG, b"\x89PNG"), (words.SVG, b"<svg")):
        with tab.page.expect_download() as taken:
            tab.main.get_by_role("button", name=label.en).click()
        assert taken.value.suggested_filename.startswith(f"khon-kaen-map-{snapshot}.")
        written = taken.value.path().read_bytes()
        assert written.startswith(begins) and len(written) > 10_000
    said = written.decode()
    assert words.LAYERS["stations"].en in said and words.LAYERS["schools"].en not in said
