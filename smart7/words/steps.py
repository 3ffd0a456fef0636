"""What is said of figures on their way from a unit to the dashboard: refusals, reminders, and how publishing goes."""

from typing import Final

from smart7.i18n import Text

STATES: Final = {
    "asked": Text("รอส่ง", "asked"),
    "draft": Text("ฉบับร่าง", "draft"),
    "handed_in": Text("ส่งแล้ว รออนุมัติ", "handed in, waits for approval"),
    "returned": Text("ส่งกลับให้แก้ไข", "returned to be corrected"),
    "approved": Text("อนุมัติแล้ว รอเผยแพร่", "approved, waits to be published"),
    "published": Text("เผยแพร่แล้ว", "published"),
    "superseded": Text("มีฉบับใหม่แทนแล้ว", "replaced by a newer one"),
}

GRAVE: Final = Text(
    "ยังส่งไม่ได้ มี {count} จุดที่ต้องแก้ก่อน แก้ตามรายการแล้วส่งใหม่",
    "These figures cannot be handed in yet: {count} places have to be corrected first. Correct them as listed.",
)
NOTHING_IN_IT: Final = Text(
    "ไม่มีตัวเลขในชุดที่ส่ง กรอกอย่างน้อยหนึ่งตัวเลขแล้วส่งใหม่",
    "There is no figure in what was handed in. Fill in at least one.",
)
NO_PERIOD: Final = Text(
    "ไม่มีงวดที่เริ่มวันที่ {start} โปรดเลือกงวดใหม่",
    "No such period begins on {start}. Choose the period again.",
)
NOT_OWED: Final = Text(
    "ตัวชี้วัด {indicator} ไม่ใช่ของหน่วยงานนี้หรืองวดนี้ โปรดใช้แบบฟอร์มล่าสุดของหน่วยงาน",
    "Indicator {indicator} is not owed by this unit for this period. Use the newest template of the unit.",
)
UNFIT: Final = Text(
    "ตัวเลขของ {indicator} ใช้ไม่ได้: ไม่อยู่ในช่วง {low} ถึง {high} หรือขาดตัวตั้งหรือตัวหาร โปรดตรวจแล้วส่งใหม่",
    "The figure of {indicator} cannot be used: it is not within {low} to {high}, or a part of it is missing."
    " Check it and hand it in again.",
)
CLOSED: Final = Text(
    "งวดนี้ปิดแล้ว ({reason}) ผู้อนุมัติหรือผู้ดูแลระบบเปิดงวดใหม่ได้",
    "This period is closed ({reason}). An approver or an administrator can reopen it.",
)
TOO_LONG: Final = Text(
    "ข้อความยาวเกิน {most} ตัวอักษร โปรดเขียนให้สั้นลง",
    "The text is longer than {most} characters. Make it shorter.",
)
EVIDENCE: Final = {
    "kind": Text(
        "ไม่รับไฟล์ {name} รับเฉพาะ PDF, PNG, JPG, XLSX, DOCX และ CSV",
        "{name} is not taken: only PDF, PNG, JPG, XLSX, DOCX and CSV are.",
    ),
    "content": Text(
        "เนื้อหาของ {name} ไม่ตรงกับชนิดไฟล์ หรือมีมาโคร โปรดบันทึกใหม่แล้วแนบอีกครั้ง",
        "{name} is not what its name says, or holds macros. Save it again and attach it once more.",
    ),
    "size": Text("ไฟล์ {name} ใหญ่เกิน {megabytes} MB โปรดย่อหรือแบ่งไฟล์", "{name} is over {megabytes} MB. Make it smaller."),
    "empty": Text("ไฟล์ {name} ว่างเปล่า โปรดแนบไฟล์ใหม่", "{name} is empty. Attach it again."),
    "many": Text(
        "แนบได้ไม่เกิน {most} ไฟล์ต่อครั้ง โปรดลดจำนวนไฟล์",
        "No more than {most} files can be attached at once. Attach fewer.",
    ),
}
FULL: Final = Text(
    "ที่เก็บไฟล์แนบเต็ม โปรดแจ้งผู้ดูแลระบบ",
    "No more files can be attached: as many are kept as may be. Tell the administrator.",
)
NOT_THERE: Final = Text("ไม่พบชุดที่ส่งนี้ โปรดเปิดรายการใหม่", "What was handed in is not there. Open the list again.")
OWN: Final = Text(
    "ท่านเป็นผู้ส่งตัวเลขชุดนี้เอง จึงอนุมัติเองไม่ได้ ให้ผู้อนุมัติคนอื่นตรวจ",
    "You handed in these figures yourself, so somebody else has to approve them.",
)
WRONG_STATE: Final = Text(
    "ทำไม่ได้ เพราะชุดนี้อยู่ในสถานะ “{state}” แล้ว โปรดเปิดรายการใหม่",
    "This cannot be done: it stands as “{state}” by now. Open the list again.",
)
BEING_PUBLISHED: Final = Text(
    "กำลังเผยแพร่ชุดนี้อยู่ รอให้เสร็จก่อน", "It is being published right now. Wait until that is done."
)
NEEDS_REMARK: Final = Text("บอกหน่วยงานว่าต้องแก้อะไร อย่างน้อยหนึ่งข้อ", "Say what is to be corrected: at least one remark.")
NOT_IN_IT: Final = Text("ไม่มีตัวชี้วัด {indicator} ในชุดที่ส่งนี้", "There is no indicator {indicator} in what was handed in.")
NEEDS_REASON: Final = Text("โปรดบอกเหตุผล", "Give a reason.")
ALREADY: Final = {
    True: Text("งวดนี้ปิดอยู่แล้ว", "This period is closed already."),
    False: Text("งวดนี้เปิดอยู่แล้ว", "This period is open already."),
}

REMIND_HEAD: Final = Text(
    "เรียน {unit}\n\nขอความร่วมมือส่งสิ่งที่ค้างต่อไปนี้ทางหน้า “ส่งและอนุมัติตัวเลข”",
    "To {unit}\n\nPlease hand in what is outstanding on the page “Hand in and approve”.",
)
REMIND_PERIOD: Final = Text("{period} (ครบกำหนด {due}{late}): {state}", "{period} (due {due}{late}): {state}")
REMIND_LATE: Final = Text(" เลยกำหนดแล้ว", ", overdue")
REMIND_QUESTIONS: Final = Text("คำถามที่รอคำตอบ", "Questions that wait for an answer")
REMIND_QUESTION: Final = Text(
    "- {name} (ขอคำตอบภายใน {due}{late}): {said}", "- {name} (asked for by {due}{late}): {said}"
)
REMIND_FOOT: Final = Text("ขอบคุณ", "Thank you.")

PUBLISHING: Final = Text("เผยแพร่สิ่งที่อนุมัติแล้ว {count} รายการ", "publishing what was approved: {count}")
GOING_ON: Final = Text(
    "ทำต่อจากการเผยแพร่ที่ค้างอยู่ {count} รายการ", "going on with what was being published and cut off: {count}"
)
NOTHING: Final = Text("ไม่มีรายการที่รอเผยแพร่", "nothing waits to be published")
PUBLISHED: Final = Text("เผยแพร่แล้ว {count} รายการ ในชุดข้อมูล {id}", "published in snapshot {id}: {count}")
NOT_PUBLISHED: Final = Text(
    "เผยแพร่ไม่สำเร็จ ทุกอย่างยังเหมือนเดิม ตัวเลขที่อนุมัติแล้วยังรอเผยแพร่อยู่",
    "Publishing failed and everything is as it was; what was approved still waits to be published.",
)
BUSY: Final = Text("มีการเผยแพร่อยู่แล้ว รอสักครู่แล้วลองใหม่", "Publishing is under way already. Wait a moment and try again.")
BUSY_KNOWN: Final = Text(
    "กำลังสร้างข้อมูลของอีกวันหนึ่งอยู่ รอสักครู่แล้วลองใหม่",
    "The data of another day is being built. Wait a moment and try again.",
)
COMMAND: Final = Text("เผยแพร่ตัวเลขที่อนุมัติแล้ว", "Publish the figures that were approved")
CONSOLE: Final = Text("ผู้ดูแลเครื่อง", "the machine's operator")
