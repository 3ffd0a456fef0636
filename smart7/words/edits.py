"""What is said of changes to the catalogue: refusals, states, and the command that exports it."""

from typing import Final

from smart7.i18n import Text

STATES: Final = {
    "proposed": Text("รออนุมัติ", "Waits for approval"),
    "withdrawn": Text("ผู้เสนอถอนแล้ว", "Withdrawn"),
    "returned": Text("ส่งกลับให้แก้", "Returned"),
    "approved": Text("อนุมัติแล้ว รอเผยแพร่", "Approved, to be published"),
    "published": Text("เผยแพร่แล้ว", "Published"),
}
UNREADABLE: Final = Text(
    "อ่าน {file} ไม่ได้: {fault} ให้ผู้ดูแลเครื่องตรวจไฟล์",
    "{file} cannot be read: {fault}. Ask whoever looks after the machine to see to it.",
)
NO_FILE: Final = Text("แก้ไข {file} ในหน้านี้ไม่ได้", "{file} is not edited here.")
NO_COLUMN: Final = Text("ไม่มีช่อง {column} ในไฟล์ {file}", "There is no column {column} in {file}.")
NO_ROW: Final = Text("ไม่พบแถว {key} แล้ว โปรดเลือกใหม่", "There is no row {key} any more. Choose again.")
KEY_STAYS: Final = Text(
    "รหัสและวันเริ่มใช้แก้ไม่ได้ เพราะลิงก์และตัวเลขอ้างถึง ถ้าผิด ให้เพิ่มแถวใหม่",
    "Ids and first days never change, as links and figures point to them. Where one is wrong, add a row.",
)
THERE_ALREADY: Final = Text(
    "มีแถวรหัส {key} อยู่แล้ว ถ้าต้องการแก้ ให้เลือกแถวนั้น",
    "There is a row {key} already. To change it, choose that row.",
)
NOTHING_CHANGED: Final = Text("ยังไม่ได้แก้ช่องใด", "No cell was changed yet.")
LONG_CELL: Final = Text("ช่อง {column} ยาวเกิน {most} ตัวอักษร", "{column} is longer than {most} characters.")
FAULTS: Final = Text(
    "ยังเสนอหรืออนุมัติไม่ได้ พบ {count} จุดที่ต้องแก้: [{place}] {first}",
    "This cannot be proposed or approved yet. To correct: {count}; first: [{place}] {first}",
)
TRIAL_FAILED: Final = Text(
    "ตรวจไม่สำเร็จ โปรดลองใหม่ หากยังไม่ได้ แจ้งผู้ดูแลเครื่อง",
    "The check did not come to its end. Try again; if it fails again, tell whoever looks after the machine.",
)
TOO_LONG: Final = Text("ข้อความยาวเกิน {most} ตัวอักษร โปรดเขียนให้สั้นลง", "The text is longer than {most} characters.")
NOT_THERE: Final = Text("ไม่พบข้อเสนอนี้ โปรดเปิดหน้าใหม่", "This proposal is not there. Open the page again.")
WRONG_STATE: Final = Text(
    "ทำไม่ได้ เพราะข้อเสนอนี้อยู่ในสถานะ “{state}” แล้ว โปรดเปิดหน้าใหม่",
    "This cannot be done: the proposal stands as “{state}” by now. Open the page again.",
)
BEING_PUBLISHED: Final = Text("กำลังเผยแพร่อยู่ รอให้เสร็จก่อน", "It is being published right now. Wait until that is done.")
OWN: Final = Text(
    "ท่านเป็นผู้เสนอเอง จึงอนุมัติเองไม่ได้ ให้บรรณาธิการหรือผู้ดูแลระบบคนอื่นตรวจ",
    "You proposed this yourself, so another editor or an administrator has to approve it.",
)
NOT_YOURS: Final = Text("ถอนได้เฉพาะข้อเสนอของตนเอง", "Only whoever proposed it can withdraw it.")
CHANGED_SINCE: Final = Text(
    "ช่อง {column} เปลี่ยนไปแล้วหลังจากเสนอ ให้ส่งกลับ แล้วเสนอใหม่จากค่าปัจจุบัน",
    "{column} was changed after this was proposed. Return it, so that it is proposed anew from what stands there now.",
)
MEANWHILE: Final = Text(
    "มีการอนุมัติเรื่องอื่นระหว่างที่ตรวจ โปรดกดอนุมัติอีกครั้ง",
    "Something else was approved during the check. Press approve once more.",
)
BUILT_UPON: Final = Text(
    "ส่งกลับไม่ได้ เพราะมีข้อเสนอของแถวเดียวกันที่อนุมัติทีหลัง ให้ส่งข้อเสนอนั้นกลับก่อน",
    "This cannot be returned: a change of the same row was approved after it. Return that one first.",
)
NEEDS_REMARK: Final = Text("บอกผู้เสนอว่าต้องแก้อะไร", "Say what is to be corrected.")

HELP: Final = Text(
    "ส่งออกบัญชีข้อมูลที่เผยแพร่แล้ว และดูรายการแก้ไข", "Export the catalogue as it is published, and list its changes"
)
HELP_EXPORT: Final = Text(
    "เขียนไฟล์ CSV ที่รวมการแก้ไขที่เผยแพร่แล้ว", "write the CSV files with what was published laid over them"
)
HELP_LIST: Final = Text("แสดงรายการแก้ไขทั้งหมด", "list every change and how it stands")
HELP_OUT: Final = Text("โฟลเดอร์ที่จะเขียน", "the folder to write to")
WRITTEN: Final = Text("เขียน {file} แล้ว", "{file} was written")
FILE_LEADS: Final = Text(
    "{file}: ช่อง {column} ในไฟล์ต่างจากที่อนุมัติ ({change}) จึงใช้ค่าในไฟล์",
    "{file}: column {column} says otherwise than what was approved ({change}); the file leads",
)
