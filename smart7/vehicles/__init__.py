"""Vehicles as they were driven: positions taken in, placed along the routes, and turned into passes at stops."""
