"""What is said of service as it was driven: each measure with its unit and its definition, worked out in SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from smart7.i18n import Text

TITLE: Final = Text("บริการตามที่รถวิ่งจริง", "Service as driven")
MINUTES: Final = Text("นาที", "min")
PERCENT: Final = Text("%", "%")
SPEED: Final = Text("กม./ชม.", "km/h")
TIMES: Final = Text("เท่าของระยะห่างตามแผน", "planned headways")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its name, unit, definition in a sentence or two, decimals shown, and whether more is better.

    The ratio itself is a macro of `smart7/schema/macros.sql` over sums of the tables `driven_*`; `docs/method.md` has
    a worked example of each.
    """

    name: Text
    unit: Text
    says: Text
    decimals: int
    direction: str


MEASURES: Final[Mapping[str, Measure]] = {
    "headway": Measure(
        Text("ระยะห่างระหว่างรถ", "Headway"),
        MINUTES,
        Text(
            "นาทีเฉลี่ยจากรถคันหนึ่งถึงคันถัดไปที่ป้ายเดียวกัน วางคู่กับค่าตามแผนเสมอ ไม่นับข้ามวัน ข้ามช่วงที่ไม่มีแผนเดินรถ หรือช่วงที่ไม่มีสัญญาณ",
            "Mean minutes from one vehicle to the next at a stop, always beside the planned one. None is counted across"
            " days, breaks of the plan or silences of the positions",
        ),
        1,
        "lower",
    ),
    "headway-variation": Measure(
        Text("ความไม่สม่ำเสมอของระยะห่าง", "Headway variation"),
        TIMES,
        Text(
            "ส่วนเบี่ยงเบนมาตรฐานของส่วนที่ระยะห่างต่างจากแผน หารด้วยระยะห่างตามแผนเฉลี่ย 0 คือสม่ำเสมอ"
            " 0.75 ขึ้นไปคือรถส่วนใหญ่มาติดกัน (TCRP Report 165)",
            "Standard deviation of how far gaps are off the planned headway, divided by the mean planned headway: 0 is"
            " even, from 0.75 on most vehicles come in bunches (TCRP Report 165)",
        ),
        2,
        "lower",
    ),
    "wait": Measure(
        Text("เวลารอเฉลี่ย", "Mean wait"),
        MINUTES,
        Text(
            "เวลาที่คนซึ่งมาถึงป้ายโดยไม่ดูเวลาต้องรอเฉลี่ย คือผลรวมของระยะห่างยกกำลังสอง หารด้วยสองเท่าของผลรวมระยะห่าง"
            " คนมาถึงในช่วงที่รถขาดนานมากกว่าช่วงสั้น",
            "What somebody who comes at random waits on average: the sum of squared gaps over twice their sum, as more"
            " people come into a long gap than into a short one",
        ),
        1,
        "lower",
    ),
    "excess-wait": Measure(
        Text("เวลารอส่วนเกิน", "Excess wait"),
        MINUTES,
        Text(
            "เวลารอเฉลี่ยตามที่รถวิ่งจริง ลบด้วยเวลารอเฉลี่ยถ้ารถวิ่งตามแผน ตามวิธีของ Transport for London",
            "The mean wait as driven less the mean wait had the plan been kept, as Transport for London measures it",
        ),
        1,
        "lower",
    ),
    "bunched": Measure(
        Text("รถมาติดกัน", "Bunched"),
        PERCENT,
        Text(
            "ร้อยละของระยะห่างที่สั้นกว่าหนึ่งในสี่ของระยะห่างตามแผน",
            "Share of gaps shorter than a quarter of the planned headway",
        ),
        1,
        "lower",
    ),
    "long-gaps": Measure(
        Text("ช่วงขาดรถนาน", "Long gaps"),
        PERCENT,
        Text(
            "ร้อยละของระยะห่างที่ยาวกว่าสองเท่าของระยะห่างตามแผน",
            "Share of gaps longer than twice the planned headway",
        ),
        1,
        "lower",
    ),
    "on-time": Measure(
        Text("ตรงเวลา", "On time"),
        PERCENT,
        Text(
            "ร้อยละของการผ่านป้ายที่ไม่เร็วกว่าตาราง 1 นาที และไม่ช้ากว่า 5 นาที วัดเฉพาะเที่ยวที่มีตารางเวลา (TCRP Report 165)",
            "Share of passes from 1 minute before to 5 minutes after the timetable, of trips that have one (TCRP"
            " Report 165)",
        ),
        1,
        "higher",
    ),
    "trips-run": Measure(
        Text("เที่ยวที่วิ่งจริง", "Trips run"),
        PERCENT,
        Text(
            "เที่ยวที่วิ่งเทียบกับเที่ยวตามแผน เที่ยวที่ควรออกในช่วงไม่มีสัญญาณไม่นับ เพราะไม่มีใครเห็นว่าวิ่งหรือไม่",
            "Trips run of trips planned; those due while no vehicle sent anything are not counted, as nobody could see"
            " whether they ran",
        ),
        1,
        "higher",
    ),
    "speed": Measure(
        Text("ความเร็วระหว่างป้าย", "Speed between stops"),
        SPEED,
        Text(
            "ระยะทางตามเส้นทางหารด้วยเวลาที่รถใช้วิ่ง ไม่รวมเวลาจอดที่ป้าย",
            "Metres along the route over the time on the way, standing at stops left out",
        ),
        1,
        "higher",
    ),
    "lost": Measure(
        Text("เวลาที่เสียไปกับช่วงช้า", "Time lost on slow stretches"),
        MINUTES,
        Text(
            "เวลาวิ่งส่วนที่เกินจากเที่ยวเร็ว (เที่ยวที่เร็วกว่า 85 ใน 100 เที่ยวของวันบนช่วงเดียวกัน) รวมทุกเที่ยว",
            "Time on the way beyond that of a quick run (quicker than 85 of 100 runs of the day on the same stretch),"
            " all runs added up",
        ),
        0,
        "lower",
    ),
}
DOUBT: Final = Text("ความไม่แน่ใจของเที่ยว", "Doubt of a run")
DOUBT_SAYS: Final = Text(
    "เมื่อสัญญาณรถไม่บอกสาย ระบบอนุมานสายและทิศทางจากตำแหน่งและเวลา 0 คือแน่ใจ 1 คือไม่รู้ เกินครึ่งนับว่าไม่แน่ใจ",
    "Where positions do not say which route they are on, route and direction are inferred from place and time: 0 is"
    " sure, 1 is not known; above a half counts as doubtful",
)
SILENCE: Final = Text("ช่วงไม่มีสัญญาณ", "Silence")
SILENCE_SAYS: Final = Text(
    "สิบนาทีขึ้นไปที่ไม่มีรถคันใดส่งตำแหน่ง จึงไม่รู้ว่าบริการขาดหรืออุปกรณ์ดับ และไม่นำมาตัดสิน",
    "Ten minutes or more in which no vehicle sent a position: whether service or signals failed is not known, and"
    " nothing is judged by it",
)
