"""The rows of a source as people read them: days and years, and whatever a source has in their place."""

import pytest

from smart7 import formats
from smart7.markup import sources


@pytest.mark.parametrize(
    ("given", "shown"),
    [("2018", "2561"), ("²", "²"), ("2018-2019", "2018-2019"), ("", formats.MISSING), (None, formats.MISSING)],
)
def test_a_year_is_counted_as_the_language_does_and_what_is_none_stays_as_it_is(view, given, shown):
    assert sources.as_written(given, view("th")) == shown
    assert sources.fact_year(given, view("th")) == shown
