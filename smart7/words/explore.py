"""Words of a question: its sentence, its blanks, what they offer, and why a number is withheld."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text
from smart7.words import common

Words = Mapping[str, Text]

DIMENSIONS: Final[Words] = {
    "indicator": Text("ตัวชี้วัด", "indicator"),
    "domain": Text("ด้าน", "domain"),
    "owner": Text("หน่วยงานเจ้าของตัวชี้วัด", "owner division"),
    "aim": Text("เป้าประสงค์", "aim"),
    "unit": Text("หน่วย", "unit"),
    "unit_kind": Text("ชนิดของหน่วย", "kind of unit"),
    "zone": Text("เขต", "zone"),
    "breakdown": Text("รายการย่อย", "part"),
    "quality": Text("คุณภาพข้อมูล", "quality"),
    "period": Text("งวด", "period"),
}

# How time is told apart, as the sentence says it.
PERIODS: Final[Words] = {
    "as_is": Text("ตามงวดเดิมของตัวเลข", "by the periods they were given for"),
    "year": Text("รายปี", "by year"),
    "month": Text("รายเดือน", "by month"),
    "quarter": Text("รายไตรมาส", "by quarter"),
    "fiscal_year": Text("รายปีงบประมาณ", "by fiscal year"),
    "calendar_year": Text("รายปีปฏิทิน", "by calendar year"),
    "academic_year": Text("รายปีการศึกษา", "by academic year"),
    "whole": Text("รวมทั้งช่วงเวลา", "over the whole time"),
}

# The sentence's beginning, by measure.
SHOW: Final[Words] = {
    "value": Text("แสดง{what}", "Show {what}"),
    "change": Text("แสดงการเปลี่ยนแปลงของ{what}", "Show the change of {what}"),
    "index": Text("แสดงดัชนีของ{what}", "Show an index of {what}"),
    "count": Text("นับจำนวนตัวเลขที่มีของ{what}", "Count the figures held of {what}"),
    "share": Text("แสดงสัดส่วนของจำนวนตัวเลขที่มีของ{what}", "Show the share of the figures held of {what}"),
}
EVERY_INDICATOR: Final = Text("ทุกตัวชี้วัด", "every indicator")
OF: Final = Text("ของ{whom}", "of {whom}")
OF_THEIR_OWN: Final = Text("ของพื้นที่ที่แต่ละตัวชี้วัดวัด", "of the area each is about")
OF_EVERYONE: Final = Text("ของทุกหน่วย", "of every unit")
EVERY_KIND: Final[Words] = {
    "city": Text("เมืองทั้งหมด", "every city"),
    "school": Text("โรงเรียนทั้งหมด", "every school"),
    "centre": Text("ศูนย์พัฒนาเด็กเล็กทั้งหมด", "every child centre"),
    "division": Text("สำนัก/กองทั้งหมด", "every division"),
    "province": Text("จังหวัดทั้งหมด", "every province"),
    "tambon": Text("ตำบลทั้งหมด", "every tambon"),
    "district": Text("อำเภอทั้งหมด", "every district"),
    "peer_city": Text("เมืองที่ใช้เทียบทั้งหมด", "every city compared with"),
    "peer_province": Text("จังหวัดที่ใช้เทียบทั้งหมด", "every province compared with"),
    "station": Text("สถานีตรวจวัดทั้งหมด", "every measuring station"),
    "region": Text("ภาคทั้งหมด", "every region"),
    "area": Text("พื้นที่ทั้งหมด", "every area"),
    "country": Text("ประเทศทั้งหมด", "every country"),
}
EVERY_SAMPLE: Final[Words] = {
    "city": Text("เมืองตัวอย่าง", "every sample city"),
    "school": Text("โรงเรียนตัวอย่างทั้งหมด", "every sample school"),
    "centre": Text("ศูนย์เด็กเล็กตัวอย่างทั้งหมด", "every sample child centre"),
    "division": Text("หน่วยงานตัวอย่างทั้งหมด", "every sample division"),
}
FROM_TO: Final = Text("ตั้งแต่{start} ถึง{end}", "from {start} to {end}")
FROM: Final = Text("ตั้งแต่{start} เป็นต้นมา", "from {start} on")
UP_TO: Final = Text("จนถึง{end}", "up to {end}")
ON: Final = Text("วันที่ {day}", "{day}")
IN: Final = Text("ใน{when}", "in {when}")
COMPARED: Final = Text("เทียบกับ{what}", "compared with {what}")
COMPARISONS: Final[Words] = {
    "none": Text("ไม่เทียบ", "nothing"),
    "target": Text("เป้าหมาย", "the target"),
    "last_year": Text("ปีก่อน", "the year before"),
    "city": Text("ทั้งเมือง", "the whole city"),
}
SPLIT: Final = Text("แยกตาม{what}", "split by {what}")
HIGHEST: Final = Text("เฉพาะ {top} อันดับสูงสุด", "the {top} highest only")
LOWEST: Final = Text("เฉพาะ {top} อันดับต่ำสุด", "the {top} lowest only")
HIGH_FIRST: Final = Text("เรียงจากมากไปน้อย", "highest first")
LOW_FIRST: Final = Text("เรียงจากน้อยไปมาก", "lowest first")
NO_SAMPLE: Final = Text("ไม่รวมตัวเลขตัวอย่าง", "without sample figures")
AND: Final = Text("และ", "and")
MORE: Final = Text("{listed} และอีก {count} รายการ", "{listed} and {count} more")
UNKNOWN: Final = Text("(ไม่มีแล้ว: {slug})", "(no longer there: {slug})")
TOTAL: Final = Text("รวม", "Total")
WHOLE_FIGURE: Final = Text("ทั้งหมด", "Whole")
SAMPLE_MARK: Final = Text("{name} (ตัวอย่าง)", "{name} (sample)")
UNIT_GROUPS: Final[Words] = {
    "kind": Text("ทั้งกลุ่ม", "Whole groups"),
    "sample": Text("ทั้งกลุ่ม เฉพาะตัวอย่าง", "Whole groups, samples only"),
    "zone": Text("เขต", "Zones"),
    **common.LEVELS,
}

TIMES: Final[Words] = {
    "fiscal_year": Text("ปีงบประมาณ", "Fiscal years"),
    "quarter": Text("ไตรมาส", "Quarters"),
    "month": Text("เดือน", "Months"),
}

# Why a cell or a total has no number.
REASONS: Final[Words] = {
    "indicators": Text("คนละตัวชี้วัด นำมารวมกันไม่ได้", "Different indicators cannot be added up"),
    "aims": Text(
        "ตัวชี้วัดหนึ่งตอบได้หลายเป้าประสงค์ ถ้ารวมจะนับซ้ำ",
        "One indicator serves several aims, so a total would count it more than once",
    ),
    "parts": Text(
        "รายการย่อยอาจซ้อนกันหรือไม่ครบ และไม่มีตัวเลขรวมที่รายงานไว้",
        "Parts may overlap or leave something out, and no whole was reported",
    ),
    "times": Text("งวดต่างชนิดกัน นำมารวมกันไม่ได้", "Periods of different kinds cannot be added up"),
    "stock": Text(
        "เป็นยอด ณ สิ้นงวด รวมหลายงวดไม่ได้",
        "A level at the end of each period; periods are not added up",
    ),
    "lone": Text(
        "ตัวเลขเฉพาะครั้ง ช่วงอาจซ้อนกันหรือขาดหาย จึงไม่รวม",
        "Single facts whose periods may overlap or leave gaps are not added up",
    ),
    "no_sum": Text("ตัวชี้วัดนี้ไม่รวมระหว่างหน่วย", "This indicator is not added up over units"),
    "overlap": Text(
        "หน่วยเหล่านี้อาจซ้อนกัน เช่น เมืองอยู่ในจังหวัด จึงไม่รวม",
        "These units may overlap, as a city lies within its province, and are not added up",
    ),
    "uneven": Text(
        "ตัวเลขล่าสุดของแต่ละหน่วยเป็นคนละงวด จึงไม่รวม",
        "The units' newest figures are about different periods and are not added up",
    ),
    "mixed": Text(
        "เวลาและหน่วยรวมกันคนละวิธี จึงไม่รวมทั้งสองทางพร้อมกัน",
        "Time and units add up in different ways, so not both at once",
    ),
    "measure": Text("ค่าแบบนี้ไม่มีผลรวม", "This measure has no total"),
    "first": Text("ไม่มีงวดก่อนหน้าให้เทียบ", "There is no period before it to compare with"),
    "partial": Text("ข้อมูลไม่ครบงวด จึงไม่เทียบ", "The period is incomplete and is not compared"),
    "break": Text("วิธีนับเปลี่ยนไประหว่างนั้น จึงไม่เทียบ", "Counted another way in between, so not compared"),
    "none": Text("ไม่มีตัวเลขเลย จึงไม่มีสัดส่วน", "There is no figure to be a share of"),
    "zero": Text("ฐานของดัชนีเป็นศูนย์", "The base of the index is nought"),
}
# Why a chosen indicator is not in the answer at all.
MISSING: Final[Words] = {
    "nothing": Text("{names}: ยังไม่มีตัวเลข", "{names}: no figure yet"),
    "units": Text("{names}: ไม่มีตัวเลขของหน่วยที่เลือก", "{names}: no figure of the units chosen"),
    "sample": Text("{names}: มีเฉพาะตัวเลขตัวอย่าง ซึ่งซ่อนอยู่", "{names}: only sample figures, which are hidden"),
    "parts": Text("{names}: มีเฉพาะรายการย่อย ให้แยกตามรายการย่อย", "{names}: known only by part; split by part"),
    "whole": Text("{names}: ไม่มีรายการย่อยแบบนี้", "{names}: has no parts of this kind"),
    "time": Text("{names}: ไม่มีตัวเลขในช่วงเวลาที่เลือก", "{names}: no figure in the time chosen"),
    "period": Text(
        "{names}: บอกเป็นงวดแบบนี้ไม่ได้ เพราะเก็บมาเป็นงวดอื่น",
        "{names}: cannot be told by this kind of period; its figures are about others",
    ),
}
NOTES: Final[Words] = {
    "sample": Text(
        "มีตัวเลขตัวอย่างปนอยู่ ทำเครื่องหมายไว้ และไม่รวมกับตัวเลขจริง",
        "Some figures are samples: marked, and never added to real ones",
    ),
    "partial": Text("บางค่ายังไม่ครบงวดหรือไม่ครบหน่วย", "Some values lack periods or units"),
    "base": Text("ดัชนี: {period} = 100", "Index: {period} = 100"),
    "top": Text("ผลรวมนับทุกแถว รวมที่ไม่ได้แสดง", "Totals hold every row, also those not shown"),
}
