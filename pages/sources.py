"""Sources: what is known, what is missing, who holds it, under which licence, and what was checked."""

from smart7.components import feeds, frame, open_data, sources

view = frame.open_page("sources")
sources.show(view)
open_data.show(view)
feeds.show(view)
frame.close_page(view)
