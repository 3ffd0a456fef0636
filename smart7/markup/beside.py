"""What stands round the chart that sets other places beside an indicator's own: what it shows, and a table."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from smart7 import formats
from smart7.beside import Drawing, newest, one_period
from smart7.i18n import Lang
from smart7.markup import panels
from smart7.markup.pieces import heading, link, more, table, tag, wrap
from smart7.view import View
from smart7.words import beside as words
from smart7.words import common
from smart7.words import panels as panel_words

PERIODS_MOST: Final = 40
"""More periods than this are for the explorer."""


def above(rows: pd.DataFrame, drawn: Drawing, view: View) -> str:
    """Return the title and, in a sentence, what is compared and how."""
    text = {"values": words.VALUES, "index": words.INDEX, "table": words.TABLE}[drawn.how]
    if drawn.how == "values" and drawn.rows["other"].notna().any():
        text = words.NEARLY
    said = [view.say(text, base=drawn.base), about_own(rows, drawn, view)]
    if drawn.how == "values":
        said.append(f"{view.say(common.MEASURE)}: {rows['measure'].iloc[0]}")
    if drawn.how == "table" and "index" in set(rows["drawn"]):
        said.append(view.say(words.COUNTS))
    return heading(view.say(words.TITLE)) + tag("p", " ".join(text for text in said if text), "s7-note")


def about_own(rows: pd.DataFrame, drawn: Drawing, view: View) -> str:
    """Return which line is our own, or that there is no figure of our own; '' where no place is ours alone."""
    own = rows[rows["own"].astype(bool)]
    if own["label"].nunique() != 1:
        return ""
    name = str(own["label"].iloc[0])
    if own["value"].isna().all():
        return view.say(words.OWN_LACKS, own=name)
    return view.say(words.STRONG, own=name) if drawn.rows["own"].any() else ""


def below(rows: pd.DataFrame, drawn: Drawing, medians: Sequence[dict[str, Any]], view: View) -> str:
    """Return what the chart leaves out, the newest figure of each place, and every year of each."""
    last = panels.shown(newest(rows), "indicator/beside", view.lang)
    said = [*left_out(drawn, view), view.say(words.MIXED) if drawn.mixed else ""]
    said.append("" if one_period(last) else view.say(words.NO_RANK))
    notes = "".join(tag("p", text, "s7-note") for text in said if text)
    return newest_table(last, medians, view) + notes + every_year(rows, drawn, view)


def left_out(drawn: Drawing, view: View) -> list[str]:
    """Return which places the chart does not show, and why."""
    kinds = ((words.NO_BASE, drawn.baseless), (words.TOO_MANY, drawn.too_many))
    return [view.say(text, names=", ".join(places), base=drawn.base) for text, places in kinds if places]


def newest_table(last: pd.DataFrame, medians: Sequence[dict[str, Any]], view: View) -> str:
    """Return the newest figure of each place with period, quality and source, then what differs.

    Places keep their order; a mark beside a name leads to what differs.
    """
    head = [words.PLACE, words.NEWEST, common.PERIOD, common.QUALITY_NAME, common.SOURCE]
    places = panels.figures_of(last)
    differs = list(dict.fromkeys(text for row in places if (text := differing(row, view))))
    marks = {text: f" {words.MARKS[n % len(words.MARKS)]}" for n, text in enumerate(differs)} | {"": ""}
    rows = [[row["label"] + marks[differing(row, view)], *newest_cells(row, view)] for row in places]
    rows += [median_row(one, last, view) for one in medians]
    notes = "".join(tag("p", f"{marks[text].strip()} {text}", "s7-note") for text in differs)
    titles = [view.say(text) for text in head]
    return table(titles, rows, caption=view.say(words.CAPTION), numbers=[1], sentences=[4], seen=True) + notes


def newest_cells(row: dict[str, Any], view: View) -> list[str]:
    """Return value, period, quality and source of a place, or that it has no figure."""
    if row["value"] != row["value"]:
        return [view.say(words.NO_FIGURE), formats.MISSING, formats.MISSING, formats.MISSING]
    return [row["shown"], row["period"], row["quality_name"], row["source"]]


def differing(row: dict[str, Any], view: View) -> str:
    """Return what differs from the indicator of the page, '' where nothing is known to."""
    differs, other = (row[name] if isinstance(row[name], str) else "" for name in ("differs", "other"))
    return view.say(words.OTHER, name=other, differs=differs) if other else differs


def median_row(one: dict[str, Any], last: pd.DataFrame, view: View) -> list[str]:
    """Return the middle of what is compared with as a row: worked out here, of its own period."""
    about = last.iloc[0]
    shown = panels.with_measure(one["median"], about["measure"], int(about["decimals"]), view.lang)
    name = view.say(words.MEDIANS[one["unit_kind"]], count=one["peers"])
    return [name, shown, one["period"], view.say(common.QUALITY["modelled"]), view.say(words.BY_US)]


def every_year(rows: pd.DataFrame, drawn: Drawing, view: View) -> str:
    """Return the figures behind the chart as a table that opens on demand: a period a row, a place a column."""
    known = rows.loc[drawn.rows.index] if len(drawn.rows) else rows[rows["value"].notna()]
    numbers = [formats.number(v, d, view.lang) for v, d in zip(known["value"], known["decimals"], strict=True)]
    cells = known.assign(number=numbers).sort_values(["period_end", "period_start"])
    places = list(dict.fromkeys(known["label"]))
    at = {(period, place): n for period, place, n in zip(cells["period"], cells["label"], cells["number"], strict=True)}
    periods = list(dict.fromkeys(cells["period"]))[-PERIODS_MOST:]
    body = [[period, *(at.get((period, place), formats.MISSING) for place in places)] for period in periods]
    head = [view.say(common.PERIOD), *places]
    return more(view.say(words.EVERY), table(head, body, caption=view.say(words.EVERY), numbers=range(1, len(head))))


def ask_on(rows: pd.DataFrame, indicator_id: str, drawn: Drawing, view: View) -> str:
    """Return the way to the same places in the explorer, where every figure can be taken away."""
    same = rows[rows["value"].notna() & rows["other"].isna()]
    places = "~".join(dict.fromkeys(same["unit_id"]))
    asked = {"v": "1", "show": indicator_id, "of": places, "split": "unit"}
    measure = {"measure": "index"} if drawn.how == "index" else {}
    there = link(view.say(words.ASK_ON), view.address("explore", **asked, **measure))
    return wrap("p", there, "s7-note") if same["unit_id"].nunique() > 1 else ""


def alternative(rows: pd.DataFrame, title: str, view: View) -> str:
    """Return what the chart says to those who do not see it: the newest figure of each place."""
    last = panels.shown(newest(rows[rows["value"].notna()]), "", view.lang)
    said = [
        view.say(words.SUMMARY, place=row["label"], value=row["shown"], period=row["period"])
        for row in panels.figures_of(last)
    ]
    return view.say(panel_words.ALT, title=f"{title}, {view.say(words.TITLE)}", summary="; ".join(said))


def drawn_rows(drawn: Drawing, rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Return the rows to draw, with what they publish to be shown when pointed at and places named shortly."""
    published = panels.shown(rows[rows["value"].notna()], "", lang)
    texts = published[["shown", "quality_name"]]
    return drawn.rows.join(texts).assign(series=[short(name, lang) for name in drawn.rows["label"]])


def short(name: str, lang: Lang) -> str:
    """Return how a place is called at the end of a line."""
    for long, less in words.SHORTER:
        name = name.replace(long.get(lang), less.get(lang))
    return name
