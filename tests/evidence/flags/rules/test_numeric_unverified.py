"""A number that the held text does not give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags, flags_of

CODE = "numeric-unverified"
HELD = replace(TRIAL, abstract="Nausea eased in 38 % of 240 women.")


def test_no_number_is_checked_without_a_source() -> None:
    check_clean(CODE, "The mouth houses 700 kinds of bacteria.")


def test_it_leaves_a_number_alone_that_the_source_gives() -> None:
    check_clean(CODE, "Among 240 women, ginger eased nausea [@lee2020].", [HELD])


def test_the_sample_size_on_record_counts_as_given() -> None:
    check_clean(CODE, "Ginger eased nausea among 240 women [@lee2020].", [replace(TRIAL, abstract="A trial.")])


def test_digits_of_an_identifier_are_no_number() -> None:
    check_clean(CODE, "Ginger eased nausea (PMID: 30000001) [@lee2020].", [HELD])


def test_it_flags_a_number_that_is_nowhere() -> None:
    flag = check_flags(CODE, "The mouth houses 700 kinds of bacteria [@lee2020].", [HELD])
    assert flag.facts == (("number", "700"),)


def test_it_flags_a_number_over_a_work_of_which_nothing_is_held() -> None:
    check_flags(CODE, "The mouth houses 700 kinds of bacteria [@lee2020].", [TRIAL])


def test_a_dose_that_the_page_copies_of_the_work_need_not_be_looked_up() -> None:
    said = "Cinnamon lowers blood sugar on 3 g a day [@lee2020]."
    check_clean(CODE, f"> Forty patients took three g/day of cinnamon.\n\n{said}", [TRIAL])
    check_flags(CODE, f"> Forty patients took five g/day of cinnamon.\n\n{said}", [TRIAL])
    check_flags(CODE, f"Forty patients took three g/day of cinnamon.\n\n{said}", [TRIAL])


def test_the_number_of_an_entity_is_no_number() -> None:
    check_clean(CODE, "Ginger lowers nausea &#8211; so they say &#8220;in most women&#8221; [@lee2020].", [TRIAL])


def test_a_number_in_the_name_of_a_test_counts_nothing() -> None:
    check_clean(CODE, "The 2-day CPET tells ginger from ginger tea in women [@lee2020].", [HELD])
    check_clean(CODE, "Nausea was asked about by a 7-item questionnaire [@lee2020].", [HELD])


@pytest.mark.parametrize(
    "text",
    [
        "Since March 12 the mouth is said to house bacteria",
        "The mouth has housed bacteria that cause caries since the 21st century began",
        "As 20 years ago, the mouth houses bacteria that cause caries",
        "Just 100 years ago caries was rare in children",
        "Over the past 30 years caries became rare in children",
        "Dentists recommend the MAF 180 Formula against caries",
        "The 95th percentile of caries is found in children",
        "Caries became rarer in children on 14 June 2012",
    ],
)
def test_a_date_a_span_of_the_past_and_a_name_are_no_number_to_check(text: str) -> None:
    check_clean(CODE, f"{text} [@lee2020].", [TRIAL])


@pytest.mark.parametrize(
    "text",
    [
        "The mouth houses 700 kinds of bacteria that cause caries",
        "In 12 weeks caries grows by a millimetre in children",
        "Since June 40 % of children have caries",
        "Caries takes 5 years to grow in children",
        "In the past 12 months 8 % of children had caries",
    ],
)
def test_amounts_beside_dates_and_spans_are_numbers_to_check(text: str) -> None:
    check_flags(CODE, f"{text} [@lee2020].", [TRIAL])


@pytest.mark.parametrize(
    "text",
    [
        "Lee and Okoro (2020) is a review that looked at 13 studies of ginger and nausea [@lee2020]",
        "They included 40 observational studies of ginger and nausea [@lee2020]",
        "After reviewing 16 trials, the authors found too little evidence on ginger and nausea [@lee2020]",
        "One study of 367,198 women identified a gene for nausea [@lee2020]",
        "The study followed 1,600 patients with nausea for signs of harm [@lee2020]",
    ],
)
def test_how_much_a_study_took_in_is_left_to_its_reader_where_nothing_is_held(text: str) -> None:
    check_clean(CODE, f"{text}.", [TRIAL])


def test_how_much_a_study_took_in_is_checked_against_what_is_held() -> None:
    check_flags(CODE, "They included 40 randomised trials of ginger and nausea [@lee2020].", [HELD])


def test_a_block_quotation_of_a_work_is_left_to_its_reader() -> None:
    told = "[Ginger eases nausea in 38 % of women](https://doi.org/10.1000/lee2020)"
    check_clean(CODE, f"Ginger is good for health.\n\n> {told}\n>\n> Ginger eased nausea in 41 % of women.\n", None)
    check_flags(CODE, f"Ginger is good for health.\n\n{told} Ginger also eases pain in 41 % of women.\n", None)


def test_the_same_number_of_the_same_work_is_asked_about_once() -> None:
    text = "The mouth houses 700 kinds of bacteria [@lee2020]. These 700 kinds of bacteria cause caries [@lee2020]."
    assert len(flags_of(CODE, text, [TRIAL])) == 1
    other = replace(TRIAL, key="roe2019")
    text = "The mouth houses 700 kinds of bacteria [@lee2020]. These 700 kinds of bacteria cause caries [@roe2019]."
    assert len(flags_of(CODE, text, [TRIAL, other])) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Caries is caused by sugar, see https://news.example/2021/04/30/caries-12058.html",
        '<span style="font-size: 30px; font-weight: 900">Caries</span> is caused by sugar in children',
        "Caries is caused by sugar, as they said on Smart Teeth Podcast 191",
        "Caries is caused by sugar, as Season 12 of the show tells",
    ],
)
def test_digits_of_addresses_markup_and_broadcasts_are_no_numbers(text: str) -> None:
    check_clean(CODE, f"{text} [@lee2020].", [TRIAL])


@pytest.mark.parametrize(
    "offer", ["Get up to 32% off", "Take 15 % off", "There is a 20% discount", "It has a 90-day refund"]
)
def test_what_is_knocked_off_a_price_is_no_number_of_a_study(offer: str) -> None:
    check_clean(CODE, f"Sugar causes caries in children. {offer} on a paste that reduces caries [@lee2020].", [TRIAL])


def test_a_number_beside_a_discount_is_still_asked_about() -> None:
    flag = check_flags(CODE, "There is a 20% discount on a paste that reduces caries by 41% [@lee2020].", [TRIAL])
    assert flag.facts == (("number", "41%"),)
