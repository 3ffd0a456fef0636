"""Words of the frame round every page: bar, sample line, notices, navigation."""

from smart7.i18n import Text

YEAR = Text("ข้อมูลถึงสิ้นปีงบประมาณ", "Figures up to the end of")
YEAR_UNTIL = Text("ถึงปีงบ {year}", "Up to FY{year}")
YEAR_OPTION = Text("ปีงบประมาณ {year}", "Fiscal year {year}")
DOMAINS = Text("7 ด้าน", "Seven domains")
OTHER = Text("รายละเอียด", "In depth")
SWITCH_LANGUAGE = Text("English", "ภาษาไทย")
SHOW_SAMPLE = Text("แสดงตัวเลขตัวอย่าง", "Show sample figures")
SAMPLE_LINE = Text("ตัวเลขสมมติ {sample} จาก\u00a0{total}", "{sample} of {total} figures are made up")
SAMPLE_MORE = Text(" แสดงรูปแบบเท่านั้น ไม่ใช่ข้อมูลของเทศบาล", " to show the shape; they are not the city's")
SAMPLE_HIDDEN = Text("แสดงเฉพาะ {real} ตัวเลขจริง", "Only the {real} real figures")
SAMPLE_HIDDEN_MORE = Text(" ที่มีแหล่งที่มา ซ่อนตัวเลขสมมติแล้ว", " with a source; what is made up is hidden")
UNKNOWN_VALUE = Text(
    "ลิงก์นี้มีค่า “{value}” สำหรับ {name} ซึ่งไม่มีในระบบ จึงแสดง “{used}” แทน",
    "This link asks for “{value}” as {name}, which does not exist here; “{used}” is shown instead",
)
SNAPSHOT = Text(
    "ชุดข้อมูล {id} ความรู้ถึงวันที่ {as_of}",
    "Snapshot {id}, as known on {as_of}",
)
BUILDING = Text("กำลังสร้างชุดข้อมูลครั้งแรก", "Building the first snapshot")
BUILD_FAILED = Text(
    "สร้างชุดข้อมูลไม่สำเร็จ กรุณาแก้ไฟล์ตามรายการด้านล่างแล้วโหลดหน้านี้ใหม่",
    "The snapshot could not be built. Correct the files as listed below, then load this page again",
)
PARAMS: dict[str, Text] = {
    "page": Text("หน้า", "page"),
    "form": Text("รูปแบบของตัวชี้วัด", "form of the indicators"),
    "year": Text("ปี", "year"),
    "unit": Text("หน่วย", "unit"),
    "id": Text("ตัวชี้วัด", "indicator"),
    "sample": Text("ตัวเลขตัวอย่าง", "sample"),
    "target": Text("เป้าหมาย", "target"),
    "known": Text("วันที่ดูย้อนหลัง", "day to look back on"),
    "until": Text("วันสุดท้ายที่เทียบ", "last day to compare"),
    "since": Text("วันที่เริ่มดูการเปลี่ยนแปลง", "day to look back to"),
    "lang": Text("ภาษา", "language"),
    "part": Text("รายการย่อย", "part"),
    "show": Text("มุมมอง", "view"),
    "layers": Text("ชั้นข้อมูล", "layer"),
    "pick": Text("สิ่งที่เลือกบนแผนที่", "what is chosen on the map"),
    "at": Text("ตำแหน่งของแผนที่", "where the map is"),
    "agenda": Text("วาระประชุม", "agenda"),
    "source": Text("แหล่งข้อมูล", "source"),
    "table": Text("ตาราง", "table"),
    "before": Text("ชุดข้อมูลที่เทียบ", "snapshot to compare with"),
    "changed": Text("ตัวชี้วัดที่เปลี่ยน", "indicator that changed"),
    "order": Text("การเรียง", "order"),
    "verdict": Text("ผลเทียบเป้าหมาย", "verdict"),
    "aim": Text("เป้าประสงค์", "aim"),
    "owner": Text("หน่วยงาน", "division"),
    "only": Text("ตัวกรอง", "filter"),
    "due": Text("งวด", "period"),
    "q": Text("คำสั่ง SQL", "SQL statement"),
    "example": Text("ตัวอย่าง", "example"),
    "next": Text("หน้าที่จะไปต่อ", "page to go on to"),
    "said": Text("ผลการเข้าสู่ระบบ", "outcome of signing in"),
}
OVERVIEW = Text("ภาพรวม", "the overview")
USUAL = Text("ค่าปกติ", "the usual")
REST = Text("ที่เหลือ", "the rest")
