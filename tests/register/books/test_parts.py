"""The parts of a figure: each a row of the form, whatever it is filled in with, held to its whole."""

import io
from datetime import date

import openpyxl
import pytest

from smart7 import store
from smart7.register.books import check, plain, template
from smart7.register.books.form import COLUMNS, form
from smart7.register.books.template import HEADER
from tests.register.books.town import OF, SCHOOL, TODAY, changed, filled, rules

PUPILS = {"pupils": "105", "pupils:female": "55", "pupils:male": "50"}


@pytest.fixture(scope="session")
def parted(new_town):
    """Build a town whose schools hand in pupils and attendance by sex as well, and a score as a whole."""
    made = new_town()
    usual = {"level": "school", "decimals": 0, "range_min": 0, "range_max": 5000, "over_time": "last"}
    made.indicator("pupils", **usual, name_th="นักเรียน", name_en="Pupils")
    made.ratio("attendance", level="school", range_min=0, range_max=100, name_th="การมาเรียน")
    made.indicator("score", level="school", range_min=0, range_max=10)
    for name in ("pupils", "attendance"):
        for part in ("female", "male"):
            made.add("parts.csv", indicator_id=name, breakdown_id=part)
    made.figure("pupils", SCHOOL, "2026-08-01", 104)
    made.figure("pupils", SCHOOL, "2026-08-01", 54, breakdown="female")
    return made.build()


@pytest.fixture
def here(parted, monkeypatch):
    """Put that town in service and return its snapshot."""
    monkeypatch.setenv("SMART7_DATA", str(parted.folder))
    yield parted.snapshot_id
    store.close_all()


def typed(here, **given):
    """Return what is found of figures typed by the names of their rows, a pair being numerator and denominator."""
    rows = [
        {"indicator_id": key, **(dict(zip(("numerator", "denominator"), value, strict=True))
                                 if isinstance(value, tuple) else {"value": value})}
        for key, value in given.items()
    ]  # fmt: skip
    return check.typed(here, rows, *OF, today=TODAY)


def values(checked):
    return {cell.key: cell.value for cell in checked.cells}


def test_each_part_is_a_row_below_its_whole_with_its_own_last_figure_and_no_target(here):
    asked = form(here, *OF)
    assert [one.key for one in asked.rows] == [
        "pupils", "pupils:female", "pupils:male", "attendance", "attendance:female", "attendance:male", "score",
    ]  # fmt: skip
    female = asked.rows[1]
    assert (female.last, female.name.th, female.target_low) == (54, "นักเรียน: female", None)
    assert [one.indicator_id for one in asked.asked] == ["pupils", "attendance", "score"]


def test_the_workbook_stands_the_parts_in_and_asks_for_their_amounts_alone(here):
    sheet = openpyxl.load_workbook(io.BytesIO(template.template(here, *OF))).worksheets[0]
    rows = {sheet.cell(row, COLUMNS.index("indicator_id") + 1).value: row for row in range(HEADER + 1, 16)}

    def cell(key, column):
        return sheet.cell(rows[key], COLUMNS.index(column) + 1)

    assert cell("pupils:female", "name").alignment.indent > 0 == cell("pupils", "name").alignment.indent
    open_ = [column for column in COLUMNS if not cell("pupils:male", column).protection.locked]
    assert open_ == ["value", "reason", "note"]
    assert not cell("attendance:male", "denominator").protection.locked
    assert (cell("pupils", "number").value, cell("pupils:male", "number").value) == (1, None)


@pytest.mark.parametrize("way", ["workbook", "csv", "paste by id", "paste by name", "typed"])
def test_they_come_back_whatever_they_are_filled_in_with(here, way):
    of, today = OF, {"today": TODAY}
    if way == "workbook":
        cells = {key: {"value": int(value)} for key, value in PUPILS.items()}
        found = check.check(here, filled(template.template(here, *OF), cells), "form.xlsx", *of, **today)
    elif way == "csv":
        lines = plain.written(form(here, *OF)).decode("utf-8-sig").splitlines()
        lines = [f"{line[:-4]}{PUPILS[key]},,,," if (key := line.split(",")[0]) in PUPILS else line for line in lines]
        found = check.check(here, "\n".join(lines).encode(), "form.csv", *of, **today)
    elif way == "typed":
        found = typed(here, **PUPILS)
    else:
        names = {"pupils": "นักเรียน", "pupils:female": "นักเรียน: female", "pupils:male": "Pupils: male"}
        lines = [f"{key if way.endswith('id') else names[key]}\t{value}" for key, value in PUPILS.items()]
        found = check.pasted(here, "\n".join(lines), *of, **today)
    assert values(found) == {"pupils": 105, "pupils:female": 55, "pupils:male": 50}
    assert found.ready, found.faults


WRONG = {
    "counts that do not add up": ({"pupils": "105", "pupils:female": "55", "pupils:male": "51"}, "parts_sum"),
    "one part beyond the whole": ({"pupils": "105", "pupils:female": "106"}, "parts_sum"),
    "numerators that do not add up": (
        {"attendance": ("90", "100"), "attendance:female": ("50", "60"), "attendance:male": ("41", "40")}, "over_whole",
    ),
    "denominators that do not add up": (
        {"attendance": ("90", "100"), "attendance:female": ("50", "60"), "attendance:male": ("40", "50")}, "parts_sum",
    ),
    "a part without its whole": ({"pupils:female": "55"}, "part_alone"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "rule"), WRONG.values(), ids=list(WRONG))
def test_parts_that_are_not_those_of_their_whole_cannot_be_handed_in(here, given, rule):
    found = typed(here, **given)
    assert rule in rules(found) and not found.ready


def test_the_sum_is_said_with_both_numbers_at_the_row_of_the_whole(here):
    found = typed(here, **{"pupils": "105", "pupils:female": "1,055", "pupils:male": "51"})
    (one,) = [fault for fault in found.faults if fault.rule == "parts_sum"]
    assert one.what.en == "female, male come to 1,106, but the whole is 105" and (one.row, one.column) == (1, "value")


MILD = {
    "one part alone": ({"pupils": "105", "pupils:female": "55"}, True),
    "one that is not known": ({"pupils": "105", "pupils:female": "55", "pupils:male": "-"}, False),
    "none at all": ({"pupils": "105"}, False),
    "a ratio by sums of both": (
        {"attendance": ("90", "100"), "attendance:female": ("50", "60"), "attendance:male": ("40", "40")}, False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "told"), MILD.values(), ids=list(MILD))
def test_parts_may_be_left_out_and_some_without_others_are_told_of(here, given, told):
    found = typed(here, **given)
    assert found.ready and ("parts_missing" in rules(found)) == told


def test_a_part_that_there_is_not_is_no_row_of_the_form(here):
    assert "unknown" in rules(typed(here, **PUPILS, **{"pupils:children": "1"}))
    assert "unknown" in rules(typed(here, **PUPILS, **{"score:female": "1"}))


def test_a_part_speaks_of_the_day_of_its_whole_and_is_no_more_complete(here):
    cells = {key: {"value": int(value)} for key, value in PUPILS.items()}
    cells["pupils"] |= {"as_of": date(2026, 9, 30), "complete": "ไม่ครบ"}
    found = check.check(here, filled(template.template(here, *OF), cells), "form.xlsx", *OF, today=TODAY)
    assert {(cell.as_of, cell.partial) for cell in found.cells} == {(date(2026, 9, 30), True)}


def test_a_part_that_is_filled_in_twice_is_told_of(here):
    def twice(sheet):
        sheet.cell(20, COLUMNS.index("indicator_id") + 1).value = "pupils:male"
        sheet.cell(20, COLUMNS.index("value") + 1).value = 50

    cells = {key: {"value": int(value)} for key, value in PUPILS.items()}
    content = changed(filled(template.template(here, *OF), cells), twice)
    assert "duplicate" in rules(check.check(here, content, "form.xlsx", *OF, today=TODAY))
