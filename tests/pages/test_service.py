"""The page of service as driven: its day, its month by hand, what a link holds."""

import json
from datetime import date
from itertools import pairwise
from urllib.parse import parse_qsl

import pytest

from smart7.i18n import LANGS
from smart7.questions.either import from_link
from smart7.questions.happened import Happened
from smart7.words import service as words
from smart7.words.beside import ASK_ON

GREEN = {"line": "city_bus.green_24", "way": "0", "day": "2022-12-14"}
BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)


def table(visit, caption):
    """Return the rows of the table with a caption."""
    (found,) = [t.rows() for t in visit.markup.all("table") if any(c.text == caption for c in t.all("caption"))]
    return found


def seconds(ask, day, stop=None):
    """Return the seconds at which vehicles passed each stop of the green route on a day, by stop."""
    rows = ask(
        "select stop_sequence, second from driven_runs where feed_id = 'city_bus' and direction_id = 0"
        " and service_date = ? order by 1, 2",
        day,
    )
    return {nth: [second for stop, second in rows if stop == nth] for nth, _ in rows}


@BOTH_LANGUAGES
def test_a_day_is_drawn_as_lines_and_gaps_and_says_that_it_is_a_sample(seen, lang):
    there = seen("service", lang=lang, **GREEN)
    assert there.warnings == [] and words.SAMPLE.get(lang) in there.markup.text
    strings, gaps = there.charts
    assert {row["string_id"][0] for row in strings.rows} == {"p", "r"}
    assert {row["minutes"] > 0 for row in gaps.rows} == {True}
    assert strings.alt.count(words.STRINGS_SAY.get(lang)) == 1
    assert "[4,2]" in str(strings.spec).replace(" ", "")


def test_what_is_said_of_gaps_is_counted_from_the_passes_at_that_stop(seen, ask):
    there = seen("service", lang="en", stop="4", **GREEN)
    passed = seconds(ask, date(2022, 12, 14))[4]
    gaps = [after - before for before, after in pairwise(passed)]
    (said,) = [node.text for node in there.markup.all("p") if node.text.startswith("At ") and "gaps" in node.text]
    bunched, long = sum(gap < 900 / 4 for gap in gaps), sum(gap > 2 * 900 for gap in gaps)
    assert f"{len(gaps)} gaps, {bunched} of them bunched, {long} long" in said


def test_the_wait_of_a_month_is_half_of_each_gap_weighted_by_the_gap(seen, ask):
    there = seen("service", lang="en", **GREEN)
    rows = {row[0]: row[1] for row in table(there, words.MONTHS.en)[1:]}
    gaps = [
        after - before
        for day in range(1, 32)
        for nth, passed in seconds(ask, date(2022, 12, day)).items()
        for before, after in pairwise(passed)
        if nth < 8  # nobody waits at the last stop
    ]
    wait = sum(gap**2 for gap in gaps) / (2 * sum(gaps)) / 60
    assert float(rows["Mean wait (min)"]) == pytest.approx(wait, abs=0.06)
    assert rows["Headway (min)"].startswith(f"{sum(gaps) / len(gaps) / 60:.1f} (planned ")
    assert rows["On time (%)"] == words.NOT_TIMED.en


def test_a_month_stands_beside_the_one_before_and_the_same_a_year_ago(seen):
    header = table(seen("service", lang="en", **GREEN), words.MONTHS.en)[0]
    assert [name.split(" (")[0] for name in header[1:]] == ["Dec 2022", "Nov 2022", "Dec 2021"]


def test_days_of_one_type_are_a_part_of_all_days(seen):
    every, sundays = (
        table(seen("service", lang="en", **GREEN, **more), words.STOPS.en)[1:] for more in ({}, {"type": "sunday"})
    )
    assert [row[0] for row in every] == [row[0] for row in sundays]
    pairs = [[int(row[-1].replace(",", "")) for row in rows] for rows in zip(every, sundays, strict=True)]
    assert len(pairs) == 7 and all(0 < part < whole for whole, part in pairs)


@pytest.mark.parametrize(
    ("name", "value"), [("line", "city_bus.red"), ("way", "7"), ("day", "2019-02-30"), ("type", "x")]
)
def test_a_link_to_what_there_is_not_says_so_and_shows_what_there_is(seen, name, value):
    there = seen("service", lang="en", **{**GREEN, name: value})
    assert any(value in warning for warning in there.warnings) and len(there.charts) == 2


def test_another_route_goes_into_the_link_and_stays_there_with_another_day(seen):
    there = seen("service", lang="en")
    there.choose("service-line", "songthaew_2018.st3")
    there.choose("service-day", "2018-12-07")
    held = {name: there.at.query_params[name] for name in ("line", "day")}
    assert {name: value if isinstance(value, str) else value[0] for name, value in held.items()} == {
        "line": "songthaew_2018.st3", "day": "2018-12-07",
    }  # fmt: skip
    assert next(there.markup.all("h2")).text.startswith("3 · ") and there.warnings == []


def test_its_month_leads_to_the_explorer_with_what_is_looked_at(seen):
    there = seen("service", lang="en", **{**GREEN, "way": "1"}, type="weekday")
    (link,) = [a.attributes["href"] for a in there.markup.all("a") if a.text == ASK_ON.en]
    question, refused = from_link(dict(parse_qsl(link.partition("?")[2])))
    assert question == Happened(
        "service", "excess-wait", places=("city_bus.green_24@1",), start=date(2022, 12, 1), end=date(2022, 12, 31),
        type="weekday", by="hour",
    ) and refused == []  # fmt: skip


def test_without_samples_it_says_that_nothing_was_measured_yet(seen):
    there = seen("service", lang="en", sample="hide")
    assert words.NO_SAMPLE.en in there.markup.text and there.charts == []


def test_every_stretch_is_on_the_map_from_one_stop_to_the_next(seen):
    there = seen("service", lang="en", **GREEN)
    stretches = table(there, words.STRETCHES.en)[1:]
    (drawn,) = [item.proto for item in there.at.main if item.type == "deck_gl_json_chart"]
    (layer,) = [one for one in json.loads(drawn.json)["layers"] if one["id"] == "stretches"]
    assert [one["name_en"] for one in layer["data"]] == [f"{row[0]}: {row[1]} km/h" for row in stretches]
    assert all(before["path"][-1] == pytest.approx(after["path"][0]) for before, after in pairwise(layer["data"]))
