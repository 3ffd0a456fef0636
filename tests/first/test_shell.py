"""The page every visit starts from."""

import re

from smart7 import compress
from smart7.first import shell


def test_streamlits_style_sheet_has_nothing_that_a_page_needs_but_the_icons():
    [sheet] = [path for url, path in compress.bundle_files().items() if url.startswith("/static/css/index.")]
    assert f"/{sheet.name}" in shell.INDEX.read_text("utf-8")
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", sheet.read_text("utf-8"))
    others = [(head, body) for head, body in rules if ".katex" not in head]
    faces = {re.search(r"font-family:([^;]+)", body)[1] for head, body in others if head == "@font-face"}
    plain = {face for face in faces if not face.startswith("KaTeX_")}
    assert plain == {"Material Symbols Rounded", "Source Code Pro", "Source Sans", "Source Serif"}
    assert [head for head, body in others if head != "@font-face" and "katex" not in body] == []


def test_the_face_of_the_icons_stands_in_the_first_page_as_streamlit_writes_it():
    [sheet] = [path for url, path in compress.bundle_files().items() if url.startswith("/static/css/index.")]
    shipped = next(face for face in re.findall(r"@font-face\{[^}]*\}", sheet.read_text("utf-8")) if "Symbols" in face)
    [ours] = re.findall(r"@font-face\{font-family:Material Symbols[^}]*\}", shell.styles())
    for name in ("family", "weight", "display"):
        assert len({re.search(f"{name}:([^;}}]*)", face)[1] for face in (shipped, ours)}) == 1
    [address] = re.findall(r"url\(([^)]*)\)", ours)
    assert compress.served_files()[address] == compress.OWN_ICONS
