"""Words of the map: layers, networks, what can be chosen, service measures."""

from smart7.i18n import Text

LAYERS: dict[str, Text] = {
    "routes": Text("สายรถตามที่บันทึก", "Routes as recorded"),
    "ended": Text("สายที่เลิกเดินแล้ว", "Routes that have ended"),
    "plan": Text("แผนรถไฟฟ้ารางเบา", "Planned light rail"),
    "stations": Text("สถานีในแผน", "Planned stations"),
    "stops": Text("ป้ายรถ", "Stops"),
    "walk": Text("ระยะเดิน 400 และ 800 เมตรจากสถานี", "400 m and 800 m walk to a station"),
    "schools": Text("โรงเรียน", "Schools"),
    "hospitals": Text("โรงพยาบาลและสถานพยาบาล", "Hospitals and clinics"),
    "markets": Text("ตลาด", "Markets"),
    "terminals": Text("สถานีขนส่ง", "Terminals"),
    "landmarks": Text("สถานที่สำคัญ", "Landmarks"),
    "villages": Text("หมู่บ้าน (จุดปี 2555)", "Villages (points of 2012)"),
    "tambons": Text("ขอบเขตตำบล", "Tambon outlines"),
    "counts": Text("จุดนับรถ", "Traffic counts"),
    "accidents": Text("อุบัติเหตุทางถนน", "Road accidents"),
    "spots": Text("จุดที่เกิดเหตุซ้ำมากที่สุด", "Where most accidents happened"),
    "buses": Text("รถตอนนี้", "Buses now"),
}
LAYER_NOTES: dict[str, Text] = {
    "routes": Text("เส้นแผนผังผ่านป้ายตามลำดับ ไม่ใช่แนวถนนจริง", "schematic, through the stops in order; not the road"),
    "plan": Text("เส้นประ: ยังไม่มีรถวิ่ง แผน ณ {as_of}", "dashed: nothing runs; plan as of {as_of}"),
    "schools": Text("วงจาง: ตำแหน่งอาจคลาดเคลื่อนเท่าวง", "a faint disc: the position may be off as far"),
    "stations": Text(
        "วงกลมกลวง วงจางคือระยะที่ตำแหน่งอาจคลาดเคลื่อน", "hollow; the faint disc is how far off the position may be"
    ),
    "walk": Text("ขยายตามความคลาดเคลื่อนของสถานี", "widened by how far off the station may be"),
    "counts": Text("ไม่เป็นทางการ ใช้จัดลำดับ", "unofficial, for ranking"),
    "accidents": Text(
        "กากบาท: มีผู้เสียชีวิต สามเหลี่ยม: มีผู้บาดเจ็บ ตัวเลข: หลายครั้งรวมกัน (แปดเหลี่ยมคือมีผู้เสียชีวิต) ซูมเข้าเพื่อดูทีละจุด",
        "a cross: somebody died; a triangle: somebody was injured; a number: several together (an octagon: with"
        " deaths); zoom in to see each",
    ),
    "spots": Text("วงกลมกว้างเท่าพื้นที่จริงราว 300 เมตร", "rings as wide as the place, about 300 m"),
    "buses": Text(
        "หยดชี้ทิศที่รถไป เลขคือสาย กลวงและจาง: ไม่ได้ยินเกิน 2 นาที",
        "the drop points the way, the number is the route; hollow and faded: not heard of for over 2 min",
    ),
}
BASE = Text("อำเภอเมืองขอนแก่น เขตเทศบาล บึงแก่นนคร ถนนมิตรภาพ", "The district, the municipality, the lake, Mittraphap Road")
ONLINE = Text("แผนที่ฐานออนไลน์: {credit}", "Online base map: {credit}")
SHOWN = Text("ชั้นข้อมูล", "Layers")
NO_LAYERS = Text("ไม่ได้เลือกชั้นข้อมูล", "No layers chosen")
TOGETHER = Text("สาย {routes}", "Routes {routes}")
CROSSING = Text("{name} · จุดต่อรถ {routes} สาย", "{name} · interchange of {routes} routes")
LEGEND = Text("คำอธิบายแผนที่", "Legend")
CHOOSE = Text("ค้นหาสาย ป้าย สถานี หรือสถานที่", "Find a route, stop, station or place")
CHOOSE_HINT = Text("ค้นหาบนแผนที่", "Find on the map")
ZOOM = Text("ซูมไปที่นี่", "Zoom to it")
WHOLE = Text("ดูทั้งเมือง", "See the whole city")
CLEAR = Text("เลิกเลือก", "Clear the choice")
ALT = Text(
    "แผนที่ขอนแก่น แสดง {layers} เลือกสิ่งเดียวกันได้จากรายการค้นหาข้างแผนที่",
    "Map of Khon Kaen showing {layers}. The same can be chosen from the list beside it.",
)
STILL = Text("แผนที่ขอนแก่น แสดง {layers}", "Map of Khon Kaen showing {layers}")
HOW_TO = Text(
    "แตะเส้น ตัวเลข หรือสถานีเพื่อดูรายละเอียด เส้นทึบตามที่บันทึก เป็นแผนผัง ไม่ใช่แนวถนน เส้นประเป็นแผน ยังไม่มีรถวิ่ง",
    "Choose a line, a number or a station. Full lines: as recorded, schematic, not the road. Dashed: a plan.",
)
PARTS: dict[str, Text] = {
    "network": Text("แผนที่", "Map"),
    "line": Text("ทีละป้าย", "Stops"),
    "change": Text("ก่อนและหลัง", "Before and after"),
    "ledger": Text("แผนกับคำมั่น", "Promises"),
}
PART = Text("มุมมอง", "View")
KINDS: dict[str, Text] = {
    "route": Text("สายรถ", "Route"),
    "planned": Text("สายในแผน", "Planned line"),
    "stop": Text("ป้ายรถ", "Stop"),
    "station": Text("สถานีในแผน", "Planned station"),
    "school": Text("โรงเรียน", "School"),
    "hospital": Text("โรงพยาบาล", "Hospital"),
    "health": Text("สถานพยาบาล", "Clinic"),
    "market": Text("ตลาด", "Market"),
    "terminal": Text("สถานีขนส่ง", "Terminal"),
    "government": Text("ราชการ", "Government"),
    "landmark": Text("สถานที่สำคัญ", "Landmark"),
    "village": Text("หมู่บ้าน", "Village"),
    "commerce": Text("ร้านค้า", "Shops"),
    "university": Text("สถาบันอุดมศึกษา", "University"),
    "count": Text("จุดนับรถ", "Traffic count"),
    "spot": Text("จุดเกิดเหตุซ้ำ", "Repeated accidents"),
}
STATUS: dict[str, Text] = {
    "recorded": Text("ตามที่บันทึกไว้ ไม่ทราบว่าวันนี้ยังเดินรถหรือไม่", "as recorded; whether it runs today is not known"),
    "ended": Text("เลิกเดินรถแล้ว", "no longer runs"),
    "planned": Text("เป็นแผน ยังไม่มีรถวิ่ง", "planned; nothing runs yet"),
    "imported": Text("นำเข้าจากไฟล์ GTFS ที่ได้รับ", "imported from a GTFS file that was handed in"),
}
TODAY = Text("สถานะ", "Status today")
NETWORK = Text("เครือข่าย", "Network")
NETWORK_SOURCE = Text("ที่มาของเครือข่าย", "Network's source")
OPERATOR = Text("ผู้ให้บริการ", "Operator")
FARE = Text("ค่าโดยสาร", "Fare")
BAHT = Text("{fare} บาท", "{fare} baht")
FARE_UNKNOWN = Text("ไม่มีแหล่งใดระบุ", "no source states it")
SPAN = Text("เที่ยวแรก–เที่ยวสุดท้าย", "First and last departure")
LENGTH = Text("ความยาว", "Length")
KM = Text("{km} กม.", "{km} km")
STOPS = Text("จำนวนป้าย", "Stops")
HEADWAY = Text("ระยะห่างระหว่างคัน", "Headway")
EVERY = Text("ทุก {minutes} นาที", "every {minutes} min")
EVERY_WORST = Text(
    "เฉลี่ยทุก {minutes} นาที (ค่ากลาง {median} นานสุด {worst} นาที)",
    "every {minutes} min on average (median {median}, worst {worst} min)",
)
WAIT = Text("รอรถโดยเฉลี่ย เมื่อมาโดยไม่ดูเวลา", "Mean wait of somebody who comes at random")
WAIT_MINUTES = Text("{wait} นาที", "{wait} min")
NO_SERVICE = Text("ไม่มีเที่ยวรถในวันธรรมดา", "no weekday service")
TRIPS = Text("เที่ยวต่อวัน", "Trips a day")
SPEED = Text("ความเร็วตามตาราง", "Scheduled speed")
KMH = Text("{speed} กม./ชม.", "{speed} km/h")
VEHICLES = Text("รถที่ต้องใช้ช่วงมากสุด", "Vehicles needed at the peak")
VEHICLE_KM = Text("กม.รถต่อวัน", "Vehicle-km a day")
SERVICE_HOURS = Text("ชั่วโมงรถต่อวัน", "Vehicle-hours a day")
ROUTE = Text("สาย", "Route")
ROUTE_COUNT = Text("จำนวนสาย", "Routes")
TOWARDS = Text("ไป {headsign}", "to {headsign}")
BOTH_WAYS = Text("ทั้งสองทิศ", "both ways")
TRIPS_A_DAY = Text("{hours} · {trips} เที่ยวต่อวัน", "{hours} · {trips} trips a day")
DIRECTION = Text("ทิศทาง", "Direction")
ASSUMED = Text(
    "ความถี่ ความเร็ว และเวลาเดินรถเป็นค่าสมมติของโครงการ ไม่ใช่ข้อมูลผู้ให้บริการ",
    "Headway, speed and hours are this project's assumptions, not an operator's data.",
)
HANDED_IN = Text("{networks}: ตามไฟล์ที่ได้รับ", "{networks}: as in the file that was handed in")
POSITION = Text("ตำแหน่ง", "Position")
WITHIN = Text("คลาดเคลื่อนได้ราว {metres} เมตร", "may be off by about {metres} m")
POSITION_UNKNOWN = Text("ไม่ทราบตำแหน่ง จึงไม่อยู่บนแผนที่", "not known, so it is not on the map")
POSITION_UNSAID = Text("แหล่งข้อมูลไม่ได้ระบุความคลาดเคลื่อน", "the source does not say how exact it is")
ROUTES_HERE = Text("สายที่จอด", "Routes that call here")
REACHES = Text("ถึงที่ใดบ้างในระยะ 500 เมตรจากป้าย", "What lies within 500 m of a stop")
REACHES_NONE = Text(
    "ไม่มีโรงเรียน โรงพยาบาล ตลาด หรือสถานีขนส่งที่ทราบตำแหน่งในระยะนี้",
    "no school, hospital, market or terminal whose position is known",
)
NEAR_STOPS = Text("ป้ายในระยะ 800 เมตร (ระยะตรง)", "Stops within 800 m (straight)")
NEAR_NONE = Text("ไม่มีป้ายในระยะ 800 เมตร", "no stop within 800 m")
METRES = Text("{metres} ม.", "{metres} m")
METRES_OFF = Text("{metres} ± {slack} ม.", "{metres} ± {slack} m")
OFF_NOTE = Text(
    "ระยะตรง ตัวเลขหลัง ± คือความคลาดเคลื่อนของตำแหน่งสถานที่กับป้ายรวมกัน",
    "Straight distance; after ±, how far the positions of place and stop may be off together.",
)
CHANGE_HERE = Text("ดูนาทีก่อนและหลังรถไฟฟ้าไป{kind}", "Minutes to a {kind} before and after the light rail")
COUNTED = Text("{vehicles} คันต่อชั่วโมง", "{vehicles} vehicles an hour")
AS_OF = Text("ข้อมูล ณ", "As of")
MISSING = Text("ไม่ได้วาดบนแผนที่: {what}", "Not drawn on the map: {what}")
MISSING_UNKNOWN = Text("{kind} {count} แห่งไม่ทราบตำแหน่ง", "{count} × {kind}, position not known")
ROUGH = Text(
    "วาดด้วยวงจาง เพราะตำแหน่งอาจคลาดเคลื่อนเกิน 500 เมตร: {what}",
    "Drawn with a faint disc, since the position may be off by more than 500 m: {what}",
)
ROUGH_COUNT = Text("{kind} {count} แห่ง", "{count} × {kind}")
MEASURES = Text("ตารางการเดินรถวันธรรมดา ทุกสาย", "Weekday service of every route")
NETWORKS = Text("ภาพรวมของแต่ละเครือข่าย วันธรรมดา", "Each network on a weekday")
REACH = Text("สถานที่ในระยะเดินจากป้ายที่มีรถ", "Places within walking distance of a stop with service")
REACH_NOTE = Text(
    "นับเฉพาะสถานที่ที่ทราบตำแหน่ง คำนวณจากความถี่สมมติ ระยะตรง ในวงเล็บคือจำนวนที่ถึงแน่ถึงจำนวนที่อาจถึง ตามความคลาดเคลื่อนของตำแหน่ง",
    "Only places whose position is known; modelled from assumed headways, straight distance. In brackets: those near"
    " wherever place and stop truly lie, to those that may be.",
)
DISTANCE = Text("ระยะ", "Within")
YEAR = Text("ปีของข้อมูล", "Year")
YEAR_PLANNED = Text("{year} ตามแผน", "{year}, as planned")
ASSUMPTIONS = Text("ค่าสมมติที่ใช้", "Assumptions used")
ASSUMPTION = Text("ค่า", "Value")
RANGE = Text("ช่วง", "Range")
REASON = Text("เหตุผล", "Reason")
ABOUT = Text("เครือข่ายเหล่านี้มาจากไหน", "Where these networks come from")
CREDITS = Text("ที่มาของเส้นและจุดบนแผนที่ และสัญญาอนุญาต", "What the lines and points are drawn from, and their licences")
PICTURE_TITLE = Text(
    "ขอนแก่น: สายรถตามที่บันทึก และแผนรถไฟฟ้ารางเบา", "Khon Kaen: routes as recorded and the planned light rail"
)
PICTURE_OF = Text("ขอนแก่น 7 Smart ชุดข้อมูล {snapshot}", "Khon Kaen 7 Smart, snapshot {snapshot}")
LEAD_ON = Text(
    "ดูสายรถ สถานีในแผน และนาทีก่อนและหลังรถไฟฟ้าบนแผนที่",
    "Routes, planned stations, and minutes before and after the light rail, on the map",
)
PNG = Text("ดาวน์โหลดแผนที่ PNG", "Download the map, PNG")
SVG = Text("ดาวน์โหลดแผนที่ SVG", "Download the map, SVG")
NO_MAP = Text(
    "ยังไม่มีข้อมูลเส้นทางในชุดข้อมูลนี้ เพิ่มได้ด้วย manage.py gtfs import",
    "This snapshot holds no transit feed yet; add one with manage.py gtfs import",
)
HOUR = Text("เวลา", "Hour")
HOURS_TABLE = Text("ตัวเลขรายชั่วโมง", "The numbers by hour")
HEADWAY_MIN = Text("ห่างกัน (นาที)", "Headway (min)")
VEHICLE = Text("ชนิดรถ", "Kind of vehicle")
MEDIAN_MIN = Text("ห่างกันค่ากลาง (นาที)", "Median (min)")
WAIT_MIN = Text("รอเฉลี่ย (นาที)", "Mean wait (min)")
WORST_MIN = Text("นานสุด (นาที)", "Worst (min)")
LENGTH_KM = Text("ความยาว (กม.)", "Length (km)")
SPEED_KMH = Text("ความเร็ว (กม./ชม.)", "Speed (km/h)")
PLACE = Text("สถานที่", "Place")
EVERY_UP_TO = Text("มีรถทุก {minutes} นาทีหรือถี่กว่า", "every {minutes} min or better")
OF = Text("{reached} ({low}–{high}) จาก {places}", "{reached} ({low}–{high}) of {places}")
ASSUMPTION_NAME = Text("ค่าสมมติ", "Assumption")
ASSUMPTION_NAMES: dict[str, Text] = {
    "songthaew_headway_min": Text("สองแถว: มาทุก", "Songthaew: every"),
    "songthaew_speed_kmh": Text("สองแถว: ความเร็วรวมเวลาจอด", "Songthaew: speed, stops included"),
    "songthaew_span_start_h": Text("สองแถว: เที่ยวแรก", "Songthaew: first departure"),
    "songthaew_span_end_h": Text("สองแถว: เที่ยวสุดท้าย", "Songthaew: last departure"),
    "city_bus_headway_min": Text("ซิตี้บัส: มาทุก", "City Bus: every"),
    "city_bus_speed_kmh": Text("ซิตี้บัส: ความเร็วรวมเวลาจอด", "City Bus: speed, stops included"),
    "lrt_headway_min": Text("รถไฟฟ้า: มาทุก", "Light rail: every"),
    "lrt_speed_kmh": Text("รถไฟฟ้า: ความเร็วรวมเวลาจอด", "Light rail: speed, stops included"),
    "lrt_span_start_h": Text("รถไฟฟ้า: เที่ยวแรก", "Light rail: first departure"),
    "lrt_span_end_h": Text("รถไฟฟ้า: เที่ยวสุดท้าย", "Light rail: last departure"),
    "tram_noi_headway_min": Text("รถรางรอบบึง: มาทุก", "Lake tram: every"),
    "tram_noi_speed_kmh": Text("รถรางรอบบึง: ความเร็วรวมเวลาจอด", "Lake tram: speed, stops included"),
    "walk_speed_kmh": Text("ความเร็วเดิน", "Walking speed"),
    "detour_factor": Text("ระยะจริงต่อระยะตรง", "Distance travelled for each straight metre"),
    "walk_limit_m": Text("เดินถึงป้ายไม่เกิน", "Walk to a stop at most"),
    "transfer_penalty_min": Text("เวลาเผื่อต่อรถ", "Allowance for a transfer"),
    "transfer_walk_m": Text("เดินต่อรถไม่เกิน", "Walk between vehicles at most"),
    "feeder_headway_min": Text("สองแถวป้อนรถไฟฟ้า: มาทุก", "Feeder songthaew: every"),
}
ASSUMED_RANGE = Text("{name} {value} ({low}–{high}) {measure}", "{name} {value} ({low}–{high}) {measure}")
LEDGER_ABOUT = Text(
    "แผนไม่ใช่ข้อเท็จจริง หน้านี้รวมสิ่งที่เคยประกาศเกี่ยวกับรถไฟฟ้ารางเบา แต่ละข้อมีวันที่และที่มา เทียบกับสิ่งที่เกิดขึ้นจริงกับซิตี้บัส",
    "A plan is not a fact. This is what was announced of the light rail, each claim with its day and source,"
    " beside what became of the City Bus.",
)
CLAIMS = Text("ทุกคำประกาศ แยกตามเรื่อง", "Every claim, by subject")
CLAIM = Text("ข้อความ", "What was said")
CLAIM_COUNT = Text("{count} ครั้ง", "{count} claims")
CLAIM_RANGE = Text("ต่างกันจาก {low} ถึง {high}", "from {low} to {high}")
SAID_ON = Text("ประกาศเมื่อ", "Said on")
LINE = Text("สาย", "Line")
LINES: dict[str, Text] = {
    "red": Text("สายสีแดง เหนือ-ใต้", "Red line, north-south"),
    "tram_noi": Text("รถรางรอบบึงแก่นนคร", "Tram round the lake"),
    "brt": Text("รถโดยสารด่วนพิเศษ (BRT)", "Bus rapid transit (BRT)"),
    "network": Text("ทั้งโครงข่าย", "The network"),
    "citizens": Text("ข้อเสนอภาคประชาชน", "Proposed by citizens"),
}
ASPECTS: dict[str, Text] = {
    "opening": Text("ปีที่จะเปิด", "Opening year"),
    "construction": Text("เริ่มก่อสร้าง", "Construction"),
    "cost_baht": Text("เงินลงทุน (บาท)", "Cost (baht)"),
    "length_km": Text("ระยะทาง (กม.)", "Length (km)"),
    "stations": Text("จำนวนสถานี", "Stations"),
    "alignment": Text("แนวเส้นทาง", "Alignment"),
    "status": Text("สถานะ", "Status"),
}

FOLDED: tuple[str, ...] = ("ตำรวจภูธร",)
"""Words before which a long name on the map may be folded: Thai has no spaces to do it at."""
