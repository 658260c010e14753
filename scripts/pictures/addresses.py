"""Which pages there are, part by part: name of the picture, address, who looks, and what is pressed before.

An address may hold the gaps of `filling.Rows`: `{draft}` is a draft with open flags, `{live}` an article that readers
see, and so on. A new page gets a line here; `tests/browser/test_newsroom_accessibility.py` walks the newsroom's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scripts.pictures import keeping

Press = Callable[[Any], None]
"""What is done on the page (of Playwright) before the picture is taken."""


@dataclass(frozen=True, slots=True)
class Page:
    """One picture. `person` is a username of `filling.PEOPLE`, or "" for a reader who is not signed in.

    `window` asks for what the window shows and no more: Chromium 156 crashes where it draws a whole page while a
    popover is anchored.
    """

    name: str
    path: str
    person: str = ""
    press: Press | None = None
    status: int = 200
    window: bool = False


def click(*selectors: str) -> Press:
    """Presses one thing after another."""

    def press(page: Any) -> None:
        for selector in selectors:
            page.locator(selector).first.click()

    return press


def own_menu(page: Any) -> None:
    """The menu of the person stands in that of the newsroom, which is shut on a narrow screen."""
    menu = page.locator(".frame-menu-narrow[aria-controls=nav-sidebar]")
    if menu.is_visible():
        menu.click()
    page.locator("[aria-controls=user-links]").click()


def opened(selector: str) -> Press:
    """Presses something in the middle of the window, so that what opens has room."""

    def press(page: Any) -> None:
        page.locator(selector).first.evaluate("(one) => one.scrollIntoView({block: 'center'})")
        page.locator(selector).first.click()

    return press


def tool(name: str, selector: str) -> Press:
    """Presses a tool of the writing desk and waits for what it opens."""

    def press(page: Any) -> None:
        page.wait_for_selector(".desk[data-typed=read]")
        page.evaluate("(name) => citewellDesk.commands[name](citewellDesk.view)", name)
        page.wait_for_selector(selector)

    return press


def fetched(page: Any) -> None:
    """The rows of an open drawer come after the page."""
    page.wait_for_selector(".drawer[open] :is(.fields, [id$='-group'])", state="attached")


def citing(page: Any) -> None:
    """Searches the library from the text."""
    page.wait_for_selector(".desk[data-typed=read]")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("[@vitamin")
    page.wait_for_selector(".cite-list li")


def pasted(post: str) -> Press:
    """Pastes a post into the import and has it read."""

    def press(page: Any) -> None:
        page.fill("[name=text]", post)
        page.click("[name=read]")
        page.wait_for_selector("[data-testid=recognised]")

    return press


POST = """---
title: Zinc and the common cold
author: Ann Poe, RD
date: 2019-05-04
permalink: /blog/2019/zinc/
tags: [colds, minerals]
description: What trials found, and for whom.
---
Zinc shortened colds by a day in one trial of 80 adults [1]. Zinc cures colds [2]. Children were not studied (Doe 2011).

![](/img/zinc.png)

We take ColdAway lozenges ourselves: ColdAway helps within hours. Buy ColdAway now at our shop.

## References

1. Poe A, Coe B. Zinc lozenges for colds in adults. J Colds. 2018;12(1):1-9. doi:10.1000/zinc.1
2. Old notes on minerals, printed 1987.
3. Roe C. Honey for coughs in children. J Coughs. 2015;3(2):10-15.
"""
ARTICLE = "/admin/articles/article/{draft}"
WORK = "/admin/citations/citation/{work}"
NEWSROOM = (
    Page("log-in", "/admin/login/"),
    Page("home-author", "/admin/", "author"),
    Page("home-editor", "/admin/", "editor"),
    Page("home-reviewer", "/admin/", "reviewer"),
    Page("articles", "/admin/articles/article/", "editor"),
    Page("articles-none", "/admin/articles/article/?q=nothing+of+the+kind", "editor"),
    Page("article-new", "/admin/articles/article/add/", "author"),
    Page("article", f"{ARTICLE}/change/", "author"),
    *(
        Page(f"article-drawer-{name}", f"{ARTICLE}/change/#drawer-{rows}", "author", fetched)
        for name, rows in {
            "address": "address",
            "dates": "dates",
            "people": "credits",
            "works": "article_citations",
            "products": "disclosures",
        }.items()
    ),
    Page("article-picture", f"{ARTICLE}/change/", "author", tool("picture", "dialog[open]")),
    Page("article-keys", f"{ARTICLE}/change/", "author", tool("keys", "dialog[open]")),
    Page("article-preview", f"{ARTICLE}/change/", "author", click(".editor-preview")),
    Page("article-seen-by-editor", f"{ARTICLE}/change/", "editor"),
    Page("article-in-review", "/admin/articles/article/{waiting}/change/", "editor"),
    Page("article-live", "/admin/articles/article/{live}/change/", "editor"),
    Page(
        "article-more",
        "/admin/articles/article/{live}/change/",
        "editor",
        click("summary:has-text('More…')", "summary:has-text('Withdraw…')"),
    ),
    Page("article-as-readers", f"{ARTICLE}/reading/", "author"),
    Page("article-citations", f"{ARTICLE}/citations/", "author"),
    Page("article-delete", "/admin/articles/article/{untouched}/delete/", "admin"),
    Page("import", "/admin/articles/article/import/", "author"),
    Page("import-refused", "/admin/articles/article/import/", "author", click("[name=read]")),
    Page("import-recognised", "/admin/articles/article/import/", "author", pasted(POST)),
    Page("import-many", "/admin/articles/postbatch/new/", "author"),
    Page("import-batch", "/admin/articles/postbatch/{posts}/", "author"),
    Page("old-addresses", "/admin/articles/oldaddress/", "editor"),
    Page("old-address-new", "/admin/articles/oldaddress/add/", "editor"),
    Page("article-address", "/admin/articles/article/{live}/address/", "editor"),
    Page("desk", "/admin/articles/flag/", "editor"),
    Page("desk-facet", "/admin/articles/flag/", "editor", click("text=Severity")),
    Page("own-menu", "/admin/", "editor", own_menu),
    Page("works-filters", "/admin/citations/citation/", "editor", click("[aria-controls=changelist-filter]")),
    Page("desk-keys", "/admin/articles/flag/", "editor", click("[data-help]")),
    Page("desk-figures", "/admin/articles/flag/figures/", "admin"),
    Page("desk-none", "/admin/articles/flag/?q=nothing+of+the+kind", "editor"),
    Page("flag", "/admin/articles/flag/{flag}/change/", "editor"),
    Page("flag-seen-by-author", "/admin/articles/flag/{flag}/change/", "author"),
    Page("people", "/admin/articles/contributor/", "editor"),
    Page("person", "/admin/articles/contributor/{person}/change/", "editor"),
    Page("person-refused", "/admin/articles/contributor/add/", "editor", click("[name=_save]")),
    Page("topics", "/admin/articles/topic/", "editor"),
    Page("topic-new", "/admin/articles/topic/add/", "editor"),
    Page("works", "/admin/citations/citation/", "editor"),
    Page("work", f"{WORK}/change/", "editor"),
    Page("work-used", f"{WORK}/used/", "editor"),
    Page("works-add", "/admin/citations/citation/add-works/", "editor"),
    Page("works-cited", "/admin/citations/citation/cited/", "editor"),
    Page("works-duplicates", "/admin/citations/duplicates/", "editor"),
    Page("batches", "/admin/citations/batch/", "editor"),
    Page("products", "/admin/products/product/", "editor"),
    Page("product-new", "/admin/products/product/add/", "editor"),
    Page("revisions", "/admin/articles/revision/", "editor"),
    Page("revision", "/admin/articles/revision/{revision}/change/", "editor"),
    Page("log", "/admin/articles/logentry/", "editor"),
    Page("log-entry", "/admin/articles/logentry/{entry}/change/", "editor"),
    Page("log-of-article", "/admin/articles/logentry/?article_id__exact={talk}", "editor"),
    Page("talk", "/admin/articles/article/{talk}/talk/", "author"),
    Page("talk-asking", "/admin/articles/article/{talk}/talk/", "editor", click(".ask summary", ".reply summary")),
    Page("talk-of-page", "/admin/articles/article/{live}/talk/", "editor"),
    Page("approve", "/admin/articles/article/{changed}/approval/", "reviewer"),
    Page("approve-barred", "/admin/articles/article/{changed}/approval/", "admin"),
    Page("compare", "/admin/articles/article/{changed}/compare/", "author"),
    Page("checklist", "/admin/articles/checklistquestion/", "editor"),
    Page("policies", "/admin/articles/policy/", "editor"),
    Page("policy", "/admin/articles/policy/{policy}/change/", "editor"),
    Page("accounts", "/admin/auth/user/", "admin"),
    Page("account", "/admin/auth/user/{user}/change/", "admin"),
    Page("groups", "/admin/auth/group/", "admin"),
    Page("sessions-of-all", "/admin/usersessions/usersession/", "admin"),
    Page("second-factors", "/admin/mfa/authenticator/", "admin"),
    Page("own-second-factor", "/admin/account/second-factor/", "editor"),
    Page("own-password", "/admin/account/password/", "editor"),
    Page("own-sessions", "/admin/account/sessions/", "editor"),
    Page("refused", "/admin/auth/user/", "author", status=403),
)
PUBLIC = (
    Page("front", "/"),
    Page("article", "/articles/{live_slug}/"),
    Page("article-weak", "/articles/{weak}/"),
    Page("article-note-open", "/articles/{weak}/", press=opened(".text .tag-weak"), window=True),
    Page("article-reference-open", "/articles/{weak}/", press=opened(".text .cite a"), window=True),
    Page("notes", "/articles/{weak}/claims/"),
    Page("article-sells", "/articles/cranberry-and-bladder-infections/"),
    Page("article-hard", "/articles/{hard}/"),
    Page("article-cited", "/articles/{weak}/", press=click(".cite-page summary")),
    Page("references", "/articles/{weak}/references/"),
    Page("references-numbered", "/articles/{weak}/references/?style=ama"),
    Page("references-style-unknown", "/articles/{weak}/references/?style=mla"),
    Page("withdrawn", "/articles/{gone}/", status=410),
    Page("topic", "/topics/bones/"),
    Page("person", "/people/cornelius-abbate/"),
    Page("topics", "/topics/"),
    Page("people", "/people/"),
    Page("archive", "/archive/"),
    Page("year", "/archive/2026/"),
    Page("month", "/archive/2026/11/"),
    Page("work", "/works/{cited}/"),
    Page("search", "/search/"),
    Page("search-found", "/search/?q=vitamin+d+broken+bones"),
    Page("search-corrected", "/search/?q=cranbery"),
    Page("search-narrowed", "/search/?q=zinc&level=weak&from=2026-13-01&topic=cooking"),
    Page("search-nothing", "/search/?q=xylophone"),
    Page("claims", "/claims/"),
    Page("claims-found", "/claims/?q=vitamin+fracture"),
    Page("corrections", "/corrections/"),
    Page("versions", "/articles/{hard}/versions/"),
    Page("version", "/articles/{weak}/versions/1/"),
    Page("changes", "/articles/{hard}/changes/?from=1&to=2"),
    Page("changes-none", "/articles/{weak}/changes/?from=1&to=1"),
    Page("report", "/articles/{weak}/report/"),
    Page("how", "/how-we-work/"),
    Page("policy", "/how-we-work/advertising-and-ownership/"),
    Page("policy-version", "/how-we-work/contact/versions/2/"),
    Page("figures", "/how-we-work/figures/"),
    Page("grading", "/how-we-grade-evidence/"),
    Page("nothing-here", "/nothing-here/", status=404),
)
KEPT = (
    Page("restored", "/admin/articles/article/{kept}/change/", "author"),
    Page("present", "/admin/articles/article/{kept}/change/?copy=saved", "author"),
    Page("citing", "/admin/articles/article/{both}/change/?copy=saved", "author", citing),
    Page("offline", "/admin/articles/article/{both}/change/?copy=saved", "author", keeping.offline),
    Page("signed-out", "/admin/articles/article/{both}/change/?copy=saved", "author", keeping.signed_out),
    Page("in-review", "/admin/articles/article/{reviewed}/change/?copy=saved", "author"),
    Page("would-end", "/admin/articles/article/{reviewed}/change/?copy=saved", "author", keeping.would_end),
    Page("conflict", "/admin/articles/article/{both}/change/?copy=saved", "author", keeping.conflict),
)
PARTS: dict[str, tuple[Page, ...]] = {"newsroom": NEWSROOM, "public": PUBLIC, "kept": KEPT}
