"""The OpenAPI document says what the routes do: generated requests, right and wrong, get the answers it promises."""

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import load_all_checks
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.generation.modes import GenerationMode
from schemathesis.specs.openapi import checks
from starlette.applications import Starlette

from smart7 import api
from smart7.api import counts, live
from smart7.api.resources import RESOURCES

load_all_checks()


def refuses(ctx, response, case):
    """Check that wrong values are refused, but for two that are written as right ones are.

    A text where a list belongs is a list of one; a text with a comma within a list is two of its texts.
    """
    lists = [value for value in (case.query or {}).values() if isinstance(value, list)]
    if any("," in str(text) for texts in lists for text in texts):
        return None
    try:
        return checks.negative_data_rejection(ctx, response, case)
    except AcceptedNegativeData as failure:
        if "was array, became" not in str(failure):
            raise


PROMISED = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance, checks.content_type_conformance, checks.response_schema_conformance,
    checks.response_headers_conformance, checks.positive_data_acceptance, checks.unsupported_method, refuses,
]  # fmt: skip


FORMS = ["", ".json", ".csv", ".geojson"]
ADDRESSES = [
    pytest.param(f"/api/v1/{name}{form}", marks=[pytest.mark.slow] if form in (".json", ".csv") else [])
    for name, resource in RESOURCES.items()
    for form in FORMS
    if form != ".geojson" or resource.shape
]


@pytest.fixture(scope="module")
def contract(snapshot):
    """Return the document as the routes serve it, ready to ask them."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", Starlette(routes=api.ROUTES))


def hold(contract, address: str, mode: GenerationMode, examples: int) -> None:
    """Ask an address what is generated from the document and hold each answer against it."""

    @given(case=contract[address]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def ask(case) -> None:
        case.call_and_validate(checks=PROMISED)

    ask()


@pytest.mark.parametrize("address", [*ADDRESSES, f"/api/v1/{counts.PATH}", *live.PATHS])
def test_a_request_by_the_document_gets_what_it_promises(address, contract) -> None:
    hold(contract, address, GenerationMode.POSITIVE, 4)


@pytest.mark.parametrize("address", [f"/api/v1/{name}.json" for name in RESOURCES])
def test_a_request_against_the_document_is_refused_as_it_promises(address, contract) -> None:
    hold(contract, address, GenerationMode.NEGATIVE, 6)


def test_the_document_names_every_address_in_every_form(get) -> None:
    document = get("/api/v1/openapi.json").json
    assert document["openapi"].startswith("3.1")
    assert {f"/api/v1/{counts.PATH}", *live.PATHS} <= set(document["paths"])
    for name, resource in RESOURCES.items():
        paths = {f"/api/v1/{name}", f"/api/v1/{name}.json", f"/api/v1/{name}.csv"}
        paths |= {f"/api/v1/{name}.geojson"} if resource.shape else set()
        assert paths <= set(document["paths"])


def test_every_column_has_a_meaning(get) -> None:
    schemas = get("/api/v1/openapi.json").json["components"]["schemas"]
    bare = [
        (name, c)
        for name in RESOURCES
        for c, about in schemas[name]["properties"].items()
        if "description" not in about
    ]
    assert bare == []


def test_a_real_page_fits_its_schema(get) -> None:
    document = get("/api/v1/openapi.json").json
    for name in RESOURCES:
        schema = document["paths"][f"/api/v1/{name}.json"]["get"]["responses"]["200"]["content"]["application/json"]
        whole = {**schema["schema"], "components": document["components"]}
        jsonschema.validate(get(f"/api/v1/{name}.json?limit=1000").json, whole)
