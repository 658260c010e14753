"""A cure told of something by its name is asked about, and other stories of illness are stories."""

from __future__ import annotations

import pytest

from evidence.claims.testimonies import vouches


@pytest.mark.parametrize(
    "text",
    [
        "My asthma is gone.",
        "Honey never healed my asthma.",
        "I hoped that honey cured my asthma.",
        "She beat cancer with courage.",
        "He got rid of his bicycle with a notice.",
        "Did honey heal his asthma?",
        "It did not heal my asthma.",
        "If it cured my asthma I would be glad.",
        "It cured my boredom.",
    ],
)
def test_a_story_without_a_remedy_or_with_a_denial_is_none(text: str) -> None:
    assert not vouches(text)


@pytest.mark.parametrize(
    "text",
    [
        "Honey healed my asthma.",
        "She beat cancer with garlic.",
        "Thanks to thyme my asthma is gone.",
        "My aunt swears by garlic against gout.",
        "It cured my cancer.",
        "I drank the tea for weeks and it cured my cancer.",
        "This healed my son's autism.",
    ],
)
def test_a_cure_by_something_with_a_name_vouches(text: str) -> None:
    assert vouches(text)
