"""Words of the overview."""

from smart7.i18n import Text

CHANGED = Text("อะไรเปลี่ยนไปจากงวดก่อน", "What changed since the period before")
CHANGED_NOTE = Text(
    "เฉพาะตัวเลขที่มีแหล่งที่มาและมีงวดติดกันให้เทียบ ตัวเลขตัวอย่างไม่นับ",
    "Only figures with a source and a period right before to compare with; samples are left out",
)
NOTHING_CHANGED = Text("ยังไม่มีตัวเลขสองงวดติดกันให้เทียบ", "No two periods in a row to compare yet")
AIMS = Text("7 ด้าน กับ 5 เป้าประสงค์", "Seven domains by five aims")
AIMS_NOTE = Text(
    "จำนวนตัวชี้วัดที่ตอบแต่ละเป้าประสงค์ (ในวงเล็บ: มีตัวเลขที่มีแหล่งที่มา)",
    "How many indicators serve each aim (in brackets: with a sourced figure)",
)
ADOPTION = Text("18 หน่วยกับ 7 ด้าน", "The 18 units and the seven domains")
ADOPTION_NOTE = Text(
    "ตัวชี้วัดที่มอบให้แต่ละหน่วย (ในวงเล็บ: มีตัวเลขแล้ว) การมอบหมายเป็นของบัญชีตัวชี้วัดของโครงการนี้"
    " ไม่พบแหล่งสาธารณะที่บอกว่าหน่วยใดรับด้านใดในปี 2560",
    "Indicators given to each unit (in brackets: with a figure). The assignment is this catalogue's own;"
    " no public source was found that says which unit took which domain in 2017",
)
BEFORE = Text("เทียบกับ", "Compared with")
