"""Rows of service as driven, sound ones and those that break a check: check, rows to insert, file and line it names."""

from datetime import date
from typing import Any

Rows = list[tuple[str, dict[str, object]]]

DAY: dict[str, Any] = {
    "feed_id": "bus", "service_date": date(2026, 3, 2), "day_type": "weekday", "quality": "modelled",
    "source_id": "vehicle-positions", "positions": 100, "vehicles": 2, "runs": 4, "doubt": 0.5, "silent_s": 0.0,
    "made_from": "digest",
}  # fmt: skip
WHERE: dict[str, Any] = {"feed_id": "bus", "service_date": date(2026, 3, 2), "route_id": "one", "direction_id": 0}
# Three gaps of 5, 10 and 15 minutes, each planned as ten.
STOP: dict[str, Any] = {
    **WHERE, "stop_id": "a", "stop_sequence": 1, "hour": 7, "passes": 3, "gaps": 3, "gap_s": 1800.0,
    "gap_s2": 1_260_000.0, "planned_gaps": 3, "planned_gap_s": 1800.0, "planned_gap_s2": 1_080_000.0, "held": 3,
    "held_s": 1800.0, "off_s": 0.0, "off_s2": 180_000.0, "bunched": 0, "long_gaps": 0, "timed": 3, "on_time": 1,
    "early": 1, "late": 1, "error_s": 0.0, "doubtful": 0,
}  # fmt: skip
TRIPS: dict[str, Any] = {
    **WHERE, "hour": 7, "planned": 3, "run": 3, "extra": 1, "unseen": 0, "dead_runs": 0, "vehicles": 2,
}  # fmt: skip
STRETCH: dict[str, Any] = {
    **WHERE, "stop_sequence": 2, "from_stop_id": "a", "to_stop_id": "b", "hour": 7, "runs": 3, "length_m": 600.0,
    "run_s": 300.0, "dwell_s": 30.0, "quick_s": 90.0, "lost_s": 30.0,
}  # fmt: skip
PLANNED: dict[str, Any] = {
    **WHERE, "trip": 1, "start_second": 25_200, "exact": True, "driven": True, "stop_sequence": 1, "stop_id": "a",
    "along_m": 0, "second": 25_200,
}  # fmt: skip
LEFT: dict[str, Any] = {"feed_id": "bus", "service_date": date(2026, 3, 2), "reason": "depot", "rows": 5}
SAMPLE: dict[str, Any] = {**DAY, "quality": "sample", "source_id": "sample-generator"}
NOWHERE = (None, None)


def day(*rows: tuple[str, dict[str, object]], of: dict[str, Any] | None = None) -> Rows:
    """Return rows with the day they are of."""
    return [("driven_days", of or DAY), *rows]


SOUND: list[Rows] = [
    day(("driven_stop_hours", STOP), ("driven_trips", TRIPS), ("driven_stretches", STRETCH),
        ("driven_planned", PLANNED), ("driven_left_out", LEFT)),
    # Where only a headway is planned, an hour may have more runs than trips.
    day(("driven_trips", TRIPS | {"run": 5}), ("driven_planned", PLANNED | {"exact": False})),
    day(("driven_stop_hours", STOP | {"error_s": -90.0, "off_s": -30.0}), of=SAMPLE),
    # Even gaps: the sum of squares is as small as it can be.
    day(("driven_stop_hours", STOP | {"gap_s2": 1_080_000.0, "off_s2": 0.0})),
]  # fmt: skip

BROKEN: list[tuple[str, Rows, tuple[str | None, int | None]]] = [
    ("driven_amounts_not_negative", day(of=DAY | {"silent_s": -1.0}), NOWHERE),
    *(
        ("driven_amounts_not_negative", day((table, row | {name: -1})), NOWHERE)
        for table, row, names in (
            ("driven_trips", TRIPS, ("planned", "run", "extra", "unseen", "dead_runs", "vehicles")),
            ("driven_stretches", STRETCH, ("length_m", "dwell_s", "quick_s", "lost_s")),
            ("driven_left_out", LEFT, ("rows",)),
        )
        for name in names
    ),
    *(
        ("driven_parts_within_their_whole", day(("driven_stop_hours", STOP | more)), NOWHERE)
        for more in ({"on_time": 2}, {"late": 0}, {"timed": 4, "late": 2}, {"doubtful": 4}, {"held": 4},
                     {"bunched": 2, "long_gaps": 2})
    ),
    ("driven_trips_within_their_plan", day(("driven_trips", TRIPS | {"run": 4}), ("driven_planned", PLANNED)), NOWHERE),
    *(
        ("driven_squares_fit_their_sums", day(("driven_stop_hours", STOP | more)), NOWHERE)
        for more in ({"gap_s2": 1_079_000.0}, {"planned_gap_s2": 1_079_000.0}, {"off_s": 1000.0})
    ),
    *(
        ("driven_stretches_lose_no_more_than_they_take", day(("driven_stretches", STRETCH | more)), NOWHERE)
        for more in ({"lost_s": 301.0}, {"runs": 0})
    ),
    ("driven_days_say_what_they_are", day(of=DAY | {"quality": "sample"}), NOWHERE),
    ("driven_days_say_what_they_are", day(of=SAMPLE | {"quality": "modelled"}), NOWHERE),
    ("driven_days_say_what_they_are", [("driven_trips", TRIPS)], NOWHERE),
]  # fmt: skip
