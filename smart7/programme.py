"""The page about the programme of 2017, block by block: each made once, for the live page and the first answer."""

from smart7 import parts, reading
from smart7.kept import kept
from smart7.markup import programme as markup
from smart7.parts import Panel
from smart7.reading import asked
from smart7.view import View


@kept(100)
def lead(snapshot: str, view: View) -> str:
    """Return the sentence of the page."""
    return markup.lead(reading.headline_figures(snapshot, "", view.until, view.sample), view)


@kept(100)
def body(snapshot: str, view: View) -> str:
    """Return what was promised, who took part, and which aims are served today."""
    found = reading.headline_figures(snapshot, "", view.until, view.sample)
    adopted = reading.records(snapshot, "programme/adoption", asked(lang=view.lang))
    return markup.promised(found, view) + markup.took_part(found, adopted, view, snapshot) + markup.aims(found, view)


def since(snapshot: str, view: View) -> list[Panel]:
    """Return what was announced and what came of it, by date."""
    return parts.page_panels(snapshot, "programme", view)
