"""What a visitor is looking at, read from a link and written into links; knows neither Streamlit nor a snapshot."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from smart7 import calendar, catalog
from smart7.i18n import Lang, Text, parse_lang

NEAR: Final = "http://localhost:8501"
HIDE: Final = "hide"
SHOW: Final = "show"
LONGEST_BACK: Final = 1500
# What others add to a link to know who followed it: Facebook, Google, LINE, Microsoft, TikTok, X, newsletters.
FOREIGN: Final = (
    r"^(utm_\w+|(fb|g|d|y|tt|tw)clid|msclkid|gclsrc|gad_\w+|[gw]braid|srsltid|_g[al]|igsh(id)?|li_fat_id|mc_[ce]id"
    "|ldtag_cl|openExternalBrowser)$"
)


@dataclass(frozen=True, slots=True)
class View:
    """What a visitor is looking at: language, light or dark, up to which fiscal year, with samples or not.

    `known` is the day in the past on which the site is shown as it stood, None for today.

    Markup takes its colours from the style sheet, so two views that differ in light and dark alone are the same.
    """

    lang: Lang
    dark: bool = field(compare=False)
    year: int
    years: range
    sample: bool
    as_of: date
    known: date | None = None

    @property
    def past(self) -> bool:
        """Return whether what is shown is the past; a page about acts is of today whatever day was chosen."""
        return self.known is not None and self.as_of == self.known

    @property
    def until(self) -> date:
        """Return the last day of the chosen fiscal year."""
        return calendar.period("fiscal_year", date(self.year - 1, 10, 1)).end

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the visitor's language."""
        return text.format(self.lang, **values) if values else text.get(self.lang)

    def counted(self, year: int) -> int:
        """Return a CE year as the visitor's language counts it."""
        return calendar.counted(year, self.lang)

    @property
    def held(self) -> dict[str, str]:
        """Return what links of this view hold: what was chosen and is not what everybody sees at first."""
        chosen = SHOW if self.sample else HIDE
        return {
            **spoken(self.lang),
            **({"year": str(self.year)} if self.year != self.years[0] else {}),
            **({"sample": chosen} if chosen != sample_default() else {}),
            **({"known": self.known.isoformat()} if self.known else {}),
        }

    def address(self, page_id: str, **parameters: str) -> str:
        """Return the address of a page with what is chosen, and what is asked for besides."""
        return address(page_id, self.held | parameters)


def parameters_of(query: str) -> dict[str, str]:
    """Return what the query of a link asks for, without what other sites added to it."""
    return {name: value for name, value in parse_qsl(query, keep_blank_values=True) if not re.match(FOREIGN, name)}


def spoken(lang: Lang) -> dict[str, str]:
    """Return what a link in a language holds of it: Thai is what one without a language is of."""
    return {"lang": lang} if lang != "th" else {}


def address(page_id: str, parameters: Mapping[str, str]) -> str:
    """Return the address of a page with the parameters that are not empty."""
    held = urlencode({name: value for name, value in parameters.items() if value})
    return f"/{'' if page_id == catalog.PAGES[0].id else page_id}" + (f"?{held}" if held else "")


def way_back(page_id: str, parameters: Mapping[str, str]) -> str:
    """Return the address of a page that a sign-in leads back to, in one order; without parameters where they are many.

    A sign-in carries it as a parameter, and an address of several kilobytes is refused on the way. To the page that
    signs in nothing leads back: ''.
    """
    if page_id == "signin":
        return ""
    found = address(page_id, dict(sorted(parameters.items())))
    return found if len(found) <= LONGEST_BACK else address(page_id, {})


def within(asked: str) -> str:
    """Return an address of a page of this site as we write it, '' for anything else: no other site, no control letters.

    It is put together anew from what was read, so that no reader of addresses takes it for another one.
    """
    if len(asked) > 2 * LONGEST_BACK or not re.fullmatch(r"/[\x21-\x5b\x5d-\x7e]*", asked) or asked.startswith("//"):
        return ""
    try:
        parts = urlsplit(asked)
        held = dict(parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100, errors="strict"))
    except ValueError:
        return ""
    page_id = parts.path.strip("/") or catalog.PAGES[0].id
    known = page_id in {page.id for page in catalog.PAGES} and parts.path == f"/{parts.path.strip('/')}"
    return address(page_id, held) if known and not parts.netloc and not parts.scheme else ""


def public(path: str) -> str:
    """Return an address of this site as it is reached from elsewhere; `SMART7_ADDRESS` says where the site is."""
    return os.environ.get("SMART7_ADDRESS", NEAR).rstrip("/") + path


def sample_default() -> str:
    """Return whether an installation shows sample figures; `SMART7_SAMPLE=hide` hides them."""
    return HIDE if os.environ.get("SMART7_SAMPLE") == HIDE else SHOW


def years(about: Mapping[str, Any]) -> range:
    """Return the fiscal years that can be chosen over a snapshot, the newest first."""
    last = calendar.fiscal_year_of(about["as_of"]) - 1
    return range(max(last, about["last_year"] or last), (about["first_year"] or last) - 1, -1)


def newest(about: Mapping[str, Any]) -> date:
    """Return the last day of the newest fiscal year over a snapshot: up to when what is known is counted."""
    return calendar.period("fiscal_year", date(years(about)[0] - 1, 10, 1)).end


def of_link(
    parameters: Mapping[str, str], about: Mapping[str, Any], *, dark: bool = False, known: date | None = None
) -> View | None:
    """Return the view a link asks for over a snapshot, or None where it asks for what does not exist."""
    choices = years(about)
    year = parameters.get("year") or str(choices[0])
    sample = parameters.get("sample") or sample_default()
    asked = parameters.get("lang") or "th"
    if year not in map(str, choices) or sample not in (SHOW, HIDE) or asked not in ("th", "en"):
        return None
    return View(parse_lang(asked), dark, int(year), choices, sample == SHOW, about["as_of"], known)
