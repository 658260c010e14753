"""An author without stated qualification."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from evidence import pipeline
from evidence.context import Page
from evidence.reading import documents, metadata
from tests.evidence.judging import TODAY, check_clean, check_flags

CODE = "missing-credentials"
TEXT = "Magnesium relieves migraine."


def _codes(byline: str) -> set[str]:
    document = replace(documents.read(TEXT), byline=byline)
    return {flag.code for flag in pipeline.assess(document, today=TODAY).page_flags}


def test_it_leaves_stated_credentials_alone() -> None:
    check_clean(CODE, TEXT, page=Page(credentials=True))


def test_it_reads_the_byline_where_nobody_has_answered() -> None:
    assert CODE not in _codes("By Dr. Ada Moor, RN")
    assert CODE in _codes("By the editors")


def test_an_answer_goes_before_the_byline() -> None:
    check_flags(CODE, TEXT, page=Page(credentials=False))


@pytest.mark.parametrize(
    "words",
    [
        "By Dr. Ada Moor 7 min read",
        "About Dr. Ada Moor",
        "### About the Practitioner: Dr Ada Moor BHSc",
        "Ada Moor, RDN",
        "I'm an osteopath and lecturer in Leeds.",
        "I am a counsellor, and I write on sleep.",
        "As a registered dietitian, I see many people with migraine.",
        "I have a BSc (Hons) in nutrition.",
        "We have four practitioners, all of whom took a full course and are HCPC registered.",
        "We offer experienced care from professional, fully-qualified osteopaths.",
        "I am not a doctor.",
        "## Expert Care By Dr. Ada Moor",
        "Our board-certified, fellowship-trained podiatrists provide foot care in Leeds.",
        "**Disclaimer: I am not a professional.**",
    ],
)
def test_what_the_text_says_of_its_author_counts(words: str) -> None:
    check_clean(CODE, f"{words}\n\n{TEXT}")
    check_clean(CODE, f"{TEXT}\n\n{words}\n")


@pytest.mark.parametrize(
    "words",
    [
        "By Ada Moor",
        "My doctor is Dr Ada Moor.",
        "I am not a fan of coffee.",
        "I am a patient of a dietitian in Leeds.",
        "Professor Lee: a great man.",
        "As done by a chiropractor, it relieves pain.",
        "I'm seeing a therapist's assistant.",
        "Dr. Samuel Stone wrote a book.",
        "I have a migraine and a dog.",
    ],
)
def test_what_it_says_of_others_does_not(words: str) -> None:
    check_flags(CODE, f"{words}\n\n{TEXT}")


def test_the_authors_of_listed_works_are_not_the_author() -> None:
    check_flags(CODE, f"{TEXT} [1]\n\n## References\n\n1. By Dr. Ada Moor. Magnesium. Food J. 2012;3:1.\n")


def test_front_matter_may_say_it_beside_the_name() -> None:
    for field in ("author_credentials: MPH", "writtenByCredentials: BCPA, MPH"):
        document = documents.read(f"---\nauthor: Ada Moor\n{field}\n---\n{TEXT}")
        assert CODE not in {
            flag.code
            for flag in pipeline.assess(document, today=TODAY, page=metadata.page_of(document.meta)).page_flags
        }


def test_a_run_of_letters_without_an_end_is_passed_over_at_once() -> None:
    began = process_time()
    check_flags(CODE, f"{'ab' * 200} of the MD kind\n\n{TEXT}")
    assert process_time() - began < 2
