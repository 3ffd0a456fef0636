"""Words of verdicts and of whose target a figure is held against."""

from smart7.i18n import Text
from smart7.words.common import Words

THEN = Text("{status}{when} ยังไม่มีตัวเลขใหม่กว่า", "{status} {when}; no newer figure")
WHEN: Words = {
    "month": Text("ในเดือน {period}", "in {period}"),
    "quarter": Text("ใน{period}", "in {period}"),
    "fiscal_year": Text("ใน{period}", "in {period}"),
    "calendar_year": Text("ใน{period}", "in {period}"),
    "academic_year": Text("ใน{period}", "in {period}"),
    "date": Text("เมื่อ {period}", "on {period}"),
    "span": Text("ในช่วง {period}", "over {period}"),
}
SAMPLE = Text("เป้าหมายตัวอย่าง", "sample target")
SINCE = Text("ตั้งแต่{year}", "since {year}")
SINCE_DAY = Text("ตั้งแต่ {day}", "since {day}")
FROM_TO = Text("{first} ถึง{last}", "{first} to {last}")

# The three parts of every count of verdicts.
NOW = Text("ตัดสินได้ ณ วันนี้ {count}", "{count} judged now")
AT_THE_TIME = Text("ตัดสินได้เฉพาะงวดของตัวเลข {count}", "{count} judged then")
CANNOT_SAY = Text("ยังบอกไม่ได้ {count}", "{count} cannot be said")
