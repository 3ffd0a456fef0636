"""The page on which figures are handed in: the way of a figure, what is asked of a unit, what a check found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from smart7 import calendar
from smart7.calendar import Period
from smart7.formats import number
from smart7.markup.pieces import Safe, heading, more, table, tag, wrap
from smart7.markup.pieces import link as anchor
from smart7.view import View
from smart7.words import common
from smart7.words import register_page as words

OPEN_STATES: Final = frozenset({"asked", "overdue", "draft", "returned"})
"""States in which a unit has something to do."""
SHOWN: Final = 100
NAMED: Final = 3
"""So many figures of a period are named in the list."""
FEW: Final = 6
MANY: Final = 20
"""So many conversions, and so many values, stand open; more are folded."""


@dataclass(frozen=True, slots=True)
class Due:
    """One period of a unit: which figures are asked, until when, and how it stands with what was remarked."""

    period: Period
    names: tuple[str, ...]
    due: date | None
    state: str
    handed_by: str = ""
    handed_at: date | None = None
    remarks: tuple[tuple[str, str], ...] = ()  # name of the indicator, what is to be corrected

    @property
    def key(self) -> str:
        """Return how a link names the period."""
        return f"{self.period.kind}~{self.period.start.isoformat()}"


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing a check found: where, what is wrong, what to do; a grave one keeps a sheet from being handed in."""

    where: str
    column: str
    what: str
    todo: str
    grave: bool


@dataclass(frozen=True, slots=True)
class Understood:
    """One text that was read as something else than it says."""

    where: str
    written: str
    read: str
    why: str


@dataclass(frozen=True, slots=True)
class Value:
    """One figure as it was read, and the last one before it, in words."""

    name: str
    now: str
    last: str


def steps(now: int, view: View) -> str:
    """Return the way of a figure as five steps, of which one is the present one (0 for none)."""
    items = "".join(
        tag("li", view.say(step), **({"aria_current": "step"} if n == now else {}))
        for n, step in enumerate(words.STEPS, 1)
    )
    return wrap("ol", items, "s7-way", aria_label=view.say(words.HOW))


def explained(view: View, sign_in: str) -> str:
    """Return for whoever is not signed in what this page is, the way of a figure, and where to sign in."""
    said = "".join(
        wrap("li", tag("b", view.say(name)) + " " + tag("span", view.say(about)))
        for name, about in zip(words.STEPS, words.STEPS_ABOUT, strict=True)
    )
    door = wrap("p", anchor(view.say(words.SIGN_IN), sign_in), "s7-door")
    note = tag("p", view.say(words.READ_ALL), "s7-note")
    listed = heading(view.say(words.HOW)) + wrap("ol", said, "s7-way-told")
    return tag("p", view.say(words.INTRO), "s7-definition") + door + note + listed


def asked(every: Sequence[Due], unit: str, today: date, view: View) -> str:
    """Return what is asked of a unit: a sentence, what is to be done, what is done in a fold."""
    title = heading(view.say(words.ASKED_OF, unit=unit))
    if not every:
        return title + tag("p", view.say(words.NOTHING_ASKED))
    todo = [one for one in every if one.state in OPEN_STATES]
    under_way = [one for one in every if one.state in ("handed_in", "approved")]
    done = [one for one in every if one not in todo and one not in under_way]
    # Newest first: of each kind of period the last one, and whatever was begun, is what there is to do today.
    newest = {one.period.kind: one for one in reversed(todo)}.values()
    near = [one for one in todo if one in newest or one.state in ("returned", "draft")]
    parts = [title, tag("p", summary(todo, view), "s7-says"), listed([*near, *under_way], today, view)]
    far = [one for one in todo if one not in near]
    for name, folded in ((words.OLDER, far), (words.EARLIER, done)):
        if folded:
            parts.append(more(view.say(name, count=len(folded)), listed(folded, today, view)))
    return "".join(parts)


def summary(todo: Sequence[Due], view: View) -> str:
    """Return in a sentence how much a unit has to do."""
    if not todo:
        return view.say(words.OWED_NONE)
    counts = (
        (words.OWED, len(todo)),
        (words.OWED_LATE, sum(one.state == "overdue" for one in todo)),
        (words.OWED_BACK, sum(one.state == "returned" for one in todo)),
    )
    return " · ".join(view.say(text, count=count) for text, count in counts if count)


def listed(every: Sequence[Due], today: date, view: View) -> str:
    """Return periods as a list, each leading to where it is filled in."""
    return wrap("ul", "".join(item(one, today, view) for one in every), "s7-dues") if every else ""


def item(one: Due, today: date, view: View) -> str:
    """Return one period: its name, state, number of figures, when it is due, what was remarked, what to do."""
    name = calendar.label(one.period, view.lang)
    inner = tag("b", name) + standing(one, today, view)
    address = view.address("register", due=one.key)
    link = tag(
        "a", view.say(words.TODO[one.state]), href=address, aria_label=f"{view.say(words.TODO[one.state])}: {name}"
    )
    css = "s7-due" + (" s7-open" if one.state in OPEN_STATES else "")
    return wrap("li", wrap("div", inner) + link, css)


def standing(one: Due, today: date, view: View) -> str:
    """Return how a period stands: its state, its figures, when it is due or who handed it in, what was remarked."""
    count = len(one.names)
    facts = [view.say(words.FIGURE if count == 1 else words.FIGURES, count=count)]
    if one.handed_at:
        facts.append(view.say(words.HANDED, name=one.handed_by, day=short(one.handed_at, view)))
    elif one.due:
        facts.append(due_words(one.due, today, view))
    rest = [view.say(words.MORE, count=count - NAMED)] if count > NAMED else []
    lines = (" · ".join(facts), ", ".join([*one.names[:NAMED], *rest]))
    remarks = "".join(
        wrap("li", tag("b", f"{view.say(words.REMARK)}: {what}") + " " + tag("span", said))
        for what, said in one.remarks
    )
    told = "".join(tag("span", line, "s7-facts") for line in lines)
    return state(one.state, view) + told + (wrap("ul", remarks, "s7-remarks") if remarks else "")


def remark(said: str, view: View) -> str:
    """Return what is to be corrected in a figure, '' for nothing."""
    inner = tag("b", f"{view.say(words.REMARK)}:") + " " + tag("span", said)
    return wrap("ul", wrap("li", inner), "s7-remarks") if said else ""


def state(name: str, view: View) -> Safe:
    """Return a state as icon and word."""
    icon = tag("span", words.ICONS[name], aria_hidden="true")
    return Safe(wrap("span", icon + tag("span", view.say(words.STATES[name])), f"s7-state s7-state-{name}"))


def due_words(due: date, today: date, view: View) -> str:
    """Return when something is due and how far off that is."""
    days = (due - today).days
    far = words.DUE_TODAY if days == 0 else words.DUE_LEFT if days > 0 else words.DUE_PAST
    return f"{view.say(words.DUE, day=short(due, view))} ({view.say(far, count=number(abs(days), 0, view.lang))})"


def short(day: date, view: View) -> str:
    """Return a day in few letters."""
    return calendar.format_date(day, view.lang, short=True)


def found(read: Sequence[Value], spots: Sequence[Spot], understood: Sequence[Understood], view: View) -> str:
    """Return what a check found: counts, faults with what to do, the grave ones first, and what was read for whom."""
    grave = sum(spot.grave for spot in spots)
    counts = [view.say(words.READ, count=len(read))]
    counts += [view.say(words.GRAVE, count=grave)] if grave else []
    counts += [view.say(words.MINOR, count=len(spots) - grave)] if len(spots) > grave else []
    counts += [view.say(words.CLEAN)] if not spots else []
    parts = [heading(view.say(words.FOUND)), tag("p", " · ".join(counts), "s7-says")]
    parts += [tag("p", view.say(words.FOUND_NOTE), "s7-note")]
    parts += [faults(sorted(spots, key=lambda spot: not spot.grave), view)] if spots else []
    parts += [conversions(understood, view)] if understood else []
    parts += [values(read, view)] if read else []
    return "".join(parts)


def values(read: Sequence[Value], view: View) -> str:
    """Return the figures that were read, in a fold that stands open while they are few."""
    header = [view.say(name) for name in (common.INDICATOR, words.READ_VALUE, words.LAST_VALUE)]
    title = view.say(words.VALUES, count=len(read))
    rows = [[one.name, one.now, one.last] for one in read]
    return more(title, table(header, rows, caption=title, numbers=(1, 2)), opened=len(read) <= MANY)


def faults(spots: Sequence[Spot], view: View) -> str:
    """Return faults as a list: how grave and where, what is wrong, what to do."""
    items = "".join(fault(spot, view) for spot in spots[:SHOWN])
    rest = tag("p", view.say(words.MORE, count=len(spots) - SHOWN), "s7-note") if len(spots) > SHOWN else ""
    return wrap("ul", items, "s7-spots", aria_label=view.say(words.FAULTS)) + rest


def fault(spot: Spot, view: View) -> str:
    """Return one fault."""
    grave = (words.GRAVE_SAID, "▼", "s7-off") if spot.grave else (words.MINOR_SAID, "◆", "s7-near")
    said = wrap(
        "span", tag("span", grave[1], aria_hidden="true") + tag("span", view.say(grave[0])), f"s7-weight {grave[2]}"
    )
    place = tag("span", " · ".join(part for part in (spot.where, spot.column) if part), "s7-place")
    todo = wrap("p", tag("b", view.say(words.WHAT_TO_DO)) + " " + tag("span", spot.todo))
    return wrap("li", wrap("div", said + place) + tag("p", spot.what) + todo)


def conversions(understood: Sequence[Understood], view: View) -> str:
    """Return what was read as something else than it says, in a fold."""
    header = [view.say(name) for name in (words.WHERE, words.WRITTEN, words.READ_AS, words.HOW_READ)]
    rows = [[one.where, one.written, one.read, one.why] for one in understood[:SHOWN]]
    title = view.say(words.CONVERSIONS, count=len(understood))
    note = tag("p", view.say(words.CONVERTED_NOTE), "s7-note")
    return more(title, note + table(header, rows, caption=title, sentences=(3,)), opened=len(understood) <= FEW)
