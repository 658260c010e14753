"""One function per editorial verb: it checks the permission, makes the change and logs it, in that order.

In: rows, who acts, and why. Out: changed rows, entries of the log, or a refusal in words.
May not import: `tasks` or any room above; work is put in the queue by whoever calls.
"""

from __future__ import annotations

from articles.services.approvals import end_changed_approvals
from articles.services.assessing import assess_article
from articles.services.checklist import ChecklistUnanswered
from articles.services.citing import Cited, EndsReview, cite, cite_works, retracted_works
from articles.services.decisions import (
    MOST_AT_ONCE,
    FlagsRefused,
    NotOfThisArticle,
    decide_flag,
    decide_flags,
    link_claim,
    unlink_claim,
)
from articles.services.deleting import delete_draft
from articles.services.drafts import ArticleGone, EditConflict, WouldEnd, save_draft
from articles.services.errors import NotAllowed, ReasonMissing, ServiceError, WrongStatus
from articles.services.gate import Obstacle, PublicationRefused, obstacles
from articles.services.import_choices import ImportChoices, ImportRefused
from articles.services.importing import import_article
from articles.services.public_record import record_amendment
from articles.services.publishing import (
    mark_needs_update,
    publish,
    publish_due,
    schedule,
    unschedule,
    withdraw,
)
from articles.services.reviewing import named_as_reviewer, record_review, reviewers_changed, reviewers_of
from articles.services.snapshots import snapshot
from articles.services.work_status import follow_work_status, watch
from articles.services.workflow import approve, request_changes, submit_again, submit_for_review, take_back

__all__ = [
    "MOST_AT_ONCE",
    "ArticleGone",
    "ChecklistUnanswered",
    "Cited",
    "EditConflict",
    "EndsReview",
    "FlagsRefused",
    "ImportChoices",
    "ImportRefused",
    "NotAllowed",
    "NotOfThisArticle",
    "Obstacle",
    "PublicationRefused",
    "ReasonMissing",
    "ServiceError",
    "WouldEnd",
    "WrongStatus",
    "approve",
    "assess_article",
    "cite",
    "cite_works",
    "decide_flag",
    "decide_flags",
    "delete_draft",
    "end_changed_approvals",
    "follow_work_status",
    "import_article",
    "link_claim",
    "mark_needs_update",
    "named_as_reviewer",
    "obstacles",
    "publish",
    "publish_due",
    "record_amendment",
    "record_review",
    "request_changes",
    "retracted_works",
    "reviewers_changed",
    "reviewers_of",
    "save_draft",
    "schedule",
    "snapshot",
    "submit_again",
    "submit_for_review",
    "take_back",
    "unlink_claim",
    "unschedule",
    "watch",
    "withdraw",
]
