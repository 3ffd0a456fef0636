"""SQL: one statement over the snapshot, its rows by the page, examples and tables beside it."""

from smart7.components import frame
from smart7.components.sql import page

with frame.page("sql") as view:
    page.show(view)
