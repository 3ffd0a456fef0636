"""Words of the sources page."""

from smart7.i18n import Text

INTRO = Text(
    "ทุกตัวเลขมาจากที่ใด อะไรยังไม่รู้ และใครถือข้อมูลนั้น",
    "Where every figure comes from, what is not known, and who holds it",
)
COVERAGE = Text("เรารู้อะไร", "What we know")
COVERAGE_LINE = Text(
    "{known} จาก {total} ตัวชี้วัดมีตัวเลขที่มีแหล่งที่มา อีก {missing} ตัวชี้วัดรอหน่วยงานส่ง",
    "{known} of {total} indicators have a figure with a source; {missing} wait for their owners",
)
PUBLISHED = Text("ตัวเลขที่มีแหล่งที่มา", "Sourced figures")
SAMPLE = Text("ตัวเลขตัวอย่าง", "Sample figures")
LATEST = Text("ข้อมูลถึง", "Figures up to")
HOLDER = Text("ผู้ถือข้อมูล", "Who holds it")
REGISTER = Text("ทะเบียน", "Register")
SOURCES = Text("แหล่งข้อมูล ({count})", "Sources ({count})")
BULK = Text("ดาวน์โหลดยกชุดได้", "Bulk download")
BULK_NO = Text("ไม่ได้: ไม่มีสัญญาอนุญาตระบุไว้", "no: no licence is stated")
BULK_YES = Text("ได้", "yes")
USED = Text("ใช้กับ", "Used by")
USED_BY = Text("{figures} ตัวเลข {indicators} ตัวชี้วัด", "{figures} figures, {indicators} indicators")
USED_OTHER = Text("{count} เหตุการณ์ หน่วย หรือเป้าหมาย", "{count} events, units or targets")
CHECKS = Text("ผลการตรวจคุณภาพของชุดข้อมูลนี้", "Quality checks of this snapshot")
CHECK = Text("ข้อตรวจ", "Check")
RESULT = Text("ผล", "Result")
PASSED = Text("■\u00a0ผ่าน", "■\u00a0passed")
FAILED = Text("▼\u00a0พบ {count} จุด", "▼\u00a0{count} faults")
NOT_USED = Text("ข้อเท็จจริงสาธารณะที่ไม่ได้ใช้ และเหตุผล", "Public facts left out, and why")
FACT = Text("ข้อเท็จจริง", "Fact")
YEAR = Text("ปี", "Year")
REASON = Text("เหตุผล", "Reason")

FRESHNESS = Text("ความสดของข้อมูลตามเจ้าของ", "Freshness by owner")
OWNED = Text("ตัวชี้วัดที่ดูแล", "Indicators owned")
SENT = Text("มีตัวเลขแล้ว", "With a figure")
ON_TIME = Text("ทันกำหนด", "Up to date")
LATE = Text("เลยกำหนด", "Late")
NEVER = Text("ยังไม่เคยส่ง", "Never sent in")

TAKE = Text("ดาวน์โหลดข้อมูลเปิด", "Take the open data away")
TAKE_ABOUT = Text(
    "เฉพาะแถวที่สัญญาอนุญาตให้เผยแพร่ต่อได้ ทุกแถวบอกคุณภาพ แหล่งที่มา และสัญญาอนุญาต แถวตัวอย่างทำเครื่องหมายไว้",
    "Only rows whose licence lets them be passed on. Each says its quality, source and licence; sample rows are "
    "marked.",
)
EVERYTHING = Text(
    "ทั้งชุดเป็นไฟล์ zip (CSV, Parquet, GeoJSON, คำอธิบาย)", "Everything as a zip (CSV, Parquet, GeoJSON, notes)"
)
API = Text("อ่านด้วยโปรแกรมผ่าน API", "Read by programs through the API")
TABLE = Text("ตาราง", "Table")
FILES = Text("ไฟล์", "Files")
FEED_ZIP = Text("ฟีด GTFS {feed}", "GTFS feed {feed}")
WITHHELD = Text("สิ่งที่แสดงบนหน้าเว็บแต่ไม่ให้ดาวน์โหลดยกชุด ({count} แถว)", "Shown on pages but not passed on ({count} rows)")
ROWS = Text("แถว", "Rows")

DICTIONARY = Text("พจนานุกรมข้อมูล", "Data dictionary")
CHOOSE_TABLE = Text("เลือกตาราง", "Choose a table")
COLUMN = Text("คอลัมน์", "Column")
TYPE = Text("ชนิด", "Type")
MEANING = Text("ความหมาย", "Meaning")

REVISIONS = Text("อะไรเปลี่ยนไประหว่างสองชุดข้อมูล", "What changed between two snapshots")
COMPARE = Text("เทียบชุดที่ใช้อยู่กับชุดก่อน", "Compare the snapshot in service with")
CHANGED_INDICATOR = Text("ตัวชี้วัดที่ตัวเลขต่างกัน ({count})", "Indicators whose figures differ ({count})")
NOTHING_CHANGED = Text("ทุกตัวเลขเหมือนกัน", "Every figure is the same")
CANNOT_COMPARE = Text(
    "เปิดชุดข้อมูล {id} ไม่ได้ หรือสร้างด้วยรุ่นเก่าเกินไป", "Snapshot {id} cannot be opened, or is too old to compare"
)
NO_OTHER = Text("ยังไม่มีชุดข้อมูลอื่นให้เทียบ", "No other snapshot is kept to compare with")
WHAT = Text("สิ่งที่เปลี่ยน", "Change")
ADDED = Text("เพิ่ม", "added")
GONE = Text("หายไป", "gone")
OTHER_VALUE = Text("ค่าเปลี่ยน", "another value")
CLOSED = Text("ถูกแทนที่", "replaced")
REOPENED = Text("กลับมาใช้", "held true again")
OTHER_QUALITY = Text("คุณภาพหรือที่มาเปลี่ยน", "another quality or source")
BEFORE = Text("ก่อน", "Before")
AFTER = Text("หลัง", "After")
CHANGES = Text("{count} แถวต่างกัน แสดง {shown} แถวแรก", "{count} rows differ; the first {shown} are shown")
TAKE_CHANGES = Text("ดาวน์โหลดแถวที่ต่างกัน (CSV)", "Take the changed rows away (CSV)")
