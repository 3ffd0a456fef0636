"""What stands round every page as markup: styles, title, how much is made up, the foot."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from smart7 import calendar, catalog, theme
from smart7.formats import number
from smart7.i18n import Lang, Text
from smart7.markup import minute, signin, terms
from smart7.markup.pieces import link, tag, wrap
from smart7.theme import Palette
from smart7.view import View
from smart7.words import common, glossary, register_page
from smart7.words import site as words

STYLES: Final = (
    "base",
    "style",
    "heat",
    "glossary",
    "minute",
    "signin",
    "register",
    "past",
    "notes",
    "service",
    "print",
)
YEAR_IN_BAR: Final = frozenset({"overview", "programme", *catalog.DOMAIN_IDS})
"""Pages whose year is chosen in the line at their top."""


@cache
def style_sheet() -> str:
    """Return the style sheet of the project's own markup, without colours but those of paper, which is always light."""
    rules = "".join(Path(__file__).with_name(f"{name}.css").read_text("utf-8") for name in STYLES)
    return f"{rules}@media print{{:root:root{{{variables(False)}}}}}"


@cache
def colours(dark: bool) -> str:
    """Return the colours of the light or the dark appearance, as variables of the style sheet, and which it is."""
    return f"{variables(dark)}--s7-night:{int(dark)};"


@cache
def variables(dark: bool) -> str:
    """Return the colours of the light or the dark appearance alone."""
    return "".join(f"--s7-{name}:{colour};" for name, colour in named(theme.palette(dark)).items())


def named(palette: Palette) -> dict[str, str]:
    """Return the colours of an appearance by the name of their variable."""
    return {
        "ink": palette.ink, "muted": palette.muted, "grid": palette.grid, "surface": palette.surface,
        "panel": palette.panel, "accent": palette.accent,
        **{f"status-{name}": colour for name, colour in palette.status.items()},
        **{f"quality-{name}": colour for name, colour in palette.quality.items()},
        **{f"domain-{name}": colour for name, colour in palette.domain.items()},
        **{f"ramp-{n}": colour for n, colour in enumerate(palette.ramp)},
        **{f"ground-{name}": colour for name, colour in palette.ground.items()},
    }  # fmt: skip


def title(text: str, view: View, group: str = "s7-step") -> str:
    """Return the title of a page, and in the same line a visitor's first minute, which so lies over nothing.

    `group` names the steps of that minute.
    """
    return wrap("div", tag("h1", text, "s7-title") + minute.panel(view, group), "s7-top")


def sample_line(about: Mapping[str, Any], view: View) -> str:
    """Return in words and numbers how much of what is shown is made up; '' where nothing is."""
    if not about["sample"]:
        return ""
    sample, total = int(about["sample_figures"]), int(about["figures"])
    counts = {"sample": sample, "total": total, "real": total - sample}
    shown = {name: number(count, 0, view.lang) for name, count in counts.items()}
    text, more = (
        (words.SAMPLE_LINE, words.SAMPLE_MORE) if view.sample else (words.SAMPLE_HIDDEN, words.SAMPLE_HIDDEN_MORE)
    )
    # What a telephone has no room for is still heard, and read where there is room.
    return wrap("p", tag("span", view.say(text, **shown)) + tag("span", view.say(more), "s7-roomy"), "s7-line")


def language(href: str, lang: Lang) -> str:
    """Return the link to the same page in the other language."""
    other = "en" if lang == "th" else "th"
    return tag("a", words.SWITCH_LANGUAGE.get(lang), "s7-language", lang=other, hreflang=other, href=href)


def ways(look_back: str, href: str, lang: Lang) -> str:
    """Return the end of the bar: the choice of a day in the past, and the other language."""
    return wrap("div", look_back + language(href, lang), "s7-bar-end")


def foot(snapshot: str, view: View, back: str, name: str = "", *, frozen: bool = False) -> str:
    """Return the foot of a page: snapshot, glossary, the way to sign in or who is signed in.

    `back` is the address of the page, to which signing in and out lead back; `name` is of whoever is signed in. The
    first answer is the same for everybody, so it knows nobody. What is frozen on its snapshot is told of no newer one.
    """
    said = view.say(words.SNAPSHOT, id=snapshot, as_of=calendar.format_date(view.as_of, view.lang))
    told = tag("span", f"{view.say(common.APP)} · ") + terms.word("snapshot", said, view) + tag("span", " · ")
    known = link(view.say(glossary.ALL), view.address("glossary")) + tag("span", " · ")
    return wrap("div", told + known + signin.foot(back, name, view), "s7-foot") + (
        "" if view.past or frozen else newer(snapshot, view)
    )


def newer(snapshot: str, view: View) -> str:
    """Return what `page.js` shows once another snapshot is in service: that there are newer figures, and a button."""
    button = tag("button", view.say(register_page.SHOW_NEWER), type="button")
    told = tag("span", view.say(register_page.NEWER)) + button
    return wrap("p", told, "s7-newer", data_snapshot=snapshot, role="status", hidden="hidden")


def lead_on(text: Text, page_id: str, view: View) -> str:
    """Return the way from one page to another that goes on from it."""
    return wrap("p", link(view.say(text), view.address(page_id)), "s7-line")
