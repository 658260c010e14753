"""The kinds of study that texts speak of and titles announce."""

from __future__ import annotations

import pytest

from evidence.matching.study_kinds import announced_by, told_of


@pytest.mark.parametrize("text", ["", "Much was tried.", "The weather was fine."])
def test_words_of_no_kind_tell_of_none(text: str) -> None:
    assert told_of(text) == announced_by(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("The design is described in detail elsewhere.", "Zinc for colds: rationale of a trial", "protocol"),
        ("A small trial came first.", "Zinc for colds: a feasibility study", "pilot"),
        ("Sleep was scored by the patients.", "A new sleep questionnaire", "scale"),
        ("Nurses told of their experience.", "Nurses' views of the night", "talks"),
        ("The effect was sustained.", "Zinc for colds: three-year results", "long"),
        ("In mice it was otherwise.", "Zinc in the rat", "animals"),
        ("Toddlers slept longer.", "Honey in pediatric wards", "children"),
        ("More women than men fell ill.", "Colds in pregnancy and in mothers", "women"),
    ],
)
def test_text_and_title_tell_of_one_kind_in_their_own_words(text: str, title: str, kind: str) -> None:
    assert kind in told_of(text)
    assert kind in announced_by(title)
