"""Words of the page about service as it was driven: a route's day, its months, its stops, hours and stretches."""

from typing import Final

from smart7.i18n import Text

ABOUT: Final = Text(
    "รถวิ่งจริงอย่างไร วัดจากตำแหน่งของรถ: ระยะห่างระหว่างรถ เวลาที่ผู้โดยสารรอ เที่ยวที่มาจริง และช่วงถนนที่ช้า เทียบกับที่วางแผนไว้",
    "How buses really ran, measured from the positions of vehicles: gaps between them, how long riders wait, which"
    " trips came, and where the road is slow, against what was planned.",
)
LEAD_ON: Final = Text(
    "ดูว่ารถวิ่งจริงอย่างไร ระยะห่าง เวลารอ และช่วงที่ช้า", "How buses really ran: gaps, waits and slow stretches"
)
NOTHING: Final = Text(
    "ยังไม่มีวันใดที่วัดจากตำแหน่งของรถ เมื่อเทศบาลหรือผู้ประกอบการส่งไฟล์ตำแหน่งรถมา ผู้ดูแลรับเข้าด้วยคำสั่ง"
    " manage.py vehicles take แล้วหน้านี้จะแสดงผล",
    "No day has been measured from positions of vehicles yet. Once the municipality or an operator hands in files of"
    " positions, they are taken with manage.py vehicles take and this page shows what they say.",
)
NO_SAMPLE: Final = Text(
    "มีเพียงวันตัวอย่างบนเส้นทางที่บันทึกไว้ ซึ่งซ่อนอยู่ เปิดตัวเลขสมมติเพื่อดูรูปแบบของหน้านี้",
    "There are only sample days on the recorded network, and samples are hidden. Show them to see what this page"
    " holds.",
)
SAMPLE: Final = Text(
    "ตัวอย่าง: รถสมมติบนเส้นทางที่บันทึกไว้ ไม่ใช่การเดินรถจริง และระยะห่างตามแผนเป็นค่าสมมติ",
    "Sample: made-up vehicles on a recorded route, not service that ran; the planned headways are assumed as well",
)
PARAMS: Final[dict[str, Text]] = {
    "line": Text("สาย", "route"),
    "way": Text("ทิศทาง", "direction"),
    "day": Text("วัน", "day"),
    "stop": Text("ป้าย", "stop"),
    "type": Text("ชนิดของวัน", "type of day"),
    "hour": Text("ชั่วโมง", "hour"),
}
LINE: Final = Text("สาย", "Route")
WAY: Final = Text("ทิศทาง", "Direction")
TOWARDS: Final = Text("ไป {place}", "to {place}")
UNNAMED: Final = Text("ทิศทาง {number}", "direction {number}")
DAY: Final = Text("วัน", "Day")
STOP: Final = Text("ป้าย", "Stop")
TYPE: Final = Text("ชนิดของวัน", "Type of day")
HOUR: Final = Text("ชั่วโมง", "Hour")
EVERY_HOUR: Final = Text("ทั้งวัน", "Whole day")
TYPES: Final[dict[str, Text]] = {
    "": Text("ทุกวัน", "All days"),
    "weekday": Text("วันจันทร์ถึงศุกร์", "Weekdays"),
    "saturday": Text("วันเสาร์", "Saturdays"),
    "sunday": Text("วันอาทิตย์", "Sundays"),
}
KINDS: Final[dict[str, Text]] = {
    "planned": Text("ตามแผน", "Planned"),
    "driven": Text("วิ่งจริง", "Driven"),
}
VEHICLE: Final = Text("รถคันที่ {number} ของวัน", "Vehicle {number} of the day")
AT: Final = Text("{stop} เวลา {time}", "{stop} at {time}")
HOW: Final[dict[str, Text]] = {
    "even": Text("ห่างตามปกติ", "Usual"),
    "bunched": Text("มาติดกัน", "Bunched"),
    "long": Text("ขาดนาน", "Long"),
    "unjudged": Text("ไม่มีแผนให้เทียบ", "No plan there"),
    "planned": Text("ตามแผน", "Planned"),
}
GAP: Final = Text("{minutes} นาที ถึงเวลา {time}", "{minutes} min, ending at {time}")
STRINGS_SAY: Final = Text(
    "เส้นหนึ่งคือรถหนึ่งเที่ยว เส้นที่ชิดกันคือรถมาติดกัน ช่องว่างกว้างคือช่วงที่ต้องรอนาน เส้นสีเทาคือแผน",
    "One line is one run. Lines that touch are buses in pairs, wide gaps are long waits; grey is the plan.",
)
DAY_SAYS: Final = Text("{day}: วิ่ง {run} เที่ยว จากแผน {planned} เที่ยว", "{day}: {run} trips run of {planned} planned")
UNSEEN: Final = Text(
    "อีก {count} เที่ยวไม่นับ เพราะไม่มีสัญญาณให้เห็นว่าวิ่งหรือไม่",
    "{count} more are not counted, as no position shows whether they ran",
)
GAPS_SAY: Final = Text(
    "ที่ป้าย {stop}: รถ {gaps} ช่วง มาติดกัน {bunched} ขาดนาน {long} เส้นคือระยะห่างตามแผน (นาที)"
    " มาติดกันคือไม่ถึงหนึ่งในสี่ของแผน ขาดนานคือเกินสองเท่า",
    "At {stop}: {gaps} gaps, {bunched} of them bunched, {long} long. The line is the planned headway in minutes:"
    " bunched is under a quarter of it, long over twice",
)
NO_GAPS: Final = Text("ป้ายนี้ไม่มีระยะห่างให้วัดในวันนั้น", "No gap could be measured at this stop on that day")
MONTHS: Final = Text("เดือนนี้ เดือนก่อน และเดือนเดียวกันของปีก่อน", "This month, the one before, and the same a year ago")
MEASURE: Final = Text("สิ่งที่วัด", "Measure")
DAYS_OF: Final = Text("{month} ({days} วัน)", "{month} ({days} days)")
OF_PLANNED: Final = Text("{value} (แผน {planned})", "{value} (planned {planned})")
NOT_TIMED: Final = Text("ไม่มีตารางเวลา", "no timetable")
NOT_MEASURED: Final = Text("เดือนอื่นไม่ได้วัด: {months}", "Not measured: {months}")
WORST: Final = Text("ป้าย ชั่วโมง และช่วงถนนที่แย่ที่สุด", "The worst stops, hours and stretches")
WORST_STOP: Final = Text(
    "{stop}: ผู้โดยสารรอนานกว่าแผน {excess} นาที (รอเฉลี่ย {wait} นาที)",
    "{stop}: riders wait {excess} min longer than planned ({wait} min on average)",
)
WORST_HOUR: Final = Text(
    "{start}–{end} น.: รอนานกว่าแผน {excess} นาที รถมาติดกัน {bunched}% ขาดนาน {long}%",
    "{start}–{end}: {excess} min longer than planned, {bunched}% of gaps bunched, {long}% long",
)
WORST_STRETCH: Final = Text(
    "{start} ถึง {end}: เสียเที่ยวละ {each} นาที รวม {lost} นาที วิ่ง {speed} กม./ชม. เที่ยวเร็ววิ่งได้ {quick}",
    "{start} to {end}: {each} min lost on each run, {lost} min in all; {speed} km/h where a quick run makes {quick}",
)
WORST_STOPS: Final = Text("รอนานกว่าแผน แยกตามป้าย", "Waited longer than planned, by stop")
WORST_HOURS: Final = Text("รอนานกว่าแผน แยกตามชั่วโมง", "Waited longer than planned, by hour")
WORST_STRETCHES: Final = Text("เวลาที่เสียไปทั้งเดือน แยกตามช่วงถนน", "Time lost in the month, by stretch")
WORST_WAIT: Final = Text("รอเฉลี่ย {wait} นาที", "{wait} min on average")
WORST_UNEVEN: Final = Text("มาติดกัน {bunched}% · ขาดนาน {long}%", "{bunched}% of gaps bunched · {long}% long")
WORST_SPEED: Final = Text(
    "เที่ยวละ {each} นาที · วิ่ง {speed} กม./ชม. เที่ยวเร็ว {quick}", "{each} min each run · {speed} km/h, a quick run {quick}"
)
MINUTES: Final = Text("{minutes} นาที", "{minutes} min")
NO_WORST: Final = Text("ไม่มีป้ายหรือชั่วโมงใดที่รอนานกว่าแผน", "At no stop and in no hour was the wait longer than planned")
HOURS: Final = Text("ทีละชั่วโมง", "Hour by hour")
STOPS: Final = Text("ทีละป้าย", "Stop by stop")
STRETCHES: Final = Text("ความเร็วของแต่ละช่วง", "Speed by stretch")
STRETCH: Final = Text("ช่วง", "Stretch")
BETWEEN: Final = Text("{start} → {end}", "{start} → {end}")
QUICK: Final = Text("เที่ยวเร็ว", "Quick run")
LOST_EACH: Final = Text("เสียเที่ยวละ", "Lost each run")
RUNS: Final = Text("เที่ยว", "Runs")
GAPS: Final = Text("ระยะห่าง", "Gaps")
SPEEDS: Final[tuple[tuple[float, Text], ...]] = (
    (10.0, Text("ช้ากว่า 10 กม./ชม.", "Under 10 km/h")),
    (15.0, Text("10 ถึง 15", "10 to 15")),
    (20.0, Text("15 ถึง 20", "15 to 20")),
    (30.0, Text("20 ถึง 30", "20 to 30")),
    (1e9, Text("30 ขึ้นไป", "30 and more")),
)
MAP_ALT: Final = Text(
    "แผนที่ของสาย {line} แต่ละช่วงมีสีตามความเร็ว ตัวเลขเดียวกันอยู่ในตารางด้านล่าง",
    "Map of route {line}, each stretch coloured by its speed; the same numbers stand in the table below",
)
LEGEND: Final = Text("สีของความเร็ว", "Colours of speed")
RESTS_ON: Final = Text(
    "วันนี้วัดจาก {positions} ตำแหน่ง ของรถ {vehicles} คัน {runs} เที่ยว",
    "The day rests on {positions} positions of {vehicles} vehicles in {runs} runs",
)
DOUBT: Final = Text("ความไม่แน่ใจเฉลี่ยว่าเป็นสายใด {doubt}", "mean doubt of the route {doubt}")
SILENT: Final = Text("ไม่มีสัญญาณรวม {minutes} นาที", "silent for {minutes} min in all")
LEFT_OUT: Final = Text("ตัดออก: {reasons}", "Left out: {reasons}")
NONE_LEFT_OUT: Final = Text("ไม่ได้ตัดตำแหน่งใดออก", "No position was left out")
SOURCE: Final = Text("แหล่งข้อมูล: {source}", "Source: {source}")
PERIOD: Final = Text("{month} · {type}", "{month} · {type}")
HOW_MEASURED: Final = Text("วัดอย่างไร", "How it is measured")

SLIDE_KICKER: Final = Text("บริการตามที่รถวิ่งจริง · {month}", "Service as driven · {month}")
SLIDE_MADE_UP: Final = Text("ตัวอย่าง: {said}", "Sample: {said}")
SLIDE_LINE: Final = Text("สาย {line} {way}", "Line {line} {way}")
SLIDE_SAMPLE: Final = Text(
    "{line}: มีเพียงวันตัวอย่าง ยังไม่มีการวัดจริง", "{line}: sample days only, nothing has been measured yet"
)
SLIDE_WAITS: Final = Text(
    "{line}: ผู้โดยสารรอนานกว่าแผนเฉลี่ย {excess} นาที", "{line}: riders waited {excess} min longer than planned"
)
SLIDE_KEEPS: Final = Text("{line}: ผู้โดยสารไม่รอนานกว่าแผน", "{line}: riders waited no longer than planned")
SLIDE_UNJUDGED: Final = Text("{line}: ไม่มีแผนให้เทียบ", "{line}: there is no plan to hold it against")
SLIDE_TRIPS: Final = Text(
    "{month} ({days} วัน) วิ่ง {run} เที่ยวจากแผน {planned} เที่ยว คิดเป็น {percent}%",
    "In {month} ({days} days) {run} of {planned} planned trips were run, {percent}%.",
)
SLIDE_WAIT: Final = Text(
    "ผู้โดยสารรอเฉลี่ย {wait} นาที นานกว่าแผน {excess_wait} นาที รถมาติดกัน {bunched}% ขาดช่วงนาน {long_gaps}%",
    "Riders waited {wait} min on average, {excess_wait} min longer than planned; {bunched}% of gaps were bunched,"
    " {long_gaps}% long.",
)
SLIDE_BESIDE: Final = Text("เวลารอส่วนเกินของเดือนอื่น: {months}", "Excess wait in other months: {months}.")
SLIDE_MONTH: Final = Text("{month} {excess} นาที", "{month} {excess} min")
SLIDE_ALONE: Final = Text(
    "เดือนก่อนและเดือนเดียวกันของปีก่อนไม่ได้วัด", "Neither the month before nor the same month a year ago was measured."
)
SLIDE_CAPTION: Final = Text("{day} {said}", "{day}. {said}")
SLIDE_ALT: Final = Text(
    "แผนภูมิของ{line} วันที่ {day}: {runs} เที่ยวตามระยะทางและเวลา",
    "Chart of {line} on {day}: {runs} runs by distance and time",
)
SLIDE_NOTHING: Final = Text("ยังไม่มีวันใดที่วัดบริการจากตำแหน่งรถ", "no day of service has been measured yet")
ADD: Final = Text("เพิ่มบริการของสาย", "Add a line's service")
SLIDE_CHOOSE: Final = Text("สายและทิศทาง", "Line and direction")
SLIDE_WHEN: Final = Text("เดือน", "Month")
SLIDE_UNMEASURED: Final = Text(
    "สายนี้ไม่มีวันที่วัดใน{month} เลือกเดือนอื่น", "This line was not measured in {month}; choose another month."
)
SLIDE_LAST: Final = Text("เดือนล่าสุดของสาย", "the last of the line")
