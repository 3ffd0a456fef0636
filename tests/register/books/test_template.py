"""The form of a unit and period: exactly what is asked, told in Thai, and nothing that can be changed but its cells."""

import io
from datetime import date

import openpyxl
import pytest

from smart7 import theme
from smart7.register.books import template
from smart7.register.books.form import COLUMNS, NoForm, form
from smart7.register.books.template import HEADER
from smart7.words import books as words
from tests.register.books.town import DIVISION, KIND, OF, SCHOOL, START


@pytest.fixture(scope="module")
def made(built):
    """Return the school's form as it is written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMART7_DATA", str(built.folder))
        return openpyxl.load_workbook(io.BytesIO(template.template(built.snapshot_id, *OF)))


def rows(book) -> dict[str, dict[str, openpyxl.cell.Cell]]:
    """Return the cells of each indicator by the names of their columns."""
    sheet = book.worksheets[0]
    table = [dict(zip(COLUMNS, row, strict=True)) for row in sheet.iter_rows(min_row=HEADER + 1, max_col=len(COLUMNS))]
    return {row["indicator_id"].value: row for row in table if row["indicator_id"].value}


def test_a_school_is_asked_for_its_own_indicators_of_that_kind_of_period_and_no_fact(here):
    assert [one.indicator_id for one in form(here, *OF).asked] == ["pupils", "attendance", "per-teacher"]


def test_a_division_is_asked_for_what_it_answers_for_of_the_city(here):
    [one] = form(here, DIVISION, KIND, START).asked
    assert (one.indicator_id, one.whose) == ("spending", "town")


@pytest.mark.parametrize(
    ("unit", "kind", "start"),
    [
        ("nowhere", KIND, START),
        ("town", KIND, START),
        ("sample-school-1", KIND, START),
        (SCHOOL, KIND, date(2026, 9, 2)),
        (SCHOOL, "span", START),
        (SCHOOL, "quarter", date(2026, 7, 1)),
        (SCHOOL, "nonsense", START),
    ],
)
def test_there_is_no_form_for_another_unit_or_a_period_that_is_none(here, unit, kind, start):
    with pytest.raises(NoForm, match=" / "):
        form(here, unit, kind, start)


def test_the_form_names_unit_period_in_the_buddhist_era_and_the_day_it_is_due(made):
    said = " ".join(str(made.worksheets[0].cell(row, 1).value) for row in range(1, HEADER))
    assert SCHOOL in said
    assert "กันยายน 2569" in said
    assert "30 ตุลาคม 2569" in said


def test_a_row_tells_the_last_figure_its_period_and_the_target(made):
    row = rows(made)["attendance"]
    assert (row["last"].value, row["last_period"].value) == (93, "ส.ค. 69")
    assert "90" in row["target"].value
    assert "เป้าหมายเทศบาล" in row["target"].value
    assert rows(made)["per-teacher"]["last_period"].value == words.NONE_YET.th


def test_only_cells_to_fill_in_are_open_and_they_are_coloured(made):
    assert made.worksheets[0].protection.sheet
    inputs = "FF" + theme.FORM["input"][1:].upper()
    for indicator_id, row in rows(made).items():
        open_ = {column for column, cell in row.items() if not cell.protection.locked}
        amounts = {"value"} if indicator_id == "pupils" else {"numerator", "denominator"}
        assert open_ == amounts | {"complete", "as_of", "reason", "note"}
        assert {cell.fill.fgColor.rgb for column, cell in row.items() if column in open_} == {inputs}
        assert all(row[column].value is None for column in open_)


def test_the_answers_are_a_list_and_every_amount_says_what_it_wants(made):
    rules = made.worksheets[0].data_validations.dataValidation
    lists = [rule for rule in rules if rule.type == "list"]
    assert [rule.formula1 for rule in lists] == ['"ครบ,ไม่ครบ"']
    assert any("0 ถึง 5,000" in (rule.prompt or "") for rule in rules)


def test_the_header_stays_in_sight_and_words_wrap_within_widths(made):
    sheet = made.worksheets[0]
    assert sheet.freeze_panes == f"C{HEADER + 1}"
    assert all(sheet.column_dimensions[cell.column_letter].width >= 7 for cell in sheet[HEADER])
    assert all(cell.alignment.wrap_text for row in rows(made).values() for cell in row.values())


def test_the_hidden_sheet_says_version_unit_period_and_snapshot(made, built):
    sheet = made[words.MARK_SHEET]
    assert sheet.sheet_state == "veryHidden"
    mark = dict(sheet.iter_rows(values_only=True))
    assert mark == {
        "version": "1",
        "unit": SCHOOL,
        "period_kind": KIND,
        "period_start": "2026-09-01",
        "snapshot": built.snapshot_id,
        "lang": "th",
    }


def test_nothing_in_a_form_is_a_formula_whatever_a_name_begins_with(made):
    assert not any(cell.data_type == "f" for sheet in made for row in sheet.iter_rows() for cell in row)


def test_every_indicator_is_defined_on_a_sheet_of_its_own(made):
    named = [row[0] for row in made[words.DEFINED.th].iter_rows(min_row=2, values_only=True)]
    assert len(named) == 3
