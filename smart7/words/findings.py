"""Sentences that say what a panel shows."""

from typing import Final

from smart7.i18n import Text

SAMPLE: Final = Text("ตัวเลขตัวอย่าง แสดงรูปแบบเท่านั้น", "Sample figures, which show the shape only")
ONE: Final = Text("{label}: {value}", "{label}: {value}")
ROSE: Final = Text(
    "เพิ่มขึ้น {gap} จาก {old} ใน{first} เป็น {new} ใน{last}", "Up {gap}, from {old} in {first} to {new} in {last}"
)
FELL: Final = Text(
    "ลดลง {gap} จาก {old} ใน{first} เหลือ {new} ใน{last}", "Down {gap}, from {old} in {first} to {new} in {last}"
)
SAME: Final = Text("{new} ใน{last} เท่ากับใน{first}", "{new} in {last}, the same as in {first}")
PEAK: Final = Text(" สูงสุด {value} ใน{at}", "; the most was {value} in {at}")
POINTS: Final = Text("จุด", "points")
MOST: Final = Text(
    "มากที่สุดคือ{top} {high} น้อยที่สุดคือ{bottom} {low} ({period})",
    "Most in {top}, {high}; least in {bottom}, {low} ({period})",
)
ALL_SAME: Final = Text("ทั้ง {count} แห่งเท่ากันที่ {value}", "All {count} stand at {value}")
HIGHEST: Final = Text(
    "สูงสุด {value} ใน{at} เทียบกับเดือนกลาง ๆ {usual}", "The most was {value}, in {at}; the middle month has {usual}"
)
SHARE: Final = Text(
    "จาก{first} {old} มาถึง{last} {new} คิดเป็น {share}", "Of {old} ({first}), {new} came to {last}: {share}"
)
THROUGH: Final = Text(
    "{period}: เงินเข้า {come} มากที่สุดคือ{come_top} {come_share} ใช้ไป {went} มากที่สุดคือ{went_top} {went_share}",
    "{period}: {come} came in, most from {come_top} ({come_share});"
    " {went} was spent, most on {went_top} ({went_share})",
)
WIDER: Final = Text(
    "{more}มากกว่า{fewer} {gap} {measure}ใน{last} จากที่มากกว่า {before} {measure}ใน{first}",
    "{more}: {gap} {measure} more than {fewer} in {last}, {before} more in {first}",
)
PROMISED: Final = Text("สัญญาว่าจะเปิดปี {year} ({at})", "Promised to open in {year} ({at})")
PUT_OFF: Final = Text(
    "กำหนดเปิดเลื่อนออกไป {years} ปี จากปี {old} เป็นปี {new} ในการประกาศ {count} ครั้ง",
    "The opening was put off by {years} years, from {old} to {new}, in {count} announcements",
)
BROUGHT_FORWARD: Final = Text(
    "กำหนดเปิดเลื่อนเข้ามา {years} ปี จากปี {old} เป็นปี {new} ในการประกาศ {count} ครั้ง",
    "The opening was brought forward by {years} years, from {old} to {new}, in {count} announcements",
)
EVENTS: Final = Text("{count} เหตุการณ์ ล่าสุด: {last}", "{count} events, the last: {last}")
