"""What an approver does: see what waits with what it would change, approve one or many, return with remarks."""

from functools import partial
from typing import Final

import streamlit as st

from smart7 import calendar, catalog
from smart7.components import data, frame
from smart7.components.acts import person, said
from smart7.components.register import sheet
from smart7.ledger import evidence
from smart7.ledger.handed import Submission
from smart7.markup import differences as markup
from smart7.markup.differences import Difference
from smart7.markup.pieces import heading, tag
from smart7.metrics import Target
from smart7.register import differences, rights, steps
from smart7.register.books.form import Asked, NoForm, form
from smart7.register.rights import Person
from smart7.view import View
from smart7.words import register_page as words

SHOWN: Final = 20
CHOSEN: Final = "register-chosen"
REMARK_MOST: Final = 2000
Set = tuple[Submission, list[Difference]]


def show(who: Person, view: View) -> None:
    """Draw what waits for a person, narrowed by unit and domain, and what approves all that are chosen."""
    frame.html(heading(view.say(words.WAITING)))
    sets = {one.submission_id: one for one in steps.waiting(who)}
    if not sets:
        frame.html(tag("p", view.say(words.NONE_WAITING), "s7-says"))
        return
    rows = steps.differences(list(sets))
    every = [(one, drawn([row for row in rows if row.submission_id == key], one, view)) for key, one in sets.items()]
    found = narrowed(every, view)
    frame.html(tag("p", summary(found, view), "s7-says"))
    shown = found[:SHOWN]
    together(shown, view)
    for one, changes in shown:
        one_set(who, one, changes, view)
    if len(found) > SHOWN:
        frame.html(tag("p", view.say(words.MORE, count=len(found) - SHOWN), "s7-note"))


def drawn(rows: list[differences.Difference], one: Submission, view: View) -> list[Difference]:
    """Return differences of a submission as they are drawn, with what the form of its unit says of each indicator."""
    about = asked(one)
    return [difference(row, about.get(row.indicator_id), one, view) for row in rows]


def difference(row: differences.Difference, about: Asked | None, one: Submission, view: View) -> Difference:
    """Return a difference as it is drawn."""
    places = [*([row.part] if row.part else []), *([row.unit] if row.unit_id != one.unit_id else [])]
    return Difference(
        row.indicator_id, about.domain_id if about else "", row.indicator.get(view.lang),
        " · ".join(place.get(view.lang) for place in places), row.measure,
        about.value_kind if about else "number", row.decimals, row.now, row.new,
        Target(about.target_low, about.target_high) if about and not row.part else Target(), row.before, row.after,
        row.reason, row.note,
    )  # fmt: skip


def asked(one: Submission) -> dict[str, Asked]:
    """Return what a unit is asked for the period of a submission, by indicator; nothing where that changed since."""
    kind: calendar.PeriodKind = one.period_kind  # type: ignore[assignment]
    try:
        return {row.indicator_id: row for row in form(data.snapshot(), one.unit_id, kind, one.period_start).asked}
    except NoForm:
        return {}


def narrowed(every: list[Set], view: View) -> list[Set]:
    """Draw the choice of a unit and a domain; return the sets of them, of a domain those that are of it as a whole."""
    units = {one.unit_id: name(one, view) for one, _ in every}
    domains = [one.id for one in catalog.DOMAINS if any(row.domain_id == one.id for _, rows in every for row in rows)]
    with st.container(horizontal=True):
        unit = st.selectbox(
            view.say(words.ONLY_UNIT), ["", *units], key="register-unit", width=360,
            format_func=lambda key: units.get(key, view.say(words.ALL_UNITS)),
        )  # fmt: skip
        domain = st.selectbox(
            view.say(words.ONLY_DOMAIN), ["", *domains], key="register-domain", width=280,
            format_func=lambda key: view.say(catalog.domain(key).name if key else words.ALL_DOMAINS),
        )  # fmt: skip
    own = [pair for pair in every if unit in ("", pair[0].unit_id)]
    return [pair for pair in own if not domain or {row.domain_id for row in pair[1]} == {domain}]


def name(one: Submission, view: View) -> str:
    """Return the unit of a submission."""
    return rights.name_of(one.unit_id).get(view.lang)


def period(one: Submission, view: View) -> str:
    """Return the period of a submission."""
    kind: calendar.PeriodKind = one.period_kind  # type: ignore[assignment]
    return calendar.label(calendar.containing(kind, one.period_start), view.lang)


def summary(found: list[Set], view: View) -> str:
    """Return in a sentence how much waits and what it would change."""
    units = len({one.unit_id for one, _ in found})
    changes = [row for _, rows in found for row in rows]
    counts = markup.counts(changes, view)
    told = view.say(words.WAITING_SUM, sets=len(found), units=units)
    return f"{told} · {counts}" if counts else told


def together(shown: list[Set], view: View) -> None:
    """Draw what chooses all that are shown, and what approves the chosen."""
    if len(shown) < 2:
        return
    keys = [one.submission_id for one, _ in shown]
    chosen = chosen_of(keys)

    def choose_all() -> None:
        for key in keys:
            st.session_state[f"register-choose-{key}"] = st.session_state[CHOSEN]

    with st.container(horizontal=True, vertical_alignment="center"):
        st.session_state[CHOSEN] = len(chosen) == len(keys)
        st.checkbox(view.say(words.CHOOSE_ALL, count=len(keys)), key=CHOSEN, on_change=choose_all, width="content")
        label = view.say(words.APPROVE_CHOSEN, count=len(chosen))
        st.button(
            label, type="primary", key="register-approve-chosen", disabled=not chosen, on_click=approve_chosen,
            args=(keys, view),
        )  # fmt: skip


def chosen_of(keys: list[str]) -> list[str]:
    """Return the submissions that are chosen."""
    return [key for key in keys if st.session_state.get(f"register-choose-{key}")]


def approve_chosen(keys: list[str], view: View) -> None:
    """Approve those that are chosen, as they are when the button is pressed."""
    approve(chosen_of(keys), view)


def one_set(who: Person, one: Submission, changes: list[Difference], view: View) -> None:
    """Draw one submission: whose it is, what it would change, its evidence, and both verdicts on it."""
    key = one.submission_id
    with st.container(border=True, key=f"register-set-{key}"):
        title = f"{name(one, view)} · {period(one, view)}"
        with st.container(horizontal=True, vertical_alignment="top", gap="small", key=f"register-top-{key}"):
            label = view.say(words.CHOOSE_ONE, name=title)
            st.checkbox(label, key=f"register-choose-{key}", label_visibility="collapsed", width="content")
            frame.html(told(title, one, changes, view))
        frame.html(markup.shown(changes, view))
        attached(one, view)
        st.button(
            view.say(words.APPROVE), type="primary", key=f"register-approve-{key}", on_click=approve, args=([key], view)
        )
        give_back(who, one, changes, view)


def told(title: str, one: Submission, changes: list[Difference], view: View) -> str:
    """Return whose a submission is, who handed it in and when, what it would change, and the note with it."""
    day = calendar.format_date(calendar.day_here(one.at), view.lang, short=True)
    facts = [view.say(words.HANDED, name=one.author_name, day=day), markup.counts(changes, view)]
    note = tag("p", view.say(words.NOTE_GIVEN, note=one.note), "s7-given") if one.note else ""
    return heading(title, 3) + tag("p", " · ".join(fact for fact in facts if fact), "s7-note") + note


def attached(one: Submission, view: View) -> None:
    """Draw the files that were handed in beside a submission."""
    files = sheet.files_of(one)
    if files:
        with st.container(horizontal=True, vertical_alignment="center"):
            frame.html(tag("p", view.say(words.ATTACHED), "s7-note"), width="content")
            for number, file in enumerate(files):
                st.download_button(
                    said.plain(file.name), partial(content, file.file), file.name, on_click="ignore",
                    key=f"register-evidence-{one.submission_id}-{number}", icon=":material/download:",
                )  # fmt: skip


def content(file: str) -> bytes:
    """Return a file that was handed in; nothing where it is gone."""
    return evidence.content_of(file) or b""


def approve(ids: list[str], view: View) -> None:
    """Approve submissions and say so, before the page is drawn: it is drawn once, and says it of a set that is gone."""

    def do() -> str:
        steps.approve(person.here(), ids)
        return view.say(words.APPROVED, count=len(ids))

    said.act(do, view)


def give_back(who: Person, one: Submission, changes: list[Difference], view: View) -> None:
    """Draw what returns a submission: which figures are to be corrected, and what of each."""
    key = one.submission_id
    names = {row.indicator_id: row.name for row in changes} | {"": view.say(words.THE_WHOLE)}
    label = view.say(words.GIVE_BACK)
    with st.expander(label, key=f"register-back-{key}", on_change="rerun") as opened:
        if not opened.open:
            return
        chosen = st.multiselect(
            view.say(words.WHICH_CELLS), list(names), key=f"register-cells-{key}", format_func=names.__getitem__,
            placeholder=view.say(words.WHICH_HINT),
        )  # fmt: skip
        remarks = {
            cell: st.text_area(
                view.say(words.REMARK_ON, name=names[cell]), key=f"register-remark-{key}-{cell}", max_chars=REMARK_MOST,
                height=80,
            )
            for cell in chosen
        }  # fmt: skip
        if not st.button(label, key=f"register-return-{key}"):
            return

        def do() -> str:
            if not remarks or not all(text.strip() for text in remarks.values()):
                raise rights.Refused(words.REMARK_NEEDED)
            steps.give_back(who, key, remarks)
            return view.say(words.RETURNED)

        said.act(do, view)
        st.rerun()
