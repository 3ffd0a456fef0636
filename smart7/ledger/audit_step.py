"""Indexes of the acts by which a page narrows them, as the ledger takes them to its newest schema."""

from typing import Final

ACTS: Final = """
create index acts_by_who on acts (who, entry);
create index acts_by_act on acts (act, entry);
create index acts_by_moment on acts (at, entry);
"""
