"""The glossary: what each word on the pages means, once; the words themselves are those the pages use."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from smart7.i18n import Text
from smart7.words import common, driven

INTRO: Final = Text(
    "คำที่พบบนหน้าต่าง ๆ หมายความว่าอะไร คำที่ขีดเส้นประใต้บนทุกหน้าพามาที่นี่",
    "What the words on these pages mean. Wherever a word has a dotted line below it, it leads here",
)
ALL: Final = Text("คำทั้งหมด", "All words")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the glossary and what it means."""

    name: Text
    says: Text


VERDICTS: Final[Mapping[str, Term]] = {
    "on": Term(
        common.STATUS["on"],
        Text(
            "ค่าอยู่ในเกณฑ์ของเป้าหมาย รวมค่าที่เท่ากับเกณฑ์พอดี",
            "The figure lies within the bounds of its target, the bounds included",
        ),
    ),
    "near": Term(
        common.STATUS["near"],
        Text("พลาดเป้าไม่เกินร้อยละ 10 ของเกณฑ์ที่พลาด", "Outside by no more than 10 percent of the bound that is missed"),
    ),
    "off": Term(common.STATUS["off"], Text("พลาดเป้ามากกว่านั้น", "Further outside than that")),
    "then": Term(
        Text("ตัดสินได้เฉพาะงวดของตัวเลข", "Judged then"),
        Text(
            "ตัวเลขเก่าที่ควรมีค่าใหม่กว่าแล้ว เทียบกับเป้าหมายในงวดเดียวกัน บอกไม่ได้ว่าวันนี้เป็นอย่างไร จึงวาดไอคอนโปร่ง",
            "An older figure that should have been followed by a newer one, held against the target of its own period."
            " It says nothing of today, so its icon is drawn in outline",
        ),
    ),
    "none": Term(
        common.STATUS["none"],
        Text(
            "ไม่มีผลเทียบเป้าหมาย เพราะยังไม่มีตัวเลข เป็นตัวเลขประกอบ ไม่มีเป้าหมายในงวดนั้น หรือยังไม่ครบปี เหตุผลเขียนไว้ข้างตัวเลขเสมอ",
            "No verdict: there is no figure, it is background only, no target is in force in its period, or the year is"
            " not complete. The reason always stands beside it",
        ),
    ),
    "late": Term(
        Text("เก่ากว่าที่ควร", "Late"),
        Text(
            "เลยกำหนดส่งตัวเลขงวดถัดไปแล้ว นับถึงวันที่ความรู้ของชุดข้อมูลสิ้นสุด ไม่ใช่นาฬิกา",
            "The next figure is past its due day, judged on the day the snapshot's knowledge ends, not by the clock",
        ),
    ),
}
QUALITIES: Final[Mapping[str, Term]] = {
    name: Term(common.QUALITY[name], common.QUALITY_ABOUT[name]) for name in common.QUALITY
}
TARGETS: Final[Mapping[str, Term]] = {
    "aimed": Term(
        common.TARGET,
        Text(
            "ค่าที่ควรเป็น พร้อมว่าใครกำหนด ตั้งแต่เมื่อใด ตัวเลขเทียบกับเป้าหมายในงวดของตัวเองเท่านั้น",
            "What a figure should be, with who set it and since when. A figure is only held against a target of its own"
            " period",
        ),
    ),
    "authority": Term(
        Text("เป้าหมายของใคร", "Whose target it is"),
        Text(
            "ถ้ามีหลายเป้าหมาย ใช้ตามลำดับนี้: เป้าหมายเทศบาล เกณฑ์ประเทศ มาตรฐานตามกฎหมาย เกณฑ์แนะนำสากล"
            " ค่ากลางของกลุ่มเทียบ หน้าตัวชี้วัดให้เลือกเทียบกับเป้าหมายอื่นได้",
            "Where there are several, this order holds: the municipality's target, a national benchmark, a legal"
            " standard, an international guideline, the median of peers. An indicator's page offers the others",
        ),
    ),
    "peers": Term(
        Text("กลุ่มเทียบ", "Peers"),
        Text(
            "เทศบาลนครหรือจังหวัดอื่นที่มีตัวเลขแบบเดียวกัน ตัวเลขของจังหวัดไม่ใช่ตัวเลขของเทศบาล และเขียนกำกับไว้เสมอ",
            "Other city municipalities or provinces with the same figure. A figure of the province is not one of the"
            " city, and always says so",
        ),
    ),
    "direction": Term(
        Text("ทิศทาง", "Direction"),
        Text(
            "บอกว่ามากดีหรือน้อยดี ผลเทียบเป้าหมายคิดตามทิศทาง ไม่ใช่ตามลูกศร",
            "Whether more or less is better. Verdicts follow it, so a falling line may be good news",
        ),
    ),
}
TIMES: Final[Mapping[str, Term]] = {
    "fiscal-year": Term(
        Text("ปีงบประมาณ", "Fiscal year"),
        Text(
            "1 ตุลาคม ถึง 30 กันยายน เรียกตามปีที่สิ้นสุด ปีงบ 2569 คือ ตุลาคม 2568 ถึงกันยายน 2569",
            "1 October to 30 September, named by the year it ends in: FY2026 is October 2025 to September 2026",
        ),
    ),
    "period": Term(
        common.PERIOD,
        Text(
            "ช่วงเวลาที่ตัวเลขพูดถึง เช่น เดือน ปีงบประมาณ ปีการศึกษา ตัวเลขต่างชนิดงวดไม่นำมาเทียบกัน",
            "The time a figure is about: a month, a fiscal, calendar or academic year. Kinds of period are never mixed",
        ),
    ),
    "as-of": Term(
        common.AS_OF,
        Text("วันที่แหล่งข้อมูลรู้เรื่องนั้น ไม่ใช่วันที่เปิดดูหน้า", "The day the source's knowledge ends, not the day you look"),
    ),
    "snapshot": Term(
        Text("ชุดข้อมูล", "Snapshot"),
        Text(
            "ข้อมูลทั้งหมดของเว็บไซต์ ณ วันหนึ่ง ไม่เปลี่ยนอีก รหัสอยู่ท้ายทุกหน้า อ้างรหัสนี้แล้วจะได้ตัวเลขเดิมเสมอ",
            "Everything this site knew on one day, which never changes again. Its id is at the foot of every page;"
            " who cites it, gets the same figures again",
        ),
    ),
    "revision": Term(
        Text("การแก้ตัวเลข", "Revision"),
        Text(
            "เมื่อแก้ตัวเลข ค่าเดิมยังเก็บไว้พร้อมช่วงวันที่เชื่อว่าเป็นจริง",
            "When a figure is corrected, the old one is kept with the days on which it was held true",
        ),
    ),
}
THINGS: Final[Mapping[str, Term]] = {
    "indicator": Term(
        common.INDICATOR,
        Text(
            "สิ่งที่วัดด้วยวิธีเดิมทุกงวด มีหน่วยวัด สูตร และเจ้าของ",
            "What is measured in one way every time, with a measure, a formula and an owner",
        ),
    ),
    "aim": Term(
        common.AIM,
        Text(
            "เมืองที่สะดวก ประหยัด ปลอดภัย มีประสิทธิภาพ และยั่งยืน ตัวชี้วัดหนึ่งตอบได้หลายเป้าประสงค์",
            "A city that is convenient, economical, safe, efficient and sustainable; an indicator may serve several",
        ),
    ),
    "owner": Term(
        common.OWNER,
        Text("หน่วยงานที่ต้องส่งตัวเลขและตอบคำถาม", "The division that owes the figure and answers for it"),
    ),
    "source": Term(
        common.SOURCE,
        Text("ผู้เผยแพร่ตัวเลข ทุกตัวเลขมีทางไปถึงแหล่งที่มา", "Who published a figure. Every figure leads to its source"),
    ),
    "background": Term(
        Text("ตัวเลขประกอบ", "Background figure"),
        Text(
            "ช่วยให้เข้าใจเมือง แต่มากหรือน้อยไม่ได้แปลว่าดีหรือไม่ดี",
            "It helps to understand the city, but neither more nor less of it is better",
        ),
    ),
}
DRIVEN: Final[Mapping[str, Term]] = {
    **{name: Term(measure.name, measure.says) for name, measure in driven.MEASURES.items()},
    "doubt": Term(driven.DOUBT, driven.DOUBT_SAYS),
    "silence": Term(driven.SILENCE, driven.SILENCE_SAYS),
}

GROUPS: Final[tuple[tuple[Text, Mapping[str, Term]], ...]] = (
    (Text("ผลเทียบเป้าหมาย", "Verdicts"), VERDICTS),
    (common.QUALITY_NAME, QUALITIES),
    (Text("เป้าหมาย", "Targets"), TARGETS),
    (Text("เวลา", "Time"), TIMES),
    (Text("สิ่งที่วัด", "What is measured"), THINGS),
    (driven.TITLE, DRIVEN),
)
"""Every word by its kind; the ids are what a link may ask for."""
TERMS: Final[Mapping[str, Term]] = {name: term for _, terms in GROUPS for name, term in terms.items()}
