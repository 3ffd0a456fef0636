"""The first answer of the server: the page that starts Streamlit, which already holds what the visitor came for.

It shows the same markup as the live page, which takes its place once it is complete. Nothing here knows Streamlit but
the file it ships as its first page.
"""
