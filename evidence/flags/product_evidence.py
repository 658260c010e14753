"""What the product flags share: which sentences promote a product, and what evidence on this very product there is.

Standard: standards.md A3.4 and C6.
"""

from __future__ import annotations

from evidence.claims.promotion import sounds_like_supplement
from evidence.context import Design, Source, Status
from evidence.flags.findings import Findings
from evidence.grading.levels import in_laboratory
from evidence.values import Kind, ProductMention

_TRIALS = frozenset({Design.RCT, Design.SYSTEMATIC_REVIEW})


def promoted_sentences(findings: Findings, mention: ProductMention) -> list[int]:
    """Sentences that claim something for the product; where the text sells its own, every one that names it."""
    product = findings.product_of(mention)
    own = mention.own or (product is not None and product.sold_by_publisher is True)
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
    """As recorded for a known product; for another one by the words of the sentences that promote it."""
    product = findings.product_of(mention)
    if product is not None:
        return product.supplement
    return any(sounds_like_supplement(findings.document.sentences[index].text) for index in mention.sentences)
