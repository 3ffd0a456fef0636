"""Answer the first request of a visit: from a link to a page, made and compressed once for all who follow it."""

from __future__ import annotations

import gzip
import hashlib
import logging
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import parse_qsl

import brotli

from smart7 import catalog, compress, kept, overview, reading, said, store
from smart7.first import pages
from smart7.first.shell import index_page
from smart7.i18n import Lang, parse_lang
from smart7.view import View, of_link

LOG: Final = logging.getLogger(__name__)
COMMON: Final = frozenset({"lang", "year", "sample"})
# These pages say the same whatever their link asks for besides.
ANYTHING: Final = frozenset({"map", "explore", "sql", "admin", "register"})
# These are made anew each time: people add to the one, and any address may stand in the other.
FRESH: Final = frozenset({"present", "signin"})
Pairs = tuple[tuple[str, str], ...]
Besides = tuple[date, ...] | said.State


@dataclass(frozen=True, slots=True)
class Link:
    """What a first request asks for: page and language, and over which snapshot in which view, where that is known.

    `aside` says that an older snapshot is shown, as the newest is not whole.
    """

    page_id: str
    lang: Lang
    snapshot: str
    asked: Pairs
    view: View | None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A first page as it is sent: kept compressed, with a mark that tells it from any other."""

    mark: str
    packed: bytes

    def body(self, coding: str) -> bytes:
        """Return the page in a content coding."""
        if coding == "br":
            return self.packed
        plain = bytes(brotli.decompress(self.packed))
        return gzip.compress(plain, 6, mtime=0) if coding == "gzip" else plain


def link(page_id: str, query: str) -> Link:
    """Return what a request asks for; without a view where only the live page can deal with it."""
    given = dict(parse_qsl(query, keep_blank_values=True))
    lang = parse_lang(given.get("lang"))
    snapshot = store.current_id()
    own = {name: value for name, value in given.items() if name not in COMMON}
    if snapshot is None or not (page_id in ANYTHING or pages.OWN.get(page_id, frozenset()) >= own.keys()):
        return Link(page_id, lang, "", (), None)
    try:
        view = of_link(given, reading.about(snapshot))
    except (store.NoSnapshot, store.BrokenSnapshot):
        view = None
    if view is None:
        return Link(page_id, lang, snapshot, (), None)
    return Link(page_id, lang, snapshot, tuple(sorted(own.items())), view, store.set_aside(snapshot))


def make(asked: Link, _besides: Besides = ()) -> Document:
    """Return the page of a link, made and compressed; what it shows besides its snapshot makes another page of it."""
    title = content = ""
    if asked.view is not None:
        title = asked.view.say(catalog.page(asked.page_id).title)
        content = content_of(asked, asked.view)
    page = index_page(asked.lang, title if content else "", content).encode()
    return Document(hashlib.blake2b(page, digest_size=12).hexdigest(), compress.brief(page))


made = kept.kept(1200)(make)


def document(asked: Link) -> Document:
    """Return the page of a link, kept where it may be."""
    return make(asked) if asked.page_id in FRESH else made(asked, besides(asked))


def at_hand(asked: Link) -> Document | None:
    """Return the page of a link where it is made already."""
    return kept.at_hand(made, asked, besides(asked))


def besides(asked: Link) -> Besides:
    """Return what a page shows that its snapshot does not hold: days of meetings, what people say of its figures."""
    if asked.view is None:
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
    """Return what a page holds, '' where a link asks for what does not exist or it fails: the live page says so."""
    try:
        return pages.page(link.page_id, link.snapshot, dict(link.asked), view, aside=link.aside)
    except pages.NotThere:
        return ""
    except Exception:  # noqa: BLE001 - whatever it is, the live page meets it too and tells it under a code
        LOG.exception("The first answer of the page %s could not be made", link.page_id)
        return ""
