"""Addresses of agencies, health services and the like."""

from __future__ import annotations

import pytest

from evidence.references.public_bodies import is_agency, is_guideline


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/flu",
        "https://gov.example.com/a",
        "ftp://cdc.gov/flu",
        "cdc.gov",
        "www.cdc.gov.example.com/flu",
        "wwwcdc.gov/flu",
        "https://police.uk.example.com/warning",
        "https://[cdc.gov/flu",
        "",
    ],
)
def test_other_addresses_are_of_no_public_body(url: str) -> None:
    assert not is_agency(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.cdc.gov/flu",
        "https://www.nhs.uk/conditions/migraine",
        "https://ods.od.nih.gov/factsheets/Iron-HealthProfessional/",
        "https://medlineplus.gov/ency/article/002467.htm",
        "https://www.who.int/news-room/fact-sheets/detail/anaemia",
        "www.ncbi.nlm.nih.gov/books/NBK222309/",
        "https://www.westmercia.police.uk/article/9500/warning",
        "WWW.NHS.UK/conditions/migraine",
    ],
)
def test_an_agency_is_known_by_its_host(url: str) -> None:
    assert is_agency(url)


def test_guidance_is_told_from_other_pages_of_a_body() -> None:
    assert is_guideline("https://www.nice.org.uk/guidance/ng201")
    assert not is_guideline("https://www.nice.org.uk/about/ng201")
    assert not is_guideline("https://www.example.org/guidance/ng201")
