"""The register's page as each role sees it: a figure goes from a unit to its page, and back once on the way."""

import io
from datetime import date
from typing import get_args

import openpyxl
import pytest

from smart7 import store
from smart7.components.register import sheet
from smart7.i18n import LANGS
from smart7.ledger import book, handed
from smart7.markup.register import OPEN_STATES
from smart7.register import rights, steps
from smart7.register.books import template
from smart7.words import common, keeping, people
from smart7.words import register_page as words
from tests.handing import on

TODAY = date(2026, 11, 22)
SCHOOL, YEAR = "school-1", date(2025, 5, 16)
DUE = f"academic_year~{YEAR}"


@pytest.fixture
def town(tiny):
    """Return a town whose schools owe rooms and a share every school year; of the first last year's rooms are known."""
    usual = {"level": "school", "period_kind": "academic_year", "domain": "education", "due_days": 60, "decimals": 0}
    tiny.indicator("rooms", over_time="last", **usual)
    tiny.ratio("present", **{**usual, "decimals": 1}, range_min=0, range_max=100)
    tiny.figure("rooms", SCHOOL, "2024-05-16", 10)
    return tiny.build(TODAY).folder


@pytest.fixture
def visit(town, visit_to):
    """Return a function that lets somebody of a role in; the day is that of the snapshot."""
    visit_to(town)
    with on(TODAY):
        yield lambda role, unit="": visit_to(town).signed_in(role, unit)


def keys(there):
    return {button.key for button in there.at.button}


def press(there, key):
    there.at.button(key=key).click()
    return there.settled()


def fill(there, **given):
    """Write into the fields of one period, as `rooms_value`."""
    for name, text in given.items():
        there.at.text_input(key=f"register-{DUE}-{name.replace('_', '-')}").set_value(text)
    return press(there, "register-check-form")


def success(there):
    return [one.value.replace("\\", "") for one in there.at.success]


def handed_in(visit, rooms="12"):
    """Hand in a school's figures through its page."""
    there = visit("officer", SCHOOL).open("register", due=DUE, lang="en")
    fill(there, rooms_value=rooms, present_numerator="90", present_denominator="100")
    return press(there, "register-hand-in")


def submission():
    with book.opened() as ledger:
        return handed.every(ledger)[0]


@pytest.mark.parametrize("lang", LANGS)
def test_a_public_reader_is_told_what_this_is_and_where_to_sign_in(town, visit_to, lang):
    there = visit_to(town).open("register", lang=lang)
    assert words.INTRO.get(lang) in there.words and words.READ_ALL.get(lang) in there.words
    (door,) = list(there.markup.one("p", "s7-door").all("a"))
    assert door.attributes["href"].startswith("/signin?") and "next=%2Fregister" in door.attributes["href"]
    assert keys(there) == set()


def test_an_editor_is_told_that_figures_are_not_his(visit):
    there = visit("editor").open("register")
    assert words.NO_ACT.th in there.words and keys(there) == set()


@pytest.mark.parametrize("lang", LANGS)
def test_an_officer_reads_what_is_asked_of_the_own_unit_and_nothing_else(visit, lang):
    there = visit("officer", SCHOOL).open("register", lang=lang)
    assert words.ASKED_OF.format(lang, unit=SCHOOL) in there.words
    assert "school-2" not in there.words and words.WAITING.get(lang) not in there.words
    (link,) = [a for a in there.markup.all("a") if "due=" in a.attributes["href"]]
    assert DUE in link.attributes["href"].replace("%7E", "~")


def test_a_period_that_is_not_asked_is_said_and_the_list_is_shown(visit):
    there = visit("officer", SCHOOL).open("register", due="month~1999-01-01")
    assert len(there.warnings) == 1 and words.ASKED_OF.format("th", unit=SCHOOL) in there.words


@pytest.mark.parametrize("lang", LANGS)
def test_a_check_names_every_fault_with_what_to_do_and_keeps_nothing(visit, lang):
    there = visit("officer", SCHOOL).open("register", due=DUE, lang=lang)
    fill(there, rooms_value="ten", present_numerator="120", present_denominator="100")
    spots = [node.text for node in there.markup.one("ul", "s7-spots").all("li")]
    assert len([spot for spot in spots if words.GRAVE_SAID.get(lang) in spot]) == 2
    assert any("rooms" in spot and "ten" in spot for spot in spots) and any("present" in spot for spot in spots)
    assert "register-hand-in" not in keys(there)
    with book.opened() as ledger:
        assert handed.every(ledger) == []


def test_what_was_read_for_an_official_is_shown_before_it_counts(visit):
    there = visit("officer", SCHOOL).open("register", due=DUE, lang="th")
    fill(there, rooms_value="๑๒", present_numerator="1,090", present_denominator="1,100.0")
    table = next(t for t in there.markup.all("table") if words.WRITTEN.th in t.text)
    assert [row[1:3] for row in table.rows()[1:]] == [["๑๒", "12"], ["1,090", "1090"], ["1,100.0", "1100"]]


def test_a_jump_asks_for_a_reason_that_the_approver_reads(visit):
    there = visit("officer", SCHOOL).open("register", due=DUE, lang="en")
    fill(there, rooms_value="40", present_numerator="90", present_denominator="100")
    there.at.text_input(key=f"register-reason-{DUE}-rooms").set_value("two schools <b>became</b> one")
    press(there, "register-hand-in")
    there = visit("approver").open("register", lang="en")
    assert "The unit's reason: two schools <b>became</b> one" in there.words


def test_a_workbook_is_filled_in_sent_checked_and_coloured(visit):
    content = template.template(store.current_id(), SCHOOL, "academic_year", YEAR, "th")
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    sheet = workbook.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "ค่า" for cell in row))
    value = next(cell.column for cell in head if cell.value == "ค่า")
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        if any(cell.value == "rooms" for cell in row):
            sheet.cell(row[0].row, value).value = "สิบสอง"
    out = io.BytesIO()
    workbook.save(out)
    there = visit("officer", SCHOOL).open("register", due=DUE)
    there.at.segmented_control(key="register-way").set_value("file")
    there.settled()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    there.at.file_uploader[0].set_value(("form.xlsx", out.getvalue(), kind))
    there.settled()
    press(there, "register-check-file")
    assert "สิบสอง" in there.markup.one("ul", "s7-spots").text
    assert {"register-template", "register-coloured"} <= {one.key for one in there.at.get("download_button")}


@pytest.mark.parametrize("lang", LANGS)
def test_rows_are_pasted_from_a_spreadsheet(visit, lang):
    there = visit("officer", SCHOOL).open("register", due=DUE, lang=lang)
    there.at.segmented_control(key="register-way").set_value("paste")
    there.settled()
    there.at.text_area(key=f"register-pasted-{DUE}").set_value("rooms\t12\npresent\t90\t100")
    press(there, "register-check-paste")
    assert words.READ.format(lang, count=2) in there.words
    assert words.SEND.format(lang, count=2) in [button.label for button in there.at.button]


def test_a_figure_goes_from_its_unit_to_its_page_and_back_once_on_the_way(visit, town):
    before = store.current_id()
    assert any("Number" in text for text in success(handed_in(visit)))
    approver = visit("approver").open("register", lang="en")
    (rooms, present) = approver.markup.one("table", "s7-differ").rows()[1:]
    assert rooms[:3] == ["rooms", "–", "12\u00a0M"] and present[2] == "90.0%"
    key = submission().submission_id
    approver.at.session_state[f"register-back-{key}"] = True
    approver.settled()
    approver.at.multiselect(key=f"register-cells-{key}").set_value(["rooms"])
    approver.settled()
    approver.at.text_area(key=f"register-remark-{key}-rooms").set_value("count the new house, too")
    press(approver, f"register-return-{key}")
    assert words.NONE_WAITING.en in approver.words

    officer = visit("officer", SCHOOL).open("register", lang="en")
    assert "To correct: rooms" in officer.words and "count the new house, too" in officer.words
    officer.open("register", due=DUE, lang="en")
    assert officer.at.text_input(key=f"register-{DUE}-rooms-value").value == "12"
    assert [node.text for node in officer.markup.all("ul", "s7-remarks")].count(
        "To correct: count the new house, too"
    ) == 1
    assert officer.at.text_input(key=f"register-{DUE}-present-denominator").value == "100"
    fill(officer, rooms_value="13")
    press(officer, "register-hand-in")
    assert submission().state == "handed_in"

    approver.open("register", lang="en")
    press(approver, f"register-approve-{submission().submission_id}")
    assert words.TO_PUBLISH.format("en", count=1) in approver.words
    press(approver, "register-publish")
    after = store.current_id()
    assert after != before and any(after in text for text in success(approver)), approver.words
    assert submission().state == "published"
    reader = visit("officer", SCHOOL)
    reader.cookies = {}
    reader.open("indicator", id="rooms", lang="en")
    assert "13" in reader.words and common.QUALITY["submitted"].en in reader.words


def test_who_approves_what_was_handed_in_anew_meanwhile_is_told_so_and_nothing_is_approved(visit):
    handed_in(visit)
    old = submission().submission_id
    approver = visit("approver").open("register", lang="en")
    handed_in(visit, rooms="13")
    press(approver, f"register-approve-{old}")
    assert len(approver.at.error) == 1 and not success(approver)
    with book.opened() as ledger:
        assert {one.state for one in handed.every(ledger)} == {"superseded", "handed_in"}


@pytest.mark.parametrize("way", ["form", "table"])
def test_a_draft_is_kept_as_it_was_written_and_gone_on_with_by_the_unit_alone(visit, way):
    there = visit("officer", SCHOOL).open("register", due=DUE, lang="en")
    if way == "table":
        there.at.session_state["register-way"] = "table"
        there.settled()
        there.at.session_state[f"register-table-{DUE}"] = {
            "edited_rows": {0: {"value": "twelve?"}, 1: {"numerator": "90"}}, "added_rows": [], "deleted_rows": [],
        }  # fmt: skip
        press(there, "register-draft-table")
    else:
        there.at.text_input(key=f"register-{DUE}-rooms-value").set_value("twelve?")
        there.at.text_input(key=f"register-{DUE}-present-numerator").set_value("90")
        press(there, "register-draft-form")
    assert submission().state == "draft" and any("values: 2" in text for text in success(there)), there.words
    other = visit("officer", SCHOOL).open("register", lang="en")
    assert words.STATES["draft"].en in other.words and "handed in by" not in other.words
    other.open("register", due=DUE, lang="en")
    assert other.at.text_input(key=f"register-{DUE}-rooms-value").value == "twelve?"
    assert other.at.text_input(key=f"register-{DUE}-present-numerator").value == "90"
    assert words.NONE_WAITING.en in visit("approver").open("register", lang="en").words


def test_a_draft_of_nothing_is_refused_and_one_that_was_handed_in_is_left_behind(visit):
    there = visit("officer", SCHOOL).open("register", due=DUE, lang="en")
    press(there, "register-draft-form")
    assert there.at.error and words.STATES["draft"].en not in there.words
    there.at.text_input(key=f"register-{DUE}-rooms-value").set_value("12")
    press(there, "register-draft-form")
    draft = submission().submission_id
    handed_in(visit)
    with book.opened() as ledger:
        assert handed.get(ledger, draft).state == "superseded"


@pytest.mark.parametrize("role", ["officer", "approver", "admin"])
def test_a_reminder_is_drafted_for_whoever_closes_periods_and_sent_by_nobody(visit, role):
    there = visit(role, SCHOOL if role == "officer" else "").open("register", lang="en")
    assert (words.REMIND.en in {e.label for e in there.at.expander}) == (role != "officer")
    if role == "officer":
        return
    there.at.session_state["register-remind"] = True
    there.settled()
    there.choose("register-remind-unit", SCHOOL)
    (text,) = [block.value for block in there.at.code]
    assert f"To {SCHOOL}" in text and "rooms" in text and "overdue" in text
    assert there.at.code[0].proto.language in ("", "plaintext")


def test_an_officer_neither_approves_nor_publishes(visit):
    there = handed_in(visit)
    assert keys(there).isdisjoint({"register-publish", "register-close", "register-approve-chosen"})
    assert not [key for key in keys(there) if key and key.startswith("register-approve")]
    one = submission()
    who = rights.Person(one.author, "", "officer", SCHOOL)
    with pytest.raises(rights.Refused):
        steps.approve(who, [one.submission_id])


def test_an_administrator_publishes_and_closes_and_judges_no_figure(visit):
    handed_in(visit)
    there = visit("admin").open("register", lang="en")
    assert words.WAITING.en not in there.words.split("\n")
    assert {e.label for e in there.at.expander} >= {words.PERIODS.en} and words.PUBLISH.en in there.words


def test_a_closed_period_takes_nothing_and_opens_again_with_a_reason(visit):
    there = visit("approver").open("register", lang="en")
    there.at.session_state["register-periods"] = True
    there.settled()
    there.choose("register-close-unit", SCHOOL)
    press(there, "register-close")
    assert [keeping.REFUSED.en.split(":")[0] in one.value for one in there.at.error] == [True]
    there.at.text_input(key=f"register-why-{SCHOOL}-academic_year-{YEAR}").set_value("the year is audited")
    press(there, "register-close")
    officer = visit("officer", SCHOOL).open("register", due=DUE, lang="en")
    assert words.CLOSED.en in officer.words and "register-check-form" not in keys(officer)
    there.at.text_input(key=f"register-why-{SCHOOL}-academic_year-{YEAR}").set_value("a figure was wrong")
    press(there, "register-close")
    officer.open("register", due=DUE, lang="en")
    assert "register-check-form" in keys(officer)


def test_an_installation_that_only_reads_says_so(town, visit_to, monkeypatch):
    monkeypatch.setenv("SMART7_READONLY", "1")
    there = visit_to(town).open("register")
    assert words.READ_ONLY.th in there.words and keys(there) == set()


def test_every_state_of_the_ledger_can_be_shown():
    assert {*get_args(handed.State), "asked"} <= words.STATES.keys() and words.STATES.keys() >= OPEN_STATES
    assert people.ROLES.keys() == {"reader", *rights.ROLES}


# --- the parts of a figure


@pytest.fixture
def by_sex(tiny):
    """Return a town whose schools hand in rooms as a whole and by two parts."""
    usual = {"level": "school", "period_kind": "academic_year", "domain": "education", "due_days": 60, "decimals": 0}
    tiny.indicator("rooms", over_time="last", **usual, range_min=0)
    for part in ("female", "male"):
        tiny.add("parts.csv", indicator_id="rooms", breakdown_id=part)
    tiny.figure("rooms", SCHOOL, "2024-05-16", 10)
    return tiny.build(TODAY).folder


PARTED = {"rooms_value": "12", "rooms:female_value": "7", "rooms:male_value": "5"}


@pytest.mark.parametrize("lang", LANGS)
def test_parts_that_do_not_add_up_are_told_with_both_numbers(by_sex, visit_to, lang):
    visit_to(by_sex)
    with on(TODAY):
        there = visit_to(by_sex).signed_in("officer", SCHOOL).open("register", due=DUE, lang=lang)
        fill(there, **PARTED | {"rooms:male_value": "6"})
        (spot,) = [node.text for node in there.markup.one("ul", "s7-spots").all("li") if "female, male" in node.text]
        assert (
            "13" in spot
            and "12" in spot
            and words.GRAVE_SAID.get(lang) in spot
            and "register-hand-in" not in keys(there)
        )


def test_a_figure_goes_with_its_parts_from_its_unit_through_the_approver_to_the_snapshot(by_sex, visit_to, in_process):
    visit_to(by_sex)
    with on(TODAY):
        there = visit_to(by_sex).signed_in("officer", SCHOOL).open("register", due=DUE, lang="en")
        fill(there, **PARTED)
        press(there, "register-hand-in")
        assert len(success(there)) == 1
        there = visit_to(by_sex).signed_in("approver").open("register", lang="en")
        rows = there.markup.one("table", "s7-differ").rows()[1:]
        assert [(row[0], row[2].replace("\u00a0", " ")) for row in rows] == [
            ("rooms", "12 M"),
            ("rooms female", "7 M"),
            ("rooms male", "5 M"),
        ]
        press(there, f"register-approve-{submission().submission_id}")
        press(there, "register-publish")
    sql = "select breakdown, value, quality from observations where period_start = $day order by breakdown"
    found = store.records(store.current_id(), sql, {"day": YEAR})
    assert [tuple(row.values()) for row in found] == [
        ("", 12, "submitted"), ("female", 7, "submitted"), ("male", 5, "submitted"),
    ]  # fmt: skip


def test_a_draft_keeps_what_was_typed_of_a_part_and_shows_it_again(by_sex, visit_to):
    visit_to(by_sex)
    with on(TODAY):
        there = visit_to(by_sex).signed_in("officer", SCHOOL).open("register", due=DUE, lang="en")
        there.at.text_input(key=f"register-{DUE}-rooms-value").set_value("12")
        there.at.text_input(key=f"register-{DUE}-rooms:female-value").set_value("seven")
        press(there, "register-draft-form")
        # What could not be read is another draft where it is written otherwise.
        there.at.text_input(key=f"register-{DUE}-rooms:female-value").set_value("about seven")
        press(there, "register-draft-form")
        there = visit_to(by_sex).signed_in("officer", SCHOOL).open("register", due=DUE, lang="en")
        assert there.at.text_input(key=f"register-{DUE}-rooms:female-value").value == "about seven"


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("deaths ÷ residents", ("deaths", "residents")),
        ("(A ÷ B) × 100", ("A", "B")),
        ("(A ÷ B) × 100, as announced", ("A", "B")),
        ("ผู้ผ่านการอบรม ÷ ประชากร × 1,000", ("ผู้ผ่านการอบรม", "ประชากร")),
        ("Sum of (gap × trips) ÷ all trips", ("Sum of (gap × trips)", "all trips")),
        ("A ÷ B ÷ C", None),
        ("registered at the end of the year", None),
    ],
)
def test_numerator_and_denominator_are_called_what_the_formula_says_without_its_factor(formula, found):
    assert sheet.parts(formula) == found
