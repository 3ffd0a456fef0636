"""The explore page: blanks that ask, an answer that says what it is, figures that lead to what is behind them."""

import io
import json
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import openpyxl
import pytest

from smart7 import questions, store, whole
from smart7.components import frame
from smart7.components.explore import answer as explore_answer
from smart7.components.explore import ask as explore_ask
from smart7.components.explore import charts, choices, table, take
from smart7.components.explore import kept as explore_kept
from smart7.i18n import LANGS
from smart7.ledger import views
from smart7.questions import Question
from smart7.words import disk, keeping
from smart7.words import explore as question_words
from smart7.words import explore_page as words
from smart7.words import happened_asked as happened_words

AS_OF = date(2026, 11, 22)
DEATHS = {"v": "1", "show": "road-deaths-province"}
ENGLISH = {"v": "1", "show": "english-results", "of": "sample:school", "split": "unit"}
EXAMPLES = pytest.mark.parametrize("example", [asked for _, asked in words.EXAMPLES], ids=lambda asked: asked[4:40])


pytestmark = pytest.mark.usefixtures("own_ledger")


def cells(there):
    """Return the figures of the answer's table as they are written, row by row."""
    return next(iter(there.markup.all("table"))).rows()


def sentence(there):
    return there.markup.one("p", "s7-finding").text


def multiselect(there, key, value):
    there.at.multiselect(key=key).set_value(value)
    return there.settled()


def test_a_page_without_a_question_offers_some_to_begin_with(visitor):
    there = visitor.open("explore")
    every = [a.attributes["href"] for a in there.markup.all("a")]
    links = [link for link in every if link.startswith(("/explore?v=", "/sql?example="))]
    assert len(links) == len(words.EXAMPLES) + len(happened_words.EXAMPLES) + len(words.BY_SQL)
    assert f"/sql?example={next(iter(words.BY_SQL))}" in links
    assert not list(there.markup.all("table")) and there.charts == []


@pytest.mark.parametrize(("asked", "said"), [
    (DEATHS, "Unit of measure: persons"),
    ({**DEATHS, "chart": "table"}, "Unit of measure: persons"),
    ({**DEATHS, "show": "road-deaths-province~english-results"},
     "Unit of measure: persons (Road deaths, Khon Kaen province); points (English test results)"),
])  # fmt: skip
def test_the_unit_of_every_figure_is_told_once_with_a_chart_or_without(visitor, asked, said):
    there = visitor.open("explore", lang="en", **asked)
    assert [one.text for one in there.markup.all("p", "s7-note") if one.text.startswith("Unit of measure:")] == [said]


@EXAMPLES
@pytest.mark.parametrize("lang", LANGS)
def test_each_question_to_begin_with_has_an_answer_a_chart_and_no_warning(visitor, example, lang):
    there = visitor.open("explore", lang=lang, **dict(parse_qsl(example)))
    assert there.warnings == [] and len(cells(there)) > 2
    assert there.charts
    (th, en) = (questions.sentence(explore_ask.question_of(example), one, names(there)) for one in LANGS)
    assert sentence(there) == (th if lang == "th" else en) and th != en


def names(there):
    return questions.names(there.at.session_state["snapshot_of_run"])


def test_the_table_holds_what_the_answer_holds(visitor, snapshot):
    there = visitor.open("explore", lang="en", **DEATHS)
    answer = questions.answer(snapshot, Question(indicators=("road-deaths-province",)))
    written = [cell for row in cells(there)[1:] for cell in row[1:]]
    assert written == [f"{value:.0f}" for value in answer.frame.sort_values("period_end")["value"]]


@pytest.mark.parametrize("lang", LANGS)
def test_units_with_a_position_are_a_map_and_the_others_are_counted(visitor, ask, lang):
    counted = {"v": "1", "of": "kind:school", "split": "unit", "measure": "count", "by": "whole", "chart": "map"}
    there = visitor.open("explore", lang=lang, **counted)
    ((known, rough, samples),) = ask(
        "select count(*) filter (accuracy_m <= 500), count(*) filter (not is_sample), count(*) filter (is_sample)"
        " from units where kind = 'school'"
    )
    assert there.at.get("deck_gl_json_chart") and there.warnings == []
    assert words.MAP_UNKNOWN.format(lang, count=rough - known) in there.words
    assert words.MAP_SAMPLES.format(lang, count=samples) in there.words
    assert len(cells(there)) > rough + samples


def test_a_map_is_offered_only_where_units_have_positions(snapshot):
    counted = Question(units=("kind:school",), measure="count", period="whole")
    asked = (
        counted.with_(split=("unit",)), counted.with_(split=("domain",)), counted.with_(split=("unit", "domain")),
        counted.with_(units=("kind:division",), split=("unit",)),
    )  # fmt: skip
    offered = [charts.possible(explore_answer.shown(snapshot, question, "en")) for question in asked]
    assert ["map" in kinds for kinds in offered] == [True, False, False, False]
    assert "map" in offered[0][1:]  # never the first choice


def test_few_large_answers_are_kept(snapshot, monkeypatch):
    monkeypatch.setattr(explore_kept, "MANY", 3)
    asked = [Question(indicators=("road-deaths-province",), end=date(2026, 9, day)) for day in (28, 29, 30)]
    first = [explore_kept.asked(snapshot, question) for question in asked]
    assert explore_kept.asked(snapshot, asked[2]) is first[2]
    again = explore_kept.asked(snapshot, asked[0])
    assert again is not first[0] and again.every.equals(first[0].every)


def test_a_very_large_answer_is_a_table_and_light_files_alone(visitor, monkeypatch):
    monkeypatch.setattr(charts, "MOST", 3)
    monkeypatch.setattr(take, "HEAVY", 3)
    there = visitor.open("explore", lang="en", **DEATHS)
    assert there.charts == [] and words.NO_CHART.en in there.words
    assert words.HEAVY.en in [caption.value for caption in there.at.caption]


def test_filling_a_blank_changes_the_link_the_sentence_and_the_answer(visitor):
    there = visitor.open("explore", lang="en")
    multiselect(there, "ask-indicators-0", ["english-results"])
    multiselect(there, "ask-units-0", ["sample:school"])
    before = sentence(there)
    multiselect(there, "ask-split-0", ["unit"])
    assert sentence(there) != before and "Sample school 11" in there.words
    assert {"show": "english-results", "of": "sample:school", "split": "unit"}.items() <= dict(
        there.at.query_params
    ).items()


def test_what_was_asked_can_be_undone_step_by_step_and_cleared(visitor):
    there = visitor.open("explore", lang="en", **DEATHS)
    first = sentence(there)
    there.choose("ask-period-0", "calendar_year")
    second = sentence(there)
    there.choose("ask-compare-0", "last_year")
    there.at.button(key="explore-undo").click()
    assert sentence(there.settled()) == second != first
    there.at.button(key="explore-undo").click()
    assert sentence(there.settled()) == first
    there.at.button(key="explore-clear").click()
    assert words.BEGIN_NOTE.en in there.settled().words
    there.at.button(key="explore-undo").click()
    assert sentence(there.settled()) == first


def test_a_question_comes_back_when_the_visitor_does(visitor):
    first = sentence(visitor.open("explore", lang="en", **DEATHS))
    visitor.at.query_params = {"lang": "en"}
    visitor.go("overview")
    visitor.at.query_params = {"lang": "en"}
    assert sentence(visitor.go("explore")) == first


@pytest.mark.parametrize(
    ("name", "value"), [("show", "no-such-thing"), ("of", "atlantis"), ("by", "fortnight"), ("from", "fy99999")]
)
def test_what_a_link_asks_for_in_vain_is_said_and_the_rest_is_answered(visitor, name, value):
    usual = {**ENGLISH}
    asked = f"{usual[name]}~{value}" if name in usual else value
    there = visitor.open("explore", lang="en", **{**usual, name: asked})
    assert len(there.warnings) == 1 and value in there.warnings[0]
    assert "Sample school 11" in there.words


def test_a_link_that_asks_for_thousands_of_things_in_vain_is_told_once(visitor):
    there = visitor.open("explore", lang="en", show="~".join(f"no-{n}" for n in range(3000)))
    assert len(there.warnings) == 1 and "no-0" in there.warnings[0] and len(there.warnings[0]) < 300


def test_every_blank_offers_what_has_figures_with_how_many(visitor):
    there = visitor.open("explore", lang="en", **DEATHS)
    units = there.at.multiselect(key="ask-units-0").options
    assert any(option.startswith("Khon Kaen Province (5)") for option in units)
    assert not any("school" in option for option in units)


@pytest.mark.parametrize("lang", LANGS)
def test_a_long_list_can_be_searched_in_either_language(visitor, lang):
    there = visitor.open("explore", lang=lang)
    option = next(
        o
        for o in there.at.multiselect(key="ask-indicators-0").options
        if "Dengue cases (" in o or o.split(" · ")[-1] == "Dengue cases"
    )
    assert "ผู้ป่วยไข้เลือดออก" in option


def test_a_figure_leads_to_the_rows_behind_it_and_they_can_be_closed(visitor):
    there = visitor.open("explore", lang="en", **DEATHS)
    link = next(a for a in there.markup.all("a") if a.text == "401")
    address = urlsplit(link.attributes["href"])
    assert address.fragment == "behind"
    there.open("explore", **dict(parse_qsl(address.query)))
    behind = next(n for n in there.markup.all("div") if n.attributes.get("id") == "behind")
    (row,) = behind.rows()[1:]
    assert row[3] == "401\u00a0persons" and row[4] == "Official"
    there.at.button(key="explore-close").click()
    assert "cell" not in there.settled().at.query_params


def test_a_cell_that_no_answer_has_is_not_looked_for(visitor):
    there = visitor.open("explore", cell="owner:nobody~x:y", **DEATHS)
    assert not [n for n in there.markup.all("div") if n.attributes.get("id") == "behind"]


def test_totals_are_shown_where_figures_add_up_and_said_to_be_withheld_where_not(visitor):
    there = visitor.open("explore", lang="en", v="1", show="road-deaths-province~registered-population")
    assert words.WITHHELD.format("en", reason=question_words.REASONS["indicators"].en) in there.words
    assert question_words.TOTAL.en not in [row[0] for row in cells(there)]
    counted = visitor.another().open("explore", lang="en", v="1", by="whole", split="domain", measure="count")
    *parts, total = [int(row[1].replace(",", "")) for row in cells(counted)[1:]]
    assert sum(parts) == total


def test_samples_are_marked_in_the_table_and_gone_with_the_switch(visitor):
    there = visitor.open("explore", lang="en", **ENGLISH)
    assert list(there.markup.all("a", "s7-sample-figure"))
    hidden = visitor.another().open("explore", lang="en", sample="hide", **ENGLISH)
    assert words.EMPTY.en in [item.value for item in hidden.at.info]


def test_the_fitting_chart_is_chosen_and_each_other_is_one_choice_away(visitor):
    there = visitor.open("explore", lang="en", **ENGLISH)
    group = there.at.segmented_control(key="ask-chart-0")
    assert group.value == "heat"
    for kind in ("ranked", "box"):
        there.at.segmented_control(key="ask-chart-0").set_value(kind)
        assert there.settled().at.query_params["chart"] == kind and there.charts


def test_the_table_can_be_turned_and_what_moves_leaves_the_other_side(visitor):
    there = visitor.open("explore", lang="en", **ENGLISH)
    years = cells(there)[0][1:]
    multiselect(there, "ask-columns-0", ["unit"])
    turned = cells(there)
    assert turned[0][1:12] == [f"Sample school {n}" for n in range(1, 12)]
    assert [row[0] for row in turned[1:10]] == years


QUESTIONS = [
    Question(indicators=("road-deaths-province", "registered-population"), units=("khonkaen-province",)),
    Question(indicators=("english-results",), units=("sample:school",), split=("unit",), compare="last_year"),
    Question(measure="count", period="whole", split=("domain", "quality"), columns=("quality",)),
    Question(indicators=("registered-population",), split=("unit",), measure="index", units=("kind:city",)),
    Question(indicators=("attendance",), period="as_is", sample=True),
    Question(split=("domain",), units=("kind:division",)),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.measure + "-" + "-".join(question.split))
@pytest.mark.parametrize("lang", LANGS)
def test_every_chart_that_is_offered_can_be_drawn(snapshot, question, lang):
    shown = explore_answer.shown(snapshot, question, lang)
    kinds = charts.possible(shown)
    assert kinds
    for kind in kinds:
        spec = charts.spec(snapshot, question, kind, lang)
        json.dumps(spec, allow_nan=False)
        assert all(spec["datasets"].values())


def test_series_of_another_order_of_magnitude_do_not_share_an_axis_unasked(snapshot):
    question = Question(indicators=("road-deaths-province", "registered-population"), units=("khonkaen-province",))
    kinds = charts.possible(explore_answer.shown(snapshot, question, "en"))
    assert kinds[0] not in ("line", "bar") and {"line", "scatter"} <= set(kinds)


MONTHS = {"v": "1", "by": "month", "of": "kind:school~kind:division", "split": "unit", "rows": "period"}


@pytest.mark.parametrize("most", [table.WHOLE, table.SMALL])
def test_a_large_table_is_a_grid_with_the_same_figures_whether_it_is_sent_whole_or_in_parts(
    visitor, snapshot, monkeypatch, most
):
    monkeypatch.setattr(table, "WHOLE", most)
    there = visitor.open("explore", lang="en", **MONTHS)
    shown = explore_answer.shown(snapshot, explore_ask.question_of(urlencode(MONTHS)), "en")
    assert shown.cells > table.SMALL
    said = words.LONG if most > table.SMALL else words.VERY_LONG
    assert said.format("en", count=f"{len(shown.table()):,}") in there.words
    assert not list(there.markup.all("table"))


def test_two_indicators_of_other_kinds_of_year_meet_at_their_newest_and_the_axes_say_which(snapshot):
    question = Question(indicators=("english-results", "attendance"), units=("sample:school",), split=("unit",))
    points = charts.scatter_rows(explore_answer.shown(snapshot, question, "en"))
    assert sorted(points["label"]) == sorted(f"Sample school {n}" for n in range(1, 12))
    assert "FY20" in points["said_x"].iloc[0] + points["said_y"].iloc[0]
    assert "AY20" in points["said_x"].iloc[0] + points["said_y"].iloc[0]


def test_a_view_is_saved_from_the_page_listed_and_opened_by_its_link(officer):
    there = officer.open("explore", lang="en", **DEATHS)
    there.at.text_input(key="view-name").set_value("Deaths")
    there.at.text_input(key="view-owner").set_value("Analyst")
    submit = next(b for b in there.at.button if b.label == words.SAVE.en)
    submit.click()
    there.settled()
    (saved,) = views.every()
    assert (saved.name, saved.owner, saved.policy) == ("Deaths", "Analyst", "live")
    assert explore_ask.question_of(saved.question).indicators == ("road-deaths-province",)
    assert words.SAVED.format("en", name="Deaths") in [item.value for item in there.at.success]


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_link_splits_by_is_named_even_where_it_tells_nothing_apart(snapshot, lang):
    question = Question(indicators=("road-deaths-province",), split=("unit",), period="month")
    split, period = (choices.choices(snapshot, question, blank, lang) for blank in ("split", "period"))
    assert split["unit"].offered == question_words.DIMENSIONS["unit"].get(lang)
    assert period["month"].name == question_words.PERIODS["month"].get(lang)


def test_an_answer_says_its_quality_and_its_sources_and_a_count_of_figures_has_none(visitor):
    there = visitor.open("explore", lang="en", **DEATHS)
    assert "Official · Source: Road traffic accidents (data of the Provincial Police)" in there.words
    counted = visitor.another().open("explore", lang="en", v="1", measure="count", split="domain", by="whole")
    assert "Source:" not in counted.markup.text


def test_a_view_without_a_name_is_refused_in_words(officer):
    there = officer.open("explore", lang="en", **DEATHS)
    next(b for b in there.at.button if b.label == words.SAVE.en).click()
    assert words.MISSING["name"].en in [item.value for item in there.settled().at.error]
    assert views.every() == []


def test_a_view_the_disk_does_not_take_is_said_in_one_sentence_and_what_was_typed_stays(officer, monkeypatch):
    there = officer.open("explore", lang="en", **DEATHS)
    there.at.text_input(key="view-name").set_value("Deaths")
    there.at.text_input(key="view-owner").set_value("Analyst")
    refused = whole.CannotWrite(disk.FULL, Path("/a/folder/ledger.sqlite"), 100_000)
    monkeypatch.setattr(views, "append", fail_with(refused))
    next(b for b in there.at.button if b.label == words.SAVE.en).click()
    (said,) = [item.value for item in there.settled().at.error]
    assert said == words.NOT_KEPT.format("en", why=refused.said.en) and "/a/folder" not in said
    assert views.every() == [] and there.at.text_input(key="view-name").value == "Deaths"


def test_a_view_that_cannot_be_deleted_is_said_and_stays(officer, snapshot, monkeypatch):
    view = views.save("Deaths", "", "Analyst", urlencode(DEATHS), "live", snapshot, account="")
    refused = whole.CannotWrite(disk.READ_ONLY, Path("ledger.sqlite"))
    monkeypatch.setattr(views, "append", fail_with(refused))
    there = officer.open("explore", lang="en", **DEATHS)
    there.at.session_state["explore-views"] = True
    there.settled()
    there.at.multiselect(key="views-chosen").set_value([view.view_id])
    there.settled()
    there.at.button(key="views-delete").click()
    assert words.NOT_KEPT.format("en", why=refused.said.en) in [item.value for item in there.settled().at.error]
    assert [kept.name for kept in views.every()] == ["Deaths"]


def fail_with(error):
    """Return a function that raises an error."""

    def fail(*given):
        raise error

    return fail


def test_a_frozen_link_reads_its_snapshot_and_one_that_is_gone_is_said(visitor, snapshot):
    there = visitor.open("explore", lang="en", snapshot=snapshot, **DEATHS)
    assert there.warnings == [] and there.at.session_state["snapshot_of_run"] == snapshot
    gone = visitor.another().open("explore", lang="en", snapshot="../../etc/passwd", **DEATHS)
    assert len(gone.warnings) == 1 and gone.at.session_state["snapshot_of_run"] == snapshot


def test_what_is_frozen_is_told_of_no_newer_figures(visitor, snapshot):
    def told(there):
        return any("s7-newer" in block.value for block in there.at.main.get("html"))

    assert told(visitor.open("explore", lang="en", snapshot=snapshot, **DEATHS))
    older = store.path_of("20200101-0123456789")
    shutil.copy(store.path_of(snapshot), older)
    try:
        there = visitor.another().open("explore", lang="en", snapshot=older.stem, **DEATHS)
        assert there.at.session_state["snapshot_of_run"] == older.stem and not told(there)
    finally:
        older.unlink()


def test_where_nothing_may_be_kept_there_is_no_form_for_anybody(officer, monkeypatch):
    monkeypatch.setenv("SMART7_READONLY", "1")
    there = officer.open("explore", lang="en", **DEATHS)
    assert keeping.READ_ONLY.en in there.words
    assert [i.key for i in there.at.text_input if i.key == "view-name"] == []


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_blank_offers_is_named_in_both_languages(snapshot, lang):
    for blank in ("indicators", "units"):
        offered = choices.choices(snapshot, Question(), blank, lang)
        assert offered and all(choice.name and choice.other for choice in offered.values())


def test_many_views_leave_as_one_workbook_with_a_sheet_each_and_their_notes(snapshot):
    asked = {"Deaths": DEATHS, "English / schools": ENGLISH}
    for name, link in asked.items():
        views.save(name, "Before the meeting", "Analyst", urlencode(link), "frozen", snapshot, account="")
    view = frame.View("en", False, 2026, range(2026, 2015, -1), True, AS_OF)
    body = take.book_of(views.every(), ["/explore?a", "/explore?b"], snapshot, view)
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert book.sheetnames == ["1 English   schools", "2 Deaths", words.SHEET_NOTES.en]
    assert book["2 Deaths"].freeze_panes == "A2"
    shown = explore_answer.shown(snapshot, Question(indicators=("road-deaths-province",)), "en")
    values = [cell.value for row in book["2 Deaths"].iter_rows(min_row=2, min_col=2) for cell in row]
    assert values == shown.table().iloc[0, 1:].tolist()
    told = [cell.value for row in book[words.SHEET_NOTES.en].iter_rows() for cell in row]
    assert {"Before the meeting", "Analyst", snapshot, "/explore?b", shown.title} <= set(told)
