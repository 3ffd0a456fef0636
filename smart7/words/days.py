"""Words of days and hours: seasons, what a day is held against, what stands round their charts."""

from typing import Final

from smart7.i18n import Text

SEASONS: Final[dict[str, Text]] = {
    "cool": Text("ฤดูหนาว (16 ต.ค.–15 ก.พ.)", "Cool season (16 Oct–15 Feb)"),
    "hot": Text("ฤดูร้อน (16 ก.พ.–15 พ.ค.)", "Hot season (16 Feb–15 May)"),
    "rainy": Text("ฤดูฝน (16 พ.ค.–15 ต.ค.)", "Rainy season (16 May–15 Oct)"),
}
CLASSES: Final[dict[str, Text]] = {
    "low": Text("ไม่เกินครึ่งของมาตรฐาน", "at most half the standard"),
    "within": Text("ไม่เกินมาตรฐาน", "within the standard"),
    "over": Text("เกินมาตรฐาน", "over the standard"),
    "far": Text("เกินสองเท่าของมาตรฐาน", "over twice the standard"),
    "few": Text("วัดไม่ถึง 18 ชั่วโมง ไม่ตัดสิน", "fewer than 18 hours, not judged"),
    "unjudged": Text("ไม่มีมาตรฐานรายวัน", "no standard of a day"),
}
HEADING: Final = Text("รายวันและรายชั่วโมง: {station}", "Days and hours: {station}")
STATION: Final = Text(
    "ผลของจุดตรวจวัดจุดเดียว ไม่ใช่ค่าของทั้งเมือง มีผล {days} วัน จาก {first} ถึง {last}",
    "Measured at one point, which is not the whole city: {days} days, from {first} to {last}",
)
OF_AREA: Final = Text(
    "ค่าของ{area}ตามที่แหล่งข้อมูลระบุ มีผล {days} วัน จาก {first} ถึง {last}",
    "About the {area}, as the source has it: {days} days, from {first} to {last}",
)
PLACED: Final = Text("ตำแหน่งคลาดเคลื่อนได้ราว {metres} เมตร", "position may be off by about {metres} m")
HOURLY: Final = Text("มีค่ารายชั่วโมง {hours} ชั่วโมง ถึง {last}", "{hours} hours one by one, up to {last}")
STANDARD: Final = Text(
    "มาตรฐานที่ใช้บังคับในวันนั้น: {values} ({source})", "The standard in force on that day: {values} ({source})"
)
SINCE: Final = Text("{value} ตั้งแต่ {day}", "{value} from {day}")
ALL_DAYS: Final = Text("ดูปฏิทินรายวัน ชั่วโมง และเดือน", "The calendar of days, hours and months")
MORE: Final = Text("ฤดู ชั่วโมง และเดือนของ{station}", "Seasons, hours and months of {station}")
OTHERS: Final = Text("จุดตรวจวัดอื่นที่มีค่ารายวัน: {names}", "Other points with days: {names}")
FOUND: Final = Text(
    "{year}: วัดได้ {measured} จาก {days} วัน เกินมาตรฐาน {over} วัน",
    "{year}: {measured} of {days} days measured, {over} over the standard",
)
WORST: Final = Text(
    "เกินมาตรฐานมากที่สุดใน{month} {over} จาก {judged} วันที่วัด", "Most days over in {month}: {over} of {judged} measured"
)
NEVER_OVER: Final = Text("ไม่มีวันใดเกินมาตรฐาน", "No day was over the standard")
FEW: Final = Text("วัดไม่ถึง 18 ชั่วโมง {count} วัน", "{count} with fewer than 18 hours")
GAP: Final = Text("ช่องว่างคือวันที่ไม่มีผลตรวจวัด", "An empty cell is a day without a measurement")
NOT_MEASURED: Final = Text("ไม่มีผลตรวจวัด", "not measured")
HOURS_OF: Final = Text("วัด {hours} ชั่วโมง", "{hours} hours measured")
LIMIT: Final = Text("มาตรฐาน {value}", "standard {value}")
OVER_OF: Final = Text("เกิน {over} จาก {judged} วันที่วัด", "{over} over, of {judged} days measured")
DAYS_OF: Final = Text("วัดได้ {days} จาก {all} วัน", "{days} of {all} days measured")
TOO_FEW: Final = Text("วัดได้ {days} จาก {all} วัน น้อยเกินไป", "{days} of {all} days measured, too few")
MIDDLE: Final = Text("ค่ากลางของทุกปี", "Middle of all years")
OF_YEAR: Final = Text("ปีงบประมาณ {year}", "Fiscal year {year}")
NOTES: Final[dict[str, Text]] = {
    "over": Text(
        "สองตัวเลขคือวันที่เกินจากวันที่วัดได้ ในเดือนที่วัดได้ไม่ถึงสามในสี่ ช่องว่างคือเดือนที่ไม่มีผล",
        "Two numbers are days over, of days measured, where fewer than three quarters of the month were; an empty cell"
        " is a month without any",
    ),
    "seasons": Text(
        "ปีนับจากฤดูหนาวที่เริ่มตุลาคมก่อนหน้า ฤดูตามกรมอุตุนิยมวิทยา",
        "A year begins with the cool season of the October before; seasons as the Meteorological Department has them",
    ),
    "hours": Text("เฉลี่ยจากทุกชั่วโมงที่วัดได้ {hours} ชั่วโมง", "Means of all {hours} hours measured"),
    "months": Text(
        "เส้นขาดคือเดือนที่วัดได้ไม่ถึงสามในสี่ของวัน",
        "The line breaks where fewer than three quarters of a month's days were measured",
    ),
    "shape": Text(
        "แถบจางคือค่าต่ำสุดถึงสูงสุดของแต่ละเดือนในทุกปีที่วัดได้พอ",
        "The pale band reaches from the lowest to the highest mean of each month",
    ),
}
MONTH: Final = Text("เดือน", "Month")
YEAR: Final = Text("ปี", "Year")
HOUR: Final = Text("ชั่วโมง", "Hour")
MEASURED: Final = Text("วันที่วัดได้", "Days measured")
OVER: Final = Text("วันที่เกินมาตรฐาน", "Days over")
MEAN: Final = Text("เฉลี่ย", "Mean")
HIGHEST: Final = Text("สูงสุด", "Highest")
LOWEST: Final = Text("ต่ำสุด", "Lowest")
