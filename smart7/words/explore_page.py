"""Words of the explore page and of saved views; the sentence itself has its words in `explore.py`."""

from smart7.i18n import Text

# Why a view is not saved.
MISSING: dict[str, Text] = {
    "name": Text("กรุณาตั้งชื่อมุมมอง", "Give the view a name"),
    "owner": Text("กรุณาใส่ชื่อผู้บันทึก", "Say who saves it"),
    "question": Text("ไม่มีคำถามให้บันทึก", "There is no question to save"),
}
TOO_LONG: dict[str, Text] = {
    "name": Text("ชื่อยาวเกิน 120 ตัวอักษร", "The name has more than 120 characters"),
    "note": Text("หมายเหตุยาวเกิน 2,000 ตัวอักษร", "The note has more than 2,000 characters"),
    "owner": Text("ชื่อผู้บันทึกยาวเกิน 80 ตัวอักษร", "The name of who saves it has more than 80 characters"),
    "question": Text("คำถามยาวเกินกว่าจะบันทึกได้", "The question is too long to be saved"),
}

# How each chart is asked for; what it is called stands beside it.
CHARTS: dict[str, Text] = {
    "lines": Text("เส้น", "Lines"),
    "groups": Text("แท่ง", "Bars"),
    "ranked": Text("จัดอันดับ", "Ranked"),
    "heat": Text("ตารางสี", "Heat map"),
    "multiples": Text("กราฟย่อย", "Small multiples"),
    "scatter": Text("สองตัวชี้วัด", "Scatter"),
    "boxes": Text("การกระจาย", "Spread"),
}
