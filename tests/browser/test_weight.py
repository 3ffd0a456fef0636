"""What travels: little on a first visit, next to nothing on the next."""

import urllib.parse

import pytest

from smart7 import compress

FIRST, AGAIN = 1_500_000, 10_000


def weighed(tab, address):
    """Open a page and return the bytes that came for it, the live line aside."""
    arrived = {}
    line = tab.session()
    line.send("Network.enable")
    line.on("Network.responseReceived", lambda e: arrived.setdefault(e["requestId"], [e["response"]["url"], 0]))
    line.on("Network.loadingFinished", lambda e: arrived[e["requestId"]].__setitem__(1, e["encodedDataLength"]))
    tab.open(address)
    tab.page.wait_for_load_state("networkidle")
    return dict(arrived.values())


@pytest.fixture
def prepared(tab):
    """Have the copies ready that a first visit loads, as `manage.py run` has them before it opens."""
    files, shelf = compress.served_files(), compress.Shelf()
    for url in weighed(tab, "/living"):
        path = files.get(urllib.parse.urlsplit(url).path)
        if path is not None and path.suffix in compress.COMPRESSIBLE:
            shelf.fill(path)


def test_a_first_visit_of_a_domain_is_light_and_the_next_is_next_to_nothing(prepared, new_tab, context):
    tab = new_tab()
    first = weighed(tab, "/living")
    assert sum(first.values()) <= FIRST, sorted(first.items(), key=lambda item: -item[1])[:8]
    again = weighed(type(tab)(tab.page.context.new_page(), tab.server, tab.snapshot), "/living")
    assert sum(again.values()) <= AGAIN, sorted(again.items(), key=lambda item: -item[1])[:8]
