"""The command line of the forms: made for one unit or all, checked, and handed back with faults shown."""

import openpyxl
import pytest

from smart7.register.books.__main__ import main
from smart7.words import books as words
from tests.register.books.town import GOOD, SCHOOL, filled


def run(capsys, *line: object) -> tuple[int, str, str]:
    """Return what a command ends with and says."""
    status = main([str(part) for part in line])
    return status, *capsys.readouterr()


def test_a_form_is_made_filled_in_checked_and_found_good_but_late(here, tmp_path, capsys):
    status, said, _ = run(capsys, "template", SCHOOL, "month:2569-09-15", "--out", tmp_path)
    path = tmp_path / f"{SCHOOL}_month_2026-09-01.xlsx"
    assert (status, path.name in said) == (0, True)
    path.write_bytes(filled(path.read_bytes(), GOOD))
    status, said, _ = run(capsys, "check", path, "--lang", "en")
    assert (status, said.splitlines()[-1]) == (0, words.GOOD.en)


def test_a_spoilt_form_is_told_and_written_again_with_its_faults_shown(here, tmp_path, capsys):
    run(capsys, "template", SCHOOL, "month:2026-09", "--out", tmp_path)
    [path] = tmp_path.glob("*.xlsx")
    path.write_bytes(filled(path.read_bytes(), {"pupils": {"value": "x"}}))
    status, said, _ = run(capsys, "check", path, "--colour", tmp_path / "c.xlsx")
    assert status == 1
    assert "[not_a_number]" in said
    assert openpyxl.load_workbook(tmp_path / "c.xlsx").sheetnames[0] == words.FAULTS.th


def test_forms_of_all_units_that_owe_something_are_made_at_once(here, tmp_path, capsys):
    assert run(capsys, "template", "all", "month:2026-09", "--out", tmp_path, "--csv")[0] == 0
    made = sorted(path.name for path in tmp_path.iterdir())
    units = ("division-1", "division-2", "school-1", "school-2", "school-3")
    assert made == [f"{unit}_month_2026-09-01.csv" for unit in units]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("template", "nowhere", "month:2026-09"), "There is no unit nowhere"),
        (("template", SCHOOL, "month:yesterday"), "cannot be used"),
        (("template", SCHOOL, "date:2026-09-01"), "cannot be used"),
        (("template", "all", "quarter:2026-07-01"), "owes no indicator"),
        (("check", "no-such.xlsx"), "There is no file"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(here, tmp_path, capsys, monkeypatch, line, said):
    monkeypatch.chdir(tmp_path)
    status, _, error = run(capsys, *line)
    assert (status, said in error) == (2, True)


def test_a_file_that_names_no_unit_needs_to_be_told_whose_it_is(here, tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text("รหัส,ค่า\npupils,105\n", "utf-8")
    assert run(capsys, "check", path)[0] == 2
    assert run(capsys, "check", path, "--unit", SCHOOL, "--period", "month:2026-09")[0] == 0


def test_a_file_that_is_not_read_is_told_in_both_languages(here, tmp_path, capsys):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"%PDF-1.7")
    status, said, _ = run(capsys, "check", path)
    assert (status, "PDF" in said, len(said.splitlines())) == (1, True, 2)


def test_the_rules_can_be_listed(capsys):
    assert run(capsys, "rules")[0] == 0
