"""The rows behind an indicator as a table, and the same rows to take away."""

import pandas as pd
import pyarrow as pa
import streamlit as st

from smart7 import calendar, charts, parts, reading
from smart7.components import data, frame
from smart7.figures import Figure
from smart7.i18n import Text
from smart7.kept import kept
from smart7.markup import panels
from smart7.markup.pieces import heading, tag
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


def row_table(indicator_id: str, rows: pd.DataFrame, view: View) -> None:
    """Draw every figure ever held true of an indicator, revisions included."""
    frame.html(f"<div id='rows'>{heading(view.say(words.ROWS))}{tag('p', view.say(words.ROWS_NOTE), 's7-note')}</div>")
    st.dataframe(
        shown_rows(data.snapshot(), indicator_id, view),
        hide_index=True,
        height=min(420, 38 * (len(rows) + 1) + 4),
        alt=view.say(words.ROWS),
    )


@kept(400)
def shown_rows(snapshot: str, indicator_id: str, view: View) -> pa.Table:
    """Return the rows of an indicator as people read them."""
    wanted = reading.asked(indicator=indicator_id, lang=view.lang, sample=view.sample)
    rows = reading.rows(snapshot, "indicator/rows", wanted)
    days = {name: [day_words(day, view) for day in rows[name]] for name in ("as_of", "known_from", "known_to")}
    return pa.Table.from_pandas(named(rows.assign(**days), COLUMNS, view), preserve_index=False)


def day_words(day: pd.Timestamp, view: View) -> str:
    """Return a day as the language writes it, '' for none."""
    return "" if pd.isna(day) else calendar.format_date(day.date(), view.lang, short=True)


def named(rows: pd.DataFrame, columns: dict[str, Text], view: View) -> pd.DataFrame:
    """Return the wanted columns under their names; qualities by name, empty columns left out."""
    written = rows.assign(
        quality=[view.say(common.QUALITY[quality]) for quality in rows["quality"]],
        period_kind=[view.say(common.PERIOD_KINDS[kind]) for kind in rows["period_kind"]],
        fiscal=[view.counted(calendar.fiscal_year_of(day)) for day in rows["period_end"].dt.date],
    )
    filled = [name for name in columns if name in written and (written[name].notna() & (written[name] != "")).any()]
    return written[filled].rename(columns={name: view.say(columns[name]) for name in filled})


def buttons(figure: Figure, rows: pd.DataFrame, view: View) -> None:
    """Draw the buttons that take the rows and the chart away; files are made when asked for."""
    # The files are made later, outside of the run, so what the run knows goes along.
    snapshot = data.snapshot()
    name = f"{figure.indicator_id}-{snapshot}"
    with st.container(horizontal=True):
        st.download_button(
            view.say(words.CSV), lambda: tables.csv(named(rows, EXPORTED, view)), f"{name}.csv", "text/csv",
            on_click="ignore", key="take-csv",
        )  # fmt: skip
        st.download_button(
            view.say(words.XLSX), lambda: workbook(figure, rows, snapshot, view), f"{name}.xlsx", on_click="ignore",
            key="take-xlsx",
        )  # fmt: skip
        if figure.value is not None:
            st.download_button(
                view.say(words.PNG), lambda: picture(figure, snapshot, view), f"{name}.png", "image/png",
                on_click="ignore", key="take-png",
            )  # fmt: skip


def workbook(figure: Figure, rows: pd.DataFrame, snapshot: str, view: View) -> bytes:
    """Return an indicator's rows as a workbook that says what they are."""
    about = [
        (view.say(common.INDICATOR), figure.name.get(view.lang)),
        (view.say(common.DETAILS), figure.about.get(view.lang)),
        (view.say(common.MEASURE), figure.measure.get(view.lang)),
        (view.say(common.FORMULA), figure.provenance.formula.get(view.lang)),
        (view.say(common.OWNER), figure.provenance.owner.get(view.lang)),
        (view.say(words.SNAPSHOT), snapshot),
    ]
    if (rows["quality"] == "sample").any():
        about.insert(0, (view.say(common.NOTE), view.say(words.SAMPLE_WARNING)))
    sheets = {view.say(words.SHEET_ROWS): named(rows, EXPORTED, view)}
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
