"""Publish what was approved: a new snapshot that holds it is built, checked and put in service, or nothing happens.

That are figures that units handed in and changes of the catalogue; both go the same way, in one snapshot. Which it is
built with is written into the ledger first, and that they are published once it is in service. Whoever is killed in
between leaves them as being published: every build takes them in, and the next to publish goes on with them before
anything else. Run as `manage.py publish`, by a timer.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from smart7 import publish as builds
from smart7 import queries, store, whole
from smart7.alone import Busy, alone
from smart7.ledger import audit, book, handed
from smart7.ledger.decided import PUBLISHING
from smart7.ledger.faults import Unavailable
from smart7.register import steps
from smart7.register.catalogue import release
from smart7.register.keeping import FROM
from smart7.register.rights import Person, Refused
from smart7.saying import say
from smart7.words import steps as words

ROOM: Final = ".publish"
SAID: Final = 1000
"""Characters of what a failed build said that are kept with the submissions."""


def publish(who: Person) -> Iterator[str]:
    """Publish everything that is approved and yield each line of progress.

    Raises `Refused` where the person may not or somebody does already, `publish.BuildFailed` with what was said, with
    everything as it was and the submissions approved as before, and `whole.CannotWrite`.
    """
    steps.permit(who, "publish", "")
    yield from released(who)


def released(who: Person) -> Iterator[str]:
    """Publish everything that is approved, for whoever may; raises as `publish` does."""
    try:
        with alone(store.data_folder() / ROOM):
            cut_off = being_published()
            if cut_off:
                yield words.GOING_ON.both(count=len(cut_off))
                yield from finish(who, cut_off)
            begun = begin(who)
            if begun:
                yield words.PUBLISHING.both(count=len(begun))
                yield from finish(who, begun)
            elif not cut_off:
                yield words.NOTHING.both()
    except Busy:
        raise Refused(words.BUSY) from None


def being_published() -> list[str]:
    """Return what somebody began to publish and did not finish, the oldest first: submissions, then changes."""
    with book.opened() as ledger:
        found = handed.every(ledger, state=PUBLISHING)
        return [one.submission_id for one in reversed(found)] + release.being_published(ledger)


def begin(who: Person) -> list[str]:
    """Write down that everything approved is being published, and return it."""
    with book.opened(writing=True) as ledger:
        found = [one for one in reversed(handed.every(ledger, state="approved")) if not one.publishing]
        for one in found:
            handed.decide(ledger, one.submission_id, PUBLISHING, who.account_id)
            audit.note(ledger, who.account_id, "publish", steps.told(one), one.state, PUBLISHING, FROM.get())
        return [one.submission_id for one in found] + release.begin(ledger, who)


def finish(who: Person, ids: Sequence[str]) -> Iterator[str]:
    """Build the snapshot that submissions and changes are in, and write down whether they are published."""
    try:
        yield from builds.build(as_before=True)
    except builds.BuildFailed as failed:
        give_up(who, ids, str(failed))
        yield words.NOT_PUBLISHED.both()
        raise
    snapshot_id = store.named() or ""
    settle(who, ids, snapshot_id)
    yield words.PUBLISHED.both(count=len(ids), id=snapshot_id)


def settle(who: Person, ids: Sequence[str], snapshot_id: str) -> None:
    """Write down that submissions are published; those all of whose figures are in newer ones are superseded."""
    with book.opened(writing=True) as ledger:
        for submission_id in ids:
            one = handed.get(ledger, submission_id)
            if one is None or not one.publishing:
                continue
            handed.decide(ledger, submission_id, "published", who.account_id, snapshot_id=snapshot_id)
            audit.note(
                ledger, who.account_id, "publish", steps.told(one), PUBLISHING, f"published {snapshot_id}", FROM.get()
            )
            before = handed.of_period(ledger, one.unit_id, one.period_kind, one.period_start)
            older = [old for old in before if old.state == "published" and approved_before(old, one)]
            steps.supersede(ledger, older, handed.figures(ledger, submission_id), submission_id, who.account_id)
        release.settle(ledger, who, ids, snapshot_id)


def approved_before(old: handed.Submission, new: handed.Submission) -> bool:
    """Return whether one submission was approved before another, so that the other's figures count."""
    return old.submission_id != new.submission_id and old.approval < new.approval


def give_up(who: Person, ids: Sequence[str], said: str) -> None:
    """Write down that submissions are approved as before and why, save those that are in service all the same.

    One may be where publishing was cut off after the snapshot took its place, and the next build failed.
    """
    snapshot_id = store.current_id()
    rows = queries.records(snapshot_id, "register/in_service") if snapshot_id else []
    there = {row["id"] for row in rows}
    settle(who, [submission_id for submission_id in ids if submission_id in there], snapshot_id or "")
    with book.opened(writing=True) as ledger:
        for submission_id in ids:
            one = handed.get(ledger, submission_id)
            if one is not None and one.publishing:
                handed.decide(ledger, submission_id, "approved", who.account_id, said=said[:SAID])
                after = f"approved: {said[:SAID]}"
                audit.note(ledger, who.account_id, "publish", steps.told(one), PUBLISHING, after, FROM.get())
        release.give_up(ledger, who, ids, said[:SAID])


def main(line: Sequence[str] | None = None) -> int:
    """Publish from the command line; return 0 when everything approved is in service, 1 with the reason why not."""
    parser = argparse.ArgumentParser(prog="manage.py publish", description=words.COMMAND.both())
    parser.parse_args(line)
    try:
        for said in released(Person("console", words.CONSOLE.th, "admin", "")):
            say(said)
    except builds.BuildFailed:
        return 1  # what it said was printed line by line
    except Refused as refused:
        print(refused.why.both(), file=sys.stderr)
        return 1
    except (whole.CannotWrite, Unavailable) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main())
