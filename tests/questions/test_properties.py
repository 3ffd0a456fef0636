"""What holds for every question over every indicator of the project's own data."""

from math import isclose

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart7 import store
from smart7.i18n import LANGS
from smart7.questions import Question, answer, compile, from_link, names, sentence, to_link
from smart7.questions.parameters import written_out
from smart7.questions.question import PERIODS
from tests.questions.asking import questions, several

# Each asks DuckDB a dozen times.
FEW = settings(max_examples=settings.default.max_examples // 3)


@pytest.fixture(scope="module")
def known(snapshot):
    """Return the names of the snapshot."""
    return names(snapshot)


def over(known, **fields):
    """Return questions over indicators, units, kinds and zones that exist."""
    ids = st.sampled_from(sorted(known.by_dimension["indicator"]))
    units = st.sampled_from(sorted(known.by_dimension["unit"]))
    kinds = sorted({f"kind:{kind}" for kind in known.kinds.values()} | {"sample:school", "zone:zone-1"})
    whose = st.one_of(st.just(()), several(st.sampled_from(kinds), 2), several(units, 3))
    return questions(indicators=several(ids, 3), units=whose, others=units, **fields)


def every_indicator(known):
    """Return the ids of all indicators."""
    return sorted(known.by_dimension["indicator"])


@pytest.mark.parametrize("period", PERIODS)
def test_every_indicator_is_answered_by_every_kind_of_period(snapshot, known, period):
    found = answer(snapshot, Question(tuple(every_indicator(known)), period=period, split=("unit",)))
    said = " ".join(note.en for note in found.notes)
    lacking = set(every_indicator(known)) - set(found.frame["indicator"])
    assert all(known.get("indicator", one, "en") in said for one in lacking)
    assert len(lacking) < len(every_indicator(known))


def test_any_question_runs_and_says_what_it_asks(snapshot, known):
    @FEW
    @given(over(known))
    def holds(question):
        found = answer(snapshot, question)
        assert set(found.parameters) == {name for name in found.parameters if f"${name}" in found.sql}
        agree(found, known)
        assert from_link(to_link(question)) == (question, [])
        for lang in LANGS:
            said = sentence(question, lang, known)
            assert all(known.get("indicator", one, lang) in said for one in question.indicators[:2])
            assert "{" not in said and "  " not in said and "(no longer" not in said

    holds()


def agree(found, known):
    """Hold the rows of an answer against the blanks of its question."""
    question, rows = found.question, found.frame
    for dimension in question.dimensions:
        assert rows[dimension].notna().all()
    if question.indicators and "indicator" in rows:
        assert set(rows["indicator"]) <= set(question.indicators)
    if question.units and "unit" in rows and not any(one.startswith("zone:") for one in question.units):
        kinds = {one.partition(":")[2] for one in question.units if ":" in one}
        assert all(unit in question.units or known.kinds[unit] in kinds for unit in rows["unit"])
    if "period" in rows and len(rows):
        assert question.start is None or rows["period_end"].dt.date.min() >= question.start
        assert question.end is None or rows["period_end"].dt.date.max() <= question.end
        kinds = set(rows["period_kind"])
        assert question.period in ("as_is", "year") or kinds <= {question.period}
    if not question.sample:
        assert not rows["is_sample"].any() and not set(rows["quality_grade"].dropna()) & {"sample"}
    assert (rows["value"].isna() == rows["reason"].notna()).all()
    keys = [*question.dimensions, "is_sample"] if not question.counts else list(question.dimensions)
    assert not rows.duplicated(keys).any() if keys else len(rows) == 1


def test_totals_are_the_sum_of_their_parts_or_say_why_there_is_none(snapshot, known):
    @FEW
    @given(over(known, measures=("value",)))
    def holds(question):
        question = question.with_(top=0, compare="none")
        found = answer(snapshot, question)
        parted = {"zone", "breakdown"} & set(question.dimensions)
        parts_of = Parts(found.frame)
        for total in found.totals.to_dict("records"):
            if parted <= kept(total):
                add_up(total, parts_of(total), known)

    holds()


def kept(total):
    """Return the dimensions that a total is not over."""
    return set(total["kept"].split(".")) - {""}


class Parts:
    """The cells of an answer by the total they are a part of; those of one kind of total are parted once."""

    def __init__(self, cells):
        self.cells, self.parted = cells, {}

    def __call__(self, total):
        """Return the cells a total is made of."""
        by = ("is_sample", *sorted(kept(total)))
        if by not in self.parted:
            self.parted[by] = dict(iter(self.cells.groupby(list(by), observed=True)))
        return self.parted[by].get(tuple(total[name] for name in by), self.cells[:0])


def add_up(total, parts, known):
    """Hold one total against its parts, added up here by another hand."""
    assert len(parts)
    if total["reason"] is not None:
        assert pd.isna(total["value"])
        assert len(parts) > 1 or parts["reason"].notna().all()
        return
    if len(parts) == 1:
        assert isclose(total["value"], parts["value"].iloc[0])
        return
    assert parts["indicator"].nunique() == 1
    about = known.about[parts["indicator"].iloc[0]]
    if "sum" in (about.over_units, about.over_time) and about.over_units != "ratio":
        assert about.over_units != "none" and isclose(total["value"], parts["value"].sum(), abs_tol=1e-9)
    else:  # a percentage is sum over sum, never a mean of percentages
        assert {about.over_units, about.over_time} & {"ratio", "mean"}
        below = parts["denominator"].sum()
        scale = parts["value"].iloc[0] * parts["denominator"].iloc[0] / parts["numerator"].iloc[0]
        assert isclose(total["value"], parts["numerator"].sum() / below * scale, rel_tol=1e-6)


def test_a_percentage_that_cannot_be_added_up_over_units_is_withheld(snapshot, known):
    asked = [one for one in every_indicator(known) if known.about[one].over_units == "none"]
    found = answer(snapshot, Question(tuple(asked), ("kind:school", "kind:city", "kind:area"), period="as_is"))
    several = found.every[(found.every["units"] > 1) & (found.every["kept"] == "indicator.period.")]
    assert several["value"].isna().all() and several["reason"].notna().all()
    assert asked


def test_sample_figures_are_never_in_a_total_with_real_ones(snapshot, known):
    @FEW
    @given(over(known, measures=("value", "change", "index")))
    def holds(question):
        rows = answer(snapshot, question).every
        assert not rows["partial"].isna().any()
        assert (rows["quality_grade"].eq("sample") == rows["is_sample"]).all()

    holds()


def test_counts_of_cells_make_their_totals_and_shares_make_a_hundred(snapshot, known):
    @FEW
    @given(over(known, measures=("count", "share")))
    def holds(question):
        found = answer(snapshot, question.with_(top=0))
        cells = found.frame
        parts_of = {sample: Parts(cells.assign(is_sample=sample)) for sample in set(found.totals["is_sample"])}
        for total in found.totals.to_dict("records"):
            if total["reason"] is None:
                assert total["figures"] == parts_of[total["is_sample"]](total)["figures"].sum()
        rows, columns = question.axes
        if question.measure == "share" and columns and rows and "aim" not in question.dimensions:
            made = cells[cells["denominator"] > 0].groupby(list(rows))["value"].sum()
            assert all(isclose(one, 100) for one in made)

    holds()


def test_the_statement_written_out_gives_the_same_rows(snapshot, known):
    @settings(max_examples=15)
    @given(over(known))
    def holds(question):
        sql, parameters = compile(question)
        pd.testing.assert_frame_equal(
            store.select(snapshot, written_out(sql, parameters), {}), store.select(snapshot, sql, parameters)
        )

    holds()
