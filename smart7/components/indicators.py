"""The indicators of a domain: its definition, the choice of the year, then its cards."""

from smart7 import catalog, parts
from smart7.components import data, frame
from smart7.markup import indicators
from smart7.view import View


def show(domain_id: str, view: View) -> None:
    """Draw a domain's definition and its indicators."""
    frame.html(indicators.definition(catalog.domain(domain_id), view))
    frame.period_bar(view)
    frame.html(parts.domain_body(data.snapshot(), domain_id, view))
