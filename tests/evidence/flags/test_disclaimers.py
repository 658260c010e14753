"""The statement of 21 CFR 101.93(c): its words, its number, its place, its type."""

from __future__ import annotations

import pytest

from evidence.flags.disclaimers import NUMBER, PLACE, TYPE, WORDS, disclaimers
from evidence.reading import documents
from evidence.values import Severity
from tests.evidence.judging import TEA, check_clean, check_flags

CODE = "missing-disclaimer"
ONE = "Calm Tea supports digestion."
TWO = f"{ONE} Calm Tea boosts your energy."
SAID = (
    "This statement has not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
SEVERAL = SAID.replace("This statement has", "These statements have")
FAR = "\n\nIt ships from Wales.\n\n"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"{ONE} **These claims were not evaluated by the FDA.**", WORDS),
        (f"{ONE} **{SAID.replace('Food and Drug Administration', 'FDA')}**", WORDS),
        (f"{ONE} **This statement has not been evaluated by the Food and Drug Administration.**", WORDS),
        (f"{ONE}{FAR}**{SAID}**", PLACE),
        (f"{ONE}{FAR}† **{SAID}**", PLACE),
        (f"Calm Tea supports digestion.†{FAR}‡ **{SAID}**", PLACE),
    ],
)
def test_other_words_and_another_place_stop_and_the_flag_says_what_is_wrong(text: str, wrong: str) -> None:
    flag = check_flags(CODE, text, products=[TEA])
    assert ("wrong with it", wrong) in flag.facts
    assert flag.severity is Severity.BLOCKER


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"{ONE} {SAID}", TYPE),
        (f"{ONE} *{SAID}*", TYPE),
        (f"{ONE} **{SAID.replace('tion. ', 'tion.** ')}", TYPE),
        (f"{TWO} **{SAID}**", NUMBER),
    ],
)
def test_a_wrong_type_or_number_warns(text: str, wrong: str) -> None:
    flag = check_flags(CODE, text, products=[TEA])
    assert ("wrong with it", wrong) in flag.facts
    assert flag.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE} **{SAID}**",
        f"{ONE} <strong>{SAID}</strong>",
        f"{ONE}\n\n> **{SAID}**",
        f"{ONE} **{SAID.replace('tion. ', 'tion.** **')}**",
        f"{TWO}\n\n**{SEVERAL}**",
        f"Calm Tea:\n\n- supports digestion\n- boosts your energy\n\n**{SEVERAL}**",
        f"Calm Tea supports digestion.†{FAR}† **{SAID}**",
        f"Calm Tea supports digestion.\\*{FAR}\\***{SAID}**",
        f"Calm Tea supports digestion.*{FAR}\\* **{SAID}**",
    ],
)
def test_the_words_beside_the_claim_or_tied_to_it_by_a_sign_suffice(text: str) -> None:
    check_clean(CODE, text, products=[TEA])


def test_a_text_without_types_is_not_asked_for_one() -> None:
    [found] = disclaimers(documents.read(SAID, "text"))
    assert (found.exact, found.bold) == (True, None)


def test_a_denial_is_no_such_statement() -> None:
    assert disclaimers(documents.read("The FDA is in Maryland. Calm Tea treats no disease.", "markdown")) == ()
