"""What a spreadsheet makes of the files: Thai is Thai, days are days, and no text is a formula."""

import csv
import io
import json
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from smart7.packs import tables

ROWS = pd.DataFrame(
    {
        "งวด": ["ปีงบประมาณ 2569", "ปีงบประมาณ 2568"],
        "ค่า": [1234.5, None],
        "ข้อมูล ณ": pd.to_datetime(["2026-09-30", "2025-09-30"]),
        "คุณภาพข้อมูล": ["ทางการ", "ตัวอย่าง"],
    }
)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0"]


def read_csv(body):
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def opened(body):
    return openpyxl.load_workbook(io.BytesIO(body))


def test_csv_starts_with_the_mark_by_which_spreadsheets_read_thai():
    body = tables.csv(ROWS)
    assert body.startswith(b"\xef\xbb\xbf") and body.count(b"\xef\xbb\xbf") == 1
    assert read_csv(body)[0] == list(ROWS.columns)


def test_csv_holds_iso_days_plain_numbers_and_empty_cells_for_what_is_unknown():
    assert read_csv(tables.csv(ROWS))[1:] == [
        ["ปีงบประมาณ 2569", "1234.5", "2026-09-30", "ทางการ"],
        ["ปีงบประมาณ 2568", "", "2025-09-30", "ตัวอย่าง"],
    ]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_text_that_looks_like_a_formula_is_defused_in_csv(formula):
    (_, (cell,)) = read_csv(tables.csv(pd.DataFrame({"name": [formula]})))
    assert cell == f"'{formula}"


def test_a_text_of_several_lines_stays_in_its_cell():
    for text in ("a\nb", "a\r\nb", "a\r=1+1", 'a "b", c'):
        assert read_csv(tables.csv(pd.DataFrame({"name": [text], "next": ["x"]})))[1:] == [[text, "x"]]


def test_a_negative_number_stays_a_number():
    assert read_csv(tables.csv(pd.DataFrame({"value": [-3.36]})))[1] == ["-3.36"]


@given(some.text(some.characters(exclude_categories=["Cs"])))
def test_no_text_is_ever_a_formula_and_none_is_lost(text):
    safe = tables.defused(text)
    assert not safe.startswith(tables.FORMULA_STARTS) and safe.endswith(text)


def test_csv_without_rows_is_its_header():
    assert read_csv(tables.csv(ROWS.head(0))) == [list(ROWS.columns)]


def test_a_workbook_has_the_rows_first_and_then_what_they_are():
    book = opened(tables.workbook({"ข้อมูล": ROWS}, [("ตัวชี้วัด", "ผู้เสียชีวิต")], "คำอธิบาย"))
    assert book.sheetnames == ["ข้อมูล", "คำอธิบาย"]
    assert [cell.value for cell in book["ข้อมูล"][1]] == list(ROWS.columns)
    assert [cell.value for cell in book["คำอธิบาย"][1]] == ["ตัวชี้วัด", "ผู้เสียชีวิต"]


def test_a_workbook_holds_real_days_and_real_numbers():
    sheet = opened(tables.workbook({"ข้อมูล": ROWS}, [], "คำอธิบาย"))["ข้อมูล"]
    assert sheet["C2"].value == datetime(2026, 9, 30) and sheet["C2"].is_date
    assert sheet["C2"].number_format == "yyyy-mm-dd"
    assert sheet["B2"].value == 1234.5 and sheet["B2"].data_type == "n"
    assert sheet["B3"].value is None


def test_a_workbook_can_be_filtered_and_its_header_stays_in_sight():
    sheet = opened(tables.workbook({"ข้อมูล": ROWS}, [], "คำอธิบาย"))["ข้อมูล"]
    assert sheet.auto_filter.ref == "A1:D3" and sheet.freeze_panes == "A2"


def test_a_workbook_without_rows_can_be_opened():
    sheet = opened(tables.workbook({"ข้อมูล": ROWS.head(0)}, [], "คำอธิบาย"))["ข้อมูล"]
    assert sheet.max_row == 1 and sheet.auto_filter.ref is None


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(formula):
    rows = pd.DataFrame({formula: [formula], "url": ["https://example.org"]})
    book = opened(tables.workbook({"ข้อมูล": rows}, [(formula, formula)], "คำอธิบาย"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"} and not any(cell.hyperlink for cell in cells)
    assert book["ข้อมูล"]["A2"].value.strip("\t\r") == formula.strip("\t\r") or "_x" in book["ข้อมูล"]["A2"].value


def test_a_long_name_of_a_sheet_is_cut_to_what_a_spreadsheet_takes():
    book = opened(tables.workbook({"ก" * 60: ROWS}, [], "ข" * 60))
    assert [len(name) for name in book.sheetnames] == [31, 31]


def test_infinity_does_not_break_a_workbook():
    rows = pd.DataFrame({"value": [float("inf"), float("nan"), 1.0]})
    sheet = opened(tables.workbook({"ข้อมูล": rows}, [], "คำอธิบาย"))["ข้อมูล"]
    assert sheet["A4"].value == 1.0 and sheet["A3"].value is None


ABOUT = [("คำถาม", "ประชากรตามทะเบียน"), ("ชุดข้อมูล", "20261122-aa")]


def test_csv_comes_without_the_mark_when_it_is_not_wanted():
    assert tables.csv(ROWS, mark=False) == tables.csv(ROWS).removeprefix(b"\xef\xbb\xbf")


def test_parquet_keeps_the_types_and_what_is_said_of_the_rows():
    back = pd.read_parquet(io.BytesIO(tables.parquet(ROWS, ABOUT)))
    pd.testing.assert_frame_equal(back, ROWS, check_dtype=False)
    assert pd.api.types.is_datetime64_any_dtype(back["ข้อมูล ณ"]) and back["ค่า"].dtype == float
    assert back.attrs == dict(ABOUT)


def test_json_holds_iso_days_thai_as_it_is_and_null_for_what_is_unknown():
    body = tables.as_json(ROWS, ABOUT)
    assert "ปีงบประมาณ" in body.decode()
    assert json.loads(body) == {
        "about": dict(ABOUT),
        "rows": [
            {"งวด": "ปีงบประมาณ 2569", "ค่า": 1234.5, "ข้อมูล ณ": "2026-09-30", "คุณภาพข้อมูล": "ทางการ"},
            {"งวด": "ปีงบประมาณ 2568", "ค่า": None, "ข้อมูล ณ": "2025-09-30", "คุณภาพข้อมูล": "ตัวอย่าง"},
        ],
    }


def test_a_workbook_of_many_views_has_a_sheet_each_however_they_are_called():
    wanted = ["a/b: [c]?", "x" * 40, "x" * 41, "X" * 31, "History", "''", "ที่ปี่"]
    names = tables.sheet_names([*wanted, *wanted])
    assert len({name.casefold() for name in names}) == len(names) == 14
    assert all(0 < len(name) <= 31 for name in names)
    sheets = dict.fromkeys(wanted, ROWS)
    assert opened(tables.workbook(sheets, ABOUT, "about")).sheetnames == tables.sheet_names([*wanted, "about"])


def test_a_yes_or_no_and_a_plain_day_keep_their_kind_in_a_workbook():
    rows = pd.DataFrame({"sample": [True, False], "day": [date(2026, 9, 30), None]})
    sheet = opened(tables.workbook({"s": rows}, ABOUT, "about"))["s"]
    assert [cell.value for cell in sheet["A"]] == ["sample", True, False]
    assert [cell.value for cell in sheet["B"]] == ["day", datetime(2026, 9, 30), None]
