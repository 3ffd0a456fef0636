"""Words of the downloads of a whole snapshot."""

from smart7.i18n import Text

TITLE = Text("ข้อมูลเปิด ขอนแก่น 7 สมาร์ต", "Open data of Khon Kaen 7 Smart")
README = Text(
    """# ข้อมูลเปิด ขอนแก่น 7 สมาร์ต

ชุดข้อมูล {snapshot} ความรู้สิ้นสุดวันที่ {as_of}

- `csv/` และ `parquet/` ตารางเดียวกันสองรูปแบบ `datapackage.json` (Frictionless) บอกคอลัมน์และความหมาย
- ใน `csv/` ข้อความที่ขึ้นต้นด้วย = + - @ มี ' นำหน้า โปรแกรมตารางคำนวณจึงไม่คำนวณ ส่วน `parquet/` เก็บตามต้นฉบับ
- `geojson/` สถานี ป้าย สายรถ สถานที่ และขอบเขต · `gtfs/` ฟีดขนส่งสาธารณะที่สัญญาอนุญาตให้เผยแพร่
- ทุกแถวที่เป็นตัวเลขบอกคุณภาพ (`quality`) แหล่งที่มา (`source_id`) และสัญญาอนุญาต
- แถวที่ `is_sample` เป็นจริงแต่งขึ้นเพื่อแสดงรูปแบบ ห้ามใช้เป็นข้อเท็จจริง
- `observations` มีทุกตัวเลขที่เคยถือว่าจริง ตัวเลขที่ถูกแก้แล้วมี `known_to` · `figures` มีเฉพาะตัวเลขปัจจุบันพร้อมชื่อ
- ตัวเลขที่เป็นสัดส่วนมี `numerator` และ `denominator` ให้รวมตัวเศษและตัวส่วนก่อนหาร อย่าเฉลี่ยร้อยละ
- สิ่งที่ไม่ได้รวมไว้และเหตุผลอยู่ใน `withheld` สัญญาอนุญาตของแต่ละแหล่งอยู่ใน LICENCES.md
""",
    """# Open data of Khon Kaen 7 Smart

Snapshot {snapshot}; its knowledge ends on {as_of}.

- `csv/` and `parquet/` hold the same tables twice; `datapackage.json` (Frictionless) says columns and their meaning.
- In `csv/` a text that begins with = + - @ has a ' before it, so that no spreadsheet calculates it; `parquet/` holds
  it as it is.
- `geojson/` holds stations, stops, routes, places and outlines; `gtfs/` the feeds whose licence lets them leave.
- Each row with a figure says its `quality`, its `source_id` and its licence. Rows where `is_sample` is true are
  invented to show the shape of the data: do not use them as facts.
- `observations` holds every figure ever held true; one that was replaced has `known_to`. `figures` holds the current
  ones, with names.
- Ratios have `numerator` and `denominator`: add up each, then divide; never average percentages.
- What is left out, and why, is in `withheld`; the licence of each source is in LICENCES.md.
""",
)
LICENCES = Text("# สัญญาอนุญาตของแต่ละแหล่งข้อมูล", "# Licences of the sources")
