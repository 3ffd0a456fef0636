"""Read a request: the resource, the form of the answer, the filters; refuse whatever is not understood."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlencode

from smart7.api.problems import Problem
from smart7.api.resources import RESOURCES, Filter, Resource
from smart7.i18n import Text
from smart7.words import api as words

USUAL, MOST, FURTHEST = 100, 1000, 100_000
MOST_WORDS: Final = 50
KNOWN: Final = "known"
LONGEST_KEPT: Final = 2000
"""Characters that query and Accept header of a request may have together for what it asks for to be kept."""
# Ids of an imported feed may hold almost anything.
WORD: Final = re.compile("[^,\\x00-\\x1f]{0,100}")
FIRST_YEAR, LAST_YEAR = 1900, 2100
FORMS: Final = {"json": "application/json", "csv": "text/csv", "geojson": "application/geo+json"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that can be answered; equal requests are equal whatever their order and spelling."""

    resource: Resource
    form: str
    values: tuple[tuple[str, Any], ...]
    limit: int
    offset: int
    known: str = ""

    @property
    def mark(self) -> str:
        """Return a digest that tells requests apart."""
        said = f"{self.resource.name}\n{self.form}\n{self.values}\n{self.limit}\n{self.offset}\n{self.known}"
        return hashlib.blake2b(said.encode(), digest_size=8).hexdigest()

    def address(self, offset: int) -> str:
        """Return the address of another page of the same rows."""
        said = [(name, written(value)) for name, value in self.values]
        said += [(KNOWN, self.known)] if self.known else []
        return f"/api/v1/{self.resource.name}.{self.form}?" + urlencode(
            [*said, ("limit", self.limit), ("offset", offset)], quote_via=quote, safe=","
        )


def written(value: object) -> str:
    """Return a value as a link holds it."""
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def read(path: str, query: str, accept: str) -> Asked:
    """Return what a request asks for; raises `Problem`. Long ones are read anew, so that they do not fill memory."""
    return (read_once if len(query) + len(accept) <= LONGEST_KEPT else read_anew)(path, query, accept)


def read_anew(path: str, query: str, accept: str) -> Asked:
    """Return what a request asks for, of its own text; raises `Problem`."""
    name, _, suffix = path.partition(".")
    if name not in RESOURCES or (suffix and suffix not in FORMS):
        raise Problem("unknown-address", known=", ".join(RESOURCES))
    resource = RESOURCES[name]
    form = form_of(resource, suffix, accept)
    given = parameters(resource, query)
    limit = whole("limit", given.pop("limit", [str(USUAL)]), 1, MOST)
    offset = whole("offset", given.pop("offset", ["0"]), 0, FURTHEST)
    known = known_of(given.pop(KNOWN, None))
    values = [(key, value_of(key, resource.filters[key], texts)) for key, texts in sorted(given.items())]
    return Asked(resource, form, tuple(values), limit, offset, known)


read_once = lru_cache(maxsize=2048)(read_anew)


def known_of(texts: list[str] | None) -> str:
    """Return the day in the past that a request asks for, '' for none; raises `Problem` for no day or two of them."""
    if texts is None:
        return ""
    if len(texts) > 1:
        raise wrong(KNOWN, words.WANTED["once"])
    if not texts[0]:
        raise wrong(KNOWN, words.WANTED["day"])
    return texts[0]


def form_of(resource: Resource, suffix: str, accept: str) -> str:
    """Return the form of the answer: the suffix decides, else what is preferred of what there is."""
    known = [form for form in FORMS if form != "geojson" or resource.shape]
    if suffix:
        if suffix not in known:
            raise Problem("no-such-form", known=", ".join(known))
        return suffix
    for media in preferred(accept):
        for form in known:
            kind = FORMS[form]
            if media in (kind, "*/*", f"{kind.split('/')[0]}/*"):
                return form
    raise Problem("no-such-form", known=", ".join(FORMS[form] for form in known))


def preferred(accept: str) -> list[str]:
    """Return the media types of an Accept header that are not refused, the most wanted first."""
    found: list[tuple[float, str]] = []
    for part in (accept or "*/*").lower().split(","):
        media, _, rest = part.partition(";")
        weight = re.search(r"(?:^|;)\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)", rest)
        found.append((-float(weight[1]) if weight else -1.0, media.strip()))
    return [media for weight, media in sorted(found, key=lambda item: item[0]) if weight < 0]


def parameters(resource: Resource, query: str) -> dict[str, list[str]]:
    """Return the texts given for each parameter; raises `Problem` for one the resource does not take."""
    known = [*resource.filters, KNOWN, "limit", "offset"]
    given: dict[str, list[str]] = {}
    for name, text in parse_qsl(query, keep_blank_values=True, max_num_fields=200):
        if name not in known:
            raise Problem("unknown-parameter", name=name[:60], known=", ".join(known))
        given.setdefault(name, []).append(text)
    return given


def value_of(name: str, filter_: Filter, texts: list[str]) -> Any:  # noqa: ANN401
    """Return the value of one filter; raises `Problem` that says what to write."""
    if filter_.kind in ("words", "choice", "year"):
        found = [part for text in texts for part in split(text)]
        check_words(name, filter_, found)
        parts = tuple(sorted(set(found)))
        return tuple(int(part) for part in parts) if filter_.kind == "year" else parts
    if len(texts) > 1:
        raise wrong(name, words.WANTED["once"])
    if filter_.kind == "flag":
        if texts[0] not in ("true", "false"):
            raise wrong(name, words.WANTED["flag"])
        return texts[0] == "true"
    return day(name, texts[0])


def split(text: str) -> Iterator[str]:
    """Yield the parts of a list; an empty text is a part of its own, such as the figure that is no part."""
    yield from (part.strip(" ") for part in text.split(","))


def check_words(name: str, filter_: Filter, parts: list[str]) -> None:
    """Raise `Problem` for a list that is too long, unreadable, or holds what is no choice."""
    if len(parts) > MOST_WORDS or not all(WORD.fullmatch(part) for part in parts):
        raise wrong(name, words.WANTED["words"], most=MOST_WORDS)
    if filter_.kind == "choice" and not set(parts) <= set(filter_.choices):
        raise wrong(name, words.WANTED["choice"], choices=", ".join(filter_.choices))
    if filter_.kind == "year":
        for part in parts:
            whole(name, [part], FIRST_YEAR, LAST_YEAR)


def day(name: str, text: str) -> date:
    """Return an ISO day; raises `Problem`."""
    try:
        found = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else None
    except ValueError:
        found = None
    # A Buddhist year reads as a day five centuries from now.
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise wrong(name, words.WANTED["day"])
    return found


def whole(name: str, texts: list[str], low: int, high: int) -> int:
    """Return a whole number within bounds; raises `Problem`."""
    if len(texts) == 1 and re.fullmatch(r"\d{1,7}", texts[0], re.ASCII) and low <= int(texts[0]) <= high:
        return int(texts[0])
    raise wrong(name, words.WANTED["whole"], low=low, high=high)


def wrong(name: str, wanted: Text, **values: object) -> Problem:
    """Return the refusal of a value, with what to write instead."""
    return Problem("wrong-value", name=name, wanted=wanted.filled(**values))
