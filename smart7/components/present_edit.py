"""What edits an agenda: one item at a time, each change kept at once; freezing, and making a ready-made one our own."""

from smart7.components.frame import View
from smart7.meetings.agenda import Agenda


def show(agenda: Agenda, held: str, own: bool, view: View) -> None:
    """Draw what edits an agenda."""
