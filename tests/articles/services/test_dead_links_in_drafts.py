"""A draft is flagged for a dead address only where readers would find no other way to the work."""

from __future__ import annotations

from typing import Any

import pytest

from articles.assessments import source_of
from articles.services.revision_parts import read_parts
from tests.articles import factories

pytestmark = pytest.mark.django_db
WEBSITE = {"url": "https://example.org/page", "link_dead": True, "doi": None, "pmid": None, "pmcid": None}
COPY = "https://web.archive.org/web/2020/x"


def is_flagged(**known: Any) -> bool:
    article = factories.make_article(citations={"doe2019": factories.make_citation(**WEBSITE | known)})
    return source_of(article.article_citations.get(), 1).link_dead


@pytest.mark.parametrize(
    "way", [{"archived_url": COPY}, {"doi": "10.5555/a"}, {"pmid": "1"}, {"pmcid": "PMC1"}, {"link_dead": False}]
)
def test_another_way_to_the_work_settles_it(way: dict[str, Any]) -> None:
    assert not is_flagged(**way)


def test_a_work_that_nobody_can_get_to_is_flagged() -> None:
    assert is_flagged()


def test_a_revision_keeps_the_state_of_the_address_and_its_copy() -> None:
    work = factories.make_citation(**WEBSITE | {"archived_url": COPY})
    [row] = read_parts(factories.make_article(citations={"doe2019": work})).citations
    assert (row["url"], row["link_dead"], row["archived_url"]) == (work.url, True, COPY)
