"""SQL: one statement over the snapshot, its rows by the page, examples and tables beside it."""

from smart7.components import frame, sql

with frame.page("sql") as view:
    sql.show(view)
