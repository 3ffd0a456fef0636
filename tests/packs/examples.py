"""Slides made by hand: every kind of chart, a long table, long names, samples, nothing at all."""

from dataclasses import replace
from datetime import date

import pandas as pd

from smart7 import charts
from smart7.i18n import Text
from smart7.meetings.agenda import Agenda, Item
from smart7.meetings.slide import Chart, Notes, Shown, Slide, Table
from smart7.packs.content import Pack, public

SNAPSHOT = "20261122-0123456789"
AGENDA = Agenda(
    "example", Text("ประชุมสภาเทศบาล ที่ นั้น น้ำ ผู้ใหญ่", "Council meeting"), Text("สภาเทศบาล", "The council"),
    date(2026, 12, 1), (Item("overview"),),
)  # fmt: skip
YEARS = pd.DataFrame(
    {
        "label": "เมือง", "period": [f"ปี {year}" for year in range(2562, 2569)],
        "at": [float(year) for year in range(2019, 2026)], "value": [10.5, 9.0, 8.25, 8.0, 7.5, 7.0, 6.5],
        "text": ["10.5", "9.0", "8.3", "8.0", "7.5", "7.0", "6.5"], "era": [1, 1, 1, 2, 2, 2, 2],
        "target_low": [None] * 7, "target_high": [8.0] * 7, "is_sample": [False] * 7,
    }
)  # fmt: skip
AMOUNTS = pd.DataFrame(
    {
        "label": ["กอง ก", "กอง ข", "=1+1", "กอง ค"], "value": [40.0, 30.0, 20.0, 10.0], "done": [4.0, 3.0, 2.0, 1.0],
        "total": [8.0, 6.0, 4.0, 2.0], "shown": ["40", "30", "20", "10"], "number": ["40", "30", "20", "10"],
        "series": ["ก", "ข", "ก", "ข"], "whole": [100.0] * 4, "x": [1.0, 2.0, 3.0, 4.0], "y": [4.0, 3.0, 2.0, 1.0],
        "low": [1.0, 2.0, 3.0, 4.0], "high": [4.0, 5.0, 6.0, 7.0], "measure": ["คน"] * 4,
        "is_sample": [False, True, False, False],
    }
)  # fmt: skip
GROUPED = pd.DataFrame(
    {
        "period": ["2567", "2567", "2568", "2568"], "series": ["ชาย", "หญิง"] * 2, "value": [1.0, 2.0, 3.0, 4.0],
        "label": ["2567", "2567", "2568", "2568"], "is_sample": [False] * 4, "rooms": ["1", "2", "3", "4"],
        "year": ["ก", "ก", "ข", "ข"], "measure": ["คน"] * 4,
    }
)  # fmt: skip
HEADERS = {
    "series x=at y=value text=text": YEARS,
    "months x=at y=value": YEARS,
    "bars x=label y=value text=number": AMOUNTS,
    "ranked y=label x=value text=number": AMOUNTS,
    "lying y=label x=value text=shown": AMOUNTS,
    "funnel y=label x=value text=shown": AMOUNTS,
    "flow y=label x=value text=shown": AMOUNTS,
    "progress y=label x=done total=total text=shown": AMOUNTS,
    "lines x=period y=value color=series": GROUPED,
    "multiples x=period y=value color=series": GROUPED,
    "groups x=period y=value color=series": GROUPED,
    "ranges y=label x=low mid=x x2=high text=shown": AMOUNTS,
    "scatter x=x y=y text=shown": AMOUNTS.assign(said_x="ก", said_y="ข"),
    "promises x=x y=y text=shown": AMOUNTS,
    "boxes y=series x=value": GROUPED,
    "heat x=year y=series value=value text=rooms": GROUPED,
    "doughnut y=label x=value": AMOUNTS,
    "stacked y=label x=value color=series": GROUPED,
}
OFFICE_ONLY = ("doughnut", "stacked")


def chart(header: str, lang="th") -> Chart:
    """Return a chart as a slide holds it."""
    kind, fields = charts.parse(header)
    rows = HEADERS[header]
    drawn = "lying y=label x=value text=shown" if kind in OFFICE_ONLY else header
    spec = charts.build(drawn, AMOUNTS if kind in OFFICE_ONLY else rows, lang, False)
    return Chart(kind, fields, rows, spec, f"แผนภูมิ {kind}", "คน", 2, f"แผนภูมิ {kind}: จากมากไปน้อย")


def shown(n: int, *, sample: bool = False) -> Shown:
    """Return one figure."""
    quality = ("sample", "ตัวอย่าง") if sample else ("official", "ทางการ")
    return Shown(
        f"k{n}", f"ตัวชี้วัดที่ {n}", 1234.5 + n, f"{1234.5 + n:,.1f}\u00a0คน", "คน", 1, "เทศบาลนครขอนแก่น", "ปีงบ 2568", 
        *quality, "สำนักทะเบียน", sample, "on", "ตามเป้า", "ไม่เกิน 1,300 คน",
    )  # fmt: skip


def slide(number: int, **parts) -> Slide:
    """Return one slide, its parts replaced as asked."""
    notes = Notes("ลดลงสามปีติดกัน", f"นับจากทะเบียน วิธีที่ {number}", ("ทำไมลดลง", "เทียบกับเมืองอื่นอย่างไร"))
    plain = Slide(
        Item("indicator", "x"), number, "th", f"เรื่องที่ {number} ดีขึ้นจากปีก่อน", "ผู้ใหญ่ที่ได้รับน้ำ ปีงบ 2568", None, None,
        (shown(number),), notes, "ที่มา: สำนักทะเบียน", "official", False, "ภาพของเรื่องนี้", "/indicator?id=x",
    )  # fmt: skip
    return replace(plain, **parts)


def table(rows: int) -> Table:
    """Return a table of that many rows."""
    return Table(("ชื่อ", "ค่า", "สถานะ"), tuple((f"แถว {n}", f"{n:,}", "ตามเป้า") for n in range(rows)), (1,))


def every_slide() -> list[Slide]:
    """Return a slide of each kind and the hard ones."""
    made = [slide(n, chart=chart(header)) for n, header in enumerate(HEADERS, 1)]
    at = len(made)
    made += [
        slide(at + 1, table=table(25)),
        slide(at + 2, figures=tuple(shown(n, sample=True) for n in range(6)), is_sample=True, quality="sample"),
        slide(at + 3, headline="ยาว" * 100, subhead="ยาว" * 80, chart=chart("ranked y=label x=value text=number")),
        slide(at + 4, figures=(), quality="", source_line="", notes=Notes("", "", ())),
        slide(at + 5, body="บรรทัดหนึ่ง\nบรรทัดสอง", figures=()),
        slide(at + 6, lang="en", headline="Fell for the third year", subhead="Adults with water", figures=(shown(9),)),
    ]
    return made


def pack(slides=None, lang="th") -> Pack:
    """Return a pack of slides."""
    held = tuple(every_slide() if slides is None else slides)
    return Pack(
        AGENDA,
        lang,
        SNAPSHOT,
        public(f"/present?agenda={AGENDA.agenda_id}" + ("&lang=en" if lang == "en" else "")),
        held,
    )


def english() -> list[Slide]:
    """Return a short agenda in English."""
    plain = {
        "lang": "en",
        "source_line": "Source: the register",
        "notes": Notes("Three years in a row.", "Counted.", ()),
    }
    bars = chart("bars x=label y=value text=number", "en")
    return [
        slide(1, **plain, headline="Fell for the third year", subhead="Adults with water", chart=bars),
        slide(2, **plain, headline="Three of four divisions sent figures", subhead="Divisions", table=table(5)),
        slide(3, **plain, headline="No figure yet", subhead="Schools", figures=(), quality=""),
    ]
