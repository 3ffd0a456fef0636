"""What is said when a disk does not take what is written, or a snapshot on it is not whole."""

from typing import Final

from smart7.i18n import Text

NOT_WRITTEN: Final = Text(
    "เขียน {place} ไม่ได้: {why} {need} {free} ไม่มีอะไรเปลี่ยนแปลง",
    "{place} could not be written: {why}; {need} and {free}. Nothing was changed.",
)
SOME: Final = Text("ต้องใช้อย่างน้อย {size} MB", "at least {size} MB is needed")
UNKNOWN: Final = Text("ไม่ทราบว่าต้องใช้เท่าใด", "how much is needed is not known")
FREE: Final = Text("เหลือที่ว่าง {size} MB", "{size} MB is free")

FULL: Final = Text("ดิสก์เต็ม", "the disk is full")
QUOTA: Final = Text("ใช้พื้นที่ครบโควตาแล้ว", "the quota of the disk is used up")
TOO_LARGE: Final = Text("ไฟล์ใหญ่เกินที่ระบบอนุญาต", "the file is larger than the system allows")
READ_ONLY: Final = Text("ดิสก์เป็นแบบอ่านอย่างเดียว", "the disk is read-only")
FORBIDDEN: Final = Text("ไม่มีสิทธิ์เขียนที่นี่", "there is no permission to write here")
GONE: Final = Text("ไม่พบโฟลเดอร์นี้แล้ว", "its folder is not there any more")
FAILED: Final = Text("ดิสก์ขัดข้อง ({detail})", "the disk failed ({detail})")
NOT_WHOLE: Final = Text("อ่านกลับมาแล้วข้อมูลไม่ครบ", "what was written could not be read back whole")

UNSOUND: Final = Text(
    "ชุดข้อมูล {id} ที่ใช้อยู่ไม่สมบูรณ์ จึงต้องสร้างใหม่",
    "snapshot {id}, which is in service, is not whole and has to be built again",
)
GOES_ON: Final = Text(
    "สร้างชุดข้อมูลใหม่ไม่ได้ จึงใช้ชุดข้อมูล {id} ต่อไป",
    "no new snapshot could be built; snapshot {id} is used meanwhile",
)
SET_ASIDE: Final = Text(
    "อ่านชุดข้อมูลล่าสุด {wanted} ไม่ได้ จึงใช้ชุดข้อมูล {used} แทน",
    "The newest snapshot, {wanted}, could not be read; {used} is used in its place",
)
SHOWN_INSTEAD: Final = Text(
    "อ่านชุดข้อมูลล่าสุดไม่ได้ ขณะนี้แสดงชุดข้อมูลของวันที่ {day} โปรดแจ้งผู้ดูแลระบบ",
    "The newest data could not be read. What is shown is the data of {day}; please tell the administrator.",
)
