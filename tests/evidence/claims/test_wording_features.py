"""What the learned part of wording sees of a sentence."""

from __future__ import annotations

import pytest

from evidence.claims.wording_features import features
from evidence.claims.wording_weights import LABELS, weights_from


@pytest.mark.parametrize("text", ["", "!?", "—"])
def test_nothing_is_seen_of_a_text_without_words(text: str) -> None:
    assert not any(name[0].isalpha() and name[1:2] != ":" for name in features(text))


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Zinc may reduce colds.", "B:may|E0"),
        ("Zinc reduces colds.", "M:E-s"),
        ("Zinc reduced colds.", "M:E-ed"),
        ("a reduction in colds", "T:E-n"),
        ("the change", "T:E-n"),
        ("It was not associated with colds.", "O:not<assoc"),
        ("to reduce colds, zinc may", "O:E0<may"),
        ("12 of 4,000", "0 of"),
    ],
)
def test_it_sees(text: str, feature: str) -> None:
    assert feature in features(text)


def test_the_order_of_words_makes_a_difference() -> None:
    assert features("It may help to sleep.") != features("To help sleep it may.")


def test_weights_add_up_label_by_label() -> None:
    held = {
        "start": {"page": [5, 0, 0, 0], "abstract": [0, 0, 0, 9]},
        "both": {"zinc": [0, -3, 4, 1], "cold": [-9, 0, 2, -2]},
        "page": {"K:tie": [0, 30, 0, 0]},
        "abstract": {"K:tie": [0, 0, 0, -30]},
    }
    weights = weights_from(held)
    none, association, hedged, causal = LABELS
    assert weights["page"].best(set()) is none
    assert weights["page"].best({"zinc", "cold", "unheard", "K:hedge"}) is hedged
    assert weights["page"].best({"zinc", "cold"}) is causal  # no hedge without a word for one
    assert weights["page"].best({"zinc", "K:tie"}) is association
    assert weights["abstract"].best({"cold"}) is causal
