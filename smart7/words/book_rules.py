"""The rules a unit's figures are held to: what each is called, what is said of a cell that breaks it, what to do."""

from typing import Final

from smart7.i18n import Text

RULES: Final[dict[str, tuple[Text, Text, Text]]] = {
    # --- The file as a whole.
    "too_large": (
        Text("ขนาดไฟล์", "size of the file"),
        Text("ไฟล์มีขนาด {size} MB เกิน {most} MB", "the file has {size} MB, more than {most} MB"),
        Text("ลบรูปและแผ่นงานอื่น แล้วส่งเฉพาะแบบรายงาน", "take out pictures and other sheets, and send the form alone"),
    ),
    "empty": (
        Text("ไฟล์ว่าง", "empty file"),
        Text("ไฟล์ว่างเปล่า", "the file is empty"),
        Text("เปิดไฟล์ที่กรอกแล้ว บันทึก แล้วส่งใหม่", "open the form you filled in, save it, and send it again"),
    ),
    "other_kind": (
        Text("ชนิดของไฟล์", "kind of file"),
        Text("ไฟล์นี้เป็น {found} ไม่ใช่ Excel (.xlsx) หรือ CSV", "this file is {found}, neither Excel (.xlsx) nor CSV"),
        Text(
            "เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกเป็น .xlsx หรือ CSV",
            "open it in Excel or LibreOffice and save it as .xlsx or CSV",
        ),
    ),
    "broken": (
        Text("ไฟล์เสียหาย", "damaged file"),
        Text("เปิดไฟล์ไม่ได้ ไฟล์เสียหายหรือส่งมาไม่ครบ", "the file cannot be opened: it is damaged or cut off"),
        Text("เปิดต้นฉบับ บันทึกใหม่เป็น .xlsx แล้วส่งอีกครั้ง", "open the original, save it as .xlsx again, and send that"),
    ),
    "password": (
        Text("รหัสผ่าน", "password"),
        Text("ไฟล์ล็อกด้วยรหัสผ่าน", "the file is locked by a password"),
        Text("บันทึกใหม่โดยไม่มีรหัสผ่าน", "save it without a password"),
    ),
    "macros": (
        Text("มาโคร", "macros"),
        Text("ไฟล์มีมาโคร จึงไม่เปิดอ่าน", "the file holds macros, so it is not opened"),
        Text("บันทึกเป็น .xlsx (ไม่ใช่ .xlsm) แล้วส่งใหม่", "save it as .xlsx, not .xlsm, and send it again"),
    ),
    "outside": (
        Text("ลิงก์ไปไฟล์อื่น", "links to other files"),
        Text("ไฟล์ดึงค่าจากไฟล์อื่นหรือฝังไฟล์อื่นไว้", "the file takes values from other files or holds other files within"),
        Text("คัดลอกแล้ววางเป็นค่า (Paste values) ลงในแบบรายงาน", "paste the values alone into the form"),
    ),
    "bomb": (
        Text("ไฟล์ขยายใหญ่ผิดปกติ", "a file that unpacks to too much"),
        Text("ไฟล์เมื่อคลายแล้วใหญ่เกินแบบรายงานไปมาก", "the file unpacks to far more than a form holds"),
        Text("คัดลอกตัวเลขลงในแบบรายงานใหม่ แล้วส่งแบบนั้น", "copy the figures into a fresh form and send that"),
    ),
    "unsafe": (
        Text("ส่วนที่ไม่ปลอดภัย", "unsafe parts"),
        Text("ภายในไฟล์มีส่วนที่ไม่ใช่ของ Excel ({part})", "the file holds a part that Excel does not write ({part})"),
        Text("คัดลอกตัวเลขลงในแบบรายงานใหม่ แล้วส่งแบบนั้น", "copy the figures into a fresh form and send that"),
    ),
    "too_long": (
        Text("จำนวนแถว", "number of rows"),
        Text("มีเกิน {most} แถว แบบรายงานมีไม่ถึง", "there are more than {most} rows; a form has fewer"),
        Text("ส่งเฉพาะแบบรายงานของหน่วยและงวดเดียว", "send the form of one unit and one period"),
    ),
    "too_heavy": (
        Text("ไฟล์หนักเกินไป", "a file too heavy to read"),
        Text(
            "อ่านไฟล์ไม่จบในหน่วยความจำ {memory} MB และ {seconds} วินาที",
            "the file could not be read within {memory} MB and {seconds} seconds",
        ),
        Text("คัดลอกตัวเลขลงในแบบรายงานใหม่ แล้วส่งแบบนั้น", "copy the figures into a fresh form and send that"),
    ),
    "encoding": (
        Text("รหัสตัวอักษร", "encoding"),
        Text("อ่านตัวอักษรไม่ได้ ใกล้บรรทัด {line}", "the letters cannot be read near line {line}"),
        Text("บันทึกใหม่เป็น CSV UTF-8", "save it again as CSV UTF-8"),
    ),
    "no_header": (
        Text("หัวตาราง", "header"),
        Text("ไม่พบหัวตารางของแบบรายงาน ({columns})", "the header of the form was not found ({columns})"),
        Text("ใช้แบบรายงานที่ดาวน์โหลดจากระบบ และอย่าลบหัวตาราง", "use the form as downloaded and leave its header in place"),
    ),
    "nothing": (
        Text("ยังไม่ได้กรอก", "nothing filled in"),
        Text("ยังไม่มีตัวเลขสักช่อง", "not one figure was filled in"),
        Text("กรอกตัวเลขในช่องสีเหลือง แล้วส่งใหม่", "fill in the yellow cells and send it again"),
    ),
    # --- Whose form, of which period.
    "wrong_unit": (
        Text("แบบของหน่วยอื่น", "another unit's form"),
        Text("แบบนี้เป็นของ {found} ไม่ใช่ {wanted}", "this is the form of {found}, not of {wanted}"),
        Text("ใช้แบบรายงานของ {wanted}", "use the form of {wanted}"),
    ),
    "wrong_period": (
        Text("แบบของงวดอื่น", "another period's form"),
        Text("แบบนี้เป็นของงวด {found} ไม่ใช่ {wanted}", "this is the form of {found}, not of {wanted}"),
        Text("ใช้แบบรายงานของงวด {wanted}", "use the form of {wanted}"),
    ),
    "old_template": (
        Text("แบบรุ่นเก่า", "old form"),
        Text("แบบรายงานรุ่น {found} ปัจจุบันใช้รุ่น {wanted}", "the form is version {found}; version {wanted} is in use"),
        Text("ดาวน์โหลดแบบใหม่ แล้วคัดลอกตัวเลขไปใส่", "download the form again and copy the figures into it"),
    ),
    "no_mark": (
        Text("ไฟล์ไม่บอกหน่วยและงวด", "no unit and period in the file"),
        Text("ไฟล์ไม่ได้บอกว่าเป็นของหน่วยและงวดใด", "the file does not say of which unit and period it is"),
        Text("ตรวจว่าเป็นของ {unit} งวด {period}", "see that it is of {unit}, {period}"),
    ),
    "closed": (
        Text("งวดปิดแล้ว", "period closed"),
        Text("งวด {period} ปิดรับแล้ว", "{period} is closed"),
        Text("ขอให้ผู้อนุมัติเปิดงวดใหม่พร้อมเหตุผล", "ask the approver to reopen it, with a reason"),
    ),
    "not_begun": (
        Text("งวดยังไม่เริ่ม", "period not begun"),
        Text("งวด {period} ยังไม่เริ่ม", "{period} has not begun"),
        Text("เลือกงวดที่ผ่านมาแล้ว", "choose a period that is over"),
    ),
    "not_over": (
        Text("งวดยังไม่สิ้นสุด", "period not over"),
        Text("งวด {period} ยังไม่สิ้นสุด ตัวเลขอาจยังไม่ครบ", "{period} is not over, so figures may not be complete"),
        Text("ส่งเมื่อสิ้นงวด หรือเลือก “ไม่ครบ” ในช่องครบทั้งงวด", "send it when the period is over, or choose “in part”"),
    ),
    "late": (
        Text("ส่งช้า", "late"),
        Text("ครบกำหนดส่งเมื่อ {day} ช้า {days} วัน", "it was due on {day}, {days} days ago"),
        Text("ยังส่งได้ ระบบจะบันทึกว่าส่งช้า", "it can still be handed in, and is noted as late"),
    ),
    # --- The sheet.
    "merged": (
        Text("ช่องผสาน", "merged cells"),
        Text("ช่อง {cells} ผสานกัน จึงไม่รู้ว่าค่าเป็นของแถวใด", "cells {cells} are merged, so whose value is it?"),
        Text("ยกเลิกการผสานช่อง แล้วกรอกทุกแถว", "unmerge the cells and fill in each row"),
    ),
    "hidden": (
        Text("แถวหรือคอลัมน์ที่ซ่อน", "hidden rows or columns"),
        Text("มีค่าอยู่ในที่ซ่อน ({where})", "there are values in what is hidden ({where})"),
        Text("ยกเลิกการซ่อนหรือตัวกรอง แล้วตรวจค่าก่อนส่ง", "unhide it, or clear the filter, and look at the values"),
    ),
    "formula": (
        Text("สูตรในช่อง", "formula in a cell"),
        Text("ช่องเป็นสูตร อ่านค่าที่คำนวณไว้คือ {value}", "the cell is a formula; the value kept with it, {value}, is read"),
        Text("ตรวจว่าค่าถูกต้อง หรือวางเป็นค่า (Paste values)", "see that the value is right, or paste it as a value"),
    ),
    "formula_empty": (
        Text("สูตรที่ไม่มีค่า", "formula without a value"),
        Text("ช่องเป็นสูตรที่ยังไม่มีค่า หรือคำนวณไม่ได้ ({value})", "the cell is a formula without a value ({value})"),
        Text("พิมพ์ตัวเลขแทนสูตร", "type the number in its place"),
    ),
    "unknown": (
        Text("ตัวชี้วัดที่ไม่รู้จัก", "unknown indicator"),
        Text("ไม่รู้จักตัวชี้วัด “{value}”", "there is no indicator “{value}”"),
        Text("ใช้แถวของแบบรายงาน อย่าแก้ชื่อหรือรหัส", "use the rows of the form; leave names and ids as they are"),
    ),
    "not_asked": (
        Text("ตัวชี้วัดที่ไม่ได้ขอ", "indicator not asked for"),
        Text("“{value}” ไม่ใช่ตัวชี้วัดของหน่วยนี้ในงวดนี้", "“{value}” is not asked of this unit for this period"),
        Text("ลบแถวนี้ออก", "take this row out"),
    ),
    "duplicate": (
        Text("แถวซ้ำ", "same indicator twice"),
        Text("ตัวชี้วัดนี้กรอกแล้วที่แถว {row}", "this indicator was filled in at row {row} already"),
        Text("เหลือไว้แถวเดียว", "keep one of the rows"),
    ),
    "absent": (
        Text("ตัวชี้วัดที่ยังไม่กรอก", "indicators not filled in"),
        Text("ยังว่างอยู่ {count} จาก {all} ตัวชี้วัด: {names}", "{count} of {all} indicators are empty: {names}"),
        Text(
            "ช่องว่างไม่ใช่ศูนย์: ถ้าเป็นศูนย์ให้พิมพ์ 0 ถ้าไม่มีข้อมูลให้พิมพ์ -",
            "empty is not zero: type 0 where it is zero, - where it is not known",
        ),
    ),
    # --- One figure.
    "not_a_number": (
        Text("ไม่ใช่ตัวเลข", "not a number"),
        Text("“{value}” อ่านเป็นตัวเลขไม่ได้", "“{value}” cannot be read as a number"),
        Text("พิมพ์ตัวเลขอย่างเดียว ถ้าไม่มีข้อมูลให้พิมพ์ -", "type a number alone, or - where it is not known"),
    ),
    "not_a_year": (
        Text("ไม่ใช่ปี", "not a year"),
        Text("“{value}” อ่านเป็นปีไม่ได้", "“{value}” cannot be read as a year"),
        Text("พิมพ์ปี พ.ศ. หรือ ค.ศ. สี่หลัก เช่น 2569", "type a year of four digits, such as 2569 or 2026"),
    ),
    "percent": (
        Text("เครื่องหมายร้อยละ", "percent sign"),
        Text("“{value}” เป็นร้อยละ แต่ช่องนี้นับเป็น{measure}", "“{value}” is a percentage; this cell counts {measure}"),
        Text("พิมพ์จำนวน ไม่ใช่ร้อยละ", "type the count, not a percentage"),
    ),
    "out_of_range": (
        Text("นอกช่วงที่เป็นไปได้", "out of range"),
        Text("{value} อยู่นอกช่วงที่เป็นไปได้ {low} ถึง {high}", "{value} lies outside what is possible, {low} to {high}"),
        Text("ตรวจจุดทศนิยมและหน่วยวัด", "look at the decimal point and the unit of measure"),
    ),
    "needs_parts": (
        Text("ตัวตั้งและตัวหาร", "numerator and denominator"),
        Text("ต้องมีทั้งตัวตั้งและตัวหาร ยังขาด{part}", "both numerator and denominator are needed; the {part} is missing"),
        Text("กรอกตัวเลขทั้งสองช่อง ระบบคำนวณค่าให้", "fill in both; the value is worked out"),
    ),
    "needs_value": (
        Text("ขาดค่า", "no value"),
        Text("กรอกตัวตั้งหรือตัวหาร แต่ตัวชี้วัดนี้ใช้ช่องค่า", "a numerator or denominator is given, but this one has a value alone"),
        Text("พิมพ์ค่าในช่องค่า", "type the value in its own cell"),
    ),
    "negative": (
        Text("ค่าติดลบ", "less than zero"),
        Text("ตัวหารต้องมากกว่าศูนย์ แต่เป็น {value}", "a denominator is more than zero; this is {value}"),
        Text("ตรวจเครื่องหมายลบ", "look at the minus sign"),
    ),
    "zero_denominator": (
        Text("ตัวหารเป็นศูนย์", "denominator of zero"),
        Text("ตัวหารเป็นศูนย์ จึงคำนวณไม่ได้", "the denominator is zero, so nothing can be worked out"),
        Text("ตรวจตัวหาร ถ้าไม่มีข้อมูลให้พิมพ์ - ทั้งสองช่อง", "correct it, or type - in both where it is not known"),
    ),
    "over_whole": (
        Text("ตัวตั้งเกินตัวหาร", "numerator beyond denominator"),
        Text("ตัวตั้ง {numerator} มากกว่าตัวหาร {denominator}", "the numerator {numerator} is more than {denominator}"),
        Text("ตรวจว่ากรอกสลับช่องหรือไม่", "see whether the two stand in each other's place"),
    ),
    "disagrees": (
        Text("ค่าไม่ตรงกับตัวตั้งและตัวหาร", "value against its parts"),
        Text("กรอกค่า {value} แต่ตัวตั้งและตัวหารให้ {found}", "the value is {value}, but its parts give {found}"),
        Text("แก้ตัวตั้ง ตัวหาร หรือค่าให้ตรงกัน", "correct the parts or the value"),
    ),
    "jump": (
        Text("ต่างจากครั้งก่อนมาก", "jump against the last period"),
        Text("{value} ต่างจากครั้งก่อนมาก ({last} {period})", "{value} is far from the last figure ({last}, {period})"),
        Text("ตรวจอีกครั้ง ถ้าถูกต้องให้บอกเหตุผลในช่องเหตุผล", "look again; where it is right, give the reason"),
    ),
    # --- The parts of a figure.
    "part_alone": (
        Text("ส่วนย่อยที่ไม่มียอดรวม", "part without its whole"),
        Text("กรอกส่วนย่อยแล้ว แต่ยังไม่ได้กรอกยอดรวม “{name}”", "a part is given, but not the whole, “{name}”"),
        Text("กรอกยอดรวมด้วย หรือลบส่วนย่อยออก", "fill in the whole as well, or take the part out"),
    ),
    "parts_sum": (
        Text("ผลรวมของส่วนย่อย", "parts against the whole"),
        Text("{parts} รวมได้ {sum} แต่ยอดรวมคือ {whole}", "{parts} come to {sum}, but the whole is {whole}"),
        Text("แก้ส่วนย่อยหรือยอดรวมให้ตรงกัน ส่วนที่ไม่ทราบพิมพ์ -", "correct either; type - for a part that is not known"),
    ),
    "parts_missing": (
        Text("ส่วนย่อยที่ยังไม่กรอก", "parts not filled in"),
        Text("กรอกส่วนย่อยแล้วบางส่วน ยังขาด {parts}", "some parts are given; {parts} are empty"),
        Text("กรอกให้ครบ หรือพิมพ์ - ในส่วนที่ไม่ทราบ", "fill in all of them, or - where it is not known"),
    ),
    "not_a_day": (
        Text("วันที่", "day"),
        Text("“{value}” อ่านเป็นวันที่ไม่ได้", "“{value}” cannot be read as a day"),
        Text("พิมพ์เช่น 30/9/2569 หรือ 30 กันยายน 2569", "type it such as 30/9/2569 or 2026-09-30"),
    ),
    "leap_day": (
        Text("29 กุมภาพันธ์", "leap day"),
        Text("“{value}”: ปีนั้นไม่มีวันที่ 29 กุมภาพันธ์", "“{value}”: that year has no 29 February"),
        Text("มีเฉพาะปีอธิกสุรทิน เช่น 2567 (ค.ศ. 2024) โปรดตรวจปี", "only leap years have one, such as 2567 (2024 CE)"),
    ),
    "day_outside": (
        Text("วันที่นอกงวด", "day outside the period"),
        Text("{day} อยู่ก่อนงวดเริ่มหรืออยู่ในอนาคต", "{day} lies before the period or in the future"),
        Text("ตรวจวันที่และปี พ.ศ. ถ้าไม่แน่ใจให้เว้นว่าง", "look at the day and its year, or leave it empty"),
    ),
    "bad_choice": (
        Text("ตัวเลือก", "choice"),
        Text("“{value}” ไม่อยู่ในตัวเลือก", "“{value}” is none of the choices"),
        Text("เลือก {choices}", "choose {choices}"),
    ),
    "long_text": (
        Text("ข้อความยาวเกิน", "long text"),
        Text("ข้อความยาว {count} ตัวอักษร เกิน {most}", "the text has {count} letters, more than {most}"),
        Text("ย่อข้อความ หรือแนบเป็นไฟล์หลักฐาน", "shorten it, or attach it as evidence"),
    ),
}  # fmt: skip
