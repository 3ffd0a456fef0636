"""The indicator page: its series with target and events, by unit, its parts, its rows, how it is worked out."""

import streamlit as st

from smart7 import daily, parts, verdicts
from smart7.components import data, downloads, frame, link, panels
from smart7.components.indicator import notes
from smart7.figures import Figure
from smart7.markup import indicator as markup
from smart7.view import View
from smart7.words import indicator as words


def show(view: View) -> None:
    """Draw the choice of indicator and everything known of it."""
    snapshot = data.snapshot()
    found = parts.figures_by_id(snapshot, view)
    first = next(iter(found))
    chosen = link.pick("id", list(found), first, keep=False)
    offered = parts.authorities(snapshot, chosen, view)
    leads = next(iter(offered), "")
    target = link.pick("target", offered, leads, keep=False)
    link.show_notices(view.lang)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        indicator_bar(found, chosen, first, view)
        yardstick_bar(offered, target, view)
        frame.period_bar(view)
    authority = target if target != leads else ""
    frame.html(parts.indicator_head(snapshot, chosen, view, authority))
    for panel in parts.indicator_panels(snapshot, chosen, view, authority):
        panels.draw(panel, view)
    for station in daily.stations(snapshot, chosen, view):
        days(station, view)
    notes.show(chosen, view)
    frame.html(parts.indicator_end(snapshot, chosen, view))
    downloads.show(found[chosen], view)


def yardstick_bar(offered: list[str], chosen: str, view: View) -> None:
    """Draw the choice of whose target the figure is held against, where there are several."""
    if len(offered) < 2:
        return
    st.session_state["bar-target"] = chosen
    st.selectbox(
        view.say(words.YARDSTICK),
        offered,
        key="bar-target",
        format_func=lambda one: verdicts.named(one, view.lang),
        on_change=lambda: link.put("target", st.session_state["bar-target"], offered[0], keep=False),
        width=280,
    )


def days(station: daily.Station, view: View) -> None:
    """Draw the days of a station; seasons, hours and months only once somebody opens them."""
    frame.html(station.above)
    for panel in station.open:
        panels.draw(panel, view)
    opened = st.expander(station.label, key=f"days-more-{station.unit_id}", on_change="rerun")
    if opened.open:
        with opened:
            for panel in station.later:
                panels.draw(panel, view)
    if station.below:
        frame.html(station.below)


def indicator_bar(found: dict[str, Figure], chosen: str, first: str, view: View) -> None:
    """Draw the choice of an indicator, named with its domain."""
    st.session_state["bar-indicator"] = chosen
    st.selectbox(
        view.say(words.CHOOSE),
        list(found),
        key="bar-indicator",
        format_func=lambda i: markup.choice(found[i], view),
        on_change=lambda: choose(first),
        width=520,
    )


def choose(first: str) -> None:
    """Write the chosen indicator to the link; whose target it was held against is not another's."""
    link.put("id", st.session_state["bar-indicator"], first, keep=False)
    link.put("target", "", "", keep=False)
