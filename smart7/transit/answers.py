"""What a comparison says: by place, by cell, within a time, of hospitals, by tambon, and who wins or loses.

Every number comes as low, middle and high, in columns such as `before_low`, `after_mid`, `saved_high`; low is the
smaller number, whether that is good or not. Minutes are door to door, and all of them are modelled. What is saved is
before less after in one and the same world; its low and high are the least and the most over all worlds tried.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from smart7.transit.assumptions import FAST, MID, SLOW
from smart7.transit.compare import Comparison
from smart7.transit.network import Bools, Ints
from smart7.transit.scenario import WORLDS

Array = npt.NDArray[Any]
Measure = Callable[[Array], Array]
"""A number for each of something, worked out from minutes (C, P) of one world."""

KINDS: Final = ("school", "hospital", "market", "terminal")
ENDS: Final = ("low", "mid", "high")
WITHIN_REACH: Final = 60.0
"""A cell is within reach of a place it takes at most this many minutes to, before or after, as assumed."""

BREAKS: Final = (15, 30, 45)
NOTICED: Final = 1.0
"""A minute: who saves or loses less than that neither wins nor loses."""


def by_cell(found: Comparison, kind: str, nth: int = 1) -> pd.DataFrame:
    """Return one row per cell, in the order of `found.cells`: minutes to the nth nearest place of a kind.

    cell_id, lat, lon, outline_id; before, after, saved (low, mid, high) in minutes; place_id, the place that is nth
    nearest after, as assumed. There are no rows where there are fewer places of the kind.
    """
    of_kind = places_of(found, kind)
    if len(of_kind) < nth:
        return pd.DataFrame(columns=[*found.cells.columns, *range_names("before", "after", "saved"), "place_id"])
    ranges = spread(found, lambda minutes: nearest(minutes[:, of_kind], nth))
    order = np.argsort(found.after[MID][:, of_kind], axis=1, kind="stable")[:, nth - 1]
    place = found.places["place_id"].to_numpy()[of_kind[order]]
    return found.cells.assign(**ranges, place_id=place)


def by_place(found: Comparison) -> pd.DataFrame:
    """Return one row per place, most saved first: means over the cells within its reach.

    place_id, kind, name_th, name_en, lat, lon, municipal_school; cells (how many are within reach); before, after,
    saved (low, mid, high) in minutes, each the mean over the cells, NaN where no cell is within reach; winning,
    losing (low, mid, high): how many of the cells save, lose at least a minute.
    """
    near = (np.minimum(found.before[MID], found.after[MID]) <= WITHIN_REACH).T
    before, worlds = turned(found.before), turned(found.worlds)
    rows = [of_place(before[:, n], worlds[:, n], near[n]) for n in range(len(near))]
    names = [*range_names("before", "after", "saved", "winning", "losing"), "cells"]
    table = pd.concat([found.places, pd.DataFrame(rows, columns=names)], axis=1)
    return table.sort_values(["saved_mid", "saved_high", "place_id"], ascending=[False, False, True], ignore_index=True)


def of_place(before: Array, worlds: Array, near: Bools) -> dict[str, Any]:
    """Return the numbers of one place from its minutes before (3, C) and after (5, C)."""
    cells = np.flatnonzero(near)
    if not len(cells):
        return dict.fromkeys(["cells", *range_names("winning", "losing")], 0)
    before, worlds = before[:, cells], worlds[:, cells]
    saved = before[[world.record for world in WORLDS]] - worlds
    found = named("before", before.mean(axis=1)) | named("after", worlds[:3].mean(axis=1))
    found |= named("saved", ends(saved.mean(axis=1)))
    found |= named("winning", ends((saved >= NOTICED).sum(axis=1)))
    return found | named("losing", ends((saved <= -NOTICED).sum(axis=1))) | {"cells": len(cells)}


def within(found: Comparison) -> pd.DataFrame:
    """Return one row per kind and time of 15, 30 and 45 minutes: how many cells have a place of the kind that near.

    kind, minutes, cells (of the whole grid); before, after, gained (low, mid, high) in cells.
    """
    rows = []
    for kind in KINDS:
        of_kind = places_of(found, kind)
        if len(of_kind):
            counts = spread(found, partial(cells_within, of_kind), gain="gained")
            for n, limit in enumerate(BREAKS):
                row = {name: int(values[n]) for name, values in counts.items()}
                rows.append({"kind": kind, "minutes": limit, "cells": len(found.cells), **row})
    return pd.DataFrame(rows, columns=["kind", "minutes", "cells", *range_names("before", "after", "gained")])


def hospitals(found: Comparison, ranks: tuple[int, ...] = (1, 3)) -> pd.DataFrame:
    """Return one row per rank, the nearest and the third nearest hospital: means over cells within reach of one.

    nth, cells (how many are within reach of a hospital of that rank); before, after, saved (low, mid, high) in
    minutes; winning, losing (low, mid, high) in cells. No row for a rank there is no hospital for.
    """
    of_kind = places_of(found, "hospital")
    rows = []
    for nth in ranks:
        if len(of_kind) < nth:
            continue
        before = np.stack([nearest(minutes[:, of_kind], nth) for minutes in found.before])
        worlds = np.stack([nearest(minutes[:, of_kind], nth) for minutes in found.worlds])
        near = np.minimum(before[MID], worlds[MID]) <= WITHIN_REACH
        rows.append({"nth": nth, **of_place(before, worlds, near)})
    names = ["nth", "cells", *range_names("before", "after", "saved", "winning", "losing")]
    return pd.DataFrame(rows, columns=names)


def by_tambon(found: Comparison, kind: str) -> pd.DataFrame:
    """Return one row per tambon, who gains least first: the spread of minutes saved to the nearest place of a kind.

    outline_id, name_th, name_en (null for cells outside all), cells; p10, median, p90 (low, mid, high) in minutes over
    the tambon's cells; winning, losing (low, mid, high) in cells. Least gains the tambon whose smallest share wins.
    """
    saved = saved_by_world(found, kind)
    groups = found.cells.groupby("outline_id", dropna=False).indices if saved.size else {}
    rows = []
    for outline, members in groups.items():
        mine = saved[:, members]
        row: dict[str, Any] = {"outline_id": outline if isinstance(outline, str) else None, "cells": len(members)}
        for name, share in (("p10", 10), ("median", 50), ("p90", 90)):
            row |= named(name, ends(np.percentile(mine, share, axis=1)))
        row |= named("winning", ends((mine >= NOTICED).sum(axis=1)))
        rows.append(row | named("losing", ends((mine <= -NOTICED).sum(axis=1))))
    names = ["outline_id", "cells", *range_names("p10", "median", "p90", "winning", "losing")]
    table = pd.DataFrame(rows, columns=names)
    called = found.tambons.set_index("outline_id")
    for name in ("name_th", "name_en"):
        table[name] = [called[name].get(outline) for outline in table["outline_id"]]
    order = table.assign(share=table["winning_mid"] / table["cells"]).sort_values(
        ["share", "p90_mid", "winning_high", "outline_id"]
    )
    return table.loc[order.index].reset_index(drop=True)


def balance(found: Comparison) -> pd.DataFrame:
    """Return one row per kind: how many cells save, lose a minute or more to the nearest place of it, or neither.

    kind, cells; winning, losing, same (low, mid, high) in cells.
    """
    rows = []
    for kind in KINDS:
        saved = saved_by_world(found, kind)
        if saved.size:
            won, lost = (saved >= NOTICED).sum(axis=1), (saved <= -NOTICED).sum(axis=1)
            row = named("winning", ends(won)) | named("losing", ends(lost))
            row |= named("same", ends(saved.shape[1] - won - lost))
            rows.append({"kind": kind, "cells": saved.shape[1], **row})
    return pd.DataFrame(rows, columns=["kind", "cells", *range_names("winning", "losing", "same")])


def saved_by_world(found: Comparison, kind: str) -> Array:
    """Return minutes saved to the nearest place of a kind in each world, (5, C), or (5, 0) where there is none."""
    of_kind = places_of(found, kind)
    if not len(of_kind):
        return np.empty((len(WORLDS), 0))
    before = [nearest(minutes[:, of_kind], 1) for minutes in found.before]
    after = [nearest(minutes[:, of_kind], 1) for minutes in found.worlds]
    return np.stack([before[world.record] - minutes for world, minutes in zip(WORLDS, after, strict=True)])


def spread(found: Comparison, measure: Measure, gain: str = "saved") -> dict[str, Array]:
    """Return a measure before and after, and how it changed, each as low, middle and high, by column.

    What is saved is before less after, what is gained after less before.
    """
    before = np.stack([measure(minutes) for minutes in found.before])
    worlds = np.stack([measure(minutes) for minutes in found.worlds])
    change = before[[world.record for world in WORLDS]] - worlds
    change = change if gain == "saved" else -change
    after = worlds[[FAST, MID, SLOW]]
    return named("before", ends(before)) | named("after", ends(after)) | named(gain, ends(change))


def ends(values: Array) -> Array:
    """Return the least, the one as assumed and the most of values by world, (worlds, ...) to (3, ...)."""
    return np.stack([values.min(axis=0), values[MID], values.max(axis=0)])


def named(name: str, values: Array) -> dict[str, Any]:
    """Return three values by the names of their columns."""
    return dict(zip(range_names(name), values, strict=True))


def range_names(*names: str) -> list[str]:
    """Return the columns of ranges, such as before_low, before_mid, before_high."""
    return [f"{name}_{end}" for name in names for end in ENDS]


def nearest(minutes: Array, nth: int) -> Array:
    """Return minutes to the nth nearest of the places of (C, K), for each cell."""
    return minutes.min(axis=1) if nth == 1 else np.partition(minutes, nth - 1, axis=1)[:, nth - 1]


def cells_within(places: Ints, minutes: Array) -> Array:
    """Return how many cells have one of the places within 15, 30 and 45 minutes, (3,)."""
    near = nearest(minutes[:, places], 1)
    return np.array([(near <= limit).sum() for limit in BREAKS])


def places_of(found: Comparison, kind: str) -> Ints:
    """Return the columns of the places of a kind."""
    return np.flatnonzero((found.places["kind"] == kind).to_numpy())


def turned(values: Array) -> Array:
    """Return arrays (n, C, P) as (n, P, C), each place's cells beside each other."""
    return np.ascontiguousarray(values.transpose(0, 2, 1))
