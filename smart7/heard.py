"""What was heard of vehicles last: two small files that the watch writes, read once however many ask."""

import json
import time
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from smart7 import calendar, fleet, store

SECONDS: Final = 2
"""For so long an answer is given again; a watch asks every 15 seconds."""
Told = dict[str, Any]


def home() -> Path:
    """Return the data folder, in which the watch writes."""
    return store.data_folder()


def feeds() -> tuple[str, ...]:
    """Return the feeds whose newest positions are kept; none where no address is set. Costs a look at a folder."""
    return fleet.watched(home())


def moment() -> int:
    """Return the moment that answers are made for, in seconds since 1970."""
    return int(time.time()) // SECONDS * SECONDS


def stamps(feed_id: str) -> tuple[int, int] | None:
    """Return what tells the newest files of a feed from those before, None where nothing was ever heard of it."""
    try:
        newest, ahead = fleet.newest(home(), feed_id), fleet.ahead(home(), feed_id)
        return newest.stat().st_mtime_ns, ahead.stat().st_mtime_ns if ahead.exists() else 0
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=32)
def read(path: Path, _written: int) -> Told | None:
    """Return what a file tells, None where it cannot be read; nobody may change it."""
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None


def now(feed_id: str, at: int) -> Told | None:
    """Return what is told of a feed with the age of each position in seconds, and since when it is silent.

    `silent_since` is null while positions come; else the moment of the newest one, or of the last answer. None where
    nothing was ever heard of the feed.
    """
    written = stamps(feed_id)
    told = read(fleet.newest(home(), feed_id), written[0]) if written else None
    return None if told is None else aged(told, at)


def aged(told: Told, at: int) -> Told:
    """Return the same with ages as they are at a moment."""
    vehicles = [
        {name: value for name, value in one.items() if value is not None} | {"age": max(0, at - int(one["at"]))}
        for one in told["vehicles"]
    ]
    newest_at = max((int(one["at"]) for one in told["vehicles"]), default=int(told["asked"]))
    silent = at - newest_at > fleet.SILENT_SECONDS
    return {
        "feed": told["feed"], "now": at, "asked_age": max(0, at - int(told["asked"])),
        "silent_since": newest_at if silent else None, "vehicles": vehicles,
    }  # fmt: skip


def coming(feed_id: str, stop: str, at: int) -> Told | None:
    """Return which vehicles come to a stop and in how many seconds, None where nothing was ever heard of the feed.

    Nobody comes by a position of more than two minutes, nor by any of a feed that is silent.
    """
    told, written = now(feed_id, at), stamps(feed_id)
    if told is None or written is None:
        return None
    ahead = read(fleet.ahead(home(), feed_id), written[1]) or {}
    known = [] if told["silent_since"] is not None else ahead.get("stops", {}).get(stop, [])
    arrivals = [
        {"route": one["route"], "direction": one["direction"], "to": one["to"], "mark": one["mark"],
         "in_seconds": max(0, one["due"] - at), "age": max(0, at - one["at"]), "basis": one["basis"]}
        for one in sorted(known, key=lambda one: (one["due"], one["mark"]))
        if at - one["at"] <= fleet.OLD_SECONDS
    ]  # fmt: skip
    shared = {name: told[name] for name in ("feed", "now", "silent_since")}
    return shared | {"stop": stop, "quality": "modelled", "arrivals": arrivals}


def local(at: int) -> datetime:
    """Return a moment as clocks here have it."""
    return datetime.fromtimestamp(at, calendar.HERE)
