"""The page `indicator`: one indicator with everything known of it, and what people say about it."""
