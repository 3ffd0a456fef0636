"""Words of the page that presents."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

INTRO = Text(
    "วาระประชุมคือรายการเรื่องบนตัวเลขที่ตรึงไว้ เปิดเต็มจอ เดินด้วยปุ่มลูกศร และทุกตัวเลขบอกที่มา",
    "A meeting is an agenda over frozen figures: shown full screen, walked with the arrow keys,"
    " each figure with where it came from",
)
READY = Text("วาระสำเร็จรูป", "Ready-made agendas")
KEPT = Text("วาระที่บันทึกไว้", "Saved agendas")
NONE_KEPT = Text("ยังไม่มีวาระที่บันทึกไว้", "No agenda has been saved yet")
TITLE = Text("ชื่อ", "Title")
TITLE_TH = Text("ชื่อภาษาไทย", "Title in Thai")
TITLE_EN = Text("ชื่อภาษาอังกฤษ", "Title in English")
BODY = Text("คณะ", "Body")
BODY_TH = Text("คณะ (ภาษาไทย)", "Body in Thai")
BODY_EN = Text("คณะ (ภาษาอังกฤษ)", "Body in English")
DAY = Text("วันประชุม (ปปปป-ดด-วว ค.ศ.)", "Day of the meeting (YYYY-MM-DD)")
ITEMS = Text("{count} เรื่อง {minutes} นาที", "{count} items, {minutes} minutes")
FROZEN = Text("ตรึงไว้กับชุดข้อมูล {id}", "Frozen on snapshot {id}")
LIVE = Text("ใช้ชุดข้อมูลล่าสุด", "On the newest snapshot")
STATE = Text("ข้อมูล", "Figures")
DAY_SHORT = Text("วันประชุม", "Day")
ALL = Text("วาระทั้งหมด", "All agendas")
UNREADABLE = Text("เปิดวาระนี้ไม่ได้: {why}", "This agenda cannot be opened: {why}")
NO_LEDGER = Text(
    "เปิดสมุดบันทึกไม่ได้ จึงแสดงเฉพาะวาระสำเร็จรูป", "The ledger cannot be opened; only ready-made agendas are listed"
)
NO_ITEMS = Text("ทุกเรื่องในวาระนี้ถูกซ่อนอยู่", "Every item of this agenda is hidden")

# The deck's own buttons; the letter is the key that does the same.
BUTTONS: Final[Mapping[str, Text]] = {
    "back": Text("ก่อนหน้า", "Back"),
    "next": Text("ถัดไป", "Next"),
    "full": Text("เต็มจอ (F)", "Full screen (F)"),
    "notes": Text("บันทึกผู้พูด (N)", "Notes (N)"),
    "grid": Text("ทุกหน้า (G)", "All slides (G)"),
    "black": Text("จอดำ (B)", "Black (B)"),
    "drill": Text("เจาะลึก (D)", "Drill (D)"),
    "language": Text("English (L)", "ไทย (L)"),
    "method": Text("วิธีคิด", "Method"),
    "questions": Text("คำถามที่อาจมี", "Likely questions"),
    "elapsed": Text("ผ่านไป", "Elapsed"),
    "remaining": Text("เหลือ", "Remaining"),
    "over": Text("เกินเวลา", "Over"),
    "slide": Text("หน้า", "Slide"),
    "deck": Text("สไลด์ ใช้ปุ่มลูกศรเพื่อเปลี่ยนหน้า", "Slides; the arrow keys change them"),
    "dark": Text("จอดำอยู่ กด B เพื่อกลับ", "The screen is black; B brings it back"),
}
CORRECTED = Text("แก้ไขแล้วตั้งแต่ตรึง: {old} เป็น {new}", "Corrected since frozen: {old} is now {new}")
CORRECTIONS = Text("ตัวเลขที่แก้ไขแล้วตั้งแต่ตรึงวาระ", "Figures corrected since the agenda was frozen")

EDIT = Text("แก้ไขวาระ", "Edit the agenda")
OWN = Text("ทำเป็นวาระของเรา", "Make it our own")
OWN_NOTE = Text(
    "วาระสำเร็จรูปแก้ไม่ได้ บันทึกเป็นวาระใหม่ก่อน แล้วลิงก์จะเปิดวาระนั้น",
    "A ready-made agenda is not changed: save it as a new one, which a link then opens",
)
SAVE = Text("บันทึก", "Save")
SAVED = Text("บันทึกแล้ว", "Saved")
FREEZE = Text("ตรึงตัวเลข", "Freeze the figures")
FREEZE_NOTE = Text("เก็บตัวเลขของทุกเรื่องไว้กับชุดข้อมูลนี้", "Keeps the figures of every item with this snapshot")
THAW = Text("เลิกตรึง", "Thaw")
FROZEN_NOTE = Text("วาระที่ตรึงแล้วแก้ไม่ได้ เลิกตรึงก่อน", "A frozen agenda is not changed: thaw it first")
DELETE = Text("ลบวาระ", "Delete the agenda")
ITEM = Text("เรื่องที่", "Item")
ITEM_SHOWN = Text("{number}. {kind} {subject}", "{number}. {kind} {subject}")
ITEM_HIDDEN = Text("{number}. {kind} {subject} (ซ่อน)", "{number}. {kind} {subject} (hidden)")
UP = Text("ขึ้น", "Up")
DOWN = Text("ลง", "Down")
COPY = Text("ทำซ้ำ", "Duplicate")
REMOVE = Text("นำออก", "Remove")
HIDDEN = Text("ซ่อน", "Hidden")
NOTE_TH = Text("บันทึกภาษาไทย", "Notes in Thai")
NOTE_EN = Text("บันทึกภาษาอังกฤษ", "Notes in English")
LANGUAGE = Text("ภาษาของหน้านี้", "Language of this slide")
LANGUAGES: Final[Mapping[str, Text]] = {
    "": Text("ตามห้องประชุม", "As the room"),
    "th": Text("ไทย", "Thai"),
    "en": Text("อังกฤษ", "English"),
}
MINUTES = Text("เวลา (นาที)", "Minutes")
ADD = Text("เพิ่มเรื่อง", "Add an item")
ADD_MAP = Text("เพิ่มแผนที่", "Add a map")
KIND = Text("ชนิด", "Kind")
SUBJECT = Text("เรื่อง", "Subject")
FIND = Text("พิมพ์เพื่อค้นหา", "Type to find")
NO_VIEW_KEPT = Text("ยังไม่มีมุมมองที่บันทึกไว้", "No view is saved yet")
MAP_LINK = Text("วางลิงก์จากหน้าแผนที่", "Paste the link of the map page")
SERVICE_LINK = Text("วางลิงก์จากหน้าบริการตามที่รถวิ่งจริง", "Paste the link of the page of service as driven")
SINCE_DAY = Text(
    "ตั้งแต่วันที่ (ค.ศ. เช่น 2026-10-01) เว้นว่างคือหนึ่งเดือนก่อนประชุม",
    "Since (such as 2026-10-01); left empty, the month before the meeting",
)
OF_YEAR = Text("ปี", "Year")
LATEST = Text("ปีล่าสุด", "The latest")
OF_INDICATOR = Text("ตัวชี้วัดของหน่วยงาน", "Indicator of the unit")
ALL_OF_UNIT = Text("ทุกตัวชี้วัดของหน่วยงาน", "All of its indicators")
REFUSED = Text("บันทึกไม่ได้: {why}", "Not saved: {why}")
TYPED = Text("ข้อความที่พิมพ์ไว้และยังไม่ได้บันทึก", "What was typed and is not saved")
BAD_TEXT = Text("ต้องมีชื่อและคณะทั้งสองภาษา", "Title and body are needed in both languages")
