"""Search engines are told what front, topic and person pages are, and readers what was taken off."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from articles.models import Contributor, Topic
from articles.services.public_record import amend
from tests.articles.published import PERSON, REVIEWER, claim, publish, snapshot, take_off, work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _records(db: None) -> None:
    Topic.objects.create(name="Sleep", slug="sleep", description="Rest & waking.")
    Contributor.objects.create(name="Ada Lind", slug="ada-lind", credentials="RD", employer="City Clinic")


def data(client: Client, path: str) -> Any:
    shown = client.get(path).content.decode()
    return json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', shown)[0])


def test_a_topic_that_only_a_withdrawn_article_of_another_topic_had_is_not_there(client: Client) -> None:
    Topic.objects.create(name="Colds", slug="colds")
    take_off(publish())
    assert client.get("/topics/colds/").status_code == 404


def test_the_front_page_is_a_website_with_its_publisher_and_policies(client: Client, settings: Any) -> None:
    site, publisher = data(client, "/")
    assert (site["@type"], publisher["@type"]) == ("WebSite", "Organization")
    assert site["publisher"]["@id"] == publisher["@id"]
    assert client.get(site["potentialAction"]["target"]["urlTemplate"].partition("8000")[2]).status_code == 200
    for name in ("publishingPrinciples", "correctionsPolicy", "ownershipFundingInfo"):
        assert client.get(publisher[name].removeprefix(settings.SITE_URL)).status_code == 200


def test_a_cited_work_has_each_author_its_doi_and_its_retraction(client: Client) -> None:
    works = [work(1, used_in=[0], status="retracted"), work(2, used_in=[0], authors=[], doi="", byline="WHO")]
    publish(snapshot("Zinc helps.", [claim(0, "Zinc helps.")], citations=works))
    retracted, other = data(client, "/articles/magnesium/")["citation"]
    assert [author["name"] for author in retracted["author"]] == ["Abbasi B", "Kimiagar M"]
    assert {author["@type"] for author in retracted["author"]} == {"Person"}
    assert (retracted["identifier"], retracted["creativeWorkStatus"]) == ("doi:10.1000/part.1", "Retracted")
    assert not {"author", "identifier", "creativeWorkStatus"} & other.keys()


def test_a_topic_is_a_collection_of_its_articles(client: Client) -> None:
    publish()
    told = data(client, "/topics/sleep/")
    assert (told["@type"], told["description"]) == ("CollectionPage", "Rest & waking.")
    assert [row["url"] for row in told["mainEntity"]["itemListElement"]] == [
        "http://localhost:8000/articles/magnesium/"
    ]


def test_a_person_is_a_profile(client: Client) -> None:
    publish()
    told = data(client, "/people/ada-lind/")
    assert (told["@type"], told["mainEntity"]["@type"], told["mainEntity"]["name"]) == (
        "ProfilePage",
        "Person",
        "Ada Lind",
    )
    assert told["mainEntity"]["affiliation"]["name"] == "City Clinic"


_ANYTHING = {"name", "url", "description"}
_WORK = _ANYTHING | {
    *("headline", "mainEntityOfPage", "inLanguage", "isAccessibleForFree", "datePublished", "dateModified", "author"),
    *("image", "publisher", "publishingPrinciples", "about", "citation", "version", "correction", "isPartOf", "text"),
    *("mainEntity", "identifier", "creativeWorkStatus", "creditText"),
}
_PAGE = _WORK | {"reviewedBy", "lastReviewed"}
TERMS = {
    "Thing": _ANYTHING,
    "CreativeWork": _WORK,
    "CorrectionComment": _WORK,
    "MedicalWebPage": _PAGE,
    "CollectionPage": _PAGE,
    "ProfilePage": _PAGE,
    "WebSite": _WORK | {"potentialAction"},
    "ImageObject": _WORK | {"caption", "width", "height"},
    "ItemList": _ANYTHING | {"itemListElement"},
    "ListItem": _ANYTHING | {"position"},
    "Person": _ANYTHING | {"honorificSuffix", "knowsAbout", "affiliation"},
    "Organization": _ANYTHING | {"logo", "publishingPrinciples", "correctionsPolicy", "ownershipFundingInfo"},
    "SearchAction": _ANYTHING | {"target", "query-input"},
    "EntryPoint": _ANYTHING | {"urlTemplate"},
}
"""Types of schema.org with those of their properties that we use, compared with the vocabulary in schema-dts 2.1.0
(npm); `query-input` is a note of schema.org/docs/actions.html on a property of any action."""


def unknown(told: Any) -> set[str]:
    """Types and properties that the vocabulary does not have there; a bare reference by `@id` has neither."""
    if isinstance(told, list):
        return {name for one in told for name in unknown(one)}
    if not isinstance(told, dict):
        return set()
    kind, names = told.get("@type"), {name for name in told if not name.startswith("@")}
    odd = {f"{kind}.{name}" for name in names - TERMS.get(str(kind), set())}
    return odd | {name for value in told.values() for name in unknown(value)}


def test_only_terms_that_schema_org_has_are_used(client: Client) -> None:
    picture = "![A jar of pills](/media/jar.png)\n\nZinc helps."
    works = [work(1, used_in=[0], status="retracted"), work(2, used_in=[0])]
    people = [{**PERSON, "field": "dietetics"}, REVIEWER]
    article = publish(snapshot(picture, [claim(0, "Zinc helps.")], citations=works, contributors=people))
    live = article.live_revision
    amend(article=article, by=None, kind="correction", wrong="64.", right="46.", before=live, after=live)
    told = [data(client, path) for path in ("/", "/articles/magnesium/", "/topics/sleep/", "/people/ada-lind/")]
    assert unknown(told) == set()
    used = set(re.findall(r'"@type": "(\w+)"', json.dumps(told)))
    assert used >= set(TERMS) - {"ImageObject"}, "a type in the table is used nowhere"
    assert unknown({"@type": "Person", "shoeSize": 43}) == {"Person.shoeSize"}


@pytest.mark.parametrize("path", ["/topics/sleep/", "/people/ada-lind/"])
def test_what_was_taken_off_is_said_where_it_stood(client: Client, path: str) -> None:
    publish(snapshot(title="Zinc and colds"), slug="zinc")
    take_off(publish())
    shown = client.get(path).content.decode()
    assert "Taken off the site" in shown
    assert '<a href="/articles/magnesium/">Does magnesium help you sleep?</a>' in shown
    assert "Zinc and colds" in shown
    assert "Taken off the site" not in client.get("/").content.decode()


def test_pages_that_are_not_there_offer_the_words_of_their_address(client: Client) -> None:
    shown = client.get("/blog/vitamin-d%20and-<b>/").content.decode()
    assert 'value="vitamin d and b"' in shown
    take_off(publish())
    gone = client.get("/articles/magnesium/")
    assert gone.status_code == 410
    assert 'value="Does magnesium help you sleep?"' in gone.content.decode()
    assert "published on 3 March 2026" in gone.content.decode()


def test_icons_are_there(client: Client) -> None:
    from django.contrib.staticfiles import finders

    assert client.get("/favicon.ico")["Location"].endswith("img/favicon.ico")
    assert finders.find("img/touch-icon.png")
    assert finders.find("img/favicon.ico")
