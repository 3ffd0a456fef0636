"""The SQL page: run, page, refuse, explain, cancel, bring back, insert, make a panel, and keep it all in the link."""

import pytest

from smart7 import queries
from smart7.components.explore import answer
from smart7.components.explore import ask as explore_ask
from smart7.i18n import LANGS
from smart7.questions import Question
from smart7.sandbox import text
from smart7.sandbox.run import close_all
from smart7.words import common
from smart7.words import sql as words

BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)
ENDLESS = "select count(*) from range(1000000) a, range(1000000) b, range(1000) c"


@pytest.fixture(autouse=True)
def nothing_left():
    """End every child after a test."""
    yield
    close_all()


@pytest.fixture
def page(visitor):
    """Return a function that opens the page and returns its visitor."""
    return lambda **link: visitor.open("sql", **link)


def press(visit, key):
    """Press a button by its key."""
    next(button for button in visit.at.button if button.key == key).click()
    return visit.settled()


def run(visit, sql=None, **values):
    """Write a statement, fill in its fields, and run it to its end."""
    if sql is not None:
        visit.at.text_area(key="sql-text").set_value(sql)
        visit.settled()
    for name, value in values.items():
        visit.at.text_input(key=f"sql-p-{name}").set_value(value)
    press(visit, "sql-start")
    for _ in range(20):
        if not any(button.key == "sql-cancel" for button in visit.at.button):
            break
        visit.settled()
    return visit


def rows(visit):
    """Return the one table of rows on the page."""
    (found,) = visit.at.dataframe
    return found.value


def errors(visit):
    return [error.value for error in visit.at.error]


@BOTH_LANGUAGES
def test_the_example_that_is_there_from_the_start_runs_and_marks_its_samples(page, lang):
    visit = run(page(lang=lang))
    assert len(rows(visit)) == 11
    assert common.SAMPLE_BADGE.get(lang) in visit.words
    assert errors(visit) == []


def test_every_example_can_be_chosen_by_its_title_and_runs(page):
    visit = page(lang="en")
    titles = [example.title.en for example in text.examples().values()]
    assert list(visit.at.selectbox(key="sql-example").options) == titles
    for name in ("one_unit", "pivot_quality", "headway_near_schools"):
        visit.at.selectbox(key="sql-example").set_value(name)
        assert visit.settled().at.text_area(key="sql-text").value == text.examples()[name].sql
        assert len(rows(run(visit)))


def test_parameters_become_fields_and_go_into_the_link(page, ask):
    sql = "select count(*) as n from open.figures where unit_id = $unit and fiscal_year >= $year"
    visit = run(page(lang="en"), sql, unit="sample-city", year="2024")
    expected = ask("select count(*) from open.figures where unit_id = 'sample-city' and fiscal_year >= 2024")
    assert rows(visit)["n"].tolist() == list(expected[0])
    link = visit.at.query_params
    assert (link["q"], link["p.unit"], link["p.year"]) == (sql, "sample-city", "2024")


def test_a_link_brings_statement_and_values_and_runs_nothing_by_itself(page):
    visit = page(q="select $word as word", **{"p.word": "ขอนแก่น"})
    assert visit.at.text_area(key="sql-text").value == "select $word as word"
    assert not visit.at.dataframe
    assert rows(run(visit))["word"].tolist() == ["ขอนแก่น"]


def test_a_link_of_a_question_brings_its_statement_and_stays_short(page):
    question = Question(("registered-population",), compare="last_year")
    visit = page(ask=explore_ask.query(question))
    assert visit.at.text_area(key="sql-text").value == answer.statement(question)
    assert len(rows(run(visit))) and "q" not in visit.at.query_params


def test_a_link_of_an_example_answers_at_once(page):
    found = rows(page(example="headway_near_schools", lang="en"))
    assert {"school_en", "route_en", "hour", "headway_min"} <= set(found)


def test_a_link_that_is_too_long_is_said(page):
    visit = page(q="select " + "1" * 50000)
    assert len(visit.warnings) == 1
    assert visit.at.text_area(key="sql-text").value == next(iter(text.examples().values())).sql


def test_a_statement_of_thousands_of_parameters_gets_some_fields_and_says_so(page):
    visit = page(q="select " + ", ".join(f"$p{n}" for n in range(5000)), lang="en")
    assert len(visit.at.text_input) == text.MOST_PARAMETERS
    assert words.MOST_FIELDS.format("en", most=text.MOST_PARAMETERS) in visit.words


def test_rows_come_a_hundred_at_a_time(page):
    visit = run(page(lang="en"), "select n from range(250) t (n)")
    assert rows(visit)["n"].tolist() == list(range(100))
    visit.at.session_state["sql-page"] = 3
    assert rows(visit.settled())["n"].tolist() == list(range(200, 250))
    assert "Rows 201 to 250" in visit.words


@BOTH_LANGUAGES
def test_a_refusal_names_its_rule_and_what_to_do(page, lang):
    visit = run(page(lang=lang), "select * from read_csv('/etc/passwd')")
    rule, advice = words.RULES["functions"]
    assert errors(visit) == [words.REFUSED.format(lang, rule=rule.get(lang))]
    assert advice.get(lang) in visit.words
    assert not visit.at.dataframe


@BOTH_LANGUAGES
def test_an_error_has_its_place_marked_and_a_hint(page, lang):
    visit = run(page(lang=lang), "select 'ก',\n  foo from open.figures")
    assert errors(visit) == [words.ERROR.get(lang)]
    assert words.PLACE.format(lang, line=2, column=3) in visit.words
    assert visit.markup.one("mark").text == "foo"
    assert words.HINTS["COLUMN_NOT_FOUND"].format(lang, word="foo") in visit.words


@pytest.mark.parametrize(
    ("sql", "hint"),
    [
        ("select value from open.figures group by quality", "GROUP BY"),
        ("select * from open.figurez", "MISSING_ENTRY"),
        ("select 1 from", "Parser"),
        ("select cast(quality as integer) from open.figures", "Conversion"),
        ("select sum(quality) from open.figures", "No function matches"),
        ("select unit_id from open.figures f, open.units u", "Ambiguous"),
        ("pivot (from open.figures where fiscal_year = $y) on quality using count(*)", "PIVOT statements"),
    ],
)
def test_each_kind_of_error_has_a_hint_of_its_own(page, sql, hint):
    visit = run(page(lang="en"), sql, **({"y": "2025"} if "$y" in sql else {}))
    word = {"MISSING_ENTRY": "figurez"}.get(hint, "")
    assert words.HINTS[hint].format("en", word=word) in visit.words


def test_what_an_error_says_is_shown_letter_by_letter(page):
    visit = run(page(lang="en"), 'select "<img src=x onerror=alert(1)>" from open.units')
    assert list(visit.markup.all("img")) == []
    assert "<img src=x" in visit.words


def test_a_running_statement_can_be_cancelled(page):
    visit = page(lang="en")
    visit.at.text_area(key="sql-text").set_value(ENDLESS)
    press(visit.settled(), "sql-start")
    assert words.CANCEL.en in [button.label for button in visit.at.button]
    press(visit, "sql-cancel")
    assert errors(visit.settled()) == [words.ENDED["cancelled"][0].en]


def test_a_result_without_rows_says_so(page):
    assert words.NO_ROWS.en in run(page(lang="en"), "select 1 as a where false").words


def test_statements_of_the_visit_can_be_brought_back(page):
    visit = run(run(page(lang="en"), "select $a as first", a="7"), "selec 2")
    past = visit.settled().at.selectbox(key="sql-back")
    assert [option.split(" · ")[0] for option in past.options] == ["selec 2", "select $a as first"]
    past.set_value(1)
    visit.settled()
    assert visit.at.text_area(key="sql-text").value == "select $a as first"
    assert visit.at.text_input(key="sql-p-a").value == "7"


def test_a_table_shows_its_columns_with_what_they_mean_and_goes_into_the_statement(page):
    visit = page(lang="en")
    options = visit.at.selectbox(key="sql-table").options
    assert options[0].startswith("open.") and {"open.figures", "yearly"} <= set(options)
    visit.at.selectbox(key="sql-table").set_value("open.figures")
    visit.settled()
    shown = visit.markup.one("table").rows()
    assert ["value", "DOUBLE", "The figure, in its unit of measure"] in shown
    visit.at.text_area(key="sql-text").set_value("select * from")
    press(visit.settled(), "sql-insert")
    assert visit.at.text_area(key="sql-text").value == "select * from open.figures"


def test_a_pressed_column_goes_into_the_statement(page):
    visit = page(lang="en")
    visit.at.selectbox(key="sql-table").set_value("open.units")
    visit.at.text_area(key="sql-text").set_value("select")
    visit.settled()
    visit.at.button_group(key="sql-column").set_value("name_th")
    assert visit.settled().at.text_area(key="sql-text").value == "select name_th"


def test_a_panel_of_the_result_is_written_out_and_keeps_the_contract(page, tmp_path):
    visit = page(lang="en")
    assert words.PANEL_FIRST.en in visit.words
    run(
        visit,
        "select domain_id, count(*) as figures from open.figures where fiscal_year = $year group by 1",
        year="2025",
    )
    for name, value in {"file": "figures_by_domain", "title_th": "ตัวเลข", "title_en": "Figures",
                        "doc": "One row per domain", "chart": "bars x=domain_id y=figures"}.items():  # fmt: skip
        visit.at.text_input(key=f"sql-panel-{name}").set_value(value)
    (code,) = visit.settled().at.code
    (tmp_path / "figures_by_domain.sql").write_text(code.value, "utf-8")
    query = queries.load_all.__wrapped__(tmp_path)["figures_by_domain"]
    assert (query.params, query.title.th) == ({"year": "INTEGER"}, "ตัวเลข")
    assert visit.warnings == []


def test_a_panel_with_a_chart_that_does_not_exist_is_told_which_there_are(page):
    visit = run(page(lang="en"), "select 1 as a")
    for name, value in {"file": "one", "title_th": "ก", "title_en": "A", "doc": "One row", "chart": "pie x=a"}.items():
        visit.at.text_input(key=f"sql-panel-{name}").set_value(value)
    (warning,) = visit.settled().warnings
    assert "There is no chart pie" in warning and "bars" in warning


def test_a_panel_that_cannot_be_a_query_file_says_why(page):
    visit = run(page(lang="en"), "pivot open.figures on quality using count(*) group by domain_id")
    for name, value in {"file": "by_quality", "title_th": "ก", "title_en": "A", "doc": "One row"}.items():
        visit.at.text_input(key=f"sql-panel-{name}").set_value(value)
    (warning,) = visit.settled().warnings
    assert "one SELECT" in warning


def test_hidden_samples_are_said_to_be_read_here(page):
    assert words.SAMPLES_STAY.en in page(lang="en", sample="hide").words
    assert words.SAMPLES_STAY.en not in page(lang="en", sample="show").words
