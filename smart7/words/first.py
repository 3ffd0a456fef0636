"""Words of the first answer of the server: what is read before, or without, the live page."""

from smart7.i18n import Text
from smart7.words import catalogue, register_page

MENU = Text("เมนู", "Menu")
SHOW = Text("แสดง", "Show")
PAGES = Text("หน้าของเว็บไซต์", "Pages of this site")
HIDE = Text("ซ่อน", "Hide")
HIDE_SAMPLE = Text("ซ่อนตัวเลขตัวอย่าง", "Hide sample figures")
CHART = Text("กราฟกำลังมา ตัวเลขอยู่ในตารางด้านล่าง", "The chart is coming; its numbers are in the table below")
COMING = Text("ส่วนนี้กำลังมา", "This part is coming")
WAITING = Text(
    "หน้านี้อ่านได้และกดลิงก์ได้แล้ว กราฟและตัวเลือกจะมาเองเมื่อเชื่อมต่อกับเซิร์ฟเวอร์ได้",
    "This page can be read and its links work; charts and choices come once the server is reached.",
)
NO_SCRIPT = Text(
    "เบราว์เซอร์นี้ปิด JavaScript อยู่ หน้านี้อ่านได้และกดลิงก์ได้ กราฟมีเป็นตาราง",
    "JavaScript is off in this browser. This page can be read and its links work; charts are given as tables.",
)
WAITING_BARE = Text(
    "สิ่งที่ลิงก์นี้ขอจะมาเองเมื่อเชื่อมต่อกับเซิร์ฟเวอร์ได้ ระหว่างนี้เลือกหน้าอื่นจากเมนูได้",
    "What this link asks for comes once the server is reached; meanwhile the menu leads to other pages.",
)
NO_SCRIPT_BARE = Text(
    "เบราว์เซอร์นี้ปิด JavaScript อยู่ สิ่งที่ลิงก์นี้ขอต้องใช้ JavaScript ส่วนหน้าในเมนูอ่านได้",
    "JavaScript is off in this browser, and what this link asks for needs it. The pages of the menu can be read.",
)
ABOUT = {
    "map": Text(
        "แผนที่เส้นทางรถโดยสารตามที่บันทึกไว้ และรถไฟฟ้ารางเบาตามที่วางแผน เลือกชั้นข้อมูล สาย สถานี และโรงเรียนได้"
        " และดูว่าแผนจะเปลี่ยนเวลาเดินทางจากที่ไหนไปที่ไหนกี่นาที",
        "Bus routes as they were recorded and the light rail as it is planned: choose layers, routes, stations and"
        " schools, and see by how many minutes the plan would change the way from where to where.",
    ),
    "explore": Text(
        "ตั้งคำถามโดยเติมประโยค แล้วดูคำตอบเป็นกราฟ แผนที่ และตาราง นำไฟล์ออกไปหรือบันทึกมุมมองไว้ได้",
        "Ask by filling in a sentence; the answer comes as chart, map and table, to take away or to keep as a view.",
    ),
    "register": register_page.INTRO,
    "catalogue": catalogue.INTRO,
    "admin": Text(
        "บัญชีผู้ใช้ สิ่งที่เก็บไว้ในระบบ และบันทึกการใช้งาน สำหรับผู้ดูแลระบบ",
        "Accounts, what is held, and the record of every act, for administrators.",
    ),
}
