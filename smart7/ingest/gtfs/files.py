"""The GTFS files and columns this project reads; what a feed holds beside them is left alone."""

from typing import Final

from smart7.ingest.cells import choice, day, slug, text, whole
from smart7.ingest.columns import Column, Table, both, optional

REQUIRED: Final = ("routes", "stops", "trips", "stop_times")
STATUS: Final = ("recorded", "ended", "planned", "imported")

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "agency": ("agency_id", "agency_name", "agency_url", "agency_timezone"),
    "routes": (
        "route_id", "agency_id", "route_short_name", "route_long_name", "route_type", "route_color", "route_text_color",
    ),
    "stops": (
        "stop_id", "stop_name", "stop_lat", "stop_lon", "location_type", "source_id", "as_of", "confidence",
        "accuracy_m",
    ),
    "trips": ("trip_id", "route_id", "service_id", "trip_headsign", "direction_id", "shape_id"),
    "stop_times": ("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"),
    "frequencies": ("trip_id", "start_time", "end_time", "headway_secs", "exact_times"),
    "calendar": (
        "service_id", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "start_date",
        "end_date",
    ),
    "calendar_dates": ("service_id", "date", "exception_type"),
    "shapes": ("shape_id", "shape_pt_sequence", "shape_pt_lat", "shape_pt_lon"),
    "translations": ("table_name", "field_name", "language", "translation", "record_id", "field_value"),
    "fare_attributes": ("fare_id", "price", "currency_type"),
    "fare_rules": ("fare_id", "route_id"),
    "feed_info": ("feed_publisher_name", "feed_version", "feed_start_date", "feed_end_date"),
}  # fmt: skip

# Columns without which a file says nothing; stops and trips may lack the rest.
NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "routes": ("route_id", "route_type"),
    "stops": ("stop_id",),
    "trips": ("trip_id", "route_id", "service_id"),
    "stop_times": ("trip_id", "stop_id", "stop_sequence"),
    "frequencies": ("trip_id", "start_time", "end_time", "headway_secs"),
    "calendar": COLUMNS["calendar"],
    "calendar_dates": COLUMNS["calendar_dates"],
    "shapes": COLUMNS["shapes"],
    "translations": ("table_name", "field_name", "language", "translation"),
}


def about(feed_id: str) -> Table:
    """Return the declaration of what is said of a feed as a whole."""
    return Table(
        f"gtfs/{feed_id}/about.csv",
        (
            Column("status", choice(*STATUS)),
            *both("title"),
            *both("note", required=False),
            optional("source_id", slug, refers_to="sources.csv"),
            optional("as_of", day),
            Column("position", whole),
        ),
        key=("status",),
        needs_rows=True,
    )


def as_table(feed_id: str, name: str) -> Table:
    """Return a GTFS file as a table whose every cell is text, so that its faults can be found."""
    return Table(f"gtfs/{feed_id}/{name}.txt", tuple(Column(c, text, required=False) for c in COLUMNS[name]))
