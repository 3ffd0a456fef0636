"""One count for one thing: every page, deck, document and answer of the API says the same numbers."""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest

from smart7 import catalog, kept, overview, parts, reading, store, tally, view
from smart7.api import counts
from smart7.board import Choice
from smart7.components.sources import open_data
from smart7.i18n import Text
from smart7.meetings import board
from smart7.meetings.agenda import Agenda, Item
from smart7.meetings.slides import slides
from smart7.tally import Tally
from tests.markup.shown import read as plain

PARTS = re.compile(r"(\d+) judged now(.*?)(?:(\d+) judged then(.*?))?(\d+) cannot be said")


def numbers(text: str, *patterns: str) -> list[tuple[int, ...]]:
    """Return the numbers that each pattern finds in a text."""
    return [tuple(map(int, re.search(pattern, text).groups())) for pattern in patterns]


def three_parts(text: str) -> tuple[int, int, int, int]:
    """Return how many a count says are judged now, of these on target, judged then, and cannot be said."""
    now, of_now, then, _, unsaid = PARTS.search(text).groups()
    on = re.search(r"On target (\d+)", of_now)
    return int(now), int(on[1]) if on else 0, int(then or 0), int(unsaid)


def town_of_every_sort(tiny):
    """Return a town with an indicator of every sort: judged now and then, late, known by unit or by peers, missing."""
    for n, name in enumerate(("now", "then", "late", "peers-only", "missing", "background")):
        direction = "context" if name == "background" else "higher"
        tiny.indicator(name, domain=catalog.DOMAINS[n].id, period_kind="fiscal_year", direction=direction)
    tiny.indicator(
        "by-part", domain=catalog.DOMAINS[6].id, level="school", over_units="none", period_kind="fiscal_year"
    )
    tiny.indicator("other-kind", domain="people", period_kind="fiscal_year")
    tiny.unit("other-town", "peer_city", parent=None)
    for name, unit, year in (("now", "town", 2025), ("then", "town", 2020), ("late", "town", 2019),
                             ("peers-only", "other-town", 2025), ("by-part", "school-1", 2020),
                             ("background", "town", 2025)):  # fmt: skip
        tiny.figure(name, unit, f"{year}-10-01", 5, known_from=f"{year + 1}-10-05")
    tiny.figure("other-kind", "town", "2025-10-01", 5, period_kind="month")
    for year in (2021, 2026):
        tiny.target("now", "town", year, low=4)
        tiny.target("then", "town", year, low=6)
    return tiny.build(with_sample=True)


@pytest.fixture(params=["the real data", "a town of every sort"])
def served(request, monkeypatch) -> str:
    """Return a snapshot that is in service."""
    if request.param == "the real data":
        return request.getfixturevalue("snapshot")
    town = town_of_every_sort(request.getfixturevalue("tiny"))
    monkeypatch.setenv("SMART7_DATA", str(town.folder))
    request.addfinalizer(store.close_all)
    request.addfinalizer(kept.forget)
    kept.forget()
    return store.open_current()


@pytest.fixture
def counted(served) -> Tally:
    """Return the count."""
    return tally.published(reading.newest_figures(served))


@pytest.fixture(params=["show", "hide"])
def seen(request, served) -> view.View:
    """Return what a visitor looks at, with sample figures and without."""
    found = view.of_link({"lang": "en", "sample": request.param}, reading.about(served))
    assert found is not None
    return found


def test_the_town_has_an_indicator_of_every_sort(tiny, monkeypatch):
    town = town_of_every_sort(tiny)
    monkeypatch.setenv("SMART7_DATA", str(town.folder))
    found = tally.published(reading.newest_figures(store.open_current()))
    store.close_all()
    assert (found.judged_now, found.judged_then, found.known, found.waiting, found.late) == (1, 1, 5, 3, 3)
    assert found.reasons == {"no_target": 1, "context": 1, "parts": 1, "missing": 3}


def test_the_overview_says_the_count(served, counted, seen):
    said = plain(overview.lead(served, seen))
    if counted.judged:
        [found] = numbers(said, r"^(\d+) of (\d+) indicators are known, (\d+) can .* target, (\d+) meet it")
        assert found == (counted.known, counted.total, counted.judged, counted.now["on"] + counted.then["on"])
        assert f"{counted.judged_then} of these {counted.judged} are judged for an older period only" in said


def test_the_rows_of_the_board_add_up_to_it(served, counted, seen):
    body = plain(overview.rows(served, seen, "aim"))
    found = re.findall(r"(\d+) indicators, (\d+) known, (\d+) judged", body)
    sums = [sum(map(int, column)) for column in zip(*found, strict=True)]
    assert sums == [counted.total, counted.known, counted.judged] and len(found) == len(catalog.DOMAINS)


def test_the_tiles_of_the_board_are_the_count(served, counted, seen):
    tiles = [css.split() for css in re.findall('<li class="([^"]*)" tabindex', overview.rows(served, seen, "name"))]
    assert len(tiles) == counted.total
    shown = {name: sum(name in css for css in tiles) for name in (*tally.VERDICTS, "then", "real", "late", "known")}
    assert {name: shown[name] for name in tally.VERDICTS} == {n: counted.standings[n] for n in tally.VERDICTS}
    assert (shown["then"], shown["real"], shown["late"]) == (counted.judged_then, counted.known, counted.late)
    assert shown["known"] == counted.known - counted.judged


def test_the_legend_of_the_board_says_the_count(served, counted, seen):
    body = plain(overview.legend(served, seen, Choice()))
    [found] = numbers(
        body, r"On target (\d+) Near (\d+) Off target (\d+) Older period (\d+) Not judged (\d+) "
        r"Sample only (\d+) Nothing yet (\d+) .* Real only (\d+) Late (\d+)"
    )  # fmt: skip
    *standing, then, known, sample, missing, real, late = found
    assert standing == [counted.now[name] + counted.then[name] for name in tally.VERDICTS]
    assert sum(standing) + known + sample + missing == counted.total
    assert (then, known + sum(standing), real, late) == (
        counted.judged_then,
        counted.known,
        counted.known,
        counted.late,
    )
    assert sample + missing == counted.waiting and (seen.sample or sample == 0)


def test_each_domain_says_its_own_part(served, counted, seen):
    found = [three_parts(plain(parts.domain_body(served, domain.id, seen).decode())) for domain in catalog.DOMAINS]
    sums = [sum(column) for column in zip(*found, strict=True)]
    assert sums == [counted.judged_now, counted.now["on"], counted.judged_then, counted.unsaid]


def test_sources_says_the_count(served, counted, seen):
    body = parts.sources_coverage(served, seen).decode()
    [found] = numbers(plain(body), r"(\d+) of (\d+) indicators have a figure with a source; (\d+) wait")
    assert found == (counted.known, counted.total, counted.waiting)
    domains = re.findall(r"\((\d+)/(\d+)\)</summary>", body)
    assert (sum(int(a) for a, _ in domains), sum(int(b) for _, b in domains)) == (counted.known, counted.total)


def test_the_rows_of_sources_are_those_that_are_known(served, seen):
    known = {f.indicator_id for f in reading.newest_figures(served) if f.known}
    rows = reading.records(served, "sources/coverage", reading.asked(lang="en"))
    assert {row["indicator_id"] for row in rows if row["published"]} == known


def test_freshness_by_owner_adds_up_to_it(served, counted, seen):
    body = open_data.freshness(reading.newest_figures(served), seen)
    rows = [
        [int(cell) for cell in re.findall(r"<td[^>]*>(\d+)</td>", row)] for row in re.findall("<tr[^>]*>.*?</tr>", body)
    ]
    sums = [sum(column) for column in zip(*[row for row in rows if row], strict=True)]
    assert sums == [counted.total, counted.known, counted.known - counted.late, counted.late, counted.waiting]


@pytest.mark.parametrize("sample", [True, False])
def test_the_deck_says_the_count(served, counted, sample):
    items = (Item("overview"), *(Item("domain", domain.id) for domain in catalog.DOMAINS), Item("late"))
    agenda = Agenda("test", Text("ทดสอบ", "A test"), Text("ทดสอบ", "A test"), date(2026, 11, 25), items)
    every, *domains, late = slides(served, agenda, "en", sample=sample)
    sums = [sum(int(row[n]) for row in every.table.rows) for n in range(3, 8)]
    assert sums == [counted.unsaid, counted.known, counted.late, counted.waiting, counted.total]
    assert numbers(every.headline, r"(\d+) of (\d+) indicators are known") == [(counted.known, counted.total)]
    assert ("older than due" in every.notes.narrative) == bool(counted.late)
    for domain, slide, row in zip(catalog.DOMAINS, domains, every.table.rows, strict=True):
        own = tally.published(one for one in reading.newest_figures(served) if one.domain_id == domain.id)
        assert numbers(slide.headline, r"(\d+) of (\d+) indicators are known") == [(own.known, own.total)]
        assert int(row[5]) == own.late and sum(count for _, _, count in board.counts(slide.board)) == own.total
    if counted.late:
        assert numbers(late.headline, r"(\d+) of (\d+) published figures") == [(counted.late, counted.known)]
        assert len(late.table.rows) == counted.late


def test_the_api_says_the_count(served, counted):
    every, *domains = json.loads(counts.body(served))["data"]
    assert (every["known"], every["waiting"], every["late"]) == (counted.known, counted.waiting, counted.late)
    assert (every["judged_now"], every["judged_then"]) == (counted.now, counted.then)
    assert every["cannot_be_said"] == counted.reasons
    add: Callable[[str], int] = lambda name: sum(one[name] for one in domains)  # noqa: E731
    assert [add(name) for name in ("total", "known", "waiting", "late")] == [
        counted.total, counted.known, counted.waiting, counted.late,
    ]  # fmt: skip
