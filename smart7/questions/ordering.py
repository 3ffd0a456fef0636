"""The order of an answer's rows: the catalogue's, or the highest and lowest first."""

from collections.abc import Sequence
from typing import Final

from smart7.questions.adding import spread
from smart7.questions.parameters import Parameters
from smart7.questions.question import Question

ORDERED_BY: Final = {
    "indicator": ("cards", "indicator_id", "{table}.position"),
    "domain": ("domains", "domain_id", "{table}.position"),
    "owner": ("units", "unit_id", "{table}.position"),
    "unit": ("units", "unit_id", "{table}.is_sample, {table}.position"),
    "zone": ("breakdowns", "breakdown_id", "{table}.position"),
    "breakdown": ("breakdowns", "breakdown_id", "{table}.dimension, {table}.position"),
}
LISTED: Final = {
    "quality": "quality_rank(m.quality)",
    "aim": "list_position(['convenient', 'economical', 'safe', 'efficient', 'sustainable'], m.aim)",
}


def with_steps(steps: Sequence[tuple[str, str]], last: str) -> str:
    """Return a statement of named steps."""
    written = ",\n".join(f"{name} as (\n    {sql.strip()}\n)" for name, sql in steps)
    return f"with {written}\n{last}"


def order_by(question: Question) -> tuple[str, str]:
    """Return the joins and the keys that order the rows: cells first, then totals."""
    joins, keys = natural_order(question.dimensions)
    if question.order:
        keys.insert(0, f"m.value {'desc' if question.order == 'high' else 'asc'} nulls last")
    return joins, ", ".join(["length(m.kept) desc", *keys])


def natural_order(own: Sequence[str]) -> tuple[str, list[str]]:
    """Return the joins and keys that put the rows into the order of the catalogue."""
    joins, order = "", []
    for name in own:
        if name == "period":
            order += ["m.period_start", "m.period_end", "m.period_kind"]
        elif name in ORDERED_BY:
            table, key, position = ORDERED_BY[name]
            joins += f"\nleft join {table} as o_{name} on o_{name}.{key} = m.{name}"
            order += [position.format(table=f"o_{name}"), f"m.{name}"]
        else:
            order.append(LISTED.get(name, "m.{name}").format(name=name))
    return joins, [*order, "m.is_sample"]


def best(question: Question, given: Parameters) -> str:
    """Return the condition that keeps the first few rows of each column, totals aside."""
    if not question.top:
        return ""
    whole = "".join(f"{name}." for name in question.dimensions)
    across = spread(question.axes[1])
    parts = ", ".join(["m.kept", *(f"m.{column}" for column in across)])
    way = "asc" if question.order == "low" else "desc"
    ties = ", ".join(natural_order(question.dimensions)[1])  # the same rows each time
    return (
        f"\nqualify length(m.kept) < {len(whole)} or row_number() over ("
        f"partition by {parts} order by m.value {way} nulls last, {ties}) <= {given.add('top', question.top)}"
    )
