"""What a blank of the sentence may be filled with: values that have figures, counted, narrowed by the rest."""

# ruff: noqa: S608 - pieces of SQL are written here; every value is a parameter.

from dataclasses import dataclass
from typing import Final

from smart7 import calendar, store
from smart7.i18n import Lang
from smart7.questions import figures
from smart7.questions.figures import Scope
from smart7.questions.link import slug_of
from smart7.questions.names import names
from smart7.questions.parameters import Parameters
from smart7.questions.question import COMPARISONS, PERIODS, SPLITS, Question
from smart7.words import explore as words


@dataclass(frozen=True, slots=True)
class Facet:
    """One value a blank may take: its slug, what it is called, how many figures it leaves, and its group."""

    slug: str
    name: str
    count: int
    group: str = ""


def facets(snapshot_id: str, question: Question, blank: str, lang: Lang = "th", search: str = "") -> list[Facet]:
    """Return what a blank offers, in the order of the language; `search` keeps names that hold its words."""
    found = OFFERS[blank](snapshot_id, question, lang)
    wanted = search.casefold().split()
    return [one for one in found if all(word in one.name.casefold() or word in one.slug for word in wanted)]


def source(question: Question, given: Parameters, blank: str) -> str:
    """Return FROM and WHERE of the figures that everything but a blank leaves."""
    less = question.cleared(blank) if blank in ("indicators", "units", "start", "end") else question
    units = figures.unit_condition(less, given) if less.units else "true"
    scope = Scope(units, less.start, less.end)
    where = " and ".join(figures.conditions(every_part(less), scope, given, "s.period_end"))
    return f"from holdings as s\n{figures.JOINS}\nwhere {where}"


def every_part(question: Question) -> Question:
    """Return the question about wholes and parts alike: a figure is a figure."""
    whose = tuple(one for one in question.units if not one.startswith("zone:"))
    return question.with_(units=whose, split=("breakdown",), rows=(), columns=())


def indicators(snapshot_id: str, question: Question, lang: Lang) -> list[Facet]:
    """Return the indicators with figures, by domain and name."""
    given = Parameters(lang=lang)
    sql = f"""with counted as (
        select s.indicator_id, sum(s.figures)::bigint as figures
        {source(question, given, "indicators")} group by s.indicator_id
    )
    select indicator_id, in_language($lang, i.name_th, i.name_en) as name, figures,
        in_language($lang, d.name_th, d.name_en) as domain
    from counted join indicators as i using (indicator_id) join domains as d using (domain_id)
    order by d.position, name collate th"""
    return listed(snapshot_id, sql, given)


def units(snapshot_id: str, question: Question, lang: Lang) -> list[Facet]:
    """Return kinds of unit, zones and units with figures; real ones first."""
    given = Parameters(lang=lang)
    sql = f"""with counted as (
        select s.unit_id, sum(s.figures)::bigint as figures {source(question, given, "units")} group by s.unit_id
    )
    select u.unit_id, in_language($lang, u.name_th, u.name_en) as name, figures, u.kind, u.is_sample
    from counted join units as u using (unit_id)
    order by u.is_sample, list_position(['city', 'school', 'division', 'centre'], u.kind) nulls last, u.kind,
        name collate th"""
    rows = store.select(snapshot_id, sql, given)
    kinds: dict[str, int] = {}
    samples: dict[str, int] = {}
    for kind, count, is_sample in zip(rows["kind"], rows["figures"], rows["is_sample"], strict=True):
        kinds[kind] = kinds.get(kind, 0) + int(count)
        if is_sample:
            samples[kind] = samples.get(kind, 0) + int(count)
    whole = words.UNIT_GROUPS["kind"].get(lang)
    found = [Facet(f"kind:{kind}", words.EVERY_KIND[kind].get(lang), n, whole) for kind, n in kinds.items()]
    group = words.UNIT_GROUPS["sample"].get(lang)
    found += [Facet(f"sample:{kind}", words.EVERY_SAMPLE[kind].get(lang), n, group) for kind, n in samples.items()]
    found += zones(snapshot_id, question, lang)
    return found + [
        Facet(one, name, int(count), words.UNIT_GROUPS[kind].get(lang))
        for one, name, count, kind, _ in rows.itertuples(index=False, name=None)
    ]


def zones(snapshot_id: str, question: Question, lang: Lang) -> list[Facet]:
    """Return the zones with figures."""
    given = Parameters(lang=lang)
    less = question.with_(units=())
    where = " and ".join(
        figures.conditions(every_part(less), Scope("true", less.start, less.end), given, "s.period_end")
    )
    group = given.add("group", words.UNIT_GROUPS["zone"].get(lang))
    # Parts are counted at the build; only bounds of time need the figures themselves.
    table, number = ("series", "count(*)") if less.start or less.end else ("parts_held", "sum(s.figures)::bigint")
    sql = f"""with counted as (
        select s.breakdown, {number} as figures from {table} as s
        where s.breakdown in (select breakdown_id from breakdowns where dimension = 'zone') and {where}
        group by s.breakdown
    )
    select 'zone:' || s.breakdown, in_language($lang, b.name_th, b.name_en), figures, {group}
    from counted as s join breakdowns as b on b.breakdown_id = s.breakdown
    order by b.position"""
    return listed(snapshot_id, sql, given)


def listed(snapshot_id: str, sql: str, given: Parameters) -> list[Facet]:
    """Return the rows of a statement as values of a blank."""
    rows = store.select(snapshot_id, sql, given)
    return [Facet(str(a), str(b), int(c), str(d)) for a, b, c, d in rows.itertuples(index=False, name=None)]


def starts(snapshot_id: str, question: Question, lang: Lang) -> list[Facet]:
    """Return the fiscal years, quarters and months that figures begin a time in."""
    return times(snapshot_id, question, lang, "start")


def ends(snapshot_id: str, question: Question, lang: Lang) -> list[Facet]:
    """Return the fiscal years, quarters and months that figures end a time in."""
    return times(snapshot_id, question, lang, "end")


def times(snapshot_id: str, question: Question, lang: Lang, blank: str) -> list[Facet]:
    """Return the periods in which figures end, newest first; quarters and months only where figures have them."""
    given = Parameters()
    sql = f"""select s.period_kind, s.period_end, sum(s.figures)::bigint as figures
    {source(question, given, blank)}
    group by all order by s.period_end desc"""
    rows = store.select(snapshot_id, sql, given)
    found: dict[tuple[int, calendar.Period], int] = {}
    kinds: tuple[calendar.PeriodKind, ...] = ("fiscal_year", "quarter", "month")
    for kind, end, count in rows.itertuples(index=False, name=None):
        fits = kinds[: 3 if kind == "month" else 2 if kind == "quarter" else 1]
        for rank, one in enumerate(fits):
            key = (rank, calendar.containing(one, end.date()))
            found[key] = found.get(key, 0) + int(count)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], -item[0][1].start.toordinal()))
    return [
        Facet(
            slug_of(period), calendar.label(period, lang, short=lang == "en"), count, words.TIMES[period.kind].get(lang)
        )
        for (_, period), count in ordered
    ]


def periods(snapshot_id: str, question: Question, lang: Lang) -> list[Facet]:
    """Return the ways to tell time apart, with the figures each can show."""
    given = Parameters()
    sql = f"""select s.period_kind, i.period_kind as native, i.due_days is not null as owed,
        sum(s.figures)::bigint as figures
    {source(question, given, "period")}
    group by all"""
    counts = dict.fromkeys(PERIODS, 0)
    rows = store.select(snapshot_id, sql, given).itertuples(index=False, name=None)
    for kind, native, owed, count in rows:
        for one in PERIODS:
            counts[one] += int(count) * tells(one, kind, native, owed)
    return [Facet(one, words.PERIODS[one].get(lang), counts[one]) for one in PERIODS if counts[one]]


def tells(period: str, kind: str, native: str, owed: bool) -> bool:
    """Return whether a figure of a kind of period can be shown by a kind of period."""
    if period == "as_is":
        return True
    if period in ("year", "whole"):
        return kind == native
    adds = owed and native in figures.SMALLER[period]
    return kind == (native if adds else period)


def comparisons(snapshot_id: str, question: Question, lang: Lang) -> list[Facet]:
    """Return what can be compared with: the target, the year before, the city and other units."""
    given = Parameters()
    sql = f"""with own as (
        select s.indicator_id, s.unit_id, s.period_kind, s.period_start, s.period_end, s.is_sample, s.whole
        {source(question, given, "compare")} and s.whole > 0
    )
    select 'target' as slug, coalesce(sum(whole), 0)::bigint as figures
    from own as o semi join targets as t
        on t.indicator_id = o.indicator_id and t.unit_id = o.unit_id
       and in_force(o.period_end, t.period_from, t.period_to)
    union all
    select 'last_year', coalesce(sum(whole), 0)::bigint
    from own as o semi join own as y
        on y.indicator_id = o.indicator_id and y.unit_id = o.unit_id and y.period_kind = o.period_kind
       and y.period_start = (o.period_start - interval 1 year)::date
    union all
    select 'unit:' || s.unit_id, sum(s.whole)::bigint
    from holdings as s
    semi join (select distinct indicator_id, is_sample, period_kind, period_start from own) as o
        on s.indicator_id = o.indicator_id and s.is_sample = o.is_sample and s.period_kind = o.period_kind
       and s.period_start = o.period_start
    where s.whole > 0
    group by s.unit_id"""
    counts = dict(store.select(snapshot_id, sql, given).itertuples(index=False, name=None))
    known = names(snapshot_id)
    counts["city"] = sum(n for one, n in counts.items() if known.kinds.get(one.removeprefix("unit:")) == "city")
    found = [
        Facet(one, words.COMPARISONS[one].get(lang), int(counts.get(one, 0))) for one in COMPARISONS if one != "none"
    ]
    alone = question.units[0] if len(question.units) == 1 else ""
    others = [
        Facet(one, known.get("unit", one.removeprefix("unit:"), lang), int(count), words.DIMENSIONS["unit"].get(lang))
        for one, count in counts.items()
        if one.startswith("unit:") and one != f"unit:{alone}"
    ]
    return [one for one in found if one.count] + sorted(others, key=lambda one: (-one.count, one.name))


def splits(snapshot_id: str, question: Question, lang: Lang) -> list[Facet]:
    """Return what the answer can be split by, with how many values each has; only what has two or more."""
    given = Parameters()
    sql = f"""with own as (
        select distinct s.indicator_id, s.unit_id, s.quality_rank, i.domain_id, i.owner, u.kind
        {source(question, given, "split")}
    ),
    parts as (
        select distinct p.breakdown, b.dimension
        from parts_held as p
        semi join own as o on o.indicator_id = p.indicator_id and o.unit_id = p.unit_id
        join breakdowns as b on b.breakdown_id = p.breakdown
    )
    select count(distinct indicator_id) as indicator, count(distinct domain_id) as domain,
        count(distinct owner) as owner, count(distinct unit_id) as unit, count(distinct kind) as unit_kind,
        count(distinct quality_rank) as quality, (select count(*) from parts) as breakdown,
        (select count(*) from parts where dimension = 'zone') as zone,
        (select count(distinct aim) from indicator_aims where indicator_id in (select indicator_id from own)) as aim
    from own"""
    row = store.select(snapshot_id, sql, given).iloc[0]
    counts = {str(name): int(row[name]) for name in row.index}
    found = [Facet(one, words.DIMENSIONS[one].get(lang), int(counts[one])) for one in SPLITS]
    return [one for one in found if one.count > 1 or (one.slug in ("breakdown", "zone") and one.count)]


OFFERS: Final = {
    "indicators": indicators, "units": units, "start": starts, "end": ends, "period": periods, "compare": comparisons,
    "split": splits,
}  # fmt: skip
