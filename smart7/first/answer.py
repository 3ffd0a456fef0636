"""Answer the first request of a visit: from a link to a page, made and compressed once for all who follow it."""

from __future__ import annotations

import gzip
import hashlib
import logging
from dataclasses import dataclass
from datetime import date
from typing import Final

import brotli

from smart7 import catalog, compress, kept, overview, reading, said, store
from smart7.first import frame, pages
from smart7.first.shell import index_page
from smart7.i18n import Lang, parse_lang
from smart7.past import days
from smart7.view import LONGEST_BACK, View, of_link, parameters_of, spoken

LOG: Final = logging.getLogger(__name__)
COMMON: Final = frozenset({"lang", "year", "sample", "known"})
# These pages say the same whatever their link asks for besides.
ANYTHING: Final = frozenset({"map", "explore", "sql", "admin", "register", "catalogue"})
# These are made anew each time: people add to the one, and any address may stand in the other.
FRESH: Final = frozenset({"present", "signin"})
BESIDES: Final = frozenset({"overview", *said.NAMED_BY})
"""Pages that show what their snapshot does not hold: whether one is made already, only the ledger says."""
NEVER: Final = (date.max, date.min)
Pairs = tuple[tuple[str, str], ...]
Besides = tuple[date, ...] | said.State


@dataclass(frozen=True, slots=True)
class Link:
    """What a first request asks for: page and language, and over which snapshot in which view, where that is known.

    `reach` is the first and the last day that can be looked back on; `aside` says that an older snapshot is shown, as
    the newest is not whole.
    """

    page_id: str
    lang: Lang
    snapshot: str
    asked: Pairs
    view: View | None
    reach: tuple[date, date] = NEVER
    aside: bool = False

    @property
    def long(self) -> bool:
        """Return whether it asks for so much that it is not worth keeping: a few hundred would fill the memory."""
        return sum(len(name) + len(value) for name, value in self.asked) > LONGEST_BACK


@dataclass(frozen=True, slots=True)
class Document:
    """A first page as it is sent: kept compressed, with a mark that tells it from any other."""

    mark: str
    packed: bytes

    def body(self, coding: str) -> bytes:
        """Return the page in a content coding."""
        if coding == "br":
            return self.packed
        return zipped(self.packed) if coding == "gzip" else bytes(brotli.decompress(self.packed))


@kept.kept(4_000_000, len)
def zipped(packed: bytes) -> bytes:
    """Return a page for a browser that knows gzip only, as all do that came by a line without TLS."""
    return gzip.compress(brotli.decompress(packed), 6, mtime=0)


def link(page_id: str, query: str) -> Link:
    """Return what a request asks for; without a view where only the live page can deal with it."""
    given = parameters_of(query)
    lang = parse_lang(given.get("lang"))
    now = store.current_id()
    own = {name: value for name, value in given.items() if name not in COMMON}
    if now is None or not (page_id in ANYTHING or pages.OWN.get(page_id, frozenset()) >= own.keys()):
        return Link(page_id, lang, "", (), None)
    try:
        known, snapshot = standing(page_id, given.get("known", ""), now)
        view = of_link(given, reading.about(snapshot), known=known) if snapshot else None
    except (store.NoSnapshot, store.BrokenSnapshot, days.NoSuchDay):
        view = None
    if view is None:
        return Link(page_id, lang, now, (), None)
    reach = days.reach(now)
    return Link(page_id, lang, snapshot or now, tuple(sorted(own.items())), view, reach, store.set_aside(now))


def standing(page_id: str, asked: str, now: str) -> tuple[date | None, str | None]:
    """Return the day in the past that is asked for, and the snapshot that shows a page on it.

    None for a day that nobody keeps: the live page puts it together. Raises `days.NoSuchDay`.
    """
    known = days.day_of(asked, now) if asked else None
    return known, now if known is None or catalog.page(page_id).of_today else days.snapshot_of(known)


def make(asked: Link, _besides: Besides = ()) -> Document:
    """Return the page of a link, made and compressed; what it shows besides its snapshot makes another page of it."""
    return packed(asked, content_of(asked, asked.view) if asked.view is not None else "")


def packed(asked: Link, content: str) -> Document:
    """Return a page with its content, compressed; where it has none, with the menu and how to go on."""
    held = asked.view.held if asked.view is not None else spoken(asked.lang)
    title = catalog.page(asked.page_id).title.get(asked.lang)
    page = index_page(asked.lang, title, content or frame.bare(asked.page_id, asked.lang, held)).encode()
    return Document(hashlib.blake2b(page, digest_size=12).hexdigest(), compress.brief(page))


made = kept.kept(1200)(make)


def document(asked: Link) -> Document:
    """Return the page of a link, kept where it may be; without content where it fails: the live page says so."""
    try:
        return make(asked) if asked.page_id in FRESH or asked.long else made(asked, besides(asked))
    except Exception:  # noqa: BLE001 - whatever it is, the live page meets it too and tells it under a code
        LOG.exception("The first answer of the page %s could not be made", asked.page_id)
        return packed(asked, "")  # not kept: it may have passed by the next time


def at_hand(asked: Link) -> Document | None:
    """Return the page of a link where it is made already; it may ask the ledger first."""
    return kept.at_hand(made, asked, besides(asked))


def besides(asked: Link) -> Besides:
    """Return what a page shows that its snapshot does not hold: days of meetings, what people say of its figures."""
    if asked.view is None or asked.page_id not in BESIDES:
        return ()
    if asked.page_id == "overview":
        return overview.meeting_days(asked.view.as_of)
    given = dict(asked.asked)
    try:
        subject = pages.subject(asked.page_id, asked.snapshot, given, asked.view)
    except (store.NoSnapshot, store.BrokenSnapshot, store.Unreadable):
        return ()
    return said.state(asked.page_id, subject)


def content_of(link: Link, view: View) -> str:
    """Return what a page holds, '' where a link asks for what does not exist: the live page says so."""
    try:
        return pages.page(link.page_id, link.snapshot, dict(link.asked), view, link.reach, aside=link.aside)
    except pages.NotThere:
        return ""
