"""What can be wrong with an input file, and what to do about it."""

from smart7.i18n import Text

FAULTS: dict[str, tuple[Text, Text]] = {
    "ledger_unreadable": (
        Text("อ่านตัวเลขที่หน่วยงานส่งไม่ได้: {why}", "figures that units handed in cannot be read: {why}"),
        Text("ตรวจไฟล์นี้ หรือกู้จากข้อมูลสำรอง", "look at this file, or restore it from a backup"),
    ),
    "no_file": (
        Text("ไม่พบไฟล์", "the file is not there"),
        Text("วางไฟล์กลับเข้าที่เดิม", "put the file back in its place"),
    ),
    "empty_file": (
        Text("ไฟล์ว่างเปล่า", "the file is empty"),
        Text(
            "ใส่บรรทัดหัวตาราง: {columns}",
            "give it a header row: {columns}",
        ),
    ),
    "no_rows": (
        Text("มีแต่หัวตาราง ไม่มีข้อมูลสักแถว", "there is a header and not one row"),
        Text("ใส่ข้อมูล หรือนำไฟล์เดิมกลับมา", "fill in the rows, or put the old file back"),
    ),
    "not_utf8": (
        Text("ตัวอักษรไม่ใช่ UTF-8 (ไบต์ที่ {byte})", "the text is not UTF-8 (byte {byte})"),
        Text("บันทึกใหม่เป็น UTF-8 (ใน Excel: CSV UTF-8)", "save it again as UTF-8 (in Excel: CSV UTF-8)"),
    ),
    "wide_text": (
        Text("ตัวอักษรเป็น UTF-16 ไม่ใช่ UTF-8", "the text is UTF-16, not UTF-8"),
        Text("บันทึกใหม่เป็น UTF-8 (ไม่ใช่ “Unicode”)", "save it again as UTF-8 (not as “Unicode”)"),
    ),
    "thai_windows": (
        Text(
            "ตัวอักษรเป็นรหัสไทยแบบเดิม (Windows-874/TIS-620) ไม่ใช่ UTF-8",
            "the text is in an old Thai encoding (Windows-874 or TIS-620), not UTF-8",
        ),
        Text("บันทึกใหม่เป็น UTF-8 (ใน Excel: CSV UTF-8)", "save it again as UTF-8 (in Excel: CSV UTF-8)"),
    ),
    "binary": (
        Text("ไฟล์นี้ไม่ใช่ข้อความ", "this file is not text"),
        Text("ส่งไฟล์ข้อความ CSV ไม่ใช่ไฟล์ Excel หรือไฟล์อื่น", "hand in CSV text, not an Excel or another file"),
    ),
    "not_commas": (
        Text("คอลัมน์คั่นด้วย {mark} ไม่ใช่จุลภาค", "columns are separated by {mark}, not by commas"),
        Text("บันทึกใหม่โดยคั่นด้วยจุลภาค", "save it again separated by commas"),
    ),
    "missing_column": (
        Text("ไม่มีคอลัมน์ {name}", "column {name} is missing"),
        Text("เพิ่มคอลัมน์ {name} ในหัวตาราง", "add column {name} to the header row"),
    ),
    "unknown_column": (
        Text("ไม่รู้จักคอลัมน์ {name}", "column {name} is not known"),
        Text("ลบออก หรือแก้ชื่อให้ตรง: {columns}", "remove it, or use one of: {columns}"),
    ),
    "repeated_column": (
        Text("มีคอลัมน์ {name} มากกว่าหนึ่งคอลัมน์", "column {name} is there more than once"),
        Text("เหลือคอลัมน์ {name} ไว้คอลัมน์เดียว", "keep one column {name}"),
    ),
    "ragged_line": (
        Text("มี {found} ช่อง แต่หัวตารางมี {expected} ช่อง", "{found} cells, the header has {expected}"),
        Text(
            'ใส่เครื่องหมาย " ครอบข้อความที่มีจุลภาค',
            "put double quotes round a text that holds a comma",
        ),
    ),
    "broken_csv": (
        Text("อ่านเป็น CSV ไม่ได้ ({why})", "this cannot be read as CSV ({why})"),
        Text('ตรวจเครื่องหมาย " ที่เปิดแล้วไม่ปิด', "look for a double quote that is never closed"),
    ),
    "required": (
        Text("ต้องมีค่า แต่เว้นว่าง", "a value is needed and the cell is empty"),
        Text("กรอกค่าในช่องนี้", "fill in the cell"),
    ),
    "not_a_number": (
        Text("“{value}” ไม่ใช่ตัวเลข", "“{value}” is not a number"),
        Text("ใส่ตัวเลขล้วน เช่น 1234.5", "write a plain number such as 1234.5"),
    ),
    "thousands": (
        Text("“{value}” มีเครื่องหมายคั่นหลักพัน", "“{value}” has a thousands separator"),
        Text("เขียนเป็น {fixed}", "write {fixed}"),
    ),
    "thai_digits": (
        Text("“{value}” เป็นเลขไทย", "“{value}” is in Thai digits"),
        Text("เขียนเป็น {fixed}", "write {fixed}"),
    ),
    "not_whole": (
        Text("“{value}” ไม่ใช่จำนวนเต็ม", "“{value}” is not a whole number"),
        Text("ใส่จำนวนเต็ม", "write a whole number"),
    ),
    "out_of_bounds": (
        Text("{value} อยู่นอกช่วง {low} ถึง {high}", "{value} is outside {low} to {high}"),
        Text("ใส่ค่าที่อยู่ในช่วงนี้", "write a value between the two"),
    ),
    "not_a_share": (
        Text("“{value}” ไม่ใช่รายการย่อยกับสัดส่วน", "“{value}” is not a part and its share"),
        Text("เขียนรหัสกับสัดส่วน เช่น female:0.56", "write an id and a share, such as female:0.56"),
    ),
    "not_a_date": (
        Text("“{value}” ไม่ใช่วันที่", "“{value}” is not a date"),
        Text("เขียนปี-เดือน-วัน (ค.ศ.) เช่น 2025-10-01", "write year-month-day (CE), such as 2025-10-01"),
    ),
    "buddhist_year": (
        Text("“{value}” เป็นปี พ.ศ. ที่นี่ต้องเป็น ค.ศ.", "“{value}” has a Buddhist year where CE is due"),
        Text("เขียนเป็น {fixed}", "write {fixed}"),
    ),
    "not_a_choice": (
        Text("ไม่รู้จัก “{value}”", "“{value}” is not known here"),
        Text("ใช้ค่าใดค่าหนึ่ง: {choices}", "use one of: {choices}"),
    ),
    "not_a_slug": (
        Text("“{value}” ใช้เป็นรหัสไม่ได้", "“{value}” cannot be an id"),
        Text("ใช้ a-z 0-9 และ - เท่านั้น", "use only a-z, 0-9 and -"),
    ),
    "not_a_name": (
        Text("“{value}” ใช้เป็นรหัสไม่ได้", "“{value}” cannot be an id"),
        Text("ใช้ a-z 0-9 - และ _ เท่านั้น", "use only a-z, 0-9, - and _"),
    ),
    "half_position": (
        Text("มีละติจูดหรือลองจิจูดเพียงอย่างเดียว", "only one of latitude and longitude is there"),
        Text("กรอกให้ครบทั้งสองช่อง หรือเว้นว่างทั้งสองช่อง", "fill in both, or leave both empty"),
    ),
    "assumption_disordered": (
        Text("ค่า {value} ไม่อยู่ระหว่าง low {low} กับ high {high}", "{value} is not between low {low} and high {high}"),
        Text("เรียงค่าให้ low ≤ value ≤ high", "order them so that low ≤ value ≤ high"),
    ),
    "duplicate": (
        Text("ซ้ำกับบรรทัด {first}: {key}", "the same as line {first}: {key}"),
        Text("เหลือไว้บรรทัดเดียว", "keep one of the two lines"),
    ),
    "unknown_reference": (
        Text("ไม่พบ “{value}” ใน {where}", "“{value}” is not in {where}"),
        Text("แก้รหัส หรือเพิ่มใน {where} ก่อน", "correct the id, or add it to {where} first"),
    ),
    "bad_period": (
        Text("{start} ไม่ใช่วันแรกของงวดชนิด {kind}", "{start} is not the first day of a {kind}"),
        Text("ใช้วันแรกของงวด เช่น {example}", "use the first day of the period, such as {example}"),
    ),
    "span_needs_end": (
        Text("งวดแบบช่วงต้องมี period_end ไม่ก่อน period_start", "a span needs a period_end, not before its start"),
        Text("กรอกวันสุดท้ายของช่วง", "fill in the last day"),
    ),
    "end_disagrees": (
        Text("period_end {end} ไม่ตรงกับงวดชนิด {kind}", "period_end {end} does not fit a {kind}"),
        Text("เว้นว่าง หรือใช้ {expected}", "leave it empty, or write {expected}"),
    ),
    "span_is_kind": (
        Text("{start} ถึง {end} คืองวดชนิด {kind} ไม่ใช่ช่วง", "{start} to {end} is a {kind}, not a span"),
        Text("ใช้ period_kind เป็น {kind}", "write {kind} as its period_kind"),
    ),
    "target_without_value": (
        Text("เป้าหมายไม่มีค่า", "the target has no value"),
        Text("กรอก low หรือ high", "fill in low or high"),
    ),
    "target_reversed": (
        Text("{second} น้อยกว่า {first}", "{second} is before or below {first}"),
        Text("สลับสองค่านี้ หรือแก้ให้ถูก", "swap the two, or correct them"),
    ),
    "needs_parts": (
        Text(
            "ตัวชี้วัดนี้เป็นอัตราส่วน ต้องมีตัวตั้งและตัวหาร",
            "this indicator is a ratio: numerator and denominator are needed",
        ),
        Text(
            "กรอก numerator และ denominator และเว้น value",
            "fill in numerator and denominator and leave value empty",
        ),
    ),
    "needs_value": (
        Text("ไม่มีค่า", "there is no value"),
        Text("กรอก value", "fill in value"),
    ),
    "zero_denominator": (
        Text("ตัวหารเป็นศูนย์", "the denominator is zero"),
        Text("ลบแถวนี้: ยังไม่มีอะไรให้หาร", "leave the row out: there is nothing to divide by"),
    ),
    "out_of_range": (
        Text(
            "{value} อยู่นอกช่วง {low} ถึง {high} ของตัวชี้วัด",
            "{value} is outside the indicator's range {low} to {high}",
        ),
        Text("ตรวจหน่วยวัดและจุดทศนิยม", "check the unit of measure and the decimal point"),
    ),
    "sample_on_real": (
        Text("ตัวเลขตัวอย่างอยู่กับหน่วยจริง {unit}", "a sample figure on the real unit {unit}"),
        Text("ใช้หน่วยตัวอย่าง หรือแก้ quality", "use a sample unit, or correct the quality"),
    ),
    "interval": (
        Text("known_to ต้องอยู่หลัง known_from", "known_to must be after known_from"),
        Text("แก้วันที่ หรือเว้น known_to ว่าง", "correct the dates, or leave known_to empty"),
    ),
    "no_outline_file": (
        Text("ไม่พบไฟล์ {path}", "there is no file {path}"),
        Text("วางไฟล์ไว้ใน data/geo หรือลบแถวนี้", "put the file into data/geo, or delete this row"),
    ),
    "bad_file_name": (
        Text("“{value}” ใช้เป็นชื่อไฟล์ไม่ได้", "“{value}” cannot be the name of a file here"),
        Text("ใช้ a-z 0-9 - และ _ เท่านั้น ไม่ต้องมี .geojson", "use only a-z, 0-9, - and _, without .geojson"),
    ),
    "not_geojson": (
        Text("อ่านเป็น GeoJSON ไม่ได้ ({why})", "this cannot be read as GeoJSON ({why})"),
        Text(
            "บันทึกเป็น GeoJSON FeatureCollection (UTF-8, WGS84)", "save it as a GeoJSON FeatureCollection (UTF-8, WGS84)"
        ),
    ),
    "no_features": (
        Text("ไม่มีรูปร่างสักรูปในไฟล์", "the file holds not one feature"),
        Text("ใส่รูปร่าง หรือลบไฟล์นี้ออกจาก geo.csv", "put a feature into it, or take the file out of geo.csv"),
    ),
    "feature_without": (
        Text("รูปที่ {number} ไม่มี {property}", "feature {number} has no {property}"),
        Text("ใส่ {property} ใน properties", "write {property} into its properties"),
    ),
    "same_outline": (
        Text("รหัส “{value}” ซ้ำกับรูปใน {first}", "the id “{value}” is used in {first} already"),
        Text("ให้รหัสอื่น", "give it another id"),
    ),
    "bad_geometry": (
        Text(
            "รูปที่ {number} ({value}) มีเรขาคณิตที่ใช้ไม่ได้: {why}", "feature {number} ({value}) has unusable geometry: {why}"
        ),
        Text("วาดรูปใหม่ ให้เส้นปิดและไม่ตัดตัวเอง", "draw it again, closed and without crossing itself"),
    ),
    "wrong_geometry": (
        Text(
            "รูปที่ {number} ({value}) เป็น {found} แต่ชั้น {layer} ต้องเป็น {wanted}",
            "feature {number} ({value}) is a {found}; layer {layer} takes {wanted}",
        ),
        Text("แก้ชนิดของรูป หรือแก้ layer", "correct the kind of the feature, or the layer"),
    ),
    "not_degrees": (
        Text(
            "รูปที่ {number} ({value}) มีพิกัดนอกองศาโลก", "feature {number} ({value}) lies outside the degrees of the globe"
        ),
        Text("แปลงเป็น WGS84 ลองจิจูดก่อนละติจูด", "convert it to WGS84, longitude before latitude"),
    ),
    "not_a_time": (
        Text("“{value}” ไม่ใช่เวลา", "“{value}” is not a time"),
        Text("เขียนชั่วโมง:นาที:วินาที เช่น 06:30:00 หลังเที่ยงคืนเขียนเกิน 24 ได้", "write 06:30:00; past midnight 24:10:00"),
    ),
    "not_a_gtfs_date": (
        Text("“{value}” ไม่ใช่วันที่แบบ GTFS", "“{value}” is not a GTFS date"),
        Text("เขียนปีเดือนวัน (ค.ศ.) ติดกัน เช่น 20251001", "write year, month and day (CE) together: 20251001"),
    ),
    "not_a_headway": (
        Text("“{value}” ไม่ใช่ระยะห่างระหว่างรถ", "“{value}” is not a headway"),
        Text("ใส่จำนวนวินาทีที่มากกว่า 0", "write whole seconds above 0"),
    ),
    "not_an_exception": (
        Text("“{value}” ไม่ใช่ชนิดของวันยกเว้น", "“{value}” is no kind of exception"),
        Text("ใส่ 1 (เพิ่มวัน) หรือ 2 (งดวัน)", "write 1 (service added) or 2 (service removed)"),
    ),
    "too_many_hours": (
        Text("มี {count} ค่า แต่หนึ่งวันมี 24 ชั่วโมง", "{count} values, and a day has 24 hours"),
        Text("คั่นด้วย ; ไม่เกิน 24 ค่า เว้นว่างชั่วโมงที่ไม่ได้วัด", "at most 24, separated by ; and empty where not measured"),
    ),
    "hours_disagree": (
        Text("บอกว่าวัด {hours} ชั่วโมง แต่มีค่า {found} ชั่วโมง", "{hours} hours are stated, {found} have a value"),
        Text("แก้ hours หรือเว้นว่าง", "correct hours, or leave it empty"),
    ),
    "day_without_value": (
        Text("วันนี้ไม่มีค่าเลย", "this day has no value at all"),
        Text("ลบแถวนี้: วันที่ไม่ได้วัดไม่ต้องมีแถว", "leave the row out: a day that was not measured has none"),
    ),
    "standards_overlap": (
        Text("มาตรฐานถัดไปเริ่มใช้แล้วในวันที่ {following}", "the next standard is in force from {following} on"),
        Text("กรอก valid_to เป็นวันก่อนหน้า", "write the day before as valid_to"),
    ),
    "check_failed": (
        Text("ไม่ผ่านการตรวจ “{check_th}”: {what}", "fails the check “{check_en}”: {what}"),
        Text("แก้แถวที่ระบุ แล้วสร้างใหม่", "correct the row named, then build again"),
    ),
}
