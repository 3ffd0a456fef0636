"""Indexes by which a page narrows the acts, as the ledger takes them to its newest schema.

Over 200,000 acts they bring the lists of people and acts, and a narrowed page with its count, from some hundred
milliseconds to a few. One by moment would make half a year slower than no index does, which is read in its order.
"""

from typing import Final

ACTS: Final = """
create index acts_by_who on acts (who, entry);
create index acts_by_act on acts (act, entry);
"""
