"""What a link asks of the audit: days of either era by the municipality's clock, whoever was not known, and a text."""

from datetime import UTC, datetime

import pytest

from smart7.register import sought

FIRST, NEXT = (datetime(2026, 11, day, 17, tzinfo=UTC) for day in (27, 28))


@pytest.mark.parametrize("day", ["2026-11-28", "28/11/2569", "2569-11-28", "๒๘/๑๑/๒๕๖๙"])
def test_a_day_begins_and_ends_by_the_clock_of_the_municipality_in_either_era(day):
    assert sought.wanted({"first": day, "last": day}) == {"begin": FIRST, "end": NEXT}


def test_a_leap_day_of_the_buddhist_era_is_one():
    assert sought.wanted({"first": "29/02/2567"})["begin"] == datetime(2024, 2, 28, 17, tzinfo=UTC)


def test_what_is_empty_narrows_nothing():
    assert (
        sought.wanted(dict.fromkeys(("who", "act", "first", "last", "says"), "")) == sought.wanted({"says": "  "}) == {}
    )


def test_whoever_was_not_known_has_a_name_in_links():
    assert sought.wanted({"who": sought.NOBODY})["who"] == "" and sought.wanted({"who": "a-1"})["who"] == "a-1"


def test_a_text_is_cut_to_what_a_field_takes():
    assert sought.wanted({"says": " x " + "y" * 500})["text"] == "x " + "y" * (sought.LONGEST - 2)


@pytest.mark.parametrize("day", ["yesterday", "31/02/2569", "1", "9999-99-99"])
def test_what_is_no_day_is_refused(day):
    with pytest.raises(ValueError):
        sought.wanted({"last": day})
