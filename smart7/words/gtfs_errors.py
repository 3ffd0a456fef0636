"""What the GTFS validator's errors mean, and what to do; names in braces are the validator's own fields."""

from typing import Final

from smart7.i18n import Text
from smart7.words.gtfs import Rules

FILES: Final[Rules] = {
    "csv_parsing_failed": (
        Text("อ่านเป็น CSV ไม่ได้", "this cannot be read as CSV"),
        Text('ตรวจเครื่องหมาย " และจุลภาคในบรรทัดนี้', "look at the quotes and commas of this line"),
    ),
    "empty_file": (
        Text("ไฟล์ไม่มีข้อมูล", "the file has no rows"),
        Text("ใส่ข้อมูล หรือลบไฟล์ออกหากฟีดไม่ต้องใช้", "fill in its rows, or leave the file out if it is not needed"),
    ),
    "missing_required_file": (
        Text("ไม่มีไฟล์ {filename} ซึ่งฟีดนี้ต้องมี", "there is no {filename}, which this feed needs"),
        Text("เพิ่ม {filename} ในฟีด", "add {filename} to the feed"),
    ),
    "missing_calendar_and_calendar_date_files": (
        Text("ไม่มีทั้ง calendar.txt และ calendar_dates.txt", "there is neither calendar.txt nor calendar_dates.txt"),
        Text("เพิ่มไฟล์ใดไฟล์หนึ่ง เพื่อบอกว่าวิ่งวันใด", "add one of the two: they say on which days trips run"),
    ),
    "missing_required_column": (
        Text("ไม่มีคอลัมน์ {fieldName} ซึ่งไฟล์นี้ต้องมี", "column {fieldName}, which this file needs, is missing"),
        Text("เพิ่มคอลัมน์ {fieldName}", "add column {fieldName}"),
    ),
    "duplicated_column": (
        Text("มีคอลัมน์ {fieldName} มากกว่าหนึ่งคอลัมน์", "column {fieldName} is there more than once"),
        Text("เหลือไว้คอลัมน์เดียว", "keep one of them"),
    ),
    "empty_column_name": (
        Text("หัวตารางมีคอลัมน์ที่ไม่มีชื่อ", "a column of the header row has no name"),
        Text("ตั้งชื่อ หรือลบจุลภาคที่เกิน", "give it a name, or remove a comma too many"),
    ),
    "invalid_row_length": (
        Text("มี {rowLength} ช่อง แต่หัวตารางมี {headerCount} ช่อง", "{rowLength} cells, the header has {headerCount}"),
        Text('ใส่เครื่องหมาย " ครอบข้อความที่มีจุลภาค', "put double quotes round a text that holds a comma"),
    ),
    "invalid_character": (
        Text("ข้อความมีอักขระเสีย: {fieldValue}", "the text holds broken characters: {fieldValue}"),
        Text("พิมพ์ข้อความใหม่ แล้วบันทึกเป็น UTF-8", "write the text again and save it as UTF-8"),
    ),
    "new_line_in_value": (
        Text("มีการขึ้นบรรทัดใหม่กลางช่อง", "there is a line break inside a cell"),
        Text("ลบการขึ้นบรรทัดออก", "remove the line break"),
    ),
    "too_many_rows": (
        Text("ไฟล์มีแถวมากเกินไป", "the file has too many rows"),
        Text("ตัดเส้นทางหรือช่วงวันที่ที่ไม่ใช้ออก", "leave out routes or dates that are not needed"),
    ),
    "invalid_input_files_in_subfolder": (
        Text("ไฟล์ของฟีดอยู่ในโฟลเดอร์ย่อย", "files of the feed are in a folder inside the zip"),
        Text("ย้ายไฟล์ .txt มาไว้ชั้นนอกสุด", "move the .txt files to the top"),
    ),
}

CELLS: Final[Rules] = {
    "missing_required_field": (
        Text("ต้องมีค่าใน {fieldName} แต่เว้นว่าง", "{fieldName} needs a value and is empty"),
        Text("กรอก {fieldName}", "fill in {fieldName}"),
    ),
    "missing_stop_name": (
        Text("ป้าย {stopId} ไม่มีชื่อ", "stop {stopId} has no name"),
        Text("กรอก stop_name", "fill in stop_name"),
    ),
    "missing_required_agency_id": (
        Text("มีผู้เดินรถหลายราย จึงต้องระบุ agency_id", "with more than one agency, agency_id is needed"),
        Text("กรอก agency_id", "fill in agency_id"),
    ),
    "invalid_color": (
        Text("“{fieldValue}” ไม่ใช่รหัสสี", "“{fieldValue}” is not a colour"),
        Text("เขียนเป็นเลขฐานสิบหก 6 หลัก ไม่มี #", "write six hexadecimal digits, without #"),
    ),
    "invalid_currency": (
        Text("“{fieldValue}” ไม่ใช่รหัสสกุลเงิน", "“{fieldValue}” is not a currency code"),
        Text("ใช้รหัสสามตัว เช่น THB", "use three letters, such as THB"),
    ),
    "invalid_currency_amount": (
        Text("จำนวนเงิน “{fieldValue}” ไม่ตรงกับสกุล {currencyCode}", "“{fieldValue}” is no amount in {currencyCode}"),
        Text("เงินบาทใช้ทศนิยมสองตำแหน่ง เช่น 15.00", "baht have two decimals, such as 15.00"),
    ),
    "invalid_date": (
        Text("“{fieldValue}” ไม่ใช่วันที่", "“{fieldValue}” is not a date"),
        Text("เขียนปีเดือนวันติดกัน (ค.ศ.) เช่น 20260131", "write year, month and day (CE) in one, such as 20260131"),
    ),
    "invalid_time": (
        Text("“{fieldValue}” ไม่ใช่เวลา", "“{fieldValue}” is not a time"),
        Text("เขียน ชั่วโมง:นาที:วินาที เช่น 08:05:00 หลังเที่ยงคืนใช้ 25:05:00",
             "write hours:minutes:seconds, such as 08:05:00; after midnight 25:05:00"),
    ),
    "invalid_float": (
        Text("“{fieldValue}” ไม่ใช่ตัวเลข", "“{fieldValue}” is not a number"),
        Text("ใส่ตัวเลขล้วน เช่น 16.4322", "write a plain number such as 16.4322"),
    ),
    "invalid_integer": (
        Text("“{fieldValue}” ไม่ใช่จำนวนเต็ม", "“{fieldValue}” is not a whole number"),
        Text("ใส่จำนวนเต็ม", "write a whole number"),
    ),
    "number_out_of_range": (
        Text("{fieldValue} อยู่นอกช่วงที่ใช้ได้ของ {fieldName}", "{fieldValue} is out of range for {fieldName}"),
        Text("ตรวจจุดทศนิยม หน่วย และลำดับคอลัมน์", "check the decimal point, the unit and the order of columns"),
    ),
    "invalid_url": (
        Text("“{fieldValue}” ไม่ใช่ที่อยู่เว็บ", "“{fieldValue}” is not a web address"),
        Text("เขียนให้ครบ เริ่มด้วย https://", "write it in full, beginning with https://"),
    ),
    "invalid_email": (
        Text("“{fieldValue}” ไม่ใช่อีเมล", "“{fieldValue}” is not an e-mail address"),
        Text("แก้ให้ถูก หรือเว้นว่าง", "correct it, or leave it empty"),
    ),
    "invalid_phone_number": (
        Text("“{fieldValue}” ไม่ใช่เบอร์โทรศัพท์", "“{fieldValue}” is not a telephone number"),
        Text("แก้ให้ถูก หรือเว้นว่าง", "correct it, or leave it empty"),
    ),
    "invalid_timezone": (
        Text("“{fieldValue}” ไม่ใช่เขตเวลา", "“{fieldValue}” is not a time zone"),
        Text("ประเทศไทยใช้ Asia/Bangkok", "Thailand uses Asia/Bangkok"),
    ),
    "invalid_language_code": (
        Text("“{fieldValue}” ไม่ใช่รหัสภาษา", "“{fieldValue}” is not a language code"),
        Text("ใช้ th หรือ en", "use th or en"),
    ),
    "inconsistent_agency_timezone": (
        Text("ผู้เดินรถใช้เขตเวลาไม่ตรงกัน", "the agencies have different time zones"),
        Text("ใช้เขตเวลาเดียวทั้งฟีด", "use one time zone in the whole feed"),
    ),
    "point_near_origin": (
        Text("พิกัดอยู่ใกล้ (0, 0) น่าจะเว้นว่างไว้", "the point is near (0, 0), most likely never filled in"),
        Text("กรอกพิกัดจริง", "fill in the true coordinates"),
    ),
    "point_near_pole": (
        Text("พิกัดอยู่ใกล้ขั้วโลก", "the point is near a pole"),
        Text("ตรวจว่าละติจูดกับลองจิจูดไม่สลับกัน", "check that latitude and longitude are not swapped"),
    ),
}  # fmt: skip

LINKS: Final[Rules] = {
    "duplicate_key": (
        Text("{fieldName1} “{fieldValue1}” ซ้ำกับบรรทัด {oldCsvRowNumber}",
             "{fieldName1} “{fieldValue1}” is the same as in line {oldCsvRowNumber}"),
        Text("เหลือไว้บรรทัดเดียว หรือแก้รหัส", "keep one of the lines, or correct the id"),
    ),
    "foreign_key_violation": (
        Text("{childFieldName} “{fieldValue}” ไม่มีใน {parentFilename}",
             "{childFieldName} “{fieldValue}” is not in {parentFilename}"),
        Text("แก้รหัส หรือเพิ่มใน {parentFilename}", "correct the id, or add it to {parentFilename}"),
    ),
    "translation_foreign_key_violation": (
        Text("คำแปลชี้ไปที่ “{recordId}” ซึ่งไม่มีใน {tableName}", "a translation is for “{recordId}”, not in {tableName}"),
        Text("แก้ record_id หรือลบคำแปลนี้", "correct record_id, or remove the translation"),
    ),
    "translation_unexpected_value": (
        Text("{fieldName} ของคำแปลต้องเว้นว่าง แต่มี “{fieldValue}”", "{fieldName} must be empty here: “{fieldValue}”"),
        Text("เว้น {fieldName} ว่าง", "leave {fieldName} empty"),
    ),
    "stop_without_location": (
        Text("ป้าย {stopId} ไม่มีพิกัด", "stop {stopId} has no coordinates"),
        Text("กรอก stop_lat และ stop_lon", "fill in stop_lat and stop_lon"),
    ),
    "location_without_parent_station": (
        Text("{stopId} ต้องอยู่ในสถานี แต่ parent_station ว่าง", "{stopId} must be in a station; parent_station is empty"),
        Text("กรอก parent_station", "fill in parent_station"),
    ),
    "station_with_parent_station": (
        Text("สถานี {stopId} อยู่ในสถานีอื่นไม่ได้", "station {stopId} cannot belong to another station"),
        Text("เว้น parent_station ว่าง", "leave parent_station empty"),
    ),
    "wrong_parent_location_type": (
        Text("{stopId} อยู่ใน {parentStation} ซึ่งไม่ใช่สถานี", "{stopId} belongs to {parentStation}, which is no station"),
        Text("แก้ parent_station หรือ location_type", "correct parent_station or location_type"),
    ),
    "location_with_unexpected_stop_time": (
        Text("เที่ยวรถจอดที่ {stopId} ซึ่งไม่ใช่ป้าย", "a trip calls at {stopId}, which is no stop"),
        Text("ใช้ป้ายหรือชานชาลา ไม่ใช่สถานีหรือทางเข้า", "use a stop or a platform, not a station or an entrance"),
    ),
    "route_both_short_and_long_name_missing": (
        Text("เส้นทาง {routeId} ไม่มีชื่อ", "route {routeId} has no name"),
        Text("กรอก route_short_name หรือ route_long_name", "fill in route_short_name or route_long_name"),
    ),
}  # fmt: skip

TIMES: Final[Rules] = {
    "stop_time_with_arrival_before_previous_departure_time": (
        Text("เที่ยว {tripId} ถึงเวลา {arrivalTime} ก่อนออกจากป้ายก่อนหน้า ({departureTime})",
             "trip {tripId} arrives at {arrivalTime}, before it left the stop before ({departureTime})"),
        Text("แก้เวลา หลังเที่ยงคืนให้นับต่อ เช่น 25:05:00", "correct the times; after midnight go on: 25:05:00"),
    ),
    "stop_time_with_only_arrival_or_departure_time": (
        Text("เที่ยว {tripId} มีเวลาถึงหรือออกเพียงอย่างเดียว", "trip {tripId} has only one of arrival and departure"),
        Text("กรอกทั้งสองเวลา", "fill in both times"),
    ),
    "stop_time_timepoint_without_times": (
        Text("จุดคุมเวลาของเที่ยว {tripId} ไม่มีเวลา", "a timepoint of trip {tripId} has no time"),
        Text("กรอกเวลา หรือแก้ timepoint เป็น 0", "fill in the times, or set timepoint to 0"),
    ),
    "missing_trip_edge": (
        Text("ป้ายแรกหรือป้ายสุดท้ายของเที่ยว {tripId} ไม่มีเวลา", "the first or last stop of trip {tripId} has no time"),
        Text("กรอก arrival_time และ departure_time", "fill in arrival_time and departure_time"),
    ),
    "decreasing_or_equal_stop_time_distance": (
        Text("shape_dist_traveled ของเที่ยว {tripId} ไม่เพิ่มขึ้น", "shape_dist_traveled of trip {tripId} does not grow"),
        Text("แก้ระยะทาง หรือเว้นคอลัมน์นี้ว่างทั้งหมด", "correct the distances, or leave the column empty"),
    ),
    "decreasing_shape_distance": (
        Text("ระยะตามแนวเส้นลดลง", "the distance along a shape goes down"),
        Text("แก้ shape_dist_traveled ใน shapes.txt", "correct shape_dist_traveled in shapes.txt"),
    ),
    "equal_shape_distance_diff_coordinates": (
        Text("สองจุดของแนวเส้นมีระยะเท่ากันแต่พิกัดต่างกัน", "two points of a shape have one distance and two places"),
        Text("แก้ shape_dist_traveled ใน shapes.txt", "correct shape_dist_traveled in shapes.txt"),
    ),
    "trip_distance_exceeds_shape_distance": (
        Text("เที่ยวรถยาวกว่าแนวเส้นของมัน", "a trip is longer than its shape"),
        Text("แก้แนวเส้น หรือ shape_dist_traveled", "correct the shape, or shape_dist_traveled"),
    ),
    "overlapping_frequency": (
        Text("ช่วงความถี่ของเที่ยว {tripId} ทับกัน ({currStartTime} เริ่มก่อน {prevEndTime})",
             "frequencies of trip {tripId} overlap ({currStartTime} begins before {prevEndTime})"),
        Text("แก้ start_time หรือ end_time", "correct start_time or end_time"),
    ),
    "start_and_end_range_out_of_order": (
        Text("{startFieldName} {startValue} อยู่หลัง {endFieldName} {endValue}",
             "{startFieldName} {startValue} is after {endFieldName} {endValue}"),
        Text("สลับสองค่านี้ หรือแก้ให้ถูก", "swap the two, or correct them"),
    ),
    "start_and_end_range_equal": (
        Text("{startFieldName} กับ {endFieldName} เท่ากัน ({value})", "{startFieldName} equals {endFieldName} ({value})"),
        Text("แก้ให้ค่าหลังมากกว่าค่าแรก", "make the second later than the first"),
    ),
    "block_trips_with_overlapping_stop_times": (
        Text("รถคันเดียว (block {blockId}) วิ่งสองเที่ยวพร้อมกัน", "one vehicle (block {blockId}) runs two trips at once"),
        Text("แก้เวลา หรือ block_id", "correct the times, or block_id"),
    ),
}  # fmt: skip

ERRORS: Final[Rules] = {**FILES, **CELLS, **LINKS, **TIMES}
