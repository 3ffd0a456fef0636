"""The open data on the sources page: freshness by owner, downloads, what does not leave, dictionary, revisions."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from smart7 import formats, queries, reading, revisions, store, tally
from smart7.components import data, frame, link
from smart7.figures import Figure
from smart7.kept import kept_as_sent
from smart7.markup.pieces import Safe, heading, more, table, tag, wrap
from smart7.packs import bundle, geo, tables
from smart7.view import View
from smart7.words import api as api_words
from smart7.words import common
from smart7.words import indicator as row_words
from smart7.words import sources as words

SHOWN: Final = 200
HAPPENED: Final = {
    "added": words.ADDED, "gone": words.GONE, "value": words.OTHER_VALUE, "closed": words.CLOSED,
    "reopened": words.REOPENED, "quality": words.OTHER_QUALITY,
}  # fmt: skip


def show(view: View) -> None:
    """Draw everything about the data as a whole."""
    frame.html(taken_away(data.snapshot(), view))
    dictionary(view)
    compared(view)


@kept_as_sent(40)
def taken_away(snapshot: str, view: View) -> str:
    """Return how fresh the data is, the links that take it away, and what is not passed on."""
    held = reading.records(snapshot, "sources/withheld", reading.asked(lang=view.lang))
    fresh = freshness(reading.newest_figures(snapshot), view)
    return fresh + downloads(snapshot, view) + withheld(held, view)


def freshness(found: Sequence[Figure], view: View) -> str:
    """Return how many indicators each owner has sent in, in time, late or never."""
    owners: dict[str, list[Figure]] = {}
    for one in found:
        owners.setdefault(one.provenance.owner.get(view.lang), []).append(one)
    counted = [(name, tally.published(owners[name])) for name in sorted(owners)]
    say = partial(formats.number, decimals=0, lang=view.lang)
    body = [
        [name, *map(say, (one.total, one.known, one.known - one.late, one.late, one.waiting))] for name, one in counted
    ]
    header = [common.OWNER, words.OWNED, words.SENT, words.ON_TIME, words.LATE, words.NEVER]
    title = view.say(words.FRESHNESS)
    return heading(title) + table([view.say(h) for h in header], body, caption=title, numbers=(1, 2, 3, 4, 5))


def downloads(snapshot: str, view: View) -> str:
    """Return the links that take the data away: everything, each table, each feed, and the API."""
    links = [
        file_link(view.say(words.EVERYTHING), f"/download/{snapshot}/{bundle.EVERYTHING}"),
        file_link(view.say(words.API), f"/api/v1/?lang={view.lang}"),
        *(file_link(view.say(words.FEED_ZIP, feed=name), f"/download/{snapshot}/{name}.gtfs.zip") for name in
          bundle.feeds(snapshot)),
    ]  # fmt: skip
    body = [[view.say(text), files(snapshot, name)] for name, text in api_words.RESOURCES.items()]
    inner = table([view.say(words.TABLE), view.say(words.FILES)], body, caption=view.say(words.FILES))
    listed = wrap("ul", "".join(wrap("li", one) for one in links))
    title = view.say(words.TAKE)
    about = tag("p", view.say(words.TAKE_ABOUT), "s7-note")
    return heading(title) + about + listed + more(view.say(words.FILES), inner)


def files(snapshot: str, name: str) -> Safe:
    """Return the links to one table in each form it has."""
    forms = ["csv", "parquet", *(["geojson"] if name in geo.SHAPES else [])]
    names = {"csv": "CSV", "parquet": "Parquet", "geojson": "GeoJSON"}
    return Safe(" · ".join(file_link(names[form], f"/download/{snapshot}/{name}.{form}") for form in forms))


def file_link(text: str, address: str) -> Safe:
    """Return a link that the browser follows itself, as it leads to no page of the application (see `ways.js`)."""
    return Safe(tag("a", text, "s7-file", href=address))


def withheld(rows: list[dict[str, Any]], view: View) -> str:
    """Return what is not passed on, by source, and why."""
    total = formats.number(sum(row["rows"] for row in rows), 0, view.lang)
    body = [
        [row["source"] or formats.MISSING, row["licence"] or formats.MISSING,
         formats.number(row["rows"], 0, view.lang), row["reason"]]
        for row in rows
    ]  # fmt: skip
    header = [view.say(h) for h in (common.SOURCE, common.LICENCE, words.ROWS, words.REASON)]
    title = view.say(words.WITHHELD, count=total)
    return more(title, table(header, body, caption=title, numbers=(2,), sentences=(3,)))


def chosen(name: str, label: str, options: list[str], named: dict[str, str]) -> str:
    """Draw a list whose choice is kept in the link; '' for none."""
    value = link.pick(name, options, "", keep=False)
    key = f"open-{name}"
    st.session_state[key] = value or None
    st.selectbox(
        label, options, key=key, format_func=lambda option: named.get(option, option), placeholder=label, index=None,
        on_change=lambda: link.put(name, st.session_state[key] or "", "", keep=False), width=560,
    )  # fmt: skip
    return value


def dictionary(view: View) -> None:
    """Draw the choice of a table and its columns with their meaning."""
    frame.html(heading(view.say(words.DICTIONARY)))
    names = {name: view.say(text) for name, text in api_words.RESOURCES.items()}
    name = chosen("table", view.say(words.CHOOSE_TABLE), list(names), names)
    link.show_notices(view.lang)
    if name:
        rows = [row for row in data.records("sources/dictionary") if row["view_name"] == name]
        body = [[Safe(tag("code", row["column_name"])), row["type"].lower(), english(row["meaning"])] for row in rows]
        header = [view.say(h) for h in (words.COLUMN, words.TYPE, words.MEANING)]
        frame.html(table(header, body, caption=names[name], sentences=(2,)))


def english(text: str | None) -> Safe:
    """Return a text of the data dictionary, which is in English on every page."""
    return Safe(tag("span", text or "", lang="en"))


def compared(view: View) -> None:
    """Draw the choice of another snapshot, and what differs from the one in service."""
    frame.html(heading(view.say(words.REVISIONS)))
    others = [name for name in store.kept() if name != data.snapshot()]
    if not others:
        link.pick("before", others, "", keep=False)
        link.show_notices(view.lang)
        frame.html(tag("p", view.say(words.NO_OTHER), "s7-note"))
        return
    before = chosen("before", view.say(words.COMPARE), others, {})
    link.show_notices(view.lang)
    if not before:
        return
    try:
        differs = revisions.differing(digests(before, view), digests(data.snapshot(), view))
    except (queries.QueryError, store.NoSnapshot, store.BrokenSnapshot, store.Unreadable):
        frame.html(tag("p", view.say(words.CANNOT_COMPARE, id=before), "s7-note"))
        return
    if differs.empty:
        frame.html(tag("p", view.say(words.NOTHING_CHANGED), "s7-value"))
        return
    names = dict(zip(differs["indicator_id"], differs["indicator"], strict=True))
    indicator = chosen("changed", view.say(words.CHANGED_INDICATOR, count=len(names)), list(names), names)
    link.show_notices(view.lang)
    if indicator:
        rows_changed(before, indicator, names[indicator], view)


def digests(snapshot: str, view: View) -> pd.DataFrame:
    """Return the digests of a snapshot's figures."""
    return reading.rows(snapshot, "sources/digests", (("lang", view.lang),))


def rows_changed(before: str, indicator: str, name: str, view: View) -> None:
    """Draw the figures of one indicator that differ, and a button that takes them all away."""
    both, own = (before, data.snapshot()), ("indicator", indicator)
    units = revisions.whose(*(reading.rows(snapshot, "sources/unit_digests", (own,)) for snapshot in both))
    asked = (own, ("units", "~".join(units)), ("lang", view.lang))
    found = revisions.changes(*(reading.rows(snapshot, "sources/revision_rows", asked) for snapshot in both))
    written = pd.DataFrame(
        {
            view.say(words.WHAT): [view.say(HAPPENED[what]) for what in found["what"]],
            view.say(common.UNIT): found["unit"],
            view.say(row_words.PART): found["part"].fillna(""),
            view.say(common.PERIOD): found["period"],
            view.say(words.BEFORE): found["value_before"],
            view.say(words.AFTER): found["value"],
            view.say(row_words.KNOWN): found["known_from"],
            view.say(common.SOURCE): found["source"],
        }
    )
    shown = min(SHOWN, len(written))
    said = tag("p", view.say(words.CHANGES, count=len(written), shown=shown), "s7-note")
    frame.html(said + tag("p", view.say(common.ON_PAPER), "s7-note s7-paper"))
    st.dataframe(written.head(SHOWN), hide_index=True, alt=f"{view.say(words.REVISIONS)}: {name}")
    st.download_button(
        view.say(words.TAKE_CHANGES), lambda: tables.csv(written), f"{indicator}-{before}-{data.snapshot()}.csv",
        "text/csv", on_click="ignore", key="take-changes",
    )  # fmt: skip
