"""Who stands off duty says so in the list of vehicles, and who does not says nothing of it."""

from datetime import date

import pytest

from smart7.markup import live as markup
from smart7.view import View
from smart7.words import live as words


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_bus_that_rests_says_so_in_the_list(lang):
    view = View(lang, dark=False, year=2026, years=range(2026, 2010, -1), sample=True, as_of=date(2026, 11, 28))
    buses = [{"age": 12, "rests": True}, {"age": 12}]
    rests, goes = (markup.one_listed(bus, "city_bus", {}, {}, view) for bus in buses)
    assert words.RESTS.get(lang) in rests and words.NO_ROUTE.get(lang) in rests
    assert words.RESTS.get(lang) not in goes
