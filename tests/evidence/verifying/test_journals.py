"""Whether two names are those of one journal."""

from __future__ import annotations

import pytest

from evidence.verifying.journals import same_journal


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        ("Nutrition", "Nutrients"),
        ("Pain", "Palliation"),
        ("J Allergy Clin Immunol", "Journal of Applied Clinical Investigation"),
        ("Lancet", "The Lancet Neurology"),
        ("BMJ", "Journal of the American Medical Association"),
        ("Journal of Clinical Nutrition", "Nutrition"),
        ("", "Nutrition"),
    ],
)
def test_two_journals_stay_two(written: str, recorded: str) -> None:
    assert not same_journal(written, [recorded])


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        ("J. Allergy Clin. Immunol.", "The Journal of Allergy and Clinical Immunology"),
        ("N Engl J Med", "The New England journal of medicine"),
        ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("JAMA", "Journal of the American Medical Association"),
        ("BMJ", "BMJ (Clinical research ed.)"),
        ("Lancet", "The Lancet"),
        ("Lancet", "Lancet (London, England)"),
        ("Dtsch Arztebl Int", "Deutsches Ärzteblatt international"),
        ("CA Cancer J Clin", "CA: A Cancer Journal for Clinicians"),
        ("Cochrane Database Syst Rev", "The Cochrane database of systematic reviews"),
        ("The Cochrane database of systematic reviews, no", "Cochrane Database of Systematic Reviews"),
        ("Main results of the KNEE trial. Circulation", "Circulation"),
        ("For the KNEE Investigators’, Circulation", "Circulation"),
        ("Pediatr Res", "Paediatric Research"),
        ("Spine", "Spine : an international journal"),
    ],
)
def test_one_journal_is_known_in_every_form(written: str, recorded: str) -> None:
    assert same_journal(written, [recorded])
