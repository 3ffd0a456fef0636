"""The snapshot that shows a day in the past to programs: one that is kept, as the API never puts one together."""

from datetime import date

from starlette.concurrency import run_in_threadpool

from smart7 import store
from smart7.api.problems import Problem
from smart7.past import days


async def standing(known: str) -> str:
    """Return the snapshot in service, or the one that shows the day asked for; raises `Problem`."""
    now = store.current_id()
    if now is None:
        raise Problem("no-snapshot")
    return await run_in_threadpool(of_day, known, now) if known else now


def of_day(known: str, now: str) -> str:
    """Return the snapshot that shows a day in the past; raises `Problem`."""
    try:
        day = days.day_of(known, now)
    except days.NoSuchDay as error:
        raise Problem("no-such-day" if a_day(known) else "not-a-day", why=error.why) from None
    except (store.NoSnapshot, store.BrokenSnapshot):
        raise Problem("no-snapshot") from None
    found = now if day is None else days.snapshot_of(day)
    if found is None:
        raise Problem("day-not-kept", day=known, days=", ".join(map(str, days.kept())) or "-")
    return found


def a_day(written: str) -> bool:
    """Return whether something is a day as the API writes it, of whatever year."""
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
