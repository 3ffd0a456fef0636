"""What is said of a network as a whole."""

import pytest

from smart7.ingest.gtfs.files import STATUS
from smart7.transit import network
from smart7.words import common


@pytest.mark.parametrize("status", STATUS)
def test_only_a_network_that_was_handed_in_is_submitted(status):
    assert network.quality(status) == ("submitted" if status == network.HANDED_IN else "estimated")
    assert network.quality(status) in common.QUALITY and network.HANDED_IN in STATUS
