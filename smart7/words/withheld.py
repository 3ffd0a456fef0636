"""Why rows of a source are shown here and do not leave in bulk."""

from typing import Final

from smart7.i18n import Text

REASONS: Final[dict[str, Text]] = {
    "no_licence": Text(
        "แหล่งข้อมูลไม่ได้ระบุเงื่อนไขที่อนุญาตให้เผยแพร่ต่อทั้งชุด จึงแสดงบนหน้าเว็บพร้อมชื่อแหล่งเท่านั้น",
        "The source states no licence that lets its rows be passed on in bulk; pages show them with credit only",
    ),
    "no_source": Text(
        "นำเข้ามาโดยไม่ได้ระบุแหล่งและเงื่อนไขการใช้ จึงแสดงบนหน้าเว็บเท่านั้น",
        "Taken in without a stated source and licence; pages show it only",
    ),
    "name_only": Text(
        "แหล่งข้อมูลไม่ได้ระบุเงื่อนไขการใช้ จึงให้เพียงชื่อ เพื่อให้ทราบว่าแถวอื่นกล่าวถึงใคร",
        "The source states no licence; only the name is given, so that other rows can say whom they are about",
    ),
    "single_runs": Text(
        "แต่ละแถวคือรถคันหนึ่งในวันหนึ่ง จึงแสดงบนหน้าเว็บเท่านั้น สิ่งที่เผยแพร่คือผลรวม",
        "Each row is of one vehicle on one day, so pages show it only; what leaves are sums",
    ),
    "told_by_plan": Text(
        "เป็นแผนเดินรถของแต่ละวัน ซึ่งตารางสาย ป้าย และการเดินรถบอกไว้แล้ว",
        "The plan of each day, which routes, stops and service tell already",
    ),
}
