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

NO_PYSPARK: Final = Text(
    "SMART7_ENGINE ระบุ Spark แต่ยังไม่ได้ติดตั้ง pyspark ให้ใช้คำสั่ง .venv/bin/python -m pip install -r requirements-spark.txt",
    "SMART7_ENGINE names Spark, and pyspark is not installed: "
    ".venv/bin/python -m pip install -r requirements-spark.txt",
)
NO_JAVA: Final = Text(
    "Spark ต้องใช้ Java 17 ขึ้นไป แต่เครื่องนี้เริ่ม Java ไม่ได้ ({detail}) ติดตั้ง default-jre-headless หรือตั้ง JAVA_HOME",
    "Spark takes Java 17 or newer, which does not start here ({detail}): "
    "install default-jre-headless, or set JAVA_HOME",
)
NO_MASTER: Final = Text(
    "ติดต่อ Spark ที่ {url} ไม่ได้ ({detail}) ตรวจว่าเครื่องหลักเปิดอยู่ เป็นรุ่นเดียวกับ pyspark {version} และไฟร์วอลล์ยอมให้ผ่าน",
    "no Spark master answers at {url} ({detail}): check that it runs, that it is of the version of pyspark "
    "({version}), and that no firewall is between",
)
NO_WORKERS: Final = Text(
    "ไม่มีเครื่องงานของ {url} รับงานใน {seconds} วินาที ตรวจว่ามีเครื่องที่เปิดอยู่และมีหน่วยความจำว่าง {memory} "
    "งานที่ทำค้างถูกยกเลิก ไม่มีอะไรเปลี่ยนแปลง",
    "no worker of {url} took work for {seconds} seconds: check that one runs and has {memory} of memory free. "
    "The work was given up; nothing was changed.",
)
LOST: Final = Text(
    "งานบน {url} ล้มเหลวเพราะเครื่องงานหายไปหลายครั้ง ({detail}) ไม่มีอะไรเปลี่ยนแปลง สั่งใหม่ได้",
    "the work on {url} failed, as workers were lost again and again ({detail}). "
    "Nothing was changed; it can be run again.",
)
NOT_SHARED: Final = Text(
    "เครื่องงานของ {url} มองไม่เห็น {place} แบบเดียวกับเครื่องนี้ โฟลเดอร์ข้อมูลต้องอยู่บนที่เก็บร่วมในตำแหน่งเดียวกันทุกเครื่อง",
    "the workers of {url} do not see {place} as this machine does: the data folder has to lie on storage that all "
    "of them share, under the same path",
)
DISK_FULL: Final = Text(
    "ดิสก์เต็มระหว่างทำงานบน {url} ไม่ว่าจะเป็น {place} หรือดิสก์ของเครื่องงาน ไม่มีอะไรเปลี่ยนแปลง",
    "a disk became full during the work on {url}: that of {place}, or one that a worker keeps its share on. "
    "Nothing was changed.",
)
