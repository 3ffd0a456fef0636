"""What offices write in their tables, as it is recognised, and what is said of the files they publish."""

from typing import Final

# --- What stands in cells.

MISSING: Final = (
    "", "-", "--", "–", "—", "―", "…", "..", "...", "....", "n.a.", "n.a", "na", "n/a", "#n/a", "null", "none", "nan",
    "ไม่มีข้อมูล", "ไม่มีค่า", "ไม่ทราบ", "ไม่ทราบค่า", "ไม่ระบุ", "ไม่ปรากฏ", "no data", "nodata", "missing",
)  # fmt: skip
"""Signs for "not known", in small letters; none of them is zero."""

UNITS: Final = (
    "บาท", "คน", "ราย", "ครั้ง", "แห่ง", "โรง", "หลัง", "ครัวเรือน", "หลังคาเรือน", "ตัน", "ตัน/วัน", "กิโลกรัม", "กก.", "กม.", 
    "กิโลเมตร", "ไร่", "หน่วย", "ต้น", "ฉบับ", "เรื่อง", "เที่ยว", "คัน", "คะแนน", "ปี", "วัน",
    "ชั่วโมง", "น.", "µg/m3", "µg/m³", "มคก./ลบ.ม.",
)  # fmt: skip
"""Words after a number that do not change it; millions and thousands do, so they are not here."""

YEAR_WORDS: Final = (
    "ปีงบประมาณ", "ปีการศึกษา", "ปีปฏิทิน", "ปีภาษี", "พุทธศักราช", "คริสต์ศักราช", "ประจำปี", "พ.ศ.", "พ.ศ", "ค.ศ.", "ค.ศ", "ปี",
    "fiscal year", "academic year", "year", "b.e.", "be", "a.d.", "ad", "ce",
)  # fmt: skip
BUDDHIST_WORDS: Final = ("พ.ศ.", "พ.ศ", "พุทธศักราช", "b.e.", "be")
COMMON_ERA_WORDS: Final = ("ค.ศ.", "ค.ศ", "คริสต์ศักราช", "a.d.", "ad", "ce")
MONTH_WORDS: Final = ("เดือน",)
DAY_WORDS: Final = ("วันที่",)
CLOCK_WORDS: Final = ("เวลา", "นาฬิกา", "น.", "น", "hrs.", "hrs", "hr.", "h")
MARKS: Final = ("*", "**", "***", "r/", "p/", "e/", "r", "p", "e")
"""Footnote signs behind a figure or a year: revised, preliminary, estimated."""

SARA_AM: Final = ("ํา", "ำ")
DOUBLE_E: Final = ("เเ", "แ")

TOTALS: Final = r"(รวม|ผลรวม|ยอดรวม|รวมยอด|รวมทั้งหมด|รวมทั้งสิ้น|รวมทั้งปี|ทั้งหมด|ทั้งสิ้น|(grand |sub)?-?total|sum)[ :]*"
"""What a whole first text looks like in a row that adds up others."""
FOOTNOTES: Final = r"(หมายเหตุ|ที่มา|แหล่งที่มา|แหล่งข้อมูล|ข้อมูล ณ|หมายเหตุ/|remarks?\b|notes?\b|sources?\b|\*+ ).*"
