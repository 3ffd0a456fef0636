"""Words of the indicator page."""

from smart7.i18n import Text

CHOOSE = Text("ตัวชี้วัด", "Indicator")
YEARLY = Text("รายปี", "By year")
MONTHLY = Text("รายงวด", "By month or quarter")
BY_UNIT = Text("แยกตามหน่วยและปี", "By unit and year")
MULTIPLES = Text("แต่ละหน่วยในสเกลเดียวกัน", "Each unit on the same scale")
PARTS = Text("รายการย่อยของปีล่าสุด", "Parts of the latest year")
YARDSTICK = Text("เทียบกับ", "Held against")
TARGETS = Text("เป้าหมายและมาตรฐาน", "Targets and standards")
TARGETS_NOTE = Text(
    "ตัวเลขเทียบกับเป้าหมายแรกในลำดับนี้ที่มีผลในงวดของตัวเลข เลือกเป้าหมายอื่นได้ที่ด้านบน",
    "A figure is held against the first of this order that is in force in its period; another can be chosen above",
)
EARLIER_TARGETS = Text("เป้าหมายก่อนหน้านั้น ({count})", "Earlier targets ({count})")
WHOSE = Text("ของใคร", "Whose")
IN_FORCE = Text("มีผลเมื่อ", "In force")
EVENTS = Text("เหตุการณ์ที่เกี่ยวข้อง", "Related events")
DEFINITION = Text("นิยามและวิธีคิด", "Definition and method")
ROWS = Text("แถวข้อมูลและการแก้ไข", "Rows and revisions")
ROWS_NOTE = Text(
    "ทุกค่าที่เคยถือว่าถูกต้อง ค่าที่มี “เลิกใช้เมื่อ” ถูกแก้ไขแล้ว",
    "Every figure ever held true; one with “replaced on” has been corrected",
)
ROWS_MORE = Text("อีก {count} แถวอยู่ในไฟล์ที่ดาวน์โหลดได้", "The {count} other rows are in the files below")
UNITS_CUT = Text("แสดง 40 หน่วยแรกจาก {count} หน่วย", "The first 40 of {count} units")
HOW_TIME = Text("รวมตามเวลา", "Over time")
HOW_UNITS = Text("รวมข้ามหน่วย", "Over units")
WEIGHT = Text("ถ่วงน้ำหนักด้วย", "Weighted by")
DIRECTION = Text("ทิศทาง", "Direction")
FREQUENCY = Text("ความถี่", "Frequency")
DUE = Text("กำหนดส่ง", "Due")
DUE_DAYS = Text("{days} วันหลังสิ้นงวด", "{days} days after the period ends")
NOT_DUE = Text("ไม่มีกำหนดส่งซ้ำ", "not owed again")
LEVEL = Text("ระดับ", "Level")
CODES = Text("รหัสกรอบมาตรฐาน", "Framework codes")
NOT_VERIFIED = Text("(ยังไม่ได้ตรวจสอบกับมาตรฐานฉบับจริง)", "(not verified against the standard itself)")
REPLACED = Text("เลิกใช้เมื่อ", "Replaced on")
KNOWN = Text("ทราบเมื่อ", "Known from")
PART = Text("รายการย่อย", "Part")
PLACE = Text("ไฟล์:บรรทัด", "File:line")
KIND = Text("ชนิดของงวด", "Kind of period")
START = Text("วันแรกของงวด", "First day")
END = Text("วันสุดท้ายของงวด", "Last day")
FISCAL = Text("ปีงบประมาณ (พ.ศ.)", "Fiscal year")
URL = Text("ที่อยู่แหล่งที่มา", "Address of the source")
CSV = Text("ดาวน์โหลด CSV", "Download CSV")
XLSX = Text("ดาวน์โหลด Excel", "Download Excel")
PNG = Text("ดาวน์โหลดรูป PNG", "Download PNG")
SNAPSHOT = Text("ชุดข้อมูล", "Snapshot")
SHEET_ROWS = Text("ข้อมูล", "Figures")
SHEET_ABOUT = Text("คำอธิบาย", "About")
SAMPLE_WARNING = Text(
    "มีตัวเลขตัวอย่างที่สร้างขึ้น ไม่ใช่ข้อมูลจริง (คอลัมน์คุณภาพข้อมูลเขียนว่า ตัวอย่าง)",
    "Holds made-up sample figures, not real ones (the quality column says Sample)",
)
