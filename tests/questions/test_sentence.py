"""A sentence says every blank, in words people use, and a file is named so that any system takes it."""

from datetime import date

import pytest

from smart7.i18n import LANGS
from smart7.questions import Question, names, sentence
from smart7.questions.sentence import file_name, pieces, title, unit_name, when

SCHOOLS = Question(("attendance",), ("kind:school",), period="month", split=("unit",))
OTHERS = {
    "indicators": ("enrolment",), "units": ("kind:centre",), "start": date(2024, 10, 1), "end": date(2025, 9, 30),
    "period": "quarter", "compare": "target", "split": ("quality",), "measure": "change", "sample": False,
    "order": "low", "top": 5,
}  # fmt: skip


@pytest.fixture(scope="module")
def known(snapshot):
    """Return the names of the snapshot."""
    return names(snapshot)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("blank", OTHERS)
def test_another_filling_of_a_blank_is_another_sentence(known, lang, blank):
    assert sentence(SCHOOLS, lang, known) != sentence(SCHOOLS.with_(**{blank: OTHERS[blank]}), lang, known)


@pytest.mark.parametrize(
    ("start", "end", "thai", "english"),
    [
        (None, None, "", ""),
        (date(2024, 10, 1), date(2025, 9, 30), "ในปีงบประมาณ 2568", "in FY2025"),
        (date(2023, 10, 1), date(2025, 9, 30), "ตั้งแต่ปีงบประมาณ 2567 ถึงปีงบประมาณ 2568", "from FY2024 to FY2025"),
        (date(2024, 1, 1), date(2025, 12, 31), "ตั้งแต่ปีปฏิทิน 2567 ถึงปีปฏิทิน 2568", "from 2024 to 2025"),
        (date(2024, 4, 1), None, "ตั้งแต่ไตรมาส 3 ปีงบประมาณ 2567 เป็นต้นมา", "from Q3 FY2024 on"),
        (None, date(2024, 2, 29), "จนถึงกุมภาพันธ์ 2567", "up to Feb 2024"),
        (
            date(2024, 2, 3),
            date(2024, 2, 3),
            "ตั้งแต่วันที่ 3 กุมภาพันธ์ 2567 ถึงวันที่ 3 กุมภาพันธ์ 2567",
            "from 3 Feb 2024 to 3 Feb 2024",
        ),
    ],
)
def test_time_is_said_by_the_largest_periods_that_fit(start, end, thai, english):
    asked = Question(start=start, end=end)
    assert when(asked, "en") == english
    assert when(asked, "th") == thai


def test_a_long_list_is_cut_and_counted(known):
    asked = Question(tuple(sorted(known.by_dimension["indicator"])[:10]))
    assert "and 8 more" in sentence(asked, "en", known) and "และอีก 8 รายการ" in sentence(asked, "th", known)


def test_what_is_no_longer_there_is_said_so(known):
    assert unit_name("school-closed", "en", known) == "(no longer there: school-closed)"
    assert unit_name("kind:moon", "th", known) == "(ไม่มีแล้ว: kind:moon)"
    asked = Question(("gone", "attendance"), ("kind:moon", "khonkaen-city"), compare="unit:gone")
    assert known.unknown(asked) == [("show", "gone"), ("of", "kind:moon"), ("with", "unit:gone")]
    assert known.without_unknown(asked) == Question(("attendance",), ("khonkaen-city",))


def test_a_title_is_the_sentence_without_its_verb(known):
    assert title(SCHOOLS, "en", known) == "School attendance of every school, by month, split by unit"
    assert title(SCHOOLS, "th", known).startswith("การมาเรียนของนักเรียน")


def test_every_blank_of_the_sentence_is_a_field_of_the_question(known):
    assert all(hasattr(SCHOOLS, blank) for blank, _ in pieces(SCHOOLS, "th", known))


def test_a_file_is_named_in_short_ascii():
    assert file_name(SCHOOLS) == "attendance-kind-school-month"
    assert file_name(Question()) == "figures"
    assert len(file_name(Question(tuple(f"indicator-{n}" for n in range(50))))) <= 80
