"""Questions nobody would think of, drawn for the properties that every question keeps."""

from datetime import date

from hypothesis import strategies as st

from smart7 import calendar
from smart7.questions import Question
from smart7.questions.question import CHARTS, DIMENSIONS, MEASURES, ORDERS, PERIODS, SPLITS

SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6})?", fullmatch=True)
UNITS = st.one_of(SLUGS, SLUGS.map("kind:{}".format), SLUGS.map("sample:{}".format), SLUGS.map("zone:{}".format))
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def several(of: st.SearchStrategy[str], at_most: int = 4) -> st.SearchStrategy[tuple[str, ...]]:
    """Return tuples of a few different values."""
    return st.lists(of, max_size=at_most, unique=True).map(tuple)


@st.composite
def questions(
    draw: st.DrawFn,
    indicators: st.SearchStrategy[tuple[str, ...]] | None = None,
    units: st.SearchStrategy[tuple[str, ...]] | None = None,
    measures: tuple[str, ...] = MEASURES,
    others: st.SearchStrategy[str] = SLUGS,
) -> Question:
    """Draw a question over any words or over given ids."""
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    compare = st.one_of(st.sampled_from(("none", "target", "last_year", "city")), others.map("unit:{}".format))
    return Question(
        indicators=draw(several(SLUGS) if indicators is None else indicators),
        units=draw(several(UNITS) if units is None else units),
        start=draw(st.sampled_from((None, days[0], calendar.containing("fiscal_year", days[0]).start))),
        end=draw(st.sampled_from((None, days[1], calendar.containing("month", days[1]).end))),
        period=draw(st.sampled_from(PERIODS)),
        compare=draw(compare),
        split=draw(several(st.sampled_from(SPLITS), 3)),
        rows=draw(several(st.sampled_from(DIMENSIONS), 2)),
        columns=draw(several(st.sampled_from(DIMENSIONS), 1)),
        measure=draw(st.sampled_from(measures)),
        sample=draw(st.booleans()),
        order=draw(st.sampled_from(ORDERS)),
        top=draw(st.sampled_from((0, 0, 3))),
        chart=draw(st.sampled_from(CHARTS)),
    )
