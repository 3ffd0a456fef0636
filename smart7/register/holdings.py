"""What is held: snapshots that are frozen with what freezes them, pictures with where they stand, agendas and views."""

import json
from dataclasses import dataclass
from typing import Any, Final

from smart7 import store
from smart7.ledger import book, meetings, notes, pictures, quotas, views
from smart7.ledger.notes import Note
from smart7.ledger.pictures import Picture
from smart7.register.rights import Person, require

MOST: Final = 200
"""So many of what was said are listed, the newest first."""
SHORT: Final = 60
"""So many letters of it stand for it."""


@dataclass(frozen=True, slots=True)
class Held:
    """Something an account keeps: `size` in bytes, `on` the snapshot it is frozen on or '', `used` where it stands."""

    id: str
    name: tuple[str, str]
    account: str
    at: str
    size: int
    on: str = ""
    used: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything that is held; of a snapshot `used` are the ids of the views and agendas that freeze it."""

    snapshots: list[Held]
    pictures: list[Held]
    agendas: list[Held]
    views: list[Held]
    notes: list[Held]
    used: dict[quotas.Kind, int]


def all_of(who: Person) -> Holdings:
    """Return what is held by anybody; raises `Refused` for whoever may not free it."""
    require(who, "held.free")
    kept_views = [
        Held(one.view_id, (one.name, one.name), one.account, one.at.isoformat(), 0,
             one.snapshot_id if one.policy == "frozen" else "")
        for one in views.every()
    ]  # fmt: skip
    every = meetings.every()
    agendas = [
        Held(one.meeting_id, titles(one.agenda, one.meeting_id), one.account, one.at,
             len(one.agenda) + len(one.figures), one.snapshot_id)
        for one in every
    ]  # fmt: skip
    shown = [picture(one, [each.meeting_id for each in every if one.name in each.agenda]) for one in pictures.every()]
    with book.opened() as ledger:
        used = {kind: quotas.kept(ledger, kind, "")[1] for kind in quotas.USUAL}
        said = [note(one) for one in notes.listed(ledger, (), (), (), "", MOST, 0)[0]]
    used["pictures"] = sum(one.size for one in shown)
    return Holdings(snapshots([*kept_views, *agendas]), shown, agendas, kept_views, said, used)


def snapshots(holders: list[Held]) -> list[Held]:
    """Return the snapshots that are frozen, the oldest first, with what freezes them and whose that is."""
    found = []
    for snapshot_id in sorted({one.on for one in holders} - {""}):
        own = [one for one in holders if one.on == snapshot_id]
        path = store.path_of(snapshot_id)
        size = path.stat().st_size if path.exists() else 0
        accounts = " ".join(sorted({one.account for one in own}))
        used = tuple(one.id for one in own)
        found.append(
            Held(snapshot_id, (snapshot_id, snapshot_id), accounts, min(one.at for one in own), size, "", used)
        )
    return found


def note(one: Note) -> Held:
    """Return something that was said as something held: its beginning, and the page it stands on."""
    short = " ".join(one.said.split())
    short = short if len(short) <= SHORT else f"{short[:SHORT]}…"
    return Held(one.note_id, (short, short), one.account, one.at, len(one.said.encode()), "", (one.indicator_id,))


def picture(one: Picture, used: list[str]) -> Held:
    """Return a picture as something held, with the agendas it stands in."""
    short = f"{one.name[:8]}….{one.name.rpartition('.')[2]}"
    return Held(one.name, (short, short), one.account, one.at, one.size, "", tuple(used))


def titles(agenda: str, meeting_id: str) -> tuple[str, str]:
    """Return what an agenda is called in both languages, its id where it cannot be read."""
    try:
        held: dict[str, Any] = json.loads(agenda)["title"]
        return str(held["th"]), str(held["en"])
    except (ValueError, KeyError, TypeError):
        return meeting_id, meeting_id
