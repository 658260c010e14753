"""What is said of a book or a page rather than of health needs no source; what it is said to show does."""

from __future__ import annotations

import pytest

from evidence.claims.empty_lines import is_empty
from evidence.claims.of_works import is_of_a_work, is_title_by
from tests.evidence.judging import check_clean, check_flags


@pytest.mark.parametrize(
    "text",
    [
        "[Garlic cures cancer](https://example.org/book), by the way.",
        "[Garlic](https://example.org/g) by Ada Moor cures cancer.",
        "Garlic cures cancer, by Ada Moor.",
        "Garlic Cures Cancer, by far.",
        "Garlic Cures Cancer and so does honey from the hills, by Ada Moor",
        "Garlic, by Ada Moor",
        "*Garlic cures cancer* and so does honey, by Ada Moor.",
        "[Garlic cures cancer](https://example.org/book)",
        "*Never eat salt again*, by law.",
        "It is a good read because garlic cures colds.",
        "It is a great book and shows that statins are toxic.",
        "This is a book by Ada Moor that proves that sugar is poison.",
        "It is a fun read: honey heals burns.",
        "While reading the label, note that 500 mg of zinc is safe.",
        "When reading labels, remember that sugar causes caries.",
        "My goal is to lower my blood pressure with garlic.",
        "Our aim is to explain why vaccines cause autism.",
        "My plan is to take 400 mg of magnesium.",
        "Hopefully research will show that ginger cures cancer.",
        "Hopefully you will sleep better without coffee.",
        "Nobody says that garlic cures cancer.",
        "Statins are dangerous, but nobody says so.",
        "Avoid gluten, even if no one is recommending it.",
        "Nobody recommends it; honey heals burns.",
        "The best read on sleep says eight hours are essential.",
        "The site is about sleep, and naps are bad for you.",
    ],
)
def test_what_asserts_something_is_of_no_work(text: str) -> None:
    assert not is_of_a_work(text)


@pytest.mark.parametrize(
    "text",
    [
        "[The Great Milk Myth: Why Calcium Won’t Prevent Fractures][41], by Ada Moor and Stephen Bell (2012)",
        "[Fat Luck: Beating the Odds Against Sugar and Disease](https://example.org/fat), by Robert Moor.",
        "*The Quiet Mind*, by Ada Moor",
        "**Sleep, Heal, Repeat** by Dr. Ada Moor (2019)",
        "_Eat to Beat Cancer_ by Ada van Moor, Jo Bell and Kim Lee",
        "<em>Curing Migraine</em> by A. B. Moor",
        "- [Good Calories](https://example.org) by Jo Bell",
        "*A Life Without Pain*, edited by Kim Lee",
        "The Great Milk Myth: Why Calcium Won’t Prevent Fractures, by Ada Moor and Stephen Bell (2012)",
        "Fat Luck: Beating the Odds Against Sugar and Disease, by Robert Moor.",
    ],
)
def test_the_title_of_a_work_with_its_author_is_of_a_work(text: str) -> None:
    assert is_title_by(text)
    assert is_of_a_work(text)


@pytest.mark.parametrize(
    "text",
    [
        "It's definitely a good read on diets.",
        "It was a quick read about hormones.",
        "Her memoir on migraine is a wonderful book.",
        "That makes a fascinating podcast on sleep.",
        "It is an extensive blog written by Ada Moor, who eats like our ancestors.",
        "This is a documentary about vitamins.",
        "It's a newsletter run by Jo Bell, a dietitian.",
        "When reading Moor's Daily Apple, realize that its focus is not just on nutrition, but on a way of life.",
        "While reading the chapter on fats, keep in mind who wrote it.",
        "My goal is to summarise some of the better known books on fat.",
        "The plan for this series is to review ten diets.",
        "Our intention is simply to collect what we know of knees.",
        "For now, my aim is to track my headaches.",
        "Hopefully this means that more research on running in pregnancy will follow.",
        "Hopefully, studies will tell us more one day.",
        "More research will come.",
        "No one is out there advocating that cola belongs in a healthy diet.",
        "Nobody is telling you to run a marathon.",
        "No one claims that fat is a vitamin.",
        "Nobody seriously argues that we should eschew vegetables.",
        "It&#8217;s a great listen for anyone with migraine.",
    ],
)
def test_praise_plans_and_hopes_around_works_assert_nothing(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "Start by making an appointment with a physiotherapist.",
        "Book a consultation with your dentist.",
        "Schedule an assessment with the nurse.",
    ],
)
def test_an_appointment_sends_to_somebody(text: str) -> None:
    assert is_empty(text)
    assert not is_empty(f"{text[:-1]}, since ginger eases nausea.")


def test_the_year_of_a_work_behind_its_title_and_authors_names_no_study() -> None:
    text = "Sleep is short.\n\n- [The Quiet Mind](https://example.org/mind), by Ada Lee and Jo Moor (2012)"
    check_clean("unresolved-mention", text)
    check_flags("unresolved-mention", "Sleep is short, and ginger eased nausea in work by Ada Lee and Jo Moor (2012).")
