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
PASSED = Text("■ ผ่าน", "■ passed")
FAILED = Text("▼ พบ {count} จุด", "▼ {count} faults")
NOT_USED = Text("ข้อเท็จจริงสาธารณะที่ไม่ได้ใช้ และเหตุผล", "Public facts left out, and why")
FACT = Text("ข้อเท็จจริง", "Fact")
YEAR = Text("ปี", "Year")
REASON = Text("เหตุผล", "Reason")
