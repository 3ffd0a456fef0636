"""Questions and what their blanks offer, over the project's own size and a hundred times as many figures."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from smart7 import questions, store
from smart7.questions import Question
from tests.bench import data, machine
from tests.bench.data import Size
from tests.bench.report import Line, middle, times

REPEATS = 7
GOALS = {data.SMALL: 100.0, data.LARGE: 400.0}
YEARS = {"start": date(2022, 10, 1), "end": date(2026, 9, 30)}
SCHOOLS = ("kind:school",)
# What an analyst asks on a usual day: a few indicators, one kind of unit, some years.
TYPICAL = {
    "one indicator by year, compared": Question(("attendance",), SCHOOLS, **YEARS, compare="last_year"),
    "three indicators of all schools": Question(("attendance", "enrolment", "english-results"), SCHOOLS, **YEARS),
    "who improved most": Question(
        ("english-results",), SCHOOLS, **YEARS, period="whole", split=("unit",), measure="change", order="high", top=3
    ),
    "a year of every school": Question(("attendance",), SCHOOLS, **YEARS, split=("unit",)),
    "a city by quarter and part": Question(("attendance",), ("khonkaen-city",), split=("breakdown",), period="quarter"),
    "two indicators on one index": Question(("attendance", "enrolment"), ("khonkaen-city",), measure="index"),
    "everything of one school": Question((), ("bench-school-1",), split=("unit",)),
    "share of figures by quality": Question(rows=("domain",), columns=("quality",), measure="share", period="whole"),
    "who handed in nothing": Question((), ("kind:division",), split=("unit",), measure="count", period="whole"),
}
NARROWED = TYPICAL["a year of every school"]


def measure(large: bool) -> Iterator[Line]:
    """Yield, for each size, what questions and blanks take."""
    for size in (data.SMALL, *([data.LARGE] if large else [])):
        with tempfile.TemporaryDirectory(prefix="smart7-bench-") as name:
            data.snapshot(Path(name), size)
            with data.in_service(Path(name)) as snapshot_id:
                yield from of_size(snapshot_id, size)


def of_size(snapshot_id: str, size: Size) -> Iterator[Line]:
    """Yield the lines of one size."""
    for what, question in TYPICAL.items():
        machine.await_calm()
        sql, parameters = questions.compile(question)
        found = times(lambda s=sql, p=parameters: store.select(snapshot_id, s, p), REPEATS)  # type: ignore[misc]
        rows = len(store.select(snapshot_id, sql, parameters))
        yield Line(
            f"{size.name}: {what}", middle(found), "ms", GOALS[size], f"worst {max(found):.0f} ms, {rows:,} rows"
        )
    for blank in ("indicators", "units", "start", "end", "period", "compare", "split"):
        machine.await_calm()
        found = times(lambda b=blank: questions.facets(snapshot_id, NARROWED, b), REPEATS)  # type: ignore[misc]
        offered = len(questions.facets(snapshot_id, NARROWED, blank))
        note = f"worst {max(found):.0f} ms, {offered:,} values"
        yield Line(f"{size.name}: what the blank {blank} offers", middle(found), "ms", GOALS[size], note)
