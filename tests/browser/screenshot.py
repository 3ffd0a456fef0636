"""Take the picture of the README from a running site: `.venv/bin/python tests/browser/screenshot.py [URL]`.

The site is started by `manage.py run`; the picture shows what a visitor sees in English.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "images" / "overview.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SIZE = {"width": 1400, "height": 900}


def take(url: str, picture: Path) -> None:
    """Open the overview, wait until it is drawn whole, and write what the window shows."""
    browser_path = next(found for name in BROWSERS if (found := shutil.which(name)))
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.add_init_script("localStorage.setItem('s7-minute', 'away')")
        page.goto(f"{url}/?lang=en", wait_until="networkidle")
        page.locator(".s7-board li").nth(200).wait_for()
        page.locator(".st-key-sample-line").wait_for()
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(1000)  # the menu slides in
        page.screenshot(path=picture, animations="disabled")
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8501", PICTURE)
    print(f"{PICTURE.name}: {PICTURE.stat().st_size / 1000:.0f} kB")
