"""Words of the part that sets other places beside an indicator's own."""

from typing import Final

from smart7.i18n import Text

TITLE: Final = Text("เทียบกับที่อื่น", "Beside others")
VALUES: Final = Text("นิยามเดียวกันที่วัดในที่อื่น บนแกนเดียวกัน", "The same definition measured elsewhere, on one axis.")
NEARLY: Final = Text(
    "ตัวชี้วัดเดียวกันหรือใกล้เคียงที่วัดในที่อื่น บนแกนเดียวกัน ใต้ตารางบอกว่าต่างกันอย่างไร",
    "The same or nearly the same measured elsewhere, on one axis; below the table stands what differs.",
)
INDEX: Final = Text(
    "พื้นที่ใหญ่เล็กต่างกัน จึงไม่เทียบจำนวนกันตรง ๆ แต่แสดงว่าเปลี่ยนไปอย่างไรเป็นดัชนี ({base} = 100)",
    "The places differ in size, so their counts are not set against one another. Shown is how they moved, as an index "
    "({base} = 100).",
)
STRONG: Final = Text("เส้นหนาคือ{own} งวดที่ไม่มีตัวเลขเว้นว่างไว้", "The strong line is {own}; a gap means no figure.")
OWN_LACKS: Final = Text(
    "{own}ยังไม่มีตัวเลขถึงปีที่เลือก ตัวเลขของที่อื่นใช้แทนไม่ได้",
    "{own} has no figure up to the chosen year; those of other places do not stand in for it.",
)
TABLE: Final = Text("ตัวเลขของที่อื่นมีไว้เทียบเท่านั้น", "Figures of other places are for comparison only.")
COUNTS: Final = Text(
    "พื้นที่ใหญ่เล็กต่างกัน และตัวเลขที่มีทำเป็นดัชนีไม่ได้ จึงแสดงเป็นตาราง",
    "The places differ in size, and their figures make no index, so there is a table only.",
)
NO_FIGURE: Final = Text("ยังไม่มีตัวเลขถึงปีที่เลือก", "no figure up to the chosen year")
NO_BASE: Final = Text(
    "ไม่อยู่ในกราฟ เพราะไม่มีตัวเลขของ{base}: {names}", "Not in the chart, having no figure for {base}: {names}"
)
TOO_MANY: Final = Text(
    "ไม่อยู่ในกราฟ เพราะเส้นมากกว่านี้จะแยกไม่ออก: {names}",
    "Not in the chart, as more lines could not be told apart: {names}",
)
NO_RANK: Final = Text(
    "ค่าล่าสุดของแต่ละที่เป็นคนละงวด จึงไม่จัดอันดับ", "The newest figures are about different periods, so there is no ranking."
)
MIXED: Final = Text(
    "งวดต่างชนิดกัน เช่น ปีงบประมาณกับปีปฏิทิน แต่ละค่าจึงอยู่ตรงกลางงวดของตน",
    "Periods of different kinds, such as fiscal and calendar years, stand at their own middles.",
)
MEDIANS: Final = {
    "peer_city": Text("ค่ามัธยฐานของเมืองที่ใช้เทียบ {count} แห่ง", "Median of {count} cities compared with"),
    "peer_province": Text("ค่ามัธยฐานของจังหวัดที่ใช้เทียบ {count} แห่ง", "Median of {count} provinces compared with"),
}
BY_US: Final = Text("คำนวณจากตัวเลขในตารางและกราฟนี้", "Worked out from the figures shown here")
CAPTION: Final = Text("ค่าล่าสุดของแต่ละที่", "The newest figure of each place")
PLACE: Final = Text("พื้นที่", "Place")
NEWEST: Final = Text("ค่าล่าสุด", "Newest figure")
MARKS: Final = "¹²³⁴⁵⁶⁷⁸⁹"
OTHER: Final = Text("{name}: {differs}", "{name}: {differs}")
EVERY: Final = Text("ตัวเลขของแต่ละงวด", "The figures by period")
ASK_ON: Final = Text("ถามต่อในหน้าสำรวจ", "Ask on in the explorer")
SUMMARY: Final = Text("{place} {value} ({period})", "{place} {value} ({period})")

# How names of places are shortened at the ends of lines: what stands left is written as what stands right.
SHORTER: Final = (
    (Text("เทศบาลนคร", " City Municipality"), Text("ทน.", " City")),
    (Text("จังหวัด", " Province"), Text("จ.", " Prov.")),
    (Text("อำเภอ", " District"), Text("อ.", " Dist.")),
)
