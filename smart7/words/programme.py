"""Words of the page about the programme of 2017."""

from smart7.i18n import Text

# What every name of a domain has, and its column does without.
SMART = Text("อัจฉริยะ", "Smart")

LEAD = Text(
    "นโยบายปี 2560 เอ่ยถึง {promised} จาก {total} ตัวชี้วัดในบัญชีนี้ วันนี้มีตัวเลขจริง {known}"
    " เทียบกับเป้าหมายได้ {judged} และได้ตามเป้า {on}",
    "The programme of 2017 names {promised} of the {total} indicators kept here. Today {known} of them have a real"
    " figure, {judged} can be held against a target, and {on} meet it",
)
PROMISED = Text("สัญญาอะไรไว้ และวันนี้มีอะไร", "What was promised, and what is there today")
PROMISED_NOTE = Text(
    "ตัวชี้วัดที่นโยบายเอ่ยถึง และในจำนวนนั้นมีเท่าไรที่รู้ เทียบได้ และได้ตามเป้า ทั้งของวันนี้และเฉพาะงวดของตัวเลข"
    " สียิ่งเข้ม ยิ่งใกล้ครบ ตัวเลขตัวอย่างไม่นับ",
    "The indicators the programme names, and how many of these are known, judged and on target, today or for the"
    " period of the figure alone. The darker a cell, the closer to all of them; samples are left out",
)
KNOWN = Text("มีตัวเลข", "Known")
JUDGED = Text("เทียบเป้าได้", "Judged")
ON = Text("ตามเป้า", "On target")
EVERY_PROMISE = Text("ตัวชี้วัดที่นโยบายเอ่ยถึงทั้งหมด ({count})", "Every indicator the programme names ({count})")
OF = Text("จาก {total}", "of {total}")

TOOK_PART = Text("ใครร่วมบ้าง", "Who took part")
TOOK_PART_NOTE = Text(
    "ข่าวของเทศบาล 27 สิงหาคม 2560 กล่าวถึงโรงเรียน 11 แห่ง หน่วยงาน 7 แห่ง และศูนย์พัฒนาเด็กเล็ก 11 แห่ง"
    " แต่ไม่ได้ระบุชื่อหน่วยงานทั้ง 7 ที่เห็นด้านล่างเป็นการเลือกของโครงการนี้",
    "The municipality's news item of 27 August 2017 speaks of 11 schools, seven divisions and 11 child centres."
    " It does not name the divisions; the seven below were chosen by this project",
)
ADOPTION = Text("18 หน่วยกับ 7 ด้าน", "The 18 units and the seven domains")
ADOPTION_NOTE = Text(
    "ตัวชี้วัดที่มอบให้แต่ละหน่วย และมีตัวเลขจริงแล้วกี่ตัว การมอบหมายเป็นของบัญชีตัวชี้วัดของโครงการนี้"
    " ไม่พบแหล่งสาธารณะที่บอกว่าหน่วยใดรับด้านใดในปี 2560",
    "Indicators given to each unit, and how many of them have a real figure. The assignment is this catalogue's own;"
    " no public source was found that says which unit took which domain in 2017",
)
AIMS = Text("7 ด้าน กับ 5 เป้าประสงค์", "Seven domains by five aims")
AIMS_NOTE = Text(
    "ตัวชี้วัดทั้งหมดของบัญชีที่ตอบแต่ละเป้าประสงค์ และมีตัวเลขจริงแล้วกี่ตัว",
    "All indicators of the catalogue that serve each aim, and how many of them have a real figure",
)
