"""Revisions: what changed between two days, and how often and how far each indicator is revised."""

from smart7.components import frame
from smart7.components.sources import revisions

with frame.page("revisions") as view:
    revisions.show(view)
