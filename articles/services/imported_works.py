"""Works and products of imported posts: each is on record once, and told by each draft that names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, ArticleCitation
from articles.services.import_choices import Finished
from articles.services.imported_people import Made
from articles.services.recognising import Recognised, RecognisedProduct
from citations.services import Work, add_works, corrections
from products.models import Product, ProductDisclosure
from products.services import record_product


def cite(made: Made, by: User) -> dict[int, int]:
    """Puts the works of each post on its draft's list; how many, by draft."""
    kept = [
        (article, reference)
        for article, post in made
        for reference in post.found.references
        if post.choices.references is None or reference.key in post.choices.references
    ]
    works = [Work(reference.csl, reference.source, "the imported post") for _, reference in kept]
    added = add_works(works=works, trusted=corrections.may_correct(by)) if works else []
    rows: dict[tuple[int, int], ArticleCitation] = {}
    for (article, reference), (citation, _) in zip(kept, added, strict=True):
        row = ArticleCitation(article=article, citation=citation, key=reference.key, order=reference.number)
        rows.setdefault((article.pk, citation.pk), row)
    ArticleCitation.objects.bulk_create(rows.values())
    return {article.pk: sum(key[0] == article.pk for key in rows) for article, _ in made}


def disclose(made: Made, by: User) -> None:
    """Puts the products of each post on record, with what is known of the ties to them. Raises ValidationError."""
    fill = by.has_perm("products.change_product")
    rows: dict[tuple[int, int], ProductDisclosure] = {}
    for article, post in made:
        for recognised in post.found.products:
            if post.choices.products is None or recognised.name in post.choices.products:
                disclosure = _disclosure(article, post, recognised, by, fill=fill)
                rows.setdefault((article.pk, disclosure.product_id), disclosure)
    for disclosure in rows.values():
        disclosure.clean_fields(exclude=["article", "product", "answered_by"])
        disclosure.clean()
    ProductDisclosure.objects.bulk_create(rows.values())


def _disclosure(
    article: Article, post: Finished, recognised: RecognisedProduct, by: User, *, fill: bool
) -> ProductDisclosure:
    found, choices = post.found, post.choices
    given = choices.ties.get(recognised.name, "")
    sold = choices.sold.get(recognised.name, given == "own" if given else None)
    product = _product(recognised, sold, fill=fill)
    answers = recognised.facts.get("disclosure")
    answers = answers if isinstance(answers, Mapping) else {}
    tie = str(answers.get("tie") or ("own" if answers.get("wording") and product.sold_by_publisher else ""))
    tie = given or tie
    of_authors = choices.author_ties.get(recognised.name, "").strip() or str(answers.get("author_tie") or "")
    return ProductDisclosure(
        article=article,
        product=product,
        tie=tie,
        author_tie=(of_authors or (_stated_interests(found) if tie else ""))[:300],
        wording=str(answers.get("wording") or ""),
        market=article.market,
        disclaimer=answers.get("disclaimer") is not False,
        advertisement=str(answers.get("advertisement") or ""),
        answered_by=by if tie else None,
        answered_at=timezone.now() if tie else None,
    )


def _stated_interests(found: Recognised) -> str:
    """What the author's own declaration says of the product: "None" only where the declaration says none."""
    declared = found.author.interests if found.author else ""
    return "None" if declared.lower().startswith("none") else declared


def _product(recognised: RecognisedProduct, sold: bool | None, *, fill: bool) -> Product:
    facts = recognised.facts
    stated = facts.get("sold_by_publisher")
    return record_product(
        name=recognised.name[:200],
        names=_texts(facts.get("names")),
        classes=_texts(facts.get("classes")),
        maker=str(facts.get("maker") or "")[:200],
        seller=str(facts.get("seller") or recognised.seller)[:200],
        sold_by_publisher=sold if sold is not None else stated if isinstance(stated, bool) else None,
        supplement=facts.get("supplement") is not False,
        licensed=facts.get("licensed") is True,
        trials=_texts(facts.get("trials")),
        url=str(facts.get("url") or ""),
        fill=fill,
    )[0]


def _texts(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []
