"""What a folder holds more takes longer, and no more memory: in bytes, and in rows."""

import pytest

from tests.vehicles import large

pytestmark = pytest.mark.slow
MEGABYTES = 500
MORE = 40
"""Megabytes by which two takes of the same kind may differ, whatever they are of."""


@pytest.mark.parametrize(("kind", "gigabytes"), [("messages", (1.0, 4.0)), ("rows", (0.1, 0.4))])
def test_a_folder_four_times_as_large_takes_no_more_memory(tmp_path, kind, gigabytes):
    small, big = (large.measured(tmp_path, kind, int(size * 1e9)) for size in gigabytes)
    for taken, size in zip((small, big), gigabytes, strict=True):
        assert taken.bytes == pytest.approx(size * 1e9, rel=0.02)
        assert taken.kept == taken.told > 0
        assert taken.peak_mb < MEGABYTES
    assert big.peak_mb < small.peak_mb + MORE
    assert list(tmp_path.iterdir()) == []
