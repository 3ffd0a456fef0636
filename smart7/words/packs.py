"""Words of the pack: what stands on its covers, pages, sheets and buttons, and the message that goes with it."""

from typing import Final

from smart7.i18n import Text

CONTENTS = Text("สารบัญ", "Contents")
ANNEX = Text("ภาคผนวก", "Annex")
DEFINITIONS = Text("วิธีนับและวิธีคำนวณ", "How the figures are counted and worked out")
SOURCES = Text("แหล่งที่มา", "Sources")
SAMPLES = Text("รายการตัวเลขตัวอย่าง", "The sample figures")
NO_SAMPLES = Text("ไม่มีตัวเลขตัวอย่างในเอกสารนี้", "There is no sample figure in this document")
SAMPLE = Text("ตัวอย่าง", "Sample")
SAMPLE_ABOUT = Text(
    "ตัวเลขที่มีคำว่า ตัวอย่าง สร้างขึ้นเพื่อแสดงรูปแบบเท่านั้น ไม่ใช่ตัวเลขจริง",
    "Figures marked sample are made up to show the shape only; they are not real.",
)
SNAPSHOT = Text("ชุดข้อมูล {snapshot}", "Snapshot {snapshot}")
AS_OF = Text("ข้อมูล ณ {day}", "Data as of {day}")
GROUND_ALT = Text("พื้นสี", "A field of colour")
PAGE_OF = Text("{number} / {total}", "{number} / {total}")
ANNEX_OF = Text("ภาคผนวก {number} / {total}", "Annex {number} / {total}")
IN_ANNEX = Text("อีก {count} แถวอยู่ในภาคผนวก", "{count} more in the annex")
BEHIND = Text("ตัวเลขในแผนภูมิ", "The figures of the charts")
SLIDE = Text("หน้า", "Slide")
CLOSING = Text("คำถามและข้อเสนอ", "Questions and proposals")
CLOSING_ABOUT = Text(
    "ทุกตัวเลขในการประชุมนี้ ที่มา และวิธีนับ เปิดดูและถามต่อได้จากลิงก์นี้",
    "Every figure of this meeting, its source and how it is worked out can be opened and asked about further here",
)
CLOSING_ANNEX = Text(
    "ภาคผนวก {count} หน้าต่อจากนี้เก็บตัวเลขครบทุกค่า", "An annex of {count} pages follows and keeps every figure"
)
CONTINUED = Text("{headline} (ต่อ)", "{headline} (continued)")
FIGURES = Text("ตัวเลข", "Figures")
NARRATIVE = Text("ประเด็น", "What to say")
METHOD = Text("วิธีนับ", "Method")
QUESTIONS = Text("คำถามที่น่าจะถูกถาม", "Likely questions")
NOTHING = Text("ยังไม่มีข้อมูลสำหรับเรื่องนี้", "There are no figures for this item yet")
EMPTY = Text("วาระนี้ไม่มีเรื่องที่แสดง", "This agenda shows no item")
MORE_ROWS = Text("อีก {count} แถวอยู่ในสมุดงาน Excel", "{count} more rows are in the Excel workbook")
TARGET = Text("เป้าหมาย", "Target")
NEW_COUNT = Text("{name} (นับแบบใหม่)", "{name} (counted anew)")
RANGE = (Text("น้อยที่สุด", "Least"), Text("กลาง", "Middle"), Text("มากที่สุด", "Most"))
REST = Text("ที่เหลือ", "The rest")
ITEM = Text("เรื่อง", "Item")
NUMBER = Text("ลำดับ", "No.")
FINDING = Text("ข้อค้นพบ", "Finding")
SHEET = Text("แผ่นงาน", "Sheet")
QR_ALT = Text("รหัส QR ของลิงก์ {link}", "QR code of the link {link}")
TABLE_ALT = Text("ตาราง: {title}", "Table: {title}")
DAY = Text("วันที่", "Day")
CHART_ROWS = Text("ตัวเลขในแผนภูมิ", "The numbers in the chart")
TABLE_ROWS = Text("ตาราง", "The table")
NO_METHOD = Text("ไม่มีวิธีนับเพิ่มเติม", "Nothing more to say of the method")

# What the command line says while it works.
BUILDING: Final = Text("สร้างชุดเอกสาร {name} ({lang}) จากชุดข้อมูล {snapshot}", "Pack of {name} ({lang}), {snapshot}")
PROGRESS: Final = Text("แผ่นที่ {number}/{total}", "slide {number} of {total}")
WRITTEN: Final = Text("เขียน {file} {size} kB ใน {seconds} วินาที", "wrote {file}, {size} kB, in {seconds} s")
UNKNOWN: Final = Text("ไม่มีวาระชื่อ {name} ที่มีคือ {names}", "There is no agenda {name}; there are {names}")
NO_SNAPSHOT: Final = Text("ไม่มีชุดข้อมูล {snapshot}", "There is no snapshot {snapshot}")
NO_FONT: Final = Text("ไม่พบแบบอักษร Sarabun โปรดสั่ง pip install fontpkg-sarabun", "The typeface Sarabun is missing")
BAD_TEMPLATE: Final = Text(
    "เปิดแม่แบบ {file} ไม่ได้ ต้องเป็น .pptx หรือ .potx ที่มีเค้าโครงมีหัวเรื่อง",
    "{file} cannot be opened as a template: it must be .pptx or .potx with a layout that has a title",
)
NOTHING_DUE: Final = Text("ไม่มีวาระที่ถึงกำหนดภายใน {days} วัน", "No meeting within {days} days")
ALREADY: Final = Text("{name} วันที่ {day} สร้างไว้แล้ว", "{name} on {day} is there already")
DUE: Final = Text("ถึงกำหนด: {name} วันที่ {day}", "due: {name} on {day}")
FAILED: Final = Text("สร้าง {name} ไม่สำเร็จ: {why}", "{name} could not be made: {why}")
DRAFTED: Final = Text("ร่างข้อความไว้ใน {file} (ไม่ได้ส่ง)", "drafted a message in {file} (nothing was sent)")
MESSAGE: Final = Text(
    """เรื่อง เอกสารประกอบการประชุม {title} วันที่ {day}

เรียน ผู้เข้าร่วมประชุม{body}

เอกสารประกอบการประชุม {title} วันที่ {day} จัดทำแล้ว จากชุดข้อมูล {snapshot} (ข้อมูล ณ {as_of})

{files}

เปิดดูบนจอได้ที่ {link}

{findings}

{sample}
""",
    """Subject: Papers of {title}, {day}

To the members of {body}

The papers of {title} on {day} are made from snapshot {snapshot} (data as of {as_of}).

{files}

To be seen on a screen at {link}

{findings}

{sample}
""",
)

# The block of buttons on the page.
TAKE = Text("เอกสารของวาระนี้", "Take this agenda along")
MAKE = Text("เตรียมเอกสาร", "Make the documents")
MAKING = Text("กำลังเตรียมเอกสาร…", "Making the documents…")
MADE = Text("เอกสารพร้อมแล้ว จากชุดข้อมูล {snapshot}", "The documents are ready, from snapshot {snapshot}")
BUSY = Text("กำลังเตรียมเอกสารของผู้อื่นอยู่ โปรดลองใหม่", "Other documents are being made: try again in a moment")
NOT_MADE = Text("เตรียมเอกสารไม่สำเร็จ: {why}", "The documents could not be made: {why}")
FILES: Final = {
    "pptx": Text("PowerPoint แก้ไขได้", "PowerPoint, editable"),
    "pdf": Text("รายงาน PDF A4", "Report, PDF A4"),
    "handout": Text("เอกสารแจก PDF 16:9", "Handout, PDF 16:9"),
    "xlsx": Text("สมุดงาน Excel", "Excel workbook"),
}
WHOLE_WORDS: Final = ("ตัวชี้วัด", "คำนวณ", "ล้านบาท", "คุณภาพข้อมูล", "ขอนแก่น", "อิเล็กทรอนิกส์")
"""Thai words that the line breaker of the reports would part."""
