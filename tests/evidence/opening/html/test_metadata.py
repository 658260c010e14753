"""Who wrote a saved page, by what it says of itself in its head."""

from __future__ import annotations

import json

import pytest

from evidence.opening.html.pages import read_page

PROSE = "<p>Warm milk helps babies sleep through the night, as many parents say to each other.</p>" * 3


def author(head: str):
    page = (
        f"<!DOCTYPE html><html><head><title>T</title>{head}</head><body><main><h1>Milk</h1>{PROSE}</main></body></html>"
    )
    return read_page(page).meta.get("author")


def linked(**fields) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "Article", **fields})}</script>'


def person(name: str, **more) -> dict:
    return {"@type": "Person", "name": name, **more}


@pytest.mark.parametrize(
    "head",
    [
        linked(author=[]),
        linked(author=[[], 7, {"@type": "Organization", "name": "Milk Ltd"}]),
        linked(author={"@id": ["x"]}),
        linked(author={"@id": "#nobody"}),
        '<meta name="author" content="https://a.example/ann">',
        '<meta name="author">',
    ],
)
def test_a_page_that_names_no_person_has_no_author(head):
    assert author(head) is None


def test_one_author_is_a_name():
    assert author(linked(author=[person("Ann Poe")])) == "Ann Poe"


def test_a_name_with_credentials_says_more_than_the_name_alone():
    assert author(linked(author=person("Ann Poe")) + '<meta name="author" content="Ann Poe, RD">') == "Ann Poe, RD"


def test_all_of_several_authors_are_kept_in_their_order():
    head = linked(author=[person("Ann Poe", honorificSuffix="MD"), "Bo Coe", person("Ann Poe", honorificSuffix="MD")])
    assert author(head) == ["Ann Poe, MD", "Bo Coe"]


def test_authors_named_by_their_key_are_looked_up_in_the_graph():
    graph = [
        {"@type": "Article", "author": [{"@id": "#ann"}, {"@id": "#bo"}]},
        person("Ann Poe", **{"@id": "#ann"}),
        person("Bo Coe", **{"@id": "#bo"}),
    ]
    assert author(f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>') == [
        "Ann Poe",
        "Bo Coe",
    ]


def test_several_meta_elements_name_several_authors():
    metas = "".join(f'<meta name="citation_author" content="{name}">' for name in ("Ann Poe", "Bo Coe"))
    assert author(metas) == ["Ann Poe", "Bo Coe"]
