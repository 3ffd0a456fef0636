"""Words of the page on which editors change the catalogue: its parts, its fields and what may be chosen in them."""

from typing import Final

from smart7.i18n import Text
from smart7.words import common
from smart7.words.common import Words

INTRO: Final = Text(
    "บรรณาธิการเสนอแก้ตัวชี้วัด เป้าหมาย หน่วยงาน เหตุการณ์ และแหล่งข้อมูลที่หน้านี้ ระบบตรวจด้วยกฎเดียวกับการสร้างข้อมูล"
    " อีกคนหนึ่งอนุมัติ แล้วจึงเผยแพร่พร้อมตัวเลข",
    "Editors propose changes of indicators, targets, units, events and sources here. They are held to the rules of the"
    " build, approved by somebody else, and published with the figures.",
)
FILES: Final[Words] = {
    "indicators.csv": Text("ตัวชี้วัด", "Indicators"),
    "targets.csv": Text("เป้าหมาย", "Targets"),
    "units.csv": Text("หน่วยงาน", "Units"),
    "events.csv": Text("เหตุการณ์", "Events"),
    "sources.csv": Text("แหล่งข้อมูล", "Sources"),
}
PROPOSE: Final = Text("เสนอแก้ไข", "Propose a change")
FILE: Final = Text("สิ่งที่จะแก้", "What to change")

# Waiting and decided on.
WAITING: Final = Text("รออนุมัติ ({count})", "Waiting for approval ({count})")
NONE_WAITING: Final = Text("ไม่มีข้อเสนอที่รออนุมัติ", "No proposal waits for approval.")
PROPOSED: Final = Text("เสนอโดย {name} เมื่อ {day}", "proposed by {name} on {day}")
YOURS: Final = Text(
    "ท่านเป็นผู้เสนอ ให้บรรณาธิการหรือผู้ดูแลระบบคนอื่นอนุมัติ",
    "You proposed this; another editor or an administrator has to approve it.",
)
APPROVE: Final = Text("อนุมัติ", "Approve")
GIVE_BACK: Final = Text("ส่งกลับ", "Return")
REMARK: Final = Text("ต้องแก้อะไร", "What is to be corrected")
WITHDRAW: Final = Text("ถอนข้อเสนอ", "Withdraw")
APPROVED: Final = Text(
    "อนุมัติแล้ว จะมีผลเมื่อเผยแพร่ครั้งถัดไปในหน้าส่งและอนุมัติตัวเลข",
    "Approved. It takes effect with the next publication, on the page Hand in and approve.",
)
RETURNED: Final = Text("ส่งกลับแล้ว", "Returned")
WITHDRAWN: Final = Text("ถอนแล้ว", "Withdrawn")
DECIDED: Final = Text("ข้อเสนอที่ผ่านมา ({count})", "Earlier proposals ({count})")
CHANGE: Final = Text("ข้อเสนอ", "Proposal")
STATE: Final = Text("สถานะ", "State")
WHO: Final = Text("ผู้เสนอ", "Proposed by")
WHEN: Final = Text("เมื่อ", "When")
SAID: Final = Text("หมายเหตุ", "Remark")
ADDED: Final = Text("เพิ่ม{file}: {name}", "New in {file}: {name}")
EDITED: Final = Text("แก้{file}: {name}", "{file}: {name}")
COLUMN: Final = Text("ช่อง", "Field")
NOW: Final = Text("เดิม", "Now")
NEW: Final = Text("ใหม่", "New")
EMPTY: Final = Text("ว่าง", "empty")

# The form.
ROW: Final = Text("แถวที่จะแก้", "Row to change")
ROW_HINT: Final = Text("พิมพ์ชื่อหรือรหัสเพื่อค้นหา", "Type a name or an id to search")
WAY: Final = Text("จะทำอะไร", "What to do")
WAYS: Final[Words] = {
    "edit": Text("แก้แถวที่มี", "Change a row"),
    "add": Text("เพิ่มแถวใหม่", "Add a row"),
    "from": Text("ตั้งเป้าหมายใหม่ตั้งแต่วันหนึ่ง", "New target from a day on"),
}
WAYS_ABOUT: Final[Words] = {
    "edit": Text(
        "แก้เฉพาะช่องที่ต้องการ รหัสแก้ไม่ได้ และไม่มีการลบแถว",
        "Change only the fields you mean. Ids never change, and no row is deleted.",
    ),
    "add": Text("กรอกทุกช่องที่มี *", "Fill in every field marked *."),
    "from": Text(
        "เลือกเป้าหมายเดิม แล้วใส่วันเริ่มและค่าใหม่ เป้าหมายเดิมใช้ต่อไปจนถึงวันก่อนวันเริ่ม ถ้าไม่ได้ระบุวันสิ้นสุดไว้",
        "Choose the target there is and give the first day and the new value. The old one holds until the day before,"
        " where it names no end itself.",
    ),
}
CHECK: Final = Text("ตรวจข้อเสนอ", "Check the proposal")
CHECKING: Final = Text("กำลังตรวจด้วยกฎเดียวกับการสร้างข้อมูล อาจใช้เวลาครึ่งนาที",
                       "Holding it to the rules of the build; this may take half a minute")  # fmt: skip
FOUND: Final = Text("ผลตรวจ", "What the check found")
CLEAN: Final = Text("ไม่พบข้อผิดพลาด ยังไม่มีอะไรถูกบันทึก", "No fault was found. Nothing is kept yet.")
FAULTS: Final = Text("ต้องแก้ {count} จุด ยังไม่มีอะไรถูกบันทึก", "To correct: {count}. Nothing is kept yet.")
THIS_ROW: Final = Text("ข้อเสนอนี้", "this proposal")
LINE: Final = Text("{file} บรรทัด {line}", "{file}, line {line}")
NOTE: Final = Text("เหตุผลถึงผู้อนุมัติ (ไม่บังคับ)", "Why, for whoever approves (optional)")
SEND: Final = Text("เสนอให้ผู้อื่นอนุมัติ", "Propose it for approval")
SENT: Final = Text("เสนอแล้ว รอบรรณาธิการอีกคนอนุมัติ เลขที่ {id}", "Proposed; another editor has to approve it. Number {id}")
EXPORT: Final = Text("ดาวน์โหลด {file} ฉบับเผยแพร่", "Download {file} as published")
EXPORT_NOTE: Final = Text(
    "ไฟล์ที่รวมการแก้ไขที่เผยแพร่แล้ว ใช้แทนไฟล์ในโฟลเดอร์ data/catalog ได้",
    "The file with what was published laid over it, to take the place of the one in data/catalog.",
)
LABEL: Final = Text("{label} *", "{label} *")
YES: Final[Words] = {"yes": common.YES, "no": common.NO}
NOTHING: Final = Text("ไม่ระบุ", "None")
TH: Final = Text(" (ไทย)", " (Thai)")
EN: Final = Text(" (อังกฤษ)", " (English)")

# What a column is called and what it holds; of a text in two languages the stem.
OWN_ID: Final = Text("รหัส", "Id")
LABELS: Final[Words] = {
    "indicator_id": Text("ตัวชี้วัด", "Indicator"),
    "unit_id": Text("หน่วยงาน", "Unit"),
    "source_id": Text("แหล่งข้อมูล", "Source"),
    "name": Text("ชื่อ", "Name"),
    "title": Text("ชื่อเรื่อง", "Title"),
    "about": Text("คำอธิบาย", "About"),
    "measure": Text("หน่วยวัด", "Unit of measure"),
    "weight": Text("ตัวหารคืออะไร", "What the denominator counts"),
    "formula": Text("วิธีคำนวณ", "How it is worked out"),
    "register": Text("ทะเบียนที่เก็บ", "Register that holds it"),
    "note": Text("หมายเหตุถึงผู้อ่าน", "Note to readers"),
    "detail": Text("รายละเอียด", "Detail"),
    "publisher": Text("ผู้เผยแพร่", "Publisher"),
    "licence": Text("สัญญาอนุญาต", "Licence"),
    "domain": Text("ด้าน", "Domain"),
    "position": Text("ลำดับ", "Position"),
    "value_kind": Text("ชนิดของค่า", "Kind of value"),
    "scale": Text("ตัวคูณ", "Scale"),
    "direction": Text("ทิศทาง", "Direction"),
    "over_time": Text("รวมในปีอย่างไร", "Over a year"),
    "over_units": Text("รวมหน่วยงานอย่างไร", "Over units"),
    "decimals": Text("ตำแหน่งทศนิยม", "Decimals"),
    "period_kind": Text("ชนิดของงวด", "Kind of period"),
    "due_days": Text("ครบกำหนดภายใน (วัน)", "Due within (days)"),
    "owner": Text("สำนัก/กองที่รับผิดชอบ", "Division that answers for it"),
    "level": Text("วัดที่ระดับ", "Measured at"),
    "range_min": Text("ค่าต่ำสุดที่เป็นไปได้", "Lowest possible value"),
    "range_max": Text("ค่าสูงสุดที่เป็นไปได้", "Highest possible value"),
    "codes": Text("รหัสกรอบสากล", "Framework codes"),
    "aims": Text("เป้าหมาย 5 ด้านของนโยบาย", "Aims of the programme"),
    "promised": Text("นโยบายปี 2560 ระบุไว้", "Named by the programme of 2017"),
    "authority": Text("เป้าหมายของใคร", "Whose target"),
    "period_from": Text("ใช้ตั้งแต่วันที่", "From the day"),
    "period_to": Text("ใช้ถึงวันที่", "To the day"),
    "low": Text("ไม่ต่ำกว่า", "At least"),
    "high": Text("ไม่เกิน", "At most"),
    "quality": Text("คุณภาพ", "Quality"),
    "known_from": Text("ทราบตั้งแต่วันที่", "Known from"),
    "kind": Text("ประเภท", "Kind"),
    "parent": Text("อยู่ภายใต้", "Belongs to"),
    "sample": Text("หน่วยงานตัวอย่าง", "A sample unit"),
    "adopted_2017": Text("ร่วมนโยบายปี 2560", "Took part in the programme of 2017"),
    "name_confidence": Text("ความแน่ชัดของชื่อ", "How sure the name is"),
    "lat": Text("ละติจูด", "Latitude"),
    "lon": Text("ลองจิจูด", "Longitude"),
    "accuracy_m": Text("คลาดเคลื่อนไม่เกิน (เมตร)", "Accurate to (metres)"),
    "position_confidence": Text("ความแน่ชัดของตำแหน่ง", "How sure the position is"),
    "date": Text("วันที่", "Day"),
    "date_precision": Text("วันที่แน่ชัดถึง", "The day is sure to the"),
    "indicator_ids": Text("ตัวชี้วัดที่เกี่ยวข้อง", "Indicators it is about"),
    "url": Text("ที่อยู่เว็บ", "Address"),
    "bulk": Text("ให้ดาวน์โหลดทั้งชุดได้", "Rows may leave in bulk"),
    "as_of": Text("ข้อมูล ณ", "As of"),
    "confidence": Text("ความแน่ชัด", "Confidence"),
}
DAY: Final = Text("เช่น 1 ต.ค. 2570 หรือ 2027-10-01", "Such as 1 Oct 2027 or 2027-10-01")
ID: Final = Text(
    "ตัวอังกฤษเล็ก ตัวเลข และขีด เช่น trees-planted แก้ภายหลังไม่ได้",
    "Lower-case letters, figures and hyphens, such as trees-planted; it never changes",
)
ABOUT: Final[Words] = {
    "about": Text("หนึ่งหรือสองประโยค: นับอะไร และสำคัญอย่างไร", "Plain sentences: what it counts, why it matters"),
    "position": Text("ลำดับในรายการ 1 คือสำคัญที่สุด", "Its place in lists; 1 is the most important"),
    "scale": Text("อัตราส่วน: ค่า = ตัวตั้ง ÷ ตัวหาร × ตัวคูณ อย่างอื่นใส่ 1",
                  "Ratios: value = numerator ÷ denominator × scale; otherwise 1"),
    "decimals": Text("0 ถึง 4", "0 to 4"),
    "due_days": Text("นับจากวันสิ้นงวด ว่างไว้ถ้าไม่ต้องส่งอีก", "After the end of a period; empty where nobody owes it again"),
    "range_min": Text("ตัวเลขนอกช่วงจะถูกปฏิเสธ", "A figure outside is refused"),
    "range_max": Text("ตัวเลขนอกช่วงจะถูกปฏิเสธ", "A figure outside is refused"),
    "codes": Text("คั่นด้วย ; ลงท้าย ? ถ้ายังไม่ได้ตรวจกับมาตรฐาน", "Parted by ; a trailing ? marks one not checked"),
    "low": Text("ใส่ช่องใดช่องหนึ่ง หรือทั้งสองถ้าเป็นช่วง", "Fill in one of the two, or both for a band"),
    "high": Text("ใส่ช่องใดช่องหนึ่ง หรือทั้งสองถ้าเป็นช่วง", "Fill in one of the two, or both for a band"),
    "period_to": Text("ว่างไว้ถ้าใช้จนกว่าจะมีเป้าหมายใหม่", "Empty where it holds until the next one"),
    "known_from": Text("วันที่ประกาศเป้าหมายนี้", "The day on which it was announced"),
    "licence": Text("ตามที่ต้นทางประกาศ หรือ “ไม่ระบุ”", "As its publisher states it, or “not stated”"),
    "bulk": Text("ใช่ เฉพาะเมื่อสัญญาอนุญาตให้ส่งต่อทั้งชุด", "Yes only where the licence lets rows leave in bulk"),
    "lat": Text("องศา WGS84 ใส่ทั้งคู่หรือว่างทั้งคู่", "Degrees, WGS84; both or neither"),
    "lon": Text("องศา WGS84 ใส่ทั้งคู่หรือว่างทั้งคู่", "Degrees, WGS84; both or neither"),
    "measure": Text("เช่น คน หรือ %", "Such as persons or %"),
}  # fmt: skip
CONFIDENCE: Final[Words] = {
    "official": Text("ทางการ", "Official"),
    "reported": Text("มีรายงาน", "Reported"),
    "estimated": Text("ประมาณ", "Estimated"),
}
CHOICES: Final[dict[str, Words]] = {
    "value_kind": {
        "number": Text("จำนวน", "Number"),
        "percent": Text("ร้อยละ", "Percentage"),
        "year": Text("ปี", "Year"),
    },
    "direction": common.DIRECTIONS,
    "over_time": common.OVER_TIME,
    "over_units": common.OVER_UNITS,
    "period_kind": common.PERIOD_KINDS,
    "aims": common.AIMS,
    "quality": common.QUALITY,
    "confidence": CONFIDENCE,
    "name_confidence": CONFIDENCE,
    "position_confidence": CONFIDENCE,
    "date_precision": {"day": Text("วัน", "Day"), "month": Text("เดือน", "Month"), "year": Text("ปี", "Year")},
    "level": common.LEVELS,
    "event_kind": common.EVENT_KINDS,
}
