"""Words of the command that makes passes and sums of the days that are over."""

from typing import Final

from smart7.i18n import Text

HELP: Final = Text("คำนวณเวลาผ่านป้ายของวันที่จบแล้ว", "make passes and sums of the days that are over")
MADE: Final = Text(
    "{feed} {day}: ตำแหน่ง {positions} จัดเข้าเส้นทาง {placed} ไม่ใช้ {left}",
    "{feed} {day}: {positions} positions, {placed} placed on routes, {left} left out",
)
SAME: Final = Text("{feed}: ไม่เปลี่ยน {days} วัน", "{feed}: {days} days unchanged")
BUSY: Final = Text("{feed}: กำลังคำนวณอยู่แล้ว", "{feed}: is being measured already")
