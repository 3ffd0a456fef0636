"""Words of the site as it stood on a day: the choice of the day, the banner, why a day cannot be shown."""

from typing import Final

from smart7.i18n import Text

LOOK: Final = Text("ดูย้อนหลัง", "Look back")
STANDS: Final = Text("ณ {day}", "As of {day}")
TITLE: Final = Text("ดูทั้งเว็บไซต์ตามที่รู้ ณ วันหนึ่ง", "See the whole site as known on a day")
DAY: Final = Text("วันที่", "Day")
BETWEEN: Final = Text("เลือกได้ตั้งแต่ {first} ถึง {last}", "From {first} to {last}")
SHOW: Final = Text("แสดง", "Show")
AGO: Final = Text("หรือย้อนไป", "Or go back")
SPANS: Final[dict[int, Text]] = {
    90: Text("3 เดือน", "3 months"),
    365: Text("1 ปี", "1 year"),
    1095: Text("3 ปี", "3 years"),
}
WAY: Final = Text("ดูว่าอะไรเปลี่ยนไประหว่างสองวัน", "What changed between two days")

BANNER: Final = Text("ที่เห็นอยู่นี้คือสิ่งที่รู้ ณ {day}", "What you see is what was known on {day}")
BANNER_MORE: Final = Text(
    "ตัวเลข เป้าหมาย และการแก้ไขที่มาทีหลังไม่อยู่ในนี้ ส่วนนิยาม ทะเบียนหน่วยงาน และแผนที่เป็นของปัจจุบัน",
    "Figures, targets and corrections that came later are not in it; definitions, units and the map are"
    " those of today.",
)
OWN_DAY: Final = Text(
    "หน้านี้ไม่ย้อนตามวันที่เลือก หน้าอื่นแสดงสิ่งที่รู้ ณ {day}",
    "This page keeps to its own day; the other pages show what was known on {day}",
)
BACK: Final = Text("กลับมาปัจจุบัน", "Back to today")
SINCE: Final = Text("อะไรเปลี่ยนไปหลังจากนั้น", "What changed since")
NO_ACTS: Final = Text(
    "กำลังดูย้อนหลัง จึงบันทึกหรือแก้ไขไม่ได้ กลับมาปัจจุบันก่อน",
    "You are looking at a day in the past, so nothing can be saved or changed. Come back to today first.",
)

NO_DAY: Final = Text(
    "“{value}” ไม่ใช่วันที่ที่อ่านได้ เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น {last}",
    "“{value}” is not a day that can be read; write it as {last}.",
)
TOO_LATE: Final = Text(
    "ดู {day} ไม่ได้ เพราะข้อมูลชุดล่าสุดรู้ถึง {last}",
    "{day} cannot be shown: it is later than {last}, the day of the newest figures.",
)
TOO_EARLY: Final = Text(
    "ดู {day} ไม่ได้ เพราะก่อน {first} ยังไม่มีตัวเลขใด",
    "{day} cannot be shown: no figure was known before {first}.",
)
NOT_MADE: Final = Text(
    "ดู {day} ไม่ได้ในขณะนี้: {why}",
    "{day} cannot be shown at the moment: {why}.",
)
INSTEAD: Final = Text("ขณะนี้จึงแสดงข้อมูลปัจจุบัน", "The site is shown as it stands today.")
MAKING: Final = Text(
    "กำลังรวบรวมสิ่งที่รู้ ณ {day} ใช้เวลาราว 20 วินาที (ผ่านไป {seconds} วินาที)",
    "Putting together what was known on {day}: it takes about 20 seconds ({seconds} s so far)",
)
READ_ONLY: Final = Text("ที่นี่เปิดให้ดูเฉพาะวันที่เก็บไว้แล้ว", "only days that are kept already can be seen here")
MANY_WAIT: Final = Text("มีวันอื่นรออยู่หลายวัน รอสักครู่แล้วลองใหม่", "other days are waiting; try again in a moment")
MANY_ASKED: Final = Text(
    "ชั่วโมงนี้มีผู้ขอดูวันใหม่ครบจำนวนแล้ว ลองใหม่ภายหลัง หรือเข้าสู่ระบบ",
    "as many new days as may be were asked for within this hour; try again later, or sign in",
)
FAILED: Final = Text("การสร้างล้มเหลว ผู้ดูแลเครื่องดูเหตุได้ในบันทึก", "the build failed; its reason is in the log")
