"""Send the positions that boxes in vehicles would send on a day that was driven, with all that is wrong with them."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from smart7.vehicles.lines import Bools, Floats, Ints, Lines
from smart7.vehicles.simulated import Driven

DEAD_SPEED: Final = 12.0  # metres a second to and from the depot
BREAK: Final = 7_200  # seconds without a trip after which a vehicle goes home meanwhile
AT_DEPOT: Final = 900  # seconds that it sends positions there before and after
AT_STOP: Final = 60.0  # seconds that it stands at a line's end after coming from the depot and before going there
DEPOTS: Final = 4
LATEST: Final = 200_000.0  # later than any second of a day
WANDER: Final = 60  # seconds over which an error of the place changes


@dataclass(frozen=True, slots=True)
class Boxes:
    """How well the boxes in the vehicles tell where they are: metres, seconds, shares of rows."""

    every_s: int = 10
    noise_m: tuple[float, float] = (5.0, 50.0)  # typical distance from the truth: each vehicle has its own
    gaps: float = 1.0  # mean number of silences of a vehicle
    gap_s: float = 240.0  # mean of a silence
    drifting: float = 0.05  # share of vehicles whose clock is wrong
    drift_s: float = 8.0  # spread of how wrong
    repeated: float = 0.01
    disordered: float = 0.02
    told: float = 0.0  # share of vehicles that tell their route and trip


@dataclass(frozen=True, slots=True)
class Pieces:
    """What each vehicle does, piece after piece: from one place to another, evenly; nothing overlaps.

    Places are on the one line that all patterns make, laid end to end, with the ways to and from depots after them.
    """

    vehicle: Ints
    begins: Floats
    ends: Floats
    here: Floats
    there: Floats
    run: Ints  # -1 outside of runs
    laid: Floats
    x: Floats
    y: Floats


def pieces(lines: Lines, driven: Driven, rng: np.random.Generator) -> Pieces:
    """Return what each vehicle does from leaving its depot to coming home."""
    calls = driven.calls
    code = pd.factorize(driven.runs["vehicle"], sort=True)[0]
    run, arrives, leaves = (calls[name].to_numpy() for name in ("run", "arrives", "leaves"))
    at = lines.starts[driven.runs["pattern"].to_numpy()][run] + calls["along_m"].to_numpy()
    onward = np.flatnonzero(run[1:] == run[:-1])
    stood = [code[run], arrives, leaves, at, at, run]
    moved = [code[run][onward], leaves[onward], arrives[onward + 1], at[onward], at[onward + 1], run[onward]]
    between, laid, x, y = outside(lines, driven.runs.assign(code=code), rng)
    parts = [np.concatenate(one) for one in zip(stood, moved, between, strict=True)]
    order = np.lexsort((parts[2], parts[1], parts[0]))
    vehicle, begins, ends, here, there, which = (part[order] for part in parts)
    return Pieces(vehicle.astype(np.int64), begins, ends, here, there, which.astype(np.int64), laid, x, y)


def outside(lines: Lines, runs: pd.DataFrame, rng: np.random.Generator) -> tuple[list[Floats], Floats, Floats, Floats]:
    """Return the pieces between runs, as columns, and the one line that they and the patterns lie on."""
    rows = runs.sort_values(["code", "left"])
    pattern, code, left, arrived = (rows[name].to_numpy() for name in ("pattern", "code", "left", "arrived"))
    start, end = lines.starts[pattern], lines.starts[pattern] + lines.lengths[pattern]
    first = np.column_stack(lines.places(pattern, np.zeros(len(rows))))
    last = np.column_stack(lines.places(pattern, lines.lengths[pattern]))
    around, far, some = (
        rng.uniform(0, 2 * np.pi, DEPOTS),
        rng.uniform(400, 1500, DEPOTS),
        rng.integers(0, len(rows), DEPOTS),
    )
    depots = first[some] + np.column_stack([far * np.cos(around), far * np.sin(around)])
    before = np.concatenate([[-np.inf], np.where(code[1:] == code[:-1], arrived[:-1], -np.inf)])
    comes = left - before > BREAK
    goes = np.append(comes[1:], True)
    stays = np.flatnonzero(~comes)
    laid = lines.along + np.repeat(lines.starts, np.diff(lines.first))
    a = np.concatenate([nearest(depots, first[comes]), last[goes]])
    b = np.concatenate([first[comes], nearest(depots, last[goes])])
    length = np.hypot(*(b - a).T)
    here = laid[-1] + 1.0 + np.cumsum(length + 1.0) - length
    takes = length / DEAD_SPEED
    came = int(comes.sum())
    begins = np.concatenate([left[comes] - AT_STOP - takes[:came], arrived[goes] + AT_STOP])
    ends = begins + takes
    home = np.where(np.arange(len(a)) < came, here, here + length)
    rests = np.where(np.arange(len(a)) < came, begins - AT_DEPOT, ends)
    whose = np.concatenate([code[comes], code[goes]])
    found = [
        (whose, begins, ends, here, here + length),
        (whose, rests, rests + AT_DEPOT, home, home),
        (code[comes], left[comes] - AT_STOP, left[comes], start[comes], start[comes]),
        (code[goes], arrived[goes], arrived[goes] + AT_STOP, end[goes], end[goes]),
        (code[stays], arrived[stays - 1], left[stays], end[stays - 1], end[stays - 1]),
    ]
    columns = [np.concatenate(column) for column in zip(*found, strict=True)]
    columns.append(np.full(len(columns[0]), -1.0))
    ways = np.column_stack([here, a, here + length, b]).reshape(-1, 3)
    one, x, y = (np.concatenate(both) for both in zip((laid, lines.x, lines.y), ways.T, strict=True))
    return columns, one, x, y


def nearest(places: Floats, to: Floats) -> Floats:
    """Return for each of some points (n, 2) the nearest of a few places."""
    away = np.hypot(*(places[:, None] - to[None]).transpose(2, 0, 1))
    found: Floats = places[np.argmin(away, axis=0)]
    return found


def positions(lines: Lines, driven: Driven, boxes: Boxes = Boxes()) -> pd.DataFrame:  # noqa: B008
    """Return what the boxes of the vehicles send, as the table `positions`, in the order in which it comes."""
    rng = np.random.default_rng([driven.seed, driven.day.toordinal(), 1])
    ways = pieces(lines, driven, rng)
    count = int(ways.vehicle[-1]) + 1
    edges = np.searchsorted(ways.vehicle, np.arange(count + 1))
    begins, ends = ways.begins[edges[:-1]], np.maximum.reduceat(ways.ends, edges[:-1])
    sends = [np.arange(b + rng.integers(0, boxes.every_s), e, boxes.every_s) for b, e in zip(begins, ends, strict=True)]
    vehicle = np.repeat(np.arange(count), [len(one) for one in sends])
    second = np.floor(np.concatenate(sends))
    piece = np.searchsorted(ways.vehicle * LATEST + ways.begins, vehicle * LATEST + second, "right") - 1
    piece = np.maximum(piece, edges[:-1][vehicle])
    takes = np.maximum(ways.ends - ways.begins, 1e-9)
    share = np.clip((second - ways.begins[piece]) / takes[piece], 0.0, 1.0)
    place = ways.here[piece] + share * (ways.there[piece] - ways.here[piece])
    speed = ((ways.there - ways.here) / takes)[piece] + rng.normal(0.0, 0.3, len(second))
    x, y = (np.interp(place, ways.laid, axis) + wander(rng, vehicle, second, boxes) for axis in (ways.x, ways.y))
    latitude, longitude = lines.degrees(x, y)
    wrong = np.where(rng.random(count) < boxes.drifting, rng.normal(0.0, boxes.drift_s, count), 0.0)
    named = pd.factorize(driven.runs["vehicle"], sort=True)[1].to_numpy(object)
    rows = pd.DataFrame({
        "feed_id": driven.feed_id, "service_date": driven.day, "vehicle": named[vehicle],
        "second": np.round(second + wrong[vehicle]).astype(np.int64), "latitude": latitude, "longitude": longitude,
        "speed": np.maximum(speed, 0.0), "heading": np.nan,
    })  # fmt: skip
    tells = (rng.random(count) < boxes.told)[vehicle] & (ways.run[piece] >= 0)
    rows = pd.concat([rows, told(driven, ways.run[piece], tells)], axis=1)
    return spoilt(rows[silent(rng, vehicle, second, begins, ends, boxes)], boxes, rng)


def wander(rng: np.random.Generator, vehicle: Ints, second: Floats, boxes: Boxes) -> Floats:
    """Return the error of each position along one axis: half of it changes slowly, half with every position."""
    count = int(vehicle[-1]) + 1
    # The same for both axes of a vehicle, which are asked for one after the other.
    typical = np.random.default_rng(count).permutation(np.geomspace(*boxes.noise_m, count))[vehicle] / np.sqrt(2.0)
    steps = int(second.max() // WANDER) + 3
    slow = rng.normal(size=(count, steps))
    nth = np.maximum(second // WANDER, 0.0).astype(np.int64)
    share = np.clip(second / WANDER - nth, 0.0, 1.0)
    near = slow[vehicle, nth] * (1.0 - share) + slow[vehicle, nth + 1] * share
    # What lies between two independent values varies less than they do.
    near /= np.sqrt(share**2 + (1.0 - share) ** 2)
    found: Floats = typical * (near + rng.normal(size=len(second))) / np.sqrt(2.0)
    return found


def told(driven: Driven, run: Ints, tells: Bools) -> pd.DataFrame:
    """Return what each position tells of its run, nothing where its vehicle tells nothing."""
    names = ["route_id", "direction_id", "trip_id", "start_second"]
    of_run = driven.runs[names].astype({"direction_id": "Int64", "start_second": "Int64"})
    nothing = pd.DataFrame([[None] * len(names)], columns=names).astype(of_run.dtypes)
    return pd.concat([of_run, nothing]).take(np.where(tells, run, len(of_run))).reset_index(drop=True)


def silent(
    rng: np.random.Generator, vehicle: Ints, second: Floats, begins: Floats, ends: Floats, boxes: Boxes
) -> Bools:
    """Return which positions are sent: now and then a vehicle falls silent for some minutes."""
    count = len(begins)
    many = rng.poisson(boxes.gaps, count)
    whose = np.repeat(np.arange(count), many)
    since = rng.uniform(begins[whose], ends[whose])
    until = since + rng.exponential(boxes.gap_s, len(whose))
    edges = np.concatenate([whose * LATEST + since, whose * LATEST + until])
    change = np.repeat([1, -1], len(whose))
    order = np.argsort(edges)
    depth = np.concatenate([[0], np.cumsum(change[order])])
    found: Bools = depth[np.searchsorted(edges[order], vehicle * LATEST + second, "right")] == 0
    return found


def spoilt(rows: pd.DataFrame, boxes: Boxes, rng: np.random.Generator) -> pd.DataFrame:
    """Return positions of all vehicles in the order in which they come: some twice, some late."""
    again = rows[rng.random(len(rows)) < boxes.repeated]
    both = pd.concat([rows, again])
    comes = both["second"].to_numpy() + np.where(
        rng.random(len(both)) < boxes.disordered, rng.exponential(120.0, len(both)), 0.0
    )
    return both.iloc[np.argsort(comes, kind="stable")].reset_index(drop=True)
