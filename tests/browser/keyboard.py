"""A person without a mouse: Tab until the thing has the focus, then the key. What Tab does not reach is not there."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User

from tests.browser.signing_in import sign_in

FARTHEST = 150
"""Presses of Tab after which a thing counts as out of reach [house]: a page of the newsroom has fewer stops."""

HAS_IT = (
    "([what, words]) => { const on = document.activeElement; return on.matches(what) && on.innerText.includes(words); }"
)
READ = "(what) => document.querySelector(what).getBoundingClientRect().bottom <= innerHeight"
SEEN = """() => {
    const on = document.activeElement, box = on.getBoundingClientRect(), name = on.outerHTML.slice(0, 120);
    if (!box.width || !box.height) return `has no size: ${name}`;
    const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 8)];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `is outside the window: ${name}`;
    const top = document.elementFromPoint(x, y);
    if (!top || !(on.contains(top) || top.contains(on) || [...(on.labels || [])].some((one) => one.contains(top))))
        return `is covered by ${top && top.outerHTML.slice(0, 120)}: ${name}`;
    return "";
}"""


class Keyboard:
    """One person's browser. Nothing here can click."""

    def __init__(self, chromium: Any, address: str, user: User, *, signed_in: bool = False) -> None:
        self.context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        self.page = self.context.new_page()
        if signed_in:
            sign_in(self.page, user)
        self.page.set_default_timeout(30_000)
        self.page.goto("/admin/")
        if not signed_in:
            self._log_in(user)

    def _log_in(self, user: User) -> None:
        self.go_to("[name=login]")
        self.type(user.username)
        self.go_to("[name=password]")
        self.type("password")
        with self.page.expect_navigation():
            self.press("Enter")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def go_to(self, what: str, words: str = "") -> None:
        """Tab until what matches the selector, and says these words, has the focus and can be seen."""
        for _ in range(FARTHEST):
            if self.page.evaluate(HAS_IT, [what, words]):
                unseen = self.page.evaluate(SEEN)
                assert not unseen, f"What has the focus {unseen}"
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {what} {words} on {self.page.url}")

    def open(self, what: str, words: str = "") -> None:
        """Follows a link, or presses a button, that leads to another page."""
        self.go_to(what, words)
        with self.page.expect_navigation():
            self.press("Enter")

    def read(self, what: str) -> None:
        """Pages down until the end of a part of the page has been in sight."""
        self.press("Control+Home")
        for _ in range(FARTHEST):
            if self.page.evaluate(READ, what):
                return
            self.press("PageDown")
            self.page.wait_for_timeout(50)
        raise AssertionError(f"PageDown does not lead to the end of {what} on {self.page.url}")

    def home(self) -> None:
        """As a person types the address."""
        self.page.goto("/admin/")
