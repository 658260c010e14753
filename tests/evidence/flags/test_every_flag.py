"""Every code of the catalogue can be shown: a short text of our own that raises it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from evidence.context import Design, Page, Species, Status, Verdict, Verification
from evidence.flags.catalogue import FLAGS
from evidence.values import Band
from tests.evidence.judging import TEA, TRIAL, check_flags

CLAIM = "Magnesium tablets relieve migraine."
CITED = "Ginger tea reduces nausea [@lee2020]."
LONG = (
    "Supplementation with heterogeneous probiotic microorganisms demonstrably ameliorates gastrointestinal "
    "symptomatology in immunocompromised individuals, notwithstanding considerable methodological limitations. "
)

SHOWN: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "missing-citation": (CLAIM, {}),
    "unresolved-mention": ("One study gave nurses magnesium and found less migraine.", {}),
    "vague-attribution": ("Experts agree that magnesium relieves migraine.", {}),
    "uncited-reference": (CLAIM, {}),
    "incomplete-reference": (CITED, {"doi": ""}),
    "dead-link": (CITED, {"link_dead": True}),
    "weak-evidence": (CITED, {"design": Design.CASE_SERIES}),
    "retracted-source": (CITED, {"status": Status.RETRACTED}),
    "concern-source": (CITED, {"status": Status.CONCERN}),
    "preprint-source": (CITED, {"preprint": True}),
    "nonpeer-source": (CITED, {"design": Design.BOOK}),
    "outdated-source": (CITED, {"year": 2001}),
    "animal-to-human": (CITED, {"design": Design.ANIMAL, "species": Species.ANIMAL}),
    "single-study-generalisation": ("Studies show that ginger tea reduces nausea [@lee2020].", {}),
    "overgeneralisation": (CITED, {"population": "women with severe nausea in pregnancy"}),
    "surrogate-outcome": (CITED, {"outcome": "surrogate"}),
    "reference-mismatch": ("Lee and colleagues (2019) found that ginger tea reduced nausea [@lee2020].", {}),
    "contested-claim": (CITED, {"disputed_by": "Diaz 2024"}),
    "conflicted-source": (CITED, {"seller_funded": True}),
    "causal-overstatement": (CITED, {"design": Design.COHORT, "title": "Tea and nausea"}),
    "certainty-overstatement": ("We know that magnesium relieves migraine.", {}),
    "numeric-mismatch": (
        "Half of women felt less nausea, about 50 % of them [@lee2020].",
        {"abstract": "Nausea eased in 38 % of women."},
    ),
    "numeric-unverified": ("The mouth houses 700 kinds of bacteria [@lee2020].", {}),
    "contradicted-by-source": (
        "Ginger tablets reduce nausea and vomiting in pregnancy [@lee2020].",
        {"abstract": "Ginger tablets had no effect on nausea and vomiting in pregnancy."},
    ),
    "relative-only": ("Ginger halved the risk of nausea [@lee2020].", {}),
    "undisclosed-product": ("Calm Tea supports digestion.", {}),
    "product-claim-unsupported": ("Calm Tea supports digestion.", {}),
    "disease-claim-for-supplement": ("Calm Tea prevents infections.", {}),
    "safety-claim-unsupported": ("Calm Tea is safe for toddlers.", {}),
    "missing-disclaimer": ("Calm Tea supports digestion.", {}),
    "unqualified-link": ("Try [this tea](https://shop.example/products/tea?tag=site-20) at home.", {}),
    "conflict-undisclosed": (CLAIM, {}),
    "missing-credentials": (CLAIM, {}),
    "missing-reviewer": (CLAIM, {}),
    "missing-date": (CLAIM, {}),
    "missing-harms": (CLAIM, {}),
    "missing-advice-notice": (CLAIM, {}),
    "readability-high": (LONG * 8, {}),
    "distant-citation": ("Ginger lowers nausea. It also lowers vomiting [@lee2020].", {}),
    "unsupported-language": ("Ingwer hilft gegen Reiseübelkeit, und er ist auch für Schwangere sicher.", {}),
    "identifier-mismatch": (CITED, {"verification": Verification(Verdict.OTHER_WORK)}),
    "identifier-unregistered": (CITED, {"verification": Verification(Verdict.UNREGISTERED)}),
    "reference-not-found": (CITED, {"verification": Verification(Verdict.NOT_FOUND)}),
    "reference-differs": (CITED, {"verification": Verification(Verdict.DIFFERS, (("year", "2014", "2020"),))}),
    "quote-not-found": (
        "The authors write that “ginger ends all nausea within the hour” [@lee2020].",
        {"abstract": "Nausea eased in 38 % of women."},
    ),
    "hidden-characters": ("Ginger re\u00adduces nausea.", {}),
    "unregistered-health-claim": ("Calm Tea supports digestion.", {}),
}
PAGES = {"unregistered-health-claim": Page(market="UK"), "conflict-undisclosed": Page(credentials=True)}


def test_every_code_has_its_text() -> None:
    assert set(SHOWN) == set(FLAGS)


@pytest.mark.parametrize("code", sorted(SHOWN))
def test_it_is_raised_with_the_words_of_the_catalogue(code: str) -> None:
    text, facts = SHOWN[code]
    flag = check_flags(code, text, [replace(TRIAL, **facts)], products=[TEA], page=PAGES.get(code))
    spec = FLAGS[code]
    asked = flag.certainty.band is Band.QUERY  # what is too uncertain for readers is put to the editor as a question
    assert (flag.message.endswith(spec.advice), flag.standard) == (True, spec.standard)
    assert flag.reader == ("" if asked else spec.reader)
    if not spec.varies and not asked:
        assert flag.severity is spec.severity
