"""Slides people fill themselves: a text, and a saved view of the explorer."""

from smart7.meetings.agenda import Item
from smart7.meetings.made import Made
from smart7.meetings.room import Lost, Room
from smart7.meetings.slide import Notes
from smart7.words import slides as words


def text(room: Room, item: Item) -> Made:
    """Return a slide of a text: its first line is the headline, the rest stands under it."""
    first, _, rest = item.note(room.lang).strip().partition("\n")
    said = first.strip() or room.say(words.EMPTY_TEXT)
    return Made(said, "", None, (), Notes(f"{first}\n{rest}".strip(), "", ()), "/overview", body=rest.strip())


def view(room: Room, item: Item) -> Made:
    """Return a saved view as a table and, where it asks for one, a chart."""
    raise Lost(words.NO_VIEW)
