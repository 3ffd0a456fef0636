"""What is said when a statement over vehicle positions cannot be run, and by which engine."""

from typing import Final

from smart7.i18n import Text

UNKNOWN: Final = Text(
    "ไม่รู้จักเครื่องคำนวณ SMART7_ENGINE={value} ใช้ได้คือ duckdb หรือ spark://ชื่อเครื่อง:7077",
    "SMART7_ENGINE={value} names no engine: it may be duckdb or spark://host:7077",
)
NOT_A_SIZE: Final = Text(
    "SMART7_ENGINE_MEMORY={value} ไม่ใช่ขนาดหน่วยความจำ ตัวอย่างเช่น 1500MB หรือ 4GB",
    "SMART7_ENGINE_MEMORY={value} is no size of memory, such as 1500MB or 4GB",
)
NOTHING_TO_READ: Final = Text(
    "ไม่มีข้อมูลของตาราง {table} ที่ {place}",
    "there is nothing to read for the table {table} at {place}",
)
MEMORY: Final = Text(
    "หน่วยความจำ {memory} ที่ให้ไว้ไม่พอ เพิ่ม SMART7_ENGINE_MEMORY หรือคำนวณทีละวัน",
    "the memory given ({memory}) is not enough: raise SMART7_ENGINE_MEMORY, or take fewer days at once",
)
BROKEN: Final = Text(
    "อ่าน {table} ไม่ได้ ไฟล์ไม่ใช่ Parquet ที่สมบูรณ์: {detail}",
    "{table} could not be read, a file is not whole Parquet: {detail}",
)
