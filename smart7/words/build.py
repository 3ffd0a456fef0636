"""What a build says while it works."""

from smart7.i18n import Text

HELP = Text("สร้างชุดข้อมูลจากโฟลเดอร์ข้อมูล", "Build a snapshot from the data folder")
READING = Text("[1/4] อ่านไฟล์ข้อมูล", "reading the data files")
LOADING = Text("[2/4] บรรจุตัวเลข {count} ค่า", "loading {count} figures")
CHECKING = Text("[3/4] ตรวจคุณภาพ", "checking quality")
ADDING_UP = Text("[4/4] รวมยอดตามปีและหน่วย", "adding up by year and unit")
DONE = Text("ใช้ชุดข้อมูล {id} แล้ว", "snapshot {id} is in service")
KEPT = Text("เก็บชุดข้อมูล {id} ตามที่รู้ ณ วันนั้นไว้แล้ว", "snapshot {id} is kept, as known on that day")
CHANGED = Text("ข้อมูลเปลี่ยนระหว่างสร้าง เริ่มใหม่", "the data changed meanwhile, starting again")
REFUSED = Text(
    "ไม่ได้สร้างชุดข้อมูลใหม่: พบ {count} จุดที่ต้องแก้ ชุดเดิมยังใช้งานอยู่",
    "no new snapshot: {count} places to correct; the old one stays in service",
)
