"""How accidents are narrowed in a link."""

import pytest

from smart7 import crashes


def test_a_link_that_asks_for_nothing_asks_for_all():
    assert crashes.narrowed({}) == {"year": 0, "hours": "", "cause": ""}


def test_a_link_narrows_by_year_hours_and_cause():
    asked = {"when": "2021", "hours": "6-8", "cause": "speeding", "lang": "en"}
    assert crashes.narrowed(asked) == {"year": 2021, "hours": "6-8", "cause": "speeding"}


@pytest.mark.parametrize("asked", [
    {"when": "next"}, {"when": "0"}, {"when": "21"}, {"when": "๒๐๒๑"}, {"hours": "6"}, {"hours": "6-9"},
    {"hours": "7-9"}, {"cause": "luck"}, {"cause": "' or 1=1 --"},
])  # fmt: skip
def test_a_value_there_cannot_be_is_refused(asked):
    with pytest.raises(ValueError, match="no accidents of"):
        crashes.narrowed(asked)


def test_the_bands_of_hours_are_the_whole_day_once():
    covered = [hour for band in crashes.BANDS for hour in range(int(band.split("-")[0]), int(band.split("-")[1]) + 1)]
    assert covered == list(range(24))
