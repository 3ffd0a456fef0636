"""The page every visit starts from: the one Streamlit ships, with our words, settings, styles and content in it."""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from smart7 import catalog, compress
from smart7.i18n import Lang
from smart7.markup import frame
from smart7.view import FOREIGN
from smart7.words import common, errors

FOLDER: Final = Path(__file__).parent
INDEX: Final = compress.package_folder("streamlit") / "static" / "index.html"
FONT: Final = "Sarabun, sans-serif"
# Settings Streamlit's page reads before it starts. With the address, a deep link does not first ask below its
# own path (an error and a wait); with the host settings, the live line opens without two questions before it;
# with the font, the first paint does not load another typeface (170 kB) that no page uses.
SETTINGS: Final = (
    "window.prerenderReady=false;window.__streamlit={BACKEND_BASE_URL:location.origin,"
    "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false},"
    f'LIGHT_THEME:{{bodyFont:"{FONT}"}},DARK_THEME:{{bodyFont:"{FONT}"}}}};'
)
# The elements every page is made of. Streamlit asks for each only when the first one arrives.
DRAWN: Final = ("Html", "Selectbox", "Checkbox")
CHART: Final = ("ArrowVegaLiteChart", "embed")
WITH_CHARTS: Final = (
    "^/(" + "|".join((*sorted(catalog.DOMAIN_IDS), "indicator", "programme", "service", "explore")) + ")"
)
# The map draws a chart only of what is chosen; the ways to look that hold claims and stops draw no map.
MAP: Final = "^/map/?([?](?!.*show=(ledger|line))|$)"
# In one scope and in this order.
SCRIPTS: Final = ("page", "places", "ways", "takeover", "start")
FACES: Final = (("Regular", 400), ("SemiBold", 600), ("Bold", 700))


def chunks(names: tuple[str, ...]) -> list[str]:
    """Return the addresses of parts of Streamlit's application."""
    folder = INDEX.parent / "static" / "js"
    return [f"/static/js/{path.name}" for name in names for path in sorted(folder.glob(f"{name}.*.js"))]


def start() -> str:
    """Return the one inline script: the settings and what ours loads, then ours."""
    script = "\n".join((FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    page = INDEX.read_text(encoding="utf-8")
    entry, *_ = re.findall(r'<script type="module"[^>]* src="\.(/[^"]+)"', page)
    parts = re.findall(r'<link rel="modulepreload"[^>]* href="\.(/[^"]+)"', page)
    drawn = [[MAP, chunks((*DRAWN, "DeckGlJsonChart"))], [WITH_CHARTS, chunks((*DRAWN, *CHART))], ["", chunks(DRAWN)]]
    own = {"ENTRY": entry, "PARTS": parts, "CHUNKS": drawn, "FOREIGN": FOREIGN, "LATER": chunks(CHART)}
    constants = "".join(f"const {name}={json.dumps(value)};" for name, value in own.items())
    return SETTINGS + constants + script


START: Final = start()


def styles() -> str:
    """Return every style of the first answer, and of the project's own markup on the live page.

    The typeface is asked for ahead, under a name of its own that the live page's faces do not touch. Streamlit's style
    sheet is not loaded: it has formulas, which no page shows, typefaces, which no page is set in, and the icons.
    """
    faces = "".join(
        f"@font-face{{font-family:s7-first;font-weight:{weight};font-display:block;src:url(/fonts/Sarabun-{name}.ttf)}}"
        for name, weight in FACES
    )
    icons = next(address for address in compress.bundle_files() if compress.ICONS.search(address))
    faces += f"@font-face{{font-family:Material Symbols Rounded;font-weight:400;font-display:block;src:url({icons})}}"
    colours = f":root{{{frame.colours(False)}}}@media(prefers-color-scheme:dark){{:root{{{frame.colours(True)}}}}}"
    return f"<style>{faces}{colours}{frame.style_sheet()}{(FOLDER / 'first.css').read_text('utf-8')}</style>"


@lru_cache(maxsize=2)
def shell(lang: Lang) -> tuple[str, str, str]:
    """Return the first page in one language, cut where the title and where the content go.

    Streamlit's scripts are loaded by ours once what there is to read has been painted.
    """
    about = html.escape(errors.SITE_DESCRIPTION.get(lang))
    ahead = "".join(
        f'<link rel="preload" href="./fonts/Sarabun-{name}.ttf" as="font" type="font/ttf" crossorigin />'
        for name, _ in FACES
    )
    page = INDEX.read_text(encoding="utf-8")
    changes = {
        r"<!--(?:(?!-->).)*-->\s*": "",
        r'<html lang="[^"]*">': f'<html lang="{lang}">',
        r'<link\s+rel="preload"[^>]*>': ahead,
        r"<title>.*?</title>": f'<title>\0</title>\n    <meta name="description" content="{about}" />',
        r'<link rel="service-desc"[^>]*>': "",
        r'href="\./favicon\.png"': f'href=".{compress.ICON}"',
        r"<script>.*?</script>": f"<script>{START}</script>",
        r'<link rel="stylesheet"[^>]*>': "",
        r'<script type="module"[^>]*></script>': "",
        r'<link rel="modulepreload"[^>]*>\s*': "",
        r"<noscript>.*?</noscript>": styles() + "\0",
    }
    for pattern, ours in changes.items():
        page = re.sub(pattern, ours.replace("\\", r"\\"), page, flags=re.DOTALL)
    before, between, after = page.split("\0")
    return before, between, after


def index_page(lang: Lang, title: str, content: str) -> str:
    """Return the first page in one language, with a page's title and content."""
    before, between, after = shell(lang)
    return before + html.escape(f"{title} · {common.APP.get(lang)}") + between + content + after
