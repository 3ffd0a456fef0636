"""What submissions would change: each figure beside the one held true now, and the verdict on either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from smart7 import calendar, metrics, reading, store
from smart7.calendar import Period
from smart7.i18n import Text
from smart7.ledger import book, handed
from smart7.ledger.handed import Figure, Submission
from smart7.metrics import Status, Target
from smart7.register import given, owed


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure handed in beside the one held true now of the same unit and period; `part` is of which part it is.

    `now` is None where there is none, `quality` says what it is; `new` is None where only a reason was handed in.
    """

    submission_id: str
    indicator_id: str
    indicator: Text
    measure: Text
    decimals: int
    unit_id: str
    unit: Text
    period: Period
    now: float | None
    quality: str
    new: float | None
    change: float | None
    before: Status
    after: Status
    reason: str
    note: str
    part: Text | None = None


def differences(ids: Sequence[str]) -> list[Difference]:
    """Return a row for each figure of some submissions, in the order of the catalogue."""
    snapshot_id = store.current_id()
    if snapshot_id is None:
        return []
    with book.opened() as ledger:
        found = [one for one in (handed.get(ledger, submission_id) for submission_id in dict.fromkeys(ids)) if one]
        of = {one.submission_id: handed.figures(ledger, one.submission_id) for one in found}
    return [row for one in found for row in of_submission(snapshot_id, one, of[one.submission_id])]


def of_submission(snapshot_id: str, submission: Submission, figures: Sequence[Figure]) -> list[Difference]:
    """Return a row for each figure of one submission that the catalogue still knows."""
    start = submission.period_start
    period = calendar.containing(submission.period_kind, start)  # type: ignore[arg-type]
    standing = reading.records(snapshot_id, "register/held", reading.asked(since=start, until=start))
    held = by_key(standing, submission.period_kind)
    aims = by_key(reading.records(snapshot_id, "register/aims", reading.asked(end=period.end)))
    of = (submission.unit_id, submission.period_kind, start)
    parts = owed.parts(snapshot_id, *of) if any(figure.breakdown for figure in figures) else {}
    rows = []
    for about in owed.rows(snapshot_id, submission.unit_id):
        for figure in figures:
            if figure.indicator_id != about["indicator_id"]:
                continue
            if not figure.breakdown:
                rows.append(difference(submission, figure, about, period, held, aims))
            elif (part := parts.get((figure.indicator_id, figure.breakdown))) is not None:
                rows.append(of_part(difference(submission, figure, about, period, {}, {}), part))
    return rows


def of_part(found: Difference, part: Mapping[str, Any]) -> Difference:
    """Return the figure of a part beside the one held of that part; a target is of the whole alone."""
    now = part["now_value"]
    name = Text(part["name_th"], part["name_en"])
    change = metrics.change(found.new, now)
    return replace(found, now=now, quality=part["now_quality"] or "", change=change, part=name)


def by_key(rows: Sequence[Mapping[str, Any]], kind: str = "") -> dict[tuple[str, str], Mapping[str, Any]]:
    """Return rows by indicator and unit, of one kind of period where one is named."""
    return {(row["indicator_id"], row["unit_id"]): row for row in rows if not kind or row["period_kind"] == kind}


def difference(
    submission: Submission, figure: Figure, about: Mapping[str, Any], period: Period,
    held: Mapping[tuple[str, str], Mapping[str, Any]], aims: Mapping[tuple[str, str], Mapping[str, Any]],
) -> Difference:  # fmt: skip
    """Return one figure beside the one held true now."""
    key = (figure.indicator_id, figure.unit_id)
    there, aim = held.get(key, {}), aims.get(key, {})
    now, new = there.get("value"), given.value_of(figure, about)
    target = Target(aim.get("low"), aim.get("high"))
    # The target of a sum is one of its year; a month or a quarter alone is never held against it.
    is_part = about["over_time"] == "sum" and period.kind in ("month", "quarter")

    def verdict(value: float | None, partial: bool) -> Status:
        return metrics.status(
            value, about["direction"], target, decimals=about["decimals"], complete=not (partial or is_part)
        )

    return Difference(
        submission.submission_id, figure.indicator_id, Text(about["name_th"], about["name_en"]),
        Text(about["measure_th"], about["measure_en"]), about["decimals"], figure.unit_id,
        Text(about["about_th"], about["about_en"]), period, now, there.get("quality", ""), new,
        metrics.change(new, now), verdict(now, bool(there.get("partial"))), verdict(new, figure.partial),
        figure.reason, figure.note,
    )  # fmt: skip
