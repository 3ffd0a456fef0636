"""How figures worked out from feeds and places say where they come from."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text

PLACES_FORMULA = Text(
    "สถานที่ในระยะ 500 เมตรเป็นเส้นตรงจากป้ายที่มีรถวันธรรมดา {close_by} แห่ง ÷ สถานที่ที่ทราบตำแหน่ง {places} แห่ง × 100",
    "{close_by} places within 500 m, in a straight line, of a stop with weekday service ÷ {places} places whose "
    "position is known × 100",
)
PEERS_NOTE = Text("มัธยฐานของ {peers} แห่งในงวดเดียวกัน: {each_th}", "The median of {peers} in the same period: {each_en}")
PLACES_NOTE = Text(
    "{same_record} จาก {places} แห่งมาจากบันทึกเดียวกับป้าย สัดส่วนจึงสูงโดยวิธีเก็บข้อมูล "
    "ตำแหน่งคลาดเคลื่อนทำให้เป็นได้ {surely} ถึง {perhaps} แห่ง ไม่ทราบตำแหน่งอีก {unplaced} แห่ง",
    "{same_record} of the {places} come from the record that names the stops, so the share is high by the way it was "
    "made. Uncertain positions make it {surely} to {perhaps} places; no known position for {unplaced} more",
)
BESIDE = Text("ค่าจากแบบจำลองของงวดเดียวกัน: {value:,.4g}", "the model gives for the same period: {value:,.4g}")
DRIVEN_FORMULAS: Final[Mapping[str, Text]] = {
    "bus-headway": Text(
        "นาทีระหว่างรถทุกช่วงที่ทุกป้าย {numerator:,.0f} ÷ จำนวนช่วง {denominator:,.0f}",
        "{numerator:,.0f} minutes between vehicles at all stops ÷ {denominator:,.0f} gaps",
    ),
    "bus-excess-wait": Text(
        "เวลารอเฉลี่ยตามที่รถวิ่งจริง ลบด้วยเวลารอเฉลี่ยตามแผน ถ่วงด้วยชั่วโมงที่มีบริการ {denominator:,.0f} ชั่วโมงป้าย",
        "mean wait as driven less mean wait by the plan, weighted by {denominator:,.0f} hours of service at stops",
    ),
    "bus-bunched": Text(
        "ช่วงที่สั้นกว่าหนึ่งในสี่ของระยะห่างตามแผน {numerator:,.0f} ÷ ช่วงที่เทียบกับแผนได้ {denominator:,.0f} × 100",
        "{numerator:,.0f} gaps under a quarter of the planned headway ÷ {denominator:,.0f} gaps held against one × 100",
    ),
    "bus-on-time": Text(
        "การผ่านป้ายที่เร็วไม่เกิน 1 นาทีและช้าไม่เกิน 5 นาที {numerator:,.0f} ÷ การผ่านป้ายของเที่ยวที่มีตาราง {denominator:,.0f} × 100",
        "{numerator:,.0f} passes from 1 minute early to 5 minutes late ÷ {denominator:,.0f} passes of trips with a"
        " timetable × 100",
    ),
    "bus-trips-run": Text(
        "เที่ยวที่วิ่ง {numerator:,.0f} ÷ เที่ยวตามแผน {denominator:,.0f} × 100",
        "{numerator:,.0f} trips run ÷ {denominator:,.0f} trips planned × 100",
    ),
}
DRIVEN_NOTE: Final = Text(
    "คำนวณจากตำแหน่งรถ {positions:,.0f} ตำแหน่งใน {days} วัน ความไม่แน่ใจของสายและทิศทางเฉลี่ย {doubt} %",
    "Worked out from {positions:,.0f} positions of vehicles on {days} days; mean doubt of route and direction {doubt}"
    " %",
)
DRIVEN_ESTIMATED: Final = Text(
    DRIVEN_NOTE.th + " ระยะห่างตามแผนเป็นค่าสมมติของโครงการ ไม่ใช่สิ่งที่ผู้ประกอบการสัญญาไว้",
    DRIVEN_NOTE.en + ". Planned headways are this project's assumption, not what an operator owes",
)
