"""What can be wrong with a GTFS feed that somebody sends: its archive, its text, and what makes no sense here."""

from collections.abc import Mapping
from typing import Final

from smart7.i18n import Text
from smart7.words.faults import FAULTS

Rules = Mapping[str, tuple[Text, Text]]

# What is wrong, and what to do about it.
ARCHIVE: Final[Rules] = {
    "not_a_zip": (
        Text("ไฟล์นี้ไม่ใช่ไฟล์ zip", "this file is not a zip archive"),
        Text("บีบไฟล์ .txt ของฟีดเป็น zip แล้วส่งใหม่", "put the feed's .txt files in a zip and send that"),
    ),
    "web_page": (
        Text("ไฟล์นี้เป็นหน้าเว็บ ไม่ใช่ไฟล์ zip", "this file is a web page, not a zip archive"),
        Text(
            "ดาวน์โหลดใหม่ ลิงก์เดิมอาจพาไปหน้าแจ้งข้อผิดพลาดหรือหน้าลงชื่อเข้าใช้",
            "download it again: the link may have led to an error page or a sign-in",
        ),
    ),
    "cut_off": (
        Text("ไฟล์ zip ไม่ครบ ขาดส่วนท้าย", "the zip is cut off: its end is missing"),
        Text("ดาวน์โหลดหรือคัดลอกใหม่ให้ครบ", "download or copy it again, to the end"),
    ),
    "damaged": (
        Text("ไฟล์ใน zip เสียหาย", "the file in the zip is damaged"),
        Text("สร้าง zip ใหม่จากไฟล์ต้นฉบับ", "make the zip again from the original files"),
    ),
    "encrypted": (
        Text("ไฟล์ใน zip ถูกใส่รหัสผ่าน", "the file in the zip is protected by a password"),
        Text("สร้าง zip ใหม่โดยไม่ใส่รหัสผ่าน", "make the zip again without a password"),
    ),
    "unknown_method": (
        Text("บีบอัดด้วยวิธีที่ไม่รองรับ (แบบที่ {method})", "packed by a method that is not read here ({method})"),
        Text("สร้าง zip ใหม่แบบปกติ (Deflate)", "make the zip again in the usual way (Deflate)"),
    ),
    "archive_too_big": (
        Text("ไฟล์ zip ใหญ่ {size} MB เกินเพดาน {limit} MB", "the zip is {size} MB; the limit is {limit} MB"),
        Text("ตัดเส้นทางหรือช่วงวันที่ที่ไม่ใช้ออก", "leave out routes or dates that are not needed"),
    ),
    "too_many_files": (
        Text("ใน zip มี {count} ไฟล์ เกินเพดาน {limit}", "the zip holds {count} files; the limit is {limit}"),
        Text("ใส่เฉพาะไฟล์ .txt ของ GTFS", "put in only the .txt files of GTFS"),
    ),
    "too_big_unpacked": (
        Text("แตกออกแล้วใหญ่เกิน {limit} MB", "unpacked it is more than {limit} MB"),
        Text(
            "ตรวจว่าเป็นไฟล์ฟีดจริง แล้วตัดส่วนที่ไม่ใช้ออก",
            "check that this is a real feed, then leave out what is not needed",
        ),
    ),
    "bomb": (
        Text(
            "บีบอัดแน่นผิดปกติ ({ratio} เท่า) ไฟล์แบบนี้ใช้โจมตีระบบได้",
            "packed far too tightly ({ratio} times): such a file can bring a system down",
        ),
        Text("ขอไฟล์ใหม่จากเจ้าของฟีด", "ask the feed's owner for a new file"),
    ),
    "unsafe_name": (
        Text("ชื่อไฟล์ใน zip ชี้ออกนอกโฟลเดอร์: {name}", "a name in the zip points outside its folder: {name}"),
        Text("อย่าใช้ไฟล์นี้ ขอไฟล์ใหม่จากเจ้าของฟีด", "do not use this file; ask the feed's owner for a new one"),
    ),
    "special_file": (
        Text("ใน zip มีทางลัดหรือไฟล์พิเศษ: {name}", "the zip holds a link or a special file: {name}"),
        Text("ใส่ตัวไฟล์จริงแทนทางลัด", "put in the file itself, not a link to it"),
    ),
    "repeated_name": (
        Text("ใน zip มีไฟล์ชื่อ {name} มากกว่าหนึ่งไฟล์", "the zip holds more than one file called {name}"),
        Text("เหลือไว้ไฟล์เดียว", "keep one of them"),
    ),
    "several_folders": (
        Text("ไฟล์ของฟีดกระจายอยู่หลายโฟลเดอร์: {folders}", "files of a feed are in several folders: {folders}"),
        Text("ใส่ไฟล์ .txt ของฟีดเดียวไว้ที่เดียวกัน", "put the .txt files of one feed in one place"),
    ),
    "zip_in_zip": (
        Text("ใน zip มี zip อีกชั้น: {name}", "there is another zip inside the zip: {name}"),
        Text("แตกชั้นนอกออก แล้วส่ง zip ชั้นใน", "unpack the outer zip and send the one inside"),
    ),
    "no_gtfs": (
        Text("ใน zip ไม่มีไฟล์ GTFS เลย", "there is no GTFS file in the zip"),
        Text("ใส่ stops.txt, routes.txt และไฟล์อื่นของฟีด", "put in stops.txt, routes.txt and the feed's other files"),
    ),
    "wrong_case": (
        Text("ไฟล์ชื่อ {name} แต่ GTFS ใช้ตัวพิมพ์เล็ก", "the file is called {name}; GTFS names are in small letters"),
        Text("เปลี่ยนชื่อเป็น {right}", "rename it to {right}"),
    ),
    "in_a_folder": (
        Text("ไฟล์อยู่ในโฟลเดอร์ {folder} ของ zip อ่านจากที่นั่น", "the files are in the folder {folder}; read from there"),
        Text("ไม่ต้องทำอะไร", "nothing to do"),
    ),
    "left_out": (
        Text("ไม่ใช่ไฟล์ของ GTFS จึงไม่ได้นำเข้า: {names}", "no files of GTFS, so they are left out: {names}"),
        Text("ไม่ต้องทำอะไร", "nothing to do"),
    ),
}  # fmt: skip

OWN: Final[Rules] = {
    "no_such_file": (
        Text("ไม่มีไฟล์ {name} ซึ่งฟีดต้องมี", "there is no {name}, which every feed needs"),
        Text("เพิ่ม {name} ในฟีด", "add {name} to the feed"),
    ),
    "no_calendar": (
        Text("ไม่มีทั้ง calendar.txt และ calendar_dates.txt", "there is neither calendar.txt nor calendar_dates.txt"),
        Text("เพิ่มไฟล์ใดไฟล์หนึ่ง เพื่อบอกว่าวิ่งวันใด", "add one of the two: they say on which days trips run"),
    ),
    "no_content": (
        Text("ไฟล์ว่างเปล่า", "the file is empty"),
        Text("ใส่หัวตารางและข้อมูล", "give it a header row and its rows"),
    ),
    "wide_text": FAULTS["wide_text"],
    "thai_windows": FAULTS["thai_windows"],
    "not_utf8": (
        Text("ตัวอักษรไม่ใช่ UTF-8 (ไบต์ที่ {byte})", "the text is not UTF-8 (byte {byte})"),
        Text("บันทึกใหม่เป็น CSV UTF-8", "save it again as CSV UTF-8"),
    ),
    "binary": FAULTS["binary"],
    "broken_csv": (
        Text("อ่านเป็น CSV ไม่ได้ตั้งแต่บรรทัดนี้", "from this line on it cannot be read as CSV"),
        Text('ตรวจเครื่องหมาย " ที่เปิดแล้วไม่ปิด', "look for a double quote that is never closed"),
    ),
    "not_commas": FAULTS["not_commas"],
    "buddhist_year": (
        Text("“{value}” เป็นปี พ.ศ. ที่ GTFS ต้องเป็น ค.ศ.", "“{value}” has a Buddhist year where GTFS wants CE"),
        Text("เขียนเป็น {fixed}", "write {fixed}"),
    ),
    "no_service_day": (
        Text("ไม่มีเที่ยวใดวิ่งเลยสักวัน", "no trip runs on any day"),
        Text(
            "ตรวจ calendar.txt, calendar_dates.txt และ service_id ใน trips.txt",
            "look at calendar.txt, calendar_dates.txt and service_id in trips.txt",
        ),
    ),
    "no_trips_soon": (
        Text(
            "ไม่มีเที่ยวรถเลยตั้งแต่ {first} ถึง {last} ตามที่ {file} กำหนด",
            "not one trip runs from {first} to {last}; {file} decides that",
        ),
        Text("ถูกต้องหากเป็นบันทึกเก่า มิฉะนั้นตรวจ {file} หรือขอฟีดใหม่",
             "right for a record of the past; otherwise look at {file}, or ask for a newer feed"),
    ),
    "last_trips": (
        Text(
            "เที่ยวสุดท้ายวิ่งวันที่ {value} จากนั้นไม่มีเที่ยวรถอย่างน้อยสี่สัปดาห์ ตามที่ {file} กำหนด",
            "the last trips run on {value}, then none for at least four weeks; {file} decides that",
        ),
        Text("ขอฟีดของช่วงถัดไป", "ask for the feed of the time after"),
    ),
    "tiny_headway": (
        Text(
            "headway_secs เป็น {value}: รถทุก {value} วินาทีคงไม่ใช่ที่ตั้งใจ น่าจะเขียนนาทีแทนวินาที",
            "headway_secs is {value}: a vehicle every {value} seconds is hardly meant; these seem to be minutes",
        ),
        Text("เขียนเป็นวินาที: {value} นาทีคือ {fixed}", "write seconds: {value} minutes are {fixed}"),
    ),
    "extended_type": (
        Text(
            "route_type {value} คือ {kind} ตามรายการชนิดแบบขยาย ({count} เส้นทาง)",
            "route_type {value} is {kind}, of the extended list (routes: {count})",
        ),
        Text("ไม่ต้องทำอะไร", "nothing to do"),
    ),
    "not_read": (
        Text("เป็นไฟล์ของ GTFS แต่ที่นี่ไม่ได้อ่าน: {names}", "files of GTFS that are not read here: {names}"),
        Text("ไม่ต้องทำอะไร สิ่งที่อยู่ในไฟล์เหล่านี้จะไม่แสดง", "nothing to do; what they say is not shown"),
    ),
    "fare_zones": (
        Text(
            "ค่าโดยสารตามโซนไม่ได้อ่าน จึงแสดงเพียงค่าต่ำสุดของแต่ละเส้นทาง",
            "fares by zone are not read: only the lowest fare of each route is shown",
        ),
        Text("ไม่ต้องทำอะไร", "nothing to do"),
    ),
    "swapped": (
        Text(
            "ละติจูดกับลองจิจูดน่าจะสลับกัน ({value})",
            "latitude and longitude look swapped ({value})",
        ),
        Text("สลับค่าในคอลัมน์ stop_lat กับ stop_lon", "swap the values of stop_lat and stop_lon"),
    ),
    "elsewhere": (
        Text(
            "ป้ายทุกป้ายอยู่ไกลจากขอนแก่น ใกล้ที่สุด {distance} กม. จึงเป็นฟีดของเมืองอื่น",
            "every stop is far from Khon Kaen, the nearest {distance} km: this is another city's feed",
        ),
        Text(
            "นำเข้าได้ และจะแสดงแยกจากขอนแก่น หากตั้งใจให้เป็นขอนแก่น ให้ตรวจพิกัด",
            "it can be imported and is shown apart from Khon Kaen; if it should be here, check the coordinates",
        ),
    ),
    "some_elsewhere": (
        Text("ป้าย {count} ป้ายอยู่ไกลจากขอนแก่นเกิน 60 กม.", "stops more than 60 km from Khon Kaen: {count}"),
        Text("ตรวจพิกัด เว้นแต่เป็นเส้นทางระหว่างเมือง", "check their coordinates, unless the routes leave the area"),
    ),
    "past_midnight": (
        Text(
            "มี {count} เวลาหลัง 24:00 นับเป็นของวันที่เที่ยวรถเริ่มวิ่ง",
            "times past 24:00 ({count}) count for the day on which the trip began",
        ),
        Text("ไม่ต้องทำอะไร", "nothing to do"),
    ),
    "past_two_days": (
        Text("เวลา {value} เลยไปเกินสองวัน", "the time {value} is more than two days on"),
        Text("ตรวจว่าเวลาเป็น ชั่วโมง:นาที:วินาที", "check that times are hours:minutes:seconds"),
    ),
    "replaces_own": (
        Text(
            "{name} เป็นฟีดที่โครงการนี้เขียนขึ้นจากบันทึกสาธารณะ นำเข้าแล้วจะถูกแทนที่และนับเป็นฟีดนำเข้า",
            "{name} is this project's own model of public records; it will be replaced and count as imported",
        ),
        Text("ใช้ชื่ออื่นหากต้องการเก็บทั้งสองฟีด", "use another name to keep both"),
    ),
    "too_heavy": (
        Text(
            "ตรวจไม่เสร็จภายใน {seconds} วินาทีหรือหน่วยความจำ {memory} GB",
            "the check did not end within {seconds} seconds or {memory} GB of memory",
        ),
        Text("ตัดเส้นทางหรือช่วงวันที่ที่ไม่ใช้ออก", "leave out routes or dates that are not needed"),
    ),
}  # fmt: skip

# A rule of the validator that has no sentence of its own.
OTHER: Final = (
    Text(
        "ผิดกฎ {code} ของ GTFS (ตัวตรวจแจ้งว่า: {message})", "breaks the GTFS rule {code} (the validator says: {message})"
    ),
    Text("ดูคำอธิบายกฎนี้ได้ที่ gtfs.org", "the rule is explained at gtfs.org"),
)

SEVERITY: Final = {
    "error": Text("■ ต้องแก้", "■ Error"),
    "warning": Text("▲ ควรดู", "▲ Warning"),
    "info": Text("● แจ้งให้ทราบ", "● Note"),
}
