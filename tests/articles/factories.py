"""Rows for tests: `make_article()` and friends. Whatever a test does not name gets a plain, valid value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any
from unittest.mock import patch

from django.contrib.auth.models import Group, User

from articles import assessments, services
from articles.models import Article, ArticleCitation, ArticleContributor, Contributor, Revision, Topic
from articles.services import assessing
from articles.services.groups import AUTHORS, EDITORS, REVIEWERS
from citations.models import Citation
from citations.services import fingerprint
from evidence import values
from evidence.values import Assessed, Assessment, Claim, Document, Flag, Grade, How, Kind, Level, Link, Severity
from products.models import Product, ProductDisclosure, Tie

numbers = count(1)

BODY = (
    "Walking eased knee pain in one randomised trial of 80 adults [@doe2019].\n\n"
    "Whether it helps people under 40 was not studied."
)


def make_user(group: str = "", **kw: Any) -> User:
    """A member of staff; of `group` where one is named."""
    user = User.objects.create_user(
        **{"username": f"person{next(numbers)}", "password": "password", "is_staff": True} | kw
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_contributor(**kw: Any) -> Contributor:
    number = next(numbers)
    given = {
        "name": f"Person {number}",
        "slug": f"person-{number}",
        "credentials": "MD",
        "field": "Rheumatology",
        "interests": "none",
        "interests_on": date(2026, 11, 1),
    }
    return Contributor.objects.create(**given | kw)


def make_citation(**kw: Any) -> Citation:
    """A randomised trial of 80 people, none of it true."""
    number = next(numbers)
    given = {
        "title": f"A trial of walking for sore knees, part {number}",
        "families": ["Doe"],
        "year": 2019,
        "container": "Journal of Tests",
        "kind": "article-journal",
        "design": "rct",
        "sample_size": 180,
        "species": "human",
        "peer_reviewed": True,
        "doi": f"10.5555/test.{number}",
        "csl": {"author": [{"family": "Doe", "given": "Ann B."}], "volume": "1", "page": "1-9"},
    } | kw
    given.setdefault("fingerprint", fingerprint(given["title"], given["year"], given["families"]))
    return Citation.objects.create(**given)


def make_product(**kw: Any) -> Product:
    return Product.objects.create(
        **{"name": f"Kneewell {next(numbers)}", "seller": "Common Ground Health", "sold_by_publisher": True} | kw
    )


def make_disclosure(*, article: Article, product: Product | None = None, **kw: Any) -> ProductDisclosure:
    """An answered disclosure; pass tie="" for an open one."""
    given = {"tie": Tie.OWN, "author_tie": "None"} | kw
    return ProductDisclosure.objects.create(article=article, product=product or make_product(), **given)


def make_article(
    *,
    by: User | None = None,
    citations: Mapping[str, Citation] | None = None,
    authors: Sequence[Contributor] | None = None,
    reviewer: Contributor | None = None,
    topics: Sequence[Topic] = (),
    **kw: Any,
) -> Article:
    """A draft saved through the service, with one author and, where `citations` is None, one work, `doe2019`."""
    number = next(numbers)
    by = by or make_user(AUTHORS)
    article = Article(**{"title": f"Walking and knees {number}", "slug": f"walking-{number}", "body": BODY} | kw)
    services.save_draft(article=article, by=by, expected_version=None)
    for order, person in enumerate([make_contributor()] if authors is None else authors):
        ArticleContributor.objects.create(article=article, contributor=person, role="author", order=order)
    if reviewer:
        ArticleContributor.objects.create(article=article, contributor=reviewer, role="reviewer")
    cited = {"doe2019": make_citation()} if citations is None else citations
    for order, (key, citation) in enumerate(cited.items(), 1):
        ArticleCitation.objects.create(article=article, citation=citation, key=key, order=order)
    article.topics.set(topics)
    return article


def edit(article: Article, *, by: User | None = None, **values: Any) -> Article:
    """Saves new words over the article as it stands."""
    article.refresh_from_db()
    for name, value in values.items():
        setattr(article, name, value)
    by = by or article.created_by or make_user(AUTHORS)
    return services.save_draft(article=article, by=by, expected_version=article.version)


# --- Assessments -------------------------------------------------------------------------------------------


def flag(code: str = "missing-citation", severity: str = "blocker", **kw: Any) -> Flag:
    """A flag as the engine gives it."""
    given = {"message": "Say where this comes from.", "reader": "No source given", "standard": "JAMA attribution"}
    return Flag(code=code, severity=Severity(severity), **given | kw)


def assessed(
    text: str,
    *,
    flags: Mapping[int, Sequence[Flag]] | None = None,
    links: Mapping[int, Sequence[str]] | None = None,
    source_flags: Sequence[Flag] = (),
    page_flags: Sequence[Flag] = (),
) -> Assessment:
    """An engine's answer of our own making: each line of `text` is a sentence and a claim; flags and keys by index."""
    rows, start = [], 0
    for index, line in enumerate(line for line in text.split("\n") if line.strip()):
        start = text.index(line, start)
        sentence = values.Sentence(index, start, start + len(line), line, index)
        start += len(line)
        keys = (links or {}).get(index, ())
        rows.append(
            Assessed(
                sentence=sentence,
                claim=Claim(index, True, (Kind.EFFICACY,), values.Wording.CAUSAL),
                links=tuple(Link(index, key, How.MARKER) for key in keys),
                grade=Grade(Level.MODERATE, ("A randomised trial.",)) if keys else Grade(Level.NONE, ()),
                flags=tuple((flags or {}).get(index, ())),
            )
        )
    return Assessment(
        version="test-1",
        document=Document(text, "markdown", "", "", tuple(row.sentence for row in rows)),
        sources=(),
        sentences=tuple(rows),
        source_flags=tuple(source_flags),
        page_flags=tuple(page_flags),
    )


def assess_as(article: Article, **kw: Any) -> Article:
    """Assesses the article with an answer of our own making (see `assessed`) instead of the engine's."""
    article.refresh_from_db()
    answer = assessed(article.body, **kw)
    # The draft is held for its reading, which then need not be compared with what came of it meanwhile.
    with patch.object(assessments, "assess", lambda *_args, **_kw: answer), patch.object(assessing, "UNHELD", 0):
        services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    return article


# --- Along the workflow ------------------------------------------------------------------------------------


def make_approved_article(
    *,
    by: User | None = None,
    approver: User | None = None,
    findings: Mapping[str, Any] | None = None,
    **kw: Any,
) -> Article:
    """An article that a second person approved. `findings` are those of `assess_as`; the default is a clean bill."""
    by = by or make_user(AUTHORS)
    article = make_article(by=by, **kw)
    return approve_as_it_stands(article, by=by, approver=approver, findings=findings)


def approve_as_it_stands(
    article: Article,
    *,
    by: User | None = None,
    approver: User | None = None,
    findings: Mapping[str, Any] | None = None,
    **said: str,
) -> Article:
    """Assesses with `findings`, submits with what is `said` and approves what the draft holds now."""
    findings = {"links": {0: ["doe2019"]}} if findings is None else findings
    assess_as(article, **findings)
    services.submit_for_review(article=article, by=by or article.created_by or make_user(AUTHORS), **said)
    if said.get("change_note"):  # which readers will see, so it is read too
        assess_as(article, **findings)
    services.approve(article=article, by=approver or make_user(REVIEWERS), version=article.version)
    return article


def make_published_article(*, publisher: User | None = None, **kw: Any) -> Article:
    """An article on the site, through submission, approval and publication."""
    article = make_approved_article(**kw)
    services.publish(article=article, by=publisher or make_user(EDITORS))
    return article


def live(article: Article) -> Revision:
    """The revision that readers see."""
    article.refresh_from_db()
    revision: Revision | None = article.live_revision
    assert revision is not None
    return revision
