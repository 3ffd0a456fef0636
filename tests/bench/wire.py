"""Bytes that a visit downloads, first and again, and whether anything leaves for another host."""

from collections.abc import Iterator

from tests.bench import chromium, server
from tests.bench.chromium import Wire
from tests.bench.report import Line

PAGES = ("environment", "education", "")
FIRST_MB, REPEAT_KB = 1.5, 10.0


def measure() -> Iterator[Line]:
    """Yield the bytes of first and repeat visits of a few pages."""
    if chromium.program() is None:
        yield Line("bytes", None, "MB", note="no Chromium on this machine")
        return
    with server.site() as site, chromium.browser() as started:
        for name in PAGES:
            with chromium.visitor(started) as context:
                first, again = (chromium.on_the_wire(context, f"{site}/{name}") for _ in range(2))
                yield from of_page(f"/{name}", first, again)


def of_page(name: str, first: Wire, again: Wire) -> Iterator[Line]:
    """Yield the lines of one page."""
    largest = ", ".join(f"{url.rsplit('/', 1)[-1]} {size / 1000:.0f} kB" for size, url in sorted(first.files)[:-4:-1])
    yield Line(f"{name}: first visit", first.received / 1e6, "MB", FIRST_MB, largest)
    asked = ", ".join(f"{url.rsplit('/', 1)[-1] or '/'} {size} B" for size, url in again.files if size)
    yield Line(f"{name}: repeat visit beside the live line", again.received / 1e3, "kB", REPEAT_KB, asked)
    packed = f"{again.live_packed / 1000:.0f} kB as compressed"
    yield Line(f"{name}: live line", again.live / 1e3, "kB", note=packed)
    outside = sorted({*first.outside, *again.outside})
    yield Line(f"{name}: requests to other hosts", len(outside), "", 0, ", ".join(outside))
