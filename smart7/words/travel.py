"""Words of before and after: settings, minutes, who wins and who loses."""

from smart7.i18n import Text

ABOUT = Text(
    "แบบจำลอง: เวลาเดินทางจากประตูถึงประตู จากทุกช่อง 250 เมตรรอบป้ายรถ ถึงสถานที่ ด้วยเครือข่ายที่บันทึกปี 2561"
    " เทียบกับเมื่อเพิ่มรถไฟฟ้าตามแผน ทุกตัวเลขเป็นช่วง เพราะความถี่ ความเร็ว และตำแหน่งสถานียังไม่แน่นอน",
    "A model: minutes door to door from every 250 m cell around the stops to places, by the network recorded in 2018,"
    " against the same with the planned light rail added. Every figure is a range, because headways, speeds and"
    " positions of stations are not certain.",
)
KIND = Text("ไปยัง", "To")
PHASE = Text("ระยะของแผน", "Phase of the plan")
PHASES: dict[str, Text] = {
    "all": Text("ทั้งสาย 21 สถานี", "whole line, 21 stations"),
    "p1": Text("ระยะที่ 1 (อนุมาน)", "phase 1 (inferred)"),
}
HEADWAY = Text("รถไฟฟ้ามาทุก (นาที)", "A train every (min)")
SPEED = Text("ความเร็วรวมเวลาจอด (กม./ชม.)", "Speed, stops included (km/h)")
WALK = Text("เดินถึงป้ายไม่เกิน (เมตร)", "Walk to a stop at most (m)")
TRANSFER = Text("เวลาเผื่อต่อรถ (นาที)", "Allowance for a transfer (min)")
TRAM = Text("รวมรถรางรอบบึงแก่นนคร", "With the tram round the lake")
FEEDERS = Text("ปรับรถสองแถวที่ผ่านสถานีให้ถี่ขึ้น", "Songthaews that pass a station run more often")
MORE = Text("ค่าอื่น", "More settings")
PARAMS: dict[str, Text] = {
    "headway": Text("ความถี่รถไฟฟ้า", "light rail headway"),
    "speed": Text("ความเร็วรถไฟฟ้า", "light rail speed"),
    "phase": Text("ระยะของแผน", "phase of the plan"),
    "tram": Text("รถรางรอบบึง", "tram round the lake"),
    "walk": Text("ระยะเดิน", "walk limit"),
    "transfer": Text("เวลาต่อรถ", "transfer allowance"),
    "feeders": Text("รถป้อน", "feeders"),
    "to": Text("ปลายทาง", "destination"),
}
YES_SAVES = Text(
    "ไป{kind}ที่ใกล้ที่สุด: {won} จาก {cells} ช่องประหยัดอย่างน้อย 1 นาที (ช่วง {won_low}–{won_high})"
    " และ {lost} ช่องช้าลงอย่างน้อย 1 นาที (ช่วง {lost_low}–{lost_high})",
    "To the nearest {kind}: {won} of {cells} cells save a minute or more (range {won_low}–{won_high}),"
    " and {lost} lose a minute or more (range {lost_low}–{lost_high}).",
)
MODELLED = Text("ค่าสมมติชุด {version}", "Assumptions, version {version}")
UNPLACED = Text(
    "สถานที่ {count} แห่งไม่ทราบตำแหน่ง จึงไม่อยู่ในแบบจำลอง", "Places without a position, which take no part: {count}."
)
ROUGH_PLACES = Text(
    "{count} แห่งในแผนภูมิรู้ตำแหน่งหยาบกว่า 500 เมตร ช่วงนาทียังไม่รวมความคลาดเคลื่อนนี้",
    "The position of {count} of these is known no better than 500 m; the range of minutes does not include that.",
)
MAP = Text("นาทีที่ประหยัดไปยัง{kind}ที่ใกล้ที่สุด", "Minutes saved to the nearest {kind}")
MAP_ALT = Text(
    "แผนที่นาทีที่ประหยัดของแต่ละช่อง ตัวเลขเดียวกันอยู่ในตารางด้านล่างแยกตามตำบล",
    "Map of minutes saved by cell. The same is told by tambon in the table below.",
)
CELL = Text("ประหยัด {mid} นาที (ช่วง {low} ถึง {high})", "saves {mid} min (range {low} to {high})")
CELL_LOST = Text("ช้าลง {mid} นาที (ช่วง {low} ถึง {high})", "{mid} min longer (range {low} to {high})")
LESS = Text("เร็วขึ้น (วงใหญ่ = มากกว่า)", "shorter (a larger disc, more)")
SAME = Text("ต่างกันไม่ถึง 1 นาที", "within a minute of today")
LONGER = Text("ช้าลง (วงมีขอบ)", "longer (a ring)")
SCHOOLS = Text("แต่ละโรงเรียนเทศบาล: นาทีที่ประหยัด", "Each municipal school: minutes saved")
PLACES = Text("{kind}แต่ละแห่ง: นาทีที่ประหยัด", "Each {kind}: minutes saved")
TAMBONS = Text(
    "ใครได้น้อยที่สุด: ร้อยละของช่องในตำบลที่ไป{kind}เร็วขึ้นอย่างน้อย 1 นาที",
    "Who gains least: share of a tambon's cells, in percent, that reach a {kind} a minute or more sooner",
)
TAMBON = Text("ตำบล", "Tambon")
OUTSIDE = Text("นอกเขตตำบลที่มีเส้นขอบ", "outside the outlines held")
CELLS = Text("ช่อง", "Cells")
BEFORE = Text("ก่อน (นาที)", "Before (min)")
AFTER = Text("หลัง (นาที)", "After (min)")
SAVED = Text("ประหยัด (นาที)", "Saved (min)")
GAINED = Text("เพิ่มขึ้น (ช่อง)", "Gained (cells)")
BEFORE_CELLS = Text("ก่อน (ช่อง)", "Before (cells)")
AFTER_CELLS = Text("หลัง (ช่อง)", "After (cells)")
WON = Text("เร็วขึ้น (ช่อง)", "Shorter (cells)")
LOST = Text("ช้าลง (ช่อง)", "Longer (cells)")
UNCHANGED = Text("เท่าเดิม (ช่อง)", "Unchanged (cells)")
P10 = Text("กลุ่มที่ได้น้อย (p10)", "Those who gain little (p10)")
MEDIAN = Text("กลาง", "Median")
P90 = Text("กลุ่มที่ได้มาก (p90)", "Those who gain much (p90)")
WITHIN = Text("ช่องที่ถึงภายใน 15, 30 และ 45 นาที", "Cells within 15, 30 and 45 minutes")
MINUTES = Text("ภายใน (นาที)", "Within (min)")
HOSPITALS = Text("โรงพยาบาลที่ใกล้ที่สุด และใกล้เป็นอันดับสาม", "The nearest hospital, and the third nearest")
NTH = Text("อันดับ", "Rank")
BALANCE = Text("ใครได้ ใครเสีย", "Who wins and who loses")
RANGE_NOTE = Text(
    "ในตาราง ตัวเลขหน้าคือค่าตามที่สมมติ ในวงเล็บคือต่ำสุดและสูงสุดของทุกกรณีที่ลอง",
    "In tables, the number in front is as assumed; in brackets the least and the most of all cases tried.",
)
DETOUR = Text(
    "ช่วงในมหาวิทยาลัยขอนแก่นสร้างแบบจำลองเป็นทางอ้อม (ไม่ทราบว่าเป็นทางอ้อมหรือทางแยก) ผู้โดยสารที่ผ่านตลอดสายจึงช้ากว่าระยะที่ 1",
    "The section inside the university is modelled as a detour (whether it is one or a branch is not known), so those"
    " who ride through are slower than with phase 1.",
)
NOT_POSSIBLE = Text(
    "ยังคำนวณไม่ได้ ชุดข้อมูลนี้ขาด: {what}",
    "This cannot be worked out yet; the snapshot lacks: {what}",
)
WORKING = Text("กำลังคำนวณ", "Working it out")
SLOPE_TITLE = Text(
    "ก่อนและหลังมีรถไฟฟ้าตามแผน: ถึงไหนได้ภายในครึ่งชั่วโมง (แบบจำลอง)",
    "Before and after the planned light rail: what half an hour reaches (a model)",
)
SLOPE = Text(
    "ร้อยละของช่อง 250 เมตรรอบป้ายที่ถึงภายใน {minutes} นาที ซ้าย: เครือข่ายที่บันทึกปี 2561 ขวา: เพิ่มรถไฟฟ้าตามแผน",
    "Share of the 250 m cells around stops within {minutes} minutes. Left: the network recorded in 2018."
    " Right: the same with the planned light rail",
)
LEAD_ON = Text("ปรับสมมติฐานและดูบนแผนที่", "Set the assumptions and see it on the map")
RECORDED = Text("ตามบันทึกปี 2561", "As recorded in 2018")
PLANNED = Text("เพิ่มรถไฟฟ้าตามแผน", "With the planned light rail")
