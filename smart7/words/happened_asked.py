"""Words of questions about what happened: accidents counted, days held against a standard, service as driven."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text
from smart7.words import driven

Words = Mapping[str, Text]

ABOUT: Final = Text("ถามเรื่อง", "Ask about")
KINDS: Final[Words] = {
    "": Text("ตัวเลขตามงวด", "Figures by period"),
    "accidents": Text("อุบัติเหตุ", "Accidents"),
    "days": Text("ค่ารายวัน", "Days"),
    "service": Text("การเดินรถ", "Service"),
}
# As blanks offer them.
MEASURES: Final[Words] = {
    "accidents": Text("จำนวนครั้ง", "Accidents"),
    "fatal": Text("ครั้งที่มีผู้เสียชีวิต", "Accidents with a death"),
    "dead": Text("ผู้เสียชีวิต", "People who died"),
    "injured": Text("ผู้บาดเจ็บ", "People injured"),
    "mean": Text("ค่าเฉลี่ย", "Mean"),
    "over": Text("วันที่เกินมาตรฐาน", "Days over the standard"),
    "share": Text("ร้อยละของวันที่เกินมาตรฐาน", "Share of days over the standard"),
    "highest": Text("วันที่สูงที่สุด", "The highest day"),
    "measured": Text("จำนวนวันที่วัดได้", "Days measured"),
    **{name: one.name for name, one in driven.MEASURES.items()},
}
# As the sentence says them.
COUNT: Final = Text("นับ{what}", "Count {what}")
SHOW: Final = Text("แสดง{what}", "Show {what}")
SAID: Final[Words] = {
    "accidents": Text("อุบัติเหตุ", "accidents"),
    "fatal": Text("อุบัติเหตุที่มีผู้เสียชีวิต", "accidents in which somebody died"),
    "dead": Text("ผู้เสียชีวิตจากอุบัติเหตุ", "people who died in accidents"),
    "injured": Text("ผู้บาดเจ็บจากอุบัติเหตุ", "people injured in accidents"),
    "mean": Text("{indicator}", "{indicator}"),
    "over": Text("วันที่เกินมาตรฐานของวันนั้น ({indicator})", "days over the standard of that day ({indicator})"),
    "share": Text(
        "ร้อยละของวันที่เกินมาตรฐานของวันนั้น ({indicator})", "the share of days over the standard of that day ({indicator})"
    ),
    "highest": Text("วันที่สูงที่สุด ({indicator})", "the highest day ({indicator})"),
    "measured": Text("จำนวนวันที่วัดได้ ({indicator})", "days measured ({indicator})"),
    "headway": Text("ระยะห่างระหว่างรถ", "headways kept"),
    "headway-variation": Text("ความไม่สม่ำเสมอของระยะห่าง", "how uneven headways were"),
    "wait": Text("เวลารอเฉลี่ย", "the mean wait"),
    "excess-wait": Text("เวลารอส่วนเกิน", "the excess wait"),
    "bunched": Text("ร้อยละของรถที่มาติดกัน", "the share of bunched gaps"),
    "long-gaps": Text("ร้อยละของช่วงขาดรถนาน", "the share of long gaps"),
    "on-time": Text("ร้อยละของรถที่ตรงเวลา", "the share of buses on time"),
    "trips-run": Text("ร้อยละของเที่ยวที่วิ่งจริง", "the share of planned trips that were run"),
    "speed": Text("ความเร็วระหว่างป้าย", "the speed between stops"),
}
UNITS: Final[Words] = {
    "accidents": Text("ครั้ง", "accidents"),
    "fatal": Text("ครั้ง", "accidents"),
    "dead": Text("คน", "people"),
    "injured": Text("คน", "people"),
    "over": Text("วัน", "days"),
    "measured": Text("วัน", "days"),
    "share": Text("%", "%"),
    **{name: one.unit for name, one in driven.MEASURES.items()},
}
ONE: Final[Words] = {
    "accidents": Text("ครั้ง", "accident"),
    "fatal": Text("ครั้ง", "accident"),
    "dead": Text("คน", "person"),
    "injured": Text("คน", "person"),
    "over": Text("วัน", "day"),
    "measured": Text("วัน", "day"),
}
EVERYWHERE: Final = Text("ทุกพื้นที่ในทะเบียน", "everywhere on record")
IN_AREAS: Final[Words] = {
    "municipality": Text("ในเขตเทศบาลนคร", "in the municipality"),
    "district": Text("ในอำเภอเมืองนอกเขตเทศบาล", "in Mueang district outside the municipality"),
    "elsewhere": Text("นอกอำเภอเมือง", "outside Mueang district"),
    "unplaced": Text("ที่ไม่ทราบตำแหน่ง", "where nobody knows the position"),
}
IN_PLACE: Final = Text("ใน{place}", "in {place}")
AT_EVERY: Final = Text("ทุกจุดตรวจวัด", "at every station or area")
AT_PLACE: Final = Text("ที่{place}", "at {place}")
ON_EVERY_LINE: Final = Text("ทุกสายที่มีวันวัด", "on every line with days measured")
ON_LINE: Final = Text("ของ{place}", "on {place}")
A_LINE: Final = Text("สาย {name}", "line {name}")
WHERE: Final[Mapping[str, tuple[Text, Text]]] = {
    "accidents": (EVERYWHERE, IN_PLACE), "days": (AT_EVERY, AT_PLACE), "service": (ON_EVERY_LINE, ON_LINE),
}  # fmt: skip
ON_DAYS: Final[Words] = {
    "weekday": Text("เฉพาะวันจันทร์ถึงศุกร์", "on weekdays"),
    "saturday": Text("เฉพาะวันเสาร์", "on Saturdays"),
    "sunday": Text("เฉพาะวันอาทิตย์", "on Sundays"),
}
NEAR: Final = Text("ในระยะ 300 เมตรจากโรงเรียน", "within 300 m of a school")
BETWEEN: Final = Text("เวลา {hours}", "at {hours}")
FOR_CAUSE: Final = Text("สาเหตุ{cause}", "caused by: {cause}")
WHOLE_TIME: Final = Text("ตลอดช่วงที่มีข้อมูล", "over the whole record")
BY: Final = Text("แยกตาม{what}", "by {what}")
DIMENSIONS: Final[Words] = {
    "calendar_year": Text("ปีปฏิทิน", "calendar year"),
    "fiscal_year": Text("ปีงบประมาณ", "fiscal year"),
    "month": Text("เดือนของแต่ละปี", "month of each year"),
    "month_of_year": Text("เดือนในรอบปี", "month of the year"),
    "season": Text("ฤดู", "season"),
    "hour": Text("ชั่วโมงของวัน", "hour of the day"),
    "area": Text("พื้นที่", "area"),
    "tambon": Text("ตำบล", "tambon"),
    "cause": Text("สาเหตุ", "cause"),
    "vehicle": Text("พาหนะ", "vehicle"),
    "school": Text("ระยะจากโรงเรียน", "distance from a school"),
    "station": Text("จุดตรวจวัดหรือพื้นที่", "station or area"),
    "basis": Text("ที่มา", "basis"),
    "line": Text("สาย", "line"),
    "way": Text("สายและทิศทาง", "line and direction"),
    "stop": Text("ป้าย", "stop"),
    "day": Text("วัน", "day"),
    "day_type": Text("ชนิดของวัน", "type of day"),
}
BASES: Final[Words] = {"measured": Text("วัดจริง", "Measured"), "sample": Text("ตัวอย่าง", "Sample")}
SCHOOL: Final[Words] = {
    "near": Text("ไม่เกิน 300 เมตร", "within 300 m"),
    "far": Text("ไกลกว่า 300 เมตร", "farther than 300 m"),
    "unplaced": Text("ไม่ทราบตำแหน่ง", "Position not known"),
}
OUTSIDE: Final = Text("นอกตำบลที่มีขอบเขต", "Outside the tambons with an outline")
UNSAID: Final = Text("แหล่งข้อมูลไม่ได้ระบุ", "Not stated by the source")
UNSAID_SHORT: Final = Text("ไม่ระบุ", "not said")
AN_HOUR: Final = Text("{hour}:00–{hour}:59 น.", "{hour}:00–{hour}:59")

# The blanks.
MEASURE: Final = Text("นับหรือแสดง", "Count or show")
PLACES: Final = Text("ในพื้นที่", "in areas")
STATIONS: Final = Text("ที่จุดตรวจวัด", "at stations")
HOURS: Final = Text("ช่วงเวลา", "Hours")
EVERY_HOUR: Final = Text("ทั้งวัน", "All day")
CAUSE: Final = Text("สาเหตุ", "Cause")
EVERY_CAUSE: Final = Text("ทุกสาเหตุ", "Every cause")
ROWS: Final = Text("แถวแยกตาม", "Rows by")
COLUMNS: Final = Text("คอลัมน์แยกตาม", "Columns by")
NO_COLUMNS: Final = Text("ไม่แยก", "not split")
ANYWHERE: Final = Text("ทุกระยะ", "any distance")
EVERY_PLACE: Final = Text("ทุกพื้นที่ในทะเบียน", "everywhere on record")
LINES: Final = Text("ของสาย", "On lines")
EVERY_LINE: Final = Text("ทุกสาย", "every line")
TYPE: Final = Text("ชนิดของวัน", "Type of day")
EVERY_STATION: Final = Text("ทุกจุดตรวจวัด", "every station or area")
NEAR_ONLY: Final = Text("ไม่เกิน 300 เมตร", "within 300 m")

# What is said of an answer.
ABOUT_ACCIDENTS: Final = Text(
    "{count} ครั้งที่บันทึกไว้ จาก {first} ถึง {last} ไม่ใช่อุบัติเหตุทั้งหมดที่เกิดขึ้น พื้นที่ดูจากตำแหน่ง",
    "{count} accidents on record from {first} to {last}; not every accident that happened. Areas are told by position",
)
ABOUT_DAYS: Final = Text(
    "จาก {first} ถึง {last} ค่าของจุดตรวจวัดแต่ละจุด ไม่ใช่ค่าของทั้งเมือง",
    "From {first} to {last}; each is about its own point or area and never about the whole city",
)
ABOUT_SERVICE: Final = Text(
    "จาก {first} ถึง {last} ตัวเลขแต่ละตัวคือผลรวมหารด้วยผลรวมของทุกป้าย เที่ยว หรือช่วงถนน ไม่ใช่ค่าเฉลี่ยของค่าเฉลี่ย",
    "From {first} to {last}. Each figure is one sum over another of all its stops, trips or stretches, never a mean of"
    " means",
)
DEFINED: Final = Text("{measure}: {definition}", "{measure}: {definition}")
ASSUMED: Final = Text(
    "ระยะห่างตามแผนของโครงข่ายที่บันทึกไว้เป็นค่าสมมติ สิ่งที่เทียบกับแผนจึงเป็นการประมาณ",
    "Planned headways of a network of record are assumptions, so what is held against them is an estimate",
)
CUT: Final[Words] = {
    "day": Text(
        "แสดง {shown} วันล่าสุดจาก {count} วัน เลือกช่วงเวลาเพื่อดูวันอื่น",
        "The newest {shown} of {count} days are shown. Choose a time to see others",
    ),
    "stop": Text(
        "แสดง {shown} ป้ายที่มีข้อมูลมากที่สุดจาก {count} ป้าย เลือกสายเพื่อดูป้ายอื่น",
        "The {shown} stops with most behind them are shown, of {count}. Choose a line to see others",
    ),
}
PLANNED: Final = Text("แผน {value}", "planned {value}")
THIN: Final = Text("จากเพียง {count}", "of {count} only")
BESIDE: Final = Text("({told})", "({told})")
STATED: Final = Text("(จาก {stated} ใน {counted} ครั้งที่ระบุ)", "(of the {stated} of {counted} that state it)")
RANGE: Final = Text("({low}–{high})", "({low}–{high})")
DAYS_OF: Final = Text("({stated}/{counted} วัน)", "({stated}/{counted} days)")
NEAR_NOTE: Final = Text(
    "ในวงเล็บคือจำนวนที่อยู่ในระยะแน่ ถึงจำนวนที่อาจอยู่ในระยะ ตามความคลาดเคลื่อนของตำแหน่ง",
    "In brackets: those within it for sure, to those that may be, by how far off the positions may be",
)
SCHOOLS_KNOWN: Final = Text(
    "ระยะตรงจากโรงเรียนที่มีตำแหน่งบนแผนที่นี้", "Straight distance from the schools that this map has a position of"
)
FEW: Final = Text(
    "* คือตัวเลข 1 ถึง 4 ซึ่งขึ้นลงได้มากโดยบังเอิญ",
    "* marks a figure from 1 to 4, which chance alone moves much",
)
FEW_MARK: Final = Text("{number} *", "{number} *")
SPARSE: Final = Text(
    "ในวงเล็บคือวันที่วัดได้จากทุกวันของช่วงนั้น ค่าเฉลี่ยและร้อยละแสดงเมื่อวัดได้อย่างน้อยสามในสี่",
    "In brackets: days measured, of all days of the period. A mean or share is shown from three quarters on",
)
DASH: Final = Text("– คือ{reason}", "–: {reason}")
REASONS: Final[Words] = {
    "unsaid": Text("เรื่องที่ไม่มีแหล่งข้อมูลใดระบุ", "No source states it"),
    "sparse": Text("ช่วงที่วัดได้ไม่ถึงสามในสี่ของวัน", "Fewer than three quarters of the days were measured"),
    "unrecorded": Text("นอกช่วงที่มีบันทึก", "Outside the time on record"),
    "unmeasured": Text("ช่วงที่ไม่มีวันใดวัดได้", "No day was measured"),
    "untimed": Text("สายที่ไม่มีตารางเวลา มีแต่ระยะห่าง จึงไม่มีคำว่าตรงเวลา", "Without a timetable nothing is on time or late"),
    "unplanned": Text("ช่วงที่ไม่มีอะไรให้วัด หรือไม่มีแผนให้เทียบ", "Nothing to measure, or no plan to hold it against"),
}
REMARK: Final = Text("หมายเหตุของแหล่งข้อมูล: {text}", "Of the source: {text}")
STANDARD: Final = Text(
    "เกินมาตรฐานหมายถึงเกินมาตรฐานที่ใช้บังคับในวันนั้น", "Over the standard: over the one in force on that day"
)
EMPTY: Final = Text("ไม่มีข้อมูลที่ตรงกับคำถามนี้ ลองล้างช่องใดช่องหนึ่ง", "Nothing answers this question. Clear one of the blanks")
UNPLACED: Final = Text(
    "ไม่ได้วาดบนแผนที่เพราะไม่ทราบตำแหน่ง {count} แต่นับในตาราง",
    "Without a position, so not on the map but in the table: {count}",
)
CELLS: Final = Text("รวมเป็นช่องกว้างราว {metres} เมตร", "Put together by cells about {metres} m wide")

STATIONS_LEFT: Final = Text(
    "ไม่ได้วาดบนแผนที่เพราะไม่มีตัวเลขหรือไม่ทราบตำแหน่งภายใน 500 เมตร: {count} แห่ง",
    "Not on the map, without a figure or a position known within 500 m: {count}",
)
MAP_ALT: Final = Text(
    "แผนที่ {title}: {count} วง ขนาดตามตัวเลข ตัวเลขทั้งหมดอยู่ในตารางด้านล่าง",
    "Map of {title}: {count} discs, each as large as its figure; the table below holds every figure",
)
IN_UNIT: Final = Text("แนวนอน: {along} · หน่วย: {unit}", "Across: {along} · unit: {unit}")
NOT_DRAWN: Final = Text("ไม่ได้วาด: {what}", "Not drawn: {what}")
OF_UNIT: Final = Text("หน่วย: {unit}", "Unit: {unit}")

SERVICE_PAGE: Final = Text("ดูสายนี้ทั้งวันบนหน้าบริการที่วิ่งจริง", "See a line's whole day on the page of service as driven")
PLAN_COLUMN: Final = Text("ตามแผน", "Planned")

# Files and their columns.
RECORDS: Final = Text("ทุกรายการ {form}", "Records as {form}")
ROWS_LEAVE: Final = Text(
    "รายการที่อยู่เบื้องหลัง {open} จาก {held} รายการนำออกได้ตามเงื่อนไขของแหล่งข้อมูล",
    "Of the {held} records behind it, the licences let {open} leave",
)
ROWS_STAY: Final = Text(
    "แหล่งข้อมูลของ {count} รายการไม่ได้ระบุเงื่อนไขการใช้ จึงนำรายการออกไม่ได้ ไฟล์ด้านบนมีเฉพาะผลที่นับหรือเฉลี่ยแล้ว",
    "The source of {count} records states no licence, so these stay here; the files above hold counts and means alone",
)
LOW: Final = Text("อย่างน้อย", "At least")
HIGH: Final = Text("อย่างมาก", "At most")
COUNTED: Final[Words] = {
    "accidents": Text("ครั้งที่บันทึก", "Accidents on record"),
    "days": Text("วันทั้งหมดของช่วง", "Days of the period"),
    "service": Text("จำนวนวัน", "Days"),
}
STATES: Final[Words] = {
    "accidents": Text("ครั้งที่แหล่งข้อมูลระบุ", "Accidents of which a source says it"),
    "days": Text("วันที่วัดได้", "Days measured"),
    "service": Text("ช่วง รถ เที่ยว หรือการวิ่งที่ใช้คำนวณ", "Gaps, passes, trips or runs it rests on"),
}
PARAMS: Final[Words] = {
    "what": Text("เรื่องที่ถาม", "what is asked about"),
    "near": Text("ระยะจากโรงเรียน", "distance from a school"),
}
# With which to begin.
EXAMPLES: Final[tuple[tuple[Text, str], ...]] = (
    (
        Text("ผู้เสียชีวิตบนถนนในเขตเทศบาลแต่ละปี", "People killed on the municipality's roads, by year"),
        "v=1&what=accidents&measure=dead&of=municipality",
    ),
    (
        Text("อุบัติเหตุใกล้โรงเรียนเกิดเวลาใด", "At which hours accidents happen near schools"),
        "v=1&what=accidents&near=school&by=hour",
    ),
    (
        Text("วันที่ฝุ่นเกินมาตรฐานแต่ละเดือนที่แต่ละสถานี", "Days over the dust standard by month and station"),
        "v=1&what=days&measure=over&show=pm25-mean&by=month",
    ),
    (
        Text("ผู้โดยสารรอนานกว่าแผนกี่นาทีในแต่ละชั่วโมง", "How much longer than planned riders wait, hour by hour"),
        "v=1&what=service&measure=excess-wait&by=hour&split=line",
    ),
)
