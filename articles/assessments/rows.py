"""The rows that an article is read from, each asked for once however many steps of one reading look at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from datetime import date
from functools import cached_property

from articles.assessments import ties
from articles.assessments.page_texts import change_note
from articles.assessments.product_names import Names, names_on_record
from articles.models import Article, ArticleCitation, ArticleContributor, Topic
from citations.services.retraction_watch import watched_on
from products.models import Product, ProductDisclosure


class Rows:
    """What stands beside the text of one draft, as it is in the moment in which each is first asked for.

    For one reading, or one look at its basis: whoever wants to know whether something changed since takes new ones.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.bases: dict[date, dict[str, str]] = {}
        """The hashes of all this by the day they are for, once somebody wanted them (`bases.basis_of`)."""

    def with_words_of(self, page: Article) -> Rows:
        """The same people, works, topics and disclosures beside other words of the article."""
        beside = Rows(page)
        for name in ("disclosures", "cited", "credits", "topics", "ties", "change_note", "watched", "names_on_record"):
            setattr(beside, name, getattr(self, name))
        return beside

    @cached_property
    def disclosures(self) -> list[ProductDisclosure]:
        return list(self.article.disclosures.select_related("product").order_by("pk"))

    @cached_property
    def cited(self) -> list[ArticleCitation]:
        """With the works and the verdicts on them, in the order of the list."""
        return list(self.article.article_citations.select_related("citation__verification").order_by("order", "pk"))

    @cached_property
    def credits(self) -> list[ArticleContributor]:
        return list(self.article.credits.select_related("contributor").order_by("role", "order", "pk"))

    @cached_property
    def topics(self) -> list[Topic]:
        return list(self.article.topics.order_by("name", "pk"))

    @cached_property
    def ties(self) -> list[ties.Tie]:
        return ties.by_hand(self.article)

    @cached_property
    def change_note(self) -> str:
        return change_note(self.article)

    @cached_property
    def watched(self) -> date | None:
        """The day of the last whole list of notices."""
        return watched_on()

    @cached_property
    def names_on_record(self) -> Names:
        """What the products of the library are called."""
        return names_on_record()

    @cached_property
    def products(self) -> list[Product]:
        """Those that the article discloses or names."""
        return products_of([self])[self.article.pk]


def rows_of_new(articles: Sequence[Article]) -> list[Rows]:
    """The rows of drafts that were just made, each kind asked for once for all of them, whatever their number.

    Nobody has tied a sentence of such a draft to a work by hand, or submitted it.
    """
    found = [Rows(article) for article in articles]
    names, watched = names_on_record(), watched_on()
    disclosures, cited, people, topics = _beside([article.pk for article in articles])
    for rows in found:
        pk = rows.article.pk
        rows.disclosures, rows.cited, rows.credits, rows.topics = disclosures[pk], cited[pk], people[pk], topics[pk]
        rows.ties, rows.change_note, rows.watched, rows.names_on_record = [], "", watched, names
    products = products_of(found)
    for rows in found:
        rows.products = products[rows.article.pk]
    return found


def _beside(
    articles: Sequence[int],
) -> tuple[
    dict[int, list[ProductDisclosure]],
    dict[int, list[ArticleCitation]],
    dict[int, list[ArticleContributor]],
    dict[int, list[Topic]],
]:
    """Disclosures, works, people and topics, by article, each in the order of `Rows`."""
    disclosures, cited = defaultdict(list), defaultdict(list)
    people, topics = defaultdict(list), defaultdict(list)
    works = ArticleCitation.objects.filter(article__in=articles).select_related("citation__verification")
    told = ProductDisclosure.objects.filter(article__in=articles).select_related("product")
    named = ArticleContributor.objects.filter(article__in=articles).select_related("contributor")
    under = Article.topics.through.objects.filter(article__in=articles).select_related("topic")
    for work in works.order_by("order", "pk"):
        cited[work.article_id].append(work)
    for disclosure in told.order_by("pk"):
        disclosures[disclosure.article_id].append(disclosure)
    for credit in named.order_by("role", "order", "pk"):
        people[credit.article_id].append(credit)
    for row in under.order_by("topic__name", "topic__pk"):
        topics[row.article_id].append(row.topic)
    return disclosures, cited, people, topics


def products_of(found: Sequence[Rows]) -> dict[int, list[Product]]:
    """By article, the products that it discloses, and those of the library that its text names. At most one query."""
    named = {rows.article.pk: rows.names_on_record.named_in(words_of(rows.article)) for rows in found}
    known = known_products([row for rows in found for row in rows.disclosures], set().union(*named.values()))
    disclosed = {rows.article.pk: {row.product_id for row in rows.disclosures} for rows in found}
    return {pk: [known[one] for one in sorted(names | disclosed[pk]) if one in known] for pk, names in named.items()}


def known_products(disclosures: Iterable[ProductDisclosure], others: Set[int]) -> dict[int, Product]:
    """The products of these disclosures, and others by their numbers, those in one query where there are any."""
    disclosed = {row.product_id: row.product for row in disclosures}
    missing = others - disclosed.keys()
    return disclosed | (Product.objects.in_bulk(missing) if missing else {})


def words_of(article: Article) -> str:
    """All of an article's own words in which a product may be named."""
    return "\n".join([article.title, article.standfirst, article.body])
