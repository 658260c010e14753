"""What people decide about flags and about the sources of claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleCitation, Claim, ClaimLink, Decision, Flag
from articles.models.claim import ASKING, Severity, State, Verdict
from articles.services import log
from articles.services.conversation import acts
from articles.services.drafts import sources_changed
from articles.services.errors import NotAllowed, ServiceError, WrongStatus, require, require_reason
from articles.services.separation_of_duties import share_in
from articles.services.workflow import lock
from evidence import How

SETTLING = (Verdict.ACCEPT, Verdict.NOT_A_CLAIM)
OVERRIDE_REASON_LENGTH = 10
MOST_AT_ONCE = 200
"""Flags that one act may decide [house]: more than that nobody has looked at."""


class NotOfThisArticle(ServiceError):
    """The work belongs to another article's list."""


class FlagsRefused(ServiceError):
    """One of several flags cannot be decided so; `flags` are those, by id, with the reason in words."""

    def __init__(self, flags: dict[int, ServiceError], of: int) -> None:
        first = next(iter(flags.values()))
        self.flags = {pk: str(refusal) for pk, refusal in flags.items()}
        self.not_allowed = any(isinstance(refusal, NotAllowed) for refusal in flags.values())
        super().__init__(str(first) if of == 1 else f"Nothing was recorded: {len(flags)} of {of} cannot be. {first}")


@transaction.atomic
def decide_flag(*, flag: Flag, by: User, verdict: str, reason: str, due: date | None = None) -> Decision:
    """Adds a decision to an open or accepted flag and sets the flag's state. What it asks of somebody is `due`.

    Accepting a blocker takes `override_blocker`, a person without a share in the draft, and a reason of at least
    10 characters. Raises NotAllowed, ReasonMissing and WrongStatus.
    """
    require(by, "decide_flag", "decide flags")
    verdict = _known(verdict)
    article = lock(flag.article)
    flag.refresh_from_db(fields=["state", "severity", "fingerprint", "closed_at"])
    if flag.state not in (State.OPEN, State.ACCEPTED):
        raise WrongStatus("This flag is closed: the text or its sources changed since. There is nothing to decide.")
    if flag.severity == Severity.BLOCKER and verdict in SETTLING:
        _need_override(article, by)
        reason = require_reason(reason, at_least=OVERRIDE_REASON_LENGTH)
    else:
        reason = require_reason(reason)
    decision = Decision.objects.create(flag=flag, verdict=verdict, person=by, role=role_of(by), reason=reason)
    flag.article = article
    acts.decided(flag=flag, by=by, verdict=verdict, reason=reason, due=due)
    # The log first: the database changes a flag's state by what stands there alone.
    data = {
        "flag": flag.pk,
        "code": flag.code,
        "severity": flag.severity,
        "verdict": verdict,
        "reason": reason,
        "decision": decision.pk,
    }
    log.record(action="flag-decided", by=by, article=article, data=data)
    flag.state = State.ACCEPTED if verdict in SETTLING else State.OPEN
    flag.asked = verdict if verdict in ASKING else ""
    flag.closed_at = timezone.now() if verdict in SETTLING else None
    flag.save(update_fields=["state", "asked", "closed_at"])
    return decision


@transaction.atomic
def decide_flags(
    *, flags: Sequence[Flag], by: User, verdict: str, reason: str, due: date | None = None
) -> list[Decision]:
    """The same decision with the same reason about each of several flags: all of them, or none.

    Each is a decision of its own on the record, so that each can become void by itself. Raises NotAllowed, WrongStatus
    (none, or more than `MOST_AT_ONCE`) and FlagsRefused, which names those that cannot be decided so.
    """
    require(by, "decide_flag", "decide flags")
    if not 0 < len(flags) <= MOST_AT_ONCE:
        raise WrongStatus(f"Choose between 1 and {MOST_AT_ONCE} flags.")
    made, refused = [], {}
    # In one order for everybody: two people who decide the same flags wait for each other, and neither for ever.
    for flag in sorted(flags, key=lambda row: (row.article_id, row.pk)):
        try:
            made.append(decide_flag(flag=flag, by=by, verdict=verdict, reason=reason, due=due))
        except ServiceError as refusal:
            refused[flag.pk] = refusal
    if refused:
        raise FlagsRefused(refused, len(flags))
    return made


def _known(verdict: str) -> str:
    try:
        return Verdict(verdict).value
    except ValueError:
        raise WrongStatus("Choose one of the decisions on the list.") from None


def _need_override(article: Article, by: User) -> None:
    require(by, "override_blocker", "accept a blocker")
    if share := share_in(article, by):
        raise NotAllowed(f"You cannot accept this blocker, because {share}. A second editor has to.")


def role_of(person: User) -> str:
    """In which role a person decides, for the record: their groups by name."""
    names = ", ".join(person.groups.order_by("name").values_list("name", flat=True))
    return (names or ("Administrator" if person.is_superuser else ""))[:60]


@transaction.atomic
def link_claim(*, claim: Claim, article_citation: ArticleCitation, by: User) -> ClaimLink:
    """Ties a sentence to a work on the article's list, by hand. The article is to be assessed and approved anew.

    The same tie twice is one tie. Raises NotOfThisArticle and NotAllowed.
    """
    require(by, "change_article", "tie claims to sources")
    if article_citation.article_id != claim.article_id:
        raise NotOfThisArticle("This work is not on the article's list. Add it there first.")
    article = lock(claim.article)
    link, made = ClaimLink.objects.update_or_create(
        claim=claim, article_citation=article_citation, defaults={"how": How.EDITOR.value, "made_by": by}
    )
    sources_changed(article)
    data = {"claim": claim.pk, "key": article_citation.key, "text": claim.text[:200], "new": made}
    log.record(action="claim-linked", by=by, article=article, data=data)
    return link


@transaction.atomic
def unlink_claim(*, claim: Claim, article_citation: ArticleCitation, by: User) -> None:
    """Takes a tie made by hand away. One that the text itself makes goes by changing the text."""
    require(by, "change_article", "untie claims from sources")
    article = lock(claim.article)
    link = ClaimLink.objects.filter(claim=claim, article_citation=article_citation).first()
    if link is None:
        raise WrongStatus("This sentence is not tied to that work.")
    if link.how != How.EDITOR:
        raise WrongStatus("The text itself names this source. Change the marker or the name in the text instead.")
    link.delete()
    sources_changed(article)
    data = {"claim": claim.pk, "key": article_citation.key, "text": claim.text[:200]}
    log.record(action="claim-unlinked", by=by, article=article, data=data)
