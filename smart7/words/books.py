"""What stands in the form a unit fills in, in what is said of it when it comes back, and on the command line."""

from typing import Final

from smart7.i18n import Text

TITLE: Final = Text("แบบรายงานตัวชี้วัด", "Indicator report form")
DUE: Final = Text("ส่งภายใน {day}", "Due by {day}")
SPAN: Final = Text("ข้อมูลตั้งแต่ {first} ถึง {last}", "Figures from {first} to {last}")
HOW: Final = Text(
    "กรอกเฉพาะช่องสีเหลือง · ศูนย์ให้พิมพ์ 0 · ไม่มีข้อมูลให้พิมพ์ - · เว้นว่างคือยังไม่ส่งตัวชี้วัดนั้น",
    "Fill in the yellow cells only · type 0 for zero · type - where it is not known · empty is not handed in",
)
FILL: Final = Text("กรอกข้อมูล", "Fill in")
DEFINED: Final = Text("คำนิยาม", "Definitions")
HELP: Final = Text("วิธีกรอก", "How to fill in")
MARK_SHEET: Final = "_smart7"
FILE: Final = Text("แบบรายงาน", "form")

COLUMNS: Final[dict[str, Text]] = {
    "number": Text("ลำดับ", "No."),
    "name": Text("ตัวชี้วัด", "Indicator"),
    "formula": Text("วิธีคำนวณ", "How it is worked out"),
    "measure": Text("หน่วยวัด", "Unit of measure"),
    "last": Text("ครั้งก่อน", "Last figure"),
    "last_period": Text("งวดของครั้งก่อน", "Period of the last figure"),
    "target": Text("เป้าหมาย", "Target"),
    "numerator": Text("ตัวตั้ง", "Numerator"),
    "denominator": Text("ตัวหาร", "Denominator"),
    "value": Text("ค่า", "Value"),
    "complete": Text("ครบทั้งงวด", "Whole period"),
    "as_of": Text("ข้อมูล ณ วันที่", "As of"),
    "reason": Text("เหตุผลที่ต่างจากครั้งก่อน", "Reason for a change"),
    "note": Text("หมายเหตุ", "Note"),
    "indicator_id": Text("รหัส", "Id"),
}
OTHER_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "indicator_id": ("indicator", "indicator id", "รหัสตัวชี้วัด", "indicator_id"),
    "name": ("ชื่อตัวชี้วัด", "name"),
    "value": ("ค่าที่รายงาน", "ผล", "ผลการดำเนินงาน", "ผลงาน"),
    "numerator": ("ตัวเศษ",),
    "denominator": ("ตัวส่วน",),
    "complete": ("ครบ", "complete", "ครบทั้งงวดหรือไม่"),
    "as_of": ("ณ วันที่", "วันที่ของข้อมูล", "as_of"),
    "reason": ("เหตุผล", "reason"),
    "note": ("หมายเหตุอื่น", "notes", "remark", "remarks"),
}
"""Other names under which a column is found, in small letters."""

WHOLE: Final = Text("ครบ", "whole")
PART: Final = Text("ไม่ครบ", "in part")
YES: Final = ("ครบ", "whole", "yes", "y", "ใช่", "ครบทั้งงวด", "true", "1")
NO: Final = ("ไม่ครบ", "in part", "part", "no", "n", "ไม่", "ไม่ใช่", "บางส่วน", "false", "0")
LEAP_DAY: Final = r"29[/.\- ]*(0?2[/.\- ]|ก\.?พ|กุม|feb)|-0?2-29"
"""What a day of 29 February looks like, of whatever year."""
NONE_YET: Final = Text("ยังไม่มี", "none yet")
NO_TARGET: Final = Text("ไม่มี", "none")
ABOUT_CITY: Final = Text("{name} (ทั้งเทศบาล)", "{name} (whole city)")
PART_OF: Final = Text("{name}: {part}", "{name}: {part}")
"""The row of a part of a figure, such as its women."""
AT_LEAST: Final = Text("≥ {low} ({whose})", "≥ {low} ({whose})")
AT_MOST: Final = Text("≤ {high} ({whose})", "≤ {high} ({whose})")
BETWEEN: Final = Text("{low} – {high} ({whose})", "{low} – {high} ({whose})")
RANGE: Final = Text("ช่วงที่เป็นไปได้", "Possible range")
FROM_TO: Final = Text("{low} ถึง {high}", "{low} to {high}")
MEANING: Final = Text("ความหมาย", "Meaning")
DENOMINATOR_IS: Final = Text("ตัวหารคือ", "Denominator")
REGISTER: Final = Text("ทะเบียนที่ใช้", "Register")
NUMERATOR: Final = Text("ตัวตั้ง", "numerator")
DENOMINATOR: Final = Text("ตัวหาร", "denominator")

PROMPT_VALUE: Final = Text("ช่วงที่เป็นไปได้ {range} · ไม่มีข้อมูลพิมพ์ -", "Possible: {range} · type - where not known")
PROMPT_DAY: Final = Text("เช่น 30/9/2569 หรือ 30 กันยายน 2569 เว้นว่างได้", "Such as 30/9/2569 or 2026-09-30; may be empty")
PROMPT_REASON: Final = Text(
    "ถ้าต่างจากครั้งก่อนมาก บอกสั้น ๆ ว่าเพราะอะไร", "Where it is far from the last figure, say shortly why"
)
PROMPT_WHOLE: Final = Text("เลือกจากรายการ เว้นว่างคือครบ", "Choose from the list; empty means whole")
CHOOSE: Final = Text("โปรดเลือกจากรายการ", "Please choose from the list")

STEPS: Final[tuple[Text, ...]] = (
    Text(
        "กรอกเฉพาะช่องสีเหลืองในแผ่น “กรอกข้อมูล” ช่องอื่นล็อกไว้กันพลาด (ไม่มีรหัสผ่าน)",
        "Fill in the yellow cells of the sheet “Fill in”. The others are locked against slips; there is no password.",
    ),
    Text(
        "ตัวชี้วัดที่มีช่องตัวตั้งและตัวหาร ให้กรอกทั้งสองช่อง ระบบคำนวณค่าให้ ส่วนตัวชี้วัดอื่นกรอกช่องค่า",
        "Where numerator and denominator are yellow, fill in both and the value is worked out; else fill in the value.",
    ),
    Text(
        "แถวที่เยื้องเข้าไปคือส่วนย่อย เช่น หญิงและชาย ไม่บังคับ แต่ถ้ากรอกครบทุกส่วน ต้องรวมกันเท่ากับยอดรวมแถวบน",
        "An indented row is a part, such as women and men. It may stay empty; all together make up the row above.",
    ),
    Text(
        "ศูนย์ให้พิมพ์ 0 · ไม่มีข้อมูลให้พิมพ์ - · เว้นว่างคือยังไม่ส่งตัวชี้วัดนั้น ระบบไม่นับช่องว่างเป็นศูนย์",
        "Type 0 for zero and - where it is not known. An empty cell is not handed in and is never taken for zero.",
    ),
    Text(
        "ใช้เลขไทยหรืออารบิก จุลภาคคั่นหลักพัน เครื่องหมาย % และปี พ.ศ. ได้ ระบบแปลงให้และบอกทุกครั้งที่แปลง",
        "Thai or Arabic digits, thousands separators, % and Buddhist years are read; each conversion is shown.",
    ),
    Text(
        "ถ้าตัวเลขต่างจากครั้งก่อนมาก ระบบจะถามเหตุผล ไม่ปฏิเสธ",
        "Where a figure is far from the last one a reason is asked for; it is not refused.",
    ),
    Text(
        "อย่าผสานช่อง ซ่อนแถว หรือแก้รหัส แล้วส่งไฟล์นี้กลับเข้าระบบ ไฟล์ที่มีจุดผิดจะคืนมาพร้อมสีและคำอธิบาย",
        "Do not merge cells, hide rows or change ids. A form with faults comes back with colours and comments.",
    ),
)

DONE: Final[dict[str, Text]] = {
    "percent_cell": Text("ช่องรูปแบบร้อยละของโปรแกรมตาราง", "cells in the percent format of a spreadsheet"),
    "choice": Text("คำตอบครบหรือไม่ครบ", "answers whole or in part"),
}
"""What was converted, beside `words.official_said.DONE`."""
REMARK: Final = Text("{what} → {todo}", "{what} → {todo}")
FAULTS: Final = Text("สิ่งที่ต้องแก้", "To correct")
PLACE: Final = Text("ที่", "Place")
WHAT: Final = Text("ปัญหา", "What")
TODO: Final = Text("วิธีแก้", "What to do")
BY: Final = Text("ระบบตรวจแบบรายงาน", "form check")

NO_UNIT: Final = Text(
    "ไม่มีหน่วยที่ส่งตัวเลขชื่อ {unit} ใช้รหัสใน data/catalog/units.csv (ไม่ใช่หน่วยตัวอย่าง)",
    "There is no unit {unit} that hands in figures: use an id of data/catalog/units.csv, not of a sample unit.",
)
NO_PERIOD: Final = Text(
    "งวด {period} ใช้ไม่ได้ พิมพ์เช่น month:2026-09-01, quarter:2026-07-01, fiscal_year:2025-10-01",
    "The period {period} cannot be used: type one such as month:2026-09-01 or fiscal_year:2025-10-01.",
)
NOTHING_ASKED: Final = Text("{unit} ไม่มีตัวชี้วัดที่ต้องส่งในงวด {period}", "{unit} owes no indicator for {period}.")
NOT_MARKED: Final = Text(
    "ไฟล์ไม่บอกหน่วยและงวด โปรดเพิ่ม --unit และ --period", "The file names no unit and period: add --unit and --period."
)
NO_FILE: Final = Text("ไม่พบไฟล์ {name}", "There is no file {name}.")
NO_SNAPSHOT: Final = Text("ยังไม่มีข้อมูล สั่ง manage.py build ก่อน", "There is no snapshot yet: run manage.py build first.")
WRITTEN: Final = Text("เขียนแล้ว: {file}", "Written: {file}")
READ: Final = Text("อ่านได้ {cells} ตัวชี้วัด แปลง {converted} ครั้ง", "{cells} indicators read, {converted} conversions")
CONVERTED: Final = Text("แปลง {count} ครั้ง: {what}", "converted, {count} times: {what}")
GOOD: Final = Text("ผ่านการตรวจ ส่งได้", "It can be handed in.")
BAD: Final = Text("ยังส่งไม่ได้ ต้องแก้ {count} จุด", "It cannot be handed in: {count} faults come first.")
ABOUT: Final = Text(
    "ทำและตรวจแบบรายงานของหน่วย: template UNIT PERIOD --out DIR, check FILE",
    "Make and check the forms of units: template UNIT PERIOD --out DIR, check FILE",
)
HELP_TEMPLATE: Final = Text("ทำแบบรายงานของหน่วยและงวด", "make the form of a unit and period")
HELP_CHECK: Final = Text("ตรวจแบบที่กรอกแล้ว ไม่บันทึกอะไร", "check a form that was filled in; nothing is handed in")
HELP_RULES: Final = Text("แสดงกฎทั้งหมด", "list the rules")
HELP_UNIT: Final = Text("รหัสหน่วยใน units.csv หรือ all", "a unit of units.csv, or all")
HELP_PERIOD: Final = Text("งวด เช่น month:2026-09-01", "a kind and a day within, such as month:2026-09-01")
HELP_OUT: Final = Text("โฟลเดอร์ที่จะเขียน (forms)", "the folder to write to (forms)")
HELP_COLOUR: Final = Text("เขียนไฟล์ที่ระบายสีจุดผิดไว้ที่นี่", "write the file with its faults shown here")
HELP_CSV: Final = Text("เป็น CSV แทน Excel", "as CSV, not as a workbook")
