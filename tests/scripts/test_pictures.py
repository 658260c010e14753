"""Every kind of public page has its picture, and is looked at by axe with it (tests/prove/prove_reading.py)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from articles.reader.urls import urlpatterns
from scripts.pictures.addresses import PUBLIC

FOR_MACHINES = {
    *("references_file", "cite_file", "card", "feed", "feed_atom", "feed_json", "security", "sitemap", "sitemap_pages"),
    *("sitemap_articles", "oembed", "robots"),
}


def test_every_kind_of_public_page_has_a_picture() -> None:
    pictured = set()
    for page in PUBLIC:
        path = urlsplit(re.sub(r"/works/{\w+}", "/works/1", page.path).replace("{", "").replace("}", "")).path
        try:
            pictured.add(resolve(path).url_name)
        except Resolver404:
            assert page.status == 404, page.name
    assert {one.name for one in urlpatterns if one.name} - FOR_MACHINES == pictured
