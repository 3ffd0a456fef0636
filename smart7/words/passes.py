"""Words of the command that makes passes and sums of the days that are over."""

from typing import Final

from smart7.i18n import Text

HELP: Final = Text("คำนวณเวลาผ่านป้ายของวันที่จบแล้ว", "make passes and sums of the days that are over")
MADE: Final = Text(
    "{feed} {day}: ตำแหน่ง {positions} จัดเข้าเส้นทาง {placed} ไม่ใช้ {left}",
    "{feed} {day}: {positions} positions, {placed} placed on routes, {left} left out",
)
REASONS: Final = {
    "repeated": Text("ซ้ำวินาทีเดียวกัน", "told of the same second before"),
    "off_route": Text("ห่างจากเส้นทางระหว่างเที่ยว", "off the route during a run"),
    "layover": Text("จอดที่ปลายทาง", "standing at the end of a line"),
    "depot": Text("จอดที่อื่นนอกเที่ยว", "standing elsewhere, as at a depot"),
    "dead_run": Text("วิ่งเปล่าใกล้เส้นทาง", "driving near a route in no service"),
    "off_every_route": Text("วิ่งนอกทุกเส้นทาง", "driving off every route"),
}
SAME: Final = Text("{feed}: ไม่เปลี่ยน {days} วัน", "{feed}: {days} days unchanged")
BUSY: Final = Text("{feed}: กำลังคำนวณอยู่แล้ว", "{feed}: is being measured already")
