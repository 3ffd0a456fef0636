"""The glossary: what each word on the pages means."""

from smart7.components import frame
from smart7.markup import glossary
from smart7.view import View


def show(view: View) -> None:
    """Draw the page."""
    frame.html(glossary.body(view))
