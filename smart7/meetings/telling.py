"""Which indicators tell most: of one domain, and of the whole city what calls for attention."""

from collections.abc import Collection
from datetime import date
from typing import Final

from smart7.figures import Figure
from smart7.meetings import headline
from smart7.meetings.room import Room

WIDE: Final = ("region", "country")
PANELS: Final = 2
LINE: Final = 2  # figures that make a line
YEARLY: Final = ("fiscal_year", "calendar_year", "academic_year", "date")


def of_domain(room: Room, domain: str) -> list[Figure]:
    """Return a domain's published figures: the city's own first, those that moved, those with a target, the newest."""
    own = [f for f in published(room) if f.domain_id == domain]
    own.sort(key=lambda f: f.period.end if f.period else date.min, reverse=True)
    return sorted(
        own, key=lambda f: (f.level in WIDE, f.change is None, f.status.judgement == "none", len(f.spark) < LINE)
    )


def panels(room: Room, domain: str) -> list[Figure]:
    """Return the two figures of a domain whose charts are shown: the most telling that have any years to draw."""
    return sorted(of_domain(room, domain), key=lambda f: not in_years(f))[:PANELS]


def in_years(figure: Figure) -> bool:
    """Return whether a figure has years to draw; months would need a chart of their own."""
    return len(figure.spark) >= LINE and figure.period is not None and figure.period.kind in YEARLY


def pressing(room: Room, besides: Collection[str] = ()) -> list[Figure]:
    """Return the published figures that call for attention, one of a domain, in years that can be drawn.

    What misses its target today comes first, then what missed it in its own period, then what grew worse; of those
    alike the newest.
    """
    own = [
        f
        for f in published(room)
        if f.indicator_id not in besides and f.level not in WIDE and in_years(f) and len(f.spark) > LINE
    ]
    own.sort(key=lambda f: f.period.end if f.period else date.min, reverse=True)
    first: dict[str, Figure] = {}
    for figure in sorted((f for f in own if missed(f) or worse(f)), key=lambda f: (not missed(f), f.judged_real.then)):
        first.setdefault(figure.domain_id, figure)
    return list(first.values())


def missed(figure: Figure) -> bool:
    """Return whether a figure is not on target."""
    return figure.judged_real.judgement in ("near", "off")


def worse(figure: Figure) -> bool:
    """Return whether a figure moved for the worse."""
    move = headline.moved(figure.change, figure.decimals, year=figure.value_kind == "year")
    return headline.judged(move, figure.direction) is False


def published(room: Room) -> list[Figure]:
    """Return the figures that are real."""
    return [f for f in room.figures.values() if f.value is not None and not f.is_sample]
