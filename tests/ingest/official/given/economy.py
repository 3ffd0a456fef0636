"""Small files of the economy: tourism, product, households, labour, airports."""

from pathlib import Path
from typing import Any

from tests.ingest.official.given.forms import Rows, table, workbook


def tourism(folder: Path) -> Path:
    """Write months of tourism: an empty first column, no heading over the provinces, two years side by side."""
    measures = (
        "อัตราการเข้าพัก", "จำนวนผู้เข้าพัก (คน)", "จำนวนผู้เยี่ยมเยือนทั้งหมด\n(คน)", "จำนวนผู้เยี่ยมเยือนคนไทย (คน)",
        "จำนวนผู้เยี่ยมเยือนชาวต่างชาติ (คน)", "รายได้จากผู้เยี่ยมเยือน (ล้านบาท)", "รายได้จากผู้เยี่ยมเยือนคนไทย (ล้านบาท)",
        "รายได้จากผู้เยี่ยมเยือนชาวต่างชาติ (ล้านบาท)",
    )  # fmt: skip
    merged = [(0, 1, 0, 25), *((1, 2 + 3 * at, 2, 4 + 3 * at) for at in range(8))]

    def month(
        title: str, heading: str, years: tuple[str | int, str | int], rows: Rows, note: str = ""
    ) -> list[list[Any]]:
        header: list[Any] = ["", heading]
        for measure in measures:
            header += [measure + note, None, None]
        below = [None, None, *([years[0], years[1], "%การเปลี่ยนแปลง"] * 8)]
        body = [
            ["", row[0], *(cell for value in row[1:] for cell in (value, 1, "-" if value == "-" else 2.5))]
            for row in rows
        ]
        notes = [["", "หมายเหตุ: P หมายถึง ข้อมูลเบื้องต้น"], ["", "R/Update ณ วันที่ 13 หลังผ่านประชุมกำกับ"]]
        source = ["", "ที่มา : กองเศรษฐกิจการท่องเที่ยวและกีฬา กระทรวงการท่องเที่ยวและกีฬา"]
        return [["", title, *[None] * 24], header, [None] * 26, below, *body, *notes, source]

    january = [
        ["ขอนแก่น(R1)", 50.5, 100, 300, 290, 10, 1.5, 1.4, 0.1],
        ["เลย", 40, 10, 30, 29, 1, 0.5, 0.4, 0.1],
        ["ภาคตะวันออกเฉียงเหนือ", 45, 110, 330, 319, 11, 2, 1.8, 0.2],
        ["รวมทั้งหมด", 60, 900, 2000, 1500, 500, 30.25, 20, 10.25],
    ]
    february = [["ขอนแก่น", "-", 90, 280, 275, 5, 1.25, 1.2, 0.05]]
    return workbook(
        folder / "สถานการณ์ท่องเที่ยว 2569.xlsx",
        ("ม.ค.2569R", month("รายงานเดือนมกราคม ปี 2569R", "", ("2569R", 2568), january), merged),
        (
            "ก.พ.2569(P)",
            month("รายงานเบื้องต้นเดือนกุมภาพันธ์ ปี 2569", "จังหวัด", ("2569(P)", "2568 (R)"), february, "/1"),
            merged,
        ),
        ("ยอดสะสม ม.ค. - ก.พ.2569p", month("ยอดสะสม", "จังหวัด", ("2569P", 2568), january), merged),
        ("ผ่านกำกับ", month("ร่าง", "จังหวัด", ("2569P", 2568), january), merged),
        hidden=["ผ่านกำกับ"],
    )


def product(folder: Path) -> Path:
    """Write the product of provinces: a sheet each and one of contents, current prices apart from chain volumes."""

    def sheet(province: str, prices: str, rows: Rows) -> list[list[Any]]:
        header = ["", 2023, "2024r", "2025p"]
        titles = [[f"Gross Provincial Product at {prices}: {province}"], ["(Millions of Baht)"], []]
        return [*titles, header, *rows, ["Note: r = revised, p = preliminary"], ["Source: NESDC"]]

    current = [
        ["Agriculture", 1000.5, 1010, 1020],
        ["Agriculture", 1000.5, 1010, 1020],
        ["  Agriculture, forestry and fishing", 1000.5, 1010, 1020],
        ["Non-Agriculture", 11000, 11100, 11200],
        ["Industrial", 4000, 4100, 4200],
        ["Services", 7000, 7000, "7,000"],
        ["Gross provincial product (GPP)", 12000.5, 12110, 12220],
        ["GPP Per capita (Baht)", 30000, 30100, 30200],
        ["Population (1,000 persons)", 400.5, 401, "-"],
    ]
    volumes = [["Agriculture", 500, 510, 520], ["Gross provincial product (CVMs)", 9000, 9100, 9200]]
    return workbook(
        folder / "GPP-2025-On-Web.xlsx",
        ("Contents", [["Gross Regional and Provincial Product"], ["KHON KAEN", "page 1"]], []),
        ("KKN current", sheet("KHON KAEN", "Current Market Prices", current), []),
        ("KKN volume", sheet("KHON KAEN", "Chain Volume Measures", volumes), []),
        ("LOE current", sheet("LOEI", "Current Market Prices", current), []),
    )


def household(folder: Path) -> Path:
    """Write the table of household income: long, an indicator a row, classes beside their sum."""
    header = ["year", "province", "mthincome_mthexp_totaldebt_pctexptoincome", "soc_eco_class1", "soc_eco_class2",
              "value", "unit", "attribute", "source"]  # fmt: skip
    total, office = "รวมทั้งสิ้น", "สำนักงานสถิติแห่งชาติ"
    zero = "ข้อมูลจากการสำรวจตัวอย่างมีค่าเป็น 0"
    rows = [
        ["2568", "ขอนแก่น", "รายได้ทั้งสิ้นต่อเดือน", total, total, "20000.0", "บาท", "", office],
        ["2568", "ขอนแก่น", "รายได้ทั้งสิ้นต่อเดือน", "ลูกจ้าง", "เสมียน พนักงานขาย และให้บริการ", "25000", "บาท", "", office],
        ["2568", "ขอนแก่น", "รายได้ทั้งสิ้นต่อเดือน", "ลูกจ้าง", total, "0", "บาท", zero, office],
        ["2568", "ขอนแก่น", "ค่าใช้จ่ายทั้งสิ้นต่อเดือน", total, total, "15000", "บาท", "", office],
        ["2568", "ขอนแก่น", "หนี้สินเฉลี่ยต่อครัวเรือนทั้งสิ้น", total, total, "99000.5", "บาท", "", office],
        ["2568", "ขอนแก่น", "ร้อยละของค่าใช้จ่ายต่อรายได้", total, total, "75", "ร้อยละ", "", office],
        ["2568", "เชียงใหม่", "รายได้ทั้งสิ้นต่อเดือน", total, total, "18000", "บาท", "", office],
        ["2568", "เลย", "รายได้ทั้งสิ้นต่อเดือน", total, total, "17000", "บาท", "", office],
    ]
    return table(folder / "SFD_SPB0801.csv", [header, *rows], "utf-8-sig")


def labour(folder: Path) -> Path:
    """Write the labour force survey of quarters in Windows-874, men and women apart in one, together in another."""
    rows: list[list[Any]] = [["จังหวัด", "ปี", "ไตรมาส", "เพศ", "หัวข้อ", "จำนวน"]]
    for sex, adults, force, idle in (("ชาย", 400, 300, 3), ("หญิง", 420, 280, 5)):
        rows += [
            ["ขอนแก่น", "2568", "4", sex, "ประชากรอายุ 15 ปีขึ้นไป", adults],
            ["ขอนแก่น", "2568", "4", sex, "ผู้อยู่ในกำลังแรงงาน", force],
            ["ขอนแก่น", "2568", "4", sex, "ผู้มีงานทำ", force - idle],
            ["ขอนแก่น", "2568", "4", sex, "ผู้ว่างงาน", idle],
            ["ขอนแก่น", "2568", "4", sex, "ผู้ไม่อยู่ในกำลังแรงงาน", adults - force],
        ]
    rows += [
        ["ขอนแก่น", "2569", "ไตรมาสที่ 1", "รวม", "ประชากรอายุ 15 ปีขึ้นไป", "1,000"],
        ["ขอนแก่น", "2569", "ไตรมาสที่ 1", "รวม", "ผู้มีงานทำ", "690"],
        ["ขอนแก่น", "2569", "ไตรมาสที่ 1", "รวม", "ผู้ว่างงาน", "7"],
        ["ขอนแก่น", "2569", "ไตรมาสที่ 1", "รวม", "ผู้รอฤดูกาล", "3"],
        ["ขอนแก่น", "2569", "ไตรมาสที่ 1", "ชาย", "ผู้ว่างงาน", "-"],
    ]
    return table(folder / "lfs.csv", rows, "cp874")


def airports(folder: Path) -> Path:
    """Write passengers of airports: a sheet a month, two storeys, a sum and a note below."""
    header = [
        ["ลำดับ", "ท่าอากาศยาน", "เที่ยวบิน", None, None, "ผู้โดยสาร (คน)", None, None],
        [None, None, "ขาเข้า", "ขาออก", "รวม", "ขาเข้า", "ขาออก", "รวม"],
    ]
    merged = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4), (1, 5, 1, 7)]

    def month(name: str, rows: Rows) -> list[list[Any]]:
        title = f"สถิติการขนส่งทางอากาศ ท่าอากาศยานในสังกัดกรมท่าอากาศยาน ประจำเดือน {name}"
        notes = [["รวม", None, 9, 9, 18, 900, 900, "1,800"], ["หมายเหตุ : ข้อมูลเบื้องต้น"]]
        return [[title], *header, *rows, *notes]

    return workbook(
        folder / "airports.xlsx",
        ("ม.ค.69", month("มกราคม พ.ศ. ๒๕๖๙", [
            [1, "ท่าอากาศยานขอนแก่น", 3, 3, 6, 300, 310, "610 คน"], [2, "ท่าอากาศยานอุดรธานี", 4, 4, 8, 400, 390, 790],
            [3, "ท่าอากาศยานเลย", 1, 1, 2, 50, 50, 100],
        ]), merged),
        ("ก.พ.69", month("กุมภาพันธ์ 2569", [
            [1, "ขอนแก่น", 3, 3, 6, 290, 300, 590], [2, "นครราชสีมา", None, None, None, "-", "-", "-"],
        ]), merged),
    )  # fmt: skip
