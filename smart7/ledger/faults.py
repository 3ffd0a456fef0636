"""What keeps a ledger from being read or written, as a sentence in both languages."""

import sqlite3

from smart7.i18n import Text


class Unavailable(sqlite3.OperationalError):
    """Raise when a ledger cannot be read or written now.

    `said` is the sentence for a page; as a text it also names the place, for whoever runs the site.
    """

    def __init__(self, why: Text, place: object = "", **values: object) -> None:
        self.said = Text(why.th.format(**values), why.en.format(**values))
        super().__init__(f"{self.said.th} / {self.said.en}" + (f" [{place}]" if place else ""))


class NewerLedger(Unavailable):
    """Raise when a newer version of the project wrote the ledger."""
