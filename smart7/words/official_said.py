"""What `manage.py take` says: reports of what was read, sentences about files that are not, faults and their cures."""

from typing import Final

from smart7.i18n import Text

HELP: Final = Text(
    "อ่านไฟล์ทางการตามสูตรของแหล่งข้อมูล บอกว่าอะไรจะเปลี่ยน แล้วบันทึกเมื่อสั่ง --yes",
    "Read official files by the recipe of their source, say what would change, and write it with --yes",
)
HELP_SOURCE: Final = Text("ชื่อสูตรใน data/recipes/", "a recipe of data/recipes/")
HELP_FILE: Final = Text("ไฟล์ตามที่หน่วยงานเผยแพร่", "files as they are published")
HELP_YES: Final = Text("บันทึกและสร้างข้อมูลชุดใหม่", "write what changes, and build")
HELP_ORDER: Final = Text(
    "ลำดับวัน เดือน ปีในไฟล์ ใช้เมื่อสูตรไม่บอก", "the order of day, month and year in the file, where the recipe leaves it open"
)
HELP_CALENDAR: Final = Text(
    "ปีสองหลักเป็น พ.ศ. (be) หรือ ค.ศ. (ce) ใช้เมื่อสูตรไม่บอก",
    "what two digits of a year mean, where the recipe leaves it open",
)
HELP_AS_OF: Final = Text("วันที่ของข้อมูลในไฟล์ หากสูตรไม่บอก", "the day the file speaks of, where its rows do not say")
NO_RECIPE: Final = Text("ไม่มีสูตรชื่อ {name} ที่มีคือ {there}", "There is no recipe {name}; there are {there}.")
NO_FILE: Final = Text("ไม่พบไฟล์ {name}", "There is no file {name}.")
UNDONE: Final = Text(
    "การนำเข้าครั้งก่อนถูกตัดกลางคัน จึงคืนข้อมูลเดิมแล้ว", "An earlier take was cut off; what was there before is back."
)
BUSY: Final = Text("มีการนำเข้าอื่นกำลังทำอยู่ โปรดรอแล้วสั่งใหม่", "Another take is under way: wait for it, then try again.")
BUILD_REFUSED: Final = Text(
    "ข้อมูลชุดใหม่ไม่ผ่านการตรวจ จึงไม่ได้บันทึก สาเหตุอยู่ข้างบน",
    "The build refused the new figures, so nothing was written; the lines above say why.",
)
DRY: Final = Text("ยังไม่ได้บันทึก สั่งซ้ำพร้อม --yes เพื่อบันทึก", "Nothing was written; say it again with --yes to write it.")
NOT_TAKEN: Final = Text(
    "ยังนำเข้าไม่ได้ ต้องแก้ {count} จุดก่อน ไม่มีอะไรเปลี่ยน", "Not taken: {count} faults come first. Nothing was changed."
)
NOTHING_NEW: Final = Text("ทุกอย่างอยู่ในบันทึกแล้ว ไม่มีอะไรเปลี่ยน", "All of it is in the record already; nothing changes.")
TAKEN: Final = Text("บันทึกแล้ว: {files}", "Written: {files}")

FILE: Final = Text("ไฟล์ {name} ({size} kB, {digest})", "File {name} ({size} kB, {digest})")
KNOWN: Final = Text("เคยนำเข้าไฟล์นี้แล้วเมื่อ {day}", "this very file was taken before, on {day}")
ROWS: Final = Text(
    "อ่าน {read} แถว เก็บ {kept} แถว ได้ค่าในตาราง {made} แถว", "{read} rows read, {kept} kept, {made} rows of values"
)
SHEETS: Final = Text("แผ่นงานที่อ่าน: {names}", "sheets read: {names}")
PASSED: Final = Text(
    "แผ่นงานที่ไม่อ่าน (ซ่อนอยู่ หรือสูตรไม่ได้ขอ): {names}", "sheets not read (hidden, or not asked for): {names}"
)
FORMULAS: Final = Text(
    "มีสูตรคำนวณ {count} ช่อง อ่านค่าที่เก็บไว้ล่าสุด ไม่คำนวณใหม่",
    "{count} cells are formulas; the values kept with them were read, nothing was calculated",
)
LEFT_OUT: Final = Text("ไม่เก็บ {count} แถว: {why}", "left out, {count} rows: {why}")
CONVERTED: Final = Text("แปลง {count} ครั้ง: {what}", "converted, {count} times: {what}")
MAKES: Final = Text(
    "{table}: ใหม่ {new} เหมือนเดิม {same} แก้ไข {corrected}",
    "{table}: {new} new, {same} the same, {corrected} corrected",
)
WITHOUT: Final = Text(
    "ไม่เก็บ {count} แถวที่ไม่รู้ว่าเป็นของหน่วย ตัวชี้วัด วัน หรือที่ใด",
    "left out, {count} rows of which unit, indicator, day or place is not known",
)
ELSEWHERE_SAME: Final = Text(
    "แหล่งอื่นบอกค่าเดียวกัน {count} ค่า จึงไม่เก็บซ้ำ", "{count} values are in the record already, from another source"
)
ELSEWHERE: Final = Text(
    "{key}: บันทึกมี {old} จาก {source} ไฟล์นี้บอก {new} จึงคงของเดิมไว้",
    "{key}: the record has {old} from {source}, this file says {new}; the record stays",
)
MORE: Final = Text("และอีก {count} รายการ", "and {count} more")
FAULTS_ARE: Final = Text("สิ่งที่ต้องแก้", "What must be corrected")

TABLES: Final = {
    "observations": Text("ตัวเลข", "figures"),
    "targets": Text("เป้าหมาย", "targets"),
    "points": Text("จุด", "points"),
    "days": Text("รายวัน", "days"),
}
LEFT: Final = {
    "blank": Text("แถวว่าง", "empty rows"),
    "footnote": Text("หมายเหตุและที่มา", "footnotes and sources"),
    "total": Text("แถวรวม", "rows that add up others"),
    "header": Text("หัวตารางซ้ำ", "the header again"),
    "nothing": Text("ไม่มีค่าสักช่อง", "no value in any column"),
    "empty": Text("ช่อง {column} ว่าง", "{column} is empty"),
}
DONE: Final = {
    "missing": Text("เครื่องหมายไม่มีข้อมูล → ว่าง ไม่ใช่ศูนย์", "signs for missing → empty, not zero"),
    "no_value": Text("ช่องว่างในตารางกว้าง → ไม่มีแถว", "empty cells of a wide table → no row"),
    "spaces": Text("ช่องว่างพิเศษและอักขระที่มองไม่เห็น", "special spaces and invisible characters"),
    "spelling": Text("สระอำและสระแอที่พิมพ์แยก", "vowels typed in parts"),
    "thai_digits": Text("เลขไทย → อารบิก", "Thai digits → Arabic"),
    "thousands": Text("จุลภาคคั่นหลักพัน", "thousands separators"),
    "unit": Text("หน่วยท้ายตัวเลข", "units behind numbers"),
    "mark": Text("เครื่องหมายเชิงอรรถท้ายตัวเลข", "footnote signs behind numbers"),
    "brackets": Text("วงเล็บ → ค่าลบ", "brackets → less than zero"),
    "percent": Text("เครื่องหมายร้อยละ", "percent signs"),
    "buddhist_year": Text("พ.ศ. → ค.ศ.", "Buddhist years → CE"),
    "short_year": Text("ปีสองหลัก → สี่หลัก ตามสูตร", "two-digit years → four digits, as the recipe says"),
    "thai_month": Text("ชื่อเดือนไทย", "Thai names of months"),
    "english_month": Text("ชื่อเดือนอังกฤษ", "English names of months"),
    "sheet_date": Text("วันที่ของโปรแกรมตาราง", "dates of the spreadsheet"),
    "serial_day": Text("เลขลำดับวันของโปรแกรมตาราง → วันที่", "days counted by a spreadsheet → dates"),
    "only_dmy": Text("วันที่ซึ่งเป็นได้แต่ วัน/เดือน/ปี", "days that can only be day/month/year"),
    "only_mdy": Text("วันที่ซึ่งเป็นได้แต่ เดือน/วัน/ปี", "days that can only be month/day/year"),
    "above": Text("ช่องผสาน → ค่าจากแถวบน", "merged cells → the value above"),
}

REFUSALS: Final = {
    "recipe": Text("สูตร {recipe} ใช้ไม่ได้: {what}", "The recipe {recipe} cannot be used: {what}"),
    "recipe_sql": Text("{recipe}: {what}", "{recipe}: {what}"),
    "recipe_returns": Text(
        "{recipe} คืนคอลัมน์ไม่ตรงกับหัวไฟล์ ที่คืนจริงคือ {what}",
        "{recipe} returns other columns or types than its header says; these are they: {what}",
    ),
    "empty": Text("{file} ว่างเปล่า โปรดดาวน์โหลดใหม่", "{file} is empty: download it again."),
    "too_large": Text(
        "{file} มีขนาด {size} MB เกิน {most} MB โปรดแบ่งไฟล์", "{file} has {size} MB, more than {most} MB: split it."
    ),
    "too_wide": Text(
        "{file} มี {columns} คอลัมน์ เกิน {most} จึงไม่ใช่ตารางที่อ่านได้",
        "{file} has {columns} columns, more than {most}: this is no table that can be read.",
    ),
    "too_long": Text("{file} มีเกิน {most} แถว โปรดแบ่งไฟล์", "{file} has more than {most} rows: split it."),
    "too_heavy": Text(
        "อ่าน {file} ไม่จบในหน่วยความจำ {memory} MB และ {seconds} วินาที โปรดแบ่งไฟล์ หรือบันทึกเป็น CSV",
        "{file} could not be read within {memory} MB and {seconds} seconds: split it, or save it as CSV.",
    ),
    "unreadable": Text(
        "อ่าน {file} ไม่ได้: {why} โปรดตรวจสิทธิ์และดิสก์", "{file} cannot be read: {why}. See who may read it, and its disk."
    ),
    "other_kind": Text(
        "{file} ชื่อบอกว่าเป็น {said} แต่เนื้อในเป็น {found} โปรดเปิดแล้วบันทึกใหม่ให้ตรงชนิด",
        "{file} is called {said} but is {found}: open it and save it as what its name says.",
    ),
    "unwanted_kind": Text(
        "{file} เป็น {found} แต่สูตรนี้อ่าน {wanted}", "{file} is {found}, and this recipe reads {wanted}."
    ),
    "broken": Text(
        "{file} เสียหาย เปิดอ่านไม่ได้ โปรดดาวน์โหลดใหม่", "{file} is damaged and cannot be opened: download it again."
    ),
    "broken_text": Text(
        "{file} อ่านเป็นตารางไม่ได้ ใกล้บรรทัด {line} (เครื่องหมายคำพูดไม่ปิด หรือช่องยาวเกิน)",
        "{file} cannot be read as a table near line {line}: a quote stays open, or a cell never ends.",
    ),
    "encoding": Text(
        "{file} ไม่ใช่ UTF-8, UTF-16 หรือ Windows-874 ดูบรรทัด {line} โปรดบันทึกใหม่เป็น UTF-8",
        "{file} is neither UTF-8, UTF-16 nor Windows-874, see line {line}: save it again as UTF-8.",
    ),
    "password": Text(
        "{file} ล็อกด้วยรหัสผ่าน โปรดบันทึกใหม่โดยไม่มีรหัส", "{file} is locked by a password: save it without one."
    ),
    "macros": Text("{file} มีมาโคร โปรดบันทึกใหม่เป็น .xlsx ธรรมดา", "{file} holds macros: save it as a plain .xlsx."),
    "outside": Text(
        "{file} ดึงค่าจากไฟล์หรือฐานข้อมูลอื่น โปรดตัดลิงก์แล้ววางเป็นค่า",
        "{file} takes values from other files or databases: break the links and paste values.",
    ),
    "no_values": Text(
        "{file} มีสูตรคำนวณ {count} ช่องที่ไม่มีค่าเก็บไว้ โปรดเปิดด้วยโปรแกรมตารางแล้วบันทึกใหม่",
        "{file} has {count} formulas without a value kept with them: open it in a spreadsheet and save it again.",
    ),
    "bomb": Text(
        "{file} คลายแล้วใหญ่ผิดปกติ ({size} MB ใน {members} ไฟล์ย่อย) จึงไม่เปิด",
        "{file} unpacks to far too much ({size} MB in {members} parts), so it is not opened.",
    ),
    "no_sheet": Text(
        "{file} ไม่มีแผ่นงานที่ชื่อเข้ากับ {wanted} ที่มีคือ {there}", "{file} has no sheet that fits {wanted}; there are {there}."
    ),
    "no_header": Text("ไม่พบหัวตารางใน {file} ที่มี {headings} ครบ", "{file} has no header with all of {headings}."),
    "no_records": Text("{file} ไม่มีรายการที่ {records}", "{file} has no records at {records}."),
}

FAULTS: Final = {
    "no_header": (
        Text("ไม่พบหัวตาราง ขาด {headings}", "the header was not found; it lacks {headings}"),
        Text(
            "ตรวจว่าเป็นไฟล์ของแหล่งนี้ หรือเพิ่มชื่อคอลัมน์ใหม่ใน recipe.toml",
            "see that it is a file of this source, or add the new headings to recipe.toml",
        ),
    ),
    "not_in_name": (
        Text("ไม่พบ {pattern} ในชื่อหรือหัวเรื่อง", "nothing in the name or title fits {pattern}"),
        Text("ใช้ชื่อไฟล์และแผ่นงานตามที่เผยแพร่", "keep the names of file and sheet as published"),
    ),
    "ragged": (
        Text("แถวนี้มี {found} ช่อง หัวตารางมี {expected} ช่อง", "this row has {found} cells, the header has {expected}"),
        Text(
            "ช่องถัดไปเลื่อนหมด แก้ที่ต้นทาง เช่น ใส่เครื่องหมายคำพูดรอบ 1,234",
            "all cells after it have moved: correct it at its source, such as quotes round 1,234",
        ),
    ),
    "not_a_number": (
        Text("{value} ไม่ใช่ตัวเลข", "{value} is not a number"),
        Text(
            "แก้ที่ต้นทาง หรือบอกใน recipe.toml ว่าเป็น missing, units หรือ percent",
            "correct it at its source, or say in recipe.toml that it is missing, units or percent",
        ),
    ),
    "not_whole": (
        Text("{value} ไม่ใช่จำนวนเต็ม", "{value} is not a whole number"),
        Text("ใช้ type = 'number' หากมีทศนิยมได้", "use type = 'number' where decimals may stand"),
    ),
    "not_a_day": (
        Text("{value} ไม่ใช่วันที่ตามแบบของสูตร", "{value} is not a day in the recipe's form"),
        Text("ตรวจ order ใน recipe.toml", "see order in recipe.toml"),
    ),
    "two_days": (
        Text("{value} อาจหมายถึงสองวัน", "{value} can mean two days"),
        Text(
            "บอก order ใน recipe.toml หรือสั่งพร้อม --order ดูวันที่อื่นในไฟล์เป็นหลักฐาน",
            "say order in recipe.toml, or give --order; the other days of the file are evidence",
        ),
    ),
    "short_year": (
        Text("{value} มีปีสองหลัก ไม่รู้ว่า พ.ศ. หรือ ค.ศ.", "{value} has a year of two digits, Buddhist or CE"),
        Text("บอก calendar = 'be' หรือ 'ce' ใน recipe.toml", "say calendar = 'be' or 'ce' in recipe.toml"),
    ),
    "not_a_year": (
        Text("{value} ไม่ใช่ปีที่เป็นไปได้", "{value} is not a possible year"),
        Text("ตรวจปีและ calendar ใน recipe.toml", "see the year, and calendar in recipe.toml"),
    ),
    "no_such_day": (
        Text("ไม่มีวันที่ {value}", "there is no day {value}"),
        Text("ตรวจที่ต้นทาง", "see its source"),
    ),
    "not_a_month": (
        Text("{value} ไม่ใช่เดือน", "{value} is not a month"),
        Text("ตรวจที่ต้นทาง หรือใช้ [[leave]] ใน recipe.toml", "see its source, or use [[leave]] in recipe.toml"),
    ),
    "not_an_hour": (
        Text("{value} ไม่ใช่เวลา", "{value} is not a time of the day"),
        Text("ตรวจ first_hour ใน recipe.toml", "see first_hour in recipe.toml"),
    ),
    "no_clock": (
        Text("{value} มีแต่วัน ไม่มีเวลา", "{value} is a day without a time"),
        Text("ใช้ type = 'day' หากไม่มีเวลา", "use type = 'day' where there is no time"),
    ),
    "empty": (
        Text("ช่องว่าง", "the cell is empty"),
        Text("แก้ที่ต้นทาง หรือบอก empty ใน recipe.toml", "correct it at its source, or say empty in recipe.toml"),
    ),
    "unknown_id": (
        Text("{value} ไม่มีใน {where}", "{value} is not in {where}"),
        Text("แก้ recipe.sql หรือเพิ่มใน {where}", "correct recipe.sql, or add it to {where}"),
    ),
    "out_of_range": (
        Text("{key}: {value} อยู่นอกช่วง {low} ถึง {high}", "{key}: {value} lies outside {low} to {high}"),
        Text("ตรวจหน่วยของตัวเลขและ scale", "see the unit of the figure, and scale"),
    ),
    "needs_parts": (
        Text("{key}: ต้องมีตัวตั้งและตัวหารที่ไม่เป็นศูนย์", "{key}: needs a numerator and a denominator other than zero"),
        Text("ให้ recipe.sql คืน numerator และ denominator", "let recipe.sql return numerator and denominator"),
    ),
    "needs_value": (
        Text("{key}: ไม่มีค่า", "{key}: there is no value"),
        Text("กรองออกใน recipe.sql", "leave it out in recipe.sql"),
    ),
    "bad_period": (
        Text("{key}: ไม่มีงวดนี้", "{key}: there is no such period"),
        Text("period_start ต้องเป็นวันแรกของงวด", "period_start is the first day of its period"),
    ),
    "made_twice": (
        Text("{key} ได้สองค่า: {first} และ {second}", "{key} comes out twice: {first} and {second}"),
        Text(
            "ให้ recipe.sql รวมแถว หรือตรวจแถวซ้ำในไฟล์", "add the rows up in recipe.sql, or see what is twice in the file"
        ),
    ),
}
