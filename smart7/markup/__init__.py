"""What pages are written in: pure functions from figures and rows to HTML, which know no Streamlit."""
