"""The rules, one module per flag, each named after its code.

In: the Findings of one document. Out: its flags. What two or more rules share stands beside this folder.
May not import: each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evidence.flags.findings import Findings
from evidence.flags.rules import (
    animal_to_human,
    causal_overstatement,
    certainty_overstatement,
    concern_source,
    conflict_undisclosed,
    conflicted_source,
    contested_claim,
    contradicted_by_source,
    dead_link,
    disease_claim_for_supplement,
    distant_citation,
    hidden_characters,
    incomplete_reference,
    missing_advice_notice,
    missing_citation,
    missing_credentials,
    missing_date,
    missing_disclaimer,
    missing_harms,
    missing_reviewer,
    nonpeer_source,
    numeric_mismatch,
    numeric_unverified,
    outdated_source,
    overgeneralisation,
    preprint_source,
    product_claim_unsupported,
    readability_high,
    reference_mismatch,
    relative_only,
    retracted_source,
    safety_claim_unsupported,
    single_study_generalisation,
    surrogate_outcome,
    uncited_reference,
    undisclosed_product,
    unqualified_link,
    unresolved_mention,
    unsupported_language,
    vague_attribution,
    weak_evidence,
)
from evidence.values import Flag

Rule = Callable[[Findings], Iterator[Flag]]

RULES: tuple[Rule, ...] = (
    missing_citation.check,
    unresolved_mention.check,
    reference_mismatch.check,
    vague_attribution.check,
    distant_citation.check,
    uncited_reference.check,
    incomplete_reference.check,
    dead_link.check,
    weak_evidence.check,
    retracted_source.check,
    concern_source.check,
    preprint_source.check,
    nonpeer_source.check,
    outdated_source.check,
    animal_to_human.check,
    single_study_generalisation.check,
    overgeneralisation.check,
    surrogate_outcome.check,
    contested_claim.check,
    conflicted_source.check,
    causal_overstatement.check,
    certainty_overstatement.check,
    numeric_mismatch.check,
    numeric_unverified.check,
    contradicted_by_source.check,
    relative_only.check,
    undisclosed_product.check,
    product_claim_unsupported.check,
    disease_claim_for_supplement.check,
    safety_claim_unsupported.check,
    missing_disclaimer.check,
    unqualified_link.check,
    conflict_undisclosed.check,
    missing_credentials.check,
    missing_reviewer.check,
    missing_date.check,
    missing_harms.check,
    missing_advice_notice.check,
    readability_high.check,
    hidden_characters.check,
    unsupported_language.check,
)
"""Every rule, in the order of the catalogue."""
