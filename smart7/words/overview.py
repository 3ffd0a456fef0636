"""Words of the overview."""

from smart7.i18n import Text

INTRO = Text(
    "เมืองที่สะดวก ประหยัด ปลอดภัย มีประสิทธิภาพ และยั่งยืน: รู้อะไรแล้ว ยังไม่รู้อะไร และเชื่อตัวเลขได้แค่ไหน",
    "A city that is convenient, economical, safe, efficient and sustainable:"
    " what is known, what is not, and how far each figure can be trusted",
)
PUBLISHED = Text("ตัวเลขที่มีแหล่งที่มา", "Figures with a source")
SAMPLES = Text("ตัวเลขตัวอย่าง ({count})", "Sample figures ({count})")
INDICATORS = Text("{count} ตัวชี้วัด", "{count} indicators")
CHANGED = Text("อะไรเปลี่ยนไปจากงวดก่อน", "What changed since the period before")
CHANGED_NOTE = Text(
    "เฉพาะตัวเลขที่มีแหล่งที่มาและมีงวดติดกันให้เทียบ ตัวเลขตัวอย่างไม่นับ",
    "Only figures with a source and a period right before to compare with; samples are left out",
)
NOTHING_CHANGED = Text("ยังไม่มีตัวเลขสองงวดติดกันให้เทียบ", "No two periods in a row to compare yet")
LATE_TOTAL = Text(
    "ตัวเลขจริงที่เก่ากว่าที่ควร {late} ตัวชี้วัด ยังไม่ได้ส่งเลย {missing} ตัวชี้วัด จากทั้งหมด {total}",
    "Of {total} indicators, {late} have a published figure older than due and {missing} have none handed in",
)
CITY_OWN = Text("เพิ่มโดยเทศบาล", "the city's own")
BEFORE = Text("เทียบกับ", "Compared with")
