"""The settings of before and after: in the link, in their ranges, and as widgets."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from smart7.components import data, link
from smart7.i18n import Text
from smart7.transit import compare
from smart7.transit import settings as choices
from smart7.transit.answers import KINDS
from smart7.transit.settings import Settings
from smart7.view import View
from smart7.words import map as map_words
from smart7.words import travel as words

NUMBERS: dict[str, tuple[Text, int]] = {
    "lrt_headway_min": (words.HEADWAY, 1),
    "lrt_speed_kmh": (words.SPEED, 1),
    "walk_limit_m": (words.WALK, 100),
    "transfer_penalty_min": (words.TRANSFER, 1),
}
"""What each number is called, and its step."""

FLAGS = {"tram_noi": words.TRAM, "feeders": words.FEEDERS}


def chosen(view: View) -> tuple[Settings, str]:
    """Draw the settings and return them with the kind of place to go to; raises `Incomplete`."""
    known = compare.assumptions(data.snapshot())
    asked = {slug: link.asked(slug) for slug in choices.SLUGS.values() if link.asked(slug)}
    settings, refused = choices.from_link(asked, known)
    for slug in refused:
        link.refuse(slug, asked[slug])
    kind = link.pick("to", KINDS, KINDS[0], keep=False)
    link.show_notices(view.lang)
    draw(settings, kind, view)
    return settings, kind


def draw(settings: Settings, kind: str, view: View) -> None:
    """Draw the settings: where to and which phase in sight, the rest behind a button."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one_of("to", kind, {name: map_words.KINDS[name] for name in KINDS}, words.KIND, KINDS[0], view)
        one_of("phase", settings.phase, words.PHASES, words.PHASE, "all", view)
        with st.popover(view.say(words.MORE), icon=":material/tune:"):
            for name, (text, step) in NUMBERS.items():
                number(name, settings, text, step, view)
            for name, text in FLAGS.items():
                flag(name, settings, text, view)


def one_of(slug: str, value: str, names: dict[str, Text], label: Text, usual: str, view: View) -> None:
    """Draw a choice of a few."""
    key = f"travel-{slug}"
    st.session_state[key] = value
    st.segmented_control(
        view.say(label), list(names), key=key, required=True, format_func=lambda name: view.say(names[name]),
        on_change=lambda: link.put(slug, st.session_state[key], usual, keep=False), wrap=True,
    )  # fmt: skip


def number(name: str, settings: Settings, text: Text, step: int, view: View) -> None:
    """Draw a number between the ends of its assumption."""
    low, high = choices.ranges(compare.assumptions(data.snapshot()))[name]
    key = f"travel-{name}"
    st.session_state[key] = int(getattr(settings, name))
    st.slider(view.say(text), int(low), int(high), step=step, key=key, on_change=changed(name))


def flag(name: str, settings: Settings, text: Text, view: View) -> None:
    """Draw a yes or no."""
    key = f"travel-{name}"
    st.session_state[key] = getattr(settings, name)
    st.toggle(view.say(text), key=key, on_change=changed(name))


def changed(name: str) -> Callable[[], None]:
    """Return what writes a widget's value to the link."""
    return partial(write, name, data.snapshot())


def write(name: str, snapshot: str) -> None:
    """Write one setting to the link; the usual value is left out."""
    usual = getattr(choices.defaults(compare.assumptions(snapshot)), name)
    value = st.session_state[f"travel-{name}"]
    link.put(choices.SLUGS[name], choices.written(value), choices.written(usual), keep=False)
