"""Ready-made agendas, put together from what a snapshot holds."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from smart7 import catalog
from smart7.meetings import telling
from smart7.meetings.agenda import Agenda, Item
from smart7.meetings.room import Room
from smart7.words import meetings as words

PRESSING: Final = 3
"""How many figures of their own the council looks at, which makes sixteen slides at the most."""
IN_DEPTH: Final = 12
LRT: Final = ("lrt-announced-opening", "lrt-announced-length", "lrt-announced-stations", "lrt-announced-cost")
BUDGET: Final = (
    "annual-budget", "total-revenue", "total-expenditure", "own-source-share", "capital-share", "subsidy-share",
    "budget-spent",
)  # fmt: skip


def ids() -> tuple[str, ...]:
    """Return the ids of the ready-made agendas, those of each domain at the end."""
    return (*MAKERS, *(f"domain-in-depth-{d.id}" for d in catalog.DOMAINS))


def every(snapshot_id: str) -> tuple[Agenda, ...]:
    """Return the ready-made agendas a snapshot has anything for."""
    room = Room(snapshot_id, "th")
    found = (agenda(name, snapshot_id, room=room) for name in MAKERS)
    return tuple(one for one in found if one)


def agenda(agenda_id: str, snapshot_id: str, day: date | None = None, room: Room | None = None) -> Agenda | None:
    """Return a ready-made agenda for a day, the day of the snapshot where none is given; None for an unknown id.

    `domain-in-depth-<domain>` and `school-board-<unit>` choose the domain and the school.
    """
    base = next((name for name in MAKERS if agenda_id == name or agenda_id.startswith(f"{name}-")), None)
    if base is None:
        return None
    room = room or Room(snapshot_id, "th")
    items = MAKERS[base](room, agenda_id.removeprefix(base).removeprefix("-"))
    if items is None:
        return None
    title, body = words.READY[base]
    return Agenda(agenda_id, title, body, day or room.as_of, tuple(items))


def monthly_council(room: Room, asked: str) -> list[Item] | None:
    """Return the board, what changed, each domain, what calls most for attention, what is late, and what to ask."""
    start = (room.as_of - timedelta(days=365)).isoformat()
    drawn = {f.indicator_id for domain in catalog.DOMAINS for f in telling.panels(room, domain.id)}
    items = [Item("overview", minutes=2), Item("since", start, minutes=1)]
    items += [Item("domain", domain.id, minutes=1) for domain in catalog.DOMAINS]
    items += [Item("indicator", f.indicator_id, minutes=2) for f in telling.pressing(room, drawn)[:PRESSING]]
    return None if asked else [*items, Item("late", minutes=2), Item("asks", minutes=2)]


def domain_in_depth(room: Room, asked: str) -> list[Item] | None:
    """Return one domain and its indicators one by one, published figures first."""
    domain = asked or "living"
    if domain not in {d.id for d in catalog.DOMAINS}:
        return None
    real = telling.of_domain(room, domain)
    rest = [f for f in room.figures.values() if f.domain_id == domain and f.is_sample and f.value is not None]
    return [Item("domain", domain, minutes=5), *indicators(f.indicator_id for f in (*real, *rest)[:IN_DEPTH])]


def indicators(found: Iterable[str]) -> list[Item]:
    """Return an item for each indicator."""
    return [Item("indicator", name) for name in found]


def lrt_decision(room: Room, asked: str) -> list[Item] | None:
    """Return the plan on the map, whom it would bring nearer to what, and what was announced when."""
    question = words.LRT_QUESTION
    items = [
        Item("section", minutes=1, note_th=question.th, note_en=question.en),
        Item("map", "routes.plan.stations.hospitals"),
    ]
    items += [Item("travel", kind, minutes=5) for kind in ("hospital", "school", "market")]
    items += [Item("change", name) for name in LRT if name in room.figures]
    return None if asked else [*items, Item("domain", "mobility")]


def school_board(room: Room, asked: str) -> list[Item] | None:
    """Return one school across its indicators: the one asked for, else the first sample school, which has figures."""
    schools = [r for r in room.records("units/list", unit=asked) if r["kind"] == "school"]
    found = [r["unit_id"] for r in sorted(schools, key=lambda r: not r["is_sample"]) if asked in ("", r["unit_id"])]
    if not found:
        return None
    own = room.records("units/cards", unit=found[0])
    return [Item("unit", found[0], minutes=5), *(Item("unit", f"{found[0]}:{row['indicator_id']}") for row in own)]


def budget_hearing(room: Room, asked: str) -> list[Item] | None:
    """Return what came in, what went out, and how much of it was spent."""
    items = [Item("indicator", name) for name in BUDGET if name in room.figures]
    spent = [Item("comparison", "budget-spent")] if "budget-spent" in room.figures else []
    return None if asked else [*items, *spent, Item("domain", "governance")]


MAKERS: Final[dict[str, Callable[[Room, str], list[Item] | None]]] = {
    "monthly-council": monthly_council,
    "domain-in-depth": domain_in_depth,
    "lrt-decision": lrt_decision,
    "school-board": school_board,
    "budget-hearing": budget_hearing,
}
