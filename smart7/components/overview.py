"""The overview: seven domains as cards, aims and adoption as tables, what to ask about, what changed."""

from datetime import date

from smart7 import news, parts
from smart7.components import data, frame, link
from smart7.markup.pieces import tag
from smart7.view import View
from smart7.words import overview as words


def show(view: View) -> None:
    """Draw the overview from its parts, each made once for all who look at the same."""
    snapshot = data.snapshot()
    since = chosen_day(view)
    frame.html(tag("p", view.say(words.INTRO), "s7-definition"))
    frame.period_bar(view)
    frame.html(parts.overview_body(snapshot, view))
    frame.html(parts.overview_asks(snapshot, view))
    frame.html(parts.overview_changes(snapshot, view, since, parts.meeting_days(view.as_of)))


def chosen_day(view: View) -> date:
    """Return the day since which changes are told: the one of the link, else the usual one; another is said."""
    asked = link.asked("since")
    day = news.day_of(asked, view.as_of)
    if day is not None:
        return day
    link.refuse("since", asked)
    link.show_notices(view.lang)
    return news.usual(view.as_of)
