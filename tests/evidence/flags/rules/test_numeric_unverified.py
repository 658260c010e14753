"""A number that the held text does not give."""

from __future__ import annotations

from dataclasses import replace

from tests.evidence.judging import TRIAL, check_clean, check_flags

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


def test_the_number_of_an_entity_is_no_number() -> None:
    check_clean(CODE, "Ginger lowers nausea &#8211; so they say &#8220;in most women&#8221; [@lee2020].", [TRIAL])


def test_a_number_in_the_name_of_a_test_counts_nothing() -> None:
    check_clean(CODE, "The 2-day CPET tells ginger from ginger tea in women [@lee2020].", [HELD])
    check_clean(CODE, "Nausea was asked about by a 7-item questionnaire [@lee2020].", [HELD])
