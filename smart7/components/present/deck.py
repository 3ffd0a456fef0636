"""The deck on the page: slides sent once, walked with keys, touch and buttons in the browser."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

import streamlit as st

from smart7 import said
from smart7.components import data, link
from smart7.components.present import slide as present_slide
from smart7.i18n import Lang
from smart7.meetings import frozen, slides
from smart7.meetings.agenda import Agenda
from smart7.meetings.frozen import Correction
from smart7.packs import content
from smart7.packs.composition import deck as composition
from smart7.packs.composition.parts import Page
from smart7.view import View
from smart7.words import present as words

NAME: Final = "smart7_deck"
FOLDER: Final = Path(__file__).parent


def renderer() -> Callable[..., Any]:
    """Return what mounts the deck; declared for every run, as Streamlit wants its parts."""
    script, style = ((FOLDER / f"deck.{kind}").read_text("utf-8") for kind in ("js", "css"))
    shell = '<div class="s7-deck" tabindex="-1"></div>'
    return st.components.v2.component(NAME, html=shell, css=style, js=script, isolate_styles=False)


@st.cache_resource(max_entries=40, show_spinner=False)
def pages_of(
    snapshot_id: str, made_of: str, _agenda: Agenda, held: str, view_key: tuple[Lang, bool]
) -> list[Page]:  # fmt: skip
    """Return the pages of an agenda, made once for all who look at the same; none where it shows nothing."""
    lang, sample = view_key
    if held:
        shown = frozen.reopened(_agenda, held, lang, sample=sample)
    else:
        shown = slides.slides(snapshot_id, _agenda, lang, sample=sample)
    return composition.pages(content.of_slides(_agenda, snapshot_id, lang, shown)) if shown else []


def show(agenda: Agenda, held: str, view: View, kiosk: int) -> None:
    """Draw the deck of an agenda that has anything to show."""
    bound = agenda.snapshot_id or data.snapshot()
    pages = pages_of(bound, said.made_of(agenda), agenda, held, (view.lang, view.sample))
    if not pages:
        st.info(view.say(words.NO_ITEMS))
        return
    corrected = frozen.corrections(held, data.snapshot(), view.lang) if held else []
    renderer()(key="deck", data=deck(pages, corrected, agenda, view, kiosk))


def deck(
    pages: Sequence[Page], corrected: list[Correction], agenda: Agenda, view: View, kiosk: int
) -> dict[str, Any]:  # fmt: skip
    """Return everything the browser needs to show an agenda by itself; `turns` are the pages of a wall display."""
    made_of = said.made_of(agenda)
    every = [one(page, [c for c in corrected if page.slide and c.number == page.slide.number], agenda, made_of, view)
             for page in pages]  # fmt: skip
    version = blake2b("".join(f"{s['html']}{s['notes']}" for s in every).encode(), digest_size=8).hexdigest()
    return {
        "version": f"{version}{view.lang}{kiosk}", "slides": every, "agenda": agenda.agenda_id,
        "turns": sum(page.kind != "annex" for page in pages), "minutes": agenda.minutes, "lang": view.lang,
        "kiosk": kiosk, "palette": present_slide.palette(),
        "words": {name: text.get(view.lang) for name, text in words.BUTTONS.items()},
    }  # fmt: skip


def one(page: Page, corrected: list[Correction], agenda: Agenda, made_of: str, view: View) -> dict[str, Any]:
    """Return one page as the browser takes it."""
    shown = (agenda.snapshot_id or data.snapshot(), made_of, view.lang, str(view.sample), str(page.at))
    notes = page.notes
    return {
        "html": present_slide.cached((*shown, repr(corrected)), page, corrected),
        "headline": page.title, "label": page.label, "drill": drill(page, view),
        "notes": {"narrative": notes.narrative, "method": notes.method, "questions": list(notes.questions)},
    }  # fmt: skip


def drill(page: Page, view: View) -> str:
    """Return the address a page's figures can be asked about further at, in the language of the room."""
    address = page.slide.drill if page.slide else "/overview"
    name, _, query = address.lstrip("/").partition("?")
    return link.address(name or "overview", **dict(parse_qsl(query)))
