"""Works by the body at whose address they stand."""

from __future__ import annotations

import pytest

from evidence.context import Source
from evidence.matching.named_works import NamedWorks

CLINIC = "https://my.clevelandclinic.org/health/articles/walking"


def _keys(text: str, *urls: str) -> list[str]:
    sources = [Source(key=f"page{place}", number=place, url=url, raw=url) for place, url in enumerate(urls, 1)]
    return [key for _, key in NamedWorks(sources).named(text)]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("According to the Mayo Clinic, walking lowers blood pressure.", CLINIC),
        ("The Cleveland Clinic was founded long ago.", CLINIC),
        ("Cancer shows how the body ages.", "https://www.cancer.org/walking"),
        ("Diabetes suggests that the body ages.", "https://diabetes.org/walking"),
        ("The ADA says that sugar harms teeth.", "https://www.ada.org/sugar"),
        ("The American Dental Association says that sugar harms teeth.", "https://diabetes.org/sugar"),
        ("The EPA reports that noise harms sleep.", "https://www.epa.gov/noise"),
        ("The WHO says that noise harms sleep.", "https://www.who.int"),
        ("The NIH says that noise harms sleep.", "https://pubmed.ncbi.nlm.nih.gov/31415926/"),
        ("Experts say that noise harms sleep.", "https://www.nhs.uk/live-well/noise"),
        ("See [WebMD's fact sheet on tea](https://www.webmd.com/tea).", "https://www.webmd.com/walking"),
        ("Sleep and tea were found to help (Sleep).", "https://www.sleep.org/tea"),
    ],
)
def test_a_page_is_not_told_to_be_by(text: str, url: str) -> None:
    assert _keys(text, url) == []


def test_two_pages_of_one_body_leave_open_which_is_meant() -> None:
    text = "According to the Cleveland Clinic, walking lowers blood pressure."
    assert _keys(text, CLINIC, "https://my.clevelandclinic.org/health/articles/tea") == []


def test_a_page_that_is_on_no_list_is_by_nobody() -> None:
    page = Source(key="page", number=None, url=CLINIC, raw=CLINIC, on_list=False)
    assert NamedWorks([page]).named("According to the Cleveland Clinic, walking lowers blood pressure.") == []


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("According to the Cleveland Clinic, walking lowers blood pressure.", CLINIC),
        ("Walking lowers blood pressure (Cleveland Clinic).", CLINIC),
        ("The Cleveland Clinic's guidelines praise walking.", CLINIC),
        ("The CDC says that noise harms sleep.", "https://www.cdc.gov/noise"),
        ("The Centers for Disease Control and Prevention says that noise harms sleep.", "https://www.cdc.gov/noise"),
        ("The American Heart Association recommends walking.", "https://www.heart.org/en/walking"),
        ("The Alzheimer's Association reports that walking helps.", "https://www.alz.org/walking"),
        ("The World Health Organization states that noise harms sleep.", "https://www.who.int/noise"),
        ("The U.S. Food and Drug Administration warns of the tea.", "https://www.fda.gov/tea"),
        (
            "The National Center for Complementary and Integrative Health notes that tea helps.",
            "https://www.nccih.nih.gov/t",
        ),
        ("Harvard Health notes that walking helps.", "https://www.health.harvard.edu/walking"),
        ("WebMD says that walking helps.", "https://www.webmd.com/walking"),
        ("According to Healthline, walking helps.", "https://www.healthline.com/walking"),
        ("Researchers at Johns Hopkins found that walking helps.", "https://www.hopkinsmedicine.org/health/walking"),
        ("The Sleep Foundation explains that noise harms sleep.", "https://www.thesleepfoundation.org/noise"),
    ],
)
def test_a_page_is_told_to_be_by_the_body_at_its_address(text: str, url: str) -> None:
    assert _keys(text, url, "https://other.example/page") == ["page1"]
