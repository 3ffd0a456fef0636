"""What can be taken from the explore page: answer, chart, link, SQL, and many views at once."""

from collections.abc import Callable, Sequence
from typing import Protocol
from urllib.parse import urlencode, urlsplit

import pandas as pd
import streamlit as st

from smart7.charts import Spec
from smart7.components import data, frame, link
from smart7.components.explore import answer, ask, charts
from smart7.components.explore import map as explore_map
from smart7.i18n import Lang
from smart7.ledger.views import SavedView
from smart7.markup.pieces import link as anchor
from smart7.markup.pieces import wrap
from smart7.packs import tables
from smart7.packs.drawing import pictures
from smart7.questions.either import Either
from smart7.view import View, spoken
from smart7.words import common
from smart7.words import explore_page as words

Pairs = list[tuple[str, str]]
Draw = Callable[[], Spec]
Nothing = Callable[[], None]
HEAVY = 100_000
LIGHT = ("csv", "plain", "parquet")
"""What an answer of more rows than that is still made into: the others take minutes and gigabytes."""
COPIED = 2000
"""A table of more cells than this is taken as a file instead of through the clipboard."""
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Taken(Protocol):
    """An answer of either kind, as far as it is taken away."""

    @property
    def own(self) -> pd.DataFrame:
        """Return the cells alone, without totals."""

    @property
    def snapshot_id(self) -> str:
        """Return the snapshot that was asked."""

    @property
    def title(self) -> str:
        """Return the question as a heading."""

    @property
    def file_name(self) -> str:
        """Return the name of a file of this answer, without its ending."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what a reader has to know of the answer as a whole."""

    @property
    def has_sample(self) -> bool:
        """Return whether any figure is made up."""

    @property
    def cells(self) -> int:
        """Return how many cells the table has."""

    def table(self) -> pd.DataFrame:
        """Return the table as it is shown, its figures as numbers."""

    def rows(self) -> pd.DataFrame:
        """Return the cells one to a row."""

    def sources(self) -> list[str]:
        """Return the titles of the sources of what is shown."""

    def withheld(self) -> list[str]:
        """Return why something has no figure."""


def nothing() -> None:
    """Draw nothing."""


def sentence(question: Either, lang: Lang) -> str:
    """Return a question as a sentence."""
    return answer.sentence(data.snapshot(), question, lang)


def buttons(question: Either, shown: Taken, kind: str, draw: Draw, view: View, besides: Nothing = nothing) -> None:
    """Draw the buttons behind which everything lies that can be taken away; files are made when asked for.

    `draw` makes the chart there is of a kind, `besides` draws what else there is to take.
    """
    with st.popover(view.say(words.TAKE), icon=":material/download:", key="explore-take"):
        files(question, shown, kind, draw, view)
        besides()
    with st.popover(view.say(words.COPY_LINK), icon=":material/link:", key="explore-link"):
        st.caption(view.say(words.COPY_NOTE))
        st.code(address(question, view), language=None, wrap_lines=True)
    with st.popover(view.say(words.SQL), icon=":material/code:", key="explore-sql"):
        sql = answer.statement(question)
        frame.html(wrap("p", anchor(view.say(words.OPEN_SQL), link.address("sql", ask=ask.query(question)))))
        st.code(sql, language="sql", wrap_lines=True)


def files(question: Either, shown: Taken, kind: str, draw: Draw, view: View) -> None:
    """Draw one button for each form the answer can be taken in."""
    name, lang = shown.file_name, view.lang
    about = notes(shown, address(question, view), view)
    ways: list[tuple[str, str, str, str, Callable[[], bytes]]] = [
        ("csv", view.say(words.CSV), "csv", "text/csv", lambda: tables.csv(shown.table())),
        ("plain", view.say(words.PLAIN_CSV), "csv", "text/csv", lambda: tables.csv(shown.table(), mark=False)),
        ("xlsx", view.say(words.XLSX), "xlsx", BOOK_TYPE, lambda: workbook(shown, about, view)),
        ("parquet", view.say(words.PARQUET), "parquet", "application/vnd.apache.parquet",
         lambda: tables.parquet(shown.rows(), about)),
        ("json", view.say(words.JSON), "json", "application/json", lambda: tables.as_json(shown.rows(), about)),
    ]  # fmt: skip
    if len(shown.own) > HEAVY:
        ways = [way for way in ways if way[0] in LIGHT]
    if kind in charts.KINDS:
        drawing = draw()
        credits = [f"{label}: {text}" for label, text in about[1:3]]
        ways += [
            ("png", view.say(words.PNG), "png", "image/png",
             lambda: pictures.png(drawing, shown.title, credits, lang)),
            ("svg", view.say(words.SVG), "svg", "image/svg+xml",
             lambda: pictures.svg(drawing, shown.title, credits, lang)),
        ]  # fmt: skip
    with st.container(horizontal=True):
        for key, label, ending, kind_of_file, make in ways:
            st.download_button(label, make, f"{name}.{ending}", kind_of_file, on_click="ignore", key=f"take-{key}")
    if len(shown.own) > HEAVY:
        st.caption(view.say(words.HEAVY))
    if kind == explore_map.KIND:
        st.caption(view.say(words.MAP_NO_PICTURE))
    if shown.cells <= COPIED:
        copied = st.container(key="explore-copy")
        copied.caption(f"{view.say(words.COPY_TABLE)}: {view.say(words.COPY_NOTE)}")
        copied.code(shown.table().to_csv(index=False, sep="\t"), language=None, height=120)


def notes(shown: Taken, where: str, view: View) -> Pairs:
    """Return what a file says of itself: question, sources, snapshot, link, and what was left out and why."""
    said = [
        (view.say(words.QUESTION), shown.title),
        (view.say(words.SOURCES), "; ".join(shown.sources())),
        (view.say(words.SNAPSHOT), shown.snapshot_id),
        (view.say(words.LINK), where),
        *((f"{view.say(common.NOTE)} {n}", note) for n, note in enumerate([*shown.notes, *shown.withheld()], 1)),
    ]
    if shown.has_sample:
        said.append((view.say(common.SAMPLE_BADGE), view.say(words.SAMPLE_WARNING)))
    return said


def workbook(shown: Taken, about: Sequence[tuple[str, str]], view: View) -> bytes:
    """Return the answer as a workbook: as it is arranged, row by row, and what it is."""
    sheets = {view.say(words.SHEET_TABLE): shown.table(), view.say(words.SHEET_ROWS): shown.rows()}
    return tables.workbook(sheets, about, view.say(words.SHEET_NOTES))


def book(chosen: Sequence[SavedView], addresses: Sequence[str], view: View) -> None:
    """Draw the button that takes several views away as one workbook, a sheet each."""
    snapshot = data.snapshot()
    st.download_button(
        view.say(words.BOOK, count=len(chosen)), lambda: book_of(chosen, addresses, snapshot, view),
        f"views-{snapshot}.xlsx", BOOK_TYPE, on_click="ignore", key="take-book", type="primary",
    )  # fmt: skip


def book_of(chosen: Sequence[SavedView], addresses: Sequence[str], snapshot: str, view: View) -> bytes:
    """Return views as one workbook; a frozen one reads its own snapshot while that can be read, else it says so."""
    sheets: dict[str, pd.DataFrame] = {}
    about: Pairs = []
    for n, (one, where) in enumerate(zip(chosen, addresses, strict=True), 1):
        question = ask.question_of(one.question)
        shown = answer.told(one.reads(snapshot), question, view.lang)
        name = f"{n} {one.name}"
        sheets[name] = shown.table()
        strayed = [(view.say(common.NOTE), view.say(words.FROZEN_GONE))] if one.strayed(snapshot) else []
        about += [(name, one.note), (view.say(words.VIEW_OWNER), one.owner), *strayed, *notes(shown, where, view)]
    return tables.workbook(sheets, about, view.say(words.SHEET_NOTES))


def site() -> str:
    """Return where this site is, as a browser calls it."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}" if here.netloc else ""


def address(question: Either, view: View) -> str:
    """Return the full link of a question, as it goes into a mail."""
    held = spoken(view.lang)
    held |= {"snapshot": st.query_params["snapshot"]} if "snapshot" in st.query_params else {}
    held |= {"known": st.query_params["known"]} if "known" in st.query_params else {}
    return f"{site()}/explore?{ask.query(question)}" + (f"&{urlencode(held)}" if held else "")
