"""Questions about service as driven: ratios of sums, measured days apart from made-up ones, links that keep."""

from datetime import date
from urllib.parse import parse_qsl, urlencode

import duckdb
import pandas as pd
import pytest

from smart7 import queries, store
from smart7.i18n import LANGS
from smart7.ingest import build
from smart7.questions import either
from smart7.questions.happened import Happened, counted, driven, lines, noted, statement, without_unknown
from smart7.questions.happened.asked import DIMENSIONS, LONG, MEASURES, NOT_AT_STOPS
from smart7.questions.happened.sentence import sentence
from tests.schema import driven_rows as rows

GREEN = "city_bus.green_24"
DECEMBER = {"start": date(2022, 12, 1), "end": date(2022, 12, 31)}
WEEK_LATER = {"service_date": date(2026, 3, 7)}


@pytest.fixture
def own():
    """Return the tables of a snapshot with one recorded and one imported feed and no day of service."""
    connection = duckdb.connect(":memory:")
    for script in ("tables.sql", "macros.sql", "transit.sql", "driven.sql"):
        build.run_script(connection, script)
    for feed, status in (("bus", "recorded"), ("tram", "imported")):
        put(connection, "gtfs_feeds", feed_id=feed, status=status, title_th="B", title_en="B", position=1)
    texts = {f"{name}_{lang}": "T" for name in ("publisher", "title", "licence") for lang in ("th", "en")}
    for source in ("vehicle-positions", "sample-generator"):
        put(connection, "sources", source_id=source, bulk=True, confidence="official", **texts)
    yield connection
    connection.close()


def put(connection, table, **cells):
    """Insert one row."""
    marks = ", ".join("?" * len(cells))
    connection.execute(f"insert into {table} ({', '.join(cells)}) values ({marks})", list(cells.values()))  # noqa: S608


def day(connection, *stops, of=rows.DAY, **more):
    """Insert a day with its stops and hours."""
    put(connection, "driven_days", **(of | more))
    for stop in stops:
        own = {name: cell for name, cell in (more | stop).items() if name in rows.STOP}
        put(connection, "driven_stop_hours", **(rows.STOP | own))


def ask(connection, question):
    """Return the cells of a question as dictionaries, by what they are told apart by."""
    sql, given = statement.compile(question)
    found = connection.execute(sql, given).df().to_dict("records")
    return {tuple(row[name] for name in question.dimensions): row for row in found}


def test_a_cell_is_a_sum_over_a_sum_and_no_mean_of_means(own):
    day(own, {"gaps": 1, "gap_s": 600.0, "gap_s2": 360_000.0})
    day(own, {"gaps": 9, "gap_s": 10_800.0, "gap_s2": 12_960_000.0}, **WEEK_LATER)
    (cell,) = ask(own, Happened("service", "headway")).values()
    assert cell["value"] == pytest.approx(11_400 / 10 / 60) and (cell["counted"], cell["stated"]) == (2, 10)
    (wait,) = ask(own, Happened("service", "wait")).values()
    assert wait["value"] == pytest.approx(13_320_000 / (2 * 11_400) / 60)


def test_measured_and_made_up_days_are_never_one_number(own):
    day(own, {})
    day(own, {"gap_s": 3600.0}, of=rows.SAMPLE, **WEEK_LATER)
    found = ask(own, Happened("service", "headway"))
    assert {key[0]: row["value"] for key, row in found.items()} == {"measured": 10.0, "sample": 20.0}
    assert [key[0] for key in ask(own, Happened("service", "headway", sample=False))] == ["measured"]


def test_what_is_held_against_assumed_headways_is_an_estimate(own):
    day(own, {})
    day(own, {}, feed_id="tram")
    for measure, of_record in (("headway", "modelled"), ("bunched", "estimated"), ("excess-wait", "estimated")):
        found = ask(own, Happened("service", measure, by="line"))
        assert found["measured", "bus.one"]["quality_grade"] == of_record
        assert found["measured", "tram.one"]["quality_grade"] == "modelled"


def test_a_line_a_direction_a_type_of_day_and_hours_narrow_what_is_asked_for(own):
    day(own, {}, {"direction_id": 1}, {"hour": 25}, {"route_id": "two"})
    day(own, {}, **WEEK_LATER, day_type="saturday")

    def gaps(**narrowed):
        return sum(row["stated"] for row in ask(own, Happened("service", "headway", **narrowed)).values())

    assert gaps() == 15
    assert gaps(places=("bus.one",)) == 12 and gaps(places=("bus.one@1",)) == 3
    assert gaps(places=("bus.one@1", "bus.two")) == 6
    assert gaps(type="saturday") == 3 and gaps(hours="6-8") == 12
    assert gaps(hours="0-2") == 3, "an hour after midnight is one of the night"


@pytest.mark.parametrize("measure", NOT_AT_STOPS)
def test_what_no_stop_has_is_not_told_apart_by_stops(measure):
    assert Happened("service", "wait", by="stop").with_(measure=measure).by == "hour"


def test_a_stop_and_a_day_are_each_a_sum_of_their_own_and_made_up_days_apart(own):
    day(own, {}, {"stop_id": "b", "stop_sequence": 2, "gap_s": 3600.0})
    day(own, {"gap_s": 5400.0}, of=rows.SAMPLE, **WEEK_LATER)
    by_stop = ask(own, Happened("service", "headway", by="stop"))
    assert {key: row["value"] for key, row in by_stop.items()} == {
        ("measured", "bus.a"): 10.0, ("measured", "bus.b"): 20.0, ("sample", "bus.a"): 30.0,
    }  # fmt: skip
    by_day = ask(own, Happened("service", "headway", by="day"))
    assert {key: row["value"] for key, row in by_day.items()} == {
        ("measured", rows.DAY["service_date"].isoformat()): 15.0,
        ("sample", WEEK_LATER["service_date"].isoformat()): 30.0,
    }


def test_of_too_many_days_the_newest_are_told_and_how_many_there_are(own, monkeypatch):
    monkeypatch.setattr(driven, "MOST", 3)
    for nth in range(5):
        day(own, {}, {"hour": 9}, service_date=date(2026, 5, 1 + nth))
    found = ask(own, Happened("service", "headway", by="day", split="hour"))
    assert sorted({key[1] for key in found}) == ["2026-05-03", "2026-05-04", "2026-05-05"] and len(found) == 6
    assert {row["every_row"] for row in found.values()} == {5}


def test_of_too_many_stops_those_with_most_behind_them_are_told(own, monkeypatch):
    monkeypatch.setattr(driven, "MOST", 2)
    day(own, *({"stop_id": stop, "stop_sequence": gaps, "gaps": gaps} for stop, gaps in (("a", 2), ("b", 1), ("c", 9))))
    assert sorted(ask(own, Happened("service", "headway", by="stop"))) == [("measured", "bus.a"), ("measured", "bus.c")]


def test_what_is_cut_off_is_said_in_both_languages(monkeypatch):
    monkeypatch.setattr(noted, "MOST", 300)
    own = pd.DataFrame({"every_row": [1234, 1234]})
    for by in LONG:
        for lang in LANGS:
            (told,) = noted.cut(Happened("service", by=by), own, lang)
            assert "300" in told and "1,234" in told
    assert noted.cut(Happened("service", by="day"), own.assign(every_row=300), "en") == []
    assert noted.cut(Happened("service", by="hour"), pd.DataFrame(), "en") == []


@pytest.mark.parametrize("lang", LANGS)
def test_stops_stand_in_the_order_of_the_way_under_their_own_names(snapshot, lang):
    there, back = (
        [key[-1] for key in counted(snapshot, Happened("service", by="stop", places=(way,)), lang).keys]
        for way in (f"{GREEN}@0", f"{GREEN}@1")
    )
    assert there == back[::-1] and there[0] == "city_bus.cb_airport"
    found = counted(snapshot, Happened("service", by="stop", places=(GREEN,)), lang)
    assert found.label("stop", there[0]) == {"th": "สนามบินขอนแก่น", "en": "Khon Kaen Airport"}[lang]
    assert len({found.label("stop", slug) for slug in there}) == len(there)


def test_what_cannot_be_said_has_a_reason(own):
    day(own, {"timed": 0, "on_time": 0, "early": 0, "late": 0, "held": 0})
    (on_time,) = ask(own, Happened("service", "on-time")).values()
    (bunched,) = ask(own, Happened("service", "bunched")).values()
    assert (on_time["reason"], bunched["reason"]) == ("untimed", "unplanned")


@pytest.mark.parametrize(
    "question",
    [
        Happened("service", "excess-wait", places=(GREEN, f"{GREEN}@1"), hours="6-8", type="sunday", by="month",
                 split="way", chart="heat", **DECEMBER),
        Happened("service", sample=False),
        Happened("service", "bunched", by="stop", split="day_type"),
        Happened("service", "speed", by="day", split="way"),
    ],
)  # fmt: skip
def test_a_question_comes_back_from_its_link_as_it_was(question):
    link = either.to_link(question)
    assert either.from_link(dict(parse_qsl(urlencode(link)))) == (question, [])


@pytest.mark.parametrize(
    ("link", "refused"),
    [
        ("what=service&by=tambon", ("by", "tambon")),
        ("what=service&type=monday", ("type", "monday")),
        ("what=service&split=stop", ("split", "stop")),
        ("what=service&split=day", ("split", "day")),
        ("what=service&measure=speed&by=stop", ("by", "stop")),
        ("what=days&by=day", ("by", "day")),
        ("what=service&of=nowhere", ("of", "nowhere")),
        ("what=service&cause=drunk", ("cause", "drunk")),
        ("what=accidents&type=sunday", ("type", "sunday")),
        ("what=days&sample=hide", ("sample", "hide")),
    ],
)
def test_what_of_a_link_cannot_be_read_is_said(link, refused):
    assert either.from_link(dict(parse_qsl(link)))[1] == [refused]


def test_a_line_that_is_not_there_is_said(snapshot):
    question, refused = without_unknown(snapshot, Happened("service", places=(GREEN, "city_bus.red", f"{GREEN}@7")))
    assert question.places == (GREEN,) and refused == [("of", "city_bus.red"), ("of", f"{GREEN}@7")]


def test_a_month_of_a_direction_is_what_the_page_of_service_says(snapshot):
    (page,) = [
        row for row in queries.records(snapshot, "service/months", feed="city_bus", route="green_24", direction=0,
                                       month=date(2022, 12, 1), type="", sample=True)
        if row["month"].month == 12 and row["month"].year == 2022
    ]  # fmt: skip
    for measure in MEASURES["service"]:
        found = counted(snapshot, Happened("service", measure, places=(f"{GREEN}@0",), by="month", **DECEMBER), "en")
        (key,) = found.keys
        cell = found.cell(key, "")
        said = page[measure.replace("-", "_")]
        assert found.value(cell) == (pytest.approx(said) if said is not None else None), measure
        assert cell["counted"] == page["days"] == 31


@pytest.mark.parametrize("by", DIMENSIONS["service"])
@pytest.mark.parametrize("lang", LANGS)
def test_every_answer_says_what_it_is_and_that_it_is_a_sample(snapshot, lang, by):
    found = counted(snapshot, Happened("service", "excess-wait", by=by, split="line" if by != "line" else ""), lang)
    assert found.has_sample and found.notes and found.sources() and len(found.table()) == len(found.keys) > 0
    assert {found.labels(key)[0] for key in found.keys} == {{"th": "ตัวอย่าง", "en": "Sample"}[lang]}
    assert bool(found.rows().iloc[:, -1].all()), "the file says of each row that it is a sample"


def test_each_measure_is_another_sentence_in_each_language(snapshot):
    said = {sentence(snapshot, Happened("service", name), lang) for name in MEASURES["service"] for lang in LANGS}
    assert len(said) == 2 * len(MEASURES["service"])


def test_hours_after_midnight_come_last_and_read_as_hours_of_the_clock(snapshot):
    found = counted(snapshot, Happened("service", "headway", places=(GREEN,)), "en")
    hours = [int(key[-1]) for key in found.keys]
    assert hours == sorted(hours)
    assert found.label("hour", "25").startswith("01:00")


def test_the_sums_behind_an_answer_leave_as_far_as_their_licence_lets_them(snapshot):
    for measure in ("headway", "trips-run", "speed"):
        question = Happened("service", measure, places=(GREEN,), type="sunday", **DECEMBER)
        held, leaving = counted(snapshot, question, "en").held
        found = store.select(snapshot, *statement.leaving(question))
        assert len(found) == leaving == held > 0
        assert set(found["day_type"]) == {"sunday"} and {"quality", "licence_en"} <= set(found)


def test_made_up_days_and_measured_ones_name_each_their_own_source():
    told = [("sample", "Made up"), ("modelled", "Positions"), ("sample", "Made up, too"), ("counted", None)]
    days = [{"quality": quality, "source_th": source, "source_en": source} for quality, source in told]
    assert lines.source_of(days, "modelled", "en") == "Positions"
    assert lines.source_of(days, "sample", "th") == "Made up, too"
    assert lines.source_of(days[:1], "modelled", "en") == ""
    assert lines.source_of(days, "counted", "en") == ""


@pytest.mark.parametrize("lang", LANGS)
def test_stops_of_one_name_are_told_apart_by_their_lines(snapshot, lang):
    alone, every = (lines.stops(snapshot, places, lang) for places in ((GREEN,), ()))
    name = {"th": "บขส.1", "en": "Bus Terminal 1"}[lang]
    assert alone["city_bus.cb_terminal_1"] == name
    assert every["city_bus.cb_terminal_1"] == name + {"th": " (สาย 24)", "en": " (line 24)"}[lang]
    assert len(set(every.values())) == len(every) > len(alone)
