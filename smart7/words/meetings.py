"""Words of an agenda that cannot be read, and of the kinds of its items."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

KINDS: Final[Mapping[str, Text]] = {
    "overview": Text("ภาพรวม 7 ด้าน", "Overview of the seven domains"),
    "domain": Text("หนึ่งด้าน", "One domain"),
    "indicator": Text("หนึ่งตัวชี้วัด", "One indicator"),
    "comparison": Text("เปรียบเทียบหน่วยงาน", "Comparison of units"),
    "unit": Text("หนึ่งหน่วยงานหรือโรงเรียน", "One unit or school"),
    "map": Text("แผนที่", "The map"),
    "change": Text("ก่อนและหลัง", "Before and after"),
    "travel": Text("เวลาเดินทางก่อนและหลังรถไฟฟ้า", "Travel times before and after light rail"),
    "service": Text("บริการของสายในเดือนหนึ่ง", "Service of a line in a month"),
    "view": Text("มุมมองที่บันทึกไว้", "A saved view"),
    "since": Text("สิ่งที่เปลี่ยนตั้งแต่วันที่กำหนด", "What changed since a date"),
    "late": Text("รายการที่ส่งช้า", "What is late"),
    "asks": Text("ห้าเรื่องที่ควรถาม", "Five things to ask about"),
    "question": Text("คำถามและคำตอบ", "A question and its answer"),
    "text": Text("ข้อความ", "Text"),
    "section": Text("คั่นตอน", "A section"),
    "picture": Text("ภาพ", "A picture"),
}

BAD_ID = Text("รหัสวาระ “{value}” ใช้ไม่ได้", "“{value}” is not an agenda's id")
BAD_KIND = Text("เรื่องที่ {number}: ไม่มีเรื่องชนิด “{value}”", "Item {number}: there is no kind of item called “{value}”")
BAD_SUBJECT = Text(
    "เรื่องที่ {number}: ไม่พบ “{value}” สำหรับเรื่องชนิด {kind}",
    "Item {number}: there is no “{value}” for an item of kind {kind}",
)
BAD_LANGUAGE = Text("เรื่องที่ {number}: ไม่มีภาษา “{value}”", "Item {number}: there is no language “{value}”")
BAD_MINUTES = Text(
    "เรื่องที่ {number}: เวลาต้องอยู่ระหว่าง 0 ถึง {most} นาที", "Item {number}: the time must be 0 to {most} minutes"
)
BAD_DAY = Text("เรื่องที่ {number}: “{value}” ไม่ใช่วันที่", "Item {number}: “{value}” is not a date")
TOO_LONG = Text("ข้อความยาวเกิน {most} ตัวอักษร", "A text is longer than {most} characters")
TOO_MANY = Text("วาระหนึ่งมีได้ไม่เกิน {most} เรื่อง", "An agenda holds at most {most} items")
UNREADABLE = Text("อ่านวาระนี้ไม่ได้", "This agenda cannot be read")

COUNCIL: Final = Text("สภาเทศบาลนครขอนแก่น", "Khon Kaen City Council")
READY: Final[Mapping[str, tuple[Text, Text]]] = {
    "monthly-council": (Text("รายงานประจำเดือนต่อสภา", "Monthly report to the council"), COUNCIL),
    "domain-in-depth": (
        Text("เจาะลึกหนึ่งด้าน", "One domain in depth"),
        Text("คณะกรรมการเมืองอัจฉริยะ", "Smart City committee"),
    ),
    "lrt-decision": (Text("ประกอบการตัดสินใจเรื่องรถไฟฟ้ารางเบา", "For the decision on light rail"), COUNCIL),
    "school-board": (
        Text("คณะกรรมการสถานศึกษา", "School board"), Text("คณะกรรมการสถานศึกษาขั้นพื้นฐาน", "The school's board")
    ),
    "budget-hearing": (Text("พิจารณางบประมาณ", "Budget hearing"), COUNCIL),
}  # fmt: skip
LRT_QUESTION: Final = Text(
    "ควรเดินหน้ารถไฟฟ้ารางเบาอย่างไร\nแผนยังไม่ใช่เส้นที่เปิดบริการ ทุกตัวเลขหลังจากนี้บอกช่วงและที่มา",
    "How should light rail go ahead?\n"
    "A plan is not a line that runs: each figure from here on has its range and its source",
)
WITHDRAWN: Final = Text("ถอนออกแล้ว", "withdrawn")
