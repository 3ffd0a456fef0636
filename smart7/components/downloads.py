"""The rows behind an indicator as a table, and the same rows to take away."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from smart7 import calendar, charts, formats, parts, queries, reading
from smart7.components import data, frame
from smart7.figures import Figure
from smart7.i18n import Lang, Text
from smart7.kept import kept
from smart7.markup import indicator, panels
from smart7.markup.pieces import heading, tag, wrap
from smart7.packs import tables
from smart7.packs.drawing import pictures
from smart7.view import View
from smart7.words import common
from smart7.words import indicator as words

COLUMNS: dict[str, Text] = {
    "period": common.PERIOD,
    "unit": common.UNIT,
    "part": words.PART,
    "value": common.VALUE,
    "measure": common.MEASURE,
    "numerator": common.NUMERATOR,
    "denominator": common.DENOMINATOR,
    "quality": common.QUALITY_NAME,
    "source": common.SOURCE,
    "as_of": common.AS_OF,
    "known_from": words.KNOWN,
    "known_to": words.REPLACED,
    "note": common.NOTE,
    "formula": common.FORMULA,
    "place": words.PLACE,
}
EXPORTED: dict[str, Text] = {
    **COLUMNS,
    "period_kind": words.KIND,
    "period_start": words.START,
    "period_end": words.END,
    "fiscal": words.FISCAL,
    "licence": common.LICENCE,
    "url": words.URL,
}


def show(figure: Figure, view: View) -> None:
    """Draw every figure ever held true of an indicator, revisions included, and the files to take away."""
    asked = data.snapshot(), figure.indicator_id, view.lang, view.sample
    shown, newest = shown_rows(*asked, figure.value_kind, figure.decimals)
    if not shown.num_rows:
        return
    notes = tag("p", view.say(words.ROWS_NOTE), "s7-note") + tag("p", view.say(common.ON_PAPER), "s7-note s7-paper")
    frame.html(f"<div id='rows'>{heading(view.say(words.ROWS))}{notes}</div>")
    height = min(420, 38 * (shown.num_rows + 1) + 4)
    with st.container(key="rows-grid"):
        st.dataframe(shown, hide_index=True, height=height, alt=view.say(words.ROWS))
    frame.html(wrap("div", newest, "s7-rows-told"))
    buttons(figure, view)


@kept(100)
def shown_rows(
    snapshot: str, indicator_id: str, lang: Lang, sample: bool, kind: formats.ValueKind, decimals: int
) -> tuple[pa.Table, str]:
    """Return the rows of an indicator as people read them, and the newest for a telephone; they are of no year."""
    every = held(snapshot, indicator_id, lang, sample)
    written = named(every, COLUMNS, lang)
    days = {COLUMNS[name].get(lang) for name in ("as_of", "known_from", "known_to")}
    told = {
        name: [day_words(day, lang) for day in column] if name in days else column for name, column in written.items()
    }
    return pa.table(told), indicator.newest_rows(every, kind, decimals, lang)


def held(snapshot: str, indicator_id: str, lang: Lang, sample: bool) -> list[dict[str, Any]]:
    """Return every figure ever held true of an indicator; not kept, as the table made of it is."""
    return queries.records(snapshot, "indicator/rows", indicator=indicator_id, lang=lang, sample=sample)


def day_words(day: date | None, lang: Lang) -> str:
    """Return a day as the language writes it, '' for none."""
    return calendar.format_date(day, lang, short=True) if day else ""


def named(rows: list[dict[str, Any]], columns: dict[str, Text], lang: Lang) -> dict[str, list[Any]]:
    """Return the wanted columns under their names; qualities by name, empty columns left out.

    Lists and no frame: an indicator has some hundred rows, and a frame takes longer to be changed than to be read.
    """
    made: dict[str, Callable[[dict[str, Any]], object]] = {
        "quality": lambda row: common.QUALITY[row["quality"]].get(lang),
        "period_kind": lambda row: common.PERIOD_KINDS[row["period_kind"]].get(lang),
        "fiscal": lambda row: calendar.counted(calendar.fiscal_year_of(row["period_end"]), lang),
    }
    written = {name: [made[name](row) if name in made else row[name] for row in rows] for name in columns}
    return {
        columns[name].get(lang): column for name, column in written.items() if any(v not in (None, "") for v in column)
    }


def buttons(figure: Figure, view: View) -> None:
    """Draw the buttons that take the rows and the chart away; files are made when asked for."""
    # The files are made later, outside of the run, so what the run knows goes along.
    snapshot = data.snapshot()
    name = f"{figure.indicator_id}-{snapshot}"
    with st.container(horizontal=True):
        st.download_button(
            view.say(words.CSV), lambda: tables.csv(exported(figure, snapshot, view)), f"{name}.csv", "text/csv",
            on_click="ignore", key="take-csv",
        )  # fmt: skip
        st.download_button(
            view.say(words.XLSX), lambda: workbook(figure, snapshot, view), f"{name}.xlsx", on_click="ignore",
            key="take-xlsx",
        )  # fmt: skip
        if figure.value is not None:
            st.download_button(
                view.say(words.PNG), lambda: picture(figure, snapshot, view), f"{name}.png", "image/png",
                on_click="ignore", key="take-png",
            )  # fmt: skip


def exported(figure: Figure, snapshot: str, view: View) -> pd.DataFrame:
    """Return the rows of an indicator as they are taken away."""
    return pd.DataFrame(named(held(snapshot, figure.indicator_id, view.lang, view.sample), EXPORTED, view.lang))


def workbook(figure: Figure, snapshot: str, view: View) -> bytes:
    """Return an indicator's rows as a workbook that says what they are."""
    about = [
        (view.say(common.INDICATOR), figure.name.get(view.lang)),
        (view.say(common.DETAILS), figure.about.get(view.lang)),
        (view.say(common.MEASURE), figure.measure.get(view.lang)),
        (view.say(common.FORMULA), figure.provenance.formula.get(view.lang)),
        (view.say(common.OWNER), figure.provenance.owner.get(view.lang)),
        (view.say(words.SNAPSHOT), snapshot),
    ]
    rows = held(snapshot, figure.indicator_id, view.lang, view.sample)
    if any(row["quality"] == "sample" for row in rows):
        about.insert(0, (view.say(common.NOTE), view.say(words.SAMPLE_WARNING)))
    sheets = {view.say(words.SHEET_ROWS): exported(figure, snapshot, view)}
    return tables.workbook(sheets, about, view.say(words.SHEET_ABOUT))


def picture(figure: Figure, snapshot: str, view: View) -> bytes:
    """Return an indicator's yearly chart as PNG with its quality, source and snapshot under the title."""
    yearly = parts.indicator_panels(snapshot, figure.indicator_id, view, "")[0]
    rows = reading.rows(snapshot, yearly.name, yearly.parameters)
    qualities = ", ".join(view.say(common.QUALITY[q]) for q in panels.distinct(rows["quality"]))
    sources = "; ".join(panels.distinct(rows["source"]))
    notes = [f"{figure.measure.get(view.lang)} · {figure.unit.get(view.lang) if figure.unit else ''} · {qualities}"]
    notes += [f"{view.say(common.SOURCE)}: {sources} · {snapshot}"]
    if figure.is_sample:
        notes.insert(0, view.say(common.SAMPLE_BADGE))
    return pictures.png(
        charts_copy(yearly.spec(snapshot, view.lang, dark=False)), figure.name.get(view.lang), notes, view.lang
    )


def charts_copy(spec: charts.Spec) -> charts.Spec:
    """Return a specification without what only a browser knows."""
    return {key: value for key, value in spec.items() if key != "usermeta"}
