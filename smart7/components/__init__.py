"""What is drawn on a page; with `site.py` and `web.py` the only code that knows Streamlit."""
