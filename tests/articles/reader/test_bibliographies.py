"""The references of a live article in a style of the reader's choice and as files."""

from __future__ import annotations

import html
import io
import json
import re
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Article
from citations import formats
from citations.models import Citation
from citations.services import exporting
from tests.articles.factories import make_article, make_citation, make_published_article
from tests.articles.published import publish, snapshot, take_off
from tests.articles.published import work as work_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def work() -> Citation:
    author = {"family": "Doe", "given": "Ann B."}
    csl = {"author": [author], "volume": "1", "page": "1-9", "title": "A <i>trial</i><script>", "abstract": "Not ours"}
    return make_citation(csl=csl, mesh=["Humans"])


@pytest.fixture
def article(work: Citation) -> Article:
    return make_published_article(citations={"doe2019": work})


def test_a_draft_gives_no_references(client: Client) -> None:
    draft = make_article()
    assert client.get(f"/articles/{draft.slug}/references/").status_code == 404
    assert client.get(f"/articles/{draft.slug}/references.ris").status_code == 404


@pytest.mark.parametrize("end", ["references.docx", "references.nbib", "cite.docx"])
def test_a_format_that_is_not_offered_has_no_page(client: Client, article: Article, end: str) -> None:
    assert client.get(f"/articles/{article.slug}/{end}").status_code == 404


@pytest.mark.parametrize("style", ["mla", "<b>", "x" * 300])
def test_a_style_that_is_not_offered_is_named_and_the_others_are_shown(
    client: Client, article: Article, style: str
) -> None:
    answer = client.get(f"/articles/{article.slug}/references/", {"style": style})
    assert answer.status_code == 200
    assert "There is no style called" in answer.content.decode()
    assert "<b>" not in answer.content.decode()
    assert "Doe, A. B. (2019)" in answer.content.decode()


def test_the_page_leads_to_them(client: Client, article: Article) -> None:
    address = f"/articles/{article.slug}/references/"
    assert f'href="{address}"' in client.get(f"/articles/{article.slug}/").content.decode()
    assert client.get(address).status_code == 200


def test_each_work_leads_to_where_else_it_is_used(client: Client, article: Article, work: Citation) -> None:
    listed = client.get(f"/articles/{article.slug}/references/").content.decode()
    assert f'<a href="/works/{work.pk}/">Where we use it</a>' in listed
    assert f'href="/articles/{article.slug}/"' in client.get(f"/works/{work.pk}/").content.decode()


def test_the_page_does_not_lead_to_works_that_are_not_in_the_library(client: Client) -> None:
    publish(snapshot("Ginger eased nausea. [@key1]", [], citations=[work_row(1)]))
    shown = client.get("/articles/magnesium/").content.decode()
    assert 'id="further-reading"' in shown
    assert "In other styles" not in shown


@pytest.mark.parametrize(
    ("style", "start"),
    [("apa", "Doe, A. B. (2019). A <i>trial</i>"), ("ama", "Doe AB. A <i>trial</i>"),
     ("nlm", "Doe AB. A <i>trial</i>"), ("chicago", "Doe, Ann B. 2019. “A <i>trial</i>")],
)  # fmt: skip
def test_the_list_is_in_the_style_that_the_reader_chose(
    client: Client, article: Article, style: str, start: str
) -> None:
    shown = client.get(f"/articles/{article.slug}/references/?style={style}").content.decode()
    assert start in shown
    assert "&lt;script&gt;" in shown
    assert f"?style={style}" not in shown.split("<main")[1]


def test_the_site_has_a_style_of_its_own(client: Client, article: Article, settings: Any) -> None:
    settings.REFERENCE_STYLE = "nlm"
    assert '<li><span class="entry">Doe AB.' in client.get(
        f"/articles/{article.slug}/references/"
    ).content.decode().replace("\n", "")


def test_a_retracted_work_says_so_in_the_list_and_in_the_files(
    client: Client, article: Article, work: Citation
) -> None:
    Citation.objects.filter(pk=work.pk).update(status="retracted", status_checked="2026-11-01")
    shown = client.get(f"/articles/{article.slug}/references/").content.decode()
    assert shown.count("Retracted, checked 1 November 2026") == 1
    assert "RETRACTED: " in shown
    for ending in ("bib", "ris", "json"):
        told = client.get(f"/articles/{article.slug}/references.{ending}").content.decode()
        assert "Retracted (checked on 2026-11-01)" in told


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_a_file_comes_back_as_the_work_without_what_is_not_ours_to_give(
    client: Client, article: Article, work: Citation, ending: str
) -> None:
    response = client.get(f"/articles/{article.slug}/references.{ending}")
    assert response["Content-Disposition"] == f'attachment; filename="{article.slug}.{ending}"'
    (record,) = formats.read(f"a.{ending}", io.BytesIO(response.content))
    assert isinstance(record, formats.Record)
    assert (record.csl["DOI"], record.csl["issued"]) == (work.doi, {"date-parts": [[2019]]})
    assert b"Not ours" not in response.content


def test_it_takes_three_queries(
    client: Client, article: Article, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        client.get(f"/articles/{article.slug}/references/")


def test_each_work_says_when_and_where_it_was_looked_for(client: Client, article: Article, work: Citation) -> None:
    address = f"/articles/{article.slug}/references/"
    assert "Retraction: not checked." in client.get(address).content.decode()
    Citation.objects.filter(pk=work.pk).update(
        status="none-found", status_checked=date(2026, 2, 20), status_sources="Crossref, PubMed"
    )
    words = "No retraction notice found, checked 20 February 2026 in Crossref, PubMed."
    assert words in client.get(address).content.decode()
    Citation.objects.filter(pk=work.pk).update(status="retracted")
    assert "Retracted, checked 20 February 2026 in Crossref, PubMed." in client.get(address).content.decode()


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_no_file_leads_to_an_address_that_runs_something(
    client: Client, article: Article, work: Citation, ending: str
) -> None:
    Citation.objects.filter(pk=work.pk).update(csl={**work.csl, "URL": "JavaScript:alert(document.domain)"})
    assert "alert(document" not in client.get(f"/articles/{article.slug}/references.{ending}").content.decode()


def test_reference_managers_find_the_works_and_nobody_sees_how(
    client: Client, article: Article, work: Citation
) -> None:
    shown = client.get(f"/articles/{article.slug}/references/").content.decode()
    ((title, rest),) = re.findall(r'<span class="Z3988" title="([^"]*)"([^>]*)></span>', shown)
    told = parse_qs(html.unescape(title))
    assert told["rft.atitle"] == ["A trial<script>"]
    assert (told["rft.aulast"], told["rft.aufirst"]) == (["Doe"], ["Ann B."])
    assert told["rft_id"][0] == f"info:doi/{work.doi}"
    assert rest.strip() == "hidden"


def test_on_the_page_of_the_article_they_find_the_article(client: Client, article: Article) -> None:
    shown = client.get(f"/articles/{article.slug}/").content.decode()
    assert "Z3988" not in shown
    assert f'<meta name="citation_title" content="{article.title}">' in shown
    assert '<meta property="z:itemType" content="blogPost">' in shown


@pytest.mark.parametrize("end", ["references/", "references.bib", "references.json"])
def test_the_lists_of_a_withdrawn_article_are_gone_like_the_article(client: Client, article: Article, end: str) -> None:
    take_off(article)
    assert client.get(f"/articles/{article.slug}/{end}").status_code == 410


def test_csl_json_holds_nothing_that_its_schema_refuses(client: Client, work: Citation) -> None:
    work.csl |= {"year": 2012, "arXiv": "2101.00001", "facts": {}, "custom": {}}
    work.save()
    made = make_published_article(citations={"doe2019": work})
    (item,) = json.loads(client.get(f"/articles/{made.slug}/references.json").content)
    assert set(item) <= exporting.CSL_VARIABLES


def test_a_work_has_one_key_in_every_file(client: Client, article: Article) -> None:
    (item,) = json.loads(client.get(f"/articles/{article.slug}/references.json").content)
    assert f"{{{item['id']}," in client.get(f"/articles/{article.slug}/references.bib").content.decode()


def test_a_retracted_work_says_so_in_its_title(client: Client, work: Citation) -> None:
    made = make_published_article(citations={"doe2019": work})
    Citation.objects.filter(pk=work.pk).update(status="retracted", status_checked=date(2026, 11, 1))
    assert "title = {{RETRACTED}: " in client.get(f"/articles/{made.slug}/references.bib").content.decode()


def test_capitals_inside_a_title_outlive_a_style(client: Client) -> None:
    work = make_citation(title="Vitamin K and mRNA", csl={"title": "Vitamin K and mRNA"})
    made = make_published_article(citations={"doe2019": work})
    assert "Vitamin {K} and {mRNA}" in client.get(f"/articles/{made.slug}/references.bib").content.decode()
