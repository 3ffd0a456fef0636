"""What is said of feeds as a whole: what changes when one replaces another, the command line, the sources page."""

from typing import Final

from smart7.i18n import Text

# What changes against the feed that is replaced, in the order it is told.
CHANGES: Final = {
    "network": Text("ทั้งเครือข่าย", "The network"),
    "route_added": Text("เส้นทางใหม่", "Routes added"),
    "route_gone": Text("เส้นทางที่หายไป", "Routes gone"),
    "route_changed": Text("เส้นทางที่เปลี่ยน", "Routes changed"),
    "stop_added": Text("ป้ายใหม่", "Stops added"),
    "stop_gone": Text("ป้ายที่หายไป", "Stops gone"),
    "stop_moved": Text("ป้ายที่ย้ายเกิน 50 เมตร", "Stops moved more than 50 m"),
    "place_gained": Text("สถานที่ที่ได้ป้ายใหม่ในระยะ 500 เมตร", "Places that gain a stop within 500 m"),
    "place_lost": Text("สถานที่ที่ไม่มีป้ายในระยะ 500 เมตรอีกต่อไป", "Places that lose their stop within 500 m"),
}
MEASURES: Final = {
    "routes": Text("เส้นทาง", "Routes"),
    "stops": Text("ป้าย", "Stops"),
    "trips": Text("เที่ยวต่อวัน", "Trips a day"),
    "vehicle_km": Text("กม. รถวิ่งต่อวัน", "Vehicle-km a day"),
    "service_hours": Text("ชั่วโมงให้บริการต่อวัน", "Service hours a day"),
    "headway": Text("ห่างกัน นาที 06–18 น.", "Minutes between trips, 06 to 18 h"),
    "span": Text("เที่ยวแรกถึงเที่ยวสุดท้าย", "First to last trip"),
    "moved_m": Text("ย้ายไป เมตร", "Metres moved"),
    "to_stop_m": Text("เมตรถึงป้ายที่ใกล้ที่สุด", "Metres to the nearest stop"),
}
DAY_TYPES: Final = {
    "weekday": Text("จันทร์–ศุกร์", "Mon–Fri"),
    "saturday": Text("เสาร์", "Sat"),
    "sunday": Text("อาทิตย์", "Sun"),
}
NETWORK: Final = Text("ทั้งเครือข่าย", "The network")
NOTHING: Final = Text("–", "–")
NO_CHANGE: Final = Text("ไม่มีอะไรเปลี่ยน", "Nothing changes")
AND_MORE: Final = Text("และอีก {count} รายการ", "and {count} more")
SHOWN: Final = 20

# What is said of an imported feed wherever it is shown.
IMPORTED_NOTE: Final = Text("นำเข้าจาก {file} เมื่อ {day}", "imported from {file} on {day}")

# The command line.
HELP: Final = Text("ตรวจ เทียบ และนำเข้าฟีด GTFS", "Check, compare and import GTFS feeds")
HELP_IMPORT: Final = Text("ตรวจไฟล์ zip แล้วนำเข้าภายใต้ชื่อที่ให้", "check a zip, then import it under a name")
HELP_LIST: Final = Text("บอกว่ามีฟีดใดบ้าง", "say which feeds there are")
HELP_VALIDATE: Final = Text("ตรวจฟีดตามกฎ GTFS โดยไม่นำเข้า", "hold a feed against the rules, without importing it")
HELP_DIFF: Final = Text("บอกว่าฟีดสองฟีดต่างกันอย่างไร", "say how two feeds differ")
HELP_FEED: Final = Text("ชื่อฟีด โฟลเดอร์ หรือไฟล์ zip", "the name of a feed, a folder or a zip")
HELP_YES: Final = Text("ไม่ต้องถามก่อนนำเข้า", "do not ask before it is put in service")
HELP_LOOK: Final = Text("บอกผลตรวจและสิ่งที่จะเปลี่ยนเท่านั้น", "only say what was found and what would change")
HELP_JSON: Final = Text("เหมือน --look แต่ตอบเป็น JSON สำหรับโปรแกรมอื่น", "like --look, in JSON for another program")
HELP_REPLACING: Final = Text(
    "นำเข้าเฉพาะเมื่อฟีดเดิมยังเป็นฉบับที่เทียบไว้", "import only while the old feed is the one that was compared"
)
HELP_DATE: Final = Text("ตรวจตามวันที่นี้แทนวันนี้", "judge as of this day instead of today")
# What BAD_NAME says, as a pattern; the second are names that Windows keeps for devices.
NAME: Final = r"[a-z0-9][a-z0-9_-]{1,39}"
RESERVED: Final = r"con|prn|aux|nul|com\d|lpt\d"
BAD_NAME: Final = Text(
    "ชื่อ “{name}” ใช้ไม่ได้ ใช้ a-z 0-9 - _ ยาว 2 ถึง 40 ตัว", "“{name}” cannot be a name: use a-z, 0-9, - and _, 2 to 40"
)
NO_FEED: Final = Text("ไม่มีฟีดหรือไฟล์ชื่อ “{name}”", "there is no feed, folder or file “{name}”")
BUSY: Final = Text("มีการนำเข้าฟีดอื่นอยู่ โปรดลองใหม่ภายหลัง", "another import is under way; try again later")
UNDONE: Final = Text(
    "การนำเข้า {name} ครั้งก่อนหยุดกลางคัน จึงคืนฟีดเดิมแล้ว", "the last import of {name} was cut off; the old feed is back"
)
CHECKING: Final = Text("ตรวจไฟล์ {file}", "checking {file}")
FOUND: Final = Text(
    "พบ {error} จุดที่ต้องแก้ {warning} จุดที่ควรดู {info} ข้อแจ้งให้ทราบ",
    "found: errors {error}, warnings {warning}, notes {info}",
)
CLEAN: Final = Text("ไม่พบสิ่งที่ต้องแก้", "nothing to correct")
WHAT_CHANGES: Final = Text("สิ่งที่จะเปลี่ยน", "What changes")
ASK: Final = Text("นำเข้าหรือไม่ กด Enter เพื่อนำเข้า พิมพ์ n เพื่อไม่นำเข้า", "Import it? Enter to import, n to leave it")
LEFT: Final = Text("ไม่ได้นำเข้า ฟีดเดิมยังใช้งานอยู่", "not imported; the old feed stays in service")
REFUSED: Final = Text(
    "ไม่รับฟีดนี้ ฟีดเดิมยังใช้งานอยู่ แก้จุดที่ระบุแล้วส่งใหม่",
    "this feed is refused and the old one stays in service; correct what is named and send it again",
)
BUILD_REFUSED: Final = Text(
    "สร้างชุดข้อมูลกับฟีดนี้ไม่ได้ จึงคืนฟีดเดิมแล้ว", "no snapshot could be built with this feed; the old feed is back"
)
CHANGED_MEANWHILE: Final = Text(
    "มีผู้เปลี่ยนฟีด {name} หลังจากที่เทียบไว้ โปรดตรวจใหม่", "{name} was changed after it was compared; check again"
)
REPLACED: Final = Text("นำฟีด {name} ไปวางแล้ว กำลังสร้างชุดข้อมูล", "feed {name} is in place; building a snapshot")
ACCEPTED: Final = Text("นำเข้า {name} แล้ว และแสดงบนแผนที่", "{name} is imported and on the map")
LIST_LINE: Final = Text("{routes} เส้นทาง {stops} ป้าย {trips} เที่ยว", "routes {routes}, stops {stops}, trips {trips}")
UNREADABLE: Final = Text("อ่านไม่ได้ ใช้คำสั่ง validate เพื่อดูสาเหตุ", "cannot be read; validate says why")
STATUS: Final = {
    "recorded": Text("บันทึกไว้", "recorded"),
    "ended": Text("เลิกวิ่งแล้ว", "ended"),
    "planned": Text("แผน", "planned"),
    "imported": Text("นำเข้า", "imported"),
}

# The sources page.
FEEDS: Final = Text("ฟีดขนส่งสาธารณะ", "Feeds of public transport")
FEED: Final = Text("ฟีด", "Feed")
STATE: Final = Text("สถานะ", "Status")
COVERS: Final = Text("ช่วงวันที่", "Days it covers")
UNPLACED: Final = Text("ป้ายที่ไม่มีพิกัด", "Stops without coordinates")
IMPORT: Final = Text("นำเข้าฟีด GTFS", "Import a GTFS feed")
IMPORT_ABOUT: Final = Text(
    "ส่งไฟล์ zip ของ GTFS Schedule ระบบจะตรวจและบอกว่าอะไรจะเปลี่ยน ไม่มีอะไรถูกนำเข้าจนกว่าจะกดรับ",
    "Send a zip of GTFS Schedule. It is checked, and what would change is shown; nothing is loaded until you accept.",
)
FILE: Final = Text("ไฟล์ zip ไม่เกิน 20 MB", "A zip of up to 20 MB")
CHOOSE: Final = Text("เลือกไฟล์", "Choose a file")
UNDER_NAME: Final = Text("ชื่อฟีด (ถ้าใช้ชื่อเดิม จะแทนที่ฟีดนั้น)", "Name of the feed (an existing name replaces that feed)")
CHECK: Final = Text("ตรวจฟีด", "Check the feed")
CHECKING_NOW: Final = Text("กำลังตรวจ…", "Checking …")
CHECKED: Final = Text("ตรวจแล้ว", "Checked")
NOT_CHECKED: Final = Text("ตรวจไม่สำเร็จ", "The check did not work")
ACCEPT: Final = Text("รับและใช้ฟีดนี้", "Accept and use this feed")
LEAVE: Final = Text("ไม่รับ", "Leave it")
IMPORTING: Final = Text("กำลังนำเข้าและสร้างชุดข้อมูล…", "Importing and building a snapshot …")
FAILED: Final = Text("นำเข้าไม่สำเร็จ ฟีดเดิมยังใช้งานอยู่", "The import did not work; the old feed stays in service")
FINDINGS: Final = Text("ผลตรวจ", "What was found")
COUNTS: Final = Text(
    "ต้องแก้ {error} ควรดู {warning} แจ้งให้ทราบ {info}", "Errors {error}, warnings {warning}, notes {info}"
)
WHERE: Final = Text("ที่ใด", "Where")
WHAT: Final = Text("เรื่องอะไร", "What")
WHAT_TO_DO: Final = Text("ทำอย่างไร", "What to do")
LINES: Final = Text("บรรทัด {lines}", "line {lines}")
MORE_PLACES: Final = Text("และอีก {count} แห่ง", "and {count} more")
SUBJECT: Final = Text("รายการ", "What")
MEASURE: Final = Text("เรื่องที่เปลี่ยน", "Measure")
BEFORE: Final = Text("เดิม", "Before")
AFTER: Final = Text("ใหม่", "After")
