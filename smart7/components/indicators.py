"""The indicators of a domain: its sentence, the few that lead, then the rest as a list or all of them as cards."""

from smart7 import parts
from smart7.components import data, frame, link
from smart7.markup import indicators
from smart7.view import View


def show(domain_id: str, view: View) -> None:
    """Draw the indicators of a domain in the form the link asks for."""
    form = link.pick(indicators.FORM, indicators.FORMS, indicators.LIST, keep=False)
    link.show_notices(view.lang)
    frame.html(parts.domain_body(data.snapshot(), domain_id, view, form))
