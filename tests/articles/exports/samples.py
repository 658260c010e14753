"""Exports and archives for the tests, as small as the real ones may be."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

SPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
    + " ".join(f'xmlns:{name}="{address}"' for name, address in SPACES.items())
    + "><channel><title>Blog</title><wp:author><wp:author_login>ann</wp:author_login>"
    "<wp:author_display_name><![CDATA[Ann Poe]]></wp:author_display_name></wp:author>"
)
TEXT = (
    "<!-- wp:paragraph -->Zinc shortened colds in one trial of 80 adults.\n\n"
    '[caption id="x" width="10"]<img src="/img/zinc.png" alt="Zinc" /> Lozenges[/caption]\n\n[gallery ids="1,2"]\n\n'
    "It did <strong>not</strong> help children &amp; babies."
)


def item(**said: str) -> str:
    given = {
        "title": "Zinc &amp; colds",
        "link": "https://old.example/2019/05/zinc/",
        "content:encoded": f"<![CDATA[{TEXT}]]>",
        "excerpt:encoded": "<![CDATA[What <b>trials</b> found.]]>",
        "dc:creator": "ann",
        "wp:post_id": "12",
        "wp:post_name": "zinc",
        "wp:post_type": "post",
        "wp:status": "publish",
        "wp:post_date_gmt": "2019-05-04 08:00:00",
        "wp:post_modified_gmt": "2020-01-01 08:00:00",
    } | said
    fields = "".join(f"<{name}>{value}</{name}>" for name, value in given.items())
    terms = '<category domain="category" nicename="colds"><![CDATA[Colds]]></category>'
    return f'<item>{fields}{terms}<category domain="category" nicename="u"><![CDATA[Uncategorized]]></category></item>'


def wordpress(*items: str) -> bytes:
    return f"{HEAD}{''.join(items)}</channel></rss>".encode()


def ghost(*posts: Mapping[str, Any]) -> bytes:
    data = {
        "posts": list(posts),
        "users": [{"id": "u1", "name": "Ann Poe"}, {"id": "u2", "name": "Bo Coe"}],
        "posts_authors": [
            {"post_id": "p1", "author_id": "u2", "sort_order": 1},
            {"post_id": "p1", "author_id": "u1", "sort_order": 0},
        ],
        "tags": [{"id": "t1", "name": "Colds"}, {"id": "t2", "name": "#internal"}],
        "posts_tags": [{"post_id": "p1", "tag_id": "t1"}, {"post_id": "p1", "tag_id": "t2"}],
    }
    return json.dumps({"db": [{"meta": {}, "data": data}]}).encode()


GHOST_POST = {
    "id": "p1",
    "title": "Zinc and colds",
    "slug": "zinc",
    "status": "published",
    "html": '<p>Zinc shortened colds in one trial.</p><img src="__GHOST_URL__/content/zinc.png" alt="Zinc">',
    "published_at": "2019-05-04T08:00:00.000Z",
    "custom_excerpt": "What trials found.",
}


def archive(files: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()
