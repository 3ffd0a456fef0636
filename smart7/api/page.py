"""A page that shows the API: one file without scripts, made from the same declarations as the document."""

import hashlib
from functools import partial
from html import escape
from pathlib import Path
from typing import Final

from smart7 import theme
from smart7.api import counts, document, ids, notes
from smart7.api.asked import FORMS, FURTHEST, MOST, USUAL
from smart7.api.problems import STATUS
from smart7.api.read import SECONDS
from smart7.api.resources import RESOURCES, Filter, Resource
from smart7.i18n import LANGS, Lang, Text
from smart7.words import api as words
from smart7.words import site


def mark() -> str:
    """Return a digest of the code that writes answers, so that a new version is not taken for the old one."""
    digest = hashlib.blake2b(digest_size=4)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    digest.update(Path(words.__file__).read_bytes())
    return digest.hexdigest()


MARK: Final = mark()
EXAMPLES: Final = {
    "figures": "?domain=education&limit=10",
    "observations": "?as_known_at=2025-12-31&limit=10",
    "service": "?day_type=weekday",
    "events": "?since=2018-01-01",
}


def style() -> str:
    """Return the style sheet in the colours of the site."""
    look = theme.LIGHT
    return f"""
@font-face{{font-family:Sarabun;src:url(/fonts/Sarabun-Regular.ttf)}}
@font-face{{font-family:Sarabun;font-weight:700;src:url(/fonts/Sarabun-Bold.ttf)}}
body{{font:17px/1.55 {theme.FONT},sans-serif;color:{look.ink};background:{look.surface};max-width:58rem;
margin:2rem auto;padding:0 1rem}}
a{{color:{look.accent}}} h1{{font-size:1.7rem;line-height:1.3}} h2{{font-size:1.2rem;margin:2rem 0 .4rem}}
code{{background:{look.panel};padding:.1em .35em;border-radius:4px;overflow-wrap:anywhere}}
table{{border-collapse:collapse;width:100%;font-size:.92rem}}
th,td{{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid {look.grid}}}
td{{overflow-wrap:anywhere}} summary{{cursor:pointer}} .muted{{color:{look.muted}}} nav a{{margin-right:1rem}}
"""


def html(snapshot: str, lang: Lang) -> bytes:
    """Return the page in one language."""
    say = partial(Text.get, lang=lang)
    limits = words.LIMITS.format(lang, most=MOST, usual=USUAL, offset=f"{FURTHEST:,}", seconds=f"{SECONDS:.0f}")
    other = next(name for name in LANGS if name != lang)
    links = [
        (f"/?lang={lang}", say(words.BACK)),
        ("/api/v1/openapi.json", say(words.DOCUMENT)),
        (f"/api/v1/{counts.PATH}", say(words.COUNTS)),
        (f"/api/v1/{notes.PATH}", say(words.NOTES)),
        (f"/api/v1/?lang={other}", site.SWITCH_LANGUAGE.get(lang)),
    ]
    known = document.columns(snapshot)
    body = [
        f"<h1>{escape(say(words.TITLE))}</h1>",
        "<nav>" + "".join(f'<a href="{address}">{escape(text)}</a>' for address, text in links) + "</nav>",
        *(f"<p>{escape(text)}</p>" for text in (say(words.INTRO), say(words.HOW), limits)),
        *(section(resource, known.get(resource.name, []), lang) for resource in RESOURCES.values()),
        f"<h2>{escape(say(words.PROBLEMS))}</h2>",
        table((), [(f'<code id="{kind}">{kind}</code>', str(STATUS[kind]), escape(say(text)))
                   for kind, text in words.REFUSED.items()], lang),
    ]  # fmt: skip
    title = escape(say(words.TITLE))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    head += f"<style>{style()}</style>"
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{"".join(body)}</body></html>'.encode()


def section(resource: Resource, columns: list[tuple[str, str, str]], lang: Lang) -> str:
    """Return one resource: what it is, an example, its parameters and its columns."""
    address = f"/api/v1/{resource.name}"
    forms = [form for form in FORMS if form != "geojson" or resource.shape]
    tries = [f"{address}.{form}{EXAMPLES.get(resource.name, '')}" for form in forms]
    links = " ".join(f'<a href="{escape(link)}"><code>{escape(link)}</code></a>' for link in tries)
    parameters = [(f"<code>{name}</code>", takes(filter_), escape(words.FILTERS[name].get(lang)))
                  for name, filter_ in resource.filters.items()]  # fmt: skip
    fields = [(f"<code>{name}</code>", kind.lower(), escape(meaning)) for name, kind, meaning in columns]
    parts = [f'<h2 id="{resource.name}"><code>{address}</code></h2>']
    parts += [f"<p>{escape(words.RESOURCES[resource.name].get(lang))}</p>", f"<p>{links}</p>"]
    if parameters:
        parts.append(folded(words.PARAMETERS, parameters, lang))
    parts.append(folded(words.COLUMNS, fields, lang))
    return "".join(parts)


def takes(filter_: Filter) -> str:
    """Return what a parameter takes; for ids, where they are listed."""
    if filter_.ids:
        address = f"/api/v1/{ids.IDS[filter_.ids].address}"
        return f'a,b <a href="{address}">{address}</a>'
    return (
        escape(" ".join(filter_.choices))
        or {"flag": "true false", "year": "2026"}.get(filter_.kind, "")
        or ("2025-09-30" if filter_.kind in ("day", "known") else "a,b")
    )


def folded(title: Text, rows: list[tuple[str, str, str]], lang: Lang) -> str:
    """Return a table that opens on a click."""
    header = (words.NAME, words.KIND, words.MEANING)
    return f"<details><summary>{escape(title.get(lang))} ({len(rows)})</summary>{table(header, rows, lang)}</details>"


def table(header: tuple[Text, ...], rows: list[tuple[str, str, str]], lang: Lang) -> str:
    """Return a table of cells that are markup already."""
    head = "".join(f"<th>{escape(text.get(lang))}</th>" for text in header)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>" if header else f"<table>{body}</table>"
