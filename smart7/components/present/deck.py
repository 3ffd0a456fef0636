"""The deck on the page: slides sent once, walked with keys, touch and buttons in the browser."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

import streamlit as st

from smart7.components import data, link
from smart7.components.present import slide as present_slide
from smart7.meetings import frozen, slides
from smart7.meetings.agenda import Agenda, to_json
from smart7.meetings.frozen import Correction
from smart7.meetings.slide import Slide
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
def slides_of(
    snapshot_id: str, agenda_json: str, _agenda: Agenda, held: str, view_key: tuple[str, bool]
) -> list[Slide]:
    """Return an agenda's slides, made once for all who look at the same."""
    lang, sample = view_key
    if held:
        return frozen.reopened(_agenda, held, lang, sample=sample)  # type: ignore[arg-type]
    return slides.slides(snapshot_id, _agenda, lang, sample=sample)  # type: ignore[arg-type]


def slides_for(agenda: Agenda, held: str, view: View) -> list[Slide]:
    """Return the slides of an agenda as this visitor sees them."""
    return slides_of(agenda.snapshot_id or data.snapshot(), to_json(agenda), agenda, held, (view.lang, view.sample))


def show(agenda: Agenda, held: str, view: View, kiosk: int) -> None:
    """Draw the deck of an agenda that has anything to show."""
    shown = slides_for(agenda, held, view)
    if not shown:
        st.info(view.say(words.NO_ITEMS))
        return
    corrected = frozen.corrections(held, data.snapshot(), view.lang) if held else []
    given = deck(shown, corrected, agenda, view, kiosk)
    renderer()(key="deck", data=given)


def deck(
    slides: Sequence[Slide], corrected: list[Correction], agenda: Agenda, view: View, kiosk: int
) -> dict[str, Any]:
    """Return everything the browser needs to show an agenda by itself."""
    every = [
        one(slide, [c for c in corrected if c.number == slide.number], len(slides), agenda, view) for slide in slides
    ]
    version = blake2b("".join(f"{s['html']}{s['notes']}" for s in every).encode(), digest_size=8).hexdigest()
    return {
        "version": f"{version}{view.lang}{kiosk}", "slides": every, "agenda": agenda.agenda_id,
        "minutes": agenda.minutes, "lang": view.lang, "kiosk": kiosk, "palette": present_slide.palette(),
        "words": {name: text.get(view.lang) for name, text in words.BUTTONS.items()},
    }  # fmt: skip


def one(slide: Slide, corrected: list[Correction], total: int, agenda: Agenda, view: View) -> dict[str, Any]:
    """Return one slide as the browser takes it."""
    shown = (agenda.snapshot_id or data.snapshot(), to_json(agenda), view.lang, str(view.sample), str(slide.number))
    notes = slide.notes
    return {
        "html": present_slide.cached((*shown, repr(corrected)), slide, total, corrected),
        "headline": slide.headline,
        "drill": drill(slide, view),
        "notes": {"narrative": notes.narrative, "method": notes.method, "questions": list(notes.questions)},
    }


def drill(slide: Slide, view: View) -> str:
    """Return the address a slide's figures can be asked about further at, in the language of the room."""
    page, _, query = slide.drill.lstrip("/").partition("?")
    return link.address(page or "overview", **dict(parse_qsl(query)))
