"""Small files in the true shape of what each source publishes; every number is invented and small.

Titles above the header, storeys and merged cells, sums between the rows, notes below, marks behind figures and
years, Thai digits and encodings are those the offices use.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.ingest.official.given import city, economy, people

FILES: Final[dict[str, Callable[[Path], Path]]] = {
    "mots-tourism": economy.tourism,
    "nesdc-gpp": economy.product,
    "nso-household-income": economy.household,
    "nso-labour-force": economy.labour,
    "doa-airport-passengers": economy.airports,
    "ddc-road-deaths": people.road_deaths,
    "ddc-dengue-weekly": people.dengue,
    "dla-schools": people.schools,
    "niets-onet": people.onet,
    "ect-turnout": people.election,
    "nacc-ita": city.ita,
    "dla-lpa": city.lpa,
    "dla-municipal-finance": city.finance,
    "traffy-fondue": city.complaints,
    "pea-electricity": city.electricity,
    "pcd-waste": city.waste,
}
"""What writes the small file of each recipe."""
