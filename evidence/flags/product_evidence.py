"""What the product flags share: which sentences promote a product, and what evidence on this very product there is.

Standard: standards.md A3.4 and C6.
"""

from __future__ import annotations

from evidence.context import Design, Source, Status
from evidence.flags.findings import Findings
from evidence.grading.levels import in_laboratory
from evidence.selling.goods import is_taken_in
from evidence.selling.judgement import names_of
from evidence.selling.register import is_allowed
from evidence.selling.statements import masked
from evidence.values import Kind, ProductMention

_TRIALS = frozenset({Design.RCT, Design.SYSTEMATIC_REVIEW})


def promoted_sentences(findings: Findings, mention: ProductMention) -> list[int]:
    """Sentences that claim something for the product; where the page sells it, every one that speaks of it."""
    product = findings.product_of(mention)
    own = mention.own or mention.sold or (product is not None and product.sold_by_publisher is True)
    return [index for index in mention.sentences if own or Kind.PRODUCT in findings.claims[index].kinds]


def has_trial(findings: Findings, sentence: int, mention: ProductMention) -> bool:
    """Whether a randomised trial in people of this very product is recorded for it or cited by the sentence."""
    product = findings.product_of(mention)
    trials = set(product.trials) if product else set()
    cited = findings.sources_of(sentence)
    recorded = [findings.by_key[key] for key in sorted(trials) if key in findings.by_key]
    return any(_is_trial(source) for source in recorded) or any(
        _is_trial(source) and _names(source, mention) for source in cited
    )


def _is_trial(source: Source) -> bool:
    return source.design in _TRIALS and not in_laboratory(source) and source.status is not Status.RETRACTED


def _names(source: Source, mention: ProductMention) -> bool:
    return mention.name.lower() in f"{source.title} {source.abstract}".lower()


def is_supplement(findings: Findings, mention: ProductMention) -> bool:
    """Whether the US rules on supplement claims apply: as recorded, or for a product nobody recorded by its words."""
    product = findings.product_of(mention)
    if product is not None:
        return product.supplement
    said = [findings.document.sentences[index].text for index in mention.sentences]
    return is_taken_in([findings.document.title, *said])


def is_licensed(findings: Findings, mention: ProductMention) -> bool:
    """Whether the product is on record as a licensed medicine or cleared device, which may name its disease."""
    product = findings.product_of(mention)
    return product is not None and product.licensed


def in_register(findings: Findings, sentence: int, mention: ProductMention) -> bool:
    """Whether a sentence claims no more than the registers of the United Kingdom and the Union allow for a nutrient."""
    return is_allowed(masked(findings.visible[sentence].text, names_of(mention, findings.products)))
