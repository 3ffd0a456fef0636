"""An agenda: what a meeting looks at, in which order, for how long. Plain data, to and from JSON, nothing run."""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Final, Literal, get_args
from urllib.parse import parse_qsl, urlsplit

from smart7 import catalog
from smart7.i18n import Lang, Text
from smart7.words import meetings as words
from smart7.words import pictures

Kind = Literal[
    "overview", "domain", "indicator", "comparison", "unit", "map", "change", "travel", "service", "view", "since",
    "late", "asks", "question", "text", "section", "picture",
]  # fmt: skip
OF_INDICATORS: Final = ("indicator", "comparison", "change")
"""Items whose subject begins with an indicator."""
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
LONGEST: Final = {"title": 160, "body": 160, "subject": 300, "note": 4000, "alt": 600}
MOST_ITEMS: Final = 200
MOST_MINUTES: Final = 240
SLUG: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
# What an item is about, by kind; the ids are held against a snapshot by `unknown`.
SUBJECTS: Final[Mapping[Kind, re.Pattern[str]]] = {
    "overview": re.compile(r""),
    "late": re.compile(r""),
    "asks": re.compile(r""),
    "domain": SLUG,
    "indicator": SLUG,
    "comparison": re.compile(SLUG.pattern + r"(:\d{4})?"),
    "change": re.compile(SLUG.pattern + r"(:\d{4})?"),
    "unit": re.compile(SLUG.pattern + r"(:" + SLUG.pattern + r")?"),
    "since": re.compile(r"(\d{4}-\d{2}-\d{2})?"),
    # Layers, then what is chosen on the map.
    "map": re.compile(r"([a-z]+(\.[a-z]+)*)?(~[a-z]+\.[\w.-]{1,160})?", re.ASCII),
    "travel": re.compile(r"(school|hospital|market|terminal)?"),
    # A line of a feed, its direction, a month; without one the last that was measured.
    "service": re.compile(r"([a-z0-9][a-z0-9_-]{0,63}\.[^\s~@]{1,120}(@\d{1,2})?(~\d{4}-(0[1-9]|1[0-2]))?)?"),
    "view": SLUG,
    # What somebody asked about a figure, with the answer.
    "question": re.compile(r"q-[0-9a-f]{12}"),
    "text": re.compile(r""),
    "section": re.compile(r""),
    "picture": re.compile(r"[0-9a-f]{40}\.(png|jpg)"),
}


class Refused(Exception):
    """Raise when an agenda cannot be read or kept; says why in two languages."""

    def __init__(self, why: Text, **values: object) -> None:
        self.why = why.filled(**values)
        super().__init__(self.why.en)


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what kind, about what, the notes of whoever presents, in which language, for how many minutes.

    `lang` is '' for the language of the room. The notes of a text or of a section are the slide: the first line is
    its headline; so it is of a picture, whose subject is its file and which is told to those who do not see it by
    `alt_th`, `alt_en`.
    """

    kind: Kind
    subject: str = ""
    note_th: str = ""
    note_en: str = ""
    lang: Lang | Literal[""] = ""
    minutes: int = 3
    hidden: bool = False
    alt_th: str = ""
    alt_en: str = ""

    def alt(self, lang: Lang) -> str:
        """Return what a picture shows, in words."""
        return self.alt_th if lang == "th" else self.alt_en

    def note(self, lang: Lang) -> str:
        """Return the notes in a language, or in the other one where there are none."""
        return (self.note_th or self.note_en) if lang == "th" else (self.note_en or self.note_th)


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting: its title and body, the day it is held, its items, and the snapshot it is frozen on ('' for none)."""

    agenda_id: str
    title: Text
    body: Text
    day: date
    items: tuple[Item, ...]
    snapshot_id: str = ""

    @property
    def visible(self) -> tuple[Item, ...]:
        """Return the items that are shown."""
        return tuple(item for item in self.items if not item.hidden)

    @property
    def minutes(self) -> int:
        """Return how long the items that are shown take together."""
        return sum(item.minutes for item in self.visible)


def checked(agenda: Agenda) -> Agenda:
    """Return an agenda whose every part is in order; raises `Refused` for the first that is not."""
    for text in (agenda.title, agenda.body):
        if max(len(text.th), len(text.en)) > LONGEST["title"]:
            raise Refused(words.TOO_LONG, most=LONGEST["title"])
    if not SLUG.fullmatch(agenda.agenda_id):
        raise Refused(words.BAD_ID, value=agenda.agenda_id[:60])
    if len(agenda.items) > MOST_ITEMS:
        raise Refused(words.TOO_MANY, most=MOST_ITEMS)
    for number, item in enumerate(agenda.items, 1):
        check_item(item, number)
    return agenda


def check_item(item: Item, number: int) -> None:
    """Raise `Refused` when an item is of no known kind, or its subject cannot be one of that kind."""
    if item.kind not in KINDS:
        raise Refused(words.BAD_KIND, number=number, value=str(item.kind)[:60])
    unfit = not SUBJECTS[item.kind].fullmatch(item.subject)
    if unfit or (item.kind == "domain" and item.subject not in {d.id for d in catalog.DOMAINS}):
        raise Refused(words.BAD_SUBJECT, number=number, value=item.subject[:60], kind=item.kind)
    if item.kind == "since" and item.subject:
        day_of(item.subject, number)
    if item.lang not in ("", "th", "en"):
        raise Refused(words.BAD_LANGUAGE, number=number, value=str(item.lang)[:60])
    if not 0 <= item.minutes <= MOST_MINUTES:
        raise Refused(words.BAD_MINUTES, number=number, most=MOST_MINUTES)
    if max(len(item.note_th), len(item.note_en)) > LONGEST["note"]:
        raise Refused(words.TOO_LONG, most=LONGEST["note"])
    if item.kind == "picture" and not (item.alt_th.strip() and item.alt_en.strip()):
        raise Refused(pictures.NO_ALT)
    if max(len(item.alt_th), len(item.alt_en)) > LONGEST["alt"]:
        raise Refused(words.TOO_LONG, most=LONGEST["alt"])


def day_of(text: str, number: int = 0) -> date:
    """Return a day written as an ISO date; raises `Refused` when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(words.BAD_DAY, number=number, value=text[:60]) from None


def unknown(agenda: Agenda, indicators: set[str], units: set[str]) -> None:
    """Raise `Refused` for the first item about an indicator or a unit that a snapshot does not know."""
    for number, item in enumerate(agenda.items, 1):
        first, _, second = item.subject.partition(":")
        missing = item.kind in OF_INDICATORS and first not in indicators
        missing = missing or (item.kind == "unit" and first not in units)
        missing = missing or (item.kind == "unit" and second != "" and second not in indicators)
        if missing:
            raise Refused(words.BAD_SUBJECT, number=number, value=item.subject[:60], kind=item.kind)


def map_of(address: str) -> str:
    """Return the subject of a map as a link to the map page shows it, the text itself where it is no link."""
    if "?" not in address:
        return address
    asked = dict(parse_qsl(urlsplit(address).query))
    layers, chosen = asked.get("layers", ""), asked.get("pick", "")
    return layers + (f"~{chosen}" if chosen else "")


def to_json(agenda: Agenda) -> str:
    """Return an agenda as JSON, the same text for the same agenda."""
    held = asdict(agenda) | {"day": agenda.day.isoformat()}
    return json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Agenda:
    """Return the agenda a JSON text holds; raises `Refused` when it holds none."""
    try:
        held = json.loads(text)
        return checked(
            Agenda(
                agenda_id=str(held["agenda_id"]),
                title=Text(**held["title"]),
                body=Text(**held["body"]),
                day=day_of(str(held["day"])),
                items=tuple(item_of(item) for item in held["items"]),
                snapshot_id=str(held.get("snapshot_id", "")),
            )
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused(words.UNREADABLE) from error


def item_of(held: Mapping[str, Any]) -> Item:
    """Return one item from its fields; raises TypeError or ValueError when they are not those of an item."""
    item = Item(**held)
    texts = (item.kind, item.subject, item.note_th, item.note_en, item.lang, item.alt_th, item.alt_en)
    if not all(isinstance(text, str) for text in texts) or not isinstance(item.hidden, bool):
        raise TypeError("an item's fields are texts")
    return replace(item, minutes=int(item.minutes))


def readable(texts: Iterable[str]) -> list[Agenda]:
    """Return the agendas of JSON texts; an unreadable one is left out, which must not take the others along."""
    found = []
    for text in texts:
        with suppress(Refused):
            found.append(from_json(text))
    return found
