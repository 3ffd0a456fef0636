"""What the link holds: language, year, unit, sample switch. One validated way in and out.

A link holds ASCII slugs, never labels. A value the link asks for that does not exist is said, not swallowed.
What a visitor chose goes along from page to page.
"""

from collections.abc import Collection
from datetime import date
from typing import Final

import streamlit as st

from smart7 import view
from smart7.i18n import Lang, Text, parse_lang
from smart7.view import HIDE, SHOW, sample_default
from smart7.words import admin, crashes, happened_asked, service, travel
from smart7.words import site as words

CHOSEN: Final = "chosen"
NOTICES: Final = "notices"
NONE: Final = "none"
REST: Final = "rest"
KNOWN: Final = "known"
TITLES: Final = {
    **words.PARAMS,
    **admin.PARAMS,
    **travel.PARAMS,
    **crashes.PARAMS,
    **happened_asked.PARAMS,
    **service.PARAMS,
}
"""What the parameters of a link are called."""


def begin_run() -> None:
    """Forget the notices of the run before and keep what was chosen."""
    st.session_state[NOTICES] = []
    st.session_state.setdefault(CHOSEN, {})
    # A page that does not exist is answered by the overview, which says so (see web.home).
    pick("page", (), "", keep=False)


def lang() -> Lang:
    """Return the language of the link, else the one this visit came with, else Thai."""
    return parse_lang(pick("lang", ("th", "en"), "th"))


def sample_shown() -> bool:
    """Return whether sample figures are shown."""
    return pick("sample", (SHOW, HIDE), sample_default()) == SHOW


def show_sample(shown: bool) -> None:
    """Show or hide sample figures from here on."""
    put("sample", SHOW if shown else HIDE, sample_default())


def known() -> str:
    """Return the day in the past that the link or this visit asks for, as it is written; '' for today."""
    return (st.query_params.get(KNOWN) or st.session_state[CHOSEN].get(KNOWN, ""))[:40]


def look_at(day: date | None) -> None:
    """Carry the day in the past that is looked at from here on, None for today."""
    put(KNOWN, day.isoformat() if day else "", "")


def asked(name: str) -> str:
    """Return what the link asks for, '' for nothing; not yet held against what there is."""
    return st.query_params.get(name, "")[:100]


def whole(name: str) -> str:
    """Return what the link asks for at its full length, '' for nothing; not yet held against what there is."""
    return st.query_params.get(name, "")


def pick(name: str, choices: Collection[str], default: str, *, keep: bool = True) -> str:
    """Return a parameter's value: from the link, else from this visit, else the default.

    An unknown value in the link becomes a notice; the link is put right.
    """
    asked = st.query_params.get(name)
    kept = st.session_state[CHOSEN].get(name) if keep else None
    value = asked or kept or default
    if value != default and value not in choices:
        if asked:
            st.session_state[NOTICES].append((name, asked, default))
        value = default
    put(name, value, default, keep=keep)
    return value


def pick_many(name: str, choices: Collection[str], defaults: Collection[str]) -> tuple[str, ...]:
    """Return the values of a parameter that holds several, dotted, in the order of `choices`; `none` for no value.

    Unknown values become one notice and fall away; where none is left, the defaults stand in.
    """
    asked = st.query_params.get(name)
    kept = asked or st.session_state[CHOSEN].get(name) or ""
    wanted = [part for part in kept.split(".") if part] or list(defaults)
    unknown = [part for part in wanted if part not in choices and part != NONE]
    known = tuple(choice for choice in choices if choice in wanted)
    if unknown and not known:
        known = tuple(choice for choice in choices if choice in defaults)
        st.session_state[NOTICES] += [(name, ".".join(unknown), "")] if asked else []
    elif unknown:
        st.session_state[NOTICES] += [(name, ".".join(unknown), REST)] if asked else []
    put_many(name, known, choices, defaults)
    return known


def put_many(name: str, values: Collection[str], choices: Collection[str], defaults: Collection[str]) -> None:
    """Write several values to the link, in the order of `choices`; the defaults are left out of it."""
    written = ".".join(choice for choice in choices if choice in values) or NONE
    put(name, written, ".".join(choice for choice in choices if choice in defaults) or NONE)


def put(name: str, value: str, default: str, *, keep: bool = True) -> None:
    """Write a choice to the link and to this visit; a default is left out of the link."""
    if keep:
        st.session_state[CHOSEN][name] = value
    if value == default:
        if name in st.query_params:
            del st.query_params[name]
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def address(page: str, **parameters: str) -> str:
    """Return the address of a page with what is chosen, and what is asked for besides."""
    shared = ("lang", "year", "sample", KNOWN)
    chosen = {name: st.query_params[name] for name in shared if name in st.query_params}
    return view.address(page, {**chosen, **parameters})


def refuse(name: str, asked: str, used: str = "") -> None:
    """Note that a value of the link does not exist, and take it out of the link."""
    st.session_state[NOTICES].append((name, asked, used))
    if name in st.query_params:
        del st.query_params[name]


def show_notices(language: Lang) -> None:
    """Say, once, which values of the link do not exist, and what is shown instead."""
    notices, st.session_state[NOTICES] = st.session_state[NOTICES], []
    for name, asked, used in notices:
        title = TITLES.get(name, Text(name, name)).get(language)
        instead = words.OVERVIEW if name == "page" else words.REST if used == REST else words.USUAL
        # A year says something to a reader; the id of a unit or of a view does not.
        shown = used if used.isdecimal() else instead.get(language)
        st.warning(words.UNKNOWN_VALUE.format(language, value=as_written(asked), name=title, used=shown))


def as_written(text: str) -> str:
    """Return a text that a warning shows letter by letter: in a code span nothing is a link, a picture or a style."""
    return f"`{' '.join(text.replace('`', ' ').split())[:60]}`"
