"""What is said when as much is kept as may be."""

from typing import Final

from smart7.i18n import Text

FULL: Final[dict[str, Text]] = {
    "views": Text(
        "ท่านบันทึกมุมมองไว้ครบ {most} รายการแล้ว ลบรายการที่ไม่ใช้ก่อนบันทึกใหม่",
        "You keep {most} views already, which is the most. Delete one you no longer need, then save again.",
    ),
    "agendas": Text(
        "ท่านเก็บวาระประชุมไว้ครบ {most} วาระแล้ว ลบวาระที่ไม่ใช้ก่อนเพิ่มใหม่",
        "You keep {most} agendas already, which is the most. Delete one you no longer need, then save again.",
    ),
    "pictures": Text(
        "ท่านเก็บภาพไว้ครบ {most} MB แล้ว ขอให้ผู้ดูแลระบบลบภาพที่ไม่ใช้",
        "You keep {most} MB of pictures, which is the most. Ask an administrator to free those no longer needed.",
    ),
    "snapshots": Text(
        "ท่านตรึงชุดข้อมูลไว้ครบ {most} ชุดแล้ว เลิกตรึงหรือลบมุมมองหรือวาระเดิมก่อน",
        "You hold {most} snapshots already, which is the most. Unfreeze or delete a view or an agenda first.",
    ),
    "changes": Text(
        "ท่านมีข้อเสนอที่รออนุมัติครบ {most} เรื่องแล้ว รอให้ตรวจก่อน หรือถอนเรื่องที่ไม่ใช้",
        "{most} proposals of yours wait already, which is the most. Let some be decided on, or withdraw some.",
    ),
    "notes": Text(
        "ท่านเขียนหมายเหตุและคำถามไว้ครบ {most} ข้อแล้ว ถอนข้อที่ไม่ใช้ก่อนเขียนใหม่",
        "You have written {most} notes and questions already, which is the most. Withdraw one, then write again.",
    ),
    "evidence": Text(
        "ท่านแนบหลักฐานไว้ครบ {most} MB แล้ว ขอให้ผู้ดูแลระบบเพิ่มที่เก็บ หรือส่งโดยไม่แนบไฟล์",
        "You have attached {most} MB of evidence, which is the most. Ask an administrator to raise that, or hand in"
        " without files.",
    ),
}
FULL_FOR_ALL: Final[dict[str, Text]] = {
    "views": Text(
        "ระบบเก็บมุมมองครบ {most} รายการแล้ว ขอให้ผู้ดูแลระบบลบรายการที่ไม่ใช้",
        "{most} views are kept in all, which is the most. Ask an administrator to free those no longer needed.",
    ),
    "agendas": Text(
        "ระบบเก็บวาระประชุมครบ {most} วาระแล้ว ขอให้ผู้ดูแลระบบลบวาระที่ไม่ใช้",
        "{most} agendas are kept in all, which is the most. Ask an administrator to free those no longer needed.",
    ),
    "pictures": Text(
        "ระบบเก็บภาพครบ {most} MB แล้ว ขอให้ผู้ดูแลระบบลบภาพที่ไม่ใช้",
        "{most} MB of pictures are kept in all, which is the most. Ask an administrator to free some.",
    ),
    "snapshots": Text(
        "ระบบตรึงชุดข้อมูลไว้ครบ {most} ชุดแล้ว ขอให้ผู้ดูแลระบบเลิกตรึงชุดที่ไม่ใช้",
        "{most} snapshots are held in all, which is the most. Ask an administrator to free one.",
    ),
    "changes": Text(
        "มีข้อเสนอที่รออนุมัติครบ {most} เรื่องแล้ว ให้บรรณาธิการตรวจเรื่องเดิมก่อน",
        "{most} proposals wait in all, which is the most. Let editors decide on some first.",
    ),
    "notes": Text(
        "ระบบเก็บหมายเหตุและคำถามครบ {most} ข้อแล้ว ขอให้ผู้ดูแลระบบเพิ่มที่เก็บ",
        "{most} notes and questions are kept in all, which is the most. Ask an administrator to raise that.",
    ),
    "evidence": Text(
        "ระบบเก็บหลักฐานครบ {most} MB แล้ว ขอให้ผู้ดูแลระบบเพิ่มที่เก็บ หรือส่งโดยไม่แนบไฟล์",
        "{most} MB of evidence are kept in all, which is the most. Ask an administrator to raise that, or hand in"
        " without files.",
    ),
}
BAD_SETTING: Final = Text(
    "อ่านค่า {part} ของ SMART7_QUOTAS ไม่ได้ ต้องเขียนเป็น ชื่อ=ต่อคน/ทั้งหมด ชื่อที่มีคือ {names}",
    "SMART7_QUOTAS holds {part}, which is not name=each/all; the names are {names}",
)
