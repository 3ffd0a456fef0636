"""The audit: read page by page, narrowed by person, act, days and text, taken away as CSV, and verified."""

from datetime import date
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from smart7 import calendar
from smart7.components import frame, link
from smart7.components.acts import said
from smart7.components.admin import entries
from smart7.components.admin.when import moment
from smart7.components.sources.open_data import file_link
from smart7.formats import number
from smart7.i18n import Lang
from smart7.ledger import audit, book
from smart7.ledger.audit import Acted, Wanted
from smart7.markup.pieces import table, tag, wrap
from smart7.register import signin, sought
from smart7.view import View
from smart7.words import admin as words
from smart7.words import people

SHOWN: Final = 200
HEADER: Final = (words.AT, words.WHO, words.ACT, words.ABOUT, words.FROM)
FIELD: Final = "audit-{}"
"""Under which key a field holds what narrows the audit."""
OLDER, NEWER = "older", "newer"
"""What a link calls the entry before which, and after which, a page of entries lies."""


def show(view: View) -> None:
    """Draw what narrows the audit, a page of what matches, and the ways to take it and to verify it."""
    names = {one.account_id: one.name for one in signin.accounts()}
    frame.html(tag("p", view.say(words.AUDIT_ABOUT), "s7-note"))
    given = narrowed(names, view)
    wanted = sought.wanted(given)
    found, newer, older = one_page(wanted)
    # What a text stands in is looked for entry by entry, so not twice where all of it is here already.
    count = audit.count(**wanted) if newer or older else len(found)
    shown = {"shown": number(len(found), 0, view.lang), "count": number(count, 0, view.lang)}
    frame.html(tag("p", view.say(words.SHOWN, **shown), "s7-note"))
    title = view.say(words.PARTS["audit"])
    rows = [row(one, names, view) for one in found]
    frame.html(table([view.say(text) for text in HEADER], rows, caption=title, sentences=(3,)))
    turn(found, newer, older, view)
    held = {name: value for name, value in given.items() if value}
    frame.html(wrap("p", file_link(view.say(words.EXPORT), f"/audit.csv?{urlencode(held)}".rstrip("?"))))
    if st.button(view.say(words.VERIFY), key="audit-verify"):
        verify(view)


def narrowed(names: dict[str, str], view: View) -> dict[str, str]:
    """Draw what narrows the audit as the link says it; return it, with days that can be read."""
    kinds = audit.kinds()
    whose = {one or sought.NOBODY: entries.who(one, names, view) for one in audit.people()}
    given = {
        "who": link.pick("who", whose, "", keep=False),
        "act": link.pick("act", kinds, "", keep=False),
        **{name: day_asked(name, view) for name in ("first", "last")},
        "says": link.asked("says").strip(),
    }
    link.show_notices(view.lang)
    for name, value in given.items():
        st.session_state[FIELD.format(name)] = typed(value, view.lang) if name in ("first", "last") else value
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choice("who", view.say(words.WHO), sorted(whose, key=lambda one: whose[one]), view, whose)
        choice("act", view.say(words.ACT), kinds, view, called(view))
        for name, label in (("first", words.FIRST), ("last", words.LAST)):
            field(name, view.say(label), 20, 160, view.say(words.DAY_HINT))
        field("says", view.say(words.SAYS), sought.LONGEST, 260, view.say(words.SAYS_HINT))
    return given


def day_asked(name: str, view: View) -> str:
    """Return the day a link asks for as ISO, '' for none; one that cannot be read is said and taken out of the link."""
    asked = link.asked(name).strip()
    day = day_of(asked) if asked else None
    if asked and day is None:
        st.warning(view.say(words.BAD_DAY, day=said.plain(asked)))
    written = day.isoformat() if day else ""
    link.put(name, written, "", keep=False)
    return written


def day_of(text: str) -> date | None:
    """Return the day somebody typed, of either era, None where it is none."""
    try:
        return calendar.parse_day(text)
    except ValueError:
        return None


def typed(written: str, lang: Lang) -> str:
    """Return a day as people of a language type it."""
    if not written or lang == "en":
        return written
    day = date.fromisoformat(written)
    return f"{day:%d/%m}/{calendar.counted(day.year, lang)}"


def choice(name: str, label: str, options: list[str], view: View, names: dict[str, str]) -> None:
    """Draw a list of which one is chosen, or all of it."""
    st.selectbox(
        label, ["", *options], key=FIELD.format(name), width=260, on_change=chosen, args=(name,),
        format_func=lambda one: names.get(one, one) or "–" if one else view.say(words.ANY),
    )  # fmt: skip


def field(name: str, label: str, most: int, width: int, hint: str) -> None:
    """Draw a field in which something is typed."""
    key = FIELD.format(name)
    st.text_input(label, key=key, max_chars=most, width=width, placeholder=hint, on_change=chosen, args=(name,))


def chosen(name: str) -> None:
    """Write to the link what was chosen or typed, and go back to the newest entries."""
    link.put(name, st.session_state[FIELD.format(name)].strip(), "", keep=False)
    turned()


def turned(**to: int) -> None:
    """Write to the link before or after which entry the page lies; nothing stands for the newest."""
    for name in (OLDER, NEWER):
        link.put(name, str(to.get(name, "")), "", keep=False)


def one_page(wanted: Wanted) -> tuple[list[Acted], bool, bool]:
    """Return the entries of the page that the link asks for, the newest first, and whether newer and older ones are."""
    older, newer = (int(asked) if (asked := link.asked(name)).isdecimal() else 0 for name in (OLDER, NEWER))
    if newer:
        later: Wanted = {**wanted, "since": newer}
        found = audit.read(SHOWN + 1, oldest=True, **later)
        if len(found) > SHOWN:
            return found[SHOWN - 1 :: -1], True, True
        turned()
    elif older:
        wanted = {**wanted, "until": older}
    found = audit.read(SHOWN + 1, **wanted)
    return found[:SHOWN], "until" in wanted, len(found) > SHOWN


def turn(found: list[Acted], newer: bool, older: bool, view: View) -> None:
    """Draw what leads to newer and to older entries, where there are any."""
    if not (newer or older):
        return
    first, last = (found[0].entry, found[-1].entry) if found else (0, 0)
    with st.container(horizontal=True):
        for there, name, text, at in ((newer, NEWER, words.NEWER, first), (older, OLDER, words.OLDER, last)):
            st.button(view.say(text), key=FIELD.format(name), disabled=not there, on_click=turned, kwargs={name: at})


def called(view: View) -> dict[str, str]:
    """Return the acts by their name; those the table of rights does not know keep their id."""
    return {str(act): view.say(text) for act, text in {**people.ACTS, **words.ACTS}.items()}


def row(one: Acted, names: dict[str, str], view: View) -> list[str]:
    """Return an act as cells."""
    act = called(view).get(one.act, one.act)
    who, where = entries.who(one.who, names, view), entries.where(one.where, view)
    return [f"{one.entry} · {moment(one.at, view)}", who, act, entries.about(one, view), where]


def verify(view: View) -> None:
    """Say whether the audit is whole."""
    try:
        why = audit.verify()
    except book.FAULTS as error:
        why = str(error)
    if why:
        st.error(view.say(words.BROKEN, why=said.plain(why)))
    else:
        st.success(view.say(words.WHOLE))
