"""What is said of signing in by the city's own identity provider."""

from typing import Final

from smart7.i18n import Text

# Settings, told at the start
BAD_FILE: Final = Text("อ่าน {file} ไม่ได้: {detail}", "{file} cannot be read: {detail}")
MISSING: Final = Text(
    "ส่วน [auth] ของ secrets.toml ขาด {names} โปรดเติมให้ครบ หรือลบส่วนนี้ออกเพื่อใช้บัญชีของเว็บไซต์อย่างเดียว",
    "The section [auth] of secrets.toml lacks {names}; fill them in, or take the section away to use the site's own"
    " accounts only.",
)
ONE_PROVIDER: Final = Text(
    "ส่วน [auth] ของ secrets.toml ระบุผู้ให้บริการได้รายเดียว ให้ใส่ค่าไว้ใน [auth] โดยตรง",
    "The section [auth] of secrets.toml may name one provider only, by values in [auth] itself.",
)
SHORT_SECRET: Final = Text(
    "cookie_secret ใน secrets.toml สั้นเกินไป ต้องเป็นข้อความสุ่มอย่างน้อย {least} ตัวอักษร",
    "cookie_secret in secrets.toml is too short; it has to be at least {least} random characters.",
)
REDIRECT: Final = Text(
    "redirect_uri ใน secrets.toml คือ {found} แต่ต้องเป็น {wanted} ตาม SMART7_ADDRESS โปรดแก้ให้ตรงกัน",
    "redirect_uri in secrets.toml is {found}, but has to be {wanted}, as SMART7_ADDRESS says; let them agree.",
)
NOT_SECURE: Final = Text(
    "{name} ใน secrets.toml คือ {found} ต้องขึ้นต้นด้วย https:// เว้นแต่อยู่ในเครื่องเดียวกัน",
    "{name} in secrets.toml is {found}; it has to be an https:// address, unless it is on this machine.",
)
NO_PACKAGES: Final = Text(
    "secrets.toml มีส่วน [auth] แต่ยังไม่ได้ติดตั้ง {names} ให้เริ่มด้วย python3 manage.py run หรือ prepare",
    "secrets.toml has a section [auth], but {names} is not installed; start with python3 manage.py run or prepare.",
)
BAD_IDENTITY: Final = Text(
    "ข้อมูลยืนยันตัวตนต้องเป็น email: ตามด้วยที่อยู่อีเมล หรือ sub: ตามด้วยรหัสของผู้ให้บริการ",
    "An identity is email: and an address, or sub: and the id that the provider gives.",
)

# On the page
BUTTON: Final = Text("เข้าสู่ระบบด้วยบัญชีของหน่วยงาน", "Sign in with your work account")
OR: Final = Text("หรือใช้บัญชีของเว็บไซต์นี้", "or with an account of this site")
LEAVING: Final = Text("ออกจากระบบของหน่วยงานด้วย", "Sign out of your work account too")
IDENTITY: Final = Text("ข้อมูลยืนยันตัวตน (email:… หรือ sub:…)", "Identity (email:… or sub:…)")
