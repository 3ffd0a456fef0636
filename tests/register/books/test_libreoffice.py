"""Forms as LibreOffice opens and saves them: officials use it, and what it saves must be read as what they typed.

It is no part of the project: where there is none, nothing of this is known, and the tests are skipped.
"""

import io
import shutil
import subprocess
import unicodedata
from datetime import date

import openpyxl
import pypdfium2
import pytest

from smart7 import theme
from smart7.register.books import child, coloured, template
from smart7.register.books.form import COLUMNS
from smart7.register.books.template import HEADER
from smart7.words import books as words
from tests.register.books.town import GOOD, OF, filled, form_of, looked, rules

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SECONDS = 180
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice: apt-get install libreoffice-calc"),
]


@pytest.fixture(scope="session")
def saved(tmp_path_factory):
    """Return a function that opens a file in LibreOffice and saves it as another kind, each content once."""
    profile = tmp_path_factory.mktemp("profile")
    made: dict[tuple[bytes, str], bytes] = {}

    def save(content: bytes, kind: str, written: str = "xlsx") -> bytes:
        if (content, kind) not in made:
            folder = tmp_path_factory.mktemp("saved")
            (folder / f"form.{written}").write_bytes(content)
            asked = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind,
                     "--outdir", str(folder / "out"), str(folder / f"form.{written}")]  # fmt: skip
            subprocess.run(asked, check=True, capture_output=True, timeout=SECONDS)
            (found,) = (folder / "out").iterdir()
            made[content, kind] = found.read_bytes()
        return made[content, kind]

    return save


def sheet_of(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def row_of(sheet, key: str) -> int:
    ids = COLUMNS.index("indicator_id") + 1
    return next(row for row in range(HEADER + 1, sheet.max_row + 1) if sheet.cell(row, ids).value == key)


def test_a_form_saved_by_it_is_taken_with_the_same_figures_and_no_fault(here, saved):
    content = form_of(here)
    found, before = looked(here, saved(content, "xlsx")), looked(here, content)
    amounts = [(cell.key, cell.value, cell.numerator, cell.denominator) for cell in found.cells]
    assert amounts == [(cell.key, cell.value, cell.numerator, cell.denominator) for cell in before.cells]
    assert found.ready and rules(found) == rules(before) and child.read(saved(content, "xlsx"))[0].mark["unit"]


TYPED = {
    "pupils": {"value": "๑๐๕", "as_of": date(2026, 9, 30), "complete": words.PART.th, "note": "นับ ณ วันที่ ๓๐ ที่ผ่านมา"},
    "attendance": {"numerator": "1,940", "denominator": "2,000", "reason": "ผู้ใหญ่บ้านย้ายนักเรียนเข้า"},
    "per-teacher": {"numerator": "=100+5", "denominator": 5},
}


def test_days_choices_thai_digits_and_formulas_are_read_as_they_were_typed(here, saved):
    content = filled(template.template(here, *OF), TYPED)
    found = looked(here, saved(content, "xlsx"))
    cells, before = ({cell.key: cell for cell in one.cells} for one in (found, looked(here, content)))
    pupils, attendance = cells["pupils"], cells["attendance"]
    assert (pupils.value, pupils.as_of, pupils.partial) == (105, date(2026, 9, 30), True)
    assert (pupils.note, attendance.reason) == (before["pupils"].note, before["attendance"].reason)
    assert "ที่ผ่านมา" in pupils.note and "ผู้ใหญ่บ้าน" in attendance.reason
    assert (attendance.numerator, attendance.denominator) == (1940, 2000)
    # It works the formula out, so that its value is there to be read; and it is said that it was one.
    assert cells["per-teacher"].numerator == 105 and "formula" in rules(found)


def test_what_guards_the_form_is_still_there_after_it(here, saved):
    before, after = sheet_of(form_of(here)), sheet_of(saved(form_of(here), "xlsx"))
    # Without a window it saves no frozen panes; what it does with one is not tried here.
    assert after.protection.sheet
    row = row_of(after, "pupils")
    locked = [after.cell(row, at).protection.locked for at in range(1, len(COLUMNS) + 1)]
    assert locked == [before.cell(row, at).protection.locked for at in range(1, len(COLUMNS) + 1)]
    answers = [one for one in after.data_validations.dataValidation if one.type == "list"]
    assert len(answers) == 1 and words.PART.th in answers[0].formula1
    prompted = {one.promptTitle for one in after.data_validations.dataValidation}
    assert {one.promptTitle for one in before.data_validations.dataValidation} <= prompted
    hidden = openpyxl.load_workbook(io.BytesIO(saved(form_of(here), "xlsx")))[words.MARK_SHEET].sheet_state
    assert hidden != "visible"


def test_a_form_that_comes_back_says_at_its_cells_what_is_wrong_there_too(here, saved):
    content = filled(template.template(here, *OF), GOOD | {"pupils": {"value": "about a hundred"}})
    back = saved(coloured.coloured(content, looked(here, content)), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(back))
    assert book.worksheets[0].title == words.FAULTS.th
    sheet = book[words.FILL.th]
    cell = sheet.cell(row_of(sheet, "pupils"), COLUMNS.index("value") + 1)
    assert "about a hundred" in cell.comment.text and cell.fill.fgColor.rgb.endswith(theme.FORM["fault"][1:].upper())


def test_on_paper_it_takes_one_page_a_sheet_and_no_thai_letter_is_lost(here, saved):
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(saved(form_of(here), "pdf"))]
    assert len(pages) == 3  # to fill in, what it means, how it is done
    # Where its lines break depends on the typefaces of the machine.
    assert words.COLUMNS["complete"].th in "".join(unicodedata.normalize("NFC", pages[0]).split())
    assert "การมาเรียน" in pages[0] and "การมาเรียน" in pages[1]


@pytest.mark.parametrize(("kind", "named"), [("ods", "ODS"), ("xls", "xls"), ("pdf", "PDF")])
def test_another_kind_is_refused_in_a_sentence_that_names_it_and_says_how_to_save(here, saved, kind, named):
    found = looked(here, saved(form_of(here), kind), f"form.{kind}")
    (one,) = found.faults
    assert one.rule == "other_kind" and named in one.what.th and ".xlsx" in one.todo.th


def test_an_ods_that_is_saved_again_as_xlsx_is_taken(here, saved):
    again = saved(saved(form_of(here), "ods"), "xlsx", "ods")
    assert looked(here, again).ready and [cell.key for cell in looked(here, again).cells] == list(GOOD)


UTF8, UTF16 = "csv:Text - txt - csv (StarCalc):59,34,76", "csv:Text - txt - csv (StarCalc):9,34,UTF16"


# Without a choice it writes in the letters of the machine's language; with a window it asks.
@pytest.mark.parametrize("kind", [UTF8, UTF16], ids=["semicolons", "tabs"])
def test_the_sheet_saved_as_text_is_read_with_whatever_parts_its_cells(here, saved, kind):
    found = looked(here, saved(form_of(here), kind), "form.csv")
    assert [(cell.key, cell.value) for cell in found.cells] == [
        ("pupils", 105),
        ("attendance", 94),
        ("per-teacher", 21),
    ]
    assert found.ready and "no_mark" in rules(found)
