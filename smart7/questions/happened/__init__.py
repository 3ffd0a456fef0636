"""Questions about what happened: accidents counted, days held against the standard of their day, service as driven."""

from smart7.questions.happened.answer import Counted, counted
from smart7.questions.happened.asked import BANDS, Happened
from smart7.questions.happened.names import without_unknown

__all__ = ["BANDS", "Counted", "Happened", "counted", "without_unknown"]
