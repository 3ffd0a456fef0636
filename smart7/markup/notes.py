"""What people say about figures as markup: notes, questions with the day an answer is asked for, answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from smart7 import calendar
from smart7.formats import number
from smart7.i18n import Text
from smart7.ledger.notes import Note
from smart7.markup.pieces import Safe, heading, more, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import notes as words
from smart7.words import people

SHOWN: Final = 12
"""So many stand open; more are folded."""
# How each state looks: as those of what units hand in.
LOOKS: Final = {"open": "asked", "overdue": "overdue", "answered": "published", "note": "superseded"}
Names = Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Thread:
    """A note, or a question with its answer."""

    first: Note
    answer: Note | None = None

    def state(self, today: date) -> str:
        """Return how it stands on a day."""
        if self.first.kind == "note":
            return "note"
        if self.answer is not None:
            return "answered"
        return "overdue" if self.first.due_day and self.first.due_day < today else "open"


def threads(every: Sequence[Note], today: date) -> list[Thread]:
    """Return what was said, given the oldest first, as questions with their answers and notes, in their order."""
    answers = {one.answers: one for one in every if one.kind == "answer"}
    found = [Thread(one, answers.get(one.note_id)) for one in reversed(every) if one.kind != "answer"]
    return in_order(found, today)


def in_order(found: Sequence[Thread], today: date) -> list[Thread]:
    """Return what waits first, the first due on top, then the rest as it comes."""
    waits = [one for one in found if one.state(today) in ("open", "overdue")]
    return [*sorted(waits, key=lambda one: one.first.due), *(one for one in found if one not in waits)]


def of_indicator(found: Sequence[Thread], units: Names, today: date, sign_in: str, view: View) -> str:
    """Return what is said of an indicator's figures; `sign_in` is the way on for whoever is not signed in, or ''."""
    told = tag("p", counts(found, today, view) or view.say(words.NONE), "s7-says" if found else "s7-note")
    way = tag("span", f"{view.say(words.SIGN_IN_FIRST)} ") + anchor(view.say(words.SIGN_IN), sign_in) if sign_in else ""
    return heading(view.say(words.TITLE)) + told + listed(found, units, today, view) + (
        wrap("p", way, "s7-note") if way else "")  # fmt: skip


def listed(found: Sequence[Thread], units: Names, today: date, view: View, *, named: bool = False) -> str:
    """Return notes and questions as a list, those beyond the first few in a fold; `named` says of which indicator."""
    items = [item(one, units, today, view, named=named) for one in found]
    if not items:
        return ""
    rest = items[SHOWN:]
    folded = more(view.say(words.OLDER, count=len(rest)), wrap("ul", "".join(rest), "s7-said")) if rest else ""
    return wrap("ul", "".join(items[:SHOWN]), "s7-said") + folded


def counts(found: Sequence[Thread], today: date, view: View) -> str:
    """Return how many questions there are, how many wait and are overdue, and how many notes; '' for none."""
    states = [one.state(today) for one in found]
    asked = len(states) - states.count("note")
    waits = states.count("open") + states.count("overdue")
    every = ((words.COUNT_QUESTIONS, asked), (words.COUNT_OPEN, waits), (words.COUNT_OVERDUE, states.count("overdue")),
             (words.COUNT_NOTES, states.count("note")))  # fmt: skip
    return " · ".join(view.say(text, count=count) for text, count in every if count)


def item(one: Thread, units: Names, today: date, view: View, *, named: bool = False) -> str:
    """Return a note, or a question with how it stands and its answer."""
    own = one.first
    figure = own.figure(view.lang)
    about = view.say(words.ABOUT, figure=figure) if figure else view.say(words.WHOLE)
    name = anchor(own.name(view.lang), view.address("indicator", id=own.indicator_id)) if named else Safe("")
    lines = [
        wrap("div", top(one, units, today, view), "s7-said-top"),
        wrap("p", name, "s7-said-of") if name else "",
        tag("p", own.said, "s7-said-text"),
        tag("p", by(own, view), "s7-facts"),
        tag("p", about, "s7-facts"),
    ]
    return wrap("li", "".join(lines) + (reply(one.answer, units, view) if one.answer else ""))


def top(one: Thread, units: Names, today: date, view: View) -> str:
    """Return how something stands, to whom it is and until when an answer is asked for."""
    state = one.state(today)
    icon = tag("span", words.ICONS[state], aria_hidden="true")
    badge = wrap("span", icon + tag("span", view.say(words.STATES[state])), f"s7-state s7-state-{LOOKS[state]}")
    if one.first.kind == "note":
        return badge
    facts = [view.say(words.TO, unit=called(one.first.owner, units, view))]
    facts += [due(one.first.due_day, today, view)] if one.answer is None and one.first.due_day else []
    return badge + tag("span", " · ".join(facts))


def due(day: date, today: date, view: View) -> str:
    """Return by when an answer is asked for, and how far off that is."""
    days = (day - today).days
    far = words.TODAY if days == 0 else words.LEFT if days > 0 else words.PAST
    return f"{view.say(words.DUE, day=short(day, view))} ({view.say(far, count=number(abs(days), 0, view.lang))})"


def reply(answer: Note, units: Names, view: View) -> str:
    """Return an answer under its question."""
    name = tag("b", view.say(words.KINDS["answer"])) + tag("p", answer.said, "s7-said-text")
    whose = view.say(words.OF, unit=called(answer.owner, units, view))
    return wrap("div", name + tag("p", f"{by(answer, view)} · {whose}", "s7-facts"), "s7-reply")


def by(one: Note, view: View) -> str:
    """Return who said something, in which role, on which day."""
    role = people.ROLES.get(one.author_role, people.NO_ROLE)
    return view.say(words.BY, name=one.author_name, role=view.say(role), day=short(one.day, view))


def called(unit_id: str, units: Names, view: View) -> str:
    """Return what a unit is called, its id where it is not known."""
    return view.say(units[unit_id]) if unit_id in units else unit_id


def short(day: date, view: View) -> str:
    """Return a day in few letters."""
    return calendar.format_date(day, view.lang, short=True)
