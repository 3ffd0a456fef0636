"""SQL: one statement over the snapshot, its rows by the page, examples and tables beside it."""

from smart7.components import frame, sql

view = frame.open_page("sql")
sql.show(view)
frame.close_page(view)
