"""The public addresses."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path

from articles.reader import (
    apart,
    bibliographies,
    changes,
    feeds,
    figures,
    finding_views,
    grading_page,
    policies,
    public_record,
    reporting,
    sharing,
    sitemaps,
    versions,
    views,
)
from articles.reader.validators import tagged

app_name = "articles"


def _read(route: str, view: Any, name: str) -> URLPattern:
    """An address whose answer says by a tag what it is, so that it is not sent again to who has it."""
    return path(route, tagged(view), name=name)


urlpatterns = [
    _read("", views.article_list, name="list"),
    _read("articles/<slug:slug>/", views.article, name="article"),
    _read("articles/<slug:slug>/claims/", apart.claim_notes, name="notes"),
    _read("articles/<slug:slug>/references/", bibliographies.styled, name="references"),
    _read("articles/<slug:slug>/references.<str:ending>", bibliographies.file, name="references_file"),
    _read("articles/<slug:slug>/cite.<str:ending>", bibliographies.cite_file, name="cite_file"),
    _read("articles/<slug:slug>/card-<int:number>.png", sharing.card, name="card"),
    _read("articles/<slug:slug>/versions/", versions.versions, name="versions"),
    _read("articles/<slug:slug>/versions/<int:number>/", versions.version, name="version"),
    _read("articles/<slug:slug>/changes/", changes.changes, name="changes"),
    path("articles/<slug:slug>/report/", reporting.report_error, name="report"),
    _read("corrections/", public_record.corrections, name="corrections"),
    _read("search/", finding_views.find_articles, name="search"),
    _read("claims/", finding_views.find_claims, name="claims"),
    _read("works/<int:pk>/", finding_views.work, name="work"),
    _read("topics/", finding_views.topics, name="topics"),
    _read("topics/<slug:slug>/", finding_views.topic, name="topic"),
    _read("people/", finding_views.people, name="people"),
    _read("people/<slug:slug>/", finding_views.contributor, name="contributor"),
    _read("archive/", finding_views.archive, name="archive"),
    _read("archive/<int:year>/", finding_views.period, name="year"),
    _read("archive/<int:year>/<int:month>/", finding_views.period, name="month"),
    _read("how-we-grade-evidence/", grading_page.grading, name="grading"),
    _read("how-we-work/", policies.how_we_work, name="how"),
    _read("how-we-work/figures/", figures.figures, name="figures"),
    _read("how-we-work/<slug:page>/", policies.policy, name="policy"),
    _read("how-we-work/<slug:page>/versions/<int:number>/", policies.policy_version, name="policy_version"),
    _read("feed/", feeds.rss, name="feed"),
    _read("feed/atom/", feeds.atom, name="feed_atom"),
    _read("feed/json/", feeds.json_feed, name="feed_json"),
    _read(".well-known/security.txt", views.security, name="security"),
    _read("sitemap.xml", sitemaps.index, name="sitemap"),
    _read("sitemap-pages.xml", sitemaps.pages, name="sitemap_pages"),
    _read("sitemap-articles-<int:part>.xml", sitemaps.articles, name="sitemap_articles"),
    _read("oembed/", sharing.oembed, name="oembed"),
    path("favicon.ico", views.favicon),
    _read("robots.txt", views.robots, name="robots"),
]
