"""Sources: what is known, what is missing, who holds it, under which licence, and what was checked."""

from smart7.components import frame
from smart7.components.sources import feeds, open_data, page

with frame.page("sources") as view:
    page.show(view)
    open_data.show(view)
    feeds.show(view)
