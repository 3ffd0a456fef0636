"""Words of accounts: roles and rights, what is said at the sign-in, and what the command line of accounts says."""

from typing import Final

from smart7.i18n import Text

ROLES: Final = {
    "reader": Text("ผู้อ่าน", "reader"),
    "officer": Text("เจ้าหน้าที่หน่วยงาน", "unit officer"),
    "approver": Text("ผู้อนุมัติ", "approver"),
    "editor": Text("บรรณาธิการข้อมูล", "editor"),
    "admin": Text("ผู้ดูแลระบบ", "administrator"),
}
NO_ROLE: Final = Text("ไม่มีบทบาท", "none")
# Each fills "to ...": in Thai a verb without a subject.
ACTS: Final = {
    "view.save": Text("บันทึกมุมมอง", "save views"),
    "agenda.save": Text("บันทึกวาระการประชุม", "save agendas"),
    "picture.add": Text("เพิ่มภาพ", "add pictures"),
    "snapshot.freeze": Text("ตรึงชุดข้อมูล", "freeze snapshots"),
    "feed.import": Text("นำเข้าข้อมูลรถโดยสาร", "import feeds of public transport"),
    "figure.hand_in": Text("ส่งตัวเลข", "hand in figures"),
    "figure.approve": Text("อนุมัติตัวเลข", "approve figures"),
    "period.close": Text("ปิดและเปิดงวด", "close and reopen periods"),
    "publish": Text("เผยแพร่ข้อมูลชุดใหม่", "publish new figures"),
    "catalogue.edit": Text("แก้ไขบัญชีตัวชี้วัด", "edit the catalogue"),
    "note.write": Text("เขียนหมายเหตุ", "write notes"),
    "question.answer": Text("ตอบคำถาม", "answer questions"),
    "account.edit": Text("จัดการบัญชีผู้ใช้", "manage accounts"),
    "audit.read": Text("อ่านบันทึกการใช้งาน", "read the audit"),
    "held.free": Text("ลบสิ่งที่เก็บไว้เพื่อคืนพื้นที่", "free what is held"),
}
LIST: Final = Text(" ", ", ")

SIGN_IN: Final = Text(
    "ต้องเข้าสู่ระบบก่อน จึงจะ{act}ได้ หากยังไม่มีบัญชี ผู้ดูแลระบบเปิดให้ได้",
    "Sign in first: to {act} takes an account. An administrator can open one for you.",
)
NOT_IN_ROLE: Final = Text(
    "บทบาทของท่านคือ{role} ซึ่งไม่มีสิทธิ์{act} ผู้มีสิทธิ์นี้คือ {roles} และผู้ดูแลระบบเป็นผู้ให้สิทธิ์",
    "Your role is {role}, which has no right to {act}. This right is held by: {roles}. An administrator gives it.",
)
NO_UNIT: Final = Text(
    "บัญชีของท่านยังไม่มีหน่วยงาน จึง{act}ไม่ได้ ผู้ดูแลระบบกำหนดหน่วยงานให้ได้",
    "Your account belongs to no unit yet, so you have no right to {act}. An administrator can name its unit.",
)
NAME_UNIT: Final = Text(
    "ต้องระบุหน่วยงานก่อน ท่านมีสิทธิ์{act}เฉพาะของ {own}",
    "Name the unit: you have the right to {act} for {own} only.",
)
OTHER_UNIT: Final = Text(
    "ท่านมีสิทธิ์{act}เฉพาะของ {own} ไม่ใช่ของ {unit} ผู้ดูแลระบบเปลี่ยนหน่วยงานของบัญชีให้ได้",
    "You have the right to {act} for {own} only, not for {unit}. An administrator can change the unit of an account.",
)
