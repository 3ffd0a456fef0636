"""The API answers with the rows of the open views, in each form, page by page, and says why when it does not."""

import csv
import io
import json
import re
from datetime import date

import pytest

from smart7 import store
from smart7.api import asked, ids, read, v1
from smart7.api.resources import RESOURCES
from smart7.packs import tables
from smart7.words import api as words

NAMES = list(RESOURCES)


def rows_of(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def test_every_open_view_has_an_address_and_every_address_a_view(ask) -> None:
    views = {name for (name,) in ask("select view_name from duckdb_views() where schema_name = 'open'")}
    assert set(NAMES) == views
    assert set(words.RESOURCES) == views


def test_every_filter_has_a_meaning_and_every_refusal_a_sentence() -> None:
    taken = {name for resource in RESOURCES.values() for name in resource.filters} | {"limit", "offset", "known"}
    assert taken == set(words.FILTERS)
    assert set(words.REFUSED) == set(words.DETAILS)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_tells_every_row_apart(name, ask) -> None:
    order = ", ".join(RESOURCES[name].order)
    assert ask(f"select count(*) from (select {order} from open.{name} group by {order} having count(*) > 1)") == [(0,)]  # noqa: S608


@pytest.mark.parametrize("name", NAMES)
def test_json_and_csv_hold_the_same_rows_of_the_view(name, get, ask) -> None:
    as_json, as_csv = get(f"/api/v1/{name}.json?limit=1000").json, rows_of(get(f"/api/v1/{name}.csv?limit=1000"))
    assert as_json["total"] == ask(f"select count(*) from open.{name}")[0][0]  # noqa: S608
    assert len(as_json["data"]) == min(1000, as_json["total"])
    assert [{k: str(read.cell(v)) for k, v in row.items()} for row in as_json["data"]] == as_csv


@pytest.mark.parametrize("sign", tables.FORMULA_STARTS)
def test_no_text_is_a_formula_in_csv_and_a_number_stays_one(sign) -> None:
    body = read.as_csv(("text", "number", "flag"), [(f"{sign}1+cmd", -1.5, True), ("a=b", None, False)]).decode()
    rows = list(csv.reader(io.StringIO(body, newline="")))
    assert rows[1:] == [[f"'{sign}1+cmd", "-1.5", "true"], ["a=b", "", "false"]]


@pytest.mark.parametrize("name", NAMES)
def test_every_filter_leaves_the_rows_it_names_and_no_other(name, get, ask) -> None:
    for key, filter_ in RESOURCES[name].filters.items():
        if filter_.kind == "known":
            continue
        column = filter_.column
        found = ask(f"select {column} from open.{name} where {column} is not null order by {column} limit 1 offset 1")  # noqa: S608
        if not found:
            continue
        value = str(found[0][0]).lower() if isinstance(found[0][0], bool) else str(found[0][0])
        page = get(f"/api/v1/{name}?{key}={value}&limit=1000").json
        operator = filter_.operator
        assert page["total"] == ask(f"select count(*) from open.{name} where {column} {operator} ?", found[0][0])[0][0]  # noqa: S608
        assert page["total"] > 0


def test_a_filter_takes_several_values_in_either_spelling(get) -> None:
    two = get("/api/v1/figures?domain=education,living&limit=1000").json
    again = get("/api/v1/figures?domain=living&domain=education&limit=1000").json
    assert {row["domain_id"] for row in two["data"]} <= {"education", "living"}
    assert two == again


def test_figures_as_known_at_a_day_are_those_believed_then(get, ask) -> None:
    day = date(2024, 6, 30)
    total = get(f"/api/v1/observations?as_known_at={day}").json["total"]
    believed = ask(
        "select count(*) from open.observations where known_from <= ? and coalesce(known_to, date '9999-01-01') > ?",
        day, day,
    )  # fmt: skip
    assert total == believed[0][0]
    assert 0 < total < get("/api/v1/observations").json["total"]


def test_the_links_to_the_next_page_lead_through_all_rows_once(get) -> None:
    link, seen = "/api/v1/targets?limit=400", []
    while link:
        page = get(link).json
        seen += [json.dumps(row, sort_keys=True) for row in page["data"]]
        link = page["next"]
    assert len(seen) == len(set(seen)) == page["total"] > 800


def test_a_page_past_the_end_is_empty_and_knows_the_total(get) -> None:
    page = get("/api/v1/domains?offset=50").json
    assert (page["data"], page["total"], page["next"]) == ([], 7, None)


def test_nothing_without_a_licence_leaves_and_what_stays_is_named(get, ask) -> None:
    kept = {source for (source,) in ask("select source_id from sources where not bulk")}
    for name in ("observations", "figures", "targets", "events", "places", "outlines", "claims", "stops", "routes"):
        gone = {row["source_id"] for row in get(f"/api/v1/{name}?limit=1000").json["data"]}
        assert not gone & kept, name
    withheld = get("/api/v1/withheld?limit=1000").json["data"]
    counted = sum(row["rows"] for row in withheld if row["view_name"] == "observations")
    assert counted == ask("select count(*) from observations join sources using (source_id) where not bulk")[0][0]
    assert all(row["reason_th"] and row["reason_en"] for row in withheld)


@pytest.mark.parametrize("name", ["observations", "figures", "targets"])
def test_every_invented_row_says_so(name, get) -> None:
    rows = get(f"/api/v1/{name}?limit=1000").json["data"]
    assert all(row["is_sample"] == (row["quality"] == "sample") for row in rows)
    assert any(row["is_sample"] for row in rows)


def test_what_a_reader_has_is_not_sent_again(get, snapshot) -> None:
    first = get("/api/v1/figures?limit=5")
    assert snapshot in first.headers["etag"]
    again = get("/api/v1/figures?limit=5", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert get("/api/v1/figures?limit=6", if_none_match=first.headers["etag"]).status == 200
    assert get("/api/v1/figures.csv?limit=5", if_none_match=first.headers["etag"]).status == 200
    old = first.headers["etag"].replace(snapshot, "20200101-0123456789")
    assert get("/api/v1/figures?limit=5", if_none_match=old).status == 200


@pytest.mark.parametrize("coding", ["gzip", "br", "identity"])
def test_an_answer_is_the_same_in_every_coding(get, coding) -> None:
    answer = get("/api/v1/figures", accept_encoding=coding)
    assert answer.headers.get("content-encoding", "identity") == coding
    assert answer.text == get("/api/v1/figures").text


def test_any_site_may_read_and_none_may_write(get) -> None:
    assert get("/api/v1/domains").headers["access-control-allow-origin"] == "*"
    before = get("/api/v1/domains", "OPTIONS", origin="https://example.org")
    assert (before.status, before.headers["access-control-allow-methods"]) == (204, "GET, HEAD")
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
        refused = get("/api/v1/domains", method)
        assert (refused.status, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
        assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing", 404), ("figures.xml", 404), ("figures/1", 404), ("FIGURES", 404), ("../x", 404),
        ("figures?x=1", 400), ("figures?limit=0", 400), ("figures?limit=1001", 400), ("figures?limit=ten", 400),
        ("figures?limit=1&limit=2", 400), ("figures?offset=-1", 400), ("figures?offset=100001", 400),
        ("figures?from=2025", 400), ("figures?from=2568-01-01", 400), ("figures?from=2025-02-30", 400), 
        ("figures?from=2025-01-01&from=2025-01-02", 400),
        ("figures?sample=maybe", 400), ("figures?quality=good", 400), ("figures?domain=magic", 400),
        ("figures?fiscal_year=2569BE", 400), 
        ("figures?indicator=" + ",".join(map(str, range(60))), 400), ("figures?unit=%00", 400),
        ("figures?unit=" + "x" * 200, 400), ("figures.geojson", 406), ("figures?limit=%D9%A1", 400),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_a_reason_in_two_languages(get, path, status) -> None:
    answer = get(f"/api/v1/{path}")
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json
    assert problem["status"] == status and problem["title"] and problem["detail"]
    assert re.search("[ก-๙]", problem["title_th"])
    assert "no-store" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "value", ["'; drop table sources --", "1 or 1=1", "$v_unit", "a') union select 1 --", "%", "\u0e01", "🚌"]
)
def test_a_value_is_never_read_as_sql(get, value) -> None:
    from urllib.parse import quote

    answer = get(f"/api/v1/figures?unit={quote(value)}")
    assert answer.status == 400 and f"there is no {value};" in answer.json["detail"]


IDS = [(name, key) for name, resource in RESOURCES.items() for key, filter_ in resource.filters.items() if filter_.ids]


def test_every_filter_that_takes_words_knows_which_there_are() -> None:
    taken = {key: filter_ for resource in RESOURCES.values() for key, filter_ in resource.filters.items()}
    assert [key for key, filter_ in taken.items() if (filter_.kind == "words") != (filter_.ids in ids.IDS)] == []
    assert {known.address for known in ids.IDS.values()} <= set(RESOURCES)


@pytest.mark.parametrize(("name", "key"), IDS)
def test_an_id_that_is_not_there_is_refused_with_what_there_is(name, key, get, snapshot) -> None:
    answer = get(f"/api/v1/{name}?{key}=no-such")
    assert (answer.status, answer.json["type"]) == (400, "/api/v1/#wrong-value")
    told = answer.json["detail"]
    kind = RESOURCES[name].filters[key].ids
    there = [one for one in ids.named(snapshot, kind, read.SECONDS) if one]
    assert told.startswith(f"{key}: ") and len(told) < 1000
    if len(there) <= ids.FEW:
        assert all(one in told for one in there)
    else:
        assert "there is no no-such" in told and f"/api/v1/{ids.IDS[kind].address}" in told
    assert re.search("[ก-๙]", answer.json["detail_th"])


@pytest.mark.parametrize(("name", "key"), IDS)
def test_every_id_that_is_there_is_answered_even_where_it_has_no_rows(name, key, get, snapshot) -> None:
    there = list(ids.known(snapshot, RESOURCES[name].filters[key].ids, read.SECONDS))
    for start in range(0, len(there), asked.MOST_WORDS):
        some = ",".join(there[start : start + asked.MOST_WORDS])
        assert get(f"/api/v1/{name}?limit=1&{key}={some}").status == 200


def test_one_unknown_id_among_known_ones_is_refused_with_those_close_to_it(get) -> None:
    told = get("/api/v1/figures?indicator=road-deaths-province,road-death-provinse").json
    assert "there is no road-death-provinse" in told["detail"] and "road-deaths-province" in told["detail"]
    assert "ไม่มี road-death-provinse" in told["detail_th"]


def test_a_unit_that_may_not_leave_is_known_and_not_handed_round(get, ask) -> None:
    kept = [unit for (unit,) in ask("select unit_id from units where unit_id not in (select unit_id from open.units)")]
    assert kept
    assert get(f"/api/v1/figures?unit={kept[0]}").status == 200
    assert kept[0] not in get(f"/api/v1/figures?unit={kept[0]}x").json["detail"].replace(f"no {kept[0]}x", "")


def test_the_document_lists_the_ids_there_are(get, snapshot) -> None:
    document = get("/api/v1/openapi.json").json
    for name, key in IDS:
        parameters = document["paths"][f"/api/v1/{name}"]["get"]["parameters"]
        (one,) = [parameter for parameter in parameters if parameter["name"] == key]
        kind = RESOURCES[name].filters[key].ids
        assert one["schema"]["items"] == {"$ref": f"#/components/schemas/{kind}_id"}
        schema = document["components"]["schemas"][f"{kind}_id"]
        assert schema.get("enum", []) == ids.named(snapshot, kind, read.SECONDS), kind
        assert ("enum" in schema) != ("pattern" in schema)


@pytest.mark.parametrize(
    ("path", "accept", "media"),
    [
        ("stops", "", "application/json"), ("stops", "*/*", "application/json"), ("stops", "text/csv", "text/csv"),
        ("stops", "application/geo+json", "application/geo+json"), ("stops", "text/*", "text/csv"),
        ("stops", "application/json;q=0.5, text/csv", "text/csv"), ("stops.csv", "application/json", "text/csv"),
        ("stops", "text/html, */*;q=0.8", "application/json"),
        ("stops", "application/json;q=0, text/csv;q=0.1", "text/csv"),
    ],
)  # fmt: skip
def test_the_form_is_what_is_asked_for(get, path, accept, media) -> None:
    answer = get(f"/api/v1/{path}", **({"accept": accept} if accept else {}))
    assert answer.headers["content-type"].split(";")[0] == media


@pytest.mark.parametrize("accept", ["text/html", "image/png", "application/json;q=0"])
def test_a_form_there_is_not_is_refused(get, accept) -> None:
    assert get("/api/v1/figures", accept=accept).status == 406


@pytest.mark.parametrize("name", ["stops", "stations", "places", "outlines", "routes"])
def test_places_come_as_geojson_in_this_province(get, name) -> None:
    found = get(f"/api/v1/{name}.geojson?limit=1000").json
    assert found["type"] == "FeatureCollection" and len(found["features"]) == found["total"]
    for feature in found["features"]:
        assert not {"lat", "lon", "geometry"} & set(feature["properties"])
        numbers = re.findall(r"\[(-?[\d.]+), ?(-?[\d.]+)\]", json.dumps(feature["geometry"]))
        assert all(102 < float(lon) < 104 and 15.5 < float(lat) < 17.5 for lon, lat in numbers)
    assert name == "routes" or any(feature["geometry"] for feature in found["features"])


def test_a_stop_nobody_can_place_has_no_geometry_and_a_route_its_lines() -> None:
    from smart7.packs import geo

    (stop,) = geo.features("stops", ["stop_id", "lat", "lon"], [("a", None, None)], {})
    (route,) = geo.features("routes", ["feed_id", "route_id"], [("f", "r")], {("f", "r"): [[[1, 2], [3, 4]]]})
    assert stop["geometry"] is None and stop["properties"] == {"stop_id": "a"}
    assert route["geometry"] == {"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]]]}


def test_too_many_who_wait_are_told_to_come_back(get, monkeypatch) -> None:
    monkeypatch.setattr(v1, "WAITING", set(range(v1.MOST_WAITING)))
    monkeypatch.setattr(v1, "KEPT", v1.Kept())
    answer = get("/api/v1/figures?limit=17")
    assert (answer.status, answer.headers["retry-after"]) == (503, "1")


def test_what_is_kept_is_answered_however_many_wait(get, monkeypatch) -> None:
    get("/api/v1/figures?limit=18")
    monkeypatch.setattr(v1, "WAITING", set(range(v1.MOST_WAITING)))
    assert get("/api/v1/figures?limit=18").status == 200


def test_a_query_that_takes_too_long_is_stopped(snapshot, get, monkeypatch) -> None:
    endless = "select count(*) from range(1000000000000) as a(x) where x % 7 = 3"
    with pytest.raises(store.TooSlow):
        store.fetch(snapshot, endless, {}, 0.2)
    monkeypatch.setattr(v1.read, "page", lambda *_: store.fetch(snapshot, endless, {}, 0.2))
    assert get("/api/v1/figures?limit=19").status == 503


def test_a_failure_shows_a_code_and_nothing_else(get, monkeypatch, caplog) -> None:
    monkeypatch.setattr(v1.read, "page", lambda *_: 1 / 0)
    answer = get("/api/v1/figures?limit=20")
    assert answer.status == 500 and "division" not in answer.text
    code = re.search(r"[0-9a-f]{8}", answer.json["detail"])
    assert code and code[0] in caplog.text


def test_what_is_kept_stays_within_its_bounds() -> None:
    kept = v1.Kept(most=800)
    for n in range(50):
        kept.put(str(n), bytes(90))
    assert kept.size == sum(map(len, kept.held.values())) <= 800
    assert kept.get("0") is None and kept.get("49") is not None
    kept.put("large", bytes(500))
    assert kept.get("large") is None


def test_a_number_json_does_not_know_is_missing() -> None:
    assert read.as_json({"a": [float("nan"), 1.5], "b": float("inf")}) == b'{"a":[null,1.5],"b":null}'


def test_what_a_long_request_asks_for_is_not_kept_in_memory() -> None:
    asked.read_once.cache_clear()
    short, long = "unit=a", "unit=" + ",".join(["a" * 90] * 20)
    for query, accept in ((short, ""), (long, "*/*" + " " * 2000), (short, "*/*" + " " * asked.LONGEST_KEPT)):
        assert asked.read("figures", query, accept) == asked.read("figures", query, accept)
    assert asked.read_once.cache_info().currsize == 1


def test_equal_requests_are_one() -> None:
    one = asked.read("figures", "unit=b,a&from=2025-01-01", "")
    other = asked.read("figures.json", "from=2025-01-01&unit=a&unit=b", "text/csv")
    assert one.mark == other.mark


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_page_shows_every_address_and_loads_nothing_from_outside(get, lang) -> None:
    answer = get(f"/api/v1/?lang={lang}")
    assert answer.headers["content-type"].startswith("text/html")
    assert f'<html lang="{lang}">' in answer.text
    assert all(f"/api/v1/{name}" in answer.text for name in NAMES)
    assert "<script" not in answer.text
    assert re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?(https?:)?//""", answer.text) == []
    headings = re.sub(r"<details.*?</details>|<[^>]*>", " ", answer.text, flags=re.S)
    assert (re.search("[ก-๙]", headings.replace("ภาษาไทย", "")) is not None) == (lang == "th")
    assert get("/api/v1").text == get("/api/v1/?lang=th").text
