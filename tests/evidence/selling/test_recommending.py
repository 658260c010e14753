"""The advice of doctors, and what only sounds like it."""

from __future__ import annotations

import pytest

from evidence.selling.recommending import recommended


@pytest.mark.parametrize(
    "text",
    [
        "Ask your doctor before you take Brandol.",
        "Doctors do not recommend Brandol for everyone.",
        "Do doctors recommend Brandol?",
        "Brandol is sold in clinics.",
        "Ask whether your midwife recommends Brandol.",
        "Nurses get a discount on Brandol.",
    ],
)
def test_what_is_no_advice_is_left_alone(text: str) -> None:
    assert recommended(text) == ("", False)


@pytest.mark.parametrize(
    "text",
    [
        "Dentists recommend Brandol.",
        "Brandol is trusted by midwives.",
        "Doctor-recommended Brandol.",
        "My GP told me to take Brandol.",
        "Dr Amara Cole swears by Brandol.",
        "Brandol was formulated by pharmacists.",
        "My dermatologist uses Brandol herself.",
        "The pharmacist's choice: Brandol.",
    ],
)
def test_advice_is_found_whoever_tells_it(text: str) -> None:
    words, of_a_body = recommended(text)
    assert words
    assert not of_a_body


@pytest.mark.parametrize(
    "text",
    ["Brandol is endorsed by the British Dental Association.", "The Royal College of Midwives backs Brandol."],
)
def test_the_word_of_a_society_is_told_apart(text: str) -> None:
    assert recommended(text)[1]
