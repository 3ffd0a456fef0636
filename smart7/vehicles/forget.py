"""Let positions go once they are no longer needed, which is the only way a vehicle can stop being known."""

from datetime import UTC, date, datetime
from pathlib import Path

from smart7 import fleet
from smart7.vehicles import keep, making, together
from smart7.vehicles.refused import Refused


def forget(data: Path, feed_id: str, before: date) -> int:
    """Delete the positions of the days before one, and what names their vehicles; return of how many days.

    How many rows were left out stays, as do the sums. Raises `Refused`, also while days are being measured, which would
    put back what names vehicles; and `CannotWrite`.
    """
    if before > keep.service_day(datetime.now(UTC).timestamp())[0]:
        raise Refused("too_young", before=before.isoformat())
    folder = fleet.folder(data, feed_id)
    with together.by_itself(fleet.room(data)), together.by_itself(folder / "days"):
        together.begin(folder)
        making.clear(folder)  # what a killed process left
        days = [day for day in keep.days(data, feed_id) if day < before]
        gone = [keep.positions(data, feed_id, day) for day in days]
        gone += [
            path
            for made in sorted((folder / "days").glob("[12]*-*-*"))
            if made.name < before.isoformat()
            for path in (made / name for name in keep.OF_VEHICLES)
            if path.exists()
        ]
        together.put_in_place(folder, {path.relative_to(folder).as_posix(): None for path in gone})
    return len(days)
