"""Sentences that state what a slide shows, and the words of its notes."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text
from smart7.words.asks import QUESTIONS

# How a figure moved, by what is good for it: up or down, and whether that is better, worse or neither.
MOVED: Final[Mapping[str, Text]] = {
    "up": Text("{name} เพิ่มขึ้น {by} เป็น {value} ({period})", "{name} rose by {by} to {value} ({period})"),
    "down": Text("{name} ลดลง {by} เหลือ {value} ({period})", "{name} fell by {by} to {value} ({period})"),
    "later": Text("{name} เลื่อนออกไป {by} เป็นปี {value} ({period})", "{name} moved {by} later, to {value} ({period})"),
    "earlier": Text(
        "{name} เลื่อนเข้ามา {by} เป็นปี {value} ({period})", "{name} moved {by} earlier, to {value} ({period})"
    ),
    "same": Text("{name} เท่าเดิมที่ {value} ({period})", "{name} stayed at {value} ({period})"),
    "stands": Text("{name} อยู่ที่ {value} ({period})", "{name} stood at {value} ({period})"),
}
BETTER: Final = Text(" ซึ่งดีขึ้น", ", which is better")
WORSE: Final = Text(" ซึ่งแย่ลง", ", which is worse")
AGAINST: Final[Mapping[str, Text]] = {
    "on": Text(" ได้ตาม{whose} ({target})", "; the {whose} ({target}) is met"),
    "near": Text(" เกือบได้ตาม{whose} ({target})", "; the {whose} ({target}) is nearly met"),
    "off": Text(" ไม่ได้ตาม{whose} ({target})", "; the {whose} ({target}) is missed"),
}
# The same of a figure that speaks for its own period only.
AGAINST_THEN: Final[Mapping[str, Text]] = {
    "on": Text(" ซึ่งในงวดนั้นได้ตาม{whose} ({target})", "; it met the {whose} of its time ({target})"),
    "near": Text(" ซึ่งในงวดนั้นเกือบได้ตาม{whose} ({target})", "; it nearly met the {whose} of its time ({target})"),
    "off": Text(" ซึ่งในงวดนั้นไม่ได้ตาม{whose} ({target})", "; it missed the {whose} of its time ({target})"),
}
YEAR: Final = Text("ปี", "year")
YEARS: Final = Text("ปี", "years")
OVERDUE: Final = Text(" ตัวเลขใหม่กว่านี้เลยกำหนดส่งแล้ว", "; a newer figure is overdue")
NO_NEWER: Final = Text(" ยังไม่มีตัวเลขใหม่กว่า", "; there is no newer figure")
INCOMPLETE: Final = Text(" ปีนี้ยังไม่ครบ", "; the year is not complete")
NO_FIGURE: Final = Text("{name}: ยังไม่มีหน่วยงานส่งตัวเลขจริง", "{name}: no real figure has been handed in yet")
PARTS_ONLY: Final = Text("{name}: มีเฉพาะรายหน่วยหรือรายการย่อย", "{name}: known only by unit or part")

AT_LEAST: Final = Text("อย่างน้อย {low}", "at least {low}")
AT_MOST: Final = Text("ไม่เกิน {high}", "at most {high}")
BETWEEN: Final = Text("{low} ถึง {high}", "{low} to {high}")

# One domain of the board.
STANDS: Final[Mapping[str, Text]] = {
    "both": Text(
        " ได้ตามเป้าวันนี้ {on} จาก {judged} และในงวดเก่า {then} จาก {judged_then}",
        "; {on} of {judged} on target today, {then} of {judged_then} in an older period",
    ),
    "now": Text(" ได้ตามเป้าวันนี้ {on} จาก {judged}", "; {on} of {judged} on target today"),
    "then": Text(
        " ได้ตามเป้าในงวดเก่า {then} จาก {judged_then} วันนี้ยังตัดสินไม่ได้",
        "; {then} of {judged_then} on target in an older period, none judged today",
    ),
    "none": Text(" ยังตัดสินเทียบกับเป้าไม่ได้", "; none can be held against a target yet"),
}
DOMAIN: Final = Text("{name}: รู้แล้ว {known} จาก {total} ตัวชี้วัด", "{name}: {known} of {total} indicators are known")
DOMAIN_OF: Final = Text("ด้านที่ {number} จาก {total}", "Domain {number} of {total}")
KNOWN_OF: Final = Text("รู้ {known}/{total}", "{known}/{total} known")
ALL_DOMAINS: Final = Text("ภาพรวมทั้งเจ็ดด้าน", "The seven domains")
CHANGED: Final = Text("สิ่งที่เปลี่ยน", "What changed")
OLDER: Final = Text("ตัวเลขที่เก่ากว่ากำหนด", "Older than due")
TRAVEL: Final = Text("เวลาเดินทางกับรถไฟฟ้าตามแผน", "Travel times with the planned light rail")
SEEN: Final = Text("จาก {first} ({start}) เป็น {last} ({end})", "From {first} ({start}) to {last} ({end})")
SEEN_HIGHEST: Final = Text(" สูงสุด {value} ({period})", "; highest {value} ({period})")
SEEN_LOWEST: Final = Text(" ต่ำสุด {value} ({period})", "; lowest {value} ({period})")
SHAPE_ONLY: Final = Text("ตัวเลขตัวอย่าง แสดงรูปแบบเท่านั้น", "Sample figures, which show the shape only")
EMPTY_SECTION: Final = Text("ตอนต่อไป", "Next")
LOOK_THEN: Final = Text("{look} งวดเก่า", "{look}, older period")
SAYS_BOARD: Final = Text("กระดานตัวชี้วัด: {headline} {rows}", "Board of the indicators: {headline}. {rows}")

REACHED: Final = Text(
    "{name}: ได้ตามเป้า {on} จาก {judged} ตัวชี้วัดที่ตัดสินได้ ณ วันนี้",
    "{name}: {on} of {judged} judged for today on target",
)
REACHED_THEN: Final = Text(
    " ส่วนที่ตัดสินได้เฉพาะงวดของตัวเลข ได้ตามเป้า {on} จาก {judged}",
    "; {on} of {judged} judged for their own period only were on target",
)
NONE_JUDGED: Final = Text(
    "{name}: ยังไม่มีตัวเลขจริงที่ตัดสินได้ ณ วันนี้ รู้แล้ว {known} จาก {total} ตัวชี้วัด",
    "{name}: no published figure can be judged today; {known} of {total} indicators are known",
)
CANNOT_BE_SAID: Final = Text(" ยังบอกไม่ได้ {unsaid}", "; {unsaid} cannot be said")
LATE_TOO: Final = Text(" เก่ากว่าที่ควร {late} ตัวชี้วัด", "; {late} older than due")
NOTHING_LATE: Final = Text("ไม่มีตัวเลขจริงที่เก่ากว่าที่ควร", "No published figure is older than due")
ARE_LATE: Final = Text(
    "ตัวเลขจริง {late} จาก {known} ตัวชี้วัดเก่ากว่าที่ควร เก่าที่สุดคือ{period}",
    "{late} of {known} published figures are older than due; the oldest is of {period}",
)
EXTREMES: Final = Text(
    "{name}: สูงสุด {top} {high} ต่ำสุด {bottom} {low} ({period})",
    "{name}: highest {top}, {high}; lowest {bottom}, {low} ({period})",
)
ONE_UNIT: Final = Text("{name}: มีตัวเลขจริงของ {top} เพียงแห่งเดียว {high} ({period})",
                       "{name}: only {top} has a real figure, {high} ({period})")  # fmt: skip
ALL_EQUAL: Final = Text("{name}: ทุกหน่วยเท่ากันที่ {high} ({period})", "{name}: every unit stands at {high} ({period})")
NO_UNITS: Final = Text("{name}: ยังไม่มีหน่วยใดส่งตัวเลขจริง", "{name}: no unit has handed in a real figure yet")
UNIT_SENT: Final = Text(
    "{name} ส่งตัวเลขจริงแล้ว {known} จาก {total} ตัวชี้วัด",
    "{name} has handed in real figures for {known} of {total} indicators",
)
UNIT_SENT_TARGET: Final = Text(
    " ได้ตามเป้า {on} จาก {judged} ที่ตัดสินได้ ณ วันนี้", "; {on} of {judged} judged for today on target"
)
UNIT_SAMPLE: Final = Text("{name}: ตัวเลขตัวอย่าง แสดงรูปแบบเท่านั้น", "{name}: sample figures, which show the shape only")
FROM_TO: Final[Mapping[str, Text]] = {
    "up": Text("{name} เพิ่มขึ้น {by} ตั้งแต่ {before} จาก {old} เป็น {value} ({period})",
               "{name} rose by {by} since {before}, from {old} to {value} ({period})"),
    "down": Text("{name} ลดลง {by} ตั้งแต่ {before} จาก {old} เหลือ {value} ({period})",
                 "{name} fell by {by} since {before}, from {old} to {value} ({period})"),
    "later": Text("{name} เลื่อนออกไป {by} ตั้งแต่ {before} จากปี {old} เป็นปี {value} ({period})",
                  "{name} moved {by} later since {before}, from {old} to {value} ({period})"),
    "earlier": Text("{name} เลื่อนเข้ามา {by} ตั้งแต่ {before} จากปี {old} เป็นปี {value} ({period})",
                    "{name} moved {by} earlier since {before}, from {old} to {value} ({period})"),
    "same": Text("{name} อยู่ที่ {value} ทั้ง {before} และ {period}",
                 "{name} stood at {value}, the same as {before} ({period})"),
}  # fmt: skip
NOT_COMPARABLE: Final = Text(
    "{name}: เทียบกับ{before}ไม่ได้ เพราะวิธีนับเปลี่ยน", "{name}: not comparable with {before}, the way of counting changed"
)
ONE_PERIOD: Final = Text("{name}: มีเพียงงวดเดียว จึงเทียบไม่ได้", "{name}: one period only, nothing to compare with")
SINCE: Final = Text(
    "ตั้งแต่ {day} มีตัวเลขใหม่ {new} ค่า และแก้ไข {corrected} ค่า",
    "Since {day}: {new} new figures and {corrected} corrected ones",
)
SINCE_NOTHING: Final = Text("ตั้งแต่ {day} ไม่มีตัวเลขจริงเปลี่ยน", "Since {day}, no published figure has changed")
NEW: Final = Text("ใหม่", "new")
CORRECTED: Final = Text("แก้ไข", "corrected")
WITHIN: Final = Text(
    "หากสร้างตามแผน จุดที่ถึง{kind}ภายใน {minutes} นาทีจะเพิ่ม {gained} จาก {cells} จุด (คำนวณ ช่วง {low} ถึง {high})",
    "If built as planned, {gained} more of {cells} points would reach a {kind} within {minutes} minutes"
    " (modelled, {low} to {high})",
)
WITHIN_NONE: Final = Text(
    "หากสร้างตามแผน จำนวนจุดที่ถึง{kind}ภายใน {minutes} นาทีไม่เพิ่ม (คำนวณ ช่วง {low} ถึง {high})",
    "If built as planned, no more points would reach a {kind} within {minutes} minutes (modelled, {low} to {high})",
)
NO_NETWORK: Final = Text("ยังคำนวณเวลาเดินทางไม่ได้", "Travel times cannot be worked out yet")
PLACES_NEAR: Final = Text(
    "{kind} {reached} จาก {total} แห่งอยู่ห่างสถานีรถไฟฟ้าที่วางแผนไว้ไม่เกิน {metres} เมตร",
    "{reached} of {total} {kind} lie within {metres} m of a planned light rail station",
)
MAP_ONLY: Final = Text("แผนที่: {layers}", "The map: {layers}")
CHOSEN: Final = Text("{kind} {name}: {what} {shown}", "{kind} {name}: {what} {shown}")
CHOSEN_ONLY: Final = Text("{kind} {name}", "{kind} {name}")
COUNT_STOPS: Final = Text("{count} ป้าย", "{count} stops")
COUNT_ROUTES: Final = Text("{count} สาย", "{count} routes")
MAP_ALT: Final = Text("แผนที่ขอนแก่น แสดง {layers} · {headline}", "Map of Khon Kaen showing {layers}. {headline}")
CITY_ALT: Final = Text("แผนที่เมืองขอนแก่น", "Map of the city of Khon Kaen")
EMPTY_TEXT: Final = Text("ข้อความ", "Text")
LOST: Final = Text("เรื่องนี้แสดงไม่ได้: {why}", "This item cannot be shown: {why}")
NO_VIEW: Final = Text("ไม่พบมุมมองที่บันทึกไว้", "the saved view is not there")
NOT_THERE: Final = Text("ไม่พบ “{value}” ในข้อมูลชุดนี้", "“{value}” is not in this snapshot")

CELLS_WITHIN: Final = Text("จุดที่ถึงภายใน {minutes} นาที", "Points within {minutes} minutes")
MINUTES: Final = Text("{minutes} นาที", "{minutes} min")
WITHIN_TIME: Final = Text("ภายใน", "Within")
BEFORE_PLAN: Final = Text("วันนี้", "Today")
AFTER_PLAN: Final = Text("มีรถไฟฟ้า", "With light rail")
RANGE: Final = Text("ช่วง", "Range")
POINTS: Final = Text("จุด", "points")
PLACE_KINDS: Final[Mapping[str, Text]] = {
    "school": Text("โรงเรียน", "school"),
    "hospital": Text("โรงพยาบาล", "hospital"),
    "market": Text("ตลาด", "market"),
    "terminal": Text("สถานีขนส่ง", "terminal"),
}
PLACES: Final[Mapping[str, Text]] = {
    "school": Text("โรงเรียน", "schools"),
    "hospital": Text("โรงพยาบาล", "hospitals"),
    "market": Text("ตลาด", "markets"),
    "terminal": Text("สถานีขนส่ง", "terminals"),
}

ON: Final = Text("วันนี้", "Now")
ON_THEN: Final = Text("งวดนั้น", "Then")
UNSAID: Final = Text("บอกไม่ได้", "Unsaid")
WAITING: Final = Text("รอส่ง", "Waiting")
COUNTED: Final = Text(
    "วันนี้และงวดนั้น: ได้ตามเป้าจากที่ตัดสินได้ ณ วันนี้ และเฉพาะงวดของตัวเลข",
    "Now and then: on target of those judged for today, and for their own period only",
)
KNOWN: Final = Text("รู้แล้ว", "Known")
ALL: Final = Text("ทั้งหมด", "All")
LATE: Final = Text("เก่า", "Late")
OLD: Final = Text("เดิม", "Before")
NOW: Final = Text("ใหม่", "Now")
LAST: Final = Text("งวดล่าสุด", "Latest period")
WHAT: Final = Text("ชนิด", "What")

OF_TARGET: Final = Text("เป้าหมายจาก {source}", "target by {source}")
NO_SOURCE: Final = Text("ที่มา: ข้อมูลของโครงการ", "Source: this project's own data")
SNAPSHOT: Final = Text("ชุดข้อมูล {id}", "Snapshot {id}")
SAYS: Final = Text("แผนภูมิ {title}: {headline} {count} ค่า จาก {first} ถึง {last}",
                   "Chart, {title}: {headline}. {count} figures, from {first} to {last}")  # fmt: skip
SAYS_TABLE: Final = Text("ตาราง: {headline} {count} แถว", "Table: {headline}. {count} rows")
METHOD: Final = Text("{formula} · {owner}", "{formula} · {owner}")
METHOD_TALLY: Final = Text(
    "นับเฉพาะตัวเลขที่มีแหล่งที่มา ตัวเลขตัวอย่างแยกไว้ต่างหาก เทียบกับเป้าตามทศนิยมที่แสดง",
    "Only figures with a source are counted; samples stand apart. Held against targets as shown, at their decimals",
)
METHOD_SINCE: Final = Text(
    "นับจากวันที่ทราบค่า ไม่ใช่วันที่ของงวด เฉพาะตัวเลขที่มีแหล่งที่มา",
    "By the day a figure became known, not the day it is about; only figures with a source",
)
METHOD_TRAVEL: Final = Text(
    "คำนวณจากความเร็วและความถี่ที่สมมติ จุดคือช่องตาราง 250 เมตรรอบป้าย ช่วงคือสมมติฐานช้าสุดถึงเร็วสุด",
    "Worked out from assumed speeds and headways; a point is a cell of 250 m near a stop;"
    " the range runs over the assumptions",
)
METHOD_MAP: Final = Text(
    "ระยะทางเป็นเส้นตรง แผนรถไฟฟ้าเป็นข้อมูลที่ประกาศ ยังไม่ใช่เส้นที่เปิดบริการ",
    "Distances are straight; the light rail is what was announced, not a line that runs",
)
ASKED: Final[Mapping[str, Text]] = {
    "worse": QUESTIONS["worsened"],
    "better": Text("อะไรทำให้ดีขึ้น และจะรักษาไว้ได้อย่างไร", "What made it better, and how is that kept?"),
    "missed": QUESTIONS["missed"],
    "late": QUESTIONS["late"],
    "missing": Text("เหตุใดยังไม่มีตัวเลข และใครถือทะเบียนอยู่", "Why is there no figure, and who holds the register?"),
    "sample": Text("เมื่อใดจะมีตัวเลขจริงแทนตัวเลขตัวอย่าง", "When will real figures replace the samples?"),
    "source": Text("ตัวเลขนี้มาจากไหน และคิดอย่างไร", "Where does this figure come from, and how is it worked out?"),
    "plan": Text("สมมติฐานใดมีผลมากที่สุด", "Which assumption matters most?"),
}
