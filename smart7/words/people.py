"""Words of accounts: roles and rights, what is said at the sign-in, and what the command line of accounts says."""

from typing import Final

from smart7.i18n import Text

ROLES: Final = {
    "reader": Text("ผู้อ่าน", "reader"),
    "councillor": Text("สมาชิกสภา", "councillor"),
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
    "catalogue.approve": Text("อนุมัติการแก้ไขบัญชีตัวชี้วัด", "approve changes of the catalogue"),
    "note.write": Text("เขียนหมายเหตุและถามคำถาม", "write notes and ask questions"),
    "question.answer": Text("ตอบคำถาม", "answer questions"),
    "account.edit": Text("จัดการบัญชีผู้ใช้", "manage accounts"),
    "audit.read": Text("อ่านบันทึกการใช้งาน", "read the audit"),
    "held.free": Text("ลบสิ่งที่เก็บไว้เพื่อคืนพื้นที่", "free what is held"),
}
LIST: Final = {"th": " ", "en": ", "}

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

# What is said at the sign-in, and of accounts.
IDENTITY_TAKEN: Final = Text(
    "ข้อมูลยืนยันตัวตนนี้เป็นของบัญชี {login} แล้ว ให้เอาออกจากบัญชีนั้นก่อน",
    "This identity belongs to the account {login} already; take it from there first.",
)
NO_IDENTITY: Final = Text(
    "ยังไม่มีบัญชีในเว็บไซต์นี้สำหรับท่าน หรือบัญชีปิดใช้งาน โปรดแจ้งผู้ดูแลระบบให้ผูกบัญชีก่อน",
    "There is no account for you at this site yet, or it is disabled. Ask an administrator to tie one to you.",
)
WRONG: Final = Text(
    "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง หากลืม โปรดติดต่อผู้ดูแลระบบ",
    "The login or the password is not right. If you forgot it, ask an administrator.",
)
WAIT: Final = Text(
    "เข้าสู่ระบบไม่สำเร็จหลายครั้ง โปรดรอ {minutes} นาทีแล้วลองใหม่ หรือติดต่อผู้ดูแลระบบ",
    "Too many attempts failed. Wait {minutes} min and try again, or ask an administrator.",
)
BUSY: Final = Text("มีผู้เข้าสู่ระบบพร้อมกันจำนวนมาก โปรดลองใหม่ในอีกสักครู่", "Many are signing in at once. Try again in a moment.")
PASSWORD_SHORT: Final = Text(
    "รหัสผ่านต้องยาวอย่างน้อย {least} ตัวอักษร ใช้หลายคำที่ไม่เกี่ยวกันต่อกันก็ได้",
    "A password takes at least {least} characters; several words that have nothing to do with each other will do.",
)
PASSWORD_LONG: Final = Text("รหัสผ่านยาวได้ไม่เกิน {most} ตัวอักษร", "A password takes at most {most} characters.")
PASSWORD_LOGIN: Final = Text("รหัสผ่านต้องไม่มีชื่อผู้ใช้อยู่ในนั้น", "A password may not contain the login.")
PASSWORD_COMMON: Final = Text(
    "รหัสผ่านนี้เดาง่าย เพราะเป็นคำทั่วไป แถวบนแป้นพิมพ์ ตัวเลขล้วน หรือซ้ำกัน โปรดตั้งใหม่",
    "This password is easily guessed: common words, rows of the keyboard, figures only, or repetition. Choose another.",
)
LOGIN_BAD: Final = Text(
    "ชื่อผู้ใช้ต้องเป็นตัวอักษรอังกฤษ ตัวเลข จุด ขีด หรือขีดล่าง 3 ถึง 32 ตัว และขึ้นต้นด้วยตัวอักษร",
    "A login has 3 to 32 English letters, figures, dots, hyphens or underscores, and begins with a letter.",
)
LOGIN_TAKEN: Final = Text("มีชื่อผู้ใช้ {login} แล้ว โปรดใช้ชื่ออื่น", "The login {login} is taken; choose another.")
NAME_BAD: Final = Text(
    "ต้องมีชื่อที่แสดง ยาวไม่เกิน {most} ตัวอักษร", "A name to be shown is needed, of at most {most} characters."
)
ROLE_BAD: Final = Text("ไม่มีบทบาท {role} เลือกได้จาก {roles}", "There is no role {role}; there are {roles}.")
UNIT_BAD: Final = Text(
    "ไม่พบหน่วยงาน {unit} ในชุดข้อมูล โปรดใช้รหัสหน่วยงานจากบัญชีหน่วยงาน",
    "There is no unit {unit} in the snapshot; use the id of a unit of the municipality.",
)
UNIT_NEEDED: Final = Text("เจ้าหน้าที่หน่วยงานต้องมีหน่วยงาน โปรดระบุ", "A unit officer needs a unit; name it.")
NO_ACCOUNT: Final = Text("ไม่พบบัญชี {account}", "There is no account {account}.")
LAST_ADMIN: Final = Text(
    "นี่คือผู้ดูแลระบบคนสุดท้าย โปรดตั้งผู้ดูแลระบบอีกคนก่อน",
    "This is the last administrator; make another one first.",
)

# What breaks the chain of the audit.
CHAIN_BROKEN: Final = Text(
    "รายการที่ {entry} ไม่ต่อกับรายการก่อนหน้า: มีการแก้ไข สลับ แทรก หรือตัดรายการ",
    "entry {entry} does not follow from the one before it: something was edited, moved, put in or taken out",
)
CHAIN_GAP: Final = Text(
    "ควรเป็นรายการที่ {entry} แต่พบรายการที่ {found}: มีรายการถูกตัดออกหรือย้าย",
    "entry {entry} should stand where entry {found} does: entries were taken out or moved",
)
CHAIN_CUT: Final = Text(
    "รายการสุดท้ายคือ {entry} แต่เคยมีถึง {used}: รายการท้ายถูกตัดออก",
    "the last entry is {entry}, but there were {used}: the newest entries were cut off",
)
CHAIN_OTHER: Final = Text(
    "รายการที่ {entry} ไม่ตรงกับที่จดไว้: บันทึกถูกเขียนใหม่",
    "entry {entry} is not the one that was noted: the record was written anew",
)
CHAIN_SHORT: Final = Text(
    "บันทึกมีถึงรายการที่ {entry} แต่จดไว้ว่าเคยมีถึง {noted}: บันทึกถูกตัดหรือแทนด้วยฉบับเก่า",
    "the record ends at entry {entry}, but {noted} was noted: it was cut, or replaced by an older copy",
)
NOT_A_HEAD: Final = Text(
    "{noted} ไม่ใช่สิ่งที่ audit verify พิมพ์ไว้ (เลขรายการ:รหัส)",
    "{noted} is not what audit verify prints (number:chain)",
)

# What comes to mind first when a password is asked for; years count too.
FIRST_WORDS: Final = """
password passwort passcode passphrase pass word welcome admin administrator root login signin secret
letmein changeme default guest user username test testing demo sample system server master manager
officer office computer internet hello goodbye thailand thai siam isan isaan khon kaen khonkaen
bangkok municipality municipal tessaban city smart smartcity seven dashboard nakhon mueang somchai
somsak somying love iloveyou loveyou forever friend family baby angel princess sunshine monkey
dragon football baseball liverpool manchester united chelsea arsenal superman batman starwars
pokemon shadow flower summer winter spring autumn january february march april june july august
september october november december monday tuesday wednesday thursday friday saturday sunday
one two three four five six eight nine zero the and this that your very long good new old you
google facebook line whatever nothing trustno qwerty asdf isylzjko
รหัสผ่าน รหัส ผ่าน ขอนแก่น เทศบาลนคร เทศบาล นคร เมือง สวัสดี ประเทศไทย ประเทศ ไทย อีสาน รัก เธอ ฉัน
คุณ ของ ครับ ค่ะ ผู้ดูแลระบบ ผู้ดูแล ระบบ ผู้ใช้ ทดสอบ สมชาย สมหญิง อัจฉริยะ ยินดีต้อนรับ สำนักงาน
เจ้าหน้าที่ โรงเรียน ยฟหหไนพก กรุงเทพ มกราคม กุมภาพันธ์ ธันวาคม สวย มาก ที่สุด
"""
COMMON: Final = (
    *FIRST_WORDS.split(),
    *(str(year) for first, last in ((1950, 2039), (2480, 2582)) for year in range(first, last + 1)),
)
ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "12345678901234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "!@#$%^&*()_+",
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "ๅภถุึคตจขช",
    "ๆไำพะัีรนยบล",
    "ฟหกดเ้่าสวง",
    "ผปแอิืทมใฝ",
)

# The command line of accounts and of the audit.
HELP_ADMIN: Final = Text("จัดการบัญชีผู้ใช้จากเครื่องนี้", "Manage accounts from this machine")
HELP_COMMANDS: Final = {
    "create": Text("เปิดบัญชี", "make an account"),
    "list": Text("บอกว่ามีบัญชีใดบ้าง", "say which accounts there are"),
    "disable": Text("ปิดบัญชี", "disable an account"),
    "password": Text("ตั้งรหัสผ่านใหม่", "set a password anew"),
    "identity": Text("ผูกบัญชีกับผู้ให้บริการยืนยันตัวตน", "tie an account to a claim of the identity provider"),
}
HELP_CLAIM: Final = Text(
    "email:ที่อยู่อีเมลที่ยืนยันแล้ว หรือ sub:รหัสของผู้ให้บริการ ใส่ - เพื่อเอาออก",
    "email:a verified address, or sub:the provider's id; - takes it off",
)
TIED: Final = Text("บันทึกข้อมูลยืนยันตัวตนของบัญชี {login} แล้ว", "The identity of account {login} was changed")
HELP_LOGIN: Final = Text("ชื่อผู้ใช้", "the login of the account")
HELP_NAME: Final = Text("ชื่อที่แสดง", "the name that is shown")
HELP_ROLE: Final = Text("บทบาท (ปกติ admin)", "the role (admin)")
HELP_UNIT: Final = Text("รหัสหน่วยงาน", "the id of the unit")
HELP_BY: Final = Text("ผู้ดูแลระบบที่เปิดบัญชีให้", "the administrator who makes the account")
HELP_AUDIT: Final = Text("ตรวจและส่งออกบันทึกการใช้งาน", "Verify and export the audit")
HELP_VERIFY: Final = Text("ตรวจว่าบันทึกไม่ถูกแก้หรือตัด", "hold the chain of the record")
HELP_NOTED: Final = Text("สิ่งที่ verify พิมพ์ไว้ครั้งก่อน", "what verify printed earlier")
HELP_EXPORT: Final = Text("เขียนบันทึกทั้งหมดเป็น CSV", "write the whole record as CSV")
HELP_FILE: Final = Text("ไฟล์ที่จะเขียน", "the file to write")

PASSWORD_OF: Final = Text("รหัสผ่านของ {login}", "Password of {login}")
NEW_PASSWORD: Final = Text("รหัสผ่านใหม่ อย่างน้อย {least} ตัวอักษร", "New password, {least} characters or more")
AGAIN: Final = Text("อีกครั้ง", "Again")
NOT_THE_SAME: Final = Text("รหัสผ่านสองครั้งไม่ตรงกัน", "The two passwords are not the same.")
FIRST_ADMIN: Final = Text(
    "ยังไม่มีผู้ดูแลระบบ บัญชีแรกต้องเป็นผู้ดูแลระบบ",
    "There is no administrator yet; the first account is an administrator's.",
)
BY_WHOM: Final = Text(
    "มีผู้ดูแลระบบแล้ว โปรดระบุผู้เปิดบัญชีด้วย --by ชื่อผู้ใช้ หรือเปิดบัญชีในหน้าผู้ดูแลระบบ",
    "There is an administrator already: say who makes the account with --by LOGIN, or make it on the page.",
)
CREATED: Final = Text("เปิดบัญชี {login} แล้ว ({role})", "Account {login} was made ({role})")
DISABLED: Final = Text("ปิดบัญชี {login} แล้ว", "Account {login} is disabled")
RENEWED: Final = Text("ตั้งรหัสผ่านของ {login} แล้ว", "The password of {login} was set")
NO_ACCOUNTS: Final = Text("ยังไม่มีบัญชี", "There are no accounts yet")
HELD: Final = Text(
    "บันทึกต่อกันครบ โปรดจดไว้ที่อื่น: {head}",
    "The chain holds. Note this elsewhere: {head}",
)
EXPORTED: Final = Text("เขียน {file} แล้ว", "{file} was written")
