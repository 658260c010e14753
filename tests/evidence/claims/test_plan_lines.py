"""Days, amounts of food, counts and names are no claims; doses, medicines and what something is good for are."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import read
from evidence.claims.plan_lines import find
from evidence.reading import documents


def lines(text: str) -> list[str]:
    page = read(documents.read(text, "markdown"), (), (), ())
    return [page.readings[place].text.strip() for place in sorted(find(page.readings))]


@pytest.mark.parametrize(
    "item",
    [
        "500 mg of aspirin",
        "2 aspirin tablets",
        "1 vitamin and 20 mg of iron",
        "3 glasses of wine",
        "400 calories from raw milk, which heals",
        "400 calories from toxic roots",
        "1 cup of bleach",
        "Unlimited water, which cures gout",
        "Green tea (fights cancer)",
        "Green tea (lowers blood pressure)",
        "No insulin",
        "Only water helps.",
    ],
)
def test_a_dose_or_a_promise_below_a_day_stays_a_claim(item: str) -> None:
    assert item not in lines(
        f"The plan is:\n\n**Day 1**\n\n- {item}\n- 1,100 calories\n\nThis was the whole plan for us.\n"
    )


def test_an_amount_without_a_day_stays_what_it_was() -> None:
    assert lines("You need this much:\n\n- 1,100 calories\n- Unlimited water\n\nThat is all that there is.\n") == []


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("Foods that cure cancer include:", "Garlic"),
        ("The types of mushroom that poison people include:", "Death cap"),
        ("Safe types include:", "Krill oil"),
        ("Common types include:", "Krill oil (good for the heart)"),
        ("Common types include:", "Krill oil prevents strokes"),
        ("Common types include:", "Krill oil (never with aspirin)"),
        ("The types of garlic against colds are:", "Black garlic"),
    ],
)
def test_a_name_below_a_promise_or_with_one_stays_a_claim(lead: str, item: str) -> None:
    assert lines(f"{lead}\n\n- {item}\n- Oil cakes of all kinds\n\nThat is all that there is.\n").count(item) == 0


@pytest.mark.parametrize("item", ["41 patients died", "12 volunteers were cured", "40 people with less pain"])
def test_a_count_of_what_befell_people_stays_a_claim(item: str) -> None:
    assert lines(f"The trial of a mat had this:\n\n- {item}\n- Mats of foam\n\nThat is all that there is.\n") == []


@pytest.mark.parametrize(
    "item",
    [
        "Day 1",
        "1,100 calories",
        "400 calories from healthy fats (nuts, oil, etc.)",
        "1 multivitamin",
        "Unlimited water",
        "Herbal tea (up to 3 cups)",
    ],
)
def test_what_a_plan_holds_for_a_day_is_no_claim(item: str) -> None:
    assert item in lines(f"The plan is:\n\n- Day 1\n- 2 cups of rice\n- {item}\n\nThis was the whole plan for us.\n")


def test_a_day_as_a_heading_opens_a_plan_too() -> None:
    assert "900 calories" in lines("## Day 2\n\n- 900 calories\n- Soup\n\nThis was the whole plan for us then.\n")


@pytest.mark.parametrize("lead", ["The three main types are:", "Common types include:", "Kinds of oil include:"])
@pytest.mark.parametrize("item", ["Krill oil", "**EPA** (eicosapentaenoic acid)"])
def test_a_name_below_a_lead_in_to_kinds_is_no_claim(lead: str, item: str) -> None:
    assert len(lines(f"{lead}\n\n- {item}\n- Oil from the seeds of hemp that was pressed cold\n\nThat is all.\n")) == 1


def test_how_many_took_part_is_no_claim() -> None:
    assert lines("Notes on the trial of a mat:\n\n- 41 participants\n- Mats\n") == ["41 participants"]
