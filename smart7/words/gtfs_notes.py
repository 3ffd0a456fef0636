"""What the GTFS validator's warnings and notes mean, and what to do; names in braces are the validator's own fields."""

from typing import Final

from smart7.i18n import Text
from smart7.words.gtfs import Rules

DATES: Final[Rules] = {
    "expired_calendar": (
        Text("ตารางวัน {serviceId} หมดอายุแล้ว", "calendar {serviceId} has expired"),
        Text("ถูกต้องหากเป็นบันทึกเก่า มิฉะนั้นขอฟีดใหม่", "right for a record of the past; otherwise ask for a newer feed"),
    ),
    "feed_expiration_date7_days": (
        Text("ฟีดจะหมดอายุภายในเจ็ดวัน", "the feed ends within seven days"),
        Text("ขอฟีดใหม่", "ask for a newer feed"),
    ),
    "feed_expiration_date30_days": (
        Text("ฟีดจะหมดอายุภายในสามสิบวัน", "the feed ends within thirty days"),
        Text("ขอฟีดใหม่เมื่อออก", "ask for the next feed when it is out"),
    ),
    "future_calendar": (
        Text("ตารางวันเริ่ม {minServiceStartDate} ยังไม่ถึงวันนี้", "service begins on {minServiceStartDate}, after today"),
        Text("ตรวจปี หรือรอถึงวันเริ่ม", "check the year, or wait for that day"),
    ),
    "future_feed": (
        Text("ฟีดเริ่มใช้ {feedStartDate} ยังไม่ถึงวันนี้", "the feed begins on {feedStartDate}, after today"),
        Text("ตรวจปี หรือรอถึงวันเริ่ม", "check the year, or wait for that day"),
    ),
    "service_never_active": (
        Text("ตารางวัน {serviceId} ไม่วิ่งวันใดเลย", "calendar {serviceId} is active on no day"),
        Text("เลือกวันในสัปดาห์ หรือเพิ่มวันใน calendar_dates.txt", "choose weekdays, or add days in calendar_dates.txt"),
    ),
    "service_has_no_active_day_of_the_week": (
        Text("ตารางวัน {serviceId} ไม่มีวันในสัปดาห์", "calendar {serviceId} has no day of the week"),
        Text("ถูกต้องหากวิ่งเฉพาะวันใน calendar_dates.txt", "right if it runs only on days of calendar_dates.txt"),
    ),
    "too_many_days_without_service": (
        Text("ไม่มีเที่ยวรถตั้งแต่ {firstDate} ถึง {nextDate}", "there is no service from {firstDate} to {nextDate}"),
        Text("ถูกต้องหากหยุดวิ่งจริง", "right if service did stop"),
    ),
    "big_gap_in_service": (
        Text("ตารางวัน {serviceId} เว้นช่วง {gapDurationDays} วัน", "calendar {serviceId} skips {gapDurationDays} days"),
        Text("ถูกต้องหากหยุดวิ่งจริง", "right if service did stop"),
    ),
    "service_extends_far_in_the_future": (
        Text("ตารางวัน {serviceId} ยาวถึง {serviceWindowEndDate}", "calendar {serviceId} runs to {serviceWindowEndDate}"),
        Text("ตรวจปี", "check the year"),
    ),
    "service_window_outside_feed_period": (
        Text("ตารางวัน {serviceId} เกินช่วงของ feed_info.txt", "{serviceId} goes beyond the dates of feed_info.txt"),
        Text("แก้วันใน feed_info.txt หรือ calendar.txt", "correct the dates of feed_info.txt or calendar.txt"),
    ),
    "feed_valid_beyond_total_service_window": (
        Text("feed_info.txt ระบุช่วงยาวกว่าที่มีเที่ยวรถ", "feed_info.txt claims more days than there is service"),
        Text("แก้วันใน feed_info.txt", "correct the dates of feed_info.txt"),
    ),
}  # fmt: skip

UNUSED: Final[Rules] = {
    "unusable_trip": (
        Text("เที่ยว {tripId} มีป้ายเดียว ใช้เดินทางไม่ได้", "trip {tripId} has one stop: nobody can ride it"),
        Text("เพิ่มป้ายใน stop_times.txt หรือลบเที่ยวนี้", "add stops in stop_times.txt, or remove the trip"),
    ),
    "unused_trip": (
        Text("เที่ยว {tripId} ไม่มีใน stop_times.txt", "trip {tripId} is not in stop_times.txt"),
        Text("เพิ่มเวลา หรือลบเที่ยวนี้", "add its times, or remove the trip"),
    ),
    "unused_route": (
        Text("เส้นทาง {routeId} ไม่มีเที่ยวรถ", "route {routeId} has no trips"),
        Text("เพิ่มเที่ยว หรือลบเส้นทางนี้", "add trips, or remove the route"),
    ),
    "unused_stop": (
        Text("ไม่มีเที่ยวใดจอดที่ {stopName} ({stopId})", "no trip calls at {stopName} ({stopId})"),
        Text("ถูกต้องหากไม่มีรถจอดแล้ว", "right if nothing calls there any more"),
    ),
    "stop_without_stop_time": (
        Text("ไม่มีเที่ยวใดจอดที่ {stopName} ({stopId})", "no trip calls at {stopName} ({stopId})"),
        Text("ถูกต้องหากไม่มีรถจอดแล้ว", "right if nothing calls there any more"),
    ),
    "unused_shape": (
        Text("แนวเส้น {shapeId} ไม่มีเที่ยวใดใช้", "shape {shapeId} is used by no trip"),
        Text("ลบแนวเส้น หรือใส่ shape_id ใน trips.txt", "remove it, or name it in trips.txt"),
    ),
    "unused_agency": (
        Text("ผู้เดินรถ {agencyName} ไม่มีเส้นทาง", "agency {agencyName} has no routes"),
        Text("ลบ หรือแก้ agency_id ใน routes.txt", "remove it, or correct agency_id in routes.txt"),
    ),
    "unused_station": (
        Text("สถานี {stopName} ไม่มีชานชาลา", "station {stopName} has no platforms"),
        Text("ใส่ parent_station ให้ชานชาลา หรือลบสถานี", "give platforms a parent_station, or remove it"),
    ),
    "duplicate_trip": (
        Text("มี {tripCount} เที่ยวที่เหมือนกันทุกเวลา", "{tripCount} trips are the same at every time"),
        Text("ตรวจว่าไม่ได้ใส่ซ้ำ", "check that they were not put in twice"),
    ),
    "duplicate_route_name": (
        Text("เส้นทาง {routeId1} กับ {routeId2} ชื่อเหมือนกัน", "routes {routeId1} and {routeId2} have the same name"),
        Text("ตั้งชื่อให้ต่างกัน", "give them different names"),
    ),
    "unknown_file": (
        Text("ไม่ใช่ไฟล์ของ GTFS", "this is no file of GTFS"),
        Text("ไม่ต้องทำอะไร ไฟล์นี้ไม่ถูกอ่าน", "nothing to do: it is not read"),
    ),
    "unknown_column": (
        Text("{fieldName} ไม่ใช่คอลัมน์ของ GTFS", "{fieldName} is no column of GTFS"),
        Text("ไม่ต้องทำอะไร เว้นแต่สะกดผิด", "nothing to do, unless it is misspelt"),
    ),
    "empty_row": (
        Text("บรรทัดว่าง", "an empty line"),
        Text("ลบบรรทัดนี้", "remove the line"),
    ),
}  # fmt: skip

SHAPES: Final[Rules] = {
    "stop_too_far_from_shape": (
        Text("ป้ายอยู่ไกลจากแนวเส้นของเที่ยวรถ", "a stop is far from the shape of its trip"),
        Text("ตรวจพิกัดป้ายและแนวเส้น", "check the stop's coordinates and the shape"),
    ),
    "stop_too_far_from_shape_using_user_distance": (
        Text("ป้ายอยู่ไกลจากแนวเส้นตาม shape_dist_traveled", "a stop is far from its shape by shape_dist_traveled"),
        Text("ตรวจ shape_dist_traveled", "check shape_dist_traveled"),
    ),
    "stops_match_shape_out_of_order": (
        Text("ลำดับป้ายของเที่ยว {tripId} ไม่ตรงกับแนวเส้น", "the stops of trip {tripId} do not follow its shape"),
        Text("ตรวจทิศของแนวเส้นและลำดับป้าย", "check the direction of the shape and the order of stops"),
    ),
    "stop_has_too_many_matches_for_shape": (
        Text("แนวเส้นผ่านป้าย {stopName} หลายครั้ง", "the shape passes stop {stopName} many times"),
        Text("ใส่ shape_dist_traveled ให้ชัดว่าครั้งใด", "add shape_dist_traveled to say which time is meant"),
    ),
    "single_shape_point": (
        Text("แนวเส้น {shapeId} มีจุดเดียว", "shape {shapeId} has a single point"),
        Text("เพิ่มจุด หรือลบแนวเส้น", "add points, or remove the shape"),
    ),
    "equal_shape_distance_same_coordinates": (
        Text("แนวเส้นมีจุดซ้ำ", "a shape has a point twice"),
        Text("ลบจุดที่ซ้ำ", "remove one of the two"),
    ),
    "fast_travel_between_consecutive_stops": (
        Text("รถวิ่งเร็วเกินจริงระหว่างสองป้ายติดกัน", "a vehicle goes too fast between two stops"),
        Text("ตรวจเวลาและพิกัดของสองป้ายนี้", "check the times and coordinates of the two"),
    ),
    "fast_travel_between_far_stops": (
        Text("รถวิ่งเร็วเกินจริงระหว่างป้ายที่ไกลกัน", "a vehicle goes too fast between distant stops"),
        Text("ตรวจเวลาและพิกัด", "check the times and coordinates"),
    ),
    "headway_too_large": (
        Text("ความถี่ห่างกว่าหนึ่งชั่วโมง", "a headway is longer than one hour"),
        Text("ตรวจว่า headway_secs เป็นวินาที", "check that headway_secs is in seconds"),
    ),
    "missing_timepoint_value": (
        Text("ไม่บอกว่าเป็นจุดคุมเวลาหรือไม่", "it is not said whether this is a timepoint"),
        Text("กรอก timepoint เป็น 0 หรือ 1", "fill in timepoint with 0 or 1"),
    ),
    "unsorted_stop_times": (
        Text("stop_times.txt ไม่ได้เรียงตามเที่ยวและลำดับป้าย", "stop_times.txt is not sorted by trip and stop"),
        Text("ไม่ต้องทำอะไร", "nothing to do"),
    ),
    "transfer_distance_too_large": (
        Text("จุดเปลี่ยนรถห่างกันเกิน 10 กม.", "a transfer is longer than 10 km"),
        Text("ตรวจรหัสป้ายใน transfers.txt", "check the stops in transfers.txt"),
    ),
}

NAMES: Final[Rules] = {
    "missing_recommended_file": (
        Text("ควรมีไฟล์ {filename}", "{filename} is recommended and missing"),
        Text("เพิ่มได้ถ้ามีข้อมูล", "add it where the facts are known"),
    ),
    "missing_recommended_column": (
        Text("ควรมีคอลัมน์ {fieldName}", "column {fieldName} is recommended and missing"),
        Text("เพิ่มได้ถ้ามีข้อมูล", "add it where the facts are known"),
    ),
    "missing_recommended_field": (
        Text("ควรกรอก {fieldName}", "{fieldName} is recommended and empty"),
        Text("กรอกได้ถ้ามีข้อมูล", "fill it in where the facts are known"),
    ),
    "missing_feed_info_date": (
        Text("feed_info.txt มีวันเริ่มหรือวันสิ้นสุดเพียงวันเดียว", "feed_info.txt has only one of its two dates"),
        Text("กรอกทั้งสองวัน", "fill in both"),
    ),
    "missing_feed_contact_email_and_url": (
        Text("feed_info.txt ไม่มีที่ติดต่อ", "feed_info.txt names nobody to ask"),
        Text("กรอกอีเมลหรือที่อยู่เว็บ", "fill in an e-mail or a web address"),
    ),
    "mixed_case_recommended_field": (
        Text("“{fieldValue}” ใช้ตัวพิมพ์แบบเดียวทั้งข้อความ", "“{fieldValue}” is all in one case"),
        Text("ใช้ตัวพิมพ์ใหญ่และเล็กตามปกติ", "use capitals and small letters as usual"),
    ),
    "route_color_contrast": (
        Text("สีตัวอักษรของเส้นทาง {routeId} อ่านยากบนสีพื้น", "the text colour of route {routeId} is hard to read"),
        Text("เลือกสีที่ต่างกันมากขึ้น", "choose colours farther apart"),
    ),
    "route_short_name_too_long": (
        Text("ชื่อย่อเส้นทาง “{routeShortName}” ยาวเกิน 12 ตัว", "the short name “{routeShortName}” is over 12 letters"),
        Text("ย้ายไปที่ route_long_name", "move it to route_long_name"),
    ),
    "route_long_name_contains_short_name": (
        Text("ชื่อเต็ม “{routeLongName}” ซ้ำชื่อย่อ", "the long name “{routeLongName}” repeats the short one"),
        Text("ตัดชื่อย่อออกจากชื่อเต็ม", "take the short name out of it"),
    ),
    "same_name_and_description_for_route": (
        Text("ชื่อกับคำอธิบายของเส้นทาง {routeId} เหมือนกัน", "route {routeId} has its name as description"),
        Text("เว้น route_desc ว่าง", "leave route_desc empty"),
    ),
    "same_name_and_description_for_stop": (
        Text("ชื่อกับคำอธิบายของป้าย {stopId} เหมือนกัน", "stop {stopId} has its name as description"),
        Text("เว้น stop_desc ว่าง", "leave stop_desc empty"),
    ),
    "same_route_and_agency_url": (
        Text("ที่อยู่เว็บของเส้นทาง {routeId} คือของผู้เดินรถ", "route {routeId} has the agency's web address"),
        Text("เว้น route_url ว่าง", "leave route_url empty"),
    ),
    "leading_or_trailing_whitespaces": (
        Text("“{fieldValue}” มีช่องว่างหน้าหรือหลัง", "“{fieldValue}” has spaces round it"),
        Text("ลบช่องว่าง", "remove the spaces"),
    ),
    "non_ascii_or_non_printable_char": (
        Text("รหัส “{fieldValue}” มีอักขระที่ไม่ใช่ ASCII", "the id “{fieldValue}” is not in plain ASCII"),
        Text("ใช้ a-z 0-9 ในรหัส", "use a-z and 0-9 in ids"),
    ),
    "unexpected_enum_value": (
        Text("{fieldName} มีค่า {fieldValue} ซึ่ง GTFS ไม่รู้จัก", "{fieldName} is {fieldValue}, which GTFS does not know"),
        Text("ใช้ค่าที่ GTFS กำหนด", "use a value GTFS lists"),
    ),
    "feed_info_lang_and_agency_lang_mismatch": (
        Text("ภาษาใน feed_info.txt กับ agency.txt ไม่ตรงกัน", "feed_info.txt and agency.txt name different languages"),
        Text("ใช้ภาษาเดียวกัน", "use one language"),
    ),
    "inconsistent_agency_lang": (
        Text("ผู้เดินรถใช้ภาษาไม่ตรงกัน", "the agencies name different languages"),
        Text("ใช้ภาษาเดียวกัน", "use one language"),
    ),
    "translation_unknown_table_name": (
        Text("คำแปลชี้ไปที่ตาราง {tableName} ซึ่งไม่มี", "a translation is for the table {tableName}, which is not there"),
        Text("แก้ table_name", "correct table_name"),
    ),
    "platform_without_parent_station": (
        Text("ชานชาลา {stopName} ไม่อยู่ในสถานีใด", "platform {stopName} belongs to no station"),
        Text("ไม่ต้องทำอะไร", "nothing to do"),
    ),
    "trip_headsign_matches_intermediate_stop": (
        Text("ป้ายหน้ารถ “{tripHeadsign}” คือป้ายกลางทาง", "the headsign “{tripHeadsign}” is a stop on the way"),
        Text("ใช้ชื่อป้ายสุดท้าย", "use the name of the last stop"),
    ),
}  # fmt: skip

NOTES: Final[Rules] = {**DATES, **UNUSED, **SHAPES, **NAMES}
