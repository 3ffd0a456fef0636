"""From files to a snapshot: one module per kind of source, and the build that joins them."""
