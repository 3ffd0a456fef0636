"""A form that comes back, in whatever way: all its faults at once, and the same form with them shown."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest

from smart7 import theme
from smart7.register.books import check, child, coloured, plain, template
from smart7.register.books.form import COLUMNS, form
from smart7.register.books.rules import MILD, RULES, fault, table
from smart7.register.books.template import HEADER
from smart7.words import books as words
from tests.register.books import town
from tests.register.books.town import GOOD, OF, TODAY, changed, form_of, looked, rules

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def near(monkeypatch):
    """Read files in this process: what a child adds is tested with files that need one."""
    monkeypatch.setattr(child, "answered", lambda what, *places: child.done(what, *map(Path, places)))


def figures(checked) -> dict[str, float | None]:
    """Return the values of a hand-in by indicator."""
    return {one.indicator_id: one.value for one in checked.cells}


def as_csv(separator: str = ",", rows: dict[str, dict[str, object]] | None = None) -> str:
    """Return figures as CSV in the form's columns."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator)
    names = ("indicator_id", "name", "numerator", "denominator", "value", "note")
    writer.writerow([words.COLUMNS[name].th for name in names])
    for indicator_id, values in (rows or GOOD).items():
        writer.writerow([indicator_id, "ชื่อ", *(values.get(name, "") for name in names[2:])])
    return buffer.getvalue()


VALUES = {"pupils": 105, "attendance": 94, "per-teacher": 21}


def test_a_form_that_is_filled_in_well_can_be_handed_in(here):
    found = looked(here, form_of(here))
    assert (figures(found), found.faults, found.ready) == (VALUES, (), True)
    assert (found.unit_id, found.period_kind, found.period_start) == OF
    assert {one.whose for one in found.cells} == {town.SCHOOL}


def test_an_empty_form_has_nothing_to_hand_in_and_a_half_full_one_is_told_what_is_missing(here):
    assert rules(looked(here, template.template(here, *OF))) == ["nothing"]
    found = looked(here, form_of(here, {"pupils": {"value": 105}}))
    assert (rules(found), found.ready) == (["absent"], True)
    assert "การมาเรียน" in found.faults[0].what.th


@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (";", "cp874"), (",", "utf-16-le")],
)
def test_the_same_columns_are_read_as_text_in_every_encoding_and_separator(here, separator, encoding):
    found = looked(here, as_csv(separator).encode(encoding), "a.csv")
    assert (figures(found), rules(found), found.ready) == (VALUES, ["no_mark"], True)
    assert (found.written != "") == (not encoding.startswith("utf-8"))


def test_the_form_as_csv_says_whose_it_is_and_comes_back(here):
    text = plain.written(form(here, *OF)).decode("utf-8-sig")
    filled_in = text.replace("pupils,นักเรียน,คน,,,", "pupils,นักเรียน,คน,,,๑๐๕")
    assert filled_in != text
    for content in (filled_in.encode(), filled_in.replace(",", ";").encode("cp874")):
        found = looked(here, content, "a.csv")
        assert (figures(found), rules(found)) == ({"pupils": 105}, ["absent"])
    other = filled_in.replace("unit=school-1", "unit=school-2").encode()
    assert "wrong_unit" in rules(looked(here, other, "a.csv"))


def test_a_figure_with_a_comma_for_thousands_survives_a_file_of_commas(here):
    found = looked(here, as_csv(rows={"pupils": {"value": "๑,๐๐๕"}}).encode(), "a.csv")
    assert figures(found) == {"pupils": 1005}
    assert found.counted() == {"thai_digits": 1, "thousands": 1}


def test_what_is_pasted_is_read_with_a_header_and_without(here):
    assert figures(check.pasted(here, as_csv("\t"), *OF, today=TODAY)) == VALUES
    loose = "นักเรียน\t๑๐๕\nattendance\t940\t1,000\tเพิ่มขึ้น\nper-teacher\t-\t-\n"
    found = check.pasted(here, loose, *OF, today=TODAY)
    assert figures(found) == {"pupils": 105, "attendance": 94, "per-teacher": None}
    assert [one.note for one in found.cells if one.note] == ["เพิ่มขึ้น"]
    assert not found.faults


def test_what_is_typed_is_read_by_the_names_of_its_columns(here):
    rows = [{"indicator_id": key, **values} for key, values in GOOD.items()]
    assert figures(check.typed(here, rows, *OF, today=TODAY)) == VALUES
    nothing = [{"indicator_id": "pupils", "value": float("nan")}]
    assert rules(check.typed(here, nothing, *OF, today=TODAY)) == ["nothing"]


def test_every_fault_is_told_at_once_each_at_its_place(here):
    wrong = {
        "pupils": {"value": "สิบ", "as_of": "29/2/2569"},
        "attendance": {"numerator": 11, "denominator": 10},
        "per-teacher": {"numerator": 5},
    }
    found = looked(here, form_of(here, wrong))
    assert rules(found) == ["leap_day", "needs_parts", "not_a_number", "over_whole"]
    places = {(one.rule, f"{one.letter}{one.row}", one.column) for one in found.faults}
    assert ("not_a_number", "J7", "value") in places
    assert ("over_whole", "H8", "numerator") in places
    assert not found.cells
    assert all(one.sheet == words.FILL.th for one in found.faults)


def test_a_form_of_another_unit_period_or_version_is_told_apart(here):
    other = template.template(here, "school-2", *OF[1:])
    assert "wrong_unit" in rules(looked(here, other))
    later = template.template(here, town.SCHOOL, "month", town.START.replace(month=8))
    found = looked(here, later)
    assert "wrong_period" in rules(found)
    assert any("สิงหาคม 2569" in one.what.th for one in found.faults)

    def older(sheet):
        sheet.parent[words.MARK_SHEET].cell(1, 2).value = "0"

    assert rules(looked(here, changed(form_of(here), older))) == ["old_template"]


def test_a_period_that_is_closed_late_or_not_over_says_so(here):
    content = form_of(here)
    assert rules(looked(here, content, closed=True)) == ["closed"]
    late = looked(here, content, today=TODAY.replace(month=12))
    assert (rules(late), late.ready) == (["late"], True)
    assert rules(looked(here, content, today=town.START)) == ["not_over"]
    assert rules(looked(here, content, today=town.START.replace(month=8))) == ["not_begun"]


def row_of(sheet, indicator_id: str) -> int:
    """Return the row of an indicator."""
    at = COLUMNS.index("indicator_id") + 1
    return next(row for row in range(HEADER, sheet.max_row + 1) if sheet.cell(row, at).value == indicator_id)


def test_merged_hidden_doubled_and_unknown_rows_are_found(here):
    def spoil(sheet):
        sheet.merge_cells("J7:J8")
        sheet.row_dimensions[9].hidden = True
        for offset, key in enumerate(("pupils", "of-another", "no-such"), 1):
            sheet.cell(20 + offset, COLUMNS.index("indicator_id") + 1).value = key
            sheet.cell(20 + offset, COLUMNS.index("value") + 1).value = 7

    found = looked(here, changed(form_of(here), spoil))
    assert rules(found) == ["duplicate", "hidden", "jump", "merged", "not_asked", "unknown"]
    assert {one.rule: one.row for one in found.faults} == {
        "jump": 21, "merged": 7, "hidden": 9, "duplicate": 21, "not_asked": 22, "unknown": 23,
    }  # fmt: skip


def test_columns_may_stand_in_another_order_and_the_header_anywhere_near_the_top(here):
    text = "โรงเรียน,,\n\nค่า,รหัส,ข้าง\n105,pupils,x\n"
    assert figures(looked(here, text.encode(), "a.csv")) == {"pupils": 105}


def test_a_file_without_the_header_says_which_columns_are_looked_for(here):
    assert rules(looked(here, b"a,b\n1,2\n", "a.csv")) == ["no_header", "no_mark"]


def test_a_form_comes_back_with_its_wrong_cells_coloured_and_commented_in_both_languages(here):
    content = form_of(
        here, {"pupils": {"value": "สิบ", "note": "=1+1"}, "attendance": {"numerator": 9, "denominator": 0}}
    )
    found = looked(here, content)
    book = openpyxl.load_workbook(io.BytesIO(coloured.coloured(content, found)))
    assert book.sheetnames[0] == words.FAULTS.th
    sheet = book[words.FILL.th]
    cell = sheet["J7"]
    assert cell.fill.fgColor.rgb == "FF" + theme.FORM["fault"][1:].upper()
    assert "อ่านเป็นตัวเลขไม่ได้" in cell.comment.text
    assert "cannot be read as a number" in cell.comment.text
    assert sheet["I8"].comment is not None
    assert sheet["J7"].value == "สิบ"
    assert len(list(book[words.FAULTS.th].iter_rows(min_row=2))) == len(found.faults)


def test_nothing_that_comes_back_is_a_formula_or_a_link(here):
    def spoil(sheet):
        sheet["M7"].value = '=HYPERLINK("http://x.example","a")'
        sheet["N7"].hyperlink = "http://x.example"
        sheet["M8"].value = "+cmd|' /C calc'!A0"

    content = changed(form_of(here), spoil)
    text = as_csv(rows={"pupils": {"value": 5, "note": "=cmd|' /C calc'!A0"}}).encode()
    for back in (
        coloured.coloured(content, looked(here, content)),
        coloured.coloured(text, looked(here, text, "a.csv")),
    ):
        book = openpyxl.load_workbook(io.BytesIO(back))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
        said = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:1] in "=+"]
        assert said
        assert all(cell.quotePrefix for cell in said)


def test_a_stranger_in_a_sentence_never_speaks_for_it(here):
    said = fault("not_a_number", "s", 1, "value", "J", value="{size} %s {0}")
    assert "{size} %s {0}" in said.what.th
    found = looked(here, form_of(here, {"pupils": {"value": "{0.__class__}" * 40}}))
    assert max(len(one.what.en) for one in found.faults) < 300


def test_a_report_says_everything_in_either_language(here):
    found = looked(here, form_of(here, {"pupils": {"value": "๑๐๕"}}))
    assert any("Thai digits" in line for line in check.report(found, "en"))
    assert check.report(found, "th")[-1] == words.GOOD.th


def test_the_table_of_the_document_is_the_registry():
    text = (ROOT / "docs" / "register.md").read_text("utf-8")
    found = re.search(r"<!-- rules -->\n(.*?)\n<!-- end -->", text, re.DOTALL)
    assert found, "docs/register.md has no table of rules"
    assert found[1].strip() == table()


def test_every_rule_says_what_and_what_to_do_and_mild_ones_exist():
    assert set(RULES) >= MILD
    assert all(rule.title.th and rule.what.en and rule.todo.th for rule in RULES.values())
