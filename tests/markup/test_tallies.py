"""Counts of verdicts: what the bar beside the words draws."""

from smart7.markup import tallies
from smart7.tally import VERDICTS, Tally


def test_the_bar_of_a_count_draws_no_verdict_that_nobody_has():
    none = dict.fromkeys(VERDICTS, 0)
    assert tallies.bar(Tally(none, none, {"missing": 11}, 0, 0)).count("<i ") == 0
    assert tallies.bar(Tally(none | {VERDICTS[0]: 2}, none, {"missing": 9}, 2, 0)).count("<i ") == 1
