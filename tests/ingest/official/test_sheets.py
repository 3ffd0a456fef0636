"""Files as offices send them: encodings, separators, titles, merged headers, hidden sheets, pages, and hostile ones."""

import csv
import itertools
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from smart7.ingest.official import child, inspect, sheets
from smart7.ingest.official.findings import Refused
from smart7.ingest.official.reader import Report
from tests.ingest.official.hostile import HOSTILE, ROWS, SHEET, packed, text, workbook
from tests.ingest.official.test_take import SOURCE

HERE = Path(__file__).parent
COLUMNS = """
[columns.area]
heading = ["พื้นที่", "เขต"]

[columns.people]
heading = "คน"
type = "whole"
"""
Read = Callable[..., tuple[list[dict[str, str]], Report]]


@pytest.fixture
def read(near, tmp_path) -> Read:
    """Return a function that reads a file by a recipe in this process: the rows, and what was said of them."""
    return reader(tmp_path)


@pytest.fixture
def read_apart(tmp_path) -> Read:
    """Return a function that reads a file in a child process, as is done for an official: one of each kind."""
    return reader(tmp_path)


def reader(tmp_path: Path) -> Read:
    """Return a function that reads a file by a recipe: the rows, and what was said of them."""

    def reading(path: Path, columns: str = COLUMNS, **about: object) -> tuple[list[dict[str, str]], Report]:
        folder = tmp_path / "recipes" / "some-tables"
        folder.mkdir(parents=True, exist_ok=True)
        said = {"kinds": ["csv", "xlsx", "xls", "html", "json", "geojson"], **about}
        lines = "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in said.items())
        (folder / "recipe.toml").write_text(f"{SOURCE}\n[file]\n{lines}{columns}", "utf-8")
        report = child.read(path, folder, tmp_path / "rows.csv", {})
        with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file)), report

    return reading


# --- Texts


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874", "tis-620")
SEPARATORS = (",", ";", "\t", "|")
# What Excel calls "Unicode text", and what it writes in Thai where lists are parted by semicolons.
USUAL = (("utf-16-le", "\t"), ("cp874", ";"))
"""Beside every encoding with commas and every separator in UTF-8; the other pairs are with the slow tests."""


@pytest.mark.parametrize(("written", "separator"), [
    pytest.param(*pair, marks=() if "," in pair or "utf-8" in pair or pair in USUAL else pytest.mark.slow)
    for pair in itertools.product(ENCODINGS, SEPARATORS)
])  # fmt: skip
def test_a_text_is_read_in_every_encoding_with_every_separator(read, tmp_path, written, separator):
    path = tmp_path / "a.csv"
    path.write_bytes(text(ROWS, separator).encode(written))
    rows, report = read(path)
    assert [(row["area"], row["people"], row["at_row"]) for row in rows] == [("เขต 1", "1200", "2"), ("เขต 2", "", "3")]
    assert report.converted == {"thousands": 1, "thai_digits": 2, "missing": 1}


def test_titles_above_notes_below_sums_and_empty_rows_are_no_rows(read_apart, tmp_path):
    path = tmp_path / "a.csv"
    rows = [
        ["ตารางที่ 1 ประชากร"],
        [],
        *ROWS[:2],
        ["", ""],
        ["รวม", "1,200"],
        ROWS[0],
        ROWS[2],
        ["หมายเหตุ: ข้อมูลเบื้องต้น"],
        ["ที่มา : สำนัก"],
    ]
    path.write_text(text(rows), "utf-8")
    found, report = read_apart(path)
    assert [row["area"] for row in found] == ["เขต 1", "เขต 2"]
    assert report.left_out == {"blank": 1, "total": 1, "header": 1, "footnote": 2}
    assert (report.rows_read, report.rows_kept) == (7, 2)


def test_a_header_that_lacks_a_heading_is_told_with_what_it_lacks(read, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("พื้นที่,จำนวน\nเขต 1,5\n", "utf-8")
    _, report = read(path)
    [fault] = report.faults.kept
    assert (fault.name, dict(fault.values)) == ("no_header", {"headings": "คน"})


@pytest.mark.parametrize("line", ["เขต 2,1,200", "1200"])
def test_a_row_with_a_cell_too_many_or_too_few_is_a_fault_and_no_other_figure(read, tmp_path, line):
    path = tmp_path / "a.csv"
    path.write_text(f"พื้นที่,คน\nเขต 1,5\n{line}\n", "utf-8")
    _, report = read(path)
    assert [(fault.name, fault.row) for fault in report.faults.kept] == [("ragged", 3)]


def test_what_reaches_down_is_taken_along_from_rows_that_are_left_out(read, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("จังหวัด,พื้นที่,คน\nก,เขต 1,5\nข,เขต 9,6\n,เขต 2,7\n", "utf-8")
    because = 'because_th = "อื่น"\nbecause_en = "other"\n'
    columns = f"""{COLUMNS}
[columns.province]
heading = "จังหวัด"
empty = "above"

[[leave]]
column = "area"
pattern = ".* 9"
{because}"""
    rows, _ = read(path, columns)
    assert [(row["province"], row["area"]) for row in rows] == [("ก", "เขต 1"), ("ข", "เขต 2")]


# --- Workbooks


def test_a_merged_header_of_two_storeys_one_sheet_a_year_and_a_merged_body(read, tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for year in (2564, 2565):
            sheet = book.add_worksheet(f"ปี {year}")
            sheet.write(0, 1, "ประชากร")
            sheet.merge_range(2, 1, 3, 1, "พื้นที่")
            sheet.merge_range(2, 2, 2, 3, "ชาย")
            sheet.merge_range(2, 4, 2, 5, "หญิง")
            sheet.write_row(3, 2, ["เด็ก", "ผู้ใหญ่", "เด็ก", "ผู้ใหญ่"])
            sheet.merge_range(4, 1, 5, 1, "เขต 1")
            sheet.write_row(4, 2, [1, 2, 3, 4])
            sheet.write_row(5, 2, [10, "-", 30, 40])
        book.add_worksheet("อ่านก่อน")
    columns = """
[columns.year]
sheet = 'ปี (\\d{4})'
type = "year"

[columns.area]
heading = "พื้นที่"
empty = "above"

[columns.people]
each = '(ชาย|หญิง) / (.+)'
into = { sex = "text", group = "text" }
type = "whole"
"""
    rows, report = read(path, columns, sheets="ปี \\d{4}", header_rows=2)
    told = [
        tuple(row[name] for name in ("year", "area", "sex", "group", "people")) for row in rows if row["at_row"] == "6"
    ]
    assert told == [
        (year, "เขต 1", sex, group, people)
        for year in ("2021", "2022")
        for sex, group, people in (("ชาย", "เด็ก", "10"), ("หญิง", "เด็ก", "30"), ("หญิง", "ผู้ใหญ่", "40"))
    ]
    assert report.sheets == ["ปี 2564", "ปี 2565"]
    assert report.passed == ["อ่านก่อน"]
    assert report.converted["no_value"] == 2


def test_a_column_without_a_heading_is_found_by_its_number(read, tmp_path):
    path = workbook(tmp_path / "a.xlsx", ("1", [["ตาราง"], ["", "", "คน"], ["", "เขต 1", 5]]))
    columns = COLUMNS.replace('heading = ["พื้นที่", "เขต"]', "at = 2")
    rows, _ = read(path, columns)
    assert [(row["area"], row["people"]) for row in rows] == [("เขต 1", "5")]
    with pytest.raises(Refused, match="columns.area.at: 0"):
        read(path, columns.replace("at = 2", "at = 0"))


def test_a_hidden_sheet_is_never_read_and_is_named(read, tmp_path):
    path = workbook(tmp_path / "a.xlsx", ("old", ROWS), ("new", [*ROWS, ["เขต 3", 7]]), hidden=("old",))
    for rule in ("first", "all"):
        rows, report = read(path, sheets=rule)
        assert [row["at_sheet"] for row in rows] == ["new"] * 3
        assert report.passed == ["old"]
    with pytest.raises(Refused, match="has no sheet that fits old; there are new"):
        read(path, sheets="old")


def test_every_sheet_that_is_passed_over_is_named_once(read, tmp_path):
    notes = [["อ่านก่อน"], ["ตัวเลขเบื้องต้น"]]
    sheets_of = (("old", ROWS), ("notes", notes), ("1", ROWS), ("more notes", notes), ("2", ROWS))
    path = workbook(tmp_path / "a.xlsx", *sheets_of, hidden=("old",))
    _, report = read(path, sheets="all")
    assert report.sheets == ["1", "2"]
    assert report.passed == ["old", "notes", "more notes"]


def test_dates_of_a_workbook_are_days(read, tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["พื้นที่", "คน", "วัน"])
        sheet.write_row(1, 0, ["เขต 1", 5])
        sheet.write_datetime(1, 2, date(2024, 2, 29), book.add_format({"num_format": "d/m/yyyy"}))
    rows, _ = read(path, COLUMNS + '\n[columns.day]\nheading = "วัน"\ntype = "day"\n')
    assert rows[0]["day"] == "2024-02-29"


def test_an_old_workbook_is_read(read_apart):
    rows, _ = read_apart(HERE / "files" / "old.xls", COLUMNS)
    assert [(row["area"], row["people"]) for row in rows] == [("เขต 1", "1200"), ("เขต 2", "")]


def test_values_of_formulas_are_read_as_kept_and_counted(read_apart, tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ROWS[0])
        sheet.write(1, 0, "เขต 1")
        sheet.write_formula(1, 1, "=SUM(5,7)", value=12)
    rows, report = read_apart(path)
    assert (rows[0]["people"], report.formulas) == ("12", 1)


def test_a_formula_that_gives_an_empty_text_has_its_value(tmp_path):
    cell = b'<sheetData><row r="1"><c r="A1" t="str"><f>IF(1,"","x")</f><v></v></c><c r="B1"><f>1</f><v>1</v></c></row>'
    assert inspect.workbook(packed(tmp_path / "a.xlsx", {SHEET: cell})) == 2


# --- Pages, JSON and GeoJSON


def test_a_page_under_the_name_of_a_workbook_is_read_where_the_recipe_knows_of_it(read_apart, tmp_path):
    path = tmp_path / "stat.xls"
    page = "<html><meta charset=windows-874><table><tr><th rowspan=2>พื้นที่<th colspan=2>ปี 2565<tr><th>คน<th>บ้าน"
    page += "<tr><td rowspan=2>เขต&nbsp;1<td>1,200<td>3</tr><tr><td>5<td>6</tr></table></html>"
    path.write_bytes(page.encode("cp874"))
    rows, _ = read_apart(path, header_rows=2)
    assert [(row["area"], row["people"]) for row in rows] == [("เขต 1", "1200"), ("เขต 1", "5")]
    with pytest.raises(Refused, match="is called xls but is html"):
        read_apart(path, kinds=["xls"])


def test_records_of_json_have_the_fields_of_what_they_lie_in(read, tmp_path):
    path = tmp_path / "a.json"
    content = {
        "ok": True,
        "zones": [{"เขต": "1", "rows": [{"n": {"คน": 5}}, {"n": {"คน": None}}]}, {"เขต": "2", "rows": []}],
    }
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    rows, _ = read(path, COLUMNS.replace('"คน"', '"n.คน"'), records="zones/rows")
    assert [(row["area"], row["people"]) for row in rows] == [("1", "5"), ("1", "")]
    with pytest.raises(Refused, match="no records at nothing"):
        read(path, records="nothing")


def test_points_of_geojson_have_their_position(read_apart, tmp_path):
    path = tmp_path / "a.geojson"
    point = {"type": "Point", "coordinates": [102.8, 16.4, 1]}
    points = [{"type": "Feature", "geometry": point, "properties": {"เขต": "๑", "คน": 5}}]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": points}), "utf-8")
    place = "".join(f'\n[columns.{name}]\nheading = "geometry.{name}"\ntype = "number"\n' for name in ("lat", "lon"))
    rows, _ = read_apart(path, COLUMNS + place)
    assert (rows[0]["area"], rows[0]["lat"], rows[0]["lon"]) == ("1", "16.4", "102.8")


# --- Hostile files: one sentence in both languages, and never more than their share of memory


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_sentence_in_both_languages(read_apart, tmp_path, name):
    file, write, expected = HOSTILE[name]
    with pytest.raises(Refused) as told:
        read_apart(write(tmp_path / file))
    said = str(told.value)
    assert re.search(expected, said), said
    assert "\n" not in said
    assert re.search("[ก-๙].* / .*[a-z]", said), said


def test_the_limits_are_those_that_are_told():
    assert child.MEMORY_MB <= 500
    assert inspect.MOST_BYTES < 200_000_000
    assert sheets.MOST_COLUMNS < 100_000


# --- Recipes


@pytest.mark.parametrize(
    ("columns", "wrong"),
    [
        ('[columns.a]\nheading = "x"\ntype = "money"\n', "columns.a.type: money"),
        ('[columns.a]\nheadings = "x"\n', "columns.a.headings?"),
        ('[columns.a]\nsheet = "x"\n', "columns.a.sheet: ( )"),
        ('[columns.A]\nheading = "x"\n', "columns.A"),
        ('[columns.at_row]\nheading = "x"\n', "columns.at_row"),
        ('[columns.a]\nheading = "x"\n[[leave]]\ncolumn = "b"\npattern = "("\n', "leave.column: b"),
        ("", "columns"),
    ],
)
def test_a_recipe_that_cannot_be_used_is_told_what_is_wrong(read, tmp_path, columns, wrong):
    path = tmp_path / "a.csv"
    path.write_text(text(ROWS), "utf-8")
    with pytest.raises(Refused) as told:
        read(path, columns)
    assert wrong in str(told.value)
