"""What people say about figures, as anybody may read it: notes, questions to their owners, and answers.

It stands in the ledger and changes without a new snapshot, so the mark of an answer follows its newest row. No account
is named in it: whoever says something does so publicly, with name and role.
"""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any, Final, get_args

from smart7.api import ids, read
from smart7.api.asked import FURTHEST, KNOWN, MOST, USUAL, Asked, known_of, parameters, value_of, whole
from smart7.api.problems import Problem
from smart7.api.resources import ABOUT, Filter, Resource
from smart7.ledger import book, notes
from smart7.ledger.notes import Kind, Note
from smart7.words import api as words

PATH: Final = "notes.json"
RESOURCE: Final = Resource(
    "notes", ("at",),
    {
        "indicator": ABOUT["indicator"], "unit": Filter("owner", ids="unit"),
        "kind": Filter("kind", "choice", choices=get_args(Kind)),
    },
)  # fmt: skip
COLUMNS: Final = (
    "note_id", "kind", "answers", "indicator_id", "unit_id", "period_kind", "period_start", "figure_th", "figure_en",
    "said", "owner", "due", "author_name", "author_role", "at",
)  # fmt: skip
"""What is public of a note; what has nothing to say is null."""


def plan(snapshot: str, query: str) -> tuple[str, Callable[[], bytes]]:
    """Return mark and maker of what is asked for; raises `Problem`."""
    given = parameters(RESOURCE, query)
    limit = whole("limit", given.pop("limit", [str(USUAL)]), 1, MOST)
    offset = whole("offset", given.pop("offset", ["0"]), 0, FURTHEST)
    known = known_of(given.pop(KNOWN, None))
    values = [(key, value_of(key, RESOURCE.filters[key], texts)) for key, texts in sorted(given.items())]
    asked = Asked(RESOURCE, "json", tuple(values), limit, offset, known)
    try:
        with book.opened() as ledger:
            newest = notes.last(ledger)
    except book.FAULTS:
        raise Problem("no-record") from None
    mark = hashlib.blake2b(f"{asked.mark} {newest}".encode(), digest_size=8).hexdigest()
    return mark, partial(page, snapshot, asked)


def page(snapshot: str, asked: Asked) -> bytes:
    """Return one page of what was said, the newest first; raises `Problem` for an unknown id."""
    ids.check(snapshot, asked, read.SECONDS)
    given = dict(asked.values)
    try:
        with book.opened() as ledger:
            found, total = notes.listed(
                ledger, given.get("indicator", ()), given.get("unit", ()), given.get("kind", ()), asked.known,
                asked.limit, asked.offset,
            )  # fmt: skip
    except book.FAULTS:
        raise Problem("no-record") from None
    return read.as_json({**read.about_page(snapshot, asked, total), "data": [row(one) for one in found]})


def row(one: Note) -> dict[str, str | None]:
    """Return what is public of a note."""
    return {name: getattr(one, name) or None for name in COLUMNS}


def operation(asked: list[dict[str, Any]], refusals: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return what the API's document says of the address; `schema` is that of the whole answer."""
    tag = {"ETag": {"$ref": "#/components/headers/ETag"}}
    return {
        "operationId": "notes",
        "summary": words.NOTES.en,
        "parameters": asked,
        "responses": {
            "200": {"description": words.NOTES.en, "headers": tag, "content": {"application/json": {"schema": schema}}},
            "304": {"description": "What the reader has is current"},
            **refusals,
        },
    }


def columns() -> list[tuple[str, str, str]]:
    """Return name, type and meaning of each column."""
    return [(name, "DATE" if name in ("due", "period_start") else "VARCHAR", words.NOTE_COLUMNS[name].en)
            for name in COLUMNS]  # fmt: skip
