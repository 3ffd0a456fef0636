"""What an answer lacks and what it was made from: the figures themselves, as they were handed in."""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from collections.abc import Mapping

import pandas as pd

from smart7 import store
from smart7.i18n import Lang, Text
from smart7.questions import figures
from smart7.questions.link import period_of
from smart7.questions.names import Names
from smart7.questions.parameters import Parameters
from smart7.questions.question import Question
from smart7.words import explore as words


def notes(snapshot_id: str, question: Question, frame: pd.DataFrame, known: Names) -> list[Text]:
    """Return why each indicator that was asked for is not in the answer, alike ones together."""
    if question.counts:
        return []
    lacking = [one for one in question.indicators if one not in set(frame["indicator"].dropna())]
    if not lacking:
        return []
    reasons: dict[str, list[str]] = {}
    for one, reason in why(snapshot_id, question, lacking).items():
        reasons.setdefault(reason, []).append(one)
    return [said(reason, which, known) for reason, which in reasons.items()]


def said(reason: str, indicators: list[str], known: Names) -> Text:
    """Return a reason with the names of the indicators it holds for."""

    def listed(lang: Lang) -> str:
        return ", ".join(known.get("indicator", one, lang) for one in indicators)

    text = words.MISSING[reason]
    return Text(text.format("th", names=listed("th")), text.format("en", names=listed("en")))


def why(snapshot_id: str, question: Question, indicators: list[str]) -> dict[str, str]:
    """Return the first condition of a question that leaves nothing of an indicator, for each."""
    given = Parameters()
    one_of = given.among("s.indicator_id", "indicator", indicators)
    units = figures.unit_condition(question, given)
    part = figures.part_condition(question, given)
    if "breakdown" in question.dimensions:
        part = "s.breakdown <> ''"
    sample = "true" if question.sample else "not s.is_sample"
    start = f"s.period_end >= {given.add('start', question.start)}" if question.start else "true"
    end = f"s.period_end <= {given.add('end', question.end)}" if question.end else "true"
    sql = f"""select s.indicator_id, bool_or({units}) as units, bool_or({units} and {sample}) as sample,
        bool_or({units} and {sample} and {part}) as part,
        bool_or({units} and {sample} and {part} and {start} and {end}) as time
    from series as s
    {figures.JOINS}
    where {one_of}
    group by s.indicator_id"""
    rows = store.select(snapshot_id, sql, given).set_index("indicator_id")
    parts = "whole" if {"breakdown", "zone"} & set(question.dimensions) else "parts"
    steps = {"units": "units", "sample": "sample", "part": parts, "time": "time"}
    found = {}
    for one in indicators:
        failed = [reason for step, reason in steps.items() if one in rows.index and not rows.loc[one, step]]
        found[one] = "nothing" if one not in rows.index else (failed[0] if failed else "period")
    return found


def behind(question: Question, cell: Mapping[str, str], limit: int) -> tuple[str, dict[str, object]]:
    """Return the statement and parameters of the figures behind a cell."""
    given = Parameters()
    sql = f"""select
    o.indicator_id as indicator, o.unit_id as unit, o.breakdown, o.period_kind, o.period_start, o.period_end,
    o.value, o.numerator, o.denominator, o.partial, o.quality, o.source_id, o.as_of, o.note_th, o.note_en,
    v.is_sample, '' as kept, null::varchar as reason
{handed_in(question, cell, given)}
order by o.period_start desc, o.indicator_id, v.position, o.breakdown
limit {given.add("limit", limit)}"""
    return sql, dict(given)


def sources(question: Question) -> tuple[str, dict[str, object]]:
    """Return the statement and parameters of the sources of all the figures behind an answer."""
    given = Parameters()
    return f"select distinct o.source_id\n{handed_in(question, {}, given)}\norder by o.source_id", dict(given)


def handed_in(question: Question, cell: Mapping[str, str], given: Parameters) -> str:
    """Return FROM and WHERE of the figures behind a cell, as they were handed in."""
    units = figures.unit_condition(question.with_(units=(cell["unit"],)) if "unit" in cell else question, given)
    wheres = ["o.known_to is null", *cell_conditions(question, cell, given)]
    if question.indicators:
        wheres.append(given.among("o.indicator_id", "indicator", question.indicators))
    if not question.sample:
        wheres.append("not v.is_sample")
    if question.start:
        wheres.append(f"o.period_end >= {given.add('start', question.start)}")
    if question.end:
        wheres.append(f"o.period_end <= {given.add('end', question.end)}")
    # A parent's figure that it does not report itself is made of its units'.
    whose = f"""exists (
        select 1 from units as u
        where ({units}) and (u.unit_id = o.unit_id or (
            u.unit_id = v.parent and v.kind = i.level and i.over_units <> 'none'
            and not exists (
                select 1 from held as own where own.indicator_id = o.indicator_id and own.unit_id = u.unit_id
            )
        ))
    )"""
    where = "\n  and ".join([*wheres, whose])
    return f"""from observations as o
join indicators as i on i.indicator_id = o.indicator_id
join units as v on v.unit_id = o.unit_id
where {where}"""


def cell_conditions(question: Question, cell: Mapping[str, str], given: Parameters) -> list[str]:
    """Return what a figure must hold to be behind a cell."""
    columns = {
        "indicator": "o.indicator_id", "domain": "i.domain_id", "owner": "i.owner", "unit_kind": "v.kind",
        "zone": "o.breakdown", "breakdown": "o.breakdown", "quality": "o.quality",
    }  # fmt: skip
    found = [f"{columns[name]} = {given.add(f'cell_{name}', slug)}" for name, slug in cell.items() if name in columns]
    if "aim" in cell:
        aim = given.add("cell_aim", cell["aim"])
        found.append(f"o.indicator_id in (select indicator_id from indicator_aims where aim = {aim})")
    if not {"zone", "breakdown"} & set(cell) and not question.counts:
        found.append("o.breakdown = ''")
    if "period" in cell:
        period = period_of(cell["period"])
        found.append(f"o.period_end between {given.add('first', period.start)} and {given.add('last', period.end)}")
        if not question.counts:
            found.append(f"o.period_start >= {given.add('first', period.start)}")
    return found
