"""Answers that are kept for all who ask the same: many small ones, few that take much memory."""

from typing import Final

import streamlit as st

from smart7 import questions
from smart7.questions import Answer, Question

MANY: Final = 100_000
"""An answer of more rows than this takes tens of megabytes and more."""
_large: set[tuple[str, Question]] = set()


def asked(snapshot_id: str, question: Question) -> Answer:
    """Return the answer to a question, worked out once for all who ask the same."""
    if (snapshot_id, question) in _large:
        return large(snapshot_id, question)
    found = small(snapshot_id, question)
    if len(found.every) > MANY:
        small.clear(snapshot_id, question)
        _large.add((snapshot_id, question))
        return large(snapshot_id, question, _found=found)
    return found


# Answers are read and never changed, so every visitor may be handed the same one.
@st.cache_resource(max_entries=60, show_spinner=False)
def small(snapshot_id: str, question: Question) -> Answer:
    """Return an answer of the usual size."""
    return questions.answer(snapshot_id, question)


@st.cache_resource(max_entries=2, show_spinner=False)
def large(snapshot_id: str, question: Question, _found: Answer | None = None) -> Answer:
    """Return a large answer, as it was found or worked out anew when it was let go of."""
    return _found or questions.answer(snapshot_id, question)
