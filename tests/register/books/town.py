"""What the tests of forms share: the indicators of a small town, a form that is filled in, and one that is spoilt."""

import io
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import openpyxl

from smart7.calendar import containing
from smart7.register.books import check, template
from smart7.register.books.form import COLUMNS, Asked, form
from smart7.register.books.template import HEADER

SCHOOL, DIVISION, KIND, START = "school-1", "division-1", "month", date(2026, 9, 1)
TODAY = date(2026, 10, 10)
OF = (SCHOOL, KIND, START)


def furnish(made) -> None:
    """Give the town its indicators and figures up to August 2026."""
    school = {"level": "school", "decimals": 0, "range_min": 0, "range_max": 5000}
    made.indicator("pupils", **school, over_time="last", measure_th="คน", measure_en="pupils", name_th="นักเรียน")
    made.ratio("attendance", level="school", range_min=0, range_max=100, name_th="การมาเรียน")
    made.ratio("per-teacher", level="school", scale=1, value_kind="number", range_min=1, range_max=100, decimals=2)
    made.indicator("fact", level="school", due_days=None)
    made.indicator("spending", name_th="รายจ่าย", range_min=-10, range_max=1000)
    made.indicator("of-another", owner="division-2")
    made.series("pupils", SCHOOL, date(2026, 7, 1), [100, 104])
    made.series("attendance", SCHOOL, date(2026, 7, 1), [(900, 1000), (930, 1000)])
    made.target("attendance", SCHOOL, 2026, low=90)


def filled(content: bytes, values: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return a form with cells filled in, by indicator and column."""

    def fill(sheet: Any) -> None:
        for row in range(HEADER + 1, sheet.max_row + 1):
            for column, value in values.get(sheet.cell(row, COLUMNS.index("indicator_id") + 1).value, {}).items():
                sheet.cell(row, COLUMNS.index(column) + 1).value = value

    return changed(content, fill)


def changed(content: bytes, change: Any) -> bytes:
    """Return a workbook whose first sheet was changed."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book.worksheets[0])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


GOOD = {
    "pupils": {"value": 105},
    "attendance": {"numerator": 940, "denominator": 1000},
    "per-teacher": {"numerator": 105, "denominator": 5},
}


def form_of(snapshot: str, values: Mapping[str, Mapping[str, Any]] = GOOD) -> bytes:
    """Return the school's form, filled in."""
    return good(snapshot) if values is GOOD else filled(template.template(snapshot, *OF), values)


@lru_cache(maxsize=1)
def good(snapshot: str) -> bytes:
    """Return the school's form as it should be filled in."""
    return filled(template.template(snapshot, *OF), GOOD)


def looked(snapshot: str, content: bytes, file: str = "form.xlsx", **more: Any) -> check.Checked:
    """Return what a file hands in for the school."""
    return check.check(snapshot, content, file, *OF, **{"today": TODAY, **more})


def rules(checked: check.Checked) -> list[str]:
    """Return the rules that are broken, each once."""
    return sorted({one.rule for one in checked.faults})


def asked(snapshot: str, indicator_id: str) -> Asked:
    """Return what is asked of the school for one indicator."""
    return next(one for one in form(snapshot, *OF).asked if one.indicator_id == indicator_id)


PERIOD = containing(KIND, START)
