"""How long somebody waits who signed in wrongly too often: by the name that is tried, and by where from.

A name that has signed in from a place before is held up there by what failed there under that name, and by nothing
else: so nobody elsewhere keeps its owner out, nor does a neighbour behind the same address.

An attempt is written before its password is compared, so that many at once count as many. Names are kept as a few
digits of a digest: enough to tell them apart, too few to find out what somebody typed into the wrong box.
"""

import math
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from smart7.ledger import people
from smart7.ledger.book import Ledger
from smart7.register.rights import Refused
from smart7.words import people as words

FREE: Final[Mapping[people.Counted, int]] = {"login": 5, "both": 5, "place": 60}
"""Failures before the first wait: of one name from anywhere, or where it is known, and from one place of any name.

A whole office may come from one place and sign in at the same minute.
"""
FIRST, LONGEST = timedelta(seconds=30), timedelta(minutes=15)
"""The first wait doubles with each further failure, up to the longest."""
REMEMBERED: Final = timedelta(days=1)
DIGITS: Final = 6


def admit(ledger: Ledger, login: str, where: str, moment: datetime) -> None:
    """Write an attempt, which counts as failed until `passed`; raises `Refused` and writes nothing where one waits.

    The wait is the same whether an account of that name exists or not.
    """
    people.forget_attempts(ledger, moment - REMEMBERED)
    known = people.was_here(ledger, login, where)
    ways: tuple[people.Counted, ...] = ("both",) if known else ("login", "place") if where else ("login",)
    left = max(waiting(ledger, of, key(login), where, moment) for of in ways)
    if left > timedelta(0):
        raise Refused(words.WAIT, minutes=math.ceil(left / timedelta(minutes=1)))
    people.attempt(ledger, key(login), where, moment, passed=False)


def passed(ledger: Ledger, login: str, where: str, moment: datetime) -> None:
    """Write that a name and a place are right again, so that what failed before counts no more."""
    people.attempt(ledger, key(login), where, moment, passed=True)


def waiting(ledger: Ledger, of: people.Counted, login: str, where: str, moment: datetime) -> timedelta:
    """Return how long a name, a place or both still wait; nothing or less for not at all."""
    many, newest = people.failures(ledger, of, login, where, moment - REMEMBERED)
    # A failure from the future was written before the clock was put back: it counts, but nobody waits for that day.
    if newest is None or newest > moment:
        return timedelta(0)
    return newest + delay(many - FREE[of]) - moment


def delay(over: int) -> timedelta:
    """Return the wait after a number of failures over the free ones; 0 is the first that waits."""
    return min(FIRST * 2 ** min(over, 20), LONGEST) if over >= 0 else timedelta(0)


def key(login: str) -> str:
    """Return what the ledger holds of a name that is tried."""
    return sha256(login.encode("utf-8", "replace")).hexdigest()[:DIGITS]
