"""What stands round every page, each piece made once for all who look at the same, live or in the first answer.

Nothing here knows Streamlit.
"""

from datetime import date

from smart7 import calendar, reading
from smart7.i18n import Lang, Text
from smart7.kept import kept
from smart7.markup import frame, past
from smart7.view import View, address, spoken


@kept(4_000_000, len)
def ways(page_id: str, held: tuple[tuple[str, str], ...], reach: tuple[date, date], view: View) -> str:
    """Return the end of the bar: the choice of a day in the past, and the same page in the other language.

    `held` is what the link of the page holds, in its order.
    """
    # A full load, so that the language of the page is declared.
    own = {name: value for name, value in held if name != "lang"} | spoken("en" if view.lang == "th" else "th")
    elsewhere = address(page_id, dict(sorted(own.items())))
    return frame.ways(past.bar(page_id, dict(held), reach, view), elsewhere, view.lang)


@kept(20)
def year_names(option: Text, choices: range, lang: Lang) -> dict[int, str]:
    """Return how each year that can be chosen is written: `option` with the year as the language counts it."""
    return {year: option.format(lang, year=calendar.counted(year, lang)) for year in choices}


@kept(100)
def sample_line(snapshot: str, view: View) -> str:
    """Return in words and numbers how much of what is shown is made up; '' where nothing is."""
    return frame.sample_line(reading.about(snapshot), view)


@kept(400)
def foot(snapshot: str, view: View, back: str, name: str = "", *, frozen: bool = False) -> str:
    """Return the foot of a page, which leads back to an address after a sign-in and names who is signed in."""
    return frame.foot(snapshot, view, back, name, frozen=frozen)
