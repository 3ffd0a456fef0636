"""How many indicators are known, owed and judged, by domain: the counts that the pages show."""

import json
from typing import Any, Final

from smart7 import catalog, reading, tally
from smart7.tally import VERDICTS, Tally
from smart7.words import api as words

PATH: Final = "counts.json"
KNOWN: Final = {
    "name": "known", "in": "query", "description": words.FILTERS["known"].en,
    "schema": {"type": "string", "format": "date", "pattern": r"^(19|20)\d\d-\d\d-\d\d$"},
}  # fmt: skip


def body(snapshot: str) -> bytes:
    """Return the counts of a snapshot as JSON, of all domains together first."""
    found = reading.newest_figures(snapshot)
    rows = [row("all", tally.published(found))]
    rows += [row(d.id, tally.published(f for f in found if f.domain_id == d.id)) for d in catalog.DOMAINS]
    about = {"snapshot_id": snapshot, "as_of": reading.as_of(snapshot).isoformat()}
    return json.dumps({**about, "data": rows}, ensure_ascii=False).encode()


def row(domain_id: str, counted: Tally) -> dict[str, Any]:
    """Return one count: what is known, and the three parts of what is judged."""
    return {
        "domain_id": domain_id, "total": counted.total, "known": counted.known, "waiting": counted.waiting,
        "late": counted.late, "judged_now": counted.now, "judged_then": counted.then, "cannot_be_said": counted.reasons,
    }  # fmt: skip


def operation(refusals: dict[str, Any]) -> dict[str, Any]:
    """Return what the API's document says of the counts; `refusals` are what any address may answer instead."""
    number = {"type": "integer", "minimum": 0}
    verdicts = whole(dict.fromkeys(VERDICTS, number))
    one = {"domain_id": {"type": "string"}, **dict.fromkeys(("total", "known", "waiting", "late"), number)}
    one |= {"judged_now": verdicts, "judged_then": verdicts}
    one |= {"cannot_be_said": {"type": "object", "additionalProperties": number}}
    about = {"snapshot_id": {"type": "string"}, "as_of": {"type": "string", "format": "date"}}
    answer = whole({**about, "data": {"type": "array", "items": whole(one)}})
    tag = {"ETag": {"$ref": "#/components/headers/ETag"}}
    content = {"application/json": {"schema": answer}}
    return {
        "operationId": "counts",
        "summary": words.COUNTS.en,
        "parameters": [KNOWN],
        "responses": {
            "200": {"description": words.COUNTS.en, "headers": tag, "content": content},
            "304": {"description": "What the reader has is current"},
            **refusals,
        },
    }


def whole(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with exactly these members."""
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}
