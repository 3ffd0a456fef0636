"""What can be asked: one resource for each view of the schema `open`, its order and its filters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from smart7 import catalog
from smart7.packs import geo
from smart7.words import common
from smart7.words.happened import CAUSES

DAY_TYPES: Final = ("weekday", "saturday", "sunday")
LAYERS: Final = ("tambon", "district", "municipality", "highway", "lake")

AREAS: Final = ("municipality", "district", "elsewhere")


@dataclass(frozen=True, slots=True)
class Filter:
    """How one parameter narrows the rows: `column OPERATOR value`; a list of values with `=` means any of them.

    `ids` names the kind of id that a list of words holds, so that one the snapshot does not know is refused.
    """

    column: str
    kind: str = "words"
    operator: str = "="
    choices: tuple[str, ...] = ()
    ids: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """One address: the view of its name, sorted by columns that tell every row apart."""

    name: str
    order: tuple[str, ...]
    filters: Mapping[str, Filter] = field(default_factory=dict)

    @property
    def shape(self) -> str:
        """Return how its rows are drawn: 'point', 'line' or 'outline', '' where they have no place."""
        return geo.SHAPES.get(self.name, "")


QUALITY: Final = Filter("quality", "choice", choices=tuple(common.QUALITY))
DOMAIN: Final = Filter("domain_id", "choice", choices=tuple(domain.id for domain in catalog.DOMAINS))
PERIOD_KIND: Final = Filter("period_kind", "choice", choices=tuple(common.PERIOD_KINDS))
SOURCE: Final = Filter("source_id", ids="source")
ROUTE: Final = Filter("route_id", ids="route")
FEED: Final = {"feed": Filter("feed_id", ids="feed"), "source": SOURCE}
ABOUT: Final = {
    "indicator": Filter("indicator_id", ids="indicator"),
    "unit": Filter("unit_id", ids="unit"),
    "from": Filter("period_end", "day", ">="),
    "to": Filter("period_end", "day", "<="),
    "fiscal_year": Filter("fiscal_year", "year"),
    "quality": QUALITY,
    "sample": Filter("is_sample", "flag"),
    "source": SOURCE,
}
FIGURES: Final = {**ABOUT, "breakdown": Filter("breakdown", ids="breakdown"), "period_kind": PERIOD_KIND}
KNOWN: Final = Filter("known_from", "known")
MEASURED: Final = {
    "indicator": ABOUT["indicator"], "unit": ABOUT["unit"], "since": Filter("day", "day", ">="),
    "until": Filter("day", "day", "<="), "source": SOURCE,
}  # fmt: skip
DRIVEN: Final = {
    **FEED, "since": Filter("service_date", "day", ">="), "until": Filter("service_date", "day", "<="),
    "day_type": Filter("day_type", "choice", choices=DAY_TYPES), "sample": Filter("is_sample", "flag"),
}  # fmt: skip
SERIES: Final = ("indicator_id", "unit_id", "breakdown", "period_kind", "period_start", "period_end")

RESOURCES: Final[Mapping[str, Resource]] = {
    resource.name: resource
    for resource in (
        Resource("snapshot", ("snapshot_id",)),
        Resource("domains", ("position",)),
        Resource(
            "indicators", ("domain_id", "position", "indicator_id"),
            {"indicator": Filter("indicator_id", ids="indicator"), "domain": DOMAIN},
        ),
        Resource(
            "units", ("position", "unit_id"),
            {
                "unit": Filter("unit_id", ids="unit"), "kind": Filter("kind", ids="unit_kind"),
                "sample": Filter("is_sample", "flag"),
            },
        ),
        Resource("breakdowns", ("position", "breakdown_id")),
        Resource("observations", (*SERIES, "known_from"), {**FIGURES, "as_known_at": KNOWN}),
        Resource("figures", SERIES, {**FIGURES, "domain": DOMAIN, "unit_kind": Filter("unit_kind", ids="unit_kind")}),
        Resource(
            "targets", ("indicator_id", "unit_id", "authority_position", "period_start", "known_from"),
            {
                **ABOUT, "authority": Filter("authority", "choice", choices=tuple(catalog.AUTHORITIES)),
                "from": Filter("coalesce(period_end, date '9999-12-31')", "day", ">="),
            },
        ),
        Resource(
            "events", ("date", "event_id"),
            {
                "domain": DOMAIN, "since": Filter("date", "day", ">="), "until": Filter("date", "day", "<="),
                "kind": Filter("kind", ids="event_kind"), "quality": QUALITY, "source": SOURCE,
            },
        ),
        Resource("sources", ("source_id",), {"source": SOURCE}),
        Resource("routes", ("feed_id", "route_id"), {**FEED, "route": ROUTE}),
        Resource("stops", ("feed_id", "stop_id"), FEED),
        Resource("stations", ("feed_id", "station_id"), FEED),
        Resource(
            "service", ("feed_id", "route_id", "direction_id", "day_type"),
            {**FEED, "route": ROUTE, "day_type": Filter("day_type", "choice", choices=DAY_TYPES)},
        ),
        Resource("places", ("place_id",), {"kind": Filter("kind", ids="place_kind"), "source": SOURCE}),
        Resource(
            "outlines", ("layer", "outline_id"),
            {"layer": Filter("layer", "choice", choices=LAYERS), "source": SOURCE},
        ),
        Resource("claims", ("said_on", "claim_id"), {"quality": QUALITY, "source": SOURCE}),
        Resource("standards", ("indicator_id", "valid_from"), {"indicator": ABOUT["indicator"], "source": SOURCE}),
        Resource(
            "points", ("point_id",),
            {
                "kind": Filter("kind", ids="point_kind"), "since": MEASURED["since"], "until": MEASURED["until"],
                "cause": Filter("cause", "choice", choices=tuple(CAUSES)),
                "area": Filter("area", "choice", choices=AREAS), "source": SOURCE,
            },
        ),
        Resource("days", ("indicator_id", "unit_id", "day"), MEASURED),
        Resource("hours", ("indicator_id", "unit_id", "day", "hour"), MEASURED),
        Resource("driven_days", ("feed_id", "service_date"), DRIVEN),
        Resource(
            "driven_stop_hours",
            ("feed_id", "service_date", "route_id", "direction_id", "stop_sequence", "stop_id", "hour"),
            {**DRIVEN, "route": ROUTE},
        ),
        Resource(
            "driven_trips", ("feed_id", "service_date", "route_id", "direction_id", "hour"),
            {**DRIVEN, "route": ROUTE},
        ),
        Resource(
            "driven_stretches",
            ("feed_id", "service_date", "route_id", "direction_id", "stop_sequence", "from_stop_id", "to_stop_id",
             "hour"),
            {**DRIVEN, "route": ROUTE},
        ),
        Resource("withheld", ("view_name", "source_id", "reason_en"), {"source": SOURCE}),
        Resource("checks", ("check_id",)),
    )
}  # fmt: skip
