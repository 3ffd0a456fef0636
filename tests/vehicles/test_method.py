"""The worked examples of "Service as driven" in `docs/method.md` are what the statements and macros do."""

import re
from pathlib import Path

import pytest

from smart7.words import driven as words
from tests.driven import Driven, clock

TEXT = (Path(__file__).parents[2] / "docs" / "method.md").read_text("utf-8")
SECTION = TEXT.partition("\n## Service as driven\n")[2].partition("\n## ")[0]


def table(after: str) -> list[list[str]]:
    """Return the cells of the first table after some words, without its head."""
    body = re.search(r"\n\|[^\n]+\|\n\|[ |-]+\|\n((?:\|[^\n]+\|\n)+)", SECTION.partition(after)[2])
    assert body
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in body[1].splitlines()]


def example() -> Driven:
    """Return the day of the example; the stop at which it is looked at is the first of two."""
    day = Driven()
    day.way("AB")
    for due, came, *_ in table("<!-- worked example: driven -->"):
        day.plan(clock(due), exact=True)
        if came != "–":
            day.run(clock(came), clock(came) + 60, start=clock(due))
    return day


VALUES = {name: float(value) for name, _, value in table("| 08:00 | 08:06")}


@pytest.mark.parametrize("name", VALUES)
def test_a_measure_of_the_example_is_as_written(name):
    assert example().measured().said("stop_id = 'A'")[name] == pytest.approx(VALUES[name], abs=0.005)


def test_every_measure_has_words_and_an_example():
    assert set(words.MEASURES) == set(VALUES) - {"planned headway"} | {"speed", "lost"}


def test_the_gaps_of_the_example_are_as_written():
    rows = (
        example().measured().ask("select second, gap_s / 60 from gaps where driven and stop_id = 'A' order by second")
    )
    written = [(clock(came), gap) for _, came, gap, _, _ in table("worked example: driven") if gap not in ("–", "")]
    assert rows == [(came, float(gap)) for came, gap in written]


def test_each_pass_of_the_example_stands_against_the_timetable_as_written():
    found = example().measured()
    rows = table("worked example: driven")
    for name, said in (("on_time", "on time"), ("early", "early"), ("late", "late")):
        count = sum(row[4] == said for row in rows)
        assert found.one(f"sum({name})", where="stop_id = 'A'") == count


def test_the_stretch_of_the_example_is_as_written():
    day = Driven()
    day.way("AB")
    *runs, (_, seconds, lost) = table("<!-- worked example: stretch -->")
    for n, (_, way, _) in enumerate(runs):
        day.run(30000 + 1000 * n, 30000 + 1000 * n + float(way) + 20, dwell=20)
    found = day.measured()
    assert found.one("sum(run_s)", "driven_stretches") == float(seconds) == sum(float(way) for _, way, _ in runs)
    assert found.one("sum(lost_s)", "driven_stretches") == pytest.approx(float(lost))
    assert found.one("max(quick_s)", "driven_stretches") == pytest.approx(96)
    assert found.one("speed_kmh(sum(length_m * runs), sum(run_s))", "driven_stretches") == pytest.approx(18)
