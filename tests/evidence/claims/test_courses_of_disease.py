"""What an illness leads to is a cause and no harm; whatever is taken, done or left stops publication as before."""

from __future__ import annotations

import pytest

from evidence.claims.courses_of_disease import tells_course
from evidence.claims.detection import detect
from evidence.reading import documents
from evidence.values import MAY_BLOCK

LEADS_TO = "Gout can lead to:"
CAUSES = "Common causes of gout include:"


@pytest.mark.parametrize(
    "text",
    [
        "Gout drugs can damage the kidneys.",
        "Asthma can cause death if you stop the inhaler.",
        "Untreated asthma can cause death.",
        "Diabetes can lead to stillbirth.",
        "Diabetes can damage the eyes of the baby.",
        "Asthma can lead to coughs in children.",
        "Gout can cause pain, so eat cherries.",
        "Gout can lead to pain that cherries cure.",
        "Cancer can lead to garlic.",
        "Migraines can cause pain for which aspirin works.",
        "Diabetes cannot damage the eyes.",
        "Diabetes can never cause harm.",
        "Cancer can result in a need for Marrowfen.",
        "Reflux can damage the gullet unless you take chalk.",
        "Measles can cause less harm than the jab.",
        "Gout can cause the joints to heal.",
        "Diabetes can increase your risk of 3 cancers.",
        "Ginger can cause nausea.",
        "Smoking can damage the lungs.",
        "Sugar can cause diabetes.",
        "Constipation can be caused by statins.",
        "Constipation in babies can be caused by a medical condition.",
        "Constipation can be caused by another medical condition, so take senna.",
    ],
)
def test_what_is_taken_done_left_or_said_of_a_child_is_no_course_of_an_illness(text: str) -> None:
    assert not tells_course(text)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("miscarriage and stillbirth", "Diabetes can lead to:"),
        ("harm to the unborn child", "Diabetes can lead to:"),
        ("kidney failure after ibuprofen", LEADS_TO),
        ("500 mg of aspirin", LEADS_TO),
        ("stop the tablets", LEADS_TO),
        ("nothing to worry about", LEADS_TO),
        ("kidney failure", "Ibuprofen can lead to:"),
        ("kidney failure", "Drugs for gout can lead to:"),
        ("kidney failure", "If you have gout, ibuprofen can lead to:"),
        ("kidney failure", "Gout can be cured with:"),
        ("a side effect of ibuprofen", CAUSES),
        ("a side effect of medication that is safe to ignore", CAUSES),
        ("stopping your medication", CAUSES),
        ("too much beer", CAUSES),
        ("a side effect of medication", "Do not worry about:"),
    ],
)
def test_an_item_on_what_is_taken_or_on_a_birth_stays_a_harm(text: str, lead: str) -> None:
    assert not tells_course(text, lead)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Gout can damage the joints.", ""),
        ("Over time, high blood pressure can damage the kidneys.", ""),
        ("Diabetes can reduce the blood supply to the feet.", ""),
        ("Sleep apnoea may raise the risk of strokes.", ""),
        ("Psoriasis often affects the nails and the scalp.", ""),
        ("In rare cases, constipation may be caused by another medical condition.", ""),
        ("swollen knees and hot toes", LEADS_TO),
        ("[kidney failure](https://clinic.example/kidneys) and stones", LEADS_TO),
        ("loss of sight", "See the nurse each year if you have diabetes because it can lead to:"),
        ("a side effect of some medicines", CAUSES),
    ],
)
def test_what_an_illness_leads_to_is_its_course(text: str, lead: str) -> None:
    assert tells_course(text, lead)


def test_the_course_of_an_illness_is_a_claim_that_stops_nothing_and_a_drug_behind_it_stops() -> None:
    text = "# Gout\n\nGout can damage the joints. Gout can damage the joints, and cherries cure it.\n"
    plain, promise = detect(documents.read(text))
    assert plain.claim
    assert MAY_BLOCK.isdisjoint(plain.kinds)
    assert not MAY_BLOCK.isdisjoint(promise.kinds)
