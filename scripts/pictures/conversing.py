"""What people say, ask and change, so that the pictures of conversation, comparison and first page show something."""

from __future__ import annotations

from datetime import timedelta
from typing import Any


def converse(rows: dict[str, Any]) -> dict[str, Any]:
    """Questions and answers about a draft and a page, a reader's report, a change to a page that waits for approval.

    Returns further gaps of addresses: `talk` an article with threads, `changed` one with a change to approve.
    """
    from django.contrib.auth.models import User
    from django.utils import timezone

    from articles import services
    from articles.models import Article
    from articles.services import conversation

    author, editor = (User.objects.get(username=name) for name in ("author", "editor"))
    today = timezone.localdate()
    draft = Article.objects.get(pk=rows["draft"])
    claim = draft.claims.filter(current=True, is_claim=True).order_by("index").first()
    asked = conversation.say(
        article=draft,
        by=editor,
        text="@author, is this one trial or two? The numbers are not those of the abstract.",
        claim=claim,
        due=today + timedelta(days=2),
    )
    conversation.say(
        article=draft, by=author, text="Two: https://doi.org/10.5555/one and its follow-up.", thread=asked.thread
    )
    conversation.say(article=draft, by=editor, text="Then say so in the sentence, please. @author", thread=asked.thread)
    flag = draft.flags.open().filter(claim__isnull=False).worst_first().first()
    services.decide_flag(flag=flag, by=editor, verdict="ask-source", reason="Which study is this from?")
    conversation.say(article=draft, by=author, text="@reviewer, could you look at the dose?", due=today)
    changed = Article.objects.published().exclude(pk=rows["live"]).newest_first().first()
    paragraphs = changed.body.split("\n\n")
    plain = next(number for number, text in enumerate(paragraphs) if number > 1 and text[:1].isalpha())
    paragraphs[plain] = "We looked at the newest studies again. " + paragraphs[plain].replace(" may ", " can ", 1)
    changed.body = "\n\n".join([*paragraphs[:-1], "Ask your doctor before you change a treatment.", paragraphs[-1]])
    _bar(changed)
    services.save_draft(article=changed, by=author, expected_version=changed.version)
    services.assess_article(article_id=changed.pk)
    changed.refresh_from_db()
    note = "One sentence on the newest studies, one on asking a doctor."
    services.submit_for_review(article=changed, by=author, note=note, due=today + timedelta(days=4))
    live = Article.objects.get(pk=rows["live"])
    conversation.report(article=live, text="The second paragraph says 80, the study had 180.", name="A. Reader")
    return {"talk": draft.pk, "changed": changed.pk}


def _bar(article: Any) -> None:
    """The administrator declared an interest in what the article is about, and may not approve it."""
    from django.contrib.auth.models import User

    from articles.models import Contributor
    from products.models import Product, ProductDisclosure

    goods = Product.objects.create(name="Berry Drops", maker="Berrywell", seller="Berrywell")
    ProductDisclosure.objects.create(article=article, product=goods, tie="none", author_tie="None")
    said = {"interests": "declared", "interests_text": "Adviser to Berrywell until 2025."}
    admin = User.objects.get(username="admin")
    Contributor.objects.create(name="Dana Weiss", slug="dana-weiss", user=admin, **said)
