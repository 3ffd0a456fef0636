"""How figures worked out from feeds and places say where they come from."""

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
