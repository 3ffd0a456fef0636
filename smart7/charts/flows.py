"""A flow: steps under one another, joined by bands as wide as what flows from one to the next."""

from typing import Any, Final

import altair as alt
import pandas as pd

from smart7.charts.look import Drawn, Fields, Layer, Look, hollow, layered, tooltip

PITCH: Final = 66  # pixels from one step to the next
NAME, TOP, BOTTOM = 0.24, 0.44, 0.92
"""Where in a step its name stands, and where its bar begins and ends."""
GAP: Final = 0.04
"""How far what branches off is drawn from what goes on, as a share of the widest step."""
ROOMY: Final = 0.45
"""A bar of this share holds its figure; beside a narrower one it stands outside."""
BENDS: Final = 16


def flow(rows: pd.DataFrame, fields: Fields, look: Look) -> Drawn:
    """Return steps under one another, each as wide as its amount, with a band from the step it comes out of.

    A step in another unit of measure (waste turned into electricity) keeps the width of the step it comes from; one
    without a figure has no width. Without the columns `step` and `out_of` each row comes out of the one before.
    """
    steps = placed(rows, fields)
    whole = max(float((steps["left"] + steps["width"]).max()), 1e-9)
    x = alt.X("left:Q", axis=None, scale=alt.Scale(domain=[0, whole], nice=False))
    y = alt.Y("top:Q", axis=None, scale=alt.Scale(domain=[0, len(steps)], reverse=True, nice=False))
    colours = look.colours
    tint = alt.condition("datum.step === 'rest'", alt.value(colours.muted), alt.value(colours.accent))
    pale = alt.condition("datum.is_sample", alt.value(0.1), alt.value(0.28))
    band = look.over(bands(steps)).mark("area", orient="horizontal", strokeWidth=0)
    base = look.over(steps[steps["width"] > 0]).encode(x=x, y=y)
    layers: list[Any] = [
        band.encode(x=x, x2="right:Q", y=alt.Y("at:Q", axis=None), detail="step:N", color=tint, fillOpacity=pale),
        base.mark("bar", strokeWidth=1.5).encode(
            x2="right:Q", y2="bottom:Q", color=tint, tooltip=tooltip(rows, look), **hollow(look) | {"stroke": tint}
        ),
        look.over(steps)
        .mark("text", align="left", dx=4, baseline="middle")
        .encode(x=alt.value(0), y="name_at:Q", text=f"{fields['y']}:N"),
        *figures(steps, whole, fields, look),
    ]
    return layered(*layers, height=PITCH * len(steps))


def placed(rows: pd.DataFrame, fields: Fields) -> pd.DataFrame:
    """Return the rows with where each bar lies: left, right and width in the first unit of measure, top and bottom."""
    names = [str(name) for name in (rows["step"] if "step" in rows else range(len(rows)))]
    parents: list[Any] = list(rows["out_of"]) if "out_of" in rows else [None, *names[:-1]]
    amounts = rows[fields["x"]].astype(float).fillna(0).clip(lower=0)
    gap = GAP * float(amounts.iloc[0])
    at: dict[str, tuple[float, float, float]] = {}  # left, width, how much has come out of it so far
    lefts, sources = [], []
    for name, parent, amount, measure in zip(names, parents, amounts, rows["measure"], strict=True):
        begin, wide, gone = at.get(str(parent), (0.0, amount, 0.0))
        width = amount if measure == rows["measure"].iloc[0] else wide * (amount > 0)
        lefts.append(begin + gone + (gap if gone else 0.0))
        sources.append(begin + gone)
        at[name] = (lefts[-1], width, 0.0)
        if parent in at:
            at[str(parent)] = (begin, wide, gone + width)
    tops = pd.Series(range(len(rows)), index=rows.index, dtype=float)
    widths = [at[name][1] for name in names]
    return rows.assign(
        step=names, out_of=parents, left=lefts, source_left=sources, width=widths, name_at=tops + NAME, top=tops + TOP,
        bottom=tops + BOTTOM, right=[left + width for left, width in zip(lefts, widths, strict=True)],
    )  # fmt: skip


def bands(steps: pd.DataFrame) -> pd.DataFrame:
    """Return the outline of the band to each step from the one it comes out of, as points from above to below."""
    bottoms = dict(zip(steps["step"], steps["bottom"], strict=True))
    points: list[dict[str, Any]] = []
    for row in steps[steps["width"] > 0].to_dict("records"):
        if row["out_of"] not in bottoms:
            continue
        for n in range(BENDS + 1):
            part = n / BENDS
            bent = part * part * (3 - 2 * part)
            left = row["source_left"] + bent * (row["left"] - row["source_left"])
            at = bottoms[row["out_of"]] + part * (row["top"] - bottoms[row["out_of"]])
            points.append({"step": row["step"], "is_sample": row["is_sample"], "at": at, "left": left,
                           "right": left + row["width"]})  # fmt: skip
    return pd.DataFrame(points, columns=["step", "is_sample", "at", "left", "right"])


def figures(steps: pd.DataFrame, whole: float, fields: Fields, look: Look) -> list[Layer]:
    """Return the figure of each step: in its bar where it has room, else beside it."""
    inside = steps["width"] >= ROOMY * whole
    before = ~inside & (steps["left"] >= 0.5 * whole)
    middle = steps.assign(middle=(steps["top"] + steps["bottom"]) / 2)
    plate = look.colours.ink if steps["is_sample"].any() else look.colours.on_accent
    parts: tuple[tuple[Any, str, dict[str, Any]], ...] = (
        (inside, "left", {"align": "left", "dx": 8, "color": plate}),
        (before, "left", {"align": "right", "dx": -8}),
        (~inside & ~before, "right", {"align": "left", "dx": 8}),
    )
    return [
        look.over(middle[mine]).mark("text", baseline="middle", fontWeight=600, **mark).encode(
            x=f"{end}:Q", y="middle:Q", text=f"{fields['text']}:N"
        )
        for mine, end, mark in parts
        if mine.any()
    ]  # fmt: skip
