"""`manage.py vehicles address FEED URL`: which live address is asked for positions, noted in the audit.

Done at the console, as the first account is: whoever can run this can write the file it changes. The audit holds the
hosts and no more, since an address may hold a key of its operator.
"""

import sys
from dataclasses import replace
from typing import Final

from smart7 import fleet, store, whole
from smart7.ledger import audit, book
from smart7.register import members
from smart7.register.rights import Refused
from smart7.words import positions as words

ACT: Final = "vehicles.address"


def set_address(feed_id: str, address: str) -> fleet.Feed:
    """Set the live address of a feed, '' for none, and return the feed; raises `Refused`, `CannotWrite`.

    The audit has the act before it happens: a process that is killed between leaves the note of what was asked for.
    """
    data = store.data_folder()
    if address and not fleet.fits(address):
        raise Refused(words.REFUSALS["bad_address"])
    there = sorted(path.name for path in (data / "gtfs").glob("[!.]*") if path.is_dir())
    try:
        feed = fleet.read(data, feed_id)
    except fleet.BadFeed as error:
        raise Refused(words.REFUSALS["bad_feed"], file=error) from None
    except ValueError:
        feed = None
    if feed is None and feed_id not in there:
        raise Refused(words.REFUSALS["no_gtfs"], feed=feed_id, there=", ".join(there) or "-")
    new = replace(feed or fleet.Feed(feed_id), address=address)
    hosts = fleet.host(feed.address if feed else ""), fleet.host(address)
    with book.opened(writing=True) as ledger:
        audit.note(ledger, members.CONSOLE.account_id, ACT, feed_id, *hosts, where="console")
    fleet.write(data, new)
    return new


def main(feed_id: str, address: str) -> int:
    """Set an address and say so; 1 with one sentence where it cannot be."""
    try:
        feed = set_address(feed_id, address)
    except Refused as refusal:
        print(refusal.why.both(), file=sys.stderr)
        return 1
    except (*book.FAULTS, whole.CannotWrite) as error:
        print(error, file=sys.stderr)
        return 1
    said = words.ADDRESS_SET if address else words.ADDRESS_CLEARED
    print(said.both(feed=feed_id, host=fleet.host(feed.address)))
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(*sys.argv[1:]))
