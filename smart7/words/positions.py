"""Words of positions of vehicles: what the commands say, why rows are not kept, why a file is not read."""

from typing import Final

from smart7.i18n import Text

HELP: Final = Text("ตำแหน่งรถโดยสาร", "positions of vehicles")
HELP_COMMANDS: Final = {
    "take": Text("รับตำแหน่งจากไฟล์ โฟลเดอร์ หรือ zip", "take positions from files, folders or zips"),
    "list": Text("แหล่งตำแหน่งที่มี", "the feeds there are"),
    "address": Text("ตั้งที่อยู่ของตำแหน่งสด (ผู้ดูแลระบบ)", "set the live address of a feed (administrators)"),
    "watch": Text("ถามตำแหน่งสดทุก 15 วินาที", "ask the live addresses every 15 seconds"),
    "forget": Text("ลบตำแหน่งก่อนวันที่กำหนด เก็บผลรวมไว้", "delete positions before a day; aggregates stay"),
}
HELP_FEED: Final = Text("ชื่อแหล่ง ตรงกับโฟลเดอร์ใน data/gtfs", "the feed: a folder of data/gtfs")
HELP_FILE: Final = Text(
    ".pb, zip, CSV, Parquet หรือโฟลเดอร์ ถ้าไม่ระบุ รับนาทีที่เฝ้าดูไว้",
    ".pb, zip, CSV, Parquet or a folder; without any, the minutes that were watched",
)
HELP_RECIPE: Final = Text("สูตรของกล่อง GPS ใน data/recipes/", "a recipe of GPS boxes in data/recipes/")
HELP_TITLE: Final = Text("ชื่อที่แสดง", "a title for people")
HELP_URL: Final = Text("ที่อยู่ http(s) หรือ '' เพื่อเลิกถาม", "an address of http(s), or '' to ask nobody")
HELP_BEFORE: Final = Text("ลบวันที่ก่อนวันนี้", "delete the days before this one")

REASONS: Final = {
    "broken_row": Text("บรรทัดมีช่องขาดหรือเกิน", "lines with too few or too many cells"),
    "no_vehicle": Text("ไม่บอกว่ารถคันไหน", "do not say which vehicle"),
    "no_time": Text("ไม่มีเวลา หรืออ่านไม่ได้", "have no time, or none that can be read"),
    "clock": Text("นาฬิกาช้ากว่าเวลาที่แจ้งเกิน 6 ชั่วโมง หรือไม่เคยตั้ง", "clock over 6 hours behind, or never set"),
    "future": Text("เวลาอยู่ในอนาคตเกิน 2 นาที", "a time over 2 minutes in the future"),
    "no_place": Text("ไม่มีพิกัด หรือพิกัดอยู่นอกประเทศไทย", "no place, or one outside Thailand"),
    "duplicate": Text("ซ้ำ: รถคันเดียวกัน วินาทีเดียวกัน", "repeated: the same vehicle in the same second"),
    "jump": Text("กระโดดเร็วกว่า 120 กม./ชม.", "leaps faster than 120 km/h"),
    "forgotten": Text(
        "มาช้า: ตำแหน่งของวันนั้นลบไปแล้ว ผลรวมคงเดิม", "late: the positions of that day were deleted, and its sums stay"
    ),
}
ROWS: Final = Text("อ่าน {read} แถว เก็บ {kept} ไม่เก็บ {left}", "{read} rows read, {kept} kept, {left} not kept")
LEFT: Final = Text("ไม่เก็บ {count}: {why}", "{count} not kept: {why}")
FILES: Final = Text("ไฟล์ใหม่ {files} เคยรับแล้ว {known}", "{files} new files, {known} taken before")
NOTHING_NEW: Final = Text("ไม่มีอะไรใหม่", "There is nothing new")
DAY: Final = Text("{day}: {rows} ตำแหน่ง", "{day}: {rows} positions")
REPLACED: Final = Text("{day}: น้อยลง {rows} ตำแหน่ง", "{day}: {rows} positions fewer")
LIES: Final = Text(
    "{count} ข้อความบอกเวลาของตัวเองที่เป็นไปไม่ได้ ใช้เวลากลางของรถในข้อความแทน",
    "{count} messages tell a time of themselves that cannot be true; the middle of its vehicles was used",
)
WITHOUT: Final = Text("{count} ข้อความไม่มีตำแหน่งรถ", "{count} messages hold no positions of vehicles")
NOT_READ: Final = Text("ไม่ได้อ่าน {count} ไฟล์", "{count} files were not read")
MORE: Final = Text("และอีก {count}", "and {count} more")
SO_FAR: Final = Text(
    "ถึงตอนนี้อ่าน {files} ไฟล์ {read} แถว เก็บแล้ว {kept} ตำแหน่ง",
    "So far: {files} files and {read} rows read, {kept} positions in place",
)
NO_FEEDS: Final = Text("ยังไม่มีแหล่งตำแหน่ง", "There are no feeds of positions yet")
LISTED: Final = Text(
    "{feed}: {title} · {days} วัน {first} ถึง {last} · {rows} ตำแหน่ง ไม่เก็บ {left} · สูตร {recipe} · ถามจาก {host}",
    "{feed}: {title} · {days} days, {first} to {last} · {rows} positions, {left} not kept · recipe {recipe}"
    " · asks {host}",
)
FORGOTTEN: Final = Text(
    "ลบตำแหน่งของ {days} วันก่อน {before} แล้ว ผลรวมยังอยู่",
    "The positions of {days} days before {before} are deleted; their aggregates stay",
)
ADDRESS_SET: Final = Text("{feed}: จะถามจาก {host}", "{feed}: {host} will be asked")
ADDRESS_CLEARED: Final = Text("{feed}: ไม่ถามใครแล้ว", "{feed}: nobody is asked any more")
NO_ADDRESS: Final = Text("ยังไม่ได้ตั้งที่อยู่ จึงไม่ถามใคร", "No address is set, so nobody is asked")
ASKING: Final = Text("{feed}: ถามจาก {host} ทุก {seconds} วินาที", "{feed}: asking {host} every {seconds} seconds")
FAILED: Final = Text(
    "{feed}: ถามไม่สำเร็จ ({why}) จะถามใหม่ใน {seconds} วินาที",
    "{feed}: no answer ({why}); asking again in {seconds} seconds",
)
NO_LINES: Final = Text(
    "{feed}: อ่านสายของแหล่งนี้ไม่ได้ จึงไม่บอกว่ารถจะถึงป้ายใด ({why})",
    "{feed}: its lines cannot be read, so nobody is told which stop a vehicle comes to ({why})",
)
SILENT: Final = Text("{feed}: เงียบตั้งแต่ {since}", "{feed}: silent since {since}")
BACK: Final = Text("{feed}: ส่งตำแหน่งอีกแล้ว", "{feed}: sends positions again")
FOLDED: Final = Text("{feed}: เก็บ {kept} ตำแหน่งจากนาทีที่เฝ้าดู", "{feed}: kept {kept} positions of the minutes watched")
WHY_ELSEWHERE: Final = Text("ถูกส่งต่อไปที่อื่น", "sent on to another host")
WHY_TOO_LARGE: Final = Text("คำตอบใหญ่เกิน", "the answer is too large")
WHY_SLOW: Final = Text("ตอบช้าเกิน", "the answer is too slow")
WHY_STATUS: Final = Text("สถานะ {status}", "status {status}")

REFUSALS: Final = {
    "busy": Text("มีคำสั่งของตำแหน่งรถทำงานอยู่ โปรดรอ", "Another command of positions is under way: wait for it."),
    "no_gtfs": Text("ไม่มี data/gtfs/{feed} ที่มี: {there}", "There is no data/gtfs/{feed}; there are: {there}."),
    "no_feed": Text(
        "ยังไม่มีแหล่งชื่อ {feed} ที่มี: {there}", "There is no feed of positions named {feed}; there are: {there}."
    ),
    "bad_feed": Text("{file} อ่านไม่ได้ ต้องมีหนึ่งแถว", "{file} cannot be read: it must be one row with its header."),
    "recipe": Text("สูตร {recipe} ใช้ไม่ได้: {what}", "The recipe {recipe} cannot be used: {what}."),
    "needs_recipe": Text(
        "{file} เป็นตาราง ต้องระบุสูตรของกล่อง GPS: vehicles take {feed} --recipe NAME",
        "{file} is a table: name the recipe of its GPS boxes, vehicles take {feed} --recipe NAME.",
    ),
    "no_file": Text("{file} ไม่ใช่ไฟล์", "{file} is no file."),
    "unreadable": Text("เปิด {file} ไม่ได้: {why}", "{file} cannot be opened: {why}."),
    "empty": Text("{file} ว่างเปล่า", "{file} is empty."),
    "web_page": Text("{file} เป็นหน้าเว็บหรือ XML ไม่ใช่ตำแหน่งรถ", "{file} is a web page or XML, no positions of vehicles."),
    "json": Text(
        "{file} เป็น JSON ขอไฟล์แบบ protobuf (.pb) จากผู้ให้บริการ",
        "{file} is JSON: ask the operator for the form in protobuf (.pb).",
    ),
    "unknown_kind": Text("{file} เป็น {kind} ซึ่งไม่อ่านที่นี่", "{file} is {kind}, which is not read here."),
    "message_too_large": Text(
        "{file} ใหญ่กว่า {most} MB ใหญ่เกินข้อความเดียว", "{file} is larger than {most} MB, too large for one message."
    ),
    "broken_message": Text("{file} เป็น protobuf ที่เสียหาย", "{file} is no sound protobuf: it is damaged or cut off."),
    "no_message": Text(
        "{file} ไม่ใช่ข้อความ GTFS-realtime: ไม่มีหัวข้อความ", "{file} is no message of GTFS-realtime: it has no header."
    ),
    "letters": Text(
        "{file} ไม่ใช่ UTF-8, Windows-874 หรือ UTF-16 โปรดบันทึกใหม่",
        "{file} is neither in UTF-8 nor in Windows-874 or UTF-16: save it as one of them.",
    ),
    "broken_text": Text("{file} ไม่ใช่ตารางที่อ่านได้", "{file} is no table that can be read to its end."),
    "broken_parquet": Text("{file} เป็น Parquet ที่เสียหาย", "{file} is a damaged file of Parquet."),
    "broken_minute": Text(
        "นาทีที่เฝ้าดู {file} เสียหาย จึงไม่ได้นำเข้า เก็บไว้ในชื่อ {aside}",
        "{file}, a minute that was watched, is damaged: it was not taken and is kept as {aside}.",
    ),
    "no_columns": Text(
        "{file} ไม่มีคอลัมน์ตามสูตร {recipe}: {columns}", "{file} lacks columns of the recipe {recipe}: {columns}."
    ),
    "unread_column": Text(
        "{file}: คอลัมน์ {column} อ่านไม่ได้เกือบทั้งหมด เช่น '{value}' ตรวจสูตร",
        "{file}: hardly a cell of {column} can be read, such as '{value}': look at the recipe.",
    ),
    "broken_zip": Text("{file} เป็น zip ที่เสียหาย", "{file} is a damaged zip."),
    "broken_member": Text("{file} เสียหายใน zip", "{file} is damaged inside its zip."),
    "zip_in_zip": Text("{file} เป็น zip ใน zip โปรดแตกก่อน", "{file} is a zip in a zip: unpack the outer one first."),
    "too_many_members": Text("{file} มีไฟล์มากเกินไป แบ่งเป็นหลาย zip", "{file} holds too many files: make several zips."),
    "unsafe_name": Text("{file} มีชื่อไฟล์อันตราย: {inner}", "{file} holds a name that means harm: {inner}."),
    "password": Text("{file} มีรหัสผ่าน", "{file} is locked by a password."),
    "bomb": Text("{file}: {inner} แตกแล้วใหญ่เกินไป", "{file}: {inner} unpacks to far more than positions do."),
    "too_young": Text(
        "{before} ยังไม่ผ่านไป ลบได้เฉพาะวันที่ปิดแล้ว", "{before} has not passed: only closed days can be forgotten."
    ),
    "cut_off": Text(
        "เขียน {place} ไม่ได้: {why} นำเข้าแล้วบางส่วนและเก็บไว้แล้ว โปรดนำเข้าอีกครั้งเพื่อเก็บส่วนที่เหลือ",
        "{place} could not be written: {why}. A part is taken and stays; take the same again for the rest.",
    ),
    "bad_address": Text(
        "ที่อยู่ต้องเริ่มด้วย http:// หรือ https:// และมีชื่อเครื่อง",
        "An address begins with http:// or https:// and names a host.",
    ),
}
