"""The page of a question about what happened: its blanks, its answer as chart, map and table, what may be taken."""
