"""A question of either kind: about figures by period, or about what happened. A link says which by `what`."""

from collections.abc import Mapping

from smart7.questions import link
from smart7.questions.compile import compile as figures
from smart7.questions.happened import asked, statement
from smart7.questions.happened.asked import Happened
from smart7.questions.question import Question

Either = Question | Happened


def to_link(question: Either) -> dict[str, str]:
    """Return the parameters of a link, in a fixed order; what is as at first is left out."""
    return asked.to_link(question) if isinstance(question, Happened) else link.to_link(question)


def from_link(mapping: Mapping[str, str]) -> tuple[Either, list[tuple[str, str]]]:
    """Return the question a link holds and what of it could not be read, as (parameter, value)."""
    what = mapping.get("what", "")
    if what in asked.KINDS:
        return asked.from_link(mapping)
    question, refused = link.from_link(mapping)
    return question, [*refused, *([("what", what[:100])] if what else [])]


def names_of_link() -> tuple[str, ...]:
    """Return the parameters that hold a question of either kind."""
    return tuple(dict.fromkeys(("v", *link.NAMES.values(), *asked.NAMES.values())))


def compile(question: Either) -> tuple[str, dict[str, object]]:
    """Return the SELECT of a question and its parameters."""
    return statement.compile(question) if isinstance(question, Happened) else figures(question)
