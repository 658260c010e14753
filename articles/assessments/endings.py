"""How flags end at a reading: mended, no longer raised, or void; what had changed, with the words before and after.

A flag ends when the engine raises it no more with these words and sources. Where people changed the words or the
sources and the fault is gone, they mended it. Where the same fault is raised on what the sentence has become, or where
somebody had settled the flag, it is void: another flag stands there now, and the decision covers nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.utils import timezone

from articles.assessments.engine import engine_version
from articles.assessments.fingerprints import of_flag, of_words
from articles.assessments.following import Sentence
from articles.models import Article, ArticleCitation, Claim, Flag, FlagEnding
from articles.models.claim import Change, State

SIMILAR = 0.5
"""How much of a sentence must be left (difflib's ratio) to take another for what became of it [house]. It decides
which words are shown as "after", and whether the fault counts as raised anew; never whether a decision holds."""
NEAR = 10
"""How many places apart, within a stretch that was rewritten, a sentence may be from what it has become [house]."""
FLAGS_OF_ONE_CODE = 10
"""A sentence hardly ever carries one code ten times; a later one would merely be called void instead of fixed."""


@dataclass(frozen=True, slots=True)
class Ending:
    """One flag at its end."""

    flag: Flag
    state: State
    changed: tuple[Change, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a saved assessment ended."""

    endings: tuple[Ending, ...]
    decided: frozenset[int]
    """The flags among them about which people had decided."""

    def of_state(self, state: State) -> list[int]:
        """The flags, by id, that ended so."""
        return [ending.flag.pk for ending in self.endings if ending.state == state]

    @property
    def void(self) -> list[int]:
        """Flags whose decisions cover nothing any more, by id."""
        return [pk for pk in self.of_state(State.VOID) if pk in self.decided]


@dataclass(frozen=True, slots=True)
class Now:
    """A draft as it was just read: its sentences with the works behind each, its list of works, its open flags."""

    article: Article
    sentences: Sequence[tuple[Sentence, Sequence[str]]]
    works: Mapping[str, ArticleCitation]
    flags: Sequence[Flag]

    @property
    def edited(self) -> bool:
        """Whether people changed the draft since it was last read."""
        return self.article.assessed_version != self.article.version


def sentences_of(article: Article) -> list[tuple[str, str]]:
    """Fingerprint and words of each sentence as it was read last, in order; ask before the new ones are saved."""
    rows = Claim.objects.filter(article=article, current=True).order_by("index", "pk")
    return list(rows.values_list("fingerprint", "text"))


def of(ended: Sequence[Flag], now: Now, before: Sequence[tuple[str, str]]) -> Iterator[Ending]:
    """How each flag ended. `before` are the sentences of the reading before (`sentences_of`)."""
    by_name = {(claim.fingerprint, claim.occurrence): (claim, works) for claim, works in now.sentences}
    by_row = {claim.pk: claim for claim, _ in now.sentences}
    raised = {(flag.claim_id, flag.code) for flag in now.flags}
    became = _became(before, [claim for claim, _ in now.sentences]) if ended else {}
    for flag in ended:
        if flag.claim is None:
            yield _of_page_or_work(flag, now)
            continue
        standing = by_name.get(_name(flag))
        if standing is not None:
            yield _of_standing_sentence(flag, now, *standing, raised)
        else:
            row = by_row.get(flag.claim_id or 0)
            yield _of_edited_sentence(flag, row or became.get(of_words(flag.words)), raised)


def _name(flag: Flag) -> tuple[str, int]:
    """The sentence that the flag was raised on: by the words kept with it, since a row may follow its sentence."""
    claim, words = flag.claim, of_words(flag.words)
    if claim is None:
        return words, 0
    return words, claim.occurrence if claim.fingerprint == words else 0


def _became(before: Sequence[tuple[str, str]], now: Sequence[Sentence]) -> dict[str, Sentence]:
    """Which sentence of now each old one has become, by the old one's fingerprint.

    The texts are laid side by side; within a stretch that differs, a sentence is compared with those near its place
    alone, so that a text written anew costs no more than its length.
    """
    old, new = [name for name, _ in before], [claim.fingerprint for claim in now]
    found = {}
    for tag, i, i_end, j, j_end in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag != "replace":
            continue
        for number in range(i, i_end):
            place = j + (number - i) * (j_end - j) // (i_end - i)
            near = now[max(j, place - NEAR) : min(j_end, place + NEAR + 1)]
            if (best := _most_alike(before[number][1], near)) is not None:
                found[old[number]] = best
    return found


def _most_alike(text: str, claims: Sequence[Sentence]) -> Sentence | None:
    texts = [claim.text for claim in claims]
    for alike in difflib.get_close_matches(text, texts, n=1, cutoff=SIMILAR):
        return claims[texts.index(alike)]
    return None


def _of_edited_sentence(flag: Flag, became: Sentence | None, raised: Container[tuple[int | None, str]]) -> Ending:
    if became is None:
        return Ending(flag, State.VOID if _settled(flag) else State.MENDED, (Change.GONE,))
    again = (became.pk, flag.code) in raised
    return Ending(flag, State.VOID if again or _settled(flag) else State.MENDED, (Change.WORDS,), became.text)


def _of_standing_sentence(
    flag: Flag, now: Now, claim: Sentence, works: Sequence[str], raised: Container[tuple[int | None, str]]
) -> Ending:
    subject = ("sentence", claim.fingerprint, str(claim.occurrence))
    if flag.fingerprint in islice(numbered(flag.code, flag.severity, subject, works), FLAGS_OF_ONE_CODE):
        return Ending(flag, State.FIXED, (_what_else(now),), claim.text)
    again = (claim.pk, flag.code) in raised
    return Ending(flag, State.VOID if again or _settled(flag) else State.MENDED, (Change.SOURCES,), claim.text)


def _of_page_or_work(flag: Flag, now: Now) -> Ending:
    if "reference" in flag.facts and _work_of(flag, now) is None:
        return Ending(flag, State.VOID if _settled(flag) else State.MENDED, (Change.SOURCES,))
    if now.edited and not _settled(flag):
        return Ending(flag, State.MENDED, (Change.PAGE,))
    return Ending(flag, State.FIXED, (Change.PAGE if now.edited else _what_else(now),))


def _work_of(flag: Flag, now: Now) -> ArticleCitation | None:
    """The work of the flag, while it is on the list."""
    work = now.works.get(str(flag.facts["reference"]))
    return work if flag.article_citation_id and work and work.pk == flag.article_citation_id else None


def _settled(flag: Flag) -> bool:
    return flag.state == State.ACCEPTED


def _what_else(now: Now) -> Change:
    return Change.RULES if now.article.assessed_engine not in ("", engine_version()) else Change.FACTS


def has_other_facts(earlier: Flag, flag: Flag) -> bool:
    """Whether a flag of a sentence or a work is raised for other facts than those that somebody decided about.

    A flag of the page counts its sentences and grades its words: that changes with every edit, and no fact with it.
    """
    about = earlier.claim_id is not None or "reference" in earlier.facts
    return about and dict(earlier.facts) != dict(flag.facts)


def outdated(flags: Sequence[Flag], now: Now) -> tuple[Ending, ...]:
    """How decisions end on flags that are raised on for other facts: what they rest on is otherwise now."""
    return tuple(Ending(flag, State.VOID, (_what_else(now),), flag.words) for flag in flags)


def numbered(code: str, severity: str, subject: Sequence[str], works: Sequence[str]) -> Iterator[str]:
    """The fingerprints of the first, second, … flag of one code about one subject."""
    yield of_flag(code, severity, subject, works)
    number = 1
    while True:
        yield of_flag(code, severity, (*subject, f"number {number}"), works)
        number += 1


def write(saved: Saved, *, version: int, raised: Collection[str]) -> None:
    """Ends the flags and keeps how. The caller has put it on the log, without which the database refuses.

    Of flags that are `raised` still, by fingerprint, the decisions end and the flag stays open.
    """
    still = {ending.flag.pk for ending in saved.endings if ending.flag.fingerprint in raised}
    moment = timezone.now()
    for state in (State.VOID, State.MENDED, State.FIXED):
        if ids := [pk for pk in saved.of_state(state) if pk not in still]:
            Flag.objects.filter(pk__in=ids).update(state=state, closed_at=moment, asked="")
    FlagEnding.objects.bulk_create(
        FlagEnding(
            flag=ending.flag,
            state=ending.state,
            changed=[change.value for change in ending.changed],
            before=ending.flag.words,
            after=ending.after,
            version=version,
        )
        for ending in saved.endings
    )
