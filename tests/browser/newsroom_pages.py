"""Newsroom pages for axe: the same addresses as the pictures show, on rows made for the test."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles import services
from articles.models import ChecklistQuestion, Flag, LogEntry
from articles.services import conversation
from scripts.pictures.addresses import NEWSROOM, Page
from scripts.pictures.filling import make_people
from tests.articles import factories
from tests.browser.serving import ADDRESS, Serving

GRAVE = ("serious", "critical")
FADE = 200
"""Milliseconds that unfold's colours take to change [measured: 150]."""
Faults = dict[tuple[str, str], list[str]]


def make_rows() -> dict[str, Any]:
    """People and one of everything; what fills the gaps of addresses."""
    make_people()
    author = User.objects.get(username="author")
    draft = factories.make_article(by=author, body="Zinc cures colds.\n\nZinc prevents flu.")
    factories.assess_as(
        draft,
        flags={0: [factories.flag()], 1: [factories.flag("overstated", "warning")]},
        page_flags=[factories.flag("missing-reviewer", "note")],
    )
    waiting = factories.make_article(by=author)
    factories.assess_as(waiting, flags={0: [factories.flag()]})
    live = factories.make_published_article()
    factories.make_disclosure(article=draft)
    _talk(draft, author)
    return {
        "draft": draft.pk,
        "waiting": waiting.pk,
        "live": live.pk,
        "live_slug": live.slug,
        "flag": Flag.objects.filter(article=draft).worst_first().first().pk,
        "person": draft.credits.get().contributor_id,
        "work": draft.article_citations.get().citation_id,
        "revision": live.live_revision_id,
        "entry": LogEntry.objects.order_by("-pk").values_list("pk", flat=True)[0],
        "user": author.pk,
        "talk": draft.pk,
        "changed": _changed(author),
    }


def _talk(draft: Any, author: User) -> None:
    """Threads of all kinds: a question that is late to nobody, a decision, a reader's report, one that is resolved."""
    editor = User.objects.get(username="editor")
    claim = draft.claims.order_by("index").first()
    conversation.say(article=draft, by=editor, text="@author, which trial?", claim=claim, due=timezone.localdate())
    services.decide_flag(flag=draft.flags.first(), by=editor, verdict="ask-source", reason="Which study is it?")
    entry = conversation.say(article=draft, by=author, text="See https://a.example.", claim=draft.claims.last())
    conversation.resolve(thread=entry.thread, by=editor)


def _changed(author: User) -> int:
    """A page whose next version waits for approval."""
    live = factories.make_published_article(by=author)
    ChecklistQuestion.objects.create(text="Does every number stand in its source?", help="Doses and years.")
    conversation.report(article=live, text="The number is wrong.", name="A. Reader", mail="reader@example.org")
    factories.edit(live, by=author, title="Another title", body=live.body.replace("80 adults", "800 adults"))
    factories.assess_as(live, links={0: ["doe2019"]})
    services.submit_for_review(article=live, by=author, note="One number.")
    return int(live.pk)


def named(*names: str) -> list[Page]:
    return [page for page in NEWSROOM if page.name in names]


def faults(page: Any) -> list[str]:
    """What axe calls serious or critical, anywhere on the page."""
    found = Axe().run(page).response["violations"]
    return [f"{row['id']}: {node['html'][:160]}" for row in found if row["impact"] in GRAVE for node in row["nodes"]]


SETTLED = "dark => document.documentElement.classList.contains('dark') === dark || !window.Alpine"
STILL = "!document.getAnimations().some(one => one instanceof CSSTransition && one.playState === 'running')"
"""No colour changes any more; on a busy machine that takes longer than it is written to."""


def walk(
    chromium: Any, schemes: Iterable[str], pages: list[Page], rows: dict[str, Any], *, width: int = 1280
) -> Faults:
    """The faults of each page that has some, by name and scheme. A page is loaded once; then the system turns dark."""
    wrong: Faults = {}
    context = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    client = Client()
    Serving(client, policy=False).attach(context)
    sheet = context.new_page()
    for page in pages:
        client.logout()
        if page.person:
            client.force_login(User.objects.get(username=page.person))
        sheet.goto(ADDRESS + page.path.format(**rows))
        if page.press is not None:
            page.press(sheet)
        for scheme in schemes:
            sheet.emulate_media(color_scheme=scheme)
            sheet.wait_for_function(SETTLED, arg=scheme == "dark")
            sheet.wait_for_timeout(FADE)
            sheet.wait_for_function(STILL)
            if found := faults(sheet):
                wrong[page.name, scheme] = found
    context.close()
    return wrong
