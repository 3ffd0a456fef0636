"""Words of what to ask about: why, what the figure says, what to ask, and the sheet that is taken along."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

TITLE: Final = Text("ห้าเรื่องที่ควรถาม", "Five things to ask about")
ABOUT: Final = Text(
    "คัดจากตัวเลขที่มีแหล่งที่มาเท่านั้น ด้วยกติกาเดียวกันทุกครั้ง บอกพื้นที่ของทุกตัวเลข",
    "Chosen from figures with a source only, by the same rule each time; every figure names its place",
)
FEWER: Final = Text(
    "ตัวเลขที่มีแหล่งที่มาทำให้ถามได้เพียง {count} เรื่อง ที่เหลือยังไม่มีตัวเลขจริงพอจะถาม",
    "Figures with a source give cause for {count} only; there is not enough published to ask more",
)
NONE: Final = Text(
    "ยังไม่มีตัวเลขที่มีแหล่งที่มาพอจะชี้เรื่องที่ควรถาม", "No figure with a source gives cause to ask about anything yet"
)
NEVER_TOLD: Final = Text(
    "อีก {never} จาก {promised} ตัวชี้วัดที่โครงการสัญญาไว้ยังไม่เคยมีตัวเลขจริงเลย จึงไม่มีตัวเลขให้ถาม",
    "Of {promised} indicators the programme promised, {never} never had a published figure that could be asked about",
)
WHO_HOLDS: Final = Text("ดูว่าใครถือข้อมูล", "See who holds them")

# Why a figure is asked about.
KINDS: Final[Mapping[str, Text]] = {
    "missed": Text("ห่างเป้า", "Far from target"),
    "worsened": Text("แย่ลง", "Became worse"),
    "silent": Text("สัญญาแล้วเงียบ", "Promised, then silent"),
    "late": Text("ค้างส่ง", "Overdue"),
    "doubtful": Text("ที่มายังไม่แน่น", "Source in doubt"),
}

SAYS: Final[Mapping[str, Text]] = {
    "missed": Text(
        "{named} อยู่ที่ {value} {when} ขณะที่{whose}คือ{target}",
        "{named}: {value} {when}, against the {whose} of {target}",
    ),
    "missed then": Text(
        "{named} อยู่ที่ {value} {when} ขณะที่{whose}ในงวดนั้นคือ{target}",
        "{named}: {value} {when}, against the {whose} of that time, {target}",
    ),
    "worsened up": Text(
        "{named} เพิ่มขึ้น {by} จาก{before} เป็น {value} {when} ซึ่งแย่ลง",
        "{named}: up by {by} from {before} to {value} {when}, which is worse",
    ),
    "worsened down": Text(
        "{named} ลดลง {by} จาก{before} เหลือ {value} {when} ซึ่งแย่ลง",
        "{named}: down by {by} from {before} to {value} {when}, which is worse",
    ),
    "silent": Text(
        "{named} อยู่ที่ {value} {when} แล้วไม่มีตัวเลขใหม่อีกเลย {age} ทั้งที่โครงการเมืองอัจฉริยะสัญญาไว้",
        "{named}: {value} {when}, and nothing newer for {age}, though the Smart City programme promised it",
    ),
    "late": Text(
        "{named} ตัวเลขล่าสุดคือ {value} {when} ตัวเลขถัดไปเลยกำหนดส่งมาแล้ว {age}",
        "{named}: the newest figure is {value} {when}; the next has been overdue for {age}",
    ),
    "estimated": Text(
        "{named} อยู่ที่ {value} {when} แต่เป็นเพียงค่าประมาณ",
        "{named}: {value} {when}, but only as an estimate",
    ),
    "reported": Text(
        "{named} อยู่ที่ {value} {when} แต่รู้จากข่าวหรือบทความเท่านั้น ไม่ได้มาจากหน่วยงานที่รับผิดชอบโดยตรง",
        "{named}: {value} {when}, but known only from the press or a paper, not from the body responsible itself",
    ),
}
"""What the figure says and why it is asked about; each begins with the name, which leads to the indicator."""

QUESTION: Final = Text("คำถาม", "Question")
# What to ask.
QUESTIONS: Final[Mapping[str, Text]] = {
    "missed": Text("ต้องทำอะไรจึงจะถึงเป้า และเมื่อใด", "What would it take to meet the target, and by when?"),
    "worsened": Text("เพราะเหตุใดจึงแย่ลง และจะทำอะไรต่อ", "Why did it become worse, and what is done about it?"),
    "silent": Text("วันนี้อยู่ที่เท่าใด และเหตุใดจึงไม่มีการรายงานอีก", "Where does it stand today, and why is it no longer told?"),
    "late": Text("ใครต้องส่งตัวเลขใหม่ และจะส่งเมื่อใด", "Who owes the newer figure, and when will it come?"),
    "doubtful": Text(
        "หน่วยงานใดยืนยันตัวเลขนี้ได้ และจากทะเบียนใด", "Which office can confirm the figure, and by which record?"
    ),
}

YEARS: Final = Text("{count} ปี", "{count} years")
MONTHS: Final = Text("{count} เดือน", "{count} months")
DAYS: Final = Text("{count} วัน", "{count} days")

RULE: Final = Text("คัดมาอย่างไร", "How these are chosen")
RULES: Final = (
    Text(
        "ถามเฉพาะตัวเลขจริงที่มีทิศทางดีหรือไม่ดี ของเทศบาล พื้นที่เมือง อำเภอ หรือจังหวัด และบอกพื้นที่เสมอ ตัวเลขตัวอย่างไม่นับ",
        "Only published figures of which one way is better, of the municipality, the city area, the district or the"
        " province, named each time; a sample figure never.",
    ),
    Text(
        "ห่างเป้า: พลาดเป้าไปกี่ส่วนของเป้า · แย่ลง: แย่ลงจากปีก่อนกี่ส่วน (ร้อยละนับเป็นจุด)"
        " · สัญญาแล้วเงียบ: โครงการสัญญาไว้และไม่มีตัวเลขใหม่เกินหนึ่งปี นานที่สุดก่อน"
        " · ค้างส่ง: เลยกำหนดนานที่สุดก่อน · ที่มายังไม่แน่น: ค่าประมาณก่อน แล้วจึงข่าวหรือบทความ",
        "Far from target: by which share of the target it is missed. Became worse: by which share of the year before (a"
        " percentage by its points). Promised, then silent: promised by the programme, nothing newer for over a year,"
        " the longest first. Overdue: the longest first. Source in doubt: estimates, then press and papers.",
    ),
    Text(
        "เอาเรื่องแรกของแต่ละข้อก่อน ตัวชี้วัดละครั้ง ถ้าเท่ากัน เรื่องของวันนี้มาก่อนเรื่องของงวดเก่า"
        " พื้นที่ใกล้มาก่อน คะแนนมากมาก่อน แล้วจึงตามลำดับด้านและรหัสตัวชี้วัด",
        "The first of each kind comes first, each indicator once. Within a kind: what is of today before what is of an"
        " older period, the nearer place, the higher score, then the order of domains and the indicator's id.",
    ),
)

TAKE: Final = Text("นำติดตัวไปเป็นข้อความ", "Take along as text")
TAKE_FILE: Final = Text("บันทึกเป็นไฟล์ข้อความ", "Save as a text file")
COPY: Final = Text("คัดลอกทั้งหมด", "Copy all")
COPIED: Final = Text("คัดลอกแล้ว", "Copied")
ASK: Final = Text("ถาม: {question}", "Ask: {question}")
OWNER: Final = Text("เจ้าของตัวชี้วัดในระบบนี้: {owner}", "Owner of the indicator here: {owner}")
FACTS: Final = Text(
    "ตัวเลข: {value} · {period} · {place} · {quality}", "Figure: {value} · {period} · {place} · {quality}"
)
KNOWN: Final = Text("ความรู้ถึงวันที่ {day} · ชุดข้อมูล {snapshot}", "As known on {day} · snapshot {snapshot}")
