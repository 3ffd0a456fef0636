"""Which charts an answer can be drawn as, which fits, and what each is drawn from."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from smart7 import beside, charts
from smart7.components.explore import answer
from smart7.components.explore import map as explore_map
from smart7.components.explore.answer import Shown
from smart7.i18n import Lang
from smart7.markup import cards
from smart7.questions import Question
from smart7.words import common
from smart7.words import explore as question_words
from smart7.words import explore_page as words

KINDS: Final = {
    "line": "lines x=period y=value color=series",
    "bar": "groups x=period y=value color=series",
    "ranked": "ranked y=label x=value text=shown",
    "heat": "heat x=period y=series value=value text=number",
    "multiples": "multiples x=period y=value color=series",
    "scatter": "scatter x=value y=value_y text=label",
    "box": "boxes y=series x=value",
}
DRAWN: Final = 40
MOST: Final = 50_000
"""An answer of more figures than this is a table alone: no chart of it can be read."""
FLAT: Final = 25
"""A series this many times smaller than another would lie flat on the axis they share."""


def possible(shown: Shown) -> list[str]:
    """Return the kinds of chart that can show an answer, the fitting one first."""
    own = shown.own[shown.own["value"].notna()]
    if own.empty or len(own) > MOST:
        return []
    along = across(shown)
    series, periods = len(keys(own, along, shown.question)), own[along].nunique() if along else 1
    one_measure = own["indicator"].map(measure_of(shown)).nunique() == 1 if "indicator" in own else True
    line = one_measure and periods > 1 and series <= beside.MOST
    fits = {
        "line": line and along == "period" and alike(own, shown.question) and not of_sizes(shown),
        "heat": one_measure and periods > 1 and series > 1,
        "ranked": one_measure and series > 1,
        "multiples": periods > 1 and series > 1,
        "bar": one_measure and series <= beside.MOST,
        "line ": line and along == "period",
        "scatter": len(pairs(shown)) > 1,
        "box": one_measure and "unit" in own and own["unit"].nunique() > 3,
        explore_map.KIND: explore_map.fits(shown),
    }
    if not one_measure and fits["scatter"] and "unit" in own:
        fits = {"scatter": True} | fits
    return list(dict.fromkeys(kind.strip() for kind, fit in fits.items() if fit))


def alike(own: pd.DataFrame, question: Question) -> bool:
    """Return whether series are of one order of magnitude, so that none lies flat on the axis."""
    names = [name for name in question.dimensions if name != "period"]
    most = own.groupby(names, dropna=False)["value"].max() if names else own["value"]
    return bool(most.max() <= FLAT * max(most.min(), 1e-9)) or bool(own["value"].min() < 0)


def of_sizes(shown: Shown) -> bool:
    """Return whether counts of places of different size stand beside one another; only their course compares."""
    own, question = shown.own, shown.question
    if question.measure not in ("value", "change") or "unit" not in own or own["unit"].nunique() < 2:
        return False
    places = {shown.names.kinds.get(one) for one in own["unit"]} - {"school", "centre", "division", "station", None}
    every = set(own["indicator"]) if "indicator" in own else set(question.indicators)
    return len(places) > 0 and any(shown.names.about[one].over_units == "sum" for one in every)


def measure_of(shown: Shown) -> dict[str, str]:
    """Return the unit of measure of each indicator; shares and indexes have one for all."""
    same = shown.question.measure in ("index", "share", "count")
    return {one: "" if same else about.measure.en for one, about in shown.names.about.items()}


def keys(own: pd.DataFrame, along: str, question: Question) -> pd.DataFrame:
    """Return what tells one series from another."""
    names = [name for name in question.dimensions if name != along]
    return own[[*names, "is_sample"]].drop_duplicates()


def series_names(shown: Shown) -> list[str]:
    """Return the dimensions a series is called by; the one indicator of an answer goes without saying."""
    names = [name for name in shown.question.dimensions if name != across(shown)]
    few = [name for name in names if name != "period" and shown.own[name].nunique() > 1]
    return few or names[:1]


def across(shown: Shown) -> str:
    """Return what stands along the chart: the periods, or else what stands in the columns of the table."""
    columns = shown.question.axes[1]
    return "period" if "period" in shown.question.dimensions else columns[0] if columns else ""


def rows(shown: Shown) -> pd.DataFrame:
    """Return one row a figure with everything charts ask for."""
    own = shown.own[shown.own["value"].notna()]
    lines = answer.records(own)
    names = series_names(shown)
    called = [" · ".join(shown.label(line, name) for name in names) or shown.title for line in lines]
    along, has_period = across(shown), "period" in shown.question.dimensions
    frame = pd.DataFrame({
        "series": called,
        "period": [shown.label(line, along) if along else "" for line in lines],
        "value": own["value"].astype(float).to_numpy(),
        "number": [shown.written(line) for line in lines],
        "shown": [shown.written(line, unit=True) for line in lines],
        "measure": [shown.unit(line).get(shown.lang) for line in lines],
        "quality_name": [answer.quality_words(line["quality_grade"], shown.lang) for line in lines],
        "is_sample": own["is_sample"].astype(bool).to_numpy(),
        "end": (own["period_end"] if has_period else own["last_day"]).to_numpy(),
        "compared": own["compared"].to_numpy(),
        "segment": beside.stretches(own, called) if has_period else 0,
    })  # fmt: skip
    return frame.assign(label=frame["series"]).sort_values("end", kind="stable").reset_index(drop=True)


def with_compared(frame: pd.DataFrame, shown: Shown) -> pd.DataFrame:
    """Return rows with what they are compared with as series of its own, under the same name for all that share it."""
    other = frame[frame["compared"].notna()]
    if other.empty or shown.question.compare == "none":
        return frame
    compare = shown.question.compare
    known = question_words.COMPARISONS.get(compare)
    what = known.get(shown.lang) if known else shown.names.get("unit", compare.removeprefix("unit:"), shown.lang)
    several = other["series"].nunique() > 1
    called = [f"{name} · {what}" if several else what for name in other["series"]]
    other = other.assign(series=called, label=called, value=other["compared"].astype(float), number="", shown=what)
    return pd.concat([frame, other], ignore_index=True).sort_values("end", kind="stable").reset_index(drop=True)


def joined(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows named by their series and what stands along the chart, which a ranking has no axis for."""
    both = [
        f"{name} · {other}" if other else name for name, other in zip(frame["series"], frame["period"], strict=True)
    ]
    return frame.assign(label=both)


def latest_only(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the newest period that most series have, for charts that show one figure each."""
    held = frame.groupby("end")["series"].nunique()
    newest = held[held >= 0.5 * held.max()].index.max()
    found: pd.DataFrame = frame[frame["end"] == newest].reset_index(drop=True)
    return found


def pairs(shown: Shown) -> pd.DataFrame:
    """Return the figures of the two indicators of an answer side by side, one row a thing they are both about."""
    own = shown.own[shown.own["value"].notna()]
    chosen = list(dict.fromkeys(own["indicator"])) if "indicator" in own else []
    if len(chosen) != 2:
        return pd.DataFrame()
    others = [key_of(name) for name in shown.question.dimensions if name != "indicator"]
    sides = [own[own["indicator"] == one] for one in chosen]
    both: pd.DataFrame = sides[0].merge(sides[1], on=[*others, "is_sample"], suffixes=("", "_y"))
    if both.empty and len(others) > 1 and "period_end" in others:
        # An academic year is no fiscal year: then the newest figure of each stands for it, and the axes say so.
        others.remove("period_end")
        newest = [side.sort_values("period_end").groupby([*others, "is_sample"]).tail(1) for side in sides]
        both = newest[0].merge(newest[1], on=[*others, "is_sample"], suffixes=("", "_y"))
    return both


def scatter_rows(shown: Shown) -> pd.DataFrame:
    """Return the points of two indicators, named by what they are both about."""
    both = pairs(shown)
    same = "period_end_y" not in both
    if same and "unit" in both and both["unit"].nunique() > 1 and "period_end" in both:
        both = both[both["period_end"] == both["period_end"].max()]
    lines = answer.records(both)
    few = [
        n for n in shown.question.dimensions
        if n != "indicator" and (same or n != "period") and both[key_of(n)].nunique() > 1
    ]  # fmt: skip
    called = [" · ".join(shown.label(line, name) for name in few) for line in lines]
    axes = [axis(shown, both[name].iloc[0]) for name in ("indicator", "indicator_y")]
    if "period" in shown.question.dimensions and "period" not in few:
        axes = dated(shown, axes, both, same=same)
    said = [
        f"{shown.written(line, unit=True)} / {shown.written(second(line), unit=True)}" for line in lines
    ]  # fmt: skip
    return pd.DataFrame({
        "label": called, "value": both["value"].to_numpy(), "value_y": both["value_y"].to_numpy(),
        "shown": said, "is_sample": both["is_sample"].astype(bool).to_numpy(),
        "said_x": axes[0], "said_y": axes[1],
    })  # fmt: skip


def dated(shown: Shown, axes: list[str], both: pd.DataFrame, *, same: bool) -> list[str]:
    """Return the names of the axes with the period each is about."""
    first = answer.records(both.sort_values("period_end"))[-1]
    other = {name: first[name if same else f"{name}_y"] for name in ("period_kind", "period_start", "period_end")}
    return [f"{axes[0]}, {shown.period(first)}", f"{axes[1]}, {shown.period(other)}"]


def second(line: dict[str, Any]) -> dict[str, Any]:
    """Return the other indicator's side of a pair."""
    return line | {"value": line["value_y"], "indicator": line["indicator_y"]}


def key_of(name: str) -> str:
    """Return the column that tells a dimension apart."""
    return "period_end" if name == "period" else name


def axis(shown: Shown, indicator: str) -> str:
    """Return the name of an axis: the indicator with its unit of measure."""
    measure = shown.names.about[indicator].measure.get(shown.lang)
    return f"{shown.names.get('indicator', indicator, shown.lang)} ({measure})"


def drawn_rows(shown: Shown, kind: str) -> pd.DataFrame:
    """Return the rows a kind of chart is drawn from, the first of very many."""
    if kind == "scatter":
        return scatter_rows(shown)
    frame = rows(shown)
    if kind == "ranked":
        frame = latest_only(frame) if "period" in shown.question.dimensions else joined(frame)
        best = frame.sort_values("value", ascending=False, kind="stable").head(DRAWN)
        return best.reset_index(drop=True)
    if kind == "box":
        kinds = [shown.names.kinds.get(unit, "") for unit in shown.own.loc[shown.own["value"].notna(), "unit"]]
        called = {slug: words_of_kind(slug, shown.lang) for slug in kinds}
        by_name = dict(zip(series_of_units(shown), [called[slug] for slug in kinds], strict=True))
        return frame.assign(label=frame["series"], series=[by_name[name] for name in frame["series"]])
    first = list(dict.fromkeys(frame["series"]))[:DRAWN]
    frame = frame[frame["series"].isin(first)].reset_index(drop=True)
    return with_compared(frame, shown) if kind in ("line", "bar") else frame


def series_of_units(shown: Shown) -> list[str]:
    """Return the name of the series of each figure, in the order of the answer."""
    names = series_names(shown)
    own = shown.own[shown.own["value"].notna()]
    return [" · ".join(shown.label(line, name) for name in names) for line in answer.records(own)]


def words_of_kind(slug: str, lang: Lang) -> str:
    """Return the name of a kind of unit."""
    return common.LEVELS[slug].get(lang) if slug in common.LEVELS else "-"


@st.cache_data(max_entries=200, show_spinner=False)
def spec(snapshot_id: str, question: Question, kind: str, lang: Lang, dark: bool = False) -> charts.Spec:
    """Return the specification of a chart of an answer, built once for all who look at the same."""
    shown = answer.shown(snapshot_id, question, lang)
    return charts.build(KINDS[kind], drawn_rows(shown, kind), lang, dark)


def left_out(shown: Shown, kind: str) -> str:
    """Return what is said when a chart shows fewer than all series, '' when it shows all."""
    series = len(keys(shown.own, across(shown), shown.question))
    if kind in ("scatter", "box") or series <= DRAWN:
        return ""
    return words.FEW_DRAWN.format(shown.lang, drawn=DRAWN, all=series)


def about(shown: Shown, kind: str) -> str:
    """Return which period a chart of single figures is about, and the unit of measure of what is drawn."""
    frame = rows(shown)
    measures = list(dict.fromkeys(frame["measure"]))
    said = [f"{common.MEASURE.get(shown.lang)}: {measures[0]}"] if len(measures) == 1 and measures[0] != "-" else []
    if kind == "ranked" and "period" in shown.question.dimensions:
        periods = list(dict.fromkeys(latest_only(frame)["period"]))
        said.append(f"{common.PERIOD.get(shown.lang)}: {', '.join(periods)}")
    return " · ".join(said)


def small(shown: Shown) -> str:
    """Return small lines as markup that fits any screen, one block for each unit of measure."""
    frame = rows(shown)
    first = list(dict.fromkeys(frame["series"]))[:DRAWN]
    blocks = []
    for _, own in frame[frame["series"].isin(first)].groupby("measure", sort=False):
        each = list(own.groupby("series", sort=False))
        lines = {str(name): [float(value) for value in one["value"]] for name, one in each}
        latest = [str(one["shown"].iloc[-1]) for _, one in each]
        dashed = bool(own["is_sample"].all())
        blocks.append(cards.multiples(lines, latest, dashed=dashed))
    return "".join(blocks)
