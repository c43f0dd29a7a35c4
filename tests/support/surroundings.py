"""What this machine offers to the tests, said before they start: `python -m tests.support.surroundings`.

Where a browser is missing it is fetched; where PostgreSQL is missing the tests that need it are skipped, loudly.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.postgres import system_binaries, wheel_binaries


def chromium() -> Path | None:
    """The system's Chromium, else the one that `playwright install chromium` brought, else None."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return Path(found)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        brought = Path(playwright.chromium.executable_path)
    return brought if brought.exists() else None


def _fetch_chromium() -> Path | None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return chromium()


def tell() -> bool:
    """Print what was found; False when something is missing that CI insists on."""
    postgres = system_binaries() or wheel_binaries()
    browser = chromium() or _fetch_chromium()
    print(f"PostgreSQL: {postgres or 'NOT FOUND, its tests are skipped (install postgresql 15 or newer)'}")
    office = shutil.which("soffice")
    print(f"Chromium:   {browser or 'NOT FOUND, the browser tests are skipped (install chromium)'}")
    print(f"LibreOffice: {office or 'NOT FOUND, workbooks are not opened in it (install libreoffice-calc)'}")
    return bool(postgres and browser and office)


if __name__ == "__main__":
    sys.exit(0 if tell() or not os.environ.get("CI") else 1)
