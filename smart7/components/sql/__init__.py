"""The page of analysts: one statement, its rows, its chart, the tables there are."""
