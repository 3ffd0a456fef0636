"""The entry of the site: `uvicorn app:app`, or `streamlit run app.py`, in this folder."""

import streamlit as st

from smart7 import api, oidc, web

oidc.require_settings()

app = st.App(
    "smart7/site.py",
    routes=[*api.ROUTES, *web.ROUTES],
    middleware=web.MIDDLEWARE,
    lifespan=web.lifespan,
    on_script_error=web.script_error,
)
