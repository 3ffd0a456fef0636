"""A domain page written the plain way of the tutorials: eight metrics with lines, four charts, one table."""

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

NAMES = ["Waste", "PM2.5", "Trees", "Energy", "Water", "Air", "Noise", "Recycling"]


@st.cache_data
def load() -> pd.DataFrame:
    """Return ten years of monthly figures."""
    rng = np.random.default_rng(7)
    months = pd.date_range("2016-10-01", periods=120, freq="MS")
    frames = [pd.DataFrame({"month": months, "name": name, "value": rng.normal(100, 15, 120)}) for name in NAMES]
    return pd.concat(frames, ignore_index=True)


st.set_page_config(page_title="Environment", layout="wide")
st.title("Smart Environment")
year = st.selectbox("Year", range(2026, 2016, -1))
figures = load()
figures = figures[figures["month"] < f"{year}-10-01"]
for row in (NAMES[:4], NAMES[4:]):
    for name, place in zip(row, st.columns(4), strict=True):
        values = figures.loc[figures["name"] == name, "value"]
        change = values.iloc[-1] - values.iloc[-2]
        place.metric(name, f"{values.iloc[-1]:.1f}", f"{change:.1f}", border=True, chart_data=values.tail(24))
for row in (NAMES[:2], NAMES[2:4]):
    for name, place in zip(row, st.columns(2), strict=True):
        own = figures[figures["name"] == name]
        line = alt.Chart(own, title=name).mark_line(point=True).encode(x="month:T", y="value:Q")
        place.altair_chart(line + alt.Chart(own).mark_rule().encode(y="mean(value):Q"))
st.dataframe(figures.sort_values("month", ascending=False))
