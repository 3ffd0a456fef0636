"""The indicator page: its series with target and events, by unit, its parts, its rows, how it is worked out."""

from typing import Any

import pandas as pd
import streamlit as st

from smart7 import catalog, charts, formats, queries, theme
from smart7.components import cards, data, downloads, frame, link, panels
from smart7.components.frame import View
from smart7.components.markup import table, tag, wrap
from smart7.figures import Figure
from smart7.i18n import Lang, Text
from smart7.words import common
from smart7.words import indicator as words


def show(view: View) -> None:
    """Draw the choice of indicator and everything known of it."""
    found = {f.indicator_id: f for f in data.headline_figures("", view.until, view.sample)}
    first = next(iter(found))
    chosen = link.pick("id", list(found), first, keep=False)
    link.show_notices(view.lang)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        indicator_bar(found, chosen, first, view)
        frame.period_bar(view)
    figure = found[chosen]
    frame.html(head(figure, view))
    given = {"indicator": chosen, "lang": view.lang, "until": view.until, "sample": view.sample}
    draw("indicator/yearly", given, words.YEARLY, figure, view)
    if figure.native_kind in ("month", "quarter"):
        draw("indicator/monthly", given, words.MONTHLY, figure, view)
    draw_units(given, figure, view)
    draw("indicator/parts", given, words.PARTS, figure, view)
    events = data.rows("indicator/events", indicator=chosen, lang=view.lang)
    if not events.empty:
        frame.html(frame.heading(view.say(words.EVENTS)) + panels.timeline(panels.figures_of(events), view))
    rows = data.rows("indicator/rows", indicator=chosen, lang=view.lang, sample=view.sample)
    frame.html(definition(figure, view))
    if not rows.empty:
        downloads.row_table(rows, view)
        downloads.buttons(figure, rows, given, view)


def indicator_bar(found: dict[str, Figure], chosen: str, first: str, view: View) -> None:
    """Draw the choice of an indicator, named with its domain."""
    st.session_state["bar-indicator"] = chosen
    st.selectbox(
        view.say(words.CHOOSE),
        list(found),
        key="bar-indicator",
        format_func=lambda i: f"{found[i].name.get(view.lang)} · {domain_name(found[i], view)}",
        on_change=lambda: link.put("id", st.session_state["bar-indicator"], first, keep=False),
        width=520,
    )


def domain_name(figure: Figure, view: View) -> str:
    """Return the name of a figure's domain."""
    return catalog.domain(figure.domain_id).name.get(view.lang)


def head(figure: Figure, view: View) -> str:
    """Return what an indicator counts, and its card."""
    about = tag(
        "p",
        figure.about.get(view.lang),
        "s7-definition",
        style=f"--s7-card:var(--s7-domain-{figure.domain_id})",
    )
    return about + cards.grid([figure], view, data.snapshot())


def draw(name: str, given: dict[str, Any], title: Text, figure: Figure, view: View) -> None:
    """Draw one chart of an indicator with its credit and its numbers, where it has any rows."""
    wanted = {key: given[key] for key in queries.get(name).params}
    rows = data.rows(name, **wanted)
    if len(rows) < (2 if name == "indicator/monthly" else 1):
        return
    said = view.say(title)
    frame.html(frame.heading(said))
    spec = chart(data.snapshot(), name, tuple(sorted(wanted.items())), view.lang, view.dark)
    alt = panels.alternative(f"{figure.name.get(view.lang)}, {said}", rows.assign(label=rows["period"]), view)
    st.vega_lite_chart(spec, theme=None, width="stretch", alt=alt, key=f"chart-{name}")
    written = panels.shown(rows, name, view.lang)
    frame.html(panels.credit(rows, view) + panels.numbers(written, said, view))


def draw_units(given: dict[str, Any], figure: Figure, view: View) -> None:
    """Draw an indicator by unit and year as a heat map, and schools as small multiples."""
    if figure.level not in ("school", "centre", "division"):
        return
    rows = data.rows("indicator/by_unit", **{key: given[key] for key in queries.get("indicator/by_unit").params})
    if rows.empty:
        return
    draw("indicator/by_unit", given, words.BY_UNIT, figure, view)
    if int(rows["units_in_all"].iloc[0]) > rows["unit_id"].nunique():
        frame.html(tag("p", view.say(words.UNITS_CUT, count=int(rows["units_in_all"].iloc[0])), "s7-note"))
    frame.html(frame.heading(view.say(words.MULTIPLES)) + multiples(rows, figure, view))


def multiples(rows: pd.DataFrame, figure: Figure, view: View) -> str:
    """Return the years of each unit as small lines on one scale."""
    units = rows.groupby("label", sort=False)["value"]
    lines = {str(name): [float(value) for value in values] for name, values in units}
    latest = [
        f"{formats.figure(values[-1], figure.measure, figure.value_kind, figure.decimals, view.lang)}"
        for values in lines.values()
    ]
    colour = theme.palette(view.dark).domain[figure.domain_id]
    return cards.multiples(lines, colour, latest, dashed=bool(rows["is_sample"].any()))


KINDS = {
    "indicator/yearly": "series x=at y=value text=number",
    "indicator/monthly": "months x=at y=value",
    "indicator/by_unit": "heat x=year y=label value=value text=number",
    "indicator/parts": "lying y=label x=value text=shown",
}


@st.cache_data(max_entries=400, show_spinner=False)
def chart(snapshot_id: str, name: str, parameters: tuple[tuple[str, Any], ...], lang: Lang, dark: bool) -> charts.Spec:
    """Return one chart of an indicator, built once for all who look at the same."""
    rows = panels.shown(data.rows_of(snapshot_id, name, parameters), name, lang)
    if name == "indicator/yearly":
        wanted = (("indicator", dict(parameters)["indicator"]), ("lang", lang))
        events = data.rows_of(snapshot_id, "indicator/events", wanted)
        return charts.build(
            KINDS[name],
            rows.assign(event=pd.Series(event_column(rows, events), index=rows.index, dtype=object)),
            lang,
            dark,
        )
    return charts.build(KINDS[name], with_years(rows, lang), lang, dark)


def with_years(rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Return rows with the year as a language counts it, where they have a place on a time axis."""
    if "at" not in rows:
        return rows
    return rows.assign(year=[str(frame.calendar_year(int(at), lang)) for at in rows["at"]])


def event_column(rows: pd.DataFrame, events: pd.DataFrame) -> list[str | None]:
    """Return, for each year of a series, the titles of the events that fell into it."""
    titles: dict[int, list[str]] = {}
    for event in panels.figures_of(events):
        titles.setdefault(event["date"].year, []).append(event["title"])
    return [" · ".join(titles[int(at)]) if int(at) in titles else None for at in rows["at"]]


def definition(figure: Figure, view: View) -> str:
    """Return how an indicator is worked out, owed and coded."""
    about = data.records("indicator/about", indicator=figure.indicator_id)[0]
    weight = about["weight_th"] if view.lang == "th" else about["weight_en"]
    due = view.say(words.DUE_DAYS, days=int(about["due_days"])) if about["due_days"] else view.say(words.NOT_DUE)
    facts = [
        (common.FORMULA, figure.provenance.formula.get(view.lang)),
        (words.DIRECTION, view.say(common.DIRECTIONS[figure.direction])),
        (words.LEVEL, view.say(common.LEVELS[figure.level])),
        (words.FREQUENCY, view.say(common.PERIOD_KINDS[figure.native_kind])),
        (words.HOW_TIME, view.say(common.OVER_TIME[about["over_time"]])),
        (words.HOW_UNITS, view.say(common.OVER_UNITS[about["over_units"]])),
        (words.WEIGHT, weight or ""),
        (words.DUE, due),
        (common.OWNER, figure.provenance.owner.get(view.lang)),
        (common.AIM, ", ".join(view.say(common.AIMS[aim]) for aim in figure.aims)),
        (words.CODES, ", ".join(code_words(code, view) for code in about["codes"])),
    ]
    rows = [[view.say(label), text] for label, text in facts if text]
    title = view.say(words.DEFINITION)
    body = table([view.say(common.NAME), view.say(common.DETAILS)], rows, caption=title)
    return wrap("div", frame.heading(title) + body)


def code_words(code: str, view: View) -> str:
    """Return a framework's code, saying so when it was not checked against the standard."""
    return f"{code[:-1]} {view.say(words.NOT_VERIFIED)}" if code.endswith("?") else code
