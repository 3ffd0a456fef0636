"""Words of the interface in both languages, one module for each place they appear."""
