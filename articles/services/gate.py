"""Says why an article cannot be published now. The database holds the same gate for every other path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles import assessments
from articles.models import Article, Decision, Flag, Revision, Role
from articles.models.article import Status
from articles.services.assessed import is_read
from articles.services.errors import ServiceError
from articles.services.review_record import is_on_record
from evidence.flags.catalogue import FLAGS


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason. `code` is a flag's code or a word of ours; `sentence` the index of the sentence it is about."""

    code: str
    text: str
    sentence: int | None = None


class PublicationRefused(ServiceError):
    """The article cannot be published; `obstacles` lists every reason."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__("This cannot be published yet. " + " ".join(obstacle.text for obstacle in obstacles))
        self.obstacles = list(obstacles)


def obstacles(article: Article, revision: Revision | None = None) -> list[Obstacle]:
    """Every reason why the article cannot be published now; none when it can.

    Asks about `revision`, or about the approved one where none is given.
    """
    revision, rows = revision or article.review_revision, assessments.Rows(article)
    return draft_obstacles(article, rows) + _approval_obstacles(article, revision, rows)


def draft_obstacles(article: Article, rows: assessments.Rows | None = None) -> list[Obstacle]:
    """What stands in the draft's way before anybody could approve it. `rows` are those read in this very act."""
    found = []
    if article.assessment_error:
        found.append(
            Obstacle(
                "assessment-failed",
                "This version could not be read, though it was tried several times. Change the text, as its page says."
                if article.is_given_up
                else "The check of the text failed. Save it again, or tell whoever runs the site.",
            )
        )
    elif not is_read(article, today=timezone.localdate(), rows=rows):
        text = "The text or its sources changed and have not been checked since. Wait a moment, then try again."
        found.append(Obstacle("not-assessed", text))
    if not is_on_record(article):
        text = (
            "It bears the day of a medical review that no reviewer has recorded. Save the draft, which takes the day "
            "out; the reviewer whom the page names records the review."
        )
        found.append(Obstacle("review-not-on-record", text))
    if not article.credits.filter(role=Role.AUTHOR).exists():
        found.append(Obstacle("no-author", "No author is named. Add one under People."))
    blockers = article.flags.open().blockers().worst_first().select_related("claim")
    return found + [_of_flag(flag) for flag in blockers] + _nameless(article)


def _nameless(article: Article) -> list[Obstacle]:
    """Readers are told who let a flag stand: by a name, which is never the one that somebody logs in with."""
    rows = Decision.objects.filter(flag__article=article).letting_stand().select_related("person", "flag__claim")
    return [
        Obstacle(
            "decided-without-name",
            f"Readers are told who let “{title_of(row.flag.code)}” stand, and the account {row.person.get_username()} "
            "has no first and last name. Whoever looks after accounts adds them, or somebody else decides again.",
            row.flag.claim.index if row.flag.claim else None,
        )
        for row in rows
        if row.flag.is_for_readers and not row.public_name
    ]


def _of_flag(flag: Flag) -> Obstacle:
    if flag.claim is None:
        return Obstacle(flag.code, f"{title_of(flag.code)}: {flag.message}")
    words = flag.claim.text if len(flag.claim.text) <= 90 else flag.claim.text[:87].rstrip() + "…"
    return Obstacle(flag.code, f"{title_of(flag.code)}, “{words}”: {flag.message}", flag.claim.index)


def _approval_obstacles(article: Article, revision: Revision | None, rows: assessments.Rows) -> list[Obstacle]:
    if revision is None:
        text = {
            Status.IN_REVIEW: "Nobody has approved it yet. A second person has to.",
            Status.PUBLISHED: "Nothing new has been approved since it was last published.",
        }.get(Status(article.status), "Nobody has approved it yet. Submit it for review first.")
        return [Obstacle("not-approved", text)]
    found = []
    if revision.article_id != article.pk:
        found.append(Obstacle("not-approved", "What was approved belongs to another article. Submit this one anew."))
    if revision.approved_by_id is None:
        found.append(Obstacle("not-approved", "Nobody has approved this revision yet. A second person has to."))
    if revision.draft_version != article.version:
        found.append(
            Obstacle(
                "changed-since-approval",
                "The draft was changed after it was approved. Submit it for review again.",
            )
        )
    elif changed := changed_since(article, revision, rows):
        text = f"Since it was approved, this changed: {in_words(changed)}. Submit the draft for review again."
        found.append(Obstacle("changed-since-approval", text))
    for flag in revision.open_blockers:
        code = str(flag.get("code") or "unknown")
        place = flag.get("sentence")
        sentence = place if isinstance(place, int) else None
        found.append(
            Obstacle(code, f"Approved with an open blocker. {title_of(code)}: {flag.get('message', '')}", sentence)
        )
    return found


def changed_since(article: Article, revision: Revision, rows: assessments.Rows | None = None) -> list[str]:
    """The names of what an approval rests on and is otherwise now. Revisions of older releases kept no basis."""
    if not revision.basis:
        return []
    return assessments.changed(revision.basis, assessments.basis_of(article, today=timezone.localdate(), rows=rows))


def in_words(names: Sequence[str]) -> str:
    """A list as a sentence has it."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def title_of(code: str) -> str:
    """The flag's name for people; the code itself where a newer engine raised what this one does not know."""
    return FLAGS[code].title if code in FLAGS else code
