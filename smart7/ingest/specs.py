"""The declared columns of every input file."""

from smart7 import calendar, catalog
from smart7.ingest.cells import between, choice, day, flag, number, several, share, slug, text, whole
from smart7.ingest.columns import CONFIDENCE, DOMAIN, PRECISION, QUALITY, Column, Table, both, edition, optional
from smart7.ingest.specs_happened import STANDARDS
from smart7.ingest.specs_transit import TRANSIT

LEVELS = (
    "city", "school", "centre", "division", "tambon", "district", "province", "region", "country", "area",
    "peer_city", "peer_province", "station",
)  # fmt: skip
"""Kinds of units. A peer is set beside the city or the province and never stands for either."""

KINDS = choice(*calendar.KINDS)
EVENT_KINDS = ("start", "stop", "milestone", "decision", "promise", "award", "training", "measure")

SOURCES = Table(
    "catalog/sources.csv",
    (
        Column("source_id", slug),
        *both("publisher"),
        *both("title"),
        optional("url"),
        *both("licence"),
        Column("bulk", flag),
        optional("as_of"),
        Column("confidence", CONFIDENCE),
        *both("note", required=False),
    ),
    key=("source_id",),
    needs_rows=True,
)

UNITS = Table(
    "catalog/units.csv",
    (
        Column("unit_id", slug),
        Column("kind", choice(*LEVELS)),
        *both("name"),
        optional("parent", slug, refers_to="units.csv"),
        Column("sample", flag),
        Column("adopted_2017", flag),
        Column("name_confidence", CONFIDENCE),
        optional("lat", number),
        optional("lon", number),
        optional("accuracy_m", whole),
        optional("position_confidence", CONFIDENCE),
        Column("source_id", slug, refers_to="sources.csv"),
        *both("note", required=False),
        Column("position", whole),
    ),
    key=("unit_id",),
    needs_rows=True,
)

BREAKDOWNS = Table(
    "catalog/breakdowns.csv",
    (Column("breakdown_id", slug), Column("dimension", slug), *both("name"), Column("position", whole)),
    key=("breakdown_id",),
)

COMMUNITIES = Table(
    "catalog/communities.csv",
    (
        Column("community_id", slug),
        Column("zone", whole),
        Column("position", whole),
        Column("name_th"),
        Column("source_id", slug, refers_to="sources.csv"),
    ),
    key=("community_id",),
)

INDICATORS = Table(
    "catalog/indicators.csv",
    (
        Column("indicator_id", slug),
        Column("domain", DOMAIN),
        Column("position", whole),
        *both("name"),
        *both("about"),
        *both("measure"),
        Column("value_kind", choice("number", "percent", "year")),
        Column("scale", between(number, 0.001, 1_000_000)),
        Column("direction", choice("higher", "lower", "band", "context")),
        Column("over_time", choice("sum", "ratio", "last", "mean")),
        Column("over_units", choice("sum", "ratio", "mean", "none")),
        *both("weight", required=False),
        Column("decimals", between(whole, 0, 4)),
        Column("period_kind", KINDS),
        optional("due_days", whole),
        Column("owner", slug, refers_to="units.csv"),
        Column("level", choice(*[level for level in LEVELS if not level.startswith("peer_")])),
        optional("range_min", number),
        optional("range_max", number),
        *both("formula"),
        optional("codes", several(text)),
        optional("aims", several(choice(*catalog.AIMS))),
        Column("promised", flag),
        *both("register", required=False),
    ),
    key=("indicator_id",),
    needs_rows=True,
)

PROFILES = Table(
    "catalog/sample_profiles.csv",
    (
        Column("indicator_id", slug, refers_to="indicators.csv"),
        Column("start", number),
        Column("end", number),
        optional("denominator", number),
        Column("noise", number),
        Column("season", choice("none", "school", "rain", "burning", "festival", "budget", "cumulative")),
        optional("target_start", number),
        optional("target_end", number),
        optional("breakdown", several(share)),
    ),
    key=("indicator_id",),
    optional=True,
)

EVENTS = Table(
    "catalog/events.csv",
    (
        Column("event_id", slug),
        Column("date", day),
        Column("date_precision", PRECISION),
        Column("domain", DOMAIN),
        optional("indicator_ids", several(slug), refers_to="indicators.csv"),
        *both("title"),
        *both("detail", required=False),
        Column("kind", choice(*EVENT_KINDS)),
        Column("quality", QUALITY),
        Column("source_id", slug, refers_to="sources.csv"),
    ),
    key=("event_id",),
)

TARGETS = Table(
    "catalog/targets.csv",
    (
        Column("indicator_id", slug, refers_to="indicators.csv"),
        Column("unit_id", slug, refers_to="units.csv"),
        Column("authority", choice(*[one for one in catalog.AUTHORITIES if one != catalog.PEERS])),
        Column("period_from", day),
        optional("period_to", day),
        optional("low", number),
        optional("high", number),
        Column("quality", QUALITY),
        Column("source_id", slug, refers_to="sources.csv"),
        Column("known_from", day),
        *both("note", required=False),
    ),
    key=("indicator_id", "unit_id", "authority", "period_from"),
)

BREAKS = Table(
    "catalog/breaks.csv",
    (
        Column("indicator_id", slug, refers_to="indicators.csv"),
        Column("unit_id", slug, refers_to="units.csv"),
        Column("period_start", day),
        *both("note"),
        Column("source_id", slug, refers_to="sources.csv"),
    ),
    key=("indicator_id", "unit_id", "period_start"),
    optional=True,
)

PARTS = Table(
    "catalog/parts.csv",
    (
        Column("indicator_id", slug, refers_to="indicators.csv"),
        Column("breakdown_id", slug, refers_to="breakdowns.csv"),
    ),
    key=("indicator_id", "breakdown_id"),
    optional=True,
)

COMPARABLE = Table(
    "catalog/comparable.csv",
    (
        Column("indicator_id", slug, refers_to="indicators.csv"),
        Column("other_id", slug, refers_to="indicators.csv"),
        *both("note", required=False),
    ),
    key=("indicator_id", "other_id"),
    optional=True,
)

NOT_USED = Table(
    "observations/not_used.csv",
    (Column("domain", DOMAIN), *both("fact"), optional("year"), *both("reason")),
    optional=True,
)

EDITIONS = Table(
    "catalog/editions.csv",
    (
        Column("edition_id", slug),
        Column("recipe", slug, refers_to="sources.csv"),
        Column("file_name"),
        Column("digest"),
        Column("size", whole),
        Column("taken_on", day),
        Column("as_of", day),
        Column("rows_read", whole),
        Column("rows_kept", whole),
    ),
    key=("edition_id",),
    optional=True,
)

CATALOGUE = (
    SOURCES, UNITS, BREAKDOWNS, COMMUNITIES, INDICATORS, PROFILES, EVENTS, TARGETS, BREAKS, PARTS, COMPARABLE, NOT_USED,
    STANDARDS, EDITIONS, *TRANSIT,
)  # fmt: skip


def observations(path: str) -> Table:
    """Return the declaration of one file of figures."""
    return Table(
        path,
        (
            Column("indicator_id", slug, refers_to="indicators.csv"),
            Column("unit_id", slug, refers_to="units.csv"),
            optional("breakdown", slug, refers_to="breakdowns.csv"),
            Column("period_kind", KINDS),
            Column("period_start", day),
            optional("period_end", day),
            optional("value", number),
            optional("numerator", number),
            optional("denominator", number),
            Column("partial", flag),
            Column("quality", QUALITY),
            Column("source_id", slug, refers_to="sources.csv"),
            Column("as_of", day),
            Column("known_from", day),
            optional("known_to", day),
            *both("note", required=False),
            *both("formula", required=False),
            edition(),
        ),
        key=(
            "indicator_id",
            "unit_id",
            "breakdown",
            "period_kind",
            "period_start",
            "period_end",
            "known_from",
        ),
        needs_rows=True,
    )
