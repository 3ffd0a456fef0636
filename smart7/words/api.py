"""Words of the open data: what each address holds, its parameters, and why it refuses."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

Words = Mapping[str, Text]

TITLE: Final = Text("ข้อมูลเปิด ขอนแก่น 7 สมาร์ต", "Open data of Khon Kaen 7 Smart")
INTRO: Final = Text(
    "อ่านข้อมูลทุกแถวที่สัญญาอนุญาตให้เผยแพร่ได้เป็น JSON หรือ CSV ทุกแถวบอกคุณภาพและแหล่งที่มา "
    "แถวตัวอย่างมี is_sample เป็นจริง สิ่งที่ไม่มีสัญญาอนุญาตไม่อยู่ในนี้ ดูเหตุผลได้ที่ withheld",
    "Every row whose licence lets it leave, as JSON or CSV. Each row says its quality and its source; is_sample is "
    "true for invented ones. What has no stated licence is not here; withheld says what and why.",
)
HOW: Final = Text(
    "ต่อท้ายด้วย .json .csv หรือ .geojson หรือบอกด้วยหัวข้อ Accept ทุกคำตอบมี ETag ของชุดข้อมูล ถ้ายังไม่เปลี่ยนจะตอบ 304",
    "End an address with .json, .csv or .geojson, or say it with Accept. Every answer has an ETag of its snapshot, and "
    "is answered with 304 until a new one is in service.",
)
LIMITS: Final = Text(
    "ครั้งละไม่เกิน {most} แถว (ปกติ {usual}) ข้ามได้ไม่เกิน {offset} แถว ใช้เวลาไม่เกิน {seconds} วินาที "
    "ต้องการทั้งหมดให้ดาวน์โหลดชุดข้อมูลจากหน้าแหล่งข้อมูล",
    "At most {most} rows at a time ({usual} unless told), at most {offset} rows passed over, at most {seconds} "
    "seconds. For everything at once take the whole snapshot from the page of sources.",
)
DOCUMENT: Final = Text("เอกสาร OpenAPI 3.1", "OpenAPI 3.1 document")
BACK: Final = Text("กลับไปที่เว็บไซต์", "Back to the site")
PARAMETERS: Final = Text("พารามิเตอร์", "Parameters")
COLUMNS: Final = Text("คอลัมน์", "Columns")
NAME: Final = Text("ชื่อ", "Name")
KIND: Final = Text("ชนิด", "Type")
MEANING: Final = Text("ความหมาย", "Meaning")
PROBLEMS: Final = Text("เมื่อตอบไม่ได้", "When it refuses")

RESOURCES: Final[Words] = {
    "snapshot": Text("ชุดข้อมูลที่ใช้อยู่ และวันที่ความรู้ของมันสิ้นสุด", "The snapshot in service and the day its knowledge ends"),
    "domains": Text("เจ็ดด้านของเมืองอัจฉริยะ", "The seven Smart domains"),
    "indicators": Text("ตัวชี้วัด ความหมาย หน่วยวัด และเจ้าของ", "What is measured: meaning, measure and owner"),
    "units": Text("เมือง โรงเรียน ส่วนราชการ และพื้นที่", "City, schools, divisions and wider areas"),
    "breakdowns": Text("ส่วนย่อยของตัวเลข เช่น เพศ อายุ", "Parts of a figure, by sex, age and so on"),
    "observations": Text(
        "ทุกตัวเลขที่เคยถือว่าจริง พร้อมวันที่เริ่มและเลิกถือ", "Every figure ever held true, with from when to when it was"
    ),
    "figures": Text(
        "ตัวเลขปัจจุบัน พร้อมชื่อ เป้าหมาย คุณภาพ และแหล่งที่มา", "Current figures with names, targets, quality and source"
    ),
    "targets": Text("เป้าหมายตามหน่วย ผู้กำหนด และช่วงเวลา", "Targets by unit, authority and period"),
    "events": Text("เหตุการณ์ที่มีวันที่และแหล่งที่มา", "Dated, sourced events"),
    "sources": Text("แหล่งข้อมูลและสัญญาอนุญาต", "Sources and their licences"),
    "routes": Text("สายรถขนส่งสาธารณะ", "Routes of public transport"),
    "stops": Text("ป้ายและจุดจอด", "Stops of public transport"),
    "stations": Text("สถานีตามแผนรถไฟฟ้ารางเบา ยังไม่มีรถวิ่ง", "Stations of the light rail plan; nothing runs yet"),
    "service": Text("การเดินรถแต่ละสาย ทิศทาง และชนิดวัน", "What each route and direction runs by kind of day"),
    "places": Text("สถานที่ที่คนเดินทางไป", "Places people travel to"),
    "outlines": Text("ขอบเขตพื้นที่", "Outlines of areas"),
    "claims": Text("สิ่งที่เคยประกาศเกี่ยวกับแผนรถไฟฟ้า", "What was announced of the planned lines"),
    "standards": Text(
        "มาตรฐานรายวันตามกฎหมาย และช่วงวันที่ใช้บังคับ", "Legal standards of one day, with when they were in force"
    ),
    "points": Text(
        "สิ่งที่เกิดขึ้นทีละจุด เช่น อุบัติเหตุ ไม่มีข้อมูลส่วนบุคคล",
        "What happened point by point, such as accidents; no personal details",
    ),
    "days": Text("ค่ารายวันของสถานีตรวจวัด", "Figures of single days, by station"),
    "hours": Text("ค่ารายชั่วโมงของสถานีตรวจวัด", "Figures of single hours, by station"),
    "driven_days": Text("วันที่วัดบริการจากตำแหน่งรถ และวันตัวอย่าง", "Days measured from vehicle positions, and sample days"),
    "driven_stop_hours": Text(
        "การผ่านป้ายและระยะห่างระหว่างรถ รายป้ายและชั่วโมง เป็นผลรวม",
        "Passes and gaps between vehicles by stop and hour, as sums",
    ),
    "driven_trips": Text("เที่ยวตามแผนและเที่ยวที่วิ่งจริง รายชั่วโมง", "Trips planned and run, by hour"),
    "driven_stretches": Text(
        "เวลาวิ่งระหว่างป้าย รายช่วงและชั่วโมง เป็นผลรวม", "Time from stop to stop by stretch and hour, as sums"
    ),
    "withheld": Text("สิ่งที่ไม่ได้เผยแพร่ และเหตุผล", "What is left out, and why"),
    "checks": Text("การตรวจคุณภาพและผล", "Quality checks and their results"),
}
COUNTS: Final = Text(
    "จำนวนตัวชี้วัดที่มีตัวเลข รอส่ง ล่าช้า และผลการตัดสิน แยกตามด้าน",
    "How many indicators are known, waited for, late and judged, by domain",
)
NOTES: Final = Text(
    "สิ่งที่คนเขียนไว้กับตัวเลข: หมายเหตุ คำถามถึงหน่วยงาน และคำตอบ ใหม่ก่อน",
    "What people say about figures: notes, questions to their owners, and answers; the newest first",
)
NOTE_COLUMNS: Final[Words] = {
    "note_id": Text("รหัสของข้อความ", "Names what was said"),
    "kind": Text("หมายเหตุ คำถาม หรือคำตอบ", "note, question or answer"),
    "answers": Text("คำถามที่คำตอบนี้ตอบ", "The question an answer is to"),
    "indicator_id": Text("ตัวชี้วัด", "The indicator it is about"),
    "unit_id": Text("หน่วยของตัวเลข ว่างเมื่อพูดถึงทั้งตัวชี้วัด", "The unit of the figure; null for the indicator as a whole"),
    "period_kind": Text("ชนิดของช่วงเวลาของตัวเลข", "The kind of the figure's period"),
    "period_start": Text("วันแรกของช่วงเวลาของตัวเลข", "The first day of the figure's period"),
    "figure_th": Text("ตัวเลขตามที่เป็นในวันนั้น ภาษาไทย", "The figure as it read at the time, in Thai"),
    "figure_en": Text("ตัวเลขตามที่เป็นในวันนั้น ภาษาอังกฤษ", "The figure as it read at the time, in English"),
    "said": Text("ข้อความ ไม่มีรูปแบบ", "The text, plain"),
    "owner": Text("หน่วยงานที่ตอบแทนตัวเลขนั้น", "The unit that answers for the figure"),
    "due": Text("วันที่ขอคำตอบ", "The day by which a question asks for an answer"),
    "author_name": Text("ชื่อผู้เขียนตามที่แสดงบนเว็บ", "Who said it, as the site shows it"),
    "author_role": Text("บทบาทของผู้เขียนในวันนั้น", "The role of whoever said it, at the time"),
    "at": Text("เวลาที่เขียน (UTC)", "When it was said, in UTC"),
}
FILTERS: Final[Words] = {
    "known": Text("ทั้งชุดข้อมูลตามที่รู้ ณ สิ้นวันนี้ หากเก็บไว้", "The whole data as it was known at the end of this day, if kept"),
    "indicator": Text("รหัสตัวชี้วัด หลายค่าคั่นด้วยจุลภาค", "Ids of indicators, separated by commas"),
    "unit": Text("รหัสหน่วย หลายค่าคั่นด้วยจุลภาค", "Ids of units, separated by commas"),
    "unit_kind": Text("ชนิดของหน่วย", "Kinds of units"),
    "kind": Text("ชนิด", "Kinds"),
    "domain": Text("ด้าน", "Domains"),
    "period_kind": Text("ชนิดของช่วงเวลา", "Kinds of periods"),
    "from": Text("ช่วงเวลาสิ้นสุดตั้งแต่วันนี้", "Periods that end on this day or later"),
    "to": Text("ช่วงเวลาสิ้นสุดไม่เกินวันนี้", "Periods that end on this day or earlier"),
    "since": Text("ตั้งแต่วันนี้", "On this day or later"),
    "until": Text("ถึงวันนี้", "On this day or earlier"),
    "fiscal_year": Text("ปีงบประมาณ (ค.ศ. ที่สิ้นสุด)", "Fiscal years, by the CE year in which they end"),
    "authority": Text("ผู้กำหนดเป้าหมาย", "Who set the target"),
    "breakdown": Text("รหัสส่วนย่อย", "Ids of parts, such as female"),
    "quality": Text("คุณภาพของตัวเลข", "Qualities"),
    "sample": Text("เฉพาะตัวเลขตัวอย่าง หรือเฉพาะที่ไม่ใช่", "Only invented figures, or only others"),
    "source": Text("รหัสแหล่งข้อมูล", "Ids of sources"),
    "feed": Text("รหัสฟีด", "Ids of feeds"),
    "route": Text("รหัสสาย", "Ids of routes"),
    "day_type": Text("ชนิดวัน", "Kinds of days"),
    "layer": Text("ชั้นข้อมูล", "Layers"),
    "cause": Text("รหัสสาเหตุ หลายค่าคั่นด้วยจุลภาค", "Ids of causes, separated by commas"),
    "area": Text("พื้นที่ที่จุดอยู่", "The area the point lies in"),
    "as_known_at": Text(
        "ตัวเลขตามที่ทราบในวันนั้น ภายในชุดข้อมูลนี้", "Figures as they were known on this day, within this snapshot"
    ),
    "limit": Text("จำนวนแถวต่อหน้า", "Rows a page"),
    "offset": Text("จำนวนแถวที่ข้าม", "Rows passed over"),
}
REFUSED: Final[Words] = {
    "not-a-day": Text("ไม่ใช่วันที่", "This is not a day"),
    "no-such-day": Text("ดูวันนี้ไม่ได้", "This day cannot be shown"),
    "day-not-kept": Text("ไม่ได้เก็บวันนี้ไว้", "This day is not kept"),
    "unknown-address": Text("ไม่มีที่อยู่นี้", "There is no such address"),
    "not-watched": Text("ไม่มีตำแหน่งสดของแหล่งนี้", "No live positions of this feed are kept"),
    "unknown-parameter": Text("ไม่มีพารามิเตอร์นี้", "There is no such parameter"),
    "wrong-value": Text("ค่านี้ใช้ไม่ได้", "This value cannot be used"),
    "wrong-method": Text("อ่านได้อย่างเดียว", "This can only be read"),
    "no-such-form": Text("ไม่มีในรูปแบบนี้", "It does not come in this form"),
    "too-slow": Text("ใช้เวลานานเกินไป", "It takes too long"),
    "too-busy": Text("มีคำขอมากเกินไป", "Too many requests at once"),
    "no-snapshot": Text("ยังไม่มีชุดข้อมูล", "There is no snapshot to read"),
    "no-record": Text("เปิดบันทึกไม่ได้", "The record cannot be read"),
    "no-room": Text("เซิร์ฟเวอร์ไม่มีที่ว่างพอสำหรับไฟล์นี้", "The server has no room for this file"),
    "failed": Text("เกิดความผิดพลาด", "Something failed"),
}
DETAILS: Final[Words] = {
    "not-a-day": Text("known: {why}", "known: {why}"),
    "no-such-day": Text("known: {why}", "known: {why}"),
    "day-not-kept": Text(
        "known: เปิด /?known={day} บนหน้าเว็บเพื่อรวบรวมวันนี้ก่อน ที่เก็บไว้คือ {days}",
        "known: open /?known={day} on the pages to have it put together first; kept are {days}",
    ),
    "unknown-address": Text("ที่มีคือ {known}", "There are {known}"),
    "not-watched": Text("ที่มีคือ {known}", "There are {known}"),
    "unknown-parameter": Text("{name}: ที่มีคือ {known}", "{name}: there are {known}"),
    "wrong-value": Text("{name}: ต้องเป็น {wanted}", "{name}: write {wanted}"),
    "wrong-method": Text("ใช้ GET", "Use GET"),
    "no-such-form": Text("ที่มีคือ {known}", "There are {known}"),
    "too-slow": Text("เกิน {seconds} วินาที ใส่ตัวกรองเพิ่ม", "More than {seconds} seconds; filter more"),
    "too-busy": Text("ลองใหม่ในอีกสักครู่", "Try again in a moment"),
    "no-snapshot": Text("ลองใหม่ภายหลัง", "Try again later"),
    "no-record": Text("ลองใหม่ภายหลัง", "Try again later"),
    "no-room": Text("แจ้งผู้ดูแลระบบ แล้วลองใหม่ภายหลัง", "Tell the administrator, and try again later"),
    "failed": Text("แจ้งรหัส {code}", "Report the code {code}"),
}
WANTED: Final[Words] = {
    "words": Text("รหัสคั่นด้วยจุลภาค ไม่เกิน {most} รหัส", "ids separated by commas, at most {most}"),
    "choice": Text("ค่าใดใน {choices}", "any of {choices}"),
    "near": Text(
        "รหัสที่มีอยู่ ไม่มี {value} ที่ใกล้เคียงคือ {near} รหัสที่เผยแพร่ได้อยู่ที่ {address}",
        "an id that there is; there is no {value}, close to it are {near}; those that may leave are at {address}",
    ),
    "known": Text(
        "รหัสที่มีอยู่ ไม่มี {value} รหัสที่เผยแพร่ได้อยู่ที่ {address}",
        "an id that there is; there is no {value}; those that may leave are at {address}",
    ),
    "day": Text("วันที่แบบ 2025-09-30", "a day such as 2025-09-30"),
    "flag": Text("true หรือ false", "true or false"),
    "whole": Text("จำนวนเต็ม {low} ถึง {high}", "a whole number from {low} to {high}"),
    "once": Text("ครั้งเดียว", "it once"),
    "stop": Text("รหัสป้ายหนึ่งรหัส", "the id of one stop"),
}
