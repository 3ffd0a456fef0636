"""Small files of local authorities: assessments, money, reports of troubles, electricity, waste."""

from pathlib import Path
from typing import Any

from tests.ingest.official.given.forms import page, table, workbook


def ita(folder: Path) -> Path:
    """Write ITA scores of local authorities in Thai digits, single indicators under one heading."""
    header = [
        ["ลำดับ", "หน่วยงาน", "คะแนนตามตัวชี้วัด", None, None, "ผลการประเมิน", None],
        [None, None, "IIT", "EIT", "OIT", "คะแนน ITA", "ระดับ"],
    ]
    rows = [
        ["ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานขององค์กรปกครองส่วนท้องถิ่น"],
        ["ประจำปีงบประมาณ พ.ศ. ๒๕๖๙ จังหวัดขอนแก่น"],
        *header,
        ["๑", "เทศบาลนครขอนแก่น", "๙๐.๐๐", "๘๕.๕๐", "๙๕.๐๐", "๙๐.๑๗", "ผ่าน"],
        ["๒", "ทน. อุดรธานี", 80, 81, 82, 81.01, "ผ่าน"],
        ["๓", "ทต.ตัวอย่าง", "70", "71", "72", "71.00", "ไม่ผ่าน"],
        ["๔", "เทศบาลนครเชียงใหม่", "-", "-", "-", "-", "ไม่ระบุ"],
        ["หมายเหตุ : เรียงตามลำดับอักษร"],
    ]
    merged = [(2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 2, 4), (2, 5, 2, 6)]
    return workbook(folder / "ita2569.xlsx", ("ผลคะแนน", rows, merged))


def lpa(folder: Path) -> Path:
    """Write LPA results: five parts with marks and percent under each, all together at the end."""
    parts = ("ด้านที่ 1", "ด้านที่ 2", "ด้านที่ 3", "ด้านที่ 4", "ด้านที่ 5", "รวม 5 ด้าน")
    header: list[list[Any]] = [["ลำดับ", "อำเภอ", "อปท."], [None, None, None]]
    for part in parts:
        header[0] += [part, None]
        header[1] += ["คะแนน", "ร้อยละ"]
    full = [[*([10, 50] * 5), 50, "88.25%"], [*([9, 45] * 5), 45, "81.50"], [*([8, 40] * 5), 40, 70]]
    rows = [
        ["ผลการประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น (LPA) ประจำปี 2569"],
        *header,
        [1, "เมืองขอนแก่น", "ทน.ขอนแก่น", *full[0]],
        [2, "เมืองอุดรธานี", "เทศบาลนครอุดรธานี", *full[1]],
        [3, "เมืองขอนแก่น", "ทต.ตัวอย่าง", *full[2]],
        ["ค่าเฉลี่ย", None, None, *full[2]],
    ]
    merged = [(1, at, 2, at) for at in range(3)] + [(1, 3 + 2 * at, 1, 4 + 2 * at) for at in range(6)]
    return workbook(folder / "lpa.xlsx", ("LPA", rows, merged))


def finance(folder: Path) -> Path:
    """Write revenue and spending of municipalities: three storeys in two languages, districts above their cities."""
    revenue = {
        "ภาษีอากร": "Taxes and duties", "ค่าธรรมเนียม ใบอนุญาต และค่าปรับ": "Fees, licenses and fines", "ทรัพย์สิน": "Property",
        "สาธารณูปโภค และการพาณิชย์": "Public utilities and commerce", "เบ็ดเตล็ด": "Miscellaneous",
        "เงินอุดหนุน": "Subsidies", "อื่น ๆ": "Others",
    }  # fmt: skip
    spending = {
        "งบกลาง": "Central fund", "งบบุคลากร": "Personnel", "งบดำเนินงาน": "Operations", "งบลงทุน": "Investments",
        "งบเงินอุดหนุน": "Subsidies", "อื่น ๆ": "Others",
    }  # fmt: skip
    header = [
        ["อำเภอ/เทศบาล", "รายได้ Revenue", *[None] * 6, "รายจ่าย Expenditure", *[None] * 5, "District/municipality"],
        [None, *revenue, *spending, None],
        [None, *revenue.values(), *spending.values(), None],
    ]
    rows = [
        ["ตาราง 19.2 รายได้ และรายจ่ายจริงของเทศบาล จำแนกตามประเภท เป็นรายอำเภอ และเทศบาล ปีงบประมาณ 2569"],
        ["Table 19.2 Actual Revenue and Expenditure of Municipality by Type: Fiscal Year 2026"],
        ["(พันบาท : Thousand Baht)"],
        *header,
        ["รวมยอด", *[999] * 13, "Total"],
        ["อำเภอเมืองขอนแก่น", *[None] * 13, "Mueang Khon Kaen district"],
        [
            "  เทศบาลนครขอนแก่น",
            5000,
            400,
            "300.5",
            200,
            100,
            "4,000",
            "-",
            1000,
            4000,
            3000,
            900,
            100,
            50,
            "Khon Kaen City",
        ],
        ["  เทศบาลเมืองตัวอย่าง", *[7] * 13, "Example Town"],
        ["ที่มา: สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดขอนแก่น"],
    ]
    merged = [(3, 0, 5, 0), (3, 1, 3, 7), (3, 8, 3, 13), (3, 14, 5, 14)]
    return workbook(folder / "T-19.2.xlsx", ("T-19.2", rows, merged))


def complaints(folder: Path) -> Path:
    """Write reports of troubles one by one: several bodies in one cell, marks of the order of bytes, no end."""
    header = [
        "ticket_id", "type", "organization", "description", "photo", "latitude", "longitude", "address", "subdistrict",
        "district", "province", "timestamp", "photo_after", "timestamp_inprogress", "timestamp_finished",
        "org_finished", "status", "confirmed", "star", "count_reopen", "last_activity",
    ]  # fmt: skip

    def ticket(name: str, body: str, made: str, finished: str) -> list[str]:
        place = ["16.4", "102.8", "ตัวอย่าง", "ในเมือง", "เมืองขอนแก่น", "ขอนแก่น"]
        status = "เสร็จสิ้น" if finished else "รอรับเรื่อง"
        return [name, "ทางเท้า", body, "ตัวอย่าง", "", *place, made, "", "", finished, "", status, "", "", "0", made]

    city = "เทศบาลนครขอนแก่น"
    rows = [
        ticket("2026-AAA", city, "2026-01-31 23:30:00.123456", "2026-02-02 11:30:00.123456"),
        ticket("2026-BBB", f"แขวงทางหลวง,{city}", "2026-01-05 08:00:00", "2026-01-06 08:00:00.5"),
        ticket("2026-CCC", city, "2026-01-06 08:00:00", ""),
        ticket("2026-DDD", "เทศบาลเมืองตัวอย่าง", "2026-01-07 08:00:00", ""),
        ticket("2026-EEE", city, "2026-02-10 00:00:00", "2026-02-13 00:00:00"),
    ]
    return table(folder / "issues.csv", [header, *rows], "utf-8-sig")


def electricity(folder: Path) -> Path:
    """Write sales of electricity by district: three storeys in two languages, the sum first."""
    users = {
        "รวม": "Total", "ที่อยู่อาศัย": "Residential", "สถานธุรกิจ และอุตสาหกรรม": "Business and industry",
        "สถานที่ราชการ และสาธารณะ": "Government office and public utility", "อื่น ๆ": "Others",
    }  # fmt: skip
    sold = "การจำหน่ายกระแสไฟฟ้า (ล้านกิโลวัตต์/ชั่วโมง) Electricity sales (Million kWh)"
    rows = [
        ["ตาราง จำนวนผู้ใช้ไฟฟ้า และการจำหน่ายกระแสไฟฟ้า จำแนกตามประเภทผู้ใช้ เป็นรายอำเภอ ปีงบประมาณ 2569"],
        ["Table Number of Consumers and Electricity Sales by Type of Consumers and District: Fiscal Year 2026"],
        ["อำเภอ", "จำนวนผู้ใช้ไฟฟ้า (ราย)", sold, None, None, None, None, "District"],
        [None, None, *users, None],
        [None, None, *users.values(), None],
        ["รวมยอด", 300, 90.5, 30, 50, 10, 0.5, "Total"],
        ["เมืองขอนแก่น", 100, 60.25, 20, 35, "5.25", "-", "Mueang Khon Kaen"],
        ["ชุมแพ", 50, 10, 3, 5, 1, 1, "Chum Phae"],
        ["ที่มา: การไฟฟ้าส่วนภูมิภาคจังหวัดขอนแก่น"],
    ]
    merged = [(2, 0, 4, 0), (2, 1, 4, 1), (2, 2, 2, 6), (2, 7, 4, 7)]
    return workbook(folder / "T-12.xlsx", ("T-12", rows, merged))


def waste(folder: Path) -> Path:
    """Write waste by local authority: a page under the name of a workbook, noughts where nothing was surveyed."""
    header = [
        "ลำดับ", "อปท./จังหวัด", "ประชากร<br>(คน)", "ปริมาณขยะที่เกิดขึ้น<br>(ตัน/วัน)", "จำนวน อปท. ที่มีการให้บริการ<br>(แห่ง)",
        "ปริมาณขยะที่เก็บขนไปกำจัด<br>(ตัน/วัน)", "ปริมาณขยะที่ถูกนำไปใช้ประโยชน์<br>(ตัน/วัน)",
    ]  # fmt: skip
    rows = [
        header,
        [1, "ทน.ขอนแก่น", "1,000", "2.00", 1, "1.50", "0.50"],
        [2, "ทต.ตัวอย่าง", "500", "0.40", 1, "0.40", "0.00"],
        [3, "เทศบาลนครอุดรธานี", "0", "0.00", 0, "0.00", "0.00"],
        ["", "จังหวัดขอนแก่น", "1,500", "2.40", 2, "1.90", "0.50"],
    ]
    above = ["ตารางข้อมูลการสำรวจขยะมูลฝอย ปี พ.ศ. 2568", "วันที่ปรับปรุงข้อมูล 26 พ.ค. 2569"]
    return page(folder / "waste.xls", rows, above, ["ที่มา : กรมควบคุมมลพิษ"])
