"""Sources: what is known, what is missing, who holds it, under which licence, and what was checked."""

from smart7.components import feeds, frame, open_data, sources

with frame.page("sources") as view:
    sources.show(view)
    open_data.show(view)
    feeds.show(view)
