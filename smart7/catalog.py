"""The registry of the seven Smart domains, the five aims and the pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from smart7.i18n import Text
from smart7.words import common, site


@dataclass(frozen=True, slots=True)
class Domain:
    """One Smart domain: its name, the municipality's own definition, and how it is drawn."""

    id: str
    name: Text
    definition: Text
    icon: str
    international: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, its title and the name of its icon.

    One that is `of_today` is about acts, so it never shows the past.
    """

    id: str
    title: Text
    icon: str
    in_menu: bool = True
    of_today: bool = False

    @property
    def file(self) -> str:
        """Return the page's script, from the folder of `site.py`."""
        return f"../pages/{self.id}.py"


DOMAINS: Final[tuple[Domain, ...]] = (
    Domain(
        "people",
        Text("ประชาชนอัจฉริยะ", "Smart People"),
        Text(
            "ประชาชนรู้เท่าทัน ตื่นตัว และมีส่วนร่วมพัฒนาเมือง ชุมชนเข้มแข็ง",
            "Aware, active citizens who take part in developing the city, and strong communities.",
        ),
        "groups",
    ),
    Domain(
        "living",
        Text("การดำรงชีวิตอัจฉริยะ", "Smart Living"),
        Text(
            "ประชาชนมีคุณภาพชีวิตที่ได้มาตรฐาน ปลอดภัย มีสุขภาพดี และได้รับสวัสดิการทั่วถึง",
            "A standard of living that meets the standard: safe, healthy, with welfare that reaches everyone.",
        ),
        "favorite",
    ),
    Domain(
        "environment",
        Text("สิ่งแวดล้อมอัจฉริยะ", "Smart Environment"),
        Text(
            "เมืองคาร์บอนต่ำ (Low Carbon City) และโรงไฟฟ้าที่เปลี่ยนขยะเป็นพลังงานไฟฟ้า",
            "A Low Carbon City, and a plant that turns waste into electricity.",
        ),
        "eco",
    ),
    Domain(
        "economy",
        Text("เศรษฐกิจอัจฉริยะ", "Smart Economy"),
        Text(
            "สร้างรายได้ให้ชุมชนและเศรษฐกิจสร้างสรรค์ ศูนย์ ICT ของเทศบาลพัฒนาเป็น Maker Space ให้ผู้ประกอบการใหม่ที่มีโครงการดีได้พบผู้ลงทุน",
            "Income for communities and a creative economy; the municipal ICT centre becomes a Maker Space"
            " where new entrepreneurs with good projects meet investors.",
        ),
        "storefront",
    ),
    Domain(
        "education",
        Text("การศึกษาอัจฉริยะ", "Smart Education"),
        Text(
            "การศึกษาสำหรับทุกเพศทุกวัยตลอดชีวิต เน้นวิทยาศาสตร์ เทคโนโลยี วิศวกรรม คณิตศาสตร์ (STEM)"
            " และภาษาอังกฤษ โดยทยอยเปิดห้องเรียนทักษะให้ครบทั้ง 11 โรงเรียน",
            "Learning for every sex and age, lifelong: science, technology, engineering, mathematics (STEM)"
            " and English, with rooms for these skills opening step by step in each of the 11 schools.",
        ),
        "school",
        international=False,
    ),
    Domain(
        "mobility",
        Text("การเดินทางอัจฉริยะ", "Smart Mobility"),
        Text(
            "ระบบรถไฟฟ้ารางเบา (LRT) อยู่ระหว่างการศึกษา ก่อนเปิดใช้ Smart Bus ที่ร่วมกับภาคเอกชน"
            " ทำหน้าที่สร้างความคุ้นเคยกับขนส่งสาธารณะ เป็นต้นแบบ City Bus ของประเทศ",
            "The light rail is under study; before it opens, the Smart Bus, run with private partners as a"
            " City Bus model for the country, teaches people to use public transport.",
        ),
        "directions_bus",
    ),
    Domain(
        "governance",
        Text("การบริหารภาครัฐอัจฉริยะ", "Smart Governance"),
        Text(
            "เทศบาลดิจิทัลสองขา: การบริการที่สะดวก รวดเร็ว ประหยัดสำหรับประชาชน"
            " และการบริหารที่เปลี่ยนจากกระดาษและงานมือสู่แอปพลิเคชัน ประหยัดทั้งกระดาษและคน",
            "The digital municipality on two legs: services that are convenient, fast and economical for people,"
            " and management that moves from paper and manual work to applications, saving paper and people.",
        ),
        "account_balance",
    ),
)

AIMS: Final[tuple[str, ...]] = ("convenient", "economical", "safe", "efficient", "sustainable")

PEERS: Final = "peers"
AUTHORITIES: Final[Mapping[str, Text]] = {
    "plan": Text("เป้าหมายเทศบาล", "municipality's target"),
    "national": Text("เกณฑ์ประเทศ", "national benchmark"),
    "law": Text("มาตรฐานตามกฎหมาย", "legal standard"),
    "guideline": Text("เกณฑ์แนะนำสากล", "international guideline"),
    PEERS: Text("ค่ากลางของกลุ่มเทียบ", "median of peers"),
}
"""Who sets a target, in the order in which one of them leads; the median of the peers is never written in a file."""

DOMAIN_IDS: Final = frozenset(domain.id for domain in DOMAINS)
PAGES: Final[tuple[Page, ...]] = (
    Page("overview", Text("ภาพรวม", "Overview"), "dashboard"),
    *(Page(domain.id, domain.name, domain.icon) for domain in DOMAINS),
    Page("map", Text("แผนที่และรถไฟฟ้ารางเบา", "Map and light rail"), "map"),
    Page("service", Text("บริการตามที่รถวิ่งจริง", "Service as driven"), "timeline"),
    Page("units", Text("หน่วยงานและโรงเรียน", "Units and schools"), "apartment"),
    Page("programme", Text("นโยบายปี 2560", "The programme of 2017"), "flag"),
    Page("explore", Text("สำรวจข้อมูล", "Explore"), "search"),
    Page("sql", Text("SQL", "SQL"), "terminal"),
    Page("present", Text("นำเสนอ", "Present"), "slideshow"),
    Page("register", Text("ส่งและอนุมัติตัวเลข", "Hand in and approve"), "checklist", of_today=True),
    Page("sources", Text("แหล่งข้อมูล", "Sources"), "fact_check"),
    Page("revisions", Text("การแก้ไขตัวเลข", "Revisions"), "history"),
    Page("glossary", Text("คำศัพท์", "Glossary"), "book"),
    Page("indicator", Text("ตัวชี้วัด", "Indicator"), "monitoring", in_menu=False),
    Page("catalogue", Text("แก้ไขบัญชีข้อมูล", "Edit the catalogue"), "edit_note", in_menu=False, of_today=True),
    Page("signin", Text("เข้าสู่ระบบ", "Sign in"), "login", in_menu=False, of_today=True),
    Page("admin", Text("ผู้ดูแลระบบ", "Administration"), "shield_person", in_menu=False, of_today=True),
)


def domain(domain_id: str) -> Domain:
    """Return a domain by its id; raises `KeyError` for an unknown one."""
    return {d.id: d for d in DOMAINS}[domain_id]


def position(domain_id: str) -> int:
    """Return the place of a domain among all, the first being 0; raises `KeyError` for an unknown one."""
    return DOMAINS.index(domain(domain_id))


def page(page_id: str) -> Page:
    """Return a page by its id; raises `KeyError` for an unknown one."""
    return {p.id: p for p in PAGES}[page_id]


def menu() -> list[tuple[Text, list[Page]]]:
    """Return the groups of the menu: the overview, the seven domains, what goes in depth."""
    shown = [p for p in PAGES[1:] if p.in_menu]
    return [
        (common.APP, [PAGES[0]]),
        (site.DOMAINS, [p for p in shown if p.id in DOMAIN_IDS]),
        (site.OTHER, [p for p in shown if p.id not in DOMAIN_IDS]),
    ]
