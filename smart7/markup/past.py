"""The site as it stood on a day: the choice of the day in the bar, and the banner that says it is the past."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from smart7 import calendar
from smart7.markup.pieces import link, tag, wrap, written
from smart7.view import View, address
from smart7.words import past as words

APART: Final = " · "


def bar(page_id: str, asked: Mapping[str, str], reach: tuple[date, date], view: View) -> str:
    """Return the quiet choice of the day on which the site is looked at; `reach` is the first and last day there is.

    `asked` is what the link of the page holds. It is a form, so that it works without a script, and each day is a load
    of its own.
    """
    said = view.say(words.STANDS, day=calendar.format_date(view.known, view.lang, short=True)) if view.known else ""
    held = {name: value for name, value in sorted({**view.held, **asked}.items()) if name != "known"}
    named = tag("span", said or view.say(words.LOOK))
    summary = wrap("summary", named, "s7-chosen" if said else "")
    inner = tag("b", view.say(words.TITLE)) + form(page_id, held, reach, view) + spans(page_id, held, reach, view)
    further = wrap("p", link(view.say(words.WAY), view.address("revisions")))
    return wrap("details", summary + wrap("div", inner + further), "s7-fold s7-asof")


def form(page_id: str, held: Mapping[str, str], reach: tuple[date, date], view: View) -> str:
    """Return the field for a day and its button; what the link holds besides goes along."""
    first, last = reach
    day = {"type": "date", "name": "known", "min": first.isoformat(), "max": last.isoformat()}
    field = f"<input{written({**day, 'value': (view.known or last).isoformat()})} required />"
    # A browser writes the day its own way, so it is told in words, too.
    told = f"{view.say(words.DAY)} {calendar.format_date(view.known or last, view.lang)}"
    label = wrap("label", tag("span", told) + field, "s7-field")
    hidden = "".join(f"<input{written({'type': 'hidden', 'name': name, 'value': held[name]})} />" for name in held)
    button = tag("button", view.say(words.SHOW), "s7-press", type="submit")
    days = {"first": calendar.format_date(first, view.lang), "last": calendar.format_date(last, view.lang)}
    note = tag("p", view.say(words.BETWEEN, **days), "s7-note")
    return wrap("form", label + button + hidden, method="get", action=address(page_id, {})) + note


def spans(page_id: str, held: Mapping[str, str], reach: tuple[date, date], view: View) -> str:
    """Return links that go back by usual spans from today."""
    first, last = reach
    found = [(last - timedelta(days=days), text) for days, text in words.SPANS.items()]
    links = [
        tag("a", view.say(text), "s7-anew", href=address(page_id, {**held, "known": day.isoformat()}))
        for day, text in found
        if day >= first
    ]
    return wrap("p", tag("span", f"{view.say(words.AGO)} ") + APART.join(links)) if links else ""


def banner(page_id: str, asked: Mapping[str, str], view: View) -> str:
    """Return in words that what is seen is the past, with the way back and on; '' for today."""
    if view.known is None:
        return ""
    day = calendar.format_date(view.known, view.lang)
    held = {name: value for name, value in sorted({**view.held, **asked}.items()) if name != "known"}
    back = tag("a", view.say(words.BACK), "s7-anew", href=address(page_id, held))
    if not view.past:
        return wrap("div", wrap("p", tag("span", view.say(words.OWN_DAY, day=day)) + f" {back}"), "s7-stood s7-own-day")
    since = {name: value for name, value in view.held.items() if name != "known"} | {"since": view.known.isoformat()}
    on = tag("a", view.say(words.SINCE), "s7-anew", href=address("revisions", since))
    told = wrap("p", tag("b", view.say(words.BANNER, day=day)) + f" {back}{APART}{on}")
    return wrap("div", told + tag("p", view.say(words.BANNER_MORE), "s7-note"), "s7-stood", role="status")
