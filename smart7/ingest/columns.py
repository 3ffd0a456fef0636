"""What the declarations of input files share: choices, optional columns, texts in two languages, positions."""

from smart7 import catalog
from smart7.ingest.cells import between, choice, number, text
from smart7.ingest.tables import Column

CONFIDENCE = choice("official", "reported", "estimated")
QUALITY = choice("official", "reported", "submitted", "modelled", "estimated")
DOMAIN = choice(*[domain.id for domain in catalog.DOMAINS])
PRECISION = choice("day", "month", "year")


def optional(name: str, parse: object = text, refers_to: str = "") -> Column:
    """Return a column whose cells may be empty."""
    return Column(name, parse, required=False, refers_to=refers_to)  # type: ignore[arg-type]


def both(name: str, *, required: bool = True) -> tuple[Column, Column]:
    """Return the Thai and the English column of a text."""
    return Column(f"{name}_th", text, required), Column(f"{name}_en", text, required)


def position() -> tuple[Column, Column]:
    """Return latitude and longitude, which may both be empty."""
    return optional("lat", between(number, -90, 90)), optional("lon", between(number, -180, 180))
