"""The ids a filter knows: those of the snapshot it is asked of; another one is refused with what there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Final

from smart7 import store
from smart7.api.asked import Asked, wrong
from smart7.api.problems import Problem
from smart7.words import api as words

FEW: Final = 20
NEAR: Final = 5


@dataclass(frozen=True, slots=True)
class Ids:
    """Where the ids of a kind stand: a SELECT of each with whether it may be named, and the address that lists them.

    What a register without a licence lists exists, so it is no mistake to ask for it; it is not handed round either.
    """

    sql: str
    address: str


IDS: Final[Mapping[str, Ids]] = {
    "indicator": Ids("select indicator_id, true from open.indicators", "indicators"),
    "unit": Ids("select unit_id, unit_id in (select unit_id from open.units) from main.units", "units"),
    "unit_kind": Ids("select kind, true from main.units group by kind", "units"),
    # The empty id is the figure that is no part.
    "breakdown": Ids("select breakdown_id, true from open.breakdowns union all select '', true", "breakdowns"),
    "source": Ids("select source_id, true from open.sources", "sources"),
    "event_kind": Ids("select kind, true from main.events group by kind", "events"),
    "place_kind": Ids("select kind, true from main.places group by kind", "places"),
    "point_kind": Ids("select kind, true from main.points group by kind", "points"),
    "feed": Ids("select feed_id, feed_id in (select feed_id from open.stops) from main.gtfs_feeds", "stops"),
    # The number of a line stands on its vehicles.
    "route": Ids("select route_id, true from main.gtfs_routes group by route_id", "routes"),
}


@lru_cache(maxsize=64)
def known(snapshot: str, kind: str, seconds: float) -> Mapping[str, bool]:
    """Return the ids of a kind in a snapshot, each with whether it may be named; raises `store.TooSlow`."""
    _, rows = store.fetch(snapshot, IDS[kind].sql, {}, seconds)
    return dict(sorted(rows))


def named(snapshot: str, kind: str, seconds: float) -> list[str]:
    """Return the ids of a kind that may be named, in order."""
    return [name for name, may in known(snapshot, kind, seconds).items() if may]


def check(snapshot: str, asked: Asked, seconds: float) -> None:
    """Raise `Problem` for the first id that a snapshot does not know, with what it knows instead."""
    for name, value in asked.values:
        kind = asked.resource.filters[name].ids
        there = known(snapshot, kind, seconds) if kind else {}
        unknown = [part for part in value if part not in there] if kind else []
        if unknown:
            raise refusal(name, kind, unknown[0], named(snapshot, kind, seconds))


def refusal(name: str, kind: str, value: str, there: list[str]) -> Problem:
    """Return the refusal of an id: all of them where they are few, else those like it and where the rest is."""
    there = [text for text in there if text]
    if 0 < len(there) <= FEW:
        return wrong(name, words.WANTED["choice"], choices=", ".join(there))
    near = ", ".join(get_close_matches(value, there, NEAR))
    given: dict[str, Any] = {"value": value, "near": near, "address": f"/api/v1/{IDS[kind].address}"}
    return wrong(name, words.WANTED["near" if near else "known"], **given)
