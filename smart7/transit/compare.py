"""Before and after: minutes by the network of record and with the plan added, always as a range of three."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from smart7.transit import network as networks
from smart7.transit import settings as choices
from smart7.transit.assumptions import MID, Assumptions
from smart7.transit.network import Minutes, Network
from smart7.transit.scenario import CASES, WORLDS, variant
from smart7.transit.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Minutes from C cells to P places in every world tried; nobody may write into the arrays.

    `before` (3, C, P) is the network of record, everything fast, as assumed, everything slow. `worlds` (5, C, P) has
    the plan added, in the worlds of `WORLDS`: the same three, then today's network slow beside a fast plan and fast
    beside a slow plan. `cells` has cell_id, lat, lon, outline_id; `places` has place_id, kind, name_th, name_en, lat,
    lon, municipal_school; their rows are the axes of the arrays. `tambons` names the outlines (outline_id, name_th,
    name_en). `unplaced` places have no position and take no part. `version` names the assumptions.
    """

    snapshot_id: str
    settings: Settings
    version: str
    cells: pd.DataFrame
    places: pd.DataFrame
    tambons: pd.DataFrame
    unplaced: int
    before: Minutes
    worlds: Minutes

    @property
    def after(self) -> Minutes:
        """Return minutes with the plan added, (3, C, P): low <= middle <= high everywhere."""
        return self.worlds[: len(CASES)]

    @property
    def saved(self) -> Minutes:
        """Return before less after, (3, C, P): the least of all worlds, as assumed, the most; below zero is lost."""
        gains = [self.before[world.record] - after for world, after in zip(WORLDS, self.worlds, strict=True)]
        return np.stack([np.minimum.reduce(gains), gains[MID], np.maximum.reduce(gains)])


def run(snapshot_id: str, settings: Settings | None = None) -> Comparison:
    """Return before and after for settings (the default where none); raises `Incomplete` without network or cells.

    Numbers out of their range are moved into it. Equal settings of one snapshot are worked out once.
    """
    known = assumptions(snapshot_id)
    wanted = choices.held(settings or choices.defaults(known), known)
    return cached(snapshot_id, wanted)


def assumptions(snapshot_id: str) -> Assumptions:
    """Return the assumptions of a snapshot; raises `Incomplete`."""
    return networks.load(snapshot_id).assumptions


@lru_cache(maxsize=4)
def cached(snapshot_id: str, settings: Settings) -> Comparison:
    """Return before and after, which nobody may write into."""
    before = recorded(snapshot_id, settings.walk_limit_m, settings.transfer_penalty_min)
    return compare(networks.load(snapshot_id), settings, before, snapshot_id)


@lru_cache(maxsize=4)
def recorded(snapshot_id: str, walk_limit_m: float, transfer_penalty_min: float) -> Minutes:
    """Return minutes by the network of record (3, C, P); of all settings only these two matter to it."""
    known = networks.load(snapshot_id)
    usual = choices.defaults(known.assumptions)
    chosen = Settings(usual.lrt_headway_min, usual.lrt_speed_kmh, walk_limit_m, transfer_penalty_min)
    return without_plan(known, chosen)


def without_plan(network: Network, settings: Settings) -> Minutes:
    """Return minutes by the network of record in each case, (3, C, P)."""
    from smart7.transit.travel import minutes  # here, as it loads scipy, and few ask how long ways take

    found = np.stack([minutes(network, variant(network, settings, world, planned=False)) for world in CASES])
    found.setflags(write=False)
    return found


def compare(network: Network, settings: Settings, before: Minutes, snapshot_id: str = "") -> Comparison:
    """Return before and after of a network, given its minutes before (3, C, P)."""
    from smart7.transit.travel import minutes

    worlds = np.stack([minutes(network, variant(network, settings, world, planned=True)) for world in WORLDS])
    worlds.setflags(write=False)
    return Comparison(
        snapshot_id=snapshot_id,
        settings=settings,
        version=network.assumptions.version,
        cells=network.cells,
        places=network.places,
        tambons=network.tambons,
        unplaced=network.unplaced,
        before=before,
        worlds=worlds,
    )
