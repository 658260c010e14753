"""Nobody has said whether author and publisher are tied to what the page argues for.

Standard: ICMJE, FTC 16 CFR 255.5; standards.md C1 and C2. The page asks and never infers; "none" is an answer. With the
answer given, a product of the publisher that is named, or whose class is argued for, still needs its disclosure.

A newsroom's form that nobody has filled in stops, and so does silence where goods are at stake (C2): a product is
named, or something is offered, priced or linked for a commission. Where none is, nothing is sold by the silence; the
benchmark of JAMA on disclosure is then worth a note [house], or part of the flag on the author's training where that is
not told either (docs/decisions/0020).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.context import Product
from evidence.flags import credentials, interests
from evidence.flags.findings import Findings, raised
from evidence.language import vocabulary
from evidence.values import Flag, Severity

CODE = "conflict-undisclosed"


def check(findings: Findings) -> Iterator[Flag]:
    if not findings.in_scope or (interests.are_only_asked(findings) and not credentials.are_told(findings)):
        return
    facts = [] if findings.page.interests_answered else [("interests", "not answered")]
    answered = {row.product for row in findings.page.disclosures if row.answered}
    named = {mention.key for mention in findings.mentions}
    for product in findings.products:
        if product.sold_by_publisher is False or product.key in answered:
            continue
        if product.key in named:
            facts.append(("names", product.name))
        elif product.sold_by_publisher and _argued_for(findings, product):
            facts.append(("argues for", ", ".join(product.classes)))
    if facts:
        only_asked = not findings.page.has_form and [name for name, _ in facts] == ["interests"]
        mild = only_asked and not findings.mentions and not interests.deals_in_goods(findings.document)
        yield raised(CODE, severity=Severity.NOTE if mild else None, facts=facts)


def _argued_for(findings: Findings, product: Product) -> bool:
    classes = {name.lower() for name in product.classes}
    return any(
        classes & {form for word in vocabulary.words(sentence.text) for form in (word, word.removesuffix("s"))}
        for sentence, _ in findings.rows
    )
