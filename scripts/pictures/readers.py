"""Articles for the pictures of the public site: one that stands badly, one with all that is hard to set, one withdrawn.

Each goes the way of any article: read, decided on, approved by a second person, published."""

from __future__ import annotations

from typing import Any

WEAK, HARD, GONE = "vitamins-and-hip-fractures", "zinc-in-every-form", "honey-withdrawn"
REASON = "It stands as an example of what this flag is for, and the note beside it says so."
HARD_POST = """---
title: "Zinc in every form: pneumonoultramicroscopicsilicovolcanoconiosis, tables, notes and other letters"
slug: zinc-in-every-form
standfirst: "What is long, wide or from the right has to fit on a phone as well."
topics: [Supplements]
author: {name: Ada Lind, credentials: RD, field: Nutrition, employer: Common Ground Health, interests: none}
published: 2026-11-01
references:
  - id: sato2005
    type: article-journal
    title: "锌与普通感冒：随机对照试验"
    author: [{family: Sato, given: Y}]
    year: 2005
    container-title: Chinese Journal of Trials
    DOI: 10.5555/zinc.1
    facts: {design: rct, sample_size: 96, status: none-found, status_checked: 2026-11-22}
---

Zinc is a metal. In one trial of 96 adults, zinc shortened a cold by a day [@sato2005].
It is **strong**, *bent* and `code`.

الزنك معدن موجود في كثير من الأطعمة.

## A table

| Form | People | What was found in those who took it for two weeks | Heterogeneous |
|---|--:|---|---|
| Zinc lozenges prevent colds | 96 | a shorter cold | averylongwordthatcannotbebroken |
| Zinc syrup | 12 | nothing | 1,234,567 |

## Code and notes

A remark stands below.[^1] A citation in a note does not.[^2]

    dose = weight_in_kilograms * 0.5 if the_line_is_far_too_long_for_a_phone else the_usual_dose_of_the_package_insert

[^1]: A remark with words of its own.
[^2]: [@sato2005]

### A smaller heading

> Zinc lozenges cure every cold, said the seller.

1. One thing
   - another thing
     - a third thing
"""
GONE_POST = """---
title: Honey and wounds
slug: honey-withdrawn
author: {name: Ada Lind, credentials: RD, interests: none}
published: 2026-11-02
---

Honey is sweet. We asked three friends what they like.
"""


def fill_for_readers(example: str) -> dict[str, str]:
    """Publishes the articles; `example` is the text of the one that stands badly. The slugs that addresses name."""
    from django.contrib.auth.models import User

    from articles import services
    from articles.models import Article

    editor = User.objects.get(username="editor")
    if not Article.objects.filter(slug=WEAK).exists():
        _import(example, f"{WEAK}.md")
    for text, name in ((HARD_POST, f"{HARD}.md"), (GONE_POST, f"{GONE}.md")):
        _import(text, name)
    for slug in (WEAK, HARD, GONE):
        _publish(Article.objects.get(slug=slug), editor)
    _tell(Article.objects.get(slug=WEAK), editor)
    _correct(Article.objects.get(slug=HARD), editor)
    gone = Article.objects.get(slug=GONE)
    services.withdraw(article=gone, by=editor, reason="The editors agreed.", told="Two of its sources were retracted.")
    return {"weak": WEAK, "hard": HARD, "gone": GONE}


def _tell(article: Any, editor: Any) -> None:
    """What readers were told since: a correction, and that we are to be reached otherwise."""
    from articles import services
    from articles.models import Policy
    from articles.services.policies import write_policy

    services.record_amendment(
        article=article,
        by=editor,
        kind="correction",
        wrong="We wrote that 1,200 women took part.",
        right="2,120 women took part; half of them took the vitamin.",
    )
    contact = Policy.objects.of("contact").first()
    text = contact.text.replace("the fastest way", "the quickest way, day and night")
    if text != contact.text:
        write_policy(page="contact", text=text, said="Reports are read at night too.", by=editor, seen=contact.number)


def _correct(article: Any, editor: Any) -> None:
    """Another version: one sentence reworded, one added, one gone, and a source that was retracted since."""
    from django.contrib.auth.models import User

    from articles import services
    from articles.models import Article

    author = User.objects.get(username="author")
    body = article.body.replace("by a day", "by half a day").replace("It is **strong**, *bent* and `code`.", "")
    article.body = body.replace("Zinc is a metal.", "Zinc is a metal. Most people get enough of it from food.")
    services.save_draft(article=article, by=author, expected_version=article.version)
    services.assess_article(article_id=article.pk)
    said = {"change_kind": "correction", "was_wrong": "We wrote that zinc shortened a cold by a day."}
    article = Article.objects.get(pk=article.pk)
    for flag in article.flags.open().blockers():
        services.decide_flag(flag=flag, by=editor, verdict="accept", reason=REASON)
    services.submit_for_review(article=article, by=author, change_note="It was half a day.", **said)
    services.assess_article(article_id=article.pk, insist=True)
    _publish(Article.objects.get(pk=article.pk), editor)


def _import(text: str, name: str) -> None:
    from django.contrib.auth.models import User

    from articles import services

    article = services.import_article(text=text, filename=name, by=User.objects.get(username="author"))
    services.assess_article(article_id=article.pk)


def _publish(article: Any, editor: Any) -> None:
    from django.contrib.auth.models import User

    from articles import services
    from articles.models import Article
    from articles.services import checklist

    for flag in article.flags.open().blockers():
        services.decide_flag(flag=flag, by=editor, verdict="accept", reason=REASON)
    article = Article.objects.get(pk=article.pk)
    if article.status == Article.Status.DRAFT:
        services.submit_for_review(article=article, by=User.objects.get(username="author"))
        article = Article.objects.get(pk=article.pk)
    services.approve(article=article, by=editor, version=article.version, answers=checklist.for_an_example())
    services.publish(article=Article.objects.get(pk=article.pk), by=editor)
