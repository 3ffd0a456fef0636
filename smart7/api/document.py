"""The OpenAPI 3.1 document, made from the declared resources and the comments of the snapshot's views."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from smart7 import queries, store
from smart7.api import counts, ids, live, notes
from smart7.api.asked import FIRST_YEAR, FORMS, FURTHEST, LAST_YEAR, MOST, MOST_WORDS, USUAL, WORD
from smart7.api.problems import MEDIA, STATUS
from smart7.api.read import SECONDS
from smart7.api.resources import RESOURCES, Filter, Resource
from smart7.words import api as words

KINDS: Final[dict[str, dict[str, str]]] = {
    "BOOLEAN": {"type": "boolean"},
    "DATE": {"type": "string", "format": "date"},
    "TIMESTAMP": {"type": "string"},
    "DOUBLE": {"type": "number"},
    "VARCHAR": {"type": "string"},
}
Columns = dict[str, list[tuple[str, str, str]]]


@lru_cache(maxsize=4)
def columns(snapshot: str) -> Columns:
    """Return name, type and meaning of each column, by view."""
    names, rows = store.fetch(snapshot, queries.get("sources/dictionary").sql, {}, SECONDS)
    found: Columns = {}
    for row in (dict(zip(names, values, strict=True)) for values in rows):
        found.setdefault(row["view_name"], []).append((row["column_name"], row["type"], row["meaning"] or ""))
    return found


def body(snapshot: str) -> bytes:
    """Return the document as JSON."""
    known = {kind: ids.named(snapshot, kind, SECONDS) for kind in ids.IDS}
    return json.dumps(document(columns(snapshot), known), ensure_ascii=False, indent=1).encode()


def document(known: Columns, there: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the document; `known` are the columns of each view, `there` the ids of each kind."""
    paths: dict[str, Any] = {f"/api/v1/{counts.PATH}": {"get": counts.operation(refusals())}}
    paths[f"/api/v1/{notes.PATH}"] = {"get": of_notes()}
    for resource in RESOURCES.values():
        forms = [form for form in FORMS if form != "geojson" or resource.shape]
        paths[f"/api/v1/{resource.name}"] = {"get": operation(resource, forms, resource.name)}
        for form in forms:
            paths[f"/api/v1/{resource.name}.{form}"] = {"get": operation(resource, [form], f"{resource.name}_{form}")}
    paths |= live.operations({"$ref": "#/components/schemas/feed_id"} if "feed" in there else one_of([]))
    return {
        "openapi": "3.1.0",
        "info": {"title": words.TITLE.en, "version": "1", "description": f"{words.INTRO.en} {words.HOW.en}"},
        "paths": paths,
        "components": {
            "schemas": {
                "problem": PROBLEM,
                **{name: row(known.get(name, [])) for name in RESOURCES},
                notes.RESOURCE.name: row(notes.columns()),
                **{f"{kind}_id": one_of(names) for kind, names in there.items()},
            },
            "headers": {"ETag": {"schema": {"type": "string"}, "description": "The snapshot and what was asked"}},
        },
    }


def of_notes() -> dict[str, Any]:
    """Return the operation of what people say about figures."""
    asked = [*(parameter(key, value) for key, value in notes.RESOURCE.filters.items()), *PAGING]
    return notes.operation(asked, refusals(), answer_schema(notes.RESOURCE, "json"))


def operation(resource: Resource, forms: list[str], name: str) -> dict[str, Any]:
    """Return the operation of one address."""
    content = {FORMS[form]: {"schema": answer_schema(resource, form)} for form in forms}
    tag = {"ETag": {"$ref": "#/components/headers/ETag"}}
    return {
        "operationId": name,
        "summary": words.RESOURCES[resource.name].en,
        "parameters": [*(parameter(key, value) for key, value in resource.filters.items()), *PAGING],
        "responses": {
            "200": {"description": "A page of rows", "headers": tag, "content": content},
            "304": {"description": "What the reader has is current"},
            **refusals(),
        },
    }


def refusals() -> dict[str, Any]:
    """Return what any address may answer instead, by status."""
    problem = {"description": "Refused", "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/problem"}}}}
    return dict.fromkeys(sorted({str(status) for status in STATUS.values()}), problem)


def parameter(name: str, filter_: Filter) -> dict[str, Any]:
    """Return one filter as a parameter; a list is written with commas."""
    text = {"$ref": f"#/components/schemas/{filter_.ids}_id"} if filter_.ids else one_of([])
    items: dict[str, dict[str, Any]] = {
        "words": text,
        "choice": {"type": "string", "enum": list(filter_.choices)},
        "year": {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    }
    if filter_.kind in items:
        schema: dict[str, Any] = {"type": "array", "items": items[filter_.kind], "minItems": 1, "maxItems": MOST_WORDS}
        return said(name, schema) | {"style": "form", "explode": False}
    return said(name, {"type": "boolean"} if filter_.kind == "flag" else DAY)


def one_of(names: list[str]) -> dict[str, Any]:
    """Return the schema of an id: one of those there are, or any text where there is none to choose from."""
    return {"type": "string", **({"enum": names} if names else {"pattern": f"^{WORD.pattern}$"})}


def said(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return a parameter of the query with its meaning."""
    return {"name": name, "in": "query", "description": words.FILTERS[name].en, "schema": schema}


def answer_schema(resource: Resource, form: str) -> dict[str, Any]:
    """Return the schema of an answer in one form."""
    if form == "csv":
        return {"type": "string"}
    about: dict[str, Any] = {
        "snapshot_id": {"type": "string"},
        "as_of": {"type": "string", "format": "date"},
        "total": {"type": "integer"},
        "limit": {"type": "integer"},
        "offset": {"type": "integer"},
        "next": {"type": ["string", "null"]},
    }
    if form == "json":
        rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{resource.name}"}}
        return whole_object({**about, "data": rows})
    feature = {
        "type": "object",
        "required": ["type", "geometry", "properties"],
        "properties": {"type": {"const": "Feature"}, "geometry": {"type": ["object", "null"]}},
    }
    features = {"type": "array", "items": feature}
    return whole_object({"type": {"const": "FeatureCollection"}, **about, "features": features})


def whole_object(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with exactly these members."""
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}


def row(known: list[tuple[str, str, str]]) -> dict[str, Any]:
    """Return the schema of a row; any column may be missing a value."""
    properties = {}
    for name, kind, meaning in known:
        schema: dict[str, Any] = dict(KINDS.get(kind, {"type": "integer"}))
        schema["type"] = [schema["type"], "null"]
        properties[name] = schema | ({"description": meaning} if meaning else {})
    return whole_object(properties)


DAY: Final = {"type": "string", "format": "date", "pattern": r"^(19|20)\d\d-\d\d-\d\d$"}
PAGING: Final = (
    said("known", DAY),
    said("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}),
    said("offset", {"type": "integer", "minimum": 0, "maximum": FURTHEST, "default": 0}),
)
PROBLEM: Final = whole_object(
    {name: {"type": "integer" if name == "status" else "string"}
     for name in ("type", "title", "title_th", "status", "detail", "detail_th", "instance")}
)  # fmt: skip
