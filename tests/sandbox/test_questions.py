"""What the explore page shows as SQL runs on the SQL page as it stands, and gives the same rows."""

from datetime import date

import pytest

from smart7 import questions, store
from smart7.questions.parameters import written_out
from smart7.questions.question import Question
from smart7.sandbox.run import Result, Run, close_all

QUESTIONS = [
    Question(indicators=("registered-population",)),
    Question(indicators=("english-results",), units=("sample:school",), split=("unit",), measure="change"),
    Question(indicators=("attendance",), compare="target"),
    Question(indicators=("road-deaths-province", "registered-population"), compare="last_year", measure="index"),
    Question(measure="share", split=("domain", "quality")),
    Question(measure="count", split=("owner",)),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: "-".join(question.indicators) or question.measure)
def test_a_question_as_sql_passes_the_rules_and_gives_the_same_rows(snapshot, question):
    sql, given = questions.compile(question)
    run = Run(snapshot, written_out(sql, given), {})
    assert run.wait(30)
    assert isinstance(run.outcome, Result), run.outcome
    expected = store.select(snapshot, sql, given)
    assert run.outcome.rows == len(expected) > 0
    assert [name for name, _ in run.outcome.columns] == list(expected.columns)
    close_all()


def test_the_longest_question_the_page_can_ask_fits_the_sql_page(snapshot):
    known = questions.names(snapshot).by_dimension
    everything = Question(
        tuple(known["indicator"]), tuple(known["unit"]), date(2019, 10, 1), date(2026, 9, 30), "quarter", "city",
        ("domain", "owner", "aim", "unit", "unit_kind", "breakdown", "quality"), order="high", top=3,
    )  # fmt: skip
    run = Run(snapshot, written_out(*questions.compile(everything)), {})
    assert run.wait(30)
    assert isinstance(run.outcome, Result), run.outcome
    close_all()
