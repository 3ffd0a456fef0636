"""What is said when something may not be kept or taken away, beside the table of rights."""

from typing import Final

from smart7.i18n import Text

READ_ONLY: Final = Text(
    "ระบบนี้เปิดให้อ่านอย่างเดียว บันทึกหรือเปลี่ยนแปลงไม่ได้",
    "This installation can only be read; nothing can be saved or changed.",
)
NOT_YOURS: Final = Text(
    "รายการนี้เป็นของผู้อื่น เจ้าของหรือผู้ดูแลระบบเท่านั้นที่ลบได้",
    "This belongs to somebody else. Only its owner or an administrator can take it away.",
)
CHANGED_SINCE: Final = Text(
    "วาระนี้ถูกแก้ไข ตรึง หรือลบไปแล้วหลังจากที่แสดงในหน้านี้ จึงไม่ได้เปลี่ยนอะไร หน้านี้แสดงวาระตามที่เป็นอยู่แล้ว ตรวจดู แล้วทำอีกครั้งถ้ายังต้องการ",
    "This agenda was changed, frozen or deleted after it was shown here, so nothing was changed. It is shown as it"
    " stands now: look at it anew, and do it once more if that is still wanted.",
)
SIGN_IN_AGAIN: Final = Text(
    "ออกจากระบบแล้ว เข้าสู่ระบบใหม่แล้วลองอีกครั้ง", "You are signed out by now. Sign in again, then try once more."
)
REFUSED: Final = Text("ทำรายการไม่ได้: {why}", "This could not be done: {why}")
NO_LEDGER: Final = Text(
    "เปิดสมุดบันทึกไม่ได้ จึงยังทำรายการไม่ได้ สิ่งที่บันทึกหรือส่งไว้แล้วไม่หาย โปรดแจ้งผู้ดูแลระบบ",
    "The ledger cannot be opened, so nothing can be done now. What was kept or handed in is not lost."
    " Please tell an administrator.",
)
