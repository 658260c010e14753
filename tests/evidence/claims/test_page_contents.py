"""What a page is about to tell is no claim; what such an item takes for granted is."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import read
from evidence.claims.page_contents import find
from evidence.reading import documents

LEAD = "In this guide you will learn:\n\n"


def parts(text: str) -> list[str]:
    page = read(documents.read(text, "markdown"), (), (), ())
    return [page.readings[place].text.strip() for place in sorted(find(page.readings))]


@pytest.mark.parametrize(
    "item",
    [
        "How garlic cures cancer",
        "Why garlic is the best medicine",
        "Why salt is bad for the heart",
        "Why you should never take statins",
        "How to lower your blood pressure",
        "How much zinc to take: 50 mg",
        "Who must skip the vaccine",
        "Why our laser is a breakthrough for the back",
        "Why lead is toxic",
        "How ginger works against colds",
        "Effects of ginger on liver cancer and gout, the best cure",
        "Effects of ginger, which heals the gut",
        "Garlic thins the blood",
        "How the blood flows is known.",
    ],
)
def test_an_item_that_takes_something_for_granted_is_more_than_a_part(item: str) -> None:
    assert parts(f"{LEAD}- {item}\n- Salt and water\n") == []


@pytest.mark.parametrize(
    "lead",
    ["Garlic does three things:", "People with gout ask for help with:", "The trial showed that we learn:"],
)
def test_below_another_lead_in_it_is_no_part(lead: str) -> None:
    assert parts(f"{lead}\n\n- How the blood flows\n- Why the joints swell\n") == []


def test_below_the_next_heading_it_is_no_part() -> None:
    assert parts(f"## Contents of all\n\n{LEAD}- Salt\n\n## Blood\n\nHow the blood flows in the legs\n") == []


@pytest.mark.parametrize(
    "lead",
    [
        "In this guide you will learn:",
        "This deep dive explains:",
        "We will look at:",
        "Let's investigate:",
        "Key topics:",
        "## What you'll learn",
        "## What this article covers",
    ],
)
@pytest.mark.parametrize(
    "item",
    ["How the test is done", "Who is offered a blood test", "Effects of tea on sleep", "What happens to the joints"],
)
def test_what_a_page_is_about_to_tell_is_a_part_of_it(lead: str, item: str) -> None:
    assert parts(f"{lead}\n\n- {item}\n- Salt and water\n") == [item]
