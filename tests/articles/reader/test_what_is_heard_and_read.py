"""What screen readers hear, feeds carry and lists say, once each and under names of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from citations.models import Citation
from tests.articles.published import claim, flag, publish, snapshot, work

pytestmark = pytest.mark.django_db
URL = "/articles/magnesium/"
ROOT = Path(__file__).resolve().parents[3]


def shown(client: Client) -> str:
    return client.get(URL).content.decode()


def test_scripts_may_ask_our_own_site_and_no_other(client: Client) -> None:
    """An audit of the page downloads robots.txt from within it."""
    publish()
    assert "connect-src 'self';" in client.get(URL)["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("url", "path"), [("/feed/", "channel/item/description"), ("/feed/atom/", "{a}entry/{a}summary")]
)
def test_an_angle_bracket_in_a_summary_survives_in_feeds(client: Client, url: str, path: str) -> None:
    publish(snapshot(standfirst="For p <a 0.05 & <angle> brackets"))
    root = ElementTree.fromstring(client.get(url).content)  # noqa: S314 - our own feed
    found = root.find(path.replace("{a}", "{http://www.w3.org/2005/Atom}"))
    assert found is not None
    if url == "/feed/":  # readers of RSS take a description for HTML
        assert found.text == "For p &lt;a 0.05 &amp; &lt;angle&gt; brackets"
    else:
        assert (found.text, found.get("type")) == ("For p <a 0.05 & <angle> brackets", "text")


def test_no_script_listens_to_single_keys() -> None:
    """WCAG 2.1.4: what is dictated or hit by mistake does nothing."""
    public = [*ROOT.glob("static/js/*.js"), *ROOT.glob("templates/articles/*.html"), ROOT / "templates/base.html"]
    assert len(public) > 20
    for file in public:
        assert not re.search(r"keydown|keyup|keypress|accesskey", file.read_text(encoding="utf-8")), file


def test_every_kind_of_page_has_a_title_of_its_own_and_the_same_help_in_the_same_place(client: Client) -> None:
    """WCAG 2.4.2, 3.2.3 and 3.2.6."""
    record = Citation.objects.create(title="Part 1", fingerprint="1")
    publish(snapshot("Magnesium helps [@key1].", citations=[work(1, work=record.pk)]))
    addresses = [
        *("/", "/articles/magnesium/", "/articles/magnesium/references/", "/articles/magnesium/versions/"),
        *("/articles/magnesium/changes/", "/articles/magnesium/report/", "/articles/magnesium/claims/", "/topics/"),
        *("/topics/sleep/", "/people/", "/people/ada-lind/", "/archive/", "/archive/2026/", "/archive/2026/3/"),
        *("/search/", "/search/?q=zinc", "/claims/", "/corrections/", "/how-we-work/", "/how-we-work/contact/"),
        *("/how-we-work/figures/", "/how-we-grade-evidence/", "/nothing/"),
    ]
    pages = {address: client.get(address).content.decode() for address in addresses}
    titles = [re.findall(r"<title>(.*?)</title>", shown, re.DOTALL)[0] for shown in pages.values()]
    assert [title for title in titles if titles.count(title) > 1] == []
    for part in ('header class="site"', 'footer class="site-end"'):
        ways = {
            tuple(re.findall(r'href="([^"]*)"', shown.partition(f"<{part}")[2].partition(f"</{part.split()[0]}>")[0]))
            for shown in pages.values()
        }
        assert len(ways) == 1
    assert "/how-we-work/contact/" in ways.pop()


def test_each_way_back_to_a_claim_has_a_name_of_its_own(client: Client) -> None:
    texts = ["Zinc shortens a cold [@key1].", "Honey eases a cough [@key2].", "Tea warms the hands [@key1]."]
    claims = [claim(place, text, sources=[{"number": 1 + place % 2}]) for place, text in enumerate(texts)]
    works = [work(1, used_in=[0, 2]), work(2, used_in=[1])]
    publish(snapshot(" ".join(texts), claims, citations=works))
    names = re.findall(r'href="#claim-[^>]* aria-label="(Back to[^"]+)"', shown(client))
    assert len(names) == len(set(names)) == 3


def test_four_notes_with_the_same_label_are_told_apart_and_hold_their_claim(client: Client) -> None:
    texts = [f"Claim number {place} is bold." for place in range(4)]
    claims = [claim(place, text, "none", [flag("missing-citation")]) for place, text in enumerate(texts)]
    publish(snapshot(" ".join(texts), claims))
    page = shown(client)
    names = re.findall(r'role="dialog"[^>]* aria-label="([^"]+)"', page)
    assert len(set(names)) == 4
    for place, card in enumerate(re.findall(r'role="dialog".*?</div>', page, re.DOTALL)):
        assert texts[place] in card


def test_a_fault_of_the_page_is_introduced_as_such_and_no_shape_is_read_out(client: Client) -> None:
    content: dict[str, Any] = snapshot("Zinc helps.", [claim(0, "Zinc helps.")])
    content["flags"] = [*content["flags"], {**flag("missing-harms"), "sentence": None, "reference": None}]
    publish(content)
    faults = shown(client).partition('class="page-faults"')[2].partition("</div>")[0]
    assert "About the page as a whole" in faults
    assert not set("◐✕✓") & set(faults)


@pytest.mark.parametrize(("status", "words"), [("retracted", "Retracted"), ("concern", "Expression of concern")])
def test_how_a_work_stands_is_said_once_in_its_reference(client: Client, status: str, words: str) -> None:
    publish(snapshot("Zinc.", citations=[work(1, used_in=[0], status=status, flags=[flag(f"{status}-source")])]))
    reference = shown(client).partition('<li id="ref-1"')[2].partition("</li>")[0]
    assert reference.casefold().count(words.casefold()) == 1
    assert reference.count("2012") == 1


def test_a_dead_address_that_is_still_shown_is_not_a_plain_link(client: Client) -> None:
    dead = work(1, used_in=[0], doi="", url="https://gone.example/study", link_dead=True)
    publish(snapshot("Zinc.", citations=[dead]))
    reference = shown(client).partition('<li id="ref-1"')[2].partition("</li>")[0]
    assert 'href="https://gone.example/study"' not in reference
    assert "Its address no longer answers" in reference
