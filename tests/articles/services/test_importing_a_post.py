"""A recognised post becomes a draft with its people, works and products."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.models import Article, Contributor, LogEntry
from articles.services import ImportChoices, ImportRefused, NotAllowed, assess_article, import_article
from citations.models import Citation
from products.models import Product

pytestmark = pytest.mark.django_db

SEED = Path(__file__).parents[3].parent / "shared" / "acceptance" / "seed-article.txt"

POST = """---
title: Walking and sore knees
topics: [Joints, Exercise]
author: {name: Amina Roe, credentials: MD, interests: none}
reviewer: {name: Bo Lind, credentials: PT, interests: none}
evidence_to: 2026-09-01
products:
  - name: Kneewell
    seller: Common Ground Health
    sold_by_publisher: true
    disclosure: {wording: We make and sell Kneewell., placed_before: true}
references:
  - id: muller2019
    type: article-journal
    title: A trial of walking for sore knees
    author: [{family: Müller, given: A.}]
    year: 2019
    DOI: 10.5555/walk.2019.1
    facts: {design: rct, sample_size: 80}
---

Walking eased knee pain in one trial [@muller2019]. Kneewell is a knee brace.
"""


def test_it_refuses_a_stranger(stranger) -> None:
    with pytest.raises(NotAllowed, match="may not add articles"):
        import_article(text=POST, by=stranger)
    assert not Article.objects.exists()


def test_it_refuses_a_post_without_title_and_saves_nothing(author) -> None:
    with pytest.raises(ImportRefused, match="title"):
        import_article(text="Walking eased knee pain.", by=author)
    assert not Article.objects.exists()


def test_nobody_records_a_review_by_importing_one(author, editor) -> None:
    text = POST.replace("evidence_to:", "reviewed_on: 2026-08-01\nevidence_to:")
    for person in (author, editor):
        assert import_article(text=text, by=person).reviewed_on is None
    assert LogEntry.objects.latest("pk").data["stated_review"] == "2026-08-01"


def test_it_makes_a_draft_with_people_topics_works_and_products(author) -> None:
    article = import_article(text=POST, filename="knees.md", by=author)
    assert (article.title, article.slug, article.status) == (
        "Walking and sore knees",
        "walking-and-sore-knees",
        "draft",
    )
    assert article.body.startswith("Walking eased knee pain in one trial [@muller2019].")
    assert {topic.name for topic in article.topics.all()} == {"Joints", "Exercise"}
    assert {(credit.contributor.name, credit.role) for credit in article.credits.all()} == {
        ("Amina Roe", "author"),
        ("Bo Lind", "reviewer"),
    }
    [cited] = article.article_citations.select_related("citation")
    assert (cited.key, cited.order, cited.citation.design, cited.citation.sample_size) == (
        "muller2019",
        1,
        "rct",
        80,
    )
    [disclosure] = article.disclosures.select_related("product")
    assert disclosure.product.sold_by_publisher
    assert disclosure.is_answered


def test_the_same_post_twice_makes_two_drafts_and_each_work_person_and_product_once(author) -> None:
    first, second = (import_article(text=POST, by=author) for _ in range(2))
    assert first.slug != second.slug
    assert Citation.objects.count() == Product.objects.count() == 1
    assert Contributor.objects.count() == 2


def test_the_choices_of_the_screen_win(author) -> None:
    choices = ImportChoices(
        title="Knees", slug="knees", author_name="Cleo Park", references=[], products=[], standfirst="Short."
    )
    article = import_article(text=POST, by=author, choices=choices)
    assert (article.title, article.slug, article.standfirst) == ("Knees", "knees", "Short.")
    assert not article.article_citations.exists()
    assert not article.disclosures.exists()
    assert article.credits.filter(contributor__name="Cleo Park", role="author").exists()


def test_a_work_cited_by_its_link_alone_stands_on_the_list_and_its_sentence_on_it(author) -> None:
    text = "# Knees\n\nWalking eased knee pain in [one trial](https://doi.org/10.5555/walk.2019.1).\n"
    article = import_article(text=text, filename="knees.md", by=author)
    [cited] = article.article_citations.select_related("citation")
    assert cited.citation.doi == "10.5555/walk.2019.1"
    assess_article(article_id=article.pk)
    assert not article.flags.filter(code="unresolved-mention").exists()
    assert article.claims.get(is_claim=True).citations.get() == cited


@pytest.mark.skipif(not SEED.exists(), reason="the owner's article is not beside this checkout (../shared)")
def test_the_owners_article_keeps_its_prose_and_gives_its_nine_references(author) -> None:
    article = import_article(text=SEED.read_text(), by=author, choices=ImportChoices(title="The owner's article"))
    assert article.article_citations.count() == 9
    assert "Back to blog" not in article.body
    assert article.body.count("\n\n") >= 16
    assert article.credits.get(role="author").contributor.name == "Amanda Olson"
    assert article.disclosures.count() == 1


FRONT = "---\ntitle: Sore knees\n{}\n---\n\nWalking eased knee pain in one trial.\n"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("author: [Ann Poe, Bo Coe]", ["Ann Poe", "Bo Coe"]),
        ("authors: [Ann Poe, Bo Coe]", ["Ann Poe", "Bo Coe"]),
        ("author: Ann Poe and Bo Coe", ["Ann Poe", "Bo Coe"]),
        ("author: Poe, Ann", ["Ann Poe"]),
        ("author: Poe, Ann; Coe, Bo", ["Ann Poe", "Bo Coe"]),
        ("author: [{name: Ann Poe, affiliation: Hill University}, {name: Bo Coe}]", ["Ann Poe", "Bo Coe"]),
        ("author: [Ann Poe, ann poe]", ["Ann Poe"]),
        ("author: Dr. Ann Poe and Prof. Bo Coe", ["Ann Poe", "Bo Coe"]),
        ("author: Ann Poe, MD", ["Ann Poe"]),
        ("author: true", []),
    ],
)
def test_every_author_is_credited_once_and_in_order(author, said: str, names: list[str]) -> None:
    article = import_article(text=FRONT.format(said), by=author)
    assert [credit.contributor.name for credit in article.credits.filter(role="author")] == names
    for choices in (ImportChoices(author_name=names[0] if names else ""), ImportChoices(author_name="")):
        again = import_article(text=FRONT.format(said), by=author, choices=choices)
        kept = names if choices.author_name else []
        assert [credit.contributor.name for credit in again.credits.filter(role="author")] == kept


def test_where_an_author_works_is_recorded(author) -> None:
    import_article(text=FRONT.format("author: [{name: Ann Poe, affiliation: Hill University}]"), by=author)
    assert Contributor.objects.get(name="Ann Poe").employer == "Hill University"


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("Sleep", ["Sleep"]),
        ("[2024, true, null]", ["2024"]),
        ("Sleep, Zinc", ["Sleep", "Zinc"]),
        ("true", []),
        ("", []),
    ],
)
def test_topics_are_those_that_are_named(author, said: str, topics: list[str]) -> None:
    article = import_article(text=FRONT.format(f"topics: {said}"), by=author)
    assert sorted(topic.name for topic in article.topics.all()) == topics


def test_toml_gives_title_author_and_topics(author) -> None:
    text = '+++\ntitle = "Sore knees"\nauthor = "Ann Poe"\ntopics = ["Sleep"]\n+++\n\nWalking eased knee pain.\n'
    article = import_article(text=text, by=author)
    assert (article.title, article.body) == ("Sore knees", "Walking eased knee pain.\n")
    assert [credit.contributor.name for credit in article.credits.all()] == ["Ann Poe"]
    assert [topic.name for topic in article.topics.all()] == ["Sleep"]
