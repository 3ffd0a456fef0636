"""What the tests of pages share: a visit without a browser, and what a visitor would find there."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from smart7 import calendar, figures, kept, queries, reading, store
from smart7.figures import Figure
from smart7.markup.pieces import unfolded
from smart7.register.rights import Role
from tests import people

SITE = Path(__file__).parents[2] / "smart7" / "site.py"
UNCLOSED = {"img", "br", "hr"}
SPOKEN = ("alt", "aria-label")
QUESTION = "question"
WORD = "s7-word"
# Each visitor of `AppTest` looks for components through the metadata of every installed package, which takes half a
# second. What is installed stays so for as long as the tests run: it is looked through once.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@dataclass
class Node:
    """One element of the project's own markup."""

    tag: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything that can be read or heard inside, in order."""
        spoken = [self.attributes[name] for name in SPOKEN if name in self.attributes]
        inside = [child if isinstance(child, str) else child.text for child in self.children]
        return " ".join(part.strip() for part in [*spoken, *inside] if part.strip())

    @property
    def css(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, tag: str = "", css: str = "") -> Iterator["Node"]:
        """Yield the elements inside that have this tag and this class."""
        for child in self.children:
            if isinstance(child, Node):
                if tag in ("", child.tag) and (not css or css in child.css):
                    yield child
                yield from child.all(tag, css)

    def one(self, tag: str = "", css: str = "") -> "Node":
        (found,) = self.all(tag, css)
        return found

    def rows(self) -> list[list[str]]:
        """Return the cells of the table inside, header first."""
        return [[c.text for c in row.children if isinstance(c, Node)] for row in self.all("tr")]


class Reader(HTMLParser):
    """Read markup into a tree; fails on an element that is closed out of order.

    A word that is kept whole is read as the part of its text that it is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.top = Node("", {})
        self.open = [self.top]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, {name: value or "" for name, value in attrs}, self.open[-1])
        if node.css != [WORD]:
            self.open[-1].children.append(node)
        if tag not in UNCLOSED:
            self.open.append(node)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        inside = next(node for node in reversed(self.open) if node.css != [WORD]).children
        if inside and isinstance(inside[-1], str):
            inside[-1] += data
        else:
            inside.append(data)


def parsed(markup: str) -> Node:
    """Return markup as a tree."""
    reader = Reader()
    reader.feed(markup)
    reader.close()
    assert reader.open == [reader.top], f"<{reader.open[-1].tag}> is never closed"
    return reader.top


@dataclass
class Chart:
    """One chart as it is sent to the browser."""

    spec: dict[str, Any]
    rows: list[dict[str, Any]]
    alt: str

    @classmethod
    def of(cls, proto: Any) -> "Chart":
        frames = [convert_arrow_bytes_to_pandas_df(dataset.data.data) for dataset in proto.datasets]
        rows = [row for frame in frames for row in frame.to_dict("records")]
        assert rows, "a chart without rows"
        return cls(json.loads(proto.spec), rows, proto.alt)

    @property
    def words(self) -> str:
        """What it says: titles, and the texts of the columns that are drawn or shown when pointed at."""
        drawn = set(named(self.spec, "field"))
        texts = [v for row in self.rows for name, v in row.items() if name in drawn and isinstance(v, str)]
        return "\n".join([self.alt, *named(self.spec, "title"), *named(self.spec, "text"), *texts])


@dataclass
class Visit:
    """One visitor, who opens pages and finds what is on them."""

    at: AppTest
    browser: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    run: object = None

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what is made of the page, made once a run."""
        if self.run is not self.at._tree:
            self.kept, self.run = {}, self.at._tree
        if name not in self.kept:
            self.kept[name] = make()
        return self.kept[name]

    def open(self, page: str, /, **link: str) -> "Visit":
        """Follow a link to a page: its parameters are all that is in the address."""
        self.at.query_params = dict(link)
        return self.go(page)

    def go(self, page: str) -> "Visit":
        self.at.switch_page(f"../pages/{page}.py")
        return self.settled()

    def another(self) -> "Visit":
        """Return another visitor, who has been to no page and is not signed in."""
        return Visit(AppTest.from_file(SITE, default_timeout=60), self.browser)

    def signed_in(self, role: Role, unit_id: str = "") -> "Visit":
        """Sign in through the form; the browser sends its cookie from here on."""
        self.cookies = people.session(role, unit_id)
        return self

    def choose(self, key: str, value: Any) -> "Visit":
        """Choose something in a list of the bar."""
        self.at.selectbox(key=key).set_value(value)
        return self.settled()

    def settled(self) -> "Visit":
        """Run the page; a page that fails is never what a test asks for."""
        self.browser.clear()
        self.browser.update(self.cookies)
        self.at.run()
        assert not self.at.exception, [e.value for e in self.at.exception]
        return self

    @property
    def html(self) -> str:
        """The project's own markup on the page once all is unfolded, without its styles."""
        blocks = unfolded("".join(block.value for block in self.at.main if block.type == "html"))
        return re.sub(r"<style>.*?</style>", "", blocks, flags=re.DOTALL)

    @property
    def markup(self) -> Node:
        """The project's own markup on the page as a tree; for looking at only."""
        return self.once("markup", lambda: parsed(self.html))

    @property
    def title(self) -> str:
        """What the page is called; a page has one title."""
        return self.markup.one("h1").text

    @property
    def own_markup(self) -> Node:
        """The same as a tree of one's own, to take things out of."""
        return parsed(self.html)

    @property
    def charts(self) -> list["Chart"]:
        drawn = (item.proto for item in self.at.main if item.type == "vega_lite_chart")
        return self.once("charts", lambda: [Chart.of(proto) for proto in drawn])

    @property
    def warnings(self) -> list[str]:
        return [w.value for w in self.at.warning]

    @property
    def words(self) -> str:
        """Everything that can be read or heard on the page, one thing a line."""
        return self.once("words", self.all_words)

    def all_words(self) -> str:
        said = [self.markup.text]
        for item in self.at.main:
            if item.type in ("title", "markdown", "caption", "warning", "error", "text", "code"):
                said.append(item.value)
            elif item.type in ("selectbox", "toggle", "download_button"):
                said += [item.label, *getattr(item, "options", [])]
            elif item.type == "vega_lite_chart":
                said.append(Chart.of(item.proto).words)
            elif item.type == "dataframe":
                said += [*item.value.columns, *item.value.astype(str).to_numpy().ravel()]
        return "\n".join(str(part) for part in said)

    @property
    def cards(self) -> list[Node]:
        """Every figure that is told with where it comes from: as a card, large, or as a line of a list."""
        told = (node for node in self.markup.all("article") if {"s7-card", "s7-row"} & set(node.css))
        return [card for card in told if list(card.all("details"))]


def named(spec: Any, key: str) -> Iterator[str]:
    """Yield what is written under a key anywhere in a chart."""
    if isinstance(spec, dict):
        yield from ([spec[key]] if isinstance(spec.get(key), str) else [])
        yield from (word for name, inner in spec.items() if name != "config" for word in named(inner, key))
    elif isinstance(spec, list):
        yield from (word for inner in spec for word in named(inner, key))


@pytest.fixture
def visitor(snapshot, browser) -> Visit:
    """Return a visitor to the real data who has opened nothing yet: a public reader."""
    return Visit(AppTest.from_file(SITE, default_timeout=60), browser)


@pytest.fixture
def officer(visitor) -> Visit:
    """Return a visitor who is signed in as an officer, who may save views, agendas and pictures and freeze."""
    return visitor.signed_in("officer")


@pytest.fixture(scope="session")
def seen(snapshot) -> Callable[..., Visit]:
    """Return a function that opens a page of the real data for looking at only: each link is followed once."""
    opened: dict[tuple[str, ...], Visit] = {}

    def look(page: str, /, **link: str) -> Visit:
        key = (page, *(f"{name}={value}" for name, value in sorted(link.items())))
        if key not in opened:
            opened[key] = new_visitor().open(page, **link)
        return opened[key]

    return look


def new_visitor() -> Visit:
    """Return a visitor who has been to no page."""
    return Visit(AppTest.from_file(SITE, default_timeout=60))


@pytest.fixture
def visit_to(monkeypatch, browser) -> Callable[[Path], Visit]:
    """Return a function that puts a data folder in service and lets a visitor in."""

    def enter(folder: Path) -> Visit:
        monkeypatch.setenv("SMART7_DATA", str(folder))
        return Visit(AppTest.from_file(SITE, default_timeout=60), browser)

    return enter


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Forget what is cached, and keep a list of every SELECT that is run from here on."""
    kept.forget()
    st.cache_data.clear()
    st.cache_resource.clear()
    seen: list[str] = []
    answered = store.answered

    def counted(snapshot_id, sql, parameters):
        # A question has no file: its statement is its own.
        seen.append(next((q.name for q in queries.load_all().values() if q.sql == sql), QUESTION))
        return answered(snapshot_id, sql, parameters)

    monkeypatch.setattr(store, "answered", counted)
    return seen


@pytest.fixture
def figures_of(snapshot) -> Callable[..., list[Figure]]:
    """Return a function that asks for the figures a page leads with, past the pages."""

    def ask(domain: str = "", *, sample: bool = True, year: int = 2026) -> list[Figure]:
        until = calendar.period("fiscal_year", date(year - 1, 10, 1)).end
        rows = queries.records(snapshot, "indicators/cards", domain=domain, until=until, sample=sample)
        return figures.read(rows, reading.as_of(snapshot), until)

    return ask


def of_both(at) -> list[str]:
    """Return the markup of a live page that its first answer holds too.

    The rows of an indicator, to look through and to take away, come with the live page alone.
    """
    alone = ("<style>", "download", "s7-rows-told")
    held = [unfolded(block.value) for block in at.main if block.type == "html"]
    return [part for part in held if len(part) > 300 and not any(word in part for word in alone)]
