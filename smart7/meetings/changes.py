"""Changes to the items of an agenda: pure, each returns a new agenda and where the item is now."""

from dataclasses import replace

from smart7.meetings.agenda import Agenda, Item


def up(agenda: Agenda, at: int) -> tuple[Agenda, int]:
    """Return an agenda with an item one place earlier; the first stays."""
    return swapped(agenda, at, at - 1)


def down(agenda: Agenda, at: int) -> tuple[Agenda, int]:
    """Return an agenda with an item one place later; the last stays."""
    return swapped(agenda, at, at + 1)


def swapped(agenda: Agenda, at: int, to: int) -> tuple[Agenda, int]:
    """Return an agenda with two items in each other's place, unchanged where there is no such place."""
    if not 0 <= to < len(agenda.items):
        return agenda, at
    items = list(agenda.items)
    items[at], items[to] = items[to], items[at]
    return replace(agenda, items=tuple(items)), to


def copy(agenda: Agenda, at: int) -> tuple[Agenda, int]:
    """Return an agenda with a copy of an item after it."""
    return replace(agenda, items=(*agenda.items[: at + 1], *agenda.items[at:])), at + 1


def remove(agenda: Agenda, at: int) -> tuple[Agenda, int]:
    """Return an agenda without an item."""
    return replace(agenda, items=(*agenda.items[:at], *agenda.items[at + 1 :])), max(at - 1, 0)


def put(agenda: Agenda, at: int, item: Item) -> Agenda:
    """Return an agenda with another item in a place."""
    return replace(agenda, items=(*agenda.items[:at], item, *agenda.items[at + 1 :]))


def add(agenda: Agenda, item: Item) -> Agenda:
    """Return an agenda with one more item at its end."""
    return replace(agenda, items=(*agenda.items, item))
