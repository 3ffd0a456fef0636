"""Take the pictures of `docs/images/` from a running site: `.venv/bin/python -m tests.browser.screenshot [URL]`.

The site is started by `manage.py run`. Each subject is shown four times, so that both languages, light and dark, a
desk and a telephone are all seen without every combination of them.
"""

import io
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

IMAGES: Final = Path(__file__).resolve().parents[2] / "docs" / "images"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DECK: Final = "present?agenda=monthly-council&slide="
SUBJECTS: Final = {
    "overview": "", "environment": "environment", "economy": "economy", "map": "map",
    "slide-board": f"{DECK}2", "slide-environment": f"{DECK}6", "slide-economy": f"{DECK}7",
    "slide-growth": f"{DECK}11", "slide-roads": f"{DECK}12",
}  # fmt: skip
QUALITY: Final = 62


@dataclass(frozen=True, slots=True)
class Look:
    """How a subject is looked at."""

    lang: Literal["th", "en"]
    scheme: Literal["light", "dark"]
    width: int
    height: int

    @property
    def name(self) -> str:
        """Return what a picture of it is called after its subject."""
        return f"{self.lang}-{self.scheme}-{self.width}"


LOOKS: Final = (
    Look("th", "light", 1400, 900), Look("en", "dark", 1400, 900), Look("th", "dark", 390, 844),
    Look("en", "light", 390, 844),
)  # fmt: skip


def take(browser: Browser, url: str, look: Look) -> None:
    """Write a picture of each subject as it looks."""
    size = {"width": look.width, "height": look.height}
    page = browser.new_page(viewport=size, color_scheme=look.scheme, reduced_motion="reduce")
    page.add_init_script("localStorage.setItem('s7-minute', 'away')")
    for subject, address in SUBJECTS.items():
        page.goto(f"{url}/{address}{'&' if '?' in address else '?'}lang={look.lang}", wait_until="networkidle")
        settle(page, subject)
        shown = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
        shown.save(IMAGES / f"{subject}-{look.name}.webp", quality=QUALITY, method=6)
    page.close()


def settle(page: Page, subject: str) -> None:
    """Wait until a page is drawn whole; the menu slides in, and a map is drawn after it has come."""
    stands = ".s7-stage .s7-slide:visible" if subject.startswith("slide") else "[data-testid=stMain] .s7-foot"
    page.locator(stands).first.wait_for(timeout=120_000)
    page.locator("#s7-first").wait_for(state="detached")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(6000 if subject == "map" else 1500)


def main(url: str) -> None:
    """Take every picture and say how large they are together."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        found = next(path for name in BROWSERS if (path := shutil.which(name)))
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for look in LOOKS:
            take(browser, url, look)
        browser.close()
    made = list(IMAGES.glob("*.webp"))
    print(f"{len(made)} pictures, {sum(each.stat().st_size for each in made) / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8501")
