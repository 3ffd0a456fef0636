"""What a visitor reads when something failed or before the pages can start."""

from smart7.i18n import Text

SCRIPT_FAILED = Text(
    th="หน้านี้แสดงผลไม่สำเร็จ กรุณาลองใหม่อีกครั้ง หากยังไม่ได้ โปรดแจ้งผู้ดูแลระบบพร้อมรหัส {code}",
    en="This page could not be shown. Please try again, or tell the administrator the code {code}.",
)
BASEMAP = Text(
    th="ใช้ค่า {setting}={value!r} ไม่ได้ ต้องเป็นที่อยู่ของภาพแผนที่จากโฮสต์เดียวที่มี {{z}} {{x}} {{y}} เว้นวรรคหนึ่งครั้ง "
    "แล้วตามด้วยชื่อผู้ที่ต้องให้เครดิต",
    en="{setting}={value!r} cannot be used: it has to be an address of map tiles on one host with {{z}}, {{x}} "
    "and {{y}}, then a space and who has to be credited.",
)
SITE_DESCRIPTION = Text(
    th="ตัวชี้วัดเมืองอัจฉริยะ 7 ด้านของเทศบาลนครขอนแก่น พร้อมแหล่งที่มาของทุกตัวเลข",
    en="Indicators of Khon Kaen's seven smart-city domains, each figure with its source.",
)
