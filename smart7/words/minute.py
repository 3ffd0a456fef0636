"""Words of a visitor's first minute: what this is, what the colours mean, what a sample is."""

from smart7.i18n import Text

NAME = Text("มาครั้งแรก?", "First time here?")
AWAY = Text("เก็บ", "Put away")
WHAT = Text("1. นี่คืออะไร", "1. What this is")
WHAT_SAID = Text(
    "ตัวชี้วัดของเทศบาลนครขอนแก่นใน 7 ด้าน: รู้อะไรแล้ว เป็นของเมื่อใด และใครบอก ทุกตัวเลขพาไปถึงแหล่งที่มา ที่ยังไม่รู้ก็บอกว่าไม่รู้",
    "The indicators of Khon Kaen City Municipality in seven domains: what is known, as of when, and who says so."
    " Every figure leads to its source; what is not known is said to be so",
)
COLOURS = Text("2. สีและรูปหมายความว่าอะไร", "2. What colours and shapes mean")
OUTLINE = Text("ผลของงวดเก่า ยังไม่มีตัวเลขใหม่กว่า", "of an older period; there is no newer figure")
SAMPLE = Text("3. ตัวเลขตัวอย่างคืออะไร", "3. What a sample is")
SAMPLE_SAID = Text(
    "เส้นประและตัวเลขโปร่งคือของที่สร้างขึ้นเพื่อแสดงรูปแบบ ไม่ใช่ของโรงเรียนหรือหน่วยงานจริงใด สวิตช์บนสุดของทุกหน้าซ่อนได้",
    "What has a dashed edge and hollow figures is made up to show the shape, and is about no real school or office."
    " The switch at the top of every page hides it",
)
WORDS = Text("คำศัพท์ทั้งหมด", "All words explained")
