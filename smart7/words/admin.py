"""Words of the administrator's page: accounts, what is held, and the audit."""

from typing import Final

from smart7.i18n import Text

PARTS: Final = {
    "accounts": Text("บัญชีผู้ใช้", "Accounts"),
    "held": Text("สิ่งที่เก็บไว้", "What is held"),
    "audit": Text("บันทึกการใช้งาน", "Audit"),
}
PART: Final = Text("ส่วนของหน้านี้", "Part of this page")

# Accounts.
LOGIN: Final = Text("ชื่อบัญชี", "Account name")
NAME: Final = Text("ชื่อที่แสดง", "Name as shown")
ROLE: Final = Text("บทบาท", "Role")
UNIT: Final = Text("หน่วยงาน", "Unit")
NO_UNIT: Final = Text("ไม่ระบุ", "none")
STATE: Final = Text("สถานะ", "State")
ACTIVE: Final = Text("ใช้งาน", "active")
DISABLED: Final = Text("ปิดใช้งาน", "disabled")
NEW: Final = Text("เพิ่มบัญชี", "New account")
NEW_NOTE: Final = Text(
    "ตั้งรหัสผ่านชั่วคราวอย่างน้อย 12 ตัวอักษรแล้วแจ้งเจ้าของบัญชีโดยตรง ระบบไม่ส่งรหัสผ่านให้",
    "Set a first password of at least 12 letters and tell it to its owner in person; the site sends none.",
)
PASSWORD: Final = Text("รหัสผ่าน", "Password")
MAKE: Final = Text("เปิดบัญชี", "Open the account")
MADE: Final = Text("เปิดบัญชี {name} แล้ว", "The account of {name} is open")
CHOOSE: Final = Text("เลือกบัญชี", "Choose an account")
CHANGE: Final = Text("เปลี่ยนบัญชี", "Change an account")
SAVE: Final = Text("บันทึก", "Save")
CHANGED: Final = Text(
    "บันทึกการเปลี่ยนแปลงของ {name} แล้ว บัญชีนี้ต้องเข้าสู่ระบบใหม่",
    "The account of {name} is changed; it has to sign in again",
)
DISABLE: Final = Text("ปิดใช้งานบัญชี", "Disable the account")
ENABLE: Final = Text("เปิดใช้งานบัญชีอีกครั้ง", "Enable the account again")
NEW_PASSWORD: Final = Text("ตั้งรหัสผ่านใหม่", "Set a new password")
EVERYWHERE: Final = Text("ออกจากระบบทุกเครื่อง", "Sign out everywhere")
ENDED: Final = Text("{name} ออกจากระบบทุกเครื่องแล้ว", "{name} is signed out everywhere")
NOT_SELF: Final = Text(
    "เปลี่ยนบทบาทหรือปิดบัญชีของตนเองที่นี่ไม่ได้ ให้ผู้ดูแลระบบคนอื่นทำแทน",
    "You cannot change the role of your own account or disable it here. Ask another administrator.",
)

# What is held.
USED: Final = Text("ใช้ไป {used} จาก {most}", "{used} of {most} used")
KINDS: Final = {
    "snapshots": Text("ชุดข้อมูลที่ตรึงไว้", "Frozen snapshots"),
    "pictures": Text("ภาพในวาระประชุม", "Pictures of agendas"),
    "agendas": Text("วาระประชุม", "Agendas"),
    "views": Text("มุมมองที่บันทึกไว้", "Saved views"),
    "notes": Text("หมายเหตุ คำถาม และคำตอบ", "Notes, questions and answers"),
}
NOTHING: Final = Text("ไม่มี", "None")
WHAT: Final = Text("รายการ", "What")
WHOSE: Final = Text("ของใคร", "Whose")
NOBODY: Final = Text("ก่อนมีบัญชี", "before there were accounts")
SINCE: Final = Text("เมื่อ", "Since")
SIZE: Final = Text("ขนาด", "Size")
HELD_BY: Final = Text("อยู่ใน", "Stands in")
BYTES: Final = Text("{size} kB", "{size} kB")
MEGABYTES: Final = Text("{size} MB", "{size} MB")
FREE: Final = {
    "snapshots": Text("เลิกตรึงชุดที่เลือก", "Unfreeze those chosen"),
    "pictures": Text("ลบภาพที่เลือกถาวร", "Delete those chosen for good"),
    "agendas": Text("นำวาระที่เลือกออก", "Take those chosen off the list"),
    "views": Text("นำมุมมองที่เลือกออก", "Take those chosen off the list"),
    "notes": Text("นำข้อความที่เลือกออก", "Take off those chosen"),
}
FREE_NOTE: Final = {
    "snapshots": Text(
        "มุมมองและวาระที่ตรึงไว้จะแสดงตัวเลขล่าสุดแทน และการสร้างชุดข้อมูลครั้งต่อไปจะลบชุดเก่าได้",
        "Views and agendas frozen on it show the newest figures instead; the next build may delete the snapshot.",
    ),
    "pictures": Text(
        "ภาพที่ลบแล้วเรียกคืนไม่ได้ วาระที่ใช้ภาพนั้นจะไม่มีภาพ", "A deleted picture is gone; agendas it stands in lack it."
    ),
    "agendas": Text("ประวัติของวาระยังอยู่ในระบบ", "The versions of an agenda stay in the record."),
    "views": Text("ประวัติของมุมมองยังอยู่ในระบบ", "The versions of a view stay in the record."),
    "notes": Text(
        "คำถามที่นำออกจะนำคำตอบออกด้วย ข้อความไม่แสดงที่ใดอีก ประวัติยังอยู่ในบันทึก",
        "A question goes with its answer. It is shown nowhere any more; the audit keeps it.",
    ),
}
CHOOSE_HELD: Final = Text("เลือกรายการ", "Choose")
FREED: Final = Text("คืนพื้นที่แล้ว {count} รายการ", "{count} freed")

# The audit.
AUDIT_ABOUT: Final = Text(
    "ทุกการกระทำเรียงจากล่าสุด แต่ละรายการผูกกับรายการก่อนหน้าด้วยรหัส ถ้ามีการตัดหรือแก้ การตรวจจะพบ",
    "Every act, the latest first. Each is chained to the one before, so that a check finds what was cut or edited.",
)
WHO: Final = Text("ใคร", "Who")
ACT: Final = Text("การกระทำ", "Act")
FIRST: Final = Text("ตั้งแต่วันที่", "First day")
LAST: Final = Text("ถึงวันที่", "Last day")
DAY_HINT: Final = Text("28/11/2569", "2026-11-28")
SAYS: Final = Text("มีข้อความ", "Contains")
SAYS_HINT: Final = Text("ชื่อ รหัส หรือเลขเครื่อง", "a name, an id, an address")
NEWER: Final = Text("ใหม่กว่า", "Newer")
OLDER: Final = Text("เก่ากว่า", "Older")
# What a link calls what narrows the audit.
PARAMS: Final = {
    "who": Text("ผู้กระทำ", "person"),
    "act": Text("การกระทำ", "act"),
}
ANY: Final = Text("ทั้งหมด", "all")
AT: Final = Text("ลำดับและเวลา", "Entry and time")
FROM: Final = Text("จากเครื่อง", "From")
ABOUT: Final = Text("เรื่อง", "About")
# Acts that take no right of the table, or are noted under a name of their own.
ACTS: Final = {
    "sign_in": Text("เข้าสู่ระบบ", "signed in"),
    "sign_in.refused": Text("เข้าสู่ระบบไม่สำเร็จ", "sign-in refused"),
    "sign_out": Text("ออกจากระบบ", "signed out"),
    "sign_out.everywhere": Text("ออกจากระบบทุกเครื่อง", "signed out everywhere"),
    "vehicles.address": Text("ตั้งที่อยู่ตำแหน่งรถสด", "set a live address of positions"),
    "account.create": Text("เปิดบัญชี", "opened an account"),
    "account.change": Text("เปลี่ยนบัญชี", "changed an account"),
    "password.change": Text("เปลี่ยนรหัสผ่าน", "changed the password"),
    "view.delete": Text("ลบมุมมอง", "deleted a view"),
    "agenda.delete": Text("ลบวาระประชุม", "deleted an agenda"),
    "note.withdraw": Text("ถอนหมายเหตุ คำถาม หรือคำตอบ", "withdrew a note, a question or an answer"),
}
COMMAND_LINE: Final = Text("บรรทัดคำสั่ง", "command line")
# What entries say of before and after, besides the states of what units hand in.
NOTED: Final = {
    "wrong password": Text("รหัสผ่านไม่ถูก", "wrong password"),
    "unknown login": Text("ไม่มีชื่อบัญชีนี้", "unknown login"),
    "disabled": Text("บัญชีถูกระงับ", "account disabled"),
    "open": Text("เปิดงวด", "open"),
    "publishing": Text("กำลังเผยแพร่", "being published"),
}
SHOWN: Final = Text("แสดง {shown} จาก {count} รายการที่ตรงเงื่อนไข", "{shown} of the {count} that match are shown")
BAD_DAY: Final = Text("อ่านวันที่ “{day}” ไม่ได้ เขียนเป็น 28/11/2569 หรือ 2026-11-28", "“{day}” is no day; write 2026-11-28")
EXPORT: Final = Text("ดาวน์โหลด CSV", "Download as CSV")
VERIFY: Final = Text("ตรวจความครบถ้วน", "Verify the chain")
WHOLE: Final = Text(
    "ทุกรายการต่อกับรายการก่อนหน้า ไม่พบรายการที่ถูกแก้ สลับ หรือตัดออก",
    "Every entry follows from the one before: none was found edited, moved or taken out",
)
BROKEN: Final = Text("บันทึกไม่ครบถ้วน: {why}", "The audit is not whole: {why}")
