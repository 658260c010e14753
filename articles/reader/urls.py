"""The public addresses."""

from __future__ import annotations

from django.urls import path

from articles.reader import (
    apart,
    bibliographies,
    changes,
    feeds,
    figures,
    finding_views,
    policies,
    public_record,
    reporting,
    sharing,
    sitemaps,
    versions,
    views,
)

app_name = "articles"

urlpatterns = [
    path("", views.article_list, name="list"),
    path("articles/<slug:slug>/", views.article, name="article"),
    path("articles/<slug:slug>/claims/", apart.claim_notes, name="notes"),
    path("articles/<slug:slug>/references/", bibliographies.styled, name="references"),
    path("articles/<slug:slug>/references.<str:ending>", bibliographies.file, name="references_file"),
    path("articles/<slug:slug>/cite.<str:ending>", bibliographies.cite_file, name="cite_file"),
    path("articles/<slug:slug>/card-<int:number>.png", sharing.card, name="card"),
    path("articles/<slug:slug>/versions/", versions.versions, name="versions"),
    path("articles/<slug:slug>/versions/<int:number>/", versions.version, name="version"),
    path("articles/<slug:slug>/changes/", changes.changes, name="changes"),
    path("articles/<slug:slug>/report/", reporting.report_error, name="report"),
    path("corrections/", public_record.corrections, name="corrections"),
    path("search/", finding_views.find_articles, name="search"),
    path("claims/", finding_views.find_claims, name="claims"),
    path("works/<int:pk>/", finding_views.work, name="work"),
    path("topics/", finding_views.topics, name="topics"),
    path("topics/<slug:slug>/", finding_views.topic, name="topic"),
    path("people/", finding_views.people, name="people"),
    path("people/<slug:slug>/", finding_views.contributor, name="contributor"),
    path("archive/", finding_views.archive, name="archive"),
    path("archive/<int:year>/", finding_views.period, name="year"),
    path("archive/<int:year>/<int:month>/", finding_views.period, name="month"),
    path("how-we-grade-evidence/", views.grading, name="grading"),
    path("how-we-work/", policies.how_we_work, name="how"),
    path("how-we-work/figures/", figures.figures, name="figures"),
    path("how-we-work/<slug:page>/", policies.policy, name="policy"),
    path("how-we-work/<slug:page>/versions/<int:number>/", policies.policy_version, name="policy_version"),
    path("feed/", feeds.rss, name="feed"),
    path("feed/atom/", feeds.atom, name="feed_atom"),
    path("feed/json/", feeds.json_feed, name="feed_json"),
    path(".well-known/security.txt", views.security, name="security"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-articles-<int:part>.xml", sitemaps.articles, name="sitemap_articles"),
    path("oembed/", sharing.oembed, name="oembed"),
    path("favicon.ico", views.favicon),
    path("robots.txt", views.robots, name="robots"),
]
