"""Words of the overview."""

from smart7.i18n import Text

CHANGED = Text("อะไรเปลี่ยนไปจากงวดก่อน", "What changed since the period before")
CHANGED_NOTE = Text(
    "เฉพาะตัวเลขที่มีแหล่งที่มาและมีงวดติดกันให้เทียบ ตัวเลขตัวอย่างไม่นับ",
    "Only figures with a source and a period right before to compare with; samples are left out",
)
NOTHING_CHANGED = Text("ยังไม่มีตัวเลขสองงวดติดกันให้เทียบ", "No two periods in a row to compare yet")
BEFORE = Text("เทียบกับ", "Compared with")
