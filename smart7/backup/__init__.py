"""Backups of the data folder: made while the site runs, whole or not at all, and put back only to an empty place.

A backup is a folder named by day and time. In it lie `data/`, a data folder as the site reads it; `manifest.json`,
which names every file with its size and digest; and `manifest.sha256`, the digest of that list.
"""
