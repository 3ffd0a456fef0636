"""The board: every indicator as one tile, a row to a domain, by how it stands."""

from collections.abc import Iterable

from smart7 import catalog, tally
from smart7.figures import Figure
from smart7.meetings.room import Room
from smart7.meetings.slide import Row, Tile
from smart7.words import slides as words


def rows(room: Room) -> tuple[Row, ...]:
    """Return the whole board."""
    return tuple(row(room, domain.id) for domain in catalog.DOMAINS)


def row(room: Room, domain: str) -> Row:
    """Return the indicators of one domain: those judged now first, then those of their own period, then the rest."""
    own = [figure for figure in room.figures.values() if figure.domain_id == domain]
    counted = tally.published(own)
    said = room.say(words.KNOWN_OF, known=counted.known, total=counted.total)
    tiles = sorted((tile(room, figure) for figure in own), key=lambda one: (tally.STANDINGS.index(one.look), one.then))
    return Row(catalog.domain(domain).name.get(room.lang), tuple(tiles), said)


def tile(room: Room, figure: Figure) -> Tile:
    """Return the tile of an indicator."""
    return Tile(figure.indicator_id, figure.name.get(room.lang), tally.standing(figure), figure.judged_real.then)


def counts(board: Iterable[Row]) -> list[tuple[str, bool, int]]:
    """Return how many tiles there are of each look that occurs, judged now and then apart."""
    tiles = [(one.look, one.then) for row in board for one in row.tiles]
    every = [(name, then) for name in tally.STANDINGS for then in (False, True)]
    return [(*each, tiles.count(each)) for each in every if each in tiles]
