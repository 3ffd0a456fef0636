"""Words of the explore page and of saved views; the sentence itself has its words in `explore.py`."""

from smart7.i18n import Text

# Why a view is not saved.
MISSING: dict[str, Text] = {
    "name": Text("กรุณาตั้งชื่อมุมมอง", "Give the view a name"),
    "owner": Text("กรุณาใส่ชื่อผู้บันทึก", "Say who saves it"),
    "question": Text("ไม่มีคำถามให้บันทึก", "There is no question to save"),
}
TOO_LONG: dict[str, Text] = {
    "name": Text("ชื่อยาวเกิน 120 ตัวอักษร", "The name has more than 120 characters"),
    "note": Text("หมายเหตุยาวเกิน 2,000 ตัวอักษร", "The note has more than 2,000 characters"),
    "owner": Text("ชื่อผู้บันทึกยาวเกิน 80 ตัวอักษร", "The name of who saves it has more than 80 characters"),
    "question": Text("คำถามยาวเกินกว่าจะบันทึกได้", "The question is too long to be saved"),
}

# How each chart is asked for; what it is called stands beside it.
CHARTS: dict[str, Text] = {
    "line": Text("เส้น", "Lines"),
    "bar": Text("แท่ง", "Bars"),
    "ranked": Text("จัดอันดับ", "Ranked"),
    "heat": Text("ตารางสี", "Heat map"),
    "multiples": Text("กราฟย่อย", "Small multiples"),
    "scatter": Text("สองตัวชี้วัด", "Scatter"),
    "box": Text("การกระจาย", "Spread"),
    "map": Text("แผนที่", "Map"),
}
NO_CHART = Text(
    "คำตอบมีตัวเลขมากเกินกว่าจะเป็นกราฟที่อ่านได้ เลือกให้แคบลงเพื่อดูกราฟ",
    "The answer has more figures than a chart could show; narrow the question for one",
)
HEAVY = Text(
    "คำตอบนี้มีมากกว่า 100,000 แถว จึงมีให้เฉพาะ CSV และ Parquet",
    "This answer has more than 100,000 rows, so it is given as CSV and Parquet alone",
)
MAP_ALT = Text(
    "แผนที่ {title}: {count} หน่วย ขนาดวงกลมตามตัวเลข ตัวเลขทั้งหมดอยู่ในตารางด้านล่าง",
    "Map of {title}: {count} units, each disc as large as its figure; the table below holds every figure",
)
MAP_SIZES = Text("ขนาดวงกลมตามตัวเลข", "As large as the figure")
MAP_NUMBERS = Text("หน่วยบนแผนที่", "Units on the map")
MAP_BELOW = Text("ต่ำกว่าศูนย์", "below nought")
MAP_LEFT_OUT = Text("ไม่ได้วาดบนแผนที่ แต่อยู่ในตาราง: {what}", "Not on the map, but in the table: {what}")
MAP_UNKNOWN = Text("ไม่ทราบตำแหน่งภายใน 500 เมตร {count} หน่วย", "units whose position is not known within 500 m: {count}")
MAP_SAMPLES = Text("หน่วยตัวอย่างซึ่งไม่มีตำแหน่ง {count} หน่วย", "sample units, which have no position: {count}")
MAP_NO_PICTURE = Text(
    "แผนที่นี้ยังไม่มีไฟล์ภาพ ให้ใช้ไฟล์ตาราง หรือเลือกกราฟแบบอื่นแล้วดาวน์โหลดภาพ",
    "There is no picture file of this map; take the table, or choose another chart for a picture",
)

# The blanks, in the order the sentence is read.
SHOW = Text("แสดงตัวชี้วัด", "Show indicators")
OF = Text("ของหน่วยหรือพื้นที่", "of units or places")
FROM = Text("ตั้งแต่", "from")
TO = Text("ถึง", "to")
WITH = Text("เทียบกับ", "compared with")
BY = Text("เป็นราย", "by period")
SPLIT = Text("แยกตาม", "split by")
ALL_INDICATORS = Text("ทุกตัวชี้วัด", "all indicators")
OWN_UNIT = Text("พื้นที่ที่ตัวชี้วัดพูดถึง", "what each indicator is about")
NOT_SPLIT = Text("ไม่แยก", "not split")
NOTHING_CHOSEN = Text("ไม่มี", "none")
EARLIEST = Text("งวดแรกที่มี", "the first there is")
LATEST = Text("งวดล่าสุดที่มี", "the latest there is")
UNDO = Text("เลิกทำ", "Undo")
CLEAR = Text("ล้างทั้งหมด", "Clear all")

# The table.
PIVOT = Text("จัดตาราง", "Arrange the table")
ROWS = Text("แถว", "Rows")
COLUMNS = Text("คอลัมน์", "Columns")
SWAP = Text("สลับแถวกับคอลัมน์", "Swap rows and columns")
MEASURE_SHOWN = Text("ค่าที่แสดง", "What is shown")
SUBTOTALS = Text("แสดงยอดรวมย่อย", "Show subtotals")
SHADE = Text("แรเงาตามค่า", "Shade by value")
ORDER = Text("เรียงแถว", "Order of rows")
TOP = Text("เอากี่แถวแรก (0 คือทั้งหมด)", "How many first rows (0 for all)")
ORDERS: dict[str, Text] = {
    "": Text("ตามลำดับเดิม", "As listed"),
    "high": Text("มากไปน้อย", "Highest first"),
    "low": Text("น้อยไปมาก", "Lowest first"),
}
MEASURES: dict[str, Text] = {
    "value": Text("ค่า", "The figure"),
    "change": Text("การเปลี่ยนแปลง", "Its change"),
    "index": Text("ดัชนี (งวดแรก = 100)", "An index (first period = 100)"),
    "count": Text("จำนวนตัวเลข", "How many figures"),
    "share": Text("สัดส่วนของตัวเลข", "Share of figures"),
}
DIMENSIONS: dict[str, Text] = {
    "indicator": Text("ตัวชี้วัด", "Indicator"),
    "domain": Text("ด้าน", "Domain"),
    "owner": Text("เจ้าของตัวชี้วัด", "Owner"),
    "aim": Text("เป้าประสงค์", "Aim"),
    "unit": Text("หน่วย", "Unit"),
    "unit_kind": Text("ชนิดของหน่วย", "Kind of unit"),
    "zone": Text("เขต", "Zone"),
    "breakdown": Text("ส่วนย่อย", "Part"),
    "quality": Text("คุณภาพข้อมูล", "Quality"),
    "period": Text("งวด", "Period"),
}
COMPARED = Text("ค่าที่เทียบด้วย", "Compared with")
WHY_NONE = Text("เหตุที่ไม่มีตัวเลข", "Why there is no figure")
FIRST_DAY = Text("วันแรกของงวด", "First day")
LAST_DAY = Text("วันสุดท้ายของงวด", "Last day")
IS_SAMPLE = Text("เป็นตัวอย่าง", "Is a sample")
COUNTED = Text("ตัวเลข", "figures")
INDEX = Text("งวดแรก = 100", "first period = 100")
ONLY_TABLE = Text("เฉพาะตาราง", "Table only")
AGAINST = Text("(เทียบ {other}: {difference})", "(against {other}: {difference})")
CHART = Text("แผนภูมิ", "Chart")
EMPTY = Text("ไม่มีตัวเลขที่ตรงกับคำถามนี้ ลองล้างช่องใดช่องหนึ่ง", "No figure answers this question. Clear one of the blanks")
LONG = Text(
    "{count} แถว เลือกช่องใดก็ได้เพื่อดูที่มา",
    "{count} rows; choose a cell to see what is behind it",
)
VERY_LONG = Text(
    "{count} แถว ตารางนี้โหลดทีละส่วน ดาวน์โหลดได้ครบทุกแถว ถ้าต้องการดูที่มาของตัวเลข ให้ถามแคบลง",
    "{count} rows, loaded part by part; downloads hold them all. Ask something narrower to see behind a figure",
)
FEW_DRAWN = Text(
    "แผนภูมิแสดง {drawn} จาก {all} รายการแรก ตารางและไฟล์มีครบ",
    "The chart shows the first {drawn} of {all}; the table and the files hold all of them",
)
SIZES = Text(
    "พื้นที่ใหญ่เล็กต่างกัน จำนวนจึงบอกไม่ได้ว่าที่ใดดีกว่า",
    "The places differ in size, so their counts do not say which does better.",
)
AS_INDEX = Text("ดูเป็นดัชนี", "Show an index")
WITHHELD = Text("ไม่แสดงยอดรวม: {reason}", "No total is shown: {reason}")

# Behind a cell.
BEHIND = Text("ตัวเลขที่อยู่เบื้องหลัง: {cell}", "The figures behind: {cell}")
CLOSE = Text("ปิด", "Close")

# What can be taken away.
TAKE = Text("ดาวน์โหลด", "Take it away")
CSV = Text("CSV (เปิดใน Excel)", "CSV (for Excel)")
PLAIN_CSV = Text("CSV (ไม่มี BOM)", "CSV (no BOM)")
XLSX = Text("Excel", "Excel")
PARQUET = Text("Parquet", "Parquet")
JSON = Text("JSON", "JSON")
PNG = Text("แผนภูมิ PNG", "Chart as PNG")
SVG = Text("แผนภูมิ SVG", "Chart as SVG")
COPY_TABLE = Text("คัดลอกตาราง", "Copy the table")
COPY_LINK = Text("คัดลอกลิงก์", "Copy the link")
SQL = Text("ดู SQL", "Show the SQL")
OPEN_SQL = Text("เปิดในหน้า SQL", "Open on the SQL page")
COPY_NOTE = Text("กดปุ่มคัดลอกที่มุมขวาบนของกล่อง", "Use the copy button at the top right of the box")
QUESTION = Text("คำถาม", "Question")
LINK = Text("ลิงก์", "Link")
SOURCES = Text("แหล่งข้อมูล", "Sources")
SNAPSHOT = Text("ชุดข้อมูล", "Snapshot")
SHEET_TABLE = Text("ตาราง", "Table")
SHEET_ROWS = Text("ทุกแถว", "All rows")
SHEET_NOTES = Text("บันทึก", "Notes")
SAMPLE_WARNING = Text(
    "มีตัวเลขตัวอย่างซึ่งสร้างขึ้นเพื่อแสดงรูปแบบเท่านั้น แถวเหล่านั้นระบุไว้ในคอลัมน์คุณภาพข้อมูล",
    "Some figures are samples, made up to show the shape; the column of quality marks those rows",
)

# Saved views.
VIEWS = Text("มุมมองที่บันทึกไว้ ({count})", "Saved views ({count})")
SAVE = Text("บันทึกมุมมองนี้", "Save this view")
VIEW_NAME = Text("ชื่อมุมมอง", "Name of the view")
VIEW_NOTE = Text("หมายเหตุ", "Note")
VIEW_OWNER = Text("ผู้บันทึก", "Saved by")
POLICY = Text("ข้อมูลที่ใช้", "Which figures")
POLICIES: dict[str, Text] = {
    "live": Text("ล่าสุดเสมอ", "Always the latest"),
    "frozen": Text("ชุดข้อมูล ณ วันนี้", "Those of this snapshot"),
}
SAVED = Text("บันทึก “{name}” แล้ว", "“{name}” is saved")
DELETE = Text("ลบ", "Delete")
DELETED = Text("ลบ “{name}” ออกจากรายการแล้ว ประวัติยังอยู่", "“{name}” is off the list; its history is kept")
OPEN = Text("เปิด", "Open")
SAVED_ON = Text("บันทึกเมื่อ", "Saved on")
NOT_KEPT = Text("บันทึกไม่ได้: {why}", "Not saved: {why}")
NO_VIEWS = Text("ยังไม่มีมุมมองที่บันทึกไว้", "No view has been saved yet")
BOOK_OF = Text("รวมเป็นสมุดงานเดียว", "Put into one workbook")
BOOK = Text("ดาวน์โหลดสมุดงาน {count} แผ่น", "Workbook of {count} sheets")
CHOOSE_VIEWS = Text("เลือกมุมมอง", "Choose views")
FROZEN_GONE = Text(
    "ชุดข้อมูลที่มุมมองนี้ตรึงไว้ไม่มีแล้วหรืออ่านไม่ได้ด้วยโปรแกรมรุ่นนี้ จึงแสดงจากชุดล่าสุด",
    "The snapshot this view was frozen on is gone or cannot be read by this version; the latest is shown instead",
)

# What to begin with.
BEGIN = Text("เริ่มจากคำถามไหน", "Where to begin")
BEGIN_NOTE = Text(
    "เลือกตัวชี้วัดในช่องแรก หรือเริ่มจากคำถามเหล่านี้แล้วแก้เป็นของตนเอง",
    "Choose an indicator in the first blank, or begin with one of these and make it your own",
)
# Each with the link it stands for.
EXAMPLES: tuple[tuple[Text, str], ...] = (
    (
        Text("โรงเรียนตัวอย่างใดดีขึ้นมากที่สุดในวิชาภาษาอังกฤษ", "Which sample schools improved most in English?"),
        "v=1&show=english-results&of=sample:school&from=fy2024&split=unit&measure=change&by=whole&order=high",
    ),
    (
        Text("ผู้เสียชีวิตทางถนนทั้งจังหวัดเทียบกับประชากร", "Provincial road deaths by year against population"),
        "v=1&show=road-deaths-province~registered-population&of=khonkaen-province",
    ),
    (
        Text("สำนัก/กองใดยังไม่ส่งตัวเลข", "Which divisions have handed in nothing?"),
        "v=1&of=kind:division&by=whole&split=unit&measure=count&order=low",
    ),
    (
        Text("แต่ละด้านมีตัวเลขตัวอย่างเท่าใด", "What share of the figures of each domain is sample?"),
        "v=1&by=whole&split=domain~quality&columns=quality&measure=share",
    ),
    (
        Text(
            "ประชากรของเมืองเรา จังหวัด และเมืองที่ใช้เทียบ บนดัชนีเดียวกัน",
            "Population of our city, the province and the cities compared with, on one index",
        ),
        "v=1&show=registered-population&of=khonkaen-city~khonkaen-province~kind:peer_city&split=unit&measure=index",
    ),
)
# Questions about more than figures: the SQL page answers each with an example of its own.
BY_SQL: dict[str, Text] = {
    "headway_near_schools": Text(
        "รถสายที่ใกล้โรงเรียนแต่ละแห่งที่สุด ห่างกันกี่นาทีในแต่ละชั่วโมง", "Headway by hour on the route nearest to each school"
    ),
}
