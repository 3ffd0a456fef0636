"""The question of the explore page: read from the link, filled in by widgets, undone and cleared."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from smart7 import questions
from smart7.components import data, link
from smart7.components.explore import choices
from smart7.components.explore.choices import Choice
from smart7.i18n import Text
from smart7.questions import either, happened
from smart7.questions import link as links
from smart7.questions.either import Either
from smart7.questions.happened import Happened
from smart7.questions.question import DIMENSIONS, MEASURES, Question
from smart7.view import View
from smart7.words import explore_page as words

KEPT: Final = "explore-question"
BEFORE: Final = "explore-before"
TABLE: Final = "table"
UNDONE: Final = 8
"""How many steps can be taken back; each is a short text kept in the visit."""
SHARED: Final = ("lang", "year", "sample", "at")
"""Parameters of a link that are not part of the question's own blanks."""


def current(*, sample: bool) -> Either:
    """Return the question of the link, of either kind; what cannot be read or does not exist becomes a notice."""
    given = {name: st.query_params[name] for name in st.query_params}
    own = {name: value for name, value in given.items() if name in names_of_link()}
    if not own and st.session_state.get(KEPT):
        own = dict(parse_qsl(st.session_state[KEPT]))
    question, refused = either.from_link(own)
    known, gone = there(question)
    unknown: dict[str, list[str]] = {}
    for name, value in [*refused, *gone]:
        unknown.setdefault(name, []).append(value)
    for name, values in unknown.items():
        link.refuse(name, ", ".join(values))
    # Nobody makes up an accident or a day of a station.
    known = known.with_(sample=sample) if isinstance(known, Question) or known.what == "service" else known
    write(known)
    return known


def there(question: Either) -> tuple[Either, list[tuple[str, str]]]:
    """Return a question without what this snapshot has not, and what that was."""
    if isinstance(question, Happened):
        return happened.without_unknown(data.snapshot(), question)
    names = questions.names(data.snapshot())
    return names.without_unknown(question), names.unknown(question)


def names_of_link() -> tuple[str, ...]:
    """Return the parameters that hold a question, its version included."""
    return tuple(name for name in either.names_of_link() if name not in SHARED)


def write(question: Either) -> None:
    """Write a question to the link and to this visit."""
    held = {name: value for name, value in either.to_link(question).items() if name not in SHARED}
    if list(held) == ["v"]:  # a question that asks nothing yet
        held = {}
    for name in names_of_link():
        if name in held and st.query_params.get(name) != held[name]:
            st.query_params[name] = held[name]
        elif name not in held and name in st.query_params:
            del st.query_params[name]
    st.session_state[KEPT] = query(question)


def query(question: Either) -> str:
    """Return a question as the text of a link, as it is kept and saved."""
    return urlencode(either.to_link(question))


def question_of(text: str) -> Either:
    """Return the question of such a text."""
    return either.from_link(dict(parse_qsl(text)))[0]


def ask(question: Either) -> None:
    """Ask something else: the link changes, and the question before can be brought back."""
    before = st.session_state.get(KEPT, "")
    write(question)
    if st.session_state[KEPT] != before:
        st.session_state[BEFORE] = [*st.session_state.get(BEFORE, []), before][-UNDONE:]
    # What was opened behind a cell belongs to the question before.
    st.query_params.pop("cell", None)


def undo() -> None:
    """Bring back the question before."""
    if st.session_state.get(BEFORE):
        *rest, last = st.session_state[BEFORE]
        st.session_state[BEFORE] = rest
        write(question_of(last))


def held() -> Either:
    """Return the question this visit is at, as a callback finds it."""
    return question_of(st.session_state.get(KEPT, ""))


def fill(blank: str, value: object) -> None:
    """Fill in one blank; what a field of another kind of question still sends is let go of."""
    with suppress(ValueError, TypeError):
        ask(held().with_(**{blank: value}))


def asked() -> Question:
    """Return the question about figures this visit is at, one that asks nothing where it is at another kind."""
    found = held()
    return found if isinstance(found, Question) else Question()


def blanks(question: Question, view: View) -> None:
    """Draw the sentence with its blanks to fill in, in the order it is read."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="explore-blanks"):
        several("indicators", question, words.SHOW, words.ALL_INDICATORS, view, 520)
        several("units", question, words.OF, words.OWN_UNIT, view, 420)
        day("start", question, words.FROM, view)
        day("end", question, words.TO, view)
        one("compare", question, words.WITH, view, 230)
        one("period", question, words.BY, view, 230)
        several("split", question, words.SPLIT, words.NOT_SPLIT, view, 360)
    back(Question(), question.with_(sample=True) == Question(), view)


def back(first: Either, bare: bool, view: View) -> None:
    """Draw what brings back the question before, and what clears every blank."""
    with st.container(horizontal=True):
        st.button(view.say(words.UNDO), on_click=undo, disabled=not st.session_state.get(BEFORE), key="explore-undo",
                  icon=":material/undo:")  # fmt: skip
        st.button(view.say(words.CLEAR), on_click=ask, args=(first,), key="explore-clear", disabled=bare,
                  icon=":material/backspace:")  # fmt: skip


def field(blank: str, value: object) -> str:
    """Return the key of the field that shows a value: a new field when something else than the field changed it.

    A browser may still hold the old value of a field it does not show, and would send it as if it were chosen again.
    """
    turn = f"turn-{blank}"
    key = f"ask-{blank}-{st.session_state.get(turn, 0)}"
    if st.session_state.get(key, value) != value:
        st.session_state[turn] = st.session_state.get(turn, 0) + 1
        key = f"ask-{blank}-{st.session_state[turn]}"
    # What is offered is written with counts, and the field knows its value by what is written.
    st.session_state[key] = value
    return key


def several(blank: str, question: Question, label: Text, empty: Text, view: View, width: int) -> None:
    """Draw a blank that holds several values, each offered with how many figures it has."""
    found = choices.choices(data.snapshot(), question, blank, view.lang)
    chosen = list(getattr(question, blank))
    key = field(blank, chosen)
    options = [*found, *(slug for slug in chosen if slug not in found)]
    st.multiselect(
        view.say(label), options, key=key, width=width, select_all=False, placeholder=view.say(empty),
        format_func=partial(named, found), filter_mode="contains", wrap=True,
        on_change=lambda: ask(asked().with_(**{blank: tuple(st.session_state[key])})),
    )  # fmt: skip


def one(blank: str, question: Question, label: Text, view: View, width: int) -> None:
    """Draw a blank that holds one value."""
    found = choices.choices(data.snapshot(), question, blank, view.lang)
    pick(blank, getattr(question, blank), found, label, view, width)


def day(blank: str, question: Question, label: Text, view: View) -> None:
    """Draw the first or the last period of the time asked for; the first choice leaves it open."""
    found = choices.choices(data.snapshot(), question, blank, view.lang)
    held: date | None = getattr(question, blank)
    slug = "" if held is None else (links.slug_of_start(held) if blank == "start" else links.slug_of_end(held))
    open_end = {"": Choice(view.say(words.EARLIEST if blank == "start" else words.LATEST), "", None)}
    pick(blank, slug, open_end | found, label, view, 200, read=partial(day_of, blank))


def day_of(blank: str, slug: str) -> date | None:
    """Return the day a slug of a period stands for at one end of the time asked for."""
    if not slug:
        return None
    period = links.period_of(slug)
    return period.start if blank == "start" else period.end


def pick(
    blank: str,
    value: str,
    found: dict[str, Choice],
    label: Text,
    view: View,
    width: int,
    read: Callable[[str], Any] = str,
    kind: str = "",
) -> None:
    """Draw a list of which one is chosen; `kind` keeps the fields of one kind of question from those of another."""
    key = field(f"{kind}{blank}", value)
    options = list(found) if value in found else [*found, value]
    st.selectbox(
        view.say(label), options, key=key, width=width, filter_mode="contains", format_func=partial(named, found),
        on_change=lambda: fill(blank, read(st.session_state[key])),
    )  # fmt: skip


def named(found: dict[str, Choice], slug: str) -> str:
    """Return how a choice is offered: its name, how many figures it has, and its name in the other language."""
    return found[slug].offered if slug in found else slug


def chart(wanted: str, kinds: list[str], view: View) -> str:
    """Draw the choice of how an answer is drawn, the fitting way first; return the way chosen."""
    kind = wanted if wanted in (*kinds, TABLE) else (kinds[0] if kinds else TABLE)
    key = field("chart", kind)
    names = {name: view.say(words.CHARTS[name]) for name in kinds} | {TABLE: view.say(words.ONLY_TABLE)}
    st.segmented_control(
        view.say(words.CHART), list(names), key=key, required=True, format_func=lambda name: names[name],
        on_change=lambda: fill("chart", st.session_state[key]),
    )  # fmt: skip
    return kind


def pivot(question: Question, view: View) -> None:
    """Draw what stands in the rows, in the columns and in the cells of the table."""
    dimensions = list(DIMENSIONS)
    for blank, label in (("rows", words.ROWS), ("columns", words.COLUMNS)):
        axis(blank, question, dimensions, label, view)
    st.button(view.say(words.SWAP), on_click=lambda: ask(swapped(asked())), key="explore-swap",
              icon=":material/swap_horiz:")  # fmt: skip
    key = field("measure", question.measure)
    st.selectbox(
        view.say(words.MEASURE_SHOWN), MEASURES, key=key, format_func=lambda name: view.say(words.MEASURES[name]),
        on_change=lambda: ask(asked().with_(measure=st.session_state[key])),
    )  # fmt: skip


def axis(blank: str, question: Question, dimensions: Sequence[str], label: Text, view: View) -> None:
    """Draw what stands along one side of the table."""
    key = field(blank, list(question.axes[0 if blank == "rows" else 1]))
    st.multiselect(
        view.say(label), dimensions, key=key, select_all=False, placeholder=view.say(words.NOTHING_CHOSEN),
        format_func=lambda name: view.say(words.DIMENSIONS[name]),
        on_change=lambda: ask(placed(asked(), blank, tuple(st.session_state[key]))),
    )  # fmt: skip


def swapped(question: Question) -> Question:
    """Return a question with its rows and columns in each other's place."""
    rows, columns = question.axes
    return question.with_(rows=columns, columns=rows)


def placed(question: Question, blank: str, chosen: tuple[str, ...]) -> Question:
    """Return a question with one side of its table filled in; what moves there leaves the other side."""
    rows, columns = question.axes
    other = tuple(name for name in (columns if blank == "rows" else rows) if name not in chosen)
    gone = {*rows, *columns} - {*chosen, *other} - {"period"}
    split = tuple(name for name in question.split if name not in gone)
    sides = {blank: chosen, "columns" if blank == "rows" else "rows": other}
    return question.with_(split=split, **sides)
