"""The page of sources: what is known, what leaves the house, feeds that are handed in."""
