"""What is held, with whose it is and how large; what an administrator chooses of it is freed."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from smart7.components import frame
from smart7.components.acts import person, said
from smart7.components.admin.when import moment
from smart7.formats import number
from smart7.ledger import quotas
from smart7.markup.pieces import heading, table, tag
from smart7.register import holdings, keeping, saying, signin
from smart7.register.holdings import Held, Holdings
from smart7.register.rights import Person
from smart7.view import View
from smart7.words import admin as words

MOST: Final = 200
"""How many are listed of each kind, the largest or newest first; all of them can be chosen."""
ORDER: Final[tuple[quotas.Kind, ...]] = ("snapshots", "pictures", "agendas", "views", "notes")
FREE: Final[dict[str, Callable[[Person, str], object]]] = {
    "snapshots": keeping.free_snapshot,
    "pictures": keeping.free_picture,
    "agendas": keeping.free_meeting,
    "views": keeping.free_view,
    "notes": saying.free,
}


def show(view: View) -> None:
    """Draw what is held of each kind, with what frees it."""
    said.tell()
    try:
        most_of = quotas.table()
    except quotas.BadQuota as bad:
        st.error(view.say(bad.why))
        return
    found = holdings.all_of(person.here())
    names = {one.account_id: one.name for one in signin.accounts()}
    for kind in ORDER:
        quota = most_of[kind]
        most = size(quota.all * quotas.MEGABYTE, view) if kind == "pictures" else number(quota.all, 0, view.lang)
        used = (kind == "pictures" and size(found.used[kind], view)) or number(found.used[kind], 0, view.lang)
        frame.html(
            heading(view.say(words.KINDS[kind])) + tag("p", view.say(words.USED, used=used, most=most), "s7-note")
        )
        one_kind(kind, of_kind(found, kind), names, view)


def of_kind(found: Holdings, kind: str) -> list[Held]:
    """Return what is held of a kind."""
    every: list[Held] = getattr(found, kind)
    return every


def one_kind(kind: str, found: list[Held], names: dict[str, str], view: View) -> None:
    """Draw a table of one kind, and the choice of what is freed."""
    if not found:
        frame.html(tag("p", view.say(words.NOTHING), "s7-note"))
        return
    header = (words.WHAT, words.WHOSE, words.SINCE, words.SIZE, words.HELD_BY)
    rows = [row(one, names, view) for one in found[:MOST]]
    title = view.say(words.KINDS[kind])
    frame.html(table([view.say(text) for text in header], rows, caption=title, numbers=(3,)))
    with st.form(f"free-{kind}", border=False):
        called = {one.id: named(one, view) for one in found}
        st.multiselect(
            view.say(words.CHOOSE_HELD), list(called), key=f"free-{kind}-chosen",
            format_func=lambda key: called.get(key, key),
            placeholder=view.say(words.CHOOSE_HELD), select_all=False,
            help=view.say(words.FREE_NOTE[kind]),
        )  # fmt: skip
        st.form_submit_button(view.say(words.FREE[kind]), key=f"free-{kind}-press", on_click=free, args=(kind, view))


def free(kind: str, view: View) -> None:
    """Free what was chosen of a kind, one after the other."""
    chosen = list(st.session_state[f"free-{kind}-chosen"])

    def each() -> str:
        count = sum(bool(FREE[kind](person.here(), one)) for one in chosen)
        return view.say(words.FREED, count=number(count, 0, view.lang))

    said.act(each, view)


def row(one: Held, names: dict[str, str], view: View) -> list[str]:
    """Return what is held as cells."""
    whose = ", ".join(names.get(name, name) or view.say(words.NOBODY) for name in one.account.split(" "))
    stands = ", ".join(one.used) or one.on
    return [named(one, view), whose, moment(one.at, view), size(one.size, view), stands]


def named(one: Held, view: View) -> str:
    """Return what something held is called."""
    return one.name[0] if view.lang == "th" else one.name[1]


def size(count: int, view: View) -> str:
    """Return a number of bytes as people read it."""
    if count < quotas.MEGABYTE:
        return view.say(words.BYTES, size=number(count / 1000, 1, view.lang)) if count else ""
    whole = count % quotas.MEGABYTE == 0
    return view.say(words.MEGABYTES, size=number(count / quotas.MEGABYTE, 0 if whole else 1, view.lang))
