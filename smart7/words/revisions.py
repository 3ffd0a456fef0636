"""Words of the page about revisions: what changed between two days, and how figures are revised."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

INTRO: Final = Text(
    "ตัวเลขที่เผยแพร่แล้วเปลี่ยนได้ หน้านี้บอกว่าอะไรเพิ่มขึ้น ถูกแก้ หรือถูกถอน ระหว่างสองวัน และแต่ละตัวชี้วัดถูกแก้บ่อยและมากเพียงใด"
    " ไม่มีตัวเลขใดถูกเขียนทับ ค่าเดิมยังอยู่เสมอ",
    "Published figures change. This page says which appeared, were corrected or withdrawn between two days, and how"
    " often and how far each indicator is revised. Nothing is overwritten: the old figure always stays.",
)
FROM: Final = Text("จากสิ้นวันที่", "From the end of")
TO: Final = Text("ถึงสิ้นวันที่", "To the end of")
COMPARE: Final = Text("เทียบ", "Compare")
BACK: Final = Text("ย้อนไป", "Back")
SPANS: Final[Mapping[int, Text]] = {
    90: Text("3 เดือน", "3 months"),
    365: Text("1 ปี", "1 year"),
    1095: Text("3 ปี", "3 years"),
    3650: Text("10 ปี", "10 years"),
}
FINDING: Final = Text("ระหว่าง {since} ถึง {until} {counts}", "Between {since} and {until}, {counts}")
NOTHING: Final = Text("ไม่มีตัวเลขใดเปลี่ยน", "no figure changed")
COUNTS: Final[Mapping[str, Text]] = {
    "appeared": Text("เพิ่มขึ้น {count} ค่า", "{count} figures appeared"),
    "corrected": Text("ถูกแก้ {count} ค่า", "{count} were corrected"),
    "withdrawn": Text("ถูกถอน {count} ค่า", "{count} were withdrawn"),
    "restated": Text("เปลี่ยนแหล่งหรือคุณภาพ {count} ค่า", "{count} have another source or quality"),
}
WHAT: Final[Mapping[str, Text]] = {
    "appeared": Text("เพิ่มขึ้น", "Appeared"),
    "corrected": Text("ถูกแก้", "Corrected"),
    "withdrawn": Text("ถูกถอน", "Withdrawn"),
    "restated": Text("เปลี่ยนแหล่ง", "Other source"),
}
SCOPE: Final = Text(
    "นับเฉพาะตัวเลขจริงของเมือง อำเภอ และจังหวัด ไม่นับตัวเลขสมมติและเมืองที่ใช้เทียบ สิ่งที่เพิ่มแล้วถูกแก้ภายในช่วงเดียวกันนับเป็นเพิ่มขึ้น",
    "Only published figures of the city, the district and the province; samples and the places compared with are left"
    " out. What appeared and was corrected within the same time counts as appeared.",
)
BY_DOMAIN: Final = Text("แยกตามด้าน", "By domain")
DOMAIN: Final = Text("ด้าน", "Domain")
CORRECTED: Final = Text("ตัวเลขที่ถูกแก้", "Figures that were corrected")
WITHDRAWN: Final = Text("ตัวเลขที่ถูกถอน", "Figures that were withdrawn")
RESTATED: Final = Text("ค่าเดิมแต่แหล่งหรือคุณภาพใหม่ ({count})", "Same value, other source or quality ({count})")
APPEARED: Final = Text("ตัวเลขที่เพิ่มขึ้น", "Figures that appeared")
APPEARED_OF: Final = Text("{domain} ({count})", "{domain} ({count})")
OLD: Final = Text("ค่าเดิม", "Old")
NEW: Final = Text("ค่าใหม่", "New")
SHARE: Final = Text("{share}%", "{share}%")
TIMES: Final = Text("แก้ {count} ครั้ง", "corrected {count} times")
SINCE: Final = Text("ตั้งแต่ {day}", "Since {day}")
UNTIL: Final = Text("ถึง {day}", "Until {day}")
WAS: Final = Text("เดิม: {source}", "Before: {source}")
DRAWN: Final = Text("วาดเทียบกัน", "Drawn")
SAID: Final = Text("จาก {before} เป็น {after}", "from {before} to {after}")
KEY_OLD: Final = Text("ค่าเดิม", "old")
KEY_NEW: Final = Text("ค่าใหม่", "new")
FIGURES: Final = Text("ตัวเลข", "Figures")
LAST: Final = Text("ล่าสุด", "Latest")
MORE: Final = Text("อีก {count} ค่า", "{count} more")

HABITS: Final = Text("แต่ละตัวชี้วัดถูกแก้บ่อยและมากเพียงใด", "How often and how far each indicator is revised")
HABITS_FINDING: Final = Text(
    "จาก {total} ตัวชี้วัดที่มีตัวเลขจริงถึง {until} มี {revised} ตัวชี้วัดที่เคยถูกแก้ รวม {revisions} ครั้ง",
    "Of {total} indicators with a published figure up to {until}, {revised} were ever revised, {revisions} times",
)
REVISIONS: Final = Text("ครั้งที่แก้", "Revisions")
REVISED: Final = Text("ค่าที่ถูกแก้", "Revised")
OF: Final = Text("{revised} จาก {figures}", "{revised} of {figures}")
TYPICAL: Final = Text("แก้ตามปกติ", "Typical size")
LARGEST: Final = Text("แก้มากที่สุด", "Largest")
DELAY: Final = Text("รู้หลังสิ้นงวด", "Known after")
CORRECTED_AFTER: Final = Text("แก้หลังเผยแพร่", "Corrected after")
DAYS: Final = Text("{count} วัน", "{count} days")
NEVER: Final = Text("ตัวชี้วัดที่ยังไม่เคยถูกแก้ ({count})", "Indicators that were never revised ({count})")
HABITS_NOTE: Final = Text(
    "ขนาดคือค่ากลางและค่ามากที่สุดของผลต่างเทียบกับค่าเดิม รู้หลังสิ้นงวดคือค่ากลางของงวดล่าสุดในแต่ละครั้งที่ตัวเลขมา"
    " หากแหล่งไม่บอกวันเผยแพร่ ถือวันสิ้นงวดแทน จึงเป็น 0 วัน",
    "Sizes are the median and the largest difference as a share of the value before. Known after is the median for the"
    " newest period each time figures came; where a source does not say when it was published, the end of the period"
    " stands for it, which makes 0 days.",
)
TAKE: Final = Text("ดาวน์โหลดเป็น CSV", "Take away as CSV")
TAKE_NOTE: Final = Text(
    "เฉพาะ {count} แถวที่สัญญาอนุญาตให้เผยแพร่ต่อได้ จาก {total} แถว",
    "Only the {count} of {total} rows whose licence lets them be passed on",
)
