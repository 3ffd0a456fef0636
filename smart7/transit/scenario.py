"""Which lines run how often and how fast, and how people walk, in one case of one network."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from smart7.transit.assumptions import MID, SLOW, Assumptions
from smart7.transit.network import PLAN, RECORD, Bools, Floats, Network
from smart7.transit.settings import PHASES, Settings

TRAM: Final = "tram_noi"
STRETCH: Final = 2.0
"""Vehicles are taken from the other routes until they run half as often, and no further."""


@dataclass(frozen=True, slots=True)
class World:
    """The case of what runs today and of walking, and the case of what is planned."""

    record: int
    plan: int


CASES: Final = (World(0, 0), World(MID, MID), World(SLOW, SLOW))
"""The worlds of a range of minutes: everything fast, as assumed, everything slow."""

WORLDS: Final = (*CASES, World(SLOW, 0), World(0, SLOW))
"""Those, then today's network slow beside a fast plan and fast beside a slow one: the widest difference of the two."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One network in numbers: which hops run (H,), their minutes and headway, and how people walk.

    `shift_m` (S,) is added to every straight distance to a stop; walking takes `pace` minutes a metre of it.
    """

    runs: Bools
    minutes: Floats
    headway_min: Floats
    shift_m: Floats
    pace: float
    walk_limit_m: float
    transfer_walk_m: float
    transfer_penalty_min: float


def variant(network: Network, settings: Settings, world: World, *, planned: bool) -> Variant:
    """Return the network of record in a case, with the planned lines of the settings added or without."""
    known = network.assumptions
    minutes, headway = network.hops.minutes.copy(), network.hops.headway_min.copy()
    runs = np.zeros(len(minutes), dtype=bool)
    every = reorganised(network, settings) if planned and settings.feeders else {}
    for number, route in enumerate(network.hops.routes):
        hops = network.hops.route == number
        if route[0] == RECORD:
            runs |= hops
            ride, wait = record_factors(known, world.record)
            minutes[hops] *= ride
            headway[hops] *= wait * every.get(route, 1.0)
        elif planned and route[0] == PLAN and route[1] in lines(settings):
            runs |= hops
            ride, headway[hops] = plan_service(known, settings, route[1], world.plan)
            minutes[hops] *= ride
    return Variant(
        runs=runs,
        minutes=minutes,
        headway_min=headway,
        shift_m=np.where(network.stops.planned, world.plan - MID, world.record - MID) * network.stops.accuracy_m,
        pace=pace(known, world.record),
        walk_limit_m=settings.walk_limit_m,
        transfer_walk_m=known["transfer_walk_m"].value,
        transfer_penalty_min=settings.transfer_penalty_min,
    )


def lines(settings: Settings) -> tuple[str, ...]:
    """Return the planned routes that run: one phase of the red line, never both, and Tram Noi where asked for."""
    return (PHASES[settings.phase], *([TRAM] if settings.tram_noi else []))


def pace(known: Assumptions, case: int) -> float:
    """Return minutes a metre of straight distance: detour factor over walking speed."""
    detour = known["detour_factor"].around(known["detour_factor"].value, case, more_is_fast=False)
    speed = known["walk_speed_kmh"].around(known["walk_speed_kmh"].value, case, more_is_fast=True)
    return detour * 60 / (speed * 1000)


def record_factors(known: Assumptions, case: int) -> tuple[float, float]:
    """Return by what rides and headways of recorded routes are multiplied in a case."""
    speed = known["songthaew_speed_kmh"].factor(case, more_is_fast=True)
    return 1 / speed, known["songthaew_headway_min"].factor(case, more_is_fast=False)


def plan_service(known: Assumptions, settings: Settings, route: str, case: int) -> tuple[float, float]:
    """Return by what rides of a planned route are multiplied, and its headway in minutes, in a case.

    The feed's times were spaced with the assumed speed, so another speed scales them.
    """
    name = "tram_noi" if route == TRAM else "lrt"
    speed, headway = known[f"{name}_speed_kmh"], known[f"{name}_headway_min"]
    fast = speed.value if name == "tram_noi" else settings.lrt_speed_kmh
    every = headway.value if name == "tram_noi" else settings.lrt_headway_min
    ride = speed.value / speed.around(fast, case, more_is_fast=True)
    return ride, headway.around(every, case, more_is_fast=False)


def reorganised(network: Network, settings: Settings) -> dict[tuple[str, str], float]:
    """Return by recorded route the factor on its headway when routes feed the stations and no vehicle is bought.

    Routes that touch a station run at the feeder headway. The vehicles this needs are taken from the others, which
    then run less often, down to half; if that is not enough, the feeders run only as often as the vehicles allow.
    How many vehicles there are is as uncertain as the headway, so the factors hold in every case.
    """
    vehicles, touched = fleet(network), touching(network, settings)
    feeder = network.assumptions["feeder_headway_min"].value
    often = {route: headway_of(network, route) / feeder for route in vehicles if route in touched}
    at_work = sum(vehicles[route] for route in often)
    wanted = sum(vehicles[route] * times for route, times in often.items())
    spare = sum(vehicles.values()) - at_work
    given = min(max(wanted - at_work, 0.0), spare * (1 - 1 / STRETCH))
    scarce = max(1.0, wanted / (at_work + given)) if often else 1.0
    slower = spare / (spare - given) if given else 1.0
    return {route: scarce / often[route] if route in often else slower for route in vehicles}


def fleet(network: Network) -> dict[tuple[str, str], float]:
    """Return how many vehicles each recorded route keeps on the road: minutes of riding over minutes of headway."""
    hops = network.hops
    share = np.divide(hops.minutes, hops.headway_min, out=np.zeros(len(hops.minutes)), where=hops.headway_min > 0)
    counts = np.bincount(hops.route, weights=share, minlength=len(hops.routes))
    return {route: float(counts[n]) for n, route in enumerate(hops.routes) if route[0] == RECORD}


def headway_of(network: Network, route: tuple[str, str]) -> float:
    """Return the headway of a route in minutes, in the mean over its hops."""
    hops = network.hops.route == network.hops.routes.index(route)
    return float(network.hops.headway_min[hops].mean())


def touching(network: Network, settings: Settings) -> set[tuple[str, str]]:
    """Return the recorded routes with a stop within the transfer walk of a station of the chosen phase."""
    hops, xy = network.hops, network.stops.xy
    red = {n for n, route in enumerate(hops.routes) if route == (PLAN, PHASES[settings.phase])}
    stations = xy[np.unique(hops.stops[np.isin(hops.route, list(red))])]
    limit = network.assumptions["transfer_walk_m"].value
    apart = np.hypot(*(xy[:, None, :] - stations[None, :, :]).transpose(2, 0, 1))
    near = (apart <= limit).any(axis=1)
    found = np.unique(hops.route[near[hops.stops].any(axis=1)])
    return {hops.routes[n] for n in found if hops.routes[n][0] == RECORD}
