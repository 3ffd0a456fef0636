"""Words of a route's page: its stops in order, what lies near them, when vehicles come."""

from smart7.i18n import Text

ROUTES = Text("สายทั้งหมด", "All routes")
NO_ROUTE = Text(
    "แตะหมายเลขสายเพื่อดูป้ายทีละป้าย เวลาระหว่างป้าย เที่ยวแรกและเที่ยวสุดท้าย และที่ใดอยู่ในระยะเดิน",
    "Choose a number to see the route stop by stop: minutes between, first and last departure, what lies near.",
)
STRIP = Text("ป้ายตามลำดับ {name}", "Stops in order, {name}")
MINUTES = Text("↓ {minutes} นาที", "↓ {minutes} min")
UNDER = Text("↓ ไม่ถึง 1 นาที", "↓ under 1 min")
UNKNOWN = Text("ไม่ทราบเวลาระหว่างสถานี เพราะยังไม่มีรถวิ่ง", "Minutes between stations are not known: nothing runs.")
BETWEEN = Text(
    "นาทีระหว่างป้ายคำนวณจากความเร็วสมมติ ไม่ใช่ตารางของผู้ให้บริการ",
    "Minutes between stops follow from an assumed speed, not from an operator's timetable.",
)
STATED = Text("นาทีระหว่างป้ายตามไฟล์ที่ได้รับ", "Minutes between stops as in the file that was handed in.")
DEPARTURES = Text("เที่ยวแรก {first} · เที่ยวสุดท้าย {last}", "first {first} · last {last}")
WAY = Text("ไป {towards}: {departures}", "to {towards}: {departures}")
WEEKDAY = Text("เที่ยวแรกและเที่ยวสุดท้าย วันธรรมดา", "First and last departure, weekdays")
CHANGE = Text("ต่อรถสาย", "Change to")
NEAR = Text("ในระยะ 500 เมตร (ระยะตรง)", "Within 500 m (straight)")
NEAR_MORE = Text("อีก {count} แห่ง", "{count} more")
NOT_PLACED = Text("ไม่ทราบตำแหน่ง", "position not known")
ON_MAP = Text("ดูบนแผนที่", "See it on the map")
ALL_STOPS = Text("ดูทุกป้ายของสายนี้", "Every stop of this route")
