"""Where vehicles are along the patterns of a feed at this moment, from what they sent in the last minutes.

It is the placing of a closed day (`placed.py`, `follow.py`) but for what nobody knows yet: a run that is under way
leaves nothing out, and which line it is has to be told from what was driven of it so far.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from smart7.vehicles import follow, placed
from smart7.vehicles.follow import Chosen, Points
from smart7.vehicles.judged import ends_of, numbers
from smart7.vehicles.lines import Floats, Ints, Lines
from smart7.vehicles.near import REACH, Grid, Near, look
from smart7.vehicles.onto import on_line
from smart7.vehicles.positions import Positions

LOST: Final = 60.0
"""Seconds since a vehicle was on its line after which it is on none."""
AS_NEAR: Final = 40.0
"""Metres by which another line may lie further away from where a vehicle was and still be its line."""
RESTS: Final = 600.0
STILL: Final = 100.0
"""Who kept within so many metres for so many seconds is off duty: at a depot beside a line, or on the line itself."""
DOUBTFUL: Final = 0.5
"""Share of what a vehicle drove of its line that another one explains too, from which nobody says which it is."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """The vehicles on a line: number of vehicle and pattern, metres along, doubt, place of the newest row.

    `resting` are the numbers of vehicles that stand off duty; none of them is on a line.
    """

    vehicle: Ints
    pattern: Ints
    along: Floats
    doubt: Floats
    newest: Ints
    resting: Ints


def find(sent: Positions, lines: Lines, grid: Grid) -> UnderWay:
    """Return the vehicles that are under way along a line, those in doubt too."""
    points, x, y, of_point = placed.thinned(sent)
    near = placed.allowed(look(grid, x, y, np.argsort(points.nth, kind="stable")), sent, of_point, lines)
    # As long as no line: what is still ahead of a run that is under way is not left out.
    chosen = follow.follow(points, near, np.zeros(len(lines.lengths)))
    first, last = ends_of(chosen.run)
    vehicle = points.vehicle[chosen.point[last]]
    of_vehicle = ends_of(sent.vehicle)[1]
    newest = of_vehicle[np.searchsorted(sent.vehicle[of_vehicle], vehicle)]
    now = sent.second[newest] - points.time[chosen.point[last]] <= LOST
    now &= np.append(vehicle[1:] != vehicle[:-1], True)[: len(vehicle)]
    rests = resting(points, x, y)
    now &= ~np.isin(vehicle, rests)
    first, last, vehicle, newest = first[now], last[now], vehicle[now], newest[now]
    pattern = chosen.pattern[last]
    along, off = on_line(lines, pattern, sent.x[newest], sent.y[newest], chosen.along[last])
    doubt = doubts(points, near, chosen, first, last)
    on = off <= REACH
    return UnderWay(vehicle[on], pattern[on], along[on], doubt[on], newest[on], rests)


def resting(points: Points, x: Floats, y: Floats) -> Ints:
    """Return the vehicles that have stood at one place for long, up to their newest point."""
    last = ends_of(points.vehicle)[1]
    of = last[np.searchsorted(points.vehicle[last], points.vehicle)]
    ago, away = points.time[of] - points.time, np.hypot(x - x[of], y - y[of])
    moved = points.vehicle[(ago <= RESTS) & (away > STILL)]
    known = points.vehicle[ago > RESTS - placed.EVERY]
    return np.setdiff1d(known, moved)


def doubts(points: Points, near: Near, chosen: Chosen, first: Ints, last: Ints) -> Floats:
    """Return for each run the largest share of its points that another pattern explains as well, 0 to 1."""
    if not len(first):
        return np.zeros(0)
    begin, end = chosen.point[first], chosen.point[last]
    order = np.argsort(begin, kind="stable")
    run = numbers(len(points.time), begin[order], end[order])[near.point]
    rows = pd.DataFrame({"point": near.point, "run": run, "pattern": near.pattern, "along": near.along,
                         "away": near.away})[run >= 0]  # fmt: skip
    rows = rows.sort_values(["point", "away"]).drop_duplicates(["point", "pattern"])
    own = chosen.pattern[first][order][rows["run"]]
    nearest = rows[rows["pattern"] == own].set_index("point")["away"]
    others = rows[(rows["pattern"] != own) & (rows["away"] <= rows["point"].map(nearest) + AS_NEAR)]
    told = others.groupby(["run", "pattern"]).agg(
        points=("point", "size"), since=("along", "first"), until=("along", "last")
    )
    # A line that is driven the other way explains nothing.
    most = told[told["until"] >= told["since"]].groupby("run")["points"].max()
    found = np.zeros(len(first))
    found[order[most.index.to_numpy(np.int64)]] = most.to_numpy(float)
    return found / (end - begin + 1)
