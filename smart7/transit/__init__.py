"""Minutes door to door, by the network of record and with the planned light rail added."""
