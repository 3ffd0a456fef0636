"""The worked example of `docs/method.md` is what the code does."""

import re
from pathlib import Path

import pytest

from smart7.transit.network import PLAN
from tests.networks import PACE, Town

SECTION = (Path(__file__).parents[2] / "docs" / "method.md").read_text("utf-8").partition("\n### Worked example\n")[2]


def table(head: str) -> dict[str, list[float]]:
    """Return the numbers of the rows of a table by its first heading."""
    body = re.search(rf"^\| {head} .*\n\|[ |-]+\|\n((?:\|.*\n)+)", SECTION, re.MULTILINE)
    assert body
    rows = [[cell.strip() for cell in line.strip("| ").split(" |")] for line in body[1].splitlines()]
    return {name: [float(cell) for cell in cells] for name, *cells in rows}


def example() -> Town:
    """Return the network of the example: 6 km of songthaew and, 200 m from where people are, of light rail."""
    town = Town()
    town.stop("A", 200)
    town.stop("B", 6200)
    town.line("one", "AB", minutes=20, headway=20)
    town.stop("R", 0, 200, feed=PLAN, accuracy=100)
    town.stop("S", 6600, 200, feed=PLAN, accuracy=100)
    town.line("red", "RS", minutes=12, headway=10, feed=PLAN)
    town.cell(0)
    town.place(6600)
    return town


def test_the_example_assumes_what_it_says():
    assert PACE * 100 == 1.5
    assumed = example().assumed
    assert assumed["songthaew_headway_min"] == (20, 10, 40)
    assert assumed["songthaew_speed_kmh"] == (18, 12, 24)
    assert assumed["lrt_headway_min"] == (10, 5, 20)
    assert assumed["lrt_speed_kmh"] == (30, 20, 40)


@pytest.mark.parametrize("head", ["Before", "After"])
def test_the_parts_of_a_trip_add_up_to_the_whole(head):
    *parts, whole = table(head).values()
    assert [sum(column) for column in zip(*parts, strict=True)] == whole


def test_the_example_is_what_the_code_does():
    found = example().compare()
    assert found.before[:, 0, 0].tolist() == pytest.approx(table("Before")["door to door"], abs=1e-4)
    assert found.after[:, 0, 0].tolist() == pytest.approx(table("After")["door to door"], abs=1e-4)
    worlds = list(table("World").values())
    assert found.worlds[:, 0, 0].tolist() == pytest.approx([after for _, after, _ in worlds], abs=1e-4)
    assert all(before - after == saved for before, after, saved in worlds)
    saved = [saved for *_, saved in worlds]
    assert found.saved[:, 0, 0].tolist() == pytest.approx([min(saved), saved[1], max(saved)], abs=1e-4)
