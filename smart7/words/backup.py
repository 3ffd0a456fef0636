"""What `manage.py backup` and `manage.py restore` say at the terminal."""

from typing import Final

from smart7.i18n import Text

# Progress
NEEDS: Final = Text(
    "สำรองข้อมูลต้องใช้ {need} MB ปลายทางมีที่ว่าง {free} MB",
    "the backup takes {need} MB; {free} MB is free at its place",
)
RESTORE_NEEDS: Final = Text(
    "กู้คืนข้อมูลต้องใช้ {need} MB ปลายทางมีที่ว่าง {free} MB",
    "the restored data takes {need} MB; {free} MB is free at its place",
)
LEDGER: Final = Text(
    "1/3 คัดลอกบันทึกแล้ว {rows} รายการ {size} MB",
    "1/3 the ledger is copied: {rows} rows, {size} MB",
)
NO_LEDGER: Final = Text("1/3 ยังไม่มีบันทึกให้คัดลอก", "1/3 there is no ledger to copy yet")
FILES: Final = Text("2/3 คัดลอกแล้ว {count} ไฟล์ {size} MB", "2/3 {count} files are copied, {size} MB")
READ_BACK: Final = Text("3/3 อ่านกลับมาตรวจแล้วครบทุกไฟล์", "3/3 every file was read back and is whole")
COPYING: Final = Text("  คัดลอก {done} จาก {size} MB", "  copying: {done} of {size} MB")
CHECKING: Final = Text("  ตรวจ {done} จาก {size} MB", "  checking: {done} of {size} MB")
WAITING: Final = Text("รอให้การนำเข้าข้อมูลที่กำลังทำอยู่เสร็จก่อน", "waiting for the import of data that is under way")
DONE: Final = Text(
    "สำรองข้อมูลแล้วที่ {place} {size} MB ใช้เวลา {seconds} วินาที รหัสของรายการไฟล์ {digest}",
    "Backed up to {place}: {size} MB in {seconds} s; digest of its manifest {digest}",
)
SWEPT: Final = Text("ลบข้อมูลสำรองที่ทำค้างไว้ {name}", "an unfinished backup that was left here is deleted: {name}")
LET_GO: Final = Text("ลบข้อมูลสำรองเก่า {name}", "an old backup is deleted: {name}")
LEFT_OUT: Final = Text(
    "ชุดข้อมูล {id} ไม่สมบูรณ์จึงไม่ได้สำรองไว้ สร้างใหม่ได้ด้วย manage.py build",
    "snapshot {id} is not whole and was left out; manage.py build makes it again",
)
SOUND: Final = Text(
    "ข้อมูลสำรอง {place} สมบูรณ์ {count} ไฟล์ {size} MB ทำเมื่อ {at} (UTC) รหัสของรายการไฟล์ {digest}",
    "The backup {place} is whole: {count} files, {size} MB, made at {at} (UTC); digest of its manifest {digest}",
)
RESTORED: Final = Text(
    "กู้คืนข้อมูลแล้วที่ {place} {count} ไฟล์ บันทึก {rows} รายการ ชุดข้อมูล {snapshot}",
    "Restored to {place}: {count} files, {rows} rows of the ledger, snapshot {snapshot}",
)
NEXT: Final = Text(
    "ขั้นต่อไป: 1) เปิดดูด้วย SMART7_DATA={place} python3 manage.py run --port 8599"
    " 2) หยุดเว็บไซต์ ย้ายโฟลเดอร์ข้อมูลเดิมออก ย้ายโฟลเดอร์นี้ไปแทน"
    " 3) ให้ผู้ใช้ของบริการเป็นเจ้าของ (chown -R smart7:smart7) แล้วเปิดเว็บไซต์",
    "Next: 1) look at it with SMART7_DATA={place} python3 manage.py run --port 8599;"
    " 2) stop the site, move the old data folder away and this one into its place;"
    " 3) let the user of the service own it (chown -R smart7:smart7) and start the site",
)
NONE: Final = Text("ไม่มี", "none")

LEDGER_PUT: Final = Text(
    "เขียนบันทึก {rows} รายการลงเซิร์ฟเวอร์ที่ SMART7_LEDGER ระบุแล้ว",
    "the ledger is written to the server that SMART7_LEDGER names: {rows} rows",
)

# Refusals
LEDGER_IN_USE: Final = Text(
    "เซิร์ฟเวอร์ที่ SMART7_LEDGER ระบุมีบันทึกอยู่แล้ว จึงไม่เขียนทับ โปรดระบุฐานข้อมูลที่ว่าง",
    "The server that SMART7_LEDGER names holds a ledger already, which is not written over; name an empty database.",
)
LEDGER_ALONE: Final = Text(
    "บันทึกอยู่บนเซิร์ฟเวอร์ที่ SMART7_LEDGER ระบุแล้ว แต่สร้าง {place} ไม่ได้: {why} โปรดสั่งกู้คืนข้อมูลสำรองเดิมไปที่เดิมอีกครั้ง",
    "The ledger is on the server that SMART7_LEDGER names, but {place} could not be made: {why}."
    " Restore the same backup to the same place again.",
)
LEDGER_REFUSED: Final = Text(
    "เขียนบันทึกลงเซิร์ฟเวอร์ที่ SMART7_LEDGER ระบุไม่ได้: {why}",
    "The ledger could not be written to the server that SMART7_LEDGER names: {why}",
)
INSIDE: Final = Text(
    "เก็บข้อมูลสำรองไว้ในโฟลเดอร์ข้อมูล {place} ไม่ได้ โปรดเลือกที่อื่น ถ้าเป็นไปได้ให้อยู่คนละดิสก์",
    "A backup cannot lie inside the data folder ({place}); choose another place, on another disk if you can.",
)
NO_DATA: Final = Text(
    "ไม่พบโฟลเดอร์ข้อมูล {place} โปรดตรวจ SMART7_DATA",
    "There is no data folder at {place}; check SMART7_DATA.",
)
BUSY: Final = Text(
    "กำลังสำรองข้อมูลไปที่ {place} อยู่แล้ว โปรดรอให้เสร็จ",
    "Another backup to {place} is under way; wait until it is done.",
)
UNDER_WAY: Final = Text(
    "การนำเข้าข้อมูลใน {place} ยังไม่เสร็จ จึงยังไม่ได้สำรองข้อมูล โปรดลองอีกครั้งภายหลัง",
    "Data is still being imported in {place}, so nothing was backed up; try again later.",
)
CHANGING: Final = Text(
    "ไฟล์ในโฟลเดอร์ข้อมูลเปลี่ยนอยู่ตลอด จึงยังไม่ได้สำรองข้อมูล โปรดลองอีกครั้งภายหลัง ({name})",
    "Files of the data folder keep changing, so nothing was backed up; try again later ({name}).",
)
NO_FILE: Final = Text(
    "สำรองข้อมูลไม่ได้: {name} ไม่ใช่ไฟล์ที่อ่านได้ โปรดย้ายออกหรือแก้สิทธิ์ ({why})",
    "Nothing was backed up: {name} is no file that can be read; move it away or correct its rights ({why}).",
)
LEDGER_BROKEN: Final = Text(
    "สำรองข้อมูลไม่ได้: บันทึก {place} เสียหาย ({why}) อย่าลบข้อมูลสำรองเดิม",
    "Nothing was backed up: the ledger {place} is damaged ({why}). Keep the backups you have.",
)
NOT_ONE: Final = Text(
    "{place} ไม่ใช่ข้อมูลสำรองของโปรแกรมนี้ โปรดระบุโฟลเดอร์ชื่อ smart7-<วันเวลา> ที่มี manifest.json",
    "{place} is no backup of this program; name a folder smart7-<day and time> that holds manifest.json.",
)
UNFINISHED: Final = Text(
    "{place} เป็นข้อมูลสำรองที่ทำไม่เสร็จ ใช้ไม่ได้ โปรดเลือกชุดอื่น",
    "{place} is a backup that was never finished and cannot be used; choose another.",
)
NEWER: Final = Text(
    "{place} ทำจากโปรแกรมรุ่นใหม่กว่านี้ โปรดติดตั้งรุ่นใหม่ก่อน",
    "{place} was made by a newer version of this program; install that version first.",
)
DAMAGED: Final = Text(
    "ใช้ข้อมูลสำรอง {place} ไม่ได้: {name} {why} โปรดเลือกชุดอื่น ไม่มีอะไรเปลี่ยนแปลง",
    "The backup {place} cannot be used: {name} {why}. Choose another; nothing was changed.",
)
ALSO: Final = Text("{why} และยังมีอีก {count} ไฟล์ที่เสียหาย", "{why}, and {count} more files are damaged")
GONE: Final = Text("หายไป", "is missing")
CUT: Final = Text("มีขนาด {found} ไบต์ ควรเป็น {size} ไบต์", "has {found} bytes instead of {size}")
FLIPPED: Final = Text("มีเนื้อหาไม่ตรงกับตอนที่สำรอง", "does not hold what was backed up")
UNREADABLE: Final = Text("อ่านไม่ได้ ({why})", "cannot be read ({why})")
NOT_EMPTY: Final = Text(
    "กู้คืนไปที่ {place} ไม่ได้เพราะมีของอยู่แล้ว โปรดระบุโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง ไม่มีอะไรถูกเขียนทับ",
    "Nothing is restored to {place}, where something is already; name a new or an empty folder."
    " Nothing was overwritten.",
)
A_MOUNT: Final = Text(
    "{place} เป็นจุดเชื่อมต่อของดิสก์ โปรดระบุโฟลเดอร์ใหม่ในนั้น",
    "{place} is where a disk is mounted; name a new folder in it.",
)
