"""The map as a chart, for paper: the same layers drawn on the server, with a legend that does not need colour."""

from collections.abc import Mapping
from math import atan, cos, degrees, exp, log, pi, radians, sin, tan
from typing import Any, Final

import altair as alt

from smart7 import theme
from smart7.i18n import Lang

WIDTH: Final = 900
HEIGHT: Final = 900
WALKS_M: Final = (800, 400)
CORNERS: Final = 36
ROOM: Final = 1.08
SMALLEST: Final = 0.0007
"""Radians across which a map shows at the least, about four kilometres."""
METRES_A_DEGREE: Final = 111_195
LINES: Final = {"routes": [1, 0], "ended": [2, 3], "plan": [8, 4]}
CROSS: Final = "M-1-.6-.6-1 0-.4.6-1 1-.6.4 0 1 .6.6 1 0 .4-.6 1-1 .6-.4 0Z"
STAR: Final = "M0-1 .25-.3H1L.4.1.6.8 0 .4-.6.8-.4.1-1-.3H-.25Z"
POINTS: Final = {
    "stops": "circle", "stations": "circle", "villages": "circle", "landmarks": STAR, "counts": "diamond",
    "markets": "square", "terminals": "triangle-down", "hospitals": "cross", "schools": "triangle-up",
    "spots": "diamond", "accidents": CROSS,
}  # fmt: skip
HOLLOW: Final = ("stations", "villages", "spots")
AFAR: Final = ("accidents",)
"""What lies all over the province does not decide what a map of the city shows."""


def picture(
    layers: Mapping[str, Any], names: Mapping[str, str], lang: Lang, chosen: tuple[Any, ...] = ()
) -> dict[str, Any]:
    """Return the specification of a map; `layers` holds what each draws as `api.layer` gives it, by name.

    `walk` is drawn round the rows it is given; `chosen` is drawn on top as ('path', points) or ('point', lon, lat).
    """
    palette = theme.palette()
    drawn = [outline(layers[name], palette, name) for name in ("district", "municipality", "lake", "tambons", "highway")
             if name in layers]  # fmt: skip
    if layers.get("walk"):
        drawn.append(walks(layers["walk"], palette))
    lines = [row | {"layer": names[name]} for name in LINES if name in layers for row in layers[name]]
    if lines:
        drawn.append(routes(lines, {names[name]: dash for name, dash in LINES.items() if name in layers}))
    points = [row | {"layer": names[name]}
              for name in POINTS if name in layers for row in layers[name]]  # fmt: skip
    if points:
        drawn.append(places(points, {names[name]: (shape, name in HOLLOW) for name, shape in POINTS.items()
                                     if name in layers}))  # fmt: skip
    drawn += highlight(chosen, palette)
    chart = alt.layer(*drawn).resolve_scale(color="independent").properties(width=WIDTH, height=HEIGHT)
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec.pop("config", None)
    spec["projection"] = window(box(layers, chosen))
    return spec | {"config": theme.vega_config(lang)["config"]}


def box(layers: Mapping[str, Any], chosen: tuple[Any, ...]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what a map is about: its lines and points, else its ground."""
    points = [point for name in LINES for row in layers.get(name, ()) for point in row["path"]]
    points += [(row["lon"], row["lat"]) for name in (*POINTS, "walk") if name not in AFAR
               for row in layers.get(name, ())]  # fmt: skip
    points += chosen[1] if chosen[:1] == ("path",) else [chosen[1:]] if chosen else []
    if len(points) < 2:
        found = [(lon, lat) for name in ("district", "municipality") for lon, lat in corners(layers.get(name))]
        points += found or [(102.7, 16.3), (102.95, 16.55)]
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    return min(lons), min(lats), max(lons), max(lats)


def corners(collection: Mapping[str, Any] | None) -> list[tuple[float, float]]:
    """Return the positions of outlines, however deep they lie in their geometry."""
    found: list[tuple[float, float]] = []
    left = [feature["geometry"]["coordinates"] for feature in (collection or {}).get("features", ())]
    while left:
        part = left.pop()
        if isinstance(part[0], int | float):
            found.append((part[0], part[1]))
        else:
            left += part
    return found


def window(box: tuple[float, float, float, float]) -> dict[str, Any]:
    """Return the projection that shows a box, whatever size the map is drawn at; what lies beyond is cut off."""
    west, south, east, north = box
    low, high = (log(tan(pi / 4 + radians(lat) / 2)) for lat in (south, north))
    wide, tall = max(radians(east - west), SMALLEST) * ROOM, max(high - low, SMALLEST) * ROOM
    middle = degrees(2 * atan(exp((low + high) / 2)) - pi / 2)
    return {
        "type": "mercator",
        "center": [(west + east) / 2, middle],
        "scale": {"expr": f"min(width / {wide}, height / {tall})"},
        "translate": {"expr": "[width / 2, height / 2]"},
    }


def outline(collection: dict[str, Any], palette: theme.Palette, name: str) -> alt.Chart:
    """Return areas of the ground; the highway is a line."""
    fill = {"lake": palette.ground["water"], "district": palette.ground["land"]}.get(name)
    width = {"highway": 5, "municipality": 2.5, "lake": 0}.get(name, 1)
    edge = palette.ground["road"] if name == "highway" else palette.ground["edge"]
    data = alt.InlineData(values=collection["features"])
    drawn: alt.Chart = alt.Chart(data).mark_geoshape(
        filled=fill is not None, fill=fill, stroke=edge, strokeWidth=width, clip=True
    )
    return drawn


def walks(rows: list[dict[str, Any]], palette: theme.Palette) -> alt.Chart:
    """Return how far a walk from a station reaches, widened by how far off the station may be."""
    rings = [ring(row, row["accuracy_m"] + metres) for row in rows for metres in WALKS_M]
    features = [{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [points]}} for points in rings]
    plan = palette.ground["plan"]
    drawn: alt.Chart = alt.Chart(alt.InlineData(values=features)).mark_geoshape(
        fill=plan, fillOpacity=0.06, stroke=plan, strokeOpacity=0.5, clip=True
    )
    return drawn


def ring(row: Mapping[str, Any], metres: float) -> list[tuple[float, float]]:
    """Return a circle of so many metres round a position, clockwise, as a sphere's drawing wants it."""
    wide = metres / (METRES_A_DEGREE * cos(radians(row["lat"])))
    turns = [-2 * pi * n / CORNERS for n in range(CORNERS + 1)]
    return [
        (round(row["lon"] + wide * cos(turn), 5), round(row["lat"] + metres / METRES_A_DEGREE * sin(turn), 5))
        for turn in turns
    ]


def highlight(chosen: tuple[Any, ...], palette: theme.Palette) -> list[alt.Chart]:
    """Return what is chosen, over everything else."""
    colour = palette.ground["chosen"]
    if chosen and chosen[0] == "path":
        line = {"type": "Feature", "geometry": {"type": "LineString", "coordinates": chosen[1]}}
        return [
            alt.Chart(alt.InlineData(values=[line])).mark_geoshape(
                filled=False, stroke=colour, strokeWidth=8, strokeOpacity=0.8, clip=True
            )
        ]
    if chosen:
        at = alt.InlineData(values=[{"lon": chosen[1], "lat": chosen[2]}])
        drawn = alt.Chart(at).mark_point(size=700, filled=False, strokeWidth=5, stroke=colour, opacity=1)
        return [drawn.encode(longitude="lon:Q", latitude="lat:Q")]
    return []


def routes(rows: list[dict[str, Any]], dashes: dict[str, list[int]]) -> alt.Chart:
    """Return routes in their own colours; what kind of line it is stands in the legend by its dashes."""
    features = [
        {
            "type": "Feature", "geometry": {"type": "LineString", "coordinates": row["path"]},
            "layer": row["layer"], "colour": "#{:02x}{:02x}{:02x}".format(*row["color"][:3]),
        }
        for row in rows
    ]  # fmt: skip
    lines = alt.Chart(alt.InlineData(values=features)).mark_geoshape(filled=False, strokeWidth=3, clip=True)
    drawn: alt.Chart = lines.encode(
        stroke=alt.Stroke("colour:N", scale=None, legend=None),
        strokeDash=alt.StrokeDash(
            "layer:N", title=None, scale=alt.Scale(domain=list(dashes), range=list(dashes.values())),
            legend=alt.Legend(orient="bottom", symbolType="stroke", symbolSize=900, labelLimit=500, columns=1),
        ),
    )  # fmt: skip
    return drawn


def places(rows: list[dict[str, Any]], looks: dict[str, tuple[str, bool]]) -> alt.Chart:
    """Return stops and places, each kind by a shape of its own, hollow or not."""
    ink, surface = theme.palette().ink, theme.palette().surface
    data = alt.InlineData(values=[{key: row[key] for key in ("lon", "lat", "layer")} for row in rows])
    # Shape and fill are told by one legend, as they have the same names.
    legend = alt.Legend(orient="bottom", labelLimit=500, columns=2)
    shapes = alt.Scale(domain=list(looks), range=[shape for shape, _ in looks.values()])
    fills = alt.Scale(domain=list(looks), range=[surface if hollow else ink for _, hollow in looks.values()])
    drawn: alt.Chart = alt.Chart(data).mark_point(size=110, strokeWidth=2, stroke=ink).encode(
        longitude="lon:Q",
        latitude="lat:Q",
        fill=alt.Fill("layer:N", title=None, scale=fills, legend=legend),
        shape=alt.Shape("layer:N", title=None, scale=shapes, legend=legend),
    )  # fmt: skip
    return drawn
