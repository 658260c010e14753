from __future__ import annotations

import pytest

from evidence.references.parsing import parse
from evidence.references.remarks import before_remarks, without_remarks


@pytest.mark.parametrize(
    "text",
    [
        "Kirk TB. Comment on: why we age. Nature. 2000;408(6809):233-8.",
        "Kirk TB. Why do we age? Harvard Law Review.",
        "Kirk TB. Why do we age? Boston: Hill Press; 2000.",
        "Kirk, T. B. (2000). Why we age. In D. Coe (Ed.), Handbook of age (pp. 3-9). Hill Press.",
        "Kirk TB. Open access and print. Nature. 2000;408(6809):233-8.",
    ],
)
def test_it_takes_nothing_out_of(text):
    assert without_remarks(text) == text
    assert before_remarks(text) == text


REMARKS = [
    "Review. PubMed PMID: 11089980.",
    "Review.",
    "↩",
    "↩︎",
    "[↩](#fnref1)",
    '<a href="#r1">↑</a>',
    "^",
    "Return to text",
    "Back to top",
    "Free PMC article.",
    "(free full text)",
    "(English abstract)",
    "[Article in German]",
    "Open access",
    "🔓",
    "★★★",
    "– the key trial",
    "Level of evidence: 1b, n = 234.",
    "Meta-analysis of 12 trials from 1999 to 2005.",
    "Epub 1999 Aug 3.",
    "Print 2001 Nov.",
    "eCollection 2001.",
    "doi: 10.1038/35041687.",
    "[PubMed]",
    "[PubMed] [Google Scholar] [CrossRef]",
    "Erratum in: Nature. 2001;410:9.",
    "Erratum in: Nature. 2001;410:9. Comment in: Nature. 2001;409:1. PMID: 11089980.",
    "Published erratum appears in Nature 2001;409:5",
    "Cited in PubMed; PMID 11089980.",
    "Cited in Smith 2010.",
    "PMC free article: PMC12345",
    "See also chapter 5.",
    "Randomized Controlled Trial; Research Support, N.I.H., Extramural.",
]


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize("place", ["Nature. 2000;408(6809):233-8.", "Nature. 2000 Nov 9;408(6809):233-8."])
def test_words_behind_the_pages_destroy_nothing(place, remark):
    csl = parse(f"Kirk TB, Aust SN. Why do we age? {place} {remark}")
    assert (csl["title"], csl["container-title"]) == ("Why do we age?", "Nature")
    assert csl["issued"] == {"date-parts": [[2000]]}
    assert (csl["volume"], csl["issue"], csl["page"]) == ("408", "6809", "233-8")


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("Kirk TB. Why do we age? Nature 408:233-8, 2000. Free PMC article.", ("408", None, "233-8")),
        ("Kirk TB. Why do we age? Nature, 2000, 408(6809): 233-8. Review.", ("408", "6809", "233-8")),
        ("Kirk TB. Why do we age? Nature. 2000;408 Suppl 1:S233-8. Review.", ("408", "Suppl 1", "S233-8")),
        ("Kirk TB. Why do we age? Nature. 2000 Sep-Oct;408(5 Pt 2):233-8. Free article.", ("408", "5 Pt 2", "233-8")),
        ("Kirk TB. Why do we age? Nature. 2000;408:e12345 ↩", ("408", None, "e12345")),
        ("Kirk TB. Why do we age? Nature. 2000;408(6809):233. Open access", ("408", "6809", "233")),
        ("Kirk TB. Why do we age? Nature. 2000;408(6809):233-8; discussion 239-40.", ("408", "6809", "233-8")),
        ("Kirk, T. B. (2000). Why do we age? Nature, 408(6809), 233-8. Review. ↩", ("408", "6809", "233-8")),
        ("Kirk, Tom. “Why do we age?” Nature 408.2 (2000): 233-8. Web. 5 May 2014.", ("408", "2", "233-8")),
        ("Kirk TB. Why do we age? Nature. 2000; Bd. 408(6809): S. 233-8. Übersicht.", ("408", "6809", "233-8")),
    ],
)
def test_places_of_other_styles_stay_whole_before_remarks(raw, wanted):
    csl = parse(raw)
    assert (csl["title"], csl["container-title"], csl["issued"]) == (
        "Why do we age?",
        "Nature",
        {"date-parts": [[2000]]},
    )
    assert (csl["volume"], csl.get("issue"), csl["page"]) == wanted


def test_the_identifier_of_an_erratum_is_not_that_of_the_work():
    raw = (
        "Kirk TB. Why do we age? Nature. 2000;408(6809):233-8. Erratum in: Nature. 2001;410:9. doi: 10.1000/e. PMID: 7"
    )
    csl = parse(raw)
    assert "DOI" not in csl
    assert csl["PMID"] == "7"
