"""What the tests of markup share: a figure and a view, with whatever a test changes."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from smart7 import calendar
from smart7.figures import Aim, Figure, Provenance, Source
from smart7.i18n import Text
from smart7.metrics import Status, Target
from smart7.view import View

PERIOD = calendar.period("fiscal_year", date(2025, 10, 1))
PLAN = Source("health-plan", Text("แผนสุขภาพ", "Health plan"), date(2025, 10, 1))
COUNTED = {
    "indicator_id": "dengue-cases",
    "domain_id": "living",
    "name": Text("ผู้ป่วยไข้เลือดออก", "Dengue cases"),
    "about": Text("จำนวนผู้ป่วย", "How many fell ill"),
    "measure": Text("ราย", "cases"),
    "value_kind": "number",
    "decimals": 0,
    "direction": "lower",
    "level": "city",
    "native_kind": "month",
    "due_days": 30,
    "owner": "division-health",
    "promised": True,
    "aims": ("safe",),
    "unit_id": "khonkaen-city",
    "unit": Text("เทศบาลนครขอนแก่น", "Khon Kaen City Municipality"),
    "value": 1234.0,
    "period": PERIOD,
    "period_label": Text("ปีงบประมาณ 2569", "Fiscal year 2026"),
    "period_short": Text("ปีงบ 2569", "FY2026"),
    "quality": "official",
    "is_sample": False,
    "complete": True,
    "held": (12, 12),
    "units_held": (1, 1),
    "units_reporting": 0,
    "units_published": 0,
    "target": Target(high=1300.0, until=PERIOD.end),
    "aim": Aim("plan", PERIOD.start, PERIOD.end, "official", PLAN, None),
    "status": Status("on"),
    "newest": PERIOD.end,
    "judged_at": date(2026, 11, 22),
    "late": False,
    "change": -66.0,
    "before": calendar.previous(PERIOD),
    "trend": "improving",
    "spark": (1500.0, 1300.0, 1234.0),
    "provenance": Provenance(
        sources=(Source("disease-register", Text("ทะเบียนโรค", "Disease register"), date(2026, 10, 15)),),
        as_of=date(2026, 10, 15),
        owner=Text("สำนักการสาธารณสุข", "Health Office"),
        formula=Text("นับผู้ป่วย", "count of cases"),
        register=Text("ทะเบียนผู้ป่วย", "register of cases"),
    ),
}


@pytest.fixture
def figure() -> Callable[..., Figure]:
    """Return a maker of figures: a published count of one year, with whatever a test changes."""
    usual = dict.fromkeys(field.name for field in fields(Figure)) | COUNTED
    return lambda **changes: Figure(**(usual | changes))


@pytest.fixture
def view() -> Callable[..., View]:
    """Return a maker of views: English and light, unless a test says otherwise."""

    def make(lang: Any = "en", dark: bool = False) -> View:
        years = range(2026, 2016, -1)
        return View(lang=lang, dark=dark, year=2026, years=years, sample=True, as_of=date(2026, 11, 22))

    return make
