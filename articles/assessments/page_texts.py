"""The texts of a page outside its body that readers see: each may claim what the body may not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.models import Article, LogEntry
from evidence.reading.link_titles import titles_in
from products.models import ProductDisclosure

if TYPE_CHECKING:
    from articles.assessments.rows import Rows

Text = tuple[str, str, str]
"""The name of a place, what stands there, and the key of the product that it advertises, if it does."""


NAMING = (
    *("the disclosure of", "the authors' tie to", "the interests of", "the name of", "the credentials of"),
    *("the field of", "the employer of", "the seller of", "the maker of", "the biography of"),
)
"""Places that are there to name products and their sellers: naming one says nothing in its favour."""


def texts_beside(rows: Rows) -> Iterator[Text]:
    """Title and standfirst; what is said of products, people, topics and the update; titles of links and images."""
    yield "the title", rows.article.title, ""
    yield "the standfirst", rows.article.standfirst, ""
    for disclosure in rows.disclosures:
        yield from _of_disclosure(disclosure)
    for credit in rows.credits:
        person = credit.contributor
        yield f"the name of {person.name}", person.name, ""
        yield f"the credentials of {person.name}", person.credentials, ""
        yield f"the field of {person.name}", person.field, ""
        yield f"the employer of {person.name}", person.employer, ""
        yield f"the interests of {person.name}", person.interests_text, ""
        yield f"the biography of {person.name}", person.bio, ""
    for topic in rows.topics:
        yield f"the topic {topic.name}", topic.name, ""
        yield f"the description of the topic {topic.name}", topic.description, ""
    yield "the note on what changed", rows.change_note, ""
    for title in titles_in(rows.article.body):
        yield "the title of a link or an image", title, ""


def _of_disclosure(disclosure: ProductDisclosure) -> Iterator[Text]:
    product = disclosure.product
    yield f"the advertisement for {product.name}", disclosure.advertisement, str(product.pk)
    yield f"the disclosure of {product.name}", disclosure.wording, ""
    yield f"the authors' tie to {product.name}", disclosure.author_tie, ""
    yield f"the name of the product {product.name}", product.name, ""
    yield f"the seller of {product.name}", product.seller, ""
    yield f"the maker of {product.name}", product.maker, ""


def change_note(article: Article) -> str:
    """What readers would be told of this update: as it was submitted last."""
    entries = LogEntry.objects.filter(article_id=article.pk, action="submitted").order_by("-pk")
    said = entries.values_list("data", flat=True).first()
    return str((said or {}).get("change_note") or "")
