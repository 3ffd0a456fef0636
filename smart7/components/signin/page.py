"""The page that signs in: a plain form, or who is signed in already with what changes the own password."""

import streamlit as st

from smart7 import view as views
from smart7.components import frame, link
from smart7.components.acts import person, said
from smart7.markup import signin
from smart7.markup.pieces import tag
from smart7.register import keeping, outside
from smart7.register.rights import may
from smart7.view import View
from smart7.words import people
from smart7.words import signin_page as words


def show(view: View) -> None:
    """Draw the form, which leads back to the page somebody came from; who is signed in sees the way on and out."""
    asked = link.whole("next")
    if asked and not views.within(asked):
        link.refuse("next", asked)
        asked = ""
    told = link.pick("said", words.SAID, "", keep=False)
    link.show_notices(view.lang)
    back, who = signin.in_language(asked, view), person.here()
    refused = said.REFUSED in st.session_state
    said.tell()
    if not who.account_id:
        frame.html(signin.form(back, told, view, outside=outside.offered()))
        return
    edits = may(who, "catalogue.edit") is None
    role = people.ROLES[who.role]
    frame.html(signin.signed_in(who.name, role, back, view, admin=who.role == "admin", editor=edits))
    renewing(view, opened=refused)


def renewing(view: View, *, opened: bool) -> None:
    """Draw the form that changes the own password."""
    with st.expander(view.say(words.RENEW), expanded=opened), st.form("renew", border=False):
        frame.html(tag("p", view.say(words.RENEW_NOTE), "s7-note"))
        fields = {"old": (words.OLD, "current-password"), "new": (words.NEW, "new-password")}
        for name, (text, kind) in fields.items():
            st.text_input(view.say(text), type="password", max_chars=1000, key=f"renew-{name}", autocomplete=kind)
        st.form_submit_button(view.say(words.RENEW), key="renew-save", on_click=renew, args=(view,))


def renew(view: View) -> None:
    """Change the own password as the form says; what was typed is forgotten either way."""
    old, new = (str(st.session_state[f"renew-{name}"]) for name in ("old", "new"))
    st.session_state["renew-old"] = st.session_state["renew-new"] = ""

    def changed() -> str:
        keeping.renew(person.here(), old, new)
        return view.say(words.RENEWED)

    said.act(changed, view)
