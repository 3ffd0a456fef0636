"""The page on which editors change the catalogue."""
