"""The rows behind an indicator as a table, and the same rows to take away."""

import pandas as pd
import pyarrow as pa
import streamlit as st

from smart7 import calendar, charts, parts, reading
from smart7.components import data, frame
from smart7.figures import Figure
from smart7.i18n import Lang, Text
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


def show(figure: Figure, view: View) -> None:
    """Draw every figure ever held true of an indicator, revisions included, and the files to take away."""
    shown = shown_rows(data.snapshot(), figure.indicator_id, view.lang, view.sample)
    if not shown.num_rows:
        return
    notes = tag("p", view.say(words.ROWS_NOTE), "s7-note") + tag("p", view.say(common.ON_PAPER), "s7-note s7-paper")
    frame.html(f"<div id='rows'>{heading(view.say(words.ROWS))}{notes}</div>")
    height = min(420, 38 * (shown.num_rows + 1) + 4)
    st.dataframe(shown, hide_index=True, height=height, alt=view.say(words.ROWS))
    buttons(figure, view)


@kept(400)
def shown_rows(snapshot: str, indicator_id: str, lang: Lang, sample: bool) -> pa.Table:
    """Return the rows of an indicator as people read them; they are of no year."""
    found = held(snapshot, indicator_id, lang, sample)
    days = {name: [day_words(day, lang) for day in found[name]] for name in ("as_of", "known_from", "known_to")}
    return pa.Table.from_pandas(named(found.assign(**days), COLUMNS, lang), preserve_index=False)


def held(snapshot: str, indicator_id: str, lang: Lang, sample: bool) -> pd.DataFrame:
    """Return every figure ever held true of an indicator."""
    return reading.rows(snapshot, "indicator/rows", reading.asked(indicator=indicator_id, lang=lang, sample=sample))


def day_words(day: pd.Timestamp, lang: Lang) -> str:
    """Return a day as the language writes it, '' for none."""
    return "" if pd.isna(day) else calendar.format_date(day.date(), lang, short=True)


def named(rows: pd.DataFrame, columns: dict[str, Text], lang: Lang) -> pd.DataFrame:
    """Return the wanted columns under their names; qualities by name, empty columns left out."""
    written = rows.assign(
        quality=[common.QUALITY[quality].get(lang) for quality in rows["quality"]],
        period_kind=[common.PERIOD_KINDS[kind].get(lang) for kind in rows["period_kind"]],
        fiscal=[calendar.counted(calendar.fiscal_year_of(day), lang) for day in rows["period_end"].dt.date],
    )
    filled = [name for name in columns if name in written and (written[name].notna() & (written[name] != "")).any()]
    return written[filled].rename(columns={name: columns[name].get(lang) for name in filled})


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
    return named(held(snapshot, figure.indicator_id, view.lang, view.sample), EXPORTED, view.lang)


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
    if (rows["quality"] == "sample").any():
        about.insert(0, (view.say(common.NOTE), view.say(words.SAMPLE_WARNING)))
    sheets = {view.say(words.SHEET_ROWS): named(rows, EXPORTED, view.lang)}
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
