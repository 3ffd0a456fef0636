"""What is said where the ledger cannot be reached, read or written."""

from typing import Final

from smart7.i18n import Text

NEWER: Final = Text(
    "โปรแกรมรุ่นใหม่กว่านี้เขียนบันทึกไว้ (รูปแบบที่ {found} รุ่นนี้รู้จักถึง {known}) โปรดติดตั้งโปรแกรมรุ่นใหม่ในเครื่องนี้ด้วย",
    "A newer version of the program wrote the ledger (schema {found}, this version knows {known});"
    " upgrade the program on this machine too.",
)
BAD_ADDRESS: Final = Text(
    "อ่านค่า SMART7_LEDGER ไม่ได้: {detail} ต้องเป็น postgresql://ผู้ใช้:รหัสผ่าน@เครื่อง:พอร์ต/ฐานข้อมูล"
    " หรือไม่ตั้งค่าเลยเพื่อใช้ไฟล์ในโฟลเดอร์ข้อมูล",
    "SMART7_LEDGER cannot be read: {detail}. It has to be postgresql://user:password@host:port/database,"
    " or not be set at all for a file in the data folder.",
)
UNREACHABLE: Final = Text(
    "ติดต่อเซิร์ฟเวอร์ของบันทึกไม่ได้ จึงยังอ่านหรือบันทึกไม่ได้ โปรดลองใหม่ภายหลังหรือแจ้งผู้ดูแลระบบ",
    "The server of the ledger cannot be reached, so nothing can be read or saved now;"
    " try again later, or tell the administrator.",
)
BUSY: Final = Text(
    "เซิร์ฟเวอร์ของบันทึกมีผู้ใช้มากเกินไปในขณะนี้ ยังไม่มีอะไรถูกบันทึก โปรดลองใหม่ในอีกสักครู่",
    "The server of the ledger is too busy now; nothing was saved. Try again in a moment.",
)
FULL: Final = Text(
    "ดิสก์ของเซิร์ฟเวอร์ของบันทึกเต็ม ยังไม่มีอะไรถูกบันทึก โปรดแจ้งผู้ดูแลระบบ",
    "The disk of the server of the ledger is full; nothing was saved. Tell the administrator.",
)
READ_ONLY: Final = Text(
    "เซิร์ฟเวอร์ของบันทึกให้อ่านได้อย่างเดียว ยังไม่มีอะไรถูกบันทึก โปรดแจ้งผู้ดูแลระบบ",
    "The server of the ledger may only be read; nothing was saved. Tell the administrator.",
)
