"""Words of the page on which units hand in their figures and somebody else approves and publishes them."""

from typing import Final

from smart7.i18n import Text
from smart7.words.common import Words

# Whoever reads without an account.
INTRO: Final = Text(
    "โรงเรียน ศูนย์ และสำนัก/กองส่งตัวเลขของตนที่หน้านี้ อีกคนหนึ่งตรวจและอนุมัติ แล้วจึงเผยแพร่บนเว็บไซต์นี้",
    "Schools, centres and divisions hand in their figures here. Somebody else checks and approves them; then they are"
    " published on this site.",
)
HOW: Final = Text("ตัวเลขมาถึงหน้าเว็บอย่างไร", "How a figure gets here")
STEPS: Final = (
    Text("กรอก", "Fill in"), Text("ตรวจ", "Check"), Text("ส่ง", "Hand in"),
    Text("อนุมัติ", "Approval"), Text("เผยแพร่", "Published"),
)  # fmt: skip
STEPS_ABOUT: Final = (
    Text("หน่วยงานกรอกตัวเลขของงวด บนหน้านี้ หรือในไฟล์ Excel ที่ดาวน์โหลดไป",
         "A unit fills in the figures of a period, on this page or in an Excel workbook it downloaded."),
    Text("ระบบตรวจทุกช่อง บอกแถว ช่อง ปัญหา และวิธีแก้ ยังไม่มีอะไรถูกบันทึก",
         "Every cell is checked: row, cell, what is wrong and what to do. Nothing is kept yet."),
    Text("หน่วยงานกดส่ง พร้อมหมายเหตุและหลักฐาน", "The unit hands it in, with a note and evidence."),
    Text("ผู้อนุมัติซึ่งไม่ใช่ผู้ส่ง ดูว่าค่าเปลี่ยนไปเท่าใด แล้วอนุมัติ หรือส่งกลับพร้อมเหตุผล",
         "An approver, never the author, sees how each value changes and approves it, or returns it with a remark."),
    Text("ตัวเลขที่อนุมัติแล้วขึ้นทุกหน้า ค่าเดิมไม่ถูกลบ ย้อนดูได้",
         "Approved figures appear on every page. Older values are never deleted and can be looked up."),
)  # fmt: skip
READ_ALL: Final = Text(
    "อ่านทุกหน้าได้โดยไม่ต้องเข้าสู่ระบบ การเข้าสู่ระบบมีไว้สำหรับเจ้าหน้าที่ที่ส่งหรืออนุมัติตัวเลขเท่านั้น",
    "Every page can be read without signing in. Signing in is only for staff who hand in or approve figures.",
)
SIGN_IN: Final = Text("เข้าสู่ระบบ", "Sign in")
NO_ACT: Final = Text(
    "บัญชีของท่านไม่มีหน้าที่ส่งหรืออนุมัติตัวเลข หากควรมี ขอจากผู้ดูแลระบบ",
    "Your account neither hands in nor approves figures. If it should, ask an administrator.",
)
NO_UNIT: Final = Text(
    "บัญชีนี้ยังไม่ได้ผูกกับหน่วยงาน ขอให้ผู้ดูแลระบบกำหนดหน่วยงานให้",
    "This account belongs to no unit yet. Ask an administrator to set its unit.",
)
READ_ONLY: Final = Text(
    "เครื่องนี้เปิดให้อ่านเท่านั้น ส่งหรืออนุมัติที่นี่ไม่ได้",
    "This installation is for reading only; nothing can be handed in or approved here.",
)

# What is asked of a unit.
ASKED_OF: Final = Text("งวดที่ต้องส่ง: {unit}", "What is asked of {unit}")
NOTHING_ASKED: Final = Text("ไม่มีงวดที่ต้องส่งขณะนี้", "Nothing is asked of your unit now.")
OWED: Final = Text("ต้องส่ง {count} งวด", "To hand in: {count}")
OWED_LATE: Final = Text("เลยกำหนดแล้ว {count} งวด", "overdue: {count}")
OWED_BACK: Final = Text("ส่งกลับให้แก้ {count} งวด", "returned to correct: {count}")
OWED_NONE: Final = Text("ไม่มีงวดค้างส่ง", "Nothing is outstanding")
FIGURES: Final = Text("{count} ตัวเลข", "{count} figures")
FIGURE: Final = Text("1 ตัวเลข", "1 figure")
DUE: Final = Text("ครบกำหนด {day}", "due {day}")
DUE_PAST: Final = Text("เลยมา {count} วัน", "days over: {count}")
DUE_LEFT: Final = Text("อีก {count} วัน", "days left: {count}")
DUE_TODAY: Final = Text("วันนี้", "today")
HANDED: Final = Text("ส่งโดย {name} เมื่อ {day}", "handed in by {name} on {day}")
REMARK: Final = Text("ผู้อนุมัติขอให้แก้", "To correct")
EARLIER: Final = Text("งวดที่ส่งเรียบร้อยแล้ว ({count})", "Done ({count})")
OLDER: Final = Text("งวดก่อนหน้าที่ยังไม่มีตัวเลข ({count})", "Earlier periods without figures ({count})")
ALL_PERIODS: Final = Text("ทุกงวดของหน่วยงาน", "All periods of the unit")
STATES: Final[Words] = {
    "asked": Text("ต้องส่ง", "To hand in"),
    "overdue": Text("เลยกำหนด", "Overdue"),
    "draft": Text("ร่าง ยังไม่ส่ง", "Draft, not handed in"),
    "handed_in": Text("ส่งแล้ว รออนุมัติ", "Handed in, waits for approval"),
    "returned": Text("ส่งกลับให้แก้", "Returned to correct"),
    "approved": Text("อนุมัติแล้ว รอเผยแพร่", "Approved, to be published"),
    "published": Text("เผยแพร่แล้ว", "Published"),
    "superseded": Text("มีฉบับใหม่แทน", "Replaced by a newer one"),
    "closed": Text("ปิดงวดแล้ว", "Closed"),
}
ICONS: Final = {
    "asked": "◊", "overdue": "▼", "draft": "…", "handed_in": "→", "returned": "←", "approved": "◆", "published": "■",
    "superseded": "–", "closed": "×",
}  # fmt: skip
TODO: Final[Words] = {
    "asked": Text("กรอกตัวเลข", "Fill in"),
    "overdue": Text("กรอกตัวเลข", "Fill in"),
    "draft": Text("กรอกต่อ", "Go on"),
    "returned": Text("แก้ตามที่ขอ", "Correct it"),
    "handed_in": Text("ดูหรือส่งใหม่แทน", "See or replace"),
    "approved": Text("ดูหรือส่งค่าแก้ไข", "See or correct"),
    "published": Text("ดูหรือส่งค่าแก้ไข", "See or correct"),
    "superseded": Text("ดู", "See"),
    "closed": Text("ดู", "See"),
}
CLOSED: Final = Text(
    "งวดนี้ปิดแล้ว ส่งไม่ได้ หากต้องแก้ไข ขอให้ผู้อนุมัติเปิดงวดพร้อมเหตุผล",
    "This period is closed. To change it, ask an approver to reopen it, with a reason.",
)
AGAIN: Final = Text(
    "งวดนี้ส่งไปแล้ว ถ้าส่งอีกครั้ง ชุดใหม่จะแทนชุดเดิม ชุดเดิมยังเก็บไว้",
    "This period was handed in already. Handing in again replaces it; the earlier one is kept.",
)

# The ways in.
FILL: Final = Text("1 กรอกตัวเลข", "1 Fill in")
WAYS: Final[Words] = {
    "form": Text("กรอกทีละข้อ", "One by one"),
    "table": Text("กรอกในตาราง", "In a table"),
    "paste": Text("วางจาก Excel", "Paste from Excel"),
    "file": Text("ส่งไฟล์", "Send a file"),
}
WAY: Final = Text("วิธีกรอก", "How to fill in")
WAYS_ABOUT: Final[Words] = {
    "form": Text(
        "พิมพ์ตามที่มีในทะเบียน เช่น 1,234 หรือ ๙๒.๖% · ศูนย์พิมพ์ 0 · ไม่มีข้อมูลพิมพ์ “-” · เว้นว่างคือยังไม่ส่งข้อนั้น",
        "Write it as you have it, such as 1,234 or 92.6% · 0 for zero · “-” where not known · empty is not handed in",
    ),
    "table": Text(
        "กดช่องแล้วพิมพ์ ใช้ปุ่มลูกศรเลื่อนระหว่างช่อง · ไม่มีข้อมูลพิมพ์ “-” · เว้นว่างคือยังไม่ส่งข้อนั้น",
        "Press a cell and write; arrow keys move between cells · “-” where it is not known · empty is not handed in",
    ),
    "paste": Text(
        "ใน Excel เลือกแถวหัวตารางและแถวตัวเลข กด Ctrl+C แล้ววางในช่องนี้ด้วย Ctrl+V",
        "In Excel select the heading row and the rows of figures, press Ctrl+C, and paste here with Ctrl+V.",
    ),
    "file": Text(
        "ดาวน์โหลดไฟล์ของหน่วยงาน กรอกช่องสีเหลือง บันทึก แล้วส่งกลับที่นี่ รับ .xlsx และ .csv ไม่เกิน 20 MB",
        "Download your unit's workbook, fill in its yellow cells, save, and send it here (.xlsx, .csv, up to 20 MB).",
    ),
}
DOWNLOAD: Final = Text("ดาวน์โหลดไฟล์ Excel ของงวดนี้", "Download the workbook of this period")
FILE: Final = Text("ไฟล์ที่กรอกแล้ว", "The workbook, filled in")
CHOOSE_FILE: Final = Text("เลือกไฟล์", "Choose a file")
PASTED: Final = Text("แถวจาก Excel", "Rows from Excel")
LAST: Final = Text("ครั้งก่อน {value}", "last {value}")
NO_LAST: Final = Text("ยังไม่เคยส่ง", "never handed in")
AIMED: Final = Text("เป้าหมาย {target}", "target {target}")
BY_PARTS: Final = Text("แยกเป็น {parts}", "By part: {parts}")
PARTS_ABOUT: Final = Text(
    "ไม่บังคับ ถ้ากรอกครบทุกส่วน ต้องรวมกันเท่ากับยอดรวม ส่วนที่ไม่ทราบพิมพ์ “-”",
    "Optional. All parts together make up the whole; write “-” for one that is not known.",
)
PART_TOP: Final = Text("ตัวตั้ง: {what}", "Numerator: {what}")
PART_BOTTOM: Final = Text("ตัวหาร: {what}", "Denominator: {what}")
REASON: Final = Text("เหตุผลที่ค่าเปลี่ยนมาก", "Why it changed so much")
REASON_ABOUT: Final = Text(
    "ตัวเลขเหล่านี้ต่างจากครั้งก่อนมาก ถ้าถูกต้อง บอกผู้อนุมัติสั้น ๆ ว่าเพราะอะไร",
    "These are far from the last figures. Where they are right, tell the approver shortly why.",
)
REASON_OF: Final = Text("เหตุผล: {name}", "Reason: {name}")
REASON_HINT: Final = Text("เช่น เปิดห้องเรียนใหม่ 2 ห้อง หรือครั้งก่อนนับผิด",
                          "Such as: two rooms opened, or the last count was wrong")  # fmt: skip
CHECK: Final = Text("ตรวจตัวเลข", "Check the figures")
SAVE_DRAFT: Final = Text("เก็บร่างไว้ก่อน", "Save draft")
DRAFT_SAVED: Final = Text(
    "เก็บร่างแล้ว {count} ค่า ยังไม่ได้ส่ง กลับมากรอกต่อได้ เห็นเฉพาะหน่วยงานของท่าน",
    "The draft is kept (values: {count}). It is not handed in; only your unit sees it, and can go on with it.",
)
CHECKING: Final = Text("กำลังตรวจ", "Checking")

# The dry run.
FOUND: Final = Text("2 ผลตรวจ", "2 What the check found")
FOUND_NOTE: Final = Text("นี่คือการตรวจเท่านั้น ยังไม่ได้ส่ง", "This is only a check; nothing is handed in yet.")
READ: Final = Text("อ่านได้ {count} ค่า", "Values read: {count}")
GRAVE: Final = Text("ต้องแก้ {count} จุด", "to correct: {count}")
MINOR: Final = Text("ควรดู {count} จุด", "to look at: {count}")
CLEAN: Final = Text("ไม่พบข้อผิดพลาด", "No fault was found")
GRAVE_SAID: Final = Text("ต้องแก้ก่อนส่ง", "Must be corrected")
MINOR_SAID: Final = Text("ส่งได้ แต่ควรดู", "Can be handed in; look at it")
WHERE: Final = Text("ที่ไหน", "Where")
WHAT_TO_DO: Final = Text("วิธีแก้", "What to do")
FAULTS: Final = Text("สิ่งที่ต้องแก้และควรดู", "What to correct and to look at")
ROW: Final = Text("แถว {row}", "row {row}")
CONVERSIONS: Final = Text("ค่าที่ระบบอ่านแทนให้ ({count})", "What was read for you ({count})")
CONVERTED_NOTE: Final = Text("ตรวจว่าระบบเข้าใจตรงกับที่ท่านเขียน", "See that each was understood as you meant it.")
VALUES: Final = Text("ค่าที่จะส่ง ({count})", "What would be handed in ({count})")
READ_VALUE: Final = Text("ค่าที่อ่านได้", "As read")
LAST_VALUE: Final = Text("ครั้งก่อน", "Last figure")
WRITTEN: Final = Text("ที่เขียน", "As written")
READ_AS: Final = Text("อ่านเป็น", "Read as")
HOW_READ: Final = Text("เพราะ", "Because")
COLOURED: Final = Text("ดาวน์โหลดไฟล์ที่ระบายสีจุดผิด", "Download it with the wrong cells coloured")
CANNOT: Final = Text("ยังส่งไม่ได้ แก้ {count} จุดข้างบนแล้วตรวจอีกครั้ง",
                     "It cannot be handed in yet. To correct above: {count}; then check again.")  # fmt: skip
MORE: Final = Text("และอีก {count}", "and {count} more")

# Hand in.
HAND_IN: Final = Text("3 ส่งให้ผู้อนุมัติ", "3 Hand it in")
NOTE: Final = Text("หมายเหตุถึงผู้อนุมัติ (ไม่บังคับ)", "A note to the approver (optional)")
EVIDENCE: Final = Text("หลักฐาน (ไม่บังคับ) PDF รูปภาพ Excel หรือ Word", "Evidence (optional): PDF, picture, Excel or Word")
CHOOSE_EVIDENCE: Final = Text("แนบไฟล์", "Attach files")
SEND: Final = Text("ส่ง {count} ค่าให้ผู้อนุมัติ", "Hand in (values: {count})")
SENT: Final = Text("ส่งแล้ว ผู้อนุมัติจะเห็นทันที เลขที่ {id}", "Handed in. The approver sees it now. Number {id}")
ATTACHED: Final = Text("หลักฐานแนบ", "Attached")

# Approve.
WAITING: Final = Text("รออนุมัติ", "Waiting for approval")
NONE_WAITING: Final = Text("ไม่มีชุดตัวเลขที่รออนุมัติ", "Nothing waits for approval.")
WAITING_SUM: Final = Text("รออนุมัติ {sets} ชุด จาก {units} หน่วยงาน", "Sets waiting: {sets}, from units: {units}")
CHANGED_SUM: Final = Text("ค่าเปลี่ยน {count}", "values changed: {count}")
NEW_SUM: Final = Text("ค่าแรก {count}", "first values: {count}")
SAME_SUM: Final = Text("เท่าเดิม {count}", "unchanged: {count}")
VERDICTS_SUM: Final = Text("ผลเทียบเป้าหมายเปลี่ยน {count}", "verdicts changed: {count}")
ONLY_UNIT: Final = Text("หน่วยงาน", "Unit")
ONLY_DOMAIN: Final = Text("ด้าน", "Domain")
ALL_UNITS: Final = Text("ทุกหน่วยงาน", "All units")
ALL_DOMAINS: Final = Text("ทุกด้าน", "All domains")
CHOOSE_ONE: Final = Text("เลือกชุดนี้: {name}", "Choose this set: {name}")
CHOOSE_ALL: Final = Text("เลือกทุกชุดที่เห็น ({count})", "Choose all that are shown ({count})")
APPROVE_CHOSEN: Final = Text("อนุมัติ {count} ชุดที่เลือก", "Approve the chosen ({count})")
APPROVE: Final = Text("อนุมัติชุดนี้", "Approve this set")
APPROVED: Final = Text("อนุมัติแล้ว {count} ชุด เผยแพร่ได้ด้านล่าง", "Approved: {count}. Publish below.")
GIVE_BACK: Final = Text("ส่งกลับให้แก้", "Return it")
WHICH_CELLS: Final = Text("ตัวเลขที่ต้องแก้", "Figures to correct")
WHICH_HINT: Final = Text("เลือกตัวเลข", "Choose figures")
REMARK_ON: Final = Text("บอกว่าต้องแก้อะไร: {name}", "Say what to correct: {name}")
REMARK_NEEDED: Final = Text("เลือกตัวเลขอย่างน้อยหนึ่ง และบอกว่าต้องแก้อะไร",
                            "Choose at least one figure and say what is to be corrected.")  # fmt: skip
RETURNED: Final = Text("ส่งกลับแล้ว หน่วยงานจะเห็นเหตุผลข้างตัวเลข", "Returned. The unit sees your remarks at the figures.")
DIFFERENCES: Final = Text("ค่าที่ส่งเทียบกับค่าที่ใช้อยู่", "What is handed in beside what is in service")
NOW: Final = Text("ค่าเดิม", "Now")
NEW: Final = Text("ค่าใหม่", "New")
DRAWN: Final = Text("ภาพ", "Drawn")
VERDICT: Final = Text("ผลเทียบเป้าหมาย", "Verdict")
FIRST: Final = Text("ค่าแรก", "first value")
SAME: Final = Text("เท่าเดิม", "the same")
SHARE: Final = Text("{share}%", "{share}%")
KEY_NOW: Final = Text("ค่าเดิม", "now")
KEY_NEW: Final = Text("ค่าใหม่", "new")
KEY_TARGET: Final = Text("เป้าหมาย", "target")
OWN_SCALE: Final = Text("แต่ละแถวเริ่มที่ศูนย์", "each row starts at zero")
SAID: Final = Text("จาก {now} เป็น {new} เป้าหมาย {target}", "from {now} to {new}, target {target}")
SAID_FREE: Final = Text("จาก {now} เป็น {new}", "from {now} to {new}")
REASON_GIVEN: Final = Text("เหตุผลของหน่วยงาน: {reason}", "The unit's reason: {reason}")
NOTE_GIVEN: Final = Text("หมายเหตุของหน่วยงาน: {note}", "The unit's note: {note}")
UNCHANGED: Final = Text("ค่าที่เท่าเดิม ({count})", "The same as before ({count})")

# Close and reopen.
REMIND: Final = Text("ข้อความเตือนหน่วยงาน", "Reminders to units")
REMIND_ABOUT: Final = Text(
    "ระบบร่างข้อความให้ แต่ไม่ส่งเอง กดไอคอนมุมขวาเพื่อคัดลอกไปส่งทางหนังสือ อีเมล หรือ LINE",
    "The text is drafted and nothing is sent: copy it with the icon in its corner, and send it your own way.",
)
REMIND_NONE: Final = Text("หน่วยงานนี้ไม่มีสิ่งที่ค้าง", "This unit owes nothing.")
PERIODS: Final = Text("ปิดและเปิดงวด", "Close and reopen periods")
PERIODS_ABOUT: Final = Text(
    "งวดที่ปิดแล้วส่งหรือแก้ไม่ได้ การปิดและเปิดต้องมีเหตุผล ซึ่งบันทึกไว้",
    "Nothing can be handed in for a closed period. Closing and reopening need a reason, which is kept.",
)
WHICH_PERIOD: Final = Text("งวด", "Period")
WHY: Final = Text("เหตุผล", "Reason")
CLOSE: Final = Text("ปิดงวด", "Close it")
REOPEN: Final = Text("เปิดงวดอีกครั้ง", "Reopen it")
CLOSED_NOW: Final = Text("ปิดงวดแล้ว", "The period is closed.")
REOPENED: Final = Text("เปิดงวดแล้ว", "The period is open again.")

# Publish.
PUBLISH: Final = Text("เผยแพร่", "Publish")
IN_SERVICE: Final = Text("ชุดข้อมูลที่ใช้อยู่ {id} ความรู้ถึงวันที่ {day}", "In service: snapshot {id}, as known on {day}")
TO_PUBLISH: Final = Text("อนุมัติแล้ว รอเผยแพร่ {count} รายการ", "Approved, waiting to be published: {count}")
NONE_TO_PUBLISH: Final = Text("ไม่มีรายการที่อนุมัติแล้วรอเผยแพร่", "Nothing approved waits to be published.")
PUBLISH_NOW: Final = Text("เผยแพร่สิ่งที่อนุมัติแล้ว", "Publish what was approved")
PUBLISHING: Final = Text("กำลังสร้างและตรวจชุดข้อมูลใหม่", "Building and checking a new snapshot")
PUBLISHED: Final = Text(
    "เผยแพร่แล้ว ชุดข้อมูลที่ใช้อยู่คือ {id} หน้าที่เปิดค้างอยู่จะบอกผู้อ่านว่ามีตัวเลขใหม่กว่า",
    "Published. Snapshot {id} is in service. Pages that are open tell their readers that there are newer figures.",
)
NOT_PUBLISHED: Final = Text(
    "เผยแพร่ไม่สำเร็จ ทุกหน้ายังใช้ชุดข้อมูลเดิม {id} ตัวเลขที่อนุมัติไว้ไม่หาย",
    "It was not published. Every page still shows snapshot {id}; what was approved is not lost.",
)
NEWER: Final = Text("มีตัวเลขใหม่กว่าที่เห็นอยู่", "There are newer figures than these")
SHOW_NEWER: Final = Text("แสดงตัวเลขใหม่", "Show them")
THE_WHOLE: Final = Text("ทั้งชุด", "the whole set")
TOLD: Final = Text("ครั้งก่อนและเป้าหมาย", "Last figure and target")
