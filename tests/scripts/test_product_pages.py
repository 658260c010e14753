"""Our own sentences about invented products: what the file holds, and the pages they are set into."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from benchmark.product_pages import FORMS, Row, judged, rows

LABELS = {"disease", "structure", "benefit", "comparison", "safety", "plain", "trap"}
CRITERIA = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}


def test_no_brand_stands_in_two_splits() -> None:
    places = {(row.brand, row.split) for row in rows()}
    assert len(places) == len({brand for brand, _ in places}) > 0


def test_every_row_has_a_label_and_every_disease_claim_its_criterion() -> None:
    assert {row.label for row in rows()} == LABELS
    assert {row.criterion for row in rows() if row.label == "disease"} == CRITERIA
    assert not [row.text for row in rows() if row.label != "disease" and row.criterion]


def test_there_are_as_many_as_the_labelling_page_says() -> None:
    found = rows()
    assert (len(found), len({row.brand for row in found}), len({row.goods for row in found})) == (10752, 593, 10)
    assert sum(row.label == "trap" for row in found) > 300


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_disease_claim_is_flagged_in_every_form_and_a_price_in_none(form: str) -> None:
    claim = Row("Marrowfen", "supplement", "capsules", "dev", "disease", "{B} cures arthritis.", "i")
    price = Row("Marrowfen", "supplement", "capsules", "dev", "plain", "{B} costs $34 a jar.")
    assert "disease-claim-for-supplement" in judged(claim, form)[1]
    assert not judged(price, form)[1] - {"undisclosed-product"}


@pytest.mark.parametrize("form", ["headings", "tables"])
def test_an_ill_in_a_heading_or_a_row_is_judged_with_its_product_known(form: str) -> None:
    life = "Crohn's has not troubled me since I swapped yoghurt for {B}."
    claim = Row("Marrowfen", "supplement", "capsules", "dev", "disease", life, "i")
    denial = Row("Marrowfen", "supplement", "capsules", "dev", "trap", "{B} is not meant to treat Crohn's.")
    assert "disease-claim-for-supplement" in judged(claim, form)[1]
    assert "disease-claim-for-supplement" not in judged(denial, form)[1]
