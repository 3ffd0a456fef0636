"""Words for what happened where and when: causes and vehicles of accidents, by the ids that files use."""

from typing import Final

from smart7.i18n import Text

CAUSES: Final[dict[str, Text]] = {
    "speeding": Text("ขับรถเร็วเกินกำหนด", "Speeding"),
    "cutting-in": Text("ตัดหน้าระยะกระชั้นชิด", "Cutting in"),
    "tailgating": Text("ขับตามกระชั้นชิด", "Following too closely"),
    "drowsy": Text("หลับใน", "Falling asleep"),
    "drunk": Text("เมาสุรา", "Drunk driving"),
    "drugs": Text("เสพสารออกฤทธิ์ต่อจิตประสาท", "Under the influence of drugs"),
    "red-light": Text("ฝ่าสัญญาณไฟหรือเครื่องหมายจราจร", "Running a red light or a sign"),
    "wrong-way": Text("ขับรถย้อนศร", "Driving the wrong way"),
    "overtaking": Text("แซงรถผิดกฎหมาย", "Illegal overtaking"),
    "no-signal": Text("ไม่ให้สัญญาณเลี้ยวหรือจอด", "No signal when turning or stopping"),
    "not-giving-way": Text("ไม่ให้ทางหรือฝ่าป้ายหยุด", "Not giving way"),
    "wrong-lane": Text("ขับรถไม่อยู่ในช่องทาง", "Out of lane"),
    "phone": Text("ใช้โทรศัพท์ขณะขับรถ", "Using a telephone"),
    "inattention": Text("ประมาทหรือขาดสมาธิ", "Carelessness or inattention"),
    "inexperience": Text("ไม่ชำนาญการขับหรือเส้นทาง", "Not used to the vehicle or the road"),
    "illness": Text("เจ็บป่วยกะทันหัน", "Sudden illness"),
    "vehicle-fault": Text("อุปกรณ์รถบกพร่อง", "A fault of the vehicle"),
    "overload": Text("บรรทุกเกินอัตรา", "Overloaded"),
    "pedestrian": Text("คนเดินเท้าตัดหน้า", "A pedestrian stepped out"),
    "animal": Text("สัตว์ตัดหน้า", "An animal on the road"),
    "obstacle": Text("สิ่งกีดขวางบนถนน", "An obstacle on the road"),
    "road": Text("สภาพถนน", "The state of the road"),
    "weather": Text("สภาพอากาศหรือทัศนวิสัย", "Weather or poor sight"),
    "other": Text("อื่น ๆ", "Other"),
    "unknown": Text("ไม่ทราบสาเหตุ", "Not known"),
}
VEHICLES: Final[dict[str, Text]] = {
    "motorcycle": Text("รถจักรยานยนต์", "Motorcycle"),
    "car": Text("รถยนต์ส่วนบุคคล", "Car"),
    "pickup": Text("รถกระบะ", "Pickup"),
    "van": Text("รถตู้", "Van"),
    "bus": Text("รถโดยสาร", "Bus"),
    "songthaew": Text("รถสองแถว", "Songthaew"),
    "taxi": Text("รถแท็กซี่", "Taxi"),
    "truck": Text("รถบรรทุก", "Truck"),
    "trailer": Text("รถพ่วงหรือกึ่งพ่วง", "Trailer truck"),
    "tricycle": Text("รถสามล้อ", "Three-wheeler"),
    "bicycle": Text("รถจักรยาน", "Bicycle"),
    "pedestrian": Text("คนเดินเท้า", "Pedestrian"),
    "farm": Text("รถการเกษตร", "Farm vehicle"),
    "train": Text("รถไฟ", "Train"),
    "several": Text("หลายชนิด", "Several kinds"),
    "other": Text("อื่น ๆ", "Other"),
    "unknown": Text("ไม่ทราบชนิด", "Not known"),
}
