"""Words of panels: what stands under a chart."""

from smart7.i18n import Text

NUMBERS = Text("ตัวเลขในแผนภูมิ", "The numbers in this chart")
NOTHING = Text(
    "ยังไม่มีข้อมูลสำหรับแผนภูมินี้ ({why})",
    "No figures for this chart yet ({why})",
)
NO_PUBLISHED = Text(
    "ยังไม่มีหน่วยงานส่งตัวเลขจริง และตัวเลขตัวอย่างถูกซ่อนอยู่",
    "no unit has handed in a real figure, and sample figures are hidden",
)
NOT_YET = Text("ไม่มีตัวเลขถึงปีที่เลือก", "none up to the chosen year")
COLUMNS: dict[str, Text] = {
    "label": Text("รายการ", "Item"),
    "series": Text("กลุ่ม", "Group"),
    "value": Text("ค่า", "Value"),
    "shown": Text("ค่า", "Value"),
    "rooms": Text("STEM + อังกฤษ", "STEM + English"),
    "done": Text("เปลี่ยนแล้ว", "Replaced"),
    "total": Text("ทั้งหมด", "All"),
    "said": Text("ปีที่ประกาศ", "Year of the promise"),
    "promised": Text("ปีที่สัญญาว่าจะเปิด", "Opening promised"),
    "whose": Text("เป้าหมายของ", "Whose target"),
    "other_low": Text("อีกเป้าหมายหนึ่ง ขั้นต่ำ", "The other target, at least"),
    "other_high": Text("อีกเป้าหมายหนึ่ง ไม่เกิน", "The other target, at most"),
    "other": Text("อีกเป้าหมายหนึ่งของ", "Whose the other target is"),
    "target_low": Text("เป้าหมายขั้นต่ำ", "Target, at least"),
    "target_high": Text("เป้าหมายไม่เกิน", "Target, at most"),
    "event": Text("เหตุการณ์", "Events"),
    "period": Text("งวด", "Period"),
    "quality": Text("คุณภาพข้อมูล", "Quality"),
}
# The steps of a flow that no indicator names, or not as they are meant there.
STEPS: dict[str, Text] = {
    "rest": Text("ที่เหลือ ไม่มีตัวเลขว่าไปที่ใด เช่น บ่อขยะบ้านคำบอน", "The rest: no figure says where, such as the Kham Bon tip"),
    "unspent": Text("ไม่ได้ใช้จ่ายในปีนั้น", "Not spent in that year"),
    "recycled": Text("ขยะที่นำกลับมาใช้ (จากขยะที่เกิดขึ้นทั้งหมด)", "Waste recycled (out of all waste produced)"),
}
NO_FIGURE = Text("ไม่มีตัวเลขของปีนี้", "no figure for this year")
ALT = Text("แผนภูมิ {title}: {summary}", "Chart, {title}: {summary}")
SUMMARY = Text("{count} แถว จาก {first} ถึง {last}", "{count} rows, from {first} to {last}")
