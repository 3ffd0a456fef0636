"""Words of indicator cards and their provenance."""

from smart7.i18n import Text

TARGET_BAND = Text("{low} ถึง {high}", "{low} to {high}")
OVERDUE = Text("ตัวเลขใหม่กว่านี้เลยกำหนดส่งแล้ว", "a newer figure is overdue")
CHANGE = Text("{change} จาก{before}", "{change} from {before}")
UNCHANGED = Text("เท่ากับ{before}", "the same as {before}")
TRENDS: dict[str, Text] = {
    "improving": Text("แนวโน้มดีขึ้น", "improving"),
    "worsening": Text("แนวโน้มแย่ลง", "worsening"),
    "rising": Text("แนวโน้มเพิ่มขึ้น", "rising"),
    "falling": Text("แนวโน้มลดลง", "falling"),
    "steady": Text("แนวโน้มคงที่", "steady"),
}
SPARK = Text("จาก {first} ถึง {last} รวม {count} ปี", "from {first} to {last} over {count} years")
MONTHS_HELD = Text("มี {held} จาก {expected} งวดของปี", "{held} of {expected} periods of the year")
UNITS_HELD = Text("{held} จาก {expected} หน่วย", "{held} of {expected} units")
PARTIAL = Text("ตัวเลขยังไม่ครบงวด", "the figure covers only part of its period")
PROVENANCE = Text("ที่มา", "Where this comes from")
REGISTER = Text("ทะเบียนที่มีข้อมูลนี้", "Register that holds it")
SNAPSHOT = Text("ชุดข้อมูล", "Snapshot")
ROWS = Text("ดูแถวข้อมูลเบื้องหลัง", "See the rows behind")
NOT_HANDED_IN = Text("ยังไม่ได้ส่งข้อมูล", "Not yet handed in")
WAITING = Text("ตัวชี้วัดที่ยังไม่มีตัวเลข ({count})", "Indicators without a figure yet ({count})")
WAITING_INTRO = Text(
    "ตัวเลขเหล่านี้อยู่ในทะเบียนของหน่วยงาน ยังไม่ได้ส่งเข้ามา",
    "These figures are held in registers and have not been handed in yet",
)
MORE = Text("ตัวชี้วัดอื่นในด้านนี้ ({count})", "More indicators of this domain ({count})")
CONTEXT = Text("ตัวเลขประกอบ ({count})", "Background figures ({count})")
SEE_UNITS = Text("ดูรายหน่วย", "See by unit")
