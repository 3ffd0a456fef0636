"""Each recipe takes a small file in the true shape and makes of it what the file says."""

import pytest

from smart7.ingest.official import engine, recipe
from tests.ingest.official.taking import ROOT, copied, made, taken

DATA = ROOT / "data"
pytestmark = pytest.mark.usefixtures("near")


@pytest.mark.parametrize("source", recipe.names(DATA))
def test_a_recipe_can_be_used(source):
    found = recipe.read(DATA / "recipes" / source)
    assert engine.selects(found)
    assert found.source["every_th"], found.source["every_en"]


# --- PM2.5 by station and hour: the JSON of Air4Thai


def test_hours_of_dust_become_days_with_their_hours():
    days = made("air4thai-pm25-hourly", "air4thai_46t_2024-02.json")
    assert [(line["unit_id"], line["day"], line["hours"]) for line in days] == [
        ("station-46t", "2024-02-01", "24"), ("station-46t", "2024-02-02", "21"), ("station-46t", "2024-02-03", "24"),
    ]  # fmt: skip
    hours = days[1]["hourly"].split(";")
    assert len(hours) == 24
    assert hours[3:6] == ["", "", ""]
    measured = [float(value) for value in hours if value]
    assert float(days[1]["value"]) == pytest.approx(sum(measured) / len(measured), abs=0.005)


def test_a_station_that_is_not_known_here_is_left_out_and_counted():
    found, _ = taken("air4thai-pm25-hourly", "air4thai_46t_2024-02.json")
    assert (found.outcomes[0].new, found.outcomes[0].without) == (3, 1)


# --- Road accidents with coordinates: the CSV of the Ministry of Transport, whose days differ from year to year


def test_accidents_of_the_province_become_points():
    [first, second] = made("mot-road-accidents", "accident2024.csv")
    assert first == {
        "point_id": "mot-9000001", "kind": "accident", "day": "2024-01-15", "hour": "2", "lat": "16.4401",
        "lon": "102.8302", "deaths": "1", "injuries": "2", "cause": "speeding", "vehicle": "motorcycle",
        "source_id": "mot-road-accidents", "edition_id": first["edition_id"],
    }  # fmt: skip
    assert (second["point_id"], second["cause"], second["vehicle"]) == ("mot-9000002", "drowsy", "pickup")


def test_an_accident_after_its_report_or_without_a_position_is_left_out_and_counted():
    found, _ = taken("mot-road-accidents", "accident2024.csv")
    assert found.outcomes[0].without == 2
    assert dict(found.report.left_out) == {"filter:0": 1}


def test_an_edition_whose_days_could_be_read_two_ways_is_asked_about():
    found, _ = taken("mot-road-accidents", "accident2023.csv")
    assert {fault.name for fault in found.report.faults.kept} == {"two_days"}
    assert found.report.converted["only_mdy"] == 2
    days = [line["day"] for line in made("mot-road-accidents", "accident2023.csv", order="mdy")]
    assert days == ["2023-01-02", "2023-01-25"]


# --- Registered population by area and age: the text of the Department of Provincial Administration


@pytest.fixture
def population():
    """Return the figures of the small population file by unit and part."""
    return {(line["unit_id"], line["breakdown"]): line for line in made("dopa-population-age", "6812cc40.txt")}


def test_people_are_counted_at_the_end_of_the_year_the_file_is_named_by(population):
    whole = population["khonkaen-city", ""]
    assert (whole["period_kind"], whole["period_start"], whole["as_of"]) == (
        "calendar_year",
        "2025-01-01",
        "2025-12-31",
    )
    assert whole["value"] == "76640"
    assert float(whole["value"]) == sum(float(population["khonkaen-city", sex]["value"]) for sex in ("male", "female"))


def test_groups_of_age_add_up_to_all_whose_age_is_known(population):
    ages = [
        float(line["value"]) for (unit, part), line in population.items() if unit == "khonkaen-city" and "age" in part
    ]
    without_age = 3 + 2 + 1 + 1 + 5 + 4 + 0 + 1  # lunar years, the central register, other nationalities, in transit
    assert len(ages) == 5
    assert sum(ages) == float(population["khonkaen-city", ""]["value"]) - without_age


def test_a_tambon_of_another_district_with_the_same_name_is_not_taken_for_it(tmp_path):
    data = copied(tmp_path)
    units = data / "catalog" / "units.csv"
    row = "tambon-nai-mueang,tambon,ตำบลในเมือง,Nai Mueang,,no,no,official,,,,,catalogue,,,900\n"
    if "tambon-nai-mueang," not in units.read_text("utf-8"):
        units.write_text(units.read_text("utf-8") + row, "utf-8")
    found = {
        (line["unit_id"], line["breakdown"]): line["value"]
        for line in made("dopa-population-age", "6812cc40.txt", data)
    }
    assert found["tambon-nai-mueang", ""] == found["khonkaen-city", ""]
