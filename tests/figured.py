"""The row of an ordinary figure as `indicators/cards` gives it, for tests that change some of its cells."""

from datetime import date
from typing import Any

from smart7 import queries

FIGURE: dict[str, Any] = dict.fromkeys(queries.get("indicators/cards").returns) | {
    "indicator_id": "visits", "domain_id": "living", "native_kind": "fiscal_year", "due_days": 90, "decimals": 1,
    "value_kind": "number", "direction": "higher", "over_time": "sum", "level": "city", "owner": "division-1",
    "promised": True, "aims": ["safe"], "units_reporting": 1, "unit_id": "town", "value": 120.0, "quality": "official",
    "is_sample": False, "partial": False, "periods": 1, "periods_expected": 1, "units": 1, "units_expected": 1,
    "source_ids": ["s"], "sources_th": ["source"], "sources_en": ["source"], "source_days": [date(2026, 10, 20)],
    "as_of": date(2026, 10, 20), "last_period_end": date(2026, 9, 30),
    "period_kind": "fiscal_year", "period_start": date(2025, 10, 1), "period_end": date(2026, 9, 30),
    "previous_kind": "fiscal_year", "previous_start": date(2024, 10, 1), "previous_end": date(2025, 9, 30),
    "previous_value": 100.0, "previous_incomplete": False, "spark": [100.0, 120.0],
    "spark_starts": [date(2024, 10, 1), date(2025, 10, 1)], "measure_en": "visits", "measure_th": "ครั้ง",
    "target_authority": "plan", "target_quality": "official", "target_from": date(2023, 10, 1),
    "target_source_id": "plan", "target_known": date(2023, 10, 1),
    "name_en": "Visits", "name_th": "การเยี่ยม", "short_en": "FY2026", "short_th": "ปีงบ 2569",
} | {
    f"{name}_{lang}": name
    for name in ("about", "unit", "label", "source", "owner", "formula", "register", "target_source")
    for lang in ("th", "en")
}  # fmt: skip
