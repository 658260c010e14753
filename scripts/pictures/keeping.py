"""Words that are not saved, and two people at one article, so that the pictures of these states show something."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

BODY = (
    "Walking helps sore knees, and most people can begin today. A short walk after dinner is enough for a start.\n\n"
    "In one trial of 80 adults those who walked slept better. Ask your doctor before you begin."
)


def keep(rows: dict[str, Any]) -> dict[str, Any]:
    """Returns further gaps of addresses: `kept` has words of the author's to bring back, and an editor who writes;
    `both` is for a conflict, `reviewed` is in review."""
    from django.contrib.auth.models import User
    from django.utils import timezone

    from articles import services
    from articles.models import Article, WorkingCopy

    author, editor = (User.objects.get(username=name) for name in ("author", "editor"))

    def article(name: str) -> Article:
        draft = Article(title=f"Walking and sore knees: {name}", slug=f"knees-{name}", body=BODY)
        services.save_draft(article=draft, by=author, expected_version=None)
        services.assess_article(article_id=draft.pk)
        return draft

    kept, both, reviewed = (article(name) for name in ("kept", "both", "reviewed"))
    form = {
        "title": [kept.title], "slug": [kept.slug], "market": ["US"], "advice_notice": ["on"],
        "body": [f"{BODY} Words that were typed in a tab that was closed."], "expected_version": ["1"],
    }  # fmt: skip
    now = timezone.now()
    WorkingCopy.objects.create(article=kept, person=author, tab="closed-tab", form=form, kept_at=now, left=True)
    later = now + timedelta(hours=1)  # the pictures take a while
    WorkingCopy.objects.create(article=kept, person=editor, tab="open-tab", form=form, kept_at=now, seen_at=later)
    services.submit_for_review(article=reviewed, by=author)
    return {"kept": kept.pk, "both": both.pk, "reviewed": reviewed.pk}


def _write(page: Any, words: str) -> None:
    page.wait_for_selector("#kept[data-ready]")
    page.evaluate(
        """(words) => {
            const area = document.querySelector('[name=body]');
            if (window.citewellText) return window.citewellText.set(words);
            area.value = words;
            area.dispatchEvent(new Event('input', {bubbles: true}));
        }""",
        words,
    )


def offline(page: Any) -> None:
    """Types without a network."""
    page.context.set_offline(True)
    _write(page, f"{BODY} Words without a network.")
    page.wait_for_selector("#kept[data-state=offline]")


def signed_out(page: Any) -> None:
    """Types, is signed out, and presses Save."""
    _write(page, f"{BODY} Words before the session ended.")
    page.wait_for_timeout(300)
    page.context.clear_cookies()
    page.click("#submit-row [name=_save]")
    page.wait_for_selector("dialog[open]")


def would_end(page: Any) -> None:
    """Saves what is in review."""
    _write(page, f"{BODY} One more sentence.")
    page.click("#submit-row [name=_save]")
    page.wait_for_selector("[data-testid=would-end]")


def conflict(page: Any) -> None:
    """Saves after an editor did, who changed one of the same sentences."""
    from django.contrib.auth.models import User

    from articles import services
    from articles.models import Article

    article = Article.objects.get(slug="knees-both")
    article.title = "Walking and sore knees: both, again" if "again" not in article.title else "Walking and sore knees"
    article.body = article.body.replace("most people can begin", "nearly everybody can begin").replace("80", "about 80")
    if article.body == Article.objects.get(pk=article.pk).body:
        article.body = article.body.replace("nearly everybody can begin", "most people can begin").replace("about ", "")
    services.save_draft(article=article, by=User.objects.get(username="editor"), expected_version=None)
    _write(page, BODY.replace("most people can begin today", "most adults can begin this week").replace("80", "eighty"))
    page.click("#submit-row [name=_save]")
    page.wait_for_selector("[data-testid=conflict]")
