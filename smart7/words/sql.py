"""Words of the SQL page: the editor, its refusals with what to do, hints for errors, the lists beside it."""

from smart7.i18n import Text

INTRO = Text(
    "ถามชุดข้อมูลด้วย SELECT หรือ PIVOT หนึ่งคำสั่ง หรือดูตารางด้วย SHOW TABLES, DESCRIBE, SUMMARIZE, EXPLAIN"
    " อ่านได้อย่างเดียว แถวของตัวเลขตัวอย่างมี quality เป็น sample",
    "Ask the snapshot with one SELECT or PIVOT, or look at it with SHOW TABLES, DESCRIBE, SUMMARIZE or EXPLAIN. It can"
    " only read. Sample figures have the quality sample",
)
SAMPLES_STAY = Text(
    "ซ่อนตัวเลขตัวอย่างอยู่ แต่คำสั่งในหน้านี้อ่านทุกแถว เติม quality <> 'sample' หากไม่ต้องการ",
    "Sample figures are hidden elsewhere; a statement here reads every row. Add quality <> 'sample' to leave them out",
)
STATEMENT = Text("คำสั่ง SQL", "SQL statement")
RUN = Text("เรียกใช้", "Run")
CANCEL = Text("ยกเลิก", "Cancel")
RUNNING = Text("กำลังทำงาน หยุดเองเมื่อครบ {seconds} วินาที", "Running; it stops by itself after {seconds} seconds")
PARAMETER = Text("ค่าของ {name}", "Value of {name}")
PARAMETER_HELP = Text(
    "ตัวเลข วันที่แบบ 2026-09-30 หรือข้อความ ใส่เครื่องหมาย '...' หากต้องการให้ตัวเลขเป็นข้อความ",
    "A number, a day such as 2026-09-30, or a text. In '...' a number stays a text",
)
MOST_FIELDS = Text("คำสั่งหนึ่งมีช่องกรอกค่าได้ไม่เกิน {most} ช่อง", "A statement has no more than {most} fields")
RESULT = Text("ผลลัพธ์", "Result")
COUNT = Text("{rows} แถว {columns} คอลัมน์ ใช้เวลา {seconds} วินาที", "Rows: {rows}, columns: {columns}, {seconds} seconds")
SHOWN = Text("แถวที่ {first} ถึง {last}", "Rows {first} to {last}")
LEFT_OUT = Text("ไม่แสดงอีก {count} คอลัมน์", "{count} more columns are not shown")
NO_ROWS = Text("คำสั่งถูกต้อง แต่ไม่มีแถวที่ตรงเงื่อนไข", "The statement is right, and no row matches it")

EXAMPLES = Text("ตัวอย่าง", "Examples")
CHOOSE_EXAMPLE = Text("เลือกตัวอย่างแล้วกดเรียกใช้", "Choose an example, then run it")
TABLES = Text("ตารางและคอลัมน์", "Tables and columns")
TABLE = Text("ตาราง", "Table")
INSERT_TABLE = Text("ใส่ชื่อตารางในคำสั่ง", "Put the table's name into the statement")
INSERT = Text("กดชื่อคอลัมน์เพื่อใส่ในคำสั่ง", "Press a column to put it into the statement")
COLUMN = Text("คอลัมน์", "Column")
TYPE = Text("ชนิด", "Type")
MEANING = Text("ความหมาย (ภาษาอังกฤษ)", "Meaning")
OPEN_NOTE = Text(
    "ตารางที่ขึ้นต้นด้วย open. คือข้อมูลที่เผยแพร่ต่อได้ ตารางอื่นคือตารางที่หน้าเว็บใช้ ซึ่งบางแถวแสดงได้เท่านั้น",
    "Tables that begin with open. hold what may be passed on. The others are what the pages read; some of their rows"
    " may only be shown",
)
HISTORY = Text("คำสั่งที่ใช้ไปแล้วในการเยี่ยมชมนี้", "Statements of this visit")
CHOOSE_HISTORY = Text("เลือกเพื่อนำกลับมา", "Choose one to bring it back")
NO_HISTORY = Text("ยังไม่ได้เรียกใช้คำสั่งใด", "No statement has been run yet")
HAD_ROWS = Text("{rows} แถว", "rows: {rows}")
HAD_NONE = Text("ไม่สำเร็จ", "no result")

PANEL = Text("ทำเป็นแผงบนหน้าเว็บ", "Make it a panel")
PANEL_ABOUT = Text(
    "เขียนไฟล์คำถามพร้อมหัวไฟล์ ให้ผู้ดูแลนำไปวางในโฟลเดอร์ queries วิธีทำอยู่ใน docs/adding.md",
    "Writes a query file with its header, ready to be put into the folder queries as docs/adding.md says",
)
NO_CHART = Text("ไม่มีกราฟชนิด {kind} มี {kinds}", "There is no chart {kind}; there are {kinds}")
PANEL_FIRST = Text("เรียกใช้คำสั่งให้ได้ผลก่อน", "Run the statement first")
FOLDER = Text("อยู่ในหน้า", "On the page")
FILE = Text("ชื่อไฟล์ (a-z, 0-9, _)", "File name (a-z, 0-9, _)")
TITLE_TH = Text("ชื่อภาษาไทย", "Title in Thai")
TITLE_EN = Text("ชื่อภาษาอังกฤษ", "Title in English")
DOC = Text("หนึ่งแถวคืออะไร (ภาษาอังกฤษ)", "What one row is")
CHART = Text("กราฟ เช่น bars x=year y=deaths", "Chart, such as bars x=year y=deaths")
SOURCES = Text("รหัสแหล่งข้อมูล คั่นด้วยช่องว่าง", "Ids of sources, with spaces between")
WRITE = Text("บันทึกไฟล์ {name}", "Save {name}")
PANEL_FAULT = Text("ยังใช้เป็นไฟล์คำถามไม่ได้: {fault}", "This cannot be a query file yet: {fault}")
PANEL_MISSING = Text("กรุณากรอกชื่อไฟล์ ชื่อทั้งสองภาษา และความหมายของแถว", "Fill in file name, both titles and what a row is")

PLACE = Text("บรรทัด {line} คอลัมน์ {column}", "Line {line}, column {column}")
REFUSED = Text("ไม่เรียกใช้คำสั่งนี้: {rule}", "This statement was not run: {rule}")
ERROR = Text("DuckDB แจ้งข้อผิดพลาด", "DuckDB reports an error")
MEANT = Text("ชื่อใกล้เคียงที่มีอยู่: {names}", "Names close to it: {names}")

# Each rule of the sandbox: what it is, and what to do instead.
RULES: dict[str, tuple[Text, Text]] = {
    "empty": (
        Text("ยังไม่มีคำสั่ง", "there is no statement"),
        Text("เขียน SELECT หรือเลือกตัวอย่าง", "Write a SELECT or choose an example"),
    ),
    "long": (
        Text("คำสั่งยาวเกิน 40,000 ตัวอักษร", "it has more than 40,000 characters"),
        Text("ตัดให้สั้นลง", "Make it shorter"),
    ),
    "one": (
        Text("ใช้ได้ครั้งละหนึ่งคำสั่ง", "one statement at a time"),
        Text("ลบส่วนที่อยู่หลังเครื่องหมาย ;", "Take away what stands after the semicolon"),
    ),
    "select": (
        Text(
            "ใช้ได้เฉพาะ SELECT, PIVOT, DESCRIBE, SUMMARIZE, SHOW TABLES และ EXPLAIN",
            "only SELECT, PIVOT, DESCRIBE, SUMMARIZE, SHOW TABLES and EXPLAIN",
        ),
        Text("ดูตารางและคอลัมน์ได้ที่รายการด้านล่าง", "Tables and columns are listed below"),
    ),
    "explain": (
        Text("EXPLAIN ใช้ได้กับ SELECT เท่านั้น", "only a SELECT can be explained"),
        Text(
            "เขียน EXPLAIN หรือ EXPLAIN ANALYZE หน้า SELECT โดยไม่ใส่ตัวเลือกในวงเล็บ",
            "Write EXPLAIN or EXPLAIN ANALYZE before a SELECT, without options in brackets",
        ),
    ),
    "alone": (
        Text(
            "SHOW TABLES ต้องเป็นทั้งคำสั่ง และใช้ DESCRIBE, SUMMARIZE, EXPLAIN กับ PIVOT ไม่ได้",
            "SHOW TABLES is a whole statement, and DESCRIBE, SUMMARIZE and EXPLAIN take no PIVOT",
        ),
        Text("แยกเป็นคำสั่งของตัวเอง", "Run it as a statement of its own"),
    ),
    "changes": (
        Text("ห้ามส่วนที่เปลี่ยนแปลงหรือส่งออกข้อมูล", "no part may change or export anything"),
        Text("ใช้ SELECT แทน ชุดข้อมูลอ่านได้อย่างเดียว", "Use SELECT instead; a snapshot is only read"),
    ),
    "tables": (
        Text("ใช้ได้เฉพาะตารางของชุดข้อมูล", "only tables of the snapshot"),
        Text(
            "เลือกตารางจากรายการด้านล่าง ไฟล์และตารางระบบเปิดไม่ได้",
            "Choose a table from the list below; files and system tables are closed",
        ),
    ),
    "functions": (
        Text("ไม่อนุญาตให้ใช้ฟังก์ชันนี้", "this function is not allowed"),
        Text(
            "ฟังก์ชันที่อ่านไฟล์ อ่านการตั้งค่า หรือหน่วงเวลาใช้ไม่ได้",
            "Functions that read files or settings, or that wait, are closed",
        ),
    ),
    "parameters": (
        Text("ต้องตั้งชื่อพารามิเตอร์", "parameters need names"),
        Text("เขียน $name แทน ? และ $1 แล้วกรอกค่าในช่อง", "Write $name instead of ? or $1 and fill in the field"),
    ),
    "missing": (
        Text("ยังไม่ได้กรอกค่า", "a value is missing"),
        Text("กรอกค่าในช่องใต้คำสั่ง", "Fill in the fields under the statement"),
    ),
    "files": (
        Text("เปิดไฟล์หรือเครือข่ายไม่ได้", "no file or network may be opened"),
        Text("ใช้ตารางของชุดข้อมูลแทน", "Use the tables of the snapshot instead"),
    ),
}

# What ended a statement, and what to do.
ENDED: dict[str, tuple[Text, Text]] = {
    "late": (
        Text("หยุดแล้ว เพราะใช้เวลาเกิน {seconds} วินาที", "Stopped after {seconds} seconds"),
        Text("เพิ่มเงื่อนไข WHERE และตรวจว่า JOIN ทุกตารางมีเงื่อนไข", "Add a WHERE, and see that every JOIN has a condition"),
    ),
    "memory": (
        Text("หยุดแล้ว เพราะใช้หน่วยความจำเกินที่กำหนด", "Stopped because it needed more memory than it may have"),
        Text("เลือกคอลัมน์ให้น้อยลง จัดกลุ่ม หรือใส่ LIMIT", "Take fewer columns, group, or add a LIMIT"),
    ),
    "cancelled": (Text("ยกเลิกแล้ว", "Cancelled"), Text("แก้คำสั่งแล้วเรียกใช้ใหม่ได้", "Change the statement and run it again")),
    "busy": (
        Text("มีผู้ใช้คำสั่งอื่นอยู่เต็มจำนวน", "As many statements as may run at once are running"),
        Text("รอสักครู่แล้วเรียกใช้ใหม่", "Wait a moment, then run it again"),
    ),
    "gone": (
        Text("ปล่อยผลลัพธ์นี้ไปแล้ว", "This result has been let go of"),
        Text("เรียกใช้คำสั่งอีกครั้ง", "Run the statement again"),
    ),
}

# What to do about an error of DuckDB: by its subtype, else by its kind, else by a word in its message.
HINTS: dict[str, Text] = {
    "COLUMN_NOT_FOUND": Text(
        "ไม่มีคอลัมน์ชื่อ {word} ในตารางที่ใช้ ข้อความให้อยู่ใน '...' ชื่อคอลัมน์อยู่ใน \"...\"",
        "The tables used have no column {word}. Texts stand in '...', names in \"...\"",
    ),
    "MISSING_ENTRY": Text(
        "ไม่มีตารางหรือฟังก์ชันชื่อ {word} ตารางเผยแพร่ขึ้นต้นด้วย open. เช่น open.figures",
        "There is no table or function {word}. Open tables begin with open., such as open.figures",
    ),
    "SYNTAX_ERROR": Text(
        "อ่านคำสั่งไม่เข้าใจตั้งแต่จุดนี้ ตรวจเครื่องหมายจุลภาค วงเล็บ และลำดับ SELECT … FROM … WHERE",
        "The statement cannot be read from here on: look at commas, brackets, and the order SELECT … FROM … WHERE",
    ),
    "GROUP BY": Text(
        "คอลัมน์ที่ไม่อยู่ใน GROUP BY ต้องอยู่ในฟังก์ชันรวม เช่น sum(...) หรือใช้ GROUP BY ALL",
        "A column outside GROUP BY belongs in an aggregate such as sum(...), or use GROUP BY ALL",
    ),
    "PIVOT statements": Text(
        "PIVOT ที่มีพารามิเตอร์ต้องระบุค่าเอง: PIVOT ... ON คอลัมน์ IN ('a', 'b')",
        "A PIVOT with parameters needs its values spelt out: PIVOT ... ON column IN ('a', 'b')",
    ),
    "Ambiguous": Text(
        "หลายตารางมีคอลัมน์ชื่อนี้ เขียนชื่อตารางนำหน้า เช่น f.unit_id",
        "Several tables have this column; write the table before it, such as f.unit_id",
    ),
    "No function matches": Text(
        "ฟังก์ชันนี้ใช้กับข้อมูลชนิดนี้ไม่ได้ แปลงชนิดด้วย cast(... as double)",
        "The function does not take this type; convert with cast(... as double)",
    ),
    "Conversion": Text(
        "แปลงค่าเป็นชนิดที่ต้องการไม่ได้ ใช้ try_cast(... as ...) เพื่อให้ค่าที่แปลงไม่ได้ว่างไว้",
        "A value cannot become the type asked for; try_cast(... as ...) leaves such values empty",
    ),
    "Parser": Text(
        "อ่านคำสั่งไม่เข้าใจตั้งแต่จุดนี้ ตรวจเครื่องหมายจุลภาค วงเล็บ และลำดับ SELECT … FROM … WHERE",
        "The statement cannot be read from here on: look at commas, brackets, and the order SELECT … FROM … WHERE",
    ),
}
OTHER_HINT = Text("ดูตัวอย่างและรายการคอลัมน์ด้านล่าง", "See the examples and the list of columns below")
