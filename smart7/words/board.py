"""Words of the board: the sentence above it, its legend that is also the filter, the cards of its tiles."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

# The sentence above the board.
STANDS: Final = Text(
    "รู้แล้ว {known} จาก {total} ตัวชี้วัด เทียบกับเป้าหมายได้ {judged} ได้ตามเป้า {on}",
    "{known} of {total} indicators are known, {judged} can be held against a target, {on} meet it",
)
NONE_JUDGED: Final = Text(
    "รู้แล้ว {known} จาก {total} ตัวชี้วัด ยังไม่มีตัวใดเทียบกับเป้าหมายได้",
    "{known} of {total} indicators are known; none of them can be held against a target yet",
)
NONE_KNOWN: Final = Text(
    "ยังไม่มีตัวเลขจริงของตัวชี้วัดใดเลยจากทั้งหมด {total} ตัวชี้วัด",
    "No real figure of any of the {total} indicators has been handed in yet",
)
OF_THEIR_TIME: Final = Text(
    "{then} จาก {judged} เป็นผลของงวดเก่า", "{then} of these {judged} are judged for an older period only"
)
MOVED_MOST: Final = Text("ขยับมากที่สุด: {said}", "Moved most: {said}")

# The rows.
BOARD: Final = Text("กระดานตัวชี้วัด", "The board of indicators")
ROW: Final = Text("{total} ตัวชี้วัด รู้ {known} เทียบเป้าได้ {judged}", "{total} indicators, {known} known, {judged} judged")
NOTE: Final = Text(
    "โปร่ง: ผลของงวดเก่าเทียบกับเป้าหมายของงวดนั้น ยังไม่มีตัวเลขใหม่กว่า",
    "In outline: an older figure against the target of its own period; there is no newer one",
)
STROKES: Final = Text("ขีดคั่น: เริ่มเป้าประสงค์ถัดไป", "A stroke: the next aim begins")
PAST: Final = Text("ข้ามกระดาน", "Past the board")
AIMS: Final = Text("เป้าประสงค์: {aims}", "Aims: {aims}")
NO_SOURCE: Final = Text("ผู้ถือข้อมูล: {owner}", "Held by: {owner}")

# The legend.
LEGEND: Final = Text("คำอธิบายและตัวกรอง", "Legend and filter")
STANDINGS: Final[Mapping[str, Text]] = {
    "on": Text("ตามเป้า", "On target"),
    "near": Text("ใกล้เป้า", "Near"),
    "off": Text("ไม่ถึงเป้า", "Off target"),
    "then": Text("งวดเก่า", "Older period"),
    "known": Text("มีตัวเลข ไม่ตัดสิน", "Not judged"),
    "sample": Text("ตัวอย่าง", "Sample only"),
    "missing": Text("ยังไม่มี", "Nothing yet"),
}
AIM: Final = Text("เป้าประสงค์", "Aim")
OWNER: Final = Text("หน่วยงานของฉัน", "My division")
ONLY: Final[Mapping[str, Text]] = {
    "real": Text("ตัวเลขจริงเท่านั้น", "Real only"),
    "late": Text("เก่ากว่าที่ควร", "Late"),
}
ORDERS: Final[Mapping[str, Text]] = {
    "aim": Text("เรียงตามเป้าประสงค์", "By aim"),
    "name": Text("เรียงตามชื่อ", "By name"),
}
ORDER: Final = Text("การเรียง", "Order")
EVERY: Final = Text("แสดงทั้งหมด", "Show all")
LOOKED_AT: Final = Text("{count} จาก {total} ตัวชี้วัด: {what}", "{count} of {total} indicators: {what}")
AS_LIST: Final = Text("อ่านเป็นรายการ", "Read them as a list")
