"""Links in passing are no sources."""

from __future__ import annotations

import pytest

from tests.evidence.judging import judge


def _links(sentence: str) -> int:
    return len(judge(sentence, None).sentences[0].links)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "Smoking damages the [pancreas](https://en.wikipedia.org/wiki/Pancreas) and causes cancer in adults.",
        "Salt raises the risk of [heart disease](https://www.nhs.uk/conditions/coronary-heart-disease/).",
        "Fibre feeds the [microbiome](https://en.wikipedia.org/wiki/Microbiota) and prevents constipation in adults.",
        "Large [meta-analyses](https://en.wikipedia.org/wiki/Meta-analysis) show that salt causes strokes in adults.",
        "[Omega-3 fats](https://en.wikipedia.org/wiki/Omega_fats) prevent heart disease in adults.",
        "Adults with [gout](https://www.nhs.uk/conditions/gout/) are at risk of heart disease.",
        "Salt harms [kidneys](https://www.nhs.uk/conditions/kidneys/), which are at risk of cancer.",
        "[Headaches](https://en.wikipedia.org/wiki/Headaches) are a common reason for a visit and salt causes them.",
        "[Strokes](https://www.nhs.uk/conditions/strokes/) are often caused by salt in adults.",
        "Smoking causes cancer: [get help to quit](https://www.nhs.uk/live-well/quit-smoking/).",
        "Stretching prevents back pain; here is [how to stretch](https://www.example.org/stretching).",
        "Sleep prevents colds in adults ([read more](https://www.example.org/sleep-and-colds)).",
        "A walk halves deaths from [SARS-CoV-2](https://en.wikipedia.org/wiki/Severe_acute_respiratory_syndrome_virus).",
        "Salt causes strokes, says the [European Heart Health Network](https://en.wikipedia.org/wiki/European_Heart_Health_Network).",
        "Garlic prevents [AIDS](https://en.wikipedia.org/wiki/Acquired_immune_deficiency_syndrome) in adults.",
        "Our [hormone testing kits](https://www.example.org/hormone-kits) prevent cancer in adults.",
        "Our own [herbal supplements](https://www.example.org/herbs) cure colds in adults.",
    ],
)
def test_it_takes_no_source_from(sentence: str) -> None:
    assert _links(sentence) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "[Gout](https://www.nhs.uk/conditions/gout/) is an illness of the joints that salt causes.",
        "[Triglycerides](https://www.example.org/health/triglycerides/art-2) are fats that cause heart disease.",
        "The [pancreas](https://en.wikipedia.org/wiki/Pancreas) (a gland) is an organ that smoking damages in adults.",
        "Alcohol causes a [cluster headache](https://www.example.org/cluster-headache), which is an illness.",
        "Smoking [causes cancer of the pancreas](https://www.example.org/pancreas) in adults.",
        "Salt raises the risk of heart disease ([source](https://www.example.org/heart-disease)).",
        "Salt raises the risk of stroke in adults ([see the study](https://www.example.org/salt)).",
        "Salt binds to a protein of cells in the gut and causes strokes ([ACE](https://en.wikipedia.org/wiki/Angiotensin_converting_enzyme)).",
        "Our [clinic's study of 200 adults](https://www.example.org/kits) found that salt causes strokes.",
        "Fibre protects our [gut from cancer and other illness](https://www.example.org/fibre).",
        "Garlic prevents colds in [ADHD patients of our ward](https://en.wikipedia.org/wiki/Attention_deficit).",
        "This protein, called [testis-determining factor](https://en.wikipedia.org/wiki/Testis-determining_factor),"
        " causes the testes to form in the embryo.",
    ],
)
def test_it_takes_a_source_from(sentence: str) -> None:
    assert _links(sentence) == 1


def test_a_table_of_contents_is_no_source() -> None:
    page = "https://site.example/post"
    text = "\n".join(f"- [Zinc shortens colds in {who}]({page}#{who})" for who in ("adults", "children", "babies"))
    assert not any(row.links for row in judge(text, None).sentences)  # type: ignore[arg-type]
