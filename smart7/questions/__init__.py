"""Questions: what a person asks by filling in a sentence, as a link, a sentence, a statement and an answer."""

from smart7.questions.answer import Answer, answer, rows_behind
from smart7.questions.compile import compile
from smart7.questions.facets import facets
from smart7.questions.link import from_link, to_link
from smart7.questions.names import Names, names
from smart7.questions.pivot import Pivot, pivot
from smart7.questions.question import Question
from smart7.questions.sentence import sentence

__all__ = [
    "Answer", "Names", "Pivot", "Question", "answer", "compile", "facets", "from_link", "names",
    "pivot", "rows_behind", "sentence", "to_link",
]  # fmt: skip
