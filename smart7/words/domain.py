"""Words of a domain's page: its figures told large, what one sees in their charts, the list of the rest."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

# What a line shows from its first period to its last, by how it moved.
WHOLE: Final[Mapping[str, Text]] = {
    "up": Text("ตั้งแต่ {before} เพิ่มขึ้น {by} จาก {old} เป็น {value}", "Up {by} since {before}, from {old} to {value}"),
    "down": Text("ตั้งแต่ {before} ลดลง {by} จาก {old} เหลือ {value}", "Down {by} since {before}, from {old} to {value}"),
    "later": Text(
        "ตั้งแต่ {before} เลื่อนออกไป {by} จากปี {old} เป็นปี {value}", "Put off by {by} since {before}, from {old} to {value}"
    ),
    "earlier": Text(
        "ตั้งแต่ {before} เลื่อนเข้ามา {by} จากปี {old} เป็นปี {value}",
        "Brought forward by {by} since {before}, from {old} to {value}",
    ),
    "same": Text("{value} เท่ากับ{when}", "{value}, the same as {when}"),
}
LOWEST: Final = Text("ต่ำสุดในรอบ {count} งวดที่มีตัวเลข", "the lowest of {count} periods on record")
HIGHEST: Final = Text("สูงสุดในรอบ {count} งวดที่มีตัวเลข", "the highest of {count} periods on record")
PEAK: Final = Text("สูงสุด {value} {when}", "the highest was {value} {when}")
RANGE: Final = Text(
    "ต่ำสุด {low} {when_low} สูงสุด {high} {when_high}", "Lowest {low} {when_low}, highest {high} {when_high}"
)
MIDDLE: Final[Mapping[str, Text]] = {
    "above": Text(
        "สูงกว่าค่ากลางของ {count} แห่งที่เทียบในงวดเดียวกัน ({value})",
        "above the middle of the {count} places compared with in that period ({value})",
    ),
    "below": Text(
        "ต่ำกว่าค่ากลางของ {count} แห่งที่เทียบในงวดเดียวกัน ({value})",
        "below the middle of the {count} places compared with in that period ({value})",
    ),
    "level": Text(
        "เท่ากับค่ากลางของ {count} แห่งที่เทียบในงวดเดียวกัน ({value})",
        "level with the middle of the {count} places compared with in that period ({value})",
    ),
}
SHORT_OF: Final = Text("ต่ำกว่า{whose} {gap}", "{gap} below the {whose}")
OVER: Final = Text("สูงกว่า{whose} {gap}", "{gap} above the {whose}")
WITHIN: Final = Text("อยู่ในเกณฑ์ของ{whose}พอดี", "exactly on the {whose}")
ONE_PERIOD: Final = Text("มีตัวเลขเพียงงวดเดียว จึงยังบอกไม่ได้ว่าดีขึ้นหรือแย่ลง",
                         "Known for one period only, so nothing can be said of better or worse")  # fmt: skip
OF_OTHER_PERIODS: Final = Text("เป้าหมายงวดอื่น", "Target of other periods")
DASHED: Final = Text("เส้นประ: {whose}", "Dashed: {whose}")
QUIET: Final = Text("เส้นสีเทา: {names}", "Grey: {names}")
AND_MORE: Final = Text("{names} และอีก {count} แห่ง", "{names} and {count} more")
AXIS: Final = Text("แกนตั้งไม่ได้เริ่มที่ 0", "The upright axis does not begin at 0")
ALT: Final = Text("แผนภูมิ {name}: {said}", "Chart, {name}: {said}")

LIST_TITLE: Final = Text("ตัวชี้วัดที่เหลือในด้านนี้", "The other indicators of this domain")
LIST_ALL: Final = Text("ตัวชี้วัดในด้านนี้", "The indicators of this domain")
STANDING: Final = Text("ทั้งด้านเทียบกับเป้าหมาย", "All of the domain against targets")
LIST_HINT: Final = Text("กดแต่ละบรรทัดเพื่อดูที่มา", "Open a line to see where it comes from")
REAL: Final = Text("ตัวเลขที่มีแหล่งที่มา ({count})", "Figures with a source ({count})")
MADE_UP: Final = Text("ตัวเลขตัวอย่าง แสดงรูปแบบเท่านั้น ({count})", "Sample figures, which show the shape only ({count})")
AS_CARDS: Final = Text("ดูทั้งหมดเป็นการ์ด", "See all as cards")
AS_LIST: Final = Text("ดูเป็นรายการ", "See as a list")
OPEN: Final = Text("เปิดหน้าของตัวชี้วัดนี้", "Open the page of this indicator")
COLUMNS: Final[tuple[Text, ...]] = (
    Text("ตัวชี้วัด", "Indicator"),
    Text("ค่าล่าสุด", "Latest value"),
    Text("ที่ผ่านมา", "So far"),
    Text("ผลเทียบเป้า", "Against target"),
    Text("งวด", "Period"),
    Text("คุณภาพ", "Quality"),
)
# Why there is no verdict, in as few words as a line has room for.
WHY_NOT: Final[Mapping[str, Text]] = {
    "context": Text("ไม่ตัดสิน", "Not judged"),
    "no_target": Text("ไม่มีเป้า", "No target"),
    "partial": Text("ยังไม่ครบปี", "Year not complete"),
    "parts": Text("รายหน่วย", "By unit only"),
    "missing": Text("ยังไม่มี", "None yet"),
    "sample": Text("ตัวอย่าง", "Sample"),
}

ONE_SCALE: Final = Text("ทุกเส้นใช้แกนเดียวกัน จาก {low} ถึง {high}", "All lines on one scale, from {low} to {high}")
SHADES: Final = Text(
    "สีชัดขึ้นเมื่อมากขึ้น ชัดที่สุดคือ {most} ช่องว่างคือไม่มีตัวเลข",
    "Stronger for more, strongest at {most}; an empty cell has no figure",
)
