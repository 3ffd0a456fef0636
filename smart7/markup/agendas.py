"""The list of agendas as markup: ready-made ones, then those people saved."""

from collections.abc import Sequence

from smart7 import calendar
from smart7.markup.pieces import heading, link, table, tag
from smart7.meetings.agenda import Agenda
from smart7.view import View
from smart7.words import present as words


def listing(made: Sequence[Agenda], saved: Sequence[Agenda] | None, view: View) -> str:
    """Return the list of agendas; None for those that were saved says that the ledger cannot be read."""
    header = [view.say(text) for text in (words.TITLE, words.BODY, words.STATE)]
    ready = table(header, [row(one, view) for one in made], caption=view.say(words.READY))
    about = tag("p", view.say(words.INTRO), "s7-definition")
    return about + heading(view.say(words.READY)) + ready + heading(view.say(words.KEPT)) + kept(saved, view)


def kept(saved: Sequence[Agenda] | None, view: View) -> str:
    """Return the saved agendas as a table, or why there is none."""
    if saved is None:
        return tag("p", view.say(words.NO_LEDGER), "s7-note")
    if not saved:
        return tag("p", view.say(words.NONE_KEPT), "s7-note")
    header = [view.say(text) for text in (words.TITLE, words.BODY, words.STATE, words.DAY_SHORT)]
    rows = [[*row(one, view), calendar.format_date(one.day, view.lang, short=True)] for one in saved]
    return table(header, rows, caption=view.say(words.KEPT))


def row(agenda: Agenda, view: View) -> list[str]:
    """Return an agenda as cells; its title opens it."""
    many = view.say(words.ITEMS, count=len(agenda.visible), minutes=agenda.minutes)
    state = view.say(words.FROZEN, id=agenda.snapshot_id) if agenda.snapshot_id else view.say(words.LIVE)
    opens = link(agenda.title.get(view.lang), view.address("present", agenda=agenda.agenda_id))
    return [opens, agenda.body.get(view.lang), f"{many} · {state}"]
