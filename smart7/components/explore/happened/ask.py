"""The blanks of a question about what happened, and the choice of what is asked about."""

from functools import partial
from urllib.parse import parse_qsl

import streamlit as st

from smart7.components import data
from smart7.components.explore import ask
from smart7.components.explore.choices import Choice
from smart7.i18n import Lang, Text
from smart7.questions import Question
from smart7.questions import link as links
from smart7.questions.either import Either
from smart7.questions.happened import BANDS, Happened, asked, names, sentence
from smart7.view import View
from smart7.words import explore_page
from smart7.words import happened_asked as words
from smart7.words.happened import CAUSES
from smart7.words.service import TYPES

NEAR: dict[str, Text] = {"": words.ANYWHERE, "near": words.NEAR_ONLY}


def about(question: Either, view: View) -> None:
    """Draw the choice between figures by period and what happened, where anything is on record that happened."""
    kinds = ["", *names.kinds(data.snapshot())]
    if len(kinds) < 2:
        return
    key = ask.field("what", question.what if isinstance(question, Happened) else "")
    st.segmented_control(
        view.say(words.ABOUT), kinds, key=key, required=True, format_func=lambda kind: view.say(words.KINDS[kind]),
        on_change=lambda: ask.ask(Happened(st.session_state[key]) if st.session_state[key] else Question()),
    )  # fmt: skip


def examples() -> list[tuple[Text, str]]:
    """Return questions to begin with, of the kinds there are; each with the link it stands for."""
    kinds = names.kinds(data.snapshot())
    return [one for one in words.EXAMPLES if dict(parse_qsl(one[1]))["what"] in kinds]


def blanks(question: Happened, view: View) -> None:
    """Draw the sentence with its blanks to fill in, in the order it is read."""
    lang, what = view.lang, question.what
    with st.container(horizontal=True, vertical_alignment="bottom", key="explore-blanks"):
        one("measure", question, plain(asked.MEASURES[what], words.MEASURES, lang), words.MEASURE, view)
        if what == "days":
            indicator(question, view)
        places(question, view)
        if what == "accidents":
            near(question, view)
        if what != "days":
            hours = {"": Choice(view.say(words.EVERY_HOUR), "", None)}
            hours |= {band: Choice(sentence.band(band, lang), "", None) for band in BANDS}
            one("hours", question, hours, words.HOURS, view, 200)
        if what == "accidents":
            cause(question, view)
        if what == "service":
            one("type", question, plain(["", *asked.DAY_TYPES], TYPES, lang), words.TYPE, view, 200)
        snapshot = data.snapshot()
        times = {slug: Choice(name, "", None) for slug, name in names.times(snapshot, question, lang).items()}
        day("start", question, times, view)
        day("end", question, times, view)
        dimensions = offered(question)
        one("by", question, plain(dimensions, words.DIMENSIONS, lang), words.ROWS, view, 220)
        columns = {"": Choice(view.say(words.NO_COLUMNS), "", None)}
        across = [name for name in dimensions if name not in (question.by, *asked.LONG)]
        columns |= plain(across, words.DIMENSIONS, lang)
        one("split", question, columns, words.COLUMNS, view, 220)
    first = Happened(what, sample=question.sample)
    ask.back(first, question == names.filled(snapshot, first), view)


def indicator(question: Happened, view: View) -> None:
    """Draw of which indicator days are asked for."""
    known = names.offers(data.snapshot(), view.lang)["indicators"]
    found = {each.slug: Choice(each.name, "", each.count) for each in known}
    one("indicator", question, found, explore_page.DIMENSIONS["indicator"], view, 280)


def offered(question: Happened) -> list[str]:
    """Return what an answer can be told apart by: causes and vehicles only where a source states some."""
    known = names.offers(data.snapshot(), "th")
    lacking = {"cause": "causes", "vehicle": "vehicles"}
    return [
        name for name in asked.dimensions_of(question.what, question.measure)
        if lacking.get(name, "what") in known or name in (question.by, question.split)
    ]  # fmt: skip


def plain(slugs: tuple[str, ...] | list[str], called: words.Words, lang: Lang) -> dict[str, Choice]:
    """Return choices by slug that are told by their name alone."""
    return {slug: Choice(called[slug].get(lang), "", None) for slug in slugs}


def one(blank: str, question: Happened, found: dict[str, Choice], label: Text, view: View, width: int = 230) -> None:
    """Draw a blank that holds one value."""
    ask.pick(blank, getattr(question, blank), found, label, view, width, kind=f"{question.what}-")


def day(blank: str, question: Happened, times: dict[str, Choice], view: View) -> None:
    """Draw the first or the last period of the time asked for; the first choice leaves it open."""
    first = blank == "start"
    held = getattr(question, blank)
    slug = "" if held is None else (links.slug_of_start if first else links.slug_of_end)(held)
    open_end = {"": Choice(view.say(explore_page.EARLIEST if first else explore_page.LATEST), "", None)}
    label = explore_page.FROM if first else explore_page.TO
    ask.pick(blank, slug, open_end | times, label, view, 200, partial(ask.day_of, blank), f"{question.what}-")


def places(question: Happened, view: View) -> None:
    """Draw where it happened or was measured, each place with how much it holds."""
    known = names.places(data.snapshot(), question, view.lang)
    found = {
        slug: Choice(names.place(data.snapshot(), question, slug, view.lang), "", offer.count)
        for slug, offer in known.items()
    }
    key = ask.field(f"{question.what}-places", list(question.places))
    options = [*found, *(one for one in question.places if one not in found)]
    label, empty, width = {
        "accidents": (words.PLACES, words.EVERY_PLACE, 360), "days": (words.STATIONS, words.EVERY_STATION, 330),
        "service": (words.LINES, words.EVERY_LINE, 360),
    }[question.what]  # fmt: skip
    st.multiselect(
        view.say(label), options, key=key, width=width, select_all=False, placeholder=view.say(empty),
        format_func=partial(ask.named, found), filter_mode="contains", wrap=True,
        on_change=lambda: ask.fill("places", tuple(st.session_state[key])),
    )  # fmt: skip


def near(question: Happened, view: View) -> None:
    """Draw whether only what lies near a school is asked for."""
    found = {slug: Choice(view.say(text), "", None) for slug, text in NEAR.items()}
    ask.pick("near", "near" if question.near else "", found, words.DIMENSIONS["school"], view, 230, bool, "accidents-")


def cause(question: Happened, view: View) -> None:
    """Draw the presumed cause, where sources state any."""
    known = names.offers(data.snapshot(), view.lang).get("causes", [])
    if not known:
        return
    found = {"": Choice(view.say(words.EVERY_CAUSE), "", None)}
    found |= {
        each.slug: Choice(CAUSES.get(each.slug, Text(each.slug, each.slug)).get(view.lang), "", each.count)
        for each in known
    }
    one("cause", question, found, words.CAUSE, view)
