"""The site as it stood on a day in the past: which day a link asks for, and the snapshot that shows it."""
