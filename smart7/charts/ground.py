"""The map as a chart, for paper: the same layers drawn on the server, with a legend that does not need colour."""

from collections.abc import Mapping
from typing import Any, Final

import altair as alt

from smart7 import theme
from smart7.i18n import Lang

WIDTH: Final = 900
HEIGHT: Final = 900
LINES: Final = {"routes": [1, 0], "ended": [2, 3], "plan": [8, 4]}
STAR: Final = "M0-1 .25-.3H1L.4.1.6.8 0 .4-.6.8-.4.1-1-.3H-.25Z"
POINTS: Final = {
    "stops": "circle", "stations": "circle", "villages": "circle", "landmarks": STAR, "counts": "diamond",
    "markets": "square", "terminals": "triangle-down", "hospitals": "cross", "schools": "triangle-up",
}  # fmt: skip
HOLLOW: Final = ("stations", "villages")


def picture(layers: Mapping[str, Any], names: Mapping[str, str], lang: Lang) -> dict[str, Any]:
    """Return the specification of a map; `layers` holds what each draws as `api.layer` gives it, by name."""
    palette = theme.palette()
    drawn = [outline(layers[name], palette, name) for name in ("district", "municipality", "lake", "tambons", "highway")
             if name in layers]  # fmt: skip
    lines = [row | {"layer": names[name]} for name in LINES if name in layers for row in layers[name]]
    if lines:
        drawn.append(routes(lines, {names[name]: dash for name, dash in LINES.items() if name in layers}))
    points = [row | {"layer": names[name]}
              for name in POINTS if name in layers for row in layers[name]]  # fmt: skip
    if points:
        drawn.append(places(points, {names[name]: (shape, name in HOLLOW) for name, shape in POINTS.items()
                                     if name in layers}))  # fmt: skip
    chart = alt.layer(*drawn).resolve_scale(color="independent").properties(width=WIDTH, height=HEIGHT)
    spec: dict[str, Any] = chart.project(type="mercator").to_dict(validate=False)
    spec.pop("config", None)
    return spec | {"config": theme.vega_config(lang)["config"]}


def outline(collection: dict[str, Any], palette: theme.Palette, name: str) -> alt.Chart:
    """Return areas of the ground; the highway is a line."""
    fill = {"lake": palette.ground["water"], "district": palette.ground["land"]}.get(name)
    width = {"highway": 5, "municipality": 2.5, "lake": 0}.get(name, 1)
    edge = palette.ground["road"] if name == "highway" else palette.ground["edge"]
    data = alt.InlineData(values=collection["features"])
    drawn: alt.Chart = alt.Chart(data).mark_geoshape(filled=fill is not None, fill=fill, stroke=edge, strokeWidth=width)
    return drawn


def routes(rows: list[dict[str, Any]], dashes: dict[str, list[int]]) -> alt.Chart:
    """Return routes in their own colours; what kind of line it is stands in the legend by its dashes."""
    features = [
        {
            "type": "Feature", "geometry": {"type": "LineString", "coordinates": row["path"]},
            "layer": row["layer"], "colour": "#{:02x}{:02x}{:02x}".format(*row["color"][:3]),
        }
        for row in rows
    ]  # fmt: skip
    drawn: alt.Chart = alt.Chart(alt.InlineData(values=features)).mark_geoshape(filled=False, strokeWidth=3).encode(
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
