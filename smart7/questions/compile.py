"""A question as one SELECT with named parameters, over the tables that pages read.

The statement has named steps: `held` (one figure a unit, part and period), `cells` (with what it is split by),
`grouped` (cells and totals, each with a value or the reason why it has none), and what the measure makes of it.
"""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from smart7.questions import counting, figures, measures
from smart7.questions.adding import ERAS, spread, wanted
from smart7.questions.figures import Scope
from smart7.questions.ordering import best, order_by, with_steps
from smart7.questions.parameters import Parameters
from smart7.questions.question import Question


def compile(question: Question) -> tuple[str, dict[str, object]]:
    """Return the SELECT of a question and its parameters.

    Each row is a cell or a total. `kept` says by what it is told apart (dotted dimensions); `value` is null where
    `reason` says why nothing can be shown.
    """
    given = Parameters()
    if question.counts:
        return counting.statement(question, given), dict(given)
    scope = Scope(figures.unit_condition(question, given), question.start, question.end)
    steps = [("wanted", wanted(question, scope)), *measures.steps(question, scope, given)]
    if question.measure == "change":
        steps.insert(0, ("eras", ERAS))
    return with_steps(steps, ordered(question, given)), dict(given)


def ordered(question: Question, given: Parameters) -> str:
    """Return the last SELECT: the rows as they are read, the highest or lowest alone where that is asked."""
    columns = "".join(f"m.{name}, " for name in spread(question.dimensions))
    base = "m.base_start, " if question.measure == "index" else ""
    joins, order = order_by(question)
    return f"""select
    {columns}m.is_sample, m.kept, m.value, m.reason, m.compared, m.compared_high, {base}m.above as numerator,
    m.below as denominator, quality_name(m.quality_rank) as quality_grade, m.partial, m.figures::bigint as figures,
    m.units, m.first_day, m.last_day, if(m.sources = 1, m.source_id, null) as source_id, m.sources, m.as_of
from measured as m{joins}{best(question, given)}
order by {order}"""
