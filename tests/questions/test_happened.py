"""Questions about what happened: links that keep their meaning, counts that agree with SQL, means that admit gaps."""

from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode

import pytest

from smart7 import store
from smart7.i18n import LANGS
from smart7.ingest.build import Options, build
from smart7.questions import Question, either
from smart7.questions.happened import BANDS, Happened, counted, names, statement, without_unknown
from smart7.questions.happened.asked import DIMENSIONS, MEASURES
from smart7.questions.happened.sentence import sentence
from tests import happened
from tests.conftest import AS_OF, copy_data

EVERY = [
    Happened(what, measure, by=by, indicator="pm25-mean" if what == "days" else "")
    for what in ("accidents", "days") for measure in MEASURES[what] for by in DIMENSIONS[what]
]  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return a folder and its snapshot where nothing happened but 400 invented accidents and five years of dust."""
    folder = happened.where_nothing_did(copy_data(tmp_path_factory.mktemp("happened")))
    happened.accidents(folder, 400)
    happened.dust(folder)
    return folder, build(Options(folder, AS_OF, with_sample=False))


@pytest.fixture
def town(built, monkeypatch):
    """Put that snapshot in service for one test and return its id."""
    folder, snapshot_id = built
    monkeypatch.setenv("SMART7_DATA", str(folder))
    return snapshot_id


@pytest.fixture
def ask(town):
    """Return a function that runs SQL over that snapshot."""

    def run(sql):
        with store.cursor(town) as cursor:
            return cursor.execute(sql).fetchall()

    return run


# --- links


@pytest.mark.parametrize(
    "question",
    [
        *EVERY,
        Happened("accidents", "dead", places=("municipality", "tambon-400101"), hours="6-8", cause="drunk", near=True,
                 by="hour", split="season", start=date(2020, 10, 1), end=date(2023, 9, 30), chart="heat"),
        Happened("days", "share", "pm25-mean", ("station-46t",), by="season", split="fiscal_year"),
    ],
)  # fmt: skip
def test_a_question_comes_back_from_its_link_as_it_was(question):
    link = either.to_link(question)
    again = dict(parse_qsl(urlencode(link)))
    assert either.from_link(again) == (question, [])
    assert urlencode(link).isascii() and link["what"] == question.what


@pytest.mark.parametrize(
    ("link", "refused"),
    [
        ("what=accidents&by=station", ("by", "station")),
        ("what=days&by=hour", ("by", "hour")),
        ("what=days&near=school", ("near", "school")),
        ("what=accidents&hours=1-2", ("hours", "1-2")),
        ("what=accidents&of=in%20town", ("of", "in town")),
        ("what=accidents&from=2023-01&to=2022-01", ("to", "2022-01")),
        ("what=accidents&show=pm25-mean", ("show", "pm25-mean")),
        ("what=luck", ("what", "luck")),
    ],
)
def test_what_of_a_link_cannot_be_read_is_said(link, refused):
    assert either.from_link(dict(parse_qsl(link)))[1] == [refused]


def test_a_link_without_a_kind_is_a_question_about_figures():
    assert either.from_link({"v": "1", "show": "road-deaths"})[0] == Question(indicators=("road-deaths",))


def test_a_question_about_days_names_its_indicator_and_what_is_not_there_is_said(town):
    question, refused = without_unknown(town, Happened("days", places=(happened.STATION, "station-nowhere")))
    assert question == Happened("days", indicator="pm25-mean", places=(happened.STATION,))
    assert refused == [("of", "station-nowhere")]


# --- accidents


@pytest.mark.parametrize("measure", MEASURES["accidents"])
@pytest.mark.parametrize("by", DIMENSIONS["accidents"])
def test_the_cells_of_accidents_add_up_to_all_of_them(town, ask, measure, by):
    amount = {"accidents": "count(*)", "fatal": "count(*) filter (deaths > 0)", "dead": "sum(deaths)",
              "injured": "sum(injuries)"}[measure]  # fmt: skip
    found = counted(town, Happened("accidents", measure, by=by, split="hour" if by != "hour" else "area"), "en")
    ((whole,),) = ask(f"select {amount} from points")  # noqa: S608
    assert found.own["value"].sum() == whole == found.cell((), "total")["value"]
    assert {name for key in found.keys for name in key} >= set(found.own[by])


def test_accidents_are_narrowed_by_place_time_hour_cause_and_school_at_once(town, ask):
    question = Happened(
        places=("municipality", "district"), start=date(2019, 6, 1), end=date(2024, 5, 31), hours="6-8", near=True,
    )  # fmt: skip
    found = counted(town, question, "en")
    ((inside, low, high),) = ask("""
        select count(*) filter (nearest_m <= 300), count(*) filter (surely_m <= 300), count(*)
        from points join points_near_school using (point_id)
        where area <> 'elsewhere' and day between '2019-06-01' and '2024-05-31' and hour between 6 and 8""")
    whole = found.cell((), "")
    assert (whole["value"], whole["low"], whole["high"]) == (inside, low, high) and low < inside < high
    assert sum(found.value(found.cell(key, "")) for key in found.keys) == inside


def test_near_a_school_is_as_the_build_counts_it(town, ask):
    whole = counted(town, Happened(near=True), "en").cell((), "")
    assert [(whole["value"], whole["low"], whole["high"])] == ask("select near, near_low, near_high from near_schools")


def test_what_no_source_states_is_unknown_and_what_some_state_says_of_how_many(town, ask):
    found = counted(town, Happened(measure="injured", by="area"), "en")
    ((stated, every),) = ask("select count(injuries), count(*) from points")
    whole = found.cell((), "")
    assert stated < every and f"{stated} of {every}" in found.beside(whole)
    silent = Happened(measure="injured", by="hour", start=date(2019, 1, 1), end=date(2019, 1, 1))
    nothing = counted(town, silent, "en")
    stated_then = ask("select count(injuries) from points where day = '2019-01-01'")[0][0]
    assert nothing.own.empty or bool(stated_then) == nothing.own["value"].notna().any()


def test_a_year_without_an_accident_is_nought_and_one_beyond_the_record_is_not_there(town):
    found = counted(town, Happened(cause="weather", by="month"), "en")
    first, last = names.span(town, found.question)
    months = [key[0] for key in found.keys]
    assert (months[0], months[-1]) == (f"{first:%Y-%m}", f"{last:%Y-%m}")
    empty = [key for key in found.keys if not found.cell(key, "")["counted"]]
    assert empty and {found.value(found.cell(key, "")) for key in empty} == {0}


def test_a_month_after_the_end_of_the_record_is_unknown_and_not_nought(town):
    until = Happened(end=date(2021, 3, 16), split="month_of_year")
    found = counted(town, until, "en")
    last = {column[1:]: found.cell(("cy2021",), column) for column in found.columns}
    assert last["02"]["value"] is not None
    assert (last["04"]["value"], last["04"]["reason"]) == (None, "unrecorded")
    assert found.cell(("cy2020",), "=04")["value"] is not None


def test_hours_and_months_that_are_not_asked_for_are_not_nought(town):
    band = counted(town, Happened(hours=BANDS[2], by="hour"), "en")
    assert [key[0] for key in band.keys] == ["6", "7", "8"]
    spring = counted(town, Happened(start=date(2020, 1, 1), end=date(2020, 3, 31), by="month_of_year"), "en")
    assert [key[0] for key in spring.keys] == ["01", "02", "03"]


# --- days


def test_the_mean_of_a_month_is_that_of_the_page_of_the_indicator_and_a_gap_where_that_has_one(town, ask):
    found = counted(town, Happened("days", indicator="pm25-mean", by="month"), "en")
    shown = {key[0]: found.value(found.cell(key, found.columns[0])) for key in found.keys}
    known = dict(ask("select strftime(month_start, '%Y-%m'), mean from day_months"))
    assert {month: pytest.approx(mean) for month, mean in known.items() if mean is not None} == {
        month: mean for month, mean in shown.items() if mean is not None
    }
    assert [month for month, mean in known.items() if mean is None], "no month of the invented days is thin"


def test_days_over_the_standard_come_with_the_days_measured(town, ask):
    found = counted(town, Happened("days", "over", "pm25-mean", by="calendar_year"), "en")
    over = {f"cy{year}": (total, judged) for year, total, judged in ask(
        "select year(day), count(*) filter (verdict = 'over'), count(*) from judged_days"
        " where verdict in ('within', 'over') group by all")}  # fmt: skip
    for key in found.keys:
        cell = found.cell(key, found.columns[0])
        assert (cell["value"], cell["stated"]) == over[key[0]]
        assert f"({cell['stated']}/{cell['counted']} days)" in found.told(cell)


def test_a_year_of_which_a_part_was_measured_has_no_mean_and_says_of_how_many_days(town):
    whole = counted(town, Happened("days", indicator="pm25-mean", by="fiscal_year"), "en")
    first = whole.cell(whole.keys[0], whole.columns[0])
    year = (date(2019, 9, 30) - date(2018, 10, 1)).days + 1
    assert (first["value"], first["reason"], first["counted"]) == (None, "sparse", year)
    asked = whole.question.with_(start=happened.FIRST, end=date(2019, 9, 30))
    part = counted(town, asked, "en")
    assert part.value(part.cell(part.keys[0], part.columns[0])) is not None, "the days asked for were measured"


def test_a_day_after_the_knowledge_of_the_snapshot_is_not_missing(town, ask):
    found = counted(town, Happened("days", "measured", "pm25-mean", by="calendar_year"), "en")
    last = found.cell(found.keys[-1], found.columns[0])
    assert last["last_day"].date() <= AS_OF and last["counted"] <= 366


def test_stations_are_always_told_apart(snapshot):
    question, _ = without_unknown(snapshot, Happened("days", by="season", split="calendar_year"))
    found = counted(snapshot, question, "en")
    assert found.question.axes == (("station", "season"), "calendar_year")
    assert found.own["station"].nunique() > 1 and not found.totals


# --- words, licences


@pytest.mark.parametrize("question", EVERY, ids=lambda question: f"{question.measure}-{question.by}")
def test_every_question_is_a_sentence_in_both_languages_with_a_table_its_rows_and_their_sources(town, question):
    said = [sentence(town, question, lang) for lang in LANGS]
    assert len(set(said)) == 2
    found = counted(town, question, "en")
    assert found.sources() and found.notes
    assert len(found.table()) == len(found.keys) > 0
    rows = found.rows()
    assert {"Value", "Unit of measure", "First day", "Last day", "Source"} <= set(rows) or rows["Value"].isna().all()


def test_a_record_of_deadly_accidents_alone_is_not_called_one_of_accidents(snapshot, town, monkeypatch):
    assert sentence(town, Happened(), "en").startswith("Count accidents, everywhere")
    monkeypatch.undo()
    assert sentence(snapshot, Happened(), "en").startswith("Count accidents in which somebody died, everywhere")


def test_records_leave_only_as_far_as_their_licence_lets_them(snapshot):
    accidents = Happened(near=True)
    held, leaving = counted(snapshot, accidents, "en").held
    assert len(store.select(snapshot, *statement.leaving(accidents))) == leaving == held > 0
    days, _ = without_unknown(snapshot, Happened("days"))
    held, leaving = counted(snapshot, days, "en").held
    assert len(store.select(snapshot, *statement.leaving(days))) == leaving == 0 < held


def test_times_offered_reach_over_the_whole_record(town):
    first, last = names.span(town, Happened())
    found = names.times(town, Happened(), "en")
    assert f"{first:%Y-%m}" in found and f"{last:%Y-%m}" in found
    assert f"{first - timedelta(days=32):%Y-%m}" not in found
