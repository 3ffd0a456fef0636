"""Words of the page that signs in, of the foot, and of what stands where somebody may not do something."""

from typing import Final

from smart7.i18n import Text

INTRO: Final = Text(
    "อ่านทุกหน้าได้โดยไม่ต้องมีบัญชี บัญชีใช้เมื่อบันทึก ส่งตัวเลข หรืออนุมัติเท่านั้น",
    "Every page can be read without an account. An account is only for saving, handing in and approving.",
)
LOGIN: Final = Text("ชื่อบัญชี", "Account name")
PASSWORD: Final = Text("รหัสผ่าน", "Password")
SIGN_IN: Final = Text("เข้าสู่ระบบ", "Sign in")
SIGN_OUT: Final = Text("ออกจากระบบ", "Sign out")
HELP: Final = Text(
    "ยังไม่มีบัญชีหรือลืมรหัสผ่าน ให้แจ้งผู้ดูแลระบบของเทศบาล ผู้ดูแลระบบออกรหัสผ่านใหม่ให้ได้แต่ดูรหัสเดิมไม่ได้",
    "No account yet, or the password is forgotten: ask the municipality's administrator, who can set a new password"
    " but cannot see the old one.",
)
COOKIE: Final = Text(
    "เมื่อเข้าสู่ระบบ เบราว์เซอร์จะเก็บคุกกี้หนึ่งรายการจนกว่าจะออกจากระบบหรือปิดเบราว์เซอร์ ระบบออกให้เองเมื่อไม่ใช้งานหนึ่งชั่วโมง",
    "Signing in stores one cookie until you sign out or close the browser; after an hour without use you are"
    " signed out.",
)
SAID: Final[dict[str, Text]] = {
    "refused": Text(
        "ชื่อบัญชีหรือรหัสผ่านไม่ถูกต้อง หรือบัญชีนี้ปิดใช้งาน ตรวจแล้วลองใหม่",
        "The account name or the password is wrong, or the account is disabled. Check both and try again.",
    ),
    "wait": Text(
        "ลองผิดหลายครั้งเกินไป กรุณารอสักครู่แล้วลองใหม่ หากลืมรหัสผ่านให้แจ้งผู้ดูแลระบบ",
        "Too many attempts failed. Wait some minutes and try again; an administrator can set a new password.",
    ),
    "readonly": Text(
        "ระบบนี้เปิดให้อ่านอย่างเดียว จึงเข้าสู่ระบบไม่ได้",
        "This installation can only be read, so nobody signs in here.",
    ),
    "stranger": Text(
        "ยืนยันตัวตนแล้ว แต่ยังไม่มีบัญชีในเว็บไซต์นี้ที่ผูกไว้กับท่าน หรือบัญชีปิดใช้งาน โปรดแจ้งผู้ดูแลระบบ",
        "Your identity was confirmed, but no account of this site is tied to it, or it is disabled."
        " Ask an administrator.",
    ),
    "outside": Text(
        "การยืนยันตัวตนกับหน่วยงานไม่สำเร็จ โปรดลองใหม่ หรือใช้บัญชีของเว็บไซต์นี้",
        "Signing in with the work account did not succeed. Try again, or use an account of this site.",
    ),
    "fault": Text(
        "บันทึกของระบบใช้งานไม่ได้ในขณะนี้ โปรดลองใหม่ หากยังไม่ได้ให้แจ้งผู้ดูแลระบบ",
        "The record of this site cannot be used at the moment. Try again; if it stays so, tell the administrator.",
    ),
}
SIGNED_IN: Final = Text("เข้าสู่ระบบแล้วในชื่อ {name} ({role})", "You are signed in as {name} ({role})")
RENEW: Final = Text("เปลี่ยนรหัสผ่านของตนเอง", "Change your own password")
RENEW_NOTE: Final = Text(
    "เมื่อเปลี่ยนแล้ว ทุกเครื่องที่ใช้บัญชีนี้ต้องเข้าสู่ระบบใหม่",
    "Afterwards every machine that uses this account has to sign in again, this one too.",
)
OLD: Final = Text("รหัสผ่านเดิม", "Password until now")
NEW: Final = Text("รหัสผ่านใหม่ อย่างน้อย 12 ตัวอักษร", "New password, at least 12 characters")
RENEWED: Final = Text(
    "เปลี่ยนรหัสผ่านแล้ว เข้าสู่ระบบใหม่ด้วยรหัสผ่านใหม่", "The password is changed. Sign in again with the new one."
)
GO_ON: Final = Text("ไปต่อ", "Go on")
TO_ADMIN: Final = Text("หน้าผู้ดูแลระบบ", "Administration")
TO_CATALOGUE: Final = Text("แก้ไขบัญชีข้อมูล", "Edit the catalogue")
BAD_FORM: Final[dict[int, Text]] = {
    400: Text("อ่านแบบฟอร์มนี้ไม่ได้", "this form cannot be read"),
    403: Text(
        "รับเฉพาะแบบฟอร์มของเว็บไซต์นี้ เปิดหน้าเข้าสู่ระบบแล้วลองใหม่",
        "only forms of this site are taken; open the page that signs in and try again",
    ),
    413: Text("แบบฟอร์มนี้ยาวเกินไป", "this form is too long"),
    415: Text("รูปแบบนี้ไม่ใช่แบบฟอร์ม", "this is not sent as a form"),
}
