"""Accounts: who has one, and what an administrator does with them; each act ends that account's sessions."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from smart7.components import frame
from smart7.components.acts import person, said
from smart7.i18n import Text
from smart7.ledger.people import Account
from smart7.markup.pieces import heading, table, tag
from smart7.register import keeping, outside, rights, signin
from smart7.register.rights import ROLES
from smart7.view import View
from smart7.words import admin as words
from smart7.words import people
from smart7.words.outside import IDENTITY


def show(view: View) -> None:
    """Draw the accounts, what opens another, and what changes one."""
    said.tell()
    found = signin.accounts()
    units = {"": view.say(words.NO_UNIT)} | {key: unit.name.get(view.lang) for key, unit in rights.units().items()}
    header = (words.LOGIN, words.NAME, words.ROLE, words.UNIT, words.STATE)
    rows = [
        [
            one.login, one.name, view.say(people.ROLES[one.role]), units.get(one.unit_id, one.unit_id),
            view.say(words.DISABLED if one.disabled else words.ACTIVE),
        ]
        for one in found
    ]  # fmt: skip
    frame.html(table([view.say(text) for text in header], rows, caption=view.say(words.PARTS["accounts"])))
    left, right = st.columns(2, gap="large")
    with left:
        change(found, units, view)
    with right:
        another(units, view)


def another(units: dict[str, str], view: View) -> None:
    """Draw the form of a new account."""
    frame.html(heading(view.say(words.NEW)) + tag("p", view.say(words.NEW_NOTE), "s7-note"))
    with st.form("account-new", border=False):
        st.text_input(view.say(words.LOGIN), max_chars=60, key="new-login")
        st.text_input(view.say(words.NAME), max_chars=120, key="new-name")
        role_and_unit("new", units, view)
        secret("new-password", view)
        st.form_submit_button(view.say(words.MAKE), type="primary", key="new-save", on_click=make, args=(view,))


def role_and_unit(key: str, units: dict[str, str], view: View) -> None:
    """Draw the choice of a role and of a unit."""
    st.selectbox(view.say(words.ROLE), ROLES, key=f"{key}-role", format_func=lambda role: view.say(people.ROLES[role]))
    st.selectbox(view.say(words.UNIT), list(units), key=f"{key}-unit", format_func=lambda unit: units.get(unit, unit))


def secret(key: str, view: View) -> None:
    """Draw the field of a new password, which no browser fills in by itself."""
    st.text_input(
        view.say(words.PASSWORD), type="password", max_chars=1000, key=key, autocomplete="new-password",
    )  # fmt: skip


def make(view: View) -> None:
    """Open an account as the form says; what was typed of its password is forgotten either way."""
    held = st.session_state
    given = {name: held[f"new-{name}"] for name in ("login", "name", "role", "unit", "password")}
    held["new-password"] = ""

    def create() -> str:
        made = signin.create(
            person.here(), given["login"], given["name"], given["role"], given["unit"], given["password"],
            keeping.FROM.get(),
        )  # fmt: skip
        return view.say(words.MADE, name=made.name)

    if said.act(create, view):
        held["new-login"] = held["new-name"] = ""


def change(found: list[Account], units: dict[str, str], view: View) -> None:
    """Draw what changes one account; one's own role and state are another administrator's business."""
    frame.html(heading(view.say(words.CHANGE)))
    by_id = {one.account_id: one for one in found}
    chosen = st.selectbox(
        view.say(words.CHOOSE), list(by_id), key="account", index=None, placeholder=view.say(words.CHOOSE),
        format_func=lambda key: f"{by_id[key].name} ({by_id[key].login})" if key in by_id else key,
    )  # fmt: skip
    if chosen not in by_id:
        return
    one = by_id[chosen]
    if one.account_id == person.here().account_id:
        frame.html(tag("p", view.say(words.NOT_SELF), "s7-note"))
    else:
        role(one, units, view)
    password(one, view)
    button(words.EVERYWHERE, "account-everywhere", everywhere, one, view)


def role(one: Account, units: dict[str, str], view: View) -> None:
    """Draw the form of role, unit and identity, and what disables or enables an account."""
    key = f"of-{one.account_id}"
    st.session_state.setdefault(f"{key}-role", one.role)
    st.session_state.setdefault(f"{key}-unit", one.unit_id if one.unit_id in units else "")
    st.session_state.setdefault(f"{key}-identity", one.identity)
    with st.form("account-role", border=False):
        role_and_unit(key, units, view)
        if outside.offered():
            st.text_input(view.say(IDENTITY), max_chars=260, key=f"{key}-identity")
        st.form_submit_button(view.say(words.SAVE), key="role-save", on_click=put_role, args=(one, key, view))
    text = words.ENABLE if one.disabled else words.DISABLE
    button(text, "account-state", turn, one, view)


def password(one: Account, view: View) -> None:
    """Draw the form of a new password."""
    with st.form("account-password", border=False, clear_on_submit=True):
        secret("account-secret", view)
        st.form_submit_button(
            view.say(words.NEW_PASSWORD), key="password-save", on_click=put_password, args=(one, view)
        )


def button(text: Text, key: str, press: Callable[[Account, View], None], one: Account, view: View) -> None:
    """Draw a button that does something with an account."""
    st.button(view.say(text), key=key, on_click=press, args=(one, view))


def put_role(one: Account, key: str, view: View) -> None:
    """Change role and unit of an account as the form says."""
    held = st.session_state
    role, unit = held[f"{key}-role"], held[f"{key}-unit"]
    identity = held[f"{key}-identity"] if outside.offered() else None

    change_it(one, view, role=role, unit_id=unit, identity=identity)


def turn(one: Account, view: View) -> None:
    """Disable an account, or enable it again."""
    change_it(one, view, disabled=not one.disabled)


def put_password(one: Account, view: View) -> None:
    """Give an account the password of the form."""
    change_it(one, view, password=st.session_state["account-secret"])


def change_it(one: Account, view: View, **given: Any) -> None:  # noqa: ANN401
    """Change what is given of an account, and say what came of it."""

    def put() -> str:
        # Who is here is asked first, as from where is known by it.
        now = signin.change(person.here(), one.account_id, where=keeping.FROM.get(), **given)
        return view.say(words.CHANGED, name=now.name)

    said.act(put, view)


def everywhere(one: Account, view: View) -> None:
    """End every session of an account."""

    def end() -> str:
        keeping.sign_out_everywhere(person.here(), one.account_id)
        return view.say(words.ENDED, name=one.name)

    said.act(end, view)
