"""What happened on the explore page: blanks that ask, answers that say what they lack, files that keep to licences."""

import io
from urllib.parse import parse_qsl

import openpyxl
import pytest

from smart7 import store
from smart7.components.explore import answer as explore_answer
from smart7.components.explore import ask as explore_ask
from smart7.components.explore import take
from smart7.components.explore.happened import charts
from smart7.components.explore.happened import map as happened_map
from smart7.i18n import LANGS
from smart7.ledger import views
from smart7.questions.happened import Happened, counted
from smart7.sandbox import rules
from smart7.view import View
from smart7.words import common, service
from smart7.words import happened_asked as words
from tests.conftest import AS_OF

ACCIDENTS = {"v": "1", "what": "accidents"}
DUST = {"v": "1", "what": "days", "measure": "over", "show": "pm25-mean"}
BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)
EXAMPLES = pytest.mark.parametrize("example", [asked for _, asked in words.EXAMPLES], ids=lambda asked: asked[4:40])


pytestmark = pytest.mark.usefixtures("own_ledger")


def cells(there):
    """Return the figures of the answer's table as they are written, row by row."""
    return next(iter(there.markup.all("table"))).rows()


def held(there):
    """Return the link as it stands."""
    return {name: value if isinstance(value, str) else value[0] for name, value in there.at.query_params.items()}


@EXAMPLES
@BOTH_LANGUAGES
def test_each_question_to_begin_with_has_an_answer_a_chart_a_source_and_no_warning(visitor, example, lang):
    there = visitor.open("explore", lang=lang, **dict(parse_qsl(example)))
    assert there.warnings == [] and len(cells(there)) > 2 and there.charts
    assert common.SOURCE.get(lang) in there.words
    verb = words.COUNT if "accidents" in example else words.SHOW
    assert there.markup.one("p", "s7-finding").text.startswith(verb.get(lang).partition("{")[0].strip())


def test_the_page_offers_to_ask_about_what_happened_and_the_choice_is_in_the_link(visitor):
    there = visitor.open("explore", lang="en")
    about = there.at.button_group(key="ask-what-0")
    assert list(about.options) == [words.KINDS[kind].en for kind in ("", "accidents", "days", "service")]
    about.set_value("accidents")
    there.settled()
    assert held(there)["what"] == "accidents"
    assert words.COUNT.en.partition("{")[0] in there.markup.one("p", "s7-finding").text


def test_filling_blanks_changes_link_sentence_and_answer_and_can_be_undone(visitor):
    there = visitor.open("explore", lang="en", **ACCIDENTS)
    first = there.markup.one("p", "s7-finding").text
    there.choose("ask-accidents-by-0", "hour")
    there.choose("ask-accidents-near-0", "near")
    assert {"by": "hour", "near": "school"}.items() <= held(there).items()
    assert len(cells(there)) == 1 + 24 + 1 + 1, "each hour, those not stated, the total"
    there.at.button(key="explore-undo").click()
    there.settled()
    there.at.button(key="explore-undo").click()
    there.settled()
    assert there.markup.one("p", "s7-finding").text == first


def test_what_a_field_of_another_kind_of_question_still_sends_is_let_go_of(monkeypatch):
    asked = []
    monkeypatch.setattr(explore_ask, "held", lambda: Happened("days"))
    monkeypatch.setattr(explore_ask, "ask", asked.append)
    for blank, value in (("measure", "accidents"), ("hours", "6-8"), ("indicators", ("road-deaths",))):
        explore_ask.fill(blank, value)
    assert asked == []
    explore_ask.fill("measure", "over")
    assert asked == [Happened("days", "over")]


@BOTH_LANGUAGES
def test_the_table_says_what_is_small_what_is_uncertain_and_of_how_many_days(visitor, lang):
    near = visitor.open("explore", lang=lang, near="school", by="hour", **ACCIDENTS)
    assert " * (" in near.words and words.FEW.get(lang) in near.words and words.NEAR_NOTE.get(lang) in near.words
    dust = visitor.open("explore", lang=lang, by="month", **DUST)
    assert words.SPARSE.get(lang) in dust.words and words.STANDARD.get(lang) in dust.words
    stations = cells(dust)[0][1:]
    assert len(stations) > 1 and any("/31" in cell for row in cells(dust) for cell in row)


def test_what_no_source_states_is_a_dash_and_a_reason_and_never_nought(visitor):
    there = visitor.open("explore", lang="en", measure="injured", **ACCIDENTS)
    assert words.REASONS["unsaid"].en in there.words and there.charts == []
    assert all("–" in row[1] for row in cells(there)[1:-1])


def test_a_link_that_asks_for_what_there_is_not_says_so(visitor):
    there = visitor.open("explore", lang="en", cause="luck", of="nowhere", split="station", **ACCIDENTS)
    assert len(there.warnings) == 3
    assert {"cause", "of", "split"}.isdisjoint(held(there))


@BOTH_LANGUAGES
def test_accidents_are_a_map_that_says_how_they_are_put_together(visitor, lang):
    there = visitor.open("explore", lang=lang, chart="map", of="municipality", **ACCIDENTS)
    assert there.at.get("deck_gl_json_chart") and there.charts == []
    assert words.CELLS.get(lang).partition("{")[0] in there.words


def test_the_map_holds_as_many_accidents_as_the_table(snapshot):
    question = Happened(places=("municipality", "district"))
    drawn, wide = happened_map.discs(snapshot, question, "en")
    assert sum(one["value"] for one in drawn) == counted(snapshot, question, "en").cell((), "")["value"]
    assert len(drawn) <= happened_map.MOST and wide >= 100


def test_a_chart_leaves_a_gap_where_nothing_can_be_said(snapshot):
    question = explore_ask.question_of("what=days&show=pm25-mean&of=station-46t")
    frame = charts.rows(counted(snapshot, question, "en"))
    assert frame["segment"].nunique() > 1 and frame["value"].notna().all()


def test_what_lies_in_no_tambon_is_said_and_not_drawn_beside_the_tambons(snapshot, visitor):
    shown = counted(snapshot, Happened(by="tambon"), "en")
    (said,) = charts.left_out(shown)
    whole = shown.cell((), "")["value"]
    outside = shown.cell(("outside",), "")["value"]
    assert charts.rows(shown)["value"].sum() + outside == whole
    assert words.NOT_DRAWN.format("en", what=said) in visitor.open("explore", lang="en", by="tambon", **ACCIDENTS).words


@BOTH_LANGUAGES
def test_made_up_service_is_labelled_in_table_and_chart_and_leads_to_the_page_of_its_line(visitor, lang):
    there = visitor.open("explore", lang=lang, what="service", measure="excess-wait", of="city_bus.green_24@1")
    assert {row[0] for row in cells(there)[1:]} == {words.BASES["sample"].get(lang)}
    assert {row["is_sample"] for row in there.charts[0].rows} == {True}
    assert there.markup.all("span", "s7-sample-figure") and service.SAMPLE.get(lang) in there.words
    (back,) = [a.attributes["href"] for a in there.markup.all("a") if a.text == words.SERVICE_PAGE.get(lang)]
    assert dict(parse_qsl(back.partition("?")[2])).items() >= {"line": "city_bus.green_24", "way": "1"}.items()


def test_a_month_that_stands_alone_is_a_bar_since_a_line_would_not_show_it(snapshot):
    apart = Happened("service", "bunched", places=("city_bus.green_24",), by="month")
    assert charts.possible(counted(snapshot, apart, "en"))[0] == "bar"
    hours = charts.possible(counted(snapshot, apart.with_(by="hour"), "en"))
    assert {"bar", "line"} <= set(hours)


def test_hidden_samples_of_service_are_said_to_be_hidden(visitor):
    there = visitor.open("explore", lang="en", what="service", sample="hide")
    assert [one.value for one in there.at.info] == [service.NO_SAMPLE.en] and there.charts == []


def test_records_are_offered_where_licences_let_them_leave_and_else_it_is_said(visitor):
    there = visitor.open("explore", lang="en", **ACCIDENTS)
    keys = {button.key for button in there.at.get("download_button")}
    assert {"take-records-csv", "take-records-xlsx", "take-records-parquet", "take-csv"} <= keys
    dust = visitor.open("explore", lang="en", **DUST)
    kept = {button.key for button in dust.at.get("download_button")}
    assert "take-csv" in kept and not {key for key in kept if key.startswith("take-records")}
    said = [caption.value for caption in dust.at.caption]
    assert any(words.ROWS_STAY.en.partition("}")[2] in text for text in said)


def test_files_hold_the_counts_with_their_range_source_and_a_name_of_their_own(snapshot):
    shown = counted(snapshot, Happened(near=True, by="hour"), "en")
    assert {"At least", "At most", "Source"} <= set(shown.rows())
    assert len(shown.table()) == len(shown.keys) and shown.file_name == f"accidents-hour-{snapshot}"


def test_a_saved_view_is_listed_opened_and_taken_in_a_workbook_with_others(visitor, snapshot):
    asked = explore_ask.query(Happened(places=("municipality",), measure="dead"))
    views.save("Deaths in town", "", "Traffic", asked, "live", snapshot, account="")
    views.save("Deaths", "", "Traffic", "v=1&show=road-deaths-province", "live", snapshot, account="")
    there = visitor.open("explore", lang="en")
    there.at.session_state["explore-views"] = True
    there.settled()
    (row,) = [row for row in there.markup.all("tr") if "Deaths in town" in row.text]
    assert "people who died in accidents" in row.text
    assert any("what=accidents" in a.attributes["href"] for a in row.all("a"))


def test_views_of_either_kind_go_into_one_workbook(snapshot):
    asked = explore_ask.query(Happened(places=("municipality",), measure="dead"))
    views.save("Deaths", "", "Traffic", "v=1&show=road-deaths-province", "live", snapshot, account="")
    views.save("Deaths in town", "", "Traffic", asked, "live", snapshot, account="")
    view = View("en", False, 2026, range(2026, 2015, -1), True, AS_OF)
    body = take.book_of(views.every(), ["/explore?a", "/explore?b"], snapshot, view)
    workbook = openpyxl.load_workbook(io.BytesIO(body))
    assert workbook.sheetnames[:2] == ["1 Deaths in town", "2 Deaths"]
    shown = counted(snapshot, Happened(places=("municipality",), measure="dead"), "en")
    values = [row[1] for row in workbook["1 Deaths in town"].iter_rows(min_row=2, values_only=True)]
    assert values == [shown.value(shown.cell(key, "")) for key in shown.keys]


@pytest.mark.parametrize(
    "link",
    ["what=accidents&near=school&by=cause&split=hour", "what=days&show=pm25-mean&by=season",
     "what=service&measure=speed&of=city_bus.green_24@0&type=weekday&hours=6-8&by=month"],
)  # fmt: skip
def test_the_statement_of_a_question_is_one_that_the_sql_page_takes(ask, snapshot, link):
    sql = explore_answer.statement(explore_ask.question_of(link))
    with store.cursor(snapshot) as cursor:
        rules.check(cursor, sql, rules.known(cursor))
    assert ask(sql)
