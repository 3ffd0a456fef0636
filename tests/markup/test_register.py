"""The page of handing in: what is asked of a unit, the way of a figure, what a check found."""

import re
from dataclasses import replace
from datetime import date

import pytest

from smart7 import calendar
from smart7.i18n import LANGS
from smart7.markup import register
from smart7.markup.register import Due, Spot, Understood, Value
from smart7.words import register_page as words
from tests.markup.shown import read as said

TODAY = date(2026, 11, 22)
YEAR = calendar.period("academic_year", date(2025, 5, 16))


def due(state="asked", start=date(2025, 5, 16), **cells):
    usual = {"names": tuple(f"Figure {n}" for n in range(1, 9)), "due": date(2026, 7, 14), "state": state}
    return Due(calendar.period("academic_year", start), **{**usual, **cells})


def test_every_state_has_a_word_an_icon_and_something_to_do():
    assert words.STATES.keys() == words.ICONS.keys() == words.TODO.keys()
    assert len(set(words.ICONS.values())) == len(words.ICONS)


@pytest.mark.parametrize("lang", LANGS)
def test_a_unit_reads_first_how_much_it_owes(view, lang):
    every = [due("overdue"), due("returned", date(2024, 5, 16)), due("published", date(2023, 5, 16))]
    body = said(register.asked(every, "School 1", TODAY, view(lang)))
    counts = [
        words.OWED.format(lang, count=2),
        words.OWED_LATE.format(lang, count=1),
        words.OWED_BACK.format(lang, count=1),
    ]
    assert " · ".join(counts) in body


def test_a_period_says_when_it_is_due_and_how_far_off_that_is(view):
    overdue = said(register.item(due("overdue"), TODAY, view("th")))
    assert "ปีการศึกษา 2568" in overdue
    assert "8 ตัวเลข · ครบกำหนด 14 ก.ค. 69 (เลยมา 131 วัน)" in overdue
    assert "days left: 1" in said(register.item(due(due=date(2026, 11, 23)), TODAY, view("en")))
    assert "today" in said(register.item(due(due=TODAY), TODAY, view("en")))


def test_a_remark_stands_at_the_period_with_the_name_of_its_figure(view):
    body = said(register.item(due("returned", remarks=(("Enrolment", "count <b>again</b>"),)), TODAY, view("en")))
    assert "To correct: Enrolment count <b>again</b>" in body


def test_what_somebody_wrote_is_never_markup(view):
    one = due("returned", handed_by="<img src=x>", handed_at=TODAY, remarks=(("<i>", "<script>alert(1)</script>"),))
    body = register.item(one, TODAY, view("en"))
    assert "<script" not in body and "<img" not in body and "<i>" not in body


def test_the_newest_of_each_kind_and_what_was_returned_stand_open_and_the_rest_is_folded(view):
    month = due("asked", names=("One",))
    month = replace(month, period=calendar.period("month", date(2026, 10, 1)))
    every = [month, due("overdue"), due("overdue", date(2024, 5, 16)), due("returned", date(2020, 5, 16))]
    open_part, _, folded = register.asked(every, "School 1", TODAY, view("en")).partition("<details")
    assert re.findall("<b>(.*?)</b>", open_part) == ["October 2026", "Academic year 2025 (May 2025 – May 2026)",
                                                     "Academic year 2020 (May 2020 – May 2021)"]  # fmt: skip
    assert "Academic year 2024" in folded


def test_a_period_names_its_first_figures_and_counts_the_rest(view):
    assert "Figure 1, Figure 2, Figure 3, and 5 more" in said(register.item(due(), TODAY, view("en")))


def test_a_period_leads_to_where_it_is_filled_in(view):
    body = register.item(due(), TODAY, view("en"))
    assert 'href="/register?lang=en&amp;due=academic_year~2025-05-16"' in body.replace("%7E", "~")
    assert 'aria-label="Fill in: Academic year 2025' in body


def test_the_present_step_is_marked_for_who_does_not_see_it(view):
    body = register.steps(2, view("en"))
    assert body.count("aria-current") == 1 and '<li aria-current="step">Check</li>' in body


def test_grave_faults_stand_first_and_each_says_what_to_do(view):
    spots = [Spot("row 9", "value", "changed by 60%", "say why", grave=False),
             Spot("row 12", "numerator", "<b>not a number</b>", "write digits", grave=True)]  # fmt: skip
    body = register.found([Value("Rooms", "12 rooms", "10 rooms")], spots, [], view("en"))
    read = said(body)
    assert "Values read: 1 · to correct: 1 · to look at: 1" in read
    assert read.index("row 12 · numerator") < read.index("row 9 · value")
    assert "Rooms 12 rooms 10 rooms" in read
    assert "What to do write digits" in read and "<b>not" not in body


def test_a_clean_sheet_is_called_clean(view):
    body = said(register.found([], [], [], view("th")))
    assert words.CLEAN.th in body and words.FOUND_NOTE.th in body


def test_what_was_read_for_somebody_is_shown_as_written_and_as_read(view):
    body = said(register.found([], [], [Understood("row 3", "๙๒.๖%", "92.6", "Thai digits")], view("en")))
    assert "row 3 ๙๒.๖% 92.6 Thai digits" in body


def test_who_is_not_signed_in_is_told_what_this_is_and_where_to_sign_in(view):
    body = register.explained(view("th"), "/signin?next=%2Fregister")
    assert 'href="/signin?next=%2Fregister"' in body
    assert all(step.th in said(body) for step in words.STEPS)
