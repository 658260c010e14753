"""What an app or a course holds is no claim; what it does for anybody's health is one."""

from __future__ import annotations

import pytest

from evidence.claims.feature_items import is_feature


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Carers to write down meals", ""),
        ("Carers to write down meals", "Benefits of the app:"),
        ("Ginger, which calms the stomach", "The herb has:"),
        ("Exercises that cure gout", "The app includes:"),
        ("Less pain after a week", "The course offers:"),
        ("Users to sleep better", "The app lets:"),
        ("A plan that reduces blood pressure", "Our platform provides:"),
        ("500 mg of zinc a day", "The package includes:"),
        ("A tea against colds", "The subscription includes:"),
    ],
)
def test_an_item_that_asserts_or_stands_elsewhere_is_no_feature(text: str, lead: str) -> None:
    assert not is_feature(text, lead)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Carers to write down meals", "The app lets:"),
        ("Mood diary and breathing exercises", "Our platform includes the following features:"),
        ("Six evenings on sleep", "The course covers:"),
    ],
)
def test_an_item_below_what_holds_it_is_a_feature(text: str, lead: str) -> None:
    assert is_feature(text, lead)
