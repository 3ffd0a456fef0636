"""The sources page: what is known and who holds the rest, each source, the checks, what was left out."""

from smart7 import parts
from smart7.components import data, frame, link
from smart7.markup.pieces import tag
from smart7.view import View
from smart7.words import sources as words


def show(view: View) -> None:
    """Draw the page from four queries."""
    snapshot = data.snapshot()
    frame.html(tag("p", view.say(words.INTRO), "s7-definition"))
    frame.html(parts.sources_coverage(snapshot, view))
    wanted = link.pick("source", {row["source_id"] for row in parts.source_list(snapshot, view)}, "", keep=False)
    link.show_notices(view.lang)
    frame.html(parts.sources_body(snapshot, wanted, view))
