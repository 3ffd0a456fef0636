"""The page of a question: its sentence, its answer as chart, map and table, what to take away."""
