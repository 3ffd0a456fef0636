"""What people enter, kept apart from the snapshots: SQLite, appended to and never changed."""
