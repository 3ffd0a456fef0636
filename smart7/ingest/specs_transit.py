"""The declared columns of the files behind the map: places, assumptions, claims about the plan, counts, outlines.

Every one of them may be missing: a town without a map still has its figures.
"""

from typing import Final

from smart7.ingest.cells import between, choice, day, flag, name, number, slug, text, whole
from smart7.ingest.columns import CONFIDENCE, PRECISION, QUALITY, Column, Table, both, optional, position

PLACE_KINDS: Final = (
    "school", "hospital", "health", "market", "terminal", "government", "landmark", "village", "commerce", "university",
)  # fmt: skip
ASPECTS: Final = ("alignment", "length_km", "stations", "cost_baht", "opening", "construction", "status")
LAYERS: Final = ("tambon", "district", "municipality", "highway", "lake")

PLACES = Table(
    "catalog/places.csv",
    (
        Column("place_id", name),
        Column("kind", choice(*PLACE_KINDS)),
        *both("name"),
        *position(),
        optional("accuracy_m", whole),
        Column("municipal_school", flag),
        Column("source_id", slug, refers_to="sources.csv"),
        optional("as_of"),
        Column("confidence", CONFIDENCE),
        *both("note", required=False),
    ),
    key=("place_id",),
    optional=True,
)

POPULATION = Table(
    "catalog/population.csv",
    (
        Column("point_id", name),
        Column("lat", between(number, -90, 90)),
        Column("lon", between(number, -180, 180)),
        Column("people", between(whole, 0, 10_000_000)),
        Column("source_id", slug, refers_to="sources.csv"),
        optional("as_of"),
        Column("confidence", CONFIDENCE),
    ),
    key=("point_id",),
    optional=True,
)

ASSUMPTIONS = Table(
    "catalog/assumptions.csv",
    (
        Column("assumption_id", name),
        Column("value", number),
        Column("low", number),
        Column("high", number),
        *both("measure"),
        Column("applies_to", name),
        *both("reason"),
        Column("quality", QUALITY),
        optional("source_id", slug, refers_to="sources.csv"),
    ),
    key=("assumption_id",),
    optional=True,
)

PLAN_CLAIMS = Table(
    "catalog/plan_claims.csv",
    (
        Column("claim_id", name),
        Column("planned_line", name),  # `line` is the number of a row wherever files are read
        Column("aspect", choice(*ASPECTS)),
        Column("said_on", day),
        Column("said_precision", PRECISION),
        optional("value", number),
        *both("text"),
        Column("quality", QUALITY),
        Column("source_id", slug, refers_to="sources.csv"),
    ),
    key=("claim_id",),
    optional=True,
)

TRAFFIC_COUNTS = Table(
    "catalog/traffic_counts.csv",
    (
        Column("count_id", name),
        *both("name"),
        *position(),
        optional("vehicles_per_hour", number),
        optional("as_of"),
        Column("source_id", slug, refers_to="sources.csv"),
        Column("confidence", CONFIDENCE),
        *both("note", required=False),
    ),
    key=("count_id",),
    optional=True,
)

GEO = Table(
    "geo/geo.csv",
    (
        Column("file", text),
        Column("layer", choice(*LAYERS)),
        *both("title"),
        Column("source_id", slug, refers_to="sources.csv"),
        Column("confidence", CONFIDENCE),
        *both("note", required=False),
    ),
    key=("file",),
    optional=True,
)

TRANSIT = (PLACES, POPULATION, ASSUMPTIONS, PLAN_CLAIMS, TRAFFIC_COUNTS, GEO)
