"""The page about revisions, block by block: each made once, for the live page and the first answer."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from smart7 import news, reading
from smart7.kept import kept
from smart7.markup import revisions as markup
from smart7.markup.pieces import tag
from smart7.reading import asked
from smart7.view import View
from smart7.words import revisions as words

USUAL: Final = 365
"""How many days back one looks without a choice."""
NAMES: Final = ("since", "until")


def span_of(link: Mapping[str, str], view: View) -> tuple[date, date] | None:
    """Return the two days a link compares, the usual ones where it names none; None where they cannot be compared."""
    until = news.day_of(link.get("until") or view.as_of.isoformat(), view.as_of)
    if until is None:
        return None
    since = news.day_of(link.get("since") or (until - timedelta(days=USUAL)).isoformat(), view.as_of)
    return (since, until) if since is not None and since < until else None


def rows(snapshot: str, since: date, until: date, view: View) -> list[dict[str, Any]]:
    """Return what became of each figure between the ends of two days, those that differ."""
    return reading.records(snapshot, "revisions/changes", asked(since=since, until=until, lang=view.lang))


@kept(100)
def blocks(snapshot: str, since: date, until: date, view: View) -> tuple[str, ...]:
    """Return the blocks of the page: the choice of the days, what changed, how each indicator is revised."""
    found = rows(snapshot, since, until, view)
    about = reading.about(snapshot)
    first = about["first_known"] or view.as_of
    file = f"/revisions/{snapshot}.csv?{urlencode({'since': since, 'until': until, 'lang': view.lang})}"
    told = reading.records(snapshot, "revisions/habits", asked(until=until, lang=view.lang))
    return (
        tag("p", view.say(words.INTRO), "s7-definition") + markup.choice(since, until, (first, view.as_of), view),
        markup.finding(found, since, until, view) + markup.domains(found, view),
        markup.corrected(found, view) + markup.appeared(found, view) + markup.take(found, file, view),
        markup.habits(told, until, view),
    )
