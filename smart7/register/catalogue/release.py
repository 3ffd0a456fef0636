"""What publishing does with approved changes of the catalogue, in the transactions in which it does so with figures."""

from collections.abc import Sequence

from smart7.ledger import audit
from smart7.ledger import edits as held
from smart7.ledger.book import Ledger
from smart7.ledger.decided import PUBLISHING
from smart7.ledger.edits import Change
from smart7.register.catalogue.changes import told
from smart7.register.keeping import FROM
from smart7.register.rights import Person


def being_published(ledger: Ledger) -> list[str]:
    """Return the changes that somebody began to publish and did not finish, the oldest first."""
    return [one.change_id for one in reversed(held.every(ledger, PUBLISHING))]


def begin(ledger: Ledger, who: Person) -> list[str]:
    """Write down that every approved change is being published, and return them."""
    found = [one for one in reversed(held.every(ledger, "approved")) if not one.publishing]
    for one in found:
        held.decide(ledger, one.change_id, PUBLISHING, who.account_id)
        note(ledger, who, one, one.state, PUBLISHING)
    return [one.change_id for one in found]


def settle(ledger: Ledger, who: Person, ids: Sequence[str], snapshot_id: str) -> None:
    """Write down that changes among some ids are published."""
    for one in publishing(ledger, ids):
        held.decide(ledger, one.change_id, "published", who.account_id, snapshot_id=snapshot_id)
        note(ledger, who, one, PUBLISHING, f"published {snapshot_id}")


def give_up(ledger: Ledger, who: Person, ids: Sequence[str], said: str) -> None:
    """Write down that changes among some ids are approved as before, and why."""
    for one in publishing(ledger, ids):
        held.decide(ledger, one.change_id, "approved", who.account_id, said)
        note(ledger, who, one, PUBLISHING, f"approved: {said}")


def publishing(ledger: Ledger, ids: Sequence[str]) -> list[Change]:
    """Return the changes among some ids that are being published."""
    found = [held.get(ledger, change_id) for change_id in ids]
    return [one for one in found if one is not None and one.publishing]


def note(ledger: Ledger, who: Person, one: Change, before: str, after: str) -> None:
    """Note a step in the audit."""
    audit.note(ledger, who.account_id, "publish", told(one.edit), before, after, FROM.get())
