"""What the map page sends to a browser in each of its states, first and again, and how long its script runs."""

import shutil
import tempfile
from collections.abc import Iterator
from itertools import product
from math import asinh, pi, radians, tan
from pathlib import Path
from time import perf_counter

from playwright.sync_api import BrowserContext

from smart7 import maps, store
from smart7.api import crash_tiles
from smart7.ingest import build
from smart7.ingest.build import Options
from smart7.words import map as words
from tests import happened
from tests.bench import chromium, data, machine, page_times, server
from tests.bench.chromium import Wire
from tests.bench.report import Line, middle

STATES = {
    "as it opens": "",
    "every layer": f"layers={'.'.join(words.LAYERS)}",
    "a route": "pick=route.songthaew_2018.st9",
    "before and after": "show=change",
    "the plan's ledger": "show=ledger",
}
ACCIDENTS, SHOWN = 100_000, f"layers={'.'.join((*maps.OPENS_WITH, 'accidents', 'spots'))}"
BUILD_S, TILE_MS, TILE_KB = 60.0, 150.0, 40.0
FIRST_MB, DATA_MB, REPEAT_KB, CHOICE_KB, SCRIPT_MS = 2.0, 1.5, 10.0, 30.0, 150.0
CHOICES = ("School: Wat Klang", "School: Sam Liam", "School: Wat Klang")


def measure() -> Iterator[Line]:
    """Yield bytes of each state, of a choice, and the time of a warm run of the script."""
    yield from accidents()
    with server.site() as site:
        for name, query in STATES.items():
            yield script(site, name, query)
        if chromium.program() is None:
            yield Line("map: bytes", None, "MB", note="no Chromium on this machine")
            return
        with chromium.browser() as started:
            for name, query in STATES.items():
                with chromium.visitor(started) as context:
                    first, again = (chromium.on_the_wire(context, f"{site}/map?{query}") for _ in range(2))
                    yield from sent(name, first, again)
            with chromium.visitor(started) as context:
                yield choice(context, site)


def accidents() -> Iterator[Line]:
    """Yield what 100,000 accidents cost on the map page: building them, a tile, the script, bytes of a first visit."""
    with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
        folder = Path(name)
        shutil.copytree(store.ROOT / "data", folder, ignore=shutil.ignore_patterns("snapshots"), dirs_exist_ok=True)
        happened.accidents(folder, ACCIDENTS)
        began = perf_counter()
        build.build(Options(folder, data.AS_OF))
        yield Line(f"map, {ACCIDENTS:,} accidents: the build", perf_counter() - began, "s", BUILD_S)
        with data.in_service(folder) as snapshot:
            crash_tiles.body(snapshot, (10, 0, 0), True, ())  # opens the snapshot
            yield from tiles(snapshot)
        with server.over(folder, server.NOTED) as site:
            yield script(site, "accidents", SHOWN)
            if chromium.program() is not None:
                with chromium.browser() as started, chromium.visitor(started) as context:
                    first, again = (chromium.on_the_wire(context, f"{site}/map?{SHOWN}") for _ in range(2))
                    yield from sent("accidents", first, again)


def tiles(snapshot: str) -> Iterator[Line]:
    """Yield how long the slowest tile takes and how many bytes the largest has, at each zoom round the city."""
    for zoom in (10, 12, 14, 16):
        wide = 2**zoom
        x, y = int((102.833 + 180) / 360 * wide), int((1 - asinh(tan(radians(16.434))) / pi) / 2 * wide)
        spent, sizes = [], []
        for right, down in product((-1, 0, 1), repeat=2):
            began = perf_counter()
            made = crash_tiles.body(snapshot, (zoom, x + right, y + down), True, ())
            spent.append((perf_counter() - began) * 1000)
            sizes.append(len(made) / 1000)
        yield Line(
            f"map, accidents, zoom {zoom}: slowest tile", max(spent), "ms", TILE_MS, f"median {middle(spent):.0f}"
        )
        yield Line(f"map, accidents, zoom {zoom}: largest tile", max(sizes), "kB", TILE_KB)


def script(site: str, name: str, query: str) -> Line:
    """Return the middle of the warm runs of a state's script."""
    machine.await_calm()
    visit = page_times.Visit(site)
    page_times.runs(site)
    visit.page("map", query)
    cold = page_times.runs(site)[-1]["ms"]
    for _ in range(page_times.REPEATS):
        visit.page("map", query)
    warm = [run["ms"] for run in page_times.runs(site)[-page_times.REPEATS :]]
    visit.close()
    return Line(f"map, {name}: warm run of its script", middle(warm), "ms", SCRIPT_MS, f"first run {cold:.0f} ms")


def sent(name: str, first: Wire, again: Wire) -> Iterator[Line]:
    """Yield what a first and a repeat visit to a state send."""
    layers = sum(size for size, url in first.files if "/map-layers/" in url)
    data = layers + first.live_packed
    parts = (
        f"layers {layers / 1000:.0f} kB, live line {first.live / 1000:.0f} kB ({first.live_packed / 1000:.0f} packed)"
    )
    yield Line(f"map, {name}: first visit", (first.received + first.live_packed) / 1e6, "MB", FIRST_MB, parts)
    yield Line(f"map, {name}: of that, data", data / 1e6, "MB", DATA_MB)
    packed = f"live line {again.live / 1000:.0f} kB ({again.live_packed / 1000:.0f} packed)"
    yield Line(f"map, {name}: repeat visit beside the live line", again.received / 1e3, "kB", REPEAT_KB, packed)
    outside = sorted({*first.outside, *again.outside})
    yield Line(f"map, {name}: requests to other hosts", len(outside), "", 0, ", ".join(outside))


def choice(context: BrowserContext, site: str) -> Line:
    """Return what one more choice from the list sends."""
    page = context.new_page()
    wire = Wire(site.removeprefix("http://"))
    session = context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", wire.asked)
    session.on("Network.loadingFinished", wire.finished)
    session.on("Network.webSocketFrameReceived", wire.frame)
    session.send("Network.enable")
    page.goto(f"{site}/map?lang=en", wait_until="commit")
    page.evaluate(f"bench.quiet({chromium.QUIET})")
    sizes = []
    for typed in CHOICES:
        before_live = wire.live
        before = before_live + wire.received
        page.get_by_role("combobox", name=words.CHOOSE.en).focus()
        page.keyboard.type(typed)
        page.get_by_role("option").first.wait_for()
        page.keyboard.press("Enter")
        while wire.live == before_live:  # the page is quiet until the server has answered
            page.wait_for_timeout(20)
        page.evaluate(f"bench.quiet({chromium.QUIET})")
        sizes.append((wire.live + wire.received - before) / 1e3)
    note = ", ".join(f"{size:.0f}" for size in sizes) + " kB in turn, as it is before the line compresses it"
    return Line("map: another choice from the list", max(sizes[1:]), "kB", CHOICE_KB, note)
