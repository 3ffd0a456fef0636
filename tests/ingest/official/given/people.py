"""Small files of people: road deaths, dengue, schools, tests, elections."""

from pathlib import Path
from typing import Any

from tests.ingest.official.given.forms import Rows, table, workbook


def road_deaths(folder: Path) -> Path:
    """Write road deaths, a row a person, in Windows-874 with days first; the file ends in the middle of a month."""
    header = [
        "Dead Conso Id", "Dead Year_Dead Conso Id", "Dead Year_ปีที่เสียชีวิต ", "DEAD_YEAR", "Age", "Sex", "Nationality Id",
        "Tumbol", "District", "Province", "Risk Helmet", "Risk Safety Belt", "Dead Date Final", "Date Rec", "Time Rec",
        "Acc Sub Dist", "Acc Dist", "จ.ที่เสียชีวิต", "Acc La", "Acclong", "Ncause", "Vehicle Merge Final",
    ]  # fmt: skip

    def person(number: int, day: str, province: str) -> list[Any]:
        known = [number, 2569, 2026, 30, "ชาย", 99, "", "", "ลบ", "", "", day, "1/13/2569", "1/1/1900 6:00"]
        return [number, *known, "", "", province, "", "", "V499", "รถยนต์"]

    people = [
        person(1, "1/2/2026", "ขอนแก่น"), person(2, "28/2/2026", "ขอนแก่น"), person(3, "3/2/2026", "เลย"),
        person(4, "5/3/2026", "ขอนแก่น"), person(5, "", "ขอนแก่น"), person(6, "6/3/2026", ""),
        person(6, "6/3/2026", ""),
    ]  # fmt: skip
    return table(folder / "_2569.csv", [header, *people], "cp874")


def dengue(folder: Path) -> Path:
    """Write cases by week: weeks side by side, one disease over several rows, sums of regions between provinces."""
    rows: list[list[Any]] = [
        ["จำนวนผู้ป่วยกลุ่มโรคไข้เลือดออก รายสัปดาห์ ปี พ.ศ. ๒๕๖๙"],
        ["โรค", "จังหวัด", "สัปดาห์ที่ 1", "สัปดาห์ที่ 2", "สัปดาห์ที่ 3", "รวม"],
        ["ไข้เดงกี (66)", "เขตสุขภาพที่ 7", 9, 9, 9, 27],
        [None, "ขอนแก่น", "๒", 3, "-", 5],
        [None, "กาฬสินธุ์", 7, 6, 9, 22],
        ["ไข้เลือดออก (26)", "ขอนแก่น", 1, 0, 4, 5],
        ["ไข้เลือดออกช็อก (27)", "ขอนแก่น", 0, 1, 0, 1],
        ["ที่มา : กองระบาดวิทยา กรมควบคุมโรค"],
    ]
    return workbook(folder / "dengue.xlsx", ("2569", rows, [(2, 0, 4, 0)]))


def schools(folder: Path) -> Path:
    """Write pupils by school: two storeys, the authority over several rows, a school of the same name elsewhere."""
    groups = ("ก่อนประถมศึกษา", "ประถมศึกษา", "รวมทั้งหมด")
    header: list[list[Any]] = [["ที่", "สังกัด อปท.", "ชื่อสถานศึกษา"], [None, None, None]]
    for group in groups:
        header[0] += [group, None, None]
        header[1] += ["ชาย", "หญิง", "รวม"]
    header[0].append("จำนวนครู\n(คน)")
    rows: list[list[Any]] = [
        ["จำนวนนักเรียนและครู ข้อมูล ณ วันที่ 10 มิถุนายน ปีการศึกษา 2569"],
        *header,
        [1, "เทศบาลนครขอนแก่น", "โรงเรียนเทศบาลสวนสนุก", 5, 5, 10, 20, 25, 45, 25, 30, 55, 5],
        [2, None, "เทศบาลบ้านศรีฐาน", "-", "-", "-", 10, 12, 22, 10, 12, "๒๒", "-"],
        [3, None, "โรงเรียนเทศบาลไม่มีในบัญชี", 1, 1, 2, 1, 1, 2, 2, 2, 4, 1],
        [4, "เทศบาลเมืองตัวอย่าง", "โรงเรียนเทศบาลวัดกลาง", 5, 5, 10, 5, 5, 10, 10, 10, 20, 2],
        ["รวม", None, None, 11, 11, 22, 36, 43, 79, 47, 54, 101, 8],
    ]
    merged = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 12, 2, 12), (3, 1, 5, 1)]
    return workbook(folder / "schools.xlsx", ("Sheet1", rows, [*merged, *((1, at, 1, at + 2) for at in (3, 6, 9))]))


def onet(folder: Path) -> Path:
    """Write O-NET by school and subject: a sheet a grade, the area and the country below the schools."""

    def sheet(grade: str, rows: Rows) -> list[list[Any]]:
        header = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "น.ร.\n(คน)", "ไทย", "อังกฤษ", "คณิตศาสตร์", "วิทยาศาสตร์", "เฉลี่ย"]
        titles = [["ผลการทดสอบทางการศึกษาระดับชาติขั้นพื้นฐาน (O-NET)"], [f"ชั้น{grade} ปีการศึกษา 2568"], ["เทศบาลนครขอนแก่น"]]
        return [*titles, header, *rows, ["56010000", "ระดับสังกัด", None, 40, 40, 40, 40, 40]]

    lower = [
        ["40010001", "เทศบาลสวนสนุก", 10, 50, 40, 30, 35, 38.75],
        ["40010002", "เทศบาลวัดกลาง", 4, 45, "-", 20, 25, 30],
    ]
    upper = [["40010001", "โรงเรียนเทศบาลสวนสนุก", 5, 60, 55, 45, 50, 52.5]]
    return workbook(
        folder / "onet.xlsx",
        ("ป.6", sheet("ประถมศึกษาปีที่ 6", lower), []),
        ("ม.3", sheet("มัธยมศึกษาปีที่ 3", upper), []),
    )


def election(folder: Path) -> Path:
    """Write a general election: those who voted in one sheet, those who may in another, a row for each district."""
    status = [
        ["prov_id", "cons_id", "turn_out", "percent_turn_out", "counted_vote_stations", "percent_count",
         "pause_report"],
        ["KKN", "KKN_1", 70, 70, 5, 100, False], ["KKN", "KKN_2", 90, 75, 6, 100, False],
        ["UDN", "UDN_1", 50, 62.5, 4, 100, False], ["LEI", "LEI_1", 40, 50, 4, 100, False],
    ]  # fmt: skip
    areas = [
        ["cons_id", "cons_no", "prov_id", "registered_vote", "total_vote_stations", "zone"],
        ["KKN_1", 1, "KKN", 100, 5, "อำเภอเมืองขอนแก่น (เฉพาะตำบลในเมือง)"], ["KKN_2", 2, "KKN", 120, 6, "อำเภอหนึ่ง"],
        ["KKN_2", 2, "KKN", 120, 6, "อำเภอสอง"], ["UDN_1", 1, "UDN", 80, 4, "อำเภอเมืองอุดรธานี"],
        ["UDN_2", 2, "UDN", 85, 4, "อำเภอที่ยังไม่นับ"], ["LEI_1", 1, "LEI", 80, 4, "อำเภอเมืองเลย"],
    ]  # fmt: skip
    names = [["province_id", "prov_id", "province", "total_registered_vote"], [40, "KKN", "ขอนแก่น", 220]]
    return workbook(
        folder / "ectreport66.xlsx",
        ("Schema", [["Sheet", "Column"], ["info_province", "prov_id"]], []),
        ("result_constituencies_status", status, []),
        ("info_province", names, []),
        ("info_constituency", areas, []),
    )
