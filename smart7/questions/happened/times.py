"""By which times of a day answers are told apart, and between which days they are asked for."""

from typing import Final

from smart7.questions.happened.asked import Happened
from smart7.questions.parameters import Parameters

OF_A_DAY: Final = {
    "calendar_year": "format('cy{{}}', year({day}))",
    "fiscal_year": "format('fy{{}}', fiscal_year({day}))",
    "month": "strftime({day}, '%Y-%m')",
    "day": "strftime({day}, '%Y-%m-%d')",
    "month_of_year": "strftime({day}, '%m')",
    "season": "season({day})",
}


def bounds(question: Happened, day: str, given: Parameters) -> list[str]:
    """Return the conditions on the day."""
    found = [f"{day} >= {given.add('start', question.start)}"] if question.start else []
    return [*found, f"{day} <= {given.add('end', question.end)}"] if question.end else found
