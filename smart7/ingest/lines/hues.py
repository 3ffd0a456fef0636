"""Which colour each route gets: neighbours differ, and who only meets differs as far as there are colours."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from smart7.ingest.lines.hops import Hop

COLOURS: Final = 10
"""So many colours of lines the palettes have (`theme.Palette.lines`)."""
BESIDE: Final = 1_000_000
SHARED: Final = 1_000
MET: Final = 1
"""How bad one colour is for two that run side by side, that share a street, and that only meet at a stop."""
Weights = Mapping[tuple[str, str], int]


def weights(lanes: Mapping[Hop, Sequence[str]]) -> dict[tuple[str, str], int]:
    """Return how bad one colour would be for each two routes; `lanes` are the routes of each hop from left to right."""
    at: dict[str, set[str]] = {}
    found: dict[tuple[str, str], int] = {}
    for hop, own in lanes.items():
        for (left, one), (right, other) in combinations(enumerate(own), 2):
            pair = min(one, other), max(one, other)
            found[pair] = found.get(pair, 0) + (BESIDE if right == left + 1 else SHARED)
        for stop in hop:
            at.setdefault(stop, set()).update(own)
    for met in at.values():
        for pair in combinations(sorted(met), 2):
            found[pair] = found.get(pair, 0) + MET
    return found


def hues(routes: Sequence[str], bad: Weights) -> dict[str, int]:
    """Return the number of each route's colour, from 0.

    The route whose neighbours have most colours already comes next, of several the one with the worst neighbours,
    then the first. It takes the colour that is least bad, of several the one that fewest have. At the end each is
    asked once more whether another colour would be better.
    """
    given: dict[str, int] = {}
    near: dict[str, dict[str, int]] = {route: {} for route in routes}
    for (one, other), weight in bad.items():
        near[one][other] = near[other][one] = weight

    def best(route: str) -> int:
        rest = [colour for other, colour in given.items() if other != route]
        costs = [0] * COLOURS
        for other, weight in near[route].items():
            if other in given:
                costs[given[other]] += weight
        return min(range(COLOURS), key=lambda colour: (costs[colour], rest.count(colour), colour))

    left = list(routes)
    while left:
        chosen = max(left, key=lambda r: (len({given[o] for o in near[r] if o in given}), sum(near[r].values())))
        left.remove(chosen)
        given[chosen] = best(chosen)
    for route in routes:
        given[route] = best(route)
    return {route: given[route] for route in routes}
