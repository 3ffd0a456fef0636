"""The workbook of a pack, read back by another hand: figures as numbers, days as days, nothing that is a formula."""

import io
import zipfile

import openpyxl
import pytest

from smart7.packs.workbook import book
from tests.packs import examples


@pytest.fixture(scope="module")
def content():
    return book.build(examples.pack())


@pytest.fixture(scope="module")
def sheets(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def of(sheets, number):
    return next(sheets[name] for name in sheets.sheetnames if name.startswith(f"{number} "))


def test_there_is_a_sheet_for_each_item_and_contents_definitions_sources(sheets):
    first, *items, definitions, sources = sheets.sheetnames
    assert len(items) == len(examples.every_slide())
    assert (first, definitions, sources) == ("สารบัญ", "วิธีนับและวิธีคำนวณ", "แหล่งที่มา")
    listed = [row for row in cells(sheets[first]) if isinstance(row[0], int | float)]
    assert [row[4] for row in listed] == items
    assert [row[1] for row in listed] == [slide.headline for slide in examples.every_slide()]


def test_every_figure_is_a_number_with_what_is_said_of_it(sheets):
    for slide in examples.every_slide():
        rows = cells(of(sheets, slide.number))
        for figure in slide.figures:
            parts = [figure.name, figure.value, figure.measure, figure.unit, figure.period, figure.quality_name]
            assert [*parts, figure.status_name, figure.target, figure.source] in rows


def test_the_numbers_of_a_chart_are_cells_and_excel_draws_over_them(sheets):
    sheet = of(sheets, 1)
    found = [row[:4] for row in cells(sheet) if str(row[0]).startswith("ปี 25")]
    values = [anew if before is None else before for _, before, anew, _ in found]
    assert values == list(examples.YEARS["value"]) and {row[3] for row in found} == {8}
    (drawn,) = sheet._charts
    first = drawn.series[0].val.numRef.f.replace("'", "").split("!")[1].replace("$", "")
    low, _ = first.split(":")
    assert [cell[0].value for cell in sheet[first]] == [row[1] for row in found] and low.startswith("B")


def test_days_are_days_and_show_buddhist_years(sheets):
    days = [cell for row in sheets["สารบัญ"].iter_rows() for cell in row if getattr(cell, "is_date", False)]
    assert {cell.value.date() for cell in days} == {examples.AGENDA.day, examples.pack().as_of}
    assert all(cell.number_format == "[$-107041E]d mmm yyyy" for cell in days)


def test_nothing_is_a_formula(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(pages) > 20 and not any(b"<f>" in page or b"<f " in page for page in pages)


def test_a_name_that_looks_like_a_formula_stays_a_text(sheets):
    found = [cell for row in of(sheets, 3).iter_rows() for cell in row if cell.value == "=1+1"]
    assert found and not any(cell.data_type == "f" for cell in found)


def test_every_sheet_prints_with_its_snapshot_link_and_qr_code(content, sheets):
    for sheet in sheets:
        assert sheet.print_area, sheet.title
        assert examples.SNAPSHOT in sheet.oddHeader.left.text
        assert "present?agenda=example" in sheet.oddFooter.left.text and "ตัวอย่าง" in sheet.oddFooter.left.text
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        drawings = [name for name in archive.namelist() if name.startswith("xl/drawings/vmlDrawing")]
    assert len(drawings) == len(sheets.sheetnames)


def test_a_sample_says_so_on_its_sheet_and_in_the_contents(sheets):
    rows = cells(of(sheets, 20))
    assert rows[2][0] == "ตัวอย่าง"
    assert [row[3] for row in cells(sheets["สารบัญ"]) if row[0] == 20] == ["ตัวอย่าง"]


def test_long_names_and_two_hundred_items_have_sheets_of_their_own():
    slides = [examples.slide(n, subhead="ยาว" * 100) for n in range(1, 201)]
    sheets = openpyxl.load_workbook(io.BytesIO(book.build(examples.pack(slides))))
    assert len(sheets.sheetnames) == 203 and max(map(len, sheets.sheetnames)) <= 31


def test_the_same_pack_gives_the_same_bytes(content):
    assert book.build(examples.pack()) == content


def test_an_agenda_without_items_still_makes_a_file():
    assert len(openpyxl.load_workbook(io.BytesIO(book.build(examples.pack([])))).sheetnames) == 3
