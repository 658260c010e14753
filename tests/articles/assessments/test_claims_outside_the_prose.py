"""What readers see outside the prose stops publication like any other claim."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from articles import services
from articles.rendering.body import preview_html, render_body
from articles.rendering.sentinels import Mark, strip_sentinels
from evidence.reading.documents import read
from tests.articles.factories import make_article

PROSE = "Many people drink tea in winter."
BESIDE = f"""{PROSE}

## Ginger cures cancer

| Herb | Use |
|---|---|
| Garlic | cures HIV |

Photo: turmeric reverses dementia.

<!-- Vitamin D prevents stroke. -->

It is warm.[^1]

![Zinc treats measles](/media/zinc.png)

```
Honey heals eczema.
```

> Mint cures asthma

[^1]: Honey cures asthma in children.
"""
CLAIMED = [
    "Ginger cures cancer",
    "Garlic | cures HIV",
    "turmeric reverses dementia.",
    "Vitamin D prevents stroke.",
    "Zinc treats measles",
    "Honey heals eczema.",
    "Mint cures asthma",
    "Honey cures asthma in children.",
]


@pytest.mark.django_db
def test_it_refuses_to_publish_claims_beside_the_prose(author, editor) -> None:
    article = make_article(by=author, title="On tea", standfirst="", body=BESIDE)
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert not article.assessment_error
    with pytest.raises(services.PublicationRefused) as refusal:
        services.publish(article=article, by=editor)
    stopped = {claim.text for claim in article.claims.filter(flags__code="missing-citation", flags__severity="blocker")}
    assert sorted(stopped) == sorted(CLAIMED)
    named = " ".join(one.text for one in refusal.value.obstacles if one.code == "missing-citation")
    assert all(words in named for words in CLAIMED)


@pytest.mark.django_db
@pytest.mark.parametrize(("field", "place"), [("title", "the title"), ("standfirst", "the standfirst")])
def test_it_refuses_to_publish_a_cure_in(field: str, place: str, author) -> None:
    given = {"title": "On tea", "standfirst": "", field: "Ginger cures cancer"}
    article = make_article(by=author, body=PROSE, **given)
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    (flag,) = article.flags.filter(code="missing-citation")
    assert (flag.severity, flag.facts["place"], flag.facts["sentence"]) == ("blocker", place, "Ginger cures cancer")
    assert "missing-citation" in {obstacle.code for obstacle in services.obstacles(article)}


@pytest.mark.django_db
@pytest.mark.parametrize("title", ["Benefits of ginger", "Does ginger cure cancer?", "How vaccines work"])
def test_a_title_that_names_its_topic_is_let_through(title: str, author) -> None:
    article = make_article(by=author, title=title, standfirst="", body=PROSE)
    services.assess_article(article_id=article.pk)
    assert not article.flags.filter(code="missing-citation")


def test_marks_in_headings_and_tables_leave_the_page_as_it_is() -> None:
    found = read(BESIDE, "markdown").sentences
    html = render_body(BESIDE, [Mark(one.index, one.start, one.end, "none", ("No source",), True) for one in found])
    assert strip_sentinels(html) == html
    assert Nesting(html).is_sound
    for whole in ("<td>cures HIV</td>", ">Ginger cures cancer</h", "&lt;!-- ", 'alt="Zinc treats measles"'):
        assert whole in html


def test_the_preview_names_what_it_cannot_mark() -> None:
    html = preview_html(f"{PROSE}\n\n## Ginger cures cancer\n")
    assert "“Ginger cures cancer”: " in html


class Nesting(HTMLParser):
    """Whether every element is closed in the order in which they were opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.is_sound = True
        self.feed(html)
        self.is_sound = self.is_sound and not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.is_sound = self.is_sound and bool(self.open) and self.open.pop() == tag
