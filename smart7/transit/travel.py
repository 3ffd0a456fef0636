"""The quickest way from every cell to every place: walk, wait, ride, change, walk, or walk all the way."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

from smart7.transit.network import Floats, Ints, Minutes, Network
from smart7.transit.scenario import Variant

INSTANT: Final = 1e-6
"""A sparse graph takes an edge of no minutes for no edge; this is shorter than anybody can tell."""


@dataclass(frozen=True, slots=True)
class Walks:
    """W walks between points and stops: from which point (W,), to which stop (W,), in how many minutes (W,)."""

    point: Ints
    stop: Ints
    minutes: Floats


def minutes(network: Network, variant: Variant) -> Minutes:
    """Return minutes door to door from each of C cells to each of P places, (C, P); walking is always possible."""
    to_stops = walks(network.places_xy, network, variant)
    from_cells = walks(network.cells_xy, network, variant)
    best: Minutes = cdist(network.cells_xy, network.places_xy).astype(np.float32) * np.float32(variant.pace)
    if not len(to_stops.stop) or not len(from_cells.stop):
        return best
    ends, end_of = np.unique(to_stops.stop, return_inverse=True)
    rides = between_stops(network, ends, variant)
    served = np.full((len(network.places_xy), rides.shape[1]), np.inf, dtype=np.float32)
    shorten(served, rides, Walks(to_stops.point, end_of, to_stops.minutes))
    shorten(best, np.ascontiguousarray(served.T), from_cells)
    return best


def walks(points: Floats, network: Network, variant: Variant) -> Walks:
    """Return the walks from points to stops within the walk limit, a stop's position being off by its shift."""
    placed = np.flatnonzero(np.isfinite(network.stops.xy).all(axis=1))
    reach = variant.walk_limit_m + max(0.0, float(-variant.shift_m.min(initial=0.0)))
    tree, others = cKDTree(points), cKDTree(network.stops.xy[placed])
    pairs = tree.sparse_distance_matrix(others, reach, output_type="ndarray")
    stop = placed[pairs["j"]]
    apart = np.maximum(pairs["v"] + variant.shift_m[stop], 0.0)
    near = apart <= variant.walk_limit_m
    return Walks(pairs["i"][near], stop[near], apart[near] * variant.pace)


def shorten(best: Minutes, rides: Minutes, found: Walks) -> None:
    """Lower best (A, B) to walking to a stop and on from there by rides (S, B), for every walk of a row of best.

    The walks are taken in rounds of one per row, so that a round is a single assignment.
    """
    order = np.argsort(found.point, kind="stable")
    point, stop, walk = found.point[order], found.stop[order], found.minutes[order].astype(np.float32)
    rank = np.arange(len(point)) - np.searchsorted(point, point)
    for number in range(int(rank.max(initial=-1)) + 1):
        now = np.flatnonzero(rank == number)
        through = rides[stop[now]]
        through += walk[now, None]
        best[point[now]] = np.minimum(best[point[now]], through)


def between_stops(network: Network, ends: Ints, variant: Variant) -> Minutes:
    """Return minutes from standing at each of S stops to having left a vehicle at each of E ends, (E, S)."""
    count = len(network.stops.ids)
    standing = network.hops.node_count
    graph = links(network, variant)
    found = dijkstra(graph, indices=standing + count + ends)[:, standing : standing + count]
    return np.asarray(found, dtype=np.float32)


def links(network: Network, variant: Variant) -> Any:  # noqa: ANN401
    """Return the sparse graph with every edge turned round.

    Its nodes are the N places in a vehicle, then S for standing at a stop, then S for having left a vehicle there.
    Boarding costs half the headway, leaving nothing, changing the walk between the stops and the penalty.
    """
    hops, runs = network.hops, variant.runs
    standing, left = hops.node_count, hops.node_count + len(network.stops.ids)
    start, end = hops.nodes[runs].T
    board, alight = hops.stops[runs].T
    ride, wait = variant.minutes[runs], variant.headway_min[runs] / 2
    change_from, change_to, change = changes(network, variant)
    tails = np.concatenate([start, start, standing + board, left + change_from])
    heads = np.concatenate([end, left + alight, start, standing + change_to])
    weights = np.maximum(np.concatenate([ride, ride, wait, change]), INSTANT)
    size = left + len(network.stops.ids)
    return csr_matrix((weights, (heads, tails)), shape=(size, size))


def changes(network: Network, variant: Variant) -> tuple[Ints, Ints, Floats]:
    """Return from which stop to which one may change, and the minutes it takes; at one stop there is no walk."""
    xy, shift = network.stops.xy, variant.shift_m
    placed = np.flatnonzero(np.isfinite(xy).all(axis=1))
    reach = variant.transfer_walk_m + 2 * max(0.0, float(-shift.min(initial=0.0)))
    tree = cKDTree(xy[placed])
    pairs = tree.sparse_distance_matrix(tree, reach, output_type="ndarray")
    a, b = placed[pairs["i"]], placed[pairs["j"]]
    apart = np.maximum(pairs["v"] + shift[a] + shift[b], 0.0)
    near = (apart <= variant.transfer_walk_m) & (a != b)
    here = np.arange(len(xy))
    walk = np.concatenate([np.zeros(len(xy)), apart[near] * variant.pace])
    return np.concatenate([here, a[near]]), np.concatenate([here, b[near]]), walk + variant.transfer_penalty_min
