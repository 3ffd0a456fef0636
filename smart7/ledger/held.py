"""Which snapshots meetings are frozen on, so that no build deletes them."""

from smart7.ledger import book


def by_meetings() -> set[str]:
    """Return the snapshots that the newest version of any meeting is frozen on."""
    with book.opened() as ledger:
        rows = ledger.execute(
            "select distinct snapshot_id from meetings"
            " where entry in (select max(entry) from meetings group by meeting_id)"
            " and deleted_at is null and snapshot_id <> ''"
        )
        return {row["snapshot_id"] for row in rows}
