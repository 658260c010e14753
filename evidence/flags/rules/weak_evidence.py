"""The best source of a claim reaches no further than very weak. A blocker for advice and safety, or at no evidence.

Standard: Oxford CEBM 2011, GRADE; standards.md A3.6. Appraisals may rest on an opinion paper, and mechanisms on
laboratory work, so neither is flagged; a work of unknown design is not judged, nor is what stands beside one. A1 grades
designs for claims of effect, harm and cause: a page or a book of which only the form is known is very weak for these
and for advice, and is left alone under a fact, an event or a law; what hospitals, universities and learned societies
tell their patients is more than a mere page [house]. Where all that a promise has is the writer's own word or the home
page of an organisation, it has no evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.claims.outright_promises import promised
from evidence.context import Source, Status
from evidence.flags.findings import Findings, raised
from evidence.flags.mere_pages import is_mere_page, tells_workings
from evidence.flags.no_work_named import names_no_work, own_addresses
from evidence.grading.levels import asserts_effect
from evidence.language.patterns import lazily
from evidence.references.public_bodies import holds_papers, is_of_medicine
from evidence.values import MAY_BLOCK, Claim, Flag, Kind, Level, Sentence, Severity, Wording

CODE = "weak-evidence"


def check(findings: Findings) -> Iterator[Flag]:
    own = own_addresses(findings.document)
    for sentence, claim in findings.rows:
        level = findings.grades[sentence.index].level
        sources = findings.graded(sentence.index)
        if _promises_on_nothing(findings, sentence, claim, own):
            keys = [("source", source.key) for source in findings.judged_by(sentence.index)]
            facts = [("level", Level.NONE.value), *keys]
            yield raised(CODE, sentence=sentence.index, severity=Severity.BLOCKER, facts=facts)
            continue
        if level.points > Level.VERY_WEAK.points or not sources or _excused(claim):
            continue
        if len(sources) < len(findings.judged_by(sentence.index)):
            continue  # the best of them may be the one that is not graded
        if all(map(is_mere_page, sources)) and (
            not _needs_a_study(claim)
            or _tells_physiology(claim, sentence.text)
            or _is_left(findings, sentence, sources)
        ):
            continue
        if level is Level.NONE and claim.wording is Wording.NONE and not _OF_CARE & set(claim.kinds):
            continue  # that a trial is under way, its plan tells best
        if all(source.status is Status.RETRACTED for source in sources):
            continue  # retracted-source says it already
        serious = level is Level.NONE or Kind.MANAGEMENT in claim.kinds or Kind.SAFETY in claim.kinds
        severity = Severity.BLOCKER if serious else Severity.WARNING
        facts = [("source", source.key) for source in sources]
        yield raised(CODE, sentence=sentence.index, severity=severity, facts=[("level", level.value), *facts])


def _promises_on_nothing(findings: Findings, sentence: Sentence, claim: Claim, own: frozenset[str]) -> bool:
    """Whether a promise has no source but what leads to no work (A3.6: no evidence)."""
    if MAY_BLOCK.isdisjoint(claim.kinds):
        return False
    sources = findings.judged_by(sentence.index)
    if not sources or not all(names_no_work(source, own) for source in sources):
        return False
    return promised(sentence.text) is not None


_EFFECTS = frozenset({Kind.CAUSAL, Kind.EFFICACY, Kind.SAFETY, Kind.PRODUCT})
_OF_CARE = frozenset({Kind.MANAGEMENT, Kind.SAFETY})
_OF_A_STUDY = frozenset({Kind.STUDY_MENTION, Kind.STUDY_RESULT})
_OF_NO_DISEASE = frozenset({Kind.EFFICACY, Kind.SAFETY, Kind.MANAGEMENT, Kind.PRODUCT})
_LIKELY, _CERTAIN = 0.8, 0.9
"""Learned chances from which an effect in words counts, and advice or a word on safety that words none [house]."""


def _needs_a_study(claim: Claim) -> bool:
    """Whether a claim is one of effect in so many words, or surely one of advice or safety.

    A sentence that tells of one study leads to it or to a report of it: which, and of what design, is not known.
    """
    kinds = set(claim.kinds)
    if _OF_A_STUDY & kinds:
        return False
    if _EFFECTS & kinds and claim.wording is not Wording.NONE:
        return claim.certainty is None or claim.certainty >= _LIKELY
    return bool(_OF_CARE & kinds) and (claim.certainty is None or claim.certainty >= _CERTAIN)


def _tells_physiology(claim: Claim, text: str) -> bool:
    """Whether a cause is told of how the body works, with no disease or complaint in it: a textbook will do (A3.6)."""
    return _OF_NO_DISEASE.isdisjoint(claim.kinds) and tells_workings(text)


def _is_left(findings: Findings, sentence: Sentence, sources: list[Source]) -> bool:
    """Whether a page is no mere one, or the sentence only points at it or says whose word it is."""
    if any(is_of_medicine(source.url) or holds_papers(source.url) for source in sources):
        return True
    written = findings.document.sentences[sentence.index].text
    return not _WORD.search(_LINKED.sub(" ", written)) or _SAYS_WHOSE.search(sentence.text) is not None


_WORD = lazily(r"[A-Za-z]{2,}")
_LINKED = lazily(
    r"\{%.{0,600}%\}|\{:[^}]{0,200}\}|!?\[[^\[\]]{0,600}\]\([^()\s]{0,1000}\)|<a\b[^<>]{0,2000}>.{0,600}?</a>|(?:https?:)?//\S{1,2000}|</?\w[^<>]{0,300}>"
)
_SAYS_WHOSE = lazily(
    r"^\W*(?:(?i:according\s+to)|[Aa]s\s+[^,]{3,80}\s+(?:points?\s+out|says?|writes?|notes?|explains?))\b|^\W*(?:[A-Z][\w.'’-]+\s+){1,4}(?:\(?\d{4}\)?\s+)?(?:argues?|argued|claims|claimed|writes|wrote|says|points\s+out|maintains)\b"
)
"""A sentence that begins with whose word it is: the reader is not misled."""


def _excused(claim: Claim) -> bool:
    if Kind.APPRAISAL in claim.kinds:
        return True
    return Kind.MECHANISM in claim.kinds and not asserts_effect(claim)
