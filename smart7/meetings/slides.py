"""An agenda over a snapshot to slides: pure, the same slides for the same snapshot, agenda and language."""

from smart7.i18n import Lang
from smart7.meetings.agenda import Agenda
from smart7.meetings.slide import Chart, Notes, Shown, Slide, Table

__all__ = ["Chart", "Notes", "Shown", "Slide", "Table", "slides"]


def slides(snapshot_id: str, agenda: Agenda, lang: Lang) -> list[Slide]:
    """Return a slide for each item that is shown, in the language of the room or the item's own."""
    return []
