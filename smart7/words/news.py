"""Words of what changed: since which day, what became known, and the comparison with the period before."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

TITLE: Final = Text("อะไรเปลี่ยนไปตั้งแต่ {day}", "What changed since {day}")
ABOUT: Final = Text(
    "นับจากวันที่ทราบค่า เฉพาะตัวเลขที่มีแหล่งที่มาของเมือง อำเภอ และจังหวัด ตัวเลขตัวอย่างไม่นับ",
    "By the day a figure became known; only figures with a source, of the city, the district and the province;"
    " samples are left out",
)
NOTHING: Final = Text(
    "ตั้งแต่วันนั้นไม่มีตัวเลขจริงเข้ามาหรือถูกแก้ไข ลองย้อนไปไกลกว่านี้",
    "No published figure came in or was corrected since that day; look further back",
)
SINCE: Final = Text("ดูตั้งแต่", "Look back")
SPANS: Final[Mapping[int, Text]] = {
    30: Text("1 เดือน", "1 month"),
    90: Text("3 เดือน", "3 months"),
    365: Text("1 ปี", "1 year"),
}
MEETING: Final = Text("ประชุม {day}", "Meeting of {day}")
CHOSEN: Final = Text("วันที่เลือก {day}", "Chosen day {day}")

FIRST: Final = Text(
    "{named} มีตัวเลขเป็นครั้งแรก: {value} {when}", "{named} has a figure for the first time: {value} {when}"
)
CORRECTED: Final = Text(
    "{named} แก้ไขจาก {replaced} เป็น {value} {when}", "{named} was corrected from {replaced} to {value} {when}"
)
CORRECTED_PARTS: Final = Text(
    "{named} แก้ไขแล้ว ขณะนี้อยู่ที่ {value} {when}", "{named} was corrected and now stands at {value} {when}"
)
OLDER: Final = Text(
    "{named} มีตัวเลขของงวดอื่นหรือหน่วยย่อยเข้ามา ค่าล่าสุดยังเป็น {value} {when}",
    "{named}: figures of other periods or parts came in; the newest is still {value} {when}",
)
PARTS: Final = Text(
    "{named} มีตัวเลขรายหน่วยหรือรายการย่อยเข้ามา ยังไม่มีตัวเลขรวม",
    "{named}: figures by unit or part came in; there is none of the whole yet",
)
KNOWN: Final = Text("ทราบเมื่อ {day}", "Known since {day}")
COUNT: Final = Text("{count} ค่า", "{count} figures")
COUNT_ONE: Final = Text("1 ค่า", "1 figure")
COUNT_CORRECTED: Final = Text("แก้ไข {count} ค่า", "{count} corrected")
MORE: Final = Text("อีก {count} ตัวชี้วัด", "{count} more indicators")
TABLE: Final = Text("เทียบกับงวดก่อนเป็นตาราง", "Against the period before, as a table")
