"""Words of accidents on the map: layers, filters, tables, the places where most happened."""

from typing import Final

from smart7.i18n import Text

YEAR: Final = Text("ปีที่เกิด", "Year")
HOURS: Final = Text("เวลาที่เกิด", "Hours")
CAUSE: Final = Text("สาเหตุ", "Cause")
EVERY: Final = Text("ทั้งหมด ({count})", "All ({count})")
OPTION: Final = Text("{name} ({count})", "{name} ({count})")
BETWEEN: Final = Text("{start}:00–{end}:59 น.", "{start}:00–{end}:59")
CELL: Final = Text("อุบัติเหตุ {points} ครั้ง", "{points} accidents")
ONE: Final = Text("อุบัติเหตุ ปี {year}", "Accident, {year}")
AT: Final = Text("เวลา {hour} น.", "at {hour}:00–{hour}:59")
DIED: Final = Text("เสียชีวิต {count}", "{count} died")
HURT: Final = Text("บาดเจ็บ {count}", "{count} injured")
OFF: Final = Text("ตำแหน่งคลาดเคลื่อนได้ราว {metres} ม.", "position may be off by about {metres} m")
SPOT_TIP: Final = Text("อันดับ {rank}: {points} ครั้ง", "No. {rank}: {points} accidents")
ABOUT: Final = Text(
    "{points} ครั้งที่บันทึกไว้ จาก {first} ถึง {last} มีตำแหน่ง {placed} ครั้ง ไม่ใช่อุบัติเหตุทั้งหมดที่เกิดขึ้น",
    "{points} on record from {first} to {last}, {placed} with a position; not every accident that happened",
)
FATAL_ONLY: Final = Text("มีเฉพาะครั้งที่มีผู้เสียชีวิต", "only those in which somebody died")
ACCURACY_UNSAID: Final = Text(
    "แหล่งข้อมูลไม่ได้บอกความคลาดเคลื่อนของตำแหน่ง {count} ครั้ง", "for {count} no source says how exact the position is"
)
ACCURACY: Final = Text("ตำแหน่งคลาดเคลื่อนได้ถึง {metres} เมตร", "positions may be off by up to {metres} m")
NEAR: Final = Text(
    "ในระยะ 300 เมตรจากโรงเรียน {points} ครั้ง ({low}–{high} ตามความคลาดเคลื่อนของตำแหน่ง)",
    "{points} within 300 m of a school ({low}–{high}, by how far off the positions may be)",
)
NO_DETAILS: Final = Text("ไม่มีข้อมูลส่วนบุคคลในทะเบียนนี้", "This record holds no personal details")
OPEN: Final = Text("ดาวน์โหลดทุกจุดได้ที่ข้อมูลเปิด", "All points can be taken away as open data")
CLOSED: Final = Text(
    "แหล่งข้อมูลบางแหล่งไม่ได้ระบุเงื่อนไข จึงแสดงบนหน้าเว็บเท่านั้น",
    "Some sources state no licence, so these rows are shown on pages only",
)
YEARS: Final = Text("อุบัติเหตุแต่ละปี แยกตามพื้นที่", "Accidents by year and area")
PARTS: Final[dict[str, Text]] = {
    "hours": Text("อุบัติเหตุแยกตามเวลา", "Accidents by hours"),
    "cause": Text("อุบัติเหตุแยกตามสาเหตุ", "Accidents by cause"),
    "vehicle": Text("อุบัติเหตุแยกตามพาหนะ", "Accidents by vehicle"),
}
PART_NAMES: Final[dict[str, Text]] = {
    "hours": Text("เวลา", "Hours"), "cause": Text("สาเหตุ", "Cause"), "vehicle": Text("พาหนะ", "Vehicle"),
}  # fmt: skip
UNSAID: Final = Text("แหล่งข้อมูลไม่ได้ระบุ", "not stated by the source")
AREAS: Final[dict[str, Text]] = {
    "municipality": Text("ในเขตเทศบาลนคร", "In the municipality"),
    "district": Text("อำเภอเมือง นอกเขตเทศบาล", "Mueang district outside it"),
    "elsewhere": Text("นอกอำเภอเมือง", "Outside the district"),
    "unplaced": Text("ไม่ทราบตำแหน่ง", "Position not known"),
}
POINTS: Final = Text("อุบัติเหตุ (ครั้ง)", "Accidents")
DEATHS: Final = Text("เสียชีวิต", "Deaths")
INJURIES: Final = Text("บาดเจ็บ", "Injuries")
STATED: Final = Text("{total} (จาก {stated} ครั้งที่ระบุ)", "{total} (of the {stated} that state it)")
RULE: Final = Text(
    "จุดคือพื้นที่ราว 300 × 300 เมตรในอำเภอเมืองที่เกิดเหตุอย่างน้อย 3 ครั้ง ใน 2 ปีขึ้นไป เรียงตามจำนวนครั้ง "
    "ไม่นับจุดที่ตำแหน่งคลาดเคลื่อนเกิน 250 เมตร และต้องมีข้อมูลรวมอย่างน้อยสองปี จำนวนครั้งขึ้นกับปริมาณรถที่ผ่านด้วย",
    "A place is a square of about 300 m in the district where at least three happened, in at least two years; the"
    " most first. Positions off by more than 250 m do not count, and there must be two years of data. More traffic"
    " means more accidents.",
)
NO_SPOTS: Final = Text(
    "ยังไม่มีจุดใดเข้าเกณฑ์ (ต้องมีข้อมูลอย่างน้อยสองปี)", "No place meets the rule yet (two years of data are needed)"
)
RANK: Final = Text("อันดับ", "No.")
PLACE: Final = Text("ที่ตั้ง", "Where")
SPAN: Final = Text("ช่วงเวลา", "From, to")
POSITIONS: Final = Text("ความแน่นอนของตำแหน่ง", "How sure the positions are")
SURE: Final = Text("{sure} จาก {points} รู้ตำแหน่งภายใน 150 ม.", "{sure} of {points} known to within 150 m")
NONE_SAID: Final = Text("แหล่งข้อมูลไม่บอก", "no source says")
SCHOOLS: Final = Text("โรงเรียนในระยะ 300 ม.", "Schools within 300 m")
NO_SCHOOL: Final = Text("ไม่มี", "none")
BY_SCHOOL: Final = Text("อุบัติเหตุในระยะ 300 เมตรจากแต่ละโรงเรียน", "Accidents within 300 m of each school")
BY_SCHOOL_NOTE: Final = Text(
    "ระยะตรง ในวงเล็บคือจำนวนที่อยู่ในระยะแน่ถึงจำนวนที่อาจอยู่ในระยะ โรงเรียนที่ตำแหน่งหยาบจึงมีช่วงกว้าง ครั้งเดียวอาจอยู่ใกล้หลายโรงเรียน",
    "Straight distance. In brackets: those within it for sure, to those that may be; a rough position of a school makes"
    " the range wide. One accident may lie near several schools.",
)
RANGE: Final = Text("{points} ({low}–{high})", "{points} ({low}–{high})")
FILTERED: Final = Text(
    "ตัวกรองมีผลกับจุดบนแผนที่ ตารางและจุดเกิดเหตุซ้ำใช้ข้อมูลทั้งหมด",
    "The filters narrow the marks on the map; the tables and the places of repeated accidents hold everything",
)
EXPLORE: Final = Text(
    "สำรวจอุบัติเหตุที่แสดงอยู่ แยกตามปี เดือน ชั่วโมง พื้นที่ หรือสาเหตุ",
    "Explore the accidents that are shown, by year, month, hour, area or cause",
)
PARAMS: Final[dict[str, Text]] = {
    "when": Text("ปีของอุบัติเหตุ", "year of accidents"),
    "hours": Text("เวลาของอุบัติเหตุ", "hours of accidents"),
    "cause": Text("สาเหตุของอุบัติเหตุ", "cause of accidents"),
}
