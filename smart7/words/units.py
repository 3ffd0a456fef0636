"""Words of the units page."""

from smart7.i18n import Text

CHOOSE = Text("หน่วยงาน โรงเรียน หรือศูนย์", "School, centre or division")
NAME_KNOWN = Text("ความแน่นอนของชื่อ", "How well the name is known")
POSITION = Text("ตำแหน่ง", "Position")
POSITION_DRAWN = Text("{lat}, {lon} (คลาดเคลื่อนราว {accuracy} เมตร)", "{lat}, {lon} (within about {accuracy} m)")
POSITION_ROUGH = Text(
    "รู้เพียงคร่าว ๆ (คลาดเคลื่อน {accuracy} เมตร) จึงไม่ปักเป็นจุดบนแผนที่",
    "known only roughly (within {accuracy} m), so it is not drawn as a point",
)
POSITION_UNKNOWN = Text("ไม่ทราบ", "not known")
ADOPTED = Text("เริ่มรับตัวชี้วัดปี 2560", "Took on the indicators in 2017")
CONFIDENCE: dict[str, Text] = {
    "official": Text("ทางการ", "official"),
    "reported": Text("มีรายงาน", "reported"),
    "estimated": Text("ประมาณ ต้องยืนยันกับเทศบาล", "estimated; to be confirmed by the municipality"),
}
OWN = Text("ตัวชี้วัดของหน่วยนี้", "Indicators of this unit")
DUE = Text("อะไรถึงกำหนด อะไรล่าช้า", "What is due and what is late")
LATEST = Text("งวดล่าสุดที่มี", "Latest period held")
EXPECTED = Text("งวดที่ควรมีแล้ว", "Period due by now")
STANDING = Text("การส่ง", "Standing")
ON_TIME = Text("■\u00a0ครบ", "■\u00a0in")
LATE = Text("▼\u00a0ล่าช้า", "▼\u00a0late")
NEVER = Text("– ยังไม่เคยส่ง", "– never handed in")
NOT_OWED = Text("ไม่มีกำหนด", "not owed")
TREND = Text("แนวโน้ม", "Trend")
NO_TREND = Text("ยังบอกไม่ได้", "cannot be said")
NONE = Text("ไม่มีตัวชี้วัดระดับหน่วยสำหรับหน่วยชนิดนี้", "No indicator is measured at this kind of unit")
COMMUNITIES = Text("รายชื่อ 95 ชุมชนตามเขต", "The 95 communities by zone")
ZONE = Text("เขต {zone} ({count} ชุมชน)", "Zone {zone} ({count} communities)")
