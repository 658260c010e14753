"""The verdict on a work as it is written, from what services replied.

An identifier is judged by the record it leads to: the titles decide, and where they leave doubt, whether two other
fields agree. A record found by words is a guess until title and author, or enough of the other fields, say that it is
the work. Silence is no verdict: a work is not found only where every service that would know it answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from evidence.context import Verdict, Verification
from evidence.verifying.comparison import Answer, Comparison, Csl, Field, compare, is_preprint, is_short
from evidence.verifying.replies import Outcome, Reply
from evidence.verifying.works import Work

_PLACES = ("year", "journal", "volume", "pages")
_TYPING_ERROR = 0.9
"""How alike two DOIs are where one is a slip of the pen [house]."""
_REGISTERS = {"doi": "doi", "pmid": "pubmed", "nct": "clinicaltrials", "arxiv": "arxiv"}
"""Who keeps the whole register of an identifier: what it does not know was never given out. ISBNs have none, and PMC's
converter lacks articles that PubMed lacks."""


@dataclass(frozen=True, slots=True)
class _Match:
    record: Csl
    comparison: Comparison
    reply: Reply


def verdict(work: Work, replies: Sequence[Reply]) -> Verification:
    """What the replies so far say; NOT_ASKED where there is none."""
    if not replies:
        return Verification(Verdict.NOT_ASKED, reason="No service was asked.")
    same, other = _by_identifier(work, replies)
    found = [match for match in _by_words(work, replies) if is_it(work, match.comparison)]
    if other:
        return _other_work(other[0], [*same, *found], replies)
    never = [*_unregistered(work, replies)]
    if never:
        return _never_given_out(never[0], work, [*same, *found], replies)
    if same or found:
        return _compared(work, same, found, replies)
    return _nowhere(work, replies)


def record_of(work: Work, replies: Sequence[Reply]) -> Csl | None:
    """The record of the work that is written, the one that agrees best; None where none was found."""
    same, _ = _by_identifier(work, replies)
    found = [match for match in _by_words(work, replies) if is_it(work, match.comparison)]
    best = sorted([*same, *found], key=lambda match: len(match.comparison.differing))
    return best[0].record if best else None


def leads_to_it(work: Work, replies: Sequence[Reply]) -> bool:
    """Whether identifiers settle the matter: they lead to this work, to no other, and not to its preprint only."""
    same, other = _by_identifier(work, replies)
    gone = [*_unregistered(work, replies)]
    if other or gone:
        return False
    if any(_too_little(work, match.comparison) for match in same):
        return True
    return any(is_preprint(match.record) == is_preprint(work.csl) for match in same)


def is_it(work: Work, comparison: Comparison) -> bool:
    """Whether a record found by words is the work that is written."""
    title, author = comparison.of("title"), comparison.of("first author")
    places = comparison.agreeing(*_PLACES)
    if title is Answer.SAME and not is_short(work.csl):
        if author is Answer.SAME:
            return True
        if author is Answer.NEAR:
            return places >= 1
        if author is Answer.UNKNOWN:
            return comparison.of("year") in (Answer.SAME, Answer.NEAR) and comparison.of("journal") is not Answer.OTHER
        return places >= 3
    if title is Answer.NEAR:
        return author is Answer.SAME and places >= 2 and not _elsewhere(comparison)
    return author is Answer.SAME and comparison.of("journal") is Answer.SAME and places >= 3


def _leads_here(comparison: Comparison) -> bool:
    """Whether the record behind an identifier is the work that is written."""
    title = comparison.of("title")
    agreeing = comparison.agreeing("first author", *_PLACES)
    if title is Answer.SAME:
        return True
    if title is Answer.NEAR:
        return agreeing >= 2 and not _elsewhere(comparison)
    return title is Answer.UNKNOWN and (agreeing >= 2 or not comparison.differing)


def _elsewhere(comparison: Comparison) -> bool:
    """Whether volume and pages are others: with a title that is only near, a work of the same people."""
    return comparison.of("volume") is Answer.OTHER and comparison.of("pages") is Answer.OTHER


def _by_identifier(work: Work, replies: Sequence[Reply]) -> tuple[list[_Match], list[_Match]]:
    """Records behind the written identifiers: those of this work, and those of others. Where services differ about one
    identifier, one that knows it as this work is believed."""
    same: list[_Match] = []
    other: list[_Match] = []
    for name, value in work.identifiers().items():
        at = [
            reply
            for reply in replies
            if reply.question.value == value and reply.question.by not in ("words", "journal")
        ]
        matches = [
            _Match(record, compare(work.csl, record, work.raw), reply) for reply in at for record in reply.records
        ]
        here = [match for match in matches if _leads_here(match.comparison)]
        same += here
        # A trial's entry has a title of its own, and a book's number is on each of its volumes.
        if not here and name not in ("nct", "isbn"):
            other += matches
    return same, other


def _by_words(work: Work, replies: Sequence[Reply]) -> list[_Match]:
    matches = [
        _Match(record, compare(work.csl, record, work.raw), reply)
        for reply in replies
        if reply.question.by == "words"
        for record in reply.records
    ]
    return sorted(matches, key=lambda match: (len(match.comparison.differing), is_preprint(match.record)))


def _unregistered(work: Work, replies: Sequence[Reply]) -> Iterator[str]:
    """Written identifiers, as "doi:10.1000/x", that their register says it never gave out."""
    for name, value in work.identifiers().items():
        for reply in replies:
            question = reply.question
            asked = question.by == name and question.value == value and question.service == _REGISTERS.get(name)
            if asked and reply.outcome is Outcome.UNKNOWN:
                yield f"{name}:{value}"


def _other_work(match: _Match, better: Sequence[_Match], replies: Sequence[Reply]) -> Verification:
    question = match.reply.question
    proposal = _identifier_of(better, besides=question.value)
    return _verification(
        Verdict.OTHER_WORK,
        replies,
        fields=match.comparison.differing,
        identifier=f"{'doi' if question.by == 'csl' else question.by}:{question.value}",
        proposal=proposal,
        reason=f"It leads to another work: “{match.record.get('title') or 'without title'}”.",
    )


def _never_given_out(gone: str, work: Work, better: Sequence[_Match], replies: Sequence[Reply]) -> Verification:
    proposal = _identifier_of(better, kind=gone.partition(":")[0]) or _identifier_of(better)
    if _is_slip(gone, proposal):
        fields = _differing(better)
        slip = Field("DOI" if gone.startswith("doi") else "identifier", Answer.NEAR, *_values(gone, proposal))
        return _verification(
            Verdict.DIFFERS, replies, fields=(slip, *fields), identifier=gone, proposal=proposal,
            reason="The identifier is not registered; the one on record is nearly the same.",
        )  # fmt: skip
    return _verification(
        Verdict.UNREGISTERED, replies, identifier=gone, proposal=proposal, reason="Its register never gave it out."
    )


def _is_slip(gone: str, proposal: str) -> bool:
    """Whether a DOI was cut short or mistyped."""
    (kind, value), (other_kind, other) = gone.split(":", 1), (proposal.split(":", 1) if proposal else ("", ""))
    if kind != other_kind or not other:
        return False
    cut = len(value) >= 10 and other.startswith(value.rstrip("(.-"))
    return cut or SequenceMatcher(None, value, other, autojunk=False).ratio() >= _TYPING_ERROR


def _values(gone: str, proposal: str) -> tuple[str, str]:
    return gone.partition(":")[2], proposal.partition(":")[2]


def _compared(work: Work, same: Sequence[_Match], found: Sequence[_Match], replies: Sequence[Reply]) -> Verification:
    """The work was found: what is written agrees with the records, or differs in some fields."""
    matches = [*same, *found]
    published = [match for match in matches if is_preprint(match.record) == is_preprint(work.csl)]
    fields = list(_differing(published or matches))
    leading = same or found
    if not any(match in published for match in leading):
        fields.insert(0, Field("published as", Answer.OTHER, *_forms(work)))
    if all(_too_little(work, match.comparison) for match in matches):
        title = matches[0].record.get("title") or "a work without title"
        return _verification(
            Verdict.AGREES, replies, reason=f"Nothing but the identifier is written. It leads to “{title}”."
        )
    kept = "doi" in work.identifiers() and any(match in published for match in same)
    proposal = "" if kept else _identifier_of(published, kind="doi")
    if not proposal and not work.identifiers():
        proposal = _identifier_of(published)
    kind = Verdict.DIFFERS if fields else Verdict.AGREES
    return _verification(kind, replies, fields=tuple(fields), proposal=proposal)


def _forms(work: Work) -> tuple[str, str]:
    return ("a preprint", "a published article") if is_preprint(work.csl) else ("a published article", "a preprint")


def _differing(matches: Sequence[_Match]) -> tuple[Field, ...]:
    """Fields that no record of the work agrees with, as the nearest record has them."""
    best: dict[str, Field] = {}
    for match in matches:
        for field in match.comparison.fields:
            held = best.get(field.name)
            if field.answer is not Answer.UNKNOWN and (held is None or field.answer > held.answer):
                best[field.name] = field
    return tuple(field for field in best.values() if field.answer < Answer.SAME)


def _too_little(work: Work, comparison: Comparison) -> bool:
    """Whether nothing but an identifier is written."""
    return all(field.answer is Answer.UNKNOWN for field in comparison.fields)


def _nowhere(work: Work, replies: Sequence[Reply]) -> Verification:
    """No service knows the work: what that says depends on whether they would."""
    searched = {reply.question.service: reply.outcome for reply in replies if reply.question.by == "words"}
    if not work.searchable:
        return _verification(Verdict.CANNOT_TELL, replies, reason="Too little is written to search for it.")
    if why := work.why_not_indexed():
        return _verification(Verdict.CANNOT_TELL, replies, reason=why)
    silent = [name for name in work.searched_in if searched.get(name, Outcome.SILENT) is Outcome.SILENT]
    if silent:
        return _verification(Verdict.CANNOT_TELL, replies, reason="A service that would know it did not answer.")
    journal = next((reply.outcome for reply in replies if reply.question.by == "journal"), Outcome.FOUND)
    if journal is not Outcome.FOUND:
        return _verification(Verdict.CANNOT_TELL, replies, reason="Its journal is not one that the services index.")
    return _verification(Verdict.NOT_FOUND, replies, reason="No service that would know this work knows it.")


def _identifier_of(matches: Sequence[_Match], *, kind: str = "", besides: str = "") -> str:
    """The identifier of the likeliest record, a DOI before others; "" where none has one."""
    for match in matches:
        for name in (kind,) if kind else ("doi", "pmid", "pmcid", "isbn"):
            value = str(match.record.get(name.upper()) or "")
            value = value.lower() if name == "doi" else value
            if value and value != besides:
                return f"{name}:{value}"
    return ""


def _verification(
    kind: Verdict,
    replies: Sequence[Reply],
    *,
    fields: Sequence[Field] = (),
    identifier: str = "",
    proposal: str = "",
    reason: str = "",
) -> Verification:
    answered = dict.fromkeys(reply.question.service for reply in replies if reply.outcome is not Outcome.SILENT)
    silent = dict.fromkeys(reply.question.service for reply in replies if reply.outcome is Outcome.SILENT)
    days: list[date] = [reply.day for reply in replies if reply.day and reply.outcome is not Outcome.SILENT]
    return Verification(
        verdict=kind,
        fields=tuple((field.name, field.written[:300], field.recorded[:300]) for field in fields),
        identifier=identifier,
        proposal=proposal,
        services=tuple(answered),
        silent=tuple(silent),
        day=min(days) if days else None,
        reason=reason,
    )
