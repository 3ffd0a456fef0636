"""The page of service as driven: a route's day as lines of distance by time, its gaps, its month, its speeds."""

import streamlit as st

from smart7 import service
from smart7.components import data, frame, link, panels
from smart7.components.service import speeds
from smart7.markup.pieces import tag
from smart7.service import Choice, Offered
from smart7.view import View
from smart7.words import service as words

LABELS = {
    "line": words.LINE, "way": words.WAY, "day": words.DAY, "stop": words.STOP, "type": words.TYPE, "hour": words.HOUR,
}  # fmt: skip
WIDTHS = {"line": 360, "way": 260, "day": 220, "stop": 260, "type": 200, "hour": 160}


def show(view: View) -> None:
    """Draw the route, direction and day that the link asks for."""
    snapshot = data.snapshot()
    frame.html(tag("p", view.say(words.ABOUT), "s7-definition"))
    if not service.lines(snapshot, view):
        text = words.NO_SAMPLE if service.hidden(snapshot, view) else words.NOTHING
        frame.html(tag("p", view.say(text), "s7-note"))
        return
    found, choice = picked(snapshot, view)
    bar(("line", "way", "day"), found, choice, view)
    link.show_notices(view.lang)
    frame.html(service.head(snapshot, choice, view))
    strings, gaps = service.day_panels(snapshot, choice, view)
    with st.container(key="service-strings-drawn"):
        panels.draw(strings, view, height="stretch")
    bar(("stop",), found, choice, view)
    panels.draw(gaps, view)
    bar(("type", "hour"), found, choice, view)
    frame.html(service.months(snapshot, choice, view))
    speeds.show(snapshot, choice, view)
    frame.html(service.end(snapshot, choice, view))


def picked(snapshot: str, view: View) -> tuple[Offered, Choice]:
    """Return what can be chosen and what the link chooses of it; what does not exist becomes a notice."""
    asked = {name: link.asked(name) for name in ("line", "way", "day")}
    found = service.offered(snapshot, view, asked["line"], asked["way"], asked["day"])
    first, usual = service.chosen(found, {}), service.offered(snapshot, view, "", "", "").line
    defaults = {"line": usual, "way": str(first.direction), "day": first.day.isoformat(), "stop": str(first.stop)}
    held = {name: link.pick(name, found.of(name), defaults.get(name, ""), keep=False) for name in service.PARAMETERS}
    return found, service.chosen(found, held)


def bar(names: tuple[str, ...], found: Offered, choice: Choice, view: View) -> None:
    """Draw some of the lists side by side."""
    chosen = {
        "line": choice.line, "way": str(choice.direction), "day": choice.day.isoformat(), "stop": str(choice.stop),
        "type": choice.type, "hour": "" if choice.hour < 0 else str(choice.hour),
    }  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in names:
            pick(name, found.of(name), chosen[name], view)


def pick(name: str, options: dict[str, str], chosen: str, view: View) -> None:
    """Draw one list; what is chosen goes into the link, and with another route or direction its stop is let go."""
    state = f"service-{name}"
    st.session_state[state] = chosen
    st.selectbox(
        view.say(LABELS[name]), list(options), key=state, format_func=options.__getitem__, on_change=put, args=(name,),
        width=WIDTHS[name],
    )  # fmt: skip


def put(name: str) -> None:
    """Write what was chosen into the link; what another route or direction has not is let go."""
    for other in {"line": ("way", "day", "stop", "hour"), "way": ("stop", "hour")}.get(name, ()):
        link.put(other, "", "", keep=False)
    link.put(name, st.session_state[f"service-{name}"], "", keep=False)
