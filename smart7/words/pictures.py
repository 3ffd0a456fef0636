"""Words of the pictures people add to an agenda, and of what is refused."""

from smart7.i18n import Text

CHOOSE = Text("เลือกไฟล์ภาพ", "Choose a picture")
ADD = Text("เพิ่มภาพ", "Add a picture")
FILE = Text("ไฟล์ภาพ (PNG หรือ JPEG)", "Picture (PNG or JPEG)")
FILE_NOTE = Text(
    "ระบบวาดภาพใหม่ก่อนเก็บ ตำแหน่งที่ถ่ายและข้อมูลอื่นในไฟล์จึงไม่ติดไปด้วย",
    "The picture is drawn anew before it is kept: where it was taken and whatever else is in the file stay behind",
)
ALT_TH = Text("คำบรรยายภาพภาษาไทย", "What it shows, in Thai")
ALT_EN = Text("คำบรรยายภาพภาษาอังกฤษ", "What it shows, in English")
SAVE = Text("เพิ่มภาพนี้", "Add this picture")

NO_FILE = Text("ยังไม่ได้เลือกไฟล์ภาพ", "no picture was chosen")
NO_ALT = Text(
    "ภาพต้องมีคำบรรยายทั้งภาษาไทยและภาษาอังกฤษ สำหรับผู้ที่มองไม่เห็นภาพ",
    "a picture needs to be described in Thai and in English, for those who do not see it",
)
UNREADABLE = Text("ไฟล์นี้ไม่ใช่ภาพ PNG หรือ JPEG ที่สมบูรณ์", "this file is not a whole PNG or JPEG picture")
TOO_LARGE = Text("ไฟล์ภาพใหญ่เกิน {most} MB", "the file is larger than {most} MB")
TOO_MANY_PIXELS = Text("ภาพใหญ่เกิน {most} ล้านพิกเซล", "the picture has more than {most} million pixels")
TOO_SMALL = Text("ภาพเล็กเกินไป ต้องกว้างและสูงอย่างน้อย {least} พิกเซล", "the picture is smaller than {least} pixels across")
TOO_MANY = Text("เก็บภาพครบ {most} ภาพแล้ว", "{most} pictures are kept already, which is the most")
GONE = Text("ไม่พบไฟล์ภาพ", "the file of the picture is not there")
