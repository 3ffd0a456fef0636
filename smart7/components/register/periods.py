"""Close a period, so that nothing is handed in for it, and reopen it with a reason."""

import streamlit as st

from smart7 import calendar
from smart7.calendar import Period
from smart7.components import data, frame
from smart7.components.acts import said
from smart7.i18n import Text
from smart7.ledger import handed
from smart7.markup.pieces import tag
from smart7.register import owed, rights, steps
from smart7.register.rights import Person, may
from smart7.view import View
from smart7.words import register_page as words

REASON_MOST = 500


def show(who: Person, view: View) -> None:
    """Draw the choice of a unit and a period, its state, and what closes or reopens it."""
    with st.expander(view.say(words.PERIODS), key="register-periods", on_change="rerun") as opened:
        if not opened.open:
            return
        frame.html(tag("p", view.say(words.PERIODS_ABOUT), "s7-note"))
        units = own_units(who)
        unit = st.selectbox(
            view.say(words.ONLY_UNIT), list(units), key="register-close-unit", width=420,
            format_func=lambda key: view.say(units[key]),
        )  # fmt: skip
        every = [one.period for one in steps.asked(unit, handed.today())] if unit else []
        if not every:
            frame.html(tag("p", view.say(words.NOTHING_ASKED), "s7-note"))
            return
        period = st.selectbox(
            view.say(words.WHICH_PERIOD), every, key="register-close-period", width=420,
            format_func=lambda one: calendar.label(one, view.lang),
        )  # fmt: skip
        close_or_open(who, unit, period, view)


def own_units(who: Person) -> dict[str, Text]:
    """Return the units whose periods a person may close, that owe anything at all."""
    names = {key: unit.name for key, unit in rights.units().items() if may(who, "period.close", key) is None}
    return {key: name for key, name in names.items() if owed.rows(data.snapshot(), key)}


def close_or_open(who: Person, unit: str, period: Period, view: View) -> None:
    """Draw whether a period is closed and why, the field for a reason, and the button that turns it."""
    why = steps.closed(unit, period.kind, period.start)
    if why is not None:
        frame.html(tag("p", f"{view.say(words.STATES['closed'])}: {why}", "s7-says"))
    turn, label = (steps.close, words.CLOSE) if why is None else (steps.reopen, words.REOPEN)
    reason = st.text_input(
        view.say(words.WHY), key=f"register-why-{unit}-{period.kind}-{period.start}", max_chars=REASON_MOST
    )
    if not st.button(view.say(label), key="register-close"):
        return

    def do() -> str:
        turn(who, unit, period.kind, period.start, reason)
        return view.say(words.CLOSED_NOW if why is None else words.REOPENED)

    said.act(do, view)
    st.rerun()
