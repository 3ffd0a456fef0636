"""Words of vehicles now: where they are, which comes next, and what is old or silent."""

from smart7.i18n import Lang, Text

MINUTE = 60
HOUR = 3600
SECONDS_AGO = Text("{count} วินาทีก่อน", "{count} s ago")
MINUTES_AGO = Text("{count} นาทีก่อน", "{count} min ago")
HOURS_AGO = Text("{count} ชั่วโมงก่อน", "{count} h ago")
AS_AT = Text(
    "{title}: {count} คัน ณ {time} น. ปรับเองทุก {seconds} วินาทีขณะเปิดดู",
    "{title}: {count} on the way at {time}; renewed every {seconds} s while you look",
)
SILENT = Text(
    "{title}: ไม่มีตำแหน่งใหม่ตั้งแต่ {since} น. ที่เห็นบนแผนที่เป็นตำแหน่งเก่า และไม่คาดว่ารถคันใดจะมาเมื่อไร",
    "{title}: silent since {since}. What the map shows is old, and nobody is told when a bus comes.",
)
NOBODY = Text("{title}: ยังไม่มีรถส่งตำแหน่ง ณ {time} น.", "{title}: no bus has sent a position, at {time}")
OLD = Text("ตำแหน่งเก่า", "old position")
OLD_COUNT = Text("ตำแหน่งเก่ากว่า 2 นาที {count} คัน (วาดจาง)", "{count} not heard of for over 2 min (drawn faded)")
RESTS = Text("จอดพัก ไม่นับว่ากำลังมา", "stands off duty, expected nowhere")
NO_ROUTE = Text("ไม่ทราบสาย", "route not known")
TIP = Text("{route} · ตำแหน่งเมื่อ {age}", "{route} · position {age}")
NEXT = Text("รถที่กำลังมา: {stop}", "Next at {stop}")
NOBODY_COMES = Text(
    "ไม่มีรถที่กำลังวิ่งมาที่ป้ายนี้ภายใน 60 นาที รถที่ยังไม่ออกจากต้นสายหรือจอดพักอยู่ไม่นับ",
    "No bus is on its way to this stop within 60 min; one that has not set out yet or stands off duty is not counted.",
)
NOT_SAID = Text("ไม่บอกเวลา เพราะแหล่งตำแหน่งเงียบตั้งแต่ {since} น.", "No times are given: positions stopped at {since}.")
IN_MINUTES = Text("อีกราว {minutes} นาที", "in about {minutes} min")
DUE = Text("ใกล้ถึงแล้ว", "about to come")
POSITION = Text("ตำแหน่งเมื่อ {age}", "position {age}")
ENDS = Text("สุดสายที่ป้ายนี้", "ends here")
TOWARDS = Text("ไป {stop}", "to {stop}")
NEXT_STOP = Text("ป้ายถัดไป {stop}", "next stop {stop}")
RULE = Text(
    "คำนวณจากตำแหน่งล่าสุดของรถบนสาย กับเวลาระหว่างป้ายที่รถวิ่งจริงใน 28 วันหลัง หรือตามแผนเมื่อยังไม่มี",
    "Worked out from each bus's last position on its line and how long buses lately took from stop to stop, else the"
    " plan.",
)
LIST = Text("รายการรถทุกคัน", "Every bus, as a list")
MORE = Text("และอีก {count} คัน", "and {count} more")
API_NEWEST = Text("ตำแหน่งล่าสุดของรถแต่ละคัน พร้อมอายุ", "The newest position of each vehicle of a feed, with its age")
API_ARRIVALS = Text("รถที่กำลังมาที่ป้ายหนึ่ง", "Which vehicles come to a stop, and in how many seconds")


def aged(seconds: int, lang: Lang) -> str:
    """Return how long ago something was, in the unit that says it best."""
    for size, text in ((HOUR, HOURS_AGO), (MINUTE, MINUTES_AGO)):
        if seconds >= size:
            return text.format(lang, count=seconds // size)
    return SECONDS_AGO.format(lang, count=seconds)
