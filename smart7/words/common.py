"""Words used on more than one page: status, quality, periods, units, directions, parts of a figure."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

Words = Mapping[str, Text]

# Keyed like `theme.STATUS_ICON`.
STATUS: Final[Words] = {
    "on": Text("ตามเป้า", "On target"),
    "near": Text("ใกล้เป้า", "Near target"),
    "off": Text("ไม่ถึงเป้า", "Off target"),
    "none": Text("ยังบอกไม่ได้", "Not judged"),
}

# Why a figure is not judged.
REASONS: Final[Words] = {
    "missing": Text("ยังไม่ได้ส่งข้อมูล", "No figure has been sent in yet"),
    "parts": Text("มีเฉพาะรายหน่วยหรือรายการย่อย", "Known only by unit or part"),
    "no_target": Text("ไม่มีเป้าหมายในงวดของตัวเลข", "There is no target for its period"),
    "sample": Text("ตัวเลขตัวอย่าง", "Sample figure"),
    "partial": Text("ยังไม่ครบปี", "The year is not complete"),
    "context": Text("ตัวเลขประกอบ ไม่ตัดสิน", "Background figure, not judged"),
}

QUALITY: Final[Words] = {
    "official": Text("ทางการ", "Official"),
    "reported": Text("มีรายงาน", "Reported"),
    "submitted": Text("หน่วยงานส่ง", "Submitted"),
    "modelled": Text("คำนวณโดยโครงการ", "Modelled"),
    "estimated": Text("ประมาณ", "Estimated"),
    "sample": Text("ตัวอย่าง", "Sample"),
}
QUALITY_ABOUT: Final[Words] = {
    "official": Text(
        "หน่วยงานที่รับผิดชอบเรื่องนี้เป็นผู้เผยแพร่",
        "Published by the body responsible for it.",
    ),
    "reported": Text(
        "มาจากข่าวหรือบทความวิชาการ ไม่ได้มาจากหน่วยงานที่รับผิดชอบโดยตรง",
        "From the press or a paper, not from the body responsible itself.",
    ),
    "submitted": Text(
        "หน่วยงานส่งเข้ามาในระบบนี้ และมีผู้ตรวจรับแล้ว",
        "Sent in by a unit and approved here.",
    ),
    "modelled": Text(
        "โครงการคำนวณจากข้อมูลอื่นตามสูตรที่แสดงไว้",
        "Worked out by this project from other data, by the formula shown.",
    ),
    "estimated": Text(
        "เป็นค่าประมาณ ค่าจริงอาจต่างออกไป",
        "An estimate; the true figure may differ.",
    ),
    "sample": Text(
        "สร้างขึ้นเพื่อแสดงรูปแบบเท่านั้น ไม่ใช่ตัวเลขจริงของหน่วยงานใด",
        "Made up to show the shape only; not the true figure of any unit.",
    ),
}

AIMS: Final[Words] = {
    "convenient": Text("สะดวก", "Convenient"),
    "economical": Text("ประหยัด", "Economical"),
    "safe": Text("ปลอดภัย", "Safe"),
    "efficient": Text("มีประสิทธิภาพ", "Efficient"),
    "sustainable": Text("ยั่งยืน", "Sustainable"),
}

PERIOD_KINDS: Final[Words] = {
    "month": Text("รายเดือน", "Monthly"),
    "quarter": Text("รายไตรมาส", "Quarterly"),
    "fiscal_year": Text("รายปีงบประมาณ", "By fiscal year"),
    "calendar_year": Text("รายปีปฏิทิน", "By calendar year"),
    "academic_year": Text("รายปีการศึกษา", "By academic year"),
    "date": Text("ณ วันที่", "On a date"),
    "span": Text("เฉพาะช่วง", "A span of days"),
}

# What a figure is about: the kinds of unit.
LEVELS: Final[Words] = {
    "city": Text("ทั้งเมือง", "Whole city"),
    "school": Text("โรงเรียน", "School"),
    "centre": Text("ศูนย์พัฒนาเด็กเล็ก", "Child centre"),
    "division": Text("สำนัก/กอง", "Division"),
    "province": Text("จังหวัด", "Province"),
    "tambon": Text("ตำบล", "Tambon"),
    "district": Text("อำเภอ", "District"),
    "peer_city": Text("เมืองที่ใช้เทียบ", "City compared with"),
    "peer_province": Text("จังหวัดที่ใช้เทียบ", "Province compared with"),
    "station": Text("สถานีตรวจวัด", "Measuring station"),
    "region": Text("ภาค", "Region"),
    "area": Text("พื้นที่", "Area"),
    "country": Text("ทั้งประเทศ", "Country"),
}

DIRECTIONS: Final[Words] = {
    "higher": Text("ยิ่งมากยิ่งดี", "Higher is better"),
    "lower": Text("ยิ่งน้อยยิ่งดี", "Lower is better"),
    "band": Text("ควรอยู่ในช่วงที่กำหนด", "Best within a range"),
    "context": Text("ตัวเลขประกอบ ไม่มีทิศทางที่ดีหรือไม่ดี", "Background: neither way is better"),
}

OVER_TIME: Final[Words] = {
    "sum": Text("รวมกันทั้งปี", "Summed over the year"),
    "ratio": Text("รวมตัวตั้งหารด้วยรวมตัวหาร", "Sum of numerators over sum of denominators"),
    "last": Text("ค่าล่าสุดของปี", "The last value of the year"),
    "mean": Text("ค่าเฉลี่ยถ่วงน้ำหนัก", "Weighted mean"),
}
OVER_UNITS: Final[Words] = {
    "sum": Text("รวมทุกหน่วย", "Summed over units"),
    "ratio": Text("รวมตัวตั้งหารด้วยรวมตัวหาร", "Sum of numerators over sum of denominators"),
    "mean": Text("ค่าเฉลี่ยถ่วงน้ำหนัก", "Weighted mean"),
    "none": Text("ไม่รวมระหว่างหน่วย", "Not added up over units"),
}

EVENT_KINDS: Final[Words] = {
    "start": Text("เริ่มดำเนินการ", "Start"),
    "stop": Text("หยุดดำเนินการ", "Stop"),
    "milestone": Text("ความคืบหน้า", "Milestone"),
    "decision": Text("มติ/คำสั่ง", "Decision"),
    "promise": Text("คำมั่น", "Promise"),
    "award": Text("รางวัล", "Award"),
    "training": Text("อบรม", "Training"),
    "measure": Text("มาตรการ", "Measure"),
}

APP: Final = Text("ขอนแก่น 7 Smart", "Khon Kaen 7 Smart")

# The parts of a figure.
VALUE: Final = Text("ค่า", "Value")
MEASURE: Final = Text("หน่วยวัด", "Unit of measure")
PERIOD: Final = Text("งวด", "Period")
UNIT: Final = Text("หน่วยงาน", "Unit")
CHANGE: Final = Text("เปลี่ยนแปลง", "Change")
STATUS_NAME: Final = Text("สถานะ", "Status")
QUALITY_NAME: Final = Text("คุณภาพข้อมูล", "Quality")
SOURCE: Final = Text("ที่มา", "Source")
SOURCES: Final = Text("ที่มา: {sources}", "Source: {sources}")
MORE_SOURCES: Final = Text(" และอีก {count} แหล่ง", " and {count} more")
OWNER: Final = Text("เจ้าของตัวชี้วัด", "Owner")
AS_OF: Final = Text("ข้อมูล ณ", "As of")
LICENCE: Final = Text("เงื่อนไขการใช้", "Licence")
FORMULA: Final = Text("สูตร", "Formula")
NUMERATOR: Final = Text("ตัวตั้ง", "Numerator")
DENOMINATOR: Final = Text("ตัวหาร", "Denominator")
NOTE: Final = Text("หมายเหตุ", "Note")
TARGET: Final = Text("เป้าหมาย", "Target")
AIM: Final = Text("เป้าประสงค์", "Aim")

# What things are called on every page.
DOMAIN: Final = Text("ด้าน", "Domain")
INDICATOR: Final = Text("ตัวชี้วัด", "Indicator")
NAME: Final = Text("ชื่อ", "Name")
DETAILS: Final = Text("รายละเอียด", "Details")
YES: Final = Text("ใช่", "Yes")
NO: Final = Text("ไม่ใช่", "No")

# What stands where a figure is not.
NO_DATA: Final = Text("ไม่มีข้อมูล", "No data")
ON_PAPER: Final = Text("บนกระดาษมีเพียงส่วนหนึ่ง ทุกแถวอยู่ในไฟล์", "On paper only a part; all rows are in the files.")
SAMPLE_BADGE: Final = Text("ตัวเลขตัวอย่าง ไม่ใช่ตัวเลขจริง", "Sample figures, not real ones")
