"""GTFS Schedule feeds: from text in `data/gtfs/` to the tables of a snapshot."""
