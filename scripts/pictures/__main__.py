"""`python -m scripts.pictures OUT [PART…|PART/NAME…]`: fills a database, serves the site and takes the pictures."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, sync_playwright

from scripts.pictures.addresses import PARTS, Page

WIDTHS, THEMES = (1280, 390), ("light", "dark")
HEIGHT = 900
SHEET = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>
body {{ font: 15px system-ui; margin: 24px }}
section {{ display: flex; gap: 12px; margin: 8px 0 32px; overflow-x: auto }}
img {{ height: 420px; border: 1px solid #ccc; object-fit: cover; object-position: top }}</style>{rows}</html>
"""


@contextmanager
def site() -> Iterator[tuple[str, dict[str, Any]]]:
    """The address of the site on a database of its own, and what fills the gaps of addresses."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in this thread.
    import django

    django.setup()
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.db import connection
    from django.test.testcases import LiveServerThread
    from django.test.utils import setup_test_environment

    from scripts.pictures.filling import fill
    from tests import servers

    folder = Path(os.environ["CITEWELL_TEST_SERVERS"])
    lock = servers.hold(folder)
    servers.ensure(folder, "postgres")
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    server = LiveServerThread("localhost", StaticFilesHandler)
    try:
        rows = fill()
        server.daemon = True
        server.start()
        server.is_ready.wait()
        yield f"http://localhost:{server.port}", rows
    finally:
        if server.is_alive():
            server.terminate()
        connection.close()
        del lock  # the keeper of the database stops it and removes the folder


def cookie(person: str, address: str) -> list[dict[str, str]]:
    """The session of a person, as the browser keeps it."""
    from django.contrib.auth.models import User
    from django.test import Client

    if not person:
        return []
    client = Client()
    client.force_login(User.objects.get(username=person))
    return [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}]


def take(browser: Any, address: str, rows: dict[str, Any], page: Page, folder: Path) -> list[str]:
    """The four pictures of one page, loaded once for each width; their files. A page follows the theme while open."""
    files = []
    for width in WIDTHS:
        context = browser.new_context(
            base_url=address,
            color_scheme=THEMES[0],
            viewport={"width": width, "height": HEIGHT},
            reduced_motion="reduce",
        )
        context.add_cookies(cookie(page.person, address))
        sheet = context.new_page()
        answer = sheet.goto(page.path.format(**rows), wait_until="networkidle")
        if answer.status != page.status:
            raise Error(f"It answers {answer.status}, not {page.status}.")
        if page.press is not None:
            page.press(sheet)
        for theme in THEMES:
            sheet.emulate_media(color_scheme=theme)
            sheet.wait_for_timeout(400)
            file = f"{page.name}-{width}-{theme}.png"
            sheet.screenshot(path=str(folder / file), full_page=not page.window)
            files.append(file)
        context.close()
    return files


def chosen(words: list[str]) -> Iterator[tuple[str, Page]]:
    """The pages that are asked for by part or by part and name; all of them without a word."""
    for part, pages in PARTS.items():
        for page in pages:
            if not words or part in words or f"{part}/{page.name}" in words:
                yield part, page


def main(out: Path, words: list[str]) -> None:
    """Takes all pictures that can be taken. Exits with the names of the pages that could not be."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    lines, wrong = [], []
    with site() as (address, rows), sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu"]
        for part, page in chosen(words):
            folder = out / part
            folder.mkdir(parents=True, exist_ok=True)
            # A browser of its own for each page: one that has drawn a dozen tall pictures crashes.
            with closing(playwright.chromium.launch(executable_path=program, args=options)) as browser:
                try:
                    files = take(browser, address, rows, page, folder)
                except Error as problem:
                    wrong.append(f"{part}/{page.name} at {page.path.format(**rows)}: {problem}")
                    continue
            pictures = "".join(f'<img src="{part}/{file}" alt="{escape(file)}">' for file in files)
            lines.append(f"<h2>{part}: {escape(page.name)}</h2><section>{pictures}</section>")
            print(f"{part}/{page.name}", flush=True)  # noqa: T201  says how far it is
    (out / "index.html").write_text(SHEET.format(rows="\n".join(lines)), encoding="utf-8")
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
