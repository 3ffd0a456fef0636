"""Service as it was driven: positions of vehicles in, passes at stops and the figures of a day out."""
