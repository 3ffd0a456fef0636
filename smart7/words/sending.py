"""What is said when a file that is sent to a page is not taken."""

from typing import Final

from smart7.i18n import Text

READERS: Final = Text(
    "เข้าสู่ระบบก่อนจึงจะส่งไฟล์ได้ หากระบบเปิดให้อ่านอย่างเดียวจะส่งไฟล์ไม่ได้",
    "Sign in before you send a file. Where the installation can only be read, no file can be sent.",
)
ENOUGH: Final = Text(
    "หน้านี้มีไฟล์มากพอแล้ว ส่งที่มีอยู่ก่อน หรือเปิดหน้าใหม่",
    "This page holds enough files. Send what is there first, or open the page anew.",
)
